//! What the running house can bear: `cargo bench -p benches --bench house`.
//!
//! Fills a demonstration, starts on it again, asks for pages, records acts as 64 people at once, and counts everything afresh.
//! Takes under a minute on two cores, and 90 seconds at most.

use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use benches::{
    ANY_KIND, Client, Folder, House, Load, Table, Watch, megabytes, millis, preface, run, say, seconds,
};

const LONGEST: Duration = Duration::from_secs(90);
/// How long each row is measured.
const LASTING: Duration = Duration::from_secs(2);
/// Connections that ask for pages at once.
const READERS: usize = 16;
/// People who act at once.
const WRITERS: usize = 64;
/// Starts, of which the middle one is told.
const STARTS: usize = 5;
/// Page views after which memory is looked at again.
const VIEWS: usize = 300;

const LESSON: &str = "/learn/spot-scam/1";
const WARD: &str = "/targets/B00160";
const PROVINCE: &str = "/targets/B01";
const COUNTRY: &str = "/targets/VN";
const SCREENS: usize = 7;

fn main() -> ExitCode {
    benches::measure(LONGEST, measured())
}

async fn measured() -> io::Result<()> {
    let binary = benches::binary()?;
    // Beside the other products of the build, so that commits reach a real disk.
    let folder = Folder::fresh(Path::new(env!("CARGO_TARGET_TMPDIR")), "house")?;
    preface(&binary)?;
    let mut table = Table::new("Start and memory", ["", "measured", "limit"]);
    first_start(&binary, &folder, &mut table).await?;
    let house = start_again(&binary, &folder, &mut table).await?;
    memory(&house, &mut table).await?;
    table.print();
    pages(&house).await?;
    acts(&house).await?;
    say(&format!("\nMemory after all that: {}", megabytes(house.memory()?)));
    house.stop()?;
    recount(&binary, folder.path())
}

async fn first_start(binary: &Path, folder: &Folder, table: &mut Table) -> io::Result<()> {
    let house = House::start(binary, folder.path(), &["--people", "20000"]).await?;
    table.row(["first start, 20,000 people made".into(), seconds(house.took), "30 s".into()]);
    let memory = megabytes(house.memory()?);
    house.stop()?;
    table.row(["memory just after making them".into(), memory, String::new()]);
    table.row(["on disk".into(), megabytes(folder.bytes()?), String::new()]);
    Ok(())
}

async fn start_again(binary: &Path, folder: &Folder, table: &mut Table) -> io::Result<House> {
    let mut took = Vec::new();
    for _ in 1..STARTS {
        let house = House::start(binary, folder.path(), &[]).await?;
        took.push(house.took);
        house.stop()?;
    }
    let house = House::start(binary, folder.path(), &[]).await?;
    took.push(house.took);
    took.sort_unstable();
    let middle = took.get(STARTS / 2).copied().unwrap_or_default();
    table.row(["start to first answer, existing database".into(), millis(middle), "500 ms".into()]);
    Ok(house)
}

async fn memory(house: &House, table: &mut Table) -> io::Result<()> {
    table.row(["memory, idle".into(), megabytes(house.memory()?), "80 MB".into()]);
    let mut client = house.client().await?;
    for path in ["/", LESSON, WARD].iter().cycle().take(VIEWS) {
        client.get(path).await?.expect(200)?;
    }
    table.row([format!("memory, after {VIEWS} page views"), megabytes(house.memory()?), "80 MB".into()]);
    Ok(())
}

async fn pages(house: &House) -> io::Result<()> {
    let headings = ["page", "pages/s", "p50", "p99", "server time each"];
    let mut table = Table::new("Pages, 16 connections kept alive, Brotli", headings);
    let visited =
        [("home", "/"), ("lesson", LESSON), ("ward", WARD), ("province", PROVINCE), ("country", COUNTRY)];
    for (name, path) in visited {
        row(&mut table, house, name, house.clients(READERS).await?, move |client, watch| {
            look(client, watch, path)
        })
        .await?;
    }
    let learners = learners(house, READERS).await?;
    row(&mut table, house, "lesson, as a known learner", learners, |client, watch| {
        look(client, watch, LESSON)
    })
    .await?;
    table.print();
    Ok(())
}

async fn look(mut client: Client, mut watch: Watch, path: &'static str) -> io::Result<Watch> {
    while watch.goes_on() {
        watch.time(client.get(path)).await?.expect(200)?;
    }
    Ok(watch)
}

