//! The house of one test.

use axum::Router;
use domain::content::{Curriculum, Item, load};
use domain::ids::{GroupId, StatementId};
use domain::people::RoleKind;
use domain::targets::Denominator;
use domain::text::Text;
use store::audit::{self, Audited};
use store::recount::{Mend, recount};
use store::testing::TestDatabase;
use store::{Store, denominators};
use territory::{Territory, read_aliases, read_successions, read_units};
use web::offline::Packs;
use web::{App, Banks, KeyRing, Keys, Metrics, Rooms, Settings, Versions, Workshop, clock, content};

use crate::{Browser, Guest, Official};

/// Tells a story on SQLite, and on PostgreSQL where one is named; afterwards a recount must find no difference.
pub async fn on_each(story: impl AsyncFn(&TestApp)) {
    for database in TestDatabase::each().await.expect("the databases for tests are there") {
        let app = TestApp::on(database, Settings::default()).await;
        story(&app).await;
        app.agrees().await;
    }
}

/// The house on a database of its own, with the real lessons, units and targets.
///
/// The units are read from their registers and not written to the database, since no handler reads them there; and nobody
/// has said how many people live where, unless [`TestApp::has_people`] says so. A house is thus made in tenths of a second.
pub struct TestApp {
    /// What every handler gets.
    pub app: App,
    router: Router,
    /// `None` of a later start, whose database is that of the first.
    database: Option<TestDatabase>,
}

impl TestApp {
    /// A house on SQLite.
    pub async fn start() -> Self {
        Self::with(Settings::default()).await
    }

    /// A house on SQLite that is run in this way.
    pub async fn with(settings: Settings) -> Self {
        Self::on(TestDatabase::sqlite(), settings).await
    }

    /// A house on SQLite whose tests ask only these questions.
    pub async fn asking(questions: impl Fn(&Item) -> bool) -> Self {
        let mut curriculum = curriculum();
        curriculum.items.retain(questions);
        Self::teaching(curriculum, TestDatabase::sqlite(), Settings::default()).await
    }

    async fn on(database: TestDatabase, settings: Settings) -> Self {
        Self::teaching(curriculum(), database, settings).await
    }

    async fn teaching(curriculum: Curriculum, database: TestDatabase, settings: Settings) -> Self {
        let store = database.store().await.expect("an empty database opens");
        let app = Self::opened(curriculum, store, settings).await;
        Self { database: Some(database), ..app }
    }

    /// The house as it stands after another start on the same database, with this content.
    pub async fn started_again(&self, curriculum: Curriculum) -> Self {
        let database = self.database.as_ref().expect("the first start");
        let store = database.store().await.expect("the database opens again");
        Self::opened(curriculum, store, self.app.settings.clone()).await
    }

    async fn opened(curriculum: Curriculum, store: Store, settings: Settings) -> Self {
        let banks = Banks::open(&store, &curriculum, clock::now()).await.expect("a bank of questions");
        let versions = Versions::open(&store, &curriculum, clock::now()).await.expect("versions of lessons");
        let app = App::new(Rooms {
            store,
            banks,
            versions,
            workshop: Workshop::default(),
            territory: units(),
            plans: plans(),
            keys: KeyRing::new(Keys::of_seed([7; 32]), None),
            packs: Packs::of(&curriculum),
            curriculum,
            settings: Settings { own_url: "http://hocvuso.test".into(), ..settings },
            metrics: Metrics::default(),
        });
        Self { router: web::router(app.clone()), app, database: None }
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.app.store
    }

    /// A browser without a cookie.
    #[must_use]
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// Somebody who comes for the first time.
    #[must_use]
    pub fn guest(&self) -> Guest {
        Guest::new(self.browser(), self.app.clone())
    }

    /// A helper of a unit, signed in.
    pub async fn helper(&self, name: &str, unit: &str) -> Official {
        self.official(name, RoleKind::Helper, unit).await
    }

    /// An officer of a unit, signed in.
    pub async fn officer(&self, name: &str, unit: &str) -> Official {
        self.official(name, RoleKind::Officer, unit).await
    }

    /// A leader of a unit, signed in.
    pub async fn leader(&self, unit: &str) -> Official {
        self.official(&format!("Lãnh đạo {}", letters(unit)), RoleKind::Leader, unit).await
    }

    async fn official(&self, name: &str, role: RoleKind, unit: &str) -> Official {
        let mut official = Official::hired(self, name, role, unit).await;
        let page = official.signs_in().await;
        assert_eq!(page.status, 200, "{name} signs in: {}", page.main());
        official
    }

    /// Says how many people of a group a unit has.
    pub async fn has_people(&self, unit: &str, group: &str, value: i64) {
        let denominator = Denominator {
            unit: unit.parse().expect("a unit"),
            group: GroupId::parse(group).expect("a group"),
            value,
            source: Text::new("Nguồn của bài thử", "The test's own source"),
            as_of: "2026".into(),
            demonstration: false,
        };
        denominators::save(self.store(), &[denominator]).await.expect("denominators are saved");
    }

    /// The audit, the newest row first.
    pub async fn audit(&self) -> Vec<Audited> {
        let later = clock::now() + jiff::SignedDuration::from_hours(1);
        audit::list(self.store(), later, 1000).await.expect("the audit can be read")
    }

    /// How many statements the record holds.
    pub async fn statements(&self) -> u64 {
        store::record::count(self.store()).await.expect("the record can be counted")
    }

    /// A recount finds no difference.
    pub async fn agrees(&self) {
        let report = recount(self.store(), &self.app.curriculum.syllabus, Mend::No).await.expect("a recount");
        assert!(report.differences.is_empty(), "a recount differs: {:#?}", report.differences);
    }
}

/// An id as a device makes one.
#[must_use]
pub fn fresh_id() -> StatementId {
    StatementId::mint(clock::now(), clock::chance())
}

/// Names hold letters only.
fn letters(unit: &str) -> String {
    unit.chars().map(|c| char::from_u32(u32::from(c) % 26 + u32::from('a')).unwrap_or('x')).collect()
}

fn curriculum() -> Curriculum {
    let (curriculum, findings) = load(&content::built_in(), &pages::ui::icon_names());
    assert!(findings.is_empty(), "the built-in content has faults: {findings:?}");
    curriculum
}

fn units() -> Territory {
    let texts = content::territory();
    let units = read_units(texts.units).expect("the units are whole");
    let successions = read_successions(texts.successions).expect("the successions are whole");
    let aliases = read_aliases(texts.aliases).expect("the aliases are whole");
    Territory::new(units, successions, &aliases).expect("the registers fit together")
}

fn plans() -> Vec<domain::targets::Plan> {
    let read =
        |(file, text): &(&str, &str)| domain::targets::read(file, text).expect("the targets are whole");
    content::targets().iter().flat_map(read).collect()
}
