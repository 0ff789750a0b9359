//! Goal: the laws of the crate's page, over statements made by chance.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;

use jiff::Timestamp;
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;
use xapi::{
    Activity, Actor, Agent, Attachment, Context, ContextActivities, ContextAgent, ContextGroup, Definition,
    Group, Identifier, Interaction, InteractionComponent, InteractionKind, Object, Outcome, Score, Statement,
    SubStatement, Verb, same_meaning,
};

fn iri() -> impl Strategy<Value = String> {
    "(https://[a-z]{1,5}\\.vn/[a-z0-9ăđ]{0,5}|urn:[a-z]{1,4})"
}

fn text() -> impl Strategy<Value = String> {
    "[ -~ạđờ\n\"\\\\]{0,12}"
}

fn uuid() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn instant() -> impl Strategy<Value = Timestamp> {
    (0..4_000_000_000_000_i64).prop_map(|ms| Timestamp::from_millisecond(ms).unwrap())
}

fn texts() -> impl Strategy<Value = BTreeMap<String, String>> {
    btree_map("(vi|en-US|zh-Hans)", text(), 0..3)
}

fn extensions() -> BoxedStrategy<BTreeMap<String, Value>> {
    let value = prop_oneof![
        Just(Value::Null),
        text().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        vec(any::<bool>(), 0..3).prop_map(|list| json!({ "list": list, "none": null })),
    ];
    btree_map(iri(), value, 0..3).boxed()
}

fn identifier() -> BoxedStrategy<Identifier> {
    prop_oneof![
        "mailto:[a-zA-Z.]{1,6}@[a-zA-Z]{1,5}\\.vn".prop_map(Identifier::Mbox),
        "[0-9a-fA-F]{40}".prop_map(Identifier::MboxSha1),
        iri().prop_map(Identifier::OpenId),
        (iri(), text()).prop_map(|(home_page, name)| Identifier::Account { home_page, name }),
    ]
    .boxed()
}

fn agent() -> BoxedStrategy<Agent> {
    (of(text()), identifier()).prop_map(|(name, identifier)| Agent { name, identifier }).boxed()
}

fn group() -> BoxedStrategy<Group> {
    (of(text()), of(identifier()), vec(agent(), 1..4))
        .prop_map(|(name, identifier, member)| Group { name, identifier, member })
        .boxed()
}

fn actor() -> BoxedStrategy<Actor> {
    prop_oneof![agent().prop_map(Actor::Agent), group().prop_map(Actor::Group)].boxed()
}

fn verb() -> BoxedStrategy<Verb> {
    (iri(), texts()).prop_map(|(id, display)| Verb { id, display }).boxed()
}

fn interaction() -> BoxedStrategy<Interaction> {
    let components = btree_map("[a-z]{1,3}", texts(), 0..3).prop_map(|ids| {
        ids.into_iter().map(|(id, description)| InteractionComponent { id, description }).collect()
    });
    (vec(text(), 0..3), components)
        .prop_map(|(correct_responses_pattern, choices)| Interaction {
            correct_responses_pattern,
            choices,
            ..Interaction::new(InteractionKind::Choice)
        })
        .boxed()
}

fn definition() -> BoxedStrategy<Definition> {
    (texts(), texts(), of(iri()), of(iri()), of(interaction()), extensions())
        .prop_map(|(name, description, kind, more_info, interaction, extensions)| Definition {
            name,
            description,
            kind,
            more_info,
            interaction,
            extensions,
        })
        .boxed()
}

fn activity() -> BoxedStrategy<Activity> {
    (iri(), of(definition())).prop_map(|(id, definition)| Activity { id, definition }).boxed()
}

fn plain_object() -> BoxedStrategy<Object> {
    prop_oneof![
        activity().prop_map(Object::Activity),
        agent().prop_map(Object::Agent),
        group().prop_map(Object::Group),
        uuid().prop_map(Object::StatementRef),
    ]
    .boxed()
}

fn score() -> impl Strategy<Value = Score> {
    (of(-1.0..=1.0), of(0.0..=20.0)).prop_map(|(scaled, raw)| Score {
        scaled,
        raw,
        min: Some(0.0),
        max: raw.map(|raw| raw + 1.0),
    })
}

fn outcome() -> BoxedStrategy<Outcome> {
    let duration = any::<u32>().prop_map(|ms| xapi::duration_of_ms(ms.into()));
    (of(score()), of(any::<bool>()), of(any::<bool>()), of(text()), of(duration), extensions())
        .prop_map(|(score, success, completion, response, duration, extensions)| Outcome {
            score,
            success,
            completion,
            response,
            duration,
            extensions,
        })
        .boxed()
}

