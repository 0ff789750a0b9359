//! Gathers what the server carries with it: the service worker's wasm, built here; static files under names that change with
//! their content, compressed; the content and the data as text.
//!
//! `HOCVUSO_NO_WASM=1` leaves the wasm out (`./test quick`); so does a toolchain without the wasm target, with a warning. The
//! site then has no offline mode and everything else.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
/// What the wasm is made of, below `crates/`.
const WASM_CRATES: [&str; 7] = ["offline", "pages", "domain", "territory", "irt", "xapi", "credential"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let mut shelf = Shelf::new(PathBuf::from(variable("OUT_DIR")));
    println!("cargo::rerun-if-changed=build.rs");
    shelf.wasm(&root)?;
    shelf.scripts(&root.join("crates/offline"))?;
    shelf.pictures(&root.join("content"))?;
    shelf.texts("TEXTS", &root.join("content"), &["txt", "md"])?;
    shelf.texts("TARGETS", &root.join("data/targets"), &["txt"])?;
    shelf.close()
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_default()
}

/// The Rust code that embeds everything, as it grows.
struct Shelf {
    out: PathBuf,
    files: String,
    code: String,
}

impl Shelf {
    fn new(out: PathBuf) -> Self {
        Self { out, files: String::new(), code: String::new() }
    }

    fn close(mut self) -> io::Result<()> {
        let files = core::mem::take(&mut self.files);
        let _ = writeln!(self.code, "pub(crate) static FILES: &[File] = &[{files}];");
        fs::write(self.out.join("shelf.rs"), self.code)
    }

    /// A file under a name; `is_hashed` says that the name changes with the content.
    fn file(&mut self, name: &str, mime: &str, bytes: &[u8], is_hashed: bool) -> io::Result<()> {
        let (plain, br, gz) = (self.keep(name, bytes)?, brotli(bytes), gzip(bytes)?);
        let br = self.maybe(name, "br", &br, bytes.len())?;
        let gz = self.maybe(name, "gz", &gz, bytes.len())?;
        let hash = hash(bytes);
        let _ = writeln!(
            self.files,
            "File {{ name: {name:?}, mime: {mime:?}, bytes: include_bytes!({plain:?}), br: {br}, gz: {gz}, \
             hash: \"{hash:016x}\", is_hashed: {is_hashed} }},"
        );
        Ok(())
    }

    /// A compressed form, when it is worth having.
    fn maybe(&self, name: &str, kind: &str, bytes: &[u8], plain: usize) -> io::Result<String> {
        if bytes.len() >= plain {
            return Ok("None".into());
        }
        let path = self.keep(&format!("{name}.{kind}"), bytes)?;
        Ok(format!("Some(include_bytes!({path:?}))"))
    }

    fn keep(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let path = self.out.join(name);
        fs::write(&path, bytes)?;
        Ok(path)
    }

    fn hashed(&mut self, constant: &str, file: &str, mime: &str, bytes: &[u8]) -> io::Result<()> {
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        let name = format!("{stem}.{:016x}.{extension}", hash(bytes));
        let _ = writeln!(self.code, "pub(crate) const {constant}: Option<&str> = Some({name:?});");
        self.file(&name, mime, bytes, true)
    }

    fn wasm(&mut self, root: &Path) -> io::Result<()> {
        println!("cargo::rerun-if-env-changed=HOCVUSO_NO_WASM");
        for name in WASM_CRATES {
            let folder = root.join("crates").join(name);
            for part in ["src", "assets", "build.rs", "Cargo.toml"] {
                rerun_if_changed(&folder.join(part));
            }
        }
        if env::var_os("HOCVUSO_NO_WASM").is_some() {
            return self.without_wasm();
        }
        // <target>/<profile>/build/web-<hash>/out: one folder for check, test, clippy and run, or each would build it anew.
        let target = self.out.ancestors().nth(4).unwrap_or(&self.out).to_owned();
        let folder = target.join("service-worker");
        let built = build_wasm(root, &folder, "learn")
            .and_then(|learn| Ok((learn, build_wasm(root, &folder, "verify")?)));
        match built {
            Ok((learn, verify)) => {
                self.hashed("WASM", "offline.wasm", "application/wasm", &learn)?;
                self.hashed("VERIFIER", "verify.wasm", "application/wasm", &verify)
            }
            Err(why) => {
                println!("cargo::warning=no offline mode in this build: {why}");
                self.without_wasm()
            }
        }
    }

    fn without_wasm(&mut self) -> io::Result<()> {
        self.code.push_str(
            "pub(crate) const WASM: Option<&str> = None;\npub(crate) const VERIFIER: Option<&str> = None;\n",
        );
        Ok(())
    }

