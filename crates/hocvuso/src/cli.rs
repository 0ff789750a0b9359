//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Học Vụ Số: an open platform on which people learn everyday digital skills, prove them, and are counted.
///
/// Without a command it shows a demonstration: it makes an embedded database in ./hocvuso-data, fills it with made-up
/// people, and prints the address to open. `hocvuso serve` is the real thing: it never loads made-up people.
#[derive(Debug, Parser)]
#[command(name = "hocvuso", version, max_term_width = 100)]
pub(crate) struct Cli {
    /// Where to listen.
    #[arg(
        long,
        global = true,
        value_name = "HOST:PORT",
        default_value = "127.0.0.1:8080",
        env = "HOCVUSO_LISTEN"
    )]
    pub(crate) listen: SocketAddr,

    /// The folder of the embedded database and of the signing key. Made when it is not there.
    #[arg(long, global = true, value_name = "DIR", default_value = "hocvuso-data", env = "HOCVUSO_DATA")]
    pub(crate) data: PathBuf,

    /// Keep everything in PostgreSQL instead: postgres://user:password@host/database. The signing key stays in --data.
    #[arg(long, global = true, value_name = "URL", env = "HOCVUSO_DATABASE_URL", hide_env_values = true)]
    pub(crate) database_url: Option<String>,

    /// Scheme and host under which people reach this server, when a proxy with TLS stands in front: `https://hoc.example.vn`.
    /// Cookies are then sent over TLS only, and certificates carry this address.
    #[arg(long, global = true, value_name = "URL", env = "HOCVUSO_PUBLIC_URL")]
    pub(crate) public_url: Option<String>,

    /// Believe the caller's address that the proxy in front tells in X-Forwarded-For.
    #[arg(long, global = true)]
    pub(crate) behind_proxy: bool,

    /// Use the lessons of this folder instead of those built in.
    #[arg(long, global = true, value_name = "DIR", env = "HOCVUSO_CONTENT")]
    pub(crate) content: Option<PathBuf>,

    /// What to log: error, warn, info, debug; or by part, such as warn,store=debug.
    #[arg(long, global = true, value_name = "FILTER", default_value = "warn", env = "HOCVUSO_LOG")]
    pub(crate) log: String,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show a demonstration with made-up people. This is what happens without a command.
    Demo(Demo),
    /// Serve learners. Never loads made-up people; refuses a database that holds some.
    Serve,
    /// Accounts of helpers and officials. Learners need none.
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Lessons, practices and questions.
    Content {
        #[command(subcommand)]
        command: ContentCommand,
    },
    /// Counts all standings and tallies afresh from the record and tells every difference. Exit code 1 when there is one.
    Recount {
        /// Put what was counted in place of what differs, in one transaction.
        #[arg(long)]
        apply: bool,
    },
    /// Write a copy of the embedded database to FILE while the server goes on. Keys are not in it: keep
    /// DIR/signing.key apart. (For PostgreSQL use pg_dump.)
    Backup {
        /// The file to write. It must not exist.
        file: PathBuf,
    },
    /// Put a copy back in place of the embedded database. The server must be stopped; the old database is kept beside it.
    Restore {
        /// The copy.
        file: PathBuf,
    },
    /// Item response theory on plain files, for researchers and for whoever wants to check the tests. Opens no database.
    Irt {
        #[command(subcommand)]
        command: IrtCommand,
    },
    /// Looks over the installation: folder, database, schema, content, key, counts. Exit code 1 when something is wrong.
    Doctor,
}

/// Options of the demonstration.
#[derive(Debug, Clone, Args)]
pub(crate) struct Demo {
    /// How many made-up people to fill an empty database with.
    #[arg(long, value_name = "N", default_value_t = Demo::default().people, value_parser = clap::value_parser!(u32).range(1..=200_000))]
    pub(crate) people: u32,
}

impl Default for Demo {
    fn default() -> Self {
        Self { people: 20_000 }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Add an account, or another role to one. Prints the password once when it makes one.
    Add {
        /// The name to sign in with: a–z, 0–9, dot and hyphen.
        login: String,
        /// helper (notes visits), officer (also sees the people of the unit), leader (sees the people under the figures),
        /// operator.
        #[arg(long, value_name = "ROLE")]
        role: String,
        /// The unit in which the role holds, by id: B00008 (a commune), B01 (a province) or VN. `/units?q=…` finds ids.
        #[arg(long, value_name = "UNIT")]
        unit: String,
        /// The person's name, as those whom they help know them.
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// Read the password from standard input instead of making one.
        #[arg(long)]
        password_stdin: bool,
    },
    /// List accounts and their roles.
    List,
    /// Give an account a new password. Prints it once.
    Password {
        /// The account.
        login: String,
        /// Read the password from standard input instead of making one.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Take an account out of use. What it noted stays.
    Disable {
        /// The account.
        login: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ContentCommand {
    /// Read lessons, practices and questions and tell every fault: file, line, what is wrong, how to mend it. Exit code 1
    /// when there is one.
    Check {
        /// The folder; without it, the content built in.
        folder: Option<PathBuf>,
        /// Say it in English.
        #[arg(long)]
        english: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum IrtCommand {
    /// Estimate items from answers by marginal maximum likelihood (EM; abilities are normal with mean 0 and deviation 1;
    /// logistic metric, D = 1).
    ///
    /// Writes a table to standard output and the line `log-likelihood VALUE` to standard error. Columns: for 1pl, 2pl and 3pl
    /// `item,a,b,c,se_a,se_b`; for grm `item,a,b1,b2,…,se_a,se_b1,se_b2,…`, with as many thresholds as the item of most
    /// scores has. Fields of an item that the answers can't tell are empty, and standard error says why.
    Calibrate {
        /// The curves: 1pl (one slope for all), 2pl, 3pl (the guessing chance has the prior Beta(5, 17), ln a a normal one
        /// of mean 0.12 and deviation 0.63), or grm (graded scores 0, 1, 2, … up to 15).
        #[arg(long, value_enum, default_value = "2pl")]
        model: IrtModel,
        /// The answers as CSV: a header of item ids, then one row a person: 0, 1 (for grm 0, 1, 2, …), or empty where the
        /// item was not given. A first column `person` is passed over.
        answers: PathBuf,
    },
}

/// A family of item curves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum IrtModel {
    /// One slope for all items.
    #[value(name = "1pl")]
    OneParameter,
    /// A slope for each item.
    #[value(name = "2pl")]
    TwoParameter,
    /// And a chance of guessing.
    #[value(name = "3pl")]
    ThreeParameter,
    /// Graded scores.
    #[value(name = "grm")]
    Graded,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_fits_together() {
        Cli::command().debug_assert();
    }
}
