//! Prints how long the registers take to load and to search, and what they weigh.
//!
//! `cargo run --release -p territory --example measure`

#![expect(clippy::print_stdout, reason = "a program that prints a table")]

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use jiff::civil::date;
use territory::{Level, Territory, UnitId, read_aliases, read_successions, read_units};

fn main() -> Result<(), Box<dyn Error>> {
    let before_kb = memory_kb();
    let start = Instant::now();
    let units = read_units(include_str!("../../../data/territory/units.csv"))?;
    let successions = read_successions(include_str!("../../../data/territory/succession.csv"))?;
    let aliases = read_aliases(include_str!("../../../data/territory/aliases.csv"))?;
    println!("read        {:>10.2?}", start.elapsed());
    let territory = Territory::new(units, successions, &aliases)?;
    println!("load        {:>10.2?}", start.elapsed());
    println!("memory      {:>7} KB (anonymous pages, read included)", memory_kb().saturating_sub(before_kb));

    let today = date(2026, 11, 22);
    for query in ["nghia do", "Nghĩa Đô", "phuong nghia do ha noi", "an", "a", "Hòa", "xyzzy"] {
        time(&format!("search {query}"), || territory.search(query, today, 10).len());
        time(&format!("with past {query}"), || territory.search_with_past(query, today, 10).len());
    }
    let hà_nội: UnitId = "B01".parse()?;
    let ba_đình: UnitId = "A001".parse()?;
    time("get", || territory.get(hà_nội, today).is_some());
    time("communes of Hà Nội", || territory.communes_of(hà_nội, today).len());
    time("communes of VN", || territory.communes_of(UnitId::COUNTRY, today).len());
    time("heirs of quận Ba Đình", || territory.heirs(ba_đình, today).mixed.len());
    let old =
        territory.units().iter().filter(|unit| unit.valid_from.is_none() && unit.level() == Level::Commune);
    let figures: Vec<_> = old.map(|unit| (unit.id, 1_000)).collect();
    time("roll 10,035 communes", || territory.roll(&figures, today).figures.len());
    Ok(())
}

fn time<T>(what: &str, mut work: impl FnMut() -> T) {
    const TIMES: u32 = 50;
    let start = Instant::now();
    for _ in 0..TIMES {
        black_box(work());
    }
    println!("{what:<36} {:>10.2?}", start.elapsed() / TIMES);
}

/// The anonymous memory of this process, where the system tells it (Linux); else nothing.
fn memory_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
