//! Who: agents and groups (1.0.3: Data 2.4.2 "Actor").

use serde_json::Value;

use crate::read::{Fields, Path, list, string};
use crate::word::{iri, mailbox, sha1};
use crate::write::Writer;
use crate::{Invalid, Problem};

/// One agent, or several.
#[derive(Clone, Debug, PartialEq)]
pub enum Actor {
    /// A person or a system.
    Agent(Agent),
    /// Several agents acting together.
    Group(Group),
}

/// A person or a system.
///
/// ```
/// let an = xapi::Agent::account("https://hocvuso.example.vn", "0193-an").named("An");
/// assert_eq!(an.name.as_deref(), Some("An"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Agent {
    /// What to call them; says nothing about who they are.
    pub name: Option<String>,
    /// Who they are.
    pub identifier: Identifier,
}

/// An inverse functional identifier: what belongs to exactly one agent or group.
#[derive(Clone, Debug, PartialEq)]
pub enum Identifier {
    /// `mailto:` and an address.
    Mbox(String),
    /// The SHA-1 sum, in hexadecimal, of what [`Identifier::Mbox`] would hold.
    MboxSha1(String),
    /// An OpenID, a URI.
    OpenId(String),
    /// An account on some system.
    Account {
        /// The IRL of the system.
        home_page: String,
        /// The name or number of the account there.
        name: String,
    },
}

/// Several agents: anonymous, then known by its members alone, or identified, then naming them or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What to call it.
    pub name: Option<String>,
    /// Which group it is; an anonymous one has none.
    pub identifier: Option<Identifier>,
    /// Its members, in no order.
    pub member: Vec<Agent>,
}

impl Agent {
    /// An agent known by an account: `home_page` is an IRL, `name` is unique there.
    pub fn account(home_page: impl Into<String>, name: impl Into<String>) -> Self {
        Self { name: None, identifier: Identifier::account(home_page, name) }
    }

    /// The same agent with a name to call them by.
    #[must_use]
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..self }
    }

    pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        expect_type(&mut fields, "Agent")?;
        Self::from_fields(fields)
    }

    fn from_fields(mut fields: Fields<'_>) -> Result<Self, Invalid> {
        let name = fields.optional("name", string)?;
        let identifier = Identifier::take(&mut fields)?
            .ok_or_else(|| fields.path.invalid(Problem::Identifiers { found: 0 }))?;
        fields.finish()?;
        Ok(Self { name, identifier })
    }

    fn writer(&self) -> Writer {
        self.identifier.put(Writer::default().text("name", self.name.as_ref()))
    }

    /// Without `objectType`, where an agent is what stands there by default.
    pub(crate) fn to_value(&self) -> Value {
        self.writer().done()
    }

    pub(crate) fn to_typed_value(&self) -> Value {
        self.writer().put("objectType", "Agent").done()
    }
}

impl Identifier {
    /// An account: `home_page` is an IRL, `name` is unique there.
    pub fn account(home_page: impl Into<String>, name: impl Into<String>) -> Self {
        Self::Account { home_page: home_page.into(), name: name.into() }
    }

    fn take(fields: &mut Fields<'_>) -> Result<Option<Self>, Invalid> {
        let found =
            ["mbox", "mbox_sha1sum", "openid", "account"].iter().filter(|key| fields.has(key)).count();
        if found > 1 {
            return Err(fields.path.invalid(Problem::Identifiers { found }));
        }
        let mbox = fields.optional("mbox", mailbox)?.map(Self::Mbox);
        let sha1 = fields.optional("mbox_sha1sum", sha1)?.map(Self::MboxSha1);
        let open_id = fields.optional("openid", iri)?.map(Self::OpenId);
        let account = fields.optional("account", Self::read_account)?;
        Ok(mbox.or(sha1).or(open_id).or(account))
    }

    fn read_account(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let account = Self::account(fields.required("homePage", iri)?, fields.required("name", string)?);
        fields.finish()?;
        Ok(account)
    }

    fn put(&self, writer: Writer) -> Writer {
        match self {
            Self::Mbox(mbox) => writer.put("mbox", mbox.as_str()),
            Self::MboxSha1(sum) => writer.put("mbox_sha1sum", sum.as_str()),
            Self::OpenId(uri) => writer.put("openid", uri.as_str()),
            Self::Account { home_page, name } => {
                let account =
                    Writer::default().put("homePage", home_page.as_str()).put("name", name.as_str());
                writer.put("account", account.done())
            }
        }
    }
}

impl Group {
    /// A group known by its members alone.
    pub fn anonymous(member: Vec<Agent>) -> Self {
        Self { name: None, identifier: None, member }
    }

    /// A group known by its identifier, naming no members.
    pub fn identified(identifier: Identifier) -> Self {
        Self { name: None, identifier: Some(identifier), member: Vec::new() }
    }

    pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        if !fields.has("objectType") {
            return Err(path.invalid(Problem::Missing { property: "objectType" }));
        }
        expect_type(&mut fields, "Group")?;
        Self::from_fields(fields)
    }

    fn from_fields(mut fields: Fields<'_>) -> Result<Self, Invalid> {
        let name = fields.optional("name", string)?;
        let identifier = Identifier::take(&mut fields)?;
        let member = fields.or_empty("member", |value, path| list(value, path, Agent::read))?;
        if identifier.is_none() && member.is_empty() {
            return Err(fields.path.invalid(Problem::NoMembers));
        }
        fields.finish()?;
        Ok(Self { name, identifier, member })
    }

    pub(crate) fn to_value(&self) -> Value {
        let writer = Writer::default().put("objectType", "Group").text("name", self.name.as_ref());
        let writer = match &self.identifier {
            Some(identifier) => identifier.put(writer),
            None => writer,
        };
        writer.list("member", &self.member, Agent::to_value).done()
    }
}

impl Actor {
    pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let object_type = fields.optional("objectType", string)?;
        Self::of_type(object_type.as_deref().unwrap_or("Agent"), fields)
    }

    pub(crate) fn of_type(object_type: &str, fields: Fields<'_>) -> Result<Self, Invalid> {
        match object_type {
            "Agent" => Agent::from_fields(fields).map(Self::Agent),
            "Group" => Group::from_fields(fields).map(Self::Group),
            other => Err(unknown_type(fields.path, other, "Agent, Group")),
        }
    }

    /// Who vouches for a statement: an agent, or the application and the person of a three-legged OAuth
    /// (1.0.3: Data 2.4.9 "Authority").
    pub(crate) fn read_authority(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        match Self::read(value, path)? {
            Self::Group(group) if group.identifier.is_some() || group.member.len() != 2 => {
                Err(path.invalid(Problem::NotAnAuthority))
            }
            authority => Ok(authority),
        }
    }

    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Agent(agent) => agent.to_value(),
            Self::Group(group) => group.to_value(),
        }
    }
}

impl From<Agent> for Actor {
    fn from(agent: Agent) -> Self {
        Self::Agent(agent)
    }
}

impl From<Group> for Actor {
    fn from(group: Group) -> Self {
        Self::Group(group)
    }
}

/// Reads an optional `objectType` that may only be `expected`.
pub(crate) fn expect_type(fields: &mut Fields<'_>, expected: &'static str) -> Result<(), Invalid> {
    match fields.optional("objectType", string)? {
        Some(found) if found != expected => Err(unknown_type(fields.path, &found, expected)),
        _ => Ok(()),
    }
}

pub(crate) fn unknown_type(path: &Path<'_>, found: &str, allowed: &'static str) -> Invalid {
    Path::Key(path, "objectType").invalid(Problem::NotOneOf { allowed, value: found.to_owned() })
}
