//! Laws over the real registers; the counts are those of `data/territory/README.md`.

use std::collections::{BTreeMap, BTreeSet};

use crate::registers::{AFTER, ALIASES, BEFORE, REAL, REFORM, SUCCESSIONS, UNITS, id};
use jiff::civil::{Date, date};
use territory::{
    Level, Measure, NotAttributable, Share, SuccessionKind, Unit, UnitId, read_aliases, read_populations,
    read_successions, read_units,
};

fn living(level: Level, on: Date) -> Vec<&'static Unit> {
    REAL.units().iter().filter(|unit| unit.level() == level && unit.is_valid_on(on)).collect()
}

fn counts(on: Date) -> [usize; 3] {
    [Level::Province, Level::District, Level::Commune].map(|level| living(level, on).len())
}

fn kinds(units: &[&Unit]) -> BTreeMap<String, usize> {
    units.iter().fold(BTreeMap::new(), |mut kinds, unit| {
        *kinds.entry(unit.kind.to_string()).or_default() += 1;
        kinds
    })
}

fn tally(pairs: &[(&str, usize)]) -> BTreeMap<String, usize> {
    pairs.iter().map(|(kind, count)| ((*kind).to_owned(), *count)).collect()
}

fn named(full_name: &str, above: &str, on: Date) -> UnitId {
    let found: Vec<_> = REAL
        .units()
        .iter()
        .filter(|unit| unit.is_valid_on(on) && unit.full_name() == full_name)
        .filter(|unit| REAL.ancestors(unit.id, on).any(|unit| unit.full_name() == above))
        .collect();
    assert_eq!(found.len(), 1, "{full_name}, {above}");
    found[0].id
}

fn names(ids: &[UnitId]) -> Vec<String> {
    ids.iter().map(|id| REAL.latest(*id).unwrap().name.to_string()).collect()
}

fn split_communes() -> Vec<UnitId> {
    let parts = REAL.successions().iter().filter(|row| row.kind == SuccessionKind::Part);
    let communes: BTreeSet<_> = parts.map(|row| row.pred).filter(|id| id.level() == Level::Commune).collect();
    communes.into_iter().collect()
}

#[test]
fn every_row_is_kept() {
    assert_eq!(read_units(UNITS).unwrap().len(), 14_175);
    assert_eq!(read_successions(SUCCESSIONS).unwrap().len(), 11_325);
    assert_eq!(read_aliases(ALIASES).unwrap().len(), 59);
    let populations = read_populations(include_str!("../../../../data/territory/population.csv")).unwrap();
    assert_eq!(populations.len(), 1_045);
    let of_hà_nội = populations.iter().filter(|row| row.measure == Measure::AdminScale);
    let communes: BTreeSet<_> = of_hà_nội.map(|row| row.id).collect();
    assert!(REAL.communes_of(id("B01"), AFTER).iter().all(|commune| communes.contains(commune)));
}

#[test]
fn the_units_of_three_days_are_as_many_as_published() {
    assert_eq!(counts(BEFORE), [63, 696, 10_035]);
    assert_eq!(counts(REFORM), [34, 0, 3_321]);
    assert_eq!(counts(AFTER), [34, 0, 3_321]);
    let kinds_at = |level, day| kinds(&living(level, day));
    let reform = tally(&[("phường", 687), ("xã", 2_621), ("đặc khu", 13)]);
    assert_eq!(kinds_at(Level::Commune, REFORM), reform);
    let after = tally(&[("phường", 709), ("xã", 2_599), ("đặc khu", 13)]);
    assert_eq!(kinds_at(Level::Commune, AFTER), after);
    assert_eq!(kinds_at(Level::Province, AFTER), tally(&[("thành phố", 9), ("tỉnh", 25)]));
}

#[test]
fn hà_nội_has_126_communes() {
    let communes = REAL.communes_of(id("B01"), REFORM);
    let units: Vec<_> = communes.iter().map(|id| REAL.get(*id, REFORM).unwrap()).collect();
    assert_eq!(units.len(), 126);
    assert_eq!(kinds(&units), tally(&[("phường", 51), ("xã", 75)]));
}

#[test]
fn the_communes_of_the_country_are_those_of_its_provinces() {
    for day in [BEFORE, REFORM, AFTER] {
        let of_provinces: BTreeSet<_> =
            REAL.children(UnitId::COUNTRY, day).flat_map(|unit| REAL.communes_of(unit.id, day)).collect();
        let of_country: BTreeSet<_> = REAL.communes_of(UnitId::COUNTRY, day).into_iter().collect();
        assert_eq!(of_country, of_provinces);
        assert_eq!(of_country.len(), counts(day)[2]);
    }
}

