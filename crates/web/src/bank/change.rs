//! Doing something to a question: look once more, then do it.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::bank::{self, Deed, Refused, Words};
use domain::ids::ItemId;
use pages::bank::ItemAsk;
use pages::learning::Form;
use pages::messages::Messages;
use pages::ui::FormState;
use pages::urls;
use store::audit::{self, Audited};
use store::keeping::{self, ItemAct, Kept};

use super::{KEEPERS, asked};
use crate::app::App;
use crate::audited::entry;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// How often a write is tried when others make versions at the same time.
const TRIES: usize = 4;

/// GET `/bank/{item}/change?deed=…`.
pub(crate) async fn ask(
    State(app): State<App>,
    viewer: Viewer,
    Path(item): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = || {
        viewer.account_with(KEEPERS)?;
        let (item, deed) = read(&item, &query)?;
        asking(&app, &viewer, &item, deed, FormState::default())
    };
    shown().unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

fn read(item: &str, form: &Form) -> Result<(ItemId, Deed), Problem> {
    let item = ItemId::parse(item).ok_or(Problem::new(What::NotFound))?;
    let deed = form.filled("deed").and_then(Deed::parse).ok_or(Problem::new(What::NotFound))?;
    Ok((item, deed))
}

fn asking(
    app: &App,
    viewer: &Viewer,
    item: &ItemId,
    deed: Deed,
    form: FormState,
) -> Result<Response, Problem> {
    let bank = app.banks.latest();
    bank.place(item).ok_or(Problem::new(What::NotFound))?;
    let next = bank::change(bank.version(), item, deed).ok();
    let short = next.map(|next| bank::shortages(&next, &app.curriculum)).unwrap_or_default();
    let own = bank.skill(item);
    let title = |short: &bank::Shortage| {
        let blueprint = app.curriculum.blueprints.get(&short.blueprint);
        let test = blueprint
            .map_or_else(|| short.blueprint.to_string(), |it| it.card.title.get(viewer.lang()).to_owned());
        let skill = app.skill_title(&short.skill, viewer.lang()).unwrap_or_default().to_owned();
        (test, skill, short.left as u64, u64::from(short.wanted))
    };
    let page = ItemAsk {
        item: item.to_string(),
        ask: asked(app, viewer, item),
        deed,
        short: short.iter().filter(|short| Some(&short.skill) == own).map(title).collect(),
        form,
    };
    Ok(respond::html(page.page(&viewer.frame(app))))
}

/// POST `/bank/{item}/change`.
pub(crate) async fn change(
    State(app): State<App>,
    viewer: Viewer,
    Path(item): Path<String>,
    Posted(form): Posted,
) -> Response {
    let done = async {
        let account = viewer.account_with(KEEPERS)?;
        let (item, deed) = read(&item, &form)?;
        let m = Messages(viewer.lang());
        let kept = FormState::default().keep("words", form.get("words").unwrap_or_default());
        let Some(words) = form.get("words").and_then(Words::parse) else {
            return asking(&app, &viewer, &item, deed, kept.refuse("words", m.bank_do_words_wrong()));
        };
        let act = ItemAct {
            id: act_id(&form, clock::now())?,
            item: item.clone(),
            at: clock::now(),
            login: account.login.clone(),
            deed,
            words: words.as_str().to_owned(),
            version: 0,
        };
        match save(&app, act).await? {
            Ok(()) => Ok(respond::see_other(&urls::bank_item(item.as_str()))),
            Err(Refused::Missing) => Err(Problem::new(What::NotFound)),
            Err(_) => asking(&app, &viewer, &item, deed, kept.refuse("words", m.bank_do_refused())),
        }
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn save(app: &App, act: ItemAct) -> Result<Result<(), Refused>, Problem> {
    for _ in 0..TRIES {
        let bank = app.banks.latest();
        // The same form sent twice finds the question changed already: that is no refusal.
        let known = keeping::list_acts(&app.store, &act.item).await?.iter().any(|known| known.id == act.id);
        if known {
            return Ok(Ok(()));
        }
        let next = match bank::change(bank.version(), &act.item, act.deed) {
            Ok(next) => next,
            Err(refused) => return Ok(Err(refused)),
        };
        let act = ItemAct { version: next.number, ..act.clone() };
        match keeping::keep(&app.store, &act, &next, audit::step_add(&audited(&act))).await? {
            Kept::Added => {
                app.banks.use_version(next, &app.curriculum);
                return Ok(Ok(()));
            }
            Kept::AlreadyThere => return Ok(Ok(())),
            // Another server of the same database made a version: take it in use and look again.
            Kept::Raced => newer(app).await?,
        }
    }
    Err(Problem::new(What::Unavailable("others kept making versions of the bank".into())))
}

fn audited(act: &ItemAct) -> Audited {
    let entry = entry(&act.login, &format!("item-{}", act.deed.as_str()), act.item.as_str(), act.at);
    Audited { detail: Some(format!("version {}: {}", act.version, act.words)), ..entry }
}

/// Takes the latest version of the database in use.
pub(super) async fn newer(app: &App) -> Result<(), Problem> {
    let latest = store::banks::latest(&app.store).await?;
    if let Some(latest) = latest.filter(|latest| latest.number > app.banks.latest().number()) {
        app.banks.use_version(latest, &app.curriculum);
    }
    Ok(())
}
