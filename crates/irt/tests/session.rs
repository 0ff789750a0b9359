//! Laws of a test while it is taken.

use irt::exposure::{Caps, Draw, Ledger, Sheet, draw, stratum};
use irt::stop::{Cut, Rule, Why};
use irt::{
    Answer, Bank, Chance, Entry, Item, Method, Plan, Prior, Quota, Role, Rules, Session, Step, Surprise,
};
use proptest::prelude::*;

const CONTENTS: u16 = 4;

fn banks() -> impl Strategy<Value = Vec<Entry>> {
    let roles = prop_oneof![5 => Just(Role::Scored), 1 => Just(Role::Pretest)];
    let entries =
        (0.3..=2.5, -3.0..=3.0, 0.0..=0.3, 0..=CONTENTS, roles).prop_map(|(a, b, c, content, role)| Entry {
            model: Item::new(a, b, c).expect("within the bounds").into(),
            content,
            role,
        });
    prop::collection::vec(entries, 0..90)
}

/// A quota for each content but the last, which has none; some ask for more at least than at most.
fn quotas() -> impl Strategy<Value = Vec<Quota>> {
    let bounds = prop::collection::vec((0_u16..6, 0_u16..9), usize::from(CONTENTS));
    bounds.prop_map(|bounds| {
        let quota = |(content, (least, most))| Quota { content, least, most };
        (0..CONTENTS).zip(bounds).map(quota).collect()
    })
}

fn methods() -> impl Strategy<Value = Method> {
    prop_oneof![
        Just(Method::MostInformative),
        any::<u8>().prop_map(|among| Method::Randomesque { among: among % 12 }),
        (0_u16..40, any::<f64>()).prop_map(|(ramp, acceleration)| Method::Progressive { ramp, acceleration }),
        (0_u16..40).prop_map(|ramp| Method::Progressive { ramp, acceleration: 1.0 }),
    ]
}

fn rules() -> impl Strategy<Value = Rules> {
    let stops = (0_u16..20, 0_u16..15, prop::option::of(0.2..=0.9), prop::option::of(-1.0..=1.0));
    (quotas(), any::<bool>(), methods(), stops, 0_u8..6).prop_map(
        |(quotas, some, method, (least, more, se, cut), pretest)| {
            let stop = Rule { least, most: least + more, se, cut: cut.map(Cut::at) };
            let quotas = if some { quotas } else { Vec::new() };
            Rules { quotas, stop, method, pretest, prior: Prior::STANDARD }
        },
    )
}

/// A whole test by a person of an ability, and why it ended.
fn whole<'a>(plan: Plan<'a>, theta: f64) -> (Session<'a>, Why) {
    let mut session = Session::begin(plan);
    let mut chance = Chance::new(plan.seed);
    loop {
        match session.step() {
            Step::Stop(why) => return (session, why),
            Step::Ask { place, .. } => {
                let model = &plan.bank.get(place).expect("of the bank").model;
                let score = u8::from(chance.unit() < model.probability(1, theta));
                session.answer(Answer { place, score }).expect("due");
            }
        }
    }
}

fn count(bank: &Bank, content: u16) -> usize {
    bank.iter().filter(|entry| entry.content == content && entry.role == Role::Scored).count()
}

fn asked(session: &Session<'_>, bank: &Bank, content: u16) -> usize {
    let entries = session.answers().iter().filter_map(|answer| bank.get(answer.place));
    entries.filter(|entry| entry.content == content && entry.role == Role::Scored).count()
}

