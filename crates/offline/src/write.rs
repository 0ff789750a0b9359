//! Writing JSON in few bytes of code.

use serde_json::Value;

/// Writes a statement's value. Our statements hold whole numbers only, so what is none is written as 0.
#[must_use]
pub(crate) fn write(value: &Value) -> String {
    let mut text = String::new();
    put(value, &mut text);
    text
}

fn put(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(bool) => text.push_str(if *bool { "true" } else { "false" }),
        Value::Number(number) => text.push_str(&number.as_i64().unwrap_or(0).to_string()),
        Value::String(string) => put_string(string, text),
        Value::Array(list) => put_members('[', ']', list, text, put),
        Value::Object(map) => put_members('{', '}', map, text, |(name, value), text| {
            put_string(name, text);
            text.push(':');
            put(value, text);
        }),
    }
}

fn put_members<T>(
    open: char,
    close: char,
    members: impl IntoIterator<Item = T>,
    text: &mut String,
    one: impl Fn(T, &mut String),
) {
    text.push(open);
    for (place, member) in members.into_iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        one(member, text);
    }
    text.push(close);
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
