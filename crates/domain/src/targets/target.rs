//! What was promised, read from an outline.

use jiff::civil::Date;
use territory::UnitId;

use crate::content::{Fault, Finding, Node, parse_outline};
use crate::ids::{GroupId, TargetId};
use crate::standing::Rung;
use crate::text::Text;

/// A plan: a document that promises targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The unit it is for.
    pub unit: UnitId,
    /// Who issued it.
    pub issuer: Text,
    /// Its number and title.
    pub document: Text,
    /// When it was issued, or `None` when our source does not say.
    pub issued: Option<Date>,
    /// Where we have it from.
    pub source: Text,
    /// A remark, such as that the unit has ended.
    pub note: Option<Text>,
    /// What it promises.
    pub targets: Vec<Target>,
}

/// One promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its id.
    pub id: TargetId,
    /// Its words, as the source quotes them.
    pub wording: Text,
    /// Whom it is about, as this house counts them; `None` when nobody here is counted for it.
    pub group: Option<GroupId>,
    /// What it promises.
    pub value: Value,
    /// The rung from which this house counts it.
    pub from: Option<Rung>,
    /// By when.
    pub due: Date,
}

/// What is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A share, in thousandths.
    Share(i64),
    /// A number of people.
    People(i64),
    /// A place among the provinces.
    Rank(i64),
    /// Words without a number.
    Words,
}

/// Reads plans from an outline.
///
/// # Errors
/// Every finding, with its line.
pub fn read(file: &str, text: &str) -> Result<Vec<Plan>, Vec<Finding>> {
    let (nodes, mut findings) = parse_outline(file, text);
    let mut plans = Vec::new();
    for node in &nodes {
        match plan(node) {
            Ok(plan) => plans.push(plan),
            Err((line, fault)) => findings.push(Finding { file: file.into(), line, fault }),
        }
    }
    if findings.is_empty() { Ok(plans) } else { Err(findings) }
}

type Bad = (u32, Fault);

fn plan(node: &Node) -> Result<Plan, Bad> {
    if node.word != "plan" {
        return Err((node.line, Fault::UnknownWord { word: node.word.clone(), allowed: vec!["plan"] }));
    }
    let targets =
        node.below.iter().filter(|below| below.word == "target").map(target).collect::<Result<_, _>>()?;
    Ok(Plan {
        unit: parsed(node, "unit", "the id of a unit, such as B01", |text| text.parse().ok())?,
        issuer: text(node, "issuer")?,
        document: text(node, "document")?,
        issued: maybe(node, "issued")
            .map(|line| value(line, "a day, such as 2025-04-22", |text| text.parse().ok()))
            .transpose()?,
        source: text(node, "source")?,
        note: maybe(node, "note").map(text_of).transpose()?,
        targets,
    })
}

fn target(node: &Node) -> Result<Target, Bad> {
    Ok(Target {
        id: value(node, "a name of a–z, 0–9 and -", TargetId::parse)?,
        wording: text(node, "wording")?,
        group: maybe(node, "group")
            .map(|line| value(line, "the name of a group", GroupId::parse))
            .transpose()?,
        value: parsed(node, "value", "850 permille, 500000 people, rank 5, words", worth)?,
        from: maybe(node, "from").map(|line| value(line, "a rung", Rung::parse)).transpose()?,
        due: parsed(node, "due", "a day, such as 2026-12-31", |text| text.parse().ok())?,
    })
}

fn worth(text: &str) -> Option<Value> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    match parts.as_slice() {
        ["words"] => Some(Value::Words),
        ["rank", rank] => rank.parse().ok().map(Value::Rank),
        [share, "permille"] => {
            share.parse().ok().filter(|share| (0..=1000).contains(share)).map(Value::Share)
        }
        [people, "people"] => people.parse().ok().map(Value::People),
        _ => None,
    }
}

fn maybe<'n>(node: &'n Node, word: &str) -> Option<&'n Node> {
    node.below.iter().find(|below| below.word == word)
}

fn one<'n>(node: &'n Node, word: &'static str) -> Result<&'n Node, Bad> {
    maybe(node, word).ok_or((node.line, Fault::Missing { word }))
}

fn text(node: &Node, word: &'static str) -> Result<Text, Bad> {
    text_of(one(node, word)?)
}

fn text_of(line: &Node) -> Result<Text, Bad> {
    Text::parse(&line.value).ok_or_else(|| (line.line, Fault::NotTranslated { text: line.value.clone() }))
}

fn parsed<T>(
    node: &Node,
    word: &'static str,
    allowed: &'static str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, Bad> {
    value(one(node, word)?, allowed, read)
}

fn value<T>(line: &Node, allowed: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<T, Bad> {
    let bad = || Fault::BadValue { word: line.word.clone(), value: line.value.clone(), allowed };
    read(&line.value).ok_or_else(|| (line.line, bad()))
}
