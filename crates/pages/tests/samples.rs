//! Every page in every state: well formed, one `h1`, labelled, no dead link, nothing that a strict CSP forbids.

mod reader;

use std::collections::BTreeSet;

use pages::samples::{all, frames};
use pages::urls;
use reader::{Element, read};

/// Reads every sample in every frame and collects what `look` finds wrong.
fn every_page(look: impl Fn(&[Element]) -> Vec<String>) {
    let mut wrong = BTreeSet::new();
    for (frame_name, frame) in frames() {
        for sample in all(&frame) {
            let found = match read(&sample.html.into_string()) {
                Ok(elements) => look(&elements),
                Err(fault) => vec![fault],
            };
            wrong.extend(found.into_iter().map(|fault| format!("{} ({frame_name}): {fault}", sample.name)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

fn ids(page: &[Element]) -> Vec<&str> {
    page.iter().filter_map(|element| element.get("id")).collect()
}

#[test]
fn every_page_is_well_formed() {
    every_page(|_| vec![]);
}

#[test]
fn every_page_has_one_first_heading_and_skips_no_level() {
    every_page(|page| {
        let levels: Vec<u8> = page.iter().filter_map(Element::heading_level).collect();
        let mut wrong = Vec::new();
        if levels.iter().filter(|level| **level == 1).count() != 1 {
            wrong.push(format!("headings {levels:?}: not exactly one h1"));
        }
        let skips = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
        // An error summary (h2) may stand above the h1, as GOV.UK does it.
        if skips {
            wrong.push(format!("headings {levels:?} skip a level"));
        }
        wrong
    });
}

#[test]
fn no_id_stands_twice_and_every_reference_has_its_element() {
    every_page(|page| {
        let ids = ids(page);
        let mut wrong: Vec<_> = ids
            .iter()
            .filter(|id| ids.iter().filter(|other| other == id).count() > 1)
            .map(|id| format!("id {id} stands twice"))
            .collect();
        for element in page {
            for name in ["for", "form", "aria-describedby", "aria-labelledby"] {
                let targets = element.get(name).unwrap_or_default().split_whitespace();
                wrong.extend(
                    targets.filter(|id| !ids.contains(id)).map(|id| format!("{name}={id} points at nothing")),
                );
            }
        }
        wrong
    });
}

#[test]
fn every_input_has_a_label() {
    every_page(|page| {
        let labelled: Vec<_> =
            page.iter().filter(|one| one.name == "label").filter_map(|one| one.get("for")).collect();
        let is_asked = |one: &&Element| one.name == "input" && one.get("type") != Some("hidden");
        let is_labelled =
            |one: &Element| one.get("id").is_some_and(|id| labelled.contains(&id)) || one.is_within("label");
        page.iter()
            .filter(is_asked)
            .filter(|one| !is_labelled(one))
            .map(|one| format!("no label for {one:?}"))
            .collect()
    });
}

#[test]
fn every_picture_is_told_or_hidden() {
    every_page(|page| {
        let is_silent = |one: &&Element| match one.name.as_str() {
            "img" => one.get("alt").is_none(),
            "svg" if !one.is_within("svg") => {
                one.get("aria-hidden").is_none()
                    && (one.get("role") != Some("img") || one.get("aria-label").is_none())
            }
            _ => false,
        };
        page.iter().filter(is_silent).map(|one| format!("{one:?} says nothing")).collect()
    });
}

#[test]
fn every_button_and_link_has_words() {
    every_page(|page| {
        let is_mute =
            |one: &&Element| matches!(one.name.as_str(), "a" | "button") && one.text.trim().is_empty();
        page.iter().filter(is_mute).map(|one| format!("{one:?} has no words")).collect()
    });
}

#[test]
fn nothing_stands_inline_that_a_strict_policy_forbids() {
    every_page(|page| {
        let forbidden = |one: &&Element| {
            one.name == "style"
                || (one.name == "script" && one.get("src").is_none())
                || one.attributes.iter().any(|(name, _)| name == "style" || name.starts_with("on"))
        };
        page.iter().filter(forbidden).map(|one| format!("{one:?}")).collect()
    });
}

#[test]
fn every_link_leads_to_an_address_of_ours() {
    every_page(|page| {
        let ids = ids(page);
        let links = page
            .iter()
            .flat_map(|one| ["href", "action", "src"].into_iter().filter_map(|name| one.get(name)));
        links
            .filter(|link| !link.starts_with("data:image/"))
            .filter(|link| match link.strip_prefix('#') {
                Some(id) => !ids.contains(&id),
                None => !urls::is_ours(link.split(['?', '#']).next().unwrap_or_default()),
            })
            .map(|link| format!("broken link {link}"))
            .collect()
    });
}

#[test]
fn main_is_the_same_online_and_offline() {
    let frames = frames();
    let mains = |name: &str| -> Vec<String> {
        let frame = frames.iter().find(|(other, _)| *other == name).map(|(_, frame)| frame).unwrap();
        all(frame).into_iter().map(|sample| inside_main(&sample.html.into_string())).collect()
    };
    assert_eq!(mains("vi"), mains("offline"));
}

fn inside_main(html: &str) -> String {
    html.split_once("<main")
        .and_then(|(_, rest)| rest.split_once("</main>"))
        .map(|(main, _)| main.to_owned())
        .unwrap_or_default()
}

#[test]
fn the_samples_are_many() {
    assert!(frames().iter().all(|(_, frame)| all(frame).len() > 40));
}