async fn acts(house: &House) -> io::Result<()> {
    let headings = ["act", "acts/s", "p50", "p99", "server time each"];
    let mut table = Table::new("Acts recorded, each on the disk before it is answered", headings);
    let before = recorded(house).await?;
    let mut made =
        row(&mut table, house, "lesson screen, 1 learner", learners(house, 1).await?, read).await?;
    made +=
        row(&mut table, house, "lesson screen, 64 learners", learners(house, WRITERS).await?, read).await?;
    let practising = practising(house, WRITERS).await?;
    made += row(&mut table, house, "practice tap, 64 learners", practising, tap).await?;
    // Everything up to here that was timed is an act, and so is the first of each learner and each start of a practice.
    made += 1 + WRITERS + 2 * WRITERS;
    let after = recorded(house).await?;
    if after - before != made {
        return Err(io::Error::other(format!("{made} acts acknowledged, but {} recorded", after - before)));
    }
    row(
        &mut table,
        house,
        "answer, 64 learners, each after its question",
        house.clients(WRITERS).await?,
        answer,
    )
    .await?;
    table.print();
    Ok(())
}

/// Learners who have done one thing, and so have a session.
async fn learners(house: &House, count: usize) -> io::Result<Vec<Client>> {
    let mut clients = house.clients(count).await?;
    for client in &mut clients {
        client.post(LESSON, "").await?.expect(303)?;
    }
    Ok(clients)
}

async fn practising(house: &House, count: usize) -> io::Result<Vec<Client>> {
    let mut clients = learners(house, count).await?;
    for client in &mut clients {
        client.post("/practice/connect-wifi/start", "mode=alone").await?.expect(303)?;
    }
    Ok(clients)
}

async fn read(mut client: Client, mut watch: Watch) -> io::Result<Watch> {
    for screen in (1..=SCREENS).cycle() {
        if !watch.goes_on() {
            break;
        }
        watch.time(client.post(&format!("/learn/spot-scam/{screen}"), "")).await?.expect(303)?;
    }
    Ok(watch)
}

/// The camera is the wrong thing to tap: it counts as a mistake and the phone stays where it is, so it can go on and on.
async fn tap(mut client: Client, mut watch: Watch) -> io::Result<Watch> {
    while watch.goes_on() {
        let form = "screen=home&tap=0";
        watch.time(client.post("/practice/connect-wifi/tap", form)).await?.expect(303)?;
    }
    Ok(watch)
}

/// One person after another takes the whole check. The page of each question is fetched, but not timed.
async fn answer(mut client: Client, mut watch: Watch) -> io::Result<Watch> {
    while watch.goes_on() {
        client.forget();
        client.post("/check/first-steps/start", "").await?.expect(303)?;
        while watch.goes_on() {
            let page = client.get_plain("/check/first-steps/question").await?;
            let text = page.text();
            let Some((_, rest)) = text.split_once("name=\"item\" value=\"") else { break };
            let item = rest.split('"').next().unwrap_or_default();
            watch
                .time(client.post("/check/first-steps/answer", &format!("item={item}&choice=0&{ANY_KIND}")))
                .await?
                .expect(303)?;
        }
    }
    Ok(watch)
}

/// Measures a row and tells how many pieces of work it timed.
async fn row<W>(
    table: &mut Table,
    house: &House,
    name: &str,
    clients: Vec<Client>,
    work: impl Fn(Client, Watch) -> W,
) -> io::Result<usize>
where
    W: Future<Output = io::Result<Watch>> + Send + 'static,
{
    let before = house.cpu()?;
    let load: Load = run(clients, LASTING, work).await?;
    let count = u32::try_from(load.count()).unwrap_or(u32::MAX).max(1);
    let each = (house.cpu()? - before) / count;
    table.row([
        name.to_owned(),
        format!("{:.0}", load.per_second()),
        millis(load.percentile(50)),
        millis(load.percentile(99)),
        format!("{} µs", each.as_micros()),
    ]);
    Ok(load.count())
}

/// Acts recorded since the start, as the server counts them.
async fn recorded(house: &House) -> io::Result<usize> {
    let page = house.client().await?.get_plain("/metrics").await?.expect(200)?.text();
    let line = page.lines().find_map(|line| line.strip_prefix("hocvuso_acts_total "));
    line.and_then(|count| count.parse().ok()).ok_or_else(|| io::Error::other("no count of acts in /metrics"))
}

/// The record after all that must still agree with what is kept beside it: `recount` fails if it does not.
fn recount(binary: &Path, data: &Path) -> io::Result<()> {
    let from = Instant::now();
    let (said, _) = benches::run_to_end(binary, data, &["recount"])?;
    let took = from.elapsed();
    let statements = said.split_whitespace().next().and_then(|word| word.parse::<u32>().ok()).unwrap_or(0);
    let mut table = Table::new("Recount, no difference found", ["statements", "took", "statements/s"]);
    let speed = f64::from(statements) / took.as_secs_f64();
    table.row([statements.to_string(), seconds(took), format!("{speed:.0}")]);
    table.print();
    Ok(())
}
