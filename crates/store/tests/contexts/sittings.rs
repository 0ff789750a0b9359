//! Sittings: a room and its seats under their own versions, and a record that tells the same.

use crate::house::*;
use domain::ids::{BlueprintId, SittingId, StatementId};
use domain::people::Name;
use domain::sitting::{
    Act, Code, Deed, Identity, NoteKind, Plan, Room, RoomDeed, Seat, SeatCode, SeatDeed, replay,
};
use store::db::Batch;
use store::sittings::{self, AddSeat, AddSitting, MoveSeat, Opened, Placed, Saved, Sitting, Who};
use store::{Scope, Store, people};

fn id(n: u8) -> SittingId {
    SittingId::mint(at(0), [n; 10])
}

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

fn room(code: u8) -> Room {
    let blueprint = BlueprintId::parse("first-steps").expect("a name");
    let plan = Plan::new(blueprint, "Nhà văn hóa tổ 12", "", Some(10)).expect("a plan");
    Room::open(plan, Code::mint([code; 10]), at(0))
}

async fn opened(store: &Store, n: u8, code: u8, kept: &[(Name, SeatCode)]) -> Opened {
    let room = room(code);
    let new = AddSitting { id: id(n), unit: unit("B00160"), organiser: "canbo", room: &room, kept };
    sittings::add(store, Batch::new(), &new).await.expect("a write")
}

async fn found(store: &Store, n: u8) -> Sitting {
    sittings::find(store, id(n)).await.expect("a read").expect("the sitting")
}

async fn seat_of(store: &Store, no: u16) -> Placed {
    sittings::find_seat(store, id(1), no).await.expect("a read").expect("the seat")
}

async fn does_room(store: &Store, n: u32, deed: RoomDeed) -> Saved {
    let before = found(store, 1).await;
    let after = before.room.clone().change(&deed, at(i64::from(n))).expect("it fits");
    let act = Act { id: act_id(n), at: at(i64::from(n)), by: Some("canbo".into()), deed: Deed::Room(deed) };
    sittings::save_room(store, Batch::new(), &before, &after, &act).await.expect("a write")
}

fn who(placed: &Placed) -> Who {
    Who { person: placed.person, name: placed.name.clone(), birth_year: placed.birth_year }
}

async fn does_seat(store: &Store, no: u16, n: u32, deed: SeatDeed) -> Saved {
    let (sitting, before) = (found(store, 1).await, seat_of(store, no).await);
    let after = before.seat.clone().change(&sitting.room, &deed, at(i64::from(n))).expect("it fits");
    let act = Act { id: act_id(n), at: at(i64::from(n)), by: None, deed: Deed::Seat { no, deed } };
    let who = who(&before);
    let moved = MoveSeat { sitting: &sitting, before: &before, after: &after, who: &who, act: &act };
    sittings::move_seat(store, Batch::new(), &moved).await.expect("a write")
}

/// Takes a new seat for the nth person.
async fn joins(store: &Store, no: u16, n: u32) -> Saved {
    let sitting = found(store, 1).await;
    let seat = Seat::kept(SeatCode::mint([9; 10]));
    let seat = seat.change(&sitting.room, &SeatDeed::Take, at(1)).expect("it fits");
    let person = Some(person(u8::try_from(n).expect("small")));
    let who = Who { person, name: name("Trần Văn Bình"), birth_year: Some(1958) };
    let new = AddSeat {
        sitting: &sitting,
        no,
        who: &who,
        seat: &seat,
        id: act_id(n),
        by: None,
        is_taken: true,
        at: at(1),
    };
    sittings::add_seat(store, Batch::new(), &new).await.expect("a write")
}

#[tokio::test]
async fn a_code_names_one_open_sitting() {
    for (_place, store) in each().await {
        assert_eq!(opened(&store, 1, 7, &[]).await, Opened::Added);
        assert_eq!(opened(&store, 1, 7, &[]).await, Opened::AlreadyThere);
        assert_eq!(opened(&store, 2, 7, &[]).await, Opened::CodeTaken);
        let code = Code::mint([7; 10]);
        let open = sittings::find_open(&store, &code).await.expect("a read").expect("it is open");
        assert_eq!((open.id, open.organiser.as_str(), open.room), (id(1), "canbo", room(7)));
        assert_eq!(does_room(&store, 5, RoomDeed::Close).await, Saved::Added);
        assert_eq!(sittings::find_open(&store, &code).await, Ok(None));
        // Closed, its code is free again.
        assert_eq!(opened(&store, 2, 7, &[]).await, Opened::Added);
        let here = Scope::of(unit("B00160"));
        let listed = sittings::list(&store, &here, 10).await.expect("a read");
        assert_eq!(listed.iter().map(|it| it.id).collect::<Vec<_>>(), [id(2), id(1)]);
        for scope in [Scope::of(unit("B00004")), Scope::Units(vec![])] {
            assert_eq!(sittings::list(&store, &scope, 10).await, Ok(vec![]));
        }
    }
}

