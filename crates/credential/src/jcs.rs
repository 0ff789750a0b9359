//! The canonical text of a JSON value (RFC 8785, JSON Canonicalization Scheme): the same value always gives the same bytes.
//!
//! Keys in the order of their UTF-16 units, no blanks, the shortest escapes, and numbers as ECMAScript writes a double.

use core::cmp::Ordering;

use serde_json::{Number, Value};

/// The canonical text of a value.
///
/// ```
/// let value = serde_json::json!({ "b": [1.0, "\u{20ac}"], "a": 1e21 });
/// assert_eq!(credential::canonical_json(&value), r#"{"a":1e+21,"b":[1,"€"]}"#);
/// ```
#[must_use]
pub fn canonical_json(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(&number_text(number)),
        Value::String(string) => write_string(string, text),
        Value::Array(items) => write_list(items.iter(), ['[', ']'], text, write),
        Value::Object(members) => {
            let mut sorted: Vec<(&String, &Value)> = members.iter().collect();
            sorted.sort_unstable_by(|(a, _), (b, _)| by_utf16(a, b));
            write_list(sorted.into_iter(), ['{', '}'], text, |(key, value), text| {
                write_string(key, text);
                text.push(':');
                write(value, text);
            });
        }
    }
}

fn write_list<T>(
    items: impl Iterator<Item = T>,
    [open, close]: [char; 2],
    text: &mut String,
    write_one: impl Fn(T, &mut String),
) {
    text.push(open);
    for (place, item) in items.enumerate() {
        if place > 0 {
            text.push(',');
        }
        write_one(item, text);
    }
    text.push(close);
}

fn by_utf16(a: &str, b: &str) -> Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}

fn write_string(string: &str, text: &mut String) {
    text.push('"');
    for letter in string.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            control if control < ' ' => text.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => text.push(other),
        }
    }
    text.push('"');
}

/// A number as a double, as ECMA-262 `Number::toString` writes it: whole numbers up to 21 digits without an exponent, small ones
/// down to a millionth without one, all else as `1.5e-7`.
fn number_text(number: &Number) -> String {
    let value = number.as_f64().unwrap_or(0.0);
    if value == 0.0 {
        return "0".to_owned();
    }
    let shortest = format!("{:e}", value.abs());
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let digits = even_of_two(mantissa.replace('.', ""), value.abs());
    let point = exponent.parse::<i32>().unwrap_or(0) + 1;
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}", place_point(&digits, point))
}

/// Where two shortest texts are equally near, ECMAScript takes the even one: then the exact value has one digit more, a 5.
fn even_of_two(digits: String, value: f64) -> String {
    let exact = format!("{value:.40e}");
    let exact = exact.split('e').next().unwrap_or_default().replace('.', "");
    let exact = exact.trim_end_matches('0');
    let is_even = |text: &str| text.ends_with(['0', '2', '4', '6', '8']);
    match exact.strip_suffix('5') {
        Some(lower) if lower.len() == digits.len() && is_even(lower) => lower.to_owned(),
        _ => digits,
    }
}

/// The digits with the point before digit number `point` (0 is the first), or with an exponent.
fn place_point(digits: &str, point: i32) -> String {
    let length = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    match point {
        1..=21 if point >= length => format!("{digits}{}", zeros(point - length)),
        1..=21 => {
            let (whole, rest) = digits.split_at(usize::try_from(point).unwrap_or(0));
            format!("{whole}.{rest}")
        }
        -5..=0 => format!("0.{}{digits}", zeros(-point)),
        _ => {
            let (first, rest) = digits.split_at(1);
            let dot = if rest.is_empty() { "" } else { "." };
            let sign = if point > 0 { "+" } else { "-" };
            format!("{first}{dot}{rest}e{sign}{}", (point - 1).abs())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn canonical(json: &str) -> String {
        canonical_json(&serde_json::from_str(json).unwrap())
    }

    #[test]
    fn numbers_are_those_of_the_appendix() {
        for (bits, text) in [
            (0x0000_0000_0000_0000_u64, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5557, "333333333.33333343"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] {
            let number = Number::from_f64(f64::from_bits(bits)).unwrap();
            assert_eq!(number_text(&number), text, "RFC 8785, appendix B: {bits:016x}");
        }
    }

    #[test]
    fn the_example_of_the_rfc_is_canonical() {
        // RFC 8785, sections 3.2.2 and 3.2.3.
        let json = r#"{
            "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false]
        }"#;
        assert_eq!(
            canonical(json),
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
             \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        );
    }

    #[test]
    fn keys_stand_in_the_order_of_their_utf16_units() {
        let json = "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        let expect = "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{fb33}\":3}";
        assert_eq!(canonical(json), expect, "RFC 8785, section 3.2.3");
    }

    proptest! {
        #[test]
        fn a_canonical_text_is_its_own(number: f64, text: String) {
            prop_assume!(number.is_finite());
            let value = serde_json::json!({ "n": number, &text: [text, { "x": -1 }] });
            let once = canonical_json(&value);
            prop_assert_eq!(canonical(&once), once);
        }
    }
}
