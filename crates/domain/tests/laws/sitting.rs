//! The laws of a supervised examination.

use domain::ids::{BlueprintId, StatementId, mint};
use domain::sitting::{
    Act, Code, Deed, Entitled, How, Identity, MINUTES_ADDED_MAX, Manner, NoteKind, Plan, PlanRefused,
    Refused, Room, RoomDeed, Seat, SeatCode, SeatDeed, SeatStage, is_supervised, names, pace, replay,
};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

fn at(minutes: i64) -> Timestamp {
    let start: Timestamp = "2026-11-22T12:30:00Z".parse().unwrap();
    start + SignedDuration::from_mins(minutes)
}

fn attempt() -> StatementId {
    StatementId(mint(at(0), [5; 10]))
}

fn plan() -> Plan {
    Plan::new(BlueprintId::parse("first-steps").unwrap(), "Nhà văn hóa tổ 12", "Tầng 2", Some(12)).unwrap()
}

fn room() -> Room {
    Room::open(plan(), Code::mint([7; 10]), at(0))
}

fn done(room: Room, deed: &RoomDeed, minute: i64) -> Room {
    room.change(deed, at(minute)).unwrap()
}

fn sat(room: &Room, seat: Seat, deed: &SeatDeed, minute: i64) -> Seat {
    seat.change(room, deed, at(minute)).unwrap()
}

fn admitted(room: &Room) -> Seat {
    let seat = sat(room, Seat::kept(SeatCode::mint([1; 10])), &SeatDeed::Take, 1);
    sat(room, seat, &SeatDeed::Admit { identity: Identity::Papers }, 2)
}

/// Begun at minute 10, with 30 minutes.
fn begun(room: &Room) -> Seat {
    sat(room, admitted(room), &SeatDeed::Begin { attempt: attempt(), minutes: Some(30) }, 10)
}

#[test]
fn who_was_not_admitted_cannot_begin() {
    let room = room();
    let begin = SeatDeed::Begin { attempt: attempt(), minutes: None };
    let kept = Seat::kept(SeatCode::mint([1; 10]));
    assert_eq!(kept.clone().change(&room, &begin, at(1)), Err(Refused::NotTaken));
    let waiting = sat(&room, kept, &SeatDeed::Take, 1);
    assert_eq!(waiting.clone().change(&room, &SeatDeed::Take, at(1)), Err(Refused::Taken));
    assert_eq!(waiting.change(&room, &begin, at(2)), Err(Refused::NotAdmitted));
    let seat = sat(&room, admitted(&room), &begin, 3);
    assert_eq!(seat.change(&room, &begin, at(4)), Err(Refused::AlreadyBegun));
}

#[test]
fn a_closed_sitting_admits_nobody_and_only_tells_what_happened() {
    let waiting = sat(&room(), Seat::kept(SeatCode::mint([1; 10])), &SeatDeed::Take, 1);
    let sitting = begun(&room());
    let closed = done(room(), &RoomDeed::Close, 20);
    let refused = Err(Refused::Closed { at: at(20) });
    for deed in [RoomDeed::Pause, RoomDeed::Resume, RoomDeed::AddTime { minutes: 5 }, RoomDeed::Close] {
        assert_eq!(closed.clone().change(&deed, at(21)), refused);
    }
    for deed in [
        SeatDeed::Admit { identity: Identity::Known },
        SeatDeed::Begin { attempt: attempt(), minutes: None },
        SeatDeed::Return,
        SeatDeed::Leave,
    ] {
        assert_eq!(
            waiting.clone().change(&closed, &deed, at(21)).unwrap_err(),
            Refused::Closed { at: at(20) }
        );
    }
    let note = RoomDeed::Note { kind: NoteKind::Disturbance, words: "Mất điện lúc cuối".into() };
    assert_eq!(done(closed.clone(), &note, 22).notes.len(), 1);
    let annul = SeatDeed::Annul { kind: NoteKind::Rules, words: "Có người làm hộ".into() };
    assert!(sat(&closed, sitting, &annul, 23).annulled.is_some());
}