#[test]
fn every_living_commune_lies_within_what_stands_above_it() {
    for day in [BEFORE, AFTER] {
        for commune in living(Level::Commune, day) {
            let above: Vec<_> = REAL.ancestors(commune.id, day).collect();
            assert_eq!(above.last().unwrap().id, UnitId::COUNTRY);
            assert!(above.iter().all(|unit| REAL.is_within(commune.id, unit.id, day)));
            assert!(!REAL.is_within(above[0].id, commune.id, day));
        }
    }
}

#[test]
fn names_do_not_repeat_inside_a_province() {
    for province in living(Level::Province, AFTER) {
        let communes = REAL.communes_of(province.id, AFTER);
        let names: BTreeSet<_> =
            communes.iter().map(|id| REAL.get(*id, AFTER).unwrap().full_name()).collect();
        assert_eq!(names.len(), communes.len(), "{}", province.name);
    }
}

#[test]
fn a_code_was_reused_with_another_meaning() {
    assert_eq!(REAL.latest(id("A52")).unwrap().full_name(), "tỉnh Bình Định");
    assert_eq!(REAL.latest(id("B52")).unwrap().full_name(), "tỉnh Gia Lai");
    assert_eq!((REAL.get(id("A52"), AFTER), REAL.get(id("B52"), BEFORE)), (None, None));
}

#[test]
fn a_new_kind_is_a_new_row_of_the_same_unit() {
    let rows: Vec<_> = REAL.life(id("B24")).map(Unit::full_name).collect();
    assert_eq!(rows, ["tỉnh Bắc Ninh", "thành phố Bắc Ninh"]);
    assert_eq!(REAL.get(id("B24"), date(2026, 9, 19)).unwrap().full_name(), "tỉnh Bắc Ninh");
    assert_eq!(REAL.get(id("B24"), date(2026, 9, 20)).unwrap().full_name(), "thành phố Bắc Ninh");
}

#[test]
fn every_old_commune_reaches_a_new_one_and_every_new_one_came_from_an_old() {
    for old in living(Level::Commune, BEFORE) {
        let heirs = REAL.heirs(old.id, AFTER);
        assert!(!heirs.whole.is_empty() || !heirs.mixed.is_empty(), "{}", old.id);
    }
    for new in living(Level::Commune, AFTER) {
        assert!(!REAL.origins(new.id, BEFORE).is_empty(), "{}", new.id);
    }
}

#[test]
fn districts_were_abolished_without_a_successor() {
    let abolished = REAL.successions().iter().filter(|row| row.kind == SuccessionKind::Abolished);
    assert_eq!(abolished.filter(|row| row.pred.level() == Level::District).count(), 691);
}

#[test]
fn four_hundred_and_forty_communes_were_split_and_381_cannot_be_divided() {
    let split = split_communes();
    assert_eq!(split.len(), 440);
    assert_eq!(split.iter().map(|id| REAL.successors(*id).count()).sum::<usize>(), 970);
    let figures: Vec<_> = living(Level::Commune, BEFORE).iter().map(|unit| (unit.id, 1_000)).collect();
    let rolled = REAL.roll(&figures, AFTER);
    assert_eq!(rolled.not_attributable.len(), 381);
    assert!(rolled.not_attributable.iter().all(|rest| rest.into.len() > 1 && split.contains(&rest.unit)));
    let attributed: i64 = rolled.figures.values().sum();
    let rest: i64 = rolled.not_attributable.iter().map(|rest| rest.value).sum();
    assert_eq!(attributed + rest, 10_035_000);
}

#[test]
fn a_ward_merged_whole_gives_its_figure_to_its_successor() {
    let vĩnh_phúc = named("phường Vĩnh Phúc", "quận Ba Đình", BEFORE);
    let ngọc_hà = named("phường Ngọc Hà", "thành phố Hà Nội", AFTER);
    assert_eq!(REAL.roll(&[(vĩnh_phúc, 84)], AFTER).figures, BTreeMap::from([(ngọc_hà, 84)]));
    assert_eq!(REAL.heirs(vĩnh_phúc, AFTER).mixed, [ngọc_hà]);
    assert!(REAL.origins(ngọc_hà, BEFORE).contains(&vĩnh_phúc));
    assert_eq!(REAL.path_label(ngọc_hà, AFTER).unwrap(), "Phường Ngọc Hà, thành phố Hà Nội");
    let old = REAL.latest(vĩnh_phúc).unwrap();
    assert_eq!(REAL.label_of(old), "Phường Vĩnh Phúc, quận Ba Đình, thành phố Hà Nội");
    assert_eq!(REAL.path_label(vĩnh_phúc, AFTER), None);
}

#[test]
fn a_part_without_people_gets_no_figure_but_is_an_heir() {
    let split = split_communes();
    let without = |id: &&UnitId| {
        let shares: Vec<_> = REAL.successors(**id).map(|row| row.pop_share).collect();
        shares.iter().all(Option::is_some) && shares.contains(&Some(Share::NOTHING))
    };
    let known: Vec<_> = split.iter().filter(without).collect();
    assert_eq!(known.len(), 440 - 381);
    for id in known {
        let heirs = REAL.heirs(*id, AFTER);
        assert!(heirs.whole.len() + heirs.mixed.len() > 1);
        assert_eq!(REAL.roll(&[(*id, 7)], AFTER).figures.values().collect::<Vec<_>>(), [&7]);
    }
}

