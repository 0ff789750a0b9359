//! What other systems check: keys, lists, certificates as credentials, and the endpoints for programs.

use credential::SigningKey;
use credential::vc::{
    Asked, Bitstring, Held, Invalid, ProofOptions, Purpose, Signer, did_key, parse_instant, sign, unbake_png,
    unbake_svg, verify_credential, verify_presentation,
};
use domain::ids::CertificateId;
use domain::recognition::{Revocation, RevokeReason};
use serde_json::{Value, json};
use store::api_clients::{self, ApiClient};
use store::certificates;
use store::db::Batch;
use testkit::{Body, Browser, Guest, Knows, Page, Request, TestApp, on_each};
use web::{clock, digest_token};

use crate::VI;

const DID: &str = "did:web:hocvuso.test";
const TOKEN: &str = "0123456789abcdef";

fn read(page: &Page) -> Value {
    assert_eq!(page.status, 200, "{}: {}", page.path, page.body);
    serde_json::from_str(&page.body).expect("JSON")
}

async fn with_certificate(app: &TestApp) -> (Guest, String) {
    let mut mai = crate::learner::certified(app).await;
    let sheet = mai.opens("/certificate").await;
    let number = sheet.path.strip_prefix("/certificate/").expect("a certificate").to_owned();
    (mai, number)
}

async fn documents(app: &TestApp) -> [Value; 1] {
    [read(&app.browser().get("/.well-known/did.json").await)]
}

async fn lists(app: &TestApp) -> [Value; 1] {
    [read(&app.browser().get("/status/1").await)]
}

async fn id_of(mai: &mut Guest, number: &str) -> CertificateId {
    let badge = read(&mai.opens(&format!("/certificate/{number}/credential.json")).await);
    badge["id"].as_str().and_then(|id| id.strip_prefix("urn:uuid:")).expect("an id").parse().expect("a UUID")
}

#[tokio::test]
async fn another_system_verifies_a_certificate_and_sees_it_revoked() {
    on_each(async |app| {
        let (mut mai, number) = with_certificate(app).await;
        let signed = read(&mai.opens(&format!("/certificate/{number}/credential.json")).await);
        let (documents, before) = (documents(app).await, lists(app).await);
        let told = |signed: &Value, lists: &[Value], now| {
            verify_credential(signed, &Held { documents: &documents, lists, now }).map(|it| it.issuer)
        };
        assert_eq!(told(&signed, &before, clock::now()), Ok(DID.to_owned()));
        assert_eq!(signed["credentialSubject"]["identifier"][0]["identityHash"], "Nguyễn Thị Mai");
        let places = &signed["credentialSubject"]["achievement"]["alignment"];
        let codes: Vec<&str> = places
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|place| place["targetCode"].as_str())
            .collect();
        let expect = ["1.2.CB1", "2.3.CB1", "2.6.CB1", "4.1.CB1", "4.2.CB1", "5.1.CB1", "5.2.CB1"];
        assert_eq!(codes.first(), Some(&"starter-resident"));
        assert_eq!(codes[1..], expect, "each competence once");
        assert_eq!(places[1]["targetName"], "Đánh giá dữ liệu, thông tin và nội dung số (Cơ bản, bậc 1)");
        let mut tampered = signed.clone();
        tampered["credentialSubject"]["identifier"][0]["identityHash"] = json!("Trần Văn An");
        assert!(matches!(told(&tampered, &before, clock::now()), Err(Invalid::Proof(_))));
        let late = parse_instant("2040-01-01T00:00:00Z").unwrap();
        assert!(matches!(told(&signed, &before, late), Err(Invalid::Expired(_))));
        let id = id_of(&mut mai, &number).await;
        let revocation = Revocation {
            at: clock::now(),
            reason: Some(RevokeReason::IssuedInError),
            words: "Cấp nhầm".into(),
            by: None,
        };
        certificates::revoke(app.store(), Batch::new(), id, &revocation).await.unwrap();
        assert_eq!(told(&signed, &lists(app).await, clock::now()), Err(Invalid::Revoked));
        // The place stays the same, and only it is set.
        let again = read(&mai.opens(&format!("/certificate/{number}/credential.json")).await);
        assert_eq!(again["credentialStatus"], signed["credentialStatus"]);
        let list = &lists(app).await[0];
        let bits = Bitstring::decode(list["credentialSubject"]["encodedList"].as_str().unwrap()).unwrap();
        let set: Vec<usize> = (0..bits.len()).filter(|place| bits.get(*place) == Ok(true)).collect();
        assert_eq!(
            set,
            [signed["credentialStatus"]["statusListIndex"].as_str().unwrap().parse::<usize>().unwrap()]
        );
    })
    .await;
}

