//! Certificates over HTTP: the holder's own, what everybody may check, what officials do.

pub(crate) mod batch;
pub(crate) mod mine;
pub(crate) mod official;
pub(crate) mod sheet;
pub(crate) mod verify;

use domain::ids::PersonId;
use domain::learning::{Learner, day_of};
use domain::recognition::{Certificate, Naming, Shown, Terms, claims, taken_back};
use jiff::Timestamp;
use store::certificates::{self, Printed, StoredCertificate};
use store::people;

use crate::app::App;
use crate::clock;
use crate::problem::{Problem, What};
use crate::viewer::Viewer;

/// The short number printed beside the QR.
pub(crate) fn number_of(certificate: &Certificate) -> String {
    credential::short_number(*certificate.id.0.as_bytes())
}

/// The certificate that a person holds now of the profile asked of them.
pub(crate) async fn valid_of(app: &App, learner: &Learner) -> Result<Option<StoredCertificate>, Problem> {
    let Some(profile) = learner.profile(&app.curriculum.syllabus) else { return Ok(None) };
    let today = day_of(clock::now());
    Ok(certificates::find_valid_of(&app.store, learner.person, &profile.id, today).await?)
}

/// The certificate that was taken from a person and stands in the way of another one.
pub(crate) async fn taken_back_of(app: &App, learner: &Learner) -> Result<Option<Certificate>, Problem> {
    let held = certificates::list_of_person(&app.store, learner.person).await?;
    let held = held.iter().map(|held| (&held.certificate, &held.life));
    Ok(taken_back(held, &learner.book).cloned())
}

/// The terms on which a learner gets a certificate.
pub(crate) fn terms_of(app: &App, learner: &Learner, now: Timestamp) -> Option<Terms> {
    let profile = learner.profile(&app.curriculum.syllabus)?;
    let province = learner.book.place.province(&app.territory, day_of(now));
    Some(Terms::of(profile, &app.curriculum, learner, province))
}

/// A certificate of a person by the number in an address.
pub(crate) async fn of_number(
    app: &App,
    person: PersonId,
    number: &str,
) -> Result<StoredCertificate, Problem> {
    let wanted = credential::parse_short_number(number).ok_or(Problem::new(What::NotFound))?;
    let held = certificates::list_of_person(&app.store, person).await?;
    held.into_iter()
        .find(|held| wanted == *held.certificate.id.0.as_bytes())
        .ok_or(Problem::new(What::NotFound))
}

/// How the holder of a certificate is named to everybody else.
pub(crate) async fn naming_of(
    app: &App,
    certificate: &Certificate,
    now: Timestamp,
) -> Result<Naming, Problem> {
    let facts = people::find(&app.store, certificate.person).await?;
    let born = facts.and_then(|facts| facts.birth_year);
    Ok(Naming::of(certificate, born, day_of(now).year()))
}

/// What is printed on a certificate beside its words: the signed code and the short number.
pub(crate) struct Marks {
    pub(crate) code: String,
    pub(crate) number: String,
}

impl Marks {
    /// Signs a certificate; anybody who scans it reads the holder named in this way.
    pub(crate) fn of(app: &App, certificate: &Certificate, naming: Naming) -> Result<Self, Problem> {
        let keys = app.keys.now();
        if !keys.is_believed() {
            return Err(Problem::new(What::Unavailable("the key that signs was revoked".into())));
        }
        let code = credential::issue(&keys.signing, &claims(certificate, naming));
        let code = code.map_err(|error| Problem::new(What::Broken(format!("{error:?}"))))?;
        Ok(Self { code, number: number_of(certificate) })
    }

    /// A certificate with these marks, to be kept.
    pub(crate) fn on<'a>(&'a self, certificate: &'a Certificate) -> Printed<'a> {
        Printed { certificate, code: &self.code, number: &self.number, batch: None }
    }
}

/// The title of what was met: as it was on the day of issue, or today's for those from before this was kept.
pub(crate) fn profile_title(app: &App, viewer: &Viewer, certificate: &Certificate) -> String {
    let shown = certificate.shown.as_ref().map(|shown: &Shown| &shown.profile);
    let title =
        shown.or_else(|| app.curriculum.syllabus.profile(&certificate.profile).map(|profile| &profile.title));
    title.map_or_else(|| certificate.profile.to_string(), |title| title.get(viewer.lang()).to_owned())
}

/// The name of its unit, as it was called on the day of issue; nothing where no commune was told.
pub(crate) fn place_of(app: &App, certificate: &Certificate) -> Option<String> {
    app.territory
        .path_label(certificate.unit, day_of(certificate.issued_at))
        .filter(|_| certificate.unit != territory::UnitId::COUNTRY)
}

/// Scheme and host under which people reach this house.
pub(crate) fn origin(app: &App) -> String {
    app.settings.public_url.clone().unwrap_or_else(|| app.settings.own_url.clone())
}
