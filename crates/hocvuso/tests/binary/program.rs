//! The program in a folder of its own.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// A folder that is gone when the test ends.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("hocvuso-binary-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The program with its data in this folder; nothing of the machine's own settings gets in.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hocvuso"));
        command.args(args).arg("--data").arg(self.file("data")).current_dir(&self.0);
        for name in ["LISTEN", "DATA", "DATABASE_URL", "PUBLIC_URL", "CONTENT", "LOG", "KEY_PASSPHRASE_FILE"]
        {
            command.env_remove(format!("HOCVUSO_{name}"));
        }
        command.stdin(Stdio::null());
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        Ran::of(&self.command(args).output().unwrap())
    }

    /// Runs a command with a line on its standard input.
    pub(crate) fn run_with(&self, args: &[&str], line: &str) -> Ran {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
        Ran::of(&child.wait_with_output().unwrap())
    }

    /// Starts the server on a free port and waits until it answers.
    pub(crate) fn serve(&self) -> Server {
        self.start(&["serve"])
    }

    /// Starts a command that serves.
    pub(crate) fn start(&self, args: &[&str]) -> Server {
        let server = self.start_plain(args);
        assert!(server.get("/healthz").starts_with("HTTP/1.1 200"), "ready");
        server
    }

    /// Starts a command that serves something else than the house.
    pub(crate) fn start_plain(&self, args: &[&str]) -> Server {
        let mut command = self.command(args);
        command.args(["--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line =
            lines.find_map(|line| line.ok().filter(|line| line.contains("http://"))).expect("an address");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next());
        Server { address: address.expect("host and port").to_owned(), child }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a command said.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            code: output.status.code().unwrap_or(-1),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    /// It succeeded.
    #[track_caller]
    pub(crate) fn well(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }

    /// It failed with these words, in one sentence to a person and not by a panic.
    #[track_caller]
    pub(crate) fn refused(self, words: &[&str]) -> Self {
        assert_eq!(self.code, 1, "{self:?}");
        for word in words {
            assert!(self.err.contains(word), "{word}: {self:?}");
        }
        assert!(self.err.contains("hocvuso: ") && !self.err.contains("panicked"), "{self:?}");
        self
    }
}

/// A server that runs.
pub(crate) struct Server {
    pub(crate) address: String,
    child: Child,
}

impl Server {
    /// An answer, headers and all.
    pub(crate) fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Kills it as the power failing would: no handler runs.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}
