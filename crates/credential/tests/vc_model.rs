//! The rules of the data model 2.0, one line for each document that the W3C's test suite (vc-data-model-2.0-test-suite) accepts or
//! refuses. A line changes one thing in a document that is right.

use credential::vc::{Wrong, check_credential, check_presentation};
use serde_json::{Value, json};

const V2: &str = "https://www.w3.org/ns/credentials/v2";

fn credential() -> Value {
    json!({
        "@context": [V2],
        "type": ["VerifiableCredential"],
        "issuer": "did:example:issuer",
        "credentialSubject": { "id": "did:example:subject" }
    })
}

fn with(changes: &[(&str, Value)]) -> Value {
    let mut document = credential();
    for (name, value) in changes {
        document[*name] = value.clone();
    }
    document
}

fn without(name: &str) -> Value {
    let mut document = credential();
    document.as_object_mut().expect("an object").remove(name);
    document
}

fn accepts(document: &Value) {
    assert_eq!(check_credential(document), Ok(()), "{document}");
}

/// Refused with exactly this fault at this place.
fn refuses(document: &Value, at: &str, what: &Wrong) {
    let faults = check_credential(document).expect_err(&document.to_string());
    let found: Vec<(&str, &Wrong)> = faults.iter().map(|fault| (fault.at.as_str(), &fault.what)).collect();
    assert_eq!(found, [(at, what)], "{document}");
}

fn refuses_each(property: &str, values: &[Value], at: &str, what: &Wrong) {
    values.iter().for_each(|value| refuses(&with(&[(property, value.clone())]), at, what));
}

fn accepts_each(property: &str, values: &[Value]) {
    values.iter().for_each(|value| accepts(&with(&[(property, value.clone())])));
}

#[test]
fn contexts() {
    accepts(&credential());
    refuses(&without("@context"), "/@context", &Wrong::Missing);
    for contexts in
        [json!([]), json!(V2), json!(["https://www.w3.org/ns/credentials/examples/v2"]), json!({ "a": V2 })]
    {
        refuses(&with(&[("@context", contexts)]), "/@context", &Wrong::FirstContext);
    }
    accepts_each(
        "@context",
        &[
            json!([V2, "https://www.w3.org/ns/credentials/examples/v2"]),
            json!([V2, { "@vocab": "https://a.vn/#" }, "https://example.com/context"]),
        ],
    );
    for wrong in
        [json!("https ://not-a-url/contexts/example/v1"), json!(123_192_875), json!(null), json!("example")]
    {
        refuses(&with(&[("@context", json!([V2, wrong]))]), "/@context/1", &Wrong::NotAContext);
    }
}

#[test]
fn protected_terms_keep_their_meaning() {
    let bad = json!([V2, { "VerifiableCredential": "https://example.org/#BadVerifiableCredential" }]);
    let faults = check_credential(&with(&[("@context", bad)])).unwrap_err();
    assert_eq!(faults[0].what, Wrong::Redefines("VerifiableCredential".into()));
    let twice = json!([V2,
        { "@protected": true, "ExampleVerifiableCredential": "https://example.org/#ExampleVerifiableCredential" },
        { "ExampleVerifiableCredential": "https://example.org/#ExampleBadVerifiableCredential" }]);
    let types = json!(["VerifiableCredential", "ExampleVerifiableCredential"]);
    let faults = check_credential(&with(&[("@context", twice), ("type", types)])).unwrap_err();
    assert_eq!(faults[0].what, Wrong::Redefines("ExampleVerifiableCredential".into()));
}

#[test]
fn identifiers() {
    accepts_each("id", &[json!("did:example:credential"), json!("https://a.vn/c/1"), json!("urn:uuid:1")]);
    let wrong =
        [json!(null), json!(["did:example:a", "did:example:b"]), json!("example"), json!(7), json!({})];
    refuses_each("id", &wrong, "/id", &Wrong::NotAUrl);
    let subjects = wrong.map(|id| json!({ "id": id }));
    refuses_each("credentialSubject", &subjects, "/credentialSubject/id", &Wrong::NotAUrl);
}

