//! What people are called here, and what is wrong with a name.

super::messages! {
    // Roles of accounts.
    role_helper => "người hướng dẫn", "helper";
    role_officer => "cán bộ", "officer";
    role_leader => "lãnh đạo", "leader";
    role_keeper => "người giữ ngân hàng câu hỏi", "keeper of the questions";
    role_operator => "người vận hành", "operator";

    // The group of all.
    everybody => "mọi người, cả người chưa chọn nhóm", "everybody, also those who chose no group";

    // Somebody whose name is not known, or not shown.
    nameless => "Người học không nêu tên", "A learner without a name";

    // What is wrong with a name.
    name_too_long => "Tên dài quá 80 chữ cái. Hãy rút gọn.", "The name has more than 80 letters. Shorten it.";
    name_character(character: char) => "Tên không dùng được ký tự “{character}”. Hãy bỏ nó đi.", "A name cannot contain “{character}”. Take it out.";
}
