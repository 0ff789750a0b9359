//! The sign-in sheet: the code in large type, how to come in, lines to sign.

use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use super::{SAMPLE_ID, sample_time};
use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, Head, Table};
use crate::urls;

/// The sign-in sheet of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The sitting.
    pub id: String,
    /// The test.
    pub test: String,
    /// Where, with the remark on the room.
    pub place: String,
    /// When it was opened.
    pub opened: Timestamp,
    /// The code as it is read out.
    pub code: String,
    /// The whole address of the page to come in, without the code.
    pub address: String,
    /// The whole address with the code, for the square.
    pub address_with_code: String,
    /// The names on the list, children by initials; empty lines follow.
    pub names: Vec<String>,
    /// How many lines in all.
    pub lines: usize,
}

impl Sheet {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            div.no-print { (ui::back(m, &urls::sitting(&self.id))) }
            h1 { (m.sheet_title()) }
            p { b { (self.test) } " · " (self.place) " · " (ui::unbroken(&m.day_of(self.opened))) }
            div.two {
                div.card.center {
                    p.muted { (m.room_code()) }
                    p.exam-code { (self.code) }
                    p.strong { (self.address) }
                }
                div.center { (ui::qr(m.sheet_qr(), &self.address_with_code)) }
            }
            h2 { (m.sheet_steps()) }
            ol { @for step in [m.sheet_step_1(), m.sheet_step_2(), m.sheet_step_3(), m.sheet_step_4()] { li { (step) } } }
            (self.table(m))
            p { (m.sheet_organiser()) ": ………………………………" }
        }
    }

    fn table(&self, m: Messages) -> Markup {
        let heads = vec![Head::words(m.seat_no()), Head::words(m.seat_name()), Head::words(m.sheet_sign())];
        let names = self.names.iter().map(String::as_str).chain(core::iter::repeat(""));
        let line = |(no, name): (usize, &str)| vec![html! { (no) }, html! { (name) }, html! { "\u{a0}" }];
        let rows = (1..).zip(names).take(self.lines).map(line).collect();
        html! { div.sheet { (ui::table(&Table { caption: m.sheet_title().into(), heads, rows })) } }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.sheet_title(), &self.main(m), &[])
    }

    /// With a list.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        vec![Self {
            id: SAMPLE_ID.into(),
            test: "Thi lấy chứng nhận kỹ năng số ban đầu".into(),
            place: "Nhà văn hóa tổ dân phố 12, Tầng 2".into(),
            opened: sample_time(),
            code: "K7M-4XP".into(),
            address: "https://hocvuso.example/exam".into(),
            address_with_code: "https://hocvuso.example/exam/K7M4XP".into(),
            names: vec!["Nguyễn Thị Mai".into(), "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into()],
            lines: 12,
        }]
    }
}
