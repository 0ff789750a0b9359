//! Makes the demonstration population over Hà Nội and prints what came out: `cargo run --release -p domain --example crowd -- SEED`.
#![expect(clippy::print_stdout, reason = "an example talks to the terminal")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use domain::content::{Curriculum, Source, load};
use domain::demonstration::{Demonstration, MadePerson};
use domain::record::Subject;
use domain::tally::{Indicator, everyone};
use territory::{Level, UnitId, read_populations};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let curriculum = curriculum(&root)?;
    let communes = communes(&root)?;
    let today = jiff::Timestamp::from_second(1_795_334_400).map_err(|error| error.to_string())?;
    let seed = std::env::args().nth(1).map_or(Ok(1), |seed| seed.parse())?;
    let began = Instant::now();
    let crowd = Demonstration::new(seed, 20_000, &curriculum, &communes, today);
    let (helpers, denominators) = (crowd.helpers().len(), crowd.denominators().len());
    println!(
        "{} communes, {helpers} helpers, {denominators} denominators: {:?}",
        communes.len(),
        began.elapsed()
    );
    let people: Vec<MadePerson> = crowd.collect();
    let acts: usize = people.iter().map(|made| made.entries.len()).sum();
    let moved: usize = people.iter().map(|made| made.deltas.len()).sum();
    println!("{} people, {acts} acts, {moved} deltas: {:?}", people.len(), began.elapsed());
    print_shares(&people);
    Ok(())
}

fn print_shares(people: &[MadePerson]) {
    let mut ladder: BTreeMap<Indicator, i64> = BTreeMap::new();
    let mut communes: BTreeMap<UnitId, (i64, i64)> = BTreeMap::new();
    for made in people {
        communes.entry(made.unit).or_default().1 += 1;
        communes.entry(made.unit).or_default().0 += i64::from(made.learner.book.standings.len() == 4);
        for delta in made.deltas.iter().filter(|delta| delta.group == everyone()) {
            *ladder.entry(delta.indicator.clone()).or_default() += delta.by;
        }
    }
    for (indicator, count) in ladder {
        println!("{count:7}  {indicator}");
    }
    let mut reached: Vec<i64> = communes.values().map(|(all, people)| all * 100 / people).collect();
    reached.sort_unstable();
    println!("per cent on the ladder for all skills, by commune: {reached:?}");
    let mut acts: BTreeMap<&str, i64> = BTreeMap::new();
    for entry in people.iter().flat_map(|made| &made.entries) {
        *acts.entry(kind(&entry.subject)).or_default() += 1;
    }
    println!("acts: {acts:?}");
}

fn kind(subject: &Subject) -> &'static str {
    match subject {
        Subject::Settled => "settled",
        Subject::Chose { .. } => "chose",
        Subject::Read { .. } => "read",
        Subject::Began { .. } => "began",
        Subject::Tapped(_) => "tapped",
        Subject::BeganCheck { .. } => "began a test",
        Subject::Answered { .. } => "answered",
        Subject::EndedCheck { .. } => "ended a test",
        Subject::Visited { .. } => "visited",
        Subject::BeganDrill { .. } => "began a drill",
        Subject::Judged { .. } => "judged",
        Subject::Voided { .. } => "voided",
    }
}

fn communes(root: &Path) -> Result<Vec<(UnitId, i64)>, Box<dyn Error>> {
    let units = territory::read_units(&std::fs::read_to_string(root.join("data/territory/units.csv"))?)?;
    let hanoi: Vec<UnitId> = units
        .iter()
        .filter(|unit| {
            unit.parent.is_some_and(|parent| parent.as_str() == "B01") && unit.id.level() == Level::Commune
        })
        .map(|unit| unit.id)
        .collect();
    let rows = read_populations(&std::fs::read_to_string(root.join("data/territory/population.csv"))?)?;
    let mut of: BTreeMap<UnitId, i64> = BTreeMap::new();
    for row in rows.iter().filter(|row| hanoi.contains(&row.id)) {
        of.insert(row.id, i64::try_from(row.population)?);
    }
    Ok(of.into_iter().collect())
}

fn curriculum(root: &Path) -> Result<Curriculum, Box<dyn Error>> {
    let content = root.join("content");
    let mut source = Source::default();
    let mut folders = vec![content.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.strip_prefix(&content)?.to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".svg") {
                source.pictures.insert(name, std::fs::read(&path)?.len());
            } else {
                source.texts.insert(name, std::fs::read_to_string(&path)?);
            }
        }
    }
    let guide = std::fs::read_to_string(root.join("docs/guides/write-a-lesson-and-a-practice.md"))?;
    let icons: Vec<&str> = guide.split_whitespace().map(|word| word.trim_matches(['`', '.'])).collect();
    let (curriculum, findings) = load(&source, &icons);
    if findings.is_empty() { Ok(curriculum) } else { Err(format!("{findings:?}").into()) }
}
