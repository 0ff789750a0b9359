//! Writes the style guide and its files into a folder, to be looked at in a browser without a server:
//! `cargo run -p pages --example render -- FOLDER`

use std::path::PathBuf;
use std::{env, fs, io};

use domain::text::Lang;
use pages::frame::{Frame, TextSize};
use pages::{style, style_guide::StyleGuide};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| "target/look".into()));
    fs::create_dir_all(folder.join("static"))?;
    for file in style::FILES {
        fs::write(folder.join("static").join(file.name), file.bytes)?;
    }
    for (size, lang) in
        [(TextSize::Usual, Lang::Vi), (TextSize::Large, Lang::Vi), (TextSize::Usual, Lang::En)]
    {
        let frame = Frame { text_size: size, ..Frame::sample(lang) };
        let name = format!("style-guide-{}-{}.html", lang.tag(), size.word());
        write(&folder.join(name), &StyleGuide.page(&frame).into_string())?;
    }
    Ok(())
}

/// A file has no root: addresses of files are made relative.
fn write(path: &std::path::Path, html: &str) -> io::Result<()> {
    fs::write(path, html.replace("\"/static/", "\"static/"))
}
