//! Coverage in a table, and a framework filled in from a sheet.

use crate::program::Folder;

const SHEET: &str = "\u{feff}block;block_vi;block_en;code;vi;en;groups;same_as\r\n\
                     K1;Khối thử;Block made up;K1.1;Việc thử một;Task made up;resident pupil;tt-02:1.1\r\n\
                     K1;Khối thử;Block made up;K1.2;Việc thử hai;Another made up;;\r\n;;;;;;;\r\n";

fn import<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let args = ["content", "framework", "import", "sheet.csv", "--framework", "qd-757", "--version", "0-thu"];
    [&args, ["--note", "Bảng thử || A trial"].as_slice(), more].concat()
}

#[test]
fn coverage_says_its_sentence_first_and_marks_what_is_missing() {
    let folder = Folder::new();
    let out = folder.run(&["content", "coverage"]).well().out;
    assert!(out.starts_with("24 trên 24 năng lực đã có bài ở bậc cơ bản.\n"), "{out}");
    let line = |out: &str, code: &str| {
        out.lines().find(|line| line.trim_start().starts_with(code)).unwrap().to_owned()
    };
    assert!(line(&out, "3.4 ").contains("đủ"), "{out}");
    // Of a curriculum whose one skill for it answers to something else, it says what is missing.
    folder.run(&["content", "copy", "mine"]).well();
    let skills = std::fs::read_to_string(folder.file("mine/skills.txt")).unwrap();
    let without = skills.replace("competence  tt-02 3.4 CB1", "competence  tt-02 3.3 CB1");
    std::fs::write(folder.file("mine/skills.txt"), without).unwrap();
    let fewer = folder.run(&["content", "coverage", "mine"]).well().out;
    assert!(fewer.starts_with("23 trên 24 năng lực đã có bài ở bậc cơ bản.\n"), "{fewer}");
    assert!(line(&fewer, "3.4 ").contains("thiếu bài học, thực hành, câu hỏi"), "{fewer}");
    let real = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
    let english =
        folder.run(&["content", "coverage", real, "--english", "--framework", "digcomp-2-2"]).well().out;
    assert!(english.starts_with("21 of 21 competences have a lesson at foundation level.\n"), "{english}");
    assert!(
        folder.run(&["content", "coverage", "--framework", "qd-757"]).well().out.contains("chưa có năng lực")
    );
    folder.run(&["content", "coverage", "--framework", "none"]).refused(&["none", "tt-02"]);
}

#[test]
fn a_sheet_fills_the_slot_that_a_server_then_reads() {
    let folder = Folder::new();
    std::fs::write(folder.file("sheet.csv"), SHEET).unwrap();
    folder.run(&import(&[])).well();
    let own = folder.file("data/frameworks/qd-757.txt");
    let text = std::fs::read_to_string(&own).unwrap();
    assert!(text.contains("version  0-thu") && text.contains("same-as  tt-02 1.1"), "{text}");
    folder.run(&["content", "check"]).well();
    let out = folder.run(&["content", "coverage", "--framework", "qd-757"]).well().out;
    assert!(out.starts_with("0 trên 2 năng lực đã có bài.\n"), "{out}");
    folder.run(&import(&[])).refused(&["--replace"]);
    folder.run(&import(&["--replace"])).well();
    // A later sheet that forgets a competence is refused, and leaves what was there.
    let less: String =
        SHEET.lines().filter(|line| !line.contains("K1.2")).map(|line| format!("{line}\n")).collect();
    std::fs::write(folder.file("sheet.csv"), less).unwrap();
    let ran = folder.run(&import(&["--replace"])).refused(&[]);
    assert!(ran.out.contains("sheet.csv:1: ") && ran.out.contains("K1.2"), "{ran:?}");
    assert_eq!(std::fs::read_to_string(&own).unwrap(), text);
}

#[test]
fn a_faulty_sheet_is_told_with_file_and_line_and_writes_nothing() {
    let folder = Folder::new();
    std::fs::write(folder.file("sheet.csv"), SHEET.replace("resident pupil", "king")).unwrap();
    for language in [[].as_slice(), &["--english"]] {
        let ran = folder.run(&import(language)).refused(&[]);
        assert!(ran.out.contains("sheet.csv:2: ") && ran.out.contains("king"), "{ran:?}");
    }
    assert!(!folder.file("data").exists());
}
