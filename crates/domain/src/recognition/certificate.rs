//! What a certificate says, and what became of it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use territory::UnitId;

use super::Assurance;
use crate::content::{Curriculum, Framework, Profile, Syllabus, TestKind};
use crate::ids::{CertificateId, GroupId, PersonId, ProfileId, SkillId, StatementId};
use crate::learning::{Book, Learner, day_of};
use crate::people::Name;
use crate::standing::Rung;
use crate::text::Text;

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// Whose it is.
    pub person: PersonId,
    /// What was met.
    pub profile: ProfileId,
    /// The name on it.
    pub name: Name,
    /// Where the person counted: the unit that issues it.
    pub unit: UnitId,
    /// As whom.
    pub group: Option<GroupId>,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// The last day on which it is valid.
    pub valid_until: Date,
    /// What it shows of the day of issue; nothing on those issued before this was kept.
    pub shown: Option<Shown>,
    /// The one whose place it took.
    pub replaces: Option<Replaces>,
    /// The account that issued it; nothing when its holder asked for it.
    pub issued_by: Option<String>,
}

/// Whose place a certificate took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaces {
    /// The older one.
    pub certificate: CertificateId,
    /// Why.
    pub because: Because,
}

/// Why a certificate took another's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The name was put right.
    Name,
    /// The time of the older one ran out.
    Time,
}

impl Because {
    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Time => "time",
        }
    }

    /// The reason of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Name, Self::Time].into_iter().find(|because| because.as_str() == word)
    }
}

/// What a certificate shows beside the name: as it was on the day of issue. Kept with it, because later lessons, titles and
/// standings must not change what was certified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Shown {
    /// The framework of the profile, when there is one.
    pub framework: Option<FrameworkMark>,
    /// The title of the profile.
    pub profile: Text,
    /// The rungs of the skills that the profile asks for.
    pub rungs: Vec<RungMark>,
    /// How the person was seen to do it.
    pub assurance: Assurance,
    /// Who confirms it, as the blueprint says.
    pub confirmed_by: Option<Text>,
}

/// A framework with its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameworkMark {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its version.
    pub version: String,
}

/// A rung as a certificate shows it, with the statement on which it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RungMark {
    /// The skill.
    pub skill: SkillId,
    /// Its title.
    pub title: Text,
    /// The rung.
    pub rung: Rung,
    /// When it was reached.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub since: Timestamp,
    /// The statement that showed it.
    pub statement: StatementId,
}

/// What a certificate is issued on beside the learner's book: data, and how the evidence came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The framework of the profile.
    pub framework: Option<FrameworkMark>,
    /// How the person was seen to do it.
    pub assurance: Assurance,
    /// Who confirms it.
    pub confirmed_by: Option<Text>,
    /// How many months it is valid.
    pub valid_months: u16,
}

impl Terms {
    /// The terms of a learner's profile, as its framework, the examination that is meant for their group and `province`
    /// ([`crate::place::Place::province`]), and their own book say.
    #[must_use]
    pub fn of(
        profile: &Profile,
        curriculum: &Curriculum,
        learner: &Learner,
        province: Option<UnitId>,
    ) -> Self {
        let group = learner.book.place.group();
        let examination = curriculum.blueprint_for(TestKind::Examination, group, province);
        let examination = examination.filter(|it| it.profile.as_ref().is_none_or(|id| *id == profile.id));
        Self {
            framework: curriculum.framework(&profile.framework).map(FrameworkMark::of),
            assurance: assurance(profile, learner),
            confirmed_by: examination.and_then(|it| it.confirmed_by.clone()),
            valid_months: examination.and_then(|it| it.valid_months).unwrap_or(profile.valid_months),
        }
    }
}

/// Supervised only when every skill that the profile asks for was passed under supervision.
fn assurance(profile: &Profile, learner: &Learner) -> Assurance {
    let of = |skill: &SkillId| learner.book.standings.get(skill).and_then(|standing| standing.assurance);
    let least = profile.demands.iter().map(|(skill, _)| of(skill).unwrap_or(Assurance::SelfTaken)).min();
    least.unwrap_or(Assurance::SelfTaken)
}

impl FrameworkMark {
    fn of(framework: &Framework) -> Self {
        let (title, version) = (framework.title.clone(), framework.version.clone());
        Self { id: framework.id.to_string(), title, version }
    }
}

