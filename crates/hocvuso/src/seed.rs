//! What every installation begins with: the units, and how many people they have.

use std::collections::BTreeMap;

use domain::ids::GroupId;
use domain::tally::everyone;
use domain::targets::Denominator;
use domain::text::Text;
use store::units::{self, Registers};
use store::{Store, denominators};
use territory::{Measure, Population, UnitId, read_aliases, read_populations, read_successions, read_units};
use web::content;

use crate::failure::Failure;

/// People of 15 and over in a thousand, in the whole country on 1 April 2024 (mid-term survey: 23.3 % are under 15). No share
/// of people of 18 and over is published by province.
const FROM_15_PERMILLE: i64 = 767;

/// Fills the registers of units, unless they are there as they are built in.
pub(crate) async fn units(store: &Store) -> Result<(), Failure> {
    let texts = content::territory();
    let mark = units::fingerprint(&[texts.units, texts.successions, texts.aliases]);
    if units::find_fingerprint(store).await?.as_deref() == Some(&mark) {
        return Ok(());
    }
    let broken =
        |error: territory::LoadError| Failure::told(format!("the built-in units are broken: {error}"));
    let registers = Registers {
        units: read_units(texts.units).map_err(broken)?,
        successions: read_successions(texts.successions).map_err(broken)?,
        aliases: read_aliases(texts.aliases).map_err(broken)?,
    };
    units::seed(store, &registers, &mark).await?;
    let populations = read_populations(texts.populations).map_err(broken)?;
    denominators::save(store, &denominators_of(&populations)).await?;
    Ok(())
}

/// Populations of today's units as denominators: of everybody, and an estimate of adults.
fn denominators_of(populations: &[Population]) -> Vec<Denominator> {
    // Two measures that must not be mixed: the statistics office's average for provinces and the country, and what the
    // resolutions of the reform say for communes.
    let mut chosen: BTreeMap<UnitId, &Population> = BTreeMap::new();
    for population in populations.iter().filter(|population| population.id.as_str().starts_with('B')) {
        let better = population.measure == Measure::NsoAvg;
        if better || !chosen.contains_key(&population.id) {
            chosen.insert(population.id, population);
        }
    }
    let provinces = chosen.values().filter(|population| population.measure == Measure::NsoAvg);
    let country: i64 = provinces.map(|population| number(population.population)).sum();
    let mut all: Vec<Denominator> = Vec::new();
    for population in chosen.values() {
        all.extend(both(
            population.id,
            number(population.population),
            &population.as_of,
            &source(population),
        ));
    }
    all.extend(both(UnitId::COUNTRY, country, "2024", &statistics_office()));
    all
}

fn both(unit: UnitId, people: i64, as_of: &str, source: &Text) -> Vec<Denominator> {
    let one = |group: GroupId, value: i64, source: Text| Denominator {
        unit,
        group,
        value,
        source,
        as_of: as_of.to_owned(),
        demonstration: false,
    };
    let adults = Text::new(
        format!(
            "{}; ước tính người từ 15 tuổi theo tỉ lệ cả nước 76,7 % (điều tra giữa kỳ 1-4-2024)",
            source.vi
        ),
        format!(
            "{}; people of 15 and over estimated by the national share of 76.7% (mid-term survey, 1-4-2024)",
            source.en
        ),
    );
    let mut both = vec![one(everyone(), people, source.clone())];
    both.extend(GroupId::parse("adults").map(|group| one(group, people * FROM_15_PERMILLE / 1000, adults)));
    both
}

fn source(population: &Population) -> Text {
    match population.measure {
        Measure::NsoAvg => statistics_office(),
        Measure::AdminScale => Text::new(
            "Quy mô dân số theo số liệu sắp xếp đơn vị hành chính 2025 (số liệu thứ cấp)",
            "Population as given for the 2025 reform of administrative units (second-hand)",
        ),
    }
}

fn statistics_office() -> Text {
    Text::new(
        "Cục Thống kê, dân số trung bình 2024",
        "National Statistics Office, average population of 2024",
    )
}

fn number(people: u64) -> i64 {
    i64::try_from(people).unwrap_or(i64::MAX)
}

/// The communes of a province with their populations, for spreading made-up people.
pub(crate) fn communes_of_hanoi() -> Result<Vec<(UnitId, i64)>, Failure> {
    let broken =
        |error: territory::LoadError| Failure::told(format!("the built-in populations are broken: {error}"));
    let territory = content::territory();
    let populations = read_populations(territory.populations).map_err(broken)?;
    let units = read_units(territory.units).map_err(broken)?;
    let hanoi: UnitId = "B01".parse().map_err(|_| Failure::told("B01 is no unit"))?;
    let in_hanoi = |id: UnitId| units.iter().any(|unit| unit.id == id && unit.parent == Some(hanoi));
    let communes = populations.iter().filter(|population| in_hanoi(population.id));
    Ok(communes.map(|population| (population.id, number(population.population))).collect())
}

/// The communes of these whose kind is rural.
pub(crate) fn rural(
    communes: &[(UnitId, i64)],
    territory: &territory::Territory,
) -> std::collections::BTreeSet<UnitId> {
    let is_rural = |id: &UnitId| territory.latest(*id).is_some_and(|unit| &*unit.kind == "xã");
    communes.iter().map(|(id, _)| *id).filter(is_rural).collect()
}
