//! What a browser fetches, in bytes: `cargo bench -p benches --bench weights`.
//!
//! Bodies as they come over the wire with Brotli asked for; headers are not counted.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use benches::{Client, Courses, Folder, House, Table, kilobytes, preface};

const LONGEST: Duration = Duration::from_secs(30);
/// The pages that have a limit weigh the same whether the crowd is large or small, so a small one will do.
const PEOPLE: &str = "500";
/// No lesson is longer.
const SCREENS_MAX: usize = 50;

fn main() -> ExitCode {
    benches::measure(LONGEST, measured())
}

async fn measured() -> io::Result<()> {
    let binary = benches::binary()?;
    let folder = Folder::fresh(Path::new(env!("CARGO_TARGET_TMPDIR")), "weights")?;
    preface(&binary)?;
    let house = House::start(&binary, folder.path(), &["--people", PEOPLE]).await?;
    let mut browser = Browser { client: house.client().await?, known: BTreeMap::new() };
    pages(&mut browser).await?;
    offline(&mut browser).await?;
    house.stop()
}

/// Fetches each file once.
struct Browser {
    client: Client,
    known: BTreeMap<String, usize>,
}

/// Bytes of a page on a first visit.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    html: usize,
    css: usize,
    fonts: usize,
    pictures: usize,
    scripts: usize,
}

impl Weight {
    const fn text(&self) -> usize {
        self.html + self.css
    }

    const fn first_visit(&self) -> usize {
        self.text() + self.fonts + self.pictures
    }
}

impl Browser {
    async fn plain(&mut self, path: &str) -> io::Result<String> {
        Ok(self.client.get_plain(path).await?.expect(200)?.text())
    }

    async fn bytes(&mut self, path: &str) -> io::Result<usize> {
        if let Some(known) = self.known.get(path) {
            return Ok(*known);
        }
        let bytes = self.client.get(path).await?.expect(200)?.body.len();
        self.known.insert(path.to_owned(), bytes);
        Ok(bytes)
    }

    /// A page with all it asks for, and with every font and picture of its style sheets, used or not.
    async fn weight(&mut self, path: &str) -> io::Result<Weight> {
        let mut weight = Weight { html: self.bytes(path).await?, ..Weight::default() };
        let mut files = static_files(&self.plain(path).await?);
        for sheet in files.clone().iter().filter(|file| file.ends_with(".css")) {
            files.append(&mut static_files(&self.plain(sheet).await?));
        }
        for file in files {
            let bytes = self.bytes(&file).await?;
            match file.rsplit('.').next().unwrap_or_default() {
                "css" => weight.css += bytes,
                "woff2" => weight.fonts += bytes,
                "js" => weight.scripts += bytes,
                _ => weight.pictures += bytes,
            }
        }
        Ok(weight)
    }
}

/// The static files named in a page (between quotes) or a style sheet (`url(…)`, beside itself or by its path).
fn static_files(text: &str) -> BTreeSet<String> {
    let quoted = text.split('"').filter(|word| word.starts_with("/static/"));
    let urls = text.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let beside = urls.map(|url| url.trim_matches(['"', '\''])).filter(|url| !url.starts_with("data:"));
    let absolute =
        beside.map(|url| if url.starts_with('/') { url.to_owned() } else { format!("/static/{url}") });
    quoted.map(str::to_owned).chain(absolute).collect()
}

async fn pages(browser: &mut Browser) -> io::Result<()> {
    let headings = [
        "page",
        "HTML",
        "CSS",
        "together",
        "limit",
        "fonts",
        "pictures",
        "first visit",
        "limit",
        "script, later",
    ];
    let mut table = Table::new("Weight of pages, compressed", headings);
    let (screen, lesson) = heaviest_lesson_page(browser).await?;
    let home = browser.weight("/").await?;
    add(&mut table, "home", &home, true);
    add(&mut table, &format!("heaviest of the lessons' pages ({screen})"), &lesson, true);
    browser.client.post("/practice/connect-wifi/start", "mode=guided").await?.expect(303)?;
    for path in ["/learn", "/practice/connect-wifi/run", "/targets/B00160"] {
        let weight = browser.weight(path).await?;
        add(&mut table, path, &weight, false);
    }
    table.print();
    Ok(())
}

fn add(table: &mut Table, name: &str, weight: &Weight, is_limited: bool) {
    let limit = |words: &str| if is_limited { words.to_owned() } else { String::new() };
    table.row([
        name.to_owned(),
        kilobytes(weight.html),
        kilobytes(weight.css),
        kilobytes(weight.text()),
        limit("20 KB"),
        kilobytes(weight.fonts),
        kilobytes(weight.pictures),
        kilobytes(weight.first_visit()),
        limit("60 KB"),
        kilobytes(weight.scripts),
    ]);
}

async fn heaviest_lesson_page(browser: &mut Browser) -> io::Result<(String, Weight)> {
    let learn = browser.plain("/learn").await?;
    let mut lessons = BTreeSet::new();
    for course in learn.split('"').filter(|word| word.starts_with("/learn/course/")) {
        let course = browser.plain(course).await?;
        let links = course.split('"').filter(|word| word.starts_with("/learn/") && word.ends_with("/1"));
        lessons.extend(links.filter_map(|link| Some(link.rsplit_once('/')?.0.to_owned())));
    }
    let mut heaviest = (String::new(), Weight::default());
    for lesson in lessons {
        for screen in 1..=SCREENS_MAX {
            let path = format!("{lesson}/{screen}");
            if browser.client.get(&path).await?.status != 200 {
                break;
            }
            let weight = browser.weight(&path).await?;
            if weight.first_visit() > heaviest.1.first_visit() {
                heaviest = (path, weight);
            }
        }
    }
    Ok(heaviest)
}

/// What the service worker fetches once the page is idle.
async fn offline(browser: &mut Browser) -> io::Result<()> {
    let mut table =
        Table::new("For the time without a network, fetched when the page is idle", ["", "Brotli", "limit"]);
    let manifest = browser.client.get_plain("/offline/manifest").await?.text();
    let files: BTreeSet<&str> = manifest.split('"').filter(|word| Courses::is_fetched(word)).collect();
    let Courses { courses, others } = Courses::of(&manifest);
    let files: BTreeSet<&str> = files.into_iter().filter(|file| others.contains(file)).collect();
    let (mut wasm, mut all) = (None, 0);
    for file in files {
        let bytes = browser.bytes(file).await?;
        all += bytes;
        // There are two: that of the pages one learns on is the larger.
        wasm = if file.ends_with(".wasm") { wasm.max(Some(bytes)) } else { wasm };
    }
    let none = || "none in this build".to_owned();
    table.row(["the worker's wasm".into(), wasm.map_or_else(none, kilobytes), "120 KB".into()]);
    table.row(["the worker's script".into(), kilobytes(browser.bytes("/sw.js").await?), String::new()]);
    table.row(["at first: with pages' files and the list of courses".into(), kilobytes(all), String::new()]);
    for (name, files) in courses {
        let mut bytes = 0;
        for file in files {
            bytes += browser.bytes(file).await?;
        }
        table.row([name.to_owned(), kilobytes(bytes), "150 KB".into()]);
    }
    table.print();
    Ok(())
}
