//! What the learning pages say.

use crate::messages::messages;

messages! {
    // The course: one obvious next step on top, then the lessons.
    course_next_lesson(title: &str) => "Học bài: {title}", "Read: {title}";
    course_go_on_lesson(title: &str) => "Học tiếp: {title}", "Go on reading: {title}";
    course_next_guided(title: &str) => "Tập có chỉ dẫn: {title}", "Practise with a guide: {title}";
    course_next_together(title: &str) => "Làm cùng người ngồi cạnh: {title}", "Practise with somebody beside you: {title}";
    course_next_alone(title: &str) => "Tự tập một mình: {title}", "Practise on your own: {title}";
    course_go_on_practice(title: &str) => "Tập tiếp: {title}", "Go on practising: {title}";
    course_next_check => "Làm bài kiểm tra ngắn", "Take the short check";
    course_go_on_check => "Làm tiếp bài kiểm tra", "Go on with the check";
    course_next_certificate => "Nhận giấy chứng nhận", "Get your certificate";
    course_all_done => "Bạn đã học xong khóa này.", "You have finished this course.";
    course_next_title => "Việc tiếp theo", "Next step";
    course_lessons => "Các bài trong khóa", "Lessons of this course";
    course_minutes(minutes: u16) => "khoảng {minutes} phút", "about {minutes} minutes";
    course_read(read: u16, of: u16) => "Đã đọc {read} trên {of} trang", "{read} of {of} pages read";
    course_lesson_read => "Đã đọc xong", "Read to the end";
    course_practice => "Bài thực hành", "Practice";
    course_practice_guided(times: u16) => "có chỉ dẫn {times} lần", "guided {times} times";
    course_practice_together(times: u16) => "cùng người ngồi cạnh {times} lần", "with somebody beside {times} times";
    course_practice_alone(times: u16) => "một mình {times} lần", "alone {times} times";
    course_practice_done(times: &str) => "Đã tập {times}", "Practised {times}";
    course_check => "Bài kiểm tra ngắn", "Short check";
    course_check_about(length: u16) => "{length} câu hỏi, không tính giờ, giải thích ở cuối.", "{length} questions, no clock, explained at the end.";

    // A screen of a lesson.
    lesson_next => "Tiếp", "Next";
    lesson_to_practice => "Xong, sang phần thực hành", "Done, on to the practice";
    lesson_finish => "Xong bài này", "Finish this lesson";
    lesson_back => "Trang trước", "Previous page";
    lesson_to_course => "Về danh sách bài", "Back to the lessons";
    lesson_tip => "Nhớ nhé", "Remember";
    lesson_try => "Thử trả lời: chạm vào một câu", "Try it: tap an answer";
    listen => "Nghe đọc", "Listen";
    listen_stop => "Dừng đọc", "Stop reading";
    listen_recording => "Nghe đọc trang này", "Listen to this page";

    // A practice before it starts.
    practice_what => "Bạn sẽ làm được", "What you will have done";
    practice_safe => "Đây là điện thoại vẽ để tập. Bấm sai không mất gì cả.", "This is a drawn phone to practise on. A wrong tap costs nothing.";
    practice_guided => "Tập có chỉ dẫn", "Practise with a guide";
    practice_guided_about => "Có vòng sáng chỉ chỗ chạm tiếp theo.", "A ring shows where to tap next.";
    practice_together => "Làm cùng tôi", "Do it with me";
    practice_together_about => "Có người ngồi cạnh. Người ấy mở xem bước tiếp theo rồi nói cho bạn.", "Somebody sits beside you, looks up the next step and tells you.";
    practice_alone => "Tự tập một mình", "Practise on your own";
    practice_alone_about => "Không có chỉ dẫn. Bấm nhầm thì được giải thích.", "No hints. A wrong tap is explained.";
    practice_go_on => "Tập tiếp chỗ đang dở", "Go on where you stopped";
    practice_read_first => "Đọc bài trước", "Read the lesson first";

    // The drawn phone.
    run_enter => "Gõ xong", "Done typing";
    run_phone => "Điện thoại để tập", "Practice phone";
    run_guided => "Tập có chỉ dẫn", "With a guide";
    run_together => "Làm cùng người ngồi cạnh", "With somebody beside you";
    run_aside => "Người ngồi cạnh mở ra xem", "For the person beside you: open to see";
    run_aside_how => "Nói bằng lời, đừng chạm hộ. Chờ người học tự tìm thấy.", "Say it in words, do not tap for them. Wait until they find it.";
    run_alone => "Tự tập", "On your own";
    run_wrong_title => "Chưa đúng, không sao", "Not that one, no harm done";
    run_mistakes(count: u16) => "Bấm nhầm: {count}", "Wrong taps: {count}";
    run_restart => "Làm lại từ đầu", "Start again";
    run_leave => "Nghỉ, để lần sau làm tiếp", "Stop here, go on later";
    run_done_title => "Xong rồi!", "Done!";
    run_done_taps(taps: u16, wrong: u16) => "Bạn bấm {taps} lần, nhầm {wrong} lần.", "You tapped {taps} times, {wrong} of them wrong.";
    run_done_no_mistake(taps: u16) => "Bạn bấm {taps} lần, không nhầm lần nào.", "You tapped {taps} times without a mistake.";
    run_then_alone => "Giờ tự làm một mình", "Now do it on your own";
    run_then_on => "Sang việc tiếp theo", "On to the next step";
    run_again => "Tập lại lần nữa", "Practise once more";
}
