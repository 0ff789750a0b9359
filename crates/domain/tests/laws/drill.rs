//! Goal: a round of drills is fair, goes one way only, and its score means what it says.
//! Method: made-up shelves of messages, made-up pasts and every score that a round can have.

use std::collections::BTreeSet;

use domain::content::{Channel, Curriculum, DrillMessage, NextStep, Role, Truth};
use domain::drill::{
    Answer, JudgeRefused, Judged, Judgement, MESSAGES, Mark, OF_A_KIND, Round, Score, Verdict, choose, judge,
};
use domain::ids::{DrillId, SkillId};
use domain::learning::{Act, Decision, Deed, Learner, Refusal, decide};
use domain::record::{Subject, read, write};
use domain::standing::Rung;
use domain::text::Text;
use proptest::prelude::*;

use crate::shelf::{act, act_id, curriculum, minute, newcomer};

fn message(number: usize, truth: Truth, level: u8) -> DrillMessage {
    let step = |right| NextStep { text: Text::default(), right, because: Text::default() };
    DrillMessage {
        id: DrillId::parse(&format!("m-{number}")).unwrap(),
        skill: skill(),
        channel: Channel::Sms,
        from: Text::default(),
        role: Role::Target,
        truth,
        level,
        added: "2026-11-26".into(),
        scene: None,
        title: None,
        elements: Vec::new(),
        signs: Vec::new(),
        next: vec![step(false), step(true)],
    }
}

fn skill() -> SkillId {
    SkillId::parse("spot-scam").unwrap()
}

fn shelves() -> impl Strategy<Value = Vec<DrillMessage>> {
    let one = (any::<bool>(), 1u8..=3);
    prop::collection::vec(one, 0..40).prop_map(|all| {
        let truth = |scam| if scam { Truth::Scam } else { Truth::Genuine };
        all.into_iter()
            .enumerate()
            .map(|(number, (scam, level))| message(number, truth(scam), level))
            .collect()
    })
}

fn pasts() -> impl Strategy<Value = Mark> {
    let seen = prop::collection::btree_map(0usize..40, 1u16..9, 0..40);
    (seen, prop::option::of(scores())).prop_map(|(seen, last)| {
        let told = |(number, round): (usize, u16)| {
            (DrillId::parse(&format!("m-{number}")).unwrap(), u32::from(round) * 4 + 1)
        };
        Mark {
            seen: seen.into_iter().map(told).collect(),
            scores: last.into_iter().collect(),
            ..Mark::new(skill())
        }
    })
}

/// Every kind of score that a round can have.
fn scores() -> impl Strategy<Value = Score> {
    let parts = (3u8..=5, 0u8..=5, 0u8..=5, 0u8..=5, 0u8..=5, 1u8..=3);
    parts.prop_map(|(scams, hits, doubts, alarms, qualms, level)| {
        let genuine = 8 - scams;
        let (hits, alarms) = (hits.min(scams), alarms.min(genuine));
        let (doubts, qualms) = (doubts.min(scams - hits), qualms.min(genuine - alarms));
        Score { level, scams, hits, doubts, genuine, alarms, qualms, steps: 0 }
    })
}

fn all(shelf: &[DrillMessage]) -> Vec<&DrillMessage> {
    shelf.iter().collect()
}

