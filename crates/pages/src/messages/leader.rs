//! Words of the pages with figures: for leaders, and for anyone who wants to see how far their ward is.

super::messages! {
    // Search of units.
    units_title => "Số liệu theo nơi", "Figures by place";
    units_label => "Tên tỉnh, thành phố, xã, phường", "Name of a province, city, commune or ward";
    units_hint => "Gõ không dấu cũng được. Tên cũ trước sáp nhập cũng tìm được.", "Without tone marks is fine. Names before the merger are found too.";
    units_country => "Xem cả nước", "See the whole country";
    units_found(count: usize) => "Tìm thấy {count} nơi", "{count} places found";
    units_until(date: &str) => "có đến hết {date}", "until {date}";
    units_none(query: &str) => "Chưa tìm thấy “{query}”. Thử gõ ngắn hơn.", "“{query}” was not found. Try fewer letters.";

    // The page of a unit. The first sentence says it all.
    path_label => "Thuộc", "Part of";
    headline_of(unit: &str, count: &str, of: &str, group: &str, rung: &str, share: &str) => "{unit}: {count} trên {of} {group} từ bậc “{rung}” trở lên, {share}", "{unit}: {count} of {of} {group} stand on “{rung}” or higher, {share}";
    headline_alone(unit: &str, count: &str, of: &str, group: &str, share: &str) => "{unit}: {count} trên {of} {group} tự làm được, {share}", "{unit}: {count} of {of} {group} can do it alone, {share}";
    headline_unknown(unit: &str, count: &str, group: &str, rung: &str) => "{unit}: {count} {group} từ bậc “{rung}” trở lên (chưa biết tổng số người)", "{unit}: {count} {group} stand on “{rung}” or higher (the size of the group is not known)";
    headline_small(unit: &str, count: &str, of: &str, group: &str, rung: &str) => "{unit}: {count} người trên {of} {group} từ bậc “{rung}” trở lên", "{unit}: {count} of {of} {group} stand on “{rung}” or higher";
    headline_needed(needed: &str, due: &str) => "cần thêm {needed} người trước {due}.", "{needed} more are needed before {due}.";
    headline_met => "đã đạt chỉ tiêu.", "the target is met.";
    headline_no_target => "chưa có chỉ tiêu nào được giao.", "no target has been set.";
    groups_title => "Từng nhóm", "Group by group";
    figure_reached => "Đã đạt", "Reached";
    figure_of => "Trên tổng số", "Out of";
    figure_from => "Tính từ bậc", "Counted from rung";
    figure_as_of => "Đến ngày", "As of";
    figure_source => "Nguồn tổng số", "Source of the total";
    figure_no_total => "chưa có tổng số", "no total yet";
    bar_label(group: &str, count: &str, of: &str, share: &str) => "{group}: {count} trên {of}, {share}", "{group}: {count} of {of}, {share}";
    targets_title => "Chỉ tiêu đã giao", "Targets that were set";
    targets_none => "Chưa có chỉ tiêu nào cho nhóm này.", "No target for this group.";
    target_share(share: &str) => "{share} số người trong nhóm", "{share} of the group";
    target_people(count: &str) => "{count} người", "{count} people";
    target_rank(rank: &str) => "trong {rank} nơi đứng đầu", "among the top {rank}";
    target_by(issuer: &str, date: &str) => "{issuer}, ngày {date}", "{issuer}, {date}";
    target_due(date: &str) => "hạn {date}", "due {date}";
    target_met => "Đã đạt", "Met";
    target_needed(count: &str) => "Còn thiếu {count} người", "{count} people to go";
    target_unmeasured => "Không đo được bằng số liệu ở đây", "Not measurable with the figures here";
    target_not_attributable => "Không tách riêng được cho nơi này", "Cannot be told apart for this place";
    ended_title(date: &str) => "Đơn vị này có đến hết {date}", "This unit existed until {date}";
    ended_means => "Số liệu dưới đây là của các xã, phường ngày nay trên đất cũ.", "The figures below are those of today's communes and wards on its old ground.";
    ended_split => "Có xã, phường gồm cả đất của đơn vị cũ khác. Số liệu ở đây tính trọn từng xã, phường, không đoán phần nào của ai.", "Some of them also hold ground of other former units. The figures count each of them whole; nothing is divided by guess.";
    ended_now => "Nay thuộc", "Today part of";
    stated_title => "Số liệu nơi khác công bố", "Figures stated elsewhere";
    stated_means => "Không do hệ thống này đếm. Ghi lại để đối chiếu, có nguồn và ngày.", "Not counted here. Kept for comparison, with source and date.";
    trend_title => "Theo thời gian", "Over time";
    below_title => "Các đơn vị bên trong", "The units within";
    below_name => "Đơn vị", "Unit";
    below_share => "Tỉ lệ", "Share";
    below_needed => "Còn thiếu", "To go";
    below_of => "Tổng số", "Total";
    no_figure => "–", "–";
    walk_down_all => "Xem mọi người đã bắt đầu ở đây", "See everybody who has begun here";
    walk_down => "Xem những người được tính trong số này", "See the people counted in this figure";
    why_counted => "Vì sao là số này?", "Why this figure?";
    kept_small => "Số dưới 5 người được giấu để giữ riêng tư.", "Counts under 5 are hidden to protect privacy.";

    // The list under a figure, and one person's standings.
    standings_title => "Người học", "Learners";
    standings_lead(unit: &str) => "Những người được tính trong số liệu của {unit}. Mỗi lần mở trang này đều được ghi lại.", "The people counted in the figures of {unit}. Each time this page is opened, that is recorded.";
    standings_none => "Chưa có ai ở đây.", "Nobody here yet.";
    standings_name => "Họ và tên", "Full name";
    standings_guest => "Người học không nêu tên", "A learner without a name";
    standings_born => "Năm sinh", "Born";
    standings_hamlet => "Thôn, tổ", "Hamlet";
    standings_lowest => "Bậc thấp nhất", "Lowest rung";
    standings_more => "Xem tiếp", "More";
    standing_title => "Các bậc của một người", "One person's standings";
    standing_evidence => "Xem ghi nhận", "See the record";
    standing_since => "Từ ngày", "Since";
    standing_skill => "Kỹ năng", "Skill";

    // One statement of the record.
    statement_title => "Một ghi nhận", "One record";
    statement_who => "Ai", "Who";
    statement_did => "Đã làm gì", "Did what";
    statement_when => "Lúc", "When";
    statement_arrived => "Nhận được lúc", "Received";
    statement_where => "Nơi", "Where";
    statement_helped_by => "Người hướng dẫn", "Helper";
    statement_proves => "Chứng tỏ", "Shows";
    statement_raw => "Bản gốc (xAPI)", "The original (xAPI)";
}
