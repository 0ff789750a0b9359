//! Signing in, for helpers and officials.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Field, FieldKind, FormState};
use crate::urls;

/// The sign-in form. Fields: `user`, `password`, `back`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// What was typed (never the password) and what is wrong with it.
    pub form: FormState,
    /// Where to go afterwards: a path of ours.
    pub back: String,
    /// Accounts of a demonstration: role, user name, password. Empty on a real site.
    pub demonstration: Vec<[String; 3]>,
}

impl SignIn {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let field = |name, label, kind| ui::text_field(Field { name, label, hint: "", kind }, &self.form);
        html! {
            (ui::error_summary(m, &self.form))
            h1 { (m.sign_in_title()) }
            p.muted { (m.sign_in_lead()) }
            form method="post" action=(urls::sign_in()) {
                input type="hidden" name="back" value=(self.back);
                (field("user", m.sign_in_name(), FieldKind::UserName))
                (field("password", m.sign_in_password(), FieldKind::Password))
                (ui::button(m.sign_in_title()))
            }
            (self.accounts(m))
        }
    }

    fn accounts(&self, m: Messages) -> Markup {
        html! {
            @if !self.demonstration.is_empty() {
                section.card.first {
                    h2 { (m.sign_in_demo()) }
                    ul.plain {
                        @for [role, user, password] in &self.demonstration {
                            li { b { (role) } br; code { (user) } " / " code { (password) } }
                        }
                    }
                }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.sign_in_title(), &self.main(m), &[])
    }

    /// Untouched with demonstration accounts; refused; slowed down.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let plain =
            Self { form: FormState::default(), back: urls::visit_new().into(), demonstration: vec![] };
        let kept = FormState::default().keep("user", "huong.dan");
        vec![
            Self {
                demonstration: vec![["Người hướng dẫn".into(), "huong.dan".into(), "hoc-vu-so".into()]],
                ..plain.clone()
            },
            Self { form: kept.clone().refuse("user", m.sign_in_wrong()), ..plain.clone() },
            Self { form: kept.refuse("user", m.sign_in_slow(15)), ..plain },
        ]
    }
}
