//! The words of the standard that are texts with a form: IRIs, tags, UUIDs, timestamps, durations.
//!
//! Each reader takes the JSON value and its place, so that it can be handed to `Fields`.

use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::read::{Path, string};
use crate::{Invalid, Problem};

/// Keeps the text when it has the form, else tells the problem with the text in it.
fn formed(
    value: Value,
    path: &Path<'_>,
    has_form: impl Fn(&str) -> bool,
    problem: impl Fn(String) -> Problem,
) -> Result<String, Invalid> {
    let text = string(value, path)?;
    if has_form(&text) { Ok(text) } else { Err(path.invalid(problem(text))) }
}

/// An absolute IRI, IRL or URI (RFC 3987; 1.0.3: Data 4.3 "IRIs", and 2.2: "without a scheme" is refused).
pub(crate) fn iri(value: Value, path: &Path<'_>) -> Result<String, Invalid> {
    formed(value, path, is_iri, |value| Problem::NotIri { value })
}

pub(crate) fn is_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    is_scheme(scheme) && !rest.is_empty() && !text.chars().any(is_barred_in_iri)
}

fn is_scheme(scheme: &str) -> bool {
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// What RFC 3987 leaves out of every part of an IRI.
fn is_barred_in_iri(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`')
}

/// A language tag: well-formed by RFC 5646, not looked up in the registry (1.0.3: Data 4.2).
pub(crate) fn language_tag(value: Value, path: &Path<'_>) -> Result<String, Invalid> {
    formed(value, path, is_language_tag, |value| Problem::NotLanguageTag { value })
}

pub(crate) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let grandfathered_or_private = matches!(first, "i" | "I" | "x" | "X") && tag.len() > 2;
    let language = (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    (language || grandfathered_or_private)
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// A UUID, hyphenated: the other forms the `uuid` crate reads are not in RFC 4122 (1.0.3: Data 4.4).
pub(crate) fn uuid(value: Value, path: &Path<'_>) -> Result<Uuid, Invalid> {
    let text = string(value, path)?;
    match Uuid::try_parse(&text) {
        Ok(id) if text.len() == 36 => Ok(id),
        _ => Err(path.invalid(Problem::NotUuid { value: text })),
    }
}

/// An RFC 3339 timestamp. The offset is demanded, and `-00:00` ("unknown") refused (RFC 3339; 1.0.3: Data 4.5 "ISO 8601 Timestamps").
pub(crate) fn timestamp(value: Value, path: &Path<'_>) -> Result<Timestamp, Invalid> {
    let text = string(value, path)?;
    let instant = if has_timestamp_form(&text) { text.parse().ok() } else { None };
    instant.ok_or_else(|| path.invalid(Problem::NotTimestamp { value: text }))
}

/// The shape only (`2026-11-22T15:00:00.5+07:00`); whether such a day exists is left to the calendar.
fn has_timestamp_form(text: &str) -> bool {
    let Some((date_time, rest)) = text.split_at_checked(19) else { return false };
    let shaped = date_time.bytes().zip(*b"dddd-dd-ddTdd:dd:dd").all(|(byte, form)| match form {
        b'd' => byte.is_ascii_digit(),
        b'T' => byte.eq_ignore_ascii_case(&b'T'),
        other => byte == other,
    });
    shaped && without_fraction(rest).is_some_and(is_offset)
}

fn without_fraction(rest: &str) -> Option<&str> {
    let Some(fraction) = rest.strip_prefix('.') else { return Some(rest) };
    let after = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    (after.len() < fraction.len()).then_some(after)
}

/// `Z`, `+07:00`, and the ISO 8601 short forms `+0700` and `+07` that 1.0.3 senders use.
fn is_offset(offset: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let Some(hours_minutes) = offset.strip_prefix(['+', '-']) else {
        return offset.eq_ignore_ascii_case("Z");
    };
    let formed = match hours_minutes.len() {
        2 | 4 => digits(hours_minutes),
        5 => hours_minutes.split_once(':').is_some_and(|(h, m)| h.len() == 2 && digits(h) && digits(m)),
        _ => false,
    };
    formed && !(offset.starts_with('-') && hours_minutes.bytes().all(|b| matches!(b, b'0' | b':')))
}

/// An ISO 8601 duration: `P1DT2H30M`, `PT4.25S`, `P2W` (1.0.3: Data 4.6 "ISO 8601 Durations").
pub(crate) fn duration(value: Value, path: &Path<'_>) -> Result<String, Invalid> {
    formed(value, path, is_duration, |value| Problem::NotDuration { value })
}

fn is_duration(text: &str) -> bool {
    let Some(body) = text.strip_prefix('P') else { return false };
    if let Some(weeks) = body.strip_suffix('W') {
        return is_amount(weeks);
    }
    match body.split_once('T') {
        None => !body.is_empty() && are_amounts_of(body, "YMD"),
        Some((days, clock)) => {
            !clock.is_empty() && are_amounts_of(days, "YMD") && are_amounts_of(clock, "HMS")
        }
    }
}

/// Amounts with units in falling order, each at most once; only the last may have a fraction.
fn are_amounts_of(mut text: &str, mut units: &str) -> bool {
    while let Some(end) = text.find(|c: char| c.is_ascii_alphabetic()) {
        let (amount, rest) = text.split_at(end);
        let (unit, after) = rest.split_at(1);
        let Some((_, smaller)) = units.split_once(unit) else { return false };
        if !is_amount(amount) || (amount.contains(['.', ',']) && !after.is_empty()) {
            return false;
        }
        (text, units) = (after, smaller);
    }
    text.is_empty()
}

fn is_amount(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once(['.', ',']) {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(text),
    }
}

/// `mailto:` and an address; no more than its outline is checked, for the mail system is the judge.
pub(crate) fn mailbox(value: Value, path: &Path<'_>) -> Result<String, Invalid> {
    formed(value, path, is_mailbox, |value| Problem::NotMailbox { value })
}

fn is_mailbox(text: &str) -> bool {
    let Some((person, host)) = text.strip_prefix("mailto:").and_then(|address| address.rsplit_once('@'))
    else {
        return false;
    };
    !person.is_empty() && !host.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// 40 hexadecimal digits.
pub(crate) fn sha1(value: Value, path: &Path<'_>) -> Result<String, Invalid> {
    formed(value, path, |text| is_hex(text, &[40]), |value| Problem::NotHash { family: "SHA-1", value })
}

/// The hexadecimal form of SHA-224, -256, -384 or -512.
pub(crate) fn sha2(value: Value, path: &Path<'_>) -> Result<String, Invalid> {
    let has_form = |text: &str| is_hex(text, &[56, 64, 96, 128]);
    formed(value, path, has_form, |value| Problem::NotHash { family: "SHA-2", value })
}

fn is_hex(text: &str, lengths: &[usize]) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// A media type, `type/subtype` with any parameters (RFC 2046).
pub(crate) fn media_type(value: Value, path: &Path<'_>) -> Result<String, Invalid> {
    formed(value, path, is_media_type, |value| Problem::NotMediaType { value })
}

fn is_media_type(text: &str) -> bool {
    let essence = text.split(';').next().unwrap_or_default().trim_end();
    let named = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_graphic() && b != b'/');
    essence.split_once('/').is_some_and(|(kind, subtype)| named(kind) && named(subtype))
}

/// `1.0.x` or `2.0.x` (1.0.3: Data 2.4.10 "Version").
pub(crate) fn version(value: Value, path: &Path<'_>) -> Result<String, Invalid> {
    formed(value, path, is_version, |value| Problem::UnknownVersion { value })
}

fn is_version(text: &str) -> bool {
    let patch = text.strip_prefix("1.0.").or_else(|| text.strip_prefix("2.0."));
    patch.is_some_and(|patch| !patch.is_empty() && patch.bytes().all(|b| b.is_ascii_digit()))
}
