//! Certificates and cards as PDF: worded values in, bytes out.
//!
//! Whoever asks gives every text already worded in the reader's language, so this crate knows no message, no clock and no
//! address of its own. What comes out is PDF/A-2a and PDF/UA-1: fonts embedded, tagged for screen readers, the same bytes
//! for the same value.
//!
//! Three forms: [`certificate_a4`] for the wall, [`certificate_card`] for the wallet (85.6 × 54 mm, two sides), and
//! [`card_sheet`], ten cards on a page with marks to cut along, for a class.
//!
//! A new form is a file beside `card.rs` that draws on a `paper::Page`; lengths there are millimetres from the top left,
//! sizes of type are points.

mod book;
mod card;
mod certificate;
mod face;
mod ladder;
mod paper;
mod qr;
pub mod samples;
mod skills;
mod text;

use jiff::civil::Date;

pub use card::{card_sheet, certificate_card};
pub use certificate::certificate_a4;

/// What stands on a certificate, worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateSheet {
    /// The language of the texts, such as `vi`.
    pub lang: &'static str,
    /// The name of the product, beside its mark.
    pub product: String,
    /// What this paper is: "Giấy chứng nhận".
    pub title: String,
    /// The words before the name.
    pub certifies: String,
    /// The holder, as it shall be printed.
    pub name: String,
    /// What was completed.
    pub has: String,
    /// Lines below: group, framework and version, place.
    pub details: Vec<String>,
    /// The heading of the skills.
    pub skills_title: String,
    /// What stands in their place when they are too many for the front and are listed on the back.
    pub skills_overleaf: String,
    /// The skills and how far each was reached.
    pub skills: Vec<Skill>,
    /// Label and value: number, day of issue, validity.
    pub facts: Vec<(String, String)>,
    /// The place for a signature and a seal.
    pub signature: Signature,
    /// The QR and the words beside it.
    pub proof: Proof,
    /// Words that mark a demonstration.
    pub demonstration: Option<String>,
    /// The day of issue: the date of the document.
    pub issued: Date,
}

/// A skill on a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// Its title.
    pub title: String,
    /// How many of the five steps of the ladder were taken; more than five counts as five.
    pub steps: u8,
    /// The rung in words.
    pub rung: String,
}

/// Where the unit signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// "Xác nhận của đơn vị".
    pub title: String,
    /// The unit that issues, if known.
    pub unit: Option<String>,
    /// What to write there.
    pub hint: String,
}

/// What lets anybody check the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The content of the QR: an address.
    pub address: String,
    /// The QR for those who don't see it.
    pub label: String,
    /// The words beside the QR.
    pub scan: String,
}

/// What stands on a card, worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The language of the texts, such as `vi`.
    pub lang: &'static str,
    /// The name of the product, beside its mark.
    pub product: String,
    /// What this card is.
    pub title: String,
    /// The holder, as it shall be printed.
    pub name: String,
    /// What was completed.
    pub has: String,
    /// Label and value: number, validity.
    pub facts: Vec<(String, String)>,
    /// The QR and the words beside it.
    pub proof: Proof,
    /// Words that mark a demonstration.
    pub demonstration: Option<String>,
    /// The day of issue.
    pub issued: Date,
}

/// Why nothing could be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintRefused {
    /// A letter that the fonts do not have; they hold all of Vietnamese and the Latin letters of Europe.
    #[error("no glyph for {0:?}")]
    Letter(char),
    /// The address fits into no QR code.
    #[error("the address is too long for a QR code")]
    Address,
    /// The finished document breaks a rule of PDF/A or PDF/UA.
    #[error("the document breaks its standard: {0}")]
    Standard(String),
}
