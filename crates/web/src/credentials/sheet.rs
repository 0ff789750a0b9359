//! A certificate as a credential of Open Badges, for its holder alone.

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use credential::vc::{
    Achievement, AchievementCredential, Alignment, Evidence, ProofOptions, Recipient, badge_png, bake_png,
    bake_svg, sign, to_jwt,
};
use domain::content::SkillPlace;
use domain::recognition::{Certificate, Naming, RungMark, Shown};
use domain::text::Lang;
use jiff::Timestamp;
use pages::badge::Badge;
use pages::messages::Messages;
use pages::urls;
use serde_json::Value;

use super::{address, profile, signer, status};
use crate::app::App;
use crate::certificates::{naming_of, of_number};
use crate::clock;
use crate::learning::learner_of;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// The language of what a credential says: that of the certificate on paper.
const WORDS: Messages = Messages(Lang::Vi);

/// A form in which a credential can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Document,
    Token,
    Drawing,
    Picture,
}

/// GET `/certificate/{number}/credential.json`.
pub(crate) async fn document(app: State<App>, viewer: Viewer, number: Path<String>) -> Response {
    answer(app, viewer, number, Form::Document).await
}

/// GET `/certificate/{number}/credential.jwt`.
pub(crate) async fn token(app: State<App>, viewer: Viewer, number: Path<String>) -> Response {
    answer(app, viewer, number, Form::Token).await
}

/// GET `/certificate/{number}/credential.svg`.
pub(crate) async fn drawing(app: State<App>, viewer: Viewer, number: Path<String>) -> Response {
    answer(app, viewer, number, Form::Drawing).await
}

/// GET `/certificate/{number}/credential.png`.
pub(crate) async fn picture(app: State<App>, viewer: Viewer, number: Path<String>) -> Response {
    answer(app, viewer, number, Form::Picture).await
}

async fn answer(State(app): State<App>, viewer: Viewer, Path(number): Path<String>, form: Form) -> Response {
    let made = async {
        let learner = learner_of(&app, &viewer).await?;
        let certificate = of_number(&app, learner.person, &number).await?.certificate;
        let unsigned = credential_of(&app, &certificate).await?.to_json();
        written(&app, &certificate, &unsigned, form)
    };
    match made.await {
        Ok(response) => named(response, &format!("{number}.{}", form.ending())),
        Err(problem) => viewer.problem(&app, problem),
    }
}

impl Form {
    const fn ending(self) -> &'static str {
        match self {
            Self::Document => "json",
            Self::Token => "jwt",
            Self::Drawing => "svg",
            Self::Picture => "png",
        }
    }
}

/// A file to keep, under this name.
fn named(mut response: Response, name: &str) -> Response {
    let plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter));
    let file = if plain { format!("attachment; filename=\"{name}\"") } else { "attachment".to_owned() };
    if let Ok(value) = HeaderValue::from_str(&file) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

fn written(app: &App, certificate: &Certificate, unsigned: &Value, form: Form) -> Result<Response, Problem> {
    let signed =
        || sign(unsigned, &signer(app, &app.keys.now()), &ProofOptions::issued(clock::now())).to_string();
    let broken = || Problem::new(What::Broken("a badge can't be baked".into()));
    Ok(match form {
        Form::Document => respond::typed("application/vc", signed()),
        Form::Token => respond::typed("application/vc+jwt", to_jwt(unsigned, &signer(app, &app.keys.now()))),
        Form::Drawing => {
            let badge = Badge { title: title(app, certificate), issuer: WORDS.product().to_owned() };
            let baked = bake_svg(&badge.svg(), &signed()).ok_or_else(broken)?;
            respond::typed("image/svg+xml", baked)
        }
        Form::Picture => respond::typed("image/png", bake_png(&badge_png(), &signed()).ok_or_else(broken)?),
    })
}

async fn credential_of(app: &App, certificate: &Certificate) -> Result<AchievementCredential, Problem> {
    let status = status::entry(app, &certificate.id.to_string()).await?;
    Ok(AchievementCredential {
        id: format!("urn:uuid:{}", certificate.id),
        name: title(app, certificate),
        issuer: profile(app),
        valid_from: certificate.issued_at,
        valid_until: end_of(certificate),
        recipient: recipient(certificate, naming_of(app, certificate, clock::now()).await?),
        achievement: achievement(app, certificate),
        evidence: evidence(certificate),
        status: Some(status),
    })
}

