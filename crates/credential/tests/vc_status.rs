//! Status lists and tokens: what a verifier says of a credential that was withdrawn, and of a list that is not one.

use credential::SigningKey;
use credential::vc::{
    Achievement, AchievementCredential, Alignment, Bitstring, Evidence, Held, Invalid, JwtFault,
    LIST_LENGTH_MIN, ListFault, Profile, ProofOptions, Recipient, Signer, StatusEntry, StatusList,
    StatusPurpose, check_credential, did_key, identity_hash, parse_instant, payload_of, sign, to_jwt,
    verify_credential,
};
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};

const LIST: &str = "https://hoc.example.vn/status/1";

fn now() -> Timestamp {
    Timestamp::from_second(1_795_338_000).expect("2026-11-22T09:00:00Z")
}

fn key() -> SigningKey {
    SigningKey::from_seed([7; 32])
}

fn issuer() -> String {
    did_key(key().verifying_key())
}

fn badge(purpose: StatusPurpose, place: u32) -> Value {
    AchievementCredential {
        id: "urn:uuid:019a0000-0000-7000-8000-000000000001".into(),
        name: "Kỹ năng số cơ bản".into(),
        issuer: Profile {
            id: issuer(),
            name: "Học Vụ Số".into(),
            url: "https://hoc.example.vn/issuer".into(),
        },
        valid_from: now(),
        valid_until: parse_instant("2029-11-22T16:59:59Z"),
        recipient: Recipient::Named("Nguyễn Thị Bình".into()),
        achievement: Achievement {
            id: "https://hoc.example.vn/issuer#basic".into(),
            name: "Kỹ năng số cơ bản".into(),
            description: "Tự làm được các kỹ năng số cơ bản.".into(),
            criteria: "Tự làm được mọi kỹ năng của hồ sơ.".into(),
            kind: "Certificate",
            language: "vi",
            alignments: vec![Alignment {
                framework: "starter 1.0".into(),
                name: "Khung khởi đầu".into(),
                url: "https://hoc.example.vn/issuer#starter".into(),
                code: "basic".into(),
            }],
        },
        evidence: vec![Evidence { name: "Bài thực hành".into(), narrative: "Làm một mình.".into() }],
        status: Some(StatusEntry { list: LIST.into(), place, purpose }),
    }
    .to_json()
}

fn signed(document: &Value) -> Value {
    sign(document, &Signer::of(&issuer(), &key()), &ProofOptions::issued(now()))
}

fn list(purpose: StatusPurpose, set: &[usize]) -> Value {
    let mut bits = Bitstring::new(0);
    set.iter().for_each(|place| bits.set(*place).expect("a place of the list"));
    let valid_until = parse_instant("2026-11-22T10:00:00Z").expect("an instant");
    StatusList { id: LIST, issuer: &issuer(), purpose, bits: &bits, valid_from: now(), valid_until }.to_json()
}

fn told(credential: &Value, lists: &[Value]) -> Result<(), Invalid> {
    verify_credential(credential, &Held { documents: &[], lists, now: now() }).map(|_| ())
}

#[test]
fn a_badge_is_a_credential_of_the_data_model() {
    assert_eq!(check_credential(&badge(StatusPurpose::Revocation, 7)), Ok(()));
    assert_eq!(check_credential(&list(StatusPurpose::Revocation, &[])), Ok(()));
}

#[test]
fn a_set_bit_withdraws_and_its_neighbours_do_not() {
    let lists = |purpose, set: &[usize]| [signed(&list(purpose, set))];
    let (revocation, suspension) = (StatusPurpose::Revocation, StatusPurpose::Suspension);
    let credential = signed(&badge(revocation, 70_000));
    assert_eq!(told(&credential, &lists(revocation, &[69_999, 70_001])), Ok(()));
    assert_eq!(told(&credential, &lists(revocation, &[70_000])), Err(Invalid::Revoked));
    assert_eq!(told(&signed(&badge(suspension, 0)), &lists(suspension, &[0])), Err(Invalid::Suspended));
    assert_eq!(
        told(&signed(&badge(StatusPurpose::Refresh, 0)), &lists(StatusPurpose::Refresh, &[0])),
        Ok(())
    );
}

