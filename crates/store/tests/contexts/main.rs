//! One story for each context, told on both databases.

mod bulk;
mod figures;
mod house;
mod learners;
mod offices;
mod recount;
mod reference;
mod sessions;
mod sittings;
