//! What is wrong with what a person types or chooses in a practice, and with the questions and recordings of lessons.

use domain::content::Fault;

use super::findings::{Told, of_any_file, told};

pub(super) fn of_player(fault: &Fault) -> (Told, Told) {
    match fault {
        Fault::Options { found } => told(
            (format!("Chỗ chọn này có {found} lựa chọn."), "Cần từ 2 đến 5 dòng “option”."),
            (format!("There are {found} options to pick from."), "2 to 5 lines “option” are wanted."),
        ),
        Fault::RightOptions { found } => told(
            (format!("{found} lựa chọn được đánh dấu là đúng."), "Ghi “answer” dưới đúng một dòng “option”."),
            (format!("{found} options are marked as right."), "Put “answer” below exactly one “option”."),
        ),
        Fault::Orphan { practice } => told(
            (
                format!("Chưa bài học nào dẫn tới bài thực hành “{practice}”."),
                format!("Ghi “practice: {practice}” ở đầu một bài học."),
            ),
            (
                format!("No lesson leads to the practice “{practice}”."),
                format!("Write “practice: {practice}” at the top of a lesson."),
            ),
        ),
        other => of_questions(other),
    }
}

fn of_questions(fault: &Fault) -> (Told, Told) {
    match fault {
        Fault::NoQuestion => told(
            ("Các câu trả lời này chưa có câu hỏi.", "Ngay trên chúng, viết một dòng bắt đầu bằng “? ”."),
            ("These answers have no question.", "Right above them, write a line that begins with “? ”."),
        ),
        Fault::NoAnswers => told(
            ("Câu hỏi này chưa có câu trả lời.", "Ngay bên dưới, viết các dòng “- [x] …” và “- [ ] …”."),
            ("This question has no answers.", "Right below it, write lines “- [x] …” and “- [ ] …”."),
        ),
        Fault::LessonAnswers { found } => told(
            (format!("Câu hỏi có {found} câu trả lời."), "Cần từ 2 đến 4 câu."),
            (format!("The question has {found} answers."), "2 to 4 are wanted."),
        ),
        Fault::TickedAnswers { found } => told(
            (format!("Câu hỏi có {found} câu trả lời đúng."), "Cần đúng một dòng “- [x]”."),
            (format!("The question has {found} right answers."), "Exactly one line “- [x]” is wanted."),
        ),
        Fault::NoBecause { answer } => told(
            (
                format!("Câu trả lời “{answer}” chưa có lời giải thích."),
                "Viết vì sao ở dòng dưới, thụt vào hai dấu cách.",
            ),
            (
                format!("The answer “{answer}” is not explained."),
                "Say why on the line below it, indented by two blanks.",
            ),
        ),
        Fault::QuestionsDiffer { screen } => told(
            (
                format!("Trang {screen}: câu hỏi tiếng Việt và tiếng Anh không khớp nhau."),
                "Cùng số câu trả lời, cùng thứ tự, cùng câu đúng.",
            ),
            (
                format!("Screen {screen} asks differently in Vietnamese and in English."),
                "Write the same answers in the same order with the same one right.",
            ),
        ),
        Fault::NoRecording { file } => told(
            (format!("Không thấy tệp {file}."), "Đặt tệp ghi âm (.opus, .ogg, .mp3) cạnh bài học."),
            (format!("There is no file {file}."), "Put the recording (.opus, .ogg, .mp3) beside the lesson."),
        ),
        other => of_any_file(other),
    }
}
