//! Who am I: choosing a group. Skippable.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Choice, FormState};
use crate::urls;

/// The question "Bạn là ai?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// The groups to choose from: value, name, remark, icon.
    pub groups: Vec<Choice>,
    /// What was chosen and what is wrong with it; the field is `group`.
    pub form: FormState,
}

impl Start {
    /// The inside of `<main>`. The form posts `group` to [`urls::start`].
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let question = html! { h1 { (m.start_title()) } span.hint { (m.start_hint()) } };
        html! {
            (ui::back(m, &urls::home()))
            (ui::error_summary(m, &self.form))
            form #act method="post" action=(urls::start()) {
                (ui::pick("group", &question, &self.groups, &self.form))
                div.actions {
                    (ui::button(m.go_on()))
                    (ui::link_quiet(&urls::start_place(), m.skip()))
                }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.start_title(), &self.main(m), &["act"])
    }

    /// Untouched; sent without a choice.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let groups = sample_groups(lang);
        vec![
            Self { groups: groups.clone(), form: FormState::default() },
            Self { groups, form: FormState::default().refuse("group", m.start_choose()) },
        ]
    }
}

fn sample_groups(lang: Lang) -> Vec<Choice> {
    let words = match lang {
        Lang::Vi => [
            "Người dân",
            "Học sinh, sinh viên",
            "Cán bộ, công chức, viên chức",
            "Người lao động trong doanh nghiệp",
        ],
        Lang::En => ["Resident", "Pupil or student", "Public servant", "Worker in an enterprise"],
    };
    let icons = ["home", "graduation-cap", "building", "briefcase"];
    let choice = |(word, icon): (&str, &str)| Choice {
        value: icon.into(),
        label: word.into(),
        hint: String::new(),
        icon: icon.into(),
    };
    words.into_iter().zip(icons).map(choice).collect()
}
