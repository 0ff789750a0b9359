//! Reviews: the list of what waits, one of them, and its decision.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::bank::FlagKind;
use domain::ids::{ReviewId, StatementId};
use domain::learning::day_of;
use domain::people::{Name, is_child};
use domain::recognition::{
    self, Consequence, DecideRefused, Decided, Judge, Review, ReviewKind, RevokeReason, Verdict, Voiding,
    may_decide, reinstate, revoke,
};
use domain::record::VoidReason;
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::official::reviews::{DecidedReview, Deciding};
use pages::official::{ActKind, OfficialAct, ReviewLine, ReviewPage, Reviews, Stage};
use pages::ui::FormState;
use pages::urls;
use store::certificates::StoredCertificate;
use store::db::Batch;
use store::{audit, certificates, people, record, reviews};

use crate::app::App;
use crate::audited::{entry, entry_in};
use crate::certificates::official::{holder, is_confirmed, unless_faster, with_words};
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::standings::{allowed, people_of, unit_name, wanted_unit};
use crate::viewer::{Account, Viewer};
use crate::void::carry_out;

/// How many open reviews the list shows: who waits longest first.
const LISTED_MAX: u32 = 100;

/// GET `/reviews?unit=…`.
pub(crate) async fn list(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let now = clock::now();
        let unit = wanted_unit(&app, &query, now)?;
        let (account, scope) = people_of(&app, &viewer, unit, now)?;
        let open = reviews::list_open(&app.store, &scope, LISTED_MAX).await?;
        audit::add(&app.store, &entry(&account.login, "list-reviews", unit.id.as_str(), now)).await?;
        let mut lines = Vec::with_capacity(open.len());
        for review in open {
            let who = who(&app, &viewer, &review, now).await?;
            let (id, kind, since) = (review.id.to_string(), review.kind, day_of(review.opened_at));
            lines.push(ReviewLine { id, kind, who, since });
        }
        let page = Reviews { unit: unit_name(&app, unit.id, now), lines };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// Whom a review is about, as officials may read: of a child the initials.
async fn who(app: &App, viewer: &Viewer, review: &Review, now: Timestamp) -> Result<String, Problem> {
    let facts = people::find(&app.store, review.person).await?;
    if let Some(held) = certificate_of(app, review).await? {
        return Ok(holder(&held.certificate, facts.as_ref(), now));
    }
    let born = facts.as_ref().and_then(|facts| facts.birth_year);
    let name = facts.and_then(|facts| facts.name).and_then(|name| Name::parse(&name).ok());
    Ok(match name {
        Some(name) if is_child(born, day_of(now).year()) => name.initials(),
        Some(name) => name.to_string(),
        None => Messages(viewer.lang()).nameless().to_owned(),
    })
}

/// The certificate that a review is about, if it is about one.
async fn certificate_of(app: &App, review: &Review) -> Result<Option<StoredCertificate>, Problem> {
    let id = review.subject.parse().ok().filter(|_| review.kind != ReviewKind::IrregularAttempt);
    Ok(match id {
        Some(id) => certificates::find(&app.store, id).await?,
        None => None,
    })
}

async fn review_for<'v>(
    app: &App,
    viewer: &'v Viewer,
    id: &str,
    now: Timestamp,
) -> Result<(Review, &'v Account), Problem> {
    let id: ReviewId = id.parse().map_err(|_| Problem::new(What::NotFound))?;
    let review = reviews::find(&app.store, id).await?.ok_or(Problem::new(What::NotFound))?;
    let account = allowed(app, viewer, review.unit, now)?;
    Ok((review, account))
}

/// GET `/reviews/{id}`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        let now = clock::now();
        let (review, account) = review_for(&app, &viewer, &id, now).await?;
        audit::add(&app.store, &entry(&account.login, "see-review", &id, now)).await?;
        page(&app, &viewer, &review, (Stage::Ask, FormState::default()), now).await
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn page(
    app: &App,
    viewer: &Viewer,
    review: &Review,
    (stage, form): (Stage, FormState),
    now: Timestamp,
) -> Result<Response, Problem> {
    let refused = viewer.account.as_ref().and_then(|account| may_decide(review, judge(account)).err());
    let id = review.id.to_string();
    let deciding = match &review.decided {
        Some(end) => Deciding::Decided(DecidedReview {
            verdict: end.verdict,
            on: day_of(end.at),
            by: end.by.clone(),
            words: end.words.clone(),
        }),
        None if refused == Some(DecideRefused::OpenedByOneself) => Deciding::NotByOneself,
        None if refused.is_some() => Deciding::AboutOneself,
        None => Deciding::Open(Box::new(OfficialAct {
            kind: ActKind::Decide(review.kind),
            about: Vec::new(),
            stage,
            form,
            action: urls::review(&id),
            back: urls::reviews().with("unit", review.unit.as_str()),
        })),
    };
    let page = ReviewPage {
        unit: unit_name(app, review.unit, now),
        kind: review.kind,
        who: who(app, viewer, review, now).await?,
        person: review.person.to_string(),
        why: why(Messages(viewer.lang()), review),
        since: day_of(review.opened_at),
        by: review.opened_by.clone(),
        subject: match review.kind {
            ReviewKind::EvidenceVoided | ReviewKind::Objection => urls::certificate_case(&review.subject),
            ReviewKind::IrregularAttempt => urls::statement(&review.subject),
        },
        deciding,
    };
    Ok(respond::html(page.page(&viewer.frame(app))))
}

