//! The drawn phone of a practice: a frame, a status bar and one screen, with touch targets of real size.
//!
//! The caller puts it into the practice's form; every tappable element is a submit button named `tap`.

mod asked;
mod element;
mod square;

use maud::{Markup, html};

use self::element::{button, element};
use super::icon;

pub use asked::Pick;

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
    /// The camera, looking at something.
    Camera,
    /// An e-mail from this name.
    Mail(String),
    /// Not the phone: what one sees at this place.
    Scene(String),
    /// Not the phone: paper, seen at this place.
    Letter(String),
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
            Self::Camera => "phone look-camera",
            Self::Mail(_) => "phone look-mail",
            Self::Scene(_) => "sight",
            Self::Letter(_) => "sight letter",
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
    /// An amount in đồng.
    Money,
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
    Card {
        title: String,
        icon: Option<String>,
        lines: Vec<String>,
    },
    Picture {
        src: String,
        alt: String,
    },
    App {
        label: String,
        icon: String,
        tap: Tap,
    },
    Button {
        label: String,
        tap: Tap,
    },
    Link {
        label: String,
        tap: Tap,
    },
    Row {
        label: String,
        icon: Option<String>,
        detail: Option<String>,
        tap: Tap,
    },
    Toggle {
        label: String,
        is_on: bool,
        tap: Tap,
    },
    Say(String),
    /// A square code; without a tap it is only seen.
    Qr {
        label: String,
        tap: Option<Tap>,
    },
    Banner {
        label: String,
        icon: Option<String>,
        detail: Option<String>,
        tap: Tap,
    },
    Field {
        id: String,
        label: String,
        look: FieldLook,
        value: String,
        error: Option<String>,
        is_next: bool,
    },
    Pick(Pick),
    Tick {
        id: String,
        label: String,
        is_on: bool,
        error: Option<String>,
        is_next: bool,
    },
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
    /// The phone's own button back, below the screen: its words and its tap.
    pub back: Option<(String, Tap)>,
}

/// The sentence above the phone that says what to do now.
#[must_use]
pub fn guide(text: &str) -> Markup {
    html! { p.guide #guide { (icon("hand-helping")) span { (text) } } }
}

/// What the Enter key taps while something is typed: a button that nobody sees, before all others of the form.
#[must_use]
pub fn enter(label: &str, tap: &Tap) -> Markup {
    html! { button.vh name="tap" value=(tap.value) tabindex="-1" aria-hidden="true" { (label) } }
}

/// The phone, or what is seen beside it. `label` names it for those who cannot see it ("Điện thoại tập").
#[must_use]
pub fn phone(label: &str, phone: &Phone) -> Markup {
    let place = match &phone.look {
        Look::Scene(place) | Look::Letter(place) => Some(place.as_str()),
        _ => None,
    };
    let label = place.unwrap_or(label);
    let (banners, rest): (Vec<_>, Vec<_>) =
        phone.elements.iter().partition(|element| matches!(element, Element::Banner { .. }));
    html! {
        section class=(phone.look.class()) aria-label=(label) {
            @if place.is_none() {
                div.phone-bar aria-hidden="true" {
                    b { "9:30" }
                    (icon("signal")) (icon("wifi")) (icon("battery"))
                }
            }
            @for one in banners { (element(one)) }
            (top(phone))
            div.phone-body { (body(phone, &rest)) }
            div.phone-foot {
                @if let Some((words, tap)) = &phone.back {
                    (button("p-back", tap, &html! { (icon("arrow-left")) (words) }))
                }
            }
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
            Look::Camera => { h2.p-aim { (title) } }
            Look::Mail(name) => { (bar(Some("mail"), name, title)) }
            Look::Scene(place) => { div.sight-head { (icon("eye")) h2 { small { (place) } (title) } } }
            Look::Letter(place) => { div.sight-head { (icon("file-text")) h2 { small { (place) } (title) } } }
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

fn body(phone: &Phone, elements: &[&Element]) -> Markup {
    match &phone.look {
        Look::Dialog(name) => html! {
            div.p-dialog {
                span.p-detail { (name) }
                h2 { (phone.title) }
                @for one in elements { (element(one)) }
            }
        },
        Look::Browser(_) => html! {
            h2 { (phone.title) }
            @for one in elements { (element(one)) }
        },
        Look::Camera => together(elements, true, "p-finder", |one| {
            matches!(one, Element::Qr { .. } | Element::Picture { .. } | Element::Card { .. })
        }),
        _ => together(elements, false, "p-apps", |one| matches!(one, Element::App { .. })),
    }
}

/// Draws those elements that belong together in a block of their own, before or after the others.
fn together(elements: &[&Element], first: bool, class: &str, belongs: fn(&Element) -> bool) -> Markup {
    let (inside, rest): (Vec<_>, Vec<_>) = elements.iter().partition(|one| belongs(one));
    let block = html! {
        @if !inside.is_empty() {
            div class=(class) { @for one in inside { (element(one)) } }
        }
    };
    html! {
        @if first { (block) }
        @for one in rest { (element(one)) }
        @if !first { (block) }
    }
}
