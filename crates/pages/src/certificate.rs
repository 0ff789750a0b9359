//! The certificate: a sheet of A4 to keep, to print, to have signed.

use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::me::{SkillRow, sample_skills};
use crate::messages::Messages;
use crate::ui::{self, Rung};
use crate::urls;

/// A certificate as issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Its number.
    pub number: String,
    /// The name of the holder.
    pub name: String,
    /// What was completed.
    pub profile: String,
    /// The commune of the day of issue, if told.
    pub place: Option<String>,
    /// The skills and the rungs they were on.
    pub skills: Vec<SkillRow>,
    /// The day of issue.
    pub issued: Date,
    /// The last day it is valid; `None` for no end.
    pub until: Option<Date>,
    /// The signed code; the QR leads to the page that checks it.
    pub code: String,
    /// Scheme and host in front of the address in the QR, such as `https://example.vn`.
    pub origin: String,
    /// Whether it was issued in a demonstration and is worth nothing.
    pub is_demonstration: bool,
}

impl Certificate {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            div.no-print { (ui::back(m, &urls::me())) }
            article.cert { (self.sheet(m)) }
            p.muted.center.no-print { (m.cert_print_hint()) }
            (self.files(m))
            p.center.no-print { (ui::link_quiet(&urls::verify(&self.code), m.cert_check_link())) }
        }
    }

    /// The files to print elsewhere.
    fn files(&self, m: Messages) -> Markup {
        html! {
            div.no-print.center {
                p.muted { (m.cert_pdf_hint()) }
                p { (ui::link_secondary(&urls::certificate_pdf(&self.number), m.cert_pdf())) }
                p { (ui::link_secondary(&urls::certificate_card_pdf(&self.number), m.cert_pdf_card())) }
            }
        }
    }

    fn sheet(&self, m: Messages) -> Markup {
        html! {
            header { (ui::mark()) span { (m.product()) } }
            @if self.is_demonstration { p.cert-demo { (m.cert_demo()) } }
            h1 { (m.cert_title()) }
            p { (m.cert_of()) }
            p.cert-name { (self.name) }
            p.cert-profile { (m.cert_has(&self.profile)) }
            @if let Some(place) = &self.place { p.muted { (place) } }
            section.cert-skills {
                h2 { (m.cert_skills()) }
                @for skill in &self.skills { (skill.show(m)) }
            }
            div.cert-foot { (self.proof(m)) (signature(m)) }
        }
    }

    fn proof(&self, m: Messages) -> Markup {
        let until = self.until.map_or_else(|| m.cert_forever().to_owned(), |date| m.date(date));
        let link = format!("{}{}", self.origin, urls::verify(&self.code));
        html! {
            div.cert-proof {
                (ui::qr(m.cert_qr(), &link))
                div {
                    p.small { (m.cert_scan()) }
                    p.small {
                        (m.cert_number()) ": " b { (self.number) } br;
                        (m.cert_issued()) ": " (m.date(self.issued)) br;
                        (m.cert_until()) ": " (until)
                    }
                }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.cert_title(), &self.main(m), &[])
    }

    /// The longest name in a demonstration; a plain one without place or end.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let longest = Self {
            number: "HVS-2026-000123".into(),
            name: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
            profile: "Kỹ năng số ban đầu cho người dân".into(),
            place: Some("phường Nghĩa Đô, thành phố Hà Nội".into()),
            skills: sample_skills([
                Some(Rung::Passed),
                Some(Rung::Retained),
                Some(Rung::Passed),
                Some(Rung::Passed),
            ]),
            issued: date(2026, 11, 22),
            until: Some(date(2028, 11, 22)),
            code: "HVS1.eyJuIjoxMjN9.c2lnbmF0dXJlLXNhbXBsZS1zaWduYXR1cmUtc2FtcGxl".into(),
            origin: "https://hocvuso.example".into(),
            is_demonstration: true,
        };
        let plain = Self {
            name: "Lê An".into(),
            place: None,
            until: None,
            is_demonstration: false,
            ..longest.clone()
        };
        vec![longest, plain]
    }
}

fn signature(m: Messages) -> Markup {
    html! { div.cert-sign { p { b { (m.cert_signed_by()) } } p.small.muted { (m.cert_sign_hint()) } } }
}
