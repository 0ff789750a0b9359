//! What people type, and what they find.

use crate::registers::{AFTER, BEFORE, REAL, id};
use territory::{Level, Rank};

fn first(query: &str) -> String {
    let hits = REAL.search(query, AFTER, 5);
    hits.first().map(|hit| REAL.label_of(hit.unit)).unwrap_or_default()
}

fn first_past(query: &str) -> String {
    let hits = REAL.search_with_past(query, AFTER, 5);
    hits.first().map(|hit| REAL.label_of(hit.unit)).unwrap_or_default()
}

#[test]
fn a_ward_is_found_in_every_way_of_typing_it() {
    for query in [
        "nghia do",
        "Nghĩa Đô",
        "NGHĨA ĐÔ",
        "  nghia   do ",
        "Nghi\u{303}a \u{110}o\u{302}",
        "phuong nghia do",
        "Phường Nghĩa Đô",
        "p. nghĩa đô",
        "p nghia do",
        "nghia do ha noi",
        "nghia do, ha noi",
        "nghia do ha",
        "nghia do tp ha noi",
        "phường Nghĩa Đô, thành phố Hà Nội",
        "phuong nghia do thanh pho",
        "phường Nghĩa Đô, TP. Hà Nội, Việt Nam",
    ] {
        assert_eq!(first(query), "Phường Nghĩa Đô, thành phố Hà Nội", "{query}");
    }
}

#[test]
fn either_place_of_the_tone_finds_the_province() {
    for query in ["Khánh Hoà", "Khánh Hòa", "khanh hoa", "tỉnh Khánh Hoà", "t khanh hoa"] {
        assert_eq!(first(query), "Tỉnh Khánh Hòa", "{query}");
    }
}

#[test]
fn marks_that_are_typed_decide_among_equals() {
    let found = |query| REAL.search(query, AFTER, 1)[0].unit.name.to_string();
    assert_eq!(found("Cẩm Giang"), "Cẩm Giang");
    assert_eq!(found("Cẩm Giàng"), "Cẩm Giàng");
    assert_eq!(found("xã cẩm giàng, hải phòng"), "Cẩm Giàng");
    assert_eq!(found("cẩm già"), "Cẩm Giàng");
}

#[test]
fn the_province_decides_among_namesakes() {
    for province in ["ho chi minh", "tuyen quang"] {
        let query = format!("tan tien {province}");
        for hit in REAL.search(&query, AFTER, 10) {
            let above = REAL.parent(hit.unit.id, AFTER).unwrap();
            assert_eq!(territory::fold(&above.name), province);
        }
    }
}

#[test]
fn better_ranks_come_first() {
    let hits = REAL.search("ha", AFTER, usize::MAX);
    assert!(hits.is_sorted_by_key(|hit| hit.rank));
    assert!(hits.iter().any(|hit| hit.rank == Rank::Contains));
    assert_eq!(REAL.search("ha", AFTER, 3).as_slice(), &hits[..3]);
    let of_hà_nội = REAL.search("ha noi", AFTER, 9);
    assert_eq!((of_hà_nội[0].unit.id, of_hà_nội[0].rank), (id("B01"), Rank::Exact));
}

#[test]
fn names_with_hyphens_and_apostrophes_need_neither() {
    assert_eq!(first("van mieu quoc tu giam"), "Phường Văn Miếu - Quốc Tử Giám, thành phố Hà Nội");
    assert_eq!(first("mdrak"), first("M'Đrắk"));
    assert_eq!(first("m'drak"), "Xã M'Drắk, tỉnh Đắk Lắk");
}

#[test]
fn a_day_finds_the_units_of_that_day() {
    let hits = REAL.search("quan ba dinh", BEFORE, 3);
    assert_eq!((hits[0].unit.id, hits[0].unit.level()), (id("A001"), Level::District));
    assert!(REAL.search("quan ba dinh", AFTER, 3).is_empty());
}

#[test]
fn the_old_commune_is_found_and_tells_its_heirs() {
    assert_eq!(first_past("vinh phuc ba dinh"), "Phường Vĩnh Phúc, quận Ba Đình, thành phố Hà Nội");
    let hits = REAL.search_with_past("phường Vĩnh Phúc, quận Ba Đình", AFTER, 5);
    assert_eq!(hits[0].ended.as_ref().unwrap().mixed, [id("B00008")]);
}

#[test]
fn among_equals_the_living_come_before_the_ended() {
    let hits = REAL.search_with_past("nghia do", AFTER, 5);
    assert_eq!((hits[0].unit.id, hits[0].ended.is_none()), (id("B00160"), true));
    assert!(hits[1..].iter().any(|hit| hit.unit.id == id("A00157") && hit.ended.is_some()));
}

#[test]
fn a_unit_is_given_once_however_many_rows_it_has() {
    let hits = REAL.search_with_past("bac ninh", AFTER, 50);
    assert_eq!(hits.iter().filter(|hit| hit.unit.id == id("B24")).count(), 1);
    assert_eq!(hits[0].unit.full_name(), "thành phố Bắc Ninh");
}

#[test]
fn another_official_spelling_finds_the_unit() {
    let hits = REAL.search("Sán Sả Hồ", BEFORE, 5);
    assert!(hits.iter().any(|hit| hit.unit.id == id("A01060")));
}

#[test]
fn nothing_typed_finds_nothing() {
    for query in ["", "  ", ",.-", "xyzzy", "nghia do atlantis"] {
        assert!(REAL.search(query, AFTER, 5).is_empty(), "{query}");
    }
    assert!(REAL.search("ha noi", AFTER, 0).is_empty());
}

#[test]
fn every_living_unit_is_found_by_its_label() {
    for unit in REAL.units().iter().filter(|unit| unit.is_valid_on(AFTER)) {
        let hits = REAL.search(&REAL.label_of(unit), AFTER, 1);
        assert_eq!(hits.first().map(|hit| hit.unit.id), Some(unit.id));
    }
}
