//! Calibrations: the list, a new one, what it would change, and the decision.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::assessment::BankVersion;
use domain::bank::{self, Change, Family, Words};
use domain::ids::StatementId;
use jiff::Timestamp;
use pages::bank::{
    CalibrationLine, CalibrationPage, Calibrations, ChangeLine, Decide, Done, State as Stands,
};
use pages::messages::Messages;
use pages::ui::FormState;
use pages::urls;
use store::audit::{self, Audited};
use store::keeping::{self, Calibration, Decision, Kept, Line};

use super::change::newer;
use super::{KEEPERS, asked, milli, milli_up, work};
use crate::app::App;
use crate::audited::entry;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// How many calibrations the list shows.
const LISTED_MAX: u32 = 50;

/// GET `/bank/calibrations`.
pub(crate) async fn list(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = async {
        viewer.account_with(KEEPERS)?;
        listed(&app, &viewer, FormState::default().keep("family", Family::default().as_str())).await
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn listed(app: &App, viewer: &Viewer, form: FormState) -> Result<Response, Problem> {
    let lines = keeping::list_calibrations(&app.store, LISTED_MAX).await?;
    let line = |line: &Line| CalibrationLine {
        id: line.id.to_string(),
        at: line.made_at,
        by: line.made_by.clone(),
        family: line.family,
        base: line.base,
        state: stands(line.decided.as_ref()),
    };
    let page = Calibrations {
        lines: lines.iter().map(line).collect(),
        answers: keeping::count_answers(&app.store).await?,
        busy: app.workshop.busy(),
        has_failed: app.workshop.has_failed(),
        form,
    };
    Ok(respond::html(page.page(&viewer.frame(app))))
}

fn stands(decided: Option<&Decision>) -> Stands {
    match decided.map(|decided| decided.applied) {
        None => Stands::Open,
        Some(None) => Stands::Left,
        Some(Some(version)) => Stands::Applied(version),
    }
}

/// POST `/bank/calibrations`.
pub(crate) async fn begin(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let done = async {
        let account = viewer.account_with(KEEPERS)?;
        let now = clock::now();
        let id = act_id(&form, now)?;
        let family = form.filled("family").and_then(Family::parse).ok_or(Problem::new(What::BadForm))?;
        if keeping::find_calibration(&app.store, id).await?.is_some() {
            return Ok(respond::see_other(&urls::bank_calibration(&id.to_string())));
        }
        let entry = entry(&account.login, "calibrate-bank", &id.to_string(), now);
        let audited = Audited { detail: Some(family.as_str().to_owned()), ..entry };
        if work::begin_calibration(&app, id, family, audited).await? {
            return Ok(respond::see_other(&urls::bank_calibrations()));
        }
        let words = Messages(viewer.lang()).bank_busy_refused();
        listed(&app, &viewer, FormState::default().keep("family", family.as_str()).refuse("family", words))
            .await
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/bank/calibrations/{id}`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        viewer.account_with(KEEPERS)?;
        let found = found(&app, &id).await?;
        Ok(page(&app, &viewer, found, FormState::default()))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn found(app: &App, id: &str) -> Result<Calibration, Problem> {
    let id: StatementId = id.parse().map_err(|_| Problem::new(What::NotFound))?;
    keeping::find_calibration(&app.store, id).await?.ok_or(Problem::new(What::NotFound))
}

fn page(app: &App, viewer: &Viewer, found: Calibration, form: FormState) -> Response {
    let Calibration { line, proposal } = found;
    let now = app.banks.latest().number();
    let decide = match line.decided {
        Some(decided) => Decide::Done(Done {
            state: stands(Some(&decided)),
            by: decided.by,
            at: decided.at,
            words: decided.words,
        }),
        None if proposal.base != now => Decide::Stale(now),
        None if proposal.count_changed() == 0 => Decide::Nothing,
        None => Decide::Open,
    };
    let mut changes: Vec<ChangeLine> = proposal
        .changes
        .iter()
        .map(|change| change_line(change, asked(app, viewer, &change.before.item)))
        .collect();
    changes.sort_by_key(|change| !change.verdict.changes());
    let page = CalibrationPage {
        id: line.id.to_string(),
        at: line.made_at,
        family: line.family,
        base: proposal.base,
        attempts: proposal.attempts,
        answers: proposal.answers,
        converged: proposal.converged,
        link: proposal.link,
        effect: proposal.effect,
        changes,
        decide,
        form,
    };
    respond::html(page.page(&viewer.frame(app)))
}

fn change_line(change: &Change, ask: String) -> ChangeLine {
    ChangeLine {
        item: change.before.item.to_string(),
        ask,
        before: (milli(change.before.b), milli_up(change.before.se_b)),
        after: (milli(change.after.b), milli_up(change.after.se_b)),
        a_milli: milli(change.after.a),
        answers: change.answers,
        verdict: change.verdict,
        waits_near_cut: change.waits_near_cut,
        fit: change.fit,
        drift: change.drift,
    }
}

/// POST `/bank/calibrations/{id}`.
pub(crate) async fn decide(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let done = async {
        let account = viewer.account_with(KEEPERS)?;
        let now = clock::now();
        let act = act_id(&form, now)?;
        let found = found(&app, &id).await?;
        let Some(words) = form.get("words").and_then(Words::parse) else {
            let words = Messages(viewer.lang()).bank_do_words_wrong();
            return Ok(page(&app, &viewer, found, FormState::default().refuse("words", words)));
        };
        let decision =
            Decision { at: now, by: account.login.clone(), words: words.as_str().into(), applied: None };
        let done = match form.filled("decide") {
            Some("apply") => apply(&app, &found, act, decision).await?,
            Some("leave") => leave(&app, &found, act, decision).await?,
            _ => return Err(Problem::new(What::BadForm)),
        };
        match done {
            // Decided by this form, now or before.
            Some(Kept::Added | Kept::AlreadyThere) => Ok(respond::see_other(&urls::bank_calibration(&id))),
            // Another decision or another version came first: the page says which.
            Some(Kept::Raced) | None => {
                newer(&app).await?;
                let found = self::found(&app, &id).await?;
                Ok(page(&app, &viewer, found, FormState::default().keep("words", words.as_str())))
            }
        }
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// What became of applying; `None` when the proposal does not fit the bank any more. The same form sent again finds itself.
async fn apply(
    app: &App,
    found: &Calibration,
    act: StatementId,
    decision: Decision,
) -> Result<Option<Kept>, Problem> {
    let id = found.line.id;
    let bank = app.banks.latest();
    let Ok(next) = bank::apply(bank.version(), &found.proposal) else {
        let again = found.line.decided.is_some().then_some(Kept::AlreadyThere);
        return Ok(again);
    };
    let audited = audited(found, "apply-calibration", &decision, Some(&next));
    let decision = Decision { applied: Some(next.number), ..decision };
    let kept = keeping::apply(&app.store, id, act, &decision, &next, audit::step_add(&audited)).await?;
    if kept == Kept::Added {
        app.banks.use_version(next, &app.curriculum);
    }
    Ok(Some(kept))
}

async fn leave(
    app: &App,
    found: &Calibration,
    act: StatementId,
    decision: Decision,
) -> Result<Option<Kept>, Problem> {
    let audited = audited(found, "leave-calibration", &decision, None);
    Ok(Some(keeping::leave(&app.store, found.line.id, act, &decision, audit::step_add(&audited)).await?))
}

fn audited(found: &Calibration, act: &str, decision: &Decision, next: Option<&BankVersion>) -> Audited {
    let at: Timestamp = decision.at;
    let entry = entry(&decision.by, act, &found.line.id.to_string(), at);
    let version = next.map(|next| format!("version {}: ", next.number)).unwrap_or_default();
    Audited { detail: Some(format!("{version}{}", decision.words)), ..entry }
}
