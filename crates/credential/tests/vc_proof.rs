//! Proofs and keys: the vectors of Data Integrity EdDSA Cryptosuites v1.0, and the rules that its test suite asks of a verifier.

use credential::SigningKey;
use credential::vc::{
    Asked, Held, Invalid, JwtFault, KeyRefused, ProofFault, ProofOptions, PublishedKey, Purpose, Signer,
    did_document, did_key, did_web, multikey, parse_instant, sign, to_jwt, verify_credential,
    verify_presentation,
};
use jiff::Timestamp;
use serde_json::{Value, json};

fn at(text: &str) -> Timestamp {
    parse_instant(text).expect("an instant")
}

fn now() -> Timestamp {
    at("2026-11-22T09:00:00Z")
}

fn held<'a>(documents: &'a [Value]) -> Held<'a> {
    Held { documents, lists: &[], now: now() }
}

/// The key of the vectors: `z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq`, written out.
fn key_of_the_vectors() -> SigningKey {
    let hex = "c96ef9ea10c5e414c471723aff9de72c35fa5b70fae97e8832ecac7d2e2b8ed6";
    SigningKey::from_seed(core::array::from_fn(|i| {
        u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).expect("hex")
    }))
}

fn alumni() -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" }
    })
}

#[test]
fn a_proof_is_that_of_the_vectors() {
    let key = key_of_the_vectors();
    assert_eq!(multikey(key.verifying_key()), "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
    let options = ProofOptions::issued(at("2023-02-24T23:36:38Z"));
    let did = did_key(key.verifying_key());
    let by_did = sign(&alumni(), &Signer::of(&did, &key), &options);
    assert_eq!(
        by_did["proof"]["proofValue"],
        "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX",
        "section B.2 of the Recommendation"
    );
    let by_url = sign(&alumni(), &Signer::of("https://vc.example/issuers/5678", &key), &options);
    assert!(by_url["proof"]["proofValue"].as_str().is_some_and(|value| value.starts_with('z')));
}

#[test]
fn the_signed_vector_of_a_draft_verifies_with_the_issuers_document() {
    let mut signed = alumni();
    signed["proof"] = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": "https://vc.example/issuers/5678#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
        "proofPurpose": "assertionMethod",
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "proofValue": "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4"
    });
    let published = PublishedKey { key: key_of_the_vectors().verifying_key(), revoked_at: None };
    let documents = [did_document("https://vc.example/issuers/5678", &[published])];
    verify_credential(&signed, &held(&documents)).unwrap();
}

fn house() -> (String, SigningKey) {
    (did_web("https://hoc.example.vn").expect("an origin"), SigningKey::from_seed([7; 32]))
}

fn document(keys: &[(&SigningKey, Option<Timestamp>)]) -> Vec<Value> {
    let published = |(key, revoked_at): &(&SigningKey, Option<Timestamp>)| PublishedKey {
        key: key.verifying_key(),
        revoked_at: *revoked_at,
    };
    vec![did_document(&house().0, &keys.iter().map(published).collect::<Vec<_>>())]
}

fn badge() -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": "urn:uuid:0190",
        "type": ["VerifiableCredential"],
        "issuer": { "id": house().0, "name": "Học Vụ Số" },
        "validFrom": "2026-11-22T08:00:00Z",
        "credentialSubject": { "name": "Nguyễn Thị Bình", "share": 0.5 }
    })
}

fn signed() -> Value {
    let (did, key) = house();
    sign(&badge(), &Signer::of(&did, &key), &ProofOptions::issued(now()))
}

fn why(document: &Value) -> Invalid {
    let (_, key) = house();
    verify_credential(document, &held(&self::document(&[(&key, None)]))).expect_err("it does not hold")
}

fn changed(pointer: &str, value: Value) -> Value {
    let mut document = signed();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    document.pointer_mut(parent).expect("a member")[name] = value;
    document
}

#[test]
fn a_change_anywhere_is_noticed() {
    for (pointer, value) in [
        ("/credentialSubject/name", json!("Nguyễn Thị Bình ")),
        ("/credentialSubject/share", json!(0.500_000_1)),
        ("/validFrom", json!("2026-11-22T08:00:01Z")),
        ("/name", json!("x")),
        ("/proof/created", json!("2026-11-22T09:00:01Z")),
    ] {
        assert_eq!(why(&changed(pointer, value)), Invalid::Proof(ProofFault::BadSignature), "{pointer}");
    }
}

