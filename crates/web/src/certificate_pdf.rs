//! The certificate as a file: a sheet for the wall, a card for the wallet, which are its holder's alone, as the page is; and the
//! cards of a class, for the official who issued them.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::ids::StatementId;
use domain::standing::Rung;
use pages::certificate::Certificate;
use pages::me::SkillRow;
use pages::messages::Messages;
use pages::urls;
use print::{Card, CertificateSheet, PrintRefused, Proof, Signature, Skill};
use store::{audit, certificates};

use crate::app::App;
use crate::audited::entry;
use crate::certificates::naming_of;
use crate::certificates::sheet::{own_sheet, sheet as certificate_of};
use crate::clock;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

const PDF: &str = "application/pdf";

/// GET `/certificate/{number}/certificate.pdf`.
pub(crate) async fn sheet(State(app): State<App>, viewer: Viewer, Path(number): Path<String>) -> Response {
    let m = Messages(viewer.lang());
    let file = async {
        let certificate = printable(&app, &viewer, &number).await?;
        let name = format!("{}-{}.pdf", m.cert_file(), certificate.number);
        let sheet = worded(m, &certificate);
        let bytes = made(Some(&certificate.number), move || print::certificate_a4(&sheet)).await?;
        Ok(respond::file(PDF, &name, bytes))
    };
    file.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/certificate/{number}/card.pdf`.
pub(crate) async fn card(State(app): State<App>, viewer: Viewer, Path(number): Path<String>) -> Response {
    let m = Messages(viewer.lang());
    let file = async {
        let certificate = printable(&app, &viewer, &number).await?;
        let name = format!("{}-{}.pdf", m.cert_card_file(), certificate.number);
        let card = worded_card(m, &certificate);
        let bytes = made(Some(&certificate.number), move || print::certificate_card(&card)).await?;
        Ok(respond::file(PDF, &name, bytes))
    };
    file.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/certificates/batch/{batch}/cards.pdf`: for the account that issued them, and for nobody else.
pub(crate) async fn class(State(app): State<App>, viewer: Viewer, Path(batch): Path<String>) -> Response {
    let m = Messages(viewer.lang());
    let file = async {
        let login = &viewer.account.as_ref().ok_or(Problem::new(What::Forbidden))?.login;
        let batch: StatementId = batch.parse().map_err(|_| Problem::new(What::NotFound))?;
        let cards = cards_of(&app, &viewer, batch, login).await?;
        let first = cards.first().ok_or(Problem::new(What::NotFound))?;
        let name = format!("{}-{}.pdf", m.cert_class_file(), first.issued);
        audit::add(&app.store, &entry(login, "print-cards", &batch.to_string(), clock::now())).await?;
        let bytes = made(None, move || print::card_sheet(m.cert_class_title(), &cards)).await?;
        Ok(respond::file(PDF, &name, bytes))
    };
    file.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// The cards of what an account issued with one form, without those that were taken back since. Children are shown to an
/// official by their initials, on paper too.
async fn cards_of(app: &App, viewer: &Viewer, batch: StatementId, login: &str) -> Result<Vec<Card>, Problem> {
    let held = certificates::list_of_batch(&app.store, batch).await?;
    let own = held.iter().filter(|held| held.certificate.issued_by.as_deref() == Some(login));
    let (now, m) = (clock::now(), Messages(viewer.lang()));
    let mut cards = Vec::new();
    for held in own {
        let page = certificate_of(app, viewer, held, Vec::new(), now);
        if page.can_be_printed() {
            let naming = naming_of(app, &held.certificate, now).await?;
            cards.push(Card { name: naming.apply(&held.certificate.name), ..worded_card(m, &page) });
        }
    }
    Ok(cards)
}

/// What is printed: no paper is made of a certificate that was taken back.
async fn printable(app: &App, viewer: &Viewer, number: &str) -> Result<Certificate, Problem> {
    let certificate = own_sheet(app, viewer, number).await?;
    if certificate.can_be_printed() { Ok(certificate) } else { Err(Problem::new(What::NotFound)) }
}

/// The bytes of a file, made beside the threads that answer: a class takes tens of milliseconds.
async fn made(
    number: Option<&str>,
    print: impl FnOnce() -> Result<Vec<u8>, PrintRefused> + Send + 'static,
) -> Result<Vec<u8>, Problem> {
    let printed = tokio::task::spawn_blocking(print).await;
    let printed = printed.map_err(|error| Problem::new(What::Broken(error.to_string())))?;
    printed.map_err(|refused| match refused {
        PrintRefused::Letter(letter) => {
            Problem::new(What::NoShape { letter, number: number.map(str::to_owned) })
        }
        other => Problem::new(What::Broken(other.to_string())),
    })
}

/// The words on the sheet.
fn worded(m: Messages, certificate: &Certificate) -> CertificateSheet {
    CertificateSheet {
        lang: m.0.tag(),
        product: m.product().into(),
        title: m.cert_title().into(),
        certifies: m.cert_of().into(),
        name: certificate.name.clone(),
        has: m.cert_has(&certificate.profile),
        details: details(m, certificate),
        skills_title: m.cert_skills().into(),
        skills_overleaf: m.cert_overleaf().into(),
        skills: certificate.skills.iter().map(|skill| worded_skill(m, skill)).collect(),
        facts: [
            number(m, certificate),
            (m.cert_issued().into(), m.date(certificate.issued)),
            until(m, certificate),
        ]
        .into_iter()
        .chain(assurance(m, certificate))
        .collect(),
        signature: Signature {
            title: m.cert_signed_by().into(),
            unit: certificate.confirmed_by.clone(),
            hint: m.cert_sign_hint().into(),
        },
        proof: proof(m, certificate),
        demonstration: demonstration(m, certificate),
        issued: certificate.issued,
    }
}

/// The small lines below what was completed.
fn details(m: Messages, certificate: &Certificate) -> Vec<String> {
    let framework = certificate.framework.as_ref();
    let framework = framework.map(|(title, version)| m.cert_framework_version(title, version));
    let place: Vec<String> = certificate.group.iter().chain(&certificate.place).cloned().collect();
    let place = (!place.is_empty()).then(|| place.join(" · "));
    place.into_iter().chain(framework).collect()
}

/// The words on a card.
fn worded_card(m: Messages, certificate: &Certificate) -> Card {
    Card {
        lang: m.0.tag(),
        product: m.product().into(),
        title: m.cert_title().into(),
        name: certificate.name.clone(),
        has: m.cert_has(&certificate.profile),
        facts: [number(m, certificate), until(m, certificate)]
            .into_iter()
            .chain(assurance(m, certificate))
            .collect(),
        proof: proof(m, certificate),
        demonstration: demonstration(m, certificate),
        issued: certificate.issued,
    }
}

fn worded_skill(m: Messages, skill: &SkillRow) -> Skill {
    Skill {
        title: skill.name.clone(),
        steps: skill.rung.map_or(0, Rung::height),
        rung: skill.rung.map_or(m.rung_none(), |rung| m.rung(rung)).into(),
    }
}

fn number(m: Messages, certificate: &Certificate) -> (String, String) {
    (m.cert_number().into(), certificate.number.clone())
}

fn until(m: Messages, certificate: &Certificate) -> (String, String) {
    let until = certificate.until.map_or_else(|| m.cert_forever().to_owned(), |date| m.date(date));
    (m.cert_until().into(), until)
}

/// How it was earned: said on every paper, also on the smallest.
fn assurance(m: Messages, certificate: &Certificate) -> Option<(String, String)> {
    let assurance = certificate.assurance?;
    Some((m.cert_assurance().into(), m.assurance(assurance).into()))
}

fn proof(m: Messages, certificate: &Certificate) -> Proof {
    Proof {
        address: format!("{}{}", certificate.origin, urls::verify(&certificate.code)),
        label: m.cert_qr().into(),
        scan: m.cert_scan().into(),
    }
}

fn demonstration(m: Messages, certificate: &Certificate) -> Option<String> {
    certificate.is_demonstration.then(|| m.cert_demo().to_owned())
}
