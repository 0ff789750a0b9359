//! Learning: the course, its lessons and practices, and its check. Server and service worker answer these addresses with
//! this module; the check is the server's alone, since its answers must not travel.
//!
//! [`show`] answers a GET with the inside of `<main>`; [`deed`] reads a POST into what a person does; [`after`] says where
//! the browser goes then. What differs between the two shells (loading, saving, the frame) is theirs.

mod answer;
mod check;
mod course;
mod form;
mod lesson;
mod practice;
mod route;
mod run;
mod words;

pub use answer::{NotShown, Shown, after, deed, show};
pub use check::{CheckPage, Explained, QuestionPage, ResultPage, choice_shown_at};
pub use course::{CoursePage, LessonLine};
pub use form::Form;
pub use lesson::LessonPage;
pub use practice::PracticePage;
pub use route::Route;
pub use run::RunPage;
