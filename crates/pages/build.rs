//! Makes the files that browsers fetch: style sheets without blanks and comments, a script, and names that change with the content,
//! so that a browser may keep a file for ever.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const FONTS: [(&str, &str); 2] =
    [("FONT_400", "be-vietnam-pro-400.woff2"), ("FONT_600", "be-vietnam-pro-600.woff2")];
const SHEETS: [(&str, &[&str]); 2] = [
    (
        "APP",
        &[
            "tokens.css",
            "base.css",
            "frame.css",
            "parts.css",
            "ladder.css",
            "phone.css",
            "drill.css",
            "modes.css",
        ],
    ),
    ("DESK", &["desk.css"]),
];

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/style");
    println!("cargo::rerun-if-changed=assets/fonts");
    let mut code = String::new();
    let mut renamed = Vec::new();
    for (constant, file) in FONTS {
        let path = here.join("assets/fonts").join(file);
        let name = hashed(file, &fs::read(&path)?);
        declare(&mut code, constant, &name, "font/woff2", &path);
        renamed.push((file, name));
    }
    for (constant, parts) in SHEETS {
        let css = sheet(&here.join("src/style"), parts, &renamed)?;
        let file = format!("{}.css", constant.to_lowercase());
        let path = out.join(&file);
        fs::write(&path, &css)?;
        declare(&mut code, constant, &hashed(&file, css.as_bytes()), "text/css; charset=utf-8", &path);
    }
    let script = here.join("src/style/listen.js");
    let name = hashed("listen.js", &fs::read(&script)?);
    declare(&mut code, "LISTEN", &name, "text/javascript; charset=utf-8", &script);
    fs::write(out.join("files.rs"), code)
}

fn declare(code: &mut String, constant: &str, name: &str, mime: &str, path: &Path) {
    code.push_str(&format!(
        "/// `{name}`.\npub const {constant}: File = File {{ name: {name:?}, mime: {mime:?}, bytes: include_bytes!({path:?}) }};\n"
    ));
}

fn sheet(folder: &Path, parts: &[&str], renamed: &[(&str, String)]) -> io::Result<String> {
    let mut css = String::new();
    for part in parts {
        css.push_str(&fs::read_to_string(folder.join(part))?);
    }
    let css = renamed.iter().fold(css, |css, (file, name)| css.replace(file, name));
    Ok(without_blanks(&without_comments(&css)))
}

fn without_comments(css: &str) -> String {
    let mut pieces = css.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once("*/").map_or("", |(_, rest)| rest))
}

/// Drops blanks that mean nothing. Those around `+`, `-` and within selectors stay, and our sheets hold no quoted blanks
/// beside punctuation.
fn without_blanks(css: &str) -> String {
    let words: Vec<&str> = css.split_whitespace().collect();
    let mut css = words.join(" ");
    for sign in ["{", "}", ";", ",", ">"] {
        css = css.replace(&format!("{sign} "), sign).replace(&format!(" {sign}"), sign);
    }
    css.replace(": ", ":").replace(";}", "}")
}

/// `name.ext` with a short hash of the content: `name.0123456789abcdef.ext`.
fn hashed(file: &str, bytes: &[u8]) -> String {
    // FNV-1a: this names a version, it guards nothing.
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    format!("{stem}.{hash:016x}.{extension}")
}
