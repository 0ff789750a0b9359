//! The record in words: what was done.

use domain::content::Syllabus;
use domain::drill::Answer;
use domain::ids::SkillId;
use domain::practice::Mode;
use domain::record::Subject;

use super::Messages;

super::messages! {
    // One line for each kind of act.
    did_settle => "Cho biết nhóm và nơi ở", "Gave group and place";
    did_choose(path: &str) => "Chọn lộ trình: {path}", "Chose the path: {path}";
    did_read(lesson: &str, screen: u16) => "Đọc trang {screen} của bài “{lesson}”", "Read page {screen} of “{lesson}”";
    did_read_all(lesson: &str) => "Đọc xong bài “{lesson}”", "Read “{lesson}” to the end";
    did_begin_guided(practice: &str) => "Bắt đầu tập có chỉ dẫn: {practice}", "Started with a guide: {practice}";
    did_begin_together(practice: &str) => "Bắt đầu tập cùng người ngồi cạnh: {practice}", "Started with somebody beside: {practice}";
    did_begin_alone(practice: &str) => "Bắt đầu tự tập: {practice}", "Started alone: {practice}";
    did_tap(practice: &str) => "Bấm một lần trong bài thực hành “{practice}”", "A tap in the practice “{practice}”";
    did_finish(practice: &str, taps: u16, wrong: u16) => "Làm xong bài thực hành “{practice}”: bấm {taps} lần, nhầm {wrong} lần", "Finished the practice “{practice}”: {taps} taps, {wrong} wrong";
    did_begin_check => "Bắt đầu bài kiểm tra", "Started the check";
    did_stop_test => "Thôi làm giữa chừng, hoặc hết giờ làm bài", "Stopped a test, or its time was over";
    did_answer_right => "Trả lời đúng một câu hỏi", "Answered a question correctly";
    did_answer_wrong => "Trả lời chưa đúng một câu hỏi", "Answered a question incorrectly";
    did_end_check(right: u16, asked: u16) => "Làm xong bài kiểm tra: đúng {right} trên {asked} câu", "Finished the check: {right} of {asked} right";
    did_visit(skill: &str) => "Được hướng dẫn: {skill}", "Was helped with: {skill}";
    did_void => "Một ghi nhận trước đó bị bỏ, không tính nữa", "An earlier record was voided; it no longer counts";
    did_other => "Một việc do hệ thống khác báo, không tính vào số liệu", "Something another system reports; it is not counted";
}

impl Messages {
    /// What an act did.
    #[must_use]
    pub fn did(self, subject: &Subject, syllabus: &Syllabus) -> String {
        let practice = |id| {
            let card = syllabus.lesson_of_practice(id).and_then(|(_, card)| card.practice.as_ref());
            card.map_or_else(|| id.to_string(), |card| card.title.get(self.0).to_owned())
        };
        let title = |id: &SkillId| {
            syllabus.skill(id).map_or_else(|| id.to_string(), |skill| skill.title.get(self.0).to_owned())
        };
        match subject {
            Subject::Settled => self.did_settle().to_owned(),
            Subject::Chose { path } => {
                let title = syllabus.path(path).map_or(path.as_str(), |path| path.title.get(self.0));
                self.did_choose(title)
            }
            Subject::Read { lesson, screen, last, .. } => {
                let title =
                    syllabus.lesson(lesson).map_or(lesson.as_str(), |(_, card)| card.title.get(self.0));
                if *last { self.did_read_all(title) } else { self.did_read(title, *screen) }
            }
            Subject::Began { practice: id, mode: Mode::Guided, .. } => self.did_begin_guided(&practice(id)),
            Subject::Began { practice: id, mode: Mode::Together, .. } => {
                self.did_begin_together(&practice(id))
            }
            Subject::Began { practice: id, mode: Mode::Alone, .. } => self.did_begin_alone(&practice(id)),
            Subject::Tapped(tap) => match tap.finished {
                Some((taps, wrong)) => self.did_finish(&practice(&tap.practice), taps, wrong),
                None => self.did_tap(&practice(&tap.practice)),
            },
            Subject::BeganCheck { .. } => self.did_begin_check().to_owned(),
            Subject::EndedCheck { .. } => self.did_stop_test().to_owned(),
            Subject::Answered { result: Some(result), .. } => self.did_end_check(result.right, result.asked),
            Subject::Answered { right: true, .. } => self.did_answer_right().to_owned(),
            Subject::Answered { .. } => self.did_answer_wrong().to_owned(),
            Subject::Voided { .. } => self.did_void().to_owned(),
            Subject::Visited { skill, .. } => self.did_visit(&title(skill)),
            Subject::BeganDrill { skill, .. } => self.did_begin_drill(&title(skill)),
            Subject::Judged { score: Some(score), .. } => {
                self.did_end_drill(score.hits, score.scams, score.alarms, score.genuine)
            }
            Subject::Judged { answer: Answer::Said(_), right: true, .. } => self.did_judge_right().to_owned(),
            Subject::Judged { answer: Answer::Said(_), .. } => self.did_judge_wrong().to_owned(),
            Subject::Judged { right: true, .. } => self.did_step_right().to_owned(),
            Subject::Judged { .. } => self.did_step_wrong().to_owned(),
        }
    }
}
