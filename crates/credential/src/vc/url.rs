//! URLs, as far as the data model asks: an absolute one, of any scheme.

/// Whether a text is one absolute URL (RFC 3986): a scheme, something after it, and no letter that must be escaped. One of `http` or
/// `https` names a host.
pub(crate) fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    let is_plain =
        |letter: char| !letter.is_whitespace() && !letter.is_control() && !"<>\"{}|\\^`".contains(letter);
    let has_host = || rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with('/'));
    is_scheme
        && !rest.is_empty()
        && rest.chars().all(is_plain)
        && (!matches!(scheme, "http" | "https") || has_host())
}

#[cfg(test)]
mod tests {
    use super::is_url;

    #[test]
    fn a_url_has_a_scheme_and_no_blank() {
        for url in [
            "did:example:subject",
            "urn:uuid:58172aac",
            "https://a.vn/b?c#d",
            "data:application/vc,x",
            "mailto:a@b.vn",
        ] {
            assert!(is_url(url), "{url}");
        }
        for text in [
            "",
            "example",
            "https ://not-a-url",
            "https://",
            "https:a",
            ":a",
            "1a:b",
            "a b:c",
            "did:",
            "a:<b>",
        ] {
            assert!(!is_url(text), "{text}");
        }
    }
}
