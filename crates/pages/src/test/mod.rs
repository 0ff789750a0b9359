//! Tests as people meet them: told before they start, one question a page, explained at the end. Online only: the answers stay on
//! the server.

mod asked;
mod before;
mod explained;
mod question;
mod result;
mod stop;

pub use asked::{Asked, answer, screen};
pub use before::{Again, TestPage};
pub use explained::{Explained, Mark, Verdict};
pub use question::{OverPage, PausedPage, QuestionPage};
pub use result::{ResultPage, SkillLine};
pub use stop::StopPage;
