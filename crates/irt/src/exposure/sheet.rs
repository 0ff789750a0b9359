//! Which items a test may show, drawn at its beginning.

use super::STRATA;
use crate::places::Places;

/// The form of the bytes.
const VERSION: u8 = 1;
/// More items than any bank has: what bytes from outside may ask memory for.
const ITEMS_MAX: usize = 1_000_000;
/// How a stratum is written: as before, as the closed places, or as one bit a place.
const AS_BEFORE: u8 = 0;
const AS_LIST: u8 = 1;
const AS_BITS: u8 = 2;

/// Which items of a bank are eligible for one test, in each stratum of ability.
///
/// ```
/// use irt::exposure::Sheet;
/// let sheet = Sheet::open(1_000);
/// assert_eq!(Sheet::from_bytes(&sheet.to_bytes()), Ok(sheet));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    items: usize,
    strata: Vec<Places>,
}

/// Why bytes are no sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Written by a later program.
    #[error("a sheet of version {0}; this program reads version 1")]
    Version(u8),
    /// The bytes end too early, go on too long or say what cannot be.
    #[error("the sheet is damaged at byte {0}")]
    Damaged(usize),
}

impl Sheet {
    /// Every item of a bank of so many is eligible.
    #[must_use]
    pub fn open(items: usize) -> Self {
        Self { items, strata: vec![Places::all(items); STRATA] }
    }

    pub(super) fn new(items: usize, strata: Vec<Places>) -> Self {
        Self { items, strata }
    }

    /// How many items the bank has.
    #[must_use]
    pub fn items(&self) -> usize {
        self.items
    }

    /// Whether an item is eligible in a stratum.
    #[must_use]
    pub fn has(&self, stratum: usize, place: usize) -> bool {
        self.eligible(stratum).has(place)
    }

    pub(crate) fn eligible(&self, stratum: usize) -> &Places {
        &self.strata[stratum.min(STRATA - 1)]
    }

    /// The sheet in few bytes, to be kept with the test: some hundred for 1,000 items.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        put_number(&mut bytes, self.items);
        let all = Places::all(self.items);
        let mut before = &all;
        for places in &self.strata {
            if places == before {
                bytes.push(AS_BEFORE);
            } else {
                bytes.extend(shorter(as_list(places, self.items), as_bits(places, self.items)));
            }
            before = places;
        }
        bytes
    }

    /// Reads a sheet.
    ///
    /// # Errors
    /// When the bytes are of a later version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SheetError> {
        let mut reader = Reader { bytes, at: 0 };
        match reader.byte()? {
            VERSION => {}
            version => return Err(SheetError::Version(version)),
        }
        let items = reader.number()?;
        if items > ITEMS_MAX {
            return Err(SheetError::Damaged(reader.at));
        }
        let mut strata: Vec<Places> = Vec::with_capacity(STRATA);
        for _ in 0..STRATA {
            let places = reader.stratum(items, strata.last())?;
            strata.push(places);
        }
        if reader.at == bytes.len() {
            Ok(Self { items, strata })
        } else {
            Err(SheetError::Damaged(reader.at))
        }
    }
}

fn shorter(one: Vec<u8>, other: Vec<u8>) -> Vec<u8> {
    if one.len() <= other.len() { one } else { other }
}

/// How many places are closed, and how far each is from the one before.
fn as_list(places: &Places, items: usize) -> Vec<u8> {
    let closed: Vec<usize> = (0..items).filter(|place| !places.has(*place)).collect();
    let mut bytes = vec![AS_LIST];
    put_number(&mut bytes, closed.len());
    let mut next = 0;
    for place in closed {
        put_number(&mut bytes, place - next);
        next = place + 1;
    }
    bytes
}

fn as_bits(places: &Places, items: usize) -> Vec<u8> {
    let mut bytes = vec![AS_BITS];
    bytes.extend(places.words().iter().flat_map(|word| word.to_le_bytes()).take(items.div_ceil(8)));
    bytes
}

/// Seven bits a byte, the lowest first, the eighth bit saying that more follow (LEB128).
fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Reader<'_> {
    fn damaged<T>(&self) -> Result<T, SheetError> {
        Err(SheetError::Damaged(self.at))
    }

    fn byte(&mut self) -> Result<u8, SheetError> {
        let Some(byte) = self.bytes.get(self.at) else { return self.damaged() };
        self.at += 1;
        Ok(*byte)
    }

    fn number(&mut self) -> Result<usize, SheetError> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        self.damaged()
    }

    fn stratum(&mut self, items: usize, before: Option<&Places>) -> Result<Places, SheetError> {
        match self.byte()? {
            AS_BEFORE => Ok(before.cloned().unwrap_or_else(|| Places::all(items))),
            AS_LIST => self.list(items),
            AS_BITS => self.bits(items),
            _ => self.damaged(),
        }
    }

    fn list(&mut self, items: usize) -> Result<Places, SheetError> {
        let mut places = Places::all(items);
        let mut next = 0;
        for _ in 0..self.number()? {
            let place = next + self.number()?;
            if place >= items {
                return self.damaged();
            }
            places.take(place);
            next = place + 1;
        }
        Ok(places)
    }

    fn bits(&mut self, items: usize) -> Result<Places, SheetError> {
        let mut places = Places::none(items);
        for first in (0..items).step_by(8) {
            let byte = self.byte()?;
            for place in (first..first + 8).filter(|place| byte >> (place - first) & 1 == 1) {
                if place >= items {
                    return self.damaged();
                }
                places.put(place);
            }
        }
        Ok(places)
    }
}
