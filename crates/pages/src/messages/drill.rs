//! Words about drills, for those who do them and those who write them.

use domain::content::{Fault, Role};
use domain::drill::{Judgement, Verdict};

use super::Messages;
use super::findings::{Told, told};

super::messages! {
    // The card that leads there, and the page before a round.
    drill_title => "Luyện mắt", "Train your eye";
    drill_card => "Tám tin, có thật có lừa. Bạn nhận ra mấy tin?", "Eight messages, some genuine, some not. How many can you tell?";
    drill_about => "Bạn xem tám tin, lần lượt từng tin. Có tin thật, có tin lừa.", "You look at eight messages, one after the other. Some are genuine, some are scams.";
    drill_how => "Với mỗi tin, bạn nói: an toàn, không chắc, hay lừa đảo. Rồi chọn việc nên làm.", "Of each you say: safe, not sure, or a scam. Then you choose what to do.";
    drill_harmless => "Tin ở đây đều là tin tập, tên và số đều bịa. Nhầm cũng không mất gì.", "All messages here are for practice, with made-up names and numbers. A mistake costs nothing.";
    drill_begin => "Bắt đầu luyện", "Begin";
    drill_again => "Luyện lượt mới", "Another round";
    drill_go_on => "Xem tiếp chỗ đang dở", "Go on where you stopped";
    drill_last => "Lượt trước", "Last round";
    drill_see_last => "Xem lại lượt trước", "Look at the last round again";
    // A message: seen, judged, explained.
    drill_question => "Thật hay lừa?", "Genuine or a scam?";
    drill_safe => "An toàn", "Safe";
    drill_unsure => "Không chắc", "Not sure";
    drill_scam => "Lừa đảo", "A scam";
    drill_to_me => "Bạn gặp việc này", "This happens to you";
    drill_for_help => "Có người nhờ bạn xem giúp", "Somebody asks you to look at it";
    drill_seen => "Bạn thấy việc này bên cạnh mình", "You see this happen beside you";
    drill_next_me => "Giờ bạn làm gì?", "What do you do now?";
    drill_next_help => "Bạn bảo người ấy làm gì?", "What do you tell them to do?";
    drill_next_seen => "Bạn làm gì giúp người ấy?", "What do you do to help them?";
    drill_said(said: &str) => "Bạn nói: {said}.", "You said: {said}.";
    drill_the_message => "Xem lại", "Look again";
    drill_is_scam => "Đây là lừa đảo", "This is a scam";
    drill_is_genuine => "Đây là chuyện thật", "This is genuine";
    drill_right => "Bạn nhìn đúng.", "You saw it.";
    drill_not_right => "Lần này bạn nhìn nhầm, không sao. Lần sau mình để ý hơn.", "Not this time, and no harm done. Next time you will see it.";
    drill_was_unsure => "Bạn chưa chắc. Chưa chắc thì dừng lại hỏi, vậy là tốt.", "You were not sure. Then stopping to ask is a good thing.";
    drill_signs_scam => "Nhìn kỹ thì thấy", "What a careful eye sees";
    drill_signs_genuine => "Vì sao tin được", "Why it can be trusted";
    drill_step => "Việc nên làm", "What to do";
    drill_your_step(step: &str) => "Bạn chọn: “{step}”.", "You chose: “{step}”.";
    drill_following => "Tin tiếp theo", "Next message";
    drill_to_end => "Xem kết quả", "See how it went";
    drill_to_list => "Về kết quả", "Back to the result";
    drill_frame => "Tin để luyện", "Message to judge";
    drill_incoming => "Cuộc gọi đến", "Incoming call";
    // The end of a round.
    drill_sharp => "Mắt bạn tinh đấy!", "You have a sharp eye!";
    drill_suspicious => "Bạn hơi hay ngờ oan", "You are a little too suspicious";
    drill_trusting => "Bạn hơi hay tin lầm", "You are a little too trusting";
    drill_not_sure => "Bạn còn chưa chắc", "You are not sure yet";
    drill_sharp_about => "Bạn nhận ra tin lừa, mà vẫn tin được tin thật. Vài hôm nữa mình luyện lại, tin sẽ khó hơn một chút.", "You find scams and still trust what is genuine. Come back in a few days; the messages get a little harder.";
    drill_suspicious_about => "Bạn ngờ cả tin thật. Ngờ quá thì lỡ lịch khám, lỡ việc nhà. Tin không giục, không xin gì thì hỏi lại bằng số bạn tự tìm, rồi yên tâm làm theo.", "You doubt genuine messages too, and so may miss an appointment. When nothing is asked and nobody hurries you, call back on a number you looked up, then do as it says.";
    drill_trusting_about => "Vài tin lừa còn qua mắt bạn. Thấy giục, thấy xin mã, xin tiền, bảo bấm hay cài gì là dừng. Đọc lại bài rồi luyện thêm một lượt.", "Some scams still get past you. When you are hurried, or asked for codes or money, or told to tap or install, stop. Read the lesson again, then do another round.";
    drill_not_sure_about => "Nhiều tin bạn còn phân vân, ai mới tập cũng vậy. Đọc lại bài rồi luyện thêm một lượt.", "You hesitate at many, as everybody does at first. Read the lesson again, then do another round.";
    drill_hits(hits: u8, scams: u8) => "Nhận ra {hits} trên {scams} tin lừa đảo", "{hits} of {scams} scams found";
    drill_alarms(alarms: u8, genuine: u8) => "nghi oan {alarms} trên {genuine} tin thật", "{alarms} of {genuine} genuine ones suspected";
    drill_doubts(unsure: u8) => "không chắc {unsure} tin", "not sure of {unsure}";
    drill_steps(steps: u8, all: u8) => "Chọn đúng việc nên làm: {steps} trên {all} tin.", "The right thing to do chosen for {steps} of {all}.";
    drill_why => "Vì sao?", "Why?";
    drill_sensitivity(value: &str) => "Độ tinh (d′): {value}. Số 0 là chưa phân biệt được thật với lừa. Từ 1 trở lên là tinh.", "Sensitivity (d′): {value}. 0 means telling nothing apart; 1 and more is sharp.";
    drill_criterion(value: &str) => "Độ nghiêng (c): {value}. Dưới 0 là hay ngờ, trên 0 là hay tin.", "Criterion (c): {value}. Below 0 leans to suspicion, above 0 to trust.";
    drill_measured => "Mỗi tin “không chắc” được tính một nửa. Chỉ có tám tin nên con số còn thô.", "Each “not sure” counts half. Eight messages give a rough figure only.";
    drill_proves(skill: &str) => "Được ghi nhận “tự làm được”: {skill}.", "Noted as “alone”: {skill}.";
    drill_messages => "Xem lại từng tin", "Each message again";
    drill_read_lesson(lesson: &str) => "Đọc lại bài: {lesson}", "Read again: {lesson}";
    drill_you_said(said: &str) => "bạn nói: {said}", "you said: {said}";
    // The record.
    did_begin_drill(skill: &str) => "Bắt đầu luyện mắt: {skill}", "Began a drill: {skill}";
    did_judge_right => "Nhìn đúng một tin để luyện", "Judged a practice message rightly";
    did_judge_wrong => "Nhìn chưa đúng một tin để luyện", "Judged a practice message wrongly";
    did_step_right => "Chọn đúng việc nên làm với một tin để luyện", "Chose the right thing to do about a practice message";
    did_step_wrong => "Chọn chưa đúng việc nên làm với một tin để luyện", "Chose the wrong thing to do about a practice message";
    did_end_drill(hits: u8, scams: u8, alarms: u8, genuine: u8) => "Luyện mắt xong: nhận ra {hits} trên {scams} tin lừa đảo, nghi oan {alarms} trên {genuine} tin thật", "Finished a drill: {hits} of {scams} scams found, {alarms} of {genuine} genuine ones suspected";
}

