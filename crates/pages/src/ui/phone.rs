//! The drawn phone of a practice: a frame, a status bar and one screen, with touch targets of real size.
//!
//! The caller puts it into the practice's form; every tappable element is a submit button named `tap`.

use maud::{Markup, html};

use super::icon;

/// What kind of screen is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// The home screen with app icons.
    Launcher,
    /// Inside the app of this name.
    App(String),
    /// A browser at this address.
    Browser(String),
    /// A box asking something, over the app of this name.
    Dialog(String),
    /// A call from or to this number.
    Call(String),
    /// A conversation with this name.
    Chat(String),
    /// Text messages from this name.
    Sms(String),
    /// The settings of the phone.
    Settings,
    /// The locked phone.
    Lock,
}

impl Look {
    const fn class(&self) -> &'static str {
        match self {
            Self::Launcher => "phone look-launcher",
            Self::App(_) => "phone look-app",
            Self::Browser(_) => "phone look-browser",
            Self::Dialog(_) => "phone look-dialog",
            Self::Call(_) => "phone look-call",
            Self::Chat(_) => "phone look-chat",
            Self::Sms(_) => "phone look-sms",
            Self::Settings => "phone look-settings",
            Self::Lock => "phone look-lock",
        }
    }
}

/// What a tap sends, and whether the guide points at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tap {
    /// The value of `tap` in the form.
    pub value: String,
    /// Whether the ring stands around it (guided mode, the next tap).
    pub is_next: bool,
}

/// How a field is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldLook {
    /// Letters.
    Text,
    /// Digits, wide apart.
    Digits,
    /// A telephone number.
    Phone,
}

/// One thing on a screen, in the words of the guide "Write a lesson and a practice". Texts are in the page's language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the guide")]
pub enum Element {
    Text(String),
    Heading(String),
    Detail(String),
    Alert(String),
    Message(String),
    Reply(String),
    Card { title: String, icon: Option<String>, lines: Vec<String> },
    Picture { src: String, alt: String },
    App { label: String, icon: String, tap: Tap },
    Button { label: String, tap: Tap },
    Link { label: String, tap: Tap },
    Row { label: String, icon: Option<String>, detail: Option<String>, tap: Tap },
    Toggle { label: String, is_on: bool, tap: Tap },
    Field { id: String, label: String, look: FieldLook, value: String, error: Option<String>, is_next: bool },
}

/// One screen of the drawn phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// What kind of screen.
    pub look: Look,
    /// What a person sees at its top.
    pub title: String,
    /// What is on it, from the top.
    pub elements: Vec<Element>,
}

