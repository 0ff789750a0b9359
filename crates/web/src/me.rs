//! My ladder.

use axum::extract::State;
use axum::response::Response;
use domain::ids::SkillId;
use domain::learning::{Learner, day_of};
use domain::standing::Rung;
use jiff::Timestamp;
use pages::learning::advised;
use pages::me::{CertificateState, Me, SkillRow};
use store::reviews;

use crate::app::App;
use crate::certificates::sheet::is_in_review;
use crate::certificates::{number_of, valid_of};
use crate::clock;
use crate::home::next_step;
use crate::learning::learner_of;
use crate::problem::Problem;
use crate::respond;
use crate::today;
use crate::viewer::Viewer;

/// GET `/me`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = async {
        let learner = learner_of(&app, &viewer).await?;
        let (skills, others) = skills(&app, &viewer, &learner);
        let page = Me {
            place: place_of(&app, &learner, clock::now()),
            group: group_of(&app, &viewer, &learner),
            skills,
            others,
            next: next_step(&app, &learner, viewer.lang()),
            review: today::card_of(&app, &learner, clock::now()),
            advised: advised(&app.curriculum.syllabus, &learner, viewer.lang()),
            certificate: certificate_state(&app, &viewer, &learner).await?,
            is_guest: viewer.account.is_none(),
        };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// The commune of a learner, if told.
pub(crate) fn place_of(app: &App, learner: &Learner, now: Timestamp) -> Option<String> {
    let unit = learner.book.place.unit;
    (unit != territory::UnitId::COUNTRY).then(|| app.territory.path_label(unit, day_of(now))).flatten()
}

fn group_of(app: &App, viewer: &Viewer, learner: &Learner) -> Option<String> {
    let group = app.curriculum.syllabus.group(learner.book.place.group()?)?;
    Some(group.title.get(viewer.lang()).to_owned())
}

/// The skills that are begun or asked for, with the rung of today; and the others.
pub(crate) fn skills(app: &App, viewer: &Viewer, learner: &Learner) -> (Vec<SkillRow>, Vec<SkillRow>) {
    let syllabus = &app.curriculum.syllabus;
    let profile = learner.profile(syllabus);
    let is_asked = |skill: &SkillId| {
        profile.is_some_and(|profile| profile.demands.iter().any(|(asked, _)| asked == skill))
    };
    let row = |skill: &domain::content::Skill| {
        let standing = learner.book.standings.get(&skill.id);
        SkillRow {
            name: skill.title.get(viewer.lang()).to_owned(),
            rung: standing.map(|standing| standing.rung),
            since: standing.map(|standing| day_of(standing.since)),
            assisted: standing.is_some_and(|standing| standing.helper.is_some()),
        }
    };
    let is_near = |skill: &&domain::content::Skill| {
        learner.book.standings.contains_key(&skill.id) || is_asked(&skill.id)
    };
    let (near, others): (Vec<_>, Vec<_>) = syllabus.skills.iter().partition(is_near);
    (near.into_iter().map(row).collect(), others.into_iter().map(row).collect())
}

/// What is missing for the profile: skills and the rungs they must reach.
pub(crate) fn missing(app: &App, viewer: &Viewer, learner: &Learner) -> Vec<(String, Rung)> {
    let syllabus = &app.curriculum.syllabus;
    let demands = learner.profile(syllabus).map(|profile| profile.demands.clone()).unwrap_or_default();
    let title = |skill: &SkillId| app.skill_title(skill, viewer.lang()).unwrap_or_default().to_owned();
    let below = demands.into_iter().filter(|(skill, rung)| learner.book.rung(skill) < Some(*rung));
    below.map(|(skill, rung)| (title(&skill), rung)).collect()
}

async fn certificate_state(
    app: &App,
    viewer: &Viewer,
    learner: &Learner,
) -> Result<CertificateState, Problem> {
    if let Some(held) = valid_of(app, learner).await? {
        let reviews = reviews::list_of_person(&app.store, learner.person).await?;
        let number = number_of(&held.certificate);
        let in_review = is_in_review(&held.certificate, &reviews);
        return Ok(if in_review {
            CertificateState::InReview(number)
        } else {
            CertificateState::Issued(number)
        });
    }
    if learner.has_attained(&app.curriculum.syllabus) {
        return Ok(CertificateState::Ready);
    }
    Ok(CertificateState::Missing(missing(app, viewer, learner)))
}
