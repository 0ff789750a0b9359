//! The certificate: a sheet of A4 to keep, to print, to have signed.

use domain::recognition::{Assurance, RevokeReason};
use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::me::{SkillRow, sample_skills};
use crate::messages::Messages;
use crate::ui::{self, Rung, Tone};
use crate::urls;

/// What became of a certificate since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// Nothing: it is valid.
    Valid,
    /// Its time is over.
    Expired,
    /// It was revoked.
    Revoked {
        /// When.
        on: Date,
        /// Why, from the list.
        reason: Option<RevokeReason>,
        /// Why, in the words of the official: for the holder's eyes.
        words: String,
    },
    /// Another one took its place, with the name put right.
    Replaced {
        /// The number of that one.
        number: String,
    },
}

/// What its holder can do about it now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ways {
    /// How to correct the name; `None` when that is over.
    pub correct: Option<Correcting>,
    /// How to renew it; `None` while it is valid for long.
    pub renew: Option<Renewing>,
}

/// How the name can be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correcting {
    /// By the holder.
    Oneself,
    /// By an officer.
    Officer,
}

/// Whether a certificate near its end can be renewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewing {
    /// Now.
    Now,
    /// After a test.
    AfterTest,
}

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
    /// The group, as which the holder counted.
    pub group: Option<String>,
    /// Title and version of the framework.
    pub framework: Option<(String, String)>,
    /// How it was earned; `None` on those issued before this was kept.
    pub assurance: Option<Assurance>,
    /// Who confirms it, when the blueprint says.
    pub confirmed_by: Option<String>,
    /// The skills and the rungs they were on, on the day of issue.
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
    /// What became of it.
    pub became: Became,
    /// The number of the renewal, when there is one; this one still holds.
    pub renewed_by: Option<String>,
    /// Whether it is being reviewed.
    pub in_review: bool,
    /// What the holder can do.
    pub ways: Ways,
}

