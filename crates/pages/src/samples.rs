//! Every page in every state worth looking at, for the tests, the browser scripts and whoever designs.

use domain::text::Lang;
use maud::Markup;

use crate::bank::{BankList, CalibrationPage, Calibrations, Flags, ItemAsk, ItemPage};
use crate::exam::{ExamCode, ExamJoin, ExamReturn, ExamSeat};
use crate::frame::{Frame, SignedIn, TextSize};
use crate::learning::{DrillEnd, DrillMessagePage, DrillPage};
use crate::sitting::{
    Room, SeatAdd, SeatPage, Sheet, SittingCheck, SittingClose, SittingNew, SittingNote, Sittings,
};
use crate::{
    about::About, certificate::Certificate, certificate_ask::CertificateAsk,
    certificate_correct::CertificateCorrect, coverage::CoveragePage, desk::Desk, home::Home, issuer::Issuer,
    me::Me, place::Place, problem::OfflineNeeded, problem::Problem, sign_in::SignIn,
    standings::StandingDetail, standings::StandingsList, start::Start, statement::StatementPage,
    style_guide::StyleGuide, targets::Targets, test::OverPage, test::PausedPage, test::QuestionPage,
    test::ResultPage, test::StopPage, test::TestPage, units::Units, verify::Verify, verify_ask::VerifyAsk,
    verify_offline::VerifyOffline, visit::VisitNew, visit::VisitSaved, visit::Visits,
};

use crate::badges::{Badges, PublicBadge};
use crate::confirm::{Sessions, VisitsToMe};
use crate::official::{Batch, Cards, CertificateCase, CertificateList, OfficialAct, ReviewPage, Reviews};
use crate::today::Today;

/// A page with a name such as `targets-2`.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Page and number of the state.
    pub name: String,
    /// The whole page.
    pub html: Markup,
}

macro_rules! samples {
    ($frame:expr, $($name:literal $page:ident),* $(,)?) => {{
        let frame: &Frame = $frame;
        let mut all = Vec::new();
        $(all.extend($page::samples(frame.lang).iter().enumerate().map(|(at, page)| Sample {
            name: format!("{}-{}", $name, at + 1),
            html: page.page(frame),
        }));)*
        all
    }};
}

/// Every page in the frame given.
#[must_use]
pub fn all(frame: &Frame) -> Vec<Sample> {
    samples!(
        frame,
        "home" Home,
        "start" Start,
        "place" Place,
        "drill" DrillPage,
        "drill-message" DrillMessagePage,
        "drill-end" DrillEnd,
        "me" Me,
        "today" Today,
        "certificate-ask" CertificateAsk,
        "certificate" Certificate,
        "certificate-correct" CertificateCorrect,
        "desk" Desk,
        "verify" Verify,
        "verify-ask" VerifyAsk,
        "verify-offline" VerifyOffline,
        "issuer" Issuer,
        "badges" Badges,
        "badge" PublicBadge,
        "visits-to-me" VisitsToMe,
        "sessions" Sessions,
        "official-act" OfficialAct,
        "certificates" CertificateList,
        "certificate-case" CertificateCase,
        "reviews" Reviews,
        "review" ReviewPage,
        "batch" Batch,
        "cards" Cards,
        "units" Units,
        "targets" Targets,
        "standings" StandingsList,
        "standing" StandingDetail,
        "statement" StatementPage,
        "visit-new" VisitNew,
        "visit-saved" VisitSaved,
        "visits" Visits,
        "bank" BankList,
        "bank-item" ItemPage,
        "bank-ask" ItemAsk,
        "bank-calibrations" Calibrations,
        "bank-calibration" CalibrationPage,
        "bank-flags" Flags,
        "coverage" CoveragePage,
        "sign-in" SignIn,
        "sittings" Sittings,
        "sitting-new" SittingNew,
        "sitting-check" SittingCheck,
        "room" Room,
        "seat" SeatPage,
        "seat-add" SeatAdd,
        "sitting-note" SittingNote,
        "sitting-close" SittingClose,
        "sheet" Sheet,
        "exam-code" ExamCode,
        "exam-join" ExamJoin,
        "exam-return" ExamReturn,
        "exam-seat" ExamSeat,
        "about" About,
        "problem" Problem,
        "offline-needed" OfflineNeeded,
        "test" TestPage,
        "question" QuestionPage,
        "test-paused" PausedPage,
        "test-over" OverPage,
        "test-stop" StopPage,
        "test-result" ResultPage,
        "style-guide" StyleGuide,
    )
}

/// Frames worth looking through: a guest, an official in English with large type, a guest offline with acts waiting.
#[must_use]
pub fn frames() -> Vec<(&'static str, Frame)> {
    let official = SignedIn { name: "Trần Văn Bình".into(), role: "cán bộ".into() };
    vec![
        ("vi", Frame::sample(Lang::Vi)),
        ("en", Frame { signed_in: Some(official), text_size: TextSize::Large, ..Frame::sample(Lang::En) }),
        ("at-seat", Frame { at_seat: true, ..Frame::sample(Lang::Vi) }),
        ("offline", Frame { offline: true, pending: Some(3), ..Frame::sample(Lang::Vi) }),
    ]
}
