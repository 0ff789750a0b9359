//! What officials see of certificates and do about one: correct, revoke, open a review.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::ids::{CertificateId, ReviewId, StatementId};
use domain::learning::day_of;
use domain::people::Name;
use domain::recognition::{
    self, Certificate, CorrectRefused, Corrector, Life, Naming, Review, ReviewKind, RevokeReason, Status,
    explained,
};
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::official::certificates::RevokedCase;
use pages::official::{ActKind, CertificateCase, CertificateLine, CertificateList, CertificateStatus};
use pages::official::{OfficialAct, Stage};
use pages::ui::FormState;
use pages::urls::{self, Url};
use store::certificates::{self, StoredCertificate};
use store::people::PersonFacts;
use store::reviews::{self, NewReview};
use store::{StoreError, audit, people};

use super::mine::refused_name;
use super::sheet::is_in_review;
use super::{Marks, naming_of, number_of, profile_title};
use crate::app::App;
use crate::audited::{entry, entry_in};
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::standings::{allowed, people_of, unit_name, wanted_unit};
use crate::viewer::{Account, Viewer};

/// How many certificates a sheet of the list holds.
const SHEET: u32 = 50;

/// GET `/certificates?unit=…&q=…&page=…`.
pub(crate) async fn list(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let now = clock::now();
        let unit = wanted_unit(&app, &query, now)?;
        let (account, scope) = people_of(&app, &viewer, unit, now)?;
        if let Some(number) = query.filled("q")
            && let Some(found) = of_number(&app, &viewer, number, now).await?
        {
            return Ok(respond::see_other(&urls::certificate_case(&found.to_string())));
        }
        let page: u32 = query.filled("page").and_then(|page| page.parse().ok()).unwrap_or(0);
        let held = certificates::list_of_units(&app.store, &scope, page.saturating_mul(SHEET), SHEET).await?;
        audit::add(&app.store, &entry(&account.login, "list-certificates", unit.id.as_str(), now)).await?;
        let more = (u32::try_from(held.len()) == Ok(SHEET)).then(|| {
            let same = urls::certificates().with("unit", unit.id.as_str());
            same.with("page", &page.saturating_add(1).to_string())
        });
        let mut lines = Vec::with_capacity(held.len());
        for held in &held {
            lines.push(line(&app, held, now).await?);
        }
        let page = CertificateList {
            unit: unit_name(&app, unit.id, now),
            not_found: query.filled("q").map(str::to_owned),
            lines,
            more,
        };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// The certificate of a number, when the viewer may see it.
async fn of_number(
    app: &App,
    viewer: &Viewer,
    number: &str,
    now: Timestamp,
) -> Result<Option<CertificateId>, Problem> {
    let Some(number) = credential::parse_short_number(number) else { return Ok(None) };
    let held = certificates::list_of_number(&app.store, &number.to_string()).await?;
    let seen = held.iter().find(|held| allowed(app, viewer, held.certificate.unit, now).is_ok());
    Ok(seen.map(|held| held.certificate.id))
}

async fn line(app: &App, held: &StoredCertificate, now: Timestamp) -> Result<CertificateLine, Problem> {
    let it = &held.certificate;
    let facts = people::find(&app.store, it.person).await?;
    let reviews = reviews::list_of_person(&app.store, it.person).await?;
    Ok(CertificateLine {
        id: it.id.to_string(),
        number: number_of(it),
        holder: holder(it, facts.as_ref(), now),
        issued: day_of(it.issued_at),
        status: status(it, &held.life, &reviews, now),
    })
}

/// The holder as officials may read: of a child the initials.
pub(crate) fn holder(certificate: &Certificate, facts: Option<&PersonFacts>, now: Timestamp) -> String {
    let born = facts.and_then(|facts| facts.birth_year);
    Naming::of(certificate, born, day_of(now).year()).apply(&certificate.name)
}

pub(crate) fn status(
    certificate: &Certificate,
    life: &Life,
    reviews: &[Review],
    now: Timestamp,
) -> CertificateStatus {
    match life.status(certificate, day_of(now)) {
        Status::Valid if is_in_review(certificate, reviews) => CertificateStatus::InReview,
        Status::Valid => CertificateStatus::Valid,
        Status::Expired => CertificateStatus::Expired,
        Status::Revoked(_) => CertificateStatus::Revoked,
        Status::Replaced(_) => CertificateStatus::Replaced,
    }
}

/// A certificate and whoever may see it.
async fn held_for<'v>(
    app: &App,
    viewer: &'v Viewer,
    id: &str,
    now: Timestamp,
) -> Result<(StoredCertificate, &'v Account), Problem> {
    let id: CertificateId = id.parse().map_err(|_| Problem::new(What::NotFound))?;
    let held = certificates::find(&app.store, id).await?.ok_or(Problem::new(What::NotFound))?;
    let account = allowed(app, viewer, held.certificate.unit, now)?;
    Ok((held, account))
}

