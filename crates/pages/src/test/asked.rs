//! How the kinds of questions are asked: the fields of each, and what they sent.

use domain::assessment::{Attempt, shown};
use domain::content::{self, Drawn, Item, ItemKind, Response};
use domain::text::Lang;
use maud::{Markup, html};

use crate::learning::Form;
use crate::learning::drawn::{look, plain, tappable};
use crate::messages::Messages;
use crate::ui::{self, Choice, FormState, Phone, Tap};

/// The field of a choice. What it sends is the place shown, which tells nothing.
const CHOICE: &str = "choice";
/// The buttons of a drawn screen.
const TAP: &str = "tap";

/// What a question offers, mixed as the attempt's chance has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Answers of which one is chosen.
    One(Vec<Choice>),
    /// Answers of which all right ones are chosen.
    Several(Vec<Choice>),
    /// Steps that are put in order.
    Order(Vec<String>),
    /// A drawn screen on which one place is tapped.
    Tap(Phone),
}

impl Asked {
    /// What a question offers in an attempt.
    #[must_use]
    pub fn of(attempt: &Attempt, item: &Item, lang: Lang) -> Self {
        let shown = shown(attempt.id, item);
        let texts = shown.iter().filter_map(|place| item.choices.get(usize::from(*place)));
        let texts = texts.map(|choice| choice.text.get(lang).to_owned());
        match &item.kind {
            ItemKind::Choice => Self::One(choices(texts)),
            ItemKind::Several => Self::Several(choices(texts)),
            ItemKind::Order => Self::Order(texts.collect()),
            ItemKind::Tap(drawn) => Self::Tap(screen(drawn, lang)),
        }
    }

    /// The fields below the question.
    #[must_use]
    pub fn fields(&self, m: Messages, ask: &str, form: &FormState) -> Markup {
        let ask = html! { h1.ask { (ask) } };
        match self {
            Self::One(choices) => ui::pick(CHOICE, &ask, choices, form),
            Self::Several(choices) => ui::tick(CHOICE, &ask, m.several_how(), choices, form),
            Self::Order(steps) => order(m, &ask, steps, form),
            Self::Tap(screen) => tap(m, &ask, screen, form),
        }
    }
}

pub(super) fn choices(texts: impl Iterator<Item = String>) -> Vec<Choice> {
    let choice = |(place, label): (usize, String)| Choice {
        value: place.to_string(),
        label,
        hint: String::new(),
        icon: String::new(),
    };
    texts.enumerate().map(choice).collect()
}

/// One list of numbers beside each step: it works with fingers that cannot drag, by keyboard, and read aloud.
fn order(m: Messages, ask: &Markup, steps: &[String], form: &FormState) -> Markup {
    html! {
        fieldset aria-describedby="order-how" {
            legend.label { (ask) }
            p.hint #order-how { (m.order_how()) }
            div.rank {
                @for (at, step) in steps.iter().enumerate() {
                    @let (name, error) = (field(at), form.error(&field(at)));
                    div.wrong[error.is_some()] {
                        label for=(name) { (step) }
                        @if let Some(error) = error { span.error id={ (name) "-error" } { (error) } }
                        select.input id=(name) name=(name) aria-invalid=[error.map(|_| "true")]
                            aria-describedby=[error.map(|_| format!("{name}-error"))] {
                            option value="" { (m.order_place_of()) }
                            @for place in 1..=steps.len() {
                                @let value = place.to_string();
                                option value=(value) selected[form.value(&name) == value] { (m.order_place(place)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The screen of a question; each thing to tap sends its number among them, from the top.
#[must_use]
pub fn screen(drawn: &Drawn, lang: Lang) -> Phone {
    let mut taps = 0..;
    let element = |one: &content::Element| match one {
        content::Element::Tap(tap) => {
            let value = taps.next().map_or_else(String::new, |number: usize| number.to_string());
            tappable(tap, Tap { value, is_next: false }, lang)
        }
        other => plain(other, lang),
    };
    let elements = drawn.elements.iter().filter_map(element).collect();
    Phone { look: look(&drawn.look, lang), title: drawn.title.get(lang).to_owned(), elements, back: None }
}

fn tap(m: Messages, ask: &Markup, screen: &Phone, form: &FormState) -> Markup {
    let error = form.error(TAP);
    html! {
        fieldset.wrong[error.is_some()] aria-describedby={ "tap-how" @if error.is_some() { " tap-error" } } {
            legend.label { (ask) }
            p.hint #tap-how { (m.tap_how()) }
            @if let Some(error) = error { span.error #tap-error { (error) } }
            div id=(TAP) { (ui::phone(m.tap_phone(), screen)) }
        }
    }
}

/// The field of the step shown at a place.
fn field(at: usize) -> String {
    format!("place-{at}")
}

/// What the form of a question answers.
///
/// # Errors
/// When it is no whole answer: what to say, with everything that was chosen kept.
pub fn answer(attempt: &Attempt, item: &Item, form: &Form, m: Messages) -> Result<Response, FormState> {
    let shown = shown(attempt.id, item);
    let place = |value: &str| shown.get(value.parse::<usize>().ok()?).copied();
    let none = |field: &str| FormState::default().refuse(field, m.unanswered());
    let one = |field| form.filled(field).and_then(place).map(Response::one).ok_or_else(|| none(field));
    match item.kind {
        ItemKind::Choice => one(CHOICE),
        ItemKind::Tap(_) => one(TAP),
        ItemKind::Several => {
            let places: Vec<u8> = form.all(CHOICE).filter_map(place).collect();
            Response::several(&places).ok_or_else(|| none(CHOICE))
        }
        ItemKind::Order => ordered(item, &shown, form, m),
    }
}

fn ordered(item: &Item, shown: &[u8], form: &Form, m: Messages) -> Result<Response, FormState> {
    let chosen: Vec<Option<usize>> = (0..shown.len()).map(|at| place(form, at, shown.len())).collect();
    if chosen.iter().all(Option::is_none) {
        return Err(FormState::default().refuse(&field(0), m.unordered()));
    }
    let mut refused = FormState::default();
    for (at, place) in chosen.iter().enumerate() {
        let step = shown.get(at).and_then(|place| item.choices.get(usize::from(*place)));
        let step = step.map_or("", |choice| choice.text.get(m.0));
        let Some(place) = place else {
            refused = refused.refuse(&field(at), m.order_missing(step));
            continue;
        };
        refused = refused.keep(&field(at), place.to_string());
        if chosen.iter().take(at).any(|earlier| earlier == &Some(*place)) {
            refused = refused.refuse(&field(at), m.order_twice(*place, step));
        }
    }
    let mut placed: Vec<(Option<usize>, u8)> = chosen.into_iter().zip(shown.iter().copied()).collect();
    placed.sort_unstable();
    let order: Vec<u8> = placed.into_iter().map(|(_, step)| step).collect();
    Response::order(&order).filter(|_| !refused.is_refused()).ok_or(refused)
}

/// Which place was chosen for the step shown at a place; `None` of none, or of one that is not offered.
fn place(form: &Form, at: usize, steps: usize) -> Option<usize> {
    form.filled(&field(at))?.parse().ok().filter(|place| (1..=steps).contains(place))
}
