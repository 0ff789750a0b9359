//! Words for officials about certificates: looking, correcting, revoking, reviewing, issuing to many.

use domain::recognition::{ReviewKind, RevokeReason, Verdict};
use domain::record::VoidReason;

use super::Messages;

super::messages! {
    // The list of what was issued.
    certs_title => "Giấy chứng nhận đã cấp", "Certificates issued";
    certs_lead(unit: &str) => "Giấy đã cấp ở {unit}, mới nhất trước. Mỗi lần mở trang này đều được ghi lại.", "Issued in {unit}, the newest first. Each time this page is opened, that is recorded.";
    certs_none => "Chưa cấp giấy nào ở đây.", "None issued here yet.";
    certs_find => "Số trên giấy", "The number on it";
    certs_find_hint => "Gõ số in cạnh mã QR.", "Type the number printed beside the QR code.";
    certs_find_none => "Không có giấy nào mang số này ở nơi bạn phụ trách.", "No certificate with this number in your area.";
    certs_batch => "Cấp cho nhiều người", "Issue to several people";
    certs_reviews => "Việc cần xem lại", "Reviews";
    certs_status => "Tình trạng", "Status";
    certs_more => "Xem tiếp", "More";

    // What a certificate is worth, in one word.
    status_valid => "còn giá trị", "valid";
    status_expired => "hết hạn", "expired";
    status_revoked => "đã thu hồi", "revoked";
    status_replaced => "đã được thay", "replaced";
    status_in_review => "đang xem lại", "in review";

    // One certificate, as an official sees it.
    case_title(number: &str) => "Giấy chứng nhận số {number}", "Certificate number {number}";
    case_holder => "Người được cấp", "Holder";
    case_profile => "Hoàn thành", "Completed";
    case_issued_by => "Ai cấp", "Issued by";
    case_by_holder => "người học tự nhận", "the holder asked for it";
    case_evidence => "Căn cứ", "What it stands on";
    case_evidence_one(skill: &str) => "Xem ghi nhận: {skill}", "See the record: {skill}";
    case_no_evidence => "Giấy cấp trước khi hệ thống giữ căn cứ.", "Issued before this was kept.";
    case_revoked_why => "Lý do thu hồi", "Why it was revoked";
    case_revoked_words => "Giải thích", "Explanation";
    case_revoked_by => "Ai thu hồi", "Revoked by";
    case_replaces => "Thay cho giấy số", "Took the place of number";
    case_replaced_by => "Đã được thay bằng giấy số", "Replaced by number";
    case_do_correct => "Sửa tên", "Correct the name";
    case_do_revoke => "Thu hồi", "Revoke";
    case_do_object => "Yêu cầu xem lại", "Open a review";

    // What an official does: ask, then check, then it is done.
    act_revoke => "Thu hồi giấy chứng nhận", "Revoke the certificate";
    act_revoke_lead => "Ai quét mã cũng sẽ thấy giấy đã bị thu hồi, kèm lý do bạn chọn. Lời giải thích chỉ người học và cán bộ đọc được.", "Whoever scans the code will see that it was revoked, and the reason you choose. Your explanation is for the holder and for officials only.";
    act_correct => "Sửa tên trên giấy", "Correct the name";
    act_correct_lead => "Giấy mới thay giấy cũ. Trước khi sửa, hãy so với căn cước của người học.", "A new one takes the place of the old. Compare with the learner's identity card first.";
    act_object => "Yêu cầu xem lại giấy đã thu hồi", "Review a revoked certificate";
    act_object_lead => "Một người khác sẽ xem và quyết định, cho khách quan. Chỉ bằng cách này, giấy mới được trả lại.", "Somebody else looks at it and decides, to be fair. Only in this way can a certificate be given back.";
    act_void => "Bỏ một ghi nhận", "Void a record";
    act_void_lead => "Ghi nhận vẫn còn trong sổ nhưng không tính nữa. Bậc và số liệu được tính lại ngay. Giấy chứng nhận dựa vào nó sẽ có người xem lại, chứ chưa bị thu hồi.", "It stays in the record but no longer counts. Standings and figures follow at once. Certificates that stand on it are put up for review; they are not revoked.";
    act_decide => "Quyết định", "Decide";
    act_reason => "Lý do", "Reason";
    act_verdict => "Bạn quyết định thế nào?", "What do you decide?";
    act_words => "Giải thích", "Explanation";
    act_words_hint => "Vài câu: đã xem gì, thấy gì. Không ghi số giấy tờ của ai.", "A few sentences: what you looked at and what you saw. No numbers of anybody's papers.";
    act_need_reason => "Hãy chọn một lý do.", "Choose a reason.";
    act_need_verdict => "Hãy chọn quyết định của bạn.", "Choose what you decide.";
    act_need_words => "Hãy viết lời giải thích, từ 8 đến 500 ký tự.", "Explain in 8 to 500 characters.";
    act_check => "Xem lại trước khi làm", "Check before it is done";
    act_check_lead => "Việc này được ghi lại cùng với tên bạn.", "This is recorded with your name.";
    act_confirm_revoke => "Thu hồi giấy này", "Revoke this certificate";
    act_confirm_correct => "Cấp giấy có tên mới", "Issue it with the new name";
    act_confirm_object => "Gửi yêu cầu xem lại", "Open the review";
    act_confirm_void => "Bỏ ghi nhận này", "Void this record";
    act_confirm_decide => "Lưu quyết định", "Keep the decision";
    act_refused => "Việc này không làm được nữa, vì đã có người làm trước. Lần này không có gì thay đổi.", "This can no longer be done, because somebody was faster. Nothing was changed.";

    // Reasons for voiding.
    void_wrong_person => "Người khác làm thay", "Somebody else did it";
    void_not_done => "Việc này không có thật", "It did not happen";
    void_against_rules => "Làm không đúng quy định", "The rules were not kept";
    void_mistake => "Ghi nhầm", "Noted by mistake";
    void_is_voided(date: &str, reason: &str) => "Ghi nhận này đã bị bỏ ngày {date}: {reason}. Nó không tính nữa.", "This record was voided on {date}: {reason}. It no longer counts.";
    void_link => "Bỏ ghi nhận này", "Void this record";
    void_proved_nothing => "Ghi nhận này không làm ai lên bậc, nên không cần bỏ.", "This record moved nobody up a rung, so there is nothing to void.";
    void_oneself => "Bạn không bỏ được ghi nhận của chính mình. Hãy nhờ người khác.", "You cannot void your own record. Ask somebody else.";

    // Reviews.
    reviews_title => "Việc cần xem lại", "Reviews";
    reviews_lead => "Xem lại chưa có nghĩa là ai làm sai. Giấy vẫn còn giá trị cho đến khi có quyết định.", "A review does not mean that anybody did wrong. Certificates stay valid until somebody decides.";
    reviews_none => "Không có việc nào đang chờ.", "Nothing is waiting.";
    reviews_open => "Xem", "Look";
    reviews_since => "Từ ngày", "Since";
    review_evidence => "Căn cứ của giấy đã bị bỏ", "Evidence of a certificate was voided";
    review_attempt => "Bài thi có điều khác thường", "An attempt looks unusual";
    review_objection => "Xem lại giấy đã thu hồi", "A revoked certificate is questioned";
    review_what => "Việc gì", "What";
    review_why => "Vì sao xem lại", "Why it was opened";
    review_who => "Người học", "Learner";
    review_by => "Ai yêu cầu", "Opened by";
    review_by_program => "hệ thống tự yêu cầu", "the program";
    review_see => "Xem giấy hoặc bài thi này", "See the certificate or attempt";
    review_see_person => "Xem các bậc của người này", "See this person's standings";
    review_decided(verdict: &str, date: &str, by: &str) => "Đã quyết định ngày {date}: {verdict} ({by}).", "Decided on {date}: {verdict} ({by}).";
    review_not_oneself => "Bạn là người yêu cầu xem lại, nên việc quyết định là của người khác.", "You opened this, so somebody else has to decide.";
    review_about_oneself => "Việc này là về chính bạn, nên việc quyết định là của người khác.", "This is about you, so somebody else has to decide.";
    verdict_keep => "Giữ: vẫn còn giá trị", "Keep: everything stands";
    verdict_revoke => "Bỏ: không còn giá trị", "Revoke: it does not stand";
    verdict_keep_objection => "Trả lại giấy cho người học", "Give the certificate back";
    verdict_revoke_objection => "Giữ nguyên việc thu hồi", "It stays revoked";

    // Issuing to many.
    batch_title => "Cấp giấy cho nhiều người", "Issue certificates to several people";
    batch_lead(place: &str) => "Đây là những người đủ điều kiện ở {place}. Bạn xem kỹ tên trước khi cấp.", "People in {place} who have all that is needed. Check the names before issuing.";
    batch_ready(count: usize) => "Cấp được ngay: {count} người", "Ready: {count}";
    batch_issue(count: usize) => "Cấp cho {count} người", "Issue to {count} people";
    batch_check => "Tên in trên giấy đúng như danh sách này. Chỉ cần bấm một lần. Mất mạng giữa chừng thì bấm lại, không ai bị cấp hai giấy.", "The names are printed as listed. Press once. If the network fails, press again: nobody gets two.";
    batch_not(count: usize) => "Chưa cấp được: {count} người", "Not yet: {count}";
    batch_none => "Chưa có ai đủ điều kiện ở đây.", "Nobody here has all that is needed yet.";
    batch_why => "Vì sao", "Why";
    batch_has => "đã có giấy còn giá trị", "has a valid one";
    batch_no_name => "chưa có họ tên", "no name is known";
    batch_taken_back => "giấy trước đã bị thu hồi: cần thi lại hoặc xem xét lại", "the last one was revoked: a new test or a review first";
    batch_not_met => "chưa đủ bậc", "not all rungs are reached";
    batch_not_here => "chưa đến thi", "did not come";
    batch_seat(no: u16) => "Chỗ {no}", "Seat {no}";
    cards_title => "Tờ mã QR", "Sheet of QR cards";
    cards_lead(count: usize) => "Đã cấp {count} giấy. In trang này, cắt theo đường kẻ và phát cho từng người.", "{count} certificates were issued. Print this page, cut along the lines and hand them out.";
    cards_none => "Không có giấy nào trong lần cấp này.", "This batch has no certificates.";
    cards_file => "Tải tệp PDF để in", "Get it as a PDF file";
}

