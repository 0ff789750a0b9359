//! An examination that many sit at once: `cargo bench -p benches --bench exam`.
//!
//! Two thousand people, each with a connection of their own, begin the examination of the starter skills; then each answers
//! after a random time of thinking, one answer in 15 seconds on average, and fetches the next question. Afterwards the same
//! house is asked how many answers it bears in a second. Every acknowledged answer must be in the record.
//!
//! Takes three minutes. Four thousand sockets are open at once: `ulimit -n` must allow them.

use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use benches::{ANY_KIND, Client, Folder, House, Load, Table, Watch, megabytes, millis, preface, run, say};

const LONGEST: Duration = Duration::from_secs(420);
/// People who sit at once.
const SITTERS: usize = 2_000;
/// How long they are watched.
const WATCHED: Duration = Duration::from_secs(60);
/// The shortest and the longest time of thinking; 15 seconds on average.
const THINKING_MS: (u64, u64) = (3_000, 27_000);
/// People who answer as fast as they can, to find the highest rate.
const RACERS: usize = 64;
const RACING: Duration = Duration::from_secs(10);
const EXAM: &str = "/check/first-steps-exam";

fn main() -> ExitCode {
    benches::measure(LONGEST, measured())
}

async fn measured() -> io::Result<()> {
    let binary = benches::binary()?;
    let folder = Folder::fresh(Path::new(env!("CARGO_TARGET_TMPDIR")), "exam")?;
    preface(&binary)?;
    // Behind a proxy, so that each sitter may come from an address of their own, as people do.
    let house = House::start(&binary, folder.path(), &["--people", "2000", "--behind-proxy"]).await?;
    let before = recorded(&house).await?;
    let begun = Instant::now();
    let sitters = sit_down(&house, SITTERS, 0).await?;
    say(&format!("\n{SITTERS} people began within {:.1} s", begun.elapsed().as_secs_f64()));
    let answers = think_and_answer(&house, sitters).await?;
    check(&house, before, SITTERS + answers).await?;
    let raced = race(&house).await?;
    check(&house, before, SITTERS + answers + raced).await?;
    say("No acknowledged answer is missing in the record.");
    house.stop()
}

/// So many people with an open examination, and their first question.
async fn sit_down(house: &House, count: usize, from: usize) -> io::Result<Vec<(Client, String)>> {
    let mut sitters = Vec::with_capacity(count);
    for number in from..from + count {
        let mut client = house.client().await?;
        client.come_from(format!("10.{}.{}.{}", number >> 16, (number >> 8) & 255, number & 255));
        client.post(&format!("{EXAM}/start"), "").await?.expect(303)?;
        let item = question(&mut client)
            .await?
            .ok_or_else(|| io::Error::other("the examination has no question"))?;
        sitters.push((client, item));
    }
    Ok(sitters)
}

/// The question that is open now; none when the examination is over.
async fn question(client: &mut Client) -> io::Result<Option<String>> {
    let page = client.get_plain(&format!("{EXAM}/question")).await?;
    let text = page.text();
    let item = text.split_once("name=\"item\" value=\"").and_then(|(_, rest)| rest.split('"').next());
    Ok(item.map(str::to_owned))
}

/// A seed for each sitter, and numbers from it (splitmix64): a machine that measures the same twice draws the same.
fn drawn(seed: &mut u64, (low, high): (u64, u64)) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    low + ((mixed ^ (mixed >> 27)) >> 16) % (high - low)
}