/// GET `/certificates/{id}`.
pub(crate) async fn case(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        let now = clock::now();
        let (held, account) = held_for(&app, &viewer, &id, now).await?;
        audit::add(&app.store, &entry(&account.login, "see-certificate", &id, now)).await?;
        let page = case_page(&app, &viewer, &held, now).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn case_page(
    app: &App,
    viewer: &Viewer,
    held: &StoredCertificate,
    now: Timestamp,
) -> Result<CertificateCase, Problem> {
    let it = &held.certificate;
    let facts = people::find(&app.store, it.person).await?;
    let reviews = reviews::list_of_person(&app.store, it.person).await?;
    let other = |id: CertificateId| (id.to_string(), credential::short_number(*id.0.as_bytes()));
    let marks = it.shown.iter().flat_map(|shown| &shown.rungs);
    let evidence =
        marks.map(|mark| (mark.title.get(viewer.lang()).to_owned(), mark.statement.to_string())).collect();
    Ok(CertificateCase {
        id: it.id.to_string(),
        number: number_of(it),
        holder: holder(it, facts.as_ref(), now),
        person: it.person.to_string(),
        profile: profile_title(app, viewer, it),
        unit: unit_name(app, it.unit, now),
        issued: day_of(it.issued_at),
        until: it.valid_until,
        issued_by: it.issued_by.clone(),
        status: status(it, &held.life, &reviews, now),
        revoked: held.life.revoked.as_ref().map(|revoked| RevokedCase {
            on: day_of(revoked.at),
            reason: revoked.reason,
            words: revoked.words.clone(),
            by: revoked.by.clone(),
        }),
        replaces: it.replaces.map(|replaces| other(replaces.certificate)),
        replaced_by: held.life.replaced_by.map(other),
        evidence,
    })
}

/// A page that asks for one act on a certificate.
async fn act_page(
    app: &App,
    viewer: &Viewer,
    held: &StoredCertificate,
    kind: ActKind,
    (stage, form): (Stage, FormState),
) -> Result<Response, Problem> {
    let m = Messages(viewer.lang());
    let it = &held.certificate;
    let facts = people::find(&app.store, it.person).await?;
    let id = it.id.to_string();
    let page = OfficialAct {
        kind,
        about: vec![
            (m.cert_number().to_owned(), number_of(it)),
            (m.case_holder().to_owned(), holder(it, facts.as_ref(), clock::now())),
        ],
        stage,
        form,
        action: action(kind, &id),
        back: urls::certificate_case(&id),
    };
    Ok(respond::html(page.page(&viewer.frame(app))))
}

fn action(kind: ActKind, id: &str) -> Url {
    match kind {
        ActKind::Correct => urls::certificate_amend(id),
        ActKind::Object => urls::certificate_object(id),
        ActKind::Revoke | ActKind::Void | ActKind::Decide(_) => urls::certificate_revoke(id),
    }
}

/// GET of the three acts on a certificate.
async fn ask(app: App, viewer: Viewer, id: String, kind: ActKind) -> Response {
    let shown = async {
        let (held, _) = held_for(&app, &viewer, &id, clock::now()).await?;
        act_page(&app, &viewer, &held, kind, (Stage::Ask, FormState::default())).await
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/certificates/{id}/revoke`.
pub(crate) async fn ask_revoke(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    ask(app, viewer, id, ActKind::Revoke).await
}

/// GET `/certificates/{id}/correct`.
pub(crate) async fn ask_amend(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    ask(app, viewer, id, ActKind::Correct).await
}

/// GET `/certificates/{id}/review`.
pub(crate) async fn ask_object(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    ask(app, viewer, id, ActKind::Object).await
}

/// The fields of a form, with what is wrong with its words.
pub(crate) fn with_words(viewer: &Viewer, form: &Form) -> FormState {
    let m = Messages(viewer.lang());
    let words = form.get("words").unwrap_or_default();
    let state = FormState::default().keep("reason", form.get("reason").unwrap_or_default());
    let state = state.keep("words", words);
    if explained(words).is_some() { state } else { state.refuse("words", m.act_need_words()) }
}

/// Whether a form was looked at once more and is meant.
pub(crate) fn is_confirmed(form: &Form) -> bool {
    form.get("confirm") == Some("yes")
}

/// POST `/certificates/{id}/revoke`.
pub(crate) async fn revoke(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let done = async {
        let now = clock::now();
        let (held, account) = held_for(&app, &viewer, &id, now).await?;
        let reason = form.filled("reason").and_then(RevokeReason::parse);
        let mut state = with_words(&viewer, &form);
        let Some(reason) = reason.filter(|_| !state.is_refused()) else {
            if reason.is_none() {
                state = state.refuse("reason", Messages(viewer.lang()).act_need_reason());
            }
            return act_page(&app, &viewer, &held, ActKind::Revoke, (Stage::Ask, state)).await;
        };
        if !is_confirmed(&form) {
            return act_page(&app, &viewer, &held, ActKind::Revoke, (Stage::Check, state)).await;
        }
        let words = form.get("words").unwrap_or_default();
        // Revoked before, by this form or another: the page of the certificate says so.
        if let Ok(revocation) = recognition::revoke(&held.life, reason, words, &account.login, now) {
            let row = entry(&account.login, "revoke-certificate", &id, now);
            let row = entry_in(held.certificate.unit, reason.as_str().to_owned(), row);
            let done =
                certificates::revoke(&app.store, audit::step_add(&row), held.certificate.id, &revocation);
            unless_faster(done.await)?;
        }
        Ok(respond::see_other(&urls::certificate_case(&id)))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// Somebody was faster: the page that follows shows what stands now.
pub(crate) fn unless_faster(done: Result<(), StoreError>) -> Result<(), Problem> {
    match done {
        Ok(()) | Err(StoreError::Expectation { .. } | StoreError::Conflict(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// POST `/certificates/{id}/correct`.
pub(crate) async fn amend(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let done = async {
        let now = clock::now();
        let (held, account) = held_for(&app, &viewer, &id, now).await?;
        let typed = form.get("name").unwrap_or_default();
        let ask = |state| act_page(&app, &viewer, &held, ActKind::Correct, (Stage::Ask, state));
        let name = match Name::parse(typed) {
            Ok(name) => name,
            Err(bad) => return ask(refused_name(&viewer, typed, bad)).await,
        };
        let state = FormState::default().keep("name", name.as_str());
        let by = Corrector::Official(account.login.clone());
        let new_id = CertificateId(act_id(&form, now)?.0);
        match recognition::correct(&held.certificate, &held.life, &by, new_id, name, now) {
            Ok(_) if !is_confirmed(&form) => {
                act_page(&app, &viewer, &held, ActKind::Correct, (Stage::Check, state)).await
            }
            Ok((new, ended)) => {
                let marks = Marks::of(&app, &new, naming_of(&app, &new, now).await?)?;
                let row = entry(&account.login, "correct-certificate", &id, now);
                let first = audit::step_add(&entry_in(new.unit, new.id.to_string(), row));
                unless_faster(certificates::replace(&app.store, first, marks.on(&new), Some(&ended)).await)?;
                Ok(respond::see_other(&urls::certificate_case(&id)))
            }
            Err(CorrectRefused::SameName) => {
                ask(state.refuse("name", Messages(viewer.lang()).correct_same())).await
            }
            Err(CorrectRefused::NotValid | CorrectRefused::OnlyOnce | CorrectRefused::TooLate) => {
                Ok(respond::see_other(&urls::certificate_case(&id)))
            }
        }
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// POST `/certificates/{id}/review`.
pub(crate) async fn object(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let done = async {
        let now = clock::now();
        let (held, account) = held_for(&app, &viewer, &id, now).await?;
        let state = with_words(&viewer, &form);
        if state.is_refused() {
            return act_page(&app, &viewer, &held, ActKind::Object, (Stage::Ask, state)).await;
        }
        if !is_confirmed(&form) {
            return act_page(&app, &viewer, &held, ActKind::Object, (Stage::Check, state)).await;
        }
        let it = &held.certificate;
        if !matches!(held.life.status(it, day_of(now)), Status::Revoked(_)) {
            return Ok(respond::see_other(&urls::certificate_case(&id)));
        }
        let StatementId(act) = act_id(&form, now)?;
        let new = NewReview {
            id: ReviewId(act),
            person: it.person,
            kind: ReviewKind::Objection,
            subject: it.id.to_string(),
            unit: it.unit,
            why: explained(form.get("words").unwrap_or_default()).unwrap_or_default(),
            at: now,
            by: Some(account.login.clone()),
        };
        let row = entry_in(it.unit, new.id.to_string(), entry(&account.login, "open-review", &id, now));
        unless_faster(
            reviews::decide(&app.store, reviews::step_open(&new).then(audit::step_add(&row))).await,
        )?;
        Ok(respond::see_other(&urls::reviews().with("unit", it.unit.as_str())))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
