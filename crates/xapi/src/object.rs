//! What it was done to (1.0.3: Data 2.4.4 "Object").

use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::actor::{expect_type, unknown_type};
use crate::context::only_word;
use crate::definition::Definition;
use crate::read::{Fields, Path, list, string};
use crate::word::{iri, timestamp, uuid};
use crate::write::{self, Writer};
use crate::{Actor, Agent, Attachment, Context, Group, Invalid, Outcome, Verb};

/// What the act was done to.
#[derive(Clone, Debug, PartialEq)]
pub enum Object {
    /// A lesson, a question, a course.
    Activity(Activity),
    /// A person or a system.
    Agent(Agent),
    /// Several agents.
    Group(Group),
    /// Another statement, already said.
    StatementRef(Uuid),
    /// Something that may be said later: "An planned: An reads lesson 3".
    SubStatement(Box<SubStatement>),
}

/// Something one can do or learn from.
///
/// ```
/// let lesson = xapi::Activity::new("https://hocvuso.example.vn/lessons/otp");
/// assert!(lesson.definition.is_none());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// An IRI, which alone says which activity it is.
    pub id: String,
    /// What is known of it; may differ between statements.
    pub definition: Option<Definition>,
}

/// A statement within a statement: without id, `stored`, `authority` and `version`, and holding no other.
#[derive(Clone, Debug, PartialEq)]
pub struct SubStatement {
    /// Who.
    pub actor: Actor,
    /// Did what.
    pub verb: Verb,
    /// To what; never a further [`Object::SubStatement`].
    pub object: Object,
    /// With what outcome.
    pub result: Option<Outcome>,
    /// In what context.
    pub context: Option<Context>,
    /// When.
    pub timestamp: Option<Timestamp>,
    /// With what files, in no order.
    pub attachments: Vec<Attachment>,
}

const ALLOWED: &str = "Activity, Agent, Group, StatementRef, SubStatement";
const ALLOWED_INSIDE: &str = "Activity, Agent, Group, StatementRef";

impl Object {
    /// An activity known by its IRI.
    pub fn activity(iri: impl Into<String>) -> Self {
        Self::Activity(Activity::new(iri))
    }

    pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let object_type = fields.optional("objectType", string)?;
        match object_type.as_deref() {
            Some("SubStatement") => Ok(Self::SubStatement(Box::new(SubStatement::from_fields(fields)?))),
            other => Self::read_plain(other.unwrap_or("Activity"), fields, ALLOWED),
        }
    }

    /// What may stand within a sub-statement.
    fn read_inner(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let object_type = fields.optional("objectType", string)?;
        Self::read_plain(object_type.as_deref().unwrap_or("Activity"), fields, ALLOWED_INSIDE)
    }

    fn read_plain(object_type: &str, fields: Fields<'_>, allowed: &'static str) -> Result<Self, Invalid> {
        match object_type {
            "Activity" => Activity::from_fields(fields).map(Self::Activity),
            "Agent" | "Group" => Actor::of_type(object_type, fields).map(Self::from),
            "StatementRef" => statement_ref_from(fields).map(Self::StatementRef),
            other => Err(unknown_type(fields.path, other, allowed)),
        }
    }

    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Activity(activity) => activity.to_value(),
            Self::Agent(agent) => agent.to_typed_value(),
            Self::Group(group) => group.to_value(),
            Self::StatementRef(id) => statement_ref_value(*id),
            Self::SubStatement(statement) => statement.to_value(),
        }
    }
}

impl From<Actor> for Object {
    fn from(actor: Actor) -> Self {
        match actor {
            Actor::Agent(agent) => Self::Agent(agent),
            Actor::Group(group) => Self::Group(group),
        }
    }
}

impl Activity {
    /// An activity known by its IRI alone.
    pub fn new(iri: impl Into<String>) -> Self {
        Self { id: iri.into(), definition: None }
    }

    pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        expect_type(&mut fields, "Activity")?;
        Self::from_fields(fields)
    }

    fn from_fields(mut fields: Fields<'_>) -> Result<Self, Invalid> {
        let activity = Self {
            id: fields.required("id", iri)?,
            definition: fields.optional("definition", Definition::read)?,
        };
        fields.finish()?;
        Ok(activity)
    }

    pub(crate) fn to_value(&self) -> Value {
        Writer::default()
            .put("id", self.id.as_str())
            .maybe("definition", self.definition.as_ref().map(Definition::to_value))
            .done()
    }
}

impl SubStatement {
    fn from_fields(mut fields: Fields<'_>) -> Result<Self, Invalid> {
        let statement = Self {
            actor: fields.required("actor", Actor::read)?,
            verb: fields.required("verb", Verb::read)?,
            object: fields.required("object", Object::read_inner)?,
            result: fields.optional("result", Outcome::read)?,
            context: fields.optional("context", Context::read)?,
            timestamp: fields.optional("timestamp", timestamp)?,
            attachments: fields.or_empty("attachments", |v, p| list(v, p, Attachment::read))?,
        };
        check_context(&statement.object, statement.context.as_ref(), fields.path)?;
        fields.finish()?;
        Ok(statement)
    }

    fn to_value(&self) -> Value {
        Writer::default()
            .put("objectType", "SubStatement")
            .put("actor", self.actor.to_value())
            .put("verb", self.verb.to_value())
            .put("object", self.object.to_value())
            .maybe("result", self.result.as_ref().map(Outcome::to_value))
            .maybe("context", self.context.as_ref().map(Context::to_value))
            .maybe("timestamp", self.timestamp.map(write::instant))
            .list("attachments", &self.attachments, Attachment::to_value)
            .done()
    }
}

/// `revision` and `platform` are said of activities only (1.0.3: Data 2.4.6).
pub(crate) fn check_context(
    object: &Object,
    context: Option<&Context>,
    path: &Path<'_>,
) -> Result<(), Invalid> {
    match (object, context) {
        (Object::Activity(_), _) | (_, None) => Ok(()),
        (_, Some(context)) => context.check_without_activity(&Path::Key(path, "context")),
    }
}

/// A reference that must say it is one.
pub(crate) fn read_statement_ref(value: Value, path: &Path<'_>) -> Result<Uuid, Invalid> {
    let mut fields = Fields::open(value, path)?;
    fields.required("objectType", |value, path| only_word(value, path, "StatementRef"))?;
    statement_ref_from(fields)
}

fn statement_ref_from(mut fields: Fields<'_>) -> Result<Uuid, Invalid> {
    let id = fields.required("id", uuid)?;
    fields.finish()?;
    Ok(id)
}

pub(crate) fn statement_ref_value(id: Uuid) -> Value {
    Writer::default().put("objectType", "StatementRef").put("id", id.to_string()).done()
}