impl Messages {
    /// What a message was said to be.
    #[must_use]
    pub const fn judgement(self, said: Judgement) -> &'static str {
        match said {
            Judgement::Safe => self.drill_safe(),
            Judgement::Unsure => self.drill_unsure(),
            Judgement::Scam => self.drill_scam(),
        }
    }

    /// Who the person who judges is, and what they are asked then.
    #[must_use]
    pub(crate) const fn drill_role(self, role: Role) -> (&'static str, &'static str) {
        match role {
            Role::Target => (self.drill_to_me(), self.drill_next_me()),
            Role::Helper => (self.drill_for_help(), self.drill_next_help()),
            Role::Witness => (self.drill_seen(), self.drill_next_seen()),
        }
    }

    /// The verdict, and what to do next.
    #[must_use]
    pub(crate) const fn drill_verdict(self, verdict: Verdict) -> (&'static str, &'static str) {
        match verdict {
            Verdict::Sharp => (self.drill_sharp(), self.drill_sharp_about()),
            Verdict::TooSuspicious => (self.drill_suspicious(), self.drill_suspicious_about()),
            Verdict::TooTrusting => (self.drill_trusting(), self.drill_trusting_about()),
            Verdict::NotSure => (self.drill_not_sure(), self.drill_not_sure_about()),
        }
    }
}

/// What is wrong with a message to judge, and how to mend it.
pub(super) fn of_drills(fault: &Fault) -> (Told, Told) {
    match fault {
        Fault::Signs { found, most } => told(
            (format!("Tin có {found} dấu hiệu."), format!("Cần từ 1 đến {most} dòng “sign”.")),
            (format!("The message has {found} signs."), format!("One to {most} lines “sign” are wanted.")),
        ),
        Fault::NextSteps { found, right } => told(
            (
                format!("Tin có {found} việc để chọn, {right} việc đúng."),
                "Cần hai hoặc ba dòng “next”, đúng một dòng có “right” bên dưới.",
            ),
            (
                format!("The message has {found} next steps, {right} of them right."),
                "Two or three lines “next” are wanted, exactly one with “right” below it.",
            ),
        ),
        Fault::TooFewDrills { skill, genuine, scams } => told(
            (
                format!("Kỹ năng “{skill}” có {genuine} tin thật và {scams} tin lừa đảo."),
                "Một lượt cần ít nhất 8 tin, mỗi loại ít nhất 3: hãy viết thêm.",
            ),
            (
                format!("The skill “{skill}” has {genuine} genuine messages and {scams} scams."),
                "A round needs at least 8, and 3 of each kind: write more.",
            ),
        ),
        other => super::frameworks::of_frameworks(other),
    }
}
