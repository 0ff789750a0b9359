//! Whether two statements say the same (1.0.3: Data 2.3.1 "Statement Comparison Requirements").

use serde_json::Value;

use crate::{
    Activity, Actor, Agent, Attachment, Context, Group, Identifier, Object, Outcome, Statement, SubStatement,
};

/// Whether `b` may be taken for `a` posted again under the same id.
///
/// Left out of sight is what a store may set or change (`id`, `stored`, `authority`, `version`, and `timestamp`
/// where one has none), what is not part of a statement (the display of verbs, the definitions of activities), the
/// order of lists that have none, the case of what has none, and anything under a millisecond in timestamps or a
/// hundredth of a second in durations.
///
/// ```
/// use xapi::{Statement, same_meaning};
///
/// let sent = Statement::parse(
///     r#"{"actor":{"mbox":"mailto:an@example.vn"},"verb":{"id":"http://example.vn/read"},
///         "object":{"id":"http://example.vn/lesson"}}"#,
/// )?;
/// let kept = sent.clone().received("2026-11-22T08:00:00Z".parse().unwrap(), sent.actor.clone());
/// assert!(same_meaning(&sent, &kept));
/// # Ok::<(), xapi::Invalid>(())
/// ```
pub fn same_meaning(a: &Statement, b: &Statement) -> bool {
    let (mut a, mut b) = (essence(a), essence(b));
    if a.timestamp.is_none() || b.timestamp.is_none() {
        (a.timestamp, b.timestamp) = (None, None);
    }
    a.to_value() == b.to_value()
}

fn essence(statement: &Statement) -> Statement {
    let mut said = statement.clone();
    (said.id, said.stored, said.authority, said.version) = (None, None, None, None);
    said.verb.display.clear();
    strip_actor(&mut said.actor);
    strip_object(&mut said.object);
    said.result.iter_mut().for_each(strip_outcome);
    said.context.iter_mut().for_each(strip_context);
    strip_attachments(&mut said.attachments);
    said
}

fn strip_object(object: &mut Object) {
    match object {
        Object::Activity(activity) => activity.definition = None,
        Object::Agent(agent) => strip_agent(agent),
        Object::Group(group) => strip_group(group),
        Object::StatementRef(_) => {}
        Object::SubStatement(said) => strip_sub_statement(said),
    }
}

fn strip_sub_statement(said: &mut SubStatement) {
    said.verb.display.clear();
    strip_actor(&mut said.actor);
    strip_object(&mut said.object);
    said.result.iter_mut().for_each(strip_outcome);
    said.context.iter_mut().for_each(strip_context);
    strip_attachments(&mut said.attachments);
}

fn strip_actor(actor: &mut Actor) {
    match actor {
        Actor::Agent(agent) => strip_agent(agent),
        Actor::Group(group) => strip_group(group),
    }
}

fn strip_agent(agent: &mut Agent) {
    strip_identifier(&mut agent.identifier);
}

fn strip_group(group: &mut Group) {
    group.identifier.iter_mut().for_each(strip_identifier);
    group.member.iter_mut().for_each(strip_agent);
    unorder(&mut group.member, Agent::to_value);
}

/// The host of an address and the digits of a hash have no case.
fn strip_identifier(identifier: &mut Identifier) {
    match identifier {
        Identifier::Mbox(mbox) => {
            let host = mbox.rfind('@').unwrap_or_default();
            let (person, host) = mbox.split_at(host);
            *mbox = format!("{person}{}", host.to_lowercase());
        }
        Identifier::MboxSha1(sum) => sum.make_ascii_lowercase(),
        Identifier::OpenId(_) | Identifier::Account { .. } => {}
    }
}

fn strip_outcome(outcome: &mut Outcome) {
    if let Some(duration) = &mut outcome.duration {
        *duration = to_hundredths(duration);
    }
}

/// `PT1.239S` and `PT1.23S` become the same; units are never converted, for a month has no fixed length.
fn to_hundredths(duration: &str) -> String {
    let cut = duration.strip_suffix('S').and_then(|text| text.split_once(['.', ',']));
    let Some((whole, fraction)) = cut else { return duration.to_owned() };
    let kept = fraction.get(..2).unwrap_or(fraction).trim_end_matches('0');
    if kept.is_empty() { format!("{whole}S") } else { format!("{whole}.{kept}S") }
}

fn strip_context(context: &mut Context) {
    context.instructor.iter_mut().for_each(strip_actor);
    context.team.iter_mut().for_each(strip_group);
    context.language.iter_mut().for_each(|tag| tag.make_ascii_lowercase());
    let around = &mut context.context_activities;
    for activities in [&mut around.parent, &mut around.grouping, &mut around.category, &mut around.other] {
        activities.iter_mut().for_each(|activity| activity.definition = None);
        unorder(activities, Activity::to_value);
    }
    for concerned in &mut context.context_agents {
        strip_agent(&mut concerned.agent);
        concerned.relevant_types.sort_unstable();
    }
    for concerned in &mut context.context_groups {
        strip_group(&mut concerned.group);
        concerned.relevant_types.sort_unstable();
    }
    unorder(&mut context.context_agents, crate::ContextAgent::to_value);
    unorder(&mut context.context_groups, crate::ContextGroup::to_value);
}

fn strip_attachments(attachments: &mut [Attachment]) {
    attachments.iter_mut().for_each(|attachment| attachment.sha2.make_ascii_lowercase());
    unorder(attachments, Attachment::to_value);
}

fn unorder<T>(items: &mut [T], write: impl Fn(&T) -> Value) {
    items.sort_by_cached_key(|item| write(item).to_string());
}

#[cfg(test)]
mod tests {
    use super::to_hundredths;

    #[test]
    fn a_duration_is_compared_to_the_hundredth() {
        for (text, expect) in [
            ("PT1.239S", "PT1.23S"),
            ("PT1,5S", "PT1.5S"),
            ("PT1.001S", "PT1S"),
            ("P2W", "P2W"),
            ("PT1.50S", "PT1.5S"),
        ] {
            assert_eq!(to_hundredths(text), expect);
        }
    }
}
