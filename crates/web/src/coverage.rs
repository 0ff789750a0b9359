//! What there is to learn for each competence of a framework.

use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::content::{Coverage, CoverageDomain, Framework};
use domain::ids::FrameworkId;
use domain::people::RoleKind;
use domain::text::Lang;
use pages::coverage::{Choice, CoveragePage, Part};
use pages::learning::Form;

use crate::app::App;
use crate::respond;
use crate::viewer::Viewer;

/// Who keeps content and questions.
const KEEPERS: &[RoleKind] = &[RoleKind::Keeper, RoleKind::Operator];

/// GET `/coverage?framework=…&stage=…`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    match viewer.account_with(KEEPERS) {
        Ok(_) => respond::html(page(&app, viewer.lang(), &query).page(&viewer.frame(&app))),
        Err(problem) => viewer.problem(&app, problem),
    }
}

/// A framework or stage that there is not shows the first.
fn page(app: &App, lang: Lang, query: &Form) -> CoveragePage {
    let curriculum = &app.curriculum;
    let choice = |it: &Framework| Choice { id: it.id.to_string(), title: it.title.get(lang).to_owned() };
    let asked = query.filled("framework").and_then(FrameworkId::parse);
    let framework = asked.and_then(|id| curriculum.framework(&id)).or_else(|| curriculum.spoken_framework());
    let coverage = framework.map(|framework| Coverage::of(curriculum, framework));
    let stages: Vec<String> = framework
        .map(|it| it.stages.iter().map(|stage| stage.title.get(lang).to_owned()).collect())
        .unwrap_or_default();
    let number = query.filled("stage").and_then(|stage| stage.parse::<usize>().ok()).unwrap_or(1);
    let stage = if (1..=stages.len()).contains(&number) { number - 1 } else { 0 };
    let told = |it: &Framework| {
        let texts = [&it.title, &it.note].map(|text| text.get(lang).to_owned());
        let [title, note] = texts;
        (it.id.to_string(), title, it.version.clone(), note)
    };
    CoveragePage {
        frameworks: curriculum.frameworks.iter().map(choice).collect(),
        framework: framework.map(told),
        stages,
        stage,
        with_lesson: coverage.as_ref().map_or(0, |coverage| coverage.with_lesson(stage).0),
        with_gap: coverage.as_ref().map_or(0, |coverage| coverage.with_gap(stage)),
        parts: coverage
            .iter()
            .flat_map(|it| it.domains.iter().map(|domain| part(it, domain, stage, lang)))
            .collect(),
    }
}

fn part(coverage: &Coverage, domain: &CoverageDomain, stage: usize, lang: Lang) -> Part {
    let lines = domain
        .lines
        .iter()
        .map(|line| (line.code.to_string(), line.title.get(lang).to_owned(), coverage.in_stage(line, stage)));
    Part { title: format!("{}. {}", domain.code, domain.title.get(lang)), lines: lines.collect() }
}
