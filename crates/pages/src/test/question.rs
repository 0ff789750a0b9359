//! The open question of a test, and what stands in its place while the test rests or when its time is over.

use domain::assessment::{Attempt, Manner, is_rapid};
use domain::content::{Blueprint, Item};
use domain::text::Lang;
use maud::{Markup, html};

use super::asked::{Asked, choices};
use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Element, FormState, Look, Phone, Tap, Tone, icon};
use crate::urls::{self, Url};

/// After so many rapid answers in a row somebody says kindly to slow down.
const RAPID_IN_A_ROW: usize = 3;

/// The open question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionPage {
    /// Which question it is, from 1.
    pub number: usize,
    /// At least and at most so many questions.
    pub questions: (u16, u16),
    /// Until when it may be answered, in words.
    pub until: Option<String>,
    /// How the questions reach the person.
    pub manner: Manner,
    /// Whether to say kindly to slow down.
    pub is_hasty: bool,
    /// The id of the question, which the form carries.
    pub item: String,
    /// The question.
    pub ask: String,
    /// The question spoken, when its author supplied that.
    pub audio: Option<Url>,
    /// The question in sign language, when its author supplied that.
    pub sign: Option<Url>,
    /// What it offers.
    pub asked: Asked,
    /// Where the answer goes.
    pub url: Url,
    /// Where one rests.
    pub rest: Url,
    /// Where one stops for good.
    pub stop: Url,
    /// What is wrong with what was sent.
    pub form: FormState,
}

impl QuestionPage {
    /// The open question of an attempt; `None` when it has ended, or its question is no more.
    #[must_use]
    pub fn of(
        blueprint: &Blueprint,
        bank: &[Item],
        attempt: &Attempt,
        form: FormState,
        lang: Lang,
    ) -> Option<Self> {
        let open = attempt.open.as_ref()?;
        let item = bank.iter().find(|item| item.id == open.item)?;
        let id = blueprint.card.id.as_str();
        Some(Self {
            number: attempt.given.len() + 1,
            questions: (attempt.rules.least + u16::from(attempt.rules.pretest), attempt.length_most()),
            until: attempt.pace.deadline.map(|deadline| Messages(lang).time(deadline)),
            manner: attempt.manner,
            is_hasty: is_hasty(bank, attempt),
            item: item.id.to_string(),
            ask: item.ask.get(lang).to_owned(),
            audio: item.audio.as_deref().map(urls::static_file),
            sign: item.sign.as_deref().map(urls::static_file),
            asked: Asked::of(attempt, item, lang),
            url: urls::check_answer(id),
            rest: urls::check(id),
            stop: urls::check_stop(id),
            form,
        })
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (self.progress(m))
            (ui::error_summary(m, &self.form))
            @if self.audio.is_none() && self.manner == Manner::OnScreen { (ui::listen(m.listen(), m.listen_stop())) }
            @if self.is_hasty { (ui::boxed(Tone::Info, &html! { p { (m.question_slow()) } })) }
            @match self.manner {
                Manner::OnScreen => {}
                Manner::ReadAloud => { p.muted.small { (m.manner_reader(m.manner_reader_taps())) } }
                Manner::Oral => { p.muted.small { (m.manner_reader(m.manner_reader_oral())) } }
            }
            (self.media(m))
            form #act method="post" action=(self.url) {
                input type="hidden" name="item" value=(self.item);
                (self.asked.fields(m, &self.ask, &self.form))
                div.actions {
                    @if !matches!(self.asked, Asked::Tap(_)) { (ui::button(m.question_answer())) }
                    (ui::link_quiet(&self.rest, m.question_leave()))
                    (ui::link_quiet(&self.stop, m.question_stop()))
                }
            }
        }
    }

    fn progress(&self, m: Messages) -> Markup {
        let (least, most) = self.questions;
        let told = if least == most {
            m.question_number_of(self.number, most)
        } else {
            m.question_number_most(self.number, most)
        };
        let percent = (self.number * 100).checked_div(usize::from(most)).unwrap_or(0).min(100);
        let saved = self.number.saturating_sub(1);
        html! {
            div.steps {
                p.between {
                    span { (told) @if let Some(until) = &self.until { " · " (m.question_until(until)) } }
                    @if saved > 0 { span.saved { (icon("circle-check")) (m.question_saved(saved)) } }
                }
                svg aria-hidden="true" { rect width={ (percent) "%" } height="100%" rx="4" {} }
            }
        }
    }

    fn media(&self, m: Messages) -> Markup {
        html! {
            @if let Some(audio) = &self.audio {
                figure.media { figcaption { (m.question_listen()) } audio controls preload="none" src=(audio) {} }
            }
            @if let Some(sign) = &self.sign {
                figure.media { figcaption { (m.question_sign()) } video controls preload="none" playsinline src=(sign) {} }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        layout(frame, &self.ask, &self.main(frame.messages()), &["act"])
    }

    /// The first question of a check; one of an examination, in haste and read aloud; one with nothing chosen; one with several
    /// right answers, and nothing chosen; steps to be put in order, and two of them put in the same place; a screen to tap.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let answers = [
            "Vào Cài đặt, tìm mục Cỡ chữ rồi kéo cho to lên",
            "Vào Cài đặt, tìm mục Âm lượng rồi kéo cho to lên",
            "Vào Cài đặt, tìm mục Pin rồi sạc cho đầy",
            "Mua điện thoại khác có màn hình lớn hơn",
        ];
        let answers = choices(answers.into_iter().map(str::to_owned));
        let first = Self {
            number: 1,
            questions: (10, 10),
            until: None,
            manner: Manner::OnScreen,
            is_hasty: false,
            item: "phone-02".into(),
            ask: "Chữ trên điện thoại nhỏ quá, đọc mỏi mắt. Bạn làm gì?".into(),
            audio: None,
            sign: None,
            asked: Asked::One(answers.clone()),
            url: urls::check_answer("first-steps"),
            rest: urls::check("first-steps"),
            stop: urls::check_stop("first-steps"),
            form: FormState::default(),
        };
        let exam = Self {
            number: 17,
            questions: (23, 43),
            until: Some("10:30".into()),
            manner: Manner::Oral,
            is_hasty: true,
            audio: Some(urls::static_file("items--phone-02.ogg")),
            ..first.clone()
        };
        let form = FormState::default().refuse("choice", m.unanswered());
        let several = Self {
            ask: "Bạn sắp cho con mượn điện thoại. Việc nào nên làm trước?".into(),
            asked: Asked::Several(answers),
            ..first.clone()
        };
        let steps = ["Bật Wi-Fi", "Chọn tên mạng của quán", "Mở Cài đặt", "Gõ mật khẩu của quán"];
        let order = Self {
            ask: "Bạn ngồi ở quán và muốn dùng Wi-Fi. Bạn làm theo thứ tự nào?".into(),
            asked: Asked::Order(steps.map(str::to_owned).to_vec()),
            ..first.clone()
        };
        let twice = FormState::default().keep("place-0", "2").keep("place-1", "2").keep("place-2", "1");
        let twice = twice.refuse("place-1", m.order_twice(2, steps[1]));
        let twice = twice.refuse("place-3", m.order_missing(steps[3]));
        let row = |(at, (label, icon)): (usize, (&str, &str))| Element::Row {
            label: label.into(),
            icon: Some(icon.into()),
            detail: None,
            tap: Tap { value: at.to_string(), is_next: false },
        };
        let rows =
            [("Wi-Fi", "wifi"), ("Màn hình và cỡ chữ", "eye"), ("Âm thanh", "volume"), ("Pin", "battery")];
        let screen = Phone {
            look: Look::Settings,
            title: "Cài đặt".into(),
            elements: rows.into_iter().enumerate().map(row).collect(),
            back: None,
        };
        let tap = Self {
            ask: "Chữ nhỏ quá, bạn muốn cho to lên. Chạm vào đâu?".into(),
            asked: Asked::Tap(screen),
            ..first.clone()
        };
        let untapped = FormState::default().refuse("tap", m.unanswered());
        vec![
            first.clone(),
            exam,
            Self { number: 4, form: form.clone(), ..first },
            several.clone(),
            Self { form, ..several },
            order.clone(),
            Self { form: twice, ..order },
            tap.clone(),
            Self { form: untapped, ..tap },
        ]
    }
}

