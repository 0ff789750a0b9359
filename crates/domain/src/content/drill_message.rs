//! Messages to judge, once read: what comes in on a phone or lies on a table, genuine or not.

use serde::{Deserialize, Serialize};

use super::Element;
use crate::ids::{DrillId, SkillId};
use crate::text::Text;

/// A message to judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillMessage {
    /// Its id.
    pub id: DrillId,
    /// The skill whose drills it belongs to.
    pub skill: SkillId,
    /// How it comes in, which decides how it looks.
    pub channel: Channel,
    /// Who it seems to come from: the name or number shown.
    pub from: Text,
    /// Who the person who judges is.
    pub role: Role,
    /// What it is.
    pub truth: Truth,
    /// 1 plain, 2 usual, 3 for a careful eye.
    pub level: u8,
    /// The day on which it was added, as year-month-day: such texts sort as the days do.
    pub added: String,
    /// What one knows and did before.
    pub scene: Option<Text>,
    /// The subject of a mail, the title of a page or letter.
    pub title: Option<Text>,
    /// What is drawn, in order.
    pub elements: Vec<Element>,
    /// What a careful eye sees.
    pub signs: Vec<Text>,
    /// What one could do now; exactly one is right.
    pub next: Vec<NextStep>,
}

impl DrillMessage {
    /// The asset names of its pictures.
    pub fn pictures(&self) -> impl Iterator<Item = &str> {
        self.elements.iter().filter_map(|element| match element {
            Element::Picture { asset, .. } => Some(asset.as_str()),
            _ => None,
        })
    }
}

/// Something that one could do now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// What.
    pub text: Text,
    /// Whether it is the right thing.
    pub right: bool,
    /// Why, or what would happen.
    pub because: Text,
}

/// A small closed set with a word for each: in files, forms and statements.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum $name { $($(#[$of])* $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word for it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The one that a word means.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == word)
            }
        }
    };
}
pub(crate) use words;

words! {
    /// How a message comes in.
    Channel {
        /// A text message.
        Sms "sms",
        /// A message in a conversation.
        Chat "chat",
        /// A call.
        Call "call",
        /// An e-mail.
        Mail "mail",
        /// A box that comes up on the screen.
        Popup "popup",
        /// A QR code seen somewhere.
        Qr "qr",
        /// A letter or notice on paper.
        Letter "letter",
    }
}

words! {
    /// Who the person who judges is.
    Role {
        /// It came to oneself.
        Target "target",
        /// Somebody close asks for advice.
        Helper "helper",
        /// One sees it happen to somebody.
        Witness "witness",
    }
}

words! {
    /// What a message is.
    Truth {
        /// Just what it seems to be.
        Genuine "genuine",
        /// A fraud.
        Scam "scam",
    }
}
