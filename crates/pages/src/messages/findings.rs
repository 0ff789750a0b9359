//! What is wrong with content, and how to mend it, for those who write it.

use domain::content::Fault;
use domain::text::Lang;

use super::Messages;

super::messages! {
    // The end of `hocvuso content check`.
    content_good(lessons: usize, practices: usize, items: usize, drills: usize) => "Không thấy lỗi: {lessons} bài học, {practices} bài thực hành, {items} câu hỏi, {drills} tin để luyện.", "No faults: {lessons} lessons, {practices} practices, {items} questions, {drills} messages to judge.";
    content_faults(count: usize) => "{count} lỗi cần sửa", "{count} faults to mend";
}

impl Messages {
    /// What is wrong, and how to mend it.
    #[must_use]
    pub fn fault(self, fault: &Fault) -> (String, String) {
        let (vi, en) = match fault {
            Fault::Indentation
            | Fault::UnknownWord { .. }
            | Fault::Missing { .. }
            | Fault::Twice { .. }
            | Fault::Empty { .. }
            | Fault::NotTranslated { .. }
            | Fault::BadName { .. }
            | Fault::BadValue { .. }
            | Fault::Unknown { .. }
            | Fault::NameIsNotFile { .. }
            | Fault::UnknownIcon { .. }
            | Fault::Duplicate { .. }
            | Fault::StrayFile => of_any_file(fault),
            Fault::NoFrontMatter
            | Fault::TextBeforeScreen
            | Fault::NotInLessons { .. }
            | Fault::ScreensDiffer { .. }
            | Fault::NoLanguage { .. }
            | Fault::NoAlternative { .. }
            | Fault::NoPicture { .. }
            | Fault::PictureTooBig { .. } => of_lessons(fault),
            Fault::Options { .. }
            | Fault::RightOptions { .. }
            | Fault::Orphan { .. }
            | Fault::NoQuestion
            | Fault::NoAnswers
            | Fault::LessonAnswers { .. }
            | Fault::TickedAnswers { .. }
            | Fault::NoBecause { .. }
            | Fault::QuestionsDiffer { .. }
            | Fault::NoRecording { .. } => super::findings_player::of_player(fault),
            Fault::SkillLacks { .. } | Fault::NotInCourse { .. } | Fault::NotOnPath { .. } => {
                super::authoring::of_the_whole(fault)
            }
            _ => of_practices_and_items(fault),
        };
        match self.0 {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

pub(super) type Told = (String, String);

/// Wrong and remedy in Vietnamese, then in English.
pub(super) fn told(
    vi: (impl Into<String>, impl Into<String>),
    en: (impl Into<String>, impl Into<String>),
) -> (Told, Told) {
    ((vi.0.into(), vi.1.into()), (en.0.into(), en.1.into()))
}

pub(super) fn of_any_file(fault: &Fault) -> (Told, Told) {
    match fault {
        Fault::Indentation => told(
            ("Dòng này thụt vào chưa đúng.", "Thụt đúng hai dấu cách mỗi bậc, không dùng phím Tab."),
            ("This line is indented wrongly.", "Indent by exactly two blanks for each level, without tabs."),
        ),
        Fault::UnknownWord { word, allowed } => told(
            (format!("Từ “{word}” không dùng ở đây."), format!("Ở đây chỉ dùng: {}.", allowed.join(", "))),
            (
                format!("The word “{word}” does not belong here."),
                format!("Here belong: {}.", allowed.join(", ")),
            ),
        ),
        Fault::Missing { word } => told(
            (format!("Thiếu “{word}”."), format!("Thêm một dòng “{word}” bên dưới dòng này.")),
            (format!("“{word}” is missing."), format!("Add a line “{word}” below this one.")),
        ),
        Fault::Twice { word } => told(
            (format!("“{word}” có hai lần."), "Giữ lại một dòng."),
            (format!("“{word}” stands here twice."), "Keep one of the lines."),
        ),
        Fault::Empty { word } => told(
            (format!("“{word}” chưa có nội dung."), "Viết nội dung ngay sau từ đó, trên cùng dòng."),
            (format!("“{word}” has no value."), "Write it after the word, on the same line."),
        ),
        Fault::NotTranslated { text } => told(
            (format!("“{text}” chưa có tiếng Anh."), "Viết: tiếng Việt || English."),
            (format!("“{text}” has no English."), "Write: tiếng Việt || English."),
        ),
        Fault::BadName { name } => told(
            (format!("“{name}” không dùng làm tên được."), "Chỉ dùng a–z, 0–9 và dấu gạch nối."),
            (format!("“{name}” can't be a name."), "Use a–z, 0–9 and hyphens only."),
        ),
        Fault::BadValue { word, value, allowed } => told(
            (format!("“{word}” không nhận “{value}”."), format!("Dùng: {allowed}.")),
            (format!("“{word}” can't be “{value}”."), format!("Use: {allowed}.")),
        ),
        Fault::Unknown { kind, name } => told(
            (
                format!("Không có {} “{name}”.", kind_in_vietnamese(kind)),
                "Xem lại chính tả, hoặc viết thêm phần đó.",
            ),
            (format!("There is no {kind} “{name}”."), "Check the spelling, or write it."),
        ),
        Fault::NameIsNotFile { name, file } => told(
            (format!("Tên “{name}” khác tên tệp “{file}”."), "Đặt hai tên giống nhau."),
            (format!("The name “{name}” differs from the file's, “{file}”."), "Make them the same."),
        ),
        Fault::UnknownIcon { name } => told(
            (format!("Không có hình “{name}”."), "Chọn một hình trong danh sách của hướng dẫn."),
            (format!("There is no icon “{name}”."), "Choose one from the list in the guide."),
        ),
        Fault::Duplicate { kind, name } => told(
            (format!("{} “{name}” đã có rồi.", kind_in_vietnamese(kind)), "Đặt tên khác cho một trong hai."),
            (format!("The {kind} “{name}” exists already."), "Give one of the two another name."),
        ),
        _ => told(
            ("Tệp này đặt sai chỗ.", "Xem hướng dẫn: mỗi loại tệp có một thư mục riêng."),
            ("This file is in the wrong place.", "See the guide: each kind of file has its folder."),
        ),
    }
}

fn of_lessons(fault: &Fault) -> (Told, Told) {
    match fault {
        Fault::NoFrontMatter => told(
            (
                "Đầu bài chưa có phần thông tin.",
                "Bắt đầu bằng dòng ---, rồi title: …, và kết thúc bằng dòng ---.",
            ),
            (
                "The facts on top are missing.",
                "Begin with a line ---, then title: …, and end them with a line ---.",
            ),
        ),
        Fault::TextBeforeScreen => told(
            ("Có nội dung trước trang đầu tiên.", "Đặt một dòng “## Tiêu đề” phía trên."),
            ("There is text before the first screen.", "Put a line “## Heading” above it."),
        ),
        Fault::NotInLessons { what } => told(
            (
                format!("Bài học không dùng được {what}."),
                "Chỉ dùng đoạn văn, chữ đậm, danh sách, hình và lời nhắn (>).",
            ),
            (
                format!("Lessons can't hold {what}."),
                "Use paragraphs, bold, lists, pictures and tips (>) only.",
            ),
        ),
        Fault::ScreensDiffer { vi, en } => told(
            (
                format!("Tiếng Việt có {vi} trang, tiếng Anh có {en} trang."),
                "Cho hai bản có số trang bằng nhau.",
            ),
            (format!("Vietnamese has {vi} screens, English {en}."), "Give both the same number."),
        ),
        Fault::NoLanguage { lang } => told(
            (format!("Thiếu tệp {lang}.md."), "Viết bản đó bên cạnh bản kia."),
            (format!("{lang}.md is missing."), "Write it beside the other one."),
        ),
        Fault::NoAlternative { picture } => told(
            (format!("Hình {picture} chưa có lời tả."), "Viết trong ngoặc vuông điều mà hình cho thấy."),
            (
                format!("The picture {picture} has no text alternative."),
                "Say between the square brackets what it shows.",
            ),
        ),
        Fault::NoPicture { picture } => told(
            (format!("Không thấy hình {picture}."), "Đặt tệp SVG bên cạnh bài, đúng tên này."),
            (format!("There is no picture {picture}."), "Put the SVG file of this name beside the lesson."),
        ),
        Fault::PictureTooBig { picture, bytes, most } => told(
            (
                format!("Hình {picture} nặng {bytes} byte."),
                format!("Vẽ đơn giản hơn, dưới {most} byte, để mạng yếu vẫn tải được."),
            ),
            (
                format!("The picture {picture} has {bytes} bytes."),
                format!("Draw it simpler, under {most} bytes, for weak signals."),
            ),
        ),
        other => of_practices_and_items(other),
    }
}

fn of_practices_and_items(fault: &Fault) -> (Told, Told) {
    match fault {
        Fault::TooFewScreens { found, least } => told(
            (format!("Chỉ có {found} màn hình."), format!("Cần ít nhất {least}, cho giống việc thật.")),
            (format!("Only {found} screens."), format!("At least {least}, to be like the real task.")),
        ),
        Fault::Unreachable { screen } => told(
            (
                format!("Không đường nào dẫn tới màn hình “{screen}”."),
                "Thêm “go” từ một màn hình khác, hoặc bỏ nó.",
            ),
            (
                format!("Nothing leads to the screen “{screen}”."),
                "Add a “go” from another screen, or remove it.",
            ),
        ),
        Fault::DeadEnd { screen } => told(
            (
                format!("Từ “{screen}” không đi tới màn hình cuối được."),
                "Thêm một nút có “go” về đường đúng.",
            ),
            (
                format!("No way leads from “{screen}” to the finish."),
                "Add an element with a “go” back to the path.",
            ),
        ),
        Fault::NoGuide { screen } => told(
            (format!("Màn hình “{screen}” chưa chỉ chỗ bấm tiếp."), "Ghi “right” và “go” dưới đúng một nút."),
            (
                format!("The screen “{screen}” does not show the next tap."),
                "Put “right” and “go” below exactly one element.",
            ),
        ),
        Fault::TwoGuides { screen } => told(
            (format!("Màn hình “{screen}” có hai chỗ ghi “right”."), "Chỉ giữ một."),
            (format!("The screen “{screen}” has two “right”."), "Keep one."),
        ),
        Fault::GuideLoops { screen } => told(
            (
                format!("Đi theo “right” từ “{screen}” không bao giờ tới đích."),
                "Sửa “go” để đường chỉ dẫn tới màn hình cuối.",
            ),
            (
                format!("Following “right” from “{screen}” never arrives."),
                "Mend a “go” so that the path reaches the finish.",
            ),
        ),
        Fault::DeadTap { label } => told(
            (format!("Bấm “{label}” không có gì xảy ra."), "Thêm “go” hoặc “wrong” bên dưới."),
            (format!("Tapping “{label}” does nothing."), "Add “go” or “wrong” below it."),
        ),
        Fault::TooFewMistakes { found, least } => told(
            (
                format!("Chỉ có {found} chỗ bấm nhầm được giải thích."),
                format!("Cần ít nhất {least}: thêm “wrong” vào những nút dễ nhầm."),
            ),
            (
                format!("Only {found} mistakes are explained."),
                format!("At least {least}: add “wrong” where people err."),
            ),
        ),
        Fault::RightAnswers { found } => told(
            (format!("Câu hỏi có {found} câu trả lời đúng."), "Cần đúng một dòng “right”."),
            (format!("The question has {found} right answers."), "Exactly one line “right” is wanted."),
        ),
        Fault::WrongAnswers { found } => told(
            (format!("Câu hỏi có {found} câu trả lời sai."), "Cần hai hoặc ba dòng “wrong”."),
            (format!("The question has {found} wrong answers."), "Two or three lines “wrong” are wanted."),
        ),
        Fault::SeveralAnswers { right, wrong } => told(
            (
                format!("Câu hỏi nhiều đáp án có {right} câu đúng, {wrong} câu sai."),
                "Cần 2 hoặc 3 dòng “right”, 1 đến 3 dòng “wrong”, cả thảy 4 hoặc 5 dòng.",
            ),
            (
                format!("The question has {right} right and {wrong} wrong answers."),
                "Wanted are 2 or 3 lines “right” and 1 to 3 lines “wrong”, 4 or 5 in all.",
            ),
        ),
        Fault::Steps { found } => told(
            (format!("Câu hỏi xếp thứ tự có {found} bước."), "Cần 3 đến 5 dòng “step”, theo thứ tự đúng."),
            (
                format!("The question about an order has {found} steps."),
                "Three to five lines “step” are wanted, in the right order.",
            ),
        ),
        Fault::Taps { found } => told(
            (format!("Màn hình của câu hỏi có {found} chỗ chạm."), "Cần 3 đến 6 chỗ, như row, button, app."),
            (
                format!("The question's screen has {found} things to tap."),
                "Three to six are wanted, such as row, button, app.",
            ),
        ),
        Fault::SameAnswerTwice { answer } => told(
            (format!("“{answer}” có hai lần trong câu hỏi."), "Viết mỗi câu trả lời một khác."),
            (format!("“{answer}” stands twice in the question."), "Make each answer different."),
        ),
        Fault::BadParameter { value, .. } => told(
            (
                format!("“slope” và “difficulty” không nhận {value}."),
                "slope từ 0.1 đến 4, difficulty từ −6 đến 6.",
            ),
            (
                format!("“slope” and “difficulty” can't be {value}."),
                "Slope from 0.1 to 4, difficulty from −6 to 6.",
            ),
        ),
        Fault::TooFewItems { skill, found, least } => told(
            (
                format!("Kỹ năng “{skill}” mới có {found} câu hỏi."),
                format!("Có bài hỏi đến {least} câu: hãy viết thêm."),
            ),
            (
                format!("The skill “{skill}” has {found} questions."),
                format!("A test asks up to {least}: write more."),
            ),
        ),
        other => of_blueprints(other),
    }
}

fn of_blueprints(fault: &Fault) -> (Told, Told) {
    match fault {
        Fault::NoMedia { file } => told(
            (format!("Không thấy tệp {file}."), "Đặt tệp âm thanh hoặc hình này trong thư mục items."),
            (format!("There is no file {file}."), "Put the recording into the folder items."),
        ),
        Fault::LeastAboveMost { least, most } => told(
            (
                format!("Ít nhất {least} lại lớn hơn nhiều nhất {most}."),
                "Sửa để “least” không lớn hơn “most”.",
            ),
            (format!("At least {least} is above at most {most}."), "Make “least” no greater than “most”."),
        ),
        Fault::RightAboveLeast { right, least } => told(
            (
                format!("Cần đúng {right} câu nhưng có khi chỉ hỏi {least} câu."),
                "Sửa để “right” không lớn hơn “least”.",
            ),
            (
                format!("{right} right answers are asked for, yet perhaps only {least} questions are asked."),
                "Make “right” no greater than “least”.",
            ),
        ),
        Fault::PartsDoNotFit { owed, room, least, most } => told(
            (
                format!(
                    "Các kỹ năng cần từ {owed} đến {room} câu, còn cả bài hỏi từ {least} đến {most} câu."
                ),
                "Sửa “least”, “most” của bài hoặc của từng kỹ năng cho khớp.",
            ),
            (
                format!("The skills take {owed} to {room} questions, the whole test {least} to {most}."),
                "Mend “least” and “most” of the test or of the skills.",
            ),
        ),
        other => super::drill::of_drills(other),
    }
}

pub(super) fn kind_in_vietnamese(kind: &str) -> &str {
    match kind {
        "skill" => "kỹ năng",
        "group" => "nhóm",
        "screen" => "màn hình",
        "field" => "ô nhập",
        "practice" => "bài thực hành",
        "lesson" => "bài học",
        "course" => "khóa học",
        "check" => "bài kiểm tra",
        "item" => "câu hỏi",
        "framework" => "khung",
        "drill" => "tin để luyện",
        "domain" => "miền",
        "competence" => "năng lực",
        "stage" => "trình độ",
        "level" => "bậc",
        "profile" => "bộ kỹ năng",
        "blueprint" => "khung đề",
        other => other,
    }
}