proptest! {
    #[test]
    fn a_round_has_eight_different_messages_and_enough_of_each_kind(
        shelf in shelves(), mark in pasts(), seed in 0u32..1_000_000
    ) {
        let genuine = shelf.iter().filter(|message| message.truth == Truth::Genuine).count();
        let chosen = choose(&all(&shelf), &mark, act_id(seed));
        let enough = genuine >= OF_A_KIND && shelf.len() - genuine >= OF_A_KIND && shelf.len() >= MESSAGES;
        prop_assert_eq!(chosen.is_some(), enough);
        let Some(chosen) = chosen else { return Ok(()) };
        prop_assert_eq!(chosen.iter().collect::<BTreeSet<_>>().len(), MESSAGES);
        let truth = |id: &DrillId| shelf.iter().find(|message| message.id == *id).unwrap().truth;
        let of = chosen.iter().filter(|id| truth(id) == Truth::Genuine).count();
        prop_assert!((OF_A_KIND..=MESSAGES - OF_A_KIND).contains(&of));
        prop_assert_eq!(choose(&all(&shelf), &mark, act_id(seed)), Some(chosen));
    }

    #[test]
    fn nothing_above_the_level_and_nothing_seen_later_comes_before_what_could_have_come(
        shelf in shelves(), mark in pasts(), seed in 0u32..1_000_000
    ) {
        let Some(chosen) = choose(&all(&shelf), &mark, act_id(seed)) else { return Ok(()) };
        let rank = |message: &DrillMessage| {
            let seen = mark.seen(&message.id).map_or(0, |(round, _)| round);
            (message.level.saturating_sub(mark.level()), seen)
        };
        for truth in [Truth::Genuine, Truth::Scam] {
            let of = shelf.iter().filter(|message| message.truth == truth);
            let (inside, outside): (Vec<_>, Vec<_>) = of.partition(|message| chosen.contains(&message.id));
            let worst = inside.into_iter().map(rank).max();
            let best = outside.into_iter().map(rank).min();
            prop_assert!(best.is_none_or(|best| worst.is_some_and(|worst| worst <= best)));
        }
    }

    #[test]
    fn more_hits_and_fewer_alarms_never_make_a_worse_score(score in scores()) {
        let better = Score { hits: score.hits + u8::from(score.doubts > 0), doubts: score.doubts.saturating_sub(1), ..score };
        let calmer = Score { qualms: score.qualms.saturating_sub(1), ..score };
        for other in [better, calmer] {
            prop_assert!(other.sensitivity_milli() >= score.sensitivity_milli());
            prop_assert!(other.is_good() || !score.is_good());
        }
        prop_assert_eq!(Score::of_code(score.code()), score);
        prop_assert!(better.criterion_milli() <= score.criterion_milli());
        prop_assert!(calmer.criterion_milli() >= score.criterion_milli());
    }

    #[test]
    fn who_always_says_the_same_is_never_sharp(scams in 3u8..=5) {
        let (genuine, none) = (8 - scams, Score { scams, genuine: 8 - scams, ..Score::default() });
        let cry = Score { hits: scams, alarms: genuine, ..none };
        let shrug = Score { doubts: scams, qualms: genuine, ..none };
        prop_assert_eq!(cry.verdict(), Verdict::TooSuspicious);
        prop_assert_eq!(none.verdict(), Verdict::TooTrusting);
        prop_assert_eq!(shrug.verdict(), Verdict::NotSure);
        // The correction draws each rate to the middle, and more so where there were fewer messages: hardly, with eight.
        prop_assert!([cry, none, shrug].iter().all(|one| one.sensitivity_milli().abs() < 420 && !one.is_good()));
    }
}

#[test]
fn scores_of_a_book() {
    let of = |hits, doubts, alarms, qualms| Score {
        scams: 4,
        hits,
        doubts,
        genuine: 4,
        alarms,
        qualms,
        ..Score::default()
    };
    for (score, d, c, good, verdict) in [
        (of(4, 0, 0, 0), 2563, 0, true, Verdict::Sharp),
        (of(3, 0, 1, 0), 1049, 0, true, Verdict::Sharp),
        (of(4, 0, 2, 0), 1282, -641, false, Verdict::TooSuspicious),
        (of(2, 0, 0, 0), 1282, 641, false, Verdict::TooTrusting),
        (of(0, 4, 0, 4), 0, 0, false, Verdict::NotSure),
        (of(2, 0, 2, 0), 0, 0, false, Verdict::NotSure),
        (of(2, 2, 0, 2), 1049, 0, true, Verdict::Sharp),
    ] {
        let told = (score.sensitivity_milli(), score.criterion_milli(), score.is_good(), score.verdict());
        assert_eq!(told, (d, c, good, verdict), "{score:?}");
    }
}

#[test]
fn levels_go_up_after_a_good_round_and_down_when_both_sides_went_wrong() {
    let after = |score: Score| Mark { scores: vec![score], ..Mark::new(skill()) }.level();
    let good = |level| Score { level, scams: 4, hits: 4, genuine: 4, ..Score::default() };
    let bad = |level| Score { hits: 1, alarms: 3, ..good(level) };
    let trusting = |level| Score { hits: 1, ..good(level) };
    assert_eq!(Mark::new(skill()).level(), 1);
    assert_eq!([1, 2, 3].map(|level| after(good(level))), [2, 3, 3]);
    assert_eq!([1, 2, 3].map(|level| after(bad(level))), [1, 1, 2]);
    assert_eq!([1, 2, 3].map(|level| after(trusting(level))), [1, 2, 3]);
}

