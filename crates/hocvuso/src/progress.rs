//! What the operator reads on the terminal. The only place that prints.

use std::io::{IsTerminal as _, Write as _};

/// A line on standard output. Who reads only the first lines (`| head`) has closed the pipe: that is no failure.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// A line on standard error, beside what a program reads from standard output.
pub(crate) fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A failure on standard error.
pub(crate) fn complain(line: &str) {
    // Where even that can't be written, the exit code still tells.
    let _ = writeln!(std::io::stderr(), "hocvuso: {line}");
}

/// A bar that grows on a terminal, and a line now and then where nobody watches.
pub(crate) struct Bar {
    label: &'static str,
    all: u64,
    shown: u64,
    terminal: bool,
}

const WIDTH: u64 = 40;

impl Bar {
    /// A bar for so many steps.
    pub(crate) fn new(label: &'static str, all: u64) -> Self {
        Self { label, all: all.max(1), shown: u64::MAX, terminal: std::io::stderr().is_terminal() }
    }

    /// So many steps are done.
    pub(crate) fn at(&mut self, done: u64) {
        let percent = (done * 100 / self.all).min(100);
        let step = if self.terminal { percent } else { percent / 25 };
        if step == self.shown {
            return;
        }
        self.shown = step;
        let filled = usize::try_from(percent * WIDTH / 100).unwrap_or(0);
        let empty = usize::try_from(WIDTH).unwrap_or(0) - filled;
        let (start, end) = if self.terminal { ("\r", "") } else { ("", "\n") };
        let mut out = std::io::stderr();
        let _ = write!(
            out,
            "{start}{} [{}{}] {percent:3} %{end}",
            self.label,
            "#".repeat(filled),
            "·".repeat(empty)
        );
        let _ = out.flush();
    }

    /// All is done.
    pub(crate) fn end(mut self) {
        self.at(self.all);
        if self.terminal {
            let _ = writeln!(std::io::stderr());
        }
    }
}
