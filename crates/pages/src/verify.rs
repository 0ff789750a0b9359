//! Is a certificate genuine and valid? One large sign, plain words.

use domain::recognition::{Assurance, RevokeReason};
use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, icon};
use crate::urls;

/// What a genuine certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Genuine {
    /// The name of the holder, or its initials.
    pub name: String,
    /// Whether only the initials are shown, as of every young learner.
    pub is_initials: bool,
    /// What was completed.
    pub profile: String,
    /// Its number.
    pub number: String,
    /// How it was earned, where that is kept.
    pub assurance: Option<Assurance>,
    /// The day of issue.
    pub issued: Date,
    /// The last day it is valid; `None` for no end.
    pub until: Option<Date>,
    /// Whether it was issued in a demonstration and is worth nothing.
    pub is_demonstration: bool,
}

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verify {
    /// Genuine and valid today.
    Valid(Genuine),
    /// Genuine, its time is over.
    Expired(Genuine),
    /// Genuine once, revoked.
    Revoked {
        /// What it said.
        certificate: Genuine,
        /// Since when it is void.
        on: Date,
        /// Why: the category. The words of the official are for nobody else.
        reason: String,
    },
    /// Genuine once, its place was taken by one with the name put right.
    Replaced {
        /// What it said.
        certificate: Genuine,
        /// Since when.
        on: Date,
    },
    /// Not issued here, or changed.
    NotGenuine,
}

impl Verify {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let (class, sign, title, meaning) = self.sign(m);
        html! {
            div class=(class) {
                (icon(sign))
                h1 { (title) }
                p { (meaning) }
            }
            @match self {
                Self::Valid(certificate) | Self::Expired(certificate) => { (facts(m, certificate)) }
                Self::Revoked { certificate, on, reason } => {
                    (ui::facts(&[
                        (m.verify_revoked_on(), html! { (m.date(*on)) }),
                        (m.verify_reason(), html! { span.cap { (reason) } }),
                    ]))
                    (facts(m, certificate))
                }
                Self::Replaced { certificate, on } => {
                    (ui::facts(&[(m.verify_replaced_on(), html! { (m.date(*on)) })]))
                    (facts(m, certificate))
                }
                Self::NotGenuine => {}
            }
            p.links {
                (ui::link_quiet(&urls::verify_ask(), m.verify_another()))
                (ui::link_quiet(&urls::issuer(), m.issuer_title()))
            }
        }
    }

    const fn sign(&self, m: Messages) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Valid(_) => ("sign sign-good", "circle-check", m.verify_valid(), m.verify_valid_means()),
            Self::Expired(_) => ("sign sign-warn", "clock", m.verify_expired(), m.verify_expired_means()),
            Self::Revoked { .. } => {
                ("sign sign-bad", "circle-x", m.verify_revoked(), m.verify_revoked_means())
            }
            Self::Replaced { .. } => {
                ("sign sign-warn", "clock", m.verify_replaced(), m.verify_replaced_means())
            }
            Self::NotGenuine => ("sign sign-bad", "circle-x", m.verify_false(), m.verify_false_means()),
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.verify_title(), &self.main(m), &[])
    }

    /// The findings.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let genuine = Genuine {
            name: "Nguyễn Thị Mai".into(),
            profile: "Kỹ năng số ban đầu cho người dân".into(),
            number: "HVS-2026-000123".into(),
            issued: date(2026, 11, 22),
            until: Some(date(2028, 11, 22)),
            assurance: Some(Assurance::Supervised),
            is_initials: false,
            is_demonstration: true,
        };
        let initials = Genuine {
            name: "N. V. V.".into(),
            is_initials: true,
            is_demonstration: false,
            ..genuine.clone()
        };
        let plain = Genuine { until: None, is_demonstration: false, ..genuine.clone() };
        vec![
            Self::Valid(genuine.clone()),
            Self::Expired(plain),
            Self::Replaced { certificate: initials, on: date(2027, 1, 3) },
            Self::Revoked {
                certificate: genuine,
                on: date(2027, 1, 3),
                reason: Messages(lang).revoke_reason(Some(RevokeReason::EvidenceVoided)).into(),
            },
            Self::NotGenuine,
        ]
    }
}

fn facts(m: Messages, certificate: &Genuine) -> Markup {
    let until = certificate.until.map_or_else(|| m.cert_forever().to_owned(), |date| m.date(date));
    html! {
        @if certificate.is_demonstration { (ui::boxed(ui::Tone::Warn, &html! { p { (m.cert_demo()) } })) }
        (ui::facts(&[
            (m.verify_name(), html! {
                b { (certificate.name) }
                @if certificate.is_initials { span.hint { (m.verify_short_name()) } }
            }),
            (m.verify_for(), html! { (certificate.profile) }),
            (m.cert_number(), html! { span.nb { (certificate.number) } }),
            (m.cert_issued(), html! { (m.date(certificate.issued)) }),
            (m.cert_until(), html! { (until) }),
        ]))
        @if let Some(assurance) = certificate.assurance {
            (ui::facts(&[(m.cert_assurance(), html! { (m.assurance(assurance)) })]))
        }
    }
}
