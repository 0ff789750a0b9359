//! What every handler needs, made once at start.

use std::sync::Arc;

use domain::content::Curriculum;
use domain::ids::SkillId;
use domain::targets::Plan;
use domain::text::Lang;
use store::Store;
use territory::Territory;

use crate::bank::Workshop;
use crate::banks::Banks;
use crate::keys::KeyRing;
use crate::metrics::Metrics;
use crate::offline::Packs;
use crate::versions::Versions;

/// The running house. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Rooms>);

/// What stands in it.
pub struct Rooms {
    /// The database.
    pub store: Store,
    /// Units over time.
    pub territory: Territory,
    /// What can be learned.
    pub curriculum: Curriculum,
    /// The bank of questions.
    pub banks: Banks,
    /// Older versions of lessons and practices that are still needed.
    pub versions: Versions,
    /// What is being reckoned over all answers.
    pub workshop: Workshop,
    /// What was promised.
    pub plans: Vec<Plan>,
    /// The keys that sign certificates.
    pub keys: KeyRing,
    /// What the service worker fetches.
    pub packs: Packs,
    /// How it is run.
    pub settings: Settings,
    /// What is counted for the operator.
    pub metrics: Metrics,
}

/// How it is run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whether people and figures are made up.
    pub demonstration: bool,
    /// Scheme and host under which people reach this server, when the operator told it: `https://…`. Cookies are then
    /// `Secure`, and certificates carry this address.
    pub public_url: Option<String>,
    /// Scheme and host at which this server listens, for certificates when the operator told no other.
    pub own_url: String,
    /// Whether a proxy in front tells the caller's address in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// The accounts of the demonstration, shown on the sign-in page: login, password, what they are.
    pub demonstration_accounts: Vec<(String, String, String)>,
}

impl Settings {
    /// Whether people reach this server over TLS, so that cookies may be kept from anything else.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }
}

impl App {
    /// The house with these rooms.
    #[must_use]
    pub fn new(rooms: Rooms) -> Self {
        Self(Arc::new(rooms))
    }
}

impl Rooms {
    /// The name of a skill; `None` when the content has it no more.
    #[must_use]
    pub fn skill_title(&self, skill: &SkillId, lang: Lang) -> Option<&str> {
        self.curriculum.syllabus.skill(skill).map(|skill| skill.title.get(lang))
    }
}

impl core::ops::Deref for App {
    type Target = Rooms;
    fn deref(&self) -> &Rooms {
        &self.0
    }
}