impl Shown {
    /// What a certificate of this profile shows of a book.
    #[must_use]
    pub fn of(profile: &Profile, syllabus: &Syllabus, book: &Book, terms: &Terms) -> Self {
        let mark = |(skill, _): &(SkillId, Rung)| {
            let standing = book.standings.get(skill)?;
            let title = syllabus.skill(skill).map(|skill| skill.title.clone()).unwrap_or_default();
            let (rung, since, statement) = (standing.rung, standing.since, standing.statement);
            Some(RungMark { skill: skill.clone(), title, rung, since, statement })
        };
        Self {
            framework: terms.framework.clone(),
            profile: profile.title.clone(),
            rungs: profile.demands.iter().filter_map(mark).collect(),
            assurance: terms.assurance,
            confirmed_by: terms.confirmed_by.clone(),
        }
    }
}

impl Certificate {
    /// The statements on which it stands; none of one issued before this was kept.
    pub fn evidence(&self) -> impl Iterator<Item = StatementId> + '_ {
        self.shown.iter().flat_map(|shown| &shown.rungs).map(|mark| mark.statement)
    }

    /// Whether it has lost ground: it stands on `voided`, or shows a rung that is not in `book` any more.
    #[must_use]
    pub fn has_lost_ground(&self, voided: StatementId, book: &Book, syllabus: &Syllabus) -> bool {
        let Some(shown) = &self.shown else {
            let profile = syllabus.profile(&self.profile);
            return profile.is_some_and(|profile| !crate::tally::attained(profile, book));
        };
        let is_below = |mark: &RungMark| book.rung(&mark.skill) < Some(mark.rung);
        shown.rungs.iter().any(|mark| mark.statement == voided || is_below(mark))
    }
}

/// What became of a certificate after it was issued.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Life {
    /// When and why it was revoked. One that another took the place of, because of a name, is revoked too.
    pub revoked: Option<Revocation>,
    /// The one that took its place.
    pub replaced_by: Option<CertificateId>,
}

/// When and why a certificate was revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revocation {
    /// When.
    pub at: Timestamp,
    /// Why, from the list; nothing on those revoked before there was one.
    pub reason: Option<RevokeReason>,
    /// Why, in words. For officials and the holder, never for everybody: words may name people.
    pub words: String,
    /// The account that did it; nothing when the holder did, or before this was kept.
    pub by: Option<String>,
}

/// Why a certificate is revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevokeReason {
    /// What it stands on does not hold.
    EvidenceVoided,
    /// Somebody else did the work, or sat the test.
    WrongPerson,
    /// The rules of the test were not kept.
    AgainstRules,
    /// It was issued by mistake.
    IssuedInError,
    /// The holder asked for it.
    HolderAsked,
    /// Another one took its place, with the name put right.
    Replaced,
}

impl RevokeReason {
    /// Those from which an official chooses.
    pub const OFFERED: [Self; 5] =
        [Self::EvidenceVoided, Self::WrongPerson, Self::AgainstRules, Self::IssuedInError, Self::HolderAsked];

    /// The word in forms, on the command line and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EvidenceVoided => "evidence-voided",
            Self::WrongPerson => "wrong-person",
            Self::AgainstRules => "against-rules",
            Self::IssuedInError => "issued-in-error",
            Self::HolderAsked => "holder-asked",
            Self::Replaced => "replaced",
        }
    }

    /// The reason of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::OFFERED.into_iter().chain([Self::Replaced]).find(|reason| reason.as_str() == word)
    }
}

/// What a certificate is worth on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is valid.
    Valid,
    /// Its time is over. No program has to run for that: the day says it.
    Expired,
    /// It was revoked, for this reason where one is kept.
    Revoked(Option<RevokeReason>),
    /// Another one took its place.
    Replaced(CertificateId),
}

impl Life {
    /// What the certificate is worth on a day. Revoked goes before expired: a paper that was taken back is not just old.
    #[must_use]
    pub fn status(&self, certificate: &Certificate, today: Date) -> Status {
        match (&self.revoked, self.replaced_by) {
            (Some(Revocation { reason: Some(RevokeReason::Replaced), .. }), Some(by)) => Status::Replaced(by),
            (Some(revoked), _) => Status::Revoked(revoked.reason),
            (None, _) if today > certificate.valid_until => Status::Expired,
            (None, _) => Status::Valid,
        }
    }

    /// Whether it is valid on the day of an instant.
    #[must_use]
    pub fn is_valid_at(&self, certificate: &Certificate, now: Timestamp) -> bool {
        self.status(certificate, day_of(now)) == Status::Valid
    }
}