#[tokio::test]
async fn the_token_and_both_pictures_hold_the_same() {
    let app = TestApp::start().await;
    let (mut mai, number) = with_certificate(&app).await;
    let (documents, lists) = (documents(&app).await, {
        mai.opens(&format!("/certificate/{number}/credential.jwt")).await;
        lists(&app).await
    });
    let held = Held { documents: &documents, lists: &lists, now: clock::now() };
    let token = mai.opens(&format!("/certificate/{number}/credential.jwt")).await;
    assert_eq!(token.header("content-type"), Some("application/vc+jwt"));
    verify_credential(&json!(token.body), &held).unwrap();
    let svg = mai.opens(&format!("/certificate/{number}/credential.svg")).await;
    assert_eq!(svg.header("content-type"), Some("image/svg+xml"));
    let baked: Value = serde_json::from_str(&unbake_svg(&svg.body).expect("baked")).unwrap();
    verify_credential(&baked, &held).unwrap();
    let png = mai.opens(&format!("/certificate/{number}/credential.png")).await;
    assert_eq!(png.header("content-type"), Some("image/png"));
    assert_eq!(png.header("content-disposition").map(|it| it.starts_with("attachment")), Some(true));
    assert!(png.body.contains("openbadgecredential"));
    assert_eq!(unbake_png(b"no picture"), None);
}

#[tokio::test]
async fn only_its_holder_takes_a_certificate_elsewhere() {
    let app = TestApp::start().await;
    let (_mai, number) = with_certificate(&app).await;
    for form in ["json", "jwt", "svg", "png"] {
        let path = format!("/certificate/{number}/credential.{form}");
        assert_eq!(app.browser().get(&path).await.status, 404, "{path}");
        assert_eq!(app.guest().opens("/certificate/AAAA/credential.json").await.status, 404);
    }
}

#[tokio::test]
async fn anybody_reads_who_issues_and_what_was_withdrawn() {
    let app = TestApp::start().await;
    let mut anybody = app.browser();
    let document = anybody.get("/.well-known/did.json").await;
    assert_eq!(document.header("access-control-allow-origin"), Some("*"));
    assert_eq!(document.header("cache-control"), Some("public, max-age=300"));
    let document = read(&document);
    assert_eq!(
        (&document["id"], document["verificationMethod"].as_array().map(Vec::len)),
        (&json!(DID), Some(1))
    );
    let page = anybody.get("/issuer").await;
    assert!(page.says(VI.issuer_title()) && page.says(DID), "{}", page.text());
    let asked = Request::get("/issuer").header("accept", "application/json").body(Body::empty()).unwrap();
    let profile = read(&anybody.exchange(asked).await);
    assert_eq!((&profile["id"], &profile["type"]), (&json!(DID), &json!(["Profile"])));
    for path in ["/status/0", "/status/2", "/status/x", "/status/99999999999"] {
        assert_eq!(anybody.get(path).await.status, 404, "{path}");
    }
    let list = read(&anybody.get("/status/1").await);
    credential::vc::check_credential(&list).unwrap();
    assert_eq!(list["type"], json!(["VerifiableCredential", "BitstringStatusListCredential"]));
}

