//! Goal: the standard's demands, each shown by the smallest change that breaks it.
//! Method: one full statement; a table of (place, what is put there, what the reader says).

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use serde_json::Value;
use xapi::{Actor, Object, Problem, Statement};

const FULL: &str = r#"{
  "id": "0193a5b0-0000-7000-8000-000000000001",
  "actor": {"objectType": "Group", "name": "Tổ 3", "member": [
    {"mbox": "mailto:an@example.vn", "name": "An"},
    {"objectType": "Agent", "account": {"homePage": "https://example.vn", "name": "binh"}}]},
  "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"vi": "đã trả lời", "en-US": "answered"}},
  "object": {"objectType": "Activity", "id": "https://example.vn/questions/7", "definition": {
    "name": {"vi": "Câu 7"}, "description": {"vi": "Mã OTP là gì?"},
    "type": "http://adlnet.gov/expapi/activities/cmi.interaction", "moreInfo": "https://example.vn/more",
    "interactionType": "choice", "correctResponsesPattern": ["b"],
    "choices": [{"id": "a", "description": {"vi": "Mật khẩu"}}, {"id": "b"}],
    "extensions": {"https://example.vn/x": null}}},
  "result": {"score": {"scaled": 0.85, "raw": 17, "min": 0, "max": 20}, "success": true, "completion": false,
    "response": "b", "duration": "PT1M4.25S", "extensions": {"https://example.vn/tries": [1, null]}},
  "context": {"registration": "0193a5b0-0000-7000-8000-000000000002",
    "instructor": {"openid": "https://example.vn/who/chi"},
    "team": {"objectType": "Group", "mbox_sha1sum": "ebd31e95054c018b10727ccffd2ef2ec3a016ee9"},
    "contextActivities": {"parent": {"id": "https://example.vn/quiz"}, "category": [{"id": "https://example.vn/profile"}]},
    "contextAgents": [{"objectType": "contextAgent", "agent": {"mbox": "mailto:chi@example.vn"},
      "relevantTypes": ["https://example.vn/helper"]}],
    "contextGroups": [{"objectType": "contextGroup", "group": {"objectType": "Group", "mbox": "mailto:to3@example.vn"}}],
    "revision": "3", "platform": "web", "language": "vi-VN",
    "statement": {"objectType": "StatementRef", "id": "0193a5b0-0000-7000-8000-000000000003"},
    "extensions": {"https://example.vn/unit": "00004"}},
  "timestamp": "2026-11-22T15:00:00+07:00", "stored": "2026-11-22T08:00:01.5Z",
  "authority": {"account": {"homePage": "https://example.vn", "name": "server"}}, "version": "2.0.0",
  "attachments": [{"usageType": "http://example.vn/photo", "display": {"vi": "Ảnh"}, "contentType": "image/png",
    "length": 3, "sha2": "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a",
    "fileUrl": "https://example.vn/photo.png"}]
}"#;

const SUB: &str = r#"{"objectType": "SubStatement", "actor": {"mbox": "mailto:an@example.vn"},
  "verb": {"id": "http://example.vn/will-read"}, "object": {"id": "https://example.vn/lesson"}}"#;

/// The full statement with `value` (JSON text) put at `place` (a JSON pointer); an empty value takes it away.
fn with(place: &str, value: &str) -> String {
    let mut whole: Value = serde_json::from_str(FULL).unwrap();
    let (parent, key) = place.rsplit_once('/').unwrap();
    let parent = whole.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        "" => parent.remove(key),
        value => parent.insert(key.replace("~1", "/"), serde_json::from_str(value).unwrap()),
    };
    whole.to_string()
}

fn check_refused(place: &str, value: &str, expect: &str) {
    let said = match Statement::parse(&with(place, value)) {
        Ok(_) => "accepted".to_owned(),
        Err(refused) => refused.to_string(),
    };
    assert_eq!(said, expect, "{place} = {value}");
}

fn check_accepted(place: &str, value: &str) {
    let text = with(place, value);
    let said = Statement::parse(&text).unwrap_or_else(|refused| panic!("{place} = {value}: {refused}"));
    let again = Statement::parse(&said.to_json()).map(|again| again.to_json());
    assert_eq!(again, Ok(said.to_json()), "{place} = {value}: read again");
}

