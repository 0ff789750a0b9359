//! The certificates issued in a place, and one of them as an official sees it.

use domain::recognition::RevokeReason;
use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::targets::UnitName;
use crate::ui::{self, Field, FieldKind, Head, Table, Tone};
use crate::urls::{self, Url};

/// What a certificate is worth, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateStatus {
    /// Valid.
    Valid,
    /// Valid, and looked at again.
    InReview,
    /// Its time is over.
    Expired,
    /// Revoked.
    Revoked,
    /// Replaced.
    Replaced,
}

impl CertificateStatus {
    fn say(self, m: Messages) -> &'static str {
        match self {
            Self::Valid => m.status_valid(),
            Self::InReview => m.status_in_review(),
            Self::Expired => m.status_expired(),
            Self::Revoked => m.status_revoked(),
            Self::Replaced => m.status_replaced(),
        }
    }
}

/// A certificate in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateLine {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The holder: of a child the initials.
    pub holder: String,
    /// The day of issue.
    pub issued: Date,
    /// What it is worth.
    pub status: CertificateStatus,
}

/// The certificates issued in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateList {
    /// The unit.
    pub unit: UnitName,
    /// The number that was looked for and not found.
    pub not_found: Option<String>,
    /// Those of this sheet.
    pub lines: Vec<CertificateLine>,
    /// Where the next sheet is.
    pub more: Option<Url>,
}

impl CertificateList {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let field =
            Field { name: "q", label: m.certs_find(), hint: m.certs_find_hint(), kind: FieldKind::Search };
        html! {
            (ui::back(m, &urls::targets(&self.unit.id)))
            h1 { (m.certs_title()) ": " (self.unit.name) }
            p.muted { (m.certs_lead(&self.unit.name)) }
            form role="search" method="get" action=(urls::certificates()) {
                input type="hidden" name="unit" value=(self.unit.id);
                (ui::search_field(m, field, self.not_found.as_deref().unwrap_or_default()))
            }
            @if self.not_found.is_some() { (ui::boxed(Tone::Warn, &html! { p { (m.certs_find_none()) } })) }
            div.actions {
                (ui::link_secondary(&urls::certificate_batch().with("unit", &self.unit.id), m.certs_batch()))
                (ui::link_quiet(&urls::reviews().with("unit", &self.unit.id), m.certs_reviews()))
            }
            @if self.lines.is_empty() { (ui::boxed(Tone::Info, &html! { p { (m.certs_none()) } })) }
            @else { (self.table(m)) }
            @if let Some(more) = &self.more { (ui::link_quiet(more, m.certs_more())) }
        }
    }

    fn table(&self, m: Messages) -> Markup {
        let heads = vec![
            Head::words(m.cert_number()),
            Head::words(m.case_holder()),
            Head::figures(m.cert_issued()),
            Head::words(m.certs_status()),
        ];
        let row = |line: &CertificateLine| {
            vec![
                html! { a href=(urls::certificate_case(&line.id)) { span.nb { (line.number) } } },
                html! { (line.holder) },
                html! { span.nb { (m.date(line.issued)) } },
                html! { (line.status.say(m)) },
            ]
        };
        let rows = self.lines.iter().map(row).collect();
        ui::table(&Table { caption: m.certs_title().into(), heads, rows })
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.certs_title(), &self.main(m), &[])
    }

    /// Of every status; none, after a search.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let unit = UnitName { id: "00004".into(), name: "Phường Ngọc Hà".into() };
        let line = |at: usize, status| CertificateLine {
            id: format!("c{at}"),
            number: format!("HVS-2026-00012{at}"),
            holder: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
            issued: date(2026, 11, 22),
            status,
        };
        use CertificateStatus::{Expired, InReview, Replaced, Revoked, Valid};
        let all = [Valid, InReview, Expired, Revoked, Replaced];
        let lines = all.into_iter().enumerate().map(|(at, status)| line(at, status)).collect();
        let more = Some(urls::certificates().with("page", "1"));
        vec![
            Self { unit: unit.clone(), not_found: None, lines, more },
            Self { unit, not_found: Some("AAAA-BBBB".into()), lines: Vec::new(), more: None },
        ]
    }
}

/// Why and by whom a certificate was revoked, as officials may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevokedCase {
    /// When.
    pub on: Date,
    /// Why, from the list.
    pub reason: Option<RevokeReason>,
    /// Why, in words.
    pub words: String,
    /// The account.
    pub by: Option<String>,
}

