//! Words of an official's desk: everything that their roles are there to do.

super::messages! {
    desk_title => "Việc của bạn", "Your work";
    desk_lead => "Những việc bạn làm được với tài khoản này.", "What you can do with this account.";
    desk_empty => "Tài khoản này chưa được giao việc nào. Hãy hỏi người vận hành.", "This account has no work assigned yet. Ask the operator.";
    desk_note_visit => "Ghi một lượt hướng dẫn", "Note a visit";
    desk_note_visit_about => "Bạn vừa hướng dẫn ai, kỹ năng nào, người ấy làm được đến đâu.", "Whom you sat with, which skill, how far it went.";
    desk_visits => "Các lượt hướng dẫn đã ghi", "Visits noted";
    desk_visits_about => "Xem lại những lượt bạn đã ghi.", "Look over what you noted.";
    desk_sittings => "Buổi thi có giám sát", "Supervised examinations";
    desk_sittings_about => "Mở buổi thi, cho người vào, tạm dừng, ghi sự việc.", "Open one, let people in, pause it, note incidents.";
    desk_people => "Người học", "Learners";
    desk_people_about => "Ai đang ở bậc nào, căn cứ vào đâu.", "Who stands on which rung, and on what it rests.";
    desk_batch => "Cấp giấy chứng nhận cho nhiều người", "Issue certificates to several people";
    desk_batch_about => "Cho những người đã đạt mà chưa có giấy. In thẻ cho cả lớp.", "Those who have attained and have none yet; print cards for a class.";
    desk_certificates => "Giấy chứng nhận đã cấp", "Certificates issued";
    desk_certificates_about => "Tìm theo số, sửa tên, thu hồi.", "Find one by its number, correct a name, revoke.";
    desk_reviews => "Việc cần xem lại", "Reviews";
    desk_reviews_about => "Việc chưa rõ, chờ người xem và quyết định.", "What is not clear yet and waits for a person to decide.";
    desk_figures => "Số liệu so với chỉ tiêu", "Figures against targets";
    desk_figures_about => "Đã làm được đến đâu so với chỉ tiêu đã đặt ra.", "How far things have come towards the targets.";
    desk_bank => "Ngân hàng câu hỏi", "Bank of questions";
    desk_bank_about => "Câu nào dễ, khó, cần xem lại. Ước lượng theo câu trả lời thật.", "Which questions are easy, hard or doubtful. Calibration from real answers.";
    desk_coverage => "Bài cho từng năng lực", "What there is for each competence";
    desk_coverage_about => "Năng lực nào đã có bài, năng lực nào còn thiếu.", "Which competences have lessons, and which lack them.";
}
