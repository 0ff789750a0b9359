//! What the pages of tests say: before, during, after. A kind neighbour: nobody is examined like a schoolchild.

use domain::assessment::{Band, Manner};
use domain::content::TestKind;

use super::Messages;

super::messages! {
    // Before the test: what it is, how long it takes, what helps.
    test_what => "Bài này thế nào?", "What is it like?";
    test_count(most: u16) => "{most} câu hỏi, mỗi lần một câu.", "{most} questions, one at a time.";
    test_count_between(least: u16, most: u16) => "Từ {least} đến {most} câu hỏi, mỗi lần một câu. Câu sau chọn theo câu bạn vừa trả lời, để không quá khó hay quá dễ với bạn.", "{least} to {most} questions, one at a time. Each is chosen by your answers so far, so that it is neither much too hard nor too easy for you.";
    test_no_clock => "Không tính giờ. Nghỉ lúc nào cũng được, lần sau làm tiếp.", "No clock. Stop whenever you like and go on later.";
    test_clock(minutes: u16) => "Làm trong {minutes} phút. Phần lớn mọi người làm xong sớm hơn nhiều.", "You have {minutes} minutes. Most people need far fewer.";
    test_saved => "Trả lời câu nào, máy lưu ngay câu ấy. Mất mạng hay hết pin thì lần sau làm tiếp.", "Every answer is saved at once. If the network or the battery fails, you go on later.";
    test_no_harm => "Làm chưa đạt cũng không sao: xem giải thích rồi thử lại.", "Not passing does no harm: read the explanations and try again.";
    test_diagnosis_for => "Không có đạt hay trượt. Xong bài, bạn biết nên học từ đâu.", "Nobody passes or fails. At the end you know where to begin.";
    test_exam_for => "Đạt mọi kỹ năng thì được nhận giấy chứng nhận. Giấy ghi rõ bạn tự làm hay có người giám sát.", "Pass every skill and you can have a certificate. It says whether you did it by yourself or supervised.";
    test_helps => "Điều gì giúp bạn làm tốt?", "What helps";
    test_help_quiet => "Ngồi chỗ yên, có đủ ánh sáng. Chữ nhỏ quá thì bấm “Chữ to hơn” ở cuối trang.", "Sit somewhere quiet and bright. If the letters are too small, use “Larger text” at the bottom of the page.";
    test_help_slow => "Đọc chậm. Không chắc thì chọn câu bạn thấy đúng nhất.", "Read slowly. If you are not sure, choose what seems most right.";
    test_help_alone => "Bạn tự nghĩ câu trả lời. Người khác đọc giúp thì được, còn trả lời thì để bạn tự làm.", "Find the answers yourself. Somebody may read to you, but not answer for you.";

    // Choosing how the questions reach the person.
    manner_title => "Bạn làm bài bằng cách nào?", "How will you do it?";
    manner_screen => "Tôi tự đọc và tự bấm", "I read and tap myself";
    manner_read => "Có người đọc to, tôi tự bấm", "Somebody reads aloud, I tap";
    manner_for_me => "Có người đọc to và bấm giúp", "Somebody reads aloud and taps for me";
    manner_helped_hint => "Kết quả sẽ ghi là có người giúp đọc.", "The result will say that somebody helped.";
    manner_note_read => "Có người đọc to câu hỏi.", "Somebody read the questions aloud.";
    manner_note_oral => "Có người đọc to và bấm theo lời bạn nói.", "Somebody read aloud and tapped what you said.";
    manner_reader(action: &str) => "Người giúp: đọc nguyên văn câu hỏi và từng câu trả lời, không gợi ý. {action}", "Helper: read the question and every answer as they stand, without hints. {action}";
    manner_reader_taps => "Người làm bài tự bấm.", "The person taps.";
    manner_reader_oral => "Rồi bấm đúng câu mà người làm bài nói.", "Then tap exactly what the person says.";
    time_more => "Tôi cần thêm thời gian", "I need more time";
    time_more_hint => "Mắt yếu, tay run, đọc chậm đều chọn được. Chọn ô này thì không tính giờ.", "For weak eyes, shaking hands or slow reading. With this there is no clock.";

    // Ways on.
    test_begin => "Bắt đầu làm", "Start";
    test_go_on => "Làm tiếp", "Go on";
    test_go_on_saved(answered: usize) => "Bạn đang làm dở, đã lưu {answered} câu.", "You are in the middle of it; {answered} answers are saved.";
    test_see_last => "Xem kết quả lần trước", "See the last result";
    test_wait(until: &str) => "Bạn vừa làm xong. Bạn có thể làm lại từ {until}.", "You have just done it. You can try again from {until}.";
    test_wait_year(most: u16, until: &str) => "Trong 12 tháng làm được {most} lần, và bạn đã làm đủ. Bạn có thể làm lại từ {until}.", "It can be done {most} times in 12 months, and you have. You can try again from {until}.";
    test_only_supervised => "Bài thi này chỉ làm ở buổi thi có người giám sát. Bạn hỏi điểm hỗ trợ gần nhà hoặc nhà trường xem ngày nào có buổi thi.", "This examination is taken in a supervised sitting only. Ask your nearest touchpoint or school when there is one.";
    test_also_supervised => "Muốn giấy chứng nhận ghi “có giám sát”? Bạn hỏi điểm hỗ trợ gần nhà xem ngày nào có buổi thi.", "Would you like a certificate that says “supervised”? Ask your nearest touchpoint when there is a sitting.";

    // One question.
    question_number(number: usize) => "Câu {number}", "Question {number}";
    question_number_of(number: usize, of: u16) => "Câu {number} trên {of}", "Question {number} of {of}";
    question_number_most(number: usize, most: u16) => "Câu {number}, nhiều nhất {most} câu", "Question {number}, {most} at most";
    question_saved(answered: usize) => "Đã lưu {answered} câu", "{answered} answers saved";
    question_until(time: &str) => "Làm đến {time}", "Until {time}";
    question_answer => "Trả lời", "Answer";
    question_leave => "Nghỉ, để lần sau làm tiếp", "Stop here, go on later";
    question_slow => "Bạn trả lời rất nhanh. Cứ thong thả, đọc hết các câu trả lời rồi hãy chọn.", "You are very quick. Take your time and read all the answers before you choose.";
    question_stop => "Thôi, không làm nữa", "Stop for good";
    question_listen => "Nghe câu hỏi", "Listen to the question";
    question_sign => "Xem bằng ngôn ngữ ký hiệu", "Watch it in sign language";
    paused_title => "Buổi thi đang tạm dừng", "The sitting is paused";
    paused_about => "Người tổ chức đã cho tạm dừng. Thời gian tạm dừng không tính, bài của bạn vẫn còn. Khi buổi thi tiếp tục, bạn bấm nút dưới đây.", "The organiser has paused it. No time is passing and your answers are safe. When it goes on, tap the button below.";
    paused_look => "Xem đã tiếp tục chưa", "See whether it goes on";
    over_title => "Hết giờ làm bài", "Time is up";
    over_about => "Những câu bạn đã trả lời vẫn được tính.", "What you have answered still counts.";
    over_see => "Xem kết quả", "See the result";

    // Stopping for good.
    stop_title => "Bạn muốn thôi hẳn?", "Stop for good?";
    stop_about => "Nếu chỉ mệt, bạn cứ nghỉ: bài được giữ, lần sau làm tiếp. Thôi hẳn thì lần làm bài này không có kết quả, mà vẫn tính là một lần.", "If you are only tired, just rest: your answers are kept and you go on later. If you stop for good, this attempt has no result and still counts as one.";
    stop_yes => "Thôi hẳn lần này", "Stop this attempt";
    stop_no => "Quay lại câu hỏi", "Back to the question";
}

