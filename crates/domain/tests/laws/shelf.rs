//! The real content, and how tests walk through it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use domain::content::{Curriculum, Element, PhoneScreen, Source, Tap, load};
use domain::demonstration::Demonstration;
use domain::ids::{PersonId, StatementId};
use domain::learning::{Act, Deed, Learner};
use domain::practice::Typed;
use jiff::{SignedDuration, Timestamp};

/// The icons that the pages can draw, as the guide for teachers lists them.
pub fn icons() -> Vec<&'static str> {
    let guide = include_str!("../../../../docs/guides/write-a-lesson-and-a-practice.md");
    let (_, after) = guide.split_once("\nIcons: `").expect("the guide lists the icons");
    after.split_once('`').expect("the list ends").0.split_whitespace().collect()
}

/// Everything in the content folder.
pub fn source() -> Source {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut source = Source::default();
    for file in files(&root) {
        let path = file.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        if path.ends_with(".svg") {
            source.pictures.insert(path, std::fs::read(&file).unwrap().len());
        } else {
            source.texts.insert(path, std::fs::read_to_string(&file).unwrap());
        }
    }
    source
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The real curriculum.
pub fn curriculum() -> &'static Curriculum {
    static SHELF: OnceLock<Curriculum> = OnceLock::new();
    SHELF.get_or_init(|| {
        let (curriculum, findings) = load(&source(), &icons());
        assert_eq!(findings, []);
        curriculum
    })
}

/// The instant at which tests begin.
pub fn dawn() -> Timestamp {
    "2026-03-02T01:00:00Z".parse().unwrap()
}

/// So many minutes after [`dawn`].
pub fn minute(minutes: i64) -> Timestamp {
    dawn() + SignedDuration::from_mins(minutes)
}

/// The id of the n-th act of a test.
pub fn act_id(number: u32) -> StatementId {
    let mut chance = [0; 10];
    chance[6..].copy_from_slice(&number.to_be_bytes());
    StatementId::mint(dawn(), chance)
}

/// An act, the n-th of a test, a minute after the one before.
pub fn act(number: u32, deed: Deed) -> Act {
    Act { id: act_id(number), at: minute(i64::from(number)), deed }
}

/// The n-th person of a test.
pub fn person(number: u8) -> PersonId {
    PersonId::mint(dawn(), [number; 10])
}

/// A person who has done nothing yet.
pub fn newcomer() -> Learner {
    Learner::new(person(1))
}

/// What can be tapped on a screen, with its number.
pub fn taps(screen: &PhoneScreen) -> impl Iterator<Item = (u16, &Tap)> {
    (0u16..).zip(&screen.elements).filter_map(|(number, element)| match element {
        Element::Tap(tap) => Some((number, tap)),
        _ => None,
    })
}

/// Every field of a screen, typed right or wrong.
pub fn typed(screen: &PhoneScreen, right: bool) -> Vec<Typed> {
    let fields = screen.elements.iter().filter_map(|element| match element {
        Element::Field(field) => Some(Typed { field: field.id.clone(), right }),
        _ => None,
    });
    fields.collect()
}

/// A small demonstration over five communes, one of them nearly empty.
pub fn demonstration(seed: u64, people: u32) -> Demonstration<'static> {
    demonstration_over(&[60_000, 40_000, 30_000, 20_000, 10], seed, people)
}

/// A demonstration over communes with these populations.
pub fn demonstration_over(populations: &[i64], seed: u64, people: u32) -> Demonstration<'static> {
    let unit = |number: usize| format!("B{number:05}").parse().unwrap();
    let communes: Vec<_> =
        populations.iter().enumerate().map(|(number, people)| (unit(number), *people)).collect();
    Demonstration::new(seed, people, curriculum(), &communes, "2026-11-22T08:00:00Z".parse().unwrap())
}

/// A count of things by what they are.
pub fn count<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeMap<T, i64> {
    let mut counts = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    counts
}
