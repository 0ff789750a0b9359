//! Forms: what a person typed is kept, what is wrong is said on top and beside the field.

use maud::{Markup, html};

use super::icon;
use crate::messages::Messages;

/// What came with a form and what is wrong with it, by field name. Secrets are never put in here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormState {
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl FormState {
    /// The state with the value of one more field kept.
    #[must_use]
    pub fn keep(mut self, field: &str, value: impl Into<String>) -> Self {
        self.values.push((field.into(), value.into()));
        self
    }

    /// The state with one more error, told in the words of the page.
    #[must_use]
    pub fn refuse(mut self, field: &str, message: impl Into<String>) -> Self {
        self.errors.push((field.into(), message.into()));
        self
    }

    /// The value kept for a field, or nothing.
    #[must_use]
    pub fn value(&self, field: &str) -> &str {
        self.values.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(name, _)| name == field).map(|(_, message)| message.as_str())
    }

    /// Whether anything is wrong.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        !self.errors.is_empty()
    }
}

/// The box above a form that was refused, with a link to each field; nothing when all is well.
#[must_use]
pub fn error_summary(m: Messages, form: &FormState) -> Markup {
    html! {
        @if form.is_refused() {
            div.errors role="alert" tabindex="-1" autofocus {
                h2 { (m.errors_title()) }
                ul {
                    @for (field, message) in &form.errors {
                        li { a href={ "#" (field) } { (message) } }
                    }
                }
                p { (m.errors_kept()) }
            }
        }
    }
}

/// What may be typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// The person's own full name.
    FullName,
    /// Digits only, a short field.
    Digits,
    /// A search word.
    Search,
    /// The name of an account.
    UserName,
    /// A secret: never kept, never shown again.
    Password,
}

/// A field to type in. Its `name` is also its id.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// Name and id.
    pub name: &'a str,
    /// What is asked.
    pub label: &'a str,
    /// A remark below the label; empty for none.
    pub hint: &'a str,
    /// What may be typed.
    pub kind: FieldKind,
}

/// A field with its label, hint and error.
#[must_use]
pub fn text_field(field: Field<'_>, form: &FormState) -> Markup {
    let error = form.error(field.name);
    let described = described_by(&field, error.is_some());
    let kept = if field.kind == FieldKind::Password { "" } else { form.value(field.name) };
    html! {
        div.field.wrong[error.is_some()] {
            label for=(field.name) { (field.label) }
            @if !field.hint.is_empty() {
                span.hint id={ (field.name) "-hint" } { (field.hint) }
            }
            @if let Some(error) = error {
                span.error id={ (field.name) "-error" } { (error) }
            }
            input.input.narrow[field.kind == FieldKind::Digits] id=(field.name) name=(field.name) value=(kept)
                type=(field.kind.html_type()) inputmode=[field.kind.input_mode()] autocomplete=(field.kind.autocomplete())
                aria-describedby=[described] aria-invalid=[error.map(|_| "true")];
        }
    }
}

/// A field for several lines. Its `name` is also its id.
#[must_use]
pub fn text_area(name: &str, label: &str, hint: &str, form: &FormState) -> Markup {
    let error = form.error(name);
    let described = described_by(&Field { name, label, hint, kind: FieldKind::Text }, error.is_some());
    html! {
        div.field.wrong[error.is_some()] {
            label for=(name) { (label) }
            @if !hint.is_empty() { span.hint id={ (name) "-hint" } { (hint) } }
            @if let Some(error) = error { span.error id={ (name) "-error" } { (error) } }
            textarea.input id=(name) name=(name) rows="4" aria-describedby=[described] aria-invalid=[error.map(|_| "true")] {
                (form.value(name))
            }
        }
    }
}

fn described_by(field: &Field<'_>, is_wrong: bool) -> Option<String> {
    let name = field.name;
    match (field.hint.is_empty(), is_wrong) {
        (true, false) => None,
        (false, false) => Some(format!("{name}-hint")),
        (true, true) => Some(format!("{name}-error")),
        (false, true) => Some(format!("{name}-hint {name}-error")),
    }
}

impl FieldKind {
    const fn html_type(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Password => "password",
            _ => "text",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Digits => Some("numeric"),
            _ => None,
        }
    }

    const fn autocomplete(self) -> &'static str {
        match self {
            Self::FullName => "name",
            Self::UserName => "username",
            Self::Password => "current-password",
            _ => "off",
        }
    }
}

/// One of several to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// A remark below it; empty for none.
    pub hint: String,
    /// The name of an icon; empty for none.
    pub icon: String,
}

/// Radio cards under a question. The question is the legend; the first card has the field's name as id, so that an error
/// summary can link to it. `question` may hold the page's `h1`.
#[must_use]
pub fn pick(name: &str, question: &Markup, choices: &[Choice], form: &FormState) -> Markup {
    cards("radio", name, question, "", choices, form)
}

/// The same with boxes to tick, any number of them; `hint` says so.
#[must_use]
pub fn tick(name: &str, question: &Markup, hint: &str, choices: &[Choice], form: &FormState) -> Markup {
    cards("checkbox", name, question, hint, choices, form)
}

fn cards(
    kind: &str,
    name: &str,
    question: &Markup,
    hint: &str,
    choices: &[Choice],
    form: &FormState,
) -> Markup {
    let error = form.error(name);
    let described = described_by(&Field { name, label: "", hint, kind: FieldKind::Text }, error.is_some());
    html! {
        fieldset.wrong[error.is_some()] aria-describedby=[described] {
            legend.label { (question) }
            @if !hint.is_empty() { span.hint id={ (name) "-hint" } { (hint) } }
            @if let Some(error) = error {
                span.error id={ (name) "-error" } { (error) }
            }
            div.pick {
                @for (at, choice) in choices.iter().enumerate() {
                    (card(kind, name, at, choice, form.value(name) == choice.value))
                }
            }
        }
    }
}

fn card(kind: &str, name: &str, at: usize, choice: &Choice, is_chosen: bool) -> Markup {
    html! {
        label {
            input type=(kind) name=(name) value=(choice.value) id=[(at == 0).then_some(name)] checked[is_chosen];
            span {
                b { (choice.label) }
                @if !choice.hint.is_empty() { span.hint { (choice.hint) } }
            }
            (icon(&choice.icon))
        }
    }
}

/// A search field with its button beside it.
#[must_use]
pub fn search_field(m: Messages, field: Field<'_>, query: &str) -> Markup {
    html! {
        div.field {
            label for=(field.name) { (field.label) }
            span.hint id={ (field.name) "-hint" } { (field.hint) }
            div.finder {
                input.input id=(field.name) name=(field.name) value=(query) type="search" autocomplete="off"
                    aria-describedby={ (field.name) "-hint" };
                button.btn { (icon("search")) (m.search()) }
            }
        }
    }
}