/// One certificate, as an official sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateCase {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The holder: of a child the initials.
    pub holder: String,
    /// The opaque id of the person.
    pub person: String,
    /// What was completed.
    pub profile: String,
    /// The unit of the day of issue.
    pub unit: UnitName,
    /// The day of issue.
    pub issued: Date,
    /// The last day.
    pub until: Date,
    /// The account that issued it.
    pub issued_by: Option<String>,
    /// What it is worth.
    pub status: CertificateStatus,
    /// When and why it was revoked.
    pub revoked: Option<RevokedCase>,
    /// Id and number of the one it replaces.
    pub replaces: Option<(String, String)>,
    /// Id and number of the one that replaced it.
    pub replaced_by: Option<(String, String)>,
    /// Skill and statement on which it stands.
    pub evidence: Vec<(String, String)>,
}

impl CertificateCase {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::certificates().with("unit", &self.unit.id)))
            h1 { (m.case_title(&self.number)) }
            (self.facts(m))
            h2 { (m.case_evidence()) }
            @if self.evidence.is_empty() { p.muted { (m.case_no_evidence()) } }
            ul {
                @for (skill, statement) in &self.evidence {
                    li { a href=(urls::statement(statement)) { (m.case_evidence_one(skill)) } }
                }
            }
            (self.ways(m))
        }
    }

    fn facts(&self, m: Messages) -> Markup {
        let other =
            |(id, number): &(String, String)| html! { a href=(urls::certificate_case(id)) { (number) } };
        let by = |by: Option<&String>, nobody| by.map_or(nobody, String::as_str).to_owned();
        let mut facts = vec![
            (m.certs_status(), html! { b.cap { (self.status.say(m)) } }),
            (m.case_holder(), html! { a href=(urls::person_standings(&self.person)) { (self.holder) } }),
            (m.case_profile(), html! { (self.profile) }),
            (m.cert_issuer(), html! { (self.unit.name) }),
            (m.cert_issued(), html! { (m.date(self.issued)) }),
            (m.cert_until(), html! { (m.date(self.until)) }),
            (m.case_issued_by(), html! { (by(self.issued_by.as_ref(), m.case_by_holder())) }),
        ];
        if let Some(revoked) = &self.revoked {
            facts.push((m.verify_revoked_on(), html! { (m.date(revoked.on)) }));
            facts.push((m.case_revoked_why(), html! { span.cap { (m.revoke_reason(revoked.reason)) } }));
            if !revoked.words.is_empty() {
                facts.push((m.case_revoked_words(), html! { (revoked.words) }));
            }
            facts.push((m.case_revoked_by(), html! { (by(revoked.by.as_ref(), m.no_figure())) }));
        }
        facts.extend(self.replaces.as_ref().map(|it| (m.case_replaces(), other(it))));
        facts.extend(self.replaced_by.as_ref().map(|it| (m.case_replaced_by(), other(it))));
        ui::facts(&facts)
    }

    fn ways(&self, m: Messages) -> Markup {
        use CertificateStatus::{Expired, InReview, Replaced, Revoked, Valid};
        html! {
            div.actions {
                @if matches!(self.status, Valid | InReview) {
                    (ui::link_secondary(&urls::certificate_amend(&self.id), m.case_do_correct()))
                }
                @if matches!(self.status, Valid | InReview | Expired) {
                    (ui::link_secondary(&urls::certificate_revoke(&self.id), m.case_do_revoke()))
                }
                @if self.status == Revoked {
                    (ui::link_secondary(&urls::certificate_object(&self.id), m.case_do_object()))
                }
                @if self.status == Replaced { (ui::link_quiet(&urls::person_standings(&self.person), m.review_see_person())) }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.certs_title(), &self.main(m), &[])
    }

    /// Valid; revoked, of before evidence was kept; replaced.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let valid = Self {
            id: "c1".into(),
            number: "HVS-2026-000123".into(),
            holder: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
            person: "p1".into(),
            profile: "Kỹ năng số đầu tiên của người dân".into(),
            unit: UnitName { id: "00004".into(), name: "Phường Ngọc Hà".into() },
            issued: date(2026, 11, 22),
            until: date(2028, 11, 22),
            issued_by: None,
            status: CertificateStatus::Valid,
            revoked: None,
            replaces: Some(("c0".into(), "HVS-2026-000122".into())),
            replaced_by: None,
            evidence: vec![
                ("Mở căn cước trên VNeID".into(), "s1".into()),
                ("Nộp hồ sơ trên Cổng Dịch vụ công quốc gia".into(), "s2".into()),
            ],
        };
        let revoked = RevokedCase {
            on: date(2027, 1, 3),
            reason: Some(RevokeReason::WrongPerson),
            words: "Biên bản ghi người khác ngồi vào chỗ này.".into(),
            by: Some("thu".into()),
        };
        vec![
            Self {
                status: CertificateStatus::Revoked,
                revoked: Some(revoked),
                replaces: None,
                evidence: Vec::new(),
                issued_by: Some("binh.can-bo".into()),
                ..valid.clone()
            },
            Self {
                status: CertificateStatus::Replaced,
                replaced_by: Some(("c2".into(), "HVS-2026-000124".into())),
                ..valid.clone()
            },
            valid,
        ]
    }
}