fn context() -> BoxedStrategy<Context> {
    let concerned = vec((agent(), vec(iri(), 0..3)), 0..3);
    let groups = vec((group(), vec(iri(), 0..3)), 0..2);
    let around = (vec(activity(), 0..3), vec(activity(), 0..3));
    (of(uuid()), of(actor()), of(group()), around, concerned, groups, of(uuid()), extensions())
        .prop_map(
            |(registration, instructor, team, (parent, other), agents, groups, statement, extensions)| {
                Context {
                    registration,
                    instructor,
                    team,
                    context_activities: ContextActivities { parent, other, ..ContextActivities::default() },
                    context_agents: agents
                        .into_iter()
                        .map(|(agent, relevant_types)| ContextAgent { agent, relevant_types })
                        .collect(),
                    context_groups: groups
                        .into_iter()
                        .map(|(group, relevant_types)| ContextGroup { group, relevant_types })
                        .collect(),
                    revision: None,
                    platform: None,
                    language: Some("vi-VN".into()),
                    statement,
                    extensions,
                }
            },
        )
        .boxed()
}

fn attachment() -> BoxedStrategy<Attachment> {
    (iri(), texts(), any::<u64>(), "[0-9a-fA-F]{64}", of(iri()))
        .prop_map(|(usage_type, display, length_bytes, sha2, file_url)| Attachment {
            usage_type,
            description: display.clone(),
            display,
            content_type: "image/png".into(),
            length_bytes,
            sha2,
            file_url,
        })
        .boxed()
}

fn object() -> BoxedStrategy<Object> {
    let sub = (actor(), verb(), plain_object(), of(outcome()), of(context()), of(instant())).prop_map(
        |(actor, verb, object, result, context, timestamp)| SubStatement {
            actor,
            verb,
            object,
            result,
            context,
            timestamp,
            attachments: Vec::new(),
        },
    );
    prop_oneof![4 => plain_object(), 1 => sub.prop_map(|sub| Object::SubStatement(Box::new(sub)))].boxed()
}

fn statement() -> impl Strategy<Value = Statement> {
    let set_by_store = (of(uuid()), of(instant()), of(instant()), of(agent().prop_map(Actor::Agent)));
    let said = (actor(), verb(), object(), of(outcome()), of(context()), vec(attachment(), 0..3));
    (set_by_store, said).prop_map(
        |((id, timestamp, stored, authority), (actor, verb, object, result, context, attachments))| {
            Statement {
                id,
                actor,
                verb,
                object,
                result,
                context,
                timestamp,
                stored,
                authority,
                version: Some("2.0.0".into()),
                attachments,
            }
        },
    )
}

/// The same said otherwise: everything the comparison must not see is changed.
fn retold(mut said: Statement) -> Statement {
    said.id = None;
    said.version = None;
    said.timestamp = None;
    said.verb.display = xapi::in_language("vi", "kể lại");
    said.attachments.reverse();
    if let Actor::Group(group) = &mut said.actor {
        group.member.reverse();
    }
    if let Object::Activity(activity) = &mut said.object {
        activity.definition = None;
    }
    if let Some(context) = &mut said.context {
        context.context_activities.parent.reverse();
        context.context_agents.reverse();
        context.language = Some("VI-vn".into());
    }
    said.received("2026-11-22T08:00:00Z".parse().unwrap(), Agent::account("https://example.vn", "server"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_as_the_same(said in statement()) {
        prop_assert_eq!(said.check(), Ok(()));
        prop_assert_eq!(Statement::parse(&said.to_json()), Ok(said));
    }

    #[test]
    fn a_statement_means_what_it_means_however_retold(said in statement()) {
        prop_assert!(same_meaning(&said, &said));
        let said = Statement { timestamp: None, ..said };
        let again = retold(said.clone());
        prop_assert!(same_meaning(&said, &again) && same_meaning(&again, &said));
    }

    #[test]
    fn same_meaning_looks_alike_from_both_sides(a in statement(), b in statement()) {
        prop_assert_eq!(same_meaning(&a, &b), same_meaning(&b, &a));
        let other = Statement { verb: Verb::new(format!("{}x", a.verb.id)), ..a.clone() };
        prop_assert!(!same_meaning(&a, &other));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,60}", number in any::<f64>()) {
        let _ = Statement::parse(&text);
        for place in ["timestamp", "id", "version"] {
            let _ = Statement::from_value(json!({ "actor": {"mbox": text.clone()}, place: text.clone() }));
        }
        let whole = json!({ "actor": {"mbox": "mailto:a@b"}, "verb": {"id": "x:y"}, "object": {"id": "x:y"},
            "timestamp": text.clone(), "result": {"duration": text, "score": {"raw": number}} });
        let _ = Statement::from_value(whole);
    }
}

#[test]
fn another_moment_or_another_outcome_is_another_meaning() {
    let at = |at: &str| {
        let an = Agent::account("https://example.vn", "an");
        Statement::new(
            Uuid::nil(),
            an,
            "http://example.vn/read",
            "http://example.vn/lesson",
            at.parse().unwrap(),
        )
    };
    let (early, late) = (at("2026-11-22T08:00:00Z"), at("2026-11-22T08:00:01Z"));
    assert!(!same_meaning(&early, &late));
    assert!(same_meaning(&early, &at("2026-11-22T15:00:00.0004+07:00")));
    assert!(!same_meaning(&early, &early.clone().with_result(Outcome::default())));
}
