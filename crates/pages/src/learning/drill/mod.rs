//! Drills: messages judged one after the other.

mod before;
mod drawn;
mod end;
mod message;
mod samples;

use domain::content::{Course, Curriculum, DrillMessage, LessonCard, Syllabus};
use domain::drill::{Answer, Judgement, Round};
use domain::ids::SkillId;
use domain::learning::Learner;
use domain::text::Lang;
use maud::{Markup, html};

pub use before::DrillPage;
pub(crate) use drawn::drawn as drill_phone;
pub use end::DrillEnd;
pub use message::DrillMessagePage;

use super::{Form, NotShown, Route, Shown};
use crate::messages::Messages;
use crate::ui::icon;
use crate::urls::{self, Url};

/// Answers a GET.
pub(super) fn show(
    route: &Route,
    skill: &SkillId,
    learner: &Learner,
    curriculum: &Curriculum,
    lang: Lang,
) -> Result<Shown, NotShown> {
    let m = Messages(lang);
    if !curriculum.syllabus.drilled.contains(skill) {
        return Err(NotShown::NoSuchPage);
    }
    let elsewhere = || NotShown::GoTo(urls::drill(skill.as_str()));
    let (main, forms) = match route {
        Route::DrillMessage(_, place) => {
            let page =
                DrillMessagePage::of(curriculum, learner, skill, *place, lang).ok_or_else(elsewhere)?;
            (page.main(m), page.forms())
        }
        Route::DrillEnd(_) => {
            let page = DrillEnd::of(curriculum, learner, skill, lang).ok_or_else(elsewhere)?;
            (page.main(m), FORMS)
        }
        Route::BeginDrill(_) => return Err(elsewhere()),
        _ => (DrillPage::of(curriculum, learner, skill).main(m), FORMS),
    };
    Ok(Shown { title: m.drill_title().to_owned(), main, forms })
}

/// The forms of a page that has one.
const FORMS: &[&str] = &["act"];

/// The answer in a form.
pub(super) fn answer(form: &Form) -> Option<Answer> {
    match form.get("said") {
        Some(said) => Judgement::parse(said).map(Answer::Said),
        None => form.get("next")?.parse().ok().map(Answer::Next),
    }
}

/// Where the open round stands; the page before the rounds when none is open.
pub(super) fn onward(learner: &Learner, skill: &SkillId) -> Url {
    let open = learner.workbook.drill(skill).filter(|mark| mark.is_open());
    open.map_or_else(
        || urls::drill(skill.as_str()),
        |mark| urls::drill_message(skill.as_str(), mark.round.done() + 1),
    )
}

/// The messages of a round, in its order; `None` when there is no round, or not all of them exist any more.
fn messages<'c>(curriculum: &'c Curriculum, round: &Round) -> Option<Vec<&'c DrillMessage>> {
    let all = round.messages.iter().map(|id| curriculum.drill(id));
    all.collect::<Option<Vec<_>>>().filter(|all| !all.is_empty())
}

/// The lesson that teaches a skill.
fn lesson<'s>(syllabus: &'s Syllabus, skill: &SkillId) -> Option<&'s LessonCard> {
    syllabus.courses.iter().flat_map(|course| &course.lessons).find(|card| card.skill == *skill)
}

/// The way to the drills of a skill, when it is drilled.
pub(super) fn card(syllabus: &Syllabus, skill: &SkillId) -> Option<Url> {
    syllabus.drilled.contains(skill).then(|| urls::drill(skill.as_str()))
}

/// The drills of the skills that the lessons of a course teach, each once.
pub(super) fn of_course(syllabus: &Syllabus, course: &Course) -> Vec<Url> {
    let drilled =
        syllabus.drilled.iter().filter(|skill| course.lessons.iter().any(|card| card.skill == **skill));
    drilled.map(|skill| urls::drill(skill.as_str())).collect()
}

/// The card that leads there.
pub(super) fn card_of(m: Messages, url: &Url) -> Markup {
    html! {
        a.card.tap-card href=(url) {
            (icon("eye"))
            span { b { (m.drill_title()) } small { (m.drill_card()) } }
            (icon("chevron-right"))
        }
    }
}
