//! The laws of tests.

use std::collections::BTreeSet;

use domain::assessment::{
    Act, Assurance, Attempt, Bank, BankItem, BankVersion, Basis, Decided, Deed, Desk, Ending, Manner,
    NotReplayed, Outcome, Pace, Refused, Status, Time, decide, order, replay, shown,
};
use domain::content::{self, Blueprint, Curriculum, Item, ItemKind, Response, Stop, Supervision, TestKind};
use domain::ids::{BlueprintId, ItemId, SittingId, StatementId};
use domain::learning::Learner;
use domain::record::{Entry, Subject};
use domain::standing::Rung;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::shelf::{act_id, count, curriculum, dawn, newcomer};

/// One person's attempts, as a shell keeps them.
#[derive(Debug, Clone)]
struct Sitter {
    curriculum: Curriculum,
    bank: Bank,
    learner: Learner,
    /// The newest first.
    past: Vec<Attempt>,
    entries: Vec<Entry>,
    now: Timestamp,
    acts: u32,
    uses: Option<domain::assessment::Uses>,
}

impl Sitter {
    fn new(seed: u32) -> Self {
        Self::with(seed, curriculum().clone())
    }

    fn with(seed: u32, curriculum: Curriculum) -> Self {
        let bank = Bank::new(BankVersion::starting(&curriculum), &curriculum);
        let (learner, now) = (newcomer(), dawn());
        Self {
            curriculum,
            bank,
            learner,
            past: vec![],
            entries: vec![],
            now,
            acts: seed.wrapping_mul(1000),
            uses: None,
        }
    }

    fn does(&mut self, deed: Deed) -> Result<Decided, Refused> {
        self.acts = self.acts.wrapping_add(1);
        let act = Act { id: act_id(self.acts), at: self.now, deed };
        let desk = Desk { curriculum: &self.curriculum, bank: &self.bank, uses: self.uses.as_ref() };
        let decided = decide(&self.learner, desk, &self.past, &act, self.now)?;
        self.learner = decided.decision.learner.clone();
        self.entries.push(decided.decision.entry.clone());
        for attempt in decided.withdrawn.iter().chain([&decided.attempt]) {
            self.past.retain(|known| known.id != attempt.id);
            self.past.insert(0, attempt.clone());
        }
        Ok(decided)
    }

    fn begins(&mut self, id: &BlueprintId) -> Result<Decided, Refused> {
        let (blueprint, manner, time) = (id.clone(), Manner::OnScreen, Time::Usual);
        self.does(Deed::Begin { blueprint, manner, time, sitting: None })
    }

    fn open(&self, id: &BlueprintId) -> Option<ItemId> {
        let attempt = self.past.iter().find(|attempt| attempt.blueprint == *id && attempt.is_open())?;
        attempt.open.as_ref().map(|open| open.item.clone())
    }

    /// Answers after so many milliseconds.
    fn answers(&mut self, id: &BlueprintId, right: bool, ms: i64) -> Result<Decided, Refused> {
        let item = self.open(id).ok_or(Refused::NotOpen)?;
        self.now += SignedDuration::from_millis(ms);
        let asked = self.item(&item);
        let answer = if right { asked.key() } else { asked.near_misses()[0] };
        self.does(Deed::Answer { blueprint: id.clone(), item, answer })
    }

    /// Goes through an attempt; `right` says of each question whether it is answered rightly.
    fn takes(&mut self, id: &BlueprintId, right: impl FnMut(usize) -> bool) -> Attempt {
        self.takes_in(id, 20_000, right)
    }

    fn takes_in(&mut self, id: &BlueprintId, ms: i64, mut right: impl FnMut(usize) -> bool) -> Attempt {
        self.begins(id).unwrap();
        let mut asked = 0;
        while self.open(id).is_some() {
            self.answers(id, right(asked), ms).unwrap();
            asked += 1;
        }
        self.past[0].clone()
    }

    fn item(&self, id: &ItemId) -> &Item {
        self.curriculum.items.iter().find(|item| item.id == *id).expect("an asked item is in the bank")
    }
}

/// A check of which one answer is left, all others being right, and the bank it draws from.
pub fn almost_through() -> (Attempt, Bank) {
    static ALMOST: std::sync::OnceLock<(Attempt, Bank)> = std::sync::OnceLock::new();
    let make = || {
        let mut sitter = Sitter::new(7);
        sitter.begins(&id()).unwrap();
        for _ in 1..check().card.most {
            sitter.answers(&id(), true, 9_000).unwrap();
        }
        (sitter.past[0].clone(), sitter.bank)
    };
    ALMOST.get_or_init(make).clone()
}

