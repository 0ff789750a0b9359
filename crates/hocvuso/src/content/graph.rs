//! `hocvuso content graph`.

use std::fs;

use domain::content::load;
use domain::ids::PracticeId;
use pages::graph::practice_graph;

use super::command::Graph;
use super::{one, tell_of, words};
use crate::cli::Cli;
use crate::failure::Failure;
use crate::progress::{say, tell};

/// Draws what could be read, also of a practice with faults: the picture helps to find them.
pub(super) fn run(cli: &Cli, graph: &Graph) -> Result<(), Failure> {
    let m = words(graph.english);
    let (source, name) = one::find(cli, &graph.file)?;
    let (curriculum, findings) = load(&source, &pages::ui::icon_names());
    let path = format!("practices/{name}.txt");
    let own: Vec<_> = findings.into_iter().filter(|finding| finding.file == path).collect();
    tell_of(m, &own).iter().for_each(|line| tell(line));
    let practice = PracticeId::parse(&name).and_then(|id| curriculum.practices.get(&id));
    let practice =
        practice.ok_or_else(|| Failure::told(m.graph_no_practice(&graph.file.display().to_string())))?;
    let svg = practice_graph(practice, m).into_string();
    let Some(out) = &graph.out else {
        say(&svg);
        return Ok(());
    };
    fs::write(out, svg).map_err(|cause| Failure::file("write", out, &cause))?;
    say(&m.graph_written(&out.display().to_string()));
    Ok(())
}
