//! A store with the real curriculum beside it, and people who act.

use domain::community::{HowFar, Visit, note_visit};
use domain::content::{Curriculum, Source, load};
use domain::ids::{GroupId, LessonId, PersonId, SkillId, StatementId};
use domain::learning::{Act, Decision, Deed, Learner, decide};
use jiff::{SignedDuration, Timestamp};
use std::path::Path;
use std::sync::OnceLock;
use store::learners::{self, Saved};
use store::testing::TestDatabase;
use store::{Store, people};
use territory::UnitId;

/// One empty store of each kind. The database lives as long as the first of the pair.
pub(crate) async fn each() -> Vec<(TestDatabase, Store)> {
    let mut each = Vec::new();
    for place in TestDatabase::each().await.expect("the test databases") {
        let store = place.store().await.expect("it opens");
        each.push((place, store));
    }
    each
}

/// What the repository teaches.
pub(crate) fn curriculum() -> &'static Curriculum {
    static READ: OnceLock<Curriculum> = OnceLock::new();
    READ.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let mut source = Source::default();
        gather(&folder, &folder, &mut source);
        load(&source, &[]).0
    })
}

fn gather(root: &Path, folder: &Path, source: &mut Source) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            gather(root, &path, source);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            source.texts.insert(name, text);
        }
    }
}

/// 1 March 2026, 08:00 in Viet Nam, and some minutes.
pub(crate) fn at(minutes: i64) -> Timestamp {
    let start: Timestamp = "2026-03-01T01:00:00Z".parse().expect("a good one");
    start + SignedDuration::from_mins(minutes)
}

/// The nth person.
pub(crate) fn person(n: u8) -> PersonId {
    PersonId::mint(at(0), [n; 10])
}

/// The nth statement id.
pub(crate) fn act_id(n: u32) -> StatementId {
    let [a, b, c, d] = n.to_be_bytes();
    StatementId::mint(at(0), [1, 0, 0, 0, 0, 0, a, b, c, d])
}

pub(crate) fn unit(id: &str) -> UnitId {
    id.parse().expect("a good one")
}

pub(crate) fn group(id: &str) -> GroupId {
    GroupId::parse(id).expect("a good one")
}

pub(crate) fn skill(id: &str) -> SkillId {
    SkillId::parse(id).expect("a good one")
}

/// Tell commune and group.
pub(crate) fn settle(in_unit: &str, as_group: &str) -> Deed {
    Deed::Settle { unit: Some(unit(in_unit)), group: Some(group(as_group)) }
}

/// Read the first lesson to its last screen: *attended* for its skill.
pub(crate) fn read_lesson(n: usize) -> Deed {
    let card = &curriculum().syllabus.courses[0].lessons[n];
    Deed::Read {
        lesson: LessonId::parse(card.id.as_str()).expect("a good one"),
        screen: card.screens,
        version: None,
    }
}

/// What a deed leads to.
pub(crate) fn decided(learner: &Learner, n: u32, minutes: i64, deed: Deed) -> Decision {
    let act = Act { id: act_id(n), at: at(minutes), deed };
    decide(learner, curriculum(), &act, at(minutes)).expect("it fits")
}

/// What a visit leads to.
pub(crate) fn visited(
    learner: &Learner,
    n: u32,
    minutes: i64,
    helper: PersonId,
    of: &str,
    far: HowFar,
) -> Decision {
    let visit = Visit { id: act_id(n), at: at(minutes), helper, skill: skill(of), how_far: far };
    note_visit(learner, curriculum(), &visit, at(minutes)).expect("it fits")
}

/// A guest who is in the store.
pub(crate) async fn guest(store: &Store, n: u8) -> Learner {
    people::add_guest(store, person(n), at(0)).await.expect("a new guest");
    load_learner(store, person(n)).await
}

pub(crate) async fn load_learner(store: &Store, who: PersonId) -> Learner {
    learners::find(store, who).await.expect("a read").expect("the person")
}

/// Does a deed and saves it; gives the learner after it.
pub(crate) async fn does(store: &Store, learner: &Learner, n: u32, minutes: i64, deed: Deed) -> Learner {
    let decision = decided(learner, n, minutes, deed);
    assert_eq!(learners::save(store, &decision).await, Ok(Saved::Added));
    decision.learner
}

/// The skills that a resident is asked for.
pub(crate) fn asked() -> impl Iterator<Item = &'static SkillId> {
    let profile = curriculum().syllabus.profile_of(&group("resident")).expect("a profile");
    profile.demands.iter().map(|(skill, _)| skill)
}

/// All skills that a resident is asked for, each shown alone before a helper's eyes.
pub(crate) async fn shows_all(
    store: &Store,
    learner: &Learner,
    n: u32,
    minutes: i64,
    helper: PersonId,
) -> Learner {
    let mut learner = learner.clone();
    for (n, of) in (n..).zip(asked()) {
        let decision = visited(&learner, n, minutes, helper, of.as_str(), HowFar::Alone);
        assert_eq!(learners::save(store, &decision).await, Ok(Saved::Added));
        learner = decision.learner;
    }
    learner
}