fn named(id: &str) -> BlueprintId {
    BlueprintId::parse(id).unwrap()
}

fn check() -> &'static Blueprint {
    &curriculum().blueprints[&named("first-steps")]
}

fn id() -> BlueprintId {
    check().card.id.clone()
}

fn outcome(attempt: &Attempt) -> &Outcome {
    &attempt.end.as_ref().expect("the attempt has ended").outcome
}

/// The curriculum with its check changed.
fn edited(change: impl FnOnce(&mut Blueprint)) -> Curriculum {
    let mut curriculum = curriculum().clone();
    change(curriculum.blueprints.get_mut(&id()).unwrap());
    curriculum
}

fn any_test() -> impl Strategy<Value = BlueprintId> {
    prop::sample::select(curriculum().blueprints.keys().cloned().collect::<Vec<_>>())
}

/// Rightness of each question, for as many as any test asks.
fn rights() -> impl Strategy<Value = Vec<bool>> {
    prop::collection::vec(any::<bool>(), 60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_answered_the_quotas_are_met(id in any_test(), seed in 0u32..4000, rights in rights()) {
        let mut sitter = Sitter::new(seed);
        let attempt = sitter.takes(&id, |asked| rights[asked]);
        let rules = &attempt.rules;
        let scored = attempt.scored().count();
        prop_assert!((usize::from(rules.least)..=usize::from(rules.most)).contains(&scored), "{}", scored);
        prop_assert_eq!(count(attempt.given.iter().map(|given| &given.item)).len(), attempt.given.len());
        let asked = count(attempt.scored().map(|given| sitter.item(&given.item).skill.clone()));
        for part in &rules.parts {
            let asked = asked.get(&part.skill).copied().unwrap_or(0);
            prop_assert!((i64::from(part.least)..=i64::from(part.most)).contains(&asked), "{}: {}", part.skill, asked);
        }
        let right = attempt.scored().filter(|given| given.right).count();
        prop_assert_eq!(usize::from(outcome(&attempt).right), right);
    }

    #[test]
    fn an_attempt_is_replayed_from_its_statements_bit_for_bit(id in any_test(), seed in 0u32..4000, rights in rights()) {
        let mut sitter = Sitter::new(seed);
        let attempt = sitter.takes(&id, |asked| rights[asked]);
        // As the record keeps them: through the text of the statements.
        let texts: Vec<String> = sitter.entries.iter().map(domain::record::write).collect();
        let read: Vec<Entry> = texts.iter().map(|text| domain::record::read(text).unwrap()).collect();
        let desk = Desk { curriculum: &sitter.curriculum, bank: &sitter.bank, uses: None };
        prop_assert_eq!(replay(&read, desk), Ok(Attempt { pace: Pace::default(), ..attempt }));
    }

    #[test]
    fn a_skill_is_passed_exactly_when_cut_and_own_questions_are(seed in 0u32..4000, rights in rights()) {
        let mut sitter = Sitter::new(seed);
        let attempt = sitter.takes(&id(), |asked| rights[asked]);
        for part in &check().parts {
            let own = attempt.scored().filter(|given| given.right && sitter.item(&given.item).skill == part.skill).count();
            let passes = outcome(&attempt).theta_milli >= check().cut_milli && own >= usize::from(part.right);
            prop_assert_eq!(outcome(&attempt).passed.contains(&part.skill), passes);
            prop_assert_eq!(sitter.learner.book.rung(&part.skill), passes.then_some(Rung::Passed));
            let part = attempt.end.as_ref().unwrap().parts.iter().find(|it| it.skill == part.skill).unwrap();
            prop_assert!(part.passed == passes && (part.band.bars() >= 3) == passes);
        }
        prop_assert_eq!(outcome(&attempt).all, outcome(&attempt).passed.len() == check().parts.len());
    }

    #[test]
    fn what_a_pretest_question_was_answered_changes_nothing(seed in 0u32..4000, rights in rights()) {
        let mut curriculum = edited(|check| check.pretest = 3);
        // A third of the bank is asked to be learned from.
        let mut version = BankVersion::starting(&curriculum);
        version.items.iter_mut().step_by(3).for_each(|item| item.status = Status::Pretest);
        curriculum.blueprints.retain(|it, _| *it == id());
        let mut attempts = [true, false].map(|pretest_right| {
            let mut sitter = Sitter::with(seed, curriculum.clone());
            sitter.bank = Bank::new(version.clone(), &curriculum);
            sitter.begins(&id()).unwrap();
            let mut scored = 0;
            while let Some(open) = sitter.open(&id()) {
                let item = version.items.iter().find(|item| item.item == open).unwrap();
                let is_pretest = item.status == Status::Pretest;
                let right = if is_pretest { pretest_right } else { rights[scored] };
                scored += usize::from(!is_pretest);
                sitter.answers(&id(), right, 20_000).unwrap();
            }
            sitter.past[0].clone()
        });
        prop_assert_eq!(attempts[0].given.iter().filter(|given| !given.scored).count(), 3);
        prop_assert_eq!(outcome(&attempts[0]).asked, check().card.most);
        for attempt in &mut attempts {
            attempt.given.retain(|given| given.scored);
        }
        prop_assert_eq!(&attempts[0], &attempts[1]);
    }

    #[test]
    fn the_order_of_answers_is_a_permutation(attempt: u32, choices in 0u8..9) {
        for item in &curriculum().items {
            let mut shown = order(act_id(attempt), &item.id, choices);
            prop_assert_eq!(&shown, &order(act_id(attempt), &item.id, choices));
            shown.sort_unstable();
            prop_assert_eq!(shown, (0..choices).collect::<Vec<u8>>());
        }
    }
}

#[test]
fn steps_are_never_shown_in_their_order_and_a_screen_is_shown_as_it_is() {
    for item in &curriculum().items {
        for attempt in 0..60 {
            let places = shown(act_id(attempt), item);
            assert_eq!(places, shown(act_id(attempt), item));
            match item.kind {
                ItemKind::Order => assert!(!places.is_sorted(), "{}", item.id),
                ItemKind::Tap(_) => assert!(places.is_sorted(), "{}", item.id),
                ItemKind::Choice | ItemKind::Several => {}
            }
            let mut all = places;
            all.sort_unstable();
            assert!(all.iter().map(|place| usize::from(*place)).eq(0..item.choices.len()));
        }
    }
}

#[test]
fn an_answer_is_right_exactly_when_it_is_the_key() {
    let mut kinds = BTreeSet::new();
    for item in &curriculum().items {
        kinds.insert(item.kind.as_str());
        assert_eq!(item.mark(item.key()), Some(true), "{}", item.id);
        for miss in item.near_misses() {
            assert_eq!(item.mark(miss), Some(false), "{} {miss:?}", item.id);
        }
        let n = u8::try_from(item.choices.len()).unwrap();
        let each =
            (0..1_u32 << n).map(|bits| (0..n).filter(|place| bits >> place & 1 == 1).collect::<Vec<u8>>());
        let several: Vec<Response> = each.filter_map(|places| Response::several(&places)).collect();
        let ones: Vec<Response> = (0..n).map(Response::one).collect();
        let right = |all: &[Response]| all.iter().filter(|one| item.mark(**one) == Some(true)).count();
        match item.kind {
            ItemKind::Choice | ItemKind::Tap(_) => {
                assert_eq!((right(&ones), right(&several), ones.len()), (1, 0, item.ways() as usize));
            }
            ItemKind::Several => {
                assert_eq!((right(&ones), right(&several), several.len()), (0, 1, item.ways() as usize));
            }
            ItemKind::Order => assert_eq!((right(&ones), right(&several)), (0, 0)),
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["choice", "order", "several", "tap"]);
}

proptest! {
    #[test]
    fn an_answer_is_read_back_from_its_number(mut places in prop::collection::vec(0u8..8, 1..6), of in 2usize..7, seed: u32) {
        let back = |response: Response| Response::of_number(response.number());
        let one = Response::one(places[0]);
        prop_assert_eq!((back(one).way(), back(one).places()), (content::Way::One, vec![places[0]]));
        let several = Response::several(&places).unwrap();
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!((back(several).way(), back(several).places()), (content::Way::Several, places));
        let mixed = order(act_id(seed), &curriculum().items[0].id, u8::try_from(of).unwrap());
        let ordered = Response::order(&mixed).unwrap();
        prop_assert_eq!((back(ordered).way(), back(ordered).places()), (content::Way::Order, mixed));
        let json = serde_json::to_string(&ordered).unwrap();
        prop_assert_eq!(serde_json::from_str::<Response>(&json).unwrap(), ordered);
    }
}

#[test]
fn a_statement_tells_an_answer_as_scorm_does_and_no_key_that_was_not_found() {
    let told = |answer: Response, right: bool| {
        let mut sitter = Sitter::new(1);
        sitter.begins(&id()).unwrap();
        let mut entry = sitter.answers(&id(), true, 9_000).unwrap().decision.entry;
        let Subject::Answered { answer: given, right: marked, .. } = &mut entry.subject else { panic!() };
        (*given, *marked) = (answer, right);
        let text = domain::record::write(&entry);
        assert_eq!(domain::record::read(&text).unwrap(), entry);
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let definition = &json["object"]["definition"];
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        (
            text(&definition["interactionType"]),
            text(&json["result"]["response"]),
            text(&definition["correctResponsesPattern"][0]),
        )
    };
    let line = |kind: &str, response: &str, key: &str| (kind.to_owned(), response.to_owned(), key.to_owned());
    assert_eq!(told(Response::one(2), false), line("choice", "2", ""));
    assert_eq!(told(Response::several(&[2, 0]).unwrap(), true), line("choice", "0[,]2", "0[,]2"));
    assert_eq!(told(Response::order(&[1, 0, 2]).unwrap(), false), line("sequencing", "1[,]0[,]2", ""));
}

#[test]
fn the_order_of_answers_differs_between_attempts_and_favours_no_place() {
    let places: Vec<Vec<u8>> =
        (0..400).map(|attempt| order(act_id(attempt), &curriculum().items[0].id, 4)).collect();
    assert!(count(&places).len() >= 20, "of 24 orders");
    for place in 0..4 {
        let first = count(places.iter().map(|shown| shown[place]));
        assert!(first.values().all(|times| (60..=140).contains(times)), "{first:?}");
    }
}

#[test]
fn neighbours_do_not_get_the_same_questions_in_a_row() {
    let first = |seed| {
        let mut sitter = Sitter::new(seed);
        sitter.begins(&id()).unwrap();
        sitter.open(&id())
    };
    assert!(count((0..60).filter_map(first)).len() >= 2);
}

#[test]
fn all_right_passes_everything_and_all_wrong_nothing() {
    for seed in 0..20 {
        let mut best = Sitter::new(seed);
        let attempt = best.takes(&id(), |_| true);
        assert!(outcome(&attempt).all && outcome(&attempt).right == check().card.most);
        let mut worst = Sitter::new(seed);
        let nothing = worst.takes(&id(), |_| false);
        assert!(outcome(&nothing).passed.is_empty() && worst.learner.book.standings.is_empty());
        assert!(outcome(&attempt).theta_milli > outcome(&nothing).theta_milli);
    }
}

#[test]
fn only_the_open_question_takes_only_its_own_answers() {
    let mut sitter = Sitter::new(1);
    let answer = |item: &ItemId, place| {
        let answer = Response::one(place);
        Deed::Answer { blueprint: id(), item: item.clone(), answer }
    };
    let some = curriculum().items[0].id.clone();
    assert_eq!(sitter.does(answer(&some, 0)), Err(Refused::NotOpen));
    sitter.begins(&id()).unwrap();
    let open = sitter.open(&id()).unwrap();
    let other = curriculum().items.iter().find(|item| item.id != open).unwrap();
    assert_eq!(sitter.does(answer(&other.id, 0)), Err(Refused::OtherItem { open: open.clone() }));
    assert_eq!(sitter.does(answer(&open, 9)), Err(Refused::NoSuchAnswer(Response::one(9))));
    let nowhere = named("nowhere");
    assert_eq!(sitter.begins(&nowhere), Err(Refused::NoSuchTest(nowhere)));
    while sitter.open(&id()).is_some() {
        sitter.answers(&id(), true, 9_000).unwrap();
    }
    assert_eq!(sitter.does(answer(&open, 0)), Err(Refused::NotOpen));
}

#[test]
fn an_open_attempt_is_not_thrown_away_for_another_draw() {
    let mut sitter = Sitter::new(1);
    sitter.begins(&id()).unwrap();
    sitter.now += SignedDuration::from_hours(999);
    assert_eq!(sitter.begins(&id()), Err(Refused::AlreadyOpen));
    sitter.does(Deed::GiveUp { blueprint: id() }).unwrap();
    assert_eq!(outcome(&sitter.past[0]).ending, Ending::GivenUp);
    assert_eq!(sitter.learner.workbook.tests[&id()].open, None);
    assert!(matches!(sitter.begins(&id()), Err(Refused::TooSoon { .. })), "giving up counts as an attempt");
}

#[test]
fn an_attempt_whose_question_left_the_content_gives_way() {
    let mut sitter = Sitter::new(1);
    sitter.begins(&id()).unwrap();
    let (asked, first) = (sitter.open(&id()).unwrap(), sitter.past[0].id);
    sitter.curriculum.items.retain(|item| item.id != asked);
    sitter.bank = Bank::new(sitter.bank.version().clone(), &sitter.curriculum);
    let decided = sitter.begins(&id()).unwrap();
    assert_eq!(decided.withdrawn.map(|it| (it.id, it.ending())), Some((first, Some(Ending::Withdrawn))));
    assert_ne!(sitter.open(&id()), Some(asked));
}

#[test]
fn another_attempt_waits_as_long_as_the_blueprint_says_and_there_are_so_many_a_year() {
    let mut sitter = Sitter::with(1, edited(|check| check.a_year = Some(2)));
    sitter.takes(&id(), |_| false);
    let ended = sitter.now;
    let from = ended + SignedDuration::from_hours(i64::from(check().again_after_hours));
    sitter.now = from - SignedDuration::from_secs(1);
    assert_eq!(sitter.begins(&id()), Err(Refused::TooSoon { from }));
    sitter.now = from;
    sitter.takes(&id(), |_| false);
    sitter.now += SignedDuration::from_hours(24 * 30);
    let from = ended + SignedDuration::from_hours(24 * 365);
    assert_eq!(sitter.begins(&id()), Err(Refused::EnoughThisYear { from }));
    sitter.now = from;
    assert!(sitter.begins(&id()).is_ok());
}

#[test]
fn what_was_asked_is_not_asked_again_as_long_as_there_is_enough_else() {
    let mut sitter = Sitter::new(3);
    let mut seen: Vec<BTreeSet<ItemId>> = Vec::new();
    for _ in 0..3 {
        let attempt = sitter.takes(&id(), |asked| asked % 2 == 0);
        seen.push(attempt.given.iter().map(|given| given.item.clone()).collect());
        sitter.now += SignedDuration::from_hours(48);
    }
    assert!(seen[0].is_disjoint(&seen[1]) && seen[1].is_disjoint(&seen[2]) && seen[0].is_disjoint(&seen[2]));
}

#[test]
fn tapped_through_without_reading_counts_for_nothing_and_may_be_begun_again_at_once() {
    let mut sitter = Sitter::new(5);
    let attempt = sitter.takes_in(&id(), 300, |asked| asked % 4 == 0);
    assert_eq!(outcome(&attempt).ending, Ending::InHaste);
    assert!(sitter.learner.book.standings.is_empty());
    assert_eq!(sitter.learner.workbook.tests[&id()].finished, 0);
    assert!(sitter.begins(&id()).is_ok());
}

#[test]
fn haste_in_an_examination_is_forgiven_once_in_a_year() {
    let rest = SignedDuration::from_hours(i64::from(check().again_after_hours));
    let mut sitter = Sitter::with(5, edited(|check| check.card.kind = TestKind::Examination));
    sitter.takes_in(&id(), 300, |asked| asked % 4 == 0);
    let again = sitter.takes_in(&id(), 300, |asked| asked % 4 == 0);
    assert_eq!(outcome(&again).ending, Ending::InHaste);
    let from = sitter.now + rest;
    assert_eq!(sitter.begins(&id()), Err(Refused::TooSoon { from }), "the second one counts");
    sitter.now = from;
    assert!(sitter.begins(&id()).is_ok());
}

#[test]
fn who_is_quick_and_right_is_in_no_haste() {
    let mut sitter = Sitter::new(5);
    assert_eq!(outcome(&sitter.takes_in(&id(), 300, |_| true)).ending, Ending::Completed);
    let mut slow = Sitter::new(5);
    assert_eq!(outcome(&slow.takes_in(&id(), 30_000, |_| false)).ending, Ending::Completed);
}

/// Even chances from a seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        f64::from(u32::try_from((z ^ (z >> 31)) >> 32).unwrap()) / 4_294_967_296.0
    }

    /// Milliseconds around a middle, from half of it to one and a half.
    fn around(&mut self, ms: i64) -> i64 {
        ms / 2 + ms * i64::from((self.share() * 1000.0).round() as i32) / 1000
    }
}

