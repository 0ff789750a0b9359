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

/// The people of a scope and a group behind a figure, in the order of names (those without a name first).
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(
    store: &Store,
    scope: &Scope,
    group: &GroupId,
    filter: &Filter,
    offset: u32,
    limit: u32,
) -> Result<Vec<Walked>, StoreError> {
    let columns = format!(
        "{}, p.level, p.attained, s.skill, s.rung, s.since, s.passed_at, s.statement, s.helper",
        people::COLUMNS
    );
    let sql = text(scope, filter, &columns) + " ORDER BY p.name_folded, p.id LIMIT ?6 OFFSET ?7";
    let mut params = values(scope, group, filter);
    params.extend(params![limit, offset]);
    store.db.rows(sql, params).await?.iter().map(walked).collect()
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
