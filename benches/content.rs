//! What the whole curriculum costs: checking it, loading it at a start, fetching each course for the time without a network.
//! `cargo bench -p benches --bench content`.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use benches::{
    Courses, Folder, House, Table, binary, kilobytes, megabytes, millis, preface, run_to_end, say, seconds,
};
use domain::content::{Source, load};

const LONGEST: Duration = Duration::from_secs(60);
/// Of so many runs the fastest is told: it has the least of whoever else is on the machine.
const RUNS: usize = 5;
/// Packs weigh the same whether the crowd is large or small.
const PEOPLE: &str = "100";

fn main() -> ExitCode {
    benches::measure(LONGEST, measured())
}

async fn measured() -> io::Result<()> {
    let binary = binary()?;
    let folder = Folder::fresh(Path::new(env!("CARGO_TARGET_TMPDIR")), "content")?;
    preface(&binary)?;
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content").canonicalize()?;
    let mut table = Table::new("The whole curriculum", ["", "took", "limit", "memory", "limit"]);
    loading(&content, &mut table)?;
    checking(&binary, folder.path(), &content, &mut table)?;
    table.print();
    courses(&binary, &folder).await
}

/// Loading as at a start. Memory is measured at the first run, before anything can be used again.
fn loading(content: &Path, table: &mut Table) -> io::Result<()> {
    let icons = pages::ui::icon_names();
    let source = read(content)?;
    let before = resident()?;
    let mut curricula = vec![load(&source, &icons)];
    let memory = resident()?.saturating_sub(before);
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let from = Instant::now();
        let loaded = load(&source, &icons);
        best = best.min(from.elapsed());
        curricula.push(loaded);
    }
    if let Some((curriculum, _)) = curricula.first() {
        let (lessons, practices) = (curriculum.lessons.len(), curriculum.practices.len());
        say(&format!("{lessons} lessons, {practices} practices, {} questions", curriculum.items.len()));
    }
    let findings: usize = curricula.iter().map(|(_, findings)| findings.len()).sum();
    if findings > 0 {
        return Err(io::Error::other("the content has faults; see: hocvuso content check"));
    }
    table.row([
        "loading at a start".into(),
        millis(best),
        "500 ms".into(),
        megabytes(memory),
        "30 MB".into(),
    ]);
    Ok(())
}

fn checking(binary: &Path, data: &Path, content: &Path, table: &mut Table) -> io::Result<()> {
    let mut best = Duration::MAX;
    let content = content.display().to_string();
    for _ in 0..RUNS {
        let (_, took) = run_to_end(binary, data, &["content", "check", &content])?;
        best = best.min(took);
    }
    table.row(["content check".into(), seconds(best), "2 s".into(), String::new(), String::new()]);
    Ok(())
}

/// What a phone fetches of each course.
async fn courses(binary: &Path, folder: &Folder) -> io::Result<()> {
    let house = House::start(binary, folder.path(), &["--people", PEOPLE]).await?;
    let mut client = house.client().await?;
    let manifest = client.get_plain("/offline/manifest").await?.expect(200)?.text();
    let mut table = Table::new("A course for the time without a network", ["", "Brotli", "limit"]);
    for (name, files) in Courses::of(&manifest).courses {
        let mut bytes = 0;
        for file in files {
            bytes += client.get(file).await?.expect(200)?.body.len();
        }
        table.row([name.to_owned(), kilobytes(bytes), "150 KB".into()]);
    }
    table.print();
    house.stop()
}

/// A content folder, as the product reads it.
fn read(folder: &Path) -> io::Result<Source> {
    let mut source = Source::default();
    let mut open = vec![folder.to_path_buf()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(at)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let below = path.strip_prefix(folder).map_err(io::Error::other)?.display().to_string();
            if below.ends_with(".svg") {
                source
                    .pictures
                    .insert(below, usize::try_from(fs::metadata(path)?.len()).unwrap_or(usize::MAX));
            } else {
                source.texts.insert(below, fs::read_to_string(path)?);
            }
        }
    }
    Ok(source)
}

/// Bytes of memory that this process holds, as Linux counts them.
fn resident() -> io::Result<u64> {
    const PAGE_BYTES: u64 = 4096;
    let counts = fs::read_to_string("/proc/self/statm")?;
    let pages = counts.split_whitespace().nth(1).and_then(|pages| pages.parse::<u64>().ok());
    pages.map(|pages| pages * PAGE_BYTES).ok_or_else(|| io::Error::other("the system does not tell"))
}
