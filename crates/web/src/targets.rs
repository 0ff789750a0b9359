//! The page of a unit: how many people stand where, against what was promised.

use std::collections::BTreeMap;

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::ids::GroupId;
use domain::learning::day_of;
use domain::standing::Rung;
use domain::tally::{Indicator, Level, everyone};
use domain::targets::{self, Denominator, Plan, Shown, Value};
use domain::text::Lang;
use jiff::ToSpan as _;
use jiff::civil::Date;
use pages::figure::{Figure, Total};
use pages::learning::Form;
use pages::messages::Messages;
use pages::targets::{
    Below, Ended, GroupPart, SortBy, TargetLine, TargetStanding, TargetValue, Targets, UnitName,
};
use pages::ui::{Count, Trend};
use pages::urls::{self, Url};
use store::{Scope, denominators, figures};
use territory::{Heirs, Level as UnitLevel, Unit, UnitId};

use crate::app::App;
use crate::clock;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// From this rung up a person counts where a target does not say otherwise: “tự làm được”.
const COUNTED_FROM: Rung = Rung::Alone;
/// How far back the trend goes.
const TREND_MONTHS: i64 = 12;

/// GET `/targets/{unit}?sort=…`.
pub(crate) async fn show(
    State(app): State<App>,
    viewer: Viewer,
    Path(unit): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let id: UnitId = unit.parse().map_err(|_| Problem::new(What::NotFound))?;
        let sheet = Sheet::of(&app, &viewer, id)?;
        let page = sheet.page(SortBy::of_word(query.get("sort").unwrap_or_default())).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// What is needed to fill the page of one unit.
struct Sheet<'a> {
    app: &'a App,
    viewer: &'a Viewer,
    unit: &'a Unit,
    today: Date,
    /// Of an ended unit: today's units on its ground.
    heirs: Option<Heirs>,
    /// The units whose people are counted.
    scope: Scope,
}

impl<'a> Sheet<'a> {
    fn of(app: &'a App, viewer: &'a Viewer, id: UnitId) -> Result<Self, Problem> {
        let today = day_of(clock::now());
        let unit = app
            .territory
            .get(id, today)
            .or_else(|| app.territory.latest(id))
            .ok_or(Problem::new(What::NotFound))?;
        let heirs = unit.has_ended_by(today).then(|| app.territory.heirs(id, today));
        let scope = match (&heirs, unit.level()) {
            // Whole wards of today, also those that took ground from elsewhere: nothing is divided, and the page says so.
            (Some(heirs), _) => Scope::Units(heirs.whole.iter().chain(&heirs.mixed).copied().collect()),
            (None, UnitLevel::Country) => Scope::Everywhere,
            (None, UnitLevel::Commune) => Scope::of(id),
            (None, _) => Scope::Units(app.territory.communes_of(id, today)),
        };
        Ok(Self { app, viewer, unit, today, heirs, scope })
    }

    const fn lang(&self) -> Lang {
        self.viewer.lang()
    }

    async fn page(&self, sort: SortBy) -> Result<Targets, Problem> {
        let mut groups = Vec::new();
        for group in self.groups() {
            groups.push(self.group(&group).await?);
        }
        let mut below = self.below().await?;
        sort_by(&mut below, sort);
        Ok(Targets {
            unit: name(self.unit),
            above: self.above(),
            ended: self.ended(),
            unmeasured: self.unmeasured(),
            stated: Vec::new(),
            trend: self.trend(groups.first()).await?,
            groups,
            below,
            sort,
            walk_down: self.walk_down(),
        })
    }

    /// Adults first, as the movement counts them; then each plain group; at last everybody, with those who told no group.
    fn groups(&self) -> Vec<GroupId> {
        let syllabus = &self.app.curriculum.syllabus;
        let composites = syllabus.composites.iter().map(|group| group.id.clone());
        composites.chain(syllabus.groups.iter().map(|group| group.id.clone())).chain([everyone()]).collect()
    }

    /// Where an authorised leader walks on to: the people behind the first figure.
    fn walk_down(&self) -> Option<Url> {
        let now = clock::now();
        let may = |unit: UnitId| self.viewer.may_walk_down(self.app, unit, now);
        let may = match &self.heirs {
            Some(heirs) => heirs.whole.iter().chain(&heirs.mixed).all(|unit| may(*unit)),
            None => may(self.unit.id),
        };
        let group = self.groups().into_iter().next().filter(|_| may)?;
        let people = urls::standings().with("unit", self.unit.id.as_str()).with("group", group.as_str());
        Some(people.with("from", COUNTED_FROM.as_str()))
    }

