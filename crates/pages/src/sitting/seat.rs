//! One seat, for the organiser.

use domain::sitting::{Entitled, Identity, Manner};
use domain::text::Lang;
use maud::{Markup, html};

use super::note::{NoteLine, fields, notes};
use super::room::sample_notes;
use super::{Left, SAMPLE_ID, SeatState};
use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Choice, Field, FieldKind, FormState, Tone};
use crate::urls::{self, Url};

/// One seat. Every form posts `do` and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatPage {
    /// The sitting.
    pub id: String,
    /// The number of the seat.
    pub no: u16,
    /// The code of the seat.
    pub code: String,
    /// The name; of a child the initials only.
    pub name: String,
    /// Whether it is a child's.
    pub is_child: bool,
    /// The year of birth, if told.
    pub born: Option<i16>,
    /// Where its person is.
    pub state: SeatState,
    /// By what it is known who sits there.
    pub identity: Option<Identity>,
    /// How much time is left.
    pub left: Left,
    /// How the questions are put.
    pub manner: Manner,
    /// Incidents of this seat.
    pub notes: Vec<NoteLine>,
    /// Why the attempt was annulled.
    pub annulled: Option<String>,
    /// Whether an attempt has begun, so that it can be annulled.
    pub has_begun: bool,
    /// Whether the sitting is over.
    pub is_over: bool,
    /// What was typed and what is wrong with it.
    pub form: FormState,
}

