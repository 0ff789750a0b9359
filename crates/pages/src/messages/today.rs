//! Words of what comes back: gentle, no figures of the memory, nothing that chases.

super::messages! {
    today_title => "Ôn hôm nay", "Today's review";
    today_lead(minutes: u16) => "Làm lại một mình, cả thảy khoảng {minutes} phút. Ôn một chút thì nhớ lâu.", "Do it again, alone: about {minutes} minutes in all. A little review, long remembered.";
    today_yesterday => "Bạn làm lần trước hôm qua", "You last did it yesterday";
    today_days(days: u16) => "Bạn làm lần trước cách đây {days} ngày", "You last did it {days} days ago";
    today_recheck => "Kiểm tra lại", "Re-check";
    today_recheck_about(days: u16, rung: &str) => "Bạn đạt kỹ năng này cách đây {days} ngày. Làm lại một mình, bấm nhầm không quá 2 lần, là lên bậc “{rung}”.", "You passed this skill {days} days ago. Do it again alone with at most 2 wrong taps, and you reach “{rung}”.";
    today_recheck_drill(days: u16, rung: &str) => "Bạn đạt kỹ năng này cách đây {days} ngày. Xem tám tin mới, nhận đúng gần hết, là lên bậc “{rung}”.", "You passed this skill {days} days ago. Look at eight new messages, get nearly all right, and you reach “{rung}”.";
    today_minutes(minutes: u16) => "khoảng {minutes} phút", "about {minutes} min";
    today_begin => "Làm một mình", "Do it alone";
    today_begin_drill => "Xem tám tin", "Look at eight messages";
    today_go_on => "Làm tiếp chỗ đang dở", "Go on where you stopped";
    today_drill(skill: &str) => "Luyện mắt: {skill}", "Train your eye: {skill}";
    today_done => "Hôm nay đã ôn", "Done today";
    today_done_one => "Xong", "Done";
    today_well_done => "Bạn đã ôn xong hôm nay. Nghỉ tay thôi!", "You are done for today. Time for a rest!";
    today_later => "Phần còn lại để hôm sau, mỗi ngày năm phút là đủ.", "The rest waits for another day: five minutes a day are enough.";
    today_fresh => "Hôm nay chưa có gì phải ôn. Những gì đã học bạn vẫn còn nhớ.", "Nothing to review today. What you learned is still fresh.";
    today_next(date: &str) => "Lần ôn tới: {date}.", "The next review: {date}.";
    today_empty => "Khi bạn tự làm xong một bài thực hành, ít hôm sau bài ấy sẽ hiện ở đây để bạn làm lại cho nhớ.", "When you have done a practice alone, it comes back here some days later, so that you remember it.";
    today_to_learn => "Vào học", "Go to the lessons";
    today_due(count: usize, minutes: u16) => "Có {count} bài nên ôn hôm nay, khoảng {minutes} phút.", "{count} to review today, about {minutes} minutes.";
    today_link => "Ôn lại điều đã học", "Review what you have learned";
    today_link_about => "Mỗi ngày không quá năm phút, để khỏi quên.", "Five minutes a day at most, so as not to forget.";

    // The end of a practice that was done again after a month.
    kept_yes(skill: &str) => "Sau hơn một tháng bạn vẫn tự làm được. “{skill}” lên bậc cao nhất!", "More than a month later you can still do it alone. “{skill}” is on the highest rung!";
    kept_not_yet(rung: &str) => "Lần này nhầm hơi nhiều. Không sao: ít hôm nữa làm lại, nhầm không quá 2 lần là lên bậc “{rung}”.", "A few too many wrong taps this time. Never mind: do it again some other day with at most 2, and you reach “{rung}”.";
}
