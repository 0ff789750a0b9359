//! Goal: a statement keeps everything of an entry.

use std::collections::BTreeSet;

use domain::learning::{Act, Deed, Learner, decide};
use domain::record::{Entry, Subject, read, write};

use crate::shelf::{curriculum, demonstration};

#[test]
fn every_entry_comes_back_from_its_statement() {
    let entries = demonstration(3, 300).flat_map(|made| made.entries);
    let mut kinds = BTreeSet::new();
    for entry in entries {
        kinds.insert(format!("{:?}", entry.subject).chars().take(6).collect::<String>());
        assert_eq!(read(&write(&entry)).as_ref(), Ok(&entry));
    }
    assert_eq!(kinds.len(), 7, "every kind of act was tried: {kinds:?}");
}

#[test]
fn what_is_no_statement_of_ours_is_refused() {
    for text in ["", "{}", "[]", "null", r#"{"actor":{"mbox":"mailto:a@example.org"}}"#] {
        assert!(read(text).is_err(), "{text}");
    }
}

/// The act of the form that settles, which is the server's alone.
fn of_form(entry: &Entry) -> Option<Act> {
    let (unit, group) = (Some(entry.place.unit), entry.place.group().cloned());
    let settled = entry.subject == Subject::Settled;
    settled.then_some(Act { id: entry.id, at: entry.at, deed: Deed::Settle { unit, group } })
}

#[test]
fn a_device_sends_only_what_it_may_decide() {
    for entry in demonstration(5, 120).flat_map(|made| made.entries) {
        let may = matches!(
            entry.subject,
            Subject::Chose { .. } | Subject::Read { .. } | Subject::Began { .. } | Subject::Tapped { .. }
        );
        assert_eq!(Act::of_entry(&entry).is_some(), may, "{:?}", entry.subject);
    }
}

#[test]
fn an_act_sent_again_from_its_entry_is_the_same_act() {
    for made in demonstration(5, 120) {
        let mut learner = Learner::new(made.person);
        for entry in &made.entries {
            let Some(act) = Act::of_entry(entry).or_else(|| of_form(entry)) else { break };
            let decision = decide(&learner, curriculum(), &act, entry.stored).unwrap();
            assert_eq!(decision.entry, *entry);
            learner = decision.learner;
        }
    }
}
