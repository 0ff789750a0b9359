//! What a learner will see of a file, in both languages.

use domain::content::{
    Choice, Curriculum, DrillMessage, Element, Item, ItemKind, Lesson, PhoneScreen, Practice,
};
use domain::ids::{LessonId, PersonId, PracticeId};
use domain::learning::Learner;
use domain::practice::{Mode, begin};
use domain::text::{Lang, Text};
use maud::{Markup, html};

use crate::graph::practice_graph;
use crate::learning::{LessonPage, RunPage, drill_phone};
use crate::messages::Messages;
use crate::test::screen;
use crate::ui::{self, icon};
use crate::urls;

/// What is shown of the file at a path; nothing of a file that learners never see.
pub(super) fn shown(curriculum: &Curriculum, path: &str, m: Messages) -> Markup {
    let parts: Vec<&str> = path.split('/').collect();
    let stem = parts.last().and_then(|name| name.rsplit_once('.')).map_or("", |(stem, _)| stem);
    let one = match parts.as_slice() {
        ["practices", _] => {
            let found = PracticeId::parse(stem).and_then(|id| curriculum.practices.get(&id));
            found.map(|found| practice(curriculum, found, m))
        }
        ["lessons", id, _] => {
            let found = LessonId::parse(id).and_then(|id| curriculum.lessons.get(&id));
            found.map(|found| lesson(curriculum, found, m))
        }
        ["drills", _] => curriculum.drills.iter().find(|message| message.id.as_str() == stem).map(drill),
        ["items", _] => Some(items(curriculum, stem)),
        _ => None,
    };
    one.unwrap_or_else(|| html! { p { (m.preview_nothing()) } })
}

/// The same in Vietnamese and in English, side by side where there is room.
fn both(draw: impl Fn(Lang) -> Markup) -> Markup {
    html! {
        div.both {
            @for lang in [Lang::Vi, Lang::En] { div.one lang=(lang.tag()) { (draw(lang)) } }
        }
    }
}

fn practice(curriculum: &Curriculum, practice: &Practice, m: Messages) -> Markup {
    html! {
        (both(|lang| html! {
            h2 { (practice.title.get(lang)) }
            p { (practice.goal.get(lang)) }
            @if let Some(intro) = &practice.intro { p { (intro.get(lang)) } }
        }))
        div.graph tabindex="0" role="region" aria-label=(m.graph_title(practice.title.get(m.0))) { (practice_graph(practice, m)) }
        @for one in &practice.screens {
            section id=(one.id) {
                h2 { (m.preview_screen(one.id.as_str())) }
                (both(|lang| phone(curriculum, practice, one, lang)))
            }
        }
    }
}

/// A screen as in the guided mode; a tap leads to its screen further down or up on the page.
fn phone(curriculum: &Curriculum, practice: &Practice, screen: &PhoneScreen, lang: Lang) -> Markup {
    let mut learner = Learner::new(PersonId::mint(jiff::Timestamp::UNIX_EPOCH, [0; 10]));
    let mut run = begin(practice, Mode::Guided);
    run.screen = screen.id.clone();
    learner.workbook.practices.entry(practice.id.clone()).or_default().run = Some(run);
    let page = RunPage::of(curriculum, &learner, &practice.id, lang);
    let texts = [&screen.done, &screen.note];
    html! {
        @if let Some(guide) = &screen.guide { (ui::guide(guide.get(lang))) }
        @if let Some(page) = page {
            form method="post" action=(urls::preview_tap()) autocomplete="off" {
                input type="hidden" name="practice" value=(practice.id);
                input type="hidden" name="screen" value=(screen.id);
                (ui::phone(Messages(lang).run_phone(), &page.phone))
            }
        }
        @for text in texts.into_iter().flatten() { p { (text.get(lang)) } }
        (wrongs(screen, lang))
    }
}

/// What is said of each mistake.
fn wrongs(screen: &PhoneScreen, lang: Lang) -> Markup {
    let wrong = |element: &Element| match element {
        Element::Tap(tap) => Some((tap.label.clone(), tap.wrong.clone()?)),
        Element::Field(field) => Some((field.label.clone(), field.wrong.clone())),
        _ => None,
    };
    let all: Vec<(Text, Text)> = screen.elements.iter().filter_map(wrong).collect();
    html! {
        @if !all.is_empty() {
            ul.muted { @for (label, words) in &all { li { b { (label.get(lang)) } ": " (words.get(lang)) } } }
        }
    }
}

/// The screens of a lesson, also of one that no course names yet.
fn lesson(curriculum: &Curriculum, lesson: &Lesson, m: Messages) -> Markup {
    let card = curriculum.syllabus.lesson(&lesson.id).map(|(_, card)| card);
    let name = |lang| card.map_or(lesson.id.as_str(), |card| card.title.get(lang)).to_owned();
    let of = u16::try_from(lesson.screens.len()).unwrap_or(u16::MAX);
    html! {
        @for (at, one) in (1u16..).zip(&lesson.screens) {
            section {
                h2 { (m.preview_screen(&at.to_string())) }
                (both(|lang| {
                    let page = one.get(lang).clone();
                    let here = urls::home();
                    LessonPage {
                        title: page.title,
                        lesson: name(lang),
                        step: (at, of),
                        url: here.clone(),
                        back: here.clone(),
                        course: here,
                        button: Messages(lang).lesson_next(),
                        drill: None,
                        version: lesson.version,
                        is_instead: false,
                        blocks: page.blocks,
                        audio: page.audio.map(|asset| urls::static_file(&asset)),
                    }
                    .main(lang)
                }))
            }
        }
    }
}

fn drill(message: &DrillMessage) -> Markup {
    both(|lang| {
        let m = Messages(lang);
        html! {
            p.muted { (m.drill_role(message.role).0) }
            @if let Some(scene) = &message.scene { p { (scene.get(lang)) } }
            div.drill { (ui::phone(m.drill_frame(), &drill_phone(message, lang))) }
            ul { @for sign in &message.signs { li { (sign.get(lang)) } } }
            @for step in &message.next { (choice(&step.text, step.right, &step.because, lang)) }
        }
    })
}

fn items(curriculum: &Curriculum, skill: &str) -> Markup {
    let items = curriculum.items.iter().filter(|item| item.skill.as_str() == skill);
    html! {
        @for one in items {
            section id=(one.id) {
                h2 { (one.id) }
                (both(|lang| item(one, lang)))
            }
        }
    }
}

fn item(item: &Item, lang: Lang) -> Markup {
    let is_order = item.kind == ItemKind::Order;
    let right = |one: &Choice| one.right || is_order;
    html! {
        p { b { (item.ask.get(lang)) } }
        @if let ItemKind::Tap(drawn) = &item.kind { (ui::phone(Messages(lang).run_phone(), &screen(drawn, lang))) }
        @for one in &item.choices { (choice(&one.text, right(one), &one.because, lang)) }
    }
}

/// An answer with its reason; the right one is marked by a sign.
fn choice(text: &Text, is_right: bool, because: &Text, lang: Lang) -> Markup {
    html! {
        p { (icon(if is_right { "circle-check" } else { "x" })) " " b { (text.get(lang)) } br; (because.get(lang)) }
    }
}
