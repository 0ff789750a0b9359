//! The page that judges a certificate. Anybody may ask, also on a phone on which nobody has learned.

use domain::ids::StatementId;
use domain::text::Lang;
use pages::frame::{Frame, TextSize};
use pages::urls;
use pages::verify_offline::VerifyOffline;
use serde::Deserialize;

use crate::handle::{Method, Request, Response};
use crate::json;
use crate::nobody::frame_of_nobody;
use crate::packs::PackName;
use crate::worker::Worker;

/// What the page needs of a device's state; the rest would bring the learner's code into this build.
#[derive(Deserialize)]
struct Taste {
    lang: Lang,
    text_size: String,
}

/// The code that a request asks about.
pub(crate) fn code<'a>(request: &Request<'a>) -> Option<&'a str> {
    let path = request.path.split('?').next().unwrap_or_default();
    path.strip_prefix(urls::verify("").as_str()).filter(|_| request.method == Method::Get)
}

pub(crate) fn answer(worker: &Worker, request: &Request, code: &str) -> Response {
    let Some(snapshot) = &worker.certificates else { return Response::NeedPack(PackName::Certificates) };
    let page = VerifyOffline::of(code, snapshot, request.now);
    Response::Page(page.page(&frame(request)).into_string())
}

fn frame(request: &Request) -> Frame {
    let nobody = frame_of_nobody(request.path, StatementId::mint(request.now, request.chance[0]));
    match json::read::<Taste>(request.state) {
        Ok(taste) => Frame { lang: taste.lang, text_size: TextSize::of_word(&taste.text_size), ..nobody },
        Err(_) => nobody,
    }
}
