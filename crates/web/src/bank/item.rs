//! One question.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::assessment::BankItem;
use domain::bank::{ItemFigures, Share};
use domain::content::ItemKind;
use domain::ids::ItemId;
use domain::text::Lang;
use jiff::Timestamp;
use pages::bank::{ActLine, ChoiceLine, Curves, Dot, ItemPage, VersionLine};
use pages::messages::Messages;
use store::{banks, keeping};

use super::{KEEPERS, RECENT_DAYS, milli, milli_up};
use crate::app::App;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// Points of a curve, from −4 to 4.
const POINTS: u32 = 41;
/// Versions shown at most.
const VERSIONS_MAX: usize = 12;

/// GET `/bank/{item}`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, Path(item): Path<String>) -> Response {
    let shown = async {
        viewer.account_with(KEEPERS)?;
        let item = ItemId::parse(&item).ok_or(Problem::new(What::NotFound))?;
        let page = page(&app, viewer.lang(), &item).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn page(app: &App, lang: Lang, item: &ItemId) -> Result<ItemPage, Problem> {
    let bank = app.banks.latest();
    let own = bank.place(item).and_then(|place| bank.item(place)).ok_or(Problem::new(What::NotFound))?;
    let figures = keeping::find_figures(&app.store, item).await?.unwrap_or_default();
    let content = app.curriculum.items.iter().find(|content| content.id == *item);
    let versions = versions(app, item).await?;
    let now =
        versions.first().copied().unwrap_or_else(|| version_line(bank.number(), Timestamp::UNIX_EPOCH, own));
    let skill = content.and_then(|content| app.skill_title(&content.skill, lang)).unwrap_or_default();
    let acts = keeping::list_acts(&app.store, item).await?.into_iter();
    let groups = app.curriculum.syllabus.groups.iter();
    Ok(ItemPage {
        item: item.to_string(),
        skill: skill.to_owned(),
        ask: content.map(|content| content.ask.get(lang).to_owned()),
        kind: content.map(|content| Messages(lang).item_kind(&content.kind)),
        screen: content.and_then(|content| match &content.kind {
            ItemKind::Tap(drawn) => Some(pages::test::screen(drawn, lang)),
            _ => None,
        }),
        is_order: content.is_some_and(|content| content.kind == ItemKind::Order),
        choices: content.map(|content| choices(content, &figures, lang)).unwrap_or_default(),
        now,
        right: Share { part: figures.right, of: figures.asked },
        median_ms: (figures.asked > 0).then_some(figures.median_ms),
        curves: curves(own, &figures),
        days: RECENT_DAYS,
        recent: figures.recent,
        strata: figures.strata,
        fit: figures.fit.filter(|_| own.answers > 0),
        difs: figures.difs,
        groups: groups.map(|group| (group.id.to_string(), group.title.get(lang).to_owned())).collect(),
        drift: drift(app, item).await?,
        versions,
        acts: acts.map(|it| ActLine { at: it.at, login: it.login, deed: it.deed, words: it.words }).collect(),
    })
}

fn choices(content: &domain::content::Item, figures: &ItemFigures, lang: Lang) -> Vec<ChoiceLine> {
    let is_order = content.kind == ItemKind::Order;
    let line = |(at, choice): (usize, &domain::content::Choice)| {
        let text = choice.text.get(lang);
        ChoiceLine {
            text: if is_order { format!("{}. {text}", at + 1) } else { text.to_owned() },
            is_right: choice.right && !is_order,
            because: choice.because.get(lang).to_owned(),
            chosen: Share { part: figures.choices.get(at).copied().unwrap_or(0), of: figures.asked },
        }
    };
    content.choices.iter().enumerate().map(line).collect()
}

fn curves(item: &BankItem, figures: &ItemFigures) -> Curves {
    let Ok(model) = irt::Item::new(item.a, item.b, item.c) else { return Curves::default() };
    let theta = |at: u32| -4.0 + 8.0 * f64::from(at) / f64::from(POINTS - 1);
    let dot = |point: &domain::bank::Point| Dot {
        theta_milli: point.theta_milli,
        people: point.people,
        seen_permille: point.seen_permille,
        expected_permille: point.expected_permille,
    };
    Curves {
        share_permille: (0..POINTS).map(|at| milli_up(model.probability(theta(at)))).collect(),
        info_milli: (0..POINTS).map(|at| milli_up(model.information(theta(at)))).collect(),
        dots: figures.points.iter().map(dot).collect(),
    }
}

/// The question's parameters in each version in which they differ from those of the version before, the newest first.
async fn versions(app: &App, item: &ItemId) -> Result<Vec<VersionLine>, Problem> {
    let mut lines: Vec<VersionLine> = Vec::new();
    for (number, made) in banks::list(&app.store).await?.into_iter().take(VERSIONS_MAX) {
        let bank = app.banks.version(&app.store, &app.curriculum, number).await?;
        let found = bank.as_ref().and_then(|bank| bank.item(bank.place(item)?));
        let Some(line) = found.map(|found| version_line(number, made.at, found)) else { continue };
        match lines.last_mut() {
            // Going back in time: the earliest version with the same parameters is the one that made them.
            Some(later) if same(later, &line) => *later = line,
            _ => lines.push(line),
        }
    }
    Ok(lines)
}

fn same(left: &VersionLine, right: &VersionLine) -> bool {
    let without = |line: &VersionLine| VersionLine { version: 0, at: Timestamp::UNIX_EPOCH, ..*line };
    without(left) == without(right)
}

fn version_line(version: u32, at: Timestamp, item: &BankItem) -> VersionLine {
    VersionLine {
        version,
        at,
        a_milli: milli(item.a),
        b_milli: milli(item.b),
        se_milli: milli_up(item.se_b),
        c_permille: milli_up(item.c),
        answers: item.answers,
        status: item.status,
    }
}

async fn drift(app: &App, item: &ItemId) -> Result<Option<(bool, i32)>, Problem> {
    let last = keeping::list_calibrations(&app.store, 1).await?;
    let Some(last) = last.first() else { return Ok(None) };
    let Some(found) = keeping::find_calibration(&app.store, last.id).await? else { return Ok(None) };
    let change = found.proposal.changes.iter().find(|change| change.before.item == *item);
    Ok(change.and_then(|change| change.drift).map(|drift| (drift.is_signal, drift.difficulty_milli)))
}
