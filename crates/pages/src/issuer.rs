//! Who issues the certificates, and with which keys: for a person who checks, and the way on for a machine.

use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui;
use crate::urls;

/// The page of the issuer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// The identity that signs.
    pub id: String,
    /// The keys, the newest first.
    pub keys: Vec<KeyRow>,
    /// What is certified: id and name.
    pub profiles: Vec<(String, String)>,
    /// By which frameworks: id, name and version.
    pub frameworks: Vec<(String, String, String)>,
    /// Whether certificates are worth nothing.
    pub is_demonstration: bool,
}

/// A key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// As others write it.
    pub name: String,
    /// What became of it.
    pub state: KeyState,
}

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// It signs.
    Active,
    /// It signs no more, and what it signed holds.
    Retired,
    /// Nothing that it signed is believed since this day.
    Revoked(Date),
}

impl Issuer {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.issuer_title()) }
            p.lead { (m.issuer_lead(m.product())) }
            @if self.is_demonstration { p { strong { (m.issuer_demo()) } } }
            h2 { (m.issuer_id()) }
            p { code { (self.id) } }
            h2 { (m.issuer_keys()) }
            ul { @for key in &self.keys { li { code { (key.name) } br; (key.state.say(m)) } } }
            h2 { (m.issuer_profiles()) }
            ul { @for (id, name) in &self.profiles { li id=(id) { (name) } } }
            h2 { (m.issuer_frameworks()) }
            ul {
                @for (id, name, version) in &self.frameworks {
                    li id={ "framework-" (id) } { (name) ", " (m.issuer_version(version)) }
                }
            }
            h2 { (m.issuer_machines()) }
            p { (ui::link_quiet(&urls::did_document(), m.issuer_document())) }
            p { (ui::link_quiet(&urls::status_list(1), m.issuer_list())) }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.issuer_title(), &self.main(m), &[])
    }

    /// One key; and all states of keys in a demonstration.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let key = |name: &str, state| KeyRow { name: name.into(), state };
        let plain = Self {
            id: "did:web:hocvuso.example".into(),
            keys: vec![key("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", KeyState::Active)],
            profiles: vec![("starter-resident".into(), "Kỹ năng số đầu tiên của người dân".into())],
            frameworks: vec![("starter".into(), "Bộ kỹ năng khởi đầu của Học Vụ Số".into(), "1.0".into())],
            is_demonstration: false,
        };
        let mut many = Self { is_demonstration: true, ..plain.clone() };
        many.keys.push(key("z6MkjLrk3gKS2nnkeWcmcxiZPGskmesDpuwRBorgHxUXfxnG", KeyState::Retired));
        many.keys.push(key(
            "z6MktULudTtAsAhRegYPiZ6631RV3viv12qd4GQF8z1xB22S",
            KeyState::Revoked(date(2026, 11, 22)),
        ));
        vec![plain, many]
    }
}

impl KeyState {
    fn say(self, m: Messages) -> String {
        match self {
            Self::Active => m.issuer_key_active().to_owned(),
            Self::Retired => m.issuer_key_retired().to_owned(),
            Self::Revoked(day) => m.issuer_key_revoked(&m.date(day)),
        }
    }
}