/// How one answers: an ability, or blindly; and how long it takes, in the middle.
#[derive(Clone, Copy)]
struct Way {
    theta: Option<f64>,
    ms: i64,
}

/// Of so many people who take a test in one way, how many are told that they answered in haste or at random.
fn told(test: &str, way: Way, people: u32) -> u32 {
    let id = named(test);
    let mut chance = Chance(757);
    let tells = |ending| matches!(ending, Ending::InHaste | Ending::AtRandom);
    let mut one = |seed: u32| {
        let mut sitter = Sitter::new(seed);
        sitter.begins(&id).unwrap();
        while let Some(open) = sitter.open(&id) {
            let item = sitter.item(&open);
            let blind = 1.0 / f64::from(item.ways());
            let knows =
                |theta: f64| 1.0 / (1.0 + (-item.model.slope() * (theta - item.model.difficulty())).exp());
            let right = chance.share() < way.theta.map_or(blind, knows);
            sitter.answers(&id, right, chance.around(way.ms)).unwrap();
        }
        u32::from(tells(outcome(&sitter.past[0]).ending))
    };
    (1..=people).map(&mut one).sum()
}

/// Of 100 people who pick blindly in the check, some 96 are told so when they take a second for a question and some 86 when they take
/// six (18 of 20 in the examination); how many exactly goes with the questions that there are. Who reads with care is not, however
/// little they know: 0 of 300, and 0 of 20. Who picks blindly and waits as long as a reader would cannot be told from somebody who
/// knows little, and is left in peace: 0 of 100; in the longer examination the answers themselves give a few of 20 away.
#[test]
fn who_picks_without_reading_is_told_and_who_reads_with_care_is_not() {
    let blind = |ms| Way { theta: None, ms };
    let careful = |theta| Way { theta: Some(theta), ms: 25_000 };
    let check = |way| told("first-steps", way, 100);
    let told_of_check = [blind(1_000), blind(6_000), blind(25_000)].map(check);
    let [tapped_through, clicked, clicked_slowly] = told_of_check;
    assert!(tapped_through >= 90 && clicked >= 75 && clicked_slowly <= 2, "{told_of_check:?}");
    assert_eq!([-2.5, -1.5, 0.0].map(|theta| check(careful(theta))), [0, 0, 0], "read with care");
    let examination = |way| told("first-steps-exam", way, 20);
    let told_of_examination = [blind(6_000), blind(25_000), careful(-1.5)].map(examination);
    let [clicked, clicked_slowly, read] = told_of_examination;
    assert!(clicked >= 15 && clicked_slowly <= 6 && read == 0, "{told_of_examination:?}");
}