/// The README's list for each district of the article is among the heirs; nothing of Ba Đình and Tây Hồ is whole,
/// for every new ward there also took in a part of another district.
#[test]
fn the_districts_of_the_article_are_answered_through_their_old_wards() {
    let heirs = |district| REAL.heirs(named(district, "thành phố Hà Nội", BEFORE), AFTER);

    let ba_đình = heirs("quận Ba Đình");
    assert!(ba_đình.whole.is_empty());
    assert_eq!(names(&ba_đình.mixed[..3]), ["Ngọc Hà", "Giảng Võ", "Ba Đình"]);
    assert_eq!(ba_đình.mixed.len(), 8);

    let tây_hồ = heirs("quận Tây Hồ");
    assert!(tây_hồ.whole.is_empty());
    assert_eq!(names(&tây_hồ.mixed[..3]), ["Tây Hồ", "Hồng Hà", "Phú Thượng"]);
    assert_eq!(tây_hồ.mixed.len(), 6);

    let đống_đa = heirs("quận Đống Đa");
    assert_eq!(names(&đống_đa.whole), ["Kim Liên", "Đống Đa"]);
    assert_eq!(names(&đống_đa.mixed[..3]), ["Ô Chợ Dừa", "Láng", "Văn Miếu - Quốc Tử Giám"]);
    assert_eq!(đống_đa.mixed.len(), 5);
}

#[test]
fn a_district_that_was_an_island_became_its_special_zone() {
    let lý_sơn = id("A536");
    assert_eq!(REAL.heirs(lý_sơn, AFTER).whole, [id("B21548")]);
    assert_eq!(REAL.roll(&[(lý_sơn, 5)], AFTER).figures, BTreeMap::from([(id("B21548"), 5)]));
}

#[test]
fn a_figure_of_a_district_is_not_attributable() {
    let ba_đình = id("A001");
    let heirs = REAL.heirs(ba_đình, AFTER);
    let into: BTreeSet<_> = heirs.whole.into_iter().chain(heirs.mixed).collect();
    let rolled = REAL.roll(&[(ba_đình, 90)], AFTER);
    let rest = NotAttributable { unit: ba_đình, value: 90, into: into.into_iter().collect() };
    assert_eq!((rolled.figures.len(), rolled.not_attributable), (0, vec![rest]));
}

#[test]
fn a_province_rolls_into_the_one_that_took_it_in() {
    let rolled = REAL.roll(&[(id("A02"), 3), (id("A08"), 4)], AFTER);
    assert_eq!(rolled.figures, BTreeMap::from([(id("B08"), 7)]));
}

#[test]
fn heirs_of_a_merged_province_lie_in_its_successor() {
    for old in living(Level::Province, BEFORE) {
        let successor = REAL.successors(old.id).next().unwrap().succ.unwrap();
        let heirs = REAL.heirs(old.id, AFTER);
        assert!(heirs.whole.iter().all(|id| REAL.is_within(*id, successor, AFTER)), "{}", old.id);
    }
}

#[test]
fn heirs_of_a_living_unit_are_its_communes() {
    let heirs = REAL.heirs(id("B01"), AFTER);
    assert_eq!((heirs.whole, heirs.mixed), (REAL.communes_of(id("B01"), AFTER), Vec::new()));
    assert_eq!(REAL.heirs(id("B01"), BEFORE), territory::Heirs::default());
}

#[test]
fn a_figure_goes_back_only_to_the_unit_it_continues() {
    let kept = living(Level::Commune, AFTER).into_iter().find(|unit| {
        let mut rows = REAL.predecessors(unit.id);
        rows.next().is_some_and(|row| row.kind == SuccessionKind::Whole) && rows.next().is_none()
    });
    let kept = kept.unwrap().id;
    let before = REAL.predecessors(kept).next().unwrap().pred;
    assert_eq!(REAL.roll(&[(kept, 9)], BEFORE).figures, BTreeMap::from([(before, 9)]));

    let ngọc_hà = id("B00008");
    let rolled = REAL.roll(&[(ngọc_hà, 9)], BEFORE);
    assert_eq!(rolled.not_attributable[0].into, REAL.origins(ngọc_hà, BEFORE));
}

#[test]
fn an_unknown_unit_is_not_attributable_to_any() {
    let rolled = REAL.roll(&[(id("Z99999"), 1)], AFTER);
    assert_eq!(rolled.not_attributable, [NotAttributable { unit: id("Z99999"), value: 1, into: Vec::new() }]);
}