async fn ask(browser: &mut Browser, path: &str, token: Option<&str>, body: &Value) -> (u16, Value) {
    let request = Request::post(path).header("content-type", "application/json");
    let request = match token {
        Some(token) => request.header("authorization", format!("Bearer {token}")),
        None => request,
    };
    let page = browser.exchange(request.body(Body::from(body.to_string())).unwrap()).await;
    (page.status, serde_json::from_str(&page.body).unwrap_or_default())
}

async fn let_in(app: &TestApp) {
    let client = ApiClient { name: "truong".into(), with_status: true, made_at: clock::now() };
    api_clients::add(app.store(), Batch::new(), &client, &digest_token(TOKEN)).await.unwrap();
}

fn course() -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": DID,
        "credentialSubject": { "id": "did:example:an", "name": "An" }
    })
}

#[tokio::test]
async fn without_a_program_let_in_the_endpoints_are_not_there() {
    let app = TestApp::start().await;
    let mut program = app.browser();
    for path in ["/credentials/issue", "/credentials/verify", "/credentials/status", "/presentations/verify"]
    {
        assert_eq!(ask(&mut program, path, Some(TOKEN), &json!({})).await.0, 404, "{path}");
    }
    let_in(&app).await;
    for path in ["/credentials/issue", "/credentials/verify", "/credentials/status", "/presentations/verify"]
    {
        assert_eq!(ask(&mut program, path, None, &json!({})).await.0, 401, "{path}");
        assert_eq!(ask(&mut program, path, Some("wrong"), &json!({})).await.0, 401, "{path}");
    }
    // The minute may turn meanwhile, and then the count begins again.
    let mut statuses = Vec::new();
    for _ in 0..42 {
        statuses.push(ask(&mut program, "/credentials/issue", Some("wrong"), &json!({})).await.0);
    }
    assert!(statuses.contains(&429), "{statuses:?}");
    assert_eq!(
        ask(&mut program, "/credentials/issue", Some(TOKEN), &json!({})).await.0,
        400,
        "the right one still works"
    );
}