    fn above(&self) -> Vec<UnitName> {
        let on = self.unit.last_day().unwrap_or(self.today);
        let mut above: Vec<UnitName> = self.app.territory.ancestors(self.unit.id, on).map(name).collect();
        above.reverse();
        above
    }

    fn ended(&self) -> Option<Ended> {
        let heirs = self.heirs.as_ref()?;
        let today = heirs.whole.iter().chain(&heirs.mixed);
        Some(Ended {
            on: self.unit.last_day()?,
            today: today.filter_map(|id| self.app.territory.get(*id, self.today)).map(name).collect(),
            is_split: !heirs.mixed.is_empty(),
        })
    }

    /// The plans that speak of this unit: its own, and those of the units it is part of.
    fn plans(&self) -> impl Iterator<Item = &'a Plan> {
        let on = self.unit.last_day().unwrap_or(self.today);
        let over: Vec<UnitId> = self
            .app
            .territory
            .ancestors(self.unit.id, on)
            .map(|unit| unit.id)
            .chain([self.unit.id])
            .collect();
        self.app.plans.iter().filter(move |plan| over.contains(&plan.unit))
    }

    async fn group(&self, group: &GroupId) -> Result<GroupPart, Problem> {
        let counts = figures::totals(&self.app.store, &self.scope, group).await?;
        let denominator = self.denominator(group).await?;
        let reached = reached(&counts, COUNTED_FROM);
        let figure = targets::Figure { numerator: reached, denominator, on: self.today };
        let lines = self.plans().flat_map(|plan| plan.targets.iter().map(move |target| (plan, target)));
        let mine = lines.filter(|(_, target)| target.group.as_ref() == Some(group));
        let targets: Vec<TargetLine> = mine
            .map(|(plan, target)| self.line(plan, target, self.standing(target, &figure, &counts)))
            .collect();
        let goal_permille = targets.iter().find_map(|target| match target.value {
            TargetValue::Share(share) => Some(share),
            _ => None,
        });
        Ok(GroupPart { figure: self.figure(group, &counts, &figure, goal_permille), targets })
    }

    fn figure(
        &self,
        group: &GroupId,
        counts: &BTreeMap<Indicator, i64>,
        figure: &targets::Figure,
        goal_permille: Option<u32>,
    ) -> Figure {
        let title = self.app.curriculum.syllabus.group_title(group);
        let on = Rung::ALL.map(|rung| public(on_rung(counts, rung)));
        let reached = public(figure.numerator);
        let may_share = matches!(reached, Count::Exact(_));
        Figure {
            group: title.map_or_else(
                || Messages(self.lang()).everybody().to_owned(),
                |title| lower_first(title.get(self.lang())),
            ),
            on,
            started: public(counts.get(&Indicator::Ladder(Level::Started)).copied().unwrap_or(0)),
            from: COUNTED_FROM,
            reached,
            total: figure.denominator.as_ref().map(|denominator| self.total(denominator)),
            permille: figure.permille().filter(|_| may_share).map(clamp),
            goal_permille,
            as_of: figure.on,
        }
    }

    fn total(&self, denominator: &Denominator) -> Total {
        Total {
            value: u64::try_from(denominator.value).unwrap_or(0),
            source: denominator.source.get(self.lang()).to_owned(),
            as_of: as_people_write(&denominator.as_of, self.lang()),
        }
    }

    fn standing(
        &self,
        target: &targets::Target,
        figure: &targets::Figure,
        counts: &BTreeMap<Indicator, i64>,
    ) -> TargetStanding {
        if self.heirs.as_ref().is_some_and(|heirs| !heirs.mixed.is_empty()) {
            return TargetStanding::NotAttributable;
        }
        let from = target.from.unwrap_or(COUNTED_FROM);
        let counted = targets::Figure { numerator: reached(counts, from), ..figure.clone() };
        let missing = match target.value {
            Value::Share(share) => counted.missing_for(share),
            Value::People(people) => Some((people - counted.numerator).max(0)),
            Value::Rank(_) | Value::Words => None,
        };
        // How many are missing would tell a count that is too small to be told.
        let may_tell = matches!(targets::shown(counted.numerator), Shown::Count(_));
        match missing.filter(|_| may_tell).map(u64::try_from) {
            Some(Ok(0)) => TargetStanding::Met,
            Some(Ok(missing)) => TargetStanding::Missing(missing),
            _ => TargetStanding::Unmeasured,
        }
    }

    fn line(&self, plan: &Plan, target: &targets::Target, standing: TargetStanding) -> TargetLine {
        let lang = self.lang();
        TargetLine {
            wording: target.wording.get(lang).to_owned(),
            issuer: plan.issuer.get(lang).to_owned(),
            document: plan.document.get(lang).to_owned(),
            issued: plan.issued,
            source: plan.source.get(lang).to_owned(),
            value: match target.value {
                Value::Share(share) => TargetValue::Share(clamp(share)),
                Value::People(people) => TargetValue::People(u64::try_from(people).unwrap_or(0)),
                Value::Rank(rank) => TargetValue::Rank(u64::try_from(rank).unwrap_or(0)),
                Value::Words => TargetValue::Words,
            },
            due: target.due,
            standing,
        }
    }

    /// Promises for which nobody here is counted.
    fn unmeasured(&self) -> Vec<TargetLine> {
        let lines = self.plans().flat_map(|plan| plan.targets.iter().map(move |target| (plan, target)));
        let unmeasured = lines.filter(|(_, target)| target.group.is_none());
        unmeasured.map(|(plan, target)| self.line(plan, target, TargetStanding::Unmeasured)).collect()
    }

    /// How many people of a group a unit has: as somebody says of the unit itself, or the sum over its communes.
    async fn denominator(&self, group: &GroupId) -> Result<Option<Denominator>, Problem> {
        let (unit, scope) = (self.unit.id, &self.scope);
        // Made-up people are never set against real ones: where a demonstration is counted, its own sizes come first.
        let parts = self.sizes(scope, group).await?;
        let made_up = parts.first().is_some_and(|first| first.demonstration);
        let own = denominators::find(&self.app.store, unit, group).await?;
        if let Some(own) = own.filter(|own| own.demonstration == made_up) {
            return Ok(Some(own));
        }
        // A sum that leaves communes out would make every share too large.
        let whole = made_up || matches!(scope, Scope::Units(units) if units.len() == parts.len());
        let Some(first) = parts.first().filter(|_| whole).cloned() else { return Ok(None) };
        let value = parts.iter().map(|part| part.value).sum();
        Ok(Some(Denominator { unit, value, ..first }))
    }

    /// One denominator for each unit of the scope: of the register that the first one is from, so that two measures never
    /// mix in one sum.
    async fn sizes(&self, scope: &Scope, group: &GroupId) -> Result<Vec<Denominator>, Problem> {
        let all = denominators::list(&self.app.store, scope, group).await?;
        let first = all.iter().find(|one| one.demonstration).or(all.first());
        let Some(source) = first.map(|first| (first.source.clone(), first.demonstration)) else {
            return Ok(Vec::new());
        };
        let mut same: Vec<Denominator> =
            all.into_iter().filter(|one| (&one.source, one.demonstration) == (&source.0, source.1)).collect();
        same.retain(|one| one.unit.level() == UnitLevel::Commune);
        Ok(same)
    }

    /// The sizes of the rows of the table: on the page of the country what is said of each province, unless people are made up.
    async fn sizes_below(
        &self,
        scope: &Scope,
        parts: &[UnitId],
        group: &GroupId,
    ) -> Result<Vec<Denominator>, Problem> {
        let communes = self.sizes(scope, group).await?;
        let made_up = communes.first().is_some_and(|first| first.demonstration);
        if made_up || self.unit.level() != UnitLevel::Country {
            return Ok(communes);
        }
        Ok(denominators::list(&self.app.store, &Scope::Units(parts.to_vec()), group).await?)
    }

    async fn trend(&self, first: Option<&GroupPart>) -> Result<Trend, Problem> {
        let Some(group) = self.groups().into_iter().next() else {
            return Ok(Trend { points: Vec::new(), goal: None });
        };
        let from = self.today.saturating_sub(TREND_MONTHS.months());
        let counted: Vec<Indicator> = Rung::ALL
            .into_iter()
            .filter(|rung| *rung >= COUNTED_FROM)
            .map(|rung| Indicator::Ladder(Level::All(rung)))
            .collect();
        let days = figures::trend(&self.app.store, &self.scope, &group, &counted, from).await?;
        let last = days.last().map(|(_, count)| *count);
        let today = last
            .filter(|_| days.last().is_some_and(|(day, _)| *day < self.today))
            .map(|count| (self.today, count));
        let shown = days
            .into_iter()
            .chain(today)
            .filter(|(_, count)| matches!(targets::shown(*count), Shown::Count(_)));
        let points = shown.map(|(day, count)| (day, u64::try_from(count).unwrap_or(0))).collect();
        let goal = first.and_then(|part| {
            let total = part.figure.total.as_ref()?.value;
            Some(total * u64::from(part.figure.goal_permille?) / 1000)
        });
        Ok(Trend { points, goal })
    }

    /// The units within: provinces of the country, communes of a province, today's units on the ground of an ended one.
    async fn below(&self) -> Result<Vec<Below>, Problem> {
        let parts: Vec<UnitId> = match &self.heirs {
            Some(heirs) => heirs.whole.iter().chain(&heirs.mixed).copied().collect(),
            None => self.app.territory.children(self.unit.id, self.today).map(|unit| unit.id).collect(),
        };
        let Some(group) = self.groups().into_iter().next().filter(|_| !parts.is_empty()) else {
            return Ok(Vec::new());
        };
        let scope = if self.heirs.is_some() { Scope::Units(parts.clone()) } else { self.scope.clone() };
        let mut reached: BTreeMap<UnitId, i64> = BTreeMap::new();
        for (unit, indicator, count) in figures::by_unit(&self.app.store, &scope, &group).await? {
            let counts = matches!(&indicator, Indicator::Ladder(Level::All(rung)) if *rung >= COUNTED_FROM);
            if counts {
                *reached.entry(self.part_of(unit)).or_default() += count;
            }
        }
        let mut sizes: BTreeMap<UnitId, i64> = BTreeMap::new();
        for size in self.sizes_below(&scope, &parts, &group).await? {
            *sizes.entry(self.part_of(size.unit)).or_default() += size.value;
        }
        let goal =
            self.plans().flat_map(|plan| &plan.targets).find(|target| target.group.as_ref() == Some(&group));
        let goal = goal.and_then(|target| match target.value {
            Value::Share(share) => Some(share),
            _ => None,
        });
        let line = |id: UnitId| {
            let unit = self.app.territory.get(id, self.today)?;
            Some(below_line(unit, reached.get(&id).copied().unwrap_or(0), sizes.get(&id).copied(), goal))
        };
        Ok(parts.into_iter().filter_map(line).collect())
    }

    /// The row of the table that a commune belongs to: itself, or its province on the page of the country.
    fn part_of(&self, commune: UnitId) -> UnitId {
        if self.unit.level() == UnitLevel::Country && commune.level() == UnitLevel::Commune {
            return self.app.territory.parent(commune, self.today).map_or(commune, |parent| parent.id);
        }
        commune
    }
}

