//! Recognition: a certificate for who meets the profile of their group, its life, and badges.
//!
//! # Words
//! A certificate *shows* what was so on the day of issue ([`Shown`]); its *life* ([`Life`]) is what became of it since. To *void* a
//! statement is to take its weight away: it stays in the record. A *review* is the look of a person at something doubted.
//!
//! # Laws
//! 1. A certificate is issued only to who meets the profile at that moment.
//! 2. A person has at most one valid certificate of a profile; asking again gives the same one. Only a renewal stands beside the old.
//! 3. What a certificate shows never changes; a name is put right by a new one that takes the place of the old.
//! 4. Voiding leaves a person where they would stand had the statement never been; certificates that lose ground by it get a
//!    review and stay valid until it is decided.
//! 5. Nothing but a review, decided by a person, gives back what was revoked.
//! 6. A badge is shared by its owner alone, and no child's ever.
//! 7. A device that holds a [`snapshot`] judges a code as the server did when the snapshot was made.
//!
//! # Adding a verb
//! Write `<verb>.rs` with its decision and its `…Refused`; the web only loads, asks it, and saves.

mod badges;
mod certificate;
mod code;
mod correct;
mod issue;
mod renew;
mod review;
mod revoke;
pub mod snapshot;
mod void;

pub use crate::assessment::Assurance;
pub use badges::{BADGE_FROM, Badge, HELPER_STEPS, ShareRefused, badges, share};
pub use certificate::{
    Because, Certificate, FrameworkMark, Life, Replaces, Revocation, RevokeReason, RungMark, Shown, Status,
    Terms,
};
pub use code::{Naming, claims};
pub use correct::{CorrectRefused, Corrector, HOLDER_CORRECTS_WITHIN_DAYS, correct, may_correct};
pub use issue::{IssueRefused, issue, taken_back};
pub use renew::{RENEW_WITHIN_DAYS, RenewRefused, may_renew, renew};
pub use review::{
    Consequence, DecideRefused, Decided, Judge, Review, ReviewKind, Verdict, decide, may_decide,
};
pub use revoke::{
    ReinstateRefused, RevokeRefused, WORDS_CHARS_MAX, WORDS_CHARS_MIN, explained, reinstate, revoke,
};
pub use void::{VoidRefused, Voiding, void};