#[tokio::test]
async fn a_program_has_credentials_issued_verified_and_withdrawn() {
    on_each(async |app| {
        let_in(app).await;
        let mut program = app.browser();
        let (status, issued) =
            ask(&mut program, "/credentials/issue", Some(TOKEN), &json!({ "credential": course() })).await;
        assert_eq!(status, 201, "{issued}");
        let issued = issued["verifiableCredential"].clone();
        assert_eq!(issued["proof"]["cryptosuite"], "eddsa-jcs-2022");
        assert_eq!(issued["credentialStatus"]["type"], "BitstringStatusListEntry");
        let verify = json!({ "verifiableCredential": issued, "options": {} });
        let (status, told) = ask(&mut program, "/credentials/verify", Some(TOKEN), &verify).await;
        assert_eq!((status, &told["verified"]), (200, &json!(true)), "{told}");
        let revoke = json!({
            "credentialId": issued["id"],
            "credentialStatus": { "type": "BitstringStatusListEntry", "statusPurpose": "revocation" },
            "status": true
        });
        assert_eq!(ask(&mut program, "/credentials/status", Some(TOKEN), &revoke).await.0, 200);
        assert_eq!(
            ask(&mut program, "/credentials/status", Some(TOKEN), &revoke).await.0,
            404,
            "it was before"
        );
        let (status, told) = ask(&mut program, "/credentials/verify", Some(TOKEN), &verify).await;
        assert_eq!(
            (status, &told["verified"], &told["title"]),
            (400, &json!(false), &json!("REVOKED")),
            "{told}"
        );
        let mut acts: Vec<String> = app.audit().await.into_iter().map(|row| row.act).collect();
        acts.sort_unstable();
        assert_eq!(acts, ["issue-credential", "revoke-credential"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_a_credential_of_this_house_is_not_signed() {
    let app = TestApp::start().await;
    let_in(&app).await;
    let mut program = app.browser();
    let with = |name: &str, value: Value| {
        let mut credential = course();
        credential[name] = value;
        json!({ "credential": credential })
    };
    for (body, title) in [
        (json!({}), "MALFORMED_VALUE_ERROR"),
        (with("issuer", json!("did:example:other")), "FOREIGN_ISSUER"),
        (with("issuer", json!({ "id": "did:example:other" })), "FOREIGN_ISSUER"),
        (with("@context", json!([])), "MALFORMED_VALUE_ERROR"),
        (with("validFrom", json!("hôm nay")), "MALFORMED_VALUE_ERROR"),
        (with("proof", json!({ "type": "DataIntegrityProof" })), "MALFORMED_VALUE_ERROR"),
        (with("credentialStatus", json!({ "id": "urn:uuid:1" })), "MALFORMED_VALUE_ERROR"),
    ] {
        let (status, told) = ask(&mut program, "/credentials/issue", Some(TOKEN), &body).await;
        assert_eq!((status, &told["title"]), (400, &json!(title)), "{body} {told}");
    }
    // A certificate of the house is withdrawn by officials only.
    let revoke = json!({ "credentialId": "019a0000-0000-7000-8000-000000000001", "credentialStatus": { "statusPurpose": "revocation" } });
    assert_eq!(ask(&mut program, "/credentials/status", Some(TOKEN), &revoke).await.0, 400);
    let large = json!({ "credential": "x".repeat(300 * 1024) });
    assert_eq!(ask(&mut program, "/credentials/issue", Some(TOKEN), &large).await.0, 413);
}

#[tokio::test]
async fn a_program_has_a_presentation_verified() {
    let app = TestApp::start().await;
    let_in(&app).await;
    let mut program = app.browser();
    let issued =
        ask(&mut program, "/credentials/issue", Some(TOKEN), &json!({ "credential": course() })).await.1;
    let holder = SigningKey::from_seed([5; 32]);
    let did = did_key(holder.verifying_key());
    let presentation = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiablePresentation"],
        "holder": did,
        "verifiableCredential": [issued["verifiableCredential"]]
    });
    let options = ProofOptions {
        purpose: Purpose::Authentication,
        created: clock::now(),
        challenge: Some("c-1".into()),
        domain: None,
    };
    let shown = sign(&presentation, &Signer::of(&did, &holder), &options);
    let body =
        |challenge: &str| json!({ "verifiablePresentation": shown, "options": { "challenge": challenge } });
    let (status, told) = ask(&mut program, "/presentations/verify", Some(TOKEN), &body("c-1")).await;
    assert_eq!((status, &told["verified"], &told["holder"]), (200, &json!(true), &json!(did)), "{told}");
    let (status, told) = ask(&mut program, "/presentations/verify", Some(TOKEN), &body("c-2")).await;
    assert_eq!((status, &told["title"]), (400, &json!("INVALID_CHALLENGE_ERROR")));
    let (documents, lists) = (documents(&app).await, lists(&app).await);
    let held = Held { documents: &documents, lists: &lists, now: clock::now() };
    assert_eq!(verify_presentation(&shown, Asked::default(), &held), Ok(did));
}

#[tokio::test]
async fn a_pupils_name_is_not_readable_elsewhere() {
    let app = TestApp::start().await;
    let mut an = app.guest();
    an.says_who("pupil").await;
    an.lives_in("Nghĩa Đô").await;
    an.takes_the_check("first-steps", Knows::Everything).await;
    let sheet = an.gets_the_certificate("Nguyễn Văn An").await;
    let badge = an.opens(&format!("{}/credential.json", sheet.path)).await;
    let identity = &read(&badge)["credentialSubject"]["identifier"][0];
    assert!(!badge.body.contains("Nguyễn Văn An"), "{}", badge.body);
    let salt = identity["salt"].as_str().unwrap();
    assert_eq!(identity["identityHash"], credential::vc::identity_hash("Nguyễn Văn An", salt));
}
