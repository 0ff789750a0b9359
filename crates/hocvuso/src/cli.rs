//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::content;

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

    /// The first line of this file is the passphrase of the signing key. New keys are then sealed under it.
    #[arg(long, global = true, value_name = "FILE", env = "HOCVUSO_KEY_PASSPHRASE_FILE")]
    pub(crate) key_passphrase_file: Option<PathBuf>,

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
    /// Certificates: list them, show one, revoke one.
    Certificate {
        #[command(subcommand)]
        command: CertificateCommand,
    },
    /// The keys that certificates are signed with. See docs/guides/keys.md.
    Keys {
        #[command(subcommand)]
        command: KeysCommand,
    },
    /// Programs that may have credentials issued and verified over HTTP. While there is none, nobody can.
    ApiClient {
        #[command(subcommand)]
        command: ApiClientCommand,
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
    /// The bank of questions and the answers to them, as files for `hocvuso irt` and for whoever wants to check the tests.
    /// No personal data.
    Bank {
        #[command(subcommand)]
        command: BankCommand,
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
        /// keeper (keeps the bank of questions; give it VN as unit), operator.
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
pub(crate) enum CertificateCommand {
    /// List what was issued in a unit, the newest first: number, day of issue, last day, status, profile. No names.
    List {
        /// The unit, by id: B00008 (a commune), B01 (a province) or VN.
        #[arg(long, value_name = "UNIT", default_value = "VN")]
        unit: String,
        /// At most so many.
        #[arg(long, value_name = "N", default_value_t = 100)]
        limit: u32,
    },
    /// Show one with its evidence and what became of it.
    Show {
        /// The number printed beside the QR, or the id.
        number: String,
    },
    /// Revoke one. Whoever scans it then sees the reason; the words are for officials and the holder.
    Revoke {
        /// The number printed beside the QR, or the id.
        number: String,
        /// evidence-voided, wrong-person, against-rules, issued-in-error or holder-asked.
        #[arg(long, value_name = "REASON")]
        reason: String,
        /// What was looked at and seen, in 8 to 500 characters.
        #[arg(long, value_name = "WORDS")]
        words: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum KeysCommand {
    /// List the keys and what became of them.
    List,
    /// Retire the key that signs now and make a new one. What the old one signed holds on.
    #[command(visible_alias = "retire")]
    Rotate,
    /// A key fell into other hands: nothing that it signed is believed any more. The key that signs now is replaced first.
    Revoke {
        /// The key, as `hocvuso keys list` shows it.
        key: String,
        /// Why, for the record.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Seal the key file under the passphrase of --key-passphrase-file.
    Seal,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ApiClientCommand {
    /// Let a program in, or give it another token. Prints the token once.
    Add {
        /// Its name: a–z, 0–9 and hyphen.
        name: String,
        /// Give each credential that it has signed a place in a status list, so that it can be withdrawn.
        #[arg(long)]
        with_status: bool,
    },
    /// List the programs.
    List,
    /// Take a program's right away.
    Remove {
        /// Its name.
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ContentCommand {
    /// Begin a lesson, a practice, a message to judge or a question with a small complete example to change. Writes over nothing.
    New(content::command::New),
    /// Write the content into a folder, to change it there.
    Copy(content::command::Copy),
    /// Read everything and tell every fault: file, line, what is wrong, how to mend it; also what a skill that is demanded lacks, and
    /// what nobody would find. Exit code 1 when there is one. What is hard to read is told and does not fail.
    Check(content::command::Check),
    /// Draw a practice as SVG: its screens and taps, the guided way straight from left to right, wrong turns below.
    Graph(content::command::Graph),
    /// Show a file in the browser while it is being written, in both languages, with what is wrong and, of a practice, its picture. Saved
    /// changes show at once. Opens no database; Ctrl-C ends it.
    Preview(content::command::Preview),
    /// Pack the content into one signed archive (.tar.gz) that another installation imports. The same content, version and date
    /// give the same bytes.
    Pack(content::command::Pack),
    /// Take over a pack: its signature, its files and its content are checked first, then a server uses it from its next start.
    Import(content::command::Import),
    /// Count lessons, practices and questions for each competence of a framework, level by level, and mark what is missing.
    Coverage {
        /// The folder; without it, the content built in.
        folder: Option<PathBuf>,
        /// The framework; without it, the one that the skills speak of.
        #[arg(long, value_name = "ID")]
        framework: Option<String>,
        /// Say it in English.
        #[arg(long)]
        english: bool,
    },
    /// Frameworks: whose competences the skills answer to.
    Framework {
        #[command(subcommand)]
        command: FrameworkCommand,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum FrameworkCommand {
    /// Fill a framework in from a sheet (CSV) and write its file. See docs/guides/fill-in-a-framework.md for the columns. A
    /// sheet with a fault writes nothing.
    Import(FrameworkImport),
}

#[derive(Debug, clap::Args)]
pub(crate) struct FrameworkImport {
    /// The sheet: UTF-8, cells parted by commas or semicolons, the first row names the columns.
    pub(crate) file: PathBuf,
    /// The framework to fill in.
    #[arg(long, value_name = "ID")]
    pub(crate) framework: String,
    /// The version, as the publisher writes it.
    #[arg(long, value_name = "TEXT")]
    pub(crate) version: String,
    /// Where the text is from, in both languages: "tiếng Việt || English".
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: String,
    /// The file to write; without it, DIR/frameworks/ID.txt, which a server reads when it starts.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Write over a file that exists.
    #[arg(long)]
    pub(crate) replace: bool,
    /// Say it in English.
    #[arg(long)]
    pub(crate) english: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BankCommand {
    /// The questions with their parameters, as CSV on standard output: `id,a,b,c,se_b,answers,status,skill`, logistic metric
    /// D = 1. `hocvuso irt score` and `irt next` read it as it is.
    Export {
        /// Another version than the latest.
        #[arg(long, value_name = "N")]
        version: Option<u32>,
    },
    /// The answers, as CSV on standard output: a header `person` and the ids of the questions of the latest version, then one
    /// row an attempt: 1 right, 0 wrong, empty where it was not asked. `person` counts the rows; nothing says who it was.
    /// `hocvuso irt calibrate` reads it as it is.
    Responses,
}

#[derive(Debug, Subcommand)]
pub(crate) enum IrtCommand {
    /// Estimate abilities from answers: the mean of the posterior (EAP) on 81 points from -6 to 6 with the prior N(0, 1), logistic
    /// metric, D = 1.
    ///
    /// Writes `person,theta,se` to standard output, one row a person in the order of the file; `se` is the standard deviation of the
    /// posterior.
    Score {
        /// The items as CSV with the columns `id,a,b,c`, in any order; others are ignored, and without `c` nothing is guessed.
        #[arg(long, value_name = "FILE")]
        bank: PathBuf,
        /// The answers as CSV: a header of item ids, then one row a person: 1 right, 0 wrong, empty where the item was not given.
        /// A person is called by the number of the row from 1, or by the first column when it is named `person`.
        #[arg(long, value_name = "FILE")]
        answers: PathBuf,
    },
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
    /// Tell which item to ask next: the one with the greatest information at the ability (EAP) that the answers show, of those not
    /// given yet; of equal ones the one earlier in the bank. Writes its id to standard output.
    Next {
        /// The items as CSV, as for `score`.
        #[arg(long, value_name = "FILE")]
        bank: PathBuf,
        /// The answers so far as CSV, as for `score`, one row. Without it nothing was asked yet.
        #[arg(long, value_name = "FILE")]
        given: Option<PathBuf>,
    },
    /// Let made-up people take tests, and tell how well their abilities are found and how evenly items are shown.
    ///
    /// Without --rule, --least, --length, --se and --cut it runs four tests by which engines are compared: plain with 20 items; plain until SE <=
    /// 0.30; all rules with 30 items; all rules with 10 to 40 items until the side of the cut 0 is clear (probability
    /// outside 0.05-0.95). The same options give the same figures on every machine.
    Simulate(Simulate),
}

/// Options of a simulation.
#[derive(Debug, Clone, Args)]
pub(crate) struct Simulate {
    /// How many items the made-up bank has. ln a is N(0.2, 0.3), b N(0, 1), and for 3pl c N(0.2, 0.03).
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = whole_from_to::<5, 20_000>)]
    pub(crate) items: usize,
    /// The model of the made-up bank.
    #[arg(long, value_enum, default_value = "2pl")]
    pub(crate) model: IrtKind,
    /// Take the items of this file instead, as for `score`. A column `content` says what each asks about; without it the items belong to
    /// six contents in turn.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["items", "model"])]
    pub(crate) bank: Option<PathBuf>,
    /// How many people, their abilities N(0, 1).
    #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub(crate) people: u32,
    /// plain: always the most informative item. all: quotas for each content, the progressive method, and no item in more than 20 % of tests, or 30 %
    /// of tests at equal ability. [default: plain]
    #[arg(long, value_enum)]
    pub(crate) rule: Option<IrtRule>,
    /// At least so many items.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=500))]
    pub(crate) least: Option<u16>,
    /// So many items; with --se or --cut, at most so many.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=500))]
    pub(crate) length: Option<u16>,
    /// Stop when the standard error is no greater.
    #[arg(long, value_name = "X", value_parser = number_from_to::<0, 6>)]
    pub(crate) se: Option<f64>,
    /// Stop when it is clear on which side of this ability a person is. Without it sides are counted at 0.
    #[arg(long, value_name = "X", allow_negative_numbers = true, value_parser = number_from_to::<-6, 6>)]
    pub(crate) cut: Option<f64>,
    /// Chance.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Write JSON: `items`, `bank`, `people`, `seed`, and for each of `scenarios` its `name`, `rmse`, `bias`, `mean_length`, `se_over_rmse`,
    /// `coverage_95`, `right_at_cut`, `exposure_max`, `exposure_max_at_equal_ability`, `overlap`, `overlap_at_equal_ability`,
    /// `bank_used`, `quota_violations`.
    #[arg(long)]
    pub(crate) json: bool,
}

fn whole_from_to<const LEAST: usize, const MOST: usize>(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| (LEAST..=MOST).contains(number));
    number.ok_or_else(|| format!("write a whole number from {LEAST} to {MOST}"))
}

fn number_from_to<const LEAST: i32, const MOST: i32>(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (f64::from(LEAST)..=f64::from(MOST)).contains(number));
    number.ok_or_else(|| format!("write a number from {LEAST} to {MOST}"))
}

/// The model of a made-up bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum IrtKind {
    /// Nothing is guessed.
    #[value(name = "2pl")]
    TwoParameter,
    /// With a chance of guessing.
    #[value(name = "3pl")]
    ThreeParameter,
}

/// How a simulated test chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum IrtRule {
    /// Always the most informative item.
    Plain,
    /// Quotas, the progressive method and caps on exposure.
    All,
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
