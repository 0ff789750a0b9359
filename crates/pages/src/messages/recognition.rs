//! Words of the life of a certificate: what it shows, what became of it, and what officials do about it.

use domain::recognition::{Assurance, RevokeReason};

use super::Messages;

super::messages! {
    // What a certificate shows beside the name. The assurance is a named value: say it plainly, never hide the lower one.
    cert_framework => "Khung", "Framework";
    cert_framework_version(title: &str, version: &str) => "{title}, phiên bản {version}", "{title}, version {version}";
    cert_group => "Nhóm", "Group";
    cert_assurance => "Cách làm bài", "How it was taken";
    cert_issuer => "Nơi cấp", "Issued in";
    cert_confirmed_by => "Xác nhận", "Confirmed by";
    assurance_self_taken => "Tự làm, không giám sát", "Taken alone, not supervised";
    assurance_supervised => "Thi có giám sát", "Supervised examination";

    // What became of it, on the holder's own sheet.
    cert_is_replaced(number: &str) => "Giấy này đã được thay bằng giấy số {number}.", "This certificate was replaced by number {number}.";
    cert_is_renewed(number: &str) => "Bạn đã có giấy mới, số {number}. Giấy này vẫn dùng được đến ngày hết hạn.", "There is a newer one, number {number}. This one stays valid until its last day.";
    cert_is_revoked(date: &str, reason: &str) => "Giấy này đã bị thu hồi ngày {date}. Lý do: {reason}.", "This certificate was revoked on {date}. Reason: {reason}.";
    cert_is_expired => "Giấy này đã hết hạn.", "This certificate has expired.";
    cert_in_review => "Giấy này đang được xem lại. Trong lúc chờ, giấy vẫn còn giá trị. Bạn không phải làm gì.", "This certificate is being reviewed. Until that is decided it stays valid; you need do nothing.";
    cert_object => "Nếu bạn thấy không đúng, hãy nói với cán bộ ở xã, phường để được xem lại.", "If you think this is wrong, tell an officer of your commune or ward and it will be looked at again.";
    cert_see_newer => "Xem giấy đang dùng", "See the one in use";
    cert_name_wrong => "Tên chưa đúng? Sửa tên", "Name not right? Correct it";
    cert_name_ask_officer => "Tên chưa đúng? Hãy nhờ cán bộ ở xã, phường sửa.", "Name not right? Ask an officer of your commune or ward to correct it.";
    cert_renew => "Gia hạn giấy chứng nhận", "Renew the certificate";
    cert_renew_hint(date: &str) => "Giấy có giá trị đến {date}. Bạn đủ điều kiện rồi, bấm một lần là có giấy mới.", "It is valid until {date}. You have all that is needed: one tap makes a new one.";
    cert_renew_not_met => "Giấy sắp hết hạn. Bạn làm lại bài kiểm tra rồi mới gia hạn được.", "It expires soon. Take the check again first, then renew it.";

    // Putting one's own name right.
    correct_title => "Sửa tên trên giấy chứng nhận", "Correct the name on the certificate";
    correct_lead => "Giấy mới thay giấy cũ. Kỹ năng và ngày hết hạn giữ nguyên.", "A new certificate takes the place of the old. Skills and last day stay the same.";
    correct_same => "Tên này giống tên đang in. Hãy sửa chỗ chưa đúng.", "This is the name that is on it now. Change what is wrong.";
    correct_old => "Tên đang in", "Name on it now";
    correct_new => "Tên sửa lại", "Corrected name";
    correct_check_lead => "Bạn chỉ tự sửa được một lần. Giấy cũ sẽ ghi là đã được thay.", "You can do this only once. The old one will say that it was replaced.";
    correct_confirm => "Đúng rồi, cấp giấy mới", "Correct, issue the new one";
    correct_over => "Bạn đã tự sửa một lần, hoặc đã quá 30 ngày. Hãy nhờ cán bộ ở xã, phường sửa giúp. Giấy của bạn không thay đổi gì.", "You have corrected it once, or more than 30 days have passed. Ask an officer of your commune or ward. Your certificate is unchanged.";

    // Why a certificate was revoked. Categories that anybody may read; they accuse nobody by name.
    revoked_evidence => "kết quả làm căn cứ không còn giá trị", "the results it stood on no longer hold";
    revoked_wrong_person => "người làm bài không phải là người được cấp", "somebody else did the work";
    revoked_against_rules => "bài thi không làm đúng quy định", "the rules of the test were not kept";
    revoked_in_error => "cấp nhầm", "issued by mistake";
    revoked_holder_asked => "người được cấp đề nghị", "its holder asked for it";
    revoked_replaced => "đã cấp giấy khác thay", "another one took its place";
    revoked_unsaid => "không ghi lý do", "no reason was noted";

    // The public page about one that was replaced.
    verify_ask_lead => "Giấy có mã QR thì quét bằng máy ảnh là nhanh nhất. Không quét được thì gõ số in cạnh mã.", "If there is a QR code, scanning it with the camera is quickest. If you can't, type the number beside it.";
    verify_ask_number => "Số trên giấy", "The number on it";
    verify_ask_hint => "Mười ba chữ và số, ví dụ K7MA-4XPB-2WQ9-H. Viết hoa hay thường đều được.", "Thirteen letters and digits, for example K7MA-4XPB-2WQ9-H. Small or large letters both work.";
    verify_ask_need => "Hãy gõ số trên giấy, gồm 13 chữ và số.", "Type the number on it: 13 letters and digits.";
    verify_ask_do => "Kiểm tra", "Check";
    verify_another => "Kiểm tra giấy khác", "Check another one";
    verify_replaced => "Giấy đã được thay", "Replaced";
    verify_replaced_means => "Giấy này từng được cấp. Nay tên đã được sửa, và đã có giấy mới thay. Bạn hỏi xem giấy mới.", "It was issued here once. The name has been corrected, and a new certificate takes its place. Ask to see that one.";
    verify_replaced_on => "Ngày thay", "Replaced on";
    verify_short_name => "Người học nhỏ tuổi: chỉ hiện chữ cái đầu.", "A young learner: only the initials are shown.";
}

impl Messages {
    /// How a certificate was earned.
    #[must_use]
    pub const fn assurance(self, assurance: Assurance) -> &'static str {
        match assurance {
            Assurance::SelfTaken => self.assurance_self_taken(),
            Assurance::Supervised => self.assurance_supervised(),
        }
    }

    /// Why a certificate was revoked: the category, which is all that everybody may read.
    #[must_use]
    pub const fn revoke_reason(self, reason: Option<RevokeReason>) -> &'static str {
        match reason {
            Some(RevokeReason::EvidenceVoided) => self.revoked_evidence(),
            Some(RevokeReason::WrongPerson) => self.revoked_wrong_person(),
            Some(RevokeReason::AgainstRules) => self.revoked_against_rules(),
            Some(RevokeReason::IssuedInError) => self.revoked_in_error(),
            Some(RevokeReason::HolderAsked) => self.revoked_holder_asked(),
            Some(RevokeReason::Replaced) => self.revoked_replaced(),
            None => self.revoked_unsaid(),
        }
    }
}