#[test]
fn a_proof_is_as_the_suite_wants_it() {
    let long = format!("{}111111", signed()["proof"]["proofValue"].as_str().unwrap());
    for (pointer, value, expect) in [
        ("/proof/type", json!("Ed25519Signature2020"), ProofFault::UnknownSuite),
        ("/proof/cryptosuite", json!("eddsa-rdfc-2022"), ProofFault::UnknownSuite),
        ("/proof/cryptosuite", json!("unknown"), ProofFault::UnknownSuite),
        ("/proof/proofPurpose", json!("authentication"), ProofFault::OtherPurpose),
        ("/proof/proofPurpose", json!(null), ProofFault::Malformed),
        ("/proof/created", json!("hôm nay"), ProofFault::Malformed),
        ("/proof/expires", json!("2026-11-22T08:59:59Z"), ProofFault::Expired),
        ("/proof/verificationMethod", json!(7), ProofFault::Malformed),
        ("/proof/proofValue", json!(long), ProofFault::Malformed),
        ("/proof/proofValue", json!("zabc0"), ProofFault::Malformed),
        ("/proof/proofValue", json!("mabc"), ProofFault::Malformed),
        ("/proof/previousProof", json!("urn:uuid:1"), ProofFault::UnknownSuite),
        (
            "/proof/@context",
            json!(["https://www.w3.org/ns/credentials/examples/v2"]),
            ProofFault::OtherContexts,
        ),
        ("/proof", json!([]), ProofFault::Missing),
        ("/proof", json!("x"), ProofFault::Malformed),
    ] {
        assert_eq!(why(&changed(pointer, value.clone())), Invalid::Proof(expect), "{pointer} {value}");
    }
    assert_eq!(why(&badge()), Invalid::Proof(ProofFault::Missing));
}

#[test]
fn of_a_set_of_proofs_every_one_of_the_suite_must_be_right() {
    let (_, key) = house();
    let documents = document(&[(&key, None)]);
    let mut set = signed();
    let one = set["proof"].clone();
    set["proof"] = json!([one, { "type": "DataIntegrityProof", "cryptosuite": "another-2030" }]);
    verify_credential(&set, &held(&documents)).unwrap();
    let mut wrong = one.clone();
    wrong["created"] = json!("2026-11-22T07:00:00Z");
    set["proof"] = json!([one, wrong]);
    assert_eq!(verify_credential(&set, &held(&documents)), Err(Invalid::Proof(ProofFault::BadSignature)));
}

#[test]
fn a_key_is_believed_only_as_its_issuer_publishes_it() {
    let (did, key) = house();
    let other = SigningKey::from_seed([8; 32]);
    let refused = |documents: &[Value]| verify_credential(&signed(), &held(documents)).unwrap_err();
    let told = |why| Invalid::Key(why, credential::vc::method_id(&did, key.verifying_key()));
    assert_eq!(refused(&[]), told(KeyRefused::Unknown));
    assert_eq!(refused(&document(&[(&other, None)])), told(KeyRefused::Unknown));
    assert_eq!(refused(&document(&[(&key, Some(now()))])), told(KeyRefused::Revoked));
    assert_eq!(refused(&document(&[(&key, Some(at("2030-01-01T00:00:00Z")))])), told(KeyRefused::NotForThis));
    let mut unlisted = document(&[(&key, None)]);
    unlisted[0]["assertionMethod"] = json!([]);
    assert_eq!(refused(&unlisted), told(KeyRefused::NotForThis));
    let retired = document(&[(&other, None), (&key, None)]);
    verify_credential(&signed(), &held(&retired)).unwrap();
}

#[test]
fn a_key_may_be_published_as_a_jwk_too() {
    let (did, key) = house();
    let id = credential::vc::method_id(&did, key.verifying_key());
    let x = "6kpsY-KcUgq-9VB7Ey7F-ZVHdq6-vnuSQh7qaRRG0iw";
    let documents = |x: &str| {
        json!({ "id": did, "assertionMethod": [{
            "id": id, "type": "JsonWebKey", "controller": did, "publicKeyJwk": { "kty": "OKP", "crv": "Ed25519", "x": x }
        }] })
    };
    verify_credential(&signed(), &held(&[documents(x)])).unwrap();
    assert_eq!(
        verify_credential(&signed(), &held(&[documents("AAAA")])),
        Err(Invalid::Key(KeyRefused::NotEd25519, id))
    );
}

#[test]
fn a_stranger_cannot_sign_in_the_name_of_another() {
    let stranger = SigningKey::from_seed([9; 32]);
    let own = did_key(stranger.verifying_key());
    let forged = sign(&badge(), &Signer::of(&own, &stranger), &ProofOptions::issued(now()));
    assert_eq!(why(&forged), Invalid::SignedByAnother { signer: own, named: house().0 });
}

