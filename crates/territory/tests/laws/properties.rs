//! Laws that hold for any figures, any text, any tree of splits.

use crate::registers::{AFTER, BEFORE, REAL, REFORM, id};
use jiff::civil::date;
use proptest::prelude::*;
use territory::{Rolled, Share, Succession, SuccessionKind, Territory, Unit, UnitId, fold, read_units};

fn sum(rolled: &Rolled) -> i64 {
    let rest: i64 = rolled.not_attributable.iter().map(|rest| rest.value).sum();
    rolled.figures.values().sum::<i64>() + rest
}

fn any_unit() -> impl Strategy<Value = UnitId> {
    (0..REAL.units().len()).prop_map(|place| REAL.units()[place].id)
}

/// A commune that was split with known shares on 2025-07-01, and whose first part was merged into the last
/// on 2026-01-01.
fn split(ppm: &[u32]) -> Territory {
    let mut units =
        read_units("id,code,level,kind,name,parent,valid_from,valid_to\nVN,,country,,Việt Nam,,,\n").unwrap();
    let commune = |id: String, from, to| Unit {
        id: id.parse().unwrap(),
        kind: "xã".into(),
        name: "X".into(),
        parent: Some(UnitId::COUNTRY),
        valid_from: from,
        valid_to: to,
    };
    let second = date(2026, 1, 1);
    units.push(commune("A00000".to_owned(), None, Some(REFORM)));
    let end = |n| (n == 0).then_some(second);
    units.extend((0..ppm.len()).map(|n| commune(format!("B{n:05}"), Some(REFORM), end(n))));
    let row = |pred: UnitId, succ, kind, share| Succession {
        pred,
        succ: Some(succ),
        kind,
        pop_share: Share::from_ppm(share),
        area_share: None,
        note: "".into(),
    };
    let part =
        |(n, share): (usize, &u32)| row(id("A00000"), id(&format!("B{n:05}")), SuccessionKind::Part, *share);
    let mut successions: Vec<_> = ppm.iter().enumerate().map(part).collect();
    let last = id(&format!("B{:05}", ppm.len() - 1));
    successions.push(row(id("B00000"), last, SuccessionKind::Whole, 1_000_000));
    Territory::new(units, successions, &[]).unwrap()
}

fn shares() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(0..=1_000_000_u32, 1..6).prop_map(|mut cuts| {
        cuts.extend([0, 1_000_000]);
        cuts.sort_unstable();
        cuts.windows(2).map(|pair| pair[1] - pair[0]).collect()
    })
}

/// What must not be left: the letters with a mark of their own, and the marks.
const MARKED: &str = "ăâêôơưđ\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31B}\u{323}";

proptest! {
    #[test]
    fn what_goes_into_a_roll_comes_out(
        figures in prop::collection::vec((any_unit(), -1_000_000_000_i64..1_000_000_000), 0..60),
        to in prop::sample::select(vec![BEFORE, REFORM, AFTER]),
    ) {
        let rolled = REAL.roll(&figures, to);
        prop_assert_eq!(sum(&rolled), figures.iter().map(|(_, value)| value).sum::<i64>());
        prop_assert!(rolled.figures.keys().all(|unit| REAL.get(*unit, to).is_some()));
        for rest in &rolled.not_attributable {
            prop_assert!(rest.into.iter().all(|unit| REAL.get(*unit, to).is_some()));
        }
    }

    #[test]
    fn known_shares_divide_a_figure_to_within_one(ppm in shares(), value in -1_000_000_000_000_i64..1_000_000_000_000) {
        let rolled = split(&ppm).roll(&[(id("A00000"), value)], REFORM);
        prop_assert!(rolled.not_attributable.is_empty());
        prop_assert_eq!(sum(&rolled), value);
        for (n, share) in ppm.iter().enumerate() {
            let piece = rolled.figures.get(&id(&format!("B{n:05}"))).copied().unwrap_or(0);
            let exact = i128::from(value) * i128::from(*share);
            prop_assert!((i128::from(piece) * 1_000_000 - exact).abs() < 1_000_000);
        }
    }

    #[test]
    fn rolling_day_by_day_is_rolling_at_once(ppm in shares(), value in 0..1_000_000_000_i64) {
        let territory = split(&ppm);
        let at_once = territory.roll(&[(id("A00000"), value)], AFTER);
        let halfway: Vec<_> = territory.roll(&[(id("A00000"), value)], REFORM).figures.into_iter().collect();
        prop_assert_eq!(territory.roll(&halfway, AFTER), at_once);
    }

    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn a_folded_text_has_no_vietnamese_mark(text in "[a-zA-Z à-ỹÀ-ỸđĐ\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31B}\u{323}]{0,40}") {
        let folded = fold(&text);
        let has_mark = folded.chars().any(|letter| MARKED.contains(letter));
        prop_assert!(!has_mark, "{}", folded);
        prop_assert!(!folded.contains("  ") && folded.trim() == folded);
    }

    #[test]
    fn a_search_never_fails_and_keeps_its_limit(query in any::<String>(), limit in 0..20_usize) {
        prop_assert!(REAL.search_with_past(&query, AFTER, limit).len() <= limit);
    }
}
