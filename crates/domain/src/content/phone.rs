//! What a practice is, once read: screens of a drawn phone, and where their taps lead.

use serde::{Deserialize, Serialize};

use super::version::Version;
use crate::ids::{FieldId, PracticeId, ScreenId, SkillId};
use crate::text::Text;

/// A practice: a simulated phone on which a real task is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// Its id.
    pub id: PracticeId,
    /// Which text of it this is.
    pub version: Version,
    /// Its name.
    pub title: Text,
    /// What the person will have done.
    pub goal: Text,
    /// What is told before it starts.
    pub intro: Option<Text>,
    /// The skill it proves.
    pub skill: SkillId,
    /// The first screen.
    pub start: ScreenId,
    /// The screen that ends it.
    pub finish: ScreenId,
    /// Its screens.
    pub screens: Vec<PhoneScreen>,
}

impl Practice {
    /// The screen of an id.
    #[must_use]
    pub fn screen(&self, id: &ScreenId) -> Option<&PhoneScreen> {
        self.screens.iter().find(|screen| screen.id == *id)
    }
}

/// One screen of the phone, or what one sees beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneScreen {
    /// Its id.
    pub id: ScreenId,
    /// What kind of screen it is.
    pub look: Look,
    /// What stands at its top.
    pub title: Text,
    /// The sentence of the guided mode.
    pub guide: Option<Text>,
    /// The sentence at the end, on the finish screen.
    pub done: Option<Text>,
    /// A remark under the phone, in both modes.
    pub note: Option<Text>,
    /// What is drawn, in order. An element's place in this list is its number in a form.
    pub elements: Vec<Element>,
}

/// What kind of screen it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Look {
    /// The home screen with the icons of apps.
    Launcher,
    /// Inside an app of this name.
    App(Text),
    /// A browser at this address.
    Browser(String),
    /// A box that asks something, over the app of this name.
    Dialog(Text),
    /// A call with this number or name.
    Call(Text),
    /// A conversation with this name.
    Chat(Text),
    /// Text messages from this name.
    Sms(Text),
    /// The phone's settings.
    Settings,
    /// The lock screen.
    Lock,
    /// The camera, looking at something.
    Camera,
    /// An e-mail from this name; the title of the screen is its subject.
    Mail(Text),
    /// Not the phone, but what one has before one's eyes at this place.
    Scene(Text),
}

/// Something drawn on a screen of the phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Element {
    /// Plain text.
    Text(Text),
    /// A small heading.
    Heading(Text),
    /// Small muted text.
    Detail(Text),
    /// A coloured box: something the app says.
    Alert(Text),
    /// A bubble from the other side.
    Message(Text),
    /// A bubble of our own.
    Reply(Text),
    /// What a person beside one or on the telephone says aloud.
    Say(Text),
    /// A square code that is seen but not tapped, and the words below it.
    Qr(Text),
    /// A framed block with lines.
    Card {
        /// Its first line.
        title: Text,
        /// Its icon.
        icon: Option<String>,
        /// The lines below.
        lines: Vec<Text>,
    },
    /// A picture: asset name and alternative.
    Picture {
        /// The asset name.
        asset: String,
        /// The text alternative.
        alt: Text,
    },
    /// Something to tap.
    Tap(Tap),
    /// A place to type or to choose.
    Field(Field),
}

/// Something to tap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tap {
    /// How it is drawn.
    pub kind: TapKind,
    /// What stands on it.
    pub label: Text,
    /// Its icon.
    pub icon: Option<String>,
    /// Small text below the label.
    pub detail: Option<Text>,
    /// For a toggle: whether it is on.
    pub on: bool,
    /// The screen it leads to.
    pub go: Option<ScreenId>,
    /// Whether it is the next tap of the guided path.
    pub right: bool,
    /// What is said when it is a mistake.
    pub wrong: Option<Text>,
    /// The fields that must be right before it works.
    pub needs: Vec<FieldId>,
}

/// How a tap is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TapKind {
    /// The icon of an app.
    App,
    /// A main button.
    Button,
    /// A quiet link.
    Link,
    /// A line of a menu.
    Row,
    /// A switch.
    Toggle,
    /// A square code, with its words below.
    Qr,
    /// A notification of another app, over the screen.
    Banner,
    /// The phone's own button that leads back.
    Back,
}

/// A place to type or to choose. What is put in is compared and never kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its id.
    pub id: FieldId,
    /// Its label.
    pub label: Text,
    /// How it is filled in.
    pub kind: FieldKind,
    /// What is to be typed; of options the number of the one to choose, from 1; of a check box `on` or `off`.
    pub answer: String,
    /// What is said when it was filled in otherwise.
    pub wrong: Text,
}

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldKind {
    /// Digits.
    Digits,
    /// Letters.
    Text,
    /// A telephone number.
    Phone,
    /// An amount, compared as a number.
    Money,
    /// One of these options.
    Pick(Vec<Text>),
    /// A check box; whether it is ticked beforehand.
    Tick(bool),
}
