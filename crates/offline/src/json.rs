//! JSON as small as the worker needs it: whole numbers only, and one way to read each type.
//!
//! `serde_json` reads every struct from arrays as well as from objects, keeps where a fault stands, and brings tables for
//! floating-point numbers. In the worker that was 60 KB of 170 after compression, for data that only our own server writes.

use core::fmt;
use std::borrow::Cow;
use std::vec;

use serde::de::value::CowStrDeserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, IntoDeserializer, Visitor};

/// Deeper nesting is no text of ours; the stack of a worker is small.
const DEPTH_MAX: u32 = 64;

/// Text that is not JSON, or not of the type asked for. The worker can only do without it, so nothing more is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl core::error::Error for Unreadable {}

impl de::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads a value.
///
/// # Errors
/// When the text is not JSON, holds a fraction, or is not of this type.
///
/// ```
/// assert_eq!(offline::json::read(br#"{"a": [1, 2]}"#), Ok(std::collections::BTreeMap::from([("a".to_owned(), vec![1, 2])])));
/// assert_eq!(offline::json::read::<u8>(b"256"), Err(offline::json::Unreadable));
/// ```
pub fn read<T: DeserializeOwned>(text: &[u8]) -> Result<T, Unreadable> {
    let mut reader = Reader { text: core::str::from_utf8(text).map_err(|_| Unreadable)?, at: 0 };
    let tree = reader.value(DEPTH_MAX)?;
    reader.blanks();
    if reader.at == text.len() { T::deserialize(tree) } else { Err(Unreadable) }
}

enum Tree<'t> {
    Null,
    Bool(bool),
    Number(i64),
    Text(Cow<'t, str>),
    List(Vec<Tree<'t>>),
    Map(Vec<(Cow<'t, str>, Tree<'t>)>),
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        if found {
            self.at += word.len();
        }
        found
    }

    fn must(&mut self, word: &str) -> Result<(), Unreadable> {
        if self.take(word) { Ok(()) } else { Err(Unreadable) }
    }

    fn value(&mut self, depth: u32) -> Result<Tree<'t>, Unreadable> {
        let depth = depth.checked_sub(1).ok_or(Unreadable)?;
        self.blanks();
        match self.peek().ok_or(Unreadable)? {
            b'n' => self.must("null").map(|()| Tree::Null),
            b't' => self.must("true").map(|()| Tree::Bool(true)),
            b'f' => self.must("false").map(|()| Tree::Bool(false)),
            b'"' => self.string().map(Tree::Text),
            b'[' => self.list(depth),
            b'{' => self.map(depth),
            _ => self.number(),
        }
    }

    fn list(&mut self, depth: u32) -> Result<Tree<'t>, Unreadable> {
        let mut list = Vec::new();
        self.members("[", "]", |reader| {
            list.push(reader.value(depth)?);
            Ok(())
        })?;
        Ok(Tree::List(list))
    }

    fn map(&mut self, depth: u32) -> Result<Tree<'t>, Unreadable> {
        let mut map = Vec::new();
        self.members("{", "}", |reader| {
            let key = reader.string()?;
            reader.blanks();
            reader.must(":")?;
            map.push((key, reader.value(depth)?));
            Ok(())
        })?;
        Ok(Tree::Map(map))
    }

    fn members(
        &mut self,
        open: &str,
        close: &str,
        mut one: impl FnMut(&mut Self) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        self.must(open)?;
        self.blanks();
        if self.take(close) {
            return Ok(());
        }
        loop {
            self.blanks();
            one(self)?;
            self.blanks();
            if self.take(close) {
                return Ok(());
            }
            self.must(",")?;
        }
    }

    fn number(&mut self) -> Result<Tree<'t>, Unreadable> {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit() || b"-+.eE".contains(&byte)) {
            self.at += 1;
        }
        self.text[from..self.at].parse().map(Tree::Number).map_err(|_| Unreadable)
    }

    fn string(&mut self) -> Result<Cow<'t, str>, Unreadable> {
        self.must("\"")?;
        let mut whole = Cow::Borrowed("");
        loop {
            let from = self.at;
            while self.peek().is_some_and(|byte| byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            whole += &self.text[from..self.at];
            if self.take("\"") {
                return Ok(whole);
            }
            self.must("\\")?;
            whole.to_mut().push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Result<char, Unreadable> {
        let byte = self.peek().ok_or(Unreadable)?;
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => return self.unicode(),
            _ => return Err(Unreadable),
        })
    }

    fn unicode(&mut self) -> Result<char, Unreadable> {
        let first = self.unit()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or(Unreadable);
        }
        self.must("\\u")?;
        let second = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(Unreadable)?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second).ok_or(Unreadable)
    }

    fn unit(&mut self) -> Result<u32, Unreadable> {
        let digits = self.text.get(self.at..self.at + 4).ok_or(Unreadable)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| Unreadable)
    }
}

impl<'t> IntoDeserializer<'t, Unreadable> for Tree<'t> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! whole_numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            match self {
                Tree::Number(number) => match u64::try_from(number) {
                    Ok(number) => visitor.visit_u64(number),
                    Err(_) => visitor.visit_i64(number),
                },
                _ => Err(Unreadable),
            }
        }
    )*};
}

