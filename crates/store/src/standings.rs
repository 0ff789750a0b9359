//! Standings by place: the walk from a figure down to the people behind it.

use crate::db::{Row, StoreError, Value};
use crate::people::{self, PersonFacts};
use crate::read::{level, level_height, maybe};
use crate::{Scope, Store, learners, params};
use domain::ids::{GroupId, SkillId};
use domain::standing::{Rung, Standing};
use domain::tally::{Level, everyone};

/// Which people stand behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// Who stands on the ladder for any skill.
    People,
    /// Who meets the profile of their group.
    Attained,
    /// Whose level over the profile is one of these and those between.
    Level(Level, Level),
    /// Whose rung for a skill is one of these and those between.
    Skill(SkillId, Rung, Rung),
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walked {
    /// Who.
    pub person: PersonFacts,
    /// Their level over the profile; none when no profile is asked, or nothing was done.
    pub level: Option<Level>,
    /// Whether the profile is met.
    pub attained: bool,
    /// The standing for the skill, when the filter is about one.
    pub standing: Option<Standing>,
}

/// Beside those of the person.
const COLUMNS: &str =
    "p.level, p.attained, s.skill, s.rung, s.since, s.passed_at, s.statement, s.helper, s.assurance";
/// Conditions on top of [`text`]; `?6` is the last year in which adults were born.
const ADULTS: &str = " AND (p.birth_year IS NULL OR p.birth_year <= ?6)";
const CHILDREN: &str = " AND p.birth_year > ?6";

/// The people of a scope and a group behind a figure. First those born until `adults_born_until` (or who have not told when),
/// in the order of names, those without a name first; then the younger ones, in the order of their ids: a child is shown
/// without a name, and a place between two names would tell it.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(
    store: &Store,
    scope: &Scope,
    group: &GroupId,
    filter: &Filter,
    adults_born_until: i16,
    offset: u32,
    limit: u32,
) -> Result<Vec<Walked>, StoreError> {
    let born = i64::from(adults_born_until);
    let columns = format!("{}, {COLUMNS}", people::COLUMNS);
    let those = |which: &str, columns: &str| text(scope, filter, columns) + which;
    let with = |more: Vec<Value>| [values(scope, group, filter), more].concat();
    let adults = those(ADULTS, &columns) + " ORDER BY p.name_folded, p.id LIMIT ?7 OFFSET ?8";
    // In parts, so that the names of a ward come out of its index and need not be sorted for every sheet.
    let mut rows = store.db.rows(adults, with(params![born, limit, offset])).await?;
    let lacking = limit.saturating_sub(u32::try_from(rows.len()).unwrap_or(limit));
    if lacking > 0 {
        let before = store.db.row(those(ADULTS, "COUNT(*)"), with(params![born])).await?.get::<u32>(0)?;
        let children = those(CHILDREN, &columns) + " ORDER BY p.id LIMIT ?7 OFFSET ?8";
        let params = with(params![born, lacking, offset.saturating_sub(before)]);
        rows.extend(store.db.rows(children, params).await?);
    }
    rows.iter().map(walked).collect()
}

/// How many people [`list`] has in all.
///
/// # Errors
/// `Unavailable`.
pub async fn count(
    store: &Store,
    scope: &Scope,
    group: &GroupId,
    filter: &Filter,
) -> Result<u64, StoreError> {
    store.db.row(text(scope, filter, "COUNT(*)"), values(scope, group, filter)).await?.get(0)
}

/// Every text has parameters `?1` scope, `?2` group, `?3` skill, `?4` and `?5` the lowest and the highest height.
fn text(scope: &Scope, filter: &Filter, columns: &str) -> String {
    let any = "CAST(?4 AS BIGINT) <= CAST(?5 AS BIGINT)";
    let (join, condition) = match filter {
        Filter::People => {
            ("LEFT", format!("{any} AND EXISTS (SELECT 1 FROM standings e WHERE e.person = p.id)"))
        }
        Filter::Attained => ("LEFT", format!("{any} AND p.attained = 1")),
        Filter::Level(..) => ("LEFT", "p.level BETWEEN ?4 AND ?5".to_owned()),
        Filter::Skill(..) => ("INNER", "s.rung BETWEEN ?4 AND ?5".to_owned()),
    };
    format!(
        "{} SELECT {columns} FROM persons p {join} JOIN standings s ON s.person = p.id AND s.skill = ?3
         WHERE {} AND p.grps LIKE ?2 AND {condition}",
        scope.with(),
        scope.on("p.unit"),
    )
}

fn values(scope: &Scope, group: &GroupId, filter: &Filter) -> Vec<Value> {
    let group = if *group == everyone() { "%".to_owned() } else { format!("%,{group},%") };
    let (skill, from, to) = match filter {
        Filter::People | Filter::Attained => ("", 0, 0),
        Filter::Level(from, to) => ("", level_height(*from), level_height(*to)),
        Filter::Skill(skill, from, to) => (skill.as_str(), i64::from(from.height()), i64::from(to.height())),
    };
    params![scope.param(), group, skill, from, to]
}

fn walked(row: &Row) -> Result<Walked, StoreError> {
    Ok(Walked {
        person: PersonFacts::try_from(row)?,
        level: maybe(row, "level", "0 to 5", level)?,
        attained: row.get("attained")?,
        standing: learners::standing(row)?.map(|(_, standing)| standing),
    })
}
