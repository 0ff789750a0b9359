//! The product as a process of its own.

use std::io::{self, BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::http::Client;

/// The clock ticks of a second in `/proc/<pid>/stat`: the same on every Linux that we know.
const TICKS_PER_S: u64 = 100;

/// The binary to measure: what `HOCVUSO_BIN` names, or the release binary, built now if it is not fresh.
///
/// # Errors
/// When it can't be built.
pub fn binary() -> io::Result<PathBuf> {
    if let Some(named) = std::env::var_os("HOCVUSO_BIN") {
        return Path::new(&named).canonicalize();
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo).args(["build", "--release", "--package", "hocvuso"]).status()?;
    if !built.success() {
        return Err(io::Error::other("the product does not build; HOCVUSO_BIN may name a binary instead"));
    }
    // This program is in target/release/deps.
    let own = std::env::current_exe()?;
    own.ancestors().nth(2).unwrap_or(Path::new(".")).join("hocvuso").canonicalize()
}

/// Runs a command of the product to its end: what it said, and how long it took.
///
/// # Errors
/// When it fails; the error holds what it said.
pub fn run_to_end(binary: &Path, data: &Path, args: &[&str]) -> io::Result<(String, Duration)> {
    let from = Instant::now();
    let ended = Command::new(binary).args(args).arg("--data").arg(data).output()?;
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    if ended.status.success() {
        return Ok((said, from.elapsed()));
    }
    Err(io::Error::other(said + &String::from_utf8_lossy(&ended.stderr)))
}

/// A running server with the demonstration.
#[derive(Debug)]
pub struct House {
    child: Child,
    /// Held, so that what the server still says has somewhere to go.
    _said: BufReader<ChildStdout>,
    /// Where it listens.
    pub address: SocketAddr,
    /// From its start to its first answer that all is ready.
    pub took: Duration,
}

impl House {
    /// Starts `hocvuso demo` on a free port of loopback and waits until it answers.
    ///
    /// # Errors
    /// When it ends before it listens, or does not answer.
    pub async fn start(binary: &Path, data: &Path, args: &[&str]) -> io::Result<Self> {
        let from = Instant::now();
        let mut command = Command::new(binary);
        command.arg("demo").args(args).args(["--listen", "127.0.0.1:0", "--data"]).arg(data);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let stdout = child.stdout.take().ok_or_else(|| io::Error::other("no standard output"))?;
        let mut house = Self {
            child,
            _said: BufReader::new(stdout),
            address: ([127, 0, 0, 1], 0).into(),
            took: Duration::ZERO,
        };
        house.address = told_address(&mut house._said)?;
        let answer = house.client().await?.get("/healthz").await?;
        house.took = from.elapsed();
        answer.expect(200).map(|_| house)
    }

    /// A browser that has never been here.
    ///
    /// # Errors
    /// When it can't connect.
    pub async fn client(&self) -> io::Result<Client> {
        Client::connect(self.address).await
    }

    /// So many of them.
    ///
    /// # Errors
    /// When they can't connect.
    pub async fn clients(&self, count: usize) -> io::Result<Vec<Client>> {
        let mut clients = Vec::with_capacity(count);
        for _ in 0..count {
            clients.push(self.client().await?);
        }
        Ok(clients)
    }

    /// Resident memory now, in bytes.
    ///
    /// # Errors
    /// Where there is no `/proc`.
    pub fn memory(&self) -> io::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kibibytes.map(|kibibytes| kibibytes * 1024).ok_or_else(|| io::Error::other("no VmRSS"))
    }

    /// CPU time that the server has used, to a hundredth of a second.
    ///
    /// # Errors
    /// Where there is no `/proc`.
    pub fn cpu(&self) -> io::Result<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // Fields are counted from behind the name, which may hold blanks: utime and stime are the 14th and 15th of all.
        let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
        let ticks: u64 = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
        Ok(Duration::from_millis(ticks * 1000 / TICKS_PER_S))
    }

    /// Asks it to end and waits until it has.
    ///
    /// # Errors
    /// When it can't be asked.
    pub fn stop(mut self) -> io::Result<()> {
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        self.child.wait().map(|_| ())
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // After `stop` both say that there is nothing left to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn told_address(said: &mut impl io::BufRead) -> io::Result<SocketAddr> {
    for line in said.lines() {
        let line = line?;
        let address = line.split_once("http://").and_then(|(_, rest)| rest.split_whitespace().next());
        if let Some(address) = address.and_then(|address| address.parse().ok()) {
            return Ok(address);
        }
    }
    Err(io::Error::other("the server ended before it listened"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_what_the_server_says() {
        let said = "Bản trình diễn\nHọc Vụ Số: http://127.0.0.1:40123   (Ctrl-C to stop)\n";
        let address = told_address(&mut said.as_bytes()).unwrap();
        assert_eq!(address, ([127, 0, 0, 1], 40123).into());
        assert!(told_address(&mut "refused\n".as_bytes()).is_err());
    }
}
