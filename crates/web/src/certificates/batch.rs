//! Certificates for a class or a ward at once. Each person is one transaction, so that a long list can be gone on with where it
//! broke off, and sending the form twice gives nobody two.

use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::ids::{CertificateId, SittingId, StatementId};
use domain::learning::{Learner, day_of};
use domain::people::{Name, is_child};
use domain::recognition::{self, Certificate};
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::official::{Batch, BatchLine, Card, Cards, NotYet};
use pages::urls;
use store::certificates::{self, Printed, StoredCertificate};
use store::people::{self, PersonFacts};
use store::{audit, sittings};
use territory::UnitId;

use super::official::holder;
use super::{Marks, naming_of, number_of, origin, profile_title, taken_back_of, terms_of, valid_of};
use crate::acts;
use crate::app::App;
use crate::audited::{entry, entry_in};
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::standings::{allowed, people_of, unit_name, wanted_unit};
use crate::viewer::{Account, Viewer};

/// How many people one form issues to; the next ones come when it is sent again.
const PEOPLE_MAX: u32 = 200;

/// Which list it is.
enum Of {
    Unit(UnitId),
    Sitting(SittingId, UnitId),
}

impl Of {
    const fn unit(&self) -> UnitId {
        match self {
            Self::Unit(unit) | Self::Sitting(_, unit) => *unit,
        }
    }

    /// What the form sends along to find the list again.
    fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::Unit(unit) => vec![("unit".into(), unit.to_string())],
            Self::Sitting(id, _) => vec![("sitting".into(), id.to_string())],
        }
    }
}

/// Somebody on the list.
struct Listed {
    line: BatchLine,
    /// Who gets one, under which name.
    ready: Option<(Learner, Name)>,
}

/// The list that is asked for, and the account, if it may issue there.
async fn wanted<'v>(
    app: &App,
    viewer: &'v Viewer,
    form: &Form,
    now: Timestamp,
) -> Result<(Of, Vec<Listed>, &'v Account), Problem> {
    if let Some(id) = form.filled("sitting") {
        let id: SittingId = id.parse().map_err(|_| Problem::new(What::NotFound))?;
        let sitting = sittings::find(&app.store, id).await?.ok_or(Problem::new(What::NotFound))?;
        let account = allowed(app, viewer, sitting.unit, now)?;
        let listed = of_sitting(app, viewer, id, now).await?;
        return Ok((Of::Sitting(id, sitting.unit), listed, account));
    }
    let unit = wanted_unit(app, form, now)?;
    let (account, scope) = people_of(app, viewer, unit, now)?;
    let people = certificates::list_without(&app.store, &scope, day_of(now), PEOPLE_MAX).await?;
    let mut listed = Vec::with_capacity(people.len());
    for facts in people {
        let learner = acts::learner(app, facts.id).await?;
        let name = facts.name.as_deref().and_then(|name| Name::parse(name).ok());
        let hint: Vec<String> =
            facts.birth_year.map(|year| year.to_string()).into_iter().chain(facts.hamlet.clone()).collect();
        let born = facts.birth_year;
        listed.push(listed_of(app, viewer, learner, (name, born, hint.join(" · ")), now).await?);
    }
    Ok((Of::Unit(unit.id), listed, account))
}

async fn of_sitting(
    app: &App,
    viewer: &Viewer,
    id: SittingId,
    now: Timestamp,
) -> Result<Vec<Listed>, Problem> {
    let m = Messages(viewer.lang());
    let seats = sittings::list_seats(&app.store, id).await?;
    let mut listed = Vec::with_capacity(seats.len());
    for seat in seats {
        let hint = m.batch_seat(seat.no);
        let Some(person) = seat.person else {
            let is_child = is_child(seat.birth_year, day_of(now).year());
            let name = if is_child { seat.name.initials() } else { seat.name.to_string() };
            listed
                .push(Listed { line: BatchLine { name, hint, not_yet: Some(NotYet::NotHere) }, ready: None });
            continue;
        };
        let learner = acts::learner(app, person).await?;
        listed.push(listed_of(app, viewer, learner, (Some(seat.name), seat.birth_year, hint), now).await?);
    }
    Ok(listed)
}