#[test]
fn answered_at_random_counts_for_nothing_and_may_be_begun_again_at_once() {
    let mut sitter = Sitter::new(5);
    let attempt = sitter.takes_in(&id(), 6_000, |asked| asked % 4 == 0);
    assert_eq!(outcome(&attempt).ending, Ending::AtRandom);
    assert!(sitter.learner.book.standings.is_empty());
    assert_eq!(sitter.learner.workbook.tests[&id()].finished, 0);
    assert!(sitter.begins(&id()).is_ok());
    let mut careful = Sitter::new(5);
    let slow = careful.takes_in(&id(), 20_000, |asked| asked % 4 == 0);
    assert_eq!(outcome(&slow).ending, Ending::Completed, "the same answers, read");
    let mut able = Sitter::new(5);
    let quick = able.takes_in(&id(), 6_000, |asked| asked % 3 != 0);
    assert_eq!(outcome(&quick).ending, Ending::Completed, "quick, and better than chance");
}

#[test]
fn a_test_that_may_end_early_ends_when_it_is_sure() {
    let stop = Stop { sure_permille: Some(950), se_milli: None };
    let sitter = |stop| {
        let mut sitter = Sitter::with(2, edited(|check| (check.card.most, check.stop) = (12, stop)));
        sitter.takes(&id(), |_| true).scored().count()
    };
    assert!((10..12).contains(&sitter(stop)), "all right: sure soon after the least");
    assert_eq!(sitter(Stop::default()), 12, "no rule to end early");
}

