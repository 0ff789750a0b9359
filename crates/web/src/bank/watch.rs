//! Looking through examinations that ended, for signs that a person should look. It changes no result.

use std::collections::{BTreeMap, BTreeSet};

use domain::assessment::{Attempt, Bank};
use domain::bank::{Answered, Flag, ItemFigures, Watch};
use domain::ids::{ItemId, PersonId, ReviewId, SittingId};
use domain::recognition::ReviewKind;
use jiff::{SignedDuration, Timestamp};
use store::db::Batch;
use store::keeping::{self, Flagged, Looked};
use store::reviews::{NewReview, step_open};
use store::{StoreError, attempts};

use super::work;
use crate::app::App;
use crate::clock;

/// Examinations looked through at a time.
const PAGE: u32 = 200;
/// Figures older than this are counted again by themselves.
const COUNT_AFTER: SignedDuration = SignedDuration::from_hours(24);
/// An examination is looked through when the last of its room has had time to end too.
const SETTLED_AFTER: SignedDuration = SignedDuration::from_hours(1);

/// Looks through what ended since the last look, and counts figures again once a day.
///
/// # Errors
/// When the database fails; the next look goes on where this one stopped.
pub(crate) async fn look_through(app: &App) -> Result<(), StoreError> {
    let now = clock::now();
    let counted = keeping::find_counted(&app.store).await?;
    if counted.is_none_or(|counted| now.duration_since(counted.at) > COUNT_AFTER)
        && keeping::count_answers(&app.store).await? > 0
        && let Err(problem) = work::begin_count(app).await
    {
        tracing::warn!(?problem, "figures of questions could not be counted");
    }
    let figures: BTreeMap<ItemId, ItemFigures> =
        keeping::list_figures(&app.store).await?.into_iter().collect();
    let bank = app.banks.latest();
    let by_place: Vec<ItemFigures> = bank
        .version()
        .items
        .iter()
        .map(|item| figures.get(&item.item).cloned().unwrap_or_default())
        .collect();
    let watch = Watch::new(bank.version(), &by_place);
    loop {
        let after = keeping::find_looked(&app.store).await?;
        let page = keeping::list_ended(&app.store, after, PAGE).await?;
        let settled: Vec<&Looked> =
            page.iter().take_while(|it| now.duration_since(it.ended) > SETTLED_AFTER).collect();
        let Some(last) = settled.last() else { return Ok(()) };
        let until = (last.ended, last.person);
        let flags = flags(app, &watch, &bank, &settled, now).await?;
        keeping::save_looked(&app.store, &flags, reviews(&settled, &flags, now), until).await?;
    }
}

async fn flags(
    app: &App,
    watch: &Watch,
    bank: &Bank,
    ended: &[&Looked],
    now: Timestamp,
) -> Result<Vec<Flagged>, StoreError> {
    let mut all = Vec::new();
    for it in ended {
        let own = watch.look(&answers(bank, &it.attempt)).into_iter();
        all.extend(own.map(|flag| flagged(it.person, &it.attempt, flag, None, now)));
    }
    let sittings: BTreeSet<SittingId> = ended.iter().filter_map(|it| it.attempt.sitting).collect();
    for sitting in sittings {
        let room = attempts::list_of_sitting(&app.store, sitting).await?;
        let sheets: Vec<Vec<Answered>> = room.iter().map(|(_, attempt)| answers(bank, attempt)).collect();
        for (one, other, flag) in watch.look_at_sitting(&sheets) {
            for (this, that) in [(one, other), (other, one)] {
                if let (Some((person, attempt)), Some((_, with))) = (room.get(this), room.get(that)) {
                    all.push(flagged(*person, attempt, flag, Some(with), now));
                }
            }
        }
    }
    Ok(all)
}

fn flagged(
    person: PersonId,
    attempt: &Attempt,
    flag: Flag,
    with: Option<&Attempt>,
    seen_at: Timestamp,
) -> Flagged {
    Flagged { person, attempt: attempt.id, flag, other: with.map(|with| with.id), seen_at }
}

fn answers(bank: &Bank, attempt: &Attempt) -> Vec<Answered> {
    let answer = |given: &domain::assessment::Given| {
        let item = u32::try_from(bank.place(&given.item)?).ok()?;
        Some(Answered { item, answer: given.answer, right: given.right, ms: given.ms })
    };
    attempt.given.iter().filter_map(answer).collect()
}

/// The steps that open a review of each attempt that was flagged, naming its signs. It has no other consequence.
fn reviews(ended: &[&Looked], flags: &[Flagged], now: Timestamp) -> Batch {
    let signs = |it: &Looked| {
        let own = flags.iter().filter(|flagged| flagged.attempt == it.attempt.id);
        own.map(|flagged| flagged.flag.kind.as_str()).collect::<BTreeSet<&str>>()
    };
    ended.iter().fold(Batch::new(), |steps, it| match (it.statement, signs(it)) {
        (Some(statement), signs) if !signs.is_empty() => {
            let signs: Vec<&str> = signs.into_iter().collect();
            steps.then(step_open(&NewReview {
                id: ReviewId::mint(now, clock::chance()),
                person: it.person,
                kind: ReviewKind::IrregularAttempt,
                subject: statement.to_string(),
                unit: it.unit,
                why: signs.join(", "),
                at: now,
                by: None,
            }))
        }
        _ => steps,
    })
}
