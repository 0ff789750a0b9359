//! Instants as documents write them: `dateTimeStamp` of XML Schema 1.1, always with a time zone.

use jiff::Timestamp;

/// The instant of a text such as `2026-11-22T09:00:00Z` or `2026-11-22T16:00:00.5+07:00`; `None` for anything else.
#[must_use]
pub fn parse_instant(text: &str) -> Option<Timestamp> {
    let (day, time) = text.split_at_checked(10)?;
    let is_shape = |text: &str, shape: &str| {
        text.len() == shape.len()
            && text
                .bytes()
                .zip(shape.bytes())
                .all(|(it, want)| if want == b'0' { it.is_ascii_digit() } else { it == want })
    };
    let (clock, rest) = time.split_at_checked(9)?;
    let digits = rest.strip_prefix('.').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let zone = if rest.starts_with('.') { rest.get(digits + 1..)? } else { rest };
    let has_zone = zone == "Z" || is_shape(zone, "+00:00") || is_shape(zone, "-00:00");
    let has_fraction = !rest.starts_with('.') || (1..=9).contains(&digits);
    let is_whole = is_shape(day, "0000-00-00") && is_shape(clock, "T00:00:00");
    (is_whole && has_fraction && has_zone).then(|| text.parse().ok()).flatten()
}

/// An instant as a document says it, in whole seconds.
#[must_use]
pub fn instant_text(at: Timestamp) -> String {
    let whole = Timestamp::from_second(at.as_second()).unwrap_or(at);
    whole.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_instants_with_a_time_zone_are_read() {
        for text in ["2023-02-26T01:02:58.447Z", "2023-02-25T19:21:29-06:00", "2023-02-26T01:21:23Z"] {
            assert!(parse_instant(text).is_some(), "{text}");
        }
        for text in [
            "",
            "2023",
            "2023-02-26",
            "2023-02-26T01:21:23",
            "2023-02-26 01:21:23Z",
            "2023-02-26t01:21:23Z",
            "02/26/2023 01:21:23",
            "2023-02-30T01:21:23Z",
            "2023-02-26T01:21:23z",
            "2023-02-26T01:21Z",
            "2023-02-26T01:21:23.Z",
            "2023-02-26T01:21:23+7",
            "2023-02-26T01:21:23Z[UTC]",
            "ngày-mai-đi-T01:21:23Z",
        ] {
            assert_eq!(parse_instant(text), None, "{text}");
        }
    }

    #[test]
    fn an_instant_is_written_in_whole_seconds() {
        let at = parse_instant("2026-11-22T16:00:00.75+07:00").unwrap();
        assert_eq!(instant_text(at), "2026-11-22T09:00:00Z");
    }
}
