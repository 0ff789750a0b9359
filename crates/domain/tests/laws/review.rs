//! Goal: what fades comes back gently, and only what was kept counts as kept.
//! Method: made-up pasts over the real curriculum with a made-up memory; the real curriculum walked again after a month.

use domain::content::Practice;
use domain::ids::PracticeId;
use domain::learning::{Act, Decision, Deed, Learner, decide, post};
use domain::practice::Mode;
use domain::review::{Day, Grade, MINUTES_MAX, Past, Recall, Today, What, Why, today};
use domain::standing::{Evidence, Rung, Standing};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::shelf::{act_id, curriculum, dawn, newcomer, taps, typed};

fn after(days: u16) -> Timestamp {
    dawn() + SignedDuration::from_hours(24 * i64::from(days))
}

fn day(days: u16) -> Day {
    Day::of(after(days))
}

/// A memory that keeps everything for so many days, and forgets one in a hundred every day.
fn keeps_for(days: u16) -> impl Fn(&Past, Day) -> Recall {
    move |past, today| {
        let last = past.last().unwrap().day;
        let permille = 1000u16.saturating_sub(10 * today.days_since(last));
        Recall { permille, due: last.after(days.max(1)) }
    }
}

fn at_day(learner: &Learner, days: u16, keeps: u16) -> Today {
    today(curriculum(), learner, after(days), keeps_for(keeps))
}

fn grades() -> impl Strategy<Value = Grade> {
    prop::sample::select(vec![Grade::Again, Grade::Hard, Grade::Good, Grade::Easy])
}

/// A learner who did some practices and drills alone on some days, and passed some skills.
fn learners() -> impl Strategy<Value = Learner> {
    let past = prop::collection::vec((0u16..90, grades()), 0..6);
    let pasts = prop::collection::vec((any::<u16>(), past), 0..24);
    let passed = prop::collection::vec((any::<u16>(), 0u16..90, any::<bool>()), 0..8);
    (pasts, passed).prop_map(|(pasts, passed)| {
        let mut learner = newcomer();
        for (at, days) in pasts {
            keep(&mut learner, at, days);
        }
        for (at, days, is_retained) in passed {
            let skills = &curriculum().syllabus.skills;
            let skill = skills[usize::from(at) % skills.len()].id.clone();
            let rung = if is_retained { Rung::Retained } else { Rung::Passed };
            let standing = Standing { rung, ..passed_at(after(days)) };
            learner.book.standings.insert(skill, standing);
        }
        learner
    })
}

fn passed_at(at: Timestamp) -> Standing {
    let (statement, helper, assurance) = (act_id(1), None, None);
    Standing { rung: Rung::Passed, since: at, statement, helper, passed_at: Some(at), assurance }
}

fn keep(learner: &mut Learner, at: u16, days: Vec<(u16, Grade)>) {
    let ids: Vec<&PracticeId> = curriculum().practices.keys().collect();
    let drilled = &curriculum().syllabus.drilled;
    let at = usize::from(at) % (ids.len() + drilled.len());
    let past = match ids.get(at) {
        Some(id) => &mut learner.workbook.practices.entry((*id).clone()).or_default().past,
        None => {
            let mark = domain::drill::Mark::new(drilled[at - ids.len()].clone());
            learner.workbook.drills.push(mark);
            &mut learner.workbook.drills.last_mut().unwrap().past
        }
    };
    for (on, grade) in days {
        past.keep(day(on), grade);
    }
}

