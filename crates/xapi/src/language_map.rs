//! The same text in several languages (1.0.3: Data 4.2 "Language Maps").

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Invalid;
use crate::read::{Path, object, string};
use crate::word::language_tag;

/// Texts by language tag (RFC 5646): `{"vi": "Đã hoàn thành", "en": "completed"}`. Empty means absent.
pub type LanguageMap = BTreeMap<String, String>;

/// A language map of one text.
///
/// ```
/// assert_eq!(xapi::in_language("vi", "Đã trả lời")["vi"], "Đã trả lời");
/// ```
pub fn in_language(tag: impl Into<String>, text: impl Into<String>) -> LanguageMap {
    LanguageMap::from([(tag.into(), text.into())])
}

pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<LanguageMap, Invalid> {
    let entry = |(tag, text): (String, Value)| {
        let place = Path::Key(path, &tag);
        let text = string(text, &place)?;
        Ok((language_tag(Value::String(tag.clone()), &place)?, text))
    };
    object(value, path)?.into_iter().map(entry).collect()
}