#[test]
fn types() {
    refuses_each("type", &[json!("https://a.vn/#T")], "/type", &Wrong::LacksType("VerifiableCredential"));
    assert!(check_credential(&without("type")).is_err());
    assert!(check_credential(&with(&[("type", json!([]))])).is_err());
    let typed = |contexts: Value, types: Value| with(&[("@context", contexts), ("type", types)]);
    let example = json!(["VerifiableCredential", "ExampleTestCredential"]);
    accepts(&typed(json!([V2]), json!(["VerifiableCredential", "https://example.org/#Example"])));
    accepts(&typed(
        json!([V2]),
        json!(["https://example.org/#A", "VerifiableCredential", "https://example.org/#B"]),
    ));
    accepts(&typed(json!([V2, { "ExampleTestCredential": "https://example.org/#E" }]), example.clone()));
    accepts(&typed(
        json!([V2, { "ex": "https://example.org/#", "ExampleTestCredential": "ex:E" }]),
        example.clone(),
    ));
    accepts(&typed(json!([V2, { "@vocab": "https://example.org/#" }]), example.clone()));
    for contexts in [
        json!([V2]),
        json!([V2, { "@vocab": null }]),
        json!([V2, { "ExampleTestCredential": "https ://not-a-url#ExampleTestCredential" }]),
        json!([V2, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]),
    ] {
        refuses(&typed(contexts, example.clone()), "/type", &Wrong::NotAType);
    }
    let badge = json!(["VerifiableCredential", "OpenBadgeCredential"]);
    accepts(&typed(json!([V2, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]), badge));
}

#[test]
fn a_property_that_no_context_defines_is_told() {
    let entry = json!({ "type": "BitstringStatusListEntry", "statusListIndex": true, "statusListCredential": "https://example.com" });
    refuses(&with(&[("statusEntry", entry)]), "/statusEntry", &Wrong::Undefined);
    accepts(&with(&[
        ("@context", json!([V2, { "extra": "https://example.org/#extra" }])),
        ("extra", json!("x")),
    ]));
}

#[test]
fn names_and_descriptions() {
    for name in ["name", "description"] {
        let right = [
            json!("Bằng"),
            json!({ "@value": "Bằng", "@language": "vi" }),
            json!({ "@value": "Bằng", "@language": "vi", "@direction": "ltr" }),
            json!([{ "@value": "Bằng", "@language": "vi" }, { "@value": "Degree", "@language": "en" }]),
        ];
        let wrong = [
            json!({ "@value": "Bằng", "@language": "vi", "url": "did:example:a" }),
            json!({ "@language": "vi" }),
            json!(7),
            json!([]),
        ];
        accepts_each(name, &right);
        refuses_each(name, &wrong, &format!("/{name}"), &Wrong::NotWords);
        let issuer = |value: &Value| json!({ "id": "did:example:issuer", name: value });
        accepts_each("issuer", &right.each_ref().map(issuer));
        refuses_each("issuer", &wrong.each_ref().map(issuer), &format!("/issuer/{name}"), &Wrong::NotWords);
    }
}

#[test]
fn issuers() {
    refuses(&without("issuer"), "/issuer", &Wrong::Missing);
    accepts_each("issuer", &[json!({ "id": "did:example:issuer" }), json!("https://a.vn")]);
    refuses_each("issuer", &[json!("example"), json!(null), json!(7), json!([])], "/issuer", &Wrong::NotAUrl);
    let objects =
        [json!({ "id": null }), json!({ "id": "example" }), json!({}), json!({ "id": ["did:example:a"] })];
    refuses_each("issuer", &objects, "/issuer/id", &Wrong::NotAUrl);
}

#[test]
fn subjects() {
    let at = "/credentialSubject";
    refuses(&without("credentialSubject"), at, &Wrong::Missing);
    accepts_each("credentialSubject", &[json!([{ "id": "did:example:a" }, { "id": "did:example:b" }])]);
    refuses_each("credentialSubject", &[json!({}), json!([])], at, &Wrong::Empty);
    refuses_each(
        "credentialSubject",
        &[json!([{ "id": "did:example:a" }, {}])],
        "/credentialSubject/1",
        &Wrong::Empty,
    );
    refuses_each("credentialSubject", &[json!("did:example:a"), json!(null)], at, &Wrong::NotAnObject);
}

