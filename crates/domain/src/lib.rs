//! The movement's own rules, by context. Pure: no IO, no clock, no chance; decisions are values.

pub mod text;