#[test]
fn a_list_that_can_not_tell_is_not_taken_for_good() {
    let credential = signed(&badge(StatusPurpose::Revocation, 7));
    assert_eq!(told(&credential, &[]), Err(Invalid::StatusUnknown(LIST.into())));
    let other = signed(&list(StatusPurpose::Suspension, &[]));
    assert_eq!(told(&credential, &[other]), Err(Invalid::OtherStatusList));
    let mut tampered = signed(&list(StatusPurpose::Revocation, &[7]));
    tampered["credentialSubject"]["encodedList"] = json!(Bitstring::new(0).encode());
    assert!(matches!(told(&credential, &[tampered]), Err(Invalid::StatusList(_))));
    let stranger = SigningKey::from_seed([9; 32]);
    let did = did_key(stranger.verifying_key());
    let mut foreign = list(StatusPurpose::Revocation, &[]);
    foreign["issuer"] = json!(did);
    let foreign = sign(&foreign, &Signer::of(&did, &stranger), &ProofOptions::issued(now()));
    assert_eq!(told(&credential, &[foreign]), Err(Invalid::OtherStatusList));
    let mut old = list(StatusPurpose::Revocation, &[]);
    old["validUntil"] = json!("2026-11-22T09:00:00Z");
    old["validFrom"] = json!("2026-11-22T08:00:00Z");
    let later = Timestamp::from_second(now().as_second() + 60).unwrap();
    let old = [signed(&old)];
    let held = Held { documents: &[], lists: &old, now: later };
    assert!(matches!(verify_credential(&credential, &held), Err(Invalid::StatusList(_))));
    let far = signed(&badge(StatusPurpose::Revocation, 131_072));
    let whole = signed(&list(StatusPurpose::Revocation, &[]));
    assert_eq!(told(&far, &[whole]), Err(Invalid::StatusBits(ListFault::OutOfRange)));
    let mut unknown = badge(StatusPurpose::Revocation, 7);
    unknown["credentialStatus"] = json!({ "type": "https://example.org/#Status" });
    assert!(matches!(told(&signed(&unknown), &[]), Err(Invalid::StatusUnknown(_))));
}

#[test]
fn a_list_of_another_program_is_read() {
    // Example 1 of Bitstring Status List v1.0: 131,072 places, none set.
    let encoded = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
    let read = Bitstring::decode(encoded).unwrap();
    assert_eq!((read.len(), read), (LIST_LENGTH_MIN, Bitstring::new(0)));
    for text in ["", "u", "H4sIAAAAAAAAA", "uAAAA", &encoded[..encoded.len() - 12]] {
        assert_eq!(Bitstring::decode(text), Err(ListFault::NotAList), "{text}");
    }
}

#[test]
fn the_header_of_a_token_is_what_open_badges_demands() {
    // Open Badges 3.0, 8.2.2: `typ`, if present, must be "JWT"; additional headers are not allowed.
    let token = to_jwt(&badge(StatusPurpose::Revocation, 7), &Signer::of(&issuer(), &key()));
    let header = token.split('.').next().unwrap();
    let header = payload_of(&json!(format!("x.{header}.x"))).unwrap();
    let kid = Signer::of(&issuer(), &key()).method;
    assert_eq!(header, json!({ "alg": "EdDSA", "typ": "JWT", "kid": kid }));
}

#[test]
fn a_token_says_what_the_credential_says() {
    let bare = badge(StatusPurpose::Revocation, 7);
    let token = to_jwt(&bare, &Signer::of(&issuer(), &key()));
    let lists = [signed(&list(StatusPurpose::Revocation, &[]))];
    let held = Held { documents: &[], lists: &lists, now: now() };
    let verified = verify_credential(&json!(token), &held).unwrap();
    assert_eq!((verified.credential, verified.issuer), (bare, issuer()));
    let enveloped = json!({
        "@context": "https://www.w3.org/ns/credentials/v2",
        "type": "EnvelopedVerifiableCredential",
        "id": format!("data:application/vc+jwt,{token}")
    });
    assert!(verify_credential(&enveloped, &held).is_ok());
    assert_eq!(told(&json!(token), &[signed(&list(StatusPurpose::Revocation, &[7]))]), Err(Invalid::Revoked));
    for (text, expect) in [
        ("", JwtFault::NotAToken),
        ("a.b.c", JwtFault::NotAToken),
        ("eyJhbGciOiJub25lIn0.e30.", JwtFault::OtherAlgorithm),
        ("eyJhbGciOiJFZERTQSJ9.e30.", JwtFault::NoKey),
    ] {
        assert_eq!(told(&json!(text), &lists), Err(Invalid::Jwt(expect)), "{text}");
    }
    let (signed_part, _) = token.rsplit_once('.').unwrap();
    assert_eq!(
        told(&json!(format!("{signed_part}.AAAA")), &lists),
        Err(Invalid::Jwt(JwtFault::BadSignature))
    );
}

#[test]
fn a_hashed_identity_is_compared_with_its_salt() {
    // sha256("a" + "b")
    assert_eq!(
        identity_hash("a", "b"),
        "sha256$fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603"
    );
    let hashed = Recipient::Hashed { name: "Bình".into(), salt: "x".into() };
    assert_ne!(hashed, Recipient::Named("Bình".into()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_places_that_were_set_are_those_that_are_read(set in prop::collection::btree_set(0_usize..LIST_LENGTH_MIN, 0..40), other in 0..LIST_LENGTH_MIN) {
        let mut bits = Bitstring::new(0);
        set.iter().for_each(|place| bits.set(*place).unwrap());
        let read = Bitstring::decode(&bits.encode()).unwrap();
        prop_assert!(set.iter().all(|place| read.get(*place) == Ok(true)));
        prop_assert_eq!(read.get(other), Ok(set.contains(&other)));
    }

    #[test]
    fn any_document_is_judged_without_panic(text in "\\PC{0,60}", number: i64) {
        let document = json!({ "@context": [text, number], "type": text, "proof": { "proofValue": text }, "id": text });
        prop_assert!(told(&document, &[]).is_err());
        prop_assert!(told(&json!(text), &[]).is_err());
    }
}
