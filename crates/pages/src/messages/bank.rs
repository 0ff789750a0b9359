//! Words for the keepers of the bank, who are teachers and no statisticians: each measure has one plain sentence, and its
//! technical name beside it.

use domain::assessment::Status;
use domain::bank::{Age, Deed, Family, FitMark, FlagKind, Verdict};
use domain::text::Lang;

super::messages! {
    // The list of questions.
    bank_title => "Ngân hàng câu hỏi", "The bank of questions";
    bank_lead(version: u32, count: &str) => "Phiên bản {version}, {count} câu. Mỗi việc bạn làm ở đây đều được ghi lại, và không làm đổi kết quả của ai.", "Version {version}, {count} questions. Whatever you do here is recorded, and changes nobody's result.";
    bank_counted(moment: &str, answers: &str, attempts: &str) => "Số liệu đếm lúc {moment}, từ {answers} câu trả lời trong {attempts} lần làm bài.", "Counted at {moment}, from {answers} answers in {attempts} attempts.";
    bank_not_counted => "Chưa đếm số liệu lần nào.", "Nothing has been counted yet.";
    bank_count => "Đếm lại từ mọi câu trả lời", "Count again from all answers";
    bank_busy_count(done: &str, of: &str) => "Đang đếm: đã đọc {done} trên {of} câu trả lời.", "Counting: {done} of {of} answers read.";
    bank_busy_calibrate(done: &str, of: &str) => "Đang ước lượng: đã đọc {done} trên {of} câu trả lời.", "Calibrating: {done} of {of} answers read.";
    bank_busy_thinking => "Đã đọc xong, đang tính. Thường mất dưới một phút.", "All answers are read; the calculation is going on. It usually takes less than a minute.";
    bank_busy_look => "Xem đã xong chưa", "See whether it is done";
    bank_busy_refused => "Đang có một lần đếm hoặc ước lượng chạy rồi. Đợi xong hãy bắt đầu lần mới.", "A count or a calibration is running already. Wait until it is done.";
    bank_failed => "Lần chạy trước chưa xong. Không có gì bị đổi, bạn có thể chạy lại.", "The last run did not finish. Nothing was changed; you can run it again.";
    bank_filter_skill => "Kỹ năng", "Skill";
    bank_filter_status => "Tình trạng", "Status";
    bank_filter_all => "Tất cả", "All";
    bank_filter_do => "Lọc", "Filter";
    bank_none => "Không có câu nào như vậy.", "There is no such question.";
    bank_more => "Xem tiếp", "More";
    bank_to_calibrations => "Các lần ước lượng", "Calibrations";
    bank_to_flags => "Lần làm bài cần xem lại", "Attempts to look at";

    // Heads of columns and names of measures.
    bank_question => "Câu hỏi", "Question";
    bank_difficulty => "Độ khó", "Difficulty";
    bank_slope => "Độ phân biệt", "Discrimination";
    bank_guess => "Đoán mò", "Guessing";
    bank_answers => "Số câu trả lời", "Answers";
    bank_right => "Trả lời đúng", "Right";
    bank_exposure => "Mức lộ", "Exposure";
    bank_fit => "Độ khớp", "Fit";
    bank_dif => "Công bằng", "Fairness";
    bank_drift => "Thay đổi", "Drift";
    bank_status => "Tình trạng", "Status";
    bank_time => "Thời gian thường gặp", "Usual time";
    bank_seconds(seconds: &str) => "{seconds} giây", "{seconds} seconds";

    // What each measure is, in one sentence.
    bank_difficulty_means => "Trong những người ở đúng mức này, khoảng một nửa trả lời đúng. Số càng lớn, câu càng khó; 0 là vừa sức người học trung bình. (Tham số b)", "Of the people at this level about half answer correctly. The greater the number, the harder; 0 suits the average learner. (Parameter b)";
    bank_interval_means(low: &str, high: &str) => "Có lẽ nằm trong khoảng từ {low} đến {high}. (Khoảng tin cậy 95 %)", "Probably between {low} and {high}. (95% interval)";
    bank_slope_means => "Câu tách người nắm vững với người chưa nắm rõ đến đâu. Dưới 0,5 là tách kém. (Tham số a)", "How well it tells those who know from those who don't. Below 0.5 is poor. (Parameter a)";
    bank_guess_means => "Người chưa biết gì, chỉ đoán, vẫn trả lời đúng với tỉ lệ này. (Tham số c)", "How often somebody who knows nothing is still right by guessing. (Parameter c)";
    bank_exposure_means(days: u32) => "Trong các lần làm bài {days} ngày qua, bao nhiêu lần có gặp câu này. Quá 20 % thì câu dễ bị lộ. (Exposure)", "Of the attempts of the last {days} days, how many met it. Beyond 20% its answer easily leaks. (Exposure)";
    bank_fit_means => "Câu trả lời thật cách đường cong bao xa: dưới 10 % là khớp, từ 15 % là kém. (RMSD)", "How far real answers are from the curve: below 10% is good, from 15% poor. (RMSD)";
    bank_dif_means => "Với người cùng sức học, câu này có khó hơn cho nhóm nào không. Mức A là không đáng kể, B cần để ý, C cần người xem. (DIF, thang ETS)", "At the same ability, whether it is harder for some group. A is negligible, B worth noting, C to be looked at. (DIF, scale of ETS)";
    bank_dif_unknown => "Hệ thống không hỏi giới tính và không lưu ngôn ngữ của người trả lời, nên không so theo hai điều đó.", "Sex is not collected, and the language used is not kept, so they are not compared.";
    bank_dif_none => "Chưa nhóm nào có đủ 100 câu trả lời để so.", "No group has the 100 answers that a comparison takes.";
    bank_drift_means => "So với lần ước lượng trước, câu này dễ đi hay khó lên. Dễ đi có thể vì đáp án đã bị lộ. (Drift)", "Whether it became easier or harder since it was calibrated before. Easier may mean that its answer has leaked. (Drift)";
    bank_drift_none => "Chưa có hai lần ước lượng để so.", "There are not two calibrations to compare yet.";

    // Signs beside a question.
    bank_ok => "ổn", "fine";
    bank_look => "cần xem", "look";
    bank_few => "chưa đủ", "too few";

    // One question.
    bank_item_answers => "Người trả lời đã chọn", "What people chose";
    bank_item_choice => "Câu trả lời", "Answer";
    bank_item_chosen => "Đã chọn", "Chosen";
    bank_item_is_right => "đáp án đúng", "the right one";
    bank_item_gone => "Câu này không còn trong nội dung; số liệu cũ vẫn giữ.", "This question is no longer in the content; its old figures are kept.";
    bank_curve_title => "Đường cong của câu", "The question's curve";
    bank_curve_lead => "Đường liền là điều mô hình dự đoán. Chấm là điều đã thấy ở từng nhóm người, chấm càng to thì nhóm càng đông. Chấm xa đường là chỗ không khớp. (Item characteristic curve)", "The line is what the model expects; dots are what was seen in groups of people, larger ones are of more people. A dot far from the line is a misfit. (Item characteristic curve)";
    bank_curve_label(item: &str) => "Đường cong của câu {item}: tỉ lệ trả lời đúng theo sức học, với các nhóm đã thấy", "Curve of question {item}: share right by ability, with the groups seen";
    bank_info_title => "Câu cho biết nhiều nhất ở đâu", "Where it tells most";
    bank_info_lead => "Đỉnh là mức sức học mà câu đo tốt nhất. (Information)", "The peak is the ability at which it measures best. (Information)";
    bank_info_label(item: &str, peak: &str) => "Thông tin của câu {item} theo sức học, cao nhất ở mức {peak}", "Information of question {item} by ability, greatest at {peak}";
    bank_ability => "Sức học", "Ability";
    bank_people => "Số người", "People";
    bank_seen => "Đã thấy", "Seen";
    bank_expected => "Dự đoán", "Expected";
    bank_info_value => "Thông tin", "Information";
    bank_strata => "Ai gặp câu này", "Who meets it";
    bank_stratum_low => "Sức học thấp", "Low ability";
    bank_stratum_middle => "Sức học vừa", "Middle ability";
    bank_stratum_high => "Sức học cao", "High ability";
    bank_all_people => "Mọi người", "Everybody";
    bank_of_attempts(part: &str, of: &str) => "{part} trên {of} lần", "{part} of {of} attempts";
    bank_difs => "Công bằng giữa các nhóm", "Fairness between groups";
    bank_dif_who => "Nhóm", "Group";
    bank_dif_than(whom: &str) => "so với {whom}", "compared with {whom}";
    bank_dif_class => "Mức", "Class";
    bank_dif_delta => "Chênh lệch", "Difference";
    bank_dif_harder => "khó hơn", "harder";
    bank_dif_easier => "dễ hơn", "easier";
    bank_dif_same => "như nhau", "the same";
    bank_history => "Đã làm gì với câu này", "What was done to it";
    bank_history_none => "Chưa ai làm gì.", "Nothing yet.";
    bank_versions => "Tham số qua các phiên bản", "Its parameters over versions";
    bank_version => "Phiên bản", "Version";
    bank_when => "Lúc", "When";
    bank_who => "Ai", "Who";
    bank_did => "Việc", "What";
    bank_why => "Vì sao", "Why";
    bank_do => "Việc có thể làm", "What can be done";

    // Doing something to a question: look once more.
    bank_do_check(deed: &str) => "{deed}: xem lại trước khi làm", "{deed}: look once more";
    bank_do_retire_means => "Câu này sẽ không được hỏi trong các lần làm bài bắt đầu từ bây giờ. Lần đang làm dở vẫn đi tiếp. Kết quả cũ không đổi.", "It will not be asked in attempts begun from now on. Open attempts go on. Old results do not change.";
    bank_do_review_means => "Câu này tạm không được hỏi cho đến khi có người xem và đưa lại vào dùng. Kết quả cũ không đổi.", "It is not asked until somebody has looked and taken it back. Old results do not change.";
    bank_do_back_means => "Câu này lại được hỏi trong các lần làm bài bắt đầu từ bây giờ.", "It is asked again in attempts begun from now on.";
    bank_do_short(test: &str, skill: &str, left: &str, wanted: &str) => "Sau đó “{test}” không đủ câu: kỹ năng “{skill}” còn {left} câu, cần ít nhất {wanted}.", "“{test}” will then lack questions: “{skill}” has {left} left and needs at least {wanted}.";
    bank_do_words => "Vì sao?", "Why?";
    bank_do_words_hint => "Một hai câu cho người giữ ngân hàng câu hỏi sau bạn. Đừng ghi tên ai.", "A sentence or two for the keepers after you. Name nobody.";
    bank_do_words_wrong => "Hãy viết lý do, không quá 400 ký tự.", "Write the reason, 400 characters at most.";
    bank_do_refused => "Câu này đã được đổi trong lúc bạn xem. Không có gì bị đổi thêm; hãy xem lại.", "It was changed while you looked. Nothing more was changed; look again.";

    // Calibrations.
    bank_cals_title => "Các lần ước lượng", "Calibrations";
    bank_cals_lead => "Ước lượng là tính lại độ khó và độ phân biệt của mọi câu từ câu trả lời thật. Bạn xem trước sẽ đổi những gì, rồi mới áp dụng. (Calibration)", "A calibration works out difficulty and discrimination of all questions again from real answers. See what would change before applying it. (Calibration)";
    bank_cals_none => "Chưa có lần nào.", "None yet.";
    bank_cals_new => "Ước lượng mới", "A new calibration";
    bank_cals_answers(answers: &str) => "Có {answers} câu trả lời. Câu hỏi có từ 500 câu trả lời trở lên mới được đổi tham số; câu gần mức đạt thì cần 1.000.", "There are {answers} answers. A question gets new parameters from 500 answers on; near a pass mark it takes 1,000.";
    bank_cals_family => "Dùng đường cong nào?", "Which curves?";
    bank_cals_begin => "Bắt đầu ước lượng", "Begin";
    bank_cals_state => "Quyết định", "Decided";
    bank_cals_open => "chờ quyết định", "waits for a decision";
    bank_cals_left => "để lại, không áp dụng", "left, not applied";
    bank_cals_applied(version: u32) => "đã áp dụng, thành phiên bản {version}", "applied, became version {version}";
    bank_cal_title(moment: &str) => "Ước lượng lúc {moment}", "Calibration of {moment}";
    bank_cal_changed(changed: &str, all: &str) => "{changed} trên {all} câu sẽ có tham số mới.", "{changed} of {all} questions would get new parameters.";
    bank_cal_read(answers: &str, attempts: &str, version: u32) => "Tính từ {answers} câu trả lời trong {attempts} lần làm bài, trên phiên bản {version}.", "From {answers} answers in {attempts} attempts, on version {version}.";
    bank_cal_effect(attempts: &str, up: &str, down: &str) => "Nếu tính lại {attempts} lần của 12 tháng qua: {up} lần chưa đạt sẽ thành đạt, {down} lần đạt sẽ thành chưa đạt. Kết quả đã báo không đổi cho ai.", "Scoring the {attempts} attempts of the last 12 months again: {up} not passed would pass, {down} passed would not. Nobody's result changes.";
    bank_cal_drifted(count: &str) => "{count} câu nay khác lần trước, cần có người xem.", "{count} questions differ from before and should be looked at.";
    bank_cal_misfit(count: &str) => "{count} câu khớp kém.", "{count} questions fit poorly.";
    bank_cal_key(count: &str) => "{count} câu có thể sai đáp án: người giỏi cũng không trả lời đúng nhiều hơn.", "{count} questions may have a wrong key: the able do no better.";
    bank_cal_settled => "Phép tính đã ổn định.", "The calculation settled.";
    bank_cal_unsettled => "Phép tính chưa ổn định; khoan áp dụng, hãy hỏi người rành thống kê trước.", "The calculation did not settle; ask a statistician before applying it.";
    bank_cal_link(anchors: &str, slope: &str, shift: &str) => "Thang đo được giữ bằng {anchors} câu chung (nhân {slope}, cộng {shift}), nên mức đạt vẫn có nghĩa như cũ.", "The scale is held by {anchors} common questions (times {slope}, plus {shift}), so that a pass mark means what it did.";
    bank_cal_changes => "Sẽ đổi gì", "What would change";
    bank_cal_before => "Độ khó cũ", "Difficulty before";
    bank_cal_after => "Độ khó mới", "Difficulty after";
    bank_cal_verdict => "Kết luận", "Verdict";
    bank_cal_apply => "Áp dụng", "Apply";
    bank_cal_leave => "Để lại, không áp dụng", "Leave it";
    bank_cal_apply_means => "Áp dụng sẽ tạo một phiên bản mới; phiên bản cũ vẫn giữ, lần đang làm dở đi tiếp với phiên bản của nó.", "Applying makes a new version; old ones are kept, and open attempts go on with theirs.";
    bank_cal_stale(now: u32) => "Ngân hàng nay đã là phiên bản {now}. Hãy ước lượng lại rồi mới áp dụng.", "The bank is at version {now} by now. Calibrate again before applying.";
    bank_cal_nothing => "Không có câu nào đổi, nên không có gì để áp dụng.", "No question changes, so there is nothing to apply.";
    bank_cal_decided(what: &str, who: &str, moment: &str) => "{what} ({who}, {moment})", "{what} ({who}, {moment})";
    bank_cal_near => "gần mức đạt: chưa tính điểm cho đến 1.000 câu trả lời", "near a pass mark: does not score before 1,000 answers";

    // Flags.
    bank_flags_title => "Lần làm bài cần xem lại", "Attempts to look at";
    bank_flags_lead => "Máy thấy điều lạ, chứ không kết luận gì. Trong 100 người làm bài ngay thẳng, mỗi phép đo vẫn báo nhầm khoảng một người. Không ai bị đánh trượt vì một dấu hiệu. Người xem mới là người quyết định.", "A machine saw something odd and concludes nothing. Of 100 honest people each measure still marks about one. Nobody fails by a sign; only a person decides.";
    bank_flags_none => "Không có lần nào.", "None.";
    bank_flag_what => "Dấu hiệu", "Sign";
    bank_flag_value => "Số đo", "Measure";
    bank_flag_attempt => "Lần làm bài", "Attempt";
    bank_flag_unit => "Đơn vị", "Unit";
    bank_flag_seen => "Thấy lúc", "Seen";
    bank_flag_with(other: &str) => "với lần làm bài {other}", "with attempt {other}";
}

