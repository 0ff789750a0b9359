//! What the product says, in Vietnamese and in English.
//!
//! The catalogue is a table checked by the compiler: one line a message, Vietnamese first, then English, with typed
//! arguments captured by name. A missing language or a misspelt argument does not compile, and a message costs the
//! wasm nothing but its text.
//!
//! # For translators
//! Address the reader as “bạn” or without a pronoun. Short sentences, everyday verbs. Errors say what happened, what to
//! do, and that nothing was lost. English mirrors it: plain, second person.
//!
//! # Adding a message
//! Add a line to the table of its page: `name(argument: type) => "Tiếng Việt {argument}", "English {argument}";`
//!
//! ```
//! use domain::text::Lang;
//! use pages::messages::Messages;
//! assert_eq!(Messages(Lang::Vi).step_of(3, 8), "Bước 3 trên 8");
//! ```

use domain::text::Lang;

/// The messages in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Messages(pub Lang);

macro_rules! messages {
    (@one $name:ident => $vi:literal, $en:literal) => {
        #[doc = concat!("“", $vi, "” · “", $en, "”")]
        #[must_use]
        pub const fn $name(self) -> &'static str {
            match self.0 {
                ::domain::text::Lang::Vi => $vi,
                ::domain::text::Lang::En => $en,
            }
        }
    };
    (@one $name:ident ($($arg:ident: $type:ty),+) => $vi:literal, $en:literal) => {
        #[doc = concat!("“", $vi, "” · “", $en, "”")]
        #[must_use]
        pub fn $name(self, $($arg: $type),+) -> String {
            match self.0 {
                ::domain::text::Lang::Vi => format!($vi),
                ::domain::text::Lang::En => format!($en),
            }
        }
    };
    ($($name:ident $(($($arg:ident: $type:ty),+))? => $vi:literal, $en:literal;)*) => {
        impl $crate::messages::Messages {
            $(messages!(@one $name $(($($arg: $type),+))? => $vi, $en);)*
        }
    };
}
pub(crate) use messages;

mod authoring;
mod badges;
mod bank;
mod common;
mod credential;
mod desk;
mod drill;
mod findings;
mod findings_player;
mod frameworks;
mod guide;
mod helper;
mod kinds;
mod ladder;
mod leader;
mod learner;
mod numbers;
mod official;
mod paths;
mod people;
mod printed;
mod recognition;
mod record;
mod site;
mod sittings;
mod test;
mod today;
mod verify_offline;
mod versions;