async fn think_and_answer(house: &House, sitters: Vec<(Client, String)>) -> io::Result<usize> {
    let cpu = house.cpu()?;
    let questions: Arc<Mutex<Vec<Duration>>> = Arc::default();
    let number = Arc::new(AtomicUsize::new(0));
    let load = run(sitters, WATCHED, |(mut client, mut item), mut watch: Watch| {
        let (questions, mut seed) = (questions.clone(), number.fetch_add(1, Ordering::Relaxed) as u64);
        async move {
            // Somebody who comes in is somewhere in the middle of thinking.
            let mut thinking = drawn(&mut seed, (0, THINKING_MS.1));
            loop {
                tokio::time::sleep(Duration::from_millis(thinking)).await;
                if !watch.goes_on() {
                    return Ok(watch);
                }
                let choice = drawn(&mut seed, (0, 3));
                let form = format!("item={item}&choice={choice}&{ANY_KIND}");
                watch.time(client.post(&format!("{EXAM}/answer"), &form)).await?.expect(303)?;
                let asked = Instant::now();
                let Some(next) = question(&mut client).await? else { return Ok(watch) };
                if let Ok(mut all) = questions.lock() {
                    all.push(asked.elapsed());
                }
                item = next;
                thinking = drawn(&mut seed, THINKING_MS);
            }
        }
    })
    .await?;
    let fetched = Load::of(load.took, questions.lock().map(|all| all.clone()).unwrap_or_default());
    let mut table = Table::new(
        "2,000 people, one answer each in 15 s",
        ["", "a second", "p50", "p99", "longest", "limit of p99"],
    );
    for (name, load) in [("answer, on the disk", &load), ("next question", &fetched)] {
        table.row([
            name.into(),
            format!("{:.0}", load.per_second()),
            millis(load.percentile(50)),
            millis(load.percentile(99)),
            millis(load.percentile(100)),
            "50 ms".into(),
        ]);
    }
    table.print();
    let each = (house.cpu()? - cpu) / u32::try_from(load.count()).unwrap_or(1).max(1);
    say(&format!("server time for an answer with its next question: {} µs", each.as_micros()));
    say(&format!("memory: {}", megabytes(house.memory()?)));
    Ok(load.count())
}

/// How many answers a second, each on the disk before it is acknowledged, with the page of its question.
async fn race(house: &House) -> io::Result<usize> {
    let racers = sit_down(house, RACERS, SITTERS).await?;
    let begun = Arc::new(AtomicUsize::new(RACERS));
    let cpu = house.cpu()?;
    let load = run(racers, RACING, |(mut client, mut item), mut watch: Watch| {
        let begun = begun.clone();
        async move {
            while watch.goes_on() {
                let form = format!("item={item}&choice=0&{ANY_KIND}");
                watch.time(client.post(&format!("{EXAM}/answer"), &form)).await?.expect(303)?;
                item = match question(&mut client).await? {
                    Some(next) => next,
                    None => {
                        client.forget();
                        client.post(&format!("{EXAM}/start"), "").await?.expect(303)?;
                        begun.fetch_add(1, Ordering::Relaxed);
                        question(&mut client).await?.unwrap_or_default()
                    }
                };
            }
            Ok(watch)
        }
    })
    .await?;
    let mut table =
        Table::new("As fast as 64 people can", ["", "a second", "p50", "p99", "server time each"]);
    let each = (house.cpu()? - cpu) / u32::try_from(load.count()).unwrap_or(1).max(1);
    table.row([
        "answer, each with its question".into(),
        format!("{:.0}", load.per_second()),
        millis(load.percentile(50)),
        millis(load.percentile(99)),
        format!("{} µs", each.as_micros()),
    ]);
    table.print();
    Ok(load.count() + begun.load(Ordering::Relaxed))
}

async fn recorded(house: &House) -> io::Result<usize> {
    let page = house.client().await?.get_plain("/metrics").await?.expect(200)?.text();
    let line = page.lines().find_map(|line| line.strip_prefix("hocvuso_acts_total "));
    line.and_then(|count| count.parse().ok()).ok_or_else(|| io::Error::other("no count of acts in /metrics"))
}

async fn check(house: &House, before: usize, made: usize) -> io::Result<()> {
    let after = recorded(house).await?;
    if after - before == made {
        return Ok(());
    }
    Err(io::Error::other(format!("{made} acts acknowledged, but {} recorded", after - before)))
}