async fn listed_of(
    app: &App,
    viewer: &Viewer,
    learner: Learner,
    (name, born, hint): (Option<Name>, Option<i16>, String),
    now: Timestamp,
) -> Result<Listed, Problem> {
    let is_pupil = learner.book.place.group().is_some_and(|group| group.as_str() == "pupil");
    let is_young = is_pupil || is_child(born, day_of(now).year());
    let shown = match &name {
        Some(name) if is_young => name.initials(),
        Some(name) => name.to_string(),
        None => Messages(viewer.lang()).nameless().to_owned(),
    };
    let not_yet = if !learner.has_attained(&app.curriculum.syllabus) {
        Some(NotYet::NotMet)
    } else if taken_back_of(app, &learner).await?.is_some() {
        Some(NotYet::TakenBack)
    } else if valid_of(app, &learner).await?.is_some() {
        Some(NotYet::Has)
    } else if name.is_none() {
        Some(NotYet::NoName)
    } else {
        None
    };
    let ready = name.filter(|_| not_yet.is_none()).map(|name| (learner, name));
    Ok(Listed { line: BatchLine { name: shown, hint, not_yet }, ready })
}

/// GET `/certificates/batch?unit=…` or `?sitting=…`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let now = clock::now();
        let (of, listed, account) = wanted(&app, &viewer, &query, now).await?;
        let row = entry(&account.login, "list-for-certificates", of.unit().as_str(), now);
        audit::add(&app.store, &row).await?;
        let page = Batch {
            place: unit_name(&app, of.unit(), now).name,
            lines: listed.into_iter().map(|listed| listed.line).collect(),
            of: of.fields(),
            back: urls::certificates().with("unit", of.unit().as_str()),
        };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// POST `/certificates/batch`.
pub(crate) async fn issue(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let done = async {
        let now = clock::now();
        let (of, listed, account) = wanted(&app, &viewer, &form, now).await?;
        let batch = act_id(&form, now)?;
        for (learner, name) in listed.into_iter().filter_map(|listed| listed.ready) {
            issue_one(&app, account, batch, &learner, name, now).await?;
        }
        let cards = urls::certificate_cards().with("batch", &batch.to_string());
        Ok(respond::see_other(&cards.with("unit", of.unit().as_str())))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn issue_one(
    app: &App,
    account: &Account,
    batch: StatementId,
    learner: &Learner,
    name: Name,
    now: Timestamp,
) -> Result<(), Problem> {
    let Some(terms) = terms_of(app, learner, now) else { return Ok(()) };
    let id = CertificateId::mint(now, clock::chance());
    let issued = recognition::issue(learner, &app.curriculum.syllabus, &terms, id, name, now);
    // Somebody whose evidence was voided while the list was shown gets none.
    let Ok(issued) = issued else { return Ok(()) };
    let new = Certificate { issued_by: Some(account.login.clone()), ..issued };
    let marks = Marks::of(app, &new, naming_of(app, &new, now).await?)?;
    let row = entry(&account.login, "issue-certificate", &id.to_string(), now);
    let first = audit::step_add(&entry_in(new.unit, batch.to_string(), row));
    let printed = Printed { batch: Some(batch), ..marks.on(&new) };
    certificates::add_after(&app.store, first, printed, day_of(now)).await?;
    Ok(())
}

/// GET `/certificates/cards?batch=…&unit=…`.
pub(crate) async fn cards(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let now = clock::now();
        let unit = wanted_unit(&app, &query, now)?;
        let account = allowed(&app, &viewer, unit.id, now)?;
        let batch: StatementId =
            query.filled("batch").and_then(|id| id.parse().ok()).ok_or(Problem::new(What::NotFound))?;
        let held = certificates::list_of_batch(&app.store, batch).await?;
        // A class may hold people of other communes: who issued their certificates sees the cards too.
        let may = |held: &StoredCertificate| {
            held.certificate.issued_by.as_ref() == Some(&account.login)
                || allowed(&app, &viewer, held.certificate.unit, now).is_ok()
        };
        let mut cards = Vec::new();
        for held in held.iter().filter(|held| may(held) && held.life.is_valid_at(&held.certificate, now)) {
            let facts = people::find(&app.store, held.certificate.person).await?;
            cards.push(card(&app, &viewer, held, facts.as_ref(), now));
        }
        audit::add(&app.store, &entry(&account.login, "see-cards", &batch.to_string(), now)).await?;
        let own = |held: &StoredCertificate| held.certificate.issued_by.as_ref() == Some(&account.login);
        let file = held.iter().any(own).then(|| urls::certificate_batch_cards(&batch.to_string()));
        let page = Cards {
            cards,
            file,
            origin: origin(&app),
            is_demonstration: app.settings.demonstration,
            back: urls::certificates().with("unit", unit.id.as_str()),
        };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

fn card(
    app: &App,
    viewer: &Viewer,
    held: &StoredCertificate,
    facts: Option<&PersonFacts>,
    now: Timestamp,
) -> Card {
    let it = &held.certificate;
    Card {
        name: holder(it, facts, now),
        profile: profile_title(app, viewer, it),
        number: number_of(it),
        until: it.valid_until,
        code: held.code.clone(),
    }
}
