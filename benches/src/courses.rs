//! Which files a phone fetches for which course.

use std::collections::{BTreeMap, BTreeSet};

/// The files that a manifest of the service worker names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Courses<'m> {
    /// The files of each course, by the name of its pack.
    pub courses: BTreeMap<&'m str, BTreeSet<&'m str>>,
    /// All that belong to no course.
    pub others: BTreeSet<&'m str>,
}

impl<'m> Courses<'m> {
    /// Whether a word of a manifest is a file to fetch.
    #[must_use]
    pub fn is_fetched(word: &str) -> bool {
        word.starts_with("/static/") || word.starts_with("/offline/pack/")
    }

    /// The files in a manifest.
    #[must_use]
    pub fn of(manifest: &'m str) -> Self {
        let (mut all, mut course) = (Self::default(), None);
        for word in manifest.split('"') {
            if word.starts_with("course-") {
                course = Some(word);
            } else if word == "certificates" {
                course = None;
            } else if Self::is_fetched(word) {
                match course {
                    Some(name) => all.courses.entry(name).or_default().insert(word),
                    None => all.others.insert(word),
                };
            }
        }
        all
    }
}
