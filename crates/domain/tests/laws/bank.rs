//! The laws of the bank's keepers.

use domain::assessment::{Bank, BankItem, BankVersion, Rules, Status};
use domain::bank::{
    Age, Answered, Deed, Family, FlagKind, Material, Refused, Verdict, Watch, Who, apply, change, figures,
    propose, shortages,
};
use domain::content::Response;
use domain::ids::{GroupId, ItemId};
use irt::Item;
use proptest::prelude::*;

use super::shelf::curriculum;

/// So many questions, whose true difficulties are spread from −2 to 2.
const ITEMS: u32 = 24;

fn version() -> BankVersion {
    BankVersion::starting(curriculum())
}

fn item(version: &BankVersion, at: usize) -> ItemId {
    version.items[at].item.clone()
}

/// SplitMix64 as a number from 0 to 1.
struct Dice(u64);

impl Dice {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// About standard normal: the sum of twelve shares.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }
}

fn truth(at: u32) -> Item {
    Item::two_parameter(1.2, f64::from(at) * 4.0 / f64::from(ITEMS - 1) - 2.0).unwrap()
}

/// A version of made-up questions, with guesses of their authors that are 0 throughout.
fn made_up() -> BankVersion {
    let one = |at: u32| BankItem {
        item: ItemId::parse(&format!("q-{at:02}")).unwrap(),
        a: 1.0,
        b: 0.0,
        c: 0.0,
        se_b: 0.5,
        answers: 0,
        status: Status::Starting,
    };
    BankVersion { number: 1, items: (0..ITEMS).map(one).collect() }
}

/// So many attempts; of the focal group the first question asks a unit more.
fn answered(version: &BankVersion, attempts: u32, shift: f64) -> Material {
    let mut material = Material::new(version);
    let mut dice = Dice(7);
    let groups = ["resident", "student"].map(|name| GroupId::parse(name).unwrap());
    for number in 0..attempts {
        let (theta, focal) = (dice.normal(), number % 2 == 1);
        let who = Who { group: Some(groups[usize::from(focal)].clone()), age: Some(Age::Middle) };
        let answers: Vec<Answered> = (0..ITEMS)
            .map(|at| {
                let harder = if focal && at == 0 { shift } else { 0.0 };
                let right = dice.share() < truth(at).probability(theta - harder);
                Answered { item: at, answer: Response::one(u8::from(!right)), right, ms: 9_000 }
            })
            .collect();
        material.push(&who, number % 4 == 0, answers);
    }
    material
}

#[test]
fn a_deed_gives_the_next_version_and_leaves_the_old_one() {
    let version = version();
    let before = version.clone();
    let next = change(&version, &item(&version, 0), Deed::Retire).unwrap();
    assert_eq!(version, before);
    assert_eq!((next.number, next.items[0].status), (version.number + 1, Status::Retired));
    assert_eq!(next.items[1..], version.items[1..]);
    let back = change(&next, &item(&version, 0), Deed::TakeBack).unwrap();
    assert_eq!((back.number, &back.items), (3, &version.items));
}

#[test]
fn a_deed_that_does_not_fit_is_refused() {
    let version = version();
    let id = item(&version, 0);
    assert_eq!(change(&version, &id, Deed::TakeBack), Err(Refused::Status(Status::Starting)));
    let retired = change(&version, &id, Deed::Retire).unwrap();
    for deed in [Deed::Retire, Deed::Review] {
        assert_eq!(change(&retired, &id, deed), Err(Refused::Status(Status::Retired)));
    }
    let nobody = ItemId::parse("nobody-knows").unwrap();
    assert_eq!(change(&version, &nobody, Deed::Retire), Err(Refused::Missing));
}

#[test]
fn what_is_out_of_use_is_missed_by_the_tests_that_need_it() {
    let mut version = version();
    assert!(shortages(&version, curriculum()).is_empty());
    for at in 0..version.items.len() {
        version = change(&version, &item(&version, at), Deed::Review).unwrap();
    }
    let short = shortages(&version, curriculum());
    assert!(!short.is_empty() && short.iter().all(|short| short.left == 0));
    let bank = Bank::new(version, curriculum());
    let blueprint = curriculum().blueprints.values().next().unwrap();
    let rules = Rules::of(blueprint, bank.basis(&Rules::of(blueprint, domain::assessment::Basis::Starting)));
    assert_eq!(rules.basis, domain::assessment::Basis::Starting);
}

#[test]
fn a_calibration_finds_the_difficulties_and_names_them_before_anything_changes() {
    let version = made_up();
    let material = answered(&version, 1_200, 0.0);
    let proposal = propose(&material, &version, curriculum(), Family::Two, &[]).unwrap();
    assert_eq!((proposal.base, proposal.attempts, proposal.answers), (1, 1_200, 1_200 * ITEMS));
    assert!(proposal.converged && proposal.changes.iter().all(|change| change.verdict == Verdict::First));
    for (change, at) in proposal.changes.iter().zip(0..) {
        let off = change.after.b - truth(at).difficulty();
        assert!(off.abs() < 0.35, "{:?} is off by {off}", change.after);
        assert_eq!((change.after.status, change.after.answers), (Status::Calibrated, 1_200));
    }
    let next = apply(&version, &proposal).unwrap();
    assert_eq!(next.number, 2);
    assert_eq!(apply(&next, &proposal), Err(Refused::OtherVersion { made_of: 1, now: 2 }));
}