impl Certificate {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            div.no-print { (ui::back(m, &urls::me())) (self.notices(m)) }
            article.cert { (self.sheet(m)) }
            p.muted.center.no-print { (m.cert_print_hint()) }
            @if self.can_be_printed() { (self.files(m)) (self.elsewhere(m)) }
            p.center.no-print { (ui::link_quiet(&urls::verify(&self.code), m.cert_check_link())) }
            div.no-print { (self.ways(m)) }
        }
    }

    /// What became of it, above the sheet.
    fn notices(&self, m: Messages) -> Markup {
        html! {
            @match &self.became {
                Became::Valid => {}
                Became::Expired => { (ui::boxed(Tone::Warn, &html! { p { (m.cert_is_expired()) } })) }
                Became::Revoked { on, reason, words } => {
                    (ui::boxed(Tone::Danger, &html! {
                        p { (ui::unbroken(&m.cert_is_revoked(&m.date(*on), m.revoke_reason(*reason)))) }
                        @if !words.is_empty() { p { (words) } }
                        p { (m.cert_object()) }
                    }))
                }
                Became::Replaced { number } => {
                    (ui::boxed(Tone::Warn, &html! { p { (m.cert_is_replaced(number)) } }))
                    (ui::link_secondary(&urls::certificate(number), m.cert_see_newer()))
                }
            }
            @if let Some(number) = &self.renewed_by {
                (ui::boxed(Tone::Info, &html! { p { (m.cert_is_renewed(number)) } }))
                (ui::link_secondary(&urls::certificate(number), m.cert_see_newer()))
            }
            @if self.in_review { (ui::boxed(Tone::Info, &html! { p { (m.cert_in_review()) } })) }
        }
    }

    /// What can be done about it, below the sheet.
    fn ways(&self, m: Messages) -> Markup {
        let until = self.until.map(|date| m.date(date)).unwrap_or_default();
        html! {
            @match self.ways.renew {
                Some(Renewing::Now) => {
                    form #act.center method="post" action=(urls::certificate_renew(&self.number)) {
                        p { (ui::unbroken(&m.cert_renew_hint(&until))) }
                        (ui::button(m.cert_renew()))
                    }
                }
                Some(Renewing::AfterTest) => { p.center { (m.cert_renew_not_met()) } }
                None => {}
            }
            @match self.ways.correct {
                Some(Correcting::Oneself) => {
                    p.center { (ui::link_quiet(&urls::certificate_correct(&self.number), m.cert_name_wrong())) }
                }
                Some(Correcting::Officer) => { p.muted.center { (m.cert_name_ask_officer()) } }
                None => {}
            }
        }
    }

    /// Whether paper may still be made of it: not once it was taken back.
    #[must_use]
    pub const fn can_be_printed(&self) -> bool {
        matches!(self.became, Became::Valid | Became::Expired)
    }

    /// What the sheet itself says once it was taken back: also a page that is printed must not look valid.
    const fn ended(&self, m: Messages) -> Option<&'static str> {
        match self.became {
            Became::Valid | Became::Expired => None,
            Became::Revoked { .. } => Some(m.verify_revoked()),
            Became::Replaced { .. } => Some(m.verify_replaced()),
        }
    }

    /// The ways to other systems.
    fn elsewhere(&self, m: Messages) -> Markup {
        let number = &self.number;
        html! {
            section.no-print.center {
                h2 { (m.cert_elsewhere()) }
                p.muted { (m.cert_elsewhere_means()) }
                p {
                    a href=(urls::credential_png(number)) download { (m.cert_as_png()) } " · "
                    a href=(urls::credential_svg(number)) download { (m.cert_as_svg()) } " · "
                    a href=(urls::credential_json(number)) download { (m.cert_as_json()) } " · "
                    a href=(urls::credential_jwt(number)) download { (m.cert_as_token()) }
                }
            }
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
            @if let Some(ended) = self.ended(m) { p.cert-demo { (ended) } }
            h1 { (m.cert_title()) }
            p { (m.cert_of()) }
            p.cert-name { (self.name) }
            p.cert-profile { (m.cert_has(&self.profile)) }
            (self.about(m))
            section.cert-skills {
                h2 { (m.cert_skills()) }
                @for skill in &self.skills { (skill.show(m)) }
            }
            div.cert-foot { (self.proof(m)) (signature(m)) }
        }
    }

    /// Group, place, framework, assurance: small lines below the profile.
    fn about(&self, m: Messages) -> Markup {
        let place: Vec<&str> = self.group.iter().chain(&self.place).map(String::as_str).collect();
        html! {
            @if !place.is_empty() { p.muted { (place.join(" · ")) } }
            dl.cert-about {
                @if let Some((title, version)) = &self.framework {
                    div { dt { (m.cert_framework()) } dd { (m.cert_framework_version(title, version)) } }
                }
                @if let Some(assurance) = self.assurance {
                    div { dt { (m.cert_assurance()) } dd { (m.assurance(assurance)) } }
                }
                @if let Some(who) = &self.confirmed_by { div { dt { (m.cert_confirmed_by()) } dd { (who) } } }
            }
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
        let forms: &[&str] = if self.ways.renew == Some(Renewing::Now) { &["act"] } else { &[] };
        layout_desk(frame, m.cert_title(), &self.main(m), forms)
    }

    /// The longest name in a demonstration; one of before, without place or end; revoked; replaced; in review; near its end.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let longest = Self {
            number: "HVS-2026-000123".into(),
            name: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
            profile: "Kỹ năng số ban đầu cho người dân".into(),
            place: Some("phường Nghĩa Đô, thành phố Hà Nội".into()),
            group: Some("Người dân".into()),
            framework: Some(("Bộ kỹ năng khởi đầu của Học Vụ Số".into(), "1.0".into())),
            assurance: Some(Assurance::SelfTaken),
            confirmed_by: Some("Ủy ban nhân dân phường Nghĩa Đô".into()),
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
            became: Became::Valid,
            renewed_by: None,
            in_review: false,
            ways: Ways { correct: Some(Correcting::Oneself), renew: None },
        };
        let plain = Self {
            name: "Lê An".into(),
            place: None,
            until: None,
            group: None,
            framework: None,
            assurance: None,
            confirmed_by: None,
            is_demonstration: false,
            ways: Ways { correct: Some(Correcting::Officer), renew: None },
            ..longest.clone()
        };
        let revoked = Self {
            became: Became::Revoked {
                on: date(2027, 1, 3),
                reason: Some(RevokeReason::WrongPerson),
                words: "Biên bản ghi người khác ngồi vào chỗ này.".into(),
            },
            ways: Ways::default(),
            ..longest.clone()
        };
        let replaced = Self {
            became: Became::Replaced { number: "HVS-2026-000124".into() },
            ways: Ways::default(),
            ..longest.clone()
        };
        let in_review = Self {
            in_review: true,
            renewed_by: Some("HVS-2028-000007".into()),
            ways: Ways { correct: None, renew: Some(Renewing::AfterTest) },
            ..longest.clone()
        };
        let ending = Self { ways: Ways { correct: None, renew: Some(Renewing::Now) }, ..longest.clone() };
        let expired = Self { became: Became::Expired, ..ending.clone() };
        vec![longest, plain, revoked, replaced, in_review, ending, expired]
    }
}

fn signature(m: Messages) -> Markup {
    html! { div.cert-sign { p { b { (m.cert_signed_by()) } } p.small.muted { (m.cert_sign_hint()) } } }
}
