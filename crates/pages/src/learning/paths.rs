//! Choosing a path: one tap.

use domain::content::{Path, Syllabus};
use domain::learning::Learner;
use domain::text::Lang;
use maud::{Markup, html};

use crate::messages::Messages;
use crate::ui::{self, icon};
use crate::urls;

/// The paths to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathsPage {
    /// The paths, those that are suggested to the learner's group first.
    pub paths: Vec<PathCard>,
}

/// A path in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathCard {
    /// Its id.
    pub id: String,
    /// For whom it is.
    pub title: String,
    /// One sentence.
    pub about: String,
    /// Its icon.
    pub icon: String,
    /// How many courses it has.
    pub courses: usize,
    /// Whether the learner goes it.
    pub is_mine: bool,
    /// Whether it is suggested to the learner's group.
    pub is_suggested: bool,
}

impl PathsPage {
    /// The page for a learner.
    #[must_use]
    pub fn of(syllabus: &Syllabus, learner: &Learner, lang: Lang) -> Self {
        let mine = learner.path(syllabus).map(|path| &path.id);
        let group = learner.book.place.group();
        let card = |path: &Path| PathCard {
            id: path.id.to_string(),
            title: path.title.get(lang).to_owned(),
            about: path.about.get(lang).to_owned(),
            icon: path.icon.clone(),
            courses: path.courses.len(),
            is_mine: mine == Some(&path.id),
            is_suggested: group.is_some_and(|group| path.groups.contains(group)),
        };
        let (mut paths, rest): (Vec<_>, Vec<_>) =
            syllabus.paths.iter().map(card).partition(|card| card.is_suggested);
        paths.extend(rest);
        Self { paths }
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::learn()))
            h1 { (m.paths_title()) }
            p { (m.paths_hint()) }
            form #act method="post" action=(urls::paths()) {
                @for card in &self.paths { (card.show(m)) }
            }
        }
    }
}

impl PathCard {
    fn show(&self, m: Messages) -> Markup {
        html! {
            button.card.tap-card name="path" value=(self.id) aria-current=[self.is_mine.then_some("true")] {
                (icon(&self.icon))
                span {
                    b { (self.title) }
                    small { (self.about) }
                    small.muted {
                        (m.paths_courses(self.courses))
                        @if self.is_mine { " · " (m.paths_mine()) }
                        @else if self.is_suggested { " · " (m.paths_suggested()) }
                    }
                }
                (icon(if self.is_mine { "check" } else { "chevron-right" }))
            }
        }
    }
}
