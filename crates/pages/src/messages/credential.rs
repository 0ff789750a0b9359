//! Words about what other systems check: the issuer's page, the badge, the downloads.

super::messages! {
    issuer_title => "Ai cấp giấy chứng nhận", "Who issues the certificates";
    issuer_lead(house: &str) => "Trang này cho mọi người và các hệ thống khác biết cách kiểm tra giấy chứng nhận do {house} cấp.", "This page tells other people and systems how to check certificates that {house} issued.";
    issuer_id => "Mã định danh", "Identity";
    issuer_keys => "Khóa ký", "Signing keys";
    issuer_key_active => "đang dùng để ký", "signs now";
    issuer_key_retired => "không ký nữa; giấy đã ký vẫn có giá trị", "no longer signs; what it signed is still valid";
    issuer_key_revoked(day: &str) => "đã hủy từ {day}; đừng tin chữ ký của khóa này", "revoked since {day}; do not trust what it signed";
    issuer_profiles => "Giấy chứng nhận về điều gì", "What is certified";
    issuer_frameworks => "Theo khung nào", "By which frameworks";
    issuer_version(version: &str) => "phiên bản {version}", "version {version}";
    issuer_machines => "Dành cho hệ thống khác", "For other systems";
    issuer_document => "Khóa công khai, dạng cho máy đọc", "Public keys, for machines";
    issuer_list => "Danh sách giấy bị thu hồi, dạng cho máy đọc", "Revoked certificates, for machines";
    issuer_demo => "Đây là bản trình diễn: giấy chứng nhận cấp ở đây không có giá trị.", "This is a demonstration: certificates issued here are worth nothing.";

    cert_elsewhere => "Mang sang hệ thống khác", "Take it to other systems";
    cert_elsewhere_means => "Tải bản điện tử có chữ ký, để hệ thống khác đọc và kiểm tra được. Chỉ bạn tải được, và bạn chọn đưa cho ai.", "Download a signed copy that other systems can read and check. Only you can download it, and you choose who gets it.";
    cert_as_svg => "Huy hiệu (hình vẽ)", "Badge (drawing)";
    cert_as_png => "Huy hiệu (ảnh)", "Badge (picture)";
    cert_as_json => "Tệp cho máy đọc", "File for machines";
    cert_as_token => "Mã chữ ký cho máy đọc", "Signed token for machines";

    badge_name_demo(profile: &str) => "{profile} (trình diễn, không có giá trị)", "{profile} (demonstration, worth nothing)";
    badge_evidence => "Cách đánh giá", "How it was assessed";
    badge_about(profile: &str) => "Người được cấp đã đạt mọi kỹ năng của: {profile}.", "The holder reached every skill of: {profile}.";
    badge_criteria(skills: &str) => "Mỗi kỹ năng đạt ít nhất bậc ghi ở đây: {skills}.", "Every skill reached at least the rung given here: {skills}.";
}