#[test]
fn nobody_answers_while_paused_and_time_paused_does_not_count() {
    let seat = begun(&room());
    assert_eq!(pace(&room(), &seat, at(15)).minutes_left(at(15)), Some(25));
    let paused = done(room(), &RoomDeed::Pause, 15);
    for minute in [15, 20, 500] {
        let pace = pace(&paused, &seat, at(minute));
        assert_eq!((pace.may_answer(at(minute)), pace.minutes_left(at(minute))), (false, Some(25)));
    }
    let again = done(paused.clone(), &RoomDeed::Resume, 500);
    let after = pace(&again, &seat, at(500));
    assert_eq!((after.may_answer(at(500)), after.minutes_left(at(500))), (true, Some(25)));
    assert_eq!(paused.change(&RoomDeed::Pause, at(16)), Err(Refused::Paused { since: at(15) }));
    assert_eq!(again.change(&RoomDeed::Resume, at(501)), Err(Refused::NotPaused));
    let begin = SeatDeed::Begin { attempt: attempt(), minutes: None };
    let still = done(room(), &RoomDeed::Pause, 3);
    assert_eq!(admitted(&room()).change(&still, &begin, at(4)), Err(Refused::Paused { since: at(3) }));
}

#[test]
fn pauses_of_room_and_seat_that_overlap_count_once_and_those_before_the_beginning_not_at_all() {
    let room = done(done(room(), &RoomDeed::Pause, 3), &RoomDeed::Resume, 8);
    let seat = sat(&room, begun(&room), &SeatDeed::Pause, 12);
    let room = done(room, &RoomDeed::Pause, 14);
    let seat = sat(&room, seat, &SeatDeed::Resume, 16);
    assert!(!pace(&room, &seat, at(17)).may_answer(at(17)), "the room is still paused");
    let room = done(room, &RoomDeed::Resume, 18);
    // 12 to 18 is six minutes, not four and four; 3 to 8 was before.
    assert_eq!(pace(&room, &seat, at(20)).deadline, Some(at(46)));
}

#[test]
fn time_is_added_for_one_or_all_and_is_off_for_those_entitled() {
    let seat = begun(&room());
    let room = done(room(), &RoomDeed::AddTime { minutes: 5 }, 12);
    assert_eq!(pace(&room, &seat, at(12)).deadline, Some(at(45)));
    let more = sat(&room, seat.clone(), &SeatDeed::AddTime { minutes: 10 }, 13);
    assert_eq!(pace(&room, &more, at(13)).deadline, Some(at(55)));
    let free = sat(&room, seat.clone(), &SeatDeed::Untime { reason: Entitled::Age }, 14);
    let pace = pace(&room, &free, at(600));
    assert!(pace.may_answer(at(600)) && pace.deadline.is_none());
    for minutes in [0, MINUTES_ADDED_MAX + 1] {
        let refused = Refused::Minutes { most: MINUTES_ADDED_MAX };
        assert_eq!(seat.clone().change(&room, &SeatDeed::AddTime { minutes }, at(14)), Err(refused));
    }
}

#[test]
fn an_answer_after_time_is_up_or_after_the_end_is_not_taken() {
    let seat = begun(&room());
    assert!(pace(&room(), &seat, at(39)).may_answer(at(39)));
    assert!(!pace(&room(), &seat, at(40)).may_answer(at(40)));
    let stopped = sat(&room(), seat.clone(), &SeatDeed::Stop, 20);
    assert!(!pace(&room(), &stopped, at(20)).may_answer(at(20)));
    assert_eq!(pace(&room(), &stopped, at(20)).end(), Some(at(20)));
    let closed = done(room(), &RoomDeed::Close, 25);
    assert!(!pace(&closed, &seat, at(25)).may_answer(at(25)));
    assert_eq!(stopped.change(&room(), &SeatDeed::Pause, at(21)), Err(Refused::Ended { at: at(20) }));
}