#[test]
fn the_time_runs_unless_it_rests_and_what_was_answered_in_time_counts() {
    let limited = edited(|check| check.minutes = Some(10));
    let mut sitter = Sitter::with(1, limited.clone());
    sitter.begins(&id()).unwrap();
    sitter.answers(&id(), true, 60_000).unwrap();
    assert_eq!(sitter.does(Deed::Close { blueprint: id() }), Err(Refused::TimeLeft));
    let paused = sitter.past[0].pace.paused(sitter.now);
    sitter.past[0].pace = paused;
    assert_eq!(sitter.answers(&id(), true, 1_000), Err(Refused::Paused));
    sitter.now += SignedDuration::from_mins(30);
    sitter.past[0].pace = paused.resumed(sitter.now);
    assert!(sitter.answers(&id(), true, 60_000).is_ok(), "no time passed while it rested");
    assert_eq!(sitter.answers(&id(), true, 600_000), Err(Refused::TimeOver));
    let decided = sitter.does(Deed::Close { blueprint: id() }).unwrap();
    assert_eq!((outcome(&decided.attempt).ending, outcome(&decided.attempt).asked), (Ending::TimeOver, 2));
    assert!(decided.decision.entry.evidence.is_empty(), "two answers prove nothing");

    let mut unhurried = Sitter::with(1, limited);
    let (manner, time) = (Manner::Oral, Time::Unlimited);
    let begin = Deed::Begin { blueprint: id(), manner, time, sitting: None };
    let attempt = unhurried.does(begin).unwrap().attempt;
    assert_eq!((attempt.pace.deadline, attempt.manner), (None, Manner::Oral));
}

