//! Goal: a tally's key is written and read without loss, and two keys never mean the same.

use domain::ids::SkillId;
use domain::standing::Rung;
use domain::tally::{Indicator, Level, everyone};
use proptest::prelude::*;

use crate::shelf::{count, curriculum};

fn indicator() -> impl Strategy<Value = Indicator> {
    let skill = ("[a-z0-9-]{1,64}", prop::sample::select(Rung::ALL.to_vec()));
    prop_oneof![
        Just(Indicator::People),
        Just(Indicator::Attained),
        prop::sample::select(Level::ALL.to_vec()).prop_map(Indicator::Ladder),
        skill.prop_map(|(skill, rung)| Indicator::Skill(SkillId::parse(&skill).unwrap(), rung)),
    ]
}

proptest! {
    #[test]
    fn a_key_is_read_as_it_was_written(indicator in indicator()) {
        prop_assert_eq!(Indicator::parse(&indicator.to_string()), Some(indicator));
    }

    #[test]
    fn what_is_read_is_written_the_same(key in "[a-z/-]{0,30}") {
        if let Some(indicator) = Indicator::parse(&key) {
            prop_assert_eq!(indicator.to_string(), key);
        }
    }
}

#[test]
fn a_key_with_too_much_or_too_little_is_none() {
    for key in [
        "",
        "people/",
        "ladder",
        "ladder/top",
        "skill/vneid",
        "skill/vneid/top",
        "skill//alone",
        "skill/a/alone/b",
    ] {
        assert_eq!(Indicator::parse(key), None, "{key:?}");
    }
}

#[test]
fn no_group_of_the_curriculum_is_called_everyone() {
    let syllabus = &curriculum().syllabus;
    let plain = syllabus.groups.iter().map(|group| &group.id);
    let all = count(plain.chain(syllabus.composites.iter().map(|group| &group.id)));
    assert!(!all.contains_key(&everyone()));
    assert!(all.values().all(|times| *times == 1));
}
