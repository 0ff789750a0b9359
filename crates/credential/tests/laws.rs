//! Laws of issuing and checking.

use credential::{CheckError, Claims, ClaimsError, SigningKey, check, issue};
use proptest::prelude::*;

const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn claims() -> impl Strategy<Value = Claims> {
    let days = (0..u16::MAX).prop_flat_map(|issued| (Just(issued), prop::option::of(issued + 1..=u16::MAX)));
    (any::<[u8; 16]>(), "[!-~]{1,24}", days, any::<u8>(), "[a-zA-ZạếỹĐ .]{0,16}").prop_map(
        |(certificate, profile, (issued_day, valid_until_day), level, name)| Claims {
            certificate,
            profile,
            issued_day,
            valid_until_day,
            level,
            name,
        },
    )
}

fn basic() -> Claims {
    Claims {
        certificate: [9; 16],
        profile: "basic-2026".into(),
        issued_day: 690,
        valid_until_day: None,
        level: 2,
        name: "Nguyễn Thị Mai".into(),
    }
}

/// The code with one of its bits turned: bit 0 is the first of the first letter.
fn flip(code: &str, bit: usize) -> String {
    let mut letters: Vec<char> = code.chars().collect();
    let digit = LETTERS.find(letters[bit / 5]).expect("a code has only these letters") ^ (16 >> (bit % 5));
    letters[bit / 5] = LETTERS.chars().nth(digit).expect("five bits have a letter");
    letters.into_iter().collect()
}

#[test]
fn a_turned_bit_is_told_by_what_it_breaks() {
    let key = SigningKey::from_seed([7; 32]);
    let code = issue(&key, &basic()).unwrap();
    let told = |bit| check(&flip(&code, bit), &[key.verifying_key()]);
    assert_eq!(told(0), Err(CheckError::UnknownVersion));
    assert_eq!(told(8), Err(CheckError::UnknownKey));
    assert_eq!(told(40), Err(CheckError::Forged), "the certificate id");
    assert_eq!(told(168), Err(CheckError::NotACode), "the length of the profile");
    assert_eq!(told(500), Err(CheckError::Forged), "the signature");
}

#[test]
fn a_code_of_the_first_layout_is_still_checked() {
    // Made by version 0.1.0 with the seed 32 × 7.
    let code = "07N4MV33144GJ289144GJ289144GJ28914564RBKD5HJTCHG68V05CG002V5JYWQ35Q1C9FCM6ARCXYXF9F0TFHY2RNG5F973ENKNMBY34BBPCK4AS50CF3J7TEXEGVPGQRCD3SZ1PGJVJCGSV6RXEP6Q11DXT07";
    let first = Claims { level: 0, name: String::new(), ..basic() };
    assert_eq!(check(code, &[SigningKey::from_seed([7; 32]).verifying_key()]), Ok(first));
}

#[test]
fn another_text_is_not_a_code() {
    let key = SigningKey::from_seed([7; 32]).verifying_key();
    let code = issue(&SigningKey::from_seed([7; 32]), &basic()).unwrap();
    let zeros = "0".repeat(8);
    for text in ["", "0", "hello", "căn cước", &zeros, &code[..code.len() - 8], &format!(" {code}")] {
        assert_eq!(check(text, &[key]), Err(CheckError::NotACode), "{text}");
    }
}

#[test]
fn claims_that_do_not_fit_are_refused() {
    let refused = |claims: Claims| issue(&SigningKey::from_seed([7; 32]), &claims).unwrap_err();
    let profile = |profile: &str| refused(Claims { profile: profile.into(), ..basic() });
    assert_eq!(profile(""), ClaimsError::ProfileLength { bytes: 0 });
    assert_eq!(profile(&"x".repeat(25)), ClaimsError::ProfileLength { bytes: 25 });
    assert_eq!(profile("cơ-bản"), ClaimsError::ProfileCharacter { found: 'ơ' });
    let name = "ế".repeat(17);
    assert_eq!(refused(Claims { name, ..basic() }), ClaimsError::NameLength { bytes: 51 });
    assert_eq!(
        refused(Claims { valid_until_day: Some(690), ..basic() }),
        ClaimsError::EndsBeforeItBegins { issued_day: 690, valid_until_day: 690 }
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_issued_checks(seed: [u8; 32], claims in claims()) {
        let key = SigningKey::from_seed(seed);
        let code = issue(&key, &claims).unwrap();
        prop_assert_eq!(check(&code, &[key.verifying_key()]), Ok(claims));
    }

    #[test]
    fn a_turned_bit_is_never_believed(seed: [u8; 32], claims in claims(), bit: prop::sample::Index) {
        let key = SigningKey::from_seed(seed);
        let code = issue(&key, &claims).unwrap();
        let turned = flip(&code, bit.index(code.len() * 5));
        prop_assert!(check(&turned, &[key.verifying_key()]).is_err());
    }

    #[test]
    fn a_key_that_is_not_ours_is_unknown(claims in claims()) {
        let (ours, theirs) = (SigningKey::from_seed([1; 32]), SigningKey::from_seed([2; 32]));
        let code = issue(&theirs, &claims).unwrap();
        prop_assert_eq!(check(&code, &[ours.verifying_key()]), Err(CheckError::UnknownKey));
        prop_assert_eq!(check(&code, &[]), Err(CheckError::UnknownKey));
    }

    #[test]
    fn any_text_is_checked_without_panic(text in "[0-9A-Za-z]{0,220}") {
        let key = SigningKey::from_seed([7; 32]).verifying_key();
        prop_assert!(check(&text, &[key]).is_err());
    }
}
