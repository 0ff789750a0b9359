//! Look once more before something is done to a question.

use domain::bank::Deed;
use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, FormState, Tone};
use crate::urls;

/// The page before a deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemAsk {
    /// The question's name.
    pub item: String,
    /// What it asks.
    pub ask: String,
    /// What would be done.
    pub deed: Deed,
    /// Tests that would lack questions: test, skill, left, wanted.
    pub short: Vec<(String, String, u64, u64)>,
    /// The words, in the field `words`.
    pub form: FormState,
}

impl ItemAsk {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let means = match self.deed {
            Deed::Retire => m.bank_do_retire_means(),
            Deed::Review => m.bank_do_review_means(),
            Deed::TakeBack => m.bank_do_back_means(),
        };
        html! {
            (ui::back(m, &urls::bank_item(&self.item)))
            (ui::error_summary(m, &self.form))
            h1 { (m.bank_do_check(m.item_deed(self.deed))) }
            (ui::facts(&[(m.bank_question(), html! { b { (self.ask) } " " span.muted { (self.item) } })]))
            (ui::boxed(Tone::Info, &html! { p { (means) } }))
            @if !self.short.is_empty() {
                (ui::boxed(Tone::Warn, &html! {
                    @for (test, skill, left, wanted) in &self.short {
                        p { (m.bank_do_short(test, skill, &m.number(*left), &m.number(*wanted))) }
                    }
                }))
            }
            form #act method="post" action=(urls::bank_change(&self.item)) {
                input type="hidden" name="deed" value=(self.deed.as_str());
                (ui::text_area("words", m.bank_do_words(), m.bank_do_words_hint(), &self.form))
                (ui::button(m.item_deed(self.deed)))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.item_deed(self.deed), &self.main(m), &["act"])
    }

    /// Retiring one that is missed; without words; back.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let ask = Self {
            item: "vneid-14".into(),
            ask: "VNeID mức 2 dùng để làm gì?".into(),
            deed: Deed::Retire,
            short: vec![("Kiểm tra bốn bài đầu tiên".into(), "Dùng VNeID".into(), 1, 2)],
            form: FormState::default(),
        };
        let refused = FormState::default().refuse("words", Messages(lang).bank_do_words_wrong());
        vec![
            ask.clone(),
            Self { deed: Deed::Review, short: vec![], form: refused, ..ask.clone() },
            Self { deed: Deed::TakeBack, short: vec![], ..ask },
        ]
    }
}
