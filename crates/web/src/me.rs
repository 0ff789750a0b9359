//! My ladder, and the certificate.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::ids::{CertificateId, SkillId};
use domain::learning::{Learner, day_of};
use domain::people::{BadName, Name};
use domain::recognition::{self, Certificate, IssueRefused};
use domain::standing::Rung;
use jiff::Timestamp;
use pages::certificate::Certificate as Sheet;
use pages::certificate_ask::CertificateAsk;
use pages::learning::Form;
use pages::me::{CertificateState, Me, SkillRow};
use pages::messages::Messages;
use pages::ui::FormState;
use pages::urls;
use pages::verify::{Genuine, Verify};
use store::certificates::{Issued, StoredCertificate};
use store::{certificates, people};

use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::home::next_step;
use crate::learning::learner_of;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// GET `/me`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = async {
        let learner = learner_of(&app, &viewer).await?;
        let page = Me {
            place: place_of(&app, &learner, clock::now()),
            group: group_of(&app, &viewer, &learner),
            skills: skills(&app, &viewer, &learner),
            next: next_step(&app, &learner, viewer.lang()),
            certificate: certificate_state(&app, &viewer, &learner).await?,
            is_guest: viewer.account.is_none(),
        };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

fn place_of(app: &App, learner: &Learner, now: Timestamp) -> Option<String> {
    let unit = learner.book.place.unit;
    (unit != territory::UnitId::COUNTRY).then(|| app.territory.path_label(unit, day_of(now))).flatten()
}

fn group_of(app: &App, viewer: &Viewer, learner: &Learner) -> Option<String> {
    let group = app.curriculum.syllabus.group(learner.book.place.group()?)?;
    Some(group.title.get(viewer.lang()).to_owned())
}

fn skills(app: &App, viewer: &Viewer, learner: &Learner) -> Vec<SkillRow> {
    let row = |skill: &domain::content::Skill| {
        let standing = learner.book.standings.get(&skill.id);
        SkillRow {
            name: skill.title.get(viewer.lang()).to_owned(),
            rung: standing.map(|standing| standing.rung),
            since: standing.map(|standing| day_of(standing.since)),
            assisted: standing.is_some_and(|standing| standing.helper.is_some()),
        }
    };
    app.curriculum.syllabus.skills.iter().map(row).collect()
}

/// What is missing for the profile: skills and the rungs they must reach.
fn missing(app: &App, viewer: &Viewer, learner: &Learner) -> Vec<(String, Rung)> {
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
    if let Some(number) = valid_number(app, learner).await? {
        return Ok(CertificateState::Issued(number));
    }
    if learner.has_attained(&app.curriculum.syllabus) {
        return Ok(CertificateState::Ready);
    }
    Ok(CertificateState::Missing(missing(app, viewer, learner)))
}

async fn valid_number(app: &App, learner: &Learner) -> Result<Option<String>, Problem> {
    let Some(profile) = learner.profile(&app.curriculum.syllabus) else { return Ok(None) };
    let held =
        certificates::find_valid_of(&app.store, learner.person, &profile.id, day_of(clock::now())).await?;
    Ok(held.map(|held| number_of(&held.certificate)))
}

fn number_of(certificate: &Certificate) -> String {
    credential::short_number(*certificate.id.0.as_bytes())
}

