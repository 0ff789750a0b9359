//! Texts that people read, in the languages of the product.

use serde::{Deserialize, Serialize};

/// A language of the product. Vietnamese comes first; English is complete.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The language tag of BCP 47, as `<html lang>` wants it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of a tag, or `None` when the product does not speak it.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        match tag {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// A text in every language of the product.
///
/// ```
/// use domain::text::{Lang, Text};
/// let text = Text::parse("Chào bạn || Hello").unwrap();
/// assert_eq!(text.get(Lang::En), "Hello");
/// assert!(Text::parse("Chào bạn").is_none());
/// assert_eq!(Text::parse("VNeID").unwrap().get(Lang::En), "VNeID");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A text given in both languages.
    #[must_use]
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// Reads `tiếng Việt || English`. A text of plain ASCII without a separator (a name, a number) serves both languages;
    /// any other text without its English is `None`.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let value = value.trim();
        match value.split_once("||") {
            Some((vi, en)) if !vi.trim().is_empty() && !en.trim().is_empty() => {
                Some(Self::new(vi.trim(), en.trim()))
            }
            None if !value.is_empty() && value.is_ascii() => Some(Self::new(value, value)),
            _ => None,
        }
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}
