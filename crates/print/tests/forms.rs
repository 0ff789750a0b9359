//! What every form must be: the same bytes for the same value, embedded fonts, the pages it says, and small.

use print::{PrintRefused, card_sheet, certificate_a4, certificate_card, samples};

fn has(bytes: &[u8], words: &str) -> bool {
    count(bytes, words) > 0
}

fn count(bytes: &[u8], words: &str) -> usize {
    bytes.windows(words.len()).filter(|part| *part == words.as_bytes()).count()
}

fn pages(bytes: &[u8]) -> usize {
    // Every page names its paper; nothing else does.
    count(bytes, "/MediaBox")
}

#[test]
fn a_certificate_is_one_page_unless_its_skills_need_a_back() {
    let counted: Vec<_> =
        samples::certificates().iter().map(|sheet| pages(&certificate_a4(sheet).unwrap())).collect();
    assert_eq!(counted, [1, 2, 1]);
}

#[test]
fn a_card_has_two_sides_and_a_sheet_ten_cards() {
    let cards = samples::cards();
    assert!(cards.iter().all(|card| pages(&certificate_card(card).unwrap()) == 2));
    let class =
        |size| card_sheet("Lớp", &cards.iter().cloned().cycle().take(size).collect::<Vec<_>>()).unwrap();
    assert_eq!([1, 10, 11].map(|size| pages(&class(size))), [1, 1, 2]);
    assert_eq!(pages(&class(0)), 1);
}

#[test]
fn fonts_are_embedded_and_the_standards_named() {
    for sheet in samples::certificates() {
        let bytes = certificate_a4(&sheet).unwrap();
        assert!(bytes.starts_with(b"%PDF-1.7"));
        assert_eq!(count(&bytes, "/FontFile2"), 2, "both weights");
        assert!(has(&bytes, "BeVietnamPro-Regular") && has(&bytes, "BeVietnamPro-SemiBold"));
        assert!(has(&bytes, "<pdfaid:part>2<") && has(&bytes, "<pdfuaid:part>1<"));
        assert!(has(&bytes, "/Lang(vi)") && has(&bytes, "/ToUnicode"));
    }
}

#[test]
fn the_same_value_gives_the_same_bytes() {
    for sheet in samples::certificates() {
        assert_eq!(certificate_a4(&sheet), certificate_a4(&sheet));
    }
    assert_eq!(card_sheet("Lớp", &samples::cards()), card_sheet("Lớp", &samples::cards()));
}

#[test]
fn a_file_goes_over_a_poor_network() {
    for sheet in samples::certificates() {
        assert!(certificate_a4(&sheet).unwrap().len() < 60_000, "{}", sheet.name);
    }
    assert!(samples::cards().iter().all(|card| certificate_card(card).unwrap().len() < 40_000));
    let class: Vec<_> = samples::cards().into_iter().cycle().take(10).collect();
    assert!(card_sheet("Lớp", &class).unwrap().len() < 80_000);
}

#[test]
fn the_code_leads_where_it_says() {
    let sheet = samples::certificates().remove(0);
    assert!(has(&certificate_a4(&sheet).unwrap(), &format!("/URI({})", sheet.proof.address)));
}

#[test]
fn a_name_of_any_length_is_printed() {
    for name in ["Ý", "An", "Nguyễn Trường Nghiêng", &"Ư".repeat(80), &["Nghiêng"; 10].join(" ")] {
        let sheet = print::CertificateSheet { name: name.into(), ..samples::certificates().remove(0) };
        assert_eq!(pages(&certificate_a4(&sheet).unwrap()), 1);
        let card = print::Card { name: name.into(), ..samples::cards().remove(0) };
        certificate_card(&card).unwrap();
        card_sheet("Lớp", &[card]).unwrap();
    }
}

#[test]
fn what_cannot_be_printed_is_refused_and_named() {
    let plain = samples::certificates().remove(0);
    let foreign = print::CertificateSheet { name: "សុខ".into(), ..plain.clone() };
    assert_eq!(certificate_a4(&foreign), Err(PrintRefused::Letter('ស')));
    let mut long = plain;
    long.proof.address = "x".repeat(4000);
    assert_eq!(certificate_a4(&long), Err(PrintRefused::Address));
}