super::messages! {
    // The result: words and a picture, then what to learn next. Figures only behind a fold.
    result_passed => "Bạn đã đạt!", "You passed!";
    result_passed_about => "Bạn nắm chắc mọi kỹ năng của bài này.", "You are sure of every skill of this test.";
    result_not_yet => "Chưa đạt hết, không sao", "Not all passed yet, and that is all right";
    result_not_yet_about => "Xem bên dưới: kỹ năng nào đã chắc, kỹ năng nào nên học thêm rồi làm lại.", "See below which skills are firm and which are worth learning more before another try.";
    result_begin_at(lesson: &str) => "Bạn nên bắt đầu từ bài “{lesson}”", "Begin with “{lesson}”";
    result_begin_about => "Những bài đứng trước, bạn đã biết rồi. Muốn xem lại lúc nào cũng được.", "You know what comes before. You can look at it at any time.";
    result_begin_first => "Bạn nên bắt đầu từ bài đầu tiên", "Begin with the first lesson";
    result_begin_first_about => "Cứ thong thả từng bài một. Bấm sai không hỏng gì.", "One lesson at a time, without hurry. A wrong tap breaks nothing.";
    result_knows_all => "Bạn đã biết cả rồi", "You know it all";
    result_knows_all_about => "Bạn có thể làm ngay bài kiểm tra để lên bậc.", "You can take the check at once and climb.";
    result_haste => "Lần này bạn trả lời nhanh quá", "This time you were very quick";
    result_haste_about => "Nhiều câu được chọn khi chưa kịp đọc, nên kết quả chưa nói lên điều gì. Lần này không tính. Bạn làm lại ngay được: đọc chậm từng câu, không ai giục.", "Many answers were chosen before there was time to read, so the result says little. This attempt does not count. You can start again at once: read slowly, nobody hurries you.";
    result_random => "Lần này chưa nói lên điều gì", "This time the answers do not tell anything yet";
    result_random_about => "Có thể bạn đang vội, hoặc câu hỏi còn khó đọc: các câu trả lời giống như chọn thử, nên chưa biết bạn đã biết những gì. Lần này không tính. Bạn làm lại ngay được, hoặc học bài trước rồi làm. Cứ đọc chậm; cần thì nhờ người bên cạnh đọc giúp.", "Perhaps you were in a hurry, or the questions were hard to read: the answers look much like picks to try, so they do not show what you know. This attempt does not count. You can start again at once, or learn first. Read slowly; if you like, ask somebody to read to you.";
    result_given_up => "Bạn đã thôi giữa chừng", "You stopped on the way";
    result_given_up_about => "Lần này không có kết quả. Khi nào sẵn sàng, bạn làm lại.", "There is no result this time. Try again when you are ready.";
    result_time_over => "Hết giờ", "Time was up";
    result_time_over_about => "Kết quả tính trên những câu bạn đã trả lời. Lần sau, nếu cần thêm giờ, bạn chọn “Tôi cần thêm thời gian”.", "The result rests on what you answered. If you need more time next time, choose “I need more time”.";
    result_withdrawn => "Bài này đã được thay đổi", "This test has changed";
    result_withdrawn_about => "Câu hỏi bạn đang làm dở không còn dùng nữa. Lần này không tính, bạn làm lại được.", "The open question is no longer used. This attempt does not count; you can start again.";
    result_skills => "Từng kỹ năng", "Each skill";
    result_again => "Học lại:", "Learn again:";
    result_more => "Học tiếp:", "Learn more:";
    result_answers => "Xem lại từng câu", "Your answers, explained";
    result_try_again => "Làm lại", "Try again";
    result_to_check => "Làm bài kiểm tra", "Take the check";
    band_begin => "Nên học từ đầu", "To be learned from the start";
    band_on_the_way => "Đang tiến bộ", "On the way";
    band_near => "Khá chắc", "Fairly sure";
    band_firm => "Chắc", "Sure";
    band_of(band: &str, bars: u8) => "{band}: {bars} trên 4 vạch", "{band}: {bars} of 4 bars";
    skill_passed => "Đạt", "Passed";
    skill_shown => "Đã biết", "Known";
    watched_by_nobody => "Tự làm, không có người giám sát.", "Done by yourself, not supervised.";
    watched_in_sitting => "Làm ở buổi thi, có người giám sát.", "Done in a sitting, supervised.";

    // The fold for who wants figures.
    figures_title => "Số liệu cho người muốn xem", "Figures, for those who want them";
    figures_right(right: u16, asked: u16) => "Trả lời đúng {right} trên {asked} câu tính điểm.", "{right} right answers of {asked} questions that count.";
    figures_ability(theta: &str, se: &str, cut: &str) => "Mức năng lực ước lượng {theta}, sai số chuẩn {se}; mức cần đạt {cut}. (Thang chung của các câu hỏi, số 0 là mức giữa.)", "Estimated ability {theta}, standard error {se}; the level to reach is {cut}. (On the common scale of the questions, 0 is the middle.)";
    figures_skill(skill: &str, right: u16, asked: u16) => "{skill}: đúng {right} trên {asked} câu.", "{skill}: {right} of {asked} right.";
    figures_pretest => "Có vài câu hỏi thử để dùng cho những lần sau, không tính điểm.", "A few questions were tried out for later and do not count.";
    figures_starting => "Độ khó của các câu hỏi hiện chỉ là ước lượng ban đầu của người soạn. Chưa đủ câu trả lời để tính lại.", "The difficulties are still the authors' first estimates; there are not yet enough answers to work them out.";
    figures_calibrated => "Độ khó của các câu hỏi tính từ câu trả lời của nhiều người.", "The difficulties were worked out from many people's answers.";
    figures_bank(version: u32) => "Ngân hàng câu hỏi: phiên bản {version}.", "Bank of questions: version {version}.";

    // On the pages of the course.
    course_where_to_begin => "Chưa biết bắt đầu từ đâu?", "Not sure where to begin?";
    course_where_about => "Trả lời vài câu hỏi ngắn, chúng tôi chọn bài hợp với bạn.", "Answer a few short questions and we choose a fitting lesson.";
    course_advised(lesson: &str) => "Bạn nên bắt đầu từ bài “{lesson}”.", "Begin with “{lesson}”.";
    course_open => "Bạn đang làm dở một bài", "You are in the middle of a test";
    course_open_about => "Làm tiếp từ câu đang dở. Những câu đã trả lời vẫn còn.", "Go on from the open question. Your answers are kept.";
    course_exam => "Thi lấy giấy chứng nhận", "Examination for the certificate";
    course_exam_about => "Khi bạn thấy mình đã sẵn sàng. Chưa đạt thì lần sau thi lại.", "When you feel ready. If it does not work out, try again later.";
    kind_diagnosis => "Tìm bài để bắt đầu", "Where to begin";
    kind_check => "Bài kiểm tra", "Check";
    kind_examination => "Bài thi", "Examination";
}

