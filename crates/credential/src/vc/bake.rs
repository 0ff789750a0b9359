//! Baking: a credential inside the picture of its badge (Open Badges 3.0, section 5.3), so that the picture is the proof.
//!
//! In an SVG it stands in an element of its own, in a PNG in a chunk of text. Both forms hold a document with its proof or a token.

/// The namespace of the element in an SVG.
const NAMESPACE: &str = "https://purl.imsglobal.org/ob/v3p0";
/// The keyword of the chunk in a PNG.
const KEYWORD: &[u8] = b"openbadgecredential";
pub(super) const PNG_SIGNATURE: &[u8; 8] = b"\x89PNG\r\n\x1a\n";

/// The SVG with the credential in it, a document as JSON text or a token; `None` when it has no `<svg …>` to put it in, or holds one
/// already.
///
/// ```
/// use credential::vc::{bake_svg, unbake_svg};
/// let baked = bake_svg(r#"<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>"#, r#"{"a":"]]>"}"#).unwrap();
/// assert_eq!(unbake_svg(&baked).as_deref(), Some(r#"{"a":"]]>"}"#));
/// ```
#[must_use]
pub fn bake_svg(svg: &str, credential: &str) -> Option<String> {
    let from = svg.find("<svg")?;
    let end = from + svg[from..].find('>')?;
    if svg.contains("<openbadges:credential") || svg[..end].ends_with('/') {
        return None;
    }
    let element = if credential.starts_with('{') {
        // Where a CDATA section would end, it is cut in two.
        format!(
            "<openbadges:credential><![CDATA[{}]]></openbadges:credential>",
            credential.replace("]]>", "]]]]><![CDATA[>")
        )
    } else {
        format!("<openbadges:credential verify=\"{credential}\"></openbadges:credential>")
    };
    Some(format!("{} xmlns:openbadges=\"{NAMESPACE}\">{element}{}", &svg[..end], &svg[end + 1..]))
}

/// The credential in an SVG that was baked so.
#[must_use]
pub fn unbake_svg(svg: &str) -> Option<String> {
    let from = svg.find("<openbadges:credential")?;
    let rest = &svg[from..];
    let (tag, inside) = rest.split_once('>')?;
    if let Some((_, value)) = tag.split_once("verify=\"") {
        return value.split_once('"').map(|(token, _)| token.to_owned());
    }
    let inside = inside.split_once("</openbadges:credential>")?.0.trim();
    let inside = inside.strip_prefix("<![CDATA[")?.strip_suffix("]]>")?;
    Some(inside.replace("]]]]><![CDATA[>", "]]>"))
}

/// The PNG with the credential in a chunk of international text right after its header; `None` when it is no PNG, or holds one already.
#[must_use]
pub fn bake_png(png: &[u8], credential: &str) -> Option<Vec<u8>> {
    if unbake_png(png).is_some() {
        return None;
    }
    let header_end = chunks(png)?.next().filter(|chunk| chunk.kind == b"IHDR")?.end;
    // Keyword, no compression (two zeros), no language, no translated keyword.
    let text = [KEYWORD, b"\0\0\0\0\0", credential.as_bytes()].concat();
    Some([&png[..header_end], &chunk(b"iTXt", &text), &png[header_end..]].concat())
}

/// The credential in a PNG that was baked so.
#[must_use]
pub fn unbake_png(png: &[u8]) -> Option<String> {
    let prefix = [KEYWORD, b"\0\0\0"].concat();
    let texts = chunks(png)?.filter(|chunk| chunk.kind == b"iTXt");
    let text = texts.filter_map(|chunk| chunk.data.strip_prefix(&prefix[..])).next()?;
    // After the two bytes on compression: language and translated keyword, each ended by a zero.
    let mut parts = text.splitn(3, |byte| *byte == 0);
    let text = parts.nth(2)?;
    String::from_utf8(text.to_vec()).ok()
}

struct Chunk<'a> {
    kind: &'a [u8],
    data: &'a [u8],
    /// Where the next one begins.
    end: usize,
}

/// The chunks of a PNG up to the first that is cut short; `None` when it is no PNG.
fn chunks(png: &[u8]) -> Option<impl Iterator<Item = Chunk<'_>>> {
    let mut at = png.strip_prefix(PNG_SIGNATURE).map(|_| PNG_SIGNATURE.len())?;
    Some(core::iter::from_fn(move || {
        let (length, rest) = png.get(at..)?.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let end = at.checked_add(length)?.checked_add(12)?;
        let (kind, rest) = rest.split_at_checked(4)?;
        let data = rest.get(..length)?;
        png.get(..end)?;
        at = end;
        Some(Chunk { kind, data, end })
    }))
}

/// A chunk: length, kind, data, and the checksum of the last two.
pub(super) fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    let mut sum = flate2::Crc::new();
    sum.update(kind);
    sum.update(data);
    [&length.to_be_bytes()[..], kind, data, &sum.sum().to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One white pixel.
    fn pixel() -> Vec<u8> {
        let header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];
        [&PNG_SIGNATURE[..], &chunk(b"IHDR", &header), &chunk(b"IEND", b"")].concat()
    }

    #[test]
    fn a_credential_comes_out_of_a_picture_as_it_went_in() {
        for credential in [r#"{"name":"Nguyễn Thị Bình","x":"]]>"}"#, "eyJ.eyJ.abc-_"] {
            let png = bake_png(&pixel(), credential).unwrap();
            assert_eq!(unbake_png(&png).as_deref(), Some(credential));
            assert_eq!(bake_png(&png, credential), None, "only once");
            let svg =
                bake_svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"><g/></svg>", credential)
                    .unwrap();
            assert_eq!(unbake_svg(&svg).as_deref(), Some(credential));
            assert_eq!(bake_svg(&svg, credential), None, "only once");
        }
    }

    #[test]
    fn another_file_is_none() {
        for bytes in [&b""[..], b"GIF89a", PNG_SIGNATURE, &pixel()[..20]] {
            assert_eq!(bake_png(bytes, "{}"), None);
            assert_eq!(unbake_png(bytes), None);
        }
        assert_eq!(bake_svg("<html></html>", "{}"), None);
        assert_eq!(bake_svg("<svg/>", "{}"), None);
        assert_eq!(unbake_svg("<svg></svg>"), None);
    }
}
