//! What a pack of content says of itself, and which files it may hold.

use jiff::civil::Date;

use super::outline::{Node, parse};

/// The first line: what this is, and the version of this form.
const HEAD: (&str, &str) = ("pack", "hocvuso-content 1");
/// Below this folder lies the content; the licence lies beside it.
pub const PACKED_BELOW: &str = "content/";
/// The text of the licence.
pub const LICENCE_FILE: &str = "LICENSE-CONTENT";
/// Files of content end in one of these.
const ENDINGS: [&str; 8] = ["txt", "md", "svg", "opus", "ogg", "mp3", "mp4", "webm"];

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Its version: letters, digits, dots and hyphens.
    pub version: String,
    /// Under which licence.
    pub licence: String,
    /// Whose it is.
    pub author: String,
    /// When it was packed.
    pub date: Date,
    /// Its files, by path.
    pub files: Vec<PackedFile>,
}

/// A file of a pack.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackedFile {
    /// Its path within the pack.
    pub path: String,
    /// Its SHA-256, in hex.
    pub digest: String,
    /// How many bytes it has.
    pub bytes: u64,
}

impl Manifest {
    /// The manifest as text: the same for the same manifest.
    #[must_use]
    pub fn text(&self) -> String {
        let Self { version, licence, author, date, files } = self;
        let files = files.iter().map(|file| format!("file {} {} {}\n", file.digest, file.bytes, file.path));
        let (word, value) = HEAD;
        format!("{word} {value}\nversion {version}\nlicence {licence}\nauthor {author}\ndate {date}\n")
            + &files.collect::<String>()
    }

    /// Reads a manifest; `None` when it is none, or names a file that no pack may hold.
    ///
    /// ```
    /// use domain::content::Manifest;
    /// let text = "pack hocvuso-content 1\nversion 2026.11\nlicence CC BY 4.0\nauthor Lan\ndate 2026-11-26\n";
    /// assert_eq!(Manifest::read(text).unwrap().text(), text);
    /// let file = format!("{text}file {} 3 content/../x.txt\n", "0".repeat(64));
    /// assert!(Manifest::read(&file).is_none());
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (nodes, findings) = parse("manifest", text);
        let (head, facts) = nodes.split_first()?;
        if !findings.is_empty() || (head.word.as_str(), head.value.as_str()) != HEAD {
            return None;
        }
        let fact = |word: &str| facts.iter().find(|node| node.word == word).map(|node| node.value.clone());
        let files = facts.iter().filter(|node| node.word == "file").map(file).collect::<Option<Vec<_>>>()?;
        let is_sorted = files.windows(2).all(|pair| pair[0].path < pair[1].path);
        Some(Self {
            version: fact("version").filter(|version| is_version(version))?,
            licence: fact("licence")?,
            author: fact("author")?,
            date: fact("date")?.parse().ok()?,
            files,
        })
        .filter(|_| is_sorted)
    }
}

fn file(node: &Node) -> Option<PackedFile> {
    let (digest, rest) = node.value.split_once(' ')?;
    let (bytes, path) = rest.split_once(' ')?;
    let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    let file = PackedFile { path: path.to_owned(), digest: digest.to_owned(), bytes: bytes.parse().ok()? };
    (is_digest && may_hold(path)).then_some(file)
}

/// Whether text can be a version, and so the name of a folder.
#[must_use]
pub fn is_version(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-';
    (1..=40).contains(&text.len()) && text.bytes().all(is_letter) && !text.starts_with(['.', '-'])
}

/// Whether a pack may hold a file of this path: plain names below its folder, of an ending that content has.
#[must_use]
pub fn may_hold(path: &str) -> bool {
    if path == LICENCE_FILE {
        return true;
    }
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    let is_name = |name: &str| !name.is_empty() && !name.starts_with('.') && name.bytes().all(is_letter);
    let Some(below) = path.strip_prefix(PACKED_BELOW) else { return false };
    let ending = below.rsplit_once('.').map(|(_, ending)| ending);
    below.len() <= 200
        && below.split('/').count() <= 4
        && below.split('/').all(is_name)
        && ending.is_some_and(|ending| ENDINGS.contains(&ending))
}

/// Whether a picture is only drawn: no script, nothing from elsewhere, nothing of HTML.
///
/// ```
/// use domain::content::is_plain_picture;
/// assert!(is_plain_picture("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>"));
/// assert!(!is_plain_picture("<svg><script>1</script></svg>"));
/// assert!(!is_plain_picture("<svg><path OnClick = \"x\"/></svg>"));
/// ```
#[must_use]
pub fn is_plain_picture(text: &str) -> bool {
    const REFUSED: [&str; 10] = [
        "<script",
        "<foreignobject",
        "<iframe",
        "<!",
        "<?xml-stylesheet",
        "javascript:",
        "data:",
        "@import",
        "href=\"http",
        "url(http",
    ];
    let text = text.to_lowercase();
    let handlers = text.match_indices(" on").any(|(at, _)| {
        let rest = text[at + 3..].trim_start_matches(|letter: char| letter.is_ascii_lowercase());
        rest.trim_start().starts_with('=')
    });
    !handlers && !REFUSED.iter().any(|word| text.replace("<!--", "").contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_holds_plain_files_of_content_only() {
        for path in ["content/skills.txt", "content/lessons/a-b/vi.md", "content/items/x.opus", LICENCE_FILE]
        {
            assert!(may_hold(path), "{path}");
        }
        for path in [
            "skills.txt",
            "/content/x.txt",
            "content/../x.txt",
            "content//x.txt",
            "content/.x.txt",
            "content/x",
            "content/x.sh",
            "content/a\\b.txt",
            "content/lessons/a/b/c/d.txt",
            "content/ạ.txt",
            "content/a:b.txt",
        ] {
            assert!(!may_hold(path), "{path}");
        }
    }

    #[test]
    fn a_version_is_the_name_of_a_folder() {
        assert!(is_version("2026.11") && is_version("2026-11-a"));
        assert!(!is_version("") && !is_version("..") && !is_version("a/b") && !is_version("-x"));
    }
}
