//! Writing JSON in few bytes of code: whole numbers only, as reading.

use serde::Serialize;
use serde::ser::{self, Serializer};

use crate::json::Unreadable;

/// Writes a value of ours: texts, whole numbers, lists, objects whose keys are texts.
#[must_use]
pub(crate) fn write(value: &impl Serialize) -> String {
    let mut text = String::new();
    // Our values hold nothing that this can't write; a text that broke off would be read by nobody.
    value.serialize(Pen(&mut text)).map_or_else(|_| String::new(), |()| text)
}

impl ser::Error for Unreadable {
    fn custom<T: core::fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Pen<'t>(&'t mut String);

impl<'t> Pen<'t> {
    fn plain(self, text: &str) -> Result<(), Unreadable> {
        self.0.push_str(text);
        Ok(())
    }

    fn number(self, number: i64) -> Result<(), Unreadable> {
        self.plain(&number.to_string())
    }

    fn open(self, open: char, close: &'static str) -> Members<'t> {
        self.0.push(open);
        Members { text: self.0, close, is_first: true }
    }

    /// An object with one member, of which the value is still to be written.
    fn variant(self, name: &str, open: char, close: &'static str) -> Members<'t> {
        self.0.push('{');
        put_string(name, self.0);
        self.0.push(':');
        Pen(self.0).open(open, close)
    }
}

/// A list or an object being written.
struct Members<'t> {
    text: &'t mut String,
    close: &'static str,
    is_first: bool,
}

impl Members<'_> {
    fn next(&mut self) -> Pen<'_> {
        if !self.is_first {
            self.text.push(',');
        }
        self.is_first = false;
        Pen(self.text)
    }

    fn named(&mut self, name: &str) -> Pen<'_> {
        put_string(name, self.next().0);
        self.text.push(':');
        Pen(self.text)
    }

    fn done(self) -> Result<(), Unreadable> {
        Pen(self.text).plain(self.close)
    }
}

fn put_string(string: &str, text: &mut String) {
    text.push('"');
    for sign in string.chars() {
        match sign {
            '"' | '\\' => text.extend(['\\', sign]),
            '\u{0}'..='\u{1f}' => {
                text.push_str("\\u00");
                let code = u32::from(sign);
                text.extend([code >> 4, code & 15].into_iter().filter_map(|half| char::from_digit(half, 16)));
            }
            _ => text.push(sign),
        }
    }
    text.push('"');
}

macro_rules! whole_numbers {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, number: $type) -> Result<(), Unreadable> {
            self.number(number.into())
        }
    )*};
}

macro_rules! refused {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, _: $type) -> Result<(), Unreadable> {
            Err(Unreadable)
        }
    )*};
}

impl<'t> Serializer for Pen<'t> {
    type Ok = ();
    type Error = Unreadable;
    type SerializeSeq = Members<'t>;
    type SerializeTuple = Members<'t>;
    type SerializeTupleStruct = Members<'t>;
    type SerializeTupleVariant = Members<'t>;
    type SerializeMap = Members<'t>;
    type SerializeStruct = Members<'t>;
    type SerializeStructVariant = Members<'t>;

    whole_numbers! { serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
    serialize_u8: u8, serialize_u16: u16, serialize_u32: u32 }

    refused! { serialize_f32: f32, serialize_f64: f64, serialize_bytes: &[u8] }

    fn serialize_u64(self, number: u64) -> Result<(), Unreadable> {
        self.number(number.try_into().map_err(|_| Unreadable)?)
    }

    fn serialize_bool(self, bool: bool) -> Result<(), Unreadable> {
        self.plain(if bool { "true" } else { "false" })
    }

    fn serialize_char(self, char: char) -> Result<(), Unreadable> {
        self.serialize_str(char.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, string: &str) -> Result<(), Unreadable> {
        put_string(string, self.0);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unreadable> {
        self.plain("null")
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Unreadable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unreadable> {
        self.plain("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unreadable> {
        self.plain("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Unreadable> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unreadable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unreadable> {
        let mut members = self.open('{', "}");
        value.serialize(members.named(name))?;
        members.done()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'t>, Unreadable> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Members<'t>, Unreadable> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Members<'t>, Unreadable> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Members<'t>, Unreadable> {
        Ok(self.variant(name, '[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'t>, Unreadable> {
        Ok(self.open('{', "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members<'t>, Unreadable> {
        Ok(self.open('{', "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Members<'t>, Unreadable> {
        Ok(self.variant(name, '{', "}}"))
    }
}

macro_rules! lists {
    ($($trait:ident $method:ident)*) => {$(
        impl ser::$trait for Members<'_> {
            type Ok = ();
            type Error = Unreadable;

            fn $method<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unreadable> {
                value.serialize(self.next())
            }

            fn end(self) -> Result<(), Unreadable> {
                self.done()
            }
        }
    )*};
}

macro_rules! objects {
    ($($trait:ident)*) => {$(
        impl ser::$trait for Members<'_> {
            type Ok = ();
            type Error = Unreadable;

            fn serialize_field<T: ?Sized + Serialize>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Unreadable> {
                value.serialize(self.named(name))
            }

            fn end(self) -> Result<(), Unreadable> {
                self.done()
            }
        }
    )*};
}

lists! { SerializeSeq serialize_element SerializeTuple serialize_element
SerializeTupleStruct serialize_field SerializeTupleVariant serialize_field }

objects! { SerializeStruct SerializeStructVariant }

impl ser::SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Unreadable;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Unreadable> {
        key.serialize(self.next())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unreadable> {
        self.text.push(':');
        value.serialize(Pen(self.text))
    }

    fn end(self) -> Result<(), Unreadable> {
        self.done()
    }
}
