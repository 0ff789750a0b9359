//! What came of it (1.0.3: Data 2.4.5 "Result").

use serde_json::Value;

use crate::read::{Fields, Path, boolean, number, string};
use crate::word::duration;
use crate::write::{self, Writer};
use crate::{Extensions, Invalid, Problem, extensions};

/// What came of an act; the standard calls it a result.
///
/// ```
/// use xapi::{Outcome, Score, duration_of_ms};
///
/// let outcome = Outcome {
///     score: Some(Score { raw: Some(17.0), min: Some(0.0), max: Some(20.0), scaled: Some(0.85) }),
///     success: Some(true),
///     duration: Some(duration_of_ms(754_250)),
///     ..Outcome::default()
/// };
/// assert_eq!(outcome.duration.as_deref(), Some("PT754.25S"));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// How well it went.
    pub score: Option<Score>,
    /// Whether it was right, or passed.
    pub success: Option<bool>,
    /// Whether it was carried to its end.
    pub completion: Option<bool>,
    /// What was answered, in the form of the interaction.
    pub response: Option<String>,
    /// An ISO 8601 duration; see [`duration_of_ms`].
    pub duration: Option<String>,
    /// What else there is to say.
    pub extensions: Extensions,
}

/// How well it went. A number that is not finite is left out in writing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// The share reached, -1 to 1.
    pub scaled: Option<f64>,
    /// What was reached, `min` to `max`.
    pub raw: Option<f64>,
    /// The least that can be reached, under `max`.
    pub min: Option<f64>,
    /// The most that can be reached.
    pub max: Option<f64>,
}

/// An ISO 8601 duration in seconds with the two decimals the standard compares (1.0.3: Data 4.6), the rest cut off.
///
/// ```
/// assert_eq!(xapi::duration_of_ms(61_000), "PT61S");
/// assert_eq!(xapi::duration_of_ms(1_509), "PT1.5S");
/// ```
pub fn duration_of_ms(ms: u64) -> String {
    let (seconds, hundredths) = (ms / 1000, ms % 1000 / 10);
    let fraction = format!(".{hundredths:02}");
    format!("PT{seconds}{}S", fraction.trim_end_matches('0').trim_end_matches('.'))
}

impl Outcome {
    pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let outcome = Self {
            score: fields.optional("score", Score::read)?,
            success: fields.optional("success", boolean)?,
            completion: fields.optional("completion", boolean)?,
            response: fields.optional("response", string)?,
            duration: fields.optional("duration", duration)?,
            extensions: fields.or_empty("extensions", extensions::read)?,
        };
        fields.finish()?;
        Ok(outcome)
    }

    pub(crate) fn to_value(&self) -> Value {
        Writer::default()
            .maybe("score", self.score.map(Score::to_value))
            .maybe("success", self.success)
            .maybe("completion", self.completion)
            .text("response", self.response.as_ref())
            .text("duration", self.duration.as_ref())
            .map("extensions", &self.extensions)
            .done()
    }
}

impl Score {
    fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let score = Self {
            scaled: fields.optional("scaled", |value, path| within(value, path, -1.0, 1.0))?,
            min: fields.optional("min", number)?,
            max: fields.optional("max", number)?,
            raw: fields.optional("raw", number)?,
        };
        fields.finish()?;
        score.check(path)?;
        Ok(score)
    }

    /// `min < max`, and `raw` between them, as far as they are given.
    fn check(&self, path: &Path<'_>) -> Result<(), Invalid> {
        let (min, max) = (self.min.unwrap_or(f64::NEG_INFINITY), self.max.unwrap_or(f64::INFINITY));
        if min >= max {
            return Err(path.invalid(Problem::EmptyRange { min, max }));
        }
        match self.raw {
            Some(value) if value < min || value > max => {
                Err(Path::Key(path, "raw").invalid(Problem::OutOfRange { value, min, max }))
            }
            _ => Ok(()),
        }
    }

    fn to_value(self) -> Value {
        Writer::default()
            .maybe("scaled", write::number(self.scaled))
            .maybe("raw", write::number(self.raw))
            .maybe("min", write::number(self.min))
            .maybe("max", write::number(self.max))
            .done()
    }
}

fn within(value: Value, path: &Path<'_>, min: f64, max: f64) -> Result<f64, Invalid> {
    let value = number(value, path)?;
    if (min..=max).contains(&value) {
        return Ok(value);
    }
    Err(path.invalid(Problem::OutOfRange { value, min, max }))
}
