//! What comes back today.

use axum::extract::State;
use axum::response::Response;
use domain::learning::{Learner, day_of};
use domain::review::{self, Day, Due, Past, Recall, Reviewed};
use domain::text::Lang;
use jiff::Timestamp;
use memory::{Grade, Memory};
use pages::today::{Card, Today, Way, What, Why};
use pages::urls;

use crate::app::App;
use crate::clock;
use crate::learning::learner_of;
use crate::problem::Problem;
use crate::respond;
use crate::viewer::Viewer;

/// How well something may fade before it comes back. Flash cards ask at nine in ten; doing a task is forgotten more slowly
/// than a word, and nobody should be chased.
const FADES_TO: f32 = 0.8;

/// GET `/review`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = async {
        let learner = learner_of(&app, &viewer).await?;
        let page = page(&app, &learner, clock::now(), viewer.lang());
        Ok::<_, Problem>(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem| viewer.problem(&app, problem))
}

/// What is due today: how much, and about how many minutes it takes.
pub(crate) fn card_of(app: &App, learner: &Learner, now: Timestamp) -> Option<(usize, u16)> {
    let due = review::today(&app.curriculum, learner, now, recall).due;
    (!due.is_empty()).then(|| (due.len(), due.iter().map(|due| due.minutes).sum()))
}

fn page(app: &App, learner: &Learner, now: Timestamp, lang: Lang) -> Today {
    let today = review::today(&app.curriculum, learner, now, recall);
    let card = |due: &Due| card(app, learner, due, Day::of(now), lang);
    Today {
        due: today.due.iter().map(card).collect(),
        done: today.done.iter().map(|done| title(app, &done.what, lang)).collect(),
        is_more_later: today.later > 0,
        next: today.next.map(Day::date).filter(|next| *next > day_of(now)),
    }
}

fn card(app: &App, learner: &Learner, due: &Due, today: Day, lang: Lang) -> Card {
    let (what, way) = match &due.what {
        review::What::Practice(id) => {
            let run = learner.workbook.practices.get(id).and_then(|mark| mark.run.as_ref());
            let is_open = run.is_some_and(|run| !run.finished && run.mode == domain::practice::Mode::Alone);
            let begin = Way::Begin(urls::practice_start(id.as_str()));
            (What::Practice, if is_open { Way::GoOn(urls::practice_run(id.as_str())) } else { begin })
        }
        review::What::Drill(skill) => {
            let is_open = learner.workbook.drill(skill).is_some_and(domain::drill::Mark::is_open);
            let begin = Way::Begin(urls::drill_start(skill.as_str()));
            (What::Drill, if is_open { Way::GoOn(urls::drill(skill.as_str())) } else { begin })
        }
    };
    let why = match due.why {
        review::Why::Recheck(passed) => Why::Recheck(today.days_since(passed)),
        review::Why::Fades => Why::Fades(due.last.map_or(0, |last| today.days_since(last))),
    };
    Card { what, title: title(app, &due.what, lang), why, minutes: due.minutes, way }
}

fn title(app: &App, what: &review::What, lang: Lang) -> String {
    let title = match what {
        review::What::Practice(id) => app.curriculum.practices.get(id).map(|it| it.title.get(lang)),
        review::What::Drill(skill) => app.skill_title(skill, lang),
    };
    title.unwrap_or_default().to_owned()
}

/// What the memory makes of a past.
fn recall(past: &Past, today: Day) -> Recall {
    let mut all = past.all();
    let Some(first) = all.next() else { return Recall { permille: 0, due: today } };
    let learned = (Memory::learned(grade(first)), first.day);
    let review = |(memory, last): (Memory, Day), next: Reviewed| {
        (memory.after(next.day.days_since(last), grade(next)), next.day)
    };
    let (memory, last) = all.fold(learned, review);
    let permille = (memory.recall(today.days_since(last)) * 1000.0).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "recall lies between 0 and 1"
    )]
    Recall { permille: permille as u16, due: last.after(memory.days_until(FADES_TO)) }
}

fn grade(reviewed: Reviewed) -> Grade {
    match reviewed.grade {
        review::Grade::Again => Grade::Again,
        review::Grade::Hard => Grade::Hard,
        review::Grade::Good => Grade::Good,
        review::Grade::Easy => Grade::Easy,
    }
}
