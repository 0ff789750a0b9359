//! Goal: a province that has a profile of its own puts it beside ours or in its place, and people are asked for that one.

use domain::content::{Fault, load};
use domain::ids::{GroupId, ProfileId, SkillId};
use domain::standing::Rung;

use crate::shelf;

const OWN: &str = "profile own-resident
  title         Hồ sơ của tỉnh || The province's profile
  group         resident
  note          Tỉnh tự đặt. || Set by the province.
  framework     starter
  valid-months  12
  skill         pay-by-qr
    rung  alone
";
const FILE: &str = "/data/profiles/own.txt";

fn with(own: &str) -> (domain::content::Curriculum, Vec<domain::content::Finding>) {
    let mut source = shelf::source();
    source.own_profiles.insert(FILE.into(), own.into());
    load(&source, &shelf::icons())
}

#[test]
fn a_profile_that_is_added_is_asked_of_its_group_and_of_no_other() {
    let (curriculum, findings) = with(OWN);
    assert_eq!(findings, []);
    let syllabus = &curriculum.syllabus;
    let asked = |group: &str| syllabus.profile_of(&GroupId::parse(group).unwrap()).unwrap();
    let demanded = vec![(SkillId::parse("pay-by-qr").unwrap(), Rung::Alone)];
    assert_eq!((asked("resident").id.as_str(), &asked("resident").demands), ("own-resident", &demanded));
    assert_eq!(asked("pupil").id.as_str(), "starter-pupil");
    let before = ProfileId::parse("starter-resident").unwrap();
    assert!(syllabus.profile(&before).is_some(), "certificates of it still find it");
}

#[test]
fn a_profile_of_the_same_name_takes_the_place_of_ours() {
    let (curriculum, findings) = with(&OWN.replace("own-resident", "starter-resident"));
    assert_eq!(findings, []);
    let profiles = &curriculum.syllabus.profiles;
    assert_eq!(profiles.len(), shelf::curriculum().syllabus.profiles.len());
    let id = ProfileId::parse("starter-resident").unwrap();
    assert_eq!(curriculum.syllabus.profile(&id).unwrap().valid_months, 12);
}

#[test]
fn what_a_profile_names_must_exist_and_no_two_have_one_name() {
    let told = |own: &str| -> Vec<Fault> {
        let of_it = with(own).1.into_iter().inspect(|finding| assert_eq!(finding.file, FILE));
        of_it.map(|finding| finding.fault).collect()
    };
    let unknown = |kind, name: &str| Fault::Unknown { kind, name: name.into() };
    assert_eq!(told(&OWN.replace("pay-by-qr", "fly")), [unknown("skill", "fly")]);
    assert_eq!(
        told(&OWN.replace("framework     starter", "framework     none")),
        [unknown("framework", "none")]
    );
    assert_eq!(
        told(&OWN.replace("group         resident", "group         king")),
        [unknown("group", "king")]
    );
    let twice = Fault::Duplicate { kind: "profile", name: "own-resident".into() };
    assert_eq!(told(&format!("{OWN}\n{OWN}")), [twice]);
}