macro_rules! texts {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            match self {
                Tree::Text(text) => visitor.visit_str(&text),
                _ => Err(Unreadable),
            }
        }
    )*};
}

impl<'t> de::Deserializer<'t> for Tree<'t> {
    type Error = Unreadable;

    whole_numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    texts! { deserialize_str deserialize_string deserialize_identifier deserialize_char }

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(bool) => visitor.visit_bool(bool),
            Tree::Number(_) => self.deserialize_i64(visitor),
            Tree::Text(_) => self.deserialize_str(visitor),
            Tree::List(_) => self.deserialize_seq(visitor),
            Tree::Map(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Tree::Bool(bool) => visitor.visit_bool(bool),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Tree::Null => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Tree::List(list) => visitor.visit_seq(List(list.into_iter())),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_tuple<V: Visitor<'t>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Tree::Map(map) => visitor.visit_map(Map { rest: map.into_iter(), value: Tree::Null }),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        match self {
            Tree::Text(name) => visitor.visit_enum(Variant { name, content: Tree::Null }),
            Tree::Map(mut map) if map.len() == 1 => match map.pop() {
                Some((name, content)) => visitor.visit_enum(Variant { name, content }),
                None => Err(Unreadable),
            },
            _ => Err(Unreadable),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { <W: Visitor<'t>> f32 f64 i128 u128 bytes byte_buf unit unit_struct tuple_struct }
}

struct List<'t>(vec::IntoIter<Tree<'t>>);

impl<'t> de::SeqAccess<'t> for List<'t> {
    type Error = Unreadable;
    fn next_element_seed<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        self.0.next().map(|one| seed.deserialize(one)).transpose()
    }
}

struct Map<'t> {
    rest: vec::IntoIter<(Cow<'t, str>, Tree<'t>)>,
    value: Tree<'t>,
}

impl<'t> de::MapAccess<'t> for Map<'t> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        self.value = value;
        seed.deserialize(Tree::Text(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, Unreadable> {
        seed.deserialize(core::mem::replace(&mut self.value, Tree::Null))
    }
}

struct Variant<'t> {
    name: Cow<'t, str>,
    content: Tree<'t>,
}

impl<'t> de::EnumAccess<'t> for Variant<'t> {
    type Error = Unreadable;
    type Variant = Tree<'t>;
    fn variant_seed<V: DeserializeSeed<'t>>(self, seed: V) -> Result<(V::Value, Tree<'t>), Unreadable> {
        let name: CowStrDeserializer<'_, Unreadable> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self.content))
    }
}

impl<'t> de::VariantAccess<'t> for Tree<'t> {
    type Error = Unreadable;

    fn unit_variant(self) -> Result<(), Unreadable> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'t>>(self, seed: T) -> Result<T::Value, Unreadable> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'t>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        de::Deserializer::deserialize_seq(self, visitor)
    }

    fn struct_variant<V: Visitor<'t>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        de::Deserializer::deserialize_map(self, visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::write;
    use serde_json::Value;
    use std::collections::BTreeMap;

    #[test]
    fn what_serde_json_reads_is_read_the_same() {
        let texts = [
            "[]",
            "[ 1 , -2,\n3 ]",
            "[0,9007199254740993]",
            "[1,]",
            "[,1]",
            "[1",
            "1]",
            "[1] 2",
            "[1.5]",
            "[1e3]",
            "[-]",
            "[--1]",
            "",
        ];
        for text in texts {
            let expect: Option<Vec<i64>> = serde_json::from_str(text).ok();
            assert_eq!(read::<Vec<i64>>(text.as_bytes()).ok(), expect, "{text}");
        }
    }

    #[test]
    fn every_escape_is_read_and_written_back() {
        for text in [
            r#""""#,
            r#""\u1ec7t\n\t\"\\\/""#,
            r#""\ud83d\ude00 ế""#,
            r#""\ud83d""#,
            r#""\ud83d\u0041""#,
            r#""\x""#,
            r#""a"#,
        ] {
            let expect: Option<String> = serde_json::from_str(text).ok();
            assert_eq!(read::<String>(text.as_bytes()).ok(), expect, "{text}");
            if let Some(string) = expect {
                let written = write(&Value::from(string.clone()));
                assert_eq!(serde_json::from_str::<String>(&written).ok(), Some(string), "{text}");
            }
        }
    }

    #[test]
    fn nested_values_are_written_as_serde_json_writes_them() {
        let value = serde_json::json!({ "a": [1, -2, null, true], "b\u{1}": { "c": "d\"" }, "e": [] });
        assert_eq!(serde_json::from_str::<Value>(&write(&value)).ok(), Some(value));
    }

    #[test]
    fn a_text_nested_too_deeply_is_refused_and_not_followed() {
        let text = "[".repeat(100_000);
        assert!(read::<Vec<i64>>(text.as_bytes()).is_err());
        let map: BTreeMap<String, Option<bool>> = read(br#"{"x":null,"y":true}"#).unwrap();
        assert_eq!(map, BTreeMap::from([("x".into(), None), ("y".into(), Some(true))]));
    }
}
