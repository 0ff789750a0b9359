//! Words that stand on more than one page.

super::messages! {
    // The name of the product and the frame around every page.
    product => "Học Vụ Số", "Học Vụ Số";
    skip_to_main => "Đến phần chính", "Skip to main content";
    notices_label => "Thông báo", "Notices";
    nav_label => "Các trang chính", "Main pages";
    nav_learn => "Bài học", "Lessons";
    nav_me => "Của tôi", "My ladder";
    nav_units => "Số liệu", "Figures";
    nav_sign_in => "Cán bộ đăng nhập", "Staff sign-in";
    nav_sign_out => "Đăng xuất", "Sign out";
    nav_about => "Trang này là gì?", "What is this?";
    other_language => "English", "Tiếng Việt";
    text_larger => "Chữ to hơn", "Larger text";
    text_usual => "Chữ thường", "Usual text";
    demonstration => "Trình diễn: người và số liệu là dựng lên.", "Demonstration: people and figures are made up.";
    offline_now => "Đang không có mạng. Bạn vẫn học được.", "No network now. You can go on learning.";
    pending(count: u32) => "Đã lưu trên máy này, chưa gửi: {count}. Có mạng là tự gửi.", "Saved on this phone, not yet sent: {count}. It is sent by itself when there is a network.";
    signed_in_as(name: &str, role: &str) => "Đang đăng nhập: {name} ({role})", "Signed in: {name} ({role})";

    // Buttons and links.
    back => "Quay lại", "Back";
    go_on => "Tiếp tục", "Continue";
    begin => "Bắt đầu", "Start";
    save => "Lưu", "Save";
    cancel => "Thôi", "Cancel";
    change => "Sửa", "Change";
    skip => "Bỏ qua bước này", "Skip this step";
    search => "Tìm", "Search";
    print => "In trang này", "Print this page";
    why => "Vì sao?", "Why?";
    optional => "không bắt buộc", "optional";

    // Progress.
    step_of(step: usize, of: usize) => "Bước {step} trên {of}", "Step {step} of {of}";

    // Forms.
    errors_title => "Còn chỗ cần sửa", "Something needs correcting";
    errors_kept => "Những gì bạn đã gõ vẫn còn đây.", "What you typed is still here.";

    // The ladder of evidence: five rungs, always these words.
    ladder => "Năm bậc", "The five rungs";
    rung_1 => "Có mặt", "Attended";
    rung_2 => "Làm cùng", "With help";
    rung_3 => "Tự làm", "Alone";
    rung_4 => "Đạt kiểm tra", "Passed";
    rung_5 => "Còn nhớ", "Retained";
    rung_1_means => "Đã đến học, đã nghe, đã xem.", "Came, heard, saw.";
    rung_2_means => "Làm được khi có người bên cạnh.", "Did it with somebody beside them.";
    rung_3_means => "Tự làm được, không ai nhắc.", "Did it alone, without hints.";
    rung_4_means => "Làm đúng trong bài kiểm tra.", "Passed a check.";
    rung_5_means => "Sau 30 ngày vẫn tự làm được.", "Did it again, alone, 30 days or more later.";
    rung_none => "Chưa bắt đầu", "Not yet begun";
    rung_at(rung: &str, number: u8) => "Bậc {number} trên 5: {rung}", "Rung {number} of 5: {rung}";
}

super::messages! {
    // What the drawings show, for those who do not see them.
    scene_house => "Ba người ngồi học điện thoại bên chiếc bàn trước nhà văn hóa thôn.", "Three people learn with their phones at a table before the village house of culture.";
    scene_hands => "Hai bàn tay cầm điện thoại, ngón cái chạm vào nút lớn trên màn hình.", "Two hands hold a phone, the thumb touches a large button on the screen.";
    scene_market => "Một người mua hàng quét mã QR ở sạp chợ, cô bán hàng đội nón mỉm cười.", "A customer scans a QR code at a market stall, the seller in her conical hat smiles.";
    scene_family => "Bà và cháu gái ngồi ghế, cháu chỉ bà xem điện thoại.", "A grandmother and her granddaughter on a sofa; the girl shows her something on the phone.";

    // Figures and charts.
    under(bound: u64) => "dưới {bound}", "under {bound}";
    goal_mark(value: &str) => "Chỉ tiêu {value}", "Target {value}";
    see_table => "Xem bảng số", "See the figures as a table";
    by_rung => "Số người theo bậc mà mọi kỹ năng đều đạt", "People by the rung that all their skills have reached";
    only_started => "Đã bắt đầu, chưa đủ kỹ năng", "Begun, not yet all skills";
    by_day => "Cộng dồn theo ngày", "Running total by day";
    rung_word => "Bậc", "Rung";
    people => "Số người", "People";
    day => "Ngày", "Day";
}
