//! Which profile is asked of a group: the operator's own before ours.

use super::finding::{Fault, Finding};
use super::load::From;
use super::model::{Curriculum, Profile};
use crate::ids::FrameworkId;

/// The profiles, those of the operator first, so that one that is added for a group is the one asked of it. One with the id of
/// ours takes its place: certificates of that profile go on naming it.
pub(super) fn join_profiles(
    curriculum: &Curriculum,
    [ours, own]: [Vec<From<Profile>>; 2],
    findings: &mut Vec<Finding>,
) -> Vec<Profile> {
    let is_replaced = |profile: &From<Profile>| own.iter().any(|own| own.value.id == profile.value.id);
    let kept: Vec<From<Profile>> = ours.into_iter().filter(|profile| !is_replaced(profile)).collect();
    for profiles in [&own, &kept] {
        let mut seen = Vec::new();
        for From { file, line, value } in profiles {
            let mut note = |fault| findings.push(Finding { file: file.clone(), line: *line, fault });
            unknown(curriculum, value).into_iter().for_each(&mut note);
            if seen.contains(&&value.id) {
                note(Fault::Duplicate { kind: "profile", name: value.id.to_string() });
            }
            seen.push(&value.id);
        }
    }
    own.into_iter().chain(kept).map(|profile| profile.value).collect()
}

/// What a profile names that does not exist.
fn unknown(curriculum: &Curriculum, profile: &Profile) -> Vec<Fault> {
    let fault = |kind, name: &dyn ToString| Fault::Unknown { kind, name: name.to_string() };
    let framework: &FrameworkId = &profile.framework;
    let skills = profile.demands.iter().filter(|(skill, _)| curriculum.syllabus.skill(skill).is_none());
    let skills = skills.map(|(skill, _)| fault("skill", skill));
    let framework = curriculum.framework(framework).is_none().then(|| fault("framework", framework));
    let group = curriculum.syllabus.group(&profile.group).is_none().then(|| fault("group", &profile.group));
    skills.chain(framework).chain(group).collect()
}
