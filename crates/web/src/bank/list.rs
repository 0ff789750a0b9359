//! All questions.

use std::collections::BTreeMap;

use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::assessment::{BankItem, Status};
use domain::bank::{FitLine, ItemFigures};
use domain::ids::ItemId;
use pages::bank::{BankLine, BankList, Counted, Sort};
use pages::learning::Form;
use pages::urls;
use store::{audit, keeping};

use super::{KEEPERS, asked, milli, milli_up, work};
use crate::app::App;
use crate::audited::entry;
use crate::clock;
use crate::forms::Posted;
use crate::problem::Problem;
use crate::respond;
use crate::viewer::Viewer;

/// How many questions a sheet holds.
const SHEET: usize = 60;

/// GET `/bank?skill=…&status=…&sort=…&page=…`.
pub(crate) async fn list(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        viewer.account_with(KEEPERS)?;
        let page = page(&app, &viewer, &query).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn page(app: &App, viewer: &Viewer, query: &Form) -> Result<BankList, Problem> {
    let bank = app.banks.latest();
    let figures: BTreeMap<ItemId, ItemFigures> =
        keeping::list_figures(&app.store).await?.into_iter().collect();
    let drifted = drifted(app).await?;
    let counted = keeping::find_counted(&app.store).await?;
    let skill = query.filled("skill");
    let status = query.filled("status").and_then(Status::parse);
    let sort = query.filled("sort").map(Sort::of_word).unwrap_or_default();
    let fits = |item: &&BankItem| {
        let own = bank.skill(&item.item).map(domain::ids::SkillId::as_str);
        (skill.is_none() || skill == own) && (status.is_none() || status == Some(item.status))
    };
    let line = |item: &BankItem| {
        let drift = drifted.get(&item.item).copied();
        line(asked(app, viewer, &item.item), item, figures.get(&item.item), drift)
    };
    let mut lines: Vec<BankLine> = bank.version().items.iter().filter(fits).map(line).collect();
    order(&mut lines, sort);
    let at = query.filled("page").and_then(|page| page.parse().ok()).unwrap_or(0_usize);
    let next = at.saturating_add(1);
    let has_more = lines.len() > next.saturating_mul(SHEET);
    let lines = lines.into_iter().skip(at.saturating_mul(SHEET)).take(SHEET).collect();
    let skills = app.curriculum.syllabus.skills.iter();
    Ok(BankList {
        version: bank.number(),
        count: bank.version().items.len() as u64,
        counted: counted.map(|it| Counted { at: it.at, attempts: it.attempts, answers: it.answers }),
        busy: app.workshop.busy(),
        has_failed: app.workshop.has_failed(),
        skills: skills
            .map(|skill| (skill.id.to_string(), skill.title.get(viewer.lang()).to_owned()))
            .collect(),
        skill: skill.map(str::to_owned),
        status,
        sort,
        lines,
        more: has_more.then(|| more(query, sort, next)),
    })
}

fn more(query: &Form, sort: Sort, page: usize) -> urls::Url {
    let same = ["skill", "status"].into_iter().fold(urls::bank().with("sort", sort.word()), |url, name| {
        query.filled(name).map_or_else(|| url.clone(), |value| url.clone().with(name, value))
    });
    same.with("page", &page.to_string())
}

fn line(ask: String, item: &BankItem, figures: Option<&ItemFigures>, drift: Option<bool>) -> BankLine {
    let right = figures.map(|it| domain::bank::Share { part: it.right, of: it.asked });
    let fit = figures.and_then(|it| it.fit).filter(|_| item.answers > 0);
    BankLine {
        item: item.item.to_string(),
        ask,
        b_milli: milli(item.b),
        se_milli: milli_up(item.se_b),
        answers: figures.map_or(0, |it| it.asked),
        right_permille: right.and_then(domain::bank::Share::permille),
        exposure_permille: figures.and_then(|it| it.recent.permille()),
        fit: fit.map(FitLine::mark),
        is_unfair: figures.filter(|it| !it.difs.is_empty()).map(|it| it.difs.iter().any(|dif| dif.is_signal)),
        has_drifted: drift,
        status: item.status,
    }
}

/// Which questions had changed at the last calibration that could say so.
pub(super) async fn drifted(app: &App) -> Result<BTreeMap<ItemId, bool>, Problem> {
    let last = keeping::list_calibrations(&app.store, 1).await?;
    let Some(last) = last.first() else { return Ok(BTreeMap::new()) };
    let Some(found) = keeping::find_calibration(&app.store, last.id).await? else {
        return Ok(BTreeMap::new());
    };
    let changes = found.proposal.changes.into_iter();
    Ok(changes.filter_map(|change| Some((change.before.item, change.drift?.is_signal))).collect())
}

fn order(lines: &mut [BankLine], sort: Sort) {
    let marks = |line: &BankLine| {
        let looks = [line.is_unfair, line.has_drifted].into_iter().filter(|look| *look == Some(true)).count();
        (line.fit, looks)
    };
    match sort {
        Sort::Name => {}
        Sort::Difficulty => lines.sort_by_key(|line| core::cmp::Reverse(line.b_milli)),
        Sort::Exposure => lines.sort_by_key(|line| core::cmp::Reverse(line.exposure_permille)),
        Sort::Answers => lines.sort_by_key(|line| core::cmp::Reverse(line.answers)),
        Sort::Marks => lines.sort_by_key(|line| core::cmp::Reverse(marks(line))),
    }
}

/// POST `/bank/count`.
pub(crate) async fn count(State(app): State<App>, viewer: Viewer, Posted(_): Posted) -> Response {
    let done = async {
        let account = viewer.account_with(KEEPERS)?;
        if work::begin_count(&app).await? {
            audit::add(&app.store, &entry(&account.login, "count-bank", "", clock::now())).await?;
        }
        Ok(respond::see_other(&urls::bank()))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
