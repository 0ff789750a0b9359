//! A framework from the rows of a sheet, as an office that has the annex at hand can type it.

use std::collections::BTreeMap;

use super::finding::{Fault, Finding};
use super::framework::{Code, Competence, Domain, Framework, Place};
use super::model::Curriculum;
use crate::ids::{FrameworkId, GroupId};
use crate::text::Text;

/// The columns that must be there.
const COLUMNS: [&str; 6] = ["block", "block_vi", "block_en", "code", "vi", "en"];

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Its line, from 1.
    pub line: u32,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Fills `slot` with the competences of a sheet, whose first row names the columns. Blocks keep the order in which they
/// come. With no findings, the framework is whole, and what it says of the groups and frameworks of `curriculum` holds.
#[must_use]
pub fn read_sheet(
    file: &str,
    rows: &[SheetRow],
    slot: &Framework,
    curriculum: &Curriculum,
) -> (Framework, Vec<Finding>) {
    let mut sheet = Sheet { file, curriculum, findings: Vec::new(), domains: Vec::new() };
    let (head, rows) = rows.split_first().map_or((None, rows), |(head, rows)| (Some(head), rows));
    let names: Vec<&str> =
        head.map(|head| head.cells.iter().map(|name| name.trim()).collect()).unwrap_or_default();
    for column in COLUMNS.into_iter().filter(|column| !names.contains(column)) {
        sheet.note(head.map_or(1, |head| head.line), Fault::NoColumn { column });
    }
    if sheet.findings.is_empty() {
        rows.iter().for_each(|row| sheet.row(&names, row));
        if rows.is_empty() {
            sheet.note(1, Fault::EmptyCell { column: "code" });
        }
        sheet.lost(slot);
    }
    let framework = Framework { domains: sheet.domains, ..slot.clone() };
    (framework, sheet.findings)
}

struct Sheet<'f> {
    file: &'f str,
    curriculum: &'f Curriculum,
    findings: Vec<Finding>,
    domains: Vec<Domain>,
}

type Cells<'r> = BTreeMap<&'r str, String>;

impl Sheet<'_> {
    fn note(&mut self, line: u32, fault: Fault) {
        self.findings.push(Finding { file: self.file.into(), line, fault });
    }

    fn row(&mut self, names: &[&str], row: &SheetRow) {
        if row.cells.len() != names.len() {
            let (found, columns) = (row.cells.len(), names.len());
            return self.note(row.line, Fault::CellsDiffer { found, columns });
        }
        let plain = |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let cells: Cells<'_> = names.iter().copied().zip(row.cells.iter().map(plain)).collect();
        let before = self.findings.len();
        for column in COLUMNS.into_iter().filter(|column| cells[column].is_empty()) {
            self.note(row.line, Fault::EmptyCell { column });
        }
        if before == self.findings.len()
            && let Some((domain, competence)) = self.read(row.line, &cells)
        {
            self.add(row.line, domain, competence);
        }
    }

    fn read(&mut self, line: u32, cells: &Cells<'_>) -> Option<(Domain, Competence)> {
        let (block, code) = (self.code(line, &cells["block"]), self.code(line, &cells["code"]));
        let block_title = self.text(line, ["block_vi", "block_en"], cells);
        let title = self.text(line, ["vi", "en"], cells);
        let cell = |name: &str| cells.get(name).map(String::as_str).unwrap_or_default();
        let groups = self.words(
            line,
            "groups",
            cell("groups"),
            "names of groups, with blanks between",
            GroupId::parse,
        );
        let places = "a framework and a code, such as tt-02:1.1, with blanks between";
        let same_as = self.words(line, "same_as", cell("same_as"), places, place);
        self.known(line, &groups, &same_as);
        let domain = Domain { code: block?, title: block_title?, competences: Vec::new() };
        Some((domain, Competence { code: code?, title: title?, groups, same_as }))
    }

    fn known(&mut self, line: u32, groups: &[GroupId], same_as: &[Place]) {
        let curriculum = self.curriculum;
        for group in groups.iter().filter(|group| curriculum.syllabus.group(group).is_none()) {
            self.note(line, Fault::Unknown { kind: "group", name: group.to_string() });
        }
        for place in same_as {
            let framework = curriculum.framework(&place.framework);
            if framework.is_none_or(|framework| framework.competence(&place.code).is_none()) {
                let name = format!("{}:{}", place.framework, place.code);
                self.note(line, Fault::Unknown { kind: "competence", name });
            }
        }
    }

    /// Competences that the slot had already stay. Told only when the sheet is whole otherwise.
    fn lost(&mut self, slot: &Framework) {
        if !self.findings.is_empty() {
            return;
        }
        for old in slot.competences() {
            let kept =
                self.domains.iter().flat_map(|domain| &domain.competences).any(|it| it.code == old.code);
            if !kept {
                self.note(1, Fault::CodeGone { code: old.code.to_string() });
            }
        }
    }

    fn code(&mut self, line: u32, text: &str) -> Option<Code> {
        let code = Code::parse(text);
        if code.is_none() {
            self.note(line, Fault::BadCode { code: text.into() });
        }
        code
    }

    /// A text of two cells. What parts the languages in an outline can't stand within a text.
    fn text(&mut self, line: u32, names: [&'static str; 2], cells: &Cells<'_>) -> Option<Text> {
        for name in names {
            if cells[name].contains("||") {
                let (word, value) = (name.into(), cells[name].clone());
                self.note(line, Fault::BadValue { word, value, allowed: "a text without ||" });
                return None;
            }
        }
        Some(Text::new(cells[names[0]].clone(), cells[names[1]].clone()))
    }

    fn words<T>(
        &mut self,
        line: u32,
        word: &str,
        text: &str,
        allowed: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let read: Option<Vec<T>> = text.split_whitespace().map(parse).collect();
        if read.is_none() {
            self.note(line, Fault::BadValue { word: word.into(), value: text.into(), allowed });
        }
        read.unwrap_or_default()
    }

    fn add(&mut self, line: u32, domain: Domain, competence: Competence) {
        let mut all = self.domains.iter().flat_map(|domain| &domain.competences);
        if all.any(|other| other.code == competence.code) {
            let fault = Fault::Duplicate { kind: "competence", name: competence.code.to_string() };
            return self.note(line, fault);
        }
        match self.domains.iter_mut().find(|other| other.code == domain.code) {
            Some(other) if other.title == domain.title => other.competences.push(competence),
            Some(_) => self.note(line, Fault::TitlesDiffer { code: domain.code.to_string() }),
            None => self.domains.push(Domain { competences: vec![competence], ..domain }),
        }
    }
}

/// `tt-02:1.1`.
fn place(text: &str) -> Option<Place> {
    let (framework, code) = text.split_once(':')?;
    Some(Place { framework: FrameworkId::parse(framework)?, code: Code::parse(code)? })
}
