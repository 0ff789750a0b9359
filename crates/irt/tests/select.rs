//! Laws of selection.

use irt::Item;
use irt::select::{Candidate, Quota, next};
use proptest::prelude::*;

const CONTENTS: u16 = 4;

fn candidate(a: f64, b: f64, content: u16) -> Candidate {
    Candidate { item: Item::two_parameter(a, b).expect("within the bounds"), content }
}

fn banks() -> impl Strategy<Value = Vec<Candidate>> {
    let candidates =
        (0.1..=4.0, -6.0..=6.0, 0..=CONTENTS).prop_map(|(a, b, content)| candidate(a, b, content));
    prop::collection::vec(candidates, 0..50)
}

/// A quota for each content but the last, which has none; some ask for more at least than at most.
fn quotas() -> impl Strategy<Value = Vec<Quota>> {
    let bounds = prop::collection::vec((0_u16..6, 0_u16..9), usize::from(CONTENTS));
    bounds.prop_map(|bounds| {
        let quota = |(content, (least, most))| Quota { content, least, most };
        (0..CONTENTS).zip(bounds).map(quota).collect()
    })
}

/// A whole test, each step with its ability and chance.
fn whole(bank: &[Candidate], quotas: &[Quota], length: usize, steps: &[(f64, u64)]) -> Vec<usize> {
    let mut given = Vec::new();
    for (theta, chance) in steps.iter().cycle() {
        match next(bank, &given, quotas, length, *theta, 3, *chance) {
            Some(place) => given.push(place),
            None => break,
        }
    }
    given
}

fn count(bank: &[Candidate], content: u16) -> usize {
    bank.iter().filter(|candidate| candidate.content == content).count()
}

proptest! {
    #[test]
    fn quotas_that_can_be_met_are_met_and_never_overstepped(
        bank in banks(), quotas in quotas(), length in 0_usize..30,
        steps in prop::collection::vec((-6.0..=6.0, any::<u64>()), 1..30),
    ) {
        let given = whole(&bank, &quotas, length, &steps);
        let asked: Vec<Candidate> = given.iter().map(|place| bank[*place]).collect();
        let room = |quota: &Quota| usize::from(quota.most).min(count(&bank, quota.content));
        let least = |quota: &Quota| usize::from(quota.least).min(room(quota));

        let mut once = given.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), given.len(), "no item is asked twice");
        prop_assert_eq!(given.len(), length.min(quotas.iter().map(room).sum()), "as long as can be");
        prop_assert_eq!(count(&asked, CONTENTS), 0, "nothing without a quota");
        let can_be_met = quotas.iter().map(least).sum::<usize>() <= length;
        for quota in &quotas {
            let had = count(&asked, quota.content);
            prop_assert!(had <= usize::from(quota.most));
            prop_assert!(!can_be_met || had >= least(quota));
        }
    }

    #[test]
    fn without_pressure_the_most_informative_is_chosen(bank in banks(), theta in -6.0..=6.0) {
        let quotas: Vec<Quota> = (0..=CONTENTS).map(|content| Quota { content, least: 0, most: 99 }).collect();
        let chosen = next(&bank, &[], &quotas, 5, theta, 1, 0).map(|place| bank[place].item.information(theta));
        let best = bank.iter().map(|candidate| candidate.item.information(theta)).max_by(f64::total_cmp);
        prop_assert_eq!(chosen, best);
    }

    #[test]
    fn any_numbers_give_a_place_of_the_bank_or_none(
        bank in banks(), quotas in quotas(), given: Vec<usize>, length: usize,
        theta: f64, among: usize, chance: u64,
    ) {
        let place = next(&bank, &given, &quotas, length, theta, among, chance);
        prop_assert!(place.is_none_or(|place| place < bank.len() && !given.contains(&place)));
    }
}

#[test]
fn chance_chooses_among_the_best_and_ties_go_to_the_earlier() {
    let bank: Vec<Candidate> = [0.2, 0.0, 3.0, 0.0, -0.1].into_iter().map(|b| candidate(1.0, b, 0)).collect();
    let quotas = [Quota { content: 0, least: 0, most: 9 }];
    let chosen: Vec<_> = (0..4).map(|chance| next(&bank, &[], &quotas, 5, 0.0, 3, chance)).collect();
    assert_eq!(chosen, [Some(1), Some(3), Some(4), Some(1)]);
    assert_eq!(next(&bank, &[], &quotas, 5, 0.0, 0, 7), Some(1), "among none is among one");
}

#[test]
fn of_two_quotas_for_one_content_the_first_counts() {
    let bank = [candidate(1.0, 0.0, 0), candidate(1.0, 0.0, 0)];
    let quotas = [Quota { content: 0, least: 0, most: 1 }, Quota { content: 0, least: 2, most: 2 }];
    assert_eq!(next(&bank, &[0], &quotas, 2, 0.0, 1, 0), None);
}
