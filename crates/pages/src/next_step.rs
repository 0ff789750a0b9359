//! The one thing that a learner should do next, as a link.

use domain::content::Syllabus;
use domain::learning::{Learner, Next, next};
use domain::text::Lang;

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
    /// Ask for the certificate, or look at it.
    Certificate,
    /// Do a practice again, 30 days or more after, to stay on top.
    Again {
        /// The practice's id.
        id: String,
        /// Its title.
        title: String,
    },
}

impl NextStep {
    /// The next step of a learner along their path.
    #[must_use]
    pub fn of(syllabus: &Syllabus, learner: &Learner, lang: Lang) -> Option<Self> {
        let practice_title = |id| {
            let card = syllabus.lesson_of_practice(id).and_then(|(_, card)| card.practice.as_ref());
            card.map_or_else(String::new, |card| card.title.get(lang).to_owned())
        };
        let (course, next) = next(syllabus, learner);
        Some(match next {
            Next::Lesson { lesson, screen } => {
                let (_, card) = syllabus.lesson(&lesson)?;
                Self::Lesson {
                    id: lesson.to_string(),
                    screen: screen.into(),
                    title: card.title.get(lang).to_owned(),
                }
            }
            Next::Practice { practice, .. } => {
                Self::Practice { id: practice.to_string(), title: practice_title(&practice) }
            }
            Next::Check { check, .. } => {
                let card = course?.check.as_ref()?;
                Self::Check { id: check.to_string(), title: card.title.get(lang).to_owned() }
            }
            Next::Certificate => Self::Certificate,
            Next::Nothing => return None,
        })
    }

    /// Where it is done.
    #[must_use]
    pub fn url(&self) -> Url {
        match self {
            Self::Lesson { id, screen, .. } => urls::lesson(id, *screen),
            Self::Practice { id, .. } | Self::Again { id, .. } => urls::practice(id),
            Self::Check { id, .. } => urls::check(id),
            Self::Certificate => urls::certificate_ask(),
        }
    }

    /// In words: "Thực hành: Mở ví giấy tờ".
    #[must_use]
    pub fn say(&self, m: Messages) -> String {
        match self {
            Self::Lesson { title, .. } => m.next_lesson(title),
            Self::Practice { title, .. } => m.next_practice(title),
            Self::Check { title, .. } => m.next_check(title),
            Self::Certificate => m.me_certificate().to_owned(),
            Self::Again { title, .. } => m.next_again(title),
        }
    }
}