#[test]
fn what_the_organiser_ended_is_told_apart_from_time_that_was_up() {
    let seat = begun(&room());
    let closed = |minute| pace(&done(room(), &RoomDeed::Close, minute), &seat, at(minute + 5));
    assert!(closed(25).was_cut(), "ten minutes were left");
    assert!(!closed(45).was_cut(), "its own time was up before");
    assert!(!pace(&room(), &seat, at(60)).was_cut(), "nobody ended it");
    let stopped = sat(&room(), seat.clone(), &SeatDeed::Stop, 20);
    assert!(pace(&room(), &stopped, at(50)).was_cut());
}

#[test]
fn who_leaves_before_beginning_may_come_back() {
    let room = room();
    let gone = sat(&room, admitted(&room), &SeatDeed::Leave, 3);
    assert!(matches!(gone.stage, SeatStage::Ended { how: How::Left, began: None, .. }));
    assert_eq!(gone.clone().change(&room, &SeatDeed::Return, at(4)), Err(Refused::NotTaken));
    let back = sat(&room, gone, &SeatDeed::Take, 4);
    // The organiser looks again: somebody else may have sat down.
    assert_eq!(back.stage, SeatStage::Waiting);
    assert_eq!(begun(&room).change(&room, &SeatDeed::Leave, at(11)), Err(Refused::AlreadyBegun));
}

#[test]
fn an_attempt_is_supervised_only_within_its_sitting_and_while_nothing_speaks_against_it() {
    let (room, seat) = (room(), begun(&room()));
    assert!(is_supervised(&room, &seat, attempt(), at(30)));
    let other = StatementId(mint(at(0), [6; 10]));
    assert!(!is_supervised(&room, &seat, other, at(30)), "another attempt");
    assert!(!is_supervised(&room, &seat, attempt(), at(9)), "before it began");
    let closed = done(room.clone(), &RoomDeed::Close, 25);
    assert!(is_supervised(&closed, &seat, attempt(), at(25)));
    assert!(!is_supervised(&closed, &seat, attempt(), at(26)), "after the end");
    let annul = SeatDeed::Annul { kind: NoteKind::Rules, words: "Có người làm hộ".into() };
    let annulled = sat(&room, seat.clone(), &annul, 12);
    assert!(!is_supervised(&room, &annulled, attempt(), at(30)));
    assert!(!pace(&room, &annulled, at(13)).may_answer(at(13)), "annulling ends it");
    assert_eq!(annulled.change(&room, &annul, at(13)), Err(Refused::AlreadyAnnulled));
    assert_eq!(admitted(&room).change(&room, &annul, at(13)), Err(Refused::NotBegun));
    let silent = SeatDeed::Annul { kind: NoteKind::Rules, words: " ".into() };
    assert_eq!(seat.change(&room, &silent, at(13)), Err(Refused::NoWords));
}

#[test]
fn how_the_questions_are_put_is_chosen_before_it_begins() {
    let (room, oral) = (room(), SeatDeed::Put { manner: Manner::Oral });
    assert_eq!(sat(&room, admitted(&room), &oral, 3).manner, Manner::Oral);
    assert_eq!(begun(&room).change(&room, &oral, at(11)), Err(Refused::AlreadyBegun));
}

#[test]
fn codes_forgive_how_they_are_typed() {
    for (typed, expect) in [
        ("K7M4XP", Some("K7M-4XP")),
        ("  k7m-4xp ", Some("K7M-4XP")),
        ("k7m 4xp", Some("K7M-4XP")),
        ("OIL0l1", Some("011-011")),
        ("K7M4X", None),
        ("K7M4XPP", None),
        ("K7M4XU", None),
        ("", None),
    ] {
        assert_eq!(Code::parse(typed).map(|code| code.to_string()).as_deref(), expect, "{typed:?}");
    }
}

