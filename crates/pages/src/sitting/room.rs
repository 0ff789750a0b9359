//! The room as it is now.

use domain::sitting::NoteKind;
use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use super::note::{NoteLine, notes};
use super::{Left, SAMPLE_ID, SeatLine, SeatState, sample_time};
use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, Head, Table, Tone, icon};
use crate::urls::{self, Url};

/// Where a room stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomState {
    /// People answer.
    Open,
    /// Nobody answers, since then.
    Paused(Timestamp),
    /// It is over, since then.
    Closed(Timestamp),
}

impl RoomState {
    /// In words.
    #[must_use]
    pub const fn say(self, m: Messages) -> &'static str {
        match self {
            Self::Open => m.sitting_open(),
            Self::Paused(_) => m.sitting_paused(),
            Self::Closed(_) => m.sitting_closed(),
        }
    }
}

/// The room as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// The sitting.
    pub id: String,
    /// The test.
    pub test: String,
    /// Where.
    pub place: String,
    /// What is typed to come in.
    pub code: String,
    /// How many are expected.
    pub expected: u16,
    /// Minutes added for everybody.
    pub added: u16,
    /// Where it stands.
    pub state: RoomState,
    /// When this was so.
    pub now: Timestamp,
    /// Whether the page shall not refresh by itself.
    pub still: bool,
    /// The seats.
    pub seats: Vec<SeatLine>,
    /// Incidents of the room and of its seats, in their order.
    pub notes: Vec<NoteLine>,
    /// Where certificates are issued to those who passed, once it is over.
    pub certificates: Option<Url>,
}

impl Room {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::sittings()))
            h1 { (self.test) }
            p.muted { (self.place) }
            @match self.state {
                RoomState::Closed(at) => (self.closed(m, at)),
                RoomState::Open | RoomState::Paused(_) => (self.going_on(m)),
            }
        }
    }

    fn going_on(&self, m: Messages) -> Markup {
        html! {
            div.card.center {
                p.muted { (m.room_code()) }
                p.exam-code { (self.code) }
                p.small.muted { (m.room_shared_device()) }
            }
            (self.attention(m))
            (self.buttons(m))
            h2 { (m.room_seats()) }
            @if self.seats.is_empty() { (ui::boxed(Tone::Info, &html! { p { (m.room_nobody()) } })) }
            @else { (self.table(m, m.room_counts(self.here(), self.expected))) }
            (self.freshness(m))
            (self.more(m))
            (self.incidents(m))
        }
    }

    /// What the organiser should see first.
    fn attention(&self, m: Messages) -> Markup {
        let waiting = self.seats.iter().filter(|seat| seat.state == SeatState::Waiting).count();
        html! {
            @if let RoomState::Paused(since) = self.state {
                (ui::boxed(Tone::Warn, &html! { p { (m.room_paused_since(&m.time(since))) } }))
            }
            @if waiting > 0 { (ui::boxed(Tone::Info, &html! { p { b { (m.room_wait_for_you(waiting)) } } })) }
            @if self.added > 0 { p.muted { (m.room_added(self.added)) } }
        }
    }

    fn buttons(&self, m: Messages) -> Markup {
        html! {
            form #act.two method="post" action=(urls::sitting(&self.id)) {
                @if matches!(self.state, RoomState::Paused(_)) {
                    button.btn name="do" value="resume" { (m.room_resume()) }
                } @else {
                    button.btn-2 name="do" value="pause" { (m.room_pause()) }
                }
                button.btn-2 name="do" value="add-5" { (m.room_add_5()) }
            }
        }
    }

    fn here(&self) -> usize {
        self.seats.iter().filter(|seat| seat.state.is_here()).count()
    }

    fn table(&self, m: Messages, caption: String) -> Markup {
        let heads =
            vec![Head::words(m.seat_name()), Head::words(m.seat_state()), Head::figures(m.seat_left())];
        let row = |seat: &SeatLine| {
            vec![
                html! { a href=(urls::sitting_seat(&self.id, seat.no)) { (seat.no) ". " (seat.name) } },
                seat.cell(m),
                html! { (seat.left.say(m)) },
            ]
        };
        let rows = self.seats.iter().map(row).collect();
        html! { div.room { (ui::table(&Table { caption, heads, rows })) } }
    }

    fn freshness(&self, m: Messages) -> Markup {
        let time = m.time(self.now);
        let (words, label, url) = if self.still {
            (m.room_as_of_still(&time), m.room_refresh(), urls::sitting(&self.id))
        } else {
            (m.room_as_of(&time), m.room_stand_still(), urls::sitting(&self.id).with("still", "1"))
        };
        html! { p.muted { (words) " " (ui::link_quiet(&url, label)) } }
    }

    fn more(&self, m: Messages) -> Markup {
        let links = [
            (urls::sitting_seats(&self.id), "plus", m.room_seat_somebody()),
            (urls::sitting_note(&self.id), "chat", m.room_note()),
            (urls::sitting_sheet(&self.id), "file-text", m.room_sheet()),
            (urls::sitting_close(&self.id), "power", m.room_close()),
        ];
        html! {
            h2 { (m.room_more()) }
            ul.plain {
                @for (url, name, label) in links {
                    li { a.card.tap-card href=(url) { (icon(name)) span { (label) } (icon("chevron-right")) } }
                }
            }
        }
    }

    fn incidents(&self, m: Messages) -> Markup {
        html! {
            h2 { (m.room_notes()) }
            @if self.notes.is_empty() { p.muted { (m.room_notes_none()) } } @else { (notes(m, &self.notes)) }
        }
    }

    fn closed(&self, m: Messages, at: Timestamp) -> Markup {
        let passed = self.seats.iter().filter(|seat| seat.state == SeatState::Done(Some(true))).count();
        html! {
            (ui::boxed(Tone::Info, &html! { p { (ui::unbroken(&m.results_closed_at(&m.moment(at)))) } }))
            h2 { (m.results_title()) }
            @if self.seats.is_empty() { p { (m.results_passed(passed)) } }
            @else { (self.table(m, m.results_passed(passed))) }
            @if let Some(url) = self.certificates.as_ref().filter(|_| passed > 0) {
                div.actions.first { (ui::link_button(url, m.results_certificates())) }
            }
            (ui::link_quiet(&urls::sitting_note(&self.id), m.room_note()))
            (self.incidents(m))
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let forms: &[&str] = if matches!(self.state, RoomState::Closed(_)) { &[] } else { &["act"] };
        layout_desk(frame, &self.test, &self.main(m), forms)
    }

    /// Nobody there; a full room; paused; over.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let empty = Self {
            id: SAMPLE_ID.into(),
            test: "Thi lấy chứng nhận kỹ năng số ban đầu".into(),
            place: "Nhà văn hóa tổ dân phố 12, phường Nghĩa Đô".into(),
            code: "K7M-4XP".into(),
            expected: 12,
            added: 0,
            state: RoomState::Open,
            now: sample_time(),
            still: false,
            seats: vec![],
            notes: vec![],
            certificates: None,
        };
        let full = Self { seats: sample_seats(lang), notes: sample_notes(), added: 5, ..empty.clone() };
        let paused = Self { state: RoomState::Paused(sample_time()), still: true, ..full.clone() };
        let certificates = Some(urls::sittings());
        let over = Self { state: RoomState::Closed(sample_time()), certificates, ..full.clone() };
        vec![empty, full, paused, over]
    }
}

