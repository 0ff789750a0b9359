//! Words about judging a certificate without a network.

super::messages! {
    verify_off_lead => "Đang không có mạng. Trang này đã kiểm tra chữ ký bằng khóa lưu sẵn trên máy bạn.", "There is no network. This page checked the signature with the keys kept on your phone.";
    verify_off_as_of(moment: &str) => "Danh sách giấy bị thu hồi trên máy này có từ {moment}. Giấy bị thu hồi sau lúc đó thì máy chưa biết.", "The list of revoked certificates on this phone is from {moment}. It does not know what was revoked later.";
    verify_off_days(days: i64) => "Danh sách ấy đã {days} ngày. Khi có mạng, hãy kiểm tra lại.", "That list is {days} days old. Check again when there is a network.";
    verify_off_name => "So họ tên ở đây với tên in trên giấy và với căn cước.", "Compare the name here with the one printed on the sheet and with the identity card.";
    verify_off_key_title => "Chưa kiểm tra được", "Can't be checked yet";
    verify_off_key_means => "Giấy này có thể mới cấp, ký bằng khóa mà máy bạn chưa biết. Cũng có thể đây không phải giấy thật. Hãy kiểm tra lại khi có mạng.", "It may be new, signed with a key that your phone does not know yet. It may also not be genuine. Check again when there is a network.";
    verify_off_number_title => "Số giấy cần có mạng", "A number needs the network";
    verify_off_number_means => "Không có mạng thì chỉ kiểm tra được bằng mã QR in trên giấy. Hãy quét mã ấy, hoặc thử lại khi có mạng.", "Without a network only the QR code on the sheet can be checked. Scan it, or try again when there is a network.";
    verify_off_withdrawn_reason => "Có mạng mới xem được lý do", "Shown when there is a network";
    verify_off_again => "Kiểm tra lại", "Check again";
}
