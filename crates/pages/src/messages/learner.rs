//! Words of the pages that a learner sees before and beside the lessons.

super::messages! {
    // The front door. Say what this is in ten seconds, to somebody of seventy.
    home_title => "Học dùng điện thoại, từng bước một", "Learn to use your phone, one step at a time";
    home_lead => "Bài ngắn, có điện thoại tập để bấm thử. Bấm sai không sao, không mất tiền, không hỏng gì.", "Short lessons with a practice phone to try on. A wrong tap costs nothing and breaks nothing.";
    home_free => "Miễn phí. Không cần tài khoản, không cần số điện thoại.", "Free. No account and no phone number needed.";
    home_go_on(title: &str) => "Học tiếp: {title}", "Go on: {title}";
    home_what => "Học xong, bạn làm được", "What you will be able to do";
    home_can_1 => "Mở căn cước trên VNeID", "Open your identity card in VNeID";
    home_can_2 => "Nộp hồ sơ ở nhà, khỏi xếp hàng", "Send papers from home, without queueing";
    home_can_3 => "Nhận ra kẻ lừa đảo", "Spot a scam";
    home_can_4 => "Bắt Wi-Fi, giữ máy an toàn", "Join a Wi-Fi network, keep your phone safe";
    home_ladder => "Mỗi kỹ năng đi lên năm bậc", "Every skill climbs five rungs";
    home_ladder_lead => "Bạn luôn biết mình đang ở bậc nào. Đủ bậc thì được nhận giấy chứng nhận.", "You always know on which rung you stand. High enough, and you receive a certificate.";
    home_others => "Bạn đến vì việc khác?", "Here for something else?";
    home_helper => "Tôi đi hướng dẫn người khác", "I help others to learn";
    home_leader => "Tôi muốn xem phường, xã mình đến đâu", "I want to see how far my ward or commune is";
    home_checker => "Giấy chứng nhận này là thật hay giả?", "Is this certificate genuine?";

    // Who am I.
    start_title => "Bạn là ai?", "Who are you?";
    start_hint => "Để chọn bài hợp với bạn. Sau này đổi lúc nào cũng được.", "So that we choose fitting lessons. You can change this at any time.";
    start_choose => "Hãy chọn một dòng, hoặc bỏ qua bước này.", "Choose one line, or skip this step.";

    // Where am I.
    place_title => "Bạn ở xã, phường nào?", "In which commune or ward do you live?";
    place_hint => "Gõ tên, không cần dấu. Ví dụ: nghia do", "Type the name; tone marks are not needed. For example: nghia do";
    place_label => "Tên xã hoặc phường", "Name of the commune or ward";
    place_why => "Chỉ để đếm số người đã học ở mỗi nơi. Không hỏi địa chỉ nhà.", "Only to count how many have learned in each place. We do not ask for your address.";
    place_found(count: usize) => "Tìm thấy {count} nơi. Chọn nơi của bạn:", "{count} places found. Choose yours:";
    place_none(query: &str) => "Chưa tìm thấy “{query}”. Thử gõ ngắn hơn, hoặc gõ tên cũ trước khi sáp nhập.", "“{query}” was not found. Try fewer letters, or the name before the merger.";
    place_choose => "Hãy chọn một nơi, hoặc bỏ qua bước này.", "Choose a place, or skip this step.";

    // My ladder.
    me_title => "Của tôi", "My ladder";
    me_empty => "Bạn chưa bắt đầu kỹ năng nào. Bài đầu tiên chỉ mất vài phút.", "You have not begun any skill yet. The first lesson takes a few minutes.";
    me_next => "Nên làm tiếp", "What to do next";
    me_skills => "Kỹ năng của tôi", "My skills";
    me_others(count: usize) => "Các kỹ năng khác ({count})", "Other skills ({count})";
    me_since(date: &str) => "từ {date}", "since {date}";
    me_assisted => "có người hướng dẫn", "with a helper";
    me_place(place: &str) => "Nơi ở: {place}", "Place: {place}";
    me_group(group: &str) => "Nhóm: {group}", "Group: {group}";
    me_unknown => "chưa chọn", "not chosen";
    me_certificate => "Giấy chứng nhận", "Certificate";
    me_missing => "Để nhận giấy chứng nhận, bạn còn cần:", "Still needed for the certificate:";
    me_missing_one(skill: &str, rung: &str) => "{skill}: lên đến bậc “{rung}”", "{skill}: reach “{rung}”";
    me_ready => "Bạn đã đủ điều kiện. Chúc mừng bạn!", "You have all that is needed. Congratulations!";
    me_ask => "Nhận giấy chứng nhận", "Receive the certificate";
    me_show => "Xem giấy chứng nhận của tôi", "See my certificate";
    me_guest => "Việc học của bạn gắn với trình duyệt trên máy này. Xóa dữ liệu trình duyệt là mất.", "Your work is tied to this browser. Clearing its data loses it.";
    next_lesson(title: &str) => "Bài học: {title}", "Lesson: {title}";
    next_practice(title: &str) => "Thực hành: {title}", "Practice: {title}";
    next_check(title: &str) => "Bài kiểm tra: {title}", "Check: {title}";
    next_again(title: &str) => "Làm lại cho nhớ: {title}", "Do it again, to remember: {title}";

    // Asking for the certificate.
    ask_title => "Tên trên giấy chứng nhận", "The name on the certificate";
    ask_hint => "Gõ họ và tên có dấu, đúng như trên căn cước.", "Type your full name with its tone marks, as on your identity card.";
    ask_label => "Họ và tên", "Full name";
    ask_empty => "Hãy gõ họ và tên.", "Type your full name.";
    ask_check_title => "Xem lại trước khi cấp", "Check before it is issued";
    ask_check_lead => "Tên này sẽ in trên giấy. Bạn xem lại cho kỹ. Sau khi cấp, bạn chỉ tự sửa được một lần, trong 30 ngày.", "This name is printed on it. Please check it: once issued you can correct it yourself only once, within 30 days.";
    ask_confirm => "Đúng rồi, cấp giấy chứng nhận", "Correct, issue the certificate";
    ask_not_yet => "Chưa đủ để nhận giấy chứng nhận", "Not yet enough for the certificate";

    // The certificate itself. Name no state authority: this program issues it, a unit may sign and seal it.
    cert_title => "Giấy chứng nhận", "Certificate";
    cert_of => "Chứng nhận", "This certifies that";
    cert_has(profile: &str) => "đã hoàn thành: {profile}", "has completed: {profile}";
    cert_number => "Số", "Number";
    cert_issued => "Ngày cấp", "Issued";
    cert_until => "Có giá trị đến", "Valid until";
    cert_forever => "Không thời hạn", "No end";
    cert_skills => "Những kỹ năng đã đạt", "Skills reached";
    cert_place => "Nơi ở", "Place";
    cert_signed_by => "Xác nhận của đơn vị", "Confirmed by the unit";
    cert_sign_hint => "(ký, ghi rõ họ tên, đóng dấu)", "(signature, full name, seal)";
    cert_scan => "Quét để biết thật hay giả", "Scan to see whether it is genuine";
    cert_qr => "Mã QR dẫn tới trang kiểm tra giấy này", "QR code of the page that checks this certificate";
    cert_demo => "Bản trình diễn, không có giá trị", "Demonstration, without value";
    cert_print_hint => "Để in: mở bảng chọn của trình duyệt, chọn In, khổ A4.", "To print: open the browser's menu, choose Print, paper A4.";
    cert_check_link => "Mở trang kiểm tra", "Open the page that checks it";

    // Checking a certificate.
    verify_title => "Kiểm tra giấy chứng nhận", "Check a certificate";
    verify_valid => "Giấy thật, còn giá trị", "Genuine and valid";
    verify_valid_means => "Giấy này do hệ thống cấp và đang có giá trị. Hãy so họ tên với căn cước.", "It was issued here and is valid now. Compare the name with the identity card.";
    verify_expired => "Giấy thật, đã hết hạn", "Genuine, but expired";
    verify_expired_means => "Giấy này do hệ thống cấp nhưng đã hết hạn. Người này có thể làm lại bài kiểm tra để nhận giấy mới.", "It was issued here but is no longer valid. The person can take the check again for a new one.";
    verify_revoked => "Giấy đã bị thu hồi", "Revoked";
    verify_revoked_means => "Giấy này từng được cấp, nay không còn giá trị.", "It was issued here once and is no longer valid.";
    verify_false => "Không phải giấy thật", "Not genuine";
    verify_false_means => "Hệ thống không cấp mã này, hoặc mã đã bị sửa. Có thể do quét chưa rõ: hãy quét lại một lần.", "This code was not issued here, or it was changed. The scan may have failed: try once more.";
    verify_revoked_on => "Ngày thu hồi", "Revoked on";
    verify_reason => "Lý do", "Reason";
    verify_name => "Họ và tên", "Full name";
    verify_for => "Hoàn thành", "Completed";
}