#[test]
fn validity_periods() {
    for name in ["validFrom", "validUntil"] {
        accepts_each(
            name,
            &[
                json!("2023-02-26T01:02:58.447Z"),
                json!("2023-02-25T19:21:29-06:00"),
                json!("3002-02-26T01:02:58Z"),
            ],
        );
        let wrong =
            [json!("06/22/2019"), json!("2023-02-26"), json!("2023-02-26T01:02:58"), json!(1), json!(null)];
        refuses_each(name, &wrong, &format!("/{name}"), &Wrong::NotADateTime);
    }
    let between = |from: &str, until: &str| with(&[("validFrom", json!(from)), ("validUntil", json!(until))]);
    accepts(&between("2023-02-26T01:21:23Z", "2023-02-25T19:21:29-06:00"));
    accepts(&between("2023-02-26T01:21:23Z", "2023-02-26T01:21:23Z"));
    refuses(
        &between("2026-02-26T01:21:23Z", "2024-02-26T01:21:23Z"),
        "/validUntil",
        &Wrong::EndsBeforeItBegins,
    );
}

#[test]
fn objects_that_must_name_their_type() {
    for name in ["credentialStatus", "termsOfUse", "evidence", "refreshService", "credentialSchema"] {
        let contexts = json!([V2, { "ExampleType": "https://example.org/#ExampleType" }]);
        let document = |value: Value| with(&[("@context", contexts.clone()), (name, value)]);
        let at = |member: &str| format!("/{name}/{member}");
        accepts(&document(json!({ "id": "did:example:status", "type": "ExampleType" })));
        accepts(&document(
            json!([{ "id": "did:example:1", "type": ["ExampleType"] }, { "id": "did:example:2", "type": "ExampleType" }]),
        ));
        refuses(&document(json!({ "id": "did:example:status" })), &at("type"), &Wrong::Missing);
        refuses(&document(json!({ "id": "did:example:status", "type": 2 })), &at("type"), &Wrong::NotAType);
        refuses(
            &document(json!({ "id": "did:example:status", "type": "Another" })),
            &at("type"),
            &Wrong::NotAType,
        );
        refuses(&document(json!({ "id": "nothing", "type": "ExampleType" })), &at("id"), &Wrong::NotAUrl);
        refuses(
            &document(json!({ "id": ["did:example:1", "did:example:2"], "type": "ExampleType" })),
            &at("id"),
            &Wrong::NotAUrl,
        );
        refuses(&document(json!("ExampleType")), &format!("/{name}"), &Wrong::NotAnObject);
        let no_id = document(json!({ "type": "ExampleType" }));
        match name {
            "credentialSchema" => refuses(&no_id, &at("id"), &Wrong::Missing),
            _ => accepts(&no_id),
        }
    }
}

#[test]
fn related_resources() {
    let resource = "https://example.org/resource.json";
    let sri = "sha256-ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356";
    accepts_each(
        "relatedResource",
        &[
            json!([{ "id": resource, "digestSRI": sri }]),
            json!({ "id": resource, "digestMultibase": "uEiAjCHMnK5-ayOIZLWo_TBoKYVvSAprlkYEjRlm19Cj0uw" }),
            json!([{ "id": resource, "mediaType": "application/json", "digestSRI": sri }]),
        ],
    );
    let at = "/relatedResource/0";
    refuses_each("relatedResource", &[json!([resource])], at, &Wrong::NotAnObject);
    refuses_each(
        "relatedResource",
        &[json!([{ "digestSRI": sri }])],
        "/relatedResource/0/id",
        &Wrong::Missing,
    );
    refuses_each("relatedResource", &[json!([{ "id": resource }])], at, &Wrong::NoDigest);
    let twice = json!([{ "id": resource, "digestSRI": sri }, { "id": resource, "digestSRI": sri }]);
    refuses_each("relatedResource", &[twice], "/relatedResource/1/id", &Wrong::Twice);
    let wrong = json!([{ "id": V2, "digestMultibase": "uEiAjCHMnK5-ayOIZLWo_TBoKYVvSAprlkYEjRlm19Cj0uw" }]);
    refuses_each("relatedResource", &[wrong], at, &Wrong::WrongDigest);
}