proptest! {
    #[test]
    fn a_day_asks_for_five_minutes_at_most_and_for_something_when_it_is_due(
        learner in learners(), days in 0u16..120, keeps in 1u16..40,
    ) {
        let Today { due, done, later, next } = at_day(&learner, days, keeps);
        if !due.is_empty() {
            let minutes: u16 = due.iter().chain(&done).map(|due| due.minutes).sum();
            prop_assert!(minutes <= MINUTES_MAX, "{minutes} minutes");
        }
        prop_assert!(later == 0 || !due.is_empty() || !done.is_empty());
        prop_assert_eq!(next.is_some() && !due.is_empty(), false);
        prop_assert!(next.is_none_or(|next| next > day(days)));
    }

    #[test]
    fn nothing_comes_twice_a_day(learner in learners(), days in 0u16..120, keeps in 1u16..40) {
        let Today { due, done, .. } = at_day(&learner, days, keeps);
        let mut all: Vec<_> = due.iter().chain(&done).map(|due| &due.what).collect();
        all.sort();
        all.dedup();
        prop_assert_eq!(all.len(), due.len() + done.len());
        prop_assert!(due.iter().all(|due| due.last != Some(day(days))));
        prop_assert!(done.iter().all(|done| done.last == Some(day(days))));
    }

    #[test]
    fn rechecks_come_first_then_what_is_remembered_least(
        learner in learners(), days in 0u16..120, keeps in 1u16..40,
    ) {
        let due = at_day(&learner, days, keeps).due;
        let order: Vec<_> = due.iter().map(|due| (due.why == Why::Fades, due.last)).collect();
        prop_assert!(order.is_sorted(), "{order:?}");
        for recheck in due.iter().filter(|due| due.why != Why::Fades) {
            let standing = &learner.book.standings[&recheck.skill];
            prop_assert!(standing.rung == Rung::Passed && standing.is_long_passed(after(days)));
        }
    }

    #[test]
    fn a_past_holds_each_day_once_in_order_and_its_beginning(days in prop::collection::vec((0u16..400, grades()), 0..90)) {
        let mut past = Past::default();
        for (on, grade) in &days {
            past.keep(day(*on), *grade);
        }
        let kept: Vec<Day> = past.all().map(|reviewed| reviewed.day).collect();
        prop_assert!(kept.windows(2).all(|two| two[0] < two[1]) && kept.len() <= 24);
        prop_assert_eq!(kept.first().copied(), days.first().map(|(on, _)| day(*on)));
        let written = serde_json::to_string(&past).unwrap();
        prop_assert_eq!(serde_json::from_str::<Past>(&written).unwrap(), past);
    }
}

/// A practice with a tap that is wrong and leads nowhere, with the number of right taps before it.
fn slippery() -> &'static Practice {
    let is_slippery =
        |practice: &&Practice| practice.screen(&practice.start).is_some_and(|screen| slip(screen).is_some());
    curriculum().practices.values().find(is_slippery).unwrap()
}

fn slip(screen: &domain::content::PhoneScreen) -> Option<u16> {
    taps(screen).find(|(_, tap)| tap.wrong.is_some() && tap.go.is_none()).map(|(number, _)| number)
}

struct Learned {
    learner: Learner,
    acts: u32,
    last: Option<Decision>,
}

impl Learned {
    fn new() -> Self {
        Self { learner: newcomer(), acts: 10, last: None }
    }

    fn act(&mut self, at: Timestamp, deed: Deed) {
        self.acts += 1;
        let decision =
            decide(&self.learner, curriculum(), &Act { id: act_id(self.acts), at, deed }, at).unwrap();
        self.learner = decision.learner.clone();
        self.last = Some(decision);
    }

    /// Does a practice alone with so many mistakes, and gives what that proved.
    fn alone(&mut self, practice: &Practice, at: Timestamp, mistakes: u16) -> Evidence {
        self.act(at, Deed::Begin { practice: practice.id.clone(), mode: Mode::Alone, version: None });
        for _ in 0..mistakes {
            let screen = practice.screen(&practice.start).unwrap();
            self.tap(practice, &practice.start, slip(screen).unwrap(), at);
        }
        while !self.learner.workbook.practices[&practice.id].run.as_ref().unwrap().finished {
            let on = self.learner.workbook.practices[&practice.id].run.as_ref().unwrap().screen.clone();
            let right = taps(practice.screen(&on).unwrap()).find(|(_, tap)| tap.right).unwrap().0;
            self.tap(practice, &on, right, at);
        }
        self.last.clone().unwrap().entry.evidence.pop().unwrap()
    }

    fn tap(&mut self, practice: &Practice, screen: &domain::ids::ScreenId, element: u16, at: Timestamp) {
        let typed = typed(practice.screen(screen).unwrap(), true);
        let (practice, screen) = (practice.id.clone(), screen.clone());
        self.act(at, Deed::Tap { practice, screen, element, typed });
    }

