//! Laws of choosing from a bank.

use irt::{Bank, Entry, Graded, Item, Model, Role};
use proptest::prelude::*;

fn models() -> impl Strategy<Value = Model> {
    let items = (0.05..=3.0, -4.0..=4.0, 0.0..=0.4)
        .prop_map(|(a, b, c)| Model::from(Item::new(a, b, c).expect("within the bounds")));
    let graded = (0.2..=3.0, -3.0..=2.0, 0.1..=1.5).prop_map(|(a, b, step)| {
        Model::from(Graded::new(a, &[b, b + step, b + 2.0 * step]).expect("within the bounds"))
    });
    // The same few items again and again, so that there are ties.
    let same = (1..=3_i32).prop_map(|k| Model::from(Item::two_parameter(1.0, f64::from(k)).expect("within")));
    prop_oneof![4 => items, 1 => graded, 1 => same]
}

fn banks(sizes: core::ops::Range<usize>) -> impl Strategy<Value = Vec<Entry>> {
    let roles = prop_oneof![9 => Just(Role::Scored), 1 => Just(Role::Pretest)];
    let entries =
        (models(), 0_u16..4, roles).prop_map(|(model, content, role)| Entry { model, content, role });
    prop::collection::vec(entries, sizes)
}

/// The most informative of all, looked at one by one.
fn by_hand(entries: &[Entry], theta: f64, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let scored =
        entries.iter().enumerate().filter(|(place, entry)| entry.role == Role::Scored && fits(*place));
    let rated = scored.map(|(place, entry)| (entry.model.information(theta), place));
    let best = rated.max_by(|(one, at), (other, after)| one.total_cmp(other).then(after.cmp(at)));
    best.map(|(_, place)| place)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_most_informative_is_the_exact_one_and_the_earlier_of_equals(
        entries in banks(0..300), theta in -6.5..=6.5, borders in -60..=60_i32, every in 1_usize..9,
    ) {
        let bank = Bank::new(entries.clone());
        for theta in [theta, f64::from(borders) / 10.0] {
            prop_assert_eq!(bank.most_informative(theta, |_| true), by_hand(&entries, theta, |_| true));
            let fits = |place: usize| place % 9 < every;
            prop_assert_eq!(bank.most_informative(theta, fits), by_hand(&entries, theta, fits));
            let late = |place: usize| place > 250;
            prop_assert_eq!(bank.most_informative(theta, late), by_hand(&entries, theta, late));
        }
    }

    #[test]
    fn the_few_best_are_the_best_again_and_again(entries in banks(0..60), theta in -6.0..=6.0) {
        let few = Bank::new(entries.clone()).most_informative_few(theta, 5, |_| true);
        for (k, place) in few.iter().enumerate() {
            prop_assert_eq!(Some(*place), by_hand(&entries, theta, |place| !few[..k].contains(&place)));
        }
        let scored = entries.iter().filter(|entry| entry.role == Role::Scored).count();
        prop_assert_eq!(few.len(), scored.min(5));
    }

    #[test]
    fn no_ability_makes_it_panic(entries in banks(0..20), theta: f64) {
        let _ = Bank::new(entries).most_informative(theta, |_| true);
    }
}
