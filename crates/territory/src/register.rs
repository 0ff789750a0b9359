//! Reading the registers: comma-separated text with a header, as described in `data/territory/README.md`.
//!
//! Columns are found by name, so their order is free and further columns are ignored. A row is judged here by
//! itself; how rows fit together is judged by [`crate::Territory::new`].

use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::Arc;

use csv::StringRecord;

use crate::{Level, LoadError, Problem, Register, Succession, SuccessionKind, Unit, UnitId};

/// Another official spelling of a unit's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The unit.
    pub id: UnitId,
    /// The name without the kind.
    pub alias: Box<str>,
    /// Who spells it so.
    pub source: Arc<str>,
}

/// What a population figure counts. The two must not be mixed in one sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// The statistics office's average of the year (`nso_avg`): the one to divide by.
    NsoAvg,
    /// "Quy mô dân số" of the resolutions that drew the units (`admin_scale`), higher by an eighth.
    AdminScale,
}

impl Measure {
    /// The word of the register.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NsoAvg => "nso_avg",
            Self::AdminScale => "admin_scale",
        }
    }

    /// The measure that a word of the register names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::NsoAvg, Self::AdminScale].into_iter().find(|measure| measure.as_str() == word)
    }
}

/// How well a population figure is founded; the best sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quality {
    /// `a`: from the issuer itself.
    Best,
    /// `b`: second-hand.
    Fair,
    /// `c`: weak.
    Weak,
}

impl Quality {
    /// The letter of the register.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Best => "a",
            Self::Fair => "b",
            Self::Weak => "c",
        }
    }

    /// The quality that a letter of the register names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Best, Self::Fair, Self::Weak].into_iter().find(|quality| quality.as_str() == word)
    }
}

/// A row of the register of populations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    /// The unit.
    pub id: UnitId,
    /// The year, month or day it is about, as far as the source tells: `2024`, `2025-07`, `2025-06-12`.
    pub as_of: Box<str>,
    /// What is counted.
    pub measure: Measure,
    /// Persons.
    pub population: u64,
    /// The key of the source in `sources.csv`.
    pub source: Arc<str>,
    /// How well it is founded.
    pub quality: Quality,
}

/// Reads the register of units: `id, code, level, kind, name, parent, valid_from, valid_to`.
///
/// # Errors
/// When a column is missing, a field cannot be read, or code or level contradict the id.
///
/// ```
/// let units = territory::read_units("id,code,level,kind,name,parent,valid_from,valid_to\nVN,,country,,Việt Nam,,,\n");
/// assert_eq!(units.unwrap()[0].full_name(), "Việt Nam");
/// ```
pub fn read_units(csv: &str) -> Result<Vec<Unit>, LoadError> {
    const COLUMNS: [&str; 8] = ["id", "code", "level", "kind", "name", "parent", "valid_from", "valid_to"];
    let mut kinds = Interner::default();
    read(Register::Units, csv, COLUMNS, |[id, code, level, kind, name, parent, from, to]| {
        let id: UnitId = id.parsed()?;
        if code.text != id.code() {
            return Err(Problem::ContradictsId { column: "code", id });
        }
        if level.parsed::<Level>()? != id.level() {
            return Err(Problem::ContradictsId { column: "level", id });
        }
        Ok(Unit {
            id,
            kind: kinds.shared(kind.text),
            name: name.filled()?.into(),
            parent: parent.optional()?,
            valid_from: from.optional()?,
            valid_to: to.optional()?,
        })
    })
}

/// Reads the register of successions: `pred, succ, kind, pop_share, area_share, note`.
///
/// # Errors
/// When a column is missing or a field cannot be read.
pub fn read_successions(csv: &str) -> Result<Vec<Succession>, LoadError> {
    const COLUMNS: [&str; 6] = ["pred", "succ", "kind", "pop_share", "area_share", "note"];
    let mut notes = Interner::default();
    read(Register::Successions, csv, COLUMNS, |[pred, succ, kind, pop_share, area_share, note]| {
        Ok(Succession {
            pred: pred.parsed()?,
            succ: succ.optional()?,
            kind: kind.one_of(SuccessionKind::from_word)?,
            pop_share: pop_share.optional()?,
            area_share: area_share.optional()?,
            note: notes.shared(note.text),
        })
    })
}

