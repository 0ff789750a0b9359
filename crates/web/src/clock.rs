//! The only place that asks for the time and draws chance.

use domain::ids::Chance;
use jiff::Timestamp;

/// Now.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
#[must_use]
pub fn now() -> Timestamp {
    // Milliseconds are what the record keeps; what is shown and what is stored shall be the same instant.
    let now = Timestamp::now();
    Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
}

/// Chance for one id.
#[must_use]
pub fn chance() -> Chance {
    bytes()
}

/// So many bytes of chance from the operating system.
///
/// # Panics
/// When the operating system has none to give, in which case nothing here can be safe.
#[must_use]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}
