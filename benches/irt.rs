//! How long the engine of the tests takes: `cargo bench -p benches --bench irt`.
//!
//! One thread; the fastest of several rounds counts, since others on the machine only ever slow one down. Beside stand, as constants,
//! what other engines need on one core of such a machine, as the ones who asked for this engine measured them in 2026: catsim (Python), catR
//! and mirtCAT (R), each with its plain maximum information.

use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use benches::{Table, say};
use irt::exposure::{Caps, Draw, Ledger, Sheet, draw};
use irt::simulate::{Control, Kind, Study, bank, run};
use irt::stop::Rule;
use irt::{Answer, Bank, Chance, Entry, Item, Method, Plan, Prior, Quota, Rules, Session, Step, eap};

const ROUNDS: u32 = 7;
/// Rounds longer than this, in seconds, are measured in processor time, which the system keeps to some milliseconds.
const LONG: f64 = 0.1;
const CONTENTS: u16 = 6;
const LENGTH: u16 = 20;

/// A bank, with what is asked of us and what the peers need for a choice.
struct Size {
    kind: Kind,
    items: usize,
    plain: &'static str,
    all: &'static str,
    peers: [&'static str; 3],
}

const SIZES: [Size; 2] = [
    Size {
        kind: Kind::TwoParameter,
        items: 1_000,
        plain: "3 µs",
        all: "20 µs",
        peers: ["735 µs", "490 µs", "600 µs"],
    },
    Size {
        kind: Kind::ThreeParameter,
        items: 5_000,
        plain: "15 µs",
        all: "60 µs",
        peers: ["3,596 µs", "2,360 µs", "5,450 µs"],
    },
];

fn main() -> ExitCode {
    match measured() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("failed: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn measured() -> Result<(), Box<dyn Error>> {
    let mut table = Table::new("Engine of tests", ["", "time", "asked", "catsim", "catR", "mirtCAT"]);
    let answers: Vec<(Item, bool)> = (0..20_i32)
        .map(|k| Ok((Item::two_parameter(1.2, f64::from(k) / 5.0 - 2.0)?, k % 3 > 0)))
        .collect::<Result<_, irt::ItemError>>()?;
    let ability = micros(1_000, || eap(black_box(&answers), Prior::STANDARD));
    table.row(beside("ability and error from 20 answers".into(), ability, "5 µs"));
    for size in &SIZES {
        choices(size, &mut table);
    }
    table.print();
    examinees();
    Ok(())
}

fn choices(size: &Size, table: &mut Table) {
    let made = bank(size.kind, size.items, CONTENTS, 1);
    let entries: Vec<Entry> = made.iter().cloned().collect();
    let of = format!("{} items, {:?}", size.items, size.kind);
    let loading = micros(5, || Bank::new(entries.clone()));
    table.row(beside(format!("loading {of}"), loading, "50,000 µs"));
    for (name, rules, asked) in
        [("plain", Rules::plain(LENGTH), size.plain), ("all rules", all_rules(LENGTH), size.all)]
    {
        let micros = format!("{:.2} µs", a_choice(&made, &rules));
        let [catsim, cat_r, mirt_cat] = size.peers.map(str::to_owned);
        table.row([format!("next of {of}, {name}"), micros, asked.into(), catsim, cat_r, mirt_cat]);
    }
    let ledger = used(&made, &all_rules(LENGTH));
    let mut seed = 0;
    let sheet = micros(20, || {
        seed += 1;
        sheet(&made, &ledger, &all_rules(LENGTH), seed)
    });
    table.row(beside(format!("drawing a sheet of {of}, once a test"), sheet, ""));
}

fn beside(name: String, micros: f64, asked: &str) -> [String; 6] {
    [name, format!("{micros:.2} µs"), asked.into(), String::new(), String::new(), String::new()]
}

/// One choice in the middle of a test, the ability and all rules reckoned with, on average over the test.
fn a_choice(bank: &Bank, rules: &Rules) -> f64 {
    let ledger = used(bank, rules);
    let sheet = sheet(bank, &ledger, rules, 7);
    let mut session = Session::begin(Plan { bank, rules, sheet: &sheet, seed: 7 });
    let mut all = 0.0;
    let mut items = 0.0;
    while let Step::Ask { place, .. } = session.step() {
        all += micros(200, || black_box(&session).step());
        items += 1.0;
        if session.answer(Answer { place, score: u8::from(place % 2 == 0) }).is_err() {
            break;
        }
    }
    all / items
}

fn sheet(bank: &Bank, ledger: &Ledger, rules: &Rules, seed: u64) -> Sheet {
    let caps = Some(Caps::default());
    let asked = Draw { caps, quotas: &rules.quotas, length: rules.stop.most, seen: &[1, 2, 3], seed };
    draw(bank, ledger, &asked)
}

/// A ledger after some hundred persons, so that caps bite.
fn used(bank: &Bank, rules: &Rules) -> Ledger {
    let mut ledger = Ledger::new(bank.len());
    let mut chance = Chance::new(3);
    for seed in 0..300 {
        let sheet = sheet(bank, &ledger, rules, seed);
        let theta = chance.normal();
        let mut session = Session::begin(Plan { bank, rules, sheet: &sheet, seed });
        while let Step::Ask { place, .. } = session.step() {
            let right = bank.get(place).is_some_and(|entry| chance.unit() < entry.model.expected(theta));
            if session.answer(Answer { place, score: u8::from(right) }).is_err() {
                break;
            }
        }
        let shown: Vec<usize> = session.answers().iter().map(|answer| answer.place).collect();
        ledger.note(&sheet, session.estimate().theta(), &shown);
    }
    ledger
}

fn examinees() {
    let mut table = Table::new(
        "Simulated examinees of 20 items, 1,000 items, 2PL",
        ["", "examinees/s", "asked", "catsim"],
    );
    let bank = bank(Kind::TwoParameter, 1_000, CONTENTS, 1);
    let capped = Control::Eligibility(Caps::default());
    for (name, rules, control, asked, catsim) in [
        ("plain", Rules::plain(LENGTH), Control::Open, "20,000", "62"),
        ("all rules", all_rules(LENGTH), capped, "3,000", "-"),
    ] {
        const PEOPLE: u32 = 2_000;
        let study = Study { bank: &bank, rules: &rules, control, people: PEOPLE, cut: None, seed: 1 };
        let rate = f64::from(PEOPLE) * 1e6 / micros(1, || run(&study));
        table.row([name.into(), format!("{rate:.0}"), asked.into(), catsim.into()]);
    }
    table.print();
}

/// Quotas, the progressive method and, with a sheet, caps.
fn all_rules(length: u16) -> Rules {
    let quotas = (0..CONTENTS).map(|content| Quota { content, least: 2, most: 5 }).collect();
    let method = Method::Progressive { ramp: length, acceleration: 1.0 };
    Rules { quotas, stop: Rule::length(length), method, pretest: 0, prior: Prior::STANDARD }
}

/// Microseconds of one of so many times, in the fastest round.
fn micros<T>(times: u32, mut act: impl FnMut() -> T) -> f64 {
    let mut fastest = f64::INFINITY;
    for _ in 0..ROUNDS {
        let (begun, cpu) = (Instant::now(), cpu_seconds());
        (0..times).for_each(|_| drop(black_box(act())));
        let wall = begun.elapsed().as_secs_f64();
        let own = cpu_seconds().zip(cpu).map(|(after, before)| after - before);
        let spent = own.filter(|_| wall > LONG).map_or(wall, |own| own.min(wall));
        fastest = fastest.min(spent * 1e6 / f64::from(times));
    }
    fastest
}

/// The processor time of this thread so far, where the system tells it (Linux).
fn cpu_seconds() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanos: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanos / 1e9)
}
