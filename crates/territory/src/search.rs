//! Finding a unit by what people type: without marks, with or without the kind, with or without the province,
//! and by the name it bore when they learnt it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::civil::Date;

use crate::fold::{fold, key, spelling};
use crate::{Alias, Heirs, Level, Territory, Unit};

/// How well a name fits what was typed; the best sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// The whole name was typed, perhaps with its kind before and its province behind.
    Exact,
    /// The name begins with it.
    Prefix,
    /// A later word of the name begins with it.
    WordPrefix,
    /// The name contains it; asked of two letters and more.
    Contains,
}

/// A unit that fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The unit, as it was when it bore the name.
    pub unit: &'a Unit,
    /// How well the name fits.
    pub rank: Rank,
    /// Where its territory is on the day asked about, when the row had ended by then; none while it holds.
    pub ended: Option<Heirs>,
}

/// The folded names of all rows, in one text.
#[derive(Debug)]
pub(crate) struct Index {
    keys: String,
    /// One for each unit at the unit's place, then one for each alias and row of its unit.
    names: Vec<Name>,
    kinds: Vec<Kind>,
}

#[derive(Debug)]
struct Name {
    /// In `Index::keys`.
    key: Range<u32>,
    /// Place in the units.
    unit: u32,
    /// Place in `Index::kinds`.
    kind: u32,
}

/// A kind as it is typed: `thanh pho` or `tp`.
#[derive(Debug)]
struct Kind {
    word: String,
    initials: String,
}

/// What hits are sorted by, in this order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Order<'a> {
    rank: Rank,
    has_ended: bool,
    is_spelt_otherwise: bool,
    level: Level,
    length: usize,
    key: &'a str,
    unit: u32,
}

/// What was typed, prepared once.
struct Query {
    key: String,
    /// The spelling with marks, when marks were typed.
    spelling: Option<String>,
    /// For each kind, what stands behind it when the query begins with it.
    behind_kind: Vec<Option<Range<usize>>>,
}

impl Territory {
    /// The units of that day that fit what was typed, best first: by rank, names spelt with just these marks,
    /// higher levels, shorter names, the alphabet.
    ///
    /// Understands names without marks ("nghia do"), with the kind or its initials ("phường nghĩa đô", "p. nghĩa
    /// đô", "tp hà nội") and with the units above ("nghia do, ha noi").
    pub fn search(&self, query: &str, on: Date, limit: usize) -> Vec<Hit<'_>> {
        self.search_where(query, limit, on, |unit| unit.is_valid_on(on))
    }

    /// As [`Territory::search`], and also the units that had ended by that day: people type the commune they grew
    /// up in. Among equal ranks the living come first; a unit that lives under another row is given once.
    pub fn search_with_past(&self, query: &str, on: Date, limit: usize) -> Vec<Hit<'_>> {
        self.search_where(query, limit, on, |unit| unit.valid_from.is_none_or(|from| from <= on))
    }

    fn search_where(
        &self,
        query: &str,
        limit: usize,
        on: Date,
        is_asked: impl Fn(&Unit) -> bool,
    ) -> Vec<Hit<'_>> {
        let query = self.index.query(query);
        if query.key.is_empty() {
            return Vec::new();
        }
        let names = self.index.names.iter().filter(|name| is_asked(&self.units[name.unit as usize]));
        let ranked = names.filter_map(|name| Some((self.rank(&query, name)?, name)));
        let mut found: Vec<_> = ranked.map(|(rank, name)| self.order(&query, rank, name, on)).collect();
        found.sort_unstable();

        let mut seen = BTreeSet::new();
        let distinct = found.into_iter().filter(|order| seen.insert(self.units[order.unit as usize].id));
        distinct.take(limit).map(|order| self.hit(&order, on)).collect()
    }

    fn hit(&self, order: &Order<'_>, on: Date) -> Hit<'_> {
        let unit = &self.units[order.unit as usize];
        Hit { unit, rank: order.rank, ended: order.has_ended.then(|| self.heirs(unit.id, on)) }
    }

    fn order<'a>(&'a self, query: &Query, rank: Rank, name: &Name, on: Date) -> Order<'a> {
        let unit = &self.units[name.unit as usize];
        let key = self.index.key(name);
        Order {
            rank,
            has_ended: unit.has_ended_by(on),
            is_spelt_otherwise: query.is_spelt_otherwise(&unit.name),
            level: unit.level(),
            length: key.len(),
            key,
            unit: name.unit,
        }
    }

    fn rank(&self, query: &Query, name: &Name) -> Option<Rank> {
        let behind_kind = query.behind_kind[name.kind as usize].clone();
        let readings = [Some(query.key.as_str()), behind_kind.map(|range| &query.key[range])];
        readings.into_iter().flatten().filter_map(|typed| self.rank_reading(typed, name)).min()
    }

    fn rank_reading(&self, typed: &str, name: &Name) -> Option<Rank> {
        let key = self.index.key(name);
        if let Some(behind_name) = typed.strip_prefix(key) {
            let fits = match behind_name.strip_prefix(' ') {
                Some(place) => self.lies_in(name.unit, place),
                None => behind_name.is_empty(),
            };
            return fits.then_some(Rank::Exact);
        }
        rank_part(typed, key)
    }

    /// Whether the units above, nearest first, are what was typed behind the name; the last may be half typed.
    fn lies_in(&self, unit: u32, mut place: &str) -> bool {
        let unit = &self.units[unit as usize];
        for above in self.ancestors(unit.id, unit.a_day()) {
            let found = self
                .units
                .binary_search_by_key(&(above.id, above.valid_from), |unit| (unit.id, unit.valid_from));
            let name = &self.index.names[found.expect("a unit above is one of the units")];
            let kind = &self.index.kinds[name.kind as usize];
            let key = self.index.key(name);
            let writings =
                [key.to_owned(), format!("{} {key}", kind.word), format!("{} {key}", kind.initials)];
            if writings.iter().any(|writing| writing.starts_with(place)) {
                return true;
            }
            let rest = |writing: &String| place.strip_prefix(writing.as_str())?.strip_prefix(' ');
            place = writings.iter().find_map(rest).unwrap_or(place);
        }
        false
    }
}