#[test]
fn an_answer_is_given_once_and_in_its_turn() {
    let shelf: Vec<_> = (0..2).map(|number| message(number, Truth::Scam, 1)).collect();
    let round = Round { messages: shelf.iter().map(|one| one.id.clone()).collect(), answers: Vec::new() };
    let said = Answer::Said(Judgement::Safe);
    assert_eq!(judge(&round, &shelf[1], said), Err(JudgeRefused::OtherMessage));
    assert_eq!(judge(&round, &shelf[0], Answer::Next(0)), Err(JudgeRefused::OutOfTurn));
    let round = judge(&round, &shelf[0], said).unwrap();
    assert_eq!(judge(&round, &shelf[0], Answer::Said(Judgement::Scam)), Err(JudgeRefused::OutOfTurn));
    assert_eq!(judge(&round, &shelf[0], Answer::Next(2)), Err(JudgeRefused::NoSuchStep));
    let round = judge(&round, &shelf[0], Answer::Next(1)).unwrap();
    assert_eq!(judge(&round, &shelf[0], said), Err(JudgeRefused::OtherMessage));
    assert!(!round.is_over() && round.done() == 1);
}

#[test]
fn what_is_kept_travels_as_numbers_and_comes_back() {
    for said in Judgement::ALL.iter().copied() {
        for next in [None, Some(0), Some(2)] {
            let judged = Judged { said, next };
            assert_eq!(Judged::from(u32::from(judged)), judged);
        }
    }
    let mark = round(&newcomer(), 1, rightly).learner.workbook.drill(&skill()).unwrap().clone();
    let text = serde_json::to_string(&mark).unwrap();
    assert_eq!(serde_json::from_str::<Mark>(&text).unwrap(), mark, "{text}");
    assert!(mark.round.messages.iter().all(|id| mark.seen(id).is_some_and(|(round, _)| round == 1)));
}

#[test]
fn the_order_of_a_round_tells_nothing() {
    let shelf: Vec<_> =
        (0..16).map(|n| message(n, if n < 8 { Truth::Scam } else { Truth::Genuine }, 1)).collect();
    let truth = |id: &DrillId| shelf.iter().find(|message| message.id == *id).unwrap().truth;
    for place in 0..MESSAGES {
        let rounds = (0..400).map(|seed| choose(&all(&shelf), &Mark::new(skill()), act_id(seed)).unwrap());
        let scams = rounds.filter(|round| truth(&round[place]) == Truth::Scam).count();
        assert!((150..=250).contains(&scams), "place {place}: {scams} of 400 are scams");
    }
}

fn does(learner: &Learner, number: u32, deed: Deed) -> Decision {
    decide(learner, curriculum(), &act(number, deed), minute(i64::from(number))).unwrap()
}

/// A whole round of the real drills: what `say` says of each message, and always the right step.
fn round(learner: &Learner, number: u32, say: impl Fn(&DrillMessage) -> Judgement) -> Decision {
    let mut last = does(learner, number, Deed::BeginDrill { skill: skill(), messages: Vec::new() });
    let messages = last.learner.workbook.drill(&skill()).unwrap().round.messages.clone();
    for (at, id) in (1u32..).zip(messages) {
        let message = curriculum().drill(&id).unwrap();
        let right = message.next.iter().position(|step| step.right).unwrap();
        for (half, answer) in
            [Answer::Said(say(message)), Answer::Next(right.try_into().unwrap())].into_iter().enumerate()
        {
            let number = number + at * 2 + u32::try_from(half).unwrap();
            let deed = Deed::Judge { skill: skill(), message: id.clone(), answer };
            last = does(&last.learner, number, deed);
            assert_eq!(read(&write(&last.entry)).as_ref(), Ok(&last.entry));
        }
    }
    last
}

fn rightly(message: &DrillMessage) -> Judgement {
    match message.truth {
        Truth::Scam => Judgement::Scam,
        Truth::Genuine => Judgement::Safe,
    }
}

