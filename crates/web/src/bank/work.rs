//! Runs over all answers: counting figures, and calibrating.

use std::sync::Arc;

use domain::assessment::{Attempt, Bank};
use domain::bank::{self, Family, Judged, Material, Proposal};
use domain::ids::StatementId;
use jiff::{SignedDuration, Timestamp};
use pages::bank::Work;
use store::audit::{self, Audited};
use store::keeping::{self, Counted, Gathered};

use super::RECENT_DAYS;
use crate::app::App;
use crate::clock;
use crate::problem::{Problem, What};

/// How far back attempts are scored again to see what would change.
const EFFECT_DAYS: i64 = 365;

/// Begins to count figures; `false` when something runs already.
pub(super) async fn begin_count(app: &App) -> Result<bool, Problem> {
    let of = keeping::count_answers(&app.store).await?;
    if !app.workshop.take(Work::Count, of) {
        return Ok(false);
    }
    let app = app.clone();
    tokio::spawn(async move {
        let done = counted(&app).await;
        ended(&app, &done);
    });
    Ok(true)
}

/// Begins a calibration, which is kept under `id`; `false` when something runs already.
pub(super) async fn begin_calibration(
    app: &App,
    id: StatementId,
    family: Family,
    audited: Audited,
) -> Result<bool, Problem> {
    let of = keeping::count_answers(&app.store).await?;
    if !app.workshop.take(Work::Calibrate, of) {
        return Ok(false);
    }
    let app = app.clone();
    tokio::spawn(async move {
        let done = calibrated(&app, id, family, audited).await;
        ended(&app, &done);
    });
    Ok(true)
}

fn ended(app: &App, done: &Result<(), Problem>) {
    if let Err(problem) = done {
        tracing::error!(?problem, "a run over the answers failed");
    }
    app.workshop.leave(done.is_err());
}

async fn counted(app: &App) -> Result<(), Problem> {
    let begun = clock::now();
    let bank = app.banks.latest();
    let (material, gathered) = gathered(app, &bank, begun).await?;
    let attempts = material.attempts() as u64;
    let of = bank.clone();
    let figures = apart(move || bank::figures(&material, of.version())).await?;
    let items = bank.version().items.iter().map(|item| item.item.clone());
    let took = clock::now().duration_since(begun).as_millis();
    let counted = Counted {
        at: begun,
        version: bank.number(),
        attempts,
        answers: gathered.answers,
        took_ms: u64::try_from(took).unwrap_or(0),
    };
    tracing::info!(answers = counted.answers, took_ms = counted.took_ms, "figures of questions were counted");
    keeping::save_figures(&app.store, &items.zip(figures).collect::<Vec<_>>(), &counted).await?;
    Ok(())
}

async fn calibrated(app: &App, id: StatementId, family: Family, audited: Audited) -> Result<(), Problem> {
    let begun = clock::now();
    let bank = app.banks.latest();
    let (material, _) = gathered(app, &bank, begun).await?;
    let judged = judged(app, &bank, &material, begun).await?;
    let proposal = proposed(app, bank, material, judged, family).await?;
    let took_ms = clock::now().as_millisecond() - begun.as_millisecond();
    tracing::info!(answers = proposal.answers, took_ms, "questions were calibrated");
    let (first, by) = (audit::step_add(&audited), &audited.login);
    Ok(keeping::add_calibration(&app.store, first, id, clock::now(), by, &proposal).await?)
}

async fn proposed(
    app: &App,
    bank: Arc<Bank>,
    material: Material,
    judged: Vec<Judged>,
    family: Family,
) -> Result<Proposal, Problem> {
    let app = app.clone();
    let proposed =
        apart(move || bank::propose(&material, bank.version(), &app.curriculum, family, &judged)).await?;
    proposed.map_err(|error| Problem::new(What::Broken(error.to_string())))
}

async fn gathered(app: &App, bank: &Bank, now: Timestamp) -> Result<(Material, Gathered), Problem> {
    let recent = now - SignedDuration::from_hours(24 * i64::from(RECENT_DAYS));
    let mut material = Material::new(bank.version());
    let progress = |done| app.workshop.has_read(done);
    let gathered = keeping::gather(&app.store, &mut material, recent, progress).await?;
    Ok((material, gathered))
}

async fn judged(app: &App, bank: &Bank, material: &Material, now: Timestamp) -> Result<Vec<Judged>, Problem> {
    let mut judged = Vec::new();
    let since = now - SignedDuration::from_hours(24 * EFFECT_DAYS);
    let each = |attempt: &Attempt| {
        let part = |item: &_| bank.skill(item).and_then(|skill| attempt.rules.part_of(skill));
        judged.extend(Judged::of(attempt, |item| material.place(item), part));
    };
    keeping::judge(&app.store, since, each).await?;
    Ok(judged)
}

/// Reckons on a thread of its own, so that answering goes on.
async fn apart<T: Send + 'static>(reckon: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let done = tokio::task::spawn_blocking(reckon).await;
    done.map_err(|error| Problem::new(What::Broken(error.to_string())))
}
