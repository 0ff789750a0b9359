use crate::house::*;
use domain::standing::Rung;
use domain::tally::{Indicator, Level, everyone};
use jiff::civil::date;
use store::{Scope, figures};

#[tokio::test]
async fn a_ward_a_city_and_the_country_count_each_person_once() {
    const DAY: i64 = 24 * 60;
    for (_place, store) in each().await {
        // Three people: two in one commune, one who has told nothing.
        let an = guest(&store, 1).await;
        let an = does(&store, &an, 1, 1, settle("B00004", "resident")).await;
        let binh = guest(&store, 2).await;
        let binh = does(&store, &binh, 2, 1, settle("B00004", "pupil")).await;
        let chi = guest(&store, 3).await;
        let an = does(&store, &an, 10, DAY, read_lesson(0)).await;
        does(&store, &binh, 11, 2 * DAY, read_lesson(0)).await;
        does(&store, &chi, 12, 3 * DAY, read_lesson(0)).await;
        let ward = Scope::of(unit("B00004"));
        let city = Scope::Units(vec![unit("B00004"), unit("B00008"), unit("B00025")]);
        let people = async |scope: &Scope, of: &str| {
            figures::totals(&store, scope, &group(of)).await.expect("a read").get(&Indicator::People).copied()
        };
        assert_eq!(people(&ward, "everyone").await, Some(2));
        assert_eq!(people(&city, "everyone").await, Some(2));
        assert_eq!(people(&Scope::Everywhere, "everyone").await, Some(3));
        assert_eq!(people(&ward, "adults").await, Some(1));
        assert_eq!(people(&Scope::Units(vec![]), "everyone").await, None);
        // An shows everything alone: the ladder moves, and moves with her to another commune.
        let an = shows_all(&store, &an, 20, 4 * DAY, person(9)).await;
        let alone = Indicator::Ladder(Level::All(Rung::Alone));
        let now = figures::totals(&store, &ward, &everyone()).await.expect("a read");
        assert_eq!((now[&alone], now[&Indicator::Ladder(Level::Started)]), (1, 1));
        does(&store, &an, 30, 5 * DAY, settle("B00008", "resident")).await;
        let by_unit = figures::by_unit(&store, &city, &group("adults")).await.expect("a read");
        assert!(by_unit.iter().all(|(at, _, count)| (*at, *count) == (unit("B00008"), 1)), "{by_unit:?}");
        // How the people of the ward grew, and that one went.
        let trend = figures::trend(&store, &ward, &everyone(), &[Indicator::People], date(2026, 3, 3)).await;
        let days = [(date(2026, 3, 2), 1), (date(2026, 3, 3), 2), (date(2026, 3, 6), 1)];
        assert_eq!(trend, Ok(days.to_vec()));
        let early = figures::trend(&store, &ward, &everyone(), &[Indicator::People], date(2026, 1, 1)).await;
        assert_eq!(early.map(|points| points[0]), Ok((date(2025, 12, 31), 0)));
        assert_eq!(
            figures::trend(&store, &city, &everyone(), &[], date(2026, 1, 1)).await.map(|it| it.len()),
            Ok(1)
        );
    }
}
