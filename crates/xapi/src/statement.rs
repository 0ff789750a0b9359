//! The statement itself (1.0.3: Data 2 "Statements").

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Serialize, Serializer};
use serde_json::Value;
use uuid::Uuid;

use crate::object::check_context;
use crate::read::{Fields, Path, list};
use crate::word::{timestamp, uuid, version};
use crate::write::{self, Writer};
use crate::{Actor, Attachment, Context, Invalid, Object, Outcome, Problem, VOIDED, Verb};

/// "Someone did something to something": a sentence about learning that other systems can read.
///
/// ```
/// use xapi::{Agent, Outcome, Statement};
///
/// let said = Statement::new(
///     "0193a5b0-0000-7000-8000-000000000001".parse().unwrap(),
///     Agent::account("https://hocvuso.example.vn", "an"),
///     "http://adlnet.gov/expapi/verbs/completed",
///     "https://hocvuso.example.vn/lessons/otp",
///     "2026-11-22T15:00:00+07:00".parse().unwrap(),
/// )
/// .with_result(Outcome { completion: Some(true), ..Outcome::default() });
///
/// let json = said.to_json();
/// assert!(json.contains(r#""timestamp":"2026-11-22T08:00:00.000Z""#));
/// assert_eq!(Statement::parse(&json), Ok(said));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Which statement; given by the sender, else by the store.
    pub id: Option<Uuid>,
    /// Who.
    pub actor: Actor,
    /// Did what.
    pub verb: Verb,
    /// To what.
    pub object: Object,
    /// With what outcome.
    pub result: Option<Outcome>,
    /// In what context.
    pub context: Option<Context>,
    /// When it happened. Written with milliseconds, in UTC.
    pub timestamp: Option<Timestamp>,
    /// When it came into the store; set by the store.
    pub stored: Option<Timestamp>,
    /// Who vouches for it; set by the store.
    pub authority: Option<Actor>,
    /// `1.0.x` or `2.0.x`; set by the store where the sender left it out.
    pub version: Option<String>,
    /// With what files, in no order.
    pub attachments: Vec<Attachment>,
}

impl Statement {
    /// A statement about an activity, with nothing else said yet.
    pub fn new(
        id: Uuid,
        actor: impl Into<Actor>,
        verb_iri: impl Into<String>,
        activity_iri: impl Into<String>,
        timestamp: Timestamp,
    ) -> Self {
        Self {
            id: Some(id),
            actor: actor.into(),
            verb: Verb::new(verb_iri),
            object: Object::activity(activity_iri),
            result: None,
            context: None,
            timestamp: Some(timestamp),
            stored: None,
            authority: None,
            version: None,
            attachments: Vec::new(),
        }
    }

    /// The same statement about another object.
    #[must_use]
    pub fn with_object(self, object: Object) -> Self {
        Self { object, ..self }
    }

    /// The same statement with an outcome.
    #[must_use]
    pub fn with_result(self, outcome: Outcome) -> Self {
        Self { result: Some(outcome), ..self }
    }

    /// The same statement in a context.
    #[must_use]
    pub fn with_context(self, context: Context) -> Self {
        Self { context: Some(context), ..self }
    }

    /// The statement as a store keeps it; a version already given stays (1.0.3: Data 2.4.10).
    #[must_use]
    pub fn received(self, stored: Timestamp, authority: impl Into<Actor>) -> Self {
        let version = self.version.or_else(|| Some("2.0.0".to_owned()));
        let timestamp = self.timestamp.or(Some(stored));
        Self { stored: Some(stored), authority: Some(authority.into()), version, timestamp, ..self }
    }

    /// An extension of the context, by its IRI.
    pub fn extension(&self, iri: &str) -> Option<&Value> {
        self.context.as_ref()?.extensions.get(iri)
    }

    /// The statement this one takes back, if that is what it does.
    pub fn voids(&self) -> Option<Uuid> {
        match self.object {
            Object::StatementRef(id) if self.verb.id == VOIDED => Some(id),
            _ => None,
        }
    }

