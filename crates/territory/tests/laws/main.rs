//! The crate's laws, over the real registers and over made-up ones.

#[cfg(test)]
mod properties;
#[cfg(test)]
mod real;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod registers;
#[cfg(test)]
mod search;