/// How a name that is not typed in full contains what is.
fn rank_part(typed: &str, key: &str) -> Option<Rank> {
    let first = key.find(typed)?;
    if first == 0 {
        return Some(Rank::Prefix);
    }
    if key.match_indices(typed).any(|(at, _)| key[..at].ends_with(' ')) {
        return Some(Rank::WordPrefix);
    }
    (typed.len() > 1).then_some(Rank::Contains)
}

impl Index {
    /// Indexes units and aliases; the units keep their places.
    pub(crate) fn new(units: &[Unit], aliases: &[Alias]) -> Self {
        let mut index =
            Self { keys: String::new(), names: Vec::with_capacity(units.len()), kinds: Vec::new() };
        let mut kinds = BTreeMap::new();
        for (place, unit) in (0..).zip(units) {
            let kind = *kinds.entry(&*unit.kind).or_insert_with(|| index.add_kind(&unit.kind));
            index.add_name(&unit.name, place, kind);
        }
        for alias in aliases {
            let first = units.partition_point(|unit| unit.id < alias.id);
            for place in (first..units.len()).take_while(|place| units[*place].id == alias.id) {
                index.add_name(&alias.alias, place_in_u32(place), index.names[place].kind);
            }
        }
        index.keys.shrink_to_fit();
        index.names.shrink_to_fit();
        index
    }

    fn add_kind(&mut self, kind: &str) -> u32 {
        let word = fold(kind);
        let initials = word.split(' ').filter_map(|word| word.chars().next()).collect();
        self.kinds.push(Kind { word, initials });
        place_in_u32(self.kinds.len() - 1)
    }

    fn add_name(&mut self, name: &str, unit: u32, kind: u32) {
        let start = place_in_u32(self.keys.len());
        self.keys.push_str(&key(name));
        self.names.push(Name { key: start..place_in_u32(self.keys.len()), unit, kind });
    }

    fn key(&self, name: &Name) -> &str {
        &self.keys[name.key.start as usize..name.key.end as usize]
    }

    fn query(&self, typed: &str) -> Query {
        let key = key(typed);
        let behind_kind = self.kinds.iter().map(|kind| kind.behind(&key)).collect();
        let spelling = spelling(typed);
        let has_marks = !spelling.is_ascii();
        Query { key, spelling: has_marks.then_some(spelling), behind_kind }
    }
}

impl Kind {
    /// What stands in the query behind this kind.
    fn behind(&self, query: &str) -> Option<Range<usize>> {
        let kinds = [&self.word, &self.initials].into_iter().filter(|kind| !kind.is_empty());
        let mut behind = kinds.filter_map(|kind| query.strip_prefix(kind.as_str())?.strip_prefix(' '));
        behind.next().map(|rest| query.len() - rest.len()..query.len())
    }
}

impl Query {
    /// Whether marks were typed that the name does not bear: it neither stands in the query nor begins with it.
    fn is_spelt_otherwise(&self, name: &str) -> bool {
        self.spelling.as_ref().is_some_and(|typed| {
            let name = format!(" {} ", spelling(name));
            !format!(" {typed} ").contains(&name) && !name.contains(&format!(" {typed}"))
        })
    }
}

fn place_in_u32(place: usize) -> u32 {
    u32::try_from(place).expect("registers stay far below four thousand million rows")
}
