//! Around it: the course, the school, the device (1.0.3: Data 2.4.6 "Context").

use serde_json::Value;
use uuid::Uuid;

use crate::object::{Activity, read_statement_ref, statement_ref_value};
use crate::read::{Fields, Path, list, string};
use crate::word::{iri, language_tag, uuid};
use crate::write::Writer;
use crate::{Actor, Agent, Extensions, Group, Invalid, Problem, extensions};

/// What gives a statement its meaning beyond actor, verb and object.
///
/// ```
/// use xapi::{Activity, Context, ContextActivities};
///
/// let context = Context {
///     context_activities: ContextActivities {
///         parent: vec![Activity::new("https://hocvuso.example.vn/lessons/otp")],
///         ..ContextActivities::default()
///     },
///     language: Some("vi".into()),
///     ..Context::default()
/// };
/// assert!(context.registration.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// The enrolment or attempt the statement belongs to.
    pub registration: Option<Uuid>,
    /// Who taught.
    pub instructor: Option<Actor>,
    /// With whom the actor acted.
    pub team: Option<Group>,
    /// Activities around the object.
    pub context_activities: ContextActivities,
    /// Other people concerned; of 2.0 only.
    pub context_agents: Vec<ContextAgent>,
    /// Other groups concerned; of 2.0 only.
    pub context_groups: Vec<ContextGroup>,
    /// Which edition of the activity; only where the object is one.
    pub revision: Option<String>,
    /// Through which program; only where the object is an activity.
    pub platform: Option<String>,
    /// In which language it was done, a tag of RFC 5646.
    pub language: Option<String>,
    /// The statement this one belongs to.
    pub statement: Option<Uuid>,
    /// What else there is to say.
    pub extensions: Extensions,
}

/// Activities around the object, each list in no order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContextActivities {
    /// What the object is directly a part of: the quiz of a question.
    pub parent: Vec<Activity>,
    /// What it is indirectly a part of: the course.
    pub grouping: Vec<Activity>,
    /// What sort it is: the profile the statement keeps to.
    pub category: Vec<Activity>,
    /// Anything else.
    pub other: Vec<Activity>,
}

/// A person concerned, and in which ways (`contextAgents`, new in 2.0).
#[derive(Clone, Debug, PartialEq)]
pub struct ContextAgent {
    /// The person.
    pub agent: Agent,
    /// IRIs of the ways they are concerned; where given, never an empty list.
    pub relevant_types: Vec<String>,
}

/// A group concerned, and in which ways (`contextGroups`, new in 2.0).
#[derive(Clone, Debug, PartialEq)]
pub struct ContextGroup {
    /// The group.
    pub group: Group,
    /// IRIs of the ways it is concerned; where given, never an empty list.
    pub relevant_types: Vec<String>,
}

impl Context {
    pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let context = Self {
            registration: fields.optional("registration", uuid)?,
            instructor: fields.optional("instructor", Actor::read)?,
            team: fields.optional("team", Group::read)?,
            context_activities: fields.or_empty("contextActivities", ContextActivities::read)?,
            context_agents: fields.or_empty("contextAgents", |v, p| list(v, p, ContextAgent::read))?,
            context_groups: fields.or_empty("contextGroups", |v, p| list(v, p, ContextGroup::read))?,
            revision: fields.optional("revision", string)?,
            platform: fields.optional("platform", string)?,
            language: fields.optional("language", language_tag)?,
            statement: fields.optional("statement", read_statement_ref)?,
            extensions: fields.or_empty("extensions", extensions::read)?,
        };
        fields.finish()?;
        Ok(context)
    }

    /// Refuses what is only said of activities.
    pub(crate) fn check_without_activity(&self, path: &Path<'_>) -> Result<(), Invalid> {
        for (key, value) in [("revision", &self.revision), ("platform", &self.platform)] {
            if value.is_some() {
                return Err(Path::Key(path, key).invalid(Problem::NeedsActivity));
            }
        }
        Ok(())
    }

    pub(crate) fn to_value(&self) -> Value {
        Writer::default()
            .maybe("registration", self.registration.map(|id| id.to_string()))
            .maybe("instructor", self.instructor.as_ref().map(Actor::to_value))
            .maybe("team", self.team.as_ref().map(Group::to_value))
            .maybe("contextActivities", self.context_activities.to_value())
            .list("contextAgents", &self.context_agents, ContextAgent::to_value)
            .list("contextGroups", &self.context_groups, ContextGroup::to_value)
            .text("revision", self.revision.as_ref())
            .text("platform", self.platform.as_ref())
            .text("language", self.language.as_ref())
            .maybe("statement", self.statement.map(statement_ref_value))
            .map("extensions", &self.extensions)
            .done()
    }
}

impl ContextActivities {
    fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let around = Self {
            parent: fields.or_empty("parent", one_or_many)?,
            grouping: fields.or_empty("grouping", one_or_many)?,
            category: fields.or_empty("category", one_or_many)?,
            other: fields.or_empty("other", one_or_many)?,
        };
        fields.finish()?;
        Ok(around)
    }

    fn to_value(&self) -> Option<Value> {
        let writer = Writer::default()
            .list("parent", &self.parent, Activity::to_value)
            .list("grouping", &self.grouping, Activity::to_value)
            .list("category", &self.category, Activity::to_value)
            .list("other", &self.other, Activity::to_value);
        (*self != Self::default()).then(|| writer.done())
    }
}

/// Versions before 1.0 wrote a single activity without brackets, and readers must still take it.
fn one_or_many(value: Value, path: &Path<'_>) -> Result<Vec<Activity>, Invalid> {
    match value {
        Value::Array(_) => list(value, path, Activity::read),
        one => Ok(vec![Activity::read(one, path)?]),
    }
}

impl ContextAgent {
    fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        fields.required("objectType", |v, p| only_word(v, p, "contextAgent"))?;
        let concerned = Self {
            agent: fields.required("agent", Agent::read)?,
            relevant_types: relevant_types(&mut fields)?,
        };
        fields.finish()?;
        Ok(concerned)
    }

    pub(crate) fn to_value(&self) -> Value {
        Writer::default()
            .put("objectType", "contextAgent")
            .put("agent", self.agent.to_typed_value())
            .list("relevantTypes", &self.relevant_types, |iri| iri.as_str().into())
            .done()
    }
}

impl ContextGroup {
    fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        fields.required("objectType", |v, p| only_word(v, p, "contextGroup"))?;
        let concerned = Self {
            group: fields.required("group", Group::read)?,
            relevant_types: relevant_types(&mut fields)?,
        };
        fields.finish()?;
        Ok(concerned)
    }

    pub(crate) fn to_value(&self) -> Value {
        Writer::default()
            .put("objectType", "contextGroup")
            .put("group", self.group.to_value())
            .list("relevantTypes", &self.relevant_types, |iri| iri.as_str().into())
            .done()
    }
}

fn relevant_types(fields: &mut Fields<'_>) -> Result<Vec<String>, Invalid> {
    fields.or_empty("relevantTypes", |value, path| match list(value, path, iri)? {
        none if none.is_empty() => Err(path.invalid(Problem::EmptyList)),
        some => Ok(some),
    })
}

pub(crate) fn only_word(value: Value, path: &Path<'_>, word: &'static str) -> Result<(), Invalid> {
    let found = string(value, path)?;
    if found == word { Ok(()) } else { Err(path.invalid(Problem::NotOneOf { allowed: word, value: found })) }
}