fn judge(account: &Account) -> Judge<'_> {
    Judge { login: &account.login, person: account.person }
}

/// POST `/reviews/{id}`.
pub(crate) async fn decide(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let done = async {
        let now = clock::now();
        let (review, account) = review_for(&app, &viewer, &id, now).await?;
        let verdict = form.filled("reason").and_then(Verdict::parse);
        let state = with_words(&viewer, &form);
        let need = Messages(viewer.lang()).act_need_verdict();
        let state = if verdict.is_none() { state.refuse("reason", need) } else { state };
        let Some(verdict) = verdict.filter(|_| !state.is_refused()) else {
            return page(&app, &viewer, &review, (Stage::Ask, state), now).await;
        };
        if !is_confirmed(&form) {
            return page(&app, &viewer, &review, (Stage::Check, state), now).await;
        }
        let words = form.get("words").unwrap_or_default();
        // Decided before, or by who may not: the page of the review says so.
        if let Ok((decided, then)) = recognition::decide(&review, verdict, words, judge(account), now) {
            let act = act_id(&form, now)?;
            follow(&app, account, &review, (&decided, then), act, now).await?;
        }
        Ok(respond::see_other(&urls::review(&id)))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// Keeps a decision with what follows from it, in one transaction.
async fn follow(
    app: &App,
    account: &Account,
    review: &Review,
    (decided, then): (&Decided, Consequence),
    act: StatementId,
    now: Timestamp,
) -> Result<(), Problem> {
    let row = entry(&account.login, "decide-review", &review.id.to_string(), now);
    let row = entry_in(review.unit, decided.verdict.as_str().to_owned(), row);
    let steps = reviews::step_decide(review.person, review.id, decided).then(audit::step_add(&row));
    match then {
        Consequence::Nothing => unless_faster(reviews::decide(&app.store, steps).await),
        Consequence::RevokeCertificate | Consequence::ReinstateCertificate => {
            let steps = steps.then(on_certificate(app, account, review, (decided, then), now).await?);
            unless_faster(reviews::decide(&app.store, steps).await)
        }
        Consequence::VoidAttempt => void_attempt(app, account, review, steps, (decided, act), now).await,
    }
}

/// What a verdict does to the certificate that it is about; nothing when that does not fit any more.
async fn on_certificate(
    app: &App,
    account: &Account,
    review: &Review,
    (decided, then): (&Decided, Consequence),
    now: Timestamp,
) -> Result<Batch, Problem> {
    let Some(held) = certificate_of(app, review).await? else { return Ok(Batch::new()) };
    let id = held.certificate.id;
    if then == Consequence::ReinstateCertificate {
        let review = Review { decided: Some(decided.clone()), ..review.clone() };
        let may = reinstate(&held.certificate, &held.life, &review).is_ok();
        return Ok(if may { certificates::step_reinstate(id) } else { Batch::new() });
    }
    let revoked = revoke(&held.life, RevokeReason::EvidenceVoided, &decided.words, &account.login, now);
    Ok(revoked.map_or_else(|_| Batch::new(), |revocation| certificates::step_revoke(id, &revocation)))
}

async fn void_attempt(
    app: &App,
    account: &Account,
    review: &Review,
    steps: Batch,
    (decided, act): (&Decided, StatementId),
    now: Timestamp,
) -> Result<(), Problem> {
    let statement: StatementId = review.subject.parse().map_err(|_| Problem::new(What::NotFound))?;
    let Some(stored) = record::find(&app.store, statement).await? else {
        return unless_faster(reviews::decide(&app.store, steps).await);
    };
    let (by, reason) = (Some(account.person), VoidReason::AgainstRules);
    let voiding = Voiding { id: act, statement, by, reason };
    let done = carry_out(app, steps.clone(), &stored, &voiding, &account.login, &decided.words, now).await?;
    // An attempt that proved nothing has nothing to void; the decision is kept all the same.
    if done.is_err() { unless_faster(reviews::decide(&app.store, steps).await) } else { Ok(()) }
}

/// Why it was opened; the signs of an attempt in words.
fn why(m: Messages, review: &Review) -> String {
    if review.kind != ReviewKind::IrregularAttempt {
        return review.why.clone();
    }
    let sign = |name: &str| {
        FlagKind::parse(name).map_or_else(|| name.to_owned(), |kind| m.flag_kind(kind).0.to_owned())
    };
    review.why.split(", ").map(sign).collect::<Vec<_>>().join("; ")
}
