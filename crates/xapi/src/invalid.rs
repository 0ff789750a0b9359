//! Why a text is not a statement: the place and the reason, for the developer of the sending program.

use thiserror::Error;

/// A statement refused, with the place of the first fault.
///
/// ```
/// let refused = xapi::Statement::parse(r#"{"actor":{"mbox":"an@example.vn"}}"#).unwrap_err();
/// assert_eq!(refused.path, "$.actor.mbox");
/// assert_eq!(refused.to_string(), "$.actor.mbox: `an@example.vn` is not a `mailto:` address");
/// ```
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{path}: {problem}")]
pub struct Invalid {
    /// A JSON path from the statement, which is `$`: `$.context.contextActivities.parent[0].id`.
    pub path: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong at one place of a statement. The texts are for developers, hence English.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum Problem {
    /// The text is not JSON at all; position counted from 1.
    #[error("not JSON at line {line}, column {column}")]
    NotJson {
        /// Line of the first fault, from 1.
        line: usize,
        /// Column of the first fault, from 1.
        column: usize,
    },
    /// JSON of another kind than the property takes; `null` is never taken outside extensions.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// The kind of JSON value the standard asks for.
        expected: &'static str,
        /// The kind of JSON value found.
        found: &'static str,
    },
    /// A property the standard demands is absent; the path is that of the object lacking it.
    #[error("property `{property}` is missing")]
    Missing {
        /// Its name.
        property: &'static str,
    },
    /// A property the standard does not know, or not in this place.
    #[error("this property is not allowed here")]
    Unknown,
    /// Not an absolute IRI (RFC 3987): it needs a scheme, and no blanks.
    #[error("`{value}` is not an absolute IRI")]
    NotIri {
        /// The text found.
        value: String,
    },
    /// Not a language tag (RFC 5646).
    #[error("`{value}` is not a language tag")]
    NotLanguageTag {
        /// The text found.
        value: String,
    },
    /// Not a UUID in its hyphenated form (RFC 4122).
    #[error("`{value}` is not a UUID")]
    NotUuid {
        /// The text found.
        value: String,
    },
    /// Not an RFC 3339 timestamp, or one without a known offset.
    #[error("`{value}` is not an RFC 3339 timestamp with an offset")]
    NotTimestamp {
        /// The text found.
        value: String,
    },
    /// Not an ISO 8601 duration.
    #[error("`{value}` is not an ISO 8601 duration")]
    NotDuration {
        /// The text found.
        value: String,
    },
    /// Not of the form `mailto:person@host`.
    #[error("`{value}` is not a `mailto:` address")]
    NotMailbox {
        /// The text found.
        value: String,
    },
    /// Not the hexadecimal form of a hash of the expected family.
    #[error("`{value}` is not a hexadecimal {family} sum")]
    NotHash {
        /// `SHA-1` or `SHA-2`.
        family: &'static str,
        /// The text found.
        value: String,
    },
    /// Not a media type such as `application/pdf`.
    #[error("`{value}` is not a media type")]
    NotMediaType {
        /// The text found.
        value: String,
    },
    /// A version other than `1.0.x` and `2.0.x`.
    #[error("version `{value}` is neither 1.0.x nor 2.0.x")]
    UnknownVersion {
        /// The text found.
        value: String,
    },
    /// A word outside a closed list.
    #[error("`{value}` is not one of: {allowed}")]
    NotOneOf {
        /// The words the standard allows, separated by commas.
        allowed: &'static str,
        /// The word found.
        value: String,
    },
    /// An agent or identified group has none or several of `mbox`, `mbox_sha1sum`, `openid`, `account`.
    #[error("wants exactly one of mbox, mbox_sha1sum, openid, account; found {found}")]
    Identifiers {
        /// How many were found.
        found: usize,
    },
    /// A group without identifier names no members.
    #[error("an anonymous group must name its members")]
    NoMembers,
    /// A group as authority is an OAuth pair: anonymous, of two members.
    #[error("a group as authority must be anonymous and of two members")]
    NotAnAuthority,
    /// A list that must say something if it is there at all.
    #[error("an empty list is not allowed here")]
    EmptyList,
    /// A number outside its bounds.
    #[error("{value} is not between {min} and {max}")]
    OutOfRange {
        /// The number found.
        value: f64,
        /// The least allowed.
        min: f64,
        /// The greatest allowed.
        max: f64,
    },
    /// The lower bound of a score is not under its upper bound.
    #[error("min {min} is not less than max {max}")]
    EmptyRange {
        /// `score.min`.
        min: f64,
        /// `score.max`.
        max: f64,
    },
    /// The verb `voided` aims at something else than a statement.
    #[error("a voiding statement must have a StatementRef as its object")]
    VoidsNoStatement,
    /// `revision` or `platform` where the object is not an activity.
    #[error("only allowed where the object is an Activity")]
    NeedsActivity,
    /// Two components of one interaction have the same id.
    #[error("id `{id}` stands twice in this list")]
    SameComponentTwice {
        /// The id.
        id: String,
    },
    /// Two statements of one batch have the same id.
    #[error("statement id {id} stands twice in this batch")]
    SameStatementTwice {
        /// The id.
        id: uuid::Uuid,
    },
}