/// Whether the last answers all came too fast to have been read, and not all of them were right.
fn is_hasty(bank: &[Item], attempt: &Attempt) -> bool {
    let last: Vec<_> = attempt.given.iter().rev().take(RAPID_IN_A_ROW).collect();
    let rapid = |given: &&domain::assessment::Given| {
        bank.iter().find(|item| item.id == given.item).is_some_and(|item| is_rapid(given, item))
    };
    last.len() == RAPID_IN_A_ROW && last.iter().all(rapid) && last.iter().any(|given| !given.right)
}

/// What stands in the place of the question while an organiser lets it rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PausedPage {
    /// Where to look again.
    pub again: Url,
}

impl PausedPage {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.paused_title()) }
            p { (m.paused_about()) }
            div.actions { (ui::link_button(&self.again, m.paused_look())) }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        layout(frame, frame.messages().paused_title(), &self.main(frame.messages()), &[])
    }

    /// The only state.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        vec![Self { again: urls::check_question("first-steps-exam") }]
    }
}

/// What stands in the place of the question when the time is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverPage {
    /// Where the form goes that ends it.
    pub close: Url,
}

impl OverPage {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.over_title()) }
            p { (m.over_about()) }
            form #act method="post" action=(self.close) { div.actions { (ui::button(m.over_see())) } }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        layout(frame, frame.messages().over_title(), &self.main(frame.messages()), &["act"])
    }

    /// The only state.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        vec![Self { close: urls::check_close("first-steps-exam") }]
    }
}
