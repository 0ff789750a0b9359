//! As much of HTML as our own pages need: they are made by maud, so every tag is whole and every value quoted.

/// One opening tag.
#[derive(Debug, Clone)]
pub(crate) struct Tag<'h> {
    pub(crate) name: &'h str,
    attributes: Vec<(&'h str, String)>,
    /// Where it begins and where its inside begins.
    pub(crate) at: usize,
    pub(crate) inside: usize,
}

impl Tag<'_> {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.name == name
    }
}

/// The opening tags, in order.
pub(crate) fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        at += found;
        let end = at + tag_length(&html[at..]);
        let text = html[at + 1..end].trim_end_matches(['>', '/']);
        if text.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
            tags.push(Tag { name, attributes: attributes(rest), at, inside: end });
        }
        at = end;
    }
    tags
}

/// Up to and with the `>` that stands in no quotes.
fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn attributes(mut text: &str) -> Vec<(&str, String)> {
    let mut all = Vec::new();
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return all;
        }
        let name_end = text.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(text.len());
        let (name, rest) = text.split_at(name_end);
        let Some(quoted) = rest.strip_prefix("=\"") else {
            all.push((name, String::new()));
            text = rest.trim_start_matches('=');
            continue;
        };
        let (value, rest) = quoted.split_once('"').unwrap_or((quoted, ""));
        all.push((name, unescape(value)));
        text = rest;
    }
}

/// The text between tags, blanks drawn together.
pub(crate) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = after.split_at(tag_length(&format!("<{after}")) - 1).1;
    }
    text.push_str(rest);
    unescape(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_text_are_read_as_a_browser_reads_them() {
        let html =
            r#"<p class="a>b" hidden>Xin <b>chào</b> &amp; &lt;3</p><input name="q" value="&quot;x&quot;">"#;
        let tags = tags(html);
        assert_eq!(tags.iter().map(|tag| tag.name).collect::<Vec<_>>(), ["p", "b", "input"]);
        assert_eq!(tags[0].get("class"), Some("a>b"));
        assert_eq!(tags[0].get("hidden"), Some(""));
        assert_eq!(tags[2].get("value"), Some("\"x\""));
        assert_eq!(text(html), "Xin chào & <3");
    }
}
