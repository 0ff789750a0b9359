//! A helper notes a visit on one screen: whom, which skill, how far.

use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Choice, Field, FieldKind, FormState, Rung, Tone};
use crate::urls;

/// The value of `person` in the form for somebody not on the list.
pub const NEW_PERSON: &str = "new";

/// The form of a visit. Fields: `person` (an id or [`NEW_PERSON`]), `name`, `born`, `hamlet`, `skill`, `rung`
/// (`attended`, `helped`, `alone`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitNew {
    /// What name was looked for; `None` shows the people visited last.
    pub query: Option<String>,
    /// People of the helper's area; the hint says year and hamlet.
    pub people: Vec<Choice>,
    /// The skills to choose from.
    pub skills: Vec<Choice>,
    /// What was typed and what is wrong with it.
    pub form: FormState,
}

impl VisitNew {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::error_summary(m, &self.form))
            h1 { (m.visit_title()) }
            p.muted { (m.visit_lead()) }
            (self.finder(m))
            form #act method="post" action=(urls::visits()) {
                (self.whom(m))
                (ui::pick("skill", &html! { h2 { (m.visit_skill()) } }, &self.skills, &self.form))
                (ui::pick("rung", &html! { h2 { (m.visit_how_far()) } }, &outcomes(m), &self.form))
                (ui::button(m.visit_save()))
            }
        }
    }

    /// The way to somebody who was not visited lately.
    fn finder(&self, m: Messages) -> Markup {
        let field =
            Field { name: "q", label: m.visit_find(), hint: m.visit_find_hint(), kind: FieldKind::Search };
        html! {
            form role="search" method="get" action=(urls::visit_new()) {
                (ui::search_field(m, field, self.query.as_deref().unwrap_or_default()))
            }
            @if self.query.is_some() && self.people.is_empty() { p { (m.visit_find_none()) } }
        }
    }

    fn whom(&self, m: Messages) -> Markup {
        let newcomer = Choice {
            value: NEW_PERSON.into(),
            label: m.visit_new_person().into(),
            hint: m.visit_new_hint().into(),
            icon: "plus".into(),
        };
        let people: Vec<_> = self.people.iter().cloned().chain([newcomer]).collect();
        let field = |name, label, kind| ui::text_field(Field { name, label, hint: "", kind }, &self.form);
        html! {
            (ui::pick("person", &html! { h2 { (m.visit_whom()) } }, &people, &self.form))
            div.card {
                (field("name", m.visit_name(), FieldKind::Text))
                (field("born", m.visit_born(), FieldKind::Digits))
                (field("hamlet", m.visit_hamlet(), FieldKind::Text))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.visit_title(), &self.main(m), &["act"])
    }

    /// Untouched; refused; a helper without a list.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let choice = |value: &str, label: &str, hint: &str, icon: &str| Choice {
            value: value.into(),
            label: label.into(),
            hint: hint.into(),
            icon: icon.into(),
        };
        let people = vec![
            choice("p1", "Nguyễn Thị Mai", "1955 · Tổ dân phố 12", ""),
            choice("p2", "Tôn Nữ Công Tằng Thị Hoàng Nguyên", "1949 · Tổ dân phố 3", ""),
        ];
        let skills = vec![
            choice("vneid", "Mở căn cước trên VNeID", "", "id-card"),
            choice("spot-scam", "Nhận ra lừa đảo", "", "shield-check"),
        ];
        let refused = FormState::default()
            .keep("person", NEW_PERSON)
            .keep("born", "55")
            .refuse("name", m.visit_need_name())
            .refuse("born", m.visit_need_born())
            .refuse("skill", m.visit_need_skill());
        vec![
            Self { query: None, people: people.clone(), skills: skills.clone(), form: FormState::default() },
            Self { query: None, people, skills: skills.clone(), form: refused },
            Self { query: None, people: vec![], skills, form: FormState::default() },
        ]
    }
}

fn outcomes(m: Messages) -> Vec<Choice> {
    let outcomes = [
        (Rung::Attended, m.visit_shown(), "eye"),
        (Rung::Helped, m.visit_helped(), "users"),
        (Rung::Alone, m.visit_alone(), "user"),
    ];
    let choice = |(rung, label, icon): (Rung, &str, &str)| Choice {
        value: rung.as_str().into(),
        label: label.into(),
        hint: m.rung(rung).into(),
        icon: icon.into(),
    };
    outcomes.into_iter().map(choice).collect()
}

/// After a visit was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitSaved {
    /// The person helped.
    pub name: String,
    /// The skill.
    pub skill: String,
    /// Where the person stands now.
    pub rung: Rung,
    /// Whether this visit lifted them there; otherwise they stood there before.
    pub has_risen: bool,
}

impl VisitSaved {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let rung = m.rung(self.rung);
        let sentence = if self.has_risen {
            m.saved_sentence(&self.name, &self.skill, rung)
        } else {
            m.saved_unchanged(&self.name, &self.skill, rung)
        };
        html! {
            (ui::boxed(Tone::Good, &html! { h1 { (m.saved_title()) } p { (sentence) } }))
            (ui::big(m, Some(self.rung)))
            div.actions {
                (ui::link_button(&urls::visit_new(), m.saved_again()))
                (ui::link_quiet(&urls::visits(), m.visits_title()))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.saved_title(), &self.main(m), &[])
    }

    /// Risen; not risen.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let risen = Self {
            name: "Nguyễn Thị Mai".into(),
            skill: "Nhận ra lừa đảo".into(),
            rung: Rung::Helped,
            has_risen: true,
        };
        vec![Self { has_risen: false, rung: Rung::Passed, ..risen.clone() }, risen]
    }
}

/// A visit in the helper's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitLine {
    /// The person helped.
    pub name: String,
    /// The skill.
    pub skill: String,
    /// How far they came in that visit.
    pub rung: Rung,
    /// When.
    pub at: Timestamp,
}

/// The visits a helper has noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visits {
    /// The latest first.
    pub visits: Vec<VisitLine>,
}

impl Visits {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.visits_title()) }
            (ui::link_button(&urls::visit_new(), m.visit_title()))
            @if self.visits.is_empty() { p.muted.first { (m.visits_none()) } }
            @for visit in &self.visits {
                (ui::row(m, &format!("{} · {}", visit.name, visit.skill), Some(visit.rung), &m.moment(visit.at)))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.visits_title(), &self.main(m), &[])
    }

    /// Some; none.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let line = VisitLine {
            name: "Nguyễn Thị Mai".into(),
            skill: "Nhận ra lừa đảo".into(),
            rung: Rung::Helped,
            at: Timestamp::UNIX_EPOCH,
        };
        vec![Self { visits: vec![line] }, Self { visits: vec![] }]
    }
}
