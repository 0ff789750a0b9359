//! The front door and the small pages: about, style guide, preferences.

use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::learning::Learner;
use domain::text::Lang;
use pages::about::About;
use pages::frame::TextSize;
use pages::home::Home;
use pages::learning::{Form, advised, left_open};
use pages::next_step::NextStep;
use pages::style_guide::StyleGuide;

use crate::app::App;
use crate::clock;
use crate::cookies;
use crate::forms::Posted;
use crate::learning::learner_of;
use crate::problem::Problem;
use crate::respond;
use crate::viewer::{Viewer, safe_back};

/// GET `/`.
pub(crate) async fn home(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = async {
        let learner = learner_of(&app, &viewer).await?;
        let next = (learner.version > 0).then(|| next_step(&app, &learner, viewer.lang())).flatten();
        let advised = advised(&app.curriculum.syllabus, &learner, viewer.lang());
        let (open, has_past) = (left_open(&learner), learner.workbook.has_past());
        let page = respond::html(Home { next, advised, open, has_past }.page(&viewer.frame(&app)));
        Ok::<_, Problem>(respond::with_cookie(page, viewer.renew(&app, clock::now()).await?))
    };
    shown.await.unwrap_or_else(|problem| viewer.problem(&app, problem))
}

/// The next step along the path, in words.
pub(crate) fn next_step(app: &App, learner: &Learner, lang: Lang) -> Option<NextStep> {
    NextStep::of(&app.curriculum.syllabus, learner, lang)
}

/// GET `/about`.
pub(crate) async fn about(State(app): State<App>, viewer: Viewer) -> Response {
    respond::html(About.page(&viewer.frame(&app)))
}

/// GET `/style-guide`.
pub(crate) async fn guide(State(app): State<App>, viewer: Viewer) -> Response {
    respond::html(StyleGuide.page(&viewer.frame(&app)))
}

/// GET `/preferences?lang=en&back=…`: the link that switches the language.
pub(crate) async fn switch(State(app): State<App>, RawQuery(query): RawQuery) -> Response {
    keep(&app, &Form::parse(query.as_deref().unwrap_or_default()))
}

/// POST `/preferences`: the button that switches the size of the text.
pub(crate) async fn prefer(State(app): State<App>, Posted(form): Posted) -> Response {
    keep(&app, &form)
}

fn keep(app: &App, form: &Form) -> Response {
    let secure = app.settings.is_secure();
    let lang =
        form.get("lang").and_then(Lang::of_tag).map(|lang| cookies::keep(cookies::LANG, lang.tag(), secure));
    let text =
        form.get("text").map(TextSize::of_word).map(|size| cookies::keep(cookies::TEXT, size.word(), secure));
    let back = safe_back(form.get("back"));
    respond::with_cookie(respond::with_cookie(respond::see_other(&back), lang), text)
}
