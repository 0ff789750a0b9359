//! Messages between `sw.js` and this crate: fields of bytes, each after its length as a little-endian `u32`.

/// Writes fields into one message.
///
/// ```
/// use offline::framing::{join, split};
/// let message = join(&[b"GET", b"/learn"]);
/// assert_eq!(message[..7], [3, 0, 0, 0, b'G', b'E', b'T']);
/// assert_eq!(split(&message), Some(vec![&b"GET"[..], b"/learn"]));
/// assert_eq!(split(&message[..9]), None);
/// ```
#[must_use]
pub fn join(fields: &[&[u8]]) -> Vec<u8> {
    let mut message = Vec::with_capacity(fields.iter().map(|field| field.len() + 4).sum());
    for field in fields {
        // A field of 4 GiB can't exist in the 4 GiB of a wasm memory.
        message.extend_from_slice(&u32::try_from(field.len()).unwrap_or(u32::MAX).to_le_bytes());
        message.extend_from_slice(field);
    }
    message
}

/// Reads the fields of a message; `None` when it ends in the middle of one.
#[must_use]
pub fn split(mut message: &[u8]) -> Option<Vec<&[u8]>> {
    let mut fields = Vec::new();
    while !message.is_empty() {
        let (length, rest) = message.split_first_chunk::<4>()?;
        let (field, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
        fields.push(field);
        message = rest;
    }
    Some(fields)
}
