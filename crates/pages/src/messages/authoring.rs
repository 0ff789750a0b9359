//! Words for those who write: files begun, texts hard to read, what a whole curriculum lacks, the picture of a practice.

use domain::content::{Fault, Reading, SENTENCE_WORDS_MAX};

use super::Messages;
use super::findings::{Told, kind_in_vietnamese, of_any_file, told};

super::messages! {
    // `hocvuso content check`: what is hard to read.
    reading_long(count: usize, words: usize, line: u32) => "{count} câu dài, dài nhất {words} tiếng ở dòng {line}", "{count} long sentences, the longest {words} words on line {line}";
    reading_long_one(words: usize, line: u32) => "1 câu dài {words} tiếng ở dòng {line}", "1 long sentence, {words} words on line {line}";
    reading_rare(words: &str) => "ít gặp: {words}", "uncommon: {words}";
    reading_more(count: usize) => "và {count} từ nữa", "and {count} more";
    reading_long_at(words: usize, most: usize) => "Câu này có {words} tiếng. Câu ngắn hơn {most} tiếng dễ đọc hơn: hãy tách làm hai.", "This sentence has {words} words. Up to {most} are easier to read: make two of it.";
    reading_rare_at(word: &str) => "Từ “{word}” ít gặp ở các bài khác. Có từ nào quen hơn không?", "The word “{word}” hardly stands elsewhere. Is there a more common one?";
    reading_sum(files: usize) => "Nên đọc lại {files} tệp cho dễ đọc hơn (không bắt buộc). Xem từng chỗ: thêm --words.", "{files} files could be easier to read (as you see fit). To see each place, add --words.";
    reading_strict(files: usize) => "{files} tệp còn chỗ khó đọc", "{files} files are hard to read in places";
    // `hocvuso content new` and `copy`.
    new_no_folder => "Chưa biết viết vào đâu: thêm --content THƯ-MỤC. Chưa có thư mục thì tạo bằng: hocvuso content copy THƯ-MỤC", "Where to? Add --content DIR. To make a folder first: hocvuso content copy DIR";
    new_bad_id(id: &str) => "“{id}” không dùng làm tên được: chỉ dùng a–z, 0–9 và dấu gạch nối.", "“{id}” can't be a name: use a–z, 0–9 and hyphens.";
    new_exists(path: &str) => "Đã có {path}, nên không viết đè lên. Hãy chọn tên khác.", "{path} is there already and was left alone. Choose another name.";
    new_no_skill(skill: &str, known: &str) => "Chưa có kỹ năng “{skill}”. Thêm --skill với một trong: {known}.", "There is no skill “{skill}”. Add --skill with one of: {known}.";
    new_written(path: &str) => "Đã viết {path}", "Wrote {path}";
    new_next_lesson(id: &str) => "Việc tiếp theo: sửa hai tệp thành bài của bạn, rồi ghi “lesson {id}” vào một tệp trong thư mục courses.", "Next: change both files into your own lesson, then write “lesson {id}” into a file in the folder courses.";
    new_next_practice(id: &str) => "Việc tiếp theo: sửa từng dòng thành bài của bạn, rồi ghi “practice: {id}” ở đầu tệp vi.md của một bài học.", "Next: change it line by line into your own, then write “practice: {id}” at the top of the vi.md of a lesson.";
    new_next_drill => "Việc tiếp theo: sửa từng dòng thành tin của bạn. Nhớ có cả tin thật lẫn tin lừa đảo.", "Next: change it line by line into your own. Write genuine messages as well as scams.";
    new_next_item => "Việc tiếp theo: câu hỏi mẫu nằm ở cuối tệp; sửa thành câu của bạn.", "Next: the example stands at the end of the file; change it into your own.";
    new_look(content: &str, file: &str) => "Xem trên máy: hocvuso content preview {file}\nKiểm tra: hocvuso content check {content}", "Look at it: hocvuso content preview {file}\nCheck it: hocvuso content check {content}";
    copy_done(folder: &str, files: usize) => "Đã chép {files} tệp vào {folder}. Đây là bản của bạn: cứ sửa, rồi kiểm tra bằng hocvuso content check {folder}", "Wrote {files} files into {folder}. This copy is yours: change it, then check it with hocvuso content check {folder}";
    copy_not_empty(folder: &str) => "Thư mục {folder} đã có đồ bên trong, nên không chép đè lên.", "{folder} is not empty and was left alone.";
    // `hocvuso content pack` and `import`.
    pack_bad_version(version: &str) => "“{version}” không dùng làm số bản được: chỉ dùng chữ không dấu, số, dấu chấm và gạch nối.", "“{version}” can't be a version: use letters, digits, dots and hyphens.";
    pack_bad_file(path: &str) => "Không gói được {path}: tên tệp chỉ dùng chữ không dấu, số, “.”, “-”, “_”, và hình chỉ gồm nét vẽ.", "{path} can't be packed: names are of letters, digits, “.”, “-”, “_”, and pictures are only drawn.";
    pack_one_line => "Tên người viết và giấy phép phải nằm trên một dòng.", "Author and licence stand on one line each.";
    pack_no_key(path: &str) => "Chưa có khóa ký ở {path}. Chạy hocvuso serve một lần trước, hoặc chỉ thư mục dữ liệu bằng --data.", "There is no signing key at {path}. Run hocvuso serve once, or name its folder with --data.";
    pack_done(path: &str, version: &str, files: usize, kilobytes: &str) => "Đã gói {path}: bản {version}, {files} tệp, {kilobytes} KB.", "Packed {path}: version {version}, {files} files, {kilobytes} KB.";
    pack_key(key: &str) => "Đã ký bằng khóa {key}. Hãy đọc khóa này cho bên nhận qua điện thoại để họ so.", "Signed with the key {key}. Tell it to whoever receives the pack, by telephone, to compare.";
    import_not_a_pack(why: &str) => "Tệp này không phải gói nội dung dùng được: {why}. Chưa có gì thay đổi.", "This file is no pack of content that can be used: {why}. Nothing was changed.";
    import_too_big => "quá lớn", "it is too big";
    import_not_read => "không đọc được", "it can't be read";
    import_bad_path(path: &str) => "có tệp lạ {path}", "it holds the strange file {path}";
    import_no_manifest => "thiếu bản kê hoặc chữ ký", "its manifest or signature is missing";
    import_bad_signature => "chữ ký không khớp, có thể gói đã bị sửa", "the signature does not fit; it may have been changed";
    import_bad_digest(path: &str) => "tệp {path} không khớp với bản kê", "the file {path} does not fit the manifest";
    import_whose(author: &str, version: &str, date: &str, licence: &str) => "Gói của {author}, bản {version}, ngày {date}, giấy phép {licence}.", "A pack of {author}, version {version}, of {date}, licence {licence}.";
    import_signed(key: &str) => "Ký bằng khóa {key}.", "Signed with the key {key}.";
    import_unknown_key(key: &str) => "Máy này chưa tin khóa ấy. Hỏi bên gửi qua điện thoại; nếu đúng khóa thì chạy lại với --trust {key}", "This installation does not trust that key yet. Ask the sender by telephone; if it is theirs, run it again with --trust {key}";
    import_other_key => "Khóa ghi sau --trust không phải khóa đã ký gói này. Chưa có gì thay đổi.", "The key after --trust is not the one that signed this pack. Nothing was changed.";
    import_trusted => "Từ nay máy này tin khóa ấy.", "This installation trusts that key from now on.";
    import_done(lessons: usize, practices: usize, items: usize, folder: &str) => "Đã nhận {lessons} bài học, {practices} bài thực hành, {items} câu hỏi vào {folder}.", "Took over {lessons} lessons, {practices} practices, {items} questions into {folder}.";
    import_next => "Khởi động lại máy chủ để dùng. Muốn về nội dung có sẵn thì xóa tệp current trong thư mục content.", "Start the server again to use it. To go back to the content built in, remove the file current in the folder content.";
    // `hocvuso content preview`.
    preview_title(path: &str) => "Xem thử: {path}", "Preview: {path}";
    preview_how => "Lưu tệp là trang này tự hiện lại. Chạm vào điện thoại vẽ để tới màn hình mà nút ấy dẫn tới.", "Save the file and this page shows it anew. Tap on a drawn phone to go to the screen to which the tap leads.";
    preview_good => "Tệp này không có lỗi.", "This file has no faults.";
    preview_others(count: usize) => "Ở các tệp khác có {count} lỗi. Xem bằng: hocvuso content check", "Other files have {count} faults. See them with: hocvuso content check";
    preview_screen(name: &str) => "Màn hình {name}", "Screen {name}";
    preview_nothing => "Tệp này chưa có gì để vẽ.", "There is nothing to draw of this file yet.";
    preview_no_file(path: &str) => "Không thấy tệp {path} trong một thư mục nội dung (lessons, practices, drills, items).", "There is no file {path} in a content folder (lessons, practices, drills, items).";
    preview_not_here => "Chỉ xem thử được ngay trên máy này: --listen 127.0.0.1:8080", "A preview is for this machine only: --listen 127.0.0.1:8080";
    preview_serving(path: &str, url: &str) => "Xem {path} tại {url}   (Ctrl-C để dừng)", "See {path} at {url}   (Ctrl-C to stop)";
    // The picture of a practice.
    graph_title(practice: &str) => "Sơ đồ bài thực hành: {practice}", "Picture of the practice: {practice}";
    graph_guided => "đường có chỉ dẫn", "guided way";
    graph_astray => "rẽ nhầm", "wrong turn";
    graph_back => "quay lại", "way back";
    graph_wrong => "chạm nhầm, được giải thích", "a mistake, explained";
    graph_finish => "Xong", "Done";
    graph_launcher => "Màn hình chính", "Home screen";
    graph_settings => "Cài đặt", "Settings";
    graph_lock => "Màn hình khóa", "Lock screen";
    graph_camera => "Máy ảnh", "Camera";
    graph_browser => "Trang web", "Browser";
    graph_app => "Ứng dụng", "App";
    graph_dialog => "Hộp hỏi", "Dialog";
    graph_call => "Cuộc gọi", "Call";
    graph_chat => "Trò chuyện", "Chat";
    graph_sms => "Tin nhắn", "Text messages";
    graph_mail => "Thư", "E-mail";
    graph_scene => "Trước mặt", "Before you";
    graph_written(path: &str) => "Đã ghi {path}.", "Wrote {path}.";
    graph_no_practice(name: &str) => "Không có bài thực hành “{name}”: ghi đường dẫn tới một tệp trong thư mục practices, hoặc tên một bài.", "There is no practice “{name}”: name a file in a folder practices, or a practice by its id.";
}

