//! The shared dance of server and service worker.

use domain::content::{Curriculum, Version};
use domain::ids::{DrillId, LessonId, PathId, ScreenId};
use domain::learning::{Deed, Learner};
use domain::practice::{Mode, compare};
use domain::text::Lang;
use maud::Markup;

use super::drill;
use super::{CoursePage, Form, LearnPage, LessonPage, PathsPage, PracticePage, Route, RunPage};
use crate::messages::Messages;
use crate::urls::{self, Url};

/// The id of the form of a learning page: the fresh id of the frame belongs to it.
const FORM: &str = "act";

/// What a GET is answered with.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The title of the page.
    pub title: String,
    /// The inside of `<main>`.
    pub main: Markup,
    /// The forms that want the fresh id.
    pub forms: &'static [&'static str],
}

/// Why nothing is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotShown {
    /// There is no such page.
    NoSuchPage,
    /// The page can't be shown as things stand; go there instead.
    GoTo(Url),
}

/// Answers a GET.
///
/// # Errors
/// When there is no such page, or the learner is elsewhere (no run is open).
pub fn show(
    route: &Route,
    learner: &Learner,
    curriculum: &Curriculum,
    lang: Lang,
) -> Result<Shown, NotShown> {
    let forms: &'static [&'static str] =
        if matches!(route, Route::Learn | Route::Course(_)) { &[] } else { &[FORM] };
    let (title, main) = match route {
        Route::Learn => {
            let page = LearnPage::of(&curriculum.syllabus, learner, lang);
            (Messages(lang).learn_title().to_owned(), page.main(lang))
        }
        Route::Paths => {
            let m = Messages(lang);
            (m.paths_title().to_owned(), PathsPage::of(&curriculum.syllabus, learner, lang).main(m))
        }
        Route::Course(id) => {
            let course = curriculum.syllabus.course(id).ok_or(NotShown::NoSuchPage)?;
            let page = CoursePage::of(&curriculum.syllabus, course, learner, lang);
            (page.title.clone(), page.main(lang))
        }
        Route::Lesson(lesson, screen) => {
            let page = LessonPage::of(curriculum, learner, lesson, *screen, lang);
            let page = page.ok_or_else(|| beyond(learner, curriculum, lesson, *screen))?;
            (page.title.clone(), page.main(lang))
        }
        Route::Practice(id) => {
            let page = PracticePage::of(curriculum, learner, id, lang).ok_or(NotShown::NoSuchPage)?;
            (page.title.clone(), page.main(lang))
        }
        Route::Run(id) => {
            if learner.practice(curriculum, id).is_none() {
                return Err(NotShown::NoSuchPage);
            }
            let page = RunPage::of(curriculum, learner, id, lang);
            let page = page.ok_or_else(|| NotShown::GoTo(urls::practice(id.as_str())))?;
            (page.title.clone(), page.main(lang))
        }
        Route::Drills => {
            let first = curriculum.syllabus.drilled.first().ok_or(NotShown::NoSuchPage)?;
            return Err(NotShown::GoTo(urls::drill(first.as_str())));
        }
        Route::Drill(skill)
        | Route::BeginDrill(skill)
        | Route::DrillMessage(skill, _)
        | Route::DrillEnd(skill) => return drill::show(route, skill, learner, curriculum, lang),
        Route::Begin(id) => return Err(NotShown::GoTo(urls::practice(id.as_str()))),
        Route::Tap(id) => return Err(NotShown::GoTo(urls::practice_run(id.as_str()))),
    };
    Ok(Shown { title, main, forms })
}

/// A lesson that was rewritten may be shorter than where somebody stood in it: they begin again.
fn beyond(learner: &Learner, curriculum: &Curriculum, id: &LessonId, screen: u16) -> NotShown {
    let is_begun = learner.workbook.lessons.contains_key(id) && curriculum.syllabus.lesson(id).is_some();
    let found = learner.lesson(curriculum, id).filter(|found| is_begun && screen > found.content.count());
    found.map_or(NotShown::NoSuchPage, |_| NotShown::GoTo(urls::lesson(id.as_str(), 1)))
}

/// Reads what a POST does. `None` when the address takes no POST or the form is not one of ours.
#[must_use]
pub fn deed(route: &Route, form: &Form, learner: &Learner, curriculum: &Curriculum) -> Option<Deed> {
    match route {
        Route::Paths => Some(Deed::Choose { path: PathId::parse(form.get("path")?)? }),
        Route::Lesson(lesson, screen) => {
            let version = form.get("version").and_then(Version::parse);
            Some(Deed::Read { lesson: lesson.clone(), screen: *screen, version })
        }
        Route::Begin(id) => {
            let mode = Mode::parse(form.get("mode")?)?;
            let version = curriculum.practices.get(id).map(|practice| practice.version);
            Some(Deed::Begin { practice: id.clone(), mode, version })
        }
        Route::Tap(id) => {
            let screen = ScreenId::parse(form.get("screen")?)?;
            let element = form.get("tap")?.parse().ok()?;
            let shown = learner.practice(curriculum, id)?.content.screen(&screen);
            let typed = shown.map(|shown| compare(shown, |field| form.get(field.as_str()).map(Into::into)));
            Some(Deed::Tap { practice: id.clone(), screen, element, typed: typed.unwrap_or_default() })
        }
        Route::BeginDrill(skill) => Some(Deed::BeginDrill { skill: skill.clone(), messages: Vec::new() }),
        Route::DrillMessage(skill, _) => Some(Deed::Judge {
            skill: skill.clone(),
            message: DrillId::parse(form.get("message")?)?,
            answer: drill::answer(form)?,
        }),
        _ => None,
    }
}

/// Where the browser goes after a POST, done or refused: a refused one shows where the learner really is.
#[must_use]
pub fn after(route: &Route, learner: &Learner, curriculum: &Curriculum) -> Url {
    match route {
        Route::Lesson(lesson, screen) => {
            let mark = learner.workbook.lessons.get(lesson);
            let listed = curriculum.syllabus.lesson(lesson);
            let today = listed.map_or(0, |(_, card)| card.screens);
            if *screen < mark.map_or(today, |mark| mark.screens_or(today)) {
                return urls::lesson(lesson.as_str(), usize::from(*screen) + 1);
            }
            let Some((course, card)) = listed else { return urls::learn() };
            match &card.practice {
                Some(practice) => urls::practice(practice.id.as_str()),
                None => urls::course(course.id.as_str()),
            }
        }
        Route::Begin(id) | Route::Tap(id) => {
            let run = learner.workbook.practices.get(id).and_then(|mark| mark.run.as_ref());
            if run.is_some() { urls::practice_run(id.as_str()) } else { urls::practice(id.as_str()) }
        }
        Route::BeginDrill(skill) => drill::onward(learner, skill),
        Route::Paths => urls::learn(),
        other => other.url(),
    }
}
