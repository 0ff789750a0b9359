//! The one thing that a learner should do next, as a link.

use crate::messages::Messages;
use crate::urls::{self, Url};

/// What to do next. Titles are in the page's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextStep {
    /// Go on with a lesson at this screen (from 1).
    Lesson {
        /// Its id.
        id: String,
        /// The screen to open.
        screen: usize,
        /// Its title.
        title: String,
    },
    /// Do a practice.
    Practice {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
    },
    /// Take a check.
    Check {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
    },
    /// Do a practice again, 30 days or more after, to stay on top.
    Again {
        /// The practice's id.
        id: String,
        /// Its title.
        title: String,
    },
}

impl NextStep {
    /// Where it is done.
    #[must_use]
    pub fn url(&self) -> Url {
        match self {
            Self::Lesson { id, screen, .. } => urls::lesson(id, *screen),
            Self::Practice { id, .. } | Self::Again { id, .. } => urls::practice(id),
            Self::Check { id, .. } => urls::check(id),
        }
    }

    /// In words: "Thực hành: Mở ví giấy tờ".
    #[must_use]
    pub fn say(&self, m: Messages) -> String {
        match self {
            Self::Lesson { title, .. } => m.next_lesson(title),
            Self::Practice { title, .. } => m.next_practice(title),
            Self::Check { title, .. } => m.next_check(title),
            Self::Again { title, .. } => m.next_again(title),
        }
    }
}