impl super::Messages {
    /// A number in thousandths with two decimals: `−0,52` in Vietnamese, `−0.52` in English.
    #[must_use]
    pub fn decimal(self, milli: i32) -> String {
        let hundredths = (milli.unsigned_abs() + 5) / 10;
        let sign = if milli < 0 && hundredths > 0 { "−" } else { "" };
        let mark = match self.0 {
            Lang::Vi => ',',
            Lang::En => '.',
        };
        format!("{sign}{}{mark}{:02}", hundredths / 100, hundredths % 100)
    }

    /// How a question stands.
    #[must_use]
    pub const fn item_status(self, status: Status) -> &'static str {
        match (self.0, status) {
            (Lang::Vi, Status::Starting) => "độ khó do người soạn đoán",
            (Lang::Vi, Status::Calibrated) => "đã ước lượng",
            (Lang::Vi, Status::Pretest) => "đang thử, chưa tính điểm",
            (Lang::Vi, Status::NeedsReview) => "chờ người xem",
            (Lang::Vi, Status::Retired) => "đã rút",
            (Lang::En, Status::Starting) => "the author's guess",
            (Lang::En, Status::Calibrated) => "calibrated",
            (Lang::En, Status::Pretest) => "on trial, does not score",
            (Lang::En, Status::NeedsReview) => "waits for somebody to look",
            (Lang::En, Status::Retired) => "retired",
        }
    }

    /// What a keeper does.
    #[must_use]
    pub const fn item_deed(self, deed: Deed) -> &'static str {
        match (self.0, deed) {
            (Lang::Vi, Deed::Retire) => "Rút câu này",
            (Lang::Vi, Deed::Review) => "Tạm dừng để xem lại",
            (Lang::Vi, Deed::TakeBack) => "Đưa lại vào dùng",
            (Lang::En, Deed::Retire) => "Retire it",
            (Lang::En, Deed::Review) => "Put it under review",
            (Lang::En, Deed::TakeBack) => "Take it back into use",
        }
    }

    /// Which curves, and what that means.
    #[must_use]
    pub const fn curves(self, family: Family) -> (&'static str, &'static str) {
        match (self.0, family) {
            (Lang::Vi, Family::One) => {
                ("Một tham số (1PL)", "Mọi câu tách người như nhau. Hợp khi còn ít câu trả lời.")
            }
            (Lang::Vi, Family::Two) => {
                ("Hai tham số (2PL)", "Mỗi câu có độ khó và độ phân biệt riêng. Nên chọn khi không rõ.")
            }
            (Lang::Vi, Family::Three) => {
                ("Ba tham số (3PL)", "Tính thêm việc đoán mò. Cần hàng nghìn câu trả lời cho mỗi câu.")
            }
            (Lang::En, Family::One) => {
                ("One parameter (1PL)", "All questions tell people apart alike. For few answers.")
            }
            (Lang::En, Family::Two) => (
                "Two parameters (2PL)",
                "Each has its own difficulty and discrimination. Choose it when in doubt.",
            ),
            (Lang::En, Family::Three) => {
                ("Three parameters (3PL)", "Counts guessing too. Each question needs thousands of answers.")
            }
        }
    }

    /// How well answers follow a curve.
    #[must_use]
    pub const fn fit_mark(self, mark: FitMark) -> &'static str {
        match (self.0, mark) {
            (Lang::Vi, FitMark::Good) => "khớp",
            (Lang::Vi, FitMark::Watch) => "để ý",
            (Lang::Vi, FitMark::Poor) => "kém",
            (Lang::En, FitMark::Good) => "good",
            (Lang::En, FitMark::Watch) => "watch",
            (Lang::En, FitMark::Poor) => "poor",
        }
    }

    /// An age band.
    #[must_use]
    pub const fn age_band(self, age: Age) -> &'static str {
        match (self.0, age) {
            (Lang::Vi, Age::Child) => "dưới 18 tuổi",
            (Lang::Vi, Age::Young) => "18–39 tuổi",
            (Lang::Vi, Age::Middle) => "40–59 tuổi",
            (Lang::Vi, Age::Old) => "từ 60 tuổi",
            (Lang::En, Age::Child) => "under 18",
            (Lang::En, Age::Young) => "18–39",
            (Lang::En, Age::Middle) => "40–59",
            (Lang::En, Age::Old) => "60 and over",
        }
    }

    /// What a calibration says of a question.
    #[must_use]
    pub fn item_verdict(self, verdict: Verdict) -> String {
        let words = match (self.0, verdict) {
            (Lang::Vi, Verdict::First) => "có tham số lần đầu",
            (Lang::Vi, Verdict::Renewed) => "tham số được làm mới",
            (Lang::Vi, Verdict::TooFew { .. }) => "chưa đủ câu trả lời, giữ nguyên",
            (Lang::Vi, Verdict::AllAlike) => "mọi người trả lời như nhau, giữ nguyên",
            (Lang::Vi, Verdict::TellsNothing) => "người giỏi cũng không đúng nhiều hơn: xem lại đáp án",
            (Lang::Vi, Verdict::Undetermined) => "không tính được, giữ nguyên",
            (Lang::Vi, Verdict::Retired) => "đã rút, giữ nguyên",
            (Lang::En, Verdict::First) => "gets parameters for the first time",
            (Lang::En, Verdict::Renewed) => "parameters are renewed",
            (Lang::En, Verdict::TooFew { .. }) => "too few answers, stays",
            (Lang::En, Verdict::AllAlike) => "everybody answers alike, stays",
            (Lang::En, Verdict::TellsNothing) => "the able do no better: look at its key",
            (Lang::En, Verdict::Undetermined) => "cannot be worked out, stays",
            (Lang::En, Verdict::Retired) => "retired, stays",
        };
        words.to_owned()
    }

    /// What was seen in an attempt, and what that measure is called.
    #[must_use]
    pub const fn flag_kind(self, kind: FlagKind) -> (&'static str, &'static str) {
        match (self.0, kind) {
            (Lang::Vi, FlagKind::Rapid) => {
                ("Trả lời quá nhanh, chưa kịp đọc", "Tỉ lệ câu làm nghiêm túc (response-time effort)")
            }
            (Lang::Vi, FlagKind::Odd) => ("Câu dễ sai, câu khó đúng", "Độ hợp lý của bài làm (l_z*)"),
            (Lang::Vi, FlagKind::Foreknown) => {
                ("Câu cũ làm tốt hơn hẳn câu mới", "Tỉ số khả dĩ (likelihood ratio)")
            }
            (Lang::Vi, FlagKind::Alike) => (
                "Bài của hai người cùng buổi thi quá giống nhau",
                "Lũy thừa của 10 cho khả năng trùng hợp (GBT)",
            ),
            (Lang::En, FlagKind::Rapid) => {
                ("Answered faster than one can read", "Share answered with effort (response-time effort)")
            }
            (Lang::En, FlagKind::Odd) => ("Easy ones wrong, hard ones right", "Person fit (l_z*)"),
            (Lang::En, FlagKind::Foreknown) => {
                ("Much better on old questions than on fresh ones", "Signed likelihood ratio")
            }
            (Lang::En, FlagKind::Alike) => {
                ("Two of one sitting agree too much", "Power of 10 of a coincidence (GBT)")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Messages;
    use domain::text::Lang;

    #[test]
    fn decimals_are_written_as_each_language_does() {
        assert_eq!(Messages(Lang::Vi).decimal(-524), "−0,52");
        assert_eq!(Messages(Lang::En).decimal(1_235), "1.24");
        assert_eq!(Messages(Lang::Vi).decimal(-4), "0,00");
    }
}
