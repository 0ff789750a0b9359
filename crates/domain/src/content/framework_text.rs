//! A framework written as it is read.

use core::fmt::{Result, Write as _};

use super::framework::{Competence, Domain, Framework, Stage};
use crate::text::Text;

/// The outline of a framework, which reads back as the same framework.
#[must_use]
pub fn write_framework(framework: &Framework) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = write(&mut out, framework);
    out
}

fn write(out: &mut String, framework: &Framework) -> Result {
    writeln!(out, "framework {}", framework.id)?;
    writeln!(out, "  title    {}", line(&framework.title))?;
    writeln!(out, "  version  {}", framework.version)?;
    writeln!(out, "  note     {}", line(&framework.note))?;
    if !framework.groups.is_empty() {
        writeln!(out, "  groups   {}", joined(&framework.groups))?;
    }
    framework.stages.iter().try_for_each(|stage| write_stage(out, stage))?;
    framework.domains.iter().try_for_each(|domain| write_domain(out, domain))
}

fn line(text: &Text) -> String {
    if text.vi == text.en && text.vi.is_ascii() {
        return text.vi.clone();
    }
    format!("{} || {}", text.vi, text.en)
}

fn joined(names: &[impl ToString]) -> String {
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn write_stage(out: &mut String, stage: &Stage) -> Result {
    writeln!(out, "  stage {}\n    title  {}", stage.code, line(&stage.title))?;
    stage
        .levels
        .iter()
        .try_for_each(|level| writeln!(out, "    level {}\n      title  {}", level.code, line(&level.title)))
}

fn write_domain(out: &mut String, domain: &Domain) -> Result {
    writeln!(out, "  domain {}\n    title  {}", domain.code, line(&domain.title))?;
    domain.competences.iter().try_for_each(|competence| write_competence(out, competence))
}

fn write_competence(out: &mut String, competence: &Competence) -> Result {
    writeln!(out, "    competence {}\n      title    {}", competence.code, line(&competence.title))?;
    if !competence.groups.is_empty() {
        writeln!(out, "      groups   {}", joined(&competence.groups))?;
    }
    competence
        .same_as
        .iter()
        .try_for_each(|place| writeln!(out, "      same-as  {} {}", place.framework, place.code))
}
