//! How long calibrations take and how near they come: `cargo bench -p benches --bench calibration`.
//!
//! Answers are simulated: abilities and difficulties normal, slopes log-normal about 1 (0.25), one seed, which items a person is
//! given drawn evenly. Beside stand, as constants, what mirt (the R package) needed and reached on one core of such a machine with
//! the two-parameter model for as many items, persons and answers, drawn by its own measurer: compare the order of the errors,
//! not their last digit.

use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;

use benches::{Table, on_processor, say, seconds};
use irt::calibrate::{Answer, Calibration, Family, Options, Population, Responses, calibrate};
use irt::dif::{Side, compare};
use irt::fit::{Origin, Witnesses, fit};
use irt::{Item, Model};

/// A design, with what is asked of us and what the peer needs and reaches.
struct Design {
    items: u32,
    persons: u32,
    answers_each: usize,
    wanted: &'static str,
    peer: [&'static str; 3],
}

const DESIGNS: [Design; 2] = [
    Design { items: 50, persons: 2_000, answers_each: 50, wanted: "0.3 s", peer: ["0.69 s", ".116", ".102"] },
    Design {
        items: 500,
        persons: 20_000,
        answers_each: 25,
        wanted: "1.5 s",
        peer: ["21.2 s", ".107", ".128"],
    },
];
/// The fastest of so many runs counts: others on the machine only ever slow one down.
const RUNS: usize = 3;

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
    let headings = [
        "items × persons (answers each), model",
        "time",
        "asked",
        "mirt",
        "RMSE a",
        "mirt",
        "RMSE b",
        "mirt",
        "turns",
    ];
    let mut table = Table::new("Calibration", headings);
    for design in &DESIGNS {
        for family in [Family::TwoParameter, Family::OneParameter, Family::ThreeParameter] {
            table.row(row(design, family)?);
        }
    }
    table.print();
    judged()
}

/// What is read from the larger design besides.
fn judged() -> Result<(), Box<dyn Error>> {
    let [_, large] = &DESIGNS;
    let (bank, responses) = simulated(large, Family::TwoParameter)?;
    let models: Vec<Option<Model>> = bank.into_iter().map(|item| Some(item.into())).collect();
    let sides: Vec<Side> =
        [Side::Reference, Side::Focal].into_iter().cycle().take(responses.persons()).collect();
    let mut table =
        Table::new("Judging 500 items by 20,000 persons with 25 answers each", ["what", "processor time"]);
    for (what, witnesses) in
        [("by all other answers", Witnesses::Others), ("by earlier answers", Witnesses::Earlier)]
    {
        let begun = on_processor();
        black_box(fit(&responses, &models, Population::STANDARD, witnesses, Origin::Elsewhere));
        table.row([format!("fit {what}"), seconds(on_processor().saturating_sub(begun))]);
    }
    let begun = on_processor();
    black_box(compare(&responses, &models, &sides, 100));
    table.row([
        "differential functioning of two groups".to_owned(),
        seconds(on_processor().saturating_sub(begun)),
    ]);
    table.print();
    Ok(())
}

fn row(design: &Design, family: Family) -> Result<[String; 9], Box<dyn Error>> {
    let (bank, responses) = simulated(design, family)?;
    let options = Options::of(family);
    let mut fastest = None;
    let mut calibration = None;
    for _ in 0..RUNS {
        let begun = on_processor();
        calibration = Some(calibrate(&responses, &[], &options)?);
        let took = on_processor().saturating_sub(begun);
        fastest = Some(fastest.map_or(took, |fastest| took.min(fastest)));
    }
    let (calibration, fastest) = calibration.zip(fastest).ok_or("no run")?;
    let [a, b] = errors(&bank, &calibration);
    let two = family == Family::TwoParameter;
    let beside = |figure: &str| if two { figure.to_owned() } else { "-".to_owned() };
    let [time, peer_a, peer_b] = design.peer;
    let Design { items, persons, answers_each, wanted, .. } = design;
    Ok([
        format!("{items} × {persons} ({answers_each}), {family:?}"),
        seconds(fastest),
        beside(wanted),
        beside(time),
        format!("{a:.3}"),
        beside(peer_a),
        format!("{b:.3}"),
        beside(peer_b),
        calibration.ending.turns.to_string(),
    ])
}

/// A bank and the answers to it.
fn simulated(design: &Design, family: Family) -> Result<(Vec<Item>, Responses), Box<dyn Error>> {
    let mut dice = Dice(20_260_101);
    let mut bank = Vec::new();
    for _ in 0..design.items {
        let (z, b) = (dice.normal(), dice.normal());
        let a = if family == Family::OneParameter { 1.0 } else { (0.25 * z).exp() };
        bank.push(Item::new(a, b, if family == Family::ThreeParameter { 0.2 } else { 0.0 })?);
    }
    let mut responses = Responses::new(bank.len());
    let mut order: Vec<u32> = (0..design.items).collect();
    for _ in 0..design.persons {
        let theta = dice.normal();
        for place in 0..design.answers_each {
            let rest = order.len() - place;
            let other = place + (dice.roll() * rest as f64) as usize;
            order.swap(place, other);
        }
        let answers = order.iter().take(design.answers_each).filter_map(|item| {
            let right = dice.roll() < bank.get(*item as usize)?.probability(theta);
            Some(Answer { item: *item, score: u8::from(right) })
        });
        let answers: Vec<Answer> = answers.collect();
        responses.push(&answers)?;
    }
    Ok((bank, responses))
}

/// Root mean squared errors of slopes and difficulties.
fn errors(bank: &[Item], calibration: &Calibration) -> [f64; 2] {
    let pairs = bank.iter().zip(&calibration.items).filter_map(|(truth, outcome)| match outcome.model() {
        Some(Model::Logistic(item)) => {
            Some((truth.slope() - item.slope(), truth.difficulty() - item.difficulty()))
        }
        _ => None,
    });
    let (mut count, mut squares) = (0.0, [0.0, 0.0]);
    for (a, b) in pairs {
        count += 1.0;
        squares = [squares[0] + a * a, squares[1] + b * b];
    }
    squares.map(|squares| (squares / count).sqrt())
}

/// Chance that is the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        let (radius, turn) = (self.roll(), self.roll());
        (-2.0 * (1.0 - radius).ln()).sqrt() * (std::f64::consts::TAU * turn).cos()
    }
}