/// The sentence above the phone that says what to do now.
#[must_use]
pub fn guide(text: &str) -> Markup {
    html! { p.guide #guide { (icon("hand-helping")) span { (text) } } }
}

/// The phone. `label` names it for those who cannot see it ("Điện thoại tập").
#[must_use]
pub fn phone(label: &str, phone: &Phone) -> Markup {
    html! {
        section class=(phone.look.class()) aria-label=(label) {
            div.phone-bar aria-hidden="true" {
                b { "9:30" }
                (icon("signal")) (icon("wifi")) (icon("battery"))
            }
            (top(phone))
            div.phone-body { (body(phone)) }
            div.phone-foot {}
        }
    }
}

fn top(phone: &Phone) -> Markup {
    let title = &phone.title;
    html! {
        @match &phone.look {
            Look::Launcher => { h2.vh { (title) } }
            Look::Lock => { div.p-clock aria-hidden="true" { "9:30" } h2.vh { (title) } }
            Look::App(name) => { (bar(None, name, title)) }
            Look::Browser(address) => {
                div.phone-address { (icon("lock")) span { (address) } }
            }
            Look::Dialog(_) => {}
            Look::Call(number) => {
                div.p-caller { i { (icon("user")) } h2 { (number) } small { (title) } }
            }
            Look::Chat(name) => { (bar(Some("user"), title, name)) }
            Look::Sms(name) => { (bar(Some("message"), title, name)) }
            Look::Settings => { (bar(Some("settings"), "", title)) }
        }
    }
}

fn bar(picture: Option<&str>, small: &str, large: &str) -> Markup {
    html! {
        div.phone-head {
            @if let Some(name) = picture { (icon(name)) }
            h2 {
                @if !small.is_empty() && small != large { small { (small) } }
                (large)
            }
        }
    }
}

fn body(phone: &Phone) -> Markup {
    let (apps, rest): (Vec<_>, Vec<_>) =
        phone.elements.iter().partition(|element| matches!(element, Element::App { .. }));
    html! {
        @match &phone.look {
            Look::Dialog(name) => {
                div.p-dialog {
                    span.p-detail { (name) }
                    h2 { (phone.title) }
                    @for one in &phone.elements { (element(one)) }
                }
            }
            Look::Browser(_) => {
                h2 { (phone.title) }
                @for one in &phone.elements { (element(one)) }
            }
            _ => {
                @for one in rest { (element(one)) }
                @if !apps.is_empty() {
                    div.p-apps { @for one in apps { (element(one)) } }
                }
            }
        }
    }
}

fn element(one: &Element) -> Markup {
    html! {
        @match one {
            Element::Text(text) => { p { (text) } }
            Element::Heading(text) => { h3 { (text) } }
            Element::Detail(text) => { p.p-detail { (text) } }
            Element::Alert(text) => { p.p-alert { (icon("alert")) span { (text) } } }
            Element::Message(text) => { p.p-bubble { (text) } }
            Element::Reply(text) => { p.p-bubble.p-reply { (text) } }
            Element::Card { title, icon, lines } => { (card(title, icon.as_deref(), lines)) }
            Element::Picture { src, alt } => { img src=(src) alt=(alt); }
            Element::Field { .. } => { (field(one)) }
            _ => { (tappable(one)) }
        }
    }
}

fn card(title: &str, picture: Option<&str>, lines: &[String]) -> Markup {
    html! {
        div.p-card {
            b { (icon(picture.unwrap_or_default())) (title) }
            @for line in lines { span { (line) } }
        }
    }
}

fn tappable(one: &Element) -> Markup {
    match one {
        Element::App { label, icon: name, tap } => {
            button(tint(name), tap, &html! { i { (icon(name)) } (label) })
        }
        Element::Button { label, tap } => button("p-button", tap, &html! { (label) }),
        Element::Link { label, tap } => button("p-link", tap, &html! { (label) }),
        Element::Row { label, icon: name, detail, tap } => button(
            "p-row",
            tap,
            &html! {
                (icon(name.as_deref().unwrap_or_default()))
                span { (label) @if let Some(detail) = detail { small { (detail) } } }
                (icon("chevron-right"))
            },
        ),
        Element::Toggle { label, is_on, tap } => {
            let class = if *is_on { "p-toggle p-on" } else { "p-toggle" };
            button(class, tap, &html! { span { (label) } span.p-switch {} })
        }
        _ => html! {},
    }
}

fn button(class: &str, tap: &Tap, content: &Markup) -> Markup {
    let class = if tap.is_next { format!("{class} p-next") } else { class.to_owned() };
    html! {
        button class=(class) name="tap" value=(tap.value) aria-describedby=[tap.is_next.then_some("guide")] { (content) }
    }
}

/// A colour for an app's icon, always the same for the same icon.
fn tint(icon: &str) -> &'static str {
    const TINTS: [&str; 6] =
        ["p-app", "p-app p-tint-1", "p-app p-tint-2", "p-app p-tint-3", "p-app p-tint-4", "p-app p-tint-5"];
    let sum: usize = icon.bytes().map(usize::from).sum();
    TINTS.get(sum % TINTS.len()).copied().unwrap_or("p-app")
}

fn field(one: &Element) -> Markup {
    let Element::Field { id, label, look, value, error, is_next } = one else { return html! {} };
    let error_id = format!("{id}-error");
    html! {
        div.p-field {
            label for=(id) { (label) }
            @if let Some(error) = error { span.error id=(error_id) { (error) } }
            input.input.p-digits[*look == FieldLook::Digits].p-next[*is_next] type="text" id=(id) name=(id) value=(value)
                autocomplete="off" inputmode=[input_mode(*look)] aria-describedby=[error.as_ref().map(|_| &error_id)];
        }
    }
}

const fn input_mode(look: FieldLook) -> Option<&'static str> {
    match look {
        FieldLook::Text => None,
        FieldLook::Digits => Some("numeric"),
        FieldLook::Phone => Some("tel"),
    }
}
