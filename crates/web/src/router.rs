//! Everything that is answered, grouped by who uses it.

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::middleware;
use axum::response::Response;
use axum::routing::{get, post};
use pages::urls::pattern;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate as _, SizeAbove};

use crate::app::App;
use crate::problem::{Problem, What};
use crate::viewer::Viewer;
use crate::{
    assets, badges, bank, certificate_pdf, certificates, check, confirm, coverage, credentials, desk, health,
    home, learning, me, reviews, security, sign_in, standings, start, targets, today, units, visits, void,
    worker, xapi,
};
use crate::{exam, sittings};

/// The largest body taken: a phone's outbox after days without a network.
const BODY_BYTES_MAX: usize = 2 * 1024 * 1024;
/// Smaller answers gain nothing by compression.
const COMPRESS_ABOVE: u16 = 1024;

/// The house as a service.
pub fn router(app: App) -> Router {
    let compressed = SizeAbove::new(COMPRESS_ABOVE)
        .and(NotForContentType::const_new("font/"))
        .and(NotForContentType::const_new("application/wasm"))
        .and(NotForContentType::const_new("application/pdf"));
    // Pages are made for one reader at one moment: the fastest level costs a tenth of the best and is nearly as small.
    let compression = CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(compressed);
    Router::new()
        .merge(for_learners())
        .merge(for_helpers_and_leaders())
        .merge(for_sittings())
        .merge(for_keepers())
        .merge(for_everybody())
        .merge(for_machines())
        .merge(for_other_systems())
        .fallback(missing)
        .layer(compression)
        .layer(middleware::from_fn_with_state(app.clone(), security::guard))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(app)
}

fn for_learners() -> Router<App> {
    Router::new()
        .route(pattern::HOME, get(home::home))
        .route(pattern::START, get(start::who).post(start::choose_who))
        .route(pattern::START_PLACE, get(start::place).post(start::choose_place))
        .route(pattern::LEARN, get(learning::get))
        .route(pattern::PATHS, get(learning::get).post(learning::post))
        .route(pattern::COURSE, get(learning::get))
        .route(pattern::LESSON, get(learning::get).post(learning::post))
        .route(pattern::PRACTICE, get(learning::get))
        .route(pattern::PRACTICE_START, get(learning::get).post(learning::post))
        .route(pattern::PRACTICE_RUN, get(learning::get))
        .route(pattern::PRACTICE_TAP, get(learning::get).post(learning::post))
        .route(pattern::DRILLS, get(learning::get))
        .route(pattern::DRILL, get(learning::get))
        .route(pattern::DRILL_START, get(learning::get).post(learning::post))
        .route(pattern::DRILL_MESSAGE, get(learning::get).post(learning::post))
        .route(pattern::DRILL_END, get(learning::get))
        .route(pattern::CHECK, get(check::show))
        .route(pattern::CHECK_START, post(check::start))
        .route(pattern::CHECK_QUESTION, get(check::question))
        .route(pattern::CHECK_ANSWER, post(check::answer))
        .route(pattern::CHECK_STOP, get(check::ask_stop).post(check::stop))
        .route(pattern::CHECK_CLOSE, post(check::close))
        .route(pattern::TEST_OF, get(check::of_kind))
        .route(pattern::CHECK_RESULT, get(check::result))
        .route(pattern::ME, get(me::show))
        .route(pattern::TODAY, get(today::show))
        .route(pattern::BADGES, get(badges::show).post(badges::share))
        .route(pattern::VISITS_TO_ME, get(confirm::mine).post(confirm::confirm_mine))
        .route(pattern::CERTIFICATE_ASK, get(certificates::mine::ask).post(certificates::mine::issue))
        .route(pattern::CERTIFICATE, get(certificates::sheet::show))
        .route(
            pattern::CERTIFICATE_CORRECT,
            get(certificates::mine::correct_form).post(certificates::mine::correct),
        )
        .route(pattern::CERTIFICATE_RENEW, post(certificates::mine::renew))
        .route(pattern::CERTIFICATE_PDF, get(certificate_pdf::sheet))
        .route(pattern::CERTIFICATE_CARD_PDF, get(certificate_pdf::card))
        .route(pattern::CREDENTIAL_JSON, get(credentials::sheet::document))
        .route(pattern::CREDENTIAL_JWT, get(credentials::sheet::token))
        .route(pattern::CREDENTIAL_SVG, get(credentials::sheet::drawing))
        .route(pattern::CREDENTIAL_PNG, get(credentials::sheet::picture))
}

