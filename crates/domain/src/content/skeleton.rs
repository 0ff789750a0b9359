//! A small complete example of a kind of file, to be changed into one's own.

use jiff::civil::Date;

use crate::ids::SkillId;

/// What is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skeleton {
    /// A lesson in both languages.
    Lesson,
    /// A practice with a wrong turn.
    Practice,
    /// A message to judge.
    Drill,
    /// A question.
    Item,
}

impl Skeleton {
    /// Whether it stands beside others in one file, instead of in a file of its own.
    #[must_use]
    pub const fn is_added(self) -> bool {
        matches!(self, Self::Item)
    }
}

/// The files of a small complete example: path below the content folder, and text. `day` is the day on which it was written.
#[must_use]
pub fn skeleton(kind: Skeleton, id: &str, skill: &SkillId, day: Date) -> Vec<(String, String)> {
    let fill = |text: &str| {
        text.replace("{id}", id).replace("{skill}", skill.as_str()).replace("{day}", &day.to_string())
    };
    match kind {
        Skeleton::Lesson => vec![
            (format!("lessons/{id}/vi.md"), fill(include_str!("skeletons/vi.md"))),
            (format!("lessons/{id}/en.md"), fill(include_str!("skeletons/en.md"))),
        ],
        Skeleton::Practice => {
            vec![(format!("practices/{id}.txt"), fill(include_str!("skeletons/practice.txt")))]
        }
        Skeleton::Drill => vec![(format!("drills/{id}.txt"), fill(include_str!("skeletons/drill.txt")))],
        Skeleton::Item => vec![(format!("items/{skill}.txt"), fill(include_str!("skeletons/item.txt")))],
    }
}
