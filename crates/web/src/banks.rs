//! The bank of questions in use, and older versions that open attempts still go by.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use domain::assessment::{Attempt, Bank, BankVersion, Uses};
use domain::content::Curriculum;
use domain::ids::BlueprintId;
use jiff::Timestamp;
use store::banks::Made;
use store::{Store, StoreError, attempts, banks};

/// How often a start tries again when another server of the same database added a version at the same time.
const TRIES: usize = 4;
/// From how many of the last attempts exposure is reckoned.
const ATTEMPTS: u32 = 4_000;

/// The versions at hand.
#[derive(Debug)]
pub struct Banks {
    latest: RwLock<Arc<Bank>>,
    older: RwLock<BTreeMap<u32, Arc<Bank>>>,
    /// By test and version: how often each question was asked, where the blueprint holds that down.
    uses: RwLock<BTreeMap<(BlueprintId, u32), Arc<Uses>>>,
}

impl Banks {
    /// The versions of a database: the first one is made from the content, and a next one whenever the content has gained
    /// questions.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open(store: &Store, curriculum: &Curriculum, now: Timestamp) -> Result<Self, StoreError> {
        for _ in 1..TRIES {
            match agree(store, curriculum, now).await {
                Err(error) if error.is_race() => {}
                done => return done.map(|version| Self::of(version, curriculum)),
            }
        }
        Ok(Self::of(agree(store, curriculum, now).await?, curriculum))
    }

    fn of(version: BankVersion, curriculum: &Curriculum) -> Self {
        let latest = RwLock::new(Arc::new(Bank::new(version, curriculum)));
        Self { latest, older: RwLock::default(), uses: RwLock::default() }
    }

    /// The version from which new attempts draw.
    #[must_use]
    pub fn latest(&self) -> Arc<Bank> {
        self.latest.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes a version in use that was added to the database, unless a later one is: two keepers may come here in either order. Open
    /// attempts go on with theirs.
    pub fn use_version(&self, version: BankVersion, curriculum: &Curriculum) {
        let next = Arc::new(Bank::new(version, curriculum));
        let mut latest = self.latest.write().unwrap_or_else(PoisonError::into_inner);
        let is_later = next.number() > latest.number();
        let older = if is_later { core::mem::replace(&mut *latest, next) } else { next };
        self.older.write().unwrap_or_else(PoisonError::into_inner).insert(older.number(), older);
    }

    /// A version by its number; `None` when the database has none such.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn version(
        &self,
        store: &Store,
        curriculum: &Curriculum,
        number: u32,
    ) -> Result<Option<Arc<Bank>>, StoreError> {
        let latest = self.latest();
        if latest.number() == number {
            return Ok(Some(latest));
        }
        let known = self.older.read().unwrap_or_else(PoisonError::into_inner).get(&number).cloned();
        if known.is_some() {
            return Ok(known);
        }
        let Some(version) = banks::load(store, number).await? else { return Ok(None) };
        let bank = Arc::new(Bank::new(version, curriculum));
        self.older.write().unwrap_or_else(PoisonError::into_inner).insert(number, bank.clone());
        Ok(Some(bank))
    }

    /// How often each question of a version was asked in a test; from the record when it is first wanted, kept up to date since.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn uses(
        &self,
        store: &Store,
        blueprint: &BlueprintId,
        bank: &Bank,
    ) -> Result<Arc<Uses>, StoreError> {
        let key = (blueprint.clone(), bank.number());
        let known = self.uses.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let mut uses = Uses::default();
        for attempt in attempts::list_ended(store, blueprint, bank.number(), ATTEMPTS).await? {
            uses.note(bank, &attempt);
        }
        let uses = Arc::new(uses);
        self.uses.write().unwrap_or_else(PoisonError::into_inner).insert(key, uses.clone());
        Ok(uses)
    }

    /// Notes an attempt that has ended, where its test's uses are at hand.
    pub fn note(&self, bank: &Bank, attempt: &Attempt) {
        let key = (attempt.blueprint.clone(), attempt.bank);
        if let Some(uses) = self.uses.write().unwrap_or_else(PoisonError::into_inner).get_mut(&key) {
            Arc::make_mut(uses).note(bank, attempt);
        }
    }
}

async fn agree(store: &Store, curriculum: &Curriculum, now: Timestamp) -> Result<BankVersion, StoreError> {
    let made = |note: &str| Made { at: now, by: None, note: note.into() };
    let (version, made) = match banks::latest(store).await? {
        None => (BankVersion::starting(curriculum), made("the authors' first estimates")),
        Some(latest) => match latest.with_new(curriculum) {
            Some(next) => (next, made("the content has gained questions")),
            None => return Ok(latest),
        },
    };
    banks::add(store, &version, &made).await?;
    Ok(version)
}
