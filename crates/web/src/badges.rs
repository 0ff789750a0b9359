//! Badges over HTTP: one's own page, making a link and taking it back, and what the link shows.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::learning::{Learner, day_of};
use domain::recognition::{self, Badge, badges as earned};
use jiff::Timestamp;
use pages::badges::{BadgeFor, BadgeView, Badges, PublicBadge};
use pages::urls;
use store::badges::{self, Shared};
use store::people;

use crate::acts;
use crate::app::App;
use crate::certificates::origin;
use crate::clock;
use crate::forms::Posted;
use crate::learning::learner_of;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::{Viewer, hex};

/// A learner with what their badges depend on.
struct Owner {
    learner: Learner,
    birth_year: Option<i16>,
    confirmed: u32,
}

impl Owner {
    async fn of(app: &App, learner: Learner) -> Result<Self, Problem> {
        let facts = people::find(&app.store, learner.person).await?;
        let confirmed = badges::count_confirmed(&app.store, learner.person).await?;
        Ok(Self { birth_year: facts.and_then(|facts| facts.birth_year), confirmed, learner })
    }

    /// The badge of a key, when it may be shown to others.
    fn shares(&self, app: &App, key: &str, now: Timestamp) -> Result<Badge, recognition::ShareRefused> {
        let age = (self.birth_year, day_of(now).year());
        recognition::share(&self.learner, &app.curriculum.syllabus, age, self.confirmed, key)
    }
}

/// GET `/me/badges`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = async {
        let now = clock::now();
        let owner = Owner::of(&app, learner_of(&app, &viewer).await?).await?;
        let shared = badges::list_shared(&app.store, owner.learner.person).await?;
        let all = earned(&owner.learner.book, &app.curriculum.syllabus, owner.confirmed);
        let link = |badge: &Badge| {
            let shared = shared.iter().find(|shared| shared.badge == badge.key())?;
            let page = urls::badge(&shared.token);
            let address = format!("{}{page}", origin(&app));
            Some((page, address))
        };
        let may_share = all.first().is_none_or(|badge| owner.shares(&app, &badge.key(), now).is_ok());
        let views = all.iter().map(|badge| BadgeView { link: link(badge), ..view(&app, &viewer, badge) });
        let page = Badges { badges: views.collect(), may_share };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

fn view(app: &App, viewer: &Viewer, badge: &Badge) -> BadgeView {
    let lang = viewer.lang();
    let (of, since) = match badge {
        Badge::Skill { skill, rung, since } => {
            let title = app.skill_title(skill, lang).unwrap_or_default().to_owned();
            (BadgeFor::Skill(title, *rung), Some(*since))
        }
        Badge::Course { course, since } => {
            let course = app.curriculum.syllabus.courses.iter().find(|it| it.id == *course);
            let title = course.map(|it| it.title.get(lang).to_owned()).unwrap_or_default();
            (BadgeFor::Course(title), Some(*since))
        }
        Badge::Helper { confirmed, .. } => (BadgeFor::Helper(*confirmed), None),
    };
    BadgeView { key: badge.key(), of, since: since.map(day_of), link: None }
}

/// POST `/me/badges`: make a link, or take it back.
pub(crate) async fn share(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let done = async {
        let now = clock::now();
        let person = viewer.person.ok_or(Problem::new(What::NotFound))?;
        let key = form.filled("badge").ok_or(Problem::new(What::BadForm))?;
        if form.get("do") == Some("unshare") {
            badges::unshare(&app.store, person, key).await?;
            return Ok(respond::see_other(&urls::badges()));
        }
        let owner = Owner::of(&app, acts::learner(&app, person).await?).await?;
        let badge = owner.shares(&app, key, now).map_err(|refused| match refused {
            recognition::ShareRefused::Child => Problem::new(What::Forbidden),
            recognition::ShareRefused::NoSuch => Problem::new(What::NotFound),
        })?;
        let token = hex(&clock::bytes::<16>());
        badges::share(&app.store, &Shared { person, badge: badge.key(), token }, now).await?;
        Ok(respond::see_other(&urls::badges()))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/badges/{token}`: as it stands today; one that was lost, taken back, or is a child's leads nowhere.
pub(crate) async fn public(State(app): State<App>, viewer: Viewer, Path(token): Path<String>) -> Response {
    let shown = async {
        let badge = match badges::find_shared(&app.store, &token).await? {
            Some(shared) => {
                let owner = Owner::of(&app, acts::learner(&app, shared.person).await?).await?;
                owner.shares(&app, &shared.badge, clock::now()).ok()
            }
            None => None,
        };
        let badge = badge.map(|badge| view(&app, &viewer, &badge));
        let page = PublicBadge { badge, is_demonstration: app.settings.demonstration };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
