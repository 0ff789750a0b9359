//! Words for helpers and officials: a visit, signing in.

super::messages! {
    visit_title => "Ghi một lượt hướng dẫn", "Note a visit";
    visit_lead => "Ghi một lần là xong, số liệu tự cộng.", "Note it once; the figures add up by themselves.";
    visit_find => "Tìm người đã có tên", "Find somebody already listed";
    visit_find_hint => "Gõ một phần tên, không cần dấu.", "Type a part of the name; tone marks are not needed.";
    visit_find_none => "Không thấy ai tên như vậy ở nơi bạn phụ trách. Hãy điền người mới bên dưới.", "Nobody of that name in your area. Fill in a new person below.";
    visit_whom => "Bạn vừa hướng dẫn ai?", "Whom did you help?";
    visit_new_person => "Người chưa có trong danh sách", "Somebody not on the list";
    visit_new_hint => "Điền ba ô dưới đây. Không cần số điện thoại.", "Fill in the three fields below. No phone number is needed.";
    visit_name => "Họ và tên", "Full name";
    visit_born => "Năm sinh", "Year of birth";
    visit_hamlet => "Thôn, bản, tổ dân phố", "Hamlet or neighbourhood";
    visit_skill => "Kỹ năng nào?", "Which skill?";
    visit_how_far => "Đến đâu rồi?", "How far?";
    visit_shown => "Đã xem tôi làm", "Saw it done";
    visit_helped => "Tự tay làm, có tôi bên cạnh", "Did it with me beside them";
    visit_alone => "Tự làm một mình, tôi chỉ nhìn", "Did it alone, I only watched";
    visit_save => "Lưu lượt này", "Save this visit";
    visit_no_commune => "Tài khoản của bạn chưa gắn với một xã, phường, nên chưa thêm được người mới. Hãy nhờ người vận hành.", "Your account has no commune or ward of its own, so nobody new can be added. Ask the operator.";
    visit_need_whom => "Hãy chọn một người, hoặc điền người mới.", "Choose a person, or fill in a new one.";
    visit_need_name => "Hãy gõ họ và tên.", "Type the full name.";
    visit_need_born => "Năm sinh gồm bốn số, ví dụ 1955.", "The year of birth has four digits, for example 1955.";
    visit_need_skill => "Hãy chọn một kỹ năng.", "Choose a skill.";
    visit_need_how_far => "Hãy chọn làm được đến đâu.", "Choose how far they came.";
    saved_title => "Đã lưu", "Saved";
    saved_sentence(name: &str, skill: &str, rung: &str) => "{name} nay ở bậc “{rung}” của kỹ năng “{skill}”. Cảm ơn bạn.", "{name} now stands on “{rung}” of “{skill}”. Thank you.";
    saved_unchanged(name: &str, skill: &str, rung: &str) => "Đã ghi. {name} vẫn ở bậc “{rung}” của kỹ năng “{skill}”, vì trước đó đã lên đến bậc này.", "Noted. {name} stays on “{rung}” of “{skill}”, which was reached before.";
    saved_again => "Ghi lượt nữa", "Note another";
    visits_title => "Các lượt tôi đã hướng dẫn", "Visits I have noted";
    visits_none => "Chưa có lượt nào.", "No visits yet.";
    visits_when => "Lúc", "When";

    sign_in_title => "Đăng nhập", "Sign in";
    sign_in_lead => "Chỉ dành cho người hướng dẫn và cán bộ. Người học không cần đăng nhập.", "For helpers and officials only. Learners need not sign in.";
    sign_in_name => "Tên đăng nhập", "User name";
    sign_in_password => "Mật khẩu", "Password";
    sign_in_wrong => "Tên đăng nhập hoặc mật khẩu chưa đúng.", "The user name or the password is not right.";
    sign_in_slow(minutes: u32) => "Bạn đã thử nhiều lần. Hãy chờ {minutes} phút rồi thử lại.", "Too many tries. Wait {minutes} minutes and try again.";
    sign_in_demo => "Tài khoản trình diễn", "Demonstration accounts";
}
