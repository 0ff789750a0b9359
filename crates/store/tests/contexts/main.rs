//! One story for each context, told on both databases.

mod badges;
mod bulk;
mod credentials;
mod figures;
mod house;
mod keeping;
mod learners;
mod offices;
mod recognition;
mod recount;
mod reference;
mod sessions;
mod sittings;
mod tests;
mod versions;