/// So many uncommon words are told on the one line of a file.
const RARE_TOLD: usize = 6;

impl Messages {
    /// What is hard to read in a file, on one line.
    #[must_use]
    pub fn reading(self, reading: &Reading) -> String {
        let mut parts = Vec::new();
        if let Some((line, words)) = reading.longest() {
            let many = reading.long.len();
            parts.push(if many == 1 {
                self.reading_long_one(words, line)
            } else {
                self.reading_long(many, words, line)
            });
        }
        let told: Vec<&str> = reading.rare.iter().take(RARE_TOLD).map(|(_, word)| word.as_str()).collect();
        if !told.is_empty() {
            parts.push(self.reading_rare(&told.join(", ")));
        }
        let rest = reading.rare.len().saturating_sub(RARE_TOLD);
        if rest > 0 {
            parts.push(self.reading_more(rest));
        }
        parts.join("; ")
    }

    /// Each place that is hard to read in a file, with its line.
    #[must_use]
    pub fn reading_places(self, reading: &Reading) -> Vec<(u32, String)> {
        let long = reading
            .long
            .iter()
            .map(|(line, words)| (*line, self.reading_long_at(*words, SENTENCE_WORDS_MAX)));
        let rare = reading.rare.iter().map(|(line, word)| (*line, self.reading_rare_at(word)));
        let mut places: Vec<_> = long.chain(rare).collect();
        places.sort_by_key(|(line, _)| *line);
        places
    }
}