#[test]
fn a_plan_says_everything_that_is_wrong_with_it() {
    let blueprint = || BlueprintId::parse("first-steps").unwrap();
    let wrong = Plan::new(blueprint(), " ", &"x".repeat(201), Some(0)).unwrap_err();
    assert_eq!(
        wrong,
        [
            PlanRefused::Place { most: 120 },
            PlanRefused::Room { most: 200 },
            PlanRefused::Expected { most: 200 }
        ]
    );
    assert_eq!(names(&"An Bình\n".repeat(300)).unwrap().len(), 200);
}

fn room_deeds() -> impl Strategy<Value = RoomDeed> {
    prop_oneof![
        3 => Just(RoomDeed::Pause),
        3 => Just(RoomDeed::Resume),
        2 => (0u16..40).prop_map(|minutes| RoomDeed::AddTime { minutes }),
        1 => Just(RoomDeed::Note { kind: NoteKind::Technical, words: "Mạng chậm".into() }),
        1 => Just(RoomDeed::Close),
    ]
}

fn seat_deeds() -> impl Strategy<Value = SeatDeed> {
    prop_oneof![
        4 => Just(SeatDeed::Take),
        4 => Just(SeatDeed::Admit { identity: Identity::Papers }),
        6 => Just(SeatDeed::Begin { attempt: attempt(), minutes: Some(30) }),
        1 => Just(SeatDeed::Leave),
        1 => Just(SeatDeed::Return),
        3 => Just(SeatDeed::Pause),
        3 => Just(SeatDeed::Resume),
        2 => (0u16..40).prop_map(|minutes| SeatDeed::AddTime { minutes }),
        1 => Just(SeatDeed::Untime { reason: Entitled::Disability }),
        1 => Just(SeatDeed::Put { manner: Manner::Oral }),
        1 => Just(SeatDeed::Stop),
        1 => Just(SeatDeed::Annul { kind: NoteKind::Rules, words: "Nhìn bài".into() }),
    ]
}

fn deeds() -> impl Strategy<Value = Deed> {
    prop_oneof![
        1 => room_deeds().prop_map(Deed::Room),
        4 => (1u16..4, seat_deeds()).prop_map(|(no, deed)| Deed::Seat { no, deed }),
    ]
}

proptest! {
    /// Every walk through a sitting: what was taken, replayed, gives the same; and at no step does anything but a pause
    /// that ends, or the end, take time away.
    #[test]
    fn the_record_alone_tells_who_sat_and_what_happened(walk in prop::collection::vec((deeds(), 0i64..7), 1..80)) {
        let keep = |no: u16| Deed::Keep { no, code: SeatCode::mint([u8::try_from(no).unwrap(); 10]) };
        let act = |deed, minute| Act { id: attempt(), at: at(minute), by: None, deed };
        let mut record: Vec<Act> = (1..4).map(|no| act(keep(no), 0)).collect();
        let mut minute = 0;
        for (deed, step) in walk {
            minute += step;
            let before = replay(room(), &record).unwrap();
            let mut longer = record.clone();
            longer.push(act(deed.clone(), minute));
            let Ok(after) = replay(room(), &longer) else { continue };
            record = longer;
            for (no, seat) in &after.seats {
                let (was, is) = (pace(&before.room, &before.seats[no], at(minute)), pace(&after.room, seat, at(minute)));
                prop_assert!(is.deadline.is_none() || was.deadline.is_none() || is.deadline >= was.deadline);
                prop_assert!(is.paused_since.is_none() || !is.may_answer(at(minute)));
                if after.room.closed_at().is_some() {
                    prop_assert!(!is.may_answer(at(minute)));
                }
                if let Some(began) = seat.began() {
                    prop_assert!(began.confirmed.at <= began.at);
                }
            }
            let text = serde_json::to_string(&after.room).unwrap();
            prop_assert_eq!(serde_json::from_str::<Room>(&text).unwrap(), after.room);
            for seat in after.seats.into_values() {
                let text = serde_json::to_string(&seat).unwrap();
                prop_assert_eq!(serde_json::from_str::<Seat>(&text).unwrap(), seat);
            }
        }
    }
}