/// The last second of the last day, in Viet Nam.
fn end_of(certificate: &Certificate) -> Option<Timestamp> {
    let last = certificate.valid_until.at(23, 59, 59, 0);
    jiff::tz::offset(7).to_timestamp(last).ok()
}

/// Children are named nowhere in clear: who knows the name can compare it.
fn recipient(certificate: &Certificate, naming: Naming) -> Recipient {
    let name = certificate.name.to_string();
    match naming {
        Naming::Whole => Recipient::Named(name),
        Naming::Initials => {
            let salt = clock::bytes::<16>().iter().map(|byte| format!("{byte:02x}")).collect();
            Recipient::Hashed { name, salt }
        }
    }
}

fn title(app: &App, certificate: &Certificate) -> String {
    let shown = certificate.shown.as_ref().map(|shown| &shown.profile);
    let kept = shown.or_else(|| Some(&app.curriculum.syllabus.profile(&certificate.profile)?.title));
    let title = kept.map_or_else(|| certificate.profile.to_string(), |title| title.get(Lang::Vi).to_owned());
    if app.settings.demonstration { WORDS.badge_name_demo(&title) } else { title }
}

fn achievement(app: &App, certificate: &Certificate) -> Achievement {
    let name = title(app, certificate);
    let shown = certificate.shown.as_ref();
    Achievement {
        id: address(app, &urls::issuer().at(certificate.profile.as_str())),
        description: WORDS.badge_about(&name),
        criteria: WORDS.badge_criteria(&shown.map_or_else(|| name.clone(), rungs)),
        kind: "Certificate",
        language: "vi",
        alignments: shown.map(|shown| alignments(app, certificate, shown)).unwrap_or_default(),
        name,
    }
}

/// The skills with the rungs that they were on.
fn rungs(shown: &Shown) -> String {
    let one = |mark: &RungMark| format!("{} ({})", mark.title.get(Lang::Vi), WORDS.rung(mark.rung));
    shown.rungs.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The profile in its framework, then the competences that its skills answer to.
fn alignments(app: &App, certificate: &Certificate, shown: &Shown) -> Vec<Alignment> {
    let places = shown.rungs.iter().filter_map(|mark| app.curriculum.places.get(&mark.skill)).flatten();
    let places: BTreeSet<&SkillPlace> = places.collect();
    let competences = places.into_iter().filter_map(|place| competence(app, place));
    alignment(app, certificate, shown).into_iter().chain(competences).collect()
}

fn competence(app: &App, at: &SkillPlace) -> Option<Alignment> {
    let framework = app.curriculum.framework(&at.place.framework)?;
    let (code, title) = (&at.place.code, &framework.competence(&at.place.code)?.title);
    let level = framework.levels().find(|level| at.level.as_ref() == Some(&level.code));
    let name = level.map_or_else(
        || title.get(Lang::Vi).to_owned(),
        |level| format!("{} ({})", title.get(Lang::Vi), level.title.get(Lang::Vi)),
    );
    Some(Alignment {
        framework: format!("{} {}", framework.title.get(Lang::Vi), framework.version),
        name,
        url: address(app, &urls::issuer().at(&format!("framework-{}", framework.id))),
        code: level.map_or_else(|| code.to_string(), |level| format!("{code}.{}", level.code)),
    })
}

fn alignment(app: &App, certificate: &Certificate, shown: &Shown) -> Option<Alignment> {
    let framework = shown.framework.as_ref()?;
    Some(Alignment {
        framework: format!("{} {}", framework.title.get(Lang::Vi), framework.version),
        name: shown.profile.get(Lang::Vi).to_owned(),
        url: address(app, &urls::issuer().at(&format!("framework-{}", framework.id))),
        code: certificate.profile.to_string(),
    })
}

/// How the holder was seen to do it.
fn evidence(certificate: &Certificate) -> Vec<Evidence> {
    let one = |shown: &Shown| Evidence {
        name: WORDS.badge_evidence().to_owned(),
        narrative: WORDS.assurance(shown.assurance).to_owned(),
    };
    certificate.shown.as_ref().map(one).into_iter().collect()
}