#[test]
fn a_full_statement_is_read_and_written_without_loss() {
    let said = Statement::parse(FULL).unwrap();
    assert_eq!(said.extension("https://example.vn/unit").and_then(Value::as_str), Some("00004"));
    assert_eq!(said.context.as_ref().unwrap().context_activities.parent[0].id, "https://example.vn/quiz");
    assert!(matches!(&said.actor, Actor::Group(group) if group.member.len() == 2));
    let json = said.to_json();
    assert!(json.contains(r#""timestamp":"2026-11-22T08:00:00.000Z""#), "{json}");
    assert!(json.contains(r#""score":{"max":20,"min":0,"raw":17,"scaled":0.85}"#), "{json}");
    assert_eq!(Statement::parse(&json), Ok(said));
}

#[test]
fn every_demand_of_the_standard_is_kept_with_its_place() {
    for (place, value, expect) in [
        // Properties: demanded, unknown, null, of the wrong kind (Data 2.2).
        ("/actor", "", "$: property `actor` is missing"),
        ("/verb", "", "$: property `verb` is missing"),
        ("/object", "", "$: property `object` is missing"),
        ("/verb/id", "", "$.verb: property `id` is missing"),
        ("/object/id", "", "$.object: property `id` is missing"),
        ("/Actor", "{}", "$.Actor: this property is not allowed here"),
        ("/result/score/total", "1", "$.result.score.total: this property is not allowed here"),
        ("/object/definition/title", "{}", "$.object.definition.title: this property is not allowed here"),
        (
            "/context/contextActivities/child",
            "[]",
            "$.context.contextActivities.child: this property is not allowed here",
        ),
        ("/id", "null", "$.id: expected a string, found null"),
        ("/result", "null", "$.result: expected an object, found null"),
        ("/verb/display/vi", "null", "$.verb.display.vi: expected a string, found null"),
        ("/result/success", "\"true\"", "$.result.success: expected a boolean, found a string"),
        ("/result/score/raw", "\"17\"", "$.result.score.raw: expected a number, found a string"),
        ("/attachments", "{}", "$.attachments: expected an array, found an object"),
        ("/context/statement/objectType", "", "$.context.statement: property `objectType` is missing"),
        // Forms (Data 4).
        (
            "/id",
            "\"0193a5b0000070008000000000000001\"",
            "$.id: `0193a5b0000070008000000000000001` is not a UUID",
        ),
        ("/id", "\"\"", "$.id: `` is not a UUID"),
        ("/verb/id", "\"answered\"", "$.verb.id: `answered` is not an absolute IRI"),
        ("/verb/id", "\"http://a b\"", "$.verb.id: `http://a b` is not an absolute IRI"),
        (
            "/object/definition/moreInfo",
            "\"/more\"",
            "$.object.definition.moreInfo: `/more` is not an absolute IRI",
        ),
        ("/result/extensions/tries", "1", "$.result.extensions.tries: `tries` is not an absolute IRI"),
        (
            "/verb/display/viet namese",
            "\"x\"",
            "$.verb.display['viet namese']: `viet namese` is not a language tag",
        ),
        (
            "/verb/display/a123456789",
            "\"x\"",
            "$.verb.display.a123456789: `a123456789` is not a language tag",
        ),
        ("/context/language", "\"v\"", "$.context.language: `v` is not a language tag"),
        (
            "/timestamp",
            "\"2026-11-22T15:00:00\"",
            "$.timestamp: `2026-11-22T15:00:00` is not an RFC 3339 timestamp with an offset",
        ),
        (
            "/timestamp",
            "\"2026-11-22T15:00:00-00:00\"",
            "$.timestamp: `2026-11-22T15:00:00-00:00` is not an RFC 3339 timestamp with an offset",
        ),
        (
            "/timestamp",
            "\"2026-02-30T15:00:00Z\"",
            "$.timestamp: `2026-02-30T15:00:00Z` is not an RFC 3339 timestamp with an offset",
        ),
        ("/stored", "\"2026-11-22\"", "$.stored: `2026-11-22` is not an RFC 3339 timestamp with an offset"),
        ("/result/duration", "\"64\"", "$.result.duration: `64` is not an ISO 8601 duration"),
        ("/result/duration", "\"P\"", "$.result.duration: `P` is not an ISO 8601 duration"),
        ("/result/duration", "\"P1DT\"", "$.result.duration: `P1DT` is not an ISO 8601 duration"),
        ("/result/duration", "\"PT4S3M\"", "$.result.duration: `PT4S3M` is not an ISO 8601 duration"),
        ("/result/duration", "\"P1W2D\"", "$.result.duration: `P1W2D` is not an ISO 8601 duration"),
        ("/version", "\"0.95\"", "$.version: version `0.95` is neither 1.0.x nor 2.0.x"),
        ("/version", "\"2.1.0\"", "$.version: version `2.1.0` is neither 1.0.x nor 2.0.x"),
        // Actors (Data 2.4.2).
        (
            "/actor",
            r#"{"name":"An"}"#,
            "$.actor: wants exactly one of mbox, mbox_sha1sum, openid, account; found 0",
        ),
        (
            "/actor",
            r#"{"mbox":"mailto:a@b","openid":"x:y"}"#,
            "$.actor: wants exactly one of mbox, mbox_sha1sum, openid, account; found 2",
        ),
        ("/actor", r#"{"mbox":"an@example.vn"}"#, "$.actor.mbox: `an@example.vn` is not a `mailto:` address"),
        ("/actor", r#"{"mbox_sha1sum":"xyz"}"#, "$.actor.mbox_sha1sum: `xyz` is not a hexadecimal SHA-1 sum"),
        ("/actor", r#"{"account":{"name":"an"}}"#, "$.actor.account: property `homePage` is missing"),
        (
            "/actor",
            r#"{"mbox":"mailto:a@b","member":[]}"#,
            "$.actor.member: this property is not allowed here",
        ),
        ("/actor", r#"{"objectType":"Person"}"#, "$.actor.objectType: `Person` is not one of: Agent, Group"),
        ("/actor/member", "[]", "$.actor: an anonymous group must name its members"),
        (
            "/actor/member",
            r#"[{"objectType":"Group","mbox":"mailto:a@b"}]"#,
            "$.actor.member[0].objectType: `Group` is not one of: Agent",
        ),
        (
            "/authority",
            r#"{"objectType":"Group","mbox":"mailto:a@b"}"#,
            "$.authority: a group as authority must be anonymous and of two members",
        ),
        ("/context/team", r#"{"mbox":"mailto:a@b"}"#, "$.context.team: property `objectType` is missing"),
        // Objects (Data 2.4.4).
        (
            "/object",
            r#"{"objectType":"activity","id":"x:y"}"#,
            "$.object.objectType: `activity` is not one of: Activity, Agent, Group, StatementRef, SubStatement",
        ),
        (
            "/object/definition/interactionType",
            "",
            "$.object.definition: property `interactionType` is missing",
        ),
        (
            "/object/definition/choices",
            r#"[{"id":"a"},{"id":"b"},{"id":"a"}]"#,
            "$.object.definition.choices: id `a` stands twice in this list",
        ),
        (
            "/verb/id",
            "\"http://adlnet.gov/expapi/verbs/voided\"",
            "$.object: a voiding statement must have a StatementRef as its object",
        ),
        // Results (Data 2.4.5).
        ("/result/score/scaled", "1.01", "$.result.score.scaled: 1.01 is not between -1 and 1"),
        ("/result/score/raw", "21", "$.result.score.raw: 21 is not between 0 and 20"),
        ("/result/score/min", "20", "$.result.score: min 20 is not less than max 20"),
        // Contexts (Data 2.4.6) and what 2.0 added.
        (
            "/object",
            r#"{"objectType":"Agent","mbox":"mailto:a@b"}"#,
            "$.context.revision: only allowed where the object is an Activity",
        ),
        (
            "/context/contextActivities/parent",
            r#"[{"id":"x:y"},{"objectType":"Agent","id":"x:y"}]"#,
            "$.context.contextActivities.parent[1].objectType: `Agent` is not one of: Activity",
        ),
        (
            "/context/contextAgents",
            r#"[{"objectType":"Agent","agent":{"mbox":"mailto:a@b"}}]"#,
            "$.context.contextAgents[0].objectType: `Agent` is not one of: contextAgent",
        ),
        (
            "/context/contextAgents",
            r#"[{"objectType":"contextAgent","agent":{"mbox":"mailto:a@b"},"relevantTypes":[]}]"#,
            "$.context.contextAgents[0].relevantTypes: an empty list is not allowed here",
        ),
        // Attachments (Data 2.4.11).
        ("/attachments", r#"[{}]"#, "$.attachments[0]: property `usageType` is missing"),
    ] {
        check_refused(place, value, expect);
    }
}

#[test]
fn a_sub_statement_is_smaller_than_a_statement() {
    for (key, value, expect) in [
        ("id", "\"0193a5b0-0000-7000-8000-000000000009\"", "$.object.id: this property is not allowed here"),
        ("stored", "\"2026-11-22T08:00:00Z\"", "$.object.stored: this property is not allowed here"),
        ("version", "\"2.0.0\"", "$.object.version: this property is not allowed here"),
        ("authority", r#"{"mbox":"mailto:a@b"}"#, "$.object.authority: this property is not allowed here"),
        (
            "object",
            SUB,
            "$.object.object.objectType: `SubStatement` is not one of: Activity, Agent, Group, StatementRef",
        ),
    ] {
        let mut sub: Value = serde_json::from_str(SUB).unwrap();
        sub[key] = serde_json::from_str(value).unwrap();
        let mut whole: Value = serde_json::from_str(FULL).unwrap();
        whole["object"] = sub;
        whole["context"] = serde_json::json!({});
        assert_eq!(Statement::from_value(whole).unwrap_err().to_string(), expect);
    }
}

#[test]
fn what_the_standard_leaves_open_is_accepted() {
    for (place, value) in [
        ("/id", ""),
        ("/version", "\"1.0.3\""),
        ("/context", "{}"),
        ("/result", "{}"),
        ("/verb/display", "{}"),
        ("/verb/display/zh-Hans-CN", "\"x\""),
        ("/verb/display/x-nha", "\"x\""),
        ("/verb/id", "\"urn:uuid:0193\""),
        ("/verb/id", "\"https://ví-dụ.vn/học\""),
        ("/timestamp", "\"2026-11-22T08:00:00.123456789z\""),
        ("/timestamp", "\"2026-11-22T15:00:00.5+0700\""),
        ("/timestamp", "\"2026-11-22T15:00:00+07\""),
        ("/result/duration", "\"P2W\""),
        ("/result/duration", "\"P1Y2M3DT4H5M6.789S\""),
        ("/result/duration", "\"PT0.5H\""),
        ("/result/score", r#"{"scaled":-1}"#),
        ("/result/score", r#"{"raw":-5e3}"#),
        ("/result/score/scaled", "0.30000000000000004"),
        ("/actor", r#"{"objectType":"Group","account":{"homePage":"https://a.vn","name":"lop"}}"#),
        ("/authority", r#"{"objectType":"Group","member":[{"mbox":"mailto:a@b"},{"mbox":"mailto:c@d"}]}"#),
        ("/context/contextActivities/parent", "[]"),
    ] {
        check_accepted(place, value);
    }
}

#[test]
fn every_kind_of_object_is_read_and_written_alike() {
    for object in [
        r#"{"objectType":"Agent","mbox":"mailto:a@b.vn"}"#,
        r#"{"objectType":"Group","member":[{"mbox":"mailto:a@b.vn"}]}"#,
        r#"{"objectType":"StatementRef","id":"0193a5b0-0000-7000-8000-000000000004"}"#,
        SUB,
    ] {
        let text =
            format!(r#"{{"actor":{{"mbox":"mailto:a@b.vn"}},"verb":{{"id":"x:y"}},"object":{object}}}"#);
        let said = Statement::parse(&text).unwrap();
        assert!(!matches!(said.object, Object::Activity(_)));
        assert_eq!(said.to_value(), serde_json::from_str::<Value>(&text).unwrap());
    }
}

#[test]
fn a_batch_tells_which_statement_is_wrong() {
    let short = r#"{"actor":{"mbox":"mailto:a@b.vn"},"verb":{"id":"x:y"},"object":{"id":"x:z"}}"#;
    assert_eq!(Statement::parse_many(short).unwrap().len(), 1);
    assert_eq!(Statement::parse_many(&format!("[{short},{short}]")).unwrap().len(), 2);
    assert_eq!(Statement::parse_many("[]").unwrap().len(), 0);

    let (index, refused) = Statement::parse_many(&format!("[{short},{{}}]")).unwrap_err();
    assert_eq!((index, refused.problem), (1, Problem::Missing { property: "actor" }));

    let (index, refused) = Statement::parse_many(&format!("[{FULL},{short},{FULL}]")).unwrap_err();
    assert_eq!((index, refused.path.as_str()), (2, "$.id"));
    assert!(matches!(refused.problem, Problem::SameStatementTwice { .. }));
}

#[test]
fn a_text_that_is_not_json_is_refused_with_its_position() {
    let refused = Statement::parse("{\n  \"actor\": ").unwrap_err();
    assert_eq!(refused.to_string(), "$: not JSON at line 2, column 11");
    let deep = "[".repeat(100_000);
    assert!(matches!(Statement::parse(&deep).unwrap_err().problem, Problem::NotJson { .. }));
}