/// Reads the register of aliases: `id, alias, source`.
///
/// # Errors
/// When a column is missing or a field cannot be read.
pub fn read_aliases(csv: &str) -> Result<Vec<Alias>, LoadError> {
    let mut sources = Interner::default();
    read(Register::Aliases, csv, ["id", "alias", "source"], |[id, alias, source]| {
        let source = sources.shared(source.text);
        Ok(Alias { id: id.parsed()?, alias: alias.filled()?.into(), source })
    })
}

/// Reads the register of populations: `id, as_of, measure, population, source, quality`.
///
/// # Errors
/// When a column is missing or a field cannot be read.
pub fn read_populations(csv: &str) -> Result<Vec<Population>, LoadError> {
    const COLUMNS: [&str; 6] = ["id", "as_of", "measure", "population", "source", "quality"];
    let mut sources = Interner::default();
    read(Register::Populations, csv, COLUMNS, |[id, as_of, measure, population, source, quality]| {
        Ok(Population {
            id: id.parsed()?,
            as_of: as_of.day_or_longer()?.into(),
            measure: measure.one_of(Measure::from_word)?,
            population: population.parsed()?,
            source: sources.shared(source.filled()?),
            quality: quality.one_of(Quality::from_word)?,
        })
    })
}

/// Reads every row by handing the fields of the named columns, in that order, to `row`.
fn read<const N: usize, Row>(
    file: Register,
    csv: &str,
    columns: [&'static str; N],
    mut row: impl FnMut([Field<'_>; N]) -> Result<Row, Problem>,
) -> Result<Vec<Row>, LoadError> {
    let at = |line, problem| LoadError { file, line, problem };
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().map_err(|error| not_a_table(file, &error))?;
    let places = places(header, columns).map_err(|problem| at(1, problem))?;

    let mut rows = Vec::with_capacity(csv.len() / 64);
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| not_a_table(file, &error))? {
        let line = record.position().map_or(0, csv::Position::line);
        let fields = std::array::from_fn(|i| Field { column: columns[i], text: &record[places[i]] });
        rows.push(row(fields).map_err(|problem| at(line, problem))?);
    }
    rows.shrink_to_fit();
    Ok(rows)
}

fn places<const N: usize>(header: &StringRecord, columns: [&'static str; N]) -> Result<[usize; N], Problem> {
    let mut places = [0; N];
    for (place, column) in places.iter_mut().zip(columns) {
        *place = header.iter().position(|name| name == column).ok_or(Problem::NoColumn(column))?;
    }
    Ok(places)
}

fn not_a_table(file: Register, error: &csv::Error) -> LoadError {
    let line = error.position().map_or(1, csv::Position::line);
    LoadError { file, line, problem: Problem::NotATable(error.to_string()) }
}

#[derive(Clone, Copy)]
struct Field<'a> {
    column: &'static str,
    text: &'a str,
}

impl<'a> Field<'a> {
    fn unreadable(self, reason: &str) -> Problem {
        Problem::Unreadable { column: self.column, reason: reason.to_owned() }
    }

    fn parsed<T: FromStr<Err: std::fmt::Display>>(self) -> Result<T, Problem> {
        self.text.parse().map_err(|error| self.unreadable(&format!("“{}”: {error}", self.text)))
    }

    fn optional<T: FromStr<Err: std::fmt::Display>>(self) -> Result<Option<T>, Problem> {
        if self.text.is_empty() { Ok(None) } else { self.parsed().map(Some) }
    }

    fn filled(self) -> Result<&'a str, Problem> {
        if self.text.trim().is_empty() { Err(self.unreadable("is empty")) } else { Ok(self.text) }
    }

    fn one_of<T>(self, from_word: impl Fn(&str) -> Option<T>) -> Result<T, Problem> {
        from_word(self.text)
            .ok_or_else(|| self.unreadable(&format!("“{}” is none of the known words", self.text)))
    }

    /// A year, a month or a day: the text itself once a day can be made of it.
    fn day_or_longer(self) -> Result<&'a str, Problem> {
        let day = match self.text.len() {
            4 => format!("{}-01-01", self.text),
            7 => format!("{}-01", self.text),
            _ => self.text.to_owned(),
        };
        match day.parse::<jiff::civil::Date>() {
            Ok(_) => Ok(self.text),
            Err(_) => Err(self.unreadable(&format!("“{}” is no year, month or day", self.text))),
        }
    }
}

/// Keeps one copy of each text that stands in many rows.
#[derive(Default)]
pub(crate) struct Interner(BTreeSet<Arc<str>>);

impl Interner {
    pub(crate) fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let new: Arc<str> = text.into();
        self.0.insert(new.clone());
        new
    }
}