#[test]
fn few_answers_change_nothing() {
    let version = made_up();
    let material = answered(&version, 300, 0.0);
    let proposal = propose(&material, &version, curriculum(), Family::Two, &[]).unwrap();
    assert!(proposal.changes.iter().all(|change| change.verdict == Verdict::TooFew { wanted: 500 }));
    assert_eq!(apply(&version, &proposal), Err(Refused::Nothing));
}

#[test]
fn what_is_retired_stays_as_it_is_and_what_is_under_review_stays_there() {
    let version = change(&made_up(), &item(&made_up(), 3), Deed::Retire).unwrap();
    let version = change(&version, &item(&version, 4), Deed::Review).unwrap();
    let material = answered(&version, 700, 0.0);
    let next =
        apply(&version, &propose(&material, &version, curriculum(), Family::One, &[]).unwrap()).unwrap();
    assert_eq!(next.items[3], version.items[3]);
    assert_eq!((next.items[4].status, next.items[4].answers), (Status::NeedsReview, 700));
}

#[test]
fn a_question_that_became_easier_is_a_signal_and_moves_no_other() {
    let version = made_up();
    let first = apply(
        &version,
        &propose(&answered(&version, 1_500, 0.0), &version, curriculum(), Family::Two, &[]).unwrap(),
    );
    let mut known = first.unwrap();
    // As if question 5 had been two units harder when it was calibrated.
    known.items[5].b += 2.0;
    let proposal = propose(&answered(&known, 1_500, 0.0), &known, curriculum(), Family::Two, &[]).unwrap();
    let signals: Vec<usize> = proposal
        .changes
        .iter()
        .enumerate()
        .filter(|(_, change)| change.drift.is_some_and(|drift| drift.is_signal))
        .map(|(at, _)| at)
        .collect();
    assert_eq!(signals, [5]);
    assert!(proposal.changes[6].after.b - known.items[6].b < 0.1, "{:?}", proposal.link);
}

#[test]
fn figures_tell_for_whom_a_question_is_harder() {
    let version = made_up();
    let all = figures(&answered(&version, 1_600, 2.0), &version);
    assert_eq!((all[0].asked, all[0].recent.of), (1_600, 400));
    assert_eq!(all[0].choices.iter().sum::<u32>(), 1_600);
    assert_eq!(all[0].strata.iter().map(|share| share.of).sum::<u32>(), 400);
    let signal = |at: usize| all[at].difs.iter().any(|dif| dif.is_signal && dif.delta_milli < -1_000);
    assert!(signal(0), "{:?}", all[0].difs);
    assert!((1..all.len()).all(|at| !signal(at)));
}

#[test]
fn a_bank_whose_people_are_abler_than_its_scale_fits_as_well() {
    let mut version = made_up();
    for (item, at) in version.items.iter_mut().zip(0..) {
        // The same curves, on a scale whose origin lies a unit and a half lower.
        (item.a, item.b, item.answers) = (truth(at).slope(), truth(at).difficulty() + 1.5, 900);
    }
    let all = figures(&answered(&version, 900, 0.0), &version);
    assert!(all.iter().all(|one| one.fit.is_some_and(|fit| fit.rmsd_permille < 60)), "{:?}", all[0].fit);
}

#[test]
fn haste_and_copies_are_flagged_and_ordinary_people_are_not() {
    let version = made_up();
    let material = answered(&version, 1_200, 0.0);
    let version =
        apply(&version, &propose(&material, &version, curriculum(), Family::Two, &[]).unwrap()).unwrap();
    let watch = Watch::new(&version, &figures(&material, &version));
    let mut dice = Dice(11);
    let mut sheet = |ms: u32| -> Vec<Answered> {
        let theta = dice.normal() * 0.5;
        (0..ITEMS)
            .map(|item| {
                let right = dice.share() < truth(item).probability(theta);
                Answered { item, answer: Response::one(0), right, ms }
            })
            .collect()
    };
    let kinds = |answers: &[Answered]| watch.look(answers).iter().map(|flag| flag.kind).collect::<Vec<_>>();
    assert!(kinds(&sheet(300)).contains(&FlagKind::Rapid));
    let odd = (0..ITEMS)
        .map(|item| Answered { item, answer: Response::one(0), right: item > 11, ms: 9_000 })
        .collect::<Vec<_>>();
    assert_eq!(kinds(&odd), [FlagKind::Odd]);
    let room: Vec<Vec<Answered>> = (0..30).map(|_| sheet(9_000)).collect();
    let marked = room.iter().filter(|answers| !kinds(answers).is_empty()).count();
    assert!(marked <= 2, "{marked} of 30 honest people");
    assert!(watch.look_at_sitting(&room).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_answers_at_all_are_taken(rows in prop::collection::vec(prop::collection::vec((0_u32..40, any::<bool>(), any::<u32>()), 0..30), 0..60)) {
        let version = made_up();
        let mut material = Material::new(&version);
        for row in rows {
            let answers = row.into_iter().map(|(item, right, ms)| Answered { item, answer: Response::one(0), right, ms });
            material.push(&Who::default(), true, answers);
        }
        let all = figures(&material, &version);
        prop_assert_eq!(all.iter().map(|one| one.asked as usize).sum::<usize>(), material.answers());
        for family in Family::ALL {
            prop_assert!(propose(&material, &version, curriculum(), family, &[]).is_ok());
        }
    }
}
