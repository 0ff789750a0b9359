//! Words about the site itself: what it is, and what to say when something goes wrong.

super::messages! {
    about_title => "Trang này là gì?", "What is this?";
    about_lead => "Học Vụ Số giúp mọi người học những việc thường ngày trên điện thoại, ghi lại ai đã làm được gì, và cộng lại thành con số mà ai cũng kiểm tra được.", "Học Vụ Số helps people learn everyday things on a phone, records who can do what, and adds it up to figures that anyone can check.";
    about_real => "Điều gì là thật", "What is real";
    about_real_units => "Tên xã, phường, tỉnh và việc sáp nhập lấy từ danh mục đơn vị hành chính.", "Names of communes, wards and provinces, and their mergers, come from the register of administrative units.";
    about_real_targets => "Chỉ tiêu chép đúng lời đã đăng, kèm nơi ban hành, nguồn, và ngày ban hành nếu biết.", "Targets are quoted as published, with issuer, source, and date of issue where known.";
    about_real_learning => "Việc bạn học ở đây được ghi thật và đếm thật.", "What you learn here is really recorded and really counted.";
    about_demo => "Điều gì chỉ để trình diễn", "What is only for demonstration";
    about_demo_people => "Khi có dải vàng trên đầu trang: người học, người hướng dẫn và số đã đạt đều do máy dựng lên.", "Where the golden band stands on top: learners, helpers and the counts reached are made up by the program.";
    about_demo_apps => "Điện thoại tập là hình vẽ. Nó không phải VNeID hay Cổng Dịch vụ công thật, và không nối với các nơi ấy.", "The practice phone is a drawing. It is not the real VNeID or Public Service Portal and is not connected to them.";
    about_counting => "Đếm như thế nào", "How we count";
    about_counting_1 => "Mỗi người được đếm một lần, theo bậc thấp nhất trong các kỹ năng mà nhóm của họ cần.", "A person is counted once, by the lowest rung among the skills that their group is asked for.";
    about_counting_2 => "Mỗi con số nói rõ: trên tổng số nào, từ bậc nào, đến ngày nào.", "Every figure says: out of how many, from which rung, as of which day.";
    about_counting_3 => "Việc làm khi có người hướng dẫn bên cạnh thì được ghi rõ như vậy.", "What was done with a helper is marked as such.";
    about_privacy => "Riêng tư của bạn", "Your privacy";
    about_privacy_1 => "Học ở đây không cần cho biết số căn cước, số điện thoại hay địa chỉ nhà.", "To learn here you need give no identity number, phone number or address.";
    about_privacy_2 => "Điều bạn gõ trên điện thoại tập chỉ để so đúng sai, không lưu lại.", "What you type on the practice phone is only compared, never kept.";
    about_privacy_3 => "Trang này không bao giờ hỏi mã OTP hay mật khẩu của nơi khác.", "This site never asks for a one-time code or a password of another service.";
    about_privacy_4 => "Trang này lưu một mẩu tin nhỏ (tên gọi là cookie) trên máy bạn để nhớ bạn học đến đâu, không để theo dõi.", "One small note (a cookie) on your phone remembers how far you have come; nothing tracks you.";
    about_open => "Mã nguồn mở", "Open source";
    about_open_means => "Ai cũng được đọc, kiểm tra và dựng lại chương trình này.", "Anyone may read, check and rebuild this program.";

    problem_what_now => "Bạn có thể làm gì", "What you can do";
    problem_nothing_lost => "Những gì bạn đã học vẫn còn nguyên.", "Nothing that you have learned is lost.";
    problem_reference => "Số để tra lỗi", "Number of this error";
    problem_home => "Về trang đầu", "Go to the front page";
    problem_back => "Quay lại trang trước", "Go back";
    problem_missing_title => "Không có trang này", "There is no such page";
    problem_missing => "Có thể địa chỉ gõ chưa đúng, hoặc trang đã dời đi.", "The address may be mistyped, or the page has moved.";
    problem_forbidden_title => "Trang này không mở cho bạn", "This page is not open to you";
    problem_forbidden => "Chỉ người có trách nhiệm ở nơi ấy xem được. Nếu bạn là người ấy, hãy đăng nhập.", "Only those responsible for that place may see it. If that is you, sign in.";
    problem_broken_title => "Có lỗi ở phía chúng tôi", "Something went wrong on our side";
    problem_broken => "Không phải do bạn. Hãy thử lại sau ít phút.", "It was not you. Try again in a few minutes.";
    problem_refused_title => "Chưa nhận được", "Not accepted";
    problem_refused => "Điều vừa gửi không hợp với trang này. Hãy mở lại trang và làm lại.", "What was sent does not fit this page. Open the page again and do it once more.";
    problem_busy_title => "Đang đông người quá", "Very busy just now";
    problem_busy => "Hãy chờ một phút rồi thử lại.", "Wait a minute and try again.";

    offline_title => "Trang này cần có mạng", "This page needs a network";
    offline_means => "Máy đang không có mạng. Các bài học và bài thực hành đã mở thì vẫn học được.", "There is no network now. Lessons and practices you have opened go on working.";
    offline_kept => "Những gì bạn vừa làm đã lưu trên máy, có mạng là tự gửi.", "What you did is saved on this phone and is sent when there is a network.";
    offline_learn => "Học tiếp bài đã có", "Go on with the lessons here";
    offline_again => "Thử lại", "Try again";
}
