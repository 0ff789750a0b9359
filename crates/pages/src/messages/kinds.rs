//! What the kinds of questions say: while one answers, when something is missing, afterwards.

use domain::content::ItemKind;

use super::Messages;

super::messages! {
    // Several right answers.
    several_how => "Chọn mọi câu đúng. Có thể có nhiều câu.", "Choose every right answer. There may be more than one.";

    // Steps to be put in order: one list of numbers beside each.
    order_how => "Chọn số thứ tự cho từng việc. Việc làm trước tiên là thứ 1.", "Choose the place of each step. What is done first is number 1.";
    order_place_of => "Thứ mấy?", "Which place?";
    order_place(place: usize) => "Thứ {place}", "Number {place}";

    // A drawn screen on which one taps.
    tap_how => "Chạm vào chỗ bạn chọn trên điện thoại dưới đây.", "Tap the place you choose on the phone below.";
    tap_phone => "Điện thoại trong câu hỏi", "The phone of the question";

    // When an answer is not whole.
    unanswered => "Bạn chưa chọn câu nào", "You have not chosen an answer yet";
    unordered => "Bạn chưa xếp việc nào", "You have not placed any step yet";
    order_missing(step: &str) => "Chưa có số thứ tự: {step}", "Still without a place: {step}";
    order_twice(place: usize, step: &str) => "Thứ {place} dùng hai lần. Chọn số khác cho: {step}", "Number {place} is used twice. Choose another for: {step}";

    // Explained afterwards.
    explained_right => "Bạn trả lời đúng", "You answered correctly";
    explained_not_yet => "Bạn trả lời chưa đúng", "Your answer was not right yet";
    verdict_chosen => "Bạn đã chọn", "You chose";
    verdict_right => "Câu đúng", "The right answer";
    verdict_rightly => "Bạn chọn đúng", "You chose rightly";
    verdict_missed => "Câu này cũng đúng, bạn chưa chọn", "This is right too; you had not chosen it";
    verdict_wrongly => "Bạn đã chọn, mà chưa đúng", "You chose this; it is not right";
    verdict_other => "Câu chưa đúng", "Not right";
    verdict_in_place(place: usize) => "Thứ {place}, bạn xếp đúng", "Number {place}, as you placed it";
    verdict_moved(place: usize, given: usize) => "Thứ {place}, bạn xếp thứ {given}", "Number {place}; you placed it as number {given}";
    explained_others => "Vì sao các câu kia chưa đúng?", "Why are the others not right?";

    // For the keepers of the bank.
    kind_of_item => "Loại câu hỏi", "Kind of question";
    item_choice => "chọn một câu đúng", "choose the one right answer";
    item_several => "chọn mọi câu đúng", "choose every right answer";
    item_order => "xếp thứ tự", "put in order";
    item_tap => "chạm đúng chỗ trên màn hình", "tap the right place of a screen";
    bank_item_placed => "Xếp đúng chỗ", "Placed rightly";
}

impl Messages {
    /// How a question is answered, in words.
    #[must_use]
    pub const fn item_kind(self, kind: &ItemKind) -> &'static str {
        match kind {
            ItemKind::Choice => self.item_choice(),
            ItemKind::Several => self.item_several(),
            ItemKind::Order => self.item_order(),
            ItemKind::Tap(_) => self.item_tap(),
        }
    }
}
