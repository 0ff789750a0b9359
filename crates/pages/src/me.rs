//! My ladder: where I stand in each skill, what to do next, the certificate.

use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::next_step::NextStep;
use crate::ui::{self, Rung, Tone};
use crate::urls;

/// How far somebody is with one skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillRow {
    /// The skill's name.
    pub name: String,
    /// The rung reached, if any.
    pub rung: Option<Rung>,
    /// Since when.
    pub since: Option<Date>,
    /// Whether the rung was reached with a helper beside.
    pub assisted: bool,
}

impl SkillRow {
    /// The skill as a row of the ladder.
    #[must_use]
    pub fn show(&self, m: Messages) -> Markup {
        let since = self.since.map(|date| m.me_since(&m.date(date)));
        let assisted = self.assisted.then(|| m.me_assisted().to_owned());
        let remark: Vec<_> = since.into_iter().chain(assisted).collect();
        ui::row(m, &self.name, self.rung, &remark.join(" · "))
    }
}

/// Whether there is a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertificateState {
    /// Not yet: these skills have to reach these rungs.
    Missing(Vec<(String, Rung)>),
    /// All is there; it may be asked for.
    Ready,
    /// Issued under this number.
    Issued(String),
    /// Issued under this number, and being reviewed; it is valid until that is decided.
    InReview(String),
}

/// The page of a learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// The commune, if told.
    pub place: Option<String>,
    /// The group, if told.
    pub group: Option<String>,
    /// The skills that are begun or asked for.
    pub skills: Vec<SkillRow>,
    /// The skills that are neither.
    pub others: Vec<SkillRow>,
    /// What to do next; `None` when all is done for now.
    pub next: Option<NextStep>,
    /// What comes back today: how much, and about how many minutes it takes.
    pub review: Option<(usize, u16)>,
    /// The lesson that a diagnosis named.
    pub advised: Option<String>,
    /// The certificate.
    pub certificate: CertificateState,
    /// Whether the work is tied to this browser alone.
    pub is_guest: bool,
}

impl Me {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.me_title()) }
            (self.about(m))
            @if self.skills.iter().all(|skill| skill.rung.is_none()) {
                (ui::boxed(Tone::Info, &html! { p { (m.me_empty()) } }))
            }
            @if let Some(next) = &self.next {
                section.card {
                    h2 { (m.me_next()) }
                    @if let Some(lesson) = &self.advised { p { (m.course_advised(lesson)) } }
                    p { (next.say(m)) }
                    (ui::link_button(&next.url(), m.go_on()))
                }
            }
            @if let Some((count, minutes)) = self.review {
                section.card {
                    h2 { (m.today_title()) }
                    p { (m.today_due(count, minutes)) }
                    (ui::link_secondary(&urls::today(), m.today_link()))
                }
            }
            h2 { (m.me_skills()) }
            @for skill in &self.skills { (skill.show(m)) }
            (ui::legend(m))
            @if !self.others.is_empty() {
                details.more {
                    summary { (m.me_others(self.others.len())) }
                    @for skill in &self.others { (skill.show(m)) }
                }
            }
            (self.certificate(m))
            p.links { (ui::link_quiet(&urls::today(), m.today_title())) (ui::link_quiet(&urls::badges(), m.badges_title())) (ui::link_quiet(&urls::visits_to_me(), m.confirm_title())) }
            @if self.is_guest { p.muted.small { (m.me_guest()) } }
        }
    }

    fn about(&self, m: Messages) -> Markup {
        let place = self.place.as_deref().unwrap_or(m.me_unknown());
        let group = self.group.as_deref().unwrap_or(m.me_unknown());
        html! {
            p.muted {
                (m.me_group(group)) " · " a href=(urls::start()) { (m.change()) span.vh { " " (m.start_title()) } }
                br;
                (m.me_place(place)) " · " a href=(urls::start_place()) { (m.change()) span.vh { " " (m.place_title()) } }
            }
        }
    }

    fn certificate(&self, m: Messages) -> Markup {
        html! {
            h2 { (m.me_certificate()) }
            @match &self.certificate {
                CertificateState::Missing(missing) => {
                    p { (m.me_missing()) }
                    ul { @for (skill, rung) in missing { li { (m.me_missing_one(skill, m.rung(*rung))) } } }
                }
                CertificateState::Ready => {
                    (ui::boxed(Tone::Good, &html! { p { (m.me_ready()) } }))
                    (ui::link_button(&urls::certificate_ask(), m.me_ask()))
                }
                CertificateState::Issued(number) => { (ui::link_secondary(&urls::certificate(number), m.me_show())) }
                CertificateState::InReview(number) => {
                    (ui::boxed(Tone::Info, &html! { p { (m.cert_in_review()) } }))
                    (ui::link_secondary(&urls::certificate(number), m.me_show()))
                }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.me_title(), &self.main(m), &[])
    }

    /// A newcomer; ready; with a certificate; with one in review; halfway.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let missing = vec![("VNeID".into(), Rung::Passed), ("Nhận ra lừa đảo".into(), Rung::Passed)];
        let next = NextStep::Practice { id: "strange-call".into(), title: "Cuộc gọi lạ".into() };
        let halfway = Self {
            place: Some("phường Nghĩa Đô, thành phố Hà Nội".into()),
            group: Some("Người dân".into()),
            skills: sample_skills([Some(Rung::Passed), Some(Rung::Helped), Some(Rung::Attended), None]),
            others: sample_skills([None; 4]),
            next: Some(next.clone()),
            review: Some((2, 4)),
            advised: Some("Nhận ra lừa đảo".into()),
            certificate: CertificateState::Missing(missing.clone()),
            is_guest: true,
        };
        let done = sample_skills([Some(Rung::Passed); 4]);
        vec![
            Self {
                place: None,
                group: None,
                review: None,
                skills: sample_skills([None; 4]),
                ..halfway.clone()
            },
            Self {
                skills: done.clone(),
                next: None,
                certificate: CertificateState::Ready,
                ..halfway.clone()
            },
            Self {
                skills: done.clone(),
                certificate: CertificateState::InReview("HVS-2026-000123".into()),
                ..halfway.clone()
            },
            Self {
                skills: done,
                certificate: CertificateState::Issued("HVS-2026-000123".into()),
                is_guest: false,
                ..halfway.clone()
            },
            halfway,
        ]
    }
}

/// Four skills for samples.
pub(crate) fn sample_skills(rungs: [Option<Rung>; 4]) -> Vec<SkillRow> {
    let names = [
        "Bắt Wi-Fi",
        "Mở căn cước trên VNeID",
        "Nộp hồ sơ trên Cổng Dịch vụ công quốc gia",
        "Nhận ra lừa đảo",
    ];
    let row = |(name, rung): (&str, Option<Rung>)| SkillRow {
        name: name.into(),
        rung,
        since: rung.map(|_| date(2026, 11, 22)),
        assisted: rung == Some(Rung::Helped),
    };
    names.into_iter().zip(rungs).map(row).collect()
}