/// What a whole curriculum lacks, and how to mend it.
pub(super) fn of_the_whole(fault: &Fault) -> (Told, Told) {
    match fault {
        Fault::SkillLacks { skill, kind, found, least } => {
            let vi = kind_in_vietnamese(kind);
            told(
                (
                    format!("Kỹ năng “{skill}” có {found} {vi}, cần ít nhất {least}."),
                    format!("Có nhóm được yêu cầu kỹ năng này: hãy viết thêm {vi}."),
                ),
                (
                    format!(
                        "The skill “{skill}” has {found} of the kind “{kind}”; at least {least} are wanted."
                    ),
                    "A profile demands this skill: write more.",
                ),
            )
        }
        Fault::NotInCourse { lesson } => told(
            (
                format!("Bài học “{lesson}” chưa nằm trong khóa nào."),
                format!("Ghi “lesson {lesson}” vào một tệp trong thư mục courses."),
            ),
            (
                format!("The lesson “{lesson}” stands in no course."),
                format!("Write “lesson {lesson}” into a file in the folder courses."),
            ),
        ),
        Fault::NotOnPath { course } => told(
            (
                format!("Khóa “{course}” chưa nằm trên lộ trình nào."),
                format!("Ghi “course {course}” vào một tệp trong thư mục paths."),
            ),
            (
                format!("The course “{course}” stands on no path."),
                format!("Write “course {course}” into a file in the folder paths."),
            ),
        ),
        Fault::NotShown { file } => told(
            (format!("Không bài nào dùng tệp {file}."), "Ghi tên tệp vào bài cần nó, hoặc xóa tệp đi."),
            (format!("Nothing shows the file {file}."), "Name it where it belongs, or delete it."),
        ),
        other => of_any_file(other),
    }
}
