//! Opening a sitting: what is asked, and a look before it opens.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Choice, Field, FieldKind, FormState, Tone};
use crate::urls;

/// The fields of the form, in order.
const FIELDS: [&str; 6] = ["blueprint", "unit", "place", "room", "expected", "names"];

/// The form. Fields: `blueprint`, `unit` (when there are several), `place`, `room`, `expected`, `names`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingNew {
    /// The tests that can be supervised.
    pub tests: Vec<Choice>,
    /// The areas to choose from; empty when there is but one.
    pub units: Vec<Choice>,
    /// What was typed and what is wrong with it.
    pub form: FormState,
}

impl SittingNew {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::sittings()))
            (ui::error_summary(m, &self.form))
            h1 { (m.sittings_new()) }
            @if self.tests.is_empty() { (ui::boxed(Tone::Warn, &html! { p { (m.sitting_no_tests()) } })) }
            @else { (self.questions(m)) }
        }
    }

    fn questions(&self, m: Messages) -> Markup {
        let field = |name, label, hint, kind| ui::text_field(Field { name, label, hint, kind }, &self.form);
        let question = |words: &str| html! { h2 { (words) } };
        html! {
            form method="post" action=(urls::sitting_new()) {
                (ui::pick("blueprint", &question(m.sitting_which_test()), &self.tests, &self.form))
                @if !self.units.is_empty() {
                    (ui::pick("unit", &question(m.sitting_where_unit()), &self.units, &self.form))
                }
                (field("place", m.sitting_place(), m.sitting_place_hint(), FieldKind::Text))
                (field("room", m.sitting_room(), m.sitting_room_hint(), FieldKind::Text))
                (field("expected", m.sitting_expected(), "", FieldKind::Digits))
                (ui::text_area("names", m.sitting_names(), m.sitting_names_hint(), &self.form))
                (ui::button(m.go_on()))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.sittings_new(), &self.main(m), &[])
    }

    /// Untouched; with several areas, refused; no test at all.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let choice = |value: &str, label: &str, hint: &str| Choice {
            value: value.into(),
            label: label.into(),
            hint: hint.into(),
            icon: String::new(),
        };
        let tests =
            vec![choice("starter-exam", "Thi lấy chứng nhận kỹ năng số ban đầu", "20 đến 40 câu, 45 phút")];
        let units = vec![
            choice("B00160", "Phường Nghĩa Đô", ""),
            choice("B00103", "Phường Tây Hồ", "Thành phố Hà Nội"),
        ];
        let refused = FormState::default()
            .keep("room", "Tầng 2")
            .keep("names", "Nguyễn Thị Mai\n<b>")
            .refuse("blueprint", m.sitting_need_test())
            .refuse("unit", m.sitting_need_unit())
            .refuse("place", m.sitting_need_place(120))
            .refuse("expected", m.sitting_need_expected(200))
            .refuse("names", m.sitting_need_names(2));
        vec![
            Self { tests: tests.clone(), units: vec![], form: FormState::default() },
            Self { tests, units, form: refused },
            Self { tests: vec![], units: vec![], form: FormState::default() },
        ]
    }
}

/// A look before a sitting opens. Confirming posts everything; going back keeps everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingCheck {
    /// The test, in words.
    pub test: String,
    /// The area, in words.
    pub unit: String,
    /// The names of the list.
    pub names: Vec<String>,
    /// What was typed.
    pub form: FormState,
}

impl SittingCheck {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let words = |field: &str| html! { (Some(self.form.value(field)).filter(|it| !it.is_empty()).unwrap_or(m.no_figure())) };
        html! {
            h1 { (m.sitting_check_title()) }
            (ui::boxed(Tone::Info, &html! { p { (m.sitting_check_lead()) } }))
            (ui::facts(&[
                (m.sitting_test(), html! { b { (self.test) } }),
                (m.sitting_unit(), html! { (self.unit) }),
                (m.sitting_at(), words("place")),
                (m.sitting_room(), words("room")),
                (m.sitting_expected(), words("expected")),
                (m.sitting_names(), self.list(m)),
            ]))
            form #act method="post" action=(urls::sittings()) {
                (self.hidden())
                (ui::button(m.sitting_do_open()))
            }
            form method="post" action=(urls::sitting_new()) {
                (self.hidden())
                p.center { button.quiet name="change" value="1" { (m.change()) } }
            }
        }
    }

    fn list(&self, m: Messages) -> Markup {
        html! {
            @if self.names.is_empty() { (m.sitting_names_empty()) }
            @else {
                (m.sitting_names_count(self.names.len())) ": " (self.names.join(", "))
            }
        }
    }

    fn hidden(&self) -> Markup {
        html! { @for field in FIELDS { input type="hidden" name=(field) value=(self.form.value(field)); } }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.sitting_check_title(), &self.main(m), &["act"])
    }

    /// With a list; without.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let form = FormState::default()
            .keep("blueprint", "starter-exam")
            .keep("place", "Nhà văn hóa tổ dân phố 12")
            .keep("room", "Tầng 2, mang theo kính")
            .keep("expected", "12");
        let bare = Self {
            test: "Thi lấy chứng nhận kỹ năng số ban đầu".into(),
            unit: "Phường Nghĩa Đô, thành phố Hà Nội".into(),
            names: vec![],
            form,
        };
        let names = ["Nguyễn Thị Mai", "Tôn Nữ Công Tằng Thị Hoàng Nguyên"].map(str::to_owned).to_vec();
        let form = bare.form.clone().keep("names", names.join("\n"));
        vec![Self { names, form, ..bare.clone() }, bare]
    }
}