/// GET `/certificate?name=…`: ask for the name, then show it once more.
pub(crate) async fn ask(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let learner = learner_of(&app, &viewer).await?;
        if let Some(number) = valid_number(&app, &learner).await? {
            return Ok(respond::see_other(&urls::certificate(&number)));
        }
        let page = ask_page(&app, &viewer, &learner, query.get("name")).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn ask_page(
    app: &App,
    viewer: &Viewer,
    learner: &Learner,
    typed: Option<&str>,
) -> Result<CertificateAsk, Problem> {
    let Some(profile) =
        learner.profile(&app.curriculum.syllabus).filter(|_| learner.has_attained(&app.curriculum.syllabus))
    else {
        return Ok(CertificateAsk::NotYet(missing(app, viewer, learner)));
    };
    let Some(typed) = typed else {
        let facts = people::find(&app.store, learner.person).await?;
        let known = facts.and_then(|facts| facts.name).unwrap_or_default();
        return Ok(CertificateAsk::Name(FormState::default().keep("name", known)));
    };
    Ok(match Name::parse(typed) {
        Ok(name) => CertificateAsk::Check {
            name: name.to_string(),
            profile: profile.title.get(viewer.lang()).to_owned(),
            place: place_of(app, learner, clock::now()),
        },
        Err(bad) => CertificateAsk::Name(refused_name(viewer, typed, bad)),
    })
}

fn refused_name(viewer: &Viewer, typed: &str, bad: BadName) -> FormState {
    let m = Messages(viewer.lang());
    let words = match bad {
        BadName::TooShort => m.ask_empty().to_owned(),
        BadName::TooLong => m.name_too_long().to_owned(),
        BadName::Character(character) => m.name_character(character),
    };
    FormState::default().keep("name", typed).refuse("name", words)
}

/// POST `/certificate`: issue it.
pub(crate) async fn issue(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let now = clock::now();
    let issued = async {
        let learner = learner_of(&app, &viewer).await?;
        if let Some(number) = valid_number(&app, &learner).await? {
            return Ok(respond::see_other(&urls::certificate(&number)));
        }
        let typed = form.get("name").unwrap_or_default();
        let name = match Name::parse(typed) {
            Ok(name) => name,
            Err(bad) => {
                let page = CertificateAsk::Name(refused_name(&viewer, typed, bad));
                return Ok(respond::html(page.page(&viewer.frame(&app))));
            }
        };
        // The form's fresh id is the certificate's, so that sending the form twice issues one.
        let id = CertificateId(act_id(&form, now)?.0);
        match recognition::issue(&learner, &app.curriculum.syllabus, id, name, now) {
            Ok(certificate) => {
                let code = code_of(&app, &certificate)?;
                let number = match certificates::add(
                    &app.store,
                    &certificate,
                    &code,
                    &number_of(&certificate),
                    day_of(now),
                )
                .await?
                {
                    Issued::Added => number_of(&certificate),
                    Issued::AlreadyValid(held) => number_of(&held.certificate),
                };
                Ok(respond::see_other(&urls::certificate(&number)))
            }
            Err(IssueRefused::NoProfile | IssueRefused::NotAttained) => {
                Ok(respond::see_other(&urls::certificate_ask()))
            }
        }
    };
    issued.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

fn code_of(app: &App, certificate: &Certificate) -> Result<String, Problem> {
    credential::issue(&app.keys.signing, &recognition::claims(certificate))
        .map_err(|error| Problem::new(What::Broken(format!("{error:?}"))))
}

/// GET `/certificate/{number}`: the holder's own sheet.
pub(crate) async fn sheet(State(app): State<App>, viewer: Viewer, Path(number): Path<String>) -> Response {
    let shown = async {
        let page = sheet_of(&app, &viewer, &number).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// What stands on a certificate of the viewer's own, on the page and on paper.
pub(crate) async fn sheet_of(app: &App, viewer: &Viewer, number: &str) -> Result<Sheet, Problem> {
    let learner = learner_of(app, viewer).await?;
    let held = certificates::list_of_person(&app.store, learner.person).await?;
    let wanted = credential::parse_short_number(number).ok_or(Problem::new(What::NotFound))?;
    let held = held.into_iter().find(|held| wanted == *held.certificate.id.0.as_bytes());
    let held = held.ok_or(Problem::new(What::NotFound))?;
    let certificate = held.certificate;
    Ok(Sheet {
        number: number_of(&certificate),
        name: certificate.name.to_string(),
        profile: profile_title(app, viewer, &certificate),
        place: app
            .territory
            .path_label(certificate.unit, day_of(certificate.issued_at))
            .filter(|_| certificate.unit != territory::UnitId::COUNTRY),
        skills: skills(app, viewer, &learner),
        issued: day_of(certificate.issued_at),
        until: Some(certificate.valid_until),
        code: held.code,
        origin: origin(app),
        is_demonstration: app.settings.demonstration,
    })
}

fn origin(app: &App) -> String {
    app.settings.public_url.clone().unwrap_or_else(|| app.settings.own_url.clone())
}

fn profile_title(app: &App, viewer: &Viewer, certificate: &Certificate) -> String {
    let profile = app.curriculum.syllabus.profile(&certificate.profile);
    profile.map_or_else(
        || certificate.profile.to_string(),
        |profile| profile.title.get(viewer.lang()).to_owned(),
    )
}

/// GET `/verify/{code}`: anybody may ask whether a certificate is genuine and valid. The code of a QR, or the number
/// printed beside it.
pub(crate) async fn verify(State(app): State<App>, viewer: Viewer, Path(code): Path<String>) -> Response {
    let shown = async {
        let page = check_code(&app, &viewer, &code).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// The certificate of a signed code, or of the number printed beside it.
async fn held_under(app: &App, code: &str) -> Result<Option<StoredCertificate>, Problem> {
    if let Some(number) = credential::parse_short_number(code) {
        // Whoever types a number that two certificates share sees neither: it must be the code then.
        let mut held = certificates::list_of_number(&app.store, &number.to_string()).await?;
        return Ok(if held.len() == 1 { held.pop() } else { None });
    }
    match credential::check(code, &app.keys.verifying) {
        Ok(claims) => {
            let id = CertificateId(uuid::Uuid::from_bytes(claims.certificate));
            Ok(certificates::find(&app.store, id).await?)
        }
        Err(_) => Ok(None),
    }
}

async fn check_code(app: &App, viewer: &Viewer, code: &str) -> Result<Verify, Problem> {
    let Some(held) = held_under(app, code).await? else { return Ok(Verify::NotGenuine) };
    let certificate = held.certificate;
    let genuine = Genuine {
        name: recognition::public_name(&certificate),
        profile: profile_title(app, viewer, &certificate),
        number: number_of(&certificate),
        issued: day_of(certificate.issued_at),
        until: Some(certificate.valid_until),
        is_demonstration: app.settings.demonstration,
    };
    Ok(match held.revoked {
        Some((at, why)) => Verify::Revoked { certificate: genuine, on: day_of(at), reason: why },
        None if day_of(clock::now()) > certificate.valid_until => Verify::Expired(genuine),
        None => Verify::Valid(genuine),
    })
}