#[test]
fn status_entries() {
    let entry = |changes: Value| {
        let mut entry = json!({
            "id": "https://a.vn/status/1#7", "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
            "statusListIndex": "7", "statusListCredential": "https://a.vn/status/1"
        });
        entry.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        with(&[("credentialStatus", entry)])
    };
    accepts(&entry(json!({})));
    accepts(&entry(json!({ "statusSize": 1, "statusReference": ["https://a.vn/why"] })));
    accepts(&entry(json!({ "statusSize": 2, "statusMessage": [{ "status": "0x0", "message": "a" }] })));
    let at = |member: &str| format!("/credentialStatus/{member}");
    for index in [json!(7), json!("-1"), json!("07"), json!("x"), json!(""), json!(true), json!("1.0")] {
        refuses(&entry(json!({ "statusListIndex": index })), &at("statusListIndex"), &Wrong::NotANumber);
    }
    refuses(&entry(json!({ "statusPurpose": 1 })), &at("statusPurpose"), &Wrong::NotAText);
    refuses(&entry(json!({ "statusListCredential": "list" })), &at("statusListCredential"), &Wrong::NotAUrl);
    for size in [json!(0), json!(-1), json!("1"), json!(1.5)] {
        refuses(&entry(json!({ "statusSize": size })), &at("statusSize"), &Wrong::NotANumber);
    }
    refuses(&entry(json!({ "statusSize": 2 })), &at("statusMessage"), &Wrong::Missing);
    refuses(&entry(json!({ "statusReference": "why" })), &at("statusReference"), &Wrong::NotAUrl);
    assert!(
        check_credential(&entry(json!({ "id": "https://a.vn/status/1" }))).is_err(),
        "not the address of the list"
    );
    assert!(check_credential(&entry(json!({ "statusMessage": [{ "status": "0x0" }] }))).is_err());
}

fn presentation(changes: &[(&str, Value)]) -> Value {
    let mut document = json!({ "@context": [V2], "type": ["VerifiablePresentation"] });
    for (name, value) in changes {
        document[*name] = value.clone();
    }
    document
}

#[test]
fn presentations() {
    let accepts = |changes: &[(&str, Value)]| assert_eq!(check_presentation(&presentation(changes)), Ok(()));
    let told = |changes: &[(&str, Value)], at: &str| {
        let faults = check_presentation(&presentation(changes)).unwrap_err();
        assert_eq!(faults[0].at, at, "{faults:?}");
    };
    let sealed = json!({ "@context": V2, "type": "EnvelopedVerifiableCredential", "id": "data:application/vc+jwt,eyJ.eyJ.abc" });
    let mut proved = credential();
    proved["proof"] = json!({});
    accepts(&[]);
    accepts(&[("id", json!("urn:uuid:1")), ("holder", json!("did:example:holder"))]);
    accepts(&[("holder", json!({ "id": "did:example:holder" }))]);
    accepts(&[
        ("verifiableCredential", json!([proved, sealed])),
        ("termsOfUse", json!({ "type": "https://a.vn/#T" })),
    ]);
    told(&[("@context", json!([]))], "/@context");
    told(&[("type", json!(["https://a.vn/#T"]))], "/type");
    told(&[("id", json!("1"))], "/id");
    told(&[("holder", json!({ "name": "An" }))], "/holder");
    told(&[("holder", json!("An"))], "/holder");
    for wrong in [json!("https://a.vn/c/1"), json!([7]), json!([null])] {
        assert!(check_presentation(&presentation(&[("verifiableCredential", wrong)])).is_err());
    }
    for (member, value) in
        [("id", json!("eyJ.eyJ.abc")), ("type", json!("VerifiableCredential")), ("@context", json!([]))]
    {
        let mut wrong = sealed.clone();
        wrong[member] = value;
        assert!(
            check_presentation(&presentation(&[("verifiableCredential", json!([wrong]))])).is_err(),
            "{member}"
        );
    }
}

#[test]
fn what_only_the_holder_says_names_the_holder_as_its_issuer() {
    let own = |holder: Option<&str>| {
        let mut document = presentation(&[("verifiableCredential", json!([credential()]))]);
        if let Some(holder) = holder {
            document["holder"] = json!(holder);
        }
        check_presentation(&document)
    };
    assert_eq!(own(Some("did:example:issuer")), Ok(()));
    for holder in [None, Some("did:example:acme")] {
        assert_eq!(own(holder).unwrap_err()[0].what, Wrong::NotTheHolder);
    }
}
