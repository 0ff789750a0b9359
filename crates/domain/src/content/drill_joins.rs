//! Which skills are drilled: those whose messages are enough for rounds.

use std::collections::BTreeMap;

use super::drill_message::{DrillMessage, Truth};
use super::finding::{Fault, Finding};
use super::load::From;
use super::model::Curriculum;
use crate::drill;
use crate::ids::{DrillId, SkillId};

/// Adds the messages to judge and says of which skills there are some, yet too few.
pub(super) fn join_drills(
    curriculum: &mut Curriculum,
    drills: BTreeMap<DrillId, From<DrillMessage>>,
    findings: &mut Vec<Finding>,
) {
    let mut firsts: BTreeMap<SkillId, (String, u32)> = BTreeMap::new();
    for From { file, line, value } in drills.into_values() {
        if curriculum.syllabus.skill(&value.skill).is_none() {
            let fault = Fault::Unknown { kind: "skill", name: value.skill.to_string() };
            findings.push(Finding { file: file.clone(), line, fault });
        }
        firsts.entry(value.skill.clone()).or_insert((file, line));
        curriculum.drills.push(value);
    }
    for (skill, (file, line)) in firsts {
        let all = curriculum.drills_of(&skill);
        let genuine = all.iter().filter(|message| message.truth == Truth::Genuine).count();
        let scams = all.len() - genuine;
        if drill::is_enough(genuine, scams) {
            curriculum.syllabus.drilled.push(skill);
        } else {
            let fault = Fault::TooFewDrills { skill: skill.to_string(), genuine, scams };
            findings.push(Finding { file, line, fault });
        }
    }
}
