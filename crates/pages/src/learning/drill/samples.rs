//! The pages of drills in every state worth looking at.

use std::borrow::Cow;

use domain::content::{Channel, DrillMessage, Element, NextStep, Role, Truth};
use domain::drill::{Judged, Judgement, Score};
use domain::ids::{DrillId, SkillId};
use domain::text::{Lang, Text};
use maud::Markup;

use super::drawn::drawn;
use super::{DrillEnd, DrillMessagePage, DrillPage, FORMS};
use crate::frame::{Frame, layout};
use crate::urls;

const SKILL: &str = "spot-scam";

fn whole_page(frame: &Frame, main: &Markup, forms: &[&str]) -> Markup {
    layout(frame, frame.messages().drill_title(), main, forms)
}

fn score(hits: u8, alarms: u8, doubts: u8) -> Score {
    Score { level: 1, scams: 4, hits, doubts, genuine: 4, alarms, qualms: 0, steps: 6 }
}

fn text(vi: &str, en: &str) -> Text {
    Text::new(vi, en)
}

fn message(channel: Channel, truth: Truth, role: Role) -> Option<DrillMessage> {
    let step = |vi, en, right| NextStep {
        text: text(vi, en),
        right,
        because: text(
            "Hỏi lại bằng số tự tìm là chắc nhất.",
            "Asking back on a number you looked up is surest.",
        ),
    };
    Some(DrillMessage {
        id: DrillId::parse("sample")?,
        skill: SkillId::parse(SKILL)?,
        channel,
        from: text("Trạm y tế xã Hoa Sen", "Hoa Sen health station"),
        role,
        truth,
        level: 1,
        added: "2026-11-26".into(),
        scene: Some(text(
            "Tuần trước bạn đưa cháu đi tiêm.",
            "Last week you took your grandchild for an injection.",
        )),
        title: Some(text("Lịch tiêm của cháu", "The next injection")),
        elements: vec![
            Element::Message(text(
                "Mời bạn đưa cháu đến trạm sáng thứ Năm.",
                "Please come to the station on Thursday morning.",
            )),
            Element::Detail(text("7:30 – 10:30", "7:30 – 10:30")),
        ],
        signs: vec![
            text("Đúng việc đã hẹn.", "It is what was agreed."),
            text("Không xin gì.", "It asks for nothing."),
        ],
        next: vec![
            step("Chặn số này", "Block the number", false),
            step("Ghi lại ngày giờ", "Note day and hour", true),
        ],
    })
}

impl DrillPage {
    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        whole_page(frame, &self.main(frame.messages()), FORMS)
    }

    /// Before the first round; with a round open; after one.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let start = urls::drill_start(SKILL);
        let open = Some(urls::drill_message(SKILL, 3));
        let last = Some((score(3, 0, 0), None));
        let ended = Some((score(4, 2, 0), Some(urls::drill_end(SKILL))));
        let page = |open, last| Self { start: start.clone(), open, last };
        vec![page(None, None), page(open, last), page(None, ended)]
    }
}

impl DrillMessagePage<'_> {
    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        whole_page(frame, &self.main(frame.messages()), self.forms())
    }

    /// Every channel to be judged; the next step in every role; right, wrong and not sure explained.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let page = |message: DrillMessage, judged| Self {
            step: (3, 8),
            judged,
            phone: drawn(&message, lang),
            message: Cow::Owned(message),
            url: urls::drill_message(SKILL, 3),
            back: urls::drill_message(SKILL, 2),
            onward: urls::drill_message(SKILL, 4),
            is_over: false,
        };
        let asked = Channel::ALL.iter().map(|channel| (*channel, Truth::Scam, Role::Target, None));
        let judged = |said, next| Some(Judged { said, next });
        let chosen =
            Role::ALL.iter().map(|role| (Channel::Sms, Truth::Genuine, *role, judged(Judgement::Safe, None)));
        let told = [(Judgement::Safe, Some(1)), (Judgement::Unsure, Some(1)), (Judgement::Scam, Some(0))];
        let told = told.map(|(said, next)| (Channel::Chat, Truth::Genuine, Role::Target, judged(said, next)));
        let all = asked.chain(chosen).chain(told);
        all.filter_map(|(channel, truth, role, judged)| Some(page(message(channel, truth, role)?, judged)))
            .collect()
    }
}

impl DrillEnd {
    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        whole_page(frame, &self.main(frame.messages()), FORMS)
    }

    /// Every verdict.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let messages = vec![
            (urls::drill_message(SKILL, 1), "0100888246".to_owned(), true, Judgement::Scam),
            (urls::drill_message(SKILL, 2), "Trạm y tế xã Hoa Sen".to_owned(), false, Judgement::Unsure),
        ];
        let page = |score| Self {
            skill: "Nhận ra lừa đảo".into(),
            score,
            messages: messages.clone(),
            start: urls::drill_start(SKILL),
            lesson: Some((urls::lesson(SKILL, 1), "Nhận ra lừa đảo".into())),
            next: Some((urls::learn(), "Làm bài kiểm tra ngắn".into())),
        };
        [score(4, 0, 0), score(4, 3, 0), score(1, 0, 0), score(0, 0, 4)].map(page).into()
    }
}
