//! One story for each context, told on both databases.

mod figures;
mod house;
mod learners;
mod sessions;