#[test]
fn a_good_round_proves_that_one_can_do_it_alone_and_a_suspicious_one_does_not() {
    let (alarmed, sharp) = (round(&newcomer(), 1, |_| Judgement::Scam), round(&newcomer(), 1, rightly));
    assert_eq!(alarmed.learner.book.rung(&skill()), None);
    assert_eq!(sharp.learner.book.rung(&skill()), Some(Rung::Alone));
    let Subject::Judged { score: Some(score), .. } = sharp.entry.subject else {
        panic!("the last one scores")
    };
    assert_eq!((score.hits, score.alarms, score.steps), (score.scams, 0, 8));
    let mark = &sharp.learner.workbook.drill(&skill()).unwrap();
    assert_eq!((mark.begun, mark.scores.as_slice(), mark.seen.len()), (1, &[score][..], MESSAGES));
    assert!(!mark.is_open() && mark.level() == 2);
}

#[test]
fn what_a_device_chose_is_taken_when_it_is_a_round_and_chosen_anew_when_not() {
    let begun = does(&newcomer(), 1, Deed::BeginDrill { skill: skill(), messages: Vec::new() });
    let mut chosen = begun.learner.workbook.drill(&skill()).unwrap().round.messages.clone();
    chosen.rotate_left(3);
    let taken = |messages: Vec<DrillId>| {
        let decision = does(&newcomer(), 1, Deed::BeginDrill { skill: skill(), messages });
        decision.learner.workbook.drill(&skill()).unwrap().round.messages.clone()
    };
    assert_eq!(taken(chosen.clone()), chosen);
    let twice = [chosen[..7].to_vec(), chosen[..1].to_vec()].concat();
    let unknown = [chosen[..7].to_vec(), vec![DrillId::parse("gone").unwrap()]].concat();
    for bad in [twice, unknown, chosen[..7].to_vec()] {
        assert_eq!(taken(bad), begun.learner.workbook.drill(&skill()).unwrap().round.messages);
    }
}

#[test]
fn an_act_of_a_drill_comes_back_from_its_entry() {
    let mut learner = newcomer();
    let begun = does(&learner, 1, Deed::BeginDrill { skill: skill(), messages: Vec::new() });
    let again = decide(&learner, curriculum(), &Act::of_entry(&begun.entry).unwrap(), begun.entry.stored);
    assert_eq!(again.as_ref(), Ok(&begun));
    learner = begun.learner;
    let message = learner.workbook.drill(&skill()).unwrap().round.messages[0].clone();
    let judged =
        does(&learner, 2, Deed::Judge { skill: skill(), message, answer: Answer::Said(Judgement::Unsure) });
    let again = decide(&learner, curriculum(), &Act::of_entry(&judged.entry).unwrap(), judged.entry.stored);
    assert_eq!(again, Ok(judged));
}

#[test]
fn a_round_whose_message_is_gone_is_begun_anew_and_not_scored() {
    let begun = does(&newcomer(), 1, Deed::BeginDrill { skill: skill(), messages: Vec::new() }).learner;
    let messages = begun.workbook.drill(&skill()).unwrap().round.messages.clone();
    let mut changed: Curriculum = curriculum().clone();
    changed.drills.retain(|message| message.id != messages[3]);
    let deed =
        Deed::Judge { skill: skill(), message: messages[0].clone(), answer: Answer::Said(Judgement::Safe) };
    let refused = decide(&begun, &changed, &act(2, deed), minute(2));
    assert_eq!(refused.err(), Some(Refusal::Judge(JudgeRefused::NoRound)));
}

#[test]
fn nobody_is_drilled_in_what_has_no_messages() {
    let deed = |name: &str| Deed::BeginDrill { skill: SkillId::parse(name).unwrap(), messages: Vec::new() };
    let begin = |name| decide(&newcomer(), curriculum(), &act(1, deed(name)), minute(1)).err();
    assert_eq!(begin("vneid"), Some(Refusal::NoDrill));
    assert_eq!(begin("spot-scam"), None);
    assert_eq!(curriculum().syllabus.drilled, [skill()]);
}

#[test]
fn workbooks_from_before_the_drills_are_read() {
    let old: domain::learning::Workbook = serde_json::from_str("{}").unwrap();
    assert!(old.drills.is_empty());
}
