//! The pages of whoever sits a supervised examination, from the code to the seat. The questions themselves are those of any test.

mod back;
mod code;
mod join;
mod seat;

pub use back::ExamReturn;
pub use code::ExamCode;
pub use join::{Device, ExamJoin};
pub use seat::{ExamSeat, MySeat};