#[tokio::test]
async fn room_and_seats_are_what_their_record_tells() {
    for (_place, store) in each().await {
        let kept = [(name("Nguyễn Thị Mai"), SeatCode::mint([1; 10]))];
        opened(&store, 1, 7, &kept).await;
        guest(&store, 2).await;
        assert_eq!(joins(&store, 2, 2).await, Saved::Added);
        assert_eq!(joins(&store, 2, 2).await, Saved::AlreadyThere, "the form sent twice");
        assert_eq!(joins(&store, 2, 4).await, Saved::Raced, "the number is taken");
        assert_eq!(does_seat(&store, 1, 10, SeatDeed::Take).await, Saved::Added);
        for no in [1u16, 2] {
            let n = 10 + u32::from(no) * 2;
            does_seat(&store, no, n, SeatDeed::Admit { identity: Identity::Papers }).await;
            does_seat(&store, no, n + 1, SeatDeed::Begin { attempt: act_id(n + 1), minutes: Some(30) }).await;
        }
        does_room(&store, 20, RoomDeed::Pause).await;
        does_room(&store, 21, RoomDeed::Resume).await;
        does_room(&store, 22, RoomDeed::Note { kind: NoteKind::Technical, words: "Mất điện".into() }).await;
        does_seat(&store, 2, 23, SeatDeed::Annul { kind: NoteKind::Rules, words: "Nhìn bài".into() }).await;
        does_room(&store, 24, RoomDeed::Close).await;

        let acts = sittings::list_acts(&store, id(1)).await.expect("a read");
        let told = replay(room(7), &acts).expect("it fits");
        assert_eq!(told.room, found(&store, 1).await.room);
        let seats = sittings::list_seats(&store, id(1)).await.expect("a read");
        assert_eq!(
            told.seats.into_values().collect::<Vec<_>>(),
            seats.iter().map(|it| it.seat.clone()).collect::<Vec<_>>()
        );
        let text = serde_free(&acts);
        assert!(!text.contains("Mai") && !text.contains("Bình"), "no name is in the record: {text}");

        let annulled = sittings::list_annulled(&store, at(0), 10).await.expect("a read");
        let [one] = annulled.as_slice() else { panic!("one attempt: {annulled:?}") };
        assert_eq!((one.person, one.attempt, one.why.kind), (person(2), act_id(15), NoteKind::Rules));
        assert_eq!(sittings::list_annulled(&store, at(24), 10).await, Ok(vec![]));
    }
}

/// The acts as text.
fn serde_free(acts: &[Act]) -> String {
    acts.iter().map(|act| format!("{:?}", act.deed)).collect()
}

#[tokio::test]
async fn a_seat_cannot_move_in_a_room_that_moved_meanwhile() {
    for (_place, store) in each().await {
        opened(&store, 1, 7, &[(name("Lê An"), SeatCode::mint([1; 10]))]).await;
        let (sitting, before) = (found(&store, 1).await, seat_of(&store, 1).await);
        let after = before.seat.clone().change(&sitting.room, &SeatDeed::Take, at(1)).expect("it fits");
        does_room(&store, 5, RoomDeed::Close).await;
        let deed = Deed::Seat { no: 1, deed: SeatDeed::Take };
        let act = Act { id: act_id(6), at: at(6), by: None, deed };
        let who = who(&before);
        let moved = MoveSeat { sitting: &sitting, before: &before, after: &after, who: &who, act: &act };
        assert_eq!(sittings::move_seat(&store, Batch::new(), &moved).await, Ok(Saved::Raced));
        assert_eq!(seat_of(&store, 1).await, before);
    }
}

#[tokio::test]
async fn a_person_has_one_seat_and_finds_it_again() {
    for (_place, store) in each().await {
        opened(&store, 1, 7, &[]).await;
        guest(&store, 2).await;
        joins(&store, 1, 2).await;
        let again = act_id(9);
        let sitting = found(&store, 1).await;
        let seat = Seat::kept(SeatCode::mint([3; 10]));
        let who = Who { person: Some(person(2)), name: name("Trần Bình"), birth_year: None };
        let twice = AddSeat {
            sitting: &sitting,
            no: 2,
            who: &who,
            seat: &seat,
            id: again,
            by: None,
            is_taken: false,
            at: at(2),
        };
        assert_eq!(sittings::add_seat(&store, Batch::new(), &twice).await, Ok(Saved::Raced));
        let (current, placed) =
            sittings::find_current_of(&store, person(2)).await.expect("a read").expect("a seat");
        assert_eq!((current.id, placed.no), (id(1), 1));
        assert_eq!(sittings::find_seat_of(&store, id(1), person(2)).await, Ok(Some(placed)));
        assert_eq!(sittings::find_seat_of(&store, id(1), person(3)).await, Ok(None));
        assert_eq!(sittings::find_current_of(&store, person(3)).await, Ok(None));
        // What is told at the seat fills what was not told before, and nothing else.
        for (told, expect) in [("Trần Văn Bình", "Trần Văn Bình"), ("Ai Khác", "Trần Văn Bình")]
        {
            let step = sittings::step_tell_person(person(2), &name(told), Some(1958));
            store.db().write(step).await.expect("a write");
            let facts = people::find(&store, person(2)).await.expect("a read").expect("the person");
            assert_eq!((facts.name.as_deref(), facts.birth_year), (Some(expect), Some(1958)));
        }
        let form: StatementId = act_id(1);
        assert_ne!(Act::beside(form, 1), form);
    }
}
