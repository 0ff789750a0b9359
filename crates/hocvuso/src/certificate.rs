//! `hocvuso certificate …`: what was issued, and taking one back.

use domain::ids::{CertificateId, mint};
use domain::learning::day_of;
use domain::recognition::{RevokeReason, RevokeRefused, Status, WORDS_CHARS_MAX, WORDS_CHARS_MIN, revoke};
use store::audit::{self, Audited};
use store::certificates::{self, StoredCertificate};
use store::{Scope, Store};
use territory::{Level, UnitId};
use web::clock;

use crate::cli::{CertificateCommand, Cli};
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

const OPERATOR: &str = "operator at the command line";

pub(crate) async fn run(cli: &Cli, command: &CertificateCommand) -> Result<(), Failure> {
    let store = house::open_existing(cli).await?;
    match command {
        CertificateCommand::List { unit, limit } => list(&store, unit, *limit).await,
        CertificateCommand::Show { number } => {
            show(&find(&store, number).await?);
            Ok(())
        }
        CertificateCommand::Revoke { number, reason, words } => {
            take_back(&store, &find(&store, number).await?, reason, words).await
        }
    }
}

async fn list(store: &Store, unit: &str, limit: u32) -> Result<(), Failure> {
    let unit: UnitId = unit.parse().map_err(|error| Failure::told(format!("{error}")))?;
    let scope = match unit.level() {
        Level::Country => Scope::Everywhere,
        Level::Commune => Scope::of(unit),
        _ => {
            let territory = house::territory(store).await?;
            Scope::Units(territory.communes_of(unit, day_of(clock::now())))
        }
    };
    for held in certificates::list_of_units(store, &scope, 0, limit).await? {
        let it = &held.certificate;
        let (issued, until) = (day_of(it.issued_at), it.valid_until);
        say(&format!("{}  {issued}  {until}  {}  {}", number_of(&held), status(&held), it.profile));
    }
    Ok(())
}

/// By its number, or by its id.
async fn find(store: &Store, number: &str) -> Result<StoredCertificate, Failure> {
    let none = || Failure::told(format!("there is no certificate {number}"));
    if let Ok(id) = number.parse::<CertificateId>() {
        return certificates::find(store, id).await?.ok_or_else(none);
    }
    let short = credential::parse_short_number(number).ok_or_else(none)?;
    let mut held = certificates::list_of_number(store, &short.to_string()).await?;
    if held.len() > 1 {
        let ids: Vec<String> = held.iter().map(|held| held.certificate.id.to_string()).collect();
        return Err(Failure::told(format!(
            "several share this number; name one by its id: {}",
            ids.join(", ")
        )));
    }
    held.pop().ok_or_else(none)
}

fn number_of(held: &StoredCertificate) -> String {
    credential::short_number(*held.certificate.id.0.as_bytes())
}

fn status(held: &StoredCertificate) -> &'static str {
    match held.life.status(&held.certificate, day_of(clock::now())) {
        Status::Valid => "valid",
        Status::Expired => "expired",
        Status::Revoked(_) => "revoked",
        Status::Replaced(_) => "replaced",
    }
}

fn show(held: &StoredCertificate) {
    let it = &held.certificate;
    say(&format!("number       {}", number_of(held)));
    say(&format!("id           {}", it.id));
    say(&format!("person       {}", it.person));
    say(&format!("name         {}", it.name));
    say(&format!("profile      {} in {}", it.profile, it.unit));
    say(&format!("issued       {}, valid until {}", it.issued_at, it.valid_until));
    say(&format!("issued by    {}", it.issued_by.as_deref().unwrap_or("the holder")));
    say(&format!("status       {}", status(held)));
    if let Some(shown) = &it.shown {
        say(&format!("assurance    {}", shown.assurance.as_str()));
        for mark in &shown.rungs {
            let (skill, rung, since) = (&mark.skill, mark.rung.as_str(), day_of(mark.since));
            say(&format!("evidence     {skill} {rung} since {since}, statement {}", mark.statement));
        }
    }
    if let Some(replaces) = it.replaces {
        say(&format!("replaces     {}, because of its {}", replaces.certificate, replaces.because.as_str()));
    }
    if let Some(by) = held.life.replaced_by {
        say(&format!("replaced by  {by}"));
    }
    if let Some(revoked) = &held.life.revoked {
        let reason = revoked.reason.map_or("no reason noted", RevokeReason::as_str);
        let by = revoked.by.as_deref().unwrap_or("the holder, or not noted");
        say(&format!("revoked      {} by {by}: {reason}. {}", revoked.at, revoked.words));
    }
}

async fn take_back(
    store: &Store,
    held: &StoredCertificate,
    reason: &str,
    words: &str,
) -> Result<(), Failure> {
    let reason = RevokeReason::parse(reason).filter(|reason| RevokeReason::OFFERED.contains(reason));
    let offered = RevokeReason::OFFERED.map(RevokeReason::as_str).join(", ");
    let reason = reason.ok_or_else(|| Failure::told(format!("the reason is one of {offered}")))?;
    let now = clock::now();
    let revocation = revoke(&held.life, reason, words, OPERATOR, now).map_err(|refused| match refused {
        RevokeRefused::AlreadyRevoked => Failure::told("it holds no more; see: hocvuso certificate show"),
        RevokeRefused::NoReason => Failure::told(format!("the reason is one of {offered}")),
        RevokeRefused::Words => Failure::told(format!(
            "explain it in {WORDS_CHARS_MIN} to {WORDS_CHARS_MAX} characters with --words"
        )),
    })?;
    let row = Audited {
        id: mint(now, clock::chance()).to_string(),
        at: now,
        login: OPERATOR.into(),
        act: "revoke-certificate".into(),
        object: Some(held.certificate.id.to_string()),
        unit: Some(held.certificate.unit),
        detail: Some(reason.as_str().into()),
    };
    certificates::revoke(store, audit::step_add(&row), held.certificate.id, &revocation).await?;
    say(&format!("{} is revoked", number_of(held)));
    Ok(())
}
