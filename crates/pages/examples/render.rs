//! Writes every sample page into a folder, to be looked at in a browser without a server:
//! `cargo run -p pages --example render -- FOLDER`

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use pages::{samples, style};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| "target/look".into()));
    fs::create_dir_all(folder.join("static"))?;
    for file in style::FILES {
        fs::write(folder.join("static").join(file.name), file.bytes)?;
    }
    for (name, frame) in samples::frames() {
        for sample in samples::all(&frame) {
            write(&folder.join(format!("{}-{name}.html", sample.name)), &sample.html.into_string())?;
        }
    }
    Ok(())
}

/// A file has no root: addresses of files are made relative.
fn write(path: &Path, html: &str) -> io::Result<()> {
    fs::write(path, html.replace("\"/static/", "\"static/"))
}
