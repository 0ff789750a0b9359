//! Is a certificate genuine, as far as a device without a network can tell? It says how old its knowledge is.

use domain::ids::CertificateId;
use domain::recognition::Assurance;
use domain::recognition::snapshot::{Holds, Judged, Snapshot, Told};
use domain::text::{Lang, Text};
use jiff::Timestamp;
use jiff::civil::date;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, icon};
use crate::urls;
use crate::verify::{Genuine, Verify};

const DAY_MS: i64 = 86_400_000;

/// What a device found of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyOffline {
    /// What was asked about: a code, or a number.
    pub code: String,
    /// What the code was found to be; `None` when it is no code but the number printed beside it.
    pub judged: Option<Judged>,
    /// As of when the device knows of withdrawals.
    pub as_of: Timestamp,
    /// The device's clock.
    pub now: Timestamp,
    /// Whether the issuer is a demonstration.
    pub is_demonstration: bool,
}

impl VerifyOffline {
    /// The page about a code, as a snapshot tells.
    #[must_use]
    pub fn of(code: &str, snapshot: &Snapshot, now: Timestamp) -> Self {
        let is_number = credential::parse_short_number(code).is_some();
        Self {
            code: code.into(),
            judged: (!is_number).then(|| snapshot.judge(code, domain::learning::day_of(now))),
            as_of: snapshot.made_at,
            now,
            is_demonstration: snapshot.is_demonstration,
        }
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            @match &self.judged {
                None => { (unsure(m.verify_off_number_title(), m.verify_off_number_means())) }
                Some(Judged::UnknownKey) => { (unsure(m.verify_off_key_title(), m.verify_off_key_means())) }
                Some(Judged::NotGenuine) => { (Verify::NotGenuine.main(m)) }
                Some(Judged::Genuine { certificate, holds }) => {
                    (self.verdict(m, certificate, *holds).main(m))
                    (self.how_it_is_known(m, certificate))
                }
            }
            div.actions { (ui::link_secondary(&urls::verify(&self.code), m.verify_off_again())) }
        }
    }

    fn verdict(&self, m: Messages, told: &Told, holds: Holds) -> Verify {
        let certificate = Genuine {
            name: if told.name.is_empty() { "–".into() } else { told.name.clone() },
            is_initials: is_initials(&told.name),
            profile: told.profile.get(m.0).to_owned(),
            number: credential::short_number(*told.id.0.as_bytes()),
            assurance: told.assurance,
            issued: told.issued,
            until: told.until,
            is_demonstration: self.is_demonstration,
        };
        match holds {
            Holds::Valid => Verify::Valid(certificate),
            Holds::Expired => Verify::Expired(certificate),
            Holds::Withdrawn { on } => {
                Verify::Revoked { certificate, on, reason: m.verify_off_withdrawn_reason().into() }
            }
        }
    }

    fn how_it_is_known(&self, m: Messages, told: &Told) -> Markup {
        let days = (self.now.as_millisecond() - self.as_of.as_millisecond()) / DAY_MS;
        let old = if days > 0 { ui::Tone::Warn } else { ui::Tone::Info };
        ui::boxed(
            old,
            &html! {
                p { (m.verify_off_lead()) }
                @if !told.name.is_empty() { p { (m.verify_off_name()) } }
                p { (ui::unbroken(&m.verify_off_as_of(&m.moment(self.as_of)))) }
                @if days > 0 { p { (m.verify_off_days(days)) } }
            },
        )
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.verify_title(), &self.main(m), &[])
    }

    /// Genuine and fresh, withdrawn and old, expired without a name, a stranger's key, a forgery, a number.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let at = |second| Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH);
        let told = Told {
            id: CertificateId::mint(at(1_795_000_000), [9; 10]),
            name: "Nguyễn Thị Mai".into(),
            profile: Text::new("Kỹ năng số đầu tiên của người dân", "First digital skills of a resident"),
            assurance: Some(Assurance::Supervised),
            issued: date(2026, 11, 22),
            until: Some(date(2028, 11, 22)),
        };
        let nameless = Told { name: String::new(), assurance: None, ..told.clone() };
        let page = |judged| Self {
            code: "08CODE".into(),
            judged,
            as_of: at(1_795_000_000),
            now: at(1_795_003_600),
            is_demonstration: true,
        };
        let genuine = |certificate, holds| Some(Judged::Genuine { certificate, holds });
        let withdrawn = genuine(told.clone(), Holds::Withdrawn { on: date(2026, 11, 24) });
        vec![
            page(genuine(told, Holds::Valid)),
            Self { now: at(1_796_000_000), ..page(withdrawn) },
            Self { is_demonstration: false, ..page(genuine(nameless, Holds::Expired)) },
            page(Some(Judged::UnknownKey)),
            page(Some(Judged::NotGenuine)),
            page(None),
        ]
    }
}

/// Whether a name is letters only, as codes of children hold it.
fn is_initials(name: &str) -> bool {
    !name.is_empty() && name.split(' ').all(|word| word.ends_with('.'))
}

fn unsure(title: &str, meaning: &str) -> Markup {
    html! {
        div.sign.sign-warn { (icon("clock")) h1 { (title) } p { (meaning) } }
    }
}