#[test]
fn a_sitting_assures_and_some_tests_are_taken_in_one_only() {
    let supervised = edited(|check| check.supervision = Supervision::Required);
    let mut sitter = Sitter::with(1, supervised);
    assert_eq!(sitter.begins(&id()), Err(Refused::OnlySupervised));
    let sitting = Some(SittingId::mint(dawn(), [7; 10]));
    let (manner, time) = (Manner::OnScreen, Time::Usual);
    sitter.does(Deed::Begin { blueprint: id(), manner, time, sitting }).unwrap();
    while sitter.open(&id()).is_some() {
        sitter.answers(&id(), true, 9_000).unwrap();
    }
    let standings = sitter.learner.book.standings.values();
    assert!(standings.clone().count() == 4);
    assert!(standings.into_iter().all(|standing| standing.assurance == Some(Assurance::Supervised)));
}

#[test]
fn a_diagnosis_proves_nothing_and_says_where_to_begin() {
    let start = curriculum().blueprints.values().find(|it| it.card.kind == TestKind::Diagnosis);
    let Some(start) = start.map(|it| it.card.id.clone()) else { panic!("there is a diagnosis") };
    let lessons = &curriculum().syllabus.courses[0].lessons;
    let mut nobody = Sitter::new(1);
    nobody.takes(&start, |_| false);
    assert_eq!(nobody.learner.workbook.advice.as_ref(), Some(&lessons[0].id));
    let mut everything = Sitter::new(1);
    let attempt = everything.takes(&start, |_| true);
    assert_eq!(everything.learner.workbook.advice, None);
    assert!(outcome(&attempt).all && everything.learner.book.standings.is_empty());
    let (_, next) = domain::learning::next(&curriculum().syllabus, &everything.learner);
    assert!(matches!(next, domain::learning::Next::Lesson { .. }), "nothing was read yet: {next:?}");
}