impl Messages {
    /// Why a record is voided.
    #[must_use]
    pub const fn void_reason(self, reason: VoidReason) -> &'static str {
        match reason {
            VoidReason::WrongPerson => self.void_wrong_person(),
            VoidReason::NotDone => self.void_not_done(),
            VoidReason::AgainstRules => self.void_against_rules(),
            VoidReason::Mistake => self.void_mistake(),
        }
    }

    /// What is reviewed.
    #[must_use]
    pub const fn review_kind(self, kind: ReviewKind) -> &'static str {
        match kind {
            ReviewKind::EvidenceVoided => self.review_evidence(),
            ReviewKind::IrregularAttempt => self.review_attempt(),
            ReviewKind::Objection => self.review_objection(),
        }
    }

    /// What a verdict means for this kind of review.
    #[must_use]
    pub const fn verdict(self, kind: ReviewKind, verdict: Verdict) -> &'static str {
        match (kind, verdict) {
            (ReviewKind::Objection, Verdict::Keep) => self.verdict_keep_objection(),
            (ReviewKind::Objection, Verdict::Revoke) => self.verdict_revoke_objection(),
            (_, Verdict::Keep) => self.verdict_keep(),
            (_, Verdict::Revoke) => self.verdict_revoke(),
        }
    }

    /// Why a certificate was revoked, as a line of a list.
    #[must_use]
    pub const fn revoke_choice(self, reason: RevokeReason) -> &'static str {
        self.revoke_reason(Some(reason))
    }
}
