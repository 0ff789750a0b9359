//! Words of badges, and of visits that wait to be confirmed.

super::messages! {
    badges_title => "Huy hiệu của tôi", "My badges";
    badges_lead => "Huy hiệu tính từ những gì bạn tự làm được. Lên bậc thì huy hiệu cũng đổi theo.", "Badges come from what you can do alone. They change as you climb.";
    badges_none => "Bạn chưa có huy hiệu nào. Tự làm xong một bài thực hành là có.", "No badges yet. Finish one practice alone and you have one.";
    badges_private => "Chỉ mình bạn thấy trang này. Muốn cho người khác xem huy hiệu nào, bạn tạo đường dẫn cho huy hiệu ấy.", "Only you see this page. To show a badge to others, make a link to it.";
    badges_child => "Huy hiệu của người học nhỏ tuổi không chia sẻ công khai, để giữ an toàn cho bạn.", "A young learner's badges are not shared publicly, to keep you safe.";
    badge_skill(skill: &str, rung: &str) => "{skill}: {rung}", "{skill}: {rung}";
    badge_course(course: &str) => "Trọn khóa: {course}", "Whole course: {course}";
    badge_helper(count: u32) => "Người hướng dẫn: {count} lượt được xác nhận", "Helper: {count} confirmed visits";
    badge_since(date: &str) => "từ {date}", "since {date}";
    badge_share => "Tạo đường dẫn", "Make a link";
    badge_unshare => "Thu lại đường dẫn", "Take the link back";
    badge_link => "Đường dẫn công khai", "Public link";
    badge_public_lead => "Người giữ huy hiệu này đã chọn cho mọi người xem. Hệ thống tính huy hiệu từ việc đã làm, không ai tự ghi được.", "Its owner chose to show this badge. It is computed from what was done; nobody can write it themselves.";
    badge_gone => "Không có huy hiệu ở đường dẫn này. Có thể người giữ đã thu lại.", "There is no badge under this link. Its owner may have taken it back.";

    confirm_title => "Những lượt tôi được hướng dẫn", "Visits to me";
    confirm_lead => "Có người ghi là đã hướng dẫn bạn. Nếu đúng, hãy xác nhận để công của họ được tính. Nếu không đúng, bạn cứ để yên, hoặc nói với cán bộ.", "Somebody noted that they helped you. If so, confirm it so that their work counts. If not, leave it, or tell an officer.";
    confirm_none => "Không có lượt nào chờ bạn xác nhận.", "No visit waits for you to confirm.";
    confirm_one(helper: &str, skill: &str, date: &str) => "{helper} hướng dẫn bạn “{skill}” ngày {date}", "{helper} helped you with “{skill}” on {date}";
    confirm_button => "Đúng, có hướng dẫn", "Yes, they did";
    sessions_title => "Lượt hướng dẫn chờ xác nhận", "Visits to be confirmed";
    sessions_lead(unit: &str) => "Các buổi hướng dẫn ở {unit} chưa ai xác nhận. Bạn chỉ xác nhận những buổi biết chắc là có thật.", "Sessions in {unit} that nobody has confirmed. Confirm only those you know took place.";
    sessions_one(helper: &str, date: &str, count: usize) => "{helper}, ngày {date}: {count} lượt", "{helper}, {date}: {count} visits";
    sessions_button => "Xác nhận buổi này", "Confirm this session";
    sessions_own => "Lượt của chính bạn do người khác xác nhận.", "Your own visits are confirmed by somebody else.";
}