#[test]
fn a_question_scores_once_enough_people_have_answered_it() {
    let ripe = |answers: u32, b: f64| {
        let item = BankItem {
            item: ItemId::parse("phone-01").unwrap(),
            a: 1.0,
            b,
            c: 0.0,
            se_b: 0.1,
            answers,
            status: Status::Calibrated,
        };
        item.is_ripe(0.0)
    };
    assert!(!ripe(499, 1.0) && ripe(500, 1.0));
    assert!(!ripe(999, 0.2) && ripe(1000, 0.2));

    let mut sitter = Sitter::new(1);
    let mut version = sitter.bank.version().clone();
    for item in version.items.iter_mut().skip(1) {
        (item.status, item.answers, item.se_b) = (Status::Calibrated, 2_000, 0.05);
    }
    let fresh = version.items[0].item.clone();
    sitter.bank = Bank::new(version, &sitter.curriculum);
    let attempt = sitter.takes(&id(), |asked| asked % 2 == 0);
    assert_eq!(attempt.rules.basis, Basis::Calibrated);
    assert!(attempt.scored().all(|given| given.item != fresh));
}

#[test]
fn retired_questions_and_those_under_review_are_not_asked() {
    let mut sitter = Sitter::new(1);
    let mut version = sitter.bank.version().clone();
    let out: BTreeSet<ItemId> = version.items.iter().step_by(2).map(|item| item.item.clone()).collect();
    for (at, item) in version.items.iter_mut().step_by(2).enumerate() {
        item.status = if at % 2 == 0 { Status::Retired } else { Status::NeedsReview };
    }
    sitter.bank = Bank::new(version, &sitter.curriculum);
    let attempt = sitter.takes(&id(), |_| true);
    assert!(attempt.given.iter().all(|given| !out.contains(&given.item)));
}