impl Messages {
    /// How far a skill has come, in words.
    #[must_use]
    pub const fn band(self, band: Band) -> &'static str {
        match band {
            Band::Begin => self.band_begin(),
            Band::OnTheWay => self.band_on_the_way(),
            Band::Near => self.band_near(),
            Band::Firm => self.band_firm(),
        }
    }

    /// How the questions reach the person, as a choice.
    #[must_use]
    pub const fn manner(self, manner: Manner) -> &'static str {
        match manner {
            Manner::OnScreen => self.manner_screen(),
            Manner::ReadAloud => self.manner_read(),
            Manner::Oral => self.manner_for_me(),
        }
    }

    /// The kind of a test.
    #[must_use]
    pub const fn test_kind(self, kind: TestKind) -> &'static str {
        match kind {
            TestKind::Diagnosis => self.kind_diagnosis(),
            TestKind::Check => self.kind_check(),
            TestKind::Examination => self.kind_examination(),
        }
    }

    /// A number in thousandths with two decimals: `−0,53`.
    #[must_use]
    pub fn milli(self, value: i32) -> String {
        let hundredths = (value.unsigned_abs() + 5) / 10;
        let sign = if value < 0 && hundredths > 0 { "\u{2212}" } else { "" };
        let point = match self.0 {
            domain::text::Lang::Vi => ',',
            domain::text::Lang::En => '.',
        };
        format!("{sign}{}{point}{:02}", hundredths / 100, hundredths % 100)
    }
}
