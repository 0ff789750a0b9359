//! Words about frameworks: what there is for each competence, and filling a framework in from a sheet.

use domain::content::{Counts, Fault};

use super::Messages;
use super::findings::{Told, of_any_file, told};

super::messages! {
    coverage_title => "Bài cho từng năng lực", "What there is for each competence";
    coverage_lead(with: &str, of: &str, stage: &str) => "{with} trên {of} năng lực đã có bài ở bậc {stage}.", "{with} of {of} competences have a lesson at {stage} level.";
    coverage_lead_plain(with: &str, of: &str) => "{with} trên {of} năng lực đã có bài.", "{with} of {of} competences have a lesson.";
    coverage_gaps(count: &str) => "{count} năng lực còn thiếu bài học, bài thực hành hoặc câu hỏi.", "{count} competences lack a lesson, a practice or questions.";
    coverage_no_gaps => "Không năng lực nào thiếu bài học, bài thực hành hay câu hỏi.", "No competence lacks a lesson, a practice or questions.";
    coverage_of(title: &str, version: &str) => "{title}, bản {version}.", "{title}, version {version}.";
    coverage_empty => "Khung này chưa có năng lực nào.", "This framework has no competences yet.";
    coverage_none => "Chưa kỹ năng nào ứng với một khung năng lực.", "No skill answers to a framework yet.";
    coverage_how => "Một bài được tính cho mọi năng lực mà kỹ năng của bài ứng với, ở bậc ghi trong tệp kỹ năng. Câu hỏi tính ở bậc của chính câu.", "A lesson counts for every competence that its skill answers to, at the level in the file of skills. A question counts at its own level.";
    coverage_framework => "Khung", "Framework";
    coverage_stage => "Bậc", "Level";
    coverage_do => "Xem", "Show";
    coverage_competence => "Năng lực", "Competence";
    coverage_lessons => "Bài học", "Lessons";
    coverage_practices => "Thực hành", "Practices";
    coverage_items => "Câu hỏi", "Questions";
    coverage_drills => "Tin để luyện", "Messages to judge";
    coverage_missing => "thiếu", "none";
    // `hocvuso content coverage`.
    coverage_legend => "Mỗi bậc: bài học / bài thực hành / câu hỏi (/ tin để luyện, nếu có); “–” là chưa có gì.", "Each level: lessons / practices / questions (/ messages to judge, if any); “–” is nothing yet.";
    coverage_lacks(what: &str) => "thiếu {what}", "lacks {what}";
    coverage_whole => "đủ", "complete";
    coverage_lack_lessons => "bài học", "lessons";
    coverage_lack_practices => "thực hành", "practices";
    coverage_lack_items => "câu hỏi", "questions";
    // `hocvuso content framework import`.
    framework_unknown(id: &str, known: &str) => "Không có khung “{id}”. Đang có: {known}.", "There is no framework “{id}”. There are: {known}.";
    framework_exists(path: &str) => "Đã có tệp {path}. Muốn ghi đè thì thêm --replace.", "{path} exists already. To write over it, add --replace.";
    framework_written(path: &str, blocks: usize, competences: usize) => "Đã ghi {path}: {blocks} khối, {competences} năng lực.", "Wrote {path}: {blocks} blocks, {competences} competences.";
    framework_next => "Đọc lại tệp, so với văn bản gốc, rồi khởi động lại máy chủ.", "Read it once more beside the original text, then start the server again.";
}

impl Messages {
    /// Which kinds of things are missing, with commas between; nothing where none is.
    #[must_use]
    pub fn coverage_lacking(self, counts: Counts) -> String {
        let kinds = [
            (counts.lessons, self.coverage_lack_lessons()),
            (counts.practices, self.coverage_lack_practices()),
            (counts.items, self.coverage_lack_items()),
        ];
        let missing: Vec<&str> =
            kinds.into_iter().filter(|(count, _)| *count == 0).map(|(_, word)| word).collect();
        missing.join(", ")
    }
}

/// What is wrong with a framework or its sheet, and how to mend it.
pub(super) fn of_frameworks(fault: &Fault) -> (Told, Told) {
    match fault {
        Fault::BadCode { code } => told(
            (
                format!("“{code}” không dùng làm mã được."),
                "Chỉ dùng chữ không dấu, số, dấu chấm và gạch nối.",
            ),
            (
                format!("“{code}” can't be a code."),
                "Use letters without marks, digits, dots and hyphens only.",
            ),
        ),
        Fault::LevelDoesNotFit { framework } => told(
            (
                format!("Bậc chưa khớp với khung “{framework}”."),
                "Khung có bậc thì ghi bậc sau mã năng lực; khung không có bậc thì bỏ đi.",
            ),
            (
                format!("The level does not fit the framework “{framework}”."),
                "Name a level after the competence where the framework has levels, and none where it has none.",
            ),
        ),
        Fault::CodeGone { code } => told(
            (
                format!("Mã “{code}” của bản trước không còn nữa."),
                "Giữ lại mọi mã cũ, hoặc đặt tên khác cho khung mới.",
            ),
            (
                format!("The code “{code}” of the version before is gone."),
                "Keep every old code, or give the new framework a name of its own.",
            ),
        ),
        Fault::NoColumn { column } => told(
            (format!("Thiếu cột “{column}”."), "Thêm cột này vào dòng đầu của bảng."),
            (format!("The column “{column}” is missing."), "Add it to the first row of the sheet."),
        ),
        Fault::EmptyCell { column } => told(
            (format!("Ô ở cột “{column}” còn trống."), "Điền ô đó."),
            (format!("The cell in column “{column}” is empty."), "Fill it in."),
        ),
        Fault::CellsDiffer { found, columns } => told(
            (
                format!("Dòng này có {found} ô, dòng đầu có {columns} cột."),
                "Đặt nội dung có dấu phẩy trong ngoặc kép.",
            ),
            (
                format!("This row has {found} cells, the first row {columns} columns."),
                "Put text with commas between double quotes.",
            ),
        ),
        Fault::TitlesDiffer { code } => told(
            (format!("Khối “{code}” có hai tên khác nhau."), "Viết tên khối giống nhau ở mọi dòng."),
            (format!("The block “{code}” has two names."), "Write the same name in each of its rows."),
        ),
        other => of_any_file(other),
    }
}
