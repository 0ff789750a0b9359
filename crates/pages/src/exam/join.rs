//! Saying who comes in.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Choice, Field, FieldKind, FormState, Tone};
use crate::urls;

/// Whose device it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// The person's own: the result joins what they learned on it.
    Own,
    /// Shared, or somebody else's: a fresh session, gone when it is handed on.
    Shared,
}

impl Device {
    /// The word in the form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Shared => "shared",
        }
    }

    /// The device of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Own, Self::Shared].into_iter().find(|device| device.as_str() == word)
    }
}

/// Saying who comes in. Fields: `name`, `born`, `device` (not asked where somebody with an account is signed in).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExamJoin {
    /// The code, as it stands in the address.
    pub code: String,
    /// The test.
    pub test: String,
    /// Where.
    pub place: String,
    /// The account that is signed in here and will be signed out.
    pub account: Option<String>,
    /// What was typed and what is wrong with it.
    pub form: FormState,
}

impl ExamJoin {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let field = |name, label, hint, kind| ui::text_field(Field { name, label, hint, kind }, &self.form);
        html! {
            (ui::back(m, &urls::exam()))
            (ui::error_summary(m, &self.form))
            h1 { (m.exam_join_title()) }
            p { (m.exam_join_lead(&self.test, &self.place)) }
            form #act method="post" action=(urls::exam_join(&self.code)) {
                (field("name", m.exam_name(), m.exam_name_hint(), FieldKind::FullName))
                (field("born", m.exam_born(), m.exam_born_hint(), FieldKind::Digits))
                @match &self.account {
                    Some(login) => (ui::boxed(Tone::Warn, &html! { p { (m.exam_signed_in(login)) } })),
                    None => (self.device(m)),
                }
                (ui::button(m.exam_join()))
            }
        }
    }

    fn device(&self, m: Messages) -> Markup {
        let choice = |device: Device, label: &str, hint: &str, icon: &str| Choice {
            value: device.as_str().into(),
            label: label.into(),
            hint: hint.into(),
            icon: icon.into(),
        };
        let choices = [
            choice(Device::Own, m.exam_device_own(), m.exam_device_own_hint(), "user"),
            choice(Device::Shared, m.exam_device_shared(), m.exam_device_shared_hint(), "users"),
        ];
        ui::pick("device", &html! { (m.exam_device()) }, &choices, &self.form)
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.exam_join_title(), &self.main(m), &["act"])
    }

    /// Untouched; refused; on a device where somebody is signed in.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let join = Self {
            code: "K7M4XP".into(),
            test: "Thi lấy chứng nhận kỹ năng số ban đầu".into(),
            place: "Nhà văn hóa tổ dân phố 12".into(),
            account: None,
            form: FormState::default(),
        };
        let refused = FormState::default()
            .keep("born", "55")
            .refuse("name", m.exam_need_name())
            .refuse("born", m.exam_need_born())
            .refuse("device", m.exam_need_device());
        vec![
            join.clone(),
            Self { form: refused, ..join.clone() },
            Self { account: Some("canbo".into()), ..join },
        ]
    }
}