    /// Compact JSON, properties in alphabetical order; what is absent or empty is left out.
    pub fn to_json(&self) -> String {
        self.to_value().to_string()
    }

    /// What [`Statement::to_json`] writes, as a value.
    pub fn to_value(&self) -> Value {
        Writer::default()
            .maybe("id", self.id.map(|id| id.to_string()))
            .put("actor", self.actor.to_value())
            .put("verb", self.verb.to_value())
            .put("object", self.object.to_value())
            .maybe("result", self.result.as_ref().map(Outcome::to_value))
            .maybe("context", self.context.as_ref().map(Context::to_value))
            .maybe("timestamp", self.timestamp.map(write::instant))
            .maybe("stored", self.stored.map(write::instant))
            .maybe("authority", self.authority.as_ref().map(Actor::to_value))
            .text("version", self.version.as_ref())
            .list("attachments", &self.attachments, Attachment::to_value)
            .done()
    }

    /// Reads one statement.
    ///
    /// # Errors
    /// When the text breaks a demand of the standard; the first fault found is told.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::from_value(json(text)?)
    }

    /// Reads one statement, or an array of them, as a sender posts.
    ///
    /// # Errors
    /// The position of the first refused statement and why; two with the same id are refused at the second.
    pub fn parse_many(text: &str) -> Result<Vec<Self>, (usize, Invalid)> {
        let values = match json(text).map_err(|refused| (0, refused))? {
            Value::Array(values) => values,
            one => vec![one],
        };
        let mut seen = BTreeSet::new();
        let mut read = |value| Self::from_value(value).and_then(|said| said.unless_in(&mut seen));
        values
            .into_iter()
            .enumerate()
            .map(|(index, value)| read(value).map_err(|refused| (index, refused)))
            .collect()
    }

    fn unless_in(self, seen: &mut BTreeSet<Uuid>) -> Result<Self, Invalid> {
        match self.id {
            Some(id) if !seen.insert(id) => {
                Err(Path::Key(&Path::Root, "id").invalid(Problem::SameStatementTwice { id }))
            }
            _ => Ok(self),
        }
    }

    /// Whether a statement built by hand keeps to the standard.
    ///
    /// # Errors
    /// As [`Statement::parse`] of what would be written.
    pub fn check(&self) -> Result<(), Invalid> {
        Self::from_value(self.to_value()).map(drop)
    }

    /// Reads one statement out of JSON already read.
    ///
    /// # Errors
    /// As [`Statement::parse`].
    pub fn from_value(value: Value) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, &Path::Root)?;
        let statement = Self {
            id: fields.optional("id", uuid)?,
            actor: fields.required("actor", Actor::read)?,
            verb: fields.required("verb", Verb::read)?,
            object: fields.required("object", Object::read)?,
            result: fields.optional("result", Outcome::read)?,
            context: fields.optional("context", Context::read)?,
            timestamp: fields.optional("timestamp", timestamp)?,
            stored: fields.optional("stored", timestamp)?,
            authority: fields.optional("authority", Actor::read_authority)?,
            version: fields.optional("version", version)?,
            attachments: fields.or_empty("attachments", |v, p| list(v, p, Attachment::read))?,
        };
        fields.finish()?;
        statement.check_whole()?;
        Ok(statement)
    }

    /// The demands that concern several properties at once.
    fn check_whole(&self) -> Result<(), Invalid> {
        if self.verb.id == VOIDED && self.voids().is_none() {
            return Err(Path::Key(&Path::Root, "object").invalid(Problem::VoidsNoStatement));
        }
        check_context(&self.object, self.context.as_ref(), &Path::Root)
    }
}

fn json(text: &str) -> Result<Value, Invalid> {
    serde_json::from_str(text)
        .map_err(|fault| Path::Root.invalid(Problem::NotJson { line: fault.line(), column: fault.column() }))
}

impl Serialize for Statement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_value().serialize(serializer)
    }
}