fn below_line(unit: &Unit, reached: i64, total: Option<i64>, goal: Option<i64>) -> Below {
    let count = public(reached);
    let exact = matches!(count, Count::Exact(_));
    let total = total.filter(|total| *total > 0);
    let permille = total.filter(|_| exact).map(|total| clamp(reached.saturating_mul(1000) / total));
    let missing =
        total.zip(goal).filter(|_| exact).map(|(total, goal)| (total * goal + 999) / 1000 - reached);
    Below {
        unit: name(unit),
        reached: count,
        total: total.and_then(|total| u64::try_from(total).ok()),
        permille,
        missing: missing.map(|missing| u64::try_from(missing).unwrap_or(0)),
    }
}

fn sort_by(below: &mut [Below], sort: SortBy) {
    match sort {
        SortBy::Name => below.sort_by_cached_key(|row| territory::fold(&row.unit.name)),
        SortBy::Reached => below.sort_by_key(|row| core::cmp::Reverse(row.reached.drawn())),
        SortBy::Share => below.sort_by_key(|row| core::cmp::Reverse(row.permille)),
        SortBy::Missing => below.sort_by_key(|row| core::cmp::Reverse(row.missing)),
    }
}

/// A source gives a year or a day; a day is shown as people write it.
fn as_people_write(as_of: &str, lang: Lang) -> String {
    as_of.parse::<Date>().map_or_else(|_| as_of.to_owned(), |day| Messages(lang).date(day))
}

/// The name of a unit as pages show it.
pub(crate) fn name(unit: &Unit) -> UnitName {
    UnitName { id: unit.id.to_string(), name: unit.title() }
}

fn on_rung(counts: &BTreeMap<Indicator, i64>, rung: Rung) -> i64 {
    counts.get(&Indicator::Ladder(Level::All(rung))).copied().unwrap_or(0)
}

fn reached(counts: &BTreeMap<Indicator, i64>, from: Rung) -> i64 {
    Rung::ALL.into_iter().filter(|rung| *rung >= from).map(|rung| on_rung(counts, rung)).sum()
}

/// A count as the public may see it.
fn public(count: i64) -> Count {
    match targets::shown(count) {
        Shown::Few => Count::Under(u64::try_from(targets::SMALL_BELOW).unwrap_or(0)),
        Shown::Count(count) => Count::Exact(u64::try_from(count).unwrap_or(0)),
    }
}

/// A share as pages show it: never above the whole, however a denominator was reckoned.
fn clamp(permille: i64) -> u32 {
    u32::try_from(permille.clamp(0, 1000)).unwrap_or(0)
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
