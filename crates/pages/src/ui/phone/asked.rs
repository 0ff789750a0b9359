//! What is typed or chosen on a screen.

use maud::{Markup, html};

use super::{Element, FieldLook};

/// A choice among options, of which the first is sent as 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The name in the form.
    pub id: String,
    /// What is to be chosen.
    pub label: String,
    /// The options.
    pub options: Vec<String>,
    /// The number of the option that is chosen already, from 1.
    pub chosen: Option<usize>,
    /// The number of the option around which the ring stands, from 1.
    pub next: Option<usize>,
    /// What was wrong with the choice made before.
    pub error: Option<String>,
}

pub(super) fn asked(one: &Element) -> Markup {
    match one {
        Element::Field { .. } => field(one),
        Element::Pick(pick) => options(pick),
        Element::Tick { id, label, is_on, error, is_next } => {
            let error_id = error.as_ref().map(|_| format!("{id}-error"));
            html! {
                div.p-field {
                    (said(id, error.as_deref()))
                    label.p-option.p-next[*is_next] {
                        input type="checkbox" id=(id) name=(id) value="on" checked[*is_on] aria-describedby=[error_id];
                        span { (label) }
                    }
                }
            }
        }
        _ => html! {},
    }
}

/// The kind words about what was put in before.
fn said(id: &str, error: Option<&str>) -> Markup {
    html! { @if let Some(error) = error { span.error id={ (id) "-error" } { (error) } } }
}

fn options(pick: &Pick) -> Markup {
    let error_id = pick.error.as_ref().map(|_| format!("{}-error", pick.id));
    html! {
        fieldset.p-field aria-describedby=[error_id] {
            legend { (pick.label) }
            (said(&pick.id, pick.error.as_deref()))
            @for (number, option) in (1..).zip(&pick.options) {
                label.p-option.p-next[pick.next == Some(number)] {
                    input type="radio" name=(pick.id) value=(number) checked[pick.chosen == Some(number)];
                    span { (option) }
                }
            }
        }
    }
}

fn field(one: &Element) -> Markup {
    let Element::Field { id, label, look, value, error, is_next } = one else { return html! {} };
    let error_id = format!("{id}-error");
    html! {
        div.p-field {
            label for=(id) { (label) }
            (said(id, error.as_deref()))
            input.input.p-digits[*look == FieldLook::Digits].p-money[*look == FieldLook::Money].p-next[*is_next] type="text" id=(id) name=(id) value=(value)
                autocomplete="off" inputmode=[input_mode(*look)] aria-describedby=[error.as_ref().map(|_| &error_id)];
        }
    }
}

const fn input_mode(look: FieldLook) -> Option<&'static str> {
    match look {
        FieldLook::Text => None,
        FieldLook::Digits | FieldLook::Money => Some("numeric"),
        FieldLook::Phone => Some("tel"),
    }
}
