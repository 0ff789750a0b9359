//! The sheet: what is printed and hung up.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::learning::{Learner, day_of};
use domain::recognition::{self, Certificate, CorrectRefused, Corrector, Life, RenewRefused, Status};
use domain::recognition::{Review, RungMark};
use jiff::Timestamp;
use pages::certificate::{Became, Certificate as Sheet, Correcting, Renewing, Ways};
use pages::me::SkillRow;
use store::certificates::StoredCertificate;
use store::reviews;

use super::{number_of, of_number, origin, place_of, profile_title};
use crate::app::App;
use crate::clock;
use crate::learning::learner_of;
use crate::me::skills;
use crate::problem::Problem;
use crate::respond;
use crate::viewer::Viewer;

/// GET `/certificate/{number}`: the holder's own sheet.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, Path(number): Path<String>) -> Response {
    let shown = async {
        let page = own_sheet(&app, &viewer, &number).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// What stands on a certificate of the viewer's own, on the page and on paper.
pub(crate) async fn own_sheet(app: &App, viewer: &Viewer, number: &str) -> Result<Sheet, Problem> {
    let learner = learner_of(app, viewer).await?;
    let held = of_number(app, learner.person, number).await?;
    let reviews = reviews::list_of_person(&app.store, learner.person).await?;
    let now = clock::now();
    Ok(Sheet {
        in_review: is_in_review(&held.certificate, &reviews),
        ways: ways(app, &learner, &held, now),
        ..sheet(app, viewer, &held, skills_on(app, viewer, &learner, &held.certificate), now)
    })
}

/// Whether somebody is looking at it again.
pub(crate) fn is_in_review(certificate: &Certificate, reviews: &[Review]) -> bool {
    let id = certificate.id.to_string();
    reviews.iter().any(|review| review.decided.is_none() && review.subject == id)
}

/// A certificate as a page, without what only its holder can do.
pub(crate) fn sheet(
    app: &App,
    viewer: &Viewer,
    held: &StoredCertificate,
    skills: Vec<SkillRow>,
    now: Timestamp,
) -> Sheet {
    let it = &held.certificate;
    let lang = viewer.lang();
    let shown = it.shown.as_ref();
    let framework = shown.and_then(|shown| shown.framework.as_ref());
    let group = it.group.as_ref().and_then(|group| app.curriculum.syllabus.group(group));
    Sheet {
        number: number_of(it),
        name: it.name.to_string(),
        profile: profile_title(app, viewer, it),
        place: place_of(app, it),
        group: group.map(|group| group.title.get(lang).to_owned()),
        framework: framework.map(|mark| (mark.title.get(lang).to_owned(), mark.version.clone())),
        assurance: shown.map(|shown| shown.assurance),
        confirmed_by: shown.and_then(|it| it.confirmed_by.as_ref()).map(|who| who.get(lang).to_owned()),
        skills,
        issued: day_of(it.issued_at),
        until: Some(it.valid_until),
        code: held.code.clone(),
        origin: origin(app),
        is_demonstration: app.settings.demonstration,
        became: became(it, &held.life, now),
        renewed_by: renewed_by(&held.life),
        in_review: false,
        ways: Ways::default(),
    }
}

/// The rungs of the day of issue; of a certificate from before this was kept, today's.
fn skills_on(app: &App, viewer: &Viewer, learner: &Learner, certificate: &Certificate) -> Vec<SkillRow> {
    match &certificate.shown {
        Some(shown) => shown.rungs.iter().map(|mark| skill_row(viewer, mark)).collect(),
        None => skills(app, viewer, learner).0,
    }
}

fn skill_row(viewer: &Viewer, mark: &RungMark) -> SkillRow {
    SkillRow {
        name: mark.title.get(viewer.lang()).to_owned(),
        rung: Some(mark.rung),
        since: Some(day_of(mark.since)),
        assisted: false,
    }
}

fn became(certificate: &Certificate, life: &Life, now: Timestamp) -> Became {
    match life.status(certificate, day_of(now)) {
        Status::Valid => Became::Valid,
        Status::Expired => Became::Expired,
        Status::Replaced(by) => Became::Replaced { number: credential::short_number(*by.0.as_bytes()) },
        Status::Revoked(reason) => {
            let on = life.revoked.as_ref().map_or(now, |revoked| revoked.at);
            let words = life.revoked.as_ref().map(|revoked| revoked.words.clone()).unwrap_or_default();
            Became::Revoked { on: day_of(on), reason, words }
        }
    }
}

fn renewed_by(life: &Life) -> Option<String> {
    let by = life.replaced_by.filter(|_| life.revoked.is_none())?;
    Some(credential::short_number(*by.0.as_bytes()))
}

fn ways(app: &App, learner: &Learner, held: &StoredCertificate, now: Timestamp) -> Ways {
    let (it, life) = (&held.certificate, &held.life);
    let correct = match recognition::may_correct(it, life, &Corrector::Holder, now) {
        Ok(()) => Some(Correcting::Oneself),
        Err(CorrectRefused::OnlyOnce | CorrectRefused::TooLate) => Some(Correcting::Officer),
        Err(CorrectRefused::NotValid | CorrectRefused::SameName) => None,
    };
    let renew = match recognition::may_renew(it, life, now) {
        Ok(()) if learner.has_attained(&app.curriculum.syllabus) => Some(Renewing::Now),
        Ok(()) => Some(Renewing::AfterTest),
        Err(RenewRefused::NotHolding | RenewRefused::TooEarly | RenewRefused::NotMet(_)) => None,
    };
    Ways { correct, renew }
}
