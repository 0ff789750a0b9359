//! Lessons and practices that were rewritten while somebody was in the middle of them.

super::messages! {
    lesson_rewritten => "Bài này vừa được viết lại. Đây là bản mới; những gì bạn đã làm được vẫn còn.", "This lesson has just been rewritten. Here is the new text; what you have achieved stays.";
    practice_rewritten => "Bài thực hành này vừa được viết lại, nên bạn làm lại từ đầu nhé. Những gì bạn đã làm được vẫn còn.", "This exercise has just been rewritten, so please start again. What you have achieved stays.";
}
