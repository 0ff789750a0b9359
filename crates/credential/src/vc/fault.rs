//! What is wrong with a document, and where.

use core::fmt;

/// One thing that the data model forbids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, as a JSON Pointer (RFC 6901); empty for the whole document.
    pub at: String,
    /// What.
    pub what: Wrong,
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Something that must be there is not.
    #[error("is missing")]
    Missing,
    /// It is no object.
    #[error("is not an object")]
    NotAnObject,
    /// It is empty where something must be said.
    #[error("says nothing")]
    Empty,
    /// It is not one URL.
    #[error("is not one URL")]
    NotAUrl,
    /// It is no text.
    #[error("is not a text")]
    NotAText,
    /// The first context is not that of the data model 2.0.
    #[error("does not begin with {V2}", V2 = super::terms::CREDENTIALS_V2)]
    FirstContext,
    /// A context is neither a URL nor an object.
    #[error("is neither a URL nor an object")]
    NotAContext,
    /// A context gives another meaning to a term that is protected.
    #[error("redefines the protected term {0}")]
    Redefines(String),
    /// A type is neither an absolute URL nor a term of a context.
    #[error("is neither a URL nor a term that a context defines")]
    NotAType,
    /// The type that the object must have is not among its types.
    #[error("does not have the type {0}")]
    LacksType(&'static str),
    /// No context defines the property.
    #[error("is a property that no context defines")]
    Undefined,
    /// It is neither a text nor an object of a text with its language.
    #[error("is neither a text nor a text with a language")]
    NotWords,
    /// It is no date and time with a time zone.
    #[error("is not a date and time with a time zone")]
    NotADateTime,
    /// The end of the validity lies before its beginning.
    #[error("lies before validFrom")]
    EndsBeforeItBegins,
    /// Two of a set have the same id.
    #[error("has an id that another one has")]
    Twice,
    /// A related resource carries no digest.
    #[error("carries neither digestSRI nor digestMultibase")]
    NoDigest,
    /// The digest is not that of the resource, which is known here.
    #[error("carries a digest that is not that of the resource")]
    WrongDigest,
    /// It is no whole number above zero, or not written as it must be.
    #[error("is not a whole number as it must be written")]
    NotANumber,
    /// Who holds the presentation must be named, and must be the issuer of what nobody else signed.
    #[error("must be the holder, as nobody else signed the credential")]
    NotTheHolder,
    /// A sealed credential is not of the form of one.
    #[error("is not a data: URL of a sealed document")]
    NotAnEnvelope,
    /// It says something other than it must.
    #[error("is not {0}")]
    NotWhatItMustBe(&'static str),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = if self.at.is_empty() { "the document" } else { &self.at };
        write!(f, "{at} {}", self.what)
    }
}

/// The faults found so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, at: impl Into<String>, what: Wrong) {
        self.0.push(Fault { at: at.into(), what });
    }

    /// Adds the fault when the condition does not hold.
    pub(crate) fn require(&mut self, holds: bool, at: &str, what: Wrong) {
        if !holds {
            self.add(at, what);
        }
    }

    pub(crate) fn result(self) -> Result<(), Vec<Fault>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}
