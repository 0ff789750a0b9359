//! How long an estimate and a choice take: `cargo run --release -p irt --example speed`.
#![expect(clippy::print_stdout, reason = "it is there to print")]

use std::hint::black_box;
use std::time::Instant;

use irt::exposure::{Caps, Draw, Ledger, Sheet, draw};
use irt::simulate::{Control, Kind, Study, bank, run};
use irt::stop::{Cut, Rule};
use irt::{Answer, Item, Method, Plan, Prior, Quota, Rules, Session, Step, eap};

fn main() {
    let answers: Vec<(Item, bool)> = (0..20)
        .filter_map(|k| Some((Item::two_parameter(1.2, f64::from(k) / 5.0 - 2.0).ok()?, k % 3 > 0)))
        .collect();
    println!("ability of 20 answers: {:.2} µs", micros_each(|| eap(black_box(&answers), Prior::STANDARD)));
    for (kind, items) in [(Kind::TwoParameter, 1000), (Kind::ThreeParameter, 5000)] {
        let began = Instant::now();
        let bank = bank(kind, items, 6, 1);
        println!("{kind:?} {items}: made and prepared {:.1} ms", began.elapsed().as_secs_f64() * 1e3);
        let mut theta = 0.0;
        let plain = micros_each(|| {
            theta = if theta > 2.0 { -2.0 } else { theta + 0.0137 };
            bank.most_informative(theta, |place| place % 50 > 0)
        });
        println!("  plain choice {plain:.2} µs");
        for rules in [Rules::plain(20), all_rules(20, 20), all_rules(30, 30)] {
            let sheet = Sheet::open(bank.len());
            let mut session = Session::begin(Plan { bank: &bank, rules: &rules, sheet: &sheet, seed: 1 });
            let mut steps = vec![];
            for _ in 0..18 {
                steps.push(micros_each(|| session.step()));
                if let Step::Ask { place, .. } = session.step() {
                    let _ = session.answer(Answer { place, score: (place % 2) as u8 });
                }
            }
            println!(
                "  step of {:?}: {:.2} µs at first, {:.2} µs at last",
                rules.method, steps[0], steps[17]
            );
        }
        let ledger = Ledger::new(bank.len());
        let wish = Draw { caps: Some(Caps::default()), quotas: &[], length: 30, seen: &[], seed: 1 };
        println!("  sheet {:.1} µs", micros_each(|| draw(&bank, &ledger, &wish)));
    }
    let bank = bank(Kind::TwoParameter, 1000, 6, 1);
    let people = 20_000;
    let capped = Control::Eligibility(Caps::default());
    let precise = Rules { stop: Rule { least: 1, most: 60, se: Some(0.3), cut: None }, ..Rules::plain(60) };
    let mut cutting = all_rules(20, 40);
    cutting.stop.cut = Some(Cut::at(0.0));
    let mut short = all_rules(10, 40);
    short.stop.cut = Some(Cut::at(0.0));
    for (name, rules, control) in [
        ("plain 20", Rules::plain(20), Control::Open),
        ("se .3", precise, Control::Open),
        ("all 20", all_rules(20, 20), capped),
        ("all 30", all_rules(30, 30), capped),
        ("cut 20-40", cutting, capped),
        ("cut 10-40", short, capped),
    ] {
        let began = Instant::now();
        let report = run(&Study { bank: &bank, rules: &rules, control, people, cut: Some(0.0), seed: 1 });
        let rate = f64::from(people) / began.elapsed().as_secs_f64();
        println!("{name}: {rate:.0}/s {report:?}");
    }
}

fn all_rules(least: u16, most: u16) -> Rules {
    let quotas = (0..6).map(|content| Quota { content, least: least / 10, most: most / 4 }).collect();
    let method = Method::Progressive { ramp: least, acceleration: 1.0 };
    Rules {
        quotas,
        stop: Rule { least, most, se: None, cut: None },
        method,
        pretest: 0,
        prior: Prior::STANDARD,
    }
}

/// The middle of seven rounds.
fn micros_each<T>(mut act: impl FnMut() -> T) -> f64 {
    const TIMES: u32 = 500;
    let mut rounds: Vec<f64> = (0..7)
        .map(|_| {
            let began = Instant::now();
            (0..TIMES).for_each(|_| drop(black_box(act())));
            began.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES)
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[3]
}
