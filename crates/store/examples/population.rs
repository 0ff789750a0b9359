//! How fast many people are written, recounted and summed here: `cargo run --release -p store --example population [people] [postgres://…]`.

use domain::content::{Curriculum, Source, load};
use domain::ids::{GroupId, PersonId, StatementId};
use domain::learning::{Act, Deed, Learner, decide};
use domain::tally::{Indicator, everyone};
use jiff::{SignedDuration, Timestamp, civil::date};
use std::path::Path;
use std::time::{Duration, Instant};
use store::db::{Location, Options};
use store::people::{NewPerson, PersonKind};
use store::recount::{Mend, recount};
use store::{Scope, Store, bulk, figures, learners};
use territory::UnitId;

const COMMUNES: u32 = 126;

/// 1 January 2026.
fn first() -> Timestamp {
    Timestamp::from_second(1_767_225_600).unwrap_or_default()
}

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Outcome<()> {
    let people: u32 = std::env::args().nth(1).map_or(Ok(20_000), |text| text.parse())?;
    let folder = std::env::temp_dir().join(format!("hocvuso-population-{}", std::process::id()));
    let location = match std::env::args().nth(2) {
        Some(url) => Location::Postgres(url),
        None => Location::Sqlite(folder.join("hocvuso.sqlite3")),
    };
    let store = Store::open(&location, Options::default()).await?;
    let curriculum = curriculum()?;
    fill(&store, &curriculum, people).await?;
    count(&store, &curriculum).await?;
    sum(&store).await?;
    store.db().close().await;
    if matches!(location, Location::Sqlite(_)) {
        std::fs::remove_dir_all(folder)?;
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "an example that prints its figures")]
fn say(line: &str) {
    println!("{line}");
}

fn curriculum() -> Outcome<Curriculum> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut source = Source::default();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                let name = path.strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
                source.texts.insert(name, text);
            }
        }
    }
    Ok(load(&source, &[]).0)
}

fn commune(n: u32) -> Outcome<UnitId> {
    Ok(format!("B{:05}", n % COMMUNES + 1).parse()?)
}

/// Everything that a person does: settle, then every screen of every lesson three times over a year.
fn deeds(curriculum: &Curriculum, n: u32) -> Outcome<Vec<Deed>> {
    let groups = &curriculum.syllabus.groups;
    let group = groups[n as usize % groups.len()].id.clone();
    let mut deeds = vec![Deed::Settle { unit: Some(commune(n)?), group: Some(group) }];
    for course in &curriculum.syllabus.courses {
        for lesson in course.lessons.iter().cycle().take(course.lessons.len() * 3) {
            deeds.extend((1..=lesson.screens).map(|screen| Deed::Read {
                lesson: lesson.id.clone(),
                screen,
                version: None,
            }));
        }
    }
    Ok(deeds)
}

async fn fill(store: &Store, curriculum: &Curriculum, people: u32) -> Outcome<()> {
    let start = first();
    let (begun, mut writing, mut statements) = (Instant::now(), Duration::ZERO, 0_u32);
    let mut writer = bulk::begin(store).await?;
    for n in 0..people {
        let [a, b, c, d] = n.to_be_bytes();
        let person = PersonId::mint(start, [0, 0, 0, 0, 0, a, b, c, d, 0]);
        let (mut learner, mut entries, mut deltas) = (Learner::new(person), Vec::new(), Vec::new());
        for (act, deed) in (0_u8..).zip(deeds(curriculum, n)?) {
            let at = start + SignedDuration::from_hours(i64::from(n % 200) * 24 + i64::from(act) * 37);
            let id = StatementId::mint(at, [0, 0, 0, 0, 0, a, b, c, d, act]);
            let decision = decide(&learner, curriculum, &Act { id, at, deed }, at);
            let Ok(decision) = decision else { continue };
            learner = decision.learner;
            entries.push(decision.entry);
            deltas.extend(decision.deltas);
        }
        statements += u32::try_from(entries.len())?;
        let kind = PersonKind::Demonstration;
        let name = Some(format!("Nguyễn Văn {n}"));
        let new = NewPerson {
            id: person,
            name,
            birth_year: Some(1970),
            hamlet: None,
            kind,
            made_by: None,
            made_at: start,
        };
        let now = Instant::now();
        writer.add(&new, &learner, &entries, &deltas, &[]).await?;
        writing += now.elapsed();
    }
    let now = Instant::now();
    writer.finish().await?;
    say(&format!("{people} people, {statements} statements, the end {:?}", now.elapsed()));
    let (whole, writing) = (begun.elapsed().as_secs_f64(), (writing + now.elapsed()).as_secs_f64());
    let per = |seconds: f64| f64::from(statements) / seconds;
    say(&format!("{:>9.0} statements/s written, deciding included; {:.0} without", per(whole), per(writing)));
    Ok(())
}

async fn count(store: &Store, curriculum: &Curriculum) -> Outcome<()> {
    let now = Instant::now();
    let report = recount(store, &curriculum.syllabus, Mend::No).await?;
    let per = report.statements as f64 / now.elapsed().as_secs_f64();
    say(&format!("{per:>9.0} statements/s recounted, {} differences", report.differences.len()));
    Ok(())
}

async fn sum(store: &Store) -> Outcome<()> {
    for table in ["tallies", "totals"] {
        let rows: i64 = store.db().row(format!("SELECT COUNT(*) FROM {table}"), vec![]).await?.get(0)?;
        say(&format!("{rows:>9} rows in {table}"));
    }
    let city = Scope::Units((0..COMMUNES).map(commune).collect::<Outcome<_>>()?);
    let adults = GroupId::parse("adults").unwrap_or_else(everyone);
    for (name, scope) in [("ward", Scope::of(commune(3)?)), ("city", city), ("country", Scope::Everywhere)] {
        let totals = timed(|| figures::totals(store, &scope, &adults)).await?;
        let by_unit = timed(|| figures::by_unit(store, &scope, &adults)).await?;
        let indicators = [Indicator::People];
        let trend = timed(|| figures::trend(store, &scope, &adults, &indicators, date(2026, 1, 1))).await?;
        say(&format!("{name:>9}: totals {totals:?}, by unit {by_unit:?}, trend {trend:?}"));
    }
    let learner = PersonId::mint(first(), [0; 10]);
    say(&format!("  learner: found in {:?}", timed(|| learners::find(store, learner)).await?));
    Ok(())
}

/// The mean of some calls, after one that warms up.
async fn timed<T, F: Future<Output = Result<T, store::StoreError>>>(
    call: impl Fn() -> F,
) -> Outcome<Duration> {
    const TIMES: u32 = 20;
    call().await?;
    let now = Instant::now();
    for _ in 0..TIMES {
        call().await?;
    }
    Ok(now.elapsed() / TIMES)
}
