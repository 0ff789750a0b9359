//! Supervised examinations, for whoever sits: from the code to the seat. The questions themselves are those of any test.

mod begin;
mod code;
mod join;
mod seat;
mod settle;
mod tries;

pub(crate) use begin::begin;
pub(crate) use code::{back, enter, go_back, show as code};
pub(crate) use join::{ask as join_form, join};
pub(crate) use seat::{hand_on, leave, show as seat};