/// A ledger after some persons, so that some items have reached their caps.
fn used(bank: &Bank, rules: &Rules, persons: u64, caps: Caps) -> Ledger {
    let mut ledger = Ledger::new(bank.len());
    for seed in 0..persons {
        let wish = Draw { caps: Some(caps), quotas: &rules.quotas, length: rules.stop.most, seen: &[], seed };
        let sheet = draw(bank, &ledger, &wish);
        let (session, _) = whole(Plan { bank, rules, sheet: &sheet, seed }, 0.5);
        let shown: Vec<usize> = session.answers().iter().map(|answer| answer.place).collect();
        ledger.note(&sheet, session.estimate().theta(), &shown);
    }
    ledger
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn quotas_that_can_be_met_are_met_and_never_overstepped(
        entries in banks(), rules in rules(), theta in -3.0..=3.0, seed: u64, persons in 0_u64..6,
        seen in prop::collection::vec(0_usize..90, 0..40),
    ) {
        let bank = Bank::new(entries);
        let ledger = used(&bank, &rules, persons, Caps::default());
        let wish = Draw {
            caps: Some(Caps::default()), quotas: &rules.quotas, length: rules.stop.most, seen: &seen, seed,
        };
        let sheet = draw(&bank, &ledger, &wish);
        let (session, why) = whole(Plan { bank: &bank, rules: &rules, sheet: &sheet, seed }, theta);

        let mut once: Vec<usize> = session.answers().iter().map(|answer| answer.place).collect();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), session.answers().len(), "no item is asked twice");
        prop_assert!(session.scored() <= usize::from(rules.stop.most));
        let pretest = session.answers().len() - session.scored();
        prop_assert!(pretest <= usize::from(rules.pretest));

        let room = |quota: &Quota| usize::from(quota.most).min(count(&bank, quota.content));
        let least = |quota: &Quota| usize::from(quota.least).min(room(quota));
        let can_be_met = rules.quotas.iter().map(least).sum::<usize>() <= usize::from(rules.stop.most);
        for quota in &rules.quotas {
            let had = asked(&session, &bank, quota.content);
            prop_assert!(had <= usize::from(quota.most));
            prop_assert!(!can_be_met || had >= least(quota), "{:?} {}", quota, had);
        }
        if !rules.quotas.is_empty() {
            prop_assert_eq!(asked(&session, &bank, CONTENTS), 0, "nothing without a quota");
        }
        let all: usize = if rules.quotas.is_empty() {
            (0..=CONTENTS).map(|content| count(&bank, content)).sum()
        } else {
            rules.quotas.iter().map(room).sum()
        };
        if why == Why::Exhausted {
            prop_assert_eq!(session.scored(), all, "it ends early only where nothing is left");
        }
        prop_assert!(session.scored() >= usize::from(rules.stop.least).min(all), "not too short");
    }

    #[test]
    fn the_same_record_is_the_same_test(
        entries in banks(), rules in rules(), theta in -3.0..=3.0, seed: u64,
    ) {
        let bank = Bank::new(entries);
        let sheet = Sheet::open(bank.len());
        let plan = Plan { bank: &bank, rules: &rules, sheet: &sheet, seed };
        let (session, _) = whole(plan, theta);
        let kept = Sheet::from_bytes(&sheet.to_bytes()).expect("ours");
        let again = Session::replay(Plan { sheet: &kept, ..plan }, session.answers());
        let again = again.expect("of the same plan");
        prop_assert_eq!(again.step(), session.step());
        prop_assert_eq!(again.estimate().theta().to_bits(), session.estimate().theta().to_bits());
        prop_assert_eq!(again.estimate().se().to_bits(), session.estimate().se().to_bits());
    }

    #[test]
    fn what_is_seen_is_not_shown_while_others_suffice(seed: u64, seen in prop::collection::btree_set(0_usize..60, 0..30)) {
        let item = |k: i32| Item::two_parameter(1.0, f64::from(k - 30) / 15.0).expect("within the bounds");
        let bank = Bank::new((0..60).map(|k| Entry::scored(item(k), 0)).collect());
        let rules = Rules::plain(20);
        let seen: Vec<usize> = seen.into_iter().collect();
        let wish = Draw { caps: None, quotas: &[], length: 20, seen: &seen, seed };
        let sheet = draw(&bank, &Ledger::new(60), &wish);
        let (session, _) = whole(Plan { bank: &bank, rules: &rules, sheet: &sheet, seed }, 0.0);
        prop_assert!(session.answers().iter().all(|answer| !seen.contains(&answer.place)));
    }

    #[test]
    fn a_sheet_comes_back_from_its_bytes(
        items in 0_usize..300, tests in 0_u64..30, seen in prop::collection::vec(0_usize..300, 0..50), seed: u64,
    ) {
        let item = Item::two_parameter(1.0, 0.0).expect("within the bounds");
        let bank = Bank::new(vec![Entry::scored(item, 0); items]);
        let mut ledger = Ledger::new(items);
        for test in 0..tests {
            let shown: Vec<usize> = (0..items).filter(|place| (*place as u64 + test) % 5 < 2).collect();
            ledger.note(&Sheet::open(items), test as f64 / 10.0 - 1.5, &shown);
        }
        let wish = Draw { caps: Some(Caps::default()), quotas: &[], length: 10, seen: &seen, seed };
        let sheet = draw(&bank, &ledger, &wish);
        let bytes = sheet.to_bytes();
        prop_assert!(bytes.len() <= 4 + 18 * (1 + items.div_ceil(8)));
        prop_assert_eq!(Sheet::from_bytes(&bytes), Ok(sheet));
        for cut in 0..bytes.len() {
            prop_assert!(Sheet::from_bytes(&bytes[..cut]).is_err());
        }
    }

    #[test]
    fn any_bytes_are_a_sheet_or_a_reason(bytes: Vec<u8>) {
        let _ = Sheet::from_bytes(&bytes);
    }

    #[test]
    fn any_record_is_a_test_or_a_reason(
        entries in banks(), rules in rules(), seed: u64, record in prop::collection::vec((0_usize..95, any::<u8>()), 0..40),
    ) {
        let bank = Bank::new(entries);
        let sheet = Sheet::open(3);
        let plan = Plan { bank: &bank, rules: &rules, sheet: &sheet, seed };
        let mut session = Session::begin(plan);
        for (place, score) in record {
            let known = place < bank.len();
            let again = session.answers().iter().any(|answer| answer.place == place);
            prop_assert_eq!(session.answer(Answer { place, score }).is_ok(), known && !again);
            let _ = session.step();
        }
        prop_assert!(session.per_content(0.4).len() <= 5);
    }
}

