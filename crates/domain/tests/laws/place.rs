//! Where somebody counts.

use domain::place::Place;
use jiff::civil::{Date, date};
use territory::{Territory, UnitId, read_aliases, read_successions, read_units};

const TODAY: Date = date(2026, 11, 26);

fn territory() -> Territory {
    let units = read_units(include_str!("../../../../data/territory/units.csv")).unwrap();
    let successions = read_successions(include_str!("../../../../data/territory/succession.csv")).unwrap();
    let aliases = read_aliases(include_str!("../../../../data/territory/aliases.csv")).unwrap();
    Territory::new(units, successions, &aliases).unwrap()
}

#[test]
fn a_commune_lies_in_the_province_of_the_day_and_the_country_in_none() {
    let territory = territory();
    let of = |unit: UnitId| Place { unit, groups: vec![] }.province(&territory, TODAY);
    assert_eq!(of("B00160".parse().unwrap()), Some("B01".parse().unwrap()));
    assert_eq!(of("B01".parse().unwrap()), Some("B01".parse().unwrap()));
    assert_eq!(of(UnitId::COUNTRY), None);
}
