//! How a question is answered (1.0.3: Data 2.4.4 "Interaction Activities", after SCORM's CMI).

use serde_json::Value;

use crate::read::{Fields, Path, list, string};
use crate::write::Writer;
use crate::{Invalid, LanguageMap, Problem, language_map};

/// How a question is answered, and what answers are right.
#[derive(Clone, Debug, PartialEq)]
pub struct Interaction {
    /// The form of the answer (`interactionType` in JSON).
    pub kind: InteractionKind,
    /// Patterns of right answers, any of which is enough.
    pub correct_responses_pattern: Vec<String>,
    /// What to choose from or to put in order.
    pub choices: Vec<InteractionComponent>,
    /// The steps of a likert scale.
    pub scale: Vec<InteractionComponent>,
    /// What is to be matched.
    pub source: Vec<InteractionComponent>,
    /// What it is to be matched with.
    pub target: Vec<InteractionComponent>,
    /// The steps of a performance.
    pub steps: Vec<InteractionComponent>,
}

/// One thing to choose, match or do.
#[derive(Clone, Debug, PartialEq)]
pub struct InteractionComponent {
    /// Unique in its list; what responses are made of.
    pub id: String,
    /// How people read it.
    pub description: LanguageMap,
}

/// The form of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InteractionKind {
    /// True or false.
    TrueFalse,
    /// One or several of a list.
    Choice,
    /// A short text.
    FillIn,
    /// A long text.
    LongFillIn,
    /// Pairs from two lists.
    Matching,
    /// Steps carried out.
    Performance,
    /// A list put in order.
    Sequencing,
    /// A place on a scale.
    Likert,
    /// A number.
    Numeric,
    /// Anything else.
    Other,
}

const LISTS: [&str; 5] = ["choices", "scale", "source", "target", "steps"];

impl Interaction {
    /// An interaction with nothing yet but its kind.
    pub fn new(kind: InteractionKind) -> Self {
        let (choices, scale, source, target, steps) = Default::default();
        Self { kind, correct_responses_pattern: Vec::new(), choices, scale, source, target, steps }
    }

    /// Takes the properties of an interaction out of a definition; they need `interactionType`.
    pub(crate) fn take(fields: &mut Fields<'_>) -> Result<Option<Self>, Invalid> {
        let Some(kind) = fields.optional("interactionType", InteractionKind::read)? else {
            let orphan = LISTS.iter().chain(&["correctResponsesPattern"]).any(|key| fields.has(key));
            let missing = || fields.path.invalid(Problem::Missing { property: "interactionType" });
            return if orphan { Err(missing()) } else { Ok(None) };
        };
        Ok(Some(Self {
            kind,
            correct_responses_pattern: fields
                .or_empty("correctResponsesPattern", |value, path| list(value, path, string))?,
            choices: fields.or_empty("choices", components)?,
            scale: fields.or_empty("scale", components)?,
            source: fields.or_empty("source", components)?,
            target: fields.or_empty("target", components)?,
            steps: fields.or_empty("steps", components)?,
        }))
    }

    pub(crate) fn put(&self, writer: Writer) -> Writer {
        let lists = [&self.choices, &self.scale, &self.source, &self.target, &self.steps];
        let writer = writer.put("interactionType", self.kind.name()).list(
            "correctResponsesPattern",
            &self.correct_responses_pattern,
            |text| text.as_str().into(),
        );
        LISTS
            .iter()
            .zip(lists)
            .fold(writer, |writer, (key, list)| writer.list(key, list, InteractionComponent::to_value))
    }
}

/// A list of components, whose ids must differ.
fn components(value: Value, path: &Path<'_>) -> Result<Vec<InteractionComponent>, Invalid> {
    let components = list(value, path, InteractionComponent::read)?;
    let mut ids: Vec<&str> = components.iter().map(|component| component.id.as_str()).collect();
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(path.invalid(Problem::SameComponentTwice { id: pair[0].to_owned() })),
        None => Ok(components),
    }
}

impl InteractionComponent {
    fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let component = Self {
            id: fields.required("id", string)?,
            description: fields.or_empty("description", language_map::read)?,
        };
        fields.finish()?;
        Ok(component)
    }

    fn to_value(&self) -> Value {
        Writer::default().put("id", self.id.as_str()).map("description", &self.description).done()
    }
}

impl InteractionKind {
    const ALL: [Self; 10] = [
        Self::TrueFalse,
        Self::Choice,
        Self::FillIn,
        Self::LongFillIn,
        Self::Matching,
        Self::Performance,
        Self::Sequencing,
        Self::Likert,
        Self::Numeric,
        Self::Other,
    ];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::TrueFalse => "true-false",
            Self::Choice => "choice",
            Self::FillIn => "fill-in",
            Self::LongFillIn => "long-fill-in",
            Self::Matching => "matching",
            Self::Performance => "performance",
            Self::Sequencing => "sequencing",
            Self::Likert => "likert",
            Self::Numeric => "numeric",
            Self::Other => "other",
        }
    }

    fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        const ALLOWED: &str = "true-false, choice, fill-in, long-fill-in, matching, performance, sequencing, \
                               likert, numeric, other";
        let value = string(value, path)?;
        let kind = Self::ALL.into_iter().find(|kind| kind.name() == value);
        kind.ok_or_else(|| path.invalid(Problem::NotOneOf { allowed: ALLOWED, value }))
    }
}