#[test]
fn a_presentation_answers_the_challenge_of_its_verifier() {
    let holder = SigningKey::from_seed([5; 32]);
    let did = did_key(holder.verifying_key());
    let presentation = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiablePresentation"],
        "holder": did,
        "verifiableCredential": [signed()]
    });
    let options = ProofOptions {
        purpose: Purpose::Authentication,
        created: now(),
        challenge: Some("c-1".into()),
        domain: Some("truong.example.vn".into()),
    };
    let shown = sign(&presentation, &Signer::of(&did, &holder), &options);
    let (_, key) = house();
    let documents = document(&[(&key, None)]);
    let verify = |shown: &Value, challenge, domain| {
        verify_presentation(shown, Asked { challenge, domain }, &held(&documents))
    };
    assert_eq!(verify(&shown, Some("c-1"), Some("truong.example.vn")), Ok(did.clone()));
    assert_eq!(verify(&shown, Some("c-2"), None), Err(Invalid::OtherChallenge));
    assert_eq!(verify(&shown, None, Some("other.vn")), Err(Invalid::OtherDomain));
    let mut replayed = shown.clone();
    replayed["proof"]["challenge"] = json!("c-2");
    assert_eq!(verify(&replayed, Some("c-2"), None), Err(Invalid::Proof(ProofFault::BadSignature)));
    let mut inner = presentation.clone();
    inner["verifiableCredential"][0]["credentialSubject"]["name"] = json!("Ai đó");
    let inner = sign(&inner, &Signer::of(&did, &holder), &options);
    let expect = Invalid::Presented { place: 0, why: Box::new(Invalid::Proof(ProofFault::BadSignature)) };
    assert_eq!(verify(&inner, None, None), Err(expect));
    let as_issuer = sign(&presentation, &Signer::of(&did, &holder), &ProofOptions::issued(now()));
    assert_eq!(verify(&as_issuer, None, None), Err(Invalid::Proof(ProofFault::OtherPurpose)));
}

fn enveloped(token: &str) -> Value {
    json!({
        "@context": "https://www.w3.org/ns/credentials/v2",
        "type": "EnvelopedVerifiablePresentation",
        "id": format!("data:application/vp+jwt,{token}")
    })
}

#[test]
fn a_token_presents_its_signer_and_nobody_else_and_ends_when_it_says() {
    let (victim, thief) = (SigningKey::from_seed([5; 32]), SigningKey::from_seed([9; 32]));
    let (named, own) = (did_key(victim.verifying_key()), did_key(thief.verifying_key()));
    let mut word = badge();
    word["issuer"] = json!(named);
    let presentation = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiablePresentation"],
        "holder": named,
        "verifiableCredential": [word]
    });
    let verify = |document: &Value, did: &str, key: &SigningKey| {
        let token = to_jwt(document, &Signer::of(did, key));
        verify_presentation(&enveloped(&token), Asked::default(), &held(&[]))
    };
    assert_eq!(verify(&presentation, &named, &victim), Ok(named.clone()));
    let another = Invalid::SignedByAnother { signer: own.clone(), named: named.clone() };
    assert_eq!(verify(&presentation, &own, &thief), Err(another), "the thief's token with the victim's word");
    let late = now() - jiff::SignedDuration::from_secs(1);
    for (claim, at, expect) in [
        ("exp", json!(late.as_second()), Err(Invalid::Expired(late))),
        ("exp", json!(now().as_second()), Ok(named.clone())),
        ("nbf", json!(late.as_second()), Ok(named.clone())),
        ("exp", json!("soon"), Err(Invalid::Jwt(JwtFault::BadTime))),
    ] {
        let mut timed = presentation.clone();
        timed[claim] = at;
        assert_eq!(verify(&timed, &named, &victim), expect, "{claim}");
    }
}

#[test]
fn a_proof_of_tomorrow_is_none() {
    let (did, key) = house();
    let documents = document(&[(&key, None)]);
    let made = |minutes: i64| {
        let options = ProofOptions::issued(now() + jiff::SignedDuration::from_mins(minutes));
        let signed = sign(&badge(), &Signer::of(&did, &key), &options);
        verify_credential(&signed, &held(&documents)).map(|_| ())
    };
    assert_eq!(made(9), Ok(()), "clocks differ a little");
    assert_eq!(made(11), Err(Invalid::Proof(ProofFault::FromTheFuture)));
}

#[test]
fn a_credential_holds_within_its_time() {
    let (did, key) = house();
    let documents = document(&[(&key, None)]);
    let with = |name: &str, value: &str| {
        let mut badge = badge();
        badge[name] = json!(value);
        let signed = sign(&badge, &Signer::of(&did, &key), &ProofOptions::issued(now()));
        verify_credential(&signed, &held(&documents)).map(|_| ())
    };
    assert_eq!(
        with("validFrom", "2026-11-22T09:00:01Z"),
        Err(Invalid::NotYetValid(at("2026-11-22T09:00:01Z")))
    );
    assert_eq!(
        with("validUntil", "2026-11-22T15:59:59+07:00"),
        Err(Invalid::Expired(at("2026-11-22T08:59:59Z")))
    );
    assert_eq!(with("validUntil", "2026-11-22T09:00:00Z"), Ok(()));
}