    fn scripts(&mut self, folder: &Path) -> io::Result<()> {
        let mime = "text/javascript; charset=utf-8";
        for name in ["register.js", "sw.js"] {
            rerun_if_changed(&folder.join(name));
        }
        self.hashed("REGISTER", "register.js", mime, &fs::read(folder.join("register.js"))?)?;
        self.file("sw.js", mime, &fs::read(folder.join("sw.js"))?, false)
    }

    /// Pictures keep their names, since lessons call them by it: the path with `--` between the parts.
    fn pictures(&mut self, content: &Path) -> io::Result<()> {
        let mut sizes = String::new();
        for path in files_below(content)?.iter().filter(|path| path.ends_with(".svg")) {
            let bytes = fs::read(content.join(path))?;
            let _ = write!(sizes, "({path:?}, {}), ", bytes.len());
            self.file(&path.replace('/', "--"), "image/svg+xml", &bytes, false)?;
        }
        let _ = writeln!(self.code, "pub(crate) static PICTURES: &[(&str, usize)] = &[{sizes}];");
        Ok(())
    }

    /// Text files below a folder, as a table of (path, text).
    fn texts(&mut self, constant: &str, folder: &Path, extensions: &[&str]) -> io::Result<()> {
        rerun_if_changed(folder);
        let _ = writeln!(self.code, "pub(crate) static {constant}: &[(&str, &str)] = &[");
        for path in files_below(folder)? {
            if extensions.iter().any(|extension| path.ends_with(&format!(".{extension}"))) {
                let _ = writeln!(self.code, "({path:?}, include_str!({:?})),", folder.join(&path));
            }
        }
        self.code.push_str("];\n");
        Ok(())
    }
}

fn rerun_if_changed(path: &Path) {
    if path.exists() {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}

/// Paths of the files below a folder, with `/` between the parts, in order.
fn files_below(folder: &Path) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let (path, name) =
            entry.map(|entry| (entry.path(), entry.file_name().to_string_lossy().into_owned()))?;
        if path.is_dir() {
            paths.extend(files_below(&path)?.into_iter().map(|below| format!("{name}/{below}")));
        } else {
            paths.push(name);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Builds the wasm with one feature, by a cargo of its own, which must not inherit what this build was asked for.
fn build_wasm(root: &Path, folder: &Path, feature: &str) -> Result<Vec<u8>, String> {
    add_target()?;
    let mut cargo = Command::new(variable("CARGO"));
    cargo.args(["build", "--package", "offline", "--lib", "--profile", "wasm", "--target", TARGET]);
    cargo.args(["--no-default-features", "--features", feature]);
    cargo.arg("--target-dir").arg(folder).current_dir(root);
    for (name, _) in env::vars_os().filter(|(name, _)| is_of_this_build(&name.to_string_lossy())) {
        cargo.env_remove(name);
    }
    let ended = cargo.output().map_err(|error| format!("cargo does not start: {error}"))?;
    if !ended.status.success() {
        let said = String::from_utf8_lossy(&ended.stderr);
        return Err(said.lines().find(|line| line.starts_with("error")).unwrap_or("cargo failed").to_owned());
    }
    let path = folder.join(TARGET).join("wasm/offline.wasm");
    fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
}

fn is_of_this_build(name: &str) -> bool {
    const STARTS: [&str; 5] =
        ["CARGO_ENCODED_", "CARGO_CFG_", "CARGO_FEATURE_", "CARGO_PROFILE_", "CARGO_BUILD_"];
    const NAMES: [&str; 5] =
        ["RUSTFLAGS", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER", "CLIPPY_ARGS", "CARGO_MAKEFLAGS"];
    NAMES.contains(&name) || STARTS.iter().any(|start| name.starts_with(start))
}

/// The standard library for wasm, fetched when it is missing: a line in `rust-toolchain.toml` alone is not heeded everywhere.
fn add_target() -> Result<(), String> {
    let rustc = Command::new(variable("RUSTC")).args(["--print", "sysroot"]).output();
    let sysroot = rustc.map_err(|error| format!("rustc does not start: {error}"))?.stdout;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot).trim());
    if sysroot.join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    let added = Command::new("rustup").args(["target", "add", TARGET]).status();
    if added.is_ok_and(|status| status.success()) {
        Ok(())
    } else {
        Err(format!("the target {TARGET} is missing; add it with: rustup target add {TARGET}"))
    }
}

/// Brotli at its highest level in release builds; a debug build shall not wait for it.
fn brotli(bytes: &[u8]) -> Vec<u8> {
    let quality = if variable("PROFILE") == "release" { 11 } else { 3 };
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 64 * 1024, quality, 22);
    let written = writer.write_all(bytes);
    drop(writer);
    written.map(|()| compressed).unwrap_or_default()
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// FNV-1a: this names a version, it guards nothing.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
