//! One answer explained: what was chosen, what is right, and why each wrong one is wrong.

use domain::assessment::Given;
use domain::content::{Choice, Item, Response, Way};
use domain::text::Lang;
use maud::{Markup, html};

use crate::messages::Messages;
use crate::ui::icon;

/// One answer, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The question.
    pub ask: String,
    /// Whether it was right.
    pub is_right: bool,
    /// What was chosen and what is right; of an order, all steps in the right one.
    pub verdicts: Vec<Verdict>,
    /// The wrong answers that were not chosen.
    pub others: Vec<Verdict>,
}

/// What is said of one answer or step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How it was judged.
    pub mark: Mark,
    /// The answer.
    pub text: String,
    /// Why.
    pub because: String,
}

/// How an answer or a step was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Of one to choose: chosen, and right.
    Chosen,
    /// Of one to choose: chosen, and wrong.
    ChosenWrongly,
    /// Of one to choose: the right one, not chosen.
    Right,
    /// Of several: right and chosen.
    Rightly,
    /// Of several: right and not chosen.
    Missed,
    /// Of several: wrong and chosen.
    Wrongly,
    /// Wrong, and not chosen.
    Other,
    /// Of an order: this place, counted from 1, and the one where it was put.
    Placed(usize, usize),
}

impl Explained {
    /// What was answered to a question, explained; `None` where the question has changed since and the answer fits it no more.
    #[must_use]
    pub fn of(item: &Item, given: &Given, lang: Lang) -> Option<Self> {
        item.mark(given.answer)?;
        let verdict = |(place, choice): (u8, &Choice)| Verdict {
            mark: mark(given.answer, place, choice.right),
            text: choice.text.get(lang).to_owned(),
            because: choice.because.get(lang).to_owned(),
        };
        let all: Vec<Verdict> = (0_u8..).zip(&item.choices).map(verdict).collect();
        let (others, mut verdicts): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.mark == Mark::Other);
        // What was chosen stands first; a question with one right answer has at most one more.
        verdicts.sort_by_key(|it| it.mark == Mark::Right);
        Some(Self { ask: item.ask.get(lang).to_owned(), is_right: given.right, verdicts, others })
    }

    /// One right answer that was missed; several, of which one was missed and a wrong one chosen; an order with two steps changed.
    pub(super) fn samples() -> Vec<Self> {
        let verdict =
            |mark, text: &str, because: &str| Verdict { mark, text: text.into(), because: because.into() };
        let chosen = verdict(
            Mark::ChosenWrongly,
            "Vào Cài đặt, tìm mục Pin rồi sạc cho đầy",
            "Pin đầy hay vơi thì cỡ chữ vẫn thế.",
        );
        let right = verdict(
            Mark::Right,
            "Vào Cài đặt, tìm mục Cỡ chữ rồi kéo cho to lên",
            "Mục Cỡ chữ làm chữ to lên ở hầu hết các chỗ.",
        );
        let other = verdict(
            Mark::Other,
            "Mua điện thoại khác",
            "Máy nào cũng chỉnh được cỡ chữ. Không cần tốn tiền.",
        );
        let one = Self {
            ask: "Chữ trên điện thoại nhỏ quá, đọc mỏi mắt. Bạn làm gì?".into(),
            is_right: false,
            verdicts: vec![chosen, right],
            others: vec![other.clone()],
        };
        let several = Self {
            ask: "Bạn sắp cho con mượn điện thoại. Việc nào nên làm trước?".into(),
            is_right: false,
            verdicts: vec![
                verdict(Mark::Rightly, "Đặt giờ dùng máy", "Có giờ thì con biết khi nào nghỉ."),
                verdict(Mark::Missed, "Khóa ứng dụng ngân hàng", "Con bấm nhầm cũng không mất tiền."),
                verdict(Mark::Wrongly, "Đọc cho con mật khẩu", "Mật khẩu chỉ mình bạn giữ."),
            ],
            others: vec![other],
        };
        let placed = |place, given, text| {
            verdict(Mark::Placed(place, given), text, "Xong bước này mới thấy bước sau.")
        };
        let order = Self {
            ask: "Bạn ngồi ở quán và muốn dùng Wi-Fi. Bạn làm theo thứ tự nào?".into(),
            is_right: false,
            verdicts: vec![
                placed(1, 1, "Mở Cài đặt"),
                placed(2, 3, "Bật Wi-Fi"),
                placed(3, 2, "Chọn tên mạng của quán"),
            ],
            others: Vec::new(),
        };
        vec![one, several, order]
    }

    /// The card that explains it.
    #[must_use]
    pub fn card(&self, m: Messages) -> Markup {
        let told = if self.is_right { m.explained_right() } else { m.explained_not_yet() };
        html! {
            article.card {
                h3 { (self.ask) }
                p.told.good[self.is_right] { (icon(if self.is_right { "circle-check" } else { "info" })) strong { (told) } }
                ul.plain.verdicts { @for verdict in &self.verdicts { (verdict.line(m)) } }
                @if !self.others.is_empty() {
                    details {
                        summary { (m.explained_others()) }
                        ul.plain.verdicts { @for verdict in &self.others { (verdict.line(m)) } }
                    }
                }
            }
        }
    }
}

impl Verdict {
    fn line(&self, m: Messages) -> Markup {
        html! {
            li.good[self.mark.is_good()] {
                small { (icon(self.mark.icon())) (self.mark.words(m)) }
                b { (self.text) }
                p { (self.because) }
            }
        }
    }
}

impl Mark {
    const fn is_good(self) -> bool {
        match self {
            Self::Chosen | Self::Right | Self::Rightly => true,
            Self::Missed | Self::ChosenWrongly | Self::Wrongly | Self::Other => false,
            Self::Placed(place, given) => place == given,
        }
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::ChosenWrongly | Self::Wrongly | Self::Other => "circle-x",
            Self::Missed => "info",
            Self::Placed(place, given) if place != given => "info",
            _ => "circle-check",
        }
    }

    fn words(self, m: Messages) -> String {
        match self {
            Self::Chosen | Self::ChosenWrongly => m.verdict_chosen().into(),
            Self::Right => m.verdict_right().into(),
            Self::Rightly => m.verdict_rightly().into(),
            Self::Missed => m.verdict_missed().into(),
            Self::Wrongly => m.verdict_wrongly().into(),
            Self::Other => m.verdict_other().into(),
            Self::Placed(place, given) if place == given => m.verdict_in_place(place),
            Self::Placed(place, given) => m.verdict_moved(place, given),
        }
    }
}

fn mark(answer: Response, place: u8, is_right: bool) -> Mark {
    let places = answer.places();
    let at = places.iter().position(|one| *one == place);
    match (answer.way(), at, is_right) {
        (Way::Order, Some(at), _) => Mark::Placed(usize::from(place) + 1, at + 1),
        (Way::One, Some(_), true) => Mark::Chosen,
        (Way::One, Some(_), false) => Mark::ChosenWrongly,
        (Way::One, None, true) => Mark::Right,
        (Way::Several, Some(_), true) => Mark::Rightly,
        (Way::Several, Some(_), false) => Mark::Wrongly,
        (Way::Several, None, true) => Mark::Missed,
        (_, None, _) => Mark::Other,
    }
}
