//! Words of choosing a path, of what is to be learned along it, and of keeping a course on the phone.

super::messages! {
    // Learning: one obvious next step on top, then the courses of my path.
    learn_title => "Học", "Learn";
    learn_in_course(course: &str) => "Trong khóa: {course}", "In the course: {course}";
    learn_courses => "Các khóa trong lộ trình", "Courses of this path";
    learn_others(count: usize) => "Các khóa khác ({count})", "Other courses ({count})";
    learn_all_courses => "Các khóa học", "Courses";
    learn_read(read: usize, of: usize) => "Đã đọc {read} trên {of} bài", "{read} of {of} lessons read";
    learn_lessons(of: usize) => "{of} bài học", "{of} lessons";
    learn_alone(done: usize, of: usize) => "tự làm được {done} trên {of} bài thực hành", "{done} of {of} practices done alone";
    learn_course_done => "Đã học xong", "Finished";
    learn_all_done => "Bạn đã học xong lộ trình này. Muốn học thêm thì mở các khóa khác ở dưới.", "You have finished this path. To go on, open another course below.";
    learn_certificate => "Giấy chứng nhận của bạn", "Your certificate";
    learn_certificate_about => "Bạn đã đủ điều kiện. Bấm để nhận, hoặc để xem lại.", "You have all that is needed. Tap to receive it, or to see it again.";
    learn_back => "Về các khóa học", "Back to the courses";
    course_done_here => "Bạn đã học xong khóa này. Chúc mừng bạn!", "You have finished this course. Well done!";

    // Choosing a path.
    paths_title => "Chọn lộ trình", "Choose a path";
    paths_hint => "Bấm vào dòng giống bạn nhất. Đổi lúc nào cũng được, bài đã học vẫn còn.", "Tap the line that is most like you. You can change at any time; what you have learned stays.";
    paths_change => "Đổi lộ trình", "Change the path";
    paths_courses(count: usize) => "{count} khóa học", "{count} courses";
    paths_mine => "Bạn đang theo lộ trình này", "You are on this path";
    paths_suggested => "Hợp với bạn", "Suggested for you";

    // Keeping a course on the phone. The sentence on its size goes on with a number.
    keep_button => "Tải khóa này về máy để học khi không có mạng", "Keep this course on the phone, to learn without a network";
    keep_size => "Nặng khoảng", "About";
    keep_fetching => "Đang tải…", "Fetching…";
    keep_done => "Khóa này đã ở trong máy. Không có mạng vẫn học được.", "This course is on the phone. You can learn it without a network.";
    keep_failed => "Chưa tải được. Khi có mạng, bạn bấm lại nhé.", "It could not be fetched. Please tap again when there is a network.";

    // A lesson that is not on the phone, opened without a network.
    offline_course_title => "Khóa này chưa có trong máy", "This course is not on the phone";
    offline_course => "Khi có mạng, bạn mở trang của khóa và bấm “Tải khóa này về máy”. Bây giờ bạn vẫn học được các khóa đã ở trong máy.", "When there is a network, open the page of the course and tap “Keep this course on the phone”. The courses that are on the phone can be learned now.";
}
