//! Choosing the next scored item.

use super::{Method, Session};
use crate::chance;
use crate::exposure::stratum;
use crate::places::Places;

/// Which of the numbers of a seed are for unscored items, and which for scored ones.
pub(super) const PRETEST: u64 = 1 << 34;
const SCORED: u64 = 1 << 35;

pub(super) fn next(session: &Session<'_>) -> Option<usize> {
    let theta = session.posterior.estimate().theta();
    let open = open(session, theta);
    let bank = session.plan.bank;
    let key = chance::keyed(session.plan.seed, SCORED + session.scored as u64);
    match session.plan.rules.method {
        Method::MostInformative => bank.most_informative(theta, |place| open.has(place)),
        Method::Randomesque { among } => {
            let few = bank.most_informative_few(theta, usize::from(among.max(1)), |place| open.has(place));
            let rank = key.checked_rem(few.len() as u64)?;
            few.get(rank as usize).copied()
        }
        Method::Progressive { ramp, acceleration } => {
            let told = weight(session.scored, usize::from(ramp), acceleration);
            if told < 1.0 {
                progressive(session, theta, told, key, &open)
            } else {
                bank.most_informative(theta, |place| open.has(place))
            }
        }
    }
}

/// The items that may be asked now. Where none of those is eligible, quotas go before exposure.
fn open(session: &Session<'_>, theta: f64) -> Places {
    let plan = session.plan;
    let left = usize::from(plan.rules.stop.most).saturating_sub(session.scored);
    let mut fitting = plan.bank.scored().clone();
    fitting.keep(&session.unasked);
    session.standings.keep_fitting(plan.bank, left, &mut fitting);
    let mut eligible = fitting.clone();
    eligible.keep(plan.sheet.eligible(stratum(theta)));
    if eligible.is_empty() { fitting } else { eligible }
}

/// The item with the greatest sum of a part of chance and a part of information; of equal ones the earlier.
fn progressive(session: &Session<'_>, theta: f64, told: f64, key: u64, open: &Places) -> Option<usize> {
    let information = session.plan.bank.index().between(theta);
    let told = told as f32;
    let random = (1.0 - told) * information.greatest() / (1_u32 << 24) as f32;
    let mut best: Option<(f32, usize)> = None;
    for place in open.iter() {
        let drawn = (chance::drawn_from(key, place as u64) >> 40) as f32;
        let sum = random * drawn + told * information.at(place);
        if best.is_none_or(|(most, _)| sum > most) {
            best = Some((sum, place));
        }
    }
    best.map(|(_, place)| place)
}

/// The part of information in the choice after so many items, 0 to 1.
fn weight(scored: usize, ramp: usize, acceleration: f64) -> f64 {
    if scored >= ramp.saturating_sub(1) {
        return 1.0;
    }
    let acceleration = if acceleration.is_nan() { 1.0 } else { acceleration.clamp(-1.0, 5.0) };
    let sum = |to: usize| (1..=to).map(|f| libm::pow(f as f64, acceleration)).sum::<f64>();
    sum(scored) / sum(ramp - 1)
}