impl SeatPage {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::sitting(&self.id)))
            (ui::error_summary(m, &self.form))
            h1 { (m.seat_title(self.no)) ": " (self.name) }
            @if self.is_child { (ui::boxed(Tone::Info, &html! { p { (m.seat_child()) } })) }
            @if let Some(words) = &self.annulled {
                (ui::boxed(Tone::Danger, &html! { p { (m.seat_annulled_because(words)) } }))
            }
            (self.facts(m))
            @if !self.is_over { (self.verbs(m)) }
            h2 { (m.room_notes()) }
            @if self.notes.is_empty() { p.muted { (m.room_notes_none()) } } @else { (notes(m, &self.notes)) }
            (self.note(m))
        }
    }

    fn url(&self) -> Url {
        urls::sitting_seat(&self.id, self.no)
    }

    fn facts(&self, m: Messages) -> Markup {
        let mut facts = vec![(m.seat_state(), html! { b { (self.state.say(m)) } })];
        if self.left != Left::Still {
            facts.push((m.seat_left(), html! { (self.left.say(m)) }));
        }
        if let Some(born) = self.born.filter(|_| !self.is_child) {
            facts.push((m.seat_born(), html! { (born) }));
        }
        if let Some(identity) = self.identity {
            facts.push((m.seat_identity(), html! { (identity_words(m, identity)) }));
        }
        if self.manner != Manner::OnScreen {
            facts.push((m.seat_manner_title(), html! { (manner_words(m, self.manner)) }));
        }
        if !self.is_over {
            facts.push((m.seat_code(), html! { b { (self.code) } span.hint { (m.seat_code_hint()) } }));
        }
        ui::facts(&facts)
    }

    fn verbs(&self, m: Messages) -> Markup {
        html! {
            @match self.state {
                SeatState::Waiting => (self.admit(m)),
                SeatState::Answering(_) => (self.one("pause", "btn-2", m.seat_pause())),
                SeatState::Paused(_) => (self.one("resume", "btn", m.seat_resume())),
                _ => {}
            }
            @if self.may_change() { (self.manner(m)) }
            @if self.may_change() || self.state.goes_on() { (self.time(m)) }
            @if self.state.goes_on() {
                (self.one("stop", "btn-danger", m.seat_stop()))
                p.hint { (m.seat_stop_hint()) }
            }
            @if matches!(self.state, SeatState::Waiting | SeatState::Admitted) {
                (self.one("leave", "quiet", m.seat_leave()))
            }
        }
    }

    /// Before it begins.
    const fn may_change(&self) -> bool {
        matches!(self.state, SeatState::Expected | SeatState::Waiting | SeatState::Admitted)
    }

    /// A form that is one button.
    fn one(&self, verb: &str, class: &str, label: &str) -> Markup {
        html! {
            form.first id={ "act-" (verb) } method="post" action=(self.url()) {
                button class=(class) name="do" value=(verb) { (label) }
            }
        }
    }

    fn admit(&self, m: Messages) -> Markup {
        let choice = |identity: Identity| Choice {
            value: identity.as_str().into(),
            label: match identity {
                Identity::Papers => m.seat_admit_papers().into(),
                Identity::Known => m.seat_admit_known().into(),
            },
            hint: String::new(),
            icon: String::new(),
        };
        let name = Field {
            name: "name",
            label: m.seat_admit_name(),
            hint: m.seat_admit_name_hint(),
            kind: FieldKind::Text,
        };
        html! {
            form #act-admit.card method="post" action=(self.url()) {
                h2 { (m.seat_admit_title()) }
                input type="hidden" name="do" value="admit";
                p.muted { (m.seat_admit_lead()) }
                @if !self.is_child { (ui::text_field(name, &self.form)) }
                (ui::pick("identity", &html! { (m.seat_identity()) }, &Identity::ALL.map(choice), &self.form))
                (ui::button(m.seat_admit()))
            }
        }
    }

    fn manner(&self, m: Messages) -> Markup {
        let choice = |manner: Manner| Choice {
            value: manner.as_str().into(),
            label: manner_words(m, manner).into(),
            hint: String::new(),
            icon: String::new(),
        };
        let form = FormState::default().keep("manner", self.manner.as_str());
        html! {
            form #act-manner method="post" action=(self.url()) {
                input type="hidden" name="do" value="manner";
                (ui::pick("manner", &html! { h2 { (m.seat_manner_title()) } }, &Manner::ALL.map(choice), &form))
                p.muted { (m.seat_manner_lead()) }
                button.btn-2 { (m.seat_manner_save()) }
            }
        }
    }

    fn time(&self, m: Messages) -> Markup {
        let choice = |reason: Entitled| Choice {
            value: reason.as_str().into(),
            label: entitled_words(m, reason).into(),
            hint: String::new(),
            icon: String::new(),
        };
        html! {
            h2 { (m.seat_time_title()) }
            form #act-time method="post" action=(self.url()) {
                button.btn-2 name="do" value="add-5" { (m.seat_add_5()) }
                button.btn-2.first name="do" value="add-15" { (m.seat_add_15()) }
            }
            @if self.left != Left::Untimed {
                details open[self.form.error("reason").is_some()] {
                    summary { (m.seat_untime()) }
                    form #act-untime method="post" action=(self.url()) {
                        input type="hidden" name="do" value="untime";
                        (ui::pick("reason", &html! { (m.seat_untime_title()) }, &Entitled::ALL.map(choice), &self.form))
                        button.btn-2 { (m.seat_untime()) }
                    }
                }
            }
        }
    }

    fn note(&self, m: Messages) -> Markup {
        html! {
            details open[self.form.error("kind").is_some() || self.form.error("words").is_some()] {
                summary { (self.note_title(m)) }
                form #act-note method="post" action=(self.url()) {
                    (fields(m, &self.form))
                    div.actions {
                        button.btn-2 name="do" value="note" { (m.note_save()) }
                        @if self.may_be_annulled() {
                            button.btn-danger name="do" value="annul" { (m.seat_annul_title()) }
                            p.hint { (m.seat_annul_hint()) }
                        }
                    }
                }
            }
        }
    }

    const fn may_be_annulled(&self) -> bool {
        self.has_begun && self.annulled.is_none()
    }

    const fn note_title(&self, m: Messages) -> &'static str {
        if self.may_be_annulled() { m.note_or_annul() } else { m.note_title() }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, &m.seat_title(self.no), &self.main(m), &self.forms())
    }

    /// The forms that stand on the page.
    fn forms(&self) -> Vec<&'static str> {
        let mut forms = vec!["act-note"];
        if self.is_over {
            return forms;
        }
        match self.state {
            SeatState::Waiting => forms.extend(["act-admit", "act-leave"]),
            SeatState::Admitted => forms.push("act-leave"),
            SeatState::Answering(_) => forms.extend(["act-pause", "act-stop"]),
            SeatState::Paused(_) => forms.extend(["act-resume", "act-stop"]),
            _ => {}
        }
        if self.may_change() {
            forms.push("act-manner");
        }
        if self.may_change() || self.state.goes_on() {
            forms.push("act-time");
            if self.left != Left::Untimed {
                forms.push("act-untime");
            }
        }
        forms
    }

    /// Waiting; waiting and a child; answering; paused without a limit; done; annulled after the end; refused.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let waiting = Self {
            id: SAMPLE_ID.into(),
            no: 2,
            code: "4821".into(),
            name: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
            is_child: false,
            born: Some(1955),
            state: SeatState::Waiting,
            identity: None,
            left: Left::Still,
            manner: Manner::OnScreen,
            notes: vec![],
            annulled: None,
            has_begun: false,
            is_over: false,
            form: FormState::default().keep("name", "Tôn Nữ Công Tằng Thị Hoàng Nguyên"),
        };
        let answering = Self {
            state: SeatState::Answering(7),
            identity: Some(Identity::Papers),
            left: Left::Minutes(31),
            has_begun: true,
            ..waiting.clone()
        };
        let paused = Self {
            state: SeatState::Paused(7),
            left: Left::Untimed,
            manner: Manner::Oral,
            notes: sample_notes(),
            ..answering.clone()
        };
        let annulled = Self {
            state: SeatState::Annulled,
            left: Left::Still,
            annulled: Some("Có người đứng sau chỉ bài.".into()),
            is_over: true,
            ..paused.clone()
        };
        let refused = FormState::default()
            .refuse("identity", m.seat_admit_need())
            .refuse("kind", m.note_need_kind())
            .refuse("words", m.note_need_words());
        vec![
            waiting.clone(),
            Self { name: "T. V. B.".into(), is_child: true, born: Some(2014), ..waiting.clone() },
            Self { state: SeatState::Admitted, identity: Some(Identity::Known), ..waiting.clone() },
            answering,
            paused,
            annulled,
            Self { form: refused, ..waiting },
        ]
    }
}

/// How the questions are put, in words.
#[must_use]
pub const fn manner_words(m: Messages, manner: Manner) -> &'static str {
    match manner {
        Manner::OnScreen => m.seat_manner_on_screen(),
        Manner::ReadAloud => m.seat_manner_read_aloud(),
        Manner::Oral => m.seat_manner_oral(),
    }
}

const fn identity_words(m: Messages, identity: Identity) -> &'static str {
    match identity {
        Identity::Papers => m.seat_confirmed_papers(),
        Identity::Known => m.seat_confirmed_known(),
    }
}

const fn entitled_words(m: Messages, reason: Entitled) -> &'static str {
    match reason {
        Entitled::Disability => m.entitled_disability(),
        Entitled::Age => m.entitled_age(),
        Entitled::Language => m.entitled_language(),
        Entitled::Health => m.entitled_health(),
    }
}