fn sample_seats(lang: Lang) -> Vec<SeatLine> {
    let names = [
        ("Nguyễn Thị Mai", SeatState::Answering(7), Left::Minutes(31)),
        ("Tôn Nữ Công Tằng Thị Hoàng Nguyên", SeatState::Waiting, Left::Still),
        ("T. V. B.", SeatState::Admitted, Left::Still),
        ("Lê An", SeatState::Paused(12), Left::Untimed),
        ("Phạm Văn Hòa", SeatState::Done(Some(true)), Left::Still),
        ("Đỗ Thị Hạnh", SeatState::Done(Some(false)), Left::Still),
        ("Vũ Minh", SeatState::TimeOver, Left::Still),
        ("Ngô Lan", SeatState::Stopped, Left::Still),
        ("Đỗ Hà", SeatState::Closed, Left::Still),
        ("Bùi Sơn", SeatState::Left, Left::Still),
        ("Hồ Thu", SeatState::Annulled, Left::Still),
        ("Đặng Hải", SeatState::Expected, Left::Still),
    ];
    let oral = Messages(lang).seat_manner_oral();
    let line = |(no, (name, state, left)): (u16, (&str, SeatState, Left))| SeatLine {
        no,
        name: name.into(),
        state,
        left,
        manner: (no == 4).then(|| oral.to_owned()),
        notes: usize::from(no == 10),
    };
    (1..).zip(names).map(line).collect()
}

pub(super) fn sample_notes() -> Vec<NoteLine> {
    let room = NoteLine {
        at: sample_time(),
        kind: NoteKind::Technical,
        words: "Mất điện chừng năm phút, đã tạm dừng cả phòng.".into(),
        seat: None,
    };
    let seat = NoteLine {
        kind: NoteKind::Rules,
        words: "Có người đứng sau chỉ bài.".into(),
        seat: Some(10),
        ..room.clone()
    };
    vec![room, seat]
}
