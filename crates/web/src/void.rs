//! Voiding a statement: an officer of the place says that it does not hold, and everything that stood on it follows.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::ids::{ReviewId, StatementId};
use domain::learning::{Book, day_of};
use domain::people::RoleKind;
use domain::recognition::{ReviewKind, VoidRefused, Voiding, void};
use domain::record::VoidReason;
use jiff::Timestamp;
use pages::messages::Messages;
use pages::official::{ActKind, OfficialAct, Stage};
use pages::ui::FormState;
use pages::urls;
use store::db::Batch;
use store::learners::{self, Saved};
use store::people::PersonFacts;
use store::record::StoredStatement;
use store::reviews::{NewReview, step_open};
use store::{audit, certificates, people, record};

use crate::acts::{self, TRIES};
use crate::app::App;
use crate::audited::{entry, entry_in};
use crate::certificates::official::{is_confirmed, with_words};
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::{Account, Viewer};

/// Who may void what happened in their units.
const MAY_VOID: &[RoleKind] = &[RoleKind::Officer, RoleKind::Operator];

/// The account, if it may void statements of people in this unit.
pub(crate) fn may_void<'v>(
    app: &App,
    viewer: &'v Viewer,
    facts: &PersonFacts,
    now: Timestamp,
) -> Option<&'v Account> {
    viewer.account.as_ref().filter(|_| viewer.has_role_over(app, MAY_VOID, facts.unit(), now))
}

async fn target<'v>(
    app: &App,
    viewer: &'v Viewer,
    id: &str,
    now: Timestamp,
) -> Result<(StoredStatement, PersonFacts, &'v Account), Problem> {
    let id: StatementId = id.parse().map_err(|_| Problem::new(What::NotFound))?;
    let stored = record::find(&app.store, id).await?.ok_or(Problem::new(What::NotFound))?;
    let facts = people::find(&app.store, stored.person).await?.ok_or(Problem::new(What::NotFound))?;
    let account = may_void(app, viewer, &facts, now).ok_or(Problem::new(What::Forbidden))?;
    Ok((stored, facts, account))
}

/// GET `/statements/{id}/void`.
pub(crate) async fn ask(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        let (stored, ..) = target(&app, &viewer, &id, clock::now()).await?;
        Ok(act_page(&app, &viewer, &stored, Stage::Ask, FormState::default()))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

fn act_page(app: &App, viewer: &Viewer, stored: &StoredStatement, stage: Stage, form: FormState) -> Response {
    let m = Messages(viewer.lang());
    let did = domain::record::read(&stored.json).ok();
    let did =
        did.map_or_else(|| m.did_other().to_owned(), |entry| m.did(&entry.subject, &app.curriculum.syllabus));
    let id = stored.id.to_string();
    let page = OfficialAct {
        kind: ActKind::Void,
        about: vec![
            (m.statement_did().to_owned(), did),
            (m.statement_when().to_owned(), m.moment(stored.at)),
        ],
        stage,
        form,
        action: urls::statement_void(&id),
        back: urls::statement(&id),
    };
    respond::html(page.page(&viewer.frame(app)))
}

/// POST `/statements/{id}/void`.
pub(crate) async fn post(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let done = async {
        let now = clock::now();
        let (stored, _, account) = target(&app, &viewer, &id, now).await?;
        let m = Messages(viewer.lang());
        let reason = form.filled("reason").and_then(VoidReason::parse);
        let state = with_words(&viewer, &form);
        let state = if reason.is_none() { state.refuse("reason", m.act_need_reason()) } else { state };
        let Some(reason) = reason.filter(|_| !state.is_refused()) else {
            return Ok(act_page(&app, &viewer, &stored, Stage::Ask, state));
        };
        if !is_confirmed(&form) {
            return Ok(act_page(&app, &viewer, &stored, Stage::Check, state));
        }
        let voiding =
            Voiding { id: act_id(&form, now)?, statement: stored.id, by: Some(account.person), reason };
        let words = form.get("words").unwrap_or_default();
        match carry_out(&app, Batch::new(), &stored, &voiding, &account.login, words, now).await? {
            Ok(()) | Err(VoidRefused::AlreadyVoided) => Ok(respond::see_other(&urls::statement(&id))),
            Err(refused) => {
                let state = state.refuse("reason", refusal(m, refused));
                Ok(act_page(&app, &viewer, &stored, Stage::Ask, state))
            }
        }
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

const fn refusal(m: Messages, refused: VoidRefused) -> &'static str {
    match refused {
        VoidRefused::Oneself => m.void_oneself(),
        VoidRefused::NoSuch | VoidRefused::ProvedNothing => m.void_proved_nothing(),
        VoidRefused::AlreadyVoided => m.act_refused(),
    }
}

/// Voids a statement after the steps of `first`: its record, the standings and figures that follow, the reviews of certificates
/// that lost ground, and the row in the audit, in one transaction.
pub(crate) async fn carry_out(
    app: &App,
    first: Batch,
    stored: &StoredStatement,
    voiding: &Voiding,
    login: &str,
    words: &str,
    now: Timestamp,
) -> Result<Result<(), VoidRefused>, Problem> {
    for _ in 0..TRIES {
        let learner = acts::learner(app, stored.person).await?;
        let history = record::entries_of(&app.store, stored.person).await?;
        let decision = match void(&learner, &app.curriculum.syllabus, &history, voiding, now) {
            Ok(decision) => decision,
            Err(refused) => return Ok(Err(refused)),
        };
        let unit = learner.book.place.unit;
        let row = entry(login, "void-statement", &stored.id.to_string(), now);
        let row = entry_in(unit, format!("{} {words}", voiding.reason.as_str()), row);
        let steps = first.clone().then(audit::step_add(&row));
        let opened = reviews_of(app, stored, voiding, &decision.learner.book, login, now).await?;
        let steps = opened.iter().fold(steps, |steps, review| steps.then(step_open(review)));
        match learners::save_all(&app.store, steps, &[decision]).await? {
            Saved::Added | Saved::AlreadyThere | Saved::ForeignId => return Ok(Ok(())),
            Saved::Raced => {}
        }
    }
    Err(Problem::new(What::Unavailable("the same person's acts kept overtaking a voiding".into())))
}

/// The reviews that a voiding opens: of each certificate that holds and lost ground.
async fn reviews_of(
    app: &App,
    stored: &StoredStatement,
    voiding: &Voiding,
    book: &Book,
    login: &str,
    now: Timestamp,
) -> Result<Vec<NewReview>, Problem> {
    let held = certificates::list_of_person(&app.store, stored.person).await?;
    let syllabus = &app.curriculum.syllabus;
    let touched = held.into_iter().filter(|held| held.life.revoked.is_none()).filter(|held| {
        held.certificate.valid_until >= day_of(now)
            && held.certificate.has_lost_ground(stored.id, book, syllabus)
    });
    let review = |held: certificates::StoredCertificate| NewReview {
        id: ReviewId::mint(now, clock::chance()),
        person: stored.person,
        kind: ReviewKind::EvidenceVoided,
        subject: held.certificate.id.to_string(),
        unit: held.certificate.unit,
        why: Messages(domain::text::Lang::Vi).void_reason(voiding.reason).to_owned(),
        at: now,
        by: Some(login.to_owned()),
    };
    Ok(touched.map(review).collect())
}
