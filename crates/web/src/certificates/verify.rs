//! Is a certificate genuine and valid? Anybody may ask, and reads no more than is needed.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::ids::CertificateId;
use domain::learning::day_of;
use domain::recognition::{Naming, Status};
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::ui::FormState;
use pages::urls;
use pages::verify::{Genuine, Verify};
use pages::verify_ask::VerifyAsk;
use store::certificates::{self, StoredCertificate};
use store::limits::{self, Allowance};

use super::{naming_of, number_of, profile_title};
use crate::app::App;
use crate::clock;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// How many numbers one address may try in ten minutes. A signed code can't be guessed and is not counted; a number has some
/// forty bits, and a school may stand behind one address.
const NUMBERS_MAX: u32 = 60;
const NUMBERS_WINDOW_S: i64 = 600;
/// How much of something that is no number is shown again.
const TYPED_CHARS_MAX: usize = 40;

/// GET `/verify?number=…`: typing a number leads on to what it stands for.
pub(crate) async fn ask(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let Some(typed) = query.get("number") else {
        return respond::html(VerifyAsk { form: FormState::default() }.page(&viewer.frame(&app)));
    };
    if let Some(number) = credential::parse_short_number(typed) {
        return respond::see_other(&urls::verify(&number.to_string()));
    }
    let typed = typed.chars().take(TYPED_CHARS_MAX).collect::<String>();
    let need = Messages(viewer.lang()).verify_ask_need();
    let form = FormState::default().keep("number", typed).refuse("number", need);
    respond::html(VerifyAsk { form }.page(&viewer.frame(&app)))
}

/// GET `/verify/{code}`: the code of a QR, or the number printed beside it.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, Path(code): Path<String>) -> Response {
    let shown = async {
        let page = check_code(&app, &viewer, &code).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// The certificate of a signed code, or of the number printed beside it.
async fn held_under(app: &App, viewer: &Viewer, code: &str) -> Result<Option<StoredCertificate>, Problem> {
    if let Some(number) = credential::parse_short_number(code) {
        allow_one_more(app, viewer, clock::now()).await?;
        // Whoever types a number that two certificates share sees neither: it must be the code then.
        let mut held = certificates::list_of_number(&app.store, &number.to_string()).await?;
        return Ok(if held.len() == 1 { held.pop() } else { None });
    }
    match credential::check(code, &app.keys.now().verifying) {
        Ok(claims) => {
            let id = CertificateId(uuid::Uuid::from_bytes(claims.certificate));
            Ok(certificates::find(&app.store, id).await?)
        }
        Err(_) => Ok(None),
    }
}

async fn allow_one_more(app: &App, viewer: &Viewer, now: Timestamp) -> Result<(), Problem> {
    let second = now.as_second();
    let window = Timestamp::from_second(second - second.rem_euclid(NUMBERS_WINDOW_S)).unwrap_or(now);
    let key = format!("numbers/from/{}", viewer.from);
    match limits::hit(&app.store, &key, window, NUMBERS_MAX).await? {
        Allowance::Allowed => Ok(()),
        Allowance::Refused => Err(Problem::new(What::TooMany)),
    }
}

async fn check_code(app: &App, viewer: &Viewer, code: &str) -> Result<Verify, Problem> {
    let Some(held) = held_under(app, viewer, code).await? else { return Ok(Verify::NotGenuine) };
    let it = held.certificate;
    let naming = naming_of(app, &it, clock::now()).await?;
    let certificate = Genuine {
        name: naming.apply(&it.name),
        is_initials: naming == Naming::Initials,
        profile: profile_title(app, viewer, &it),
        number: number_of(&it),
        assurance: it.shown.as_ref().map(|shown| shown.assurance),
        issued: day_of(it.issued_at),
        until: Some(it.valid_until),
        is_demonstration: app.settings.demonstration,
    };
    let ended = || held.life.revoked.as_ref().map_or(day_of(it.issued_at), |revoked| day_of(revoked.at));
    Ok(match held.life.status(&it, day_of(clock::now())) {
        Status::Valid => Verify::Valid(certificate),
        Status::Expired => Verify::Expired(certificate),
        Status::Revoked(reason) => {
            let reason = Messages(viewer.lang()).revoke_reason(reason).to_owned();
            Verify::Revoked { certificate, on: ended(), reason }
        }
        Status::Replaced(_) => Verify::Replaced { certificate, on: ended() },
    })
}
