//! How long an estimate and a choice take: `cargo run --release -p irt --example speed`.
#![expect(clippy::print_stdout, reason = "it is there to print")]

use std::hint::black_box;
use std::time::Instant;

use irt::select::{Candidate, Quota, next};
use irt::{Item, ItemError, Prior, eap};

fn main() -> Result<(), ItemError> {
    let bank: Vec<Candidate> = (0..1000_u16).map(candidate).collect::<Result<_, _>>()?;
    let answers: Vec<(Item, bool)> =
        bank.iter().enumerate().map(|(k, candidate)| (candidate.item, k % 3 > 0)).collect();
    for count in [10, 30, 1000] {
        let micros = micros_each(|| {
            black_box(eap(black_box(&answers[..count]), Prior::STANDARD));
        });
        println!("ability of {count} answers: {micros:.1} µs");
    }
    let quotas: Vec<Quota> = (0..20).map(|content| Quota { content, least: 1, most: 4 }).collect();
    let micros = micros_each(|| {
        black_box(next(black_box(&bank), &[1, 22, 333], &quotas, 30, 0.3, 3, 12_345));
    });
    println!("next of {} items under {} quotas: {micros:.1} µs", bank.len(), quotas.len());
    Ok(())
}

fn candidate(k: u16) -> Result<Candidate, ItemError> {
    let item = Item::two_parameter(0.5 + f64::from(k % 20) * 0.1, f64::from(k % 61) * 0.1 - 3.0)?;
    Ok(Candidate { item, content: k % 20 })
}

/// The middle of seven rounds, each of some tenths of a second at most.
fn micros_each(act: impl Fn()) -> f64 {
    const TIMES: u32 = 500;
    let mut rounds: Vec<f64> = (0..7)
        .map(|_| {
            let began = Instant::now();
            (0..TIMES).for_each(|_| act());
            began.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES)
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[3]
}