#[test]
fn an_attempt_goes_on_with_the_bank_and_the_rules_it_began_with() {
    let mut sitter = Sitter::new(1);
    sitter.begins(&id()).unwrap();
    let mut next = sitter.bank.version().clone();
    next.number += 1;
    let newer = Bank::new(next, &sitter.curriculum);
    let own = core::mem::replace(&mut sitter.bank, newer);
    assert_eq!(sitter.answers(&id(), true, 9_000), Err(Refused::OtherBank { wanted: 1 }));
    sitter.bank = own;
    sitter.curriculum.blueprints.get_mut(&id()).unwrap().card.most = 30;
    while sitter.open(&id()).is_some() {
        sitter.answers(&id(), true, 9_000).unwrap();
    }
    assert_eq!(outcome(&sitter.past[0]).asked, check().card.most);
}

#[test]
fn a_new_version_adds_what_the_content_has_gained_and_keeps_the_rest() {
    let mut fewer = curriculum().clone();
    let new = fewer.items.pop().unwrap();
    let first = BankVersion::starting(&fewer);
    let next = first.with_new(curriculum()).unwrap();
    assert_eq!((first.number, next.number, next.items.len()), (1, 2, first.items.len() + 1));
    assert!(next.items.iter().any(|item| item.item == new.id && item.status == Status::Starting));
    assert!(first.items.iter().all(|item| next.items.contains(item)));
    assert_eq!(next.with_new(curriculum()), None);
}

#[test]
fn statements_that_do_not_make_an_attempt_are_told_apart() {
    let mut sitter = Sitter::new(1);
    sitter.takes(&id(), |_| true);
    let desk = Desk { curriculum: &sitter.curriculum, bank: &sitter.bank, uses: None };
    assert_eq!(replay(&[], desk), Err(NotReplayed::NoBeginning));
    assert_eq!(replay(&sitter.entries[1..], desk), Err(NotReplayed::NoBeginning));
    let mut swapped = sitter.entries.clone();
    swapped.swap(1, 2);
    assert!(matches!(replay(&swapped, desk), Err(NotReplayed::OtherItem { place: 0, .. })));
}

#[test]
fn the_oldest_statements_of_checks_are_still_read() {
    let read = |json: &str| serde_json::from_str::<Subject>(json).unwrap();
    let began = read(r#"{"began-check":{"check":"first-steps"}}"#);
    assert_eq!(began, Subject::BeganCheck { check: id(), attempt: None });
    let answered = read(
        r#"{"answered":{"check":"first-steps","item":"phone-01","choice":1,"right":true,
        "result":{"right":9,"asked":10,"theta-milli":812,"se-milli":480,"passed":true}}}"#,
    );
    let Subject::Answered { mark: None, result: Some(result), .. } = answered else { panic!("{answered:?}") };
    assert!(result.passed && result.ending == Ending::Completed);
}

#[test]
fn an_old_workbook_is_read_and_its_open_attempt_is_forgotten() {
    let old = r#"{"checks":{"first-steps":{"attempt":{"id":"01919191-0000-7000-8000-000000000000","began":1795334400000,
        "given":[],"open":"phone-01"},"last":{"at":1795334400000,"right":9,"asked":10,"theta_milli":812,"se_milli":480,
        "passed":["phone"],"all":false},"finished":1}}}"#;
    let workbook: domain::learning::Workbook = serde_json::from_str(old).unwrap();
    let mark = &workbook.tests[&id()];
    assert_eq!((mark.open, mark.finished), (None::<StatementId>, 1));
    assert_eq!(mark.last.as_ref().map(|last| (last.right, last.ending)), Some((9, Ending::Completed)));
}

/// How many of so many people who answer much alike are asked the question that most are asked.
fn most_asked(people: u32, held_down: bool) -> u32 {
    let exam = named("first-steps-exam");
    let mut uses = domain::assessment::Uses::default();
    let mut asked: std::collections::BTreeMap<ItemId, u32> = std::collections::BTreeMap::new();
    for seed in 1..=people {
        let mut sitter = Sitter::new(seed);
        sitter.uses = held_down.then(|| uses.clone());
        let attempt = sitter.takes(&exam, |asked| !(asked + seed as usize).is_multiple_of(3));
        attempt.given.iter().for_each(|given| *asked.entry(given.item.clone()).or_default() += 1);
        uses.note(&sitter.bank, &attempt);
    }
    asked.values().max().copied().unwrap_or(0)
}

/// Measured: nobody is spared while nothing is known, so of the first 60 people 36 are asked the same question, of 120 then 52, of 240
/// then 83; the last half of those near the cap of 0.3 for people alike.
#[test]
fn an_examination_spares_the_questions_that_many_were_asked() {
    let (held, free) = (most_asked(120, true), most_asked(60, false));
    assert!(held <= 60 && free >= 50, "{held} of 120 with caps, {free} of 60 without");
}