    fn pass(&mut self, practice: &Practice, at: Timestamp) {
        self.learner.book.standings.insert(practice.skill.clone(), passed_at(at));
    }

    fn rung(&self, practice: &Practice) -> Option<Rung> {
        self.learner.book.rung(&practice.skill)
    }
}

#[test]
fn only_a_careful_run_lifts_to_retained_and_the_entries_alone_say_so() {
    let practice = slippery();
    for (mistakes, expect) in [(0, Rung::Retained), (2, Rung::Retained), (3, Rung::Passed)] {
        let mut learned = Learned::new();
        learned.alone(practice, after(0), 5);
        assert_eq!(learned.rung(practice), Some(Rung::Alone), "a first time may be full of mistakes");
        learned.pass(practice, after(1));
        let before = learned.learner.book.clone();
        learned.alone(practice, after(31), mistakes);
        assert_eq!(learned.rung(practice), Some(expect), "{mistakes} mistakes");
        let entry = learned.last.unwrap().entry;
        let read = domain::record::read(&domain::record::write(&entry)).unwrap();
        assert_eq!(post(&curriculum().syllabus, &before, &read).0, learned.learner.book);
    }
}

#[test]
fn trying_again_on_the_same_day_does_not_mend_it_and_another_day_does() {
    let practice = slippery();
    let mut learned = Learned::new();
    learned.pass(practice, after(0));
    learned.alone(practice, after(31), 4);
    assert!(learned.alone(practice, after(31), 0).unsteady);
    assert_eq!(learned.rung(practice), Some(Rung::Passed));
    learned.alone(practice, after(33), 0);
    assert_eq!(learned.rung(practice), Some(Rung::Retained));
}

#[test]
fn the_recheck_waits_thirty_days_is_named_and_comes_back_when_it_went_wrong() {
    let practice = slippery();
    let mut learned = Learned::new();
    learned.alone(practice, after(0), 0);
    learned.pass(practice, after(0));
    assert_eq!(at_day(&learned.learner, 29, 90).due, []);
    assert_eq!(at_day(&learned.learner, 29, 90).next, Some(day(30)));
    let due = at_day(&learned.learner, 31, 90).due;
    assert_eq!((&due[0].what, due[0].why), (&What::Practice(practice.id.clone()), Why::Recheck(day(0))));
    learned.alone(practice, after(31), 4);
    let today = at_day(&learned.learner, 31, 2);
    assert_eq!((today.due.len(), today.done.len(), today.next), (0, 1, Some(day(33))));
    assert_eq!(at_day(&learned.learner, 32, 2).due, []);
    assert_eq!(at_day(&learned.learner, 33, 2).due[0].why, Why::Recheck(day(0)));
}

#[test]
fn who_passed_without_ever_practising_is_shown_a_practice_of_the_skill() {
    let practice = slippery();
    let mut learned = Learned::new();
    learned.pass(practice, after(0));
    let due = at_day(&learned.learner, 40, 9).due;
    assert_eq!((due.len(), &due[0].skill, due[0].last), (1, &practice.skill, None));
    let What::Practice(id) = &due[0].what else { panic!("{due:?}") };
    learned.alone(&curriculum().practices[id], after(40), 0);
    assert_eq!(learned.rung(practice), Some(Rung::Retained));
    assert_eq!(at_day(&learned.learner, 40, 9).done.len(), 1);
}

#[test]
fn the_first_time_is_learning_and_no_review() {
    let practice = slippery();
    let mut learned = Learned::new();
    assert_eq!(at_day(&learned.learner, 0, 9), Today::default());
    learned.alone(practice, after(0), 0);
    let today = at_day(&learned.learner, 0, 9);
    assert_eq!((today.due.len(), today.done.len(), today.next), (0, 0, Some(day(9))));
    let kept = learned.learner.workbook.practices[&practice.id].past.all().next().unwrap();
    assert_eq!((kept.day, kept.grade), (day(0), Grade::Good), "shown just before, nothing is easy");
}
