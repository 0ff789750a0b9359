//! Learning: paths, courses, their lessons and practices. Server and service worker answer these addresses with this module. (Tests are
//! the server's alone, since their answers must not travel: [`crate::test`].)
//!
//! [`show`] answers a GET with the inside of `<main>`; [`deed`] reads a POST into what a person does; [`after`] says where
//! the browser goes then. What differs between the two shells (loading, saving, the frame) is theirs.

mod answer;
mod course;
pub(crate) mod drawn;
mod drill;
mod form;
mod learn;
mod lesson;
mod paths;
mod practice;
mod route;
mod run;
mod words;

pub use answer::{NotShown, Shown, after, deed, show};
pub use course::{CoursePage, LessonLine, advised, left_open};
pub(crate) use course::{next_step, open_test, review_card};
pub(crate) use drill::drill_phone;
pub use drill::{DrillEnd, DrillMessagePage, DrillPage};
pub use form::Form;
pub use learn::{CourseCard, LearnPage};
pub use lesson::LessonPage;
pub use paths::{PathCard, PathsPage};
pub use practice::PracticePage;
pub use route::Route;
pub use run::RunPage;
