//! What a form sent: `application/x-www-form-urlencoded`, as browsers write it.

/// Names and values, in the order sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads a body or a query. What is not valid UTF-8 becomes the replacement character; nothing fails.
    ///
    /// ```
    /// use pages::learning::Form;
    /// let form = Form::parse("tap=3&otp=1+2%C3%A1&x");
    /// assert_eq!(form.get("otp"), Some("1 2á"));
    /// assert_eq!(form.get("x"), Some(""));
    /// assert_eq!(form.get("y"), None);
    /// ```
    #[must_use]
    pub fn parse(body: &str) -> Self {
        let pairs = body.split('&').filter(|pair| !pair.is_empty());
        Self(
            pairs
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
                .map(|(n, v)| (decode(n), decode(v)))
                .collect(),
        )
    }

    /// The first value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// All values of a name: of the boxes that were ticked.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// A value with blanks at the ends cut, `None` when nothing is left.
    #[must_use]
    pub fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).map(str::trim).filter(|value| !value.is_empty())
    }
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => match hex_pair(rest.clone()) {
                Some(decoded) => {
                    bytes.push(decoded);
                    rest.nth(1);
                }
                None => bytes.push(b'%'),
            },
            other => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex_pair(mut rest: impl Iterator<Item = u8>) -> Option<u8> {
    let mut half = || char::from(rest.next()?).to_digit(16).and_then(|half| u8::try_from(half).ok());
    Some(half()? * 16 + half()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_escapes_stay_as_they_are() {
        for (body, expect) in
            [("a=%", "%"), ("a=%4", "%4"), ("a=%zz", "%zz"), ("a=%41", "A"), ("a=%ff", "\u{fffd}")]
        {
            assert_eq!(Form::parse(body).get("a"), Some(expect), "{body}");
        }
    }
}
