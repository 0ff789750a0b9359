//! Tests as people meet them: told before they start, one question a page, explained at the end. Online only: the answers stay on
//! the server.

mod before;
mod question;
mod result;
mod stop;

pub use before::{Again, TestPage};
pub use question::{OverPage, PausedPage, QuestionPage, choice_shown_at};
pub use result::{Explained, ResultPage, SkillLine};
pub use stop::StopPage;
