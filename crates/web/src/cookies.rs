//! Cookies: the session, the language, the size of the text.

use axum::http::{HeaderMap, HeaderValue, header};

/// The cookie that holds the session's token.
pub(crate) const SESSION: &str = "hocvuso";
/// The cookie that keeps a guest's session while somebody with an account is signed in on the same device.
pub(crate) const GUEST: &str = "hocvuso-guest";
/// The cookie that holds the language.
pub(crate) const LANG: &str = "lang";
/// The cookie that holds the size of the text.
pub(crate) const TEXT: &str = "text";

const YEAR_S: u32 = 365 * 24 * 3600;

/// The value of a cookie that the browser sent.
pub(crate) fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(found, _)| *found == name).map(|(_, value)| value).next()
}

/// A cookie for a year, hidden from scripts and other sites. `value` is made of letters and digits only.
pub(crate) fn keep(name: &str, value: &str, secure: bool) -> HeaderValue {
    line(&format!("{name}={value}; Path=/; Max-Age={YEAR_S}; HttpOnly; SameSite=Lax{}", secured(secure)))
}

/// Takes a cookie away.
pub(crate) fn forget(name: &str, secure: bool) -> HeaderValue {
    line(&format!("{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{}", secured(secure)))
}

const fn secured(secure: bool) -> &'static str {
    if secure { "; Secure" } else { "" }
}

fn line(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("names and values of our cookies are plain ASCII")
}
