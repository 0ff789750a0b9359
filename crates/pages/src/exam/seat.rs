//! My seat in the sitting.

use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Tone};
use crate::urls::{self, Url};

/// Where I am.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MySeat {
    /// I have none.
    None,
    /// The organiser has not looked yet.
    Waiting,
    /// I may begin; with so many minutes, or as long as I need.
    Ready(Option<u32>),
    /// The organiser paused it.
    Paused,
    /// In the middle of it: where the open question is.
    Answering(Url),
    /// Done: where the result is.
    Done(Url),
    /// The time is over: where the result is.
    TimeOver(Url),
    /// The organiser closed the sitting before I had finished: where the result is.
    Closed(Url),
    /// The organiser ended it: where the result is, when anything was answered.
    Stopped(Option<Url>),
    /// It was annulled.
    Annulled,
    /// I left before beginning.
    Left,
    /// The sitting is over.
    Over,
}

/// My seat in the sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExamSeat {
    /// Where I am.
    pub state: MySeat,
    /// The test.
    pub test: String,
    /// My name, as I told it: nobody else reads this page.
    pub name: String,
    /// The number and the code of my seat.
    pub seat: Option<(u16, String)>,
    /// Whether the device may be somebody else's, so that it can be handed on.
    pub can_hand_on: bool,
    /// Why it could not begin just now; empty for no reason.
    pub refused: String,
}

impl ExamSeat {
    /// Whether the page shall refresh by itself: while I wait for the organiser.
    #[must_use]
    pub const fn waits(&self) -> bool {
        matches!(self.state, MySeat::Waiting | MySeat::Paused)
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (self.title(m)) }
            @if !self.refused.is_empty() { (ui::boxed(Tone::Warn, &html! { p { (ui::unbroken(&self.refused)) } })) }
            (self.says(m))
            @if self.waits() { p.muted { (m.exam_wait_refresh()) } }
            (self.mine(m))
            (self.ways(m))
        }
    }

    const fn title(&self, m: Messages) -> &'static str {
        match self.state {
            MySeat::None => m.exam_no_seat_title(),
            MySeat::Waiting => m.exam_wait_title(),
            MySeat::Ready(_) => m.exam_ready_title(),
            MySeat::Paused => m.exam_paused_title(),
            MySeat::Answering(_) => m.exam_going_title(),
            MySeat::Done(_) => m.exam_done_title(),
            MySeat::TimeOver(_) | MySeat::Closed(_) | MySeat::Stopped(_) | MySeat::Annulled => {
                m.exam_stopped_title()
            }
            MySeat::Left => m.exam_left_title(),
            MySeat::Over => m.exam_over_title(),
        }
    }

    fn says(&self, m: Messages) -> Markup {
        let words = match &self.state {
            MySeat::None => m.exam_no_seat(),
            MySeat::Waiting => m.exam_wait(),
            MySeat::Ready(_) => m.exam_ready(),
            MySeat::Paused => m.exam_paused(),
            MySeat::Answering(_) => m.exam_ready(),
            MySeat::Done(_) => m.exam_done(),
            MySeat::TimeOver(_) => m.exam_time_over(),
            MySeat::Closed(_) => m.exam_closed(),
            MySeat::Stopped(_) => m.exam_stopped(),
            MySeat::Annulled => m.exam_annulled(),
            MySeat::Left => m.exam_left(),
            MySeat::Over => m.exam_over(),
        };
        html! {
            p.lead { (words) }
            @match self.state {
                MySeat::Ready(Some(minutes)) => p { (m.exam_ready_minutes(minutes)) },
                MySeat::Ready(None) => p { (m.exam_ready_untimed()) },
                _ => {}
            }
        }
    }

    /// What belongs to me: the name, and how to come back.
    fn mine(&self, m: Messages) -> Markup {
        let Some((no, code)) = self.seat.as_ref().filter(|_| self.is_in()) else { return html! {} };
        html! {
            div.card {
                (ui::facts(&[
                    (m.sitting_test(), html! { (self.test) }),
                    (m.exam_name(), html! { b { (self.name) } }),
                    (m.exam_seat_no(), html! { b { (no) } }),
                    (m.exam_seat_code(), html! { b { (code) } }),
                ]))
                p.small.muted { (m.exam_keep()) }
            }
        }
    }

    const fn is_in(&self) -> bool {
        matches!(self.state, MySeat::Waiting | MySeat::Ready(_) | MySeat::Paused | MySeat::Answering(_))
    }

    fn ways(&self, m: Messages) -> Markup {
        html! {
            div.actions.first {
                @match &self.state {
                    MySeat::Ready(_) => form #act method="post" action=(urls::exam_begin()) { (ui::button(m.exam_begin())) },
                    MySeat::Answering(url) => (ui::link_button(url, m.exam_go_on())),
                    MySeat::Done(url) | MySeat::TimeOver(url) | MySeat::Closed(url) | MySeat::Stopped(Some(url)) => (ui::link_button(url, m.exam_result())),
                    MySeat::None | MySeat::Left => (ui::link_button(&urls::exam(), m.exam_title())),
                    MySeat::Over => (ui::link_button(&urls::learn(), m.nav_learn())),
                    MySeat::Waiting | MySeat::Paused => (ui::link_secondary(&urls::exam_seat(), m.room_refresh_now())),
                    MySeat::Stopped(None) | MySeat::Annulled => {}
                }
                @if matches!(self.state, MySeat::Waiting | MySeat::Ready(_)) {
                    form.center #act-leave method="post" action=(urls::exam_leave()) { button.quiet { (m.exam_leave()) } }
                }
            }
            @if self.can_hand_on && self.has_ended() { (hand_on(m)) }
        }
    }

    const fn has_ended(&self) -> bool {
        matches!(
            self.state,
            MySeat::Done(_)
                | MySeat::TimeOver(_)
                | MySeat::Closed(_)
                | MySeat::Stopped(_)
                | MySeat::Annulled
                | MySeat::Left
                | MySeat::Over
        )
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let forms: &[&str] = match self.state {
            MySeat::Ready(_) => &["act", "act-leave"],
            MySeat::Waiting => &["act-leave"],
            _ => &[],
        };
        layout(frame, self.title(m), &self.main(m), forms)
    }

    /// Every state.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let states = [
            MySeat::None,
            MySeat::Waiting,
            MySeat::Ready(Some(45)),
            MySeat::Ready(None),
            MySeat::Paused,
            MySeat::Answering(urls::exam_seat()),
            MySeat::Done(urls::me()),
            MySeat::TimeOver(urls::me()),
            MySeat::Closed(urls::me()),
            MySeat::Stopped(None),
            MySeat::Stopped(Some(urls::me())),
            MySeat::Annulled,
            MySeat::Left,
            MySeat::Over,
        ];
        let m = Messages(lang);
        let seat = |state: MySeat| Self {
            refused: if state == MySeat::Ready(None) {
                m.exam_too_soon(&m.moment(Timestamp::UNIX_EPOCH))
            } else {
                String::new()
            },
            state,
            test: "Thi lấy chứng nhận kỹ năng số ban đầu".into(),
            name: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
            seat: Some((7, "4821".into())),
            can_hand_on: true,
        };
        states.map(seat).to_vec()
    }
}

/// The way out of a device that is not one's own.
fn hand_on(m: Messages) -> Markup {
    html! {
        form method="post" action=(urls::exam_hand_on()) {
            button.btn-2 { (m.exam_hand_on()) }
            p.hint.center { (m.exam_hand_on_hint()) }
        }
    }
}
