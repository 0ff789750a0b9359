//! Older versions of lessons and practices, looked up for whoever is in the middle of one.
//!
//! They stay in the database for good and are read when they are needed: after a change of the content that is a few people for
//! a few days, and now and then a phone that was long without a network.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use domain::content::{Curriculum, Lesson, Practice, Version};
use domain::ids::{LessonId, PracticeId};
use domain::learning::{Deed, Learner};
use jiff::Timestamp;
use pages::learning::Route;
use store::{Store, StoreError, content_versions};

use crate::app::App;

/// How many are kept at hand of each kind: some hundred kilobytes.
const KEPT_MAX: usize = 32;
/// How many of each kind a phone is given along: nobody is in the middle of more at once, and the state stays light.
const GIVEN_MAX: usize = 8;

/// Those that were needed last.
#[derive(Debug, Default)]
pub struct Versions {
    lessons: Mutex<VecDeque<Arc<Lesson>>>,
    practices: Mutex<VecDeque<Arc<Practice>>>,
}

impl Versions {
    /// The versions of a database, after those of today's content were added to it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open(store: &Store, curriculum: &Curriculum, now: Timestamp) -> Result<Self, StoreError> {
        let new = content_versions::add_new(store, curriculum, now).await?;
        tracing::debug!(new, "versions of lessons and practices were added");
        Ok(Self::default())
    }
}

/// Gives a learner the version that a page shows, when it is not today's.
pub(crate) async fn hold_for_page(app: &App, learner: &mut Learner, route: &Route) -> Result<(), StoreError> {
    match route {
        Route::Lesson(id, _) => lesson(app, learner, id, learner.version_of_lesson(id)).await,
        Route::Practice(id) | Route::Begin(id) | Route::Run(id) | Route::Tap(id) => {
            practice(app, learner, id, learner.version_of_practice(id)).await
        }
        _ => Ok(()),
    }
}

/// Gives a learner the version by which a deed is decided, when it is not today's.
pub(crate) async fn hold_for_deed(app: &App, learner: &mut Learner, deed: &Deed) -> Result<(), StoreError> {
    match deed {
        Deed::Read { lesson: id, version, .. } => {
            lesson(app, learner, id, learner.version_of_lesson(id).or(*version)).await
        }
        Deed::Begin { practice: id, version, .. } => practice(app, learner, id, *version).await,
        Deed::Tap { practice: id, .. } => practice(app, learner, id, learner.version_of_practice(id)).await,
        _ => Ok(()),
    }
}

/// Gives a learner the versions of everything that they are in the middle of, for their phone.
pub(crate) async fn hold_all(app: &App, learner: &mut Learner) -> Result<(), StoreError> {
    let read = learner.workbook.lessons.iter();
    let read: Vec<_> = read.filter_map(|(id, mark)| Some((id.clone(), mark.goes_by()?))).collect();
    for (id, version) in read {
        if learner.held.lessons.len() < GIVEN_MAX {
            lesson(app, learner, &id, Some(version)).await?;
        }
    }
    let open = learner.workbook.practices.iter();
    let open = open
        .filter_map(|(id, mark)| Some((id.clone(), mark.run.as_ref().filter(|run| !run.finished)?.version?)));
    let open: Vec<_> = open.collect();
    for (id, version) in open {
        if learner.held.practices.len() < GIVEN_MAX {
            practice(app, learner, &id, Some(version)).await?;
        }
    }
    Ok(())
}

async fn lesson(
    app: &App,
    learner: &mut Learner,
    id: &LessonId,
    version: Option<Version>,
) -> Result<(), StoreError> {
    let today = app.curriculum.lessons.get(id).map(|lesson| lesson.version);
    let Some(version) = version.filter(|version| today != Some(*version)) else { return Ok(()) };
    let is_it = |lesson: &Lesson| lesson.id == *id && lesson.version == version;
    let mut found = at_hand(&app.versions.lessons, is_it);
    if found.is_none() {
        let read = content_versions::find_lesson(&app.store, id, version).await?;
        found = read.map(|lesson| keep(&app.versions.lessons, lesson));
    }
    learner.held.lessons.extend(found);
    Ok(())
}

async fn practice(
    app: &App,
    learner: &mut Learner,
    id: &PracticeId,
    version: Option<Version>,
) -> Result<(), StoreError> {
    let today = app.curriculum.practices.get(id).map(|practice| practice.version);
    let Some(version) = version.filter(|version| today != Some(*version)) else { return Ok(()) };
    let is_it = |practice: &Practice| practice.id == *id && practice.version == version;
    let mut found = at_hand(&app.versions.practices, is_it);
    if found.is_none() {
        let read = content_versions::find_practice(&app.store, id, version).await?;
        found = read.map(|practice| keep(&app.versions.practices, practice));
    }
    learner.held.practices.extend(found);
    Ok(())
}

fn at_hand<T>(kept: &Mutex<VecDeque<Arc<T>>>, is_it: impl Fn(&T) -> bool) -> Option<Arc<T>> {
    let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.iter().find(|content| is_it(content)).cloned()
}

fn keep<T>(kept: &Mutex<VecDeque<Arc<T>>>, content: T) -> Arc<T> {
    let content = Arc::new(content);
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.push_front(content.clone());
    kept.truncate(KEPT_MAX);
    content
}