#[test]
fn a_record_of_another_plan_is_told_from_ours() {
    let item = |b| Entry::scored(Item::two_parameter(1.0, b).expect("within the bounds"), 0);
    let bank = Bank::new(vec![item(-1.0), item(0.0), item(1.0)]);
    let (rules, sheet) = (Rules::plain(2), Sheet::open(3));
    let plan = Plan { bank: &bank, rules: &rules, sheet: &sheet, seed: 7 };
    let wrong = Session::replay(plan, &[Answer { place: 2, score: 1 }]);
    let due = Step::Ask { place: 1, role: Role::Scored };
    assert_eq!(wrong.err(), Some(Surprise::NotDue { at: 0, due }));
}

#[test]
fn unscored_items_are_mixed_in_all_before_the_least_length_and_count_for_nothing() {
    let item = |k: i32| Item::two_parameter(1.0, f64::from(k - 30) / 15.0).expect("within the bounds");
    let scored = (0..60).map(|k| Entry::scored(item(k), 0));
    let bank = Bank::new(scored.chain((0..10).map(|k| Entry::pretest(item(k), 1))).collect());
    let rules = Rules { pretest: 4, ..Rules::plain(10) };
    let sheet = Sheet::open(bank.len());
    let mut places = Vec::new();
    for seed in 0..50 {
        let (session, why) = whole(Plan { bank: &bank, rules: &rules, sheet: &sheet, seed }, 0.0);
        assert_eq!((session.scored(), session.answers().len(), why), (10, 14, Why::Full));
        let at = |answer: &Answer| answer.place >= 60;
        assert!(!at(&session.answers()[0]), "never the first");
        places.extend(session.answers().iter().enumerate().filter(|(_, answer)| at(answer)).map(|(k, _)| k));
    }
    assert!((1..14).all(|step| places.contains(&step)), "anywhere else");
}

#[test]
fn caps_hold_from_the_first_persons_on() {
    let mut chance = Chance::new(3);
    let mut item = |k: u16| {
        let (a, b) = (0.8 + chance.unit(), chance.normal().clamp(-3.0, 3.0));
        Entry::scored(Item::two_parameter(a, b).expect("within the bounds"), k % 3)
    };
    let bank = Bank::new((0..200).map(&mut item).collect());
    let quotas = (0..3).map(|content| Quota { content, least: 3, most: 7 }).collect();
    let rules = Rules { quotas, ..Rules::plain(15) };
    let caps = Caps::default();
    let mut ledger = Ledger::new(bank.len());
    let mut people = Chance::new(9);
    for seed in 0..600 {
        let wish = Draw { caps: Some(caps), quotas: &rules.quotas, length: 15, seen: &[], seed };
        let sheet = draw(&bank, &ledger, &wish);
        let (session, _) = whole(Plan { bank: &bank, rules: &rules, sheet: &sheet, seed }, people.normal());
        let shown: Vec<usize> = session.answers().iter().map(|answer| answer.place).collect();
        ledger.note(&sheet, session.estimate().theta(), &shown);
        let tests = f64::from(ledger.tests());
        let most = (0..bank.len()).map(|place| ledger.share(place)).fold(0.0, f64::max);
        assert!(most <= 0.20 + 1.0 / tests + 1e-12, "after {tests}: {most}");
    }
    let middle = stratum(0.0);
    let most = (0..bank.len()).map(|place| ledger.share_at(middle, place)).fold(0.0, f64::max);
    assert!(most < 0.36, "at equal ability {most}");
}

#[test]
fn a_test_has_the_same_bits_on_every_machine() {
    // Found once; another machine, compiler or year must find the same.
    let bank = irt::simulate::bank(irt::simulate::Kind::ThreeParameter, 300, 3, 1);
    let quotas = (0..3).map(|content| Quota { content, least: 3, most: 6 }).collect();
    let method = Method::Progressive { ramp: 10, acceleration: 1.0 };
    let rules = Rules { quotas, method, ..Rules::plain(12) };
    let ledger = used(&bank, &rules, 8, Caps::default());
    let wish = Draw { caps: Some(Caps::default()), quotas: &rules.quotas, length: 12, seen: &[5], seed: 42 };
    let sheet = draw(&bank, &ledger, &wish);
    let (session, _) = whole(Plan { bank: &bank, rules: &rules, sheet: &sheet, seed: 42 }, 0.7);
    let places: Vec<usize> = session.answers().iter().map(|answer| answer.place).collect();
    assert_eq!(places, [257, 52, 272, 248, 212, 108, 192, 120, 14, 171, 13, 22]);
    let estimate = session.estimate();
    assert_eq!(
        (estimate.theta().to_bits(), estimate.se().to_bits()),
        (4_607_419_468_477_633_394, 4_602_558_057_558_074_534)
    );
}
