//! The holder's own: ask for it, correct the name, renew it.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::ids::CertificateId;
use domain::learning::{Learner, day_of};
use domain::people::{BadName, Name};
use domain::recognition::{self, Certificate, CorrectRefused, Corrector, Revocation};
use jiff::Timestamp;
use pages::certificate_ask::CertificateAsk;
use pages::certificate_correct::CertificateCorrect;
use pages::learning::Form;
use pages::messages::Messages;
use pages::ui::FormState;
use pages::urls::{self, Url};
use store::StoreError;
use store::certificates::{self, Issued, StoredCertificate};
use store::db::Batch;
use store::people;

use super::{Marks, naming_of, number_of, of_number, taken_back_of, terms_of, valid_of};
use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::learning::learner_of;
use crate::me::{missing, place_of};
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// GET `/certificate?name=…`: ask for the name, then show it once more.
pub(crate) async fn ask(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let learner = learner_of(&app, &viewer).await?;
        if let Some(sheet) = sheet_instead(&app, &learner).await? {
            return Ok(respond::see_other(&sheet));
        }
        let page = ask_page(&app, &viewer, &learner, query.get("name")).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// The sheet to show instead of asking for another one: of the certificate that is valid, or of one that was taken back.
async fn sheet_instead(app: &App, learner: &Learner) -> Result<Option<Url>, Problem> {
    let held = match valid_of(app, learner).await? {
        Some(valid) => Some(valid.certificate),
        None => taken_back_of(app, learner).await?,
    };
    Ok(held.map(|held| urls::certificate(&number_of(&held))))
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

/// What was typed, and what is wrong with it as a name.
pub(crate) fn refused_name(viewer: &Viewer, typed: &str, bad: BadName) -> FormState {
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
        if let Some(sheet) = sheet_instead(&app, &learner).await? {
            return Ok(respond::see_other(&sheet));
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
        let Some(terms) = terms_of(&app, &learner, now) else {
            return Ok(respond::see_other(&urls::certificate_ask()));
        };
        let Ok(new) = recognition::issue(&learner, &app.curriculum.syllabus, &terms, id, name, now) else {
            return Ok(respond::see_other(&urls::certificate_ask()));
        };
        let marks = Marks::of(&app, &new, naming_of(&app, &new, now).await?)?;
        let added = certificates::add(&app.store, &new, &marks.code, &marks.number, day_of(now)).await?;
        let number = match added {
            Issued::Added => marks.number,
            Issued::AlreadyValid(held) => number_of(&held.certificate),
        };
        Ok(respond::see_other(&urls::certificate(&number)))
    };
    issued.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/certificate/{number}/correct?name=…`: ask for the name, then show it once more.
pub(crate) async fn correct_form(
    State(app): State<App>,
    viewer: Viewer,
    Path(number): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let held = own(&app, &viewer, &number).await?;
        let page = correct_page(&viewer, &held, query.get("name"), clock::now());
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn own(app: &App, viewer: &Viewer, number: &str) -> Result<StoredCertificate, Problem> {
    let learner = learner_of(app, viewer).await?;
    of_number(app, learner.person, number).await
}

fn correct_page(
    viewer: &Viewer,
    held: &StoredCertificate,
    typed: Option<&str>,
    now: Timestamp,
) -> CertificateCorrect {
    let (old, number) = (&held.certificate, number_of(&held.certificate));
    if recognition::may_correct(old, &held.life, &Corrector::Holder, now).is_err() {
        return CertificateCorrect::AskOfficer { number };
    }
    let Some(typed) = typed else {
        return CertificateCorrect::Name {
            number,
            form: FormState::default().keep("name", old.name.as_str()),
        };
    };
    match Name::parse(typed) {
        Ok(name) if name == old.name => CertificateCorrect::Name { number, form: same_name(viewer, typed) },
        Ok(name) => CertificateCorrect::Check { number, old: old.name.to_string(), new: name.to_string() },
        Err(bad) => CertificateCorrect::Name { number, form: refused_name(viewer, typed, bad) },
    }
}

fn same_name(viewer: &Viewer, typed: &str) -> FormState {
    FormState::default().keep("name", typed).refuse("name", Messages(viewer.lang()).correct_same())
}

/// POST `/certificate/{number}/correct`.
pub(crate) async fn correct(
    State(app): State<App>,
    viewer: Viewer,
    Path(number): Path<String>,
    Posted(form): Posted,
) -> Response {
    let now = clock::now();
    let done = async {
        let held = own(&app, &viewer, &number).await?;
        let id = CertificateId(act_id(&form, now)?.0);
        // Sent twice: the first time made the new one.
        if held.life.replaced_by == Some(id) {
            return Ok(respond::see_other(&urls::certificate(&credential::short_number(*id.0.as_bytes()))));
        }
        let typed = form.get("name").unwrap_or_default();
        let Ok(name) = Name::parse(typed) else {
            let page = correct_page(&viewer, &held, Some(typed), now);
            return Ok(respond::html(page.page(&viewer.frame(&app))));
        };
        let holder = Corrector::Holder;
        match recognition::correct(&held.certificate, &held.life, &holder, id, name, now) {
            Ok((new, ended)) => put_in_place(&app, &new, Some(&ended), now).await,
            Err(CorrectRefused::SameName) => {
                let form = same_name(&viewer, typed);
                let page = CertificateCorrect::Name { number, form };
                Ok(respond::html(page.page(&viewer.frame(&app))))
            }
            Err(CorrectRefused::NotValid | CorrectRefused::OnlyOnce | CorrectRefused::TooLate) => {
                let page = CertificateCorrect::AskOfficer { number };
                Ok(respond::html(page.page(&viewer.frame(&app))))
            }
        }
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// Keeps a certificate in the place of another and shows it.
async fn put_in_place(
    app: &App,
    new: &Certificate,
    ended: Option<&Revocation>,
    now: Timestamp,
) -> Result<Response, Problem> {
    let marks = Marks::of(app, new, naming_of(app, new, now).await?)?;
    match certificates::replace(&app.store, Batch::new(), marks.on(new), ended).await {
        Ok(()) => {}
        // Another request was faster: what stands now is shown.
        Err(StoreError::Expectation { .. } | StoreError::Conflict(_)) => {
            return Ok(respond::see_other(&urls::me()));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(respond::see_other(&urls::certificate(&marks.number)))
}

/// POST `/certificate/{number}/renew`.
pub(crate) async fn renew(
    State(app): State<App>,
    viewer: Viewer,
    Path(number): Path<String>,
    Posted(form): Posted,
) -> Response {
    let now = clock::now();
    let done = async {
        let learner = learner_of(&app, &viewer).await?;
        let held = of_number(&app, learner.person, &number).await?;
        let (old, life) = (&held.certificate, &held.life);
        let id = CertificateId(act_id(&form, now)?.0);
        let terms = terms_of(&app, &learner, now).ok_or(Problem::new(What::NotFound))?;
        let syllabus = &app.curriculum.syllabus;
        match recognition::renew(old, life, &learner, syllabus, &terms, id, now) {
            Ok(new) => put_in_place(&app, &new, None, now).await,
            // Too early, not met, or done before: the sheet says which.
            Err(_) => Ok(respond::see_other(&urls::certificate(&number_of(old)))),
        }
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