fn for_helpers_and_leaders() -> Router<App> {
    Router::new()
        .route(pattern::SIGN_IN, get(sign_in::show).post(sign_in::sign_in))
        .route(pattern::SIGN_OUT, post(sign_in::sign_out))
        .route(pattern::DESK, get(desk::show))
        .route(pattern::VISIT_NEW, get(visits::new))
        .route(pattern::VISITS, get(visits::list).post(visits::note))
        .route(pattern::CERTIFICATE_BATCH_CARDS, get(certificate_pdf::class))
        .route(pattern::STANDINGS, get(standings::list))
        .route(pattern::PERSON_STANDINGS, get(standings::person))
        .route(pattern::STATEMENT, get(standings::statement))
        .route(pattern::STATEMENT_VOID, get(void::ask).post(void::post))
        .route(pattern::CERTIFICATES, get(certificates::official::list))
        .route(pattern::CERTIFICATE_BATCH, get(certificates::batch::show).post(certificates::batch::issue))
        .route(pattern::CERTIFICATE_CARDS, get(certificates::batch::cards))
        .route(pattern::CERTIFICATE_CASE, get(certificates::official::case))
        .route(
            pattern::CERTIFICATE_REVOKE,
            get(certificates::official::ask_revoke).post(certificates::official::revoke),
        )
        .route(
            pattern::CERTIFICATE_AMEND,
            get(certificates::official::ask_amend).post(certificates::official::amend),
        )
        .route(
            pattern::CERTIFICATE_OBJECT,
            get(certificates::official::ask_object).post(certificates::official::object),
        )
        .route(pattern::VISITS_CONFIRM, get(confirm::sessions).post(confirm::confirm_session))
        .route(pattern::REVIEWS, get(reviews::list))
        .route(pattern::REVIEW, get(reviews::show).post(reviews::decide))
}

fn for_sittings() -> Router<App> {
    Router::new()
        .route(pattern::SITTINGS, get(sittings::list).post(sittings::open))
        .route(pattern::SITTING_NEW, get(sittings::new).post(sittings::check))
        .route(pattern::SITTING, get(sittings::room).post(sittings::act_on_room))
        .route(pattern::SITTING_NOTE, get(sittings::note))
        .route(pattern::SITTING_CLOSE, get(sittings::closing))
        .route(pattern::SITTING_SHEET, get(sittings::sheet))
        .route(pattern::SITTING_SEATS, get(sittings::seat_form).post(sittings::add_seat))
        .route(pattern::SITTING_SEAT, get(sittings::seat).post(sittings::act_on_seat))
        .route(pattern::EXAM, get(exam::code).post(exam::enter))
        .route(pattern::EXAM_RETURN, get(exam::back).post(exam::go_back))
        .route(pattern::EXAM_SEAT, get(exam::seat))
        .route(pattern::EXAM_BEGIN, post(exam::begin))
        .route(pattern::EXAM_LEAVE, post(exam::leave))
        .route(pattern::EXAM_HAND_ON, post(exam::hand_on))
        .route(pattern::EXAM_JOIN, get(exam::join_form).post(exam::join))
}

fn for_keepers() -> Router<App> {
    Router::new()
        .route(pattern::BANK, get(bank::list))
        .route(pattern::BANK_COUNT, post(bank::count))
        .route(pattern::BANK_CALIBRATIONS, get(bank::list_calibrations).post(bank::begin))
        .route(pattern::BANK_CALIBRATION, get(bank::show_calibration).post(bank::decide))
        .route(pattern::BANK_FLAGS, get(bank::list_flags))
        .route(pattern::BANK_ITEM, get(bank::show_item))
        .route(pattern::BANK_CHANGE, get(bank::ask).post(bank::change))
        .route(pattern::COVERAGE, get(coverage::show))
}

fn for_everybody() -> Router<App> {
    Router::new()
        .route(pattern::UNITS, get(units::search))
        .route(pattern::TARGETS, get(targets::show))
        .route(pattern::BADGE, get(badges::public))
        .route(pattern::VERIFY_ASK, get(certificates::verify::ask))
        .route(pattern::VERIFY, get(certificates::verify::show))
        .route(pattern::ISSUER, get(credentials::issuer::issuer))
        .route(pattern::PREFERENCES, get(home::switch).post(home::prefer))
        .route(pattern::ABOUT, get(home::about))
        .route(pattern::STYLE_GUIDE, get(home::guide))
}

fn for_machines() -> Router<App> {
    Router::new()
        .route(pattern::HEALTHZ, get(health::healthz))
        .route(pattern::METRICS, get(health::metrics))
        .route(pattern::STATIC_FILE, get(assets::static_file))
        .route(pattern::SERVICE_WORKER, get(assets::service_worker))
        .route(pattern::OFFLINE_MANIFEST, get(worker::manifest))
        .route(pattern::OFFLINE_PACK, get(worker::pack))
        .route(pattern::VERIFY_SNAPSHOT, get(worker::certificates))
        .route(pattern::OFFLINE_STATE, get(worker::state).post(worker::begin))
        .route(pattern::XAPI_STATEMENTS, post(xapi::receive))
}

/// Other systems, about credentials.
fn for_other_systems() -> Router<App> {
    let documents = Router::new()
        .route(pattern::DID_DOCUMENT, get(credentials::issuer::document))
        .route(pattern::STATUS_LIST, get(credentials::issuer::status_list));
    let api = Router::new()
        .route(pattern::CREDENTIALS_ISSUE, post(credentials::api::issue))
        .route(pattern::CREDENTIALS_VERIFY, post(credentials::api::verify))
        .route(pattern::CREDENTIALS_STATUS, post(credentials::api::set_status))
        .route(pattern::PRESENTATIONS_VERIFY, post(credentials::api::verify_presented))
        .layer(DefaultBodyLimit::max(credentials::api::BODY_BYTES_MAX));
    documents.merge(api)
}

async fn missing(State(app): State<App>, viewer: Viewer) -> Response {
    viewer.problem(&app, Problem::new(What::NotFound))
}
