//! The figures that the choice of letters is argued with.

use credential::{Claims, SigningKey, issue};
use qrcode::{EcLevel, QrCode};

#[test]
fn the_symbol_of_a_usual_certificate_has_53_modules_a_side() {
    let claims = Claims {
        certificate: *b"\x01\x9a\xa1\xb2\xc3\xd4\x7a\xbc\x9d\x12\x34\x56\x78\x9a\xbc\xde",
        profile: "basic-202611".into(),
        issued_day: 690,
        valid_until_day: None,
        level: 2,
        name: "Nguyễn Thị Mai".into(),
    };
    let code = issue(&SigningKey::from_seed([7; 32]), &claims).unwrap();
    let link = format!("https://example.vn/verify/{code}");
    assert_eq!(code.len(), 196);
    let symbol = QrCode::with_error_correction_level(link, EcLevel::M).unwrap();
    assert_eq!(symbol.width(), 53);
}
