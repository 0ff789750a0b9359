//! What is loaded and not written by people: units, denominators; and the doctor's look at all of it.

use crate::house::*;
use domain::targets::Denominator;
use domain::text::Text;
use store::denominators::{self, Sum};
use store::units::{self, Registers};
use store::{Scope, bulk, doctor};
use territory::{read_aliases, read_successions, read_units};

fn real() -> Registers {
    Registers {
        units: read_units(include_str!("../../../../data/territory/units.csv")).expect("units"),
        successions: read_successions(include_str!("../../../../data/territory/succession.csv"))
            .expect("successions"),
        aliases: read_aliases(include_str!("../../../../data/territory/aliases.csv")).expect("aliases"),
    }
}

#[tokio::test]
async fn the_whole_territory_comes_back_as_it_went_in() {
    let real = real();
    let sorted = |mut all: Registers| {
        all.units.sort_by_key(|it| (it.id, it.valid_from));
        all.successions.sort_by_key(|it| (it.pred, it.succ));
        all.aliases.sort_by(|a, b| (a.id, &a.alias).cmp(&(b.id, &b.alias)));
        all
    };
    for (_place, store) in each().await {
        assert_eq!(units::find_fingerprint(&store).await, Ok(None));
        let start = std::time::Instant::now();
        units::seed(&store, &real, "1").await.expect("a seed");
        let seeded = start.elapsed();
        let start = std::time::Instant::now();
        let loaded = units::load(&store).await.expect("a load");
        println!("{:?}: seeded in {seeded:?}, loaded in {:?}", store.db().kind(), start.elapsed());
        assert_eq!(
            (loaded.units.len(), loaded.successions.len(), loaded.aliases.len()),
            (14_175, 11_325, 59)
        );
        assert!(sorted(loaded) == sorted(real.clone()));
        // The same mark: nothing happens. Another: the new rows stand in place of the old.
        units::seed(&store, &Registers::default(), "1").await.expect("nothing");
        assert_eq!(units::load(&store).await.map(|it| it.aliases.len()), Ok(59));
        units::seed(&store, &Registers::default(), "2").await.expect("a seed");
        assert_eq!(units::load(&store).await, Ok(Registers::default()));
    }
}

#[tokio::test]
async fn the_made_up_denominator_comes_before_the_real_one() {
    for (_place, store) in each().await {
        let made = |of: &str, value: i64, source: &str, demonstration: bool| Denominator {
            unit: unit(of),
            group: group("adults"),
            value,
            source: Text::new(source, source),
            as_of: "2026".into(),
            demonstration,
        };
        let (real, play) =
            (made("B00004", 40_000, "census", false), made("B00004", 160, "demonstration", true));
        let other = made("B00008", 30_000, "census", false);
        denominators::save(&store, &[real.clone(), other.clone()]).await.expect("two");
        assert_eq!(
            denominators::find(&store, unit("B00004"), &group("adults")).await,
            Ok(Some(real.clone()))
        );
        denominators::save(&store, &[play.clone(), real]).await.expect("two");
        assert_eq!(
            denominators::find(&store, unit("B00004"), &group("adults")).await,
            Ok(Some(play.clone()))
        );
        assert_eq!(
            denominators::list(&store, &Scope::Everywhere, &group("adults")).await,
            Ok(vec![play, other])
        );
        let units = ["B00004", "B00008", "B00025"].map(unit);
        assert_eq!(
            denominators::total_of(&store, &units, &group("adults")).await,
            Ok(Sum { value: 30_160, units: 2 })
        );
        assert_eq!(denominators::find(&store, unit("B00004"), &group("pupil")).await, Ok(None));
    }
}

#[tokio::test]
async fn the_doctor_looks_at_everything() {
    for (_place, store) in each().await {
        let who = guest(&store, 1).await;
        does(&store, &who, 1, 5, read_lesson(0)).await;
        let found = doctor::examine(&store).await.expect("an examination");
        assert_eq!(
            (found.faults.as_slice(), found.not_writable.as_deref(), found.migration),
            (&[][..], None, store::migrations::ALL.len() as u64)
        );
        assert!(found.rows.contains(&("persons", 1)) && found.rows.contains(&("statements", 1)));
        assert_eq!((found.oldest, found.newest), (Some(at(5)), Some(at(5))));
        assert!(found.bytes > 0);
        assert_eq!(bulk::find(&store).await, Ok(bulk::Demonstration::None));
    }
}
