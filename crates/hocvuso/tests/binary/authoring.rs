//! What a teacher does: begin a file, look at its picture, check it.

use std::fs;

use crate::program::Folder;

/// A copy of the content of one's own.
fn own_content() -> Folder {
    let folder = Folder::new();
    folder.run(&["content", "copy", "mine"]).well();
    folder
}

/// Puts a line below the first line that begins with a word.
pub(crate) fn add_below(path: &std::path::Path, word: &str, line: &str) {
    let text = fs::read_to_string(path).unwrap();
    let at = text.lines().find(|line| line.starts_with(word)).unwrap();
    fs::write(path, text.replacen(at, &format!("{at}\n{line}"), 1)).unwrap();
}

#[test]
fn what_is_begun_passes_the_check_once_it_is_named() {
    let folder = own_content();
    let new = |args: &[&str]| folder.run(&[&["--content", "mine", "content", "new"], args].concat());
    new(&["practice", "battery-saver"]).well();
    new(&["lesson", "keep-battery"]).well();
    new(&["drill", "station-date", "--skill", "spot-scam"]).well();
    assert!(new(&["item", "phone-99"]).well().out.contains("items/phone.txt"));
    let check = folder.run(&["content", "check", "mine"]).refused(&[]);
    assert!(check.out.contains("practices/battery-saver.txt:1:"), "{check:?}");

    add_below(&folder.file("mine/lessons/keep-battery/vi.md"), "skill:", "practice: battery-saver");
    let check = folder.run(&["content", "check", "mine"]).refused(&[]);
    assert!(check.out.contains("lessons/keep-battery/vi.md:1:"), "in no course: {check:?}");
    add_below(&folder.file("mine/courses/first-steps.txt"), "about", "lesson keep-battery");
    folder.run(&["content", "check", "mine"]).well();

    fs::write(folder.file("mine/lessons/keep-battery/lost.svg"), "<svg/>").unwrap();
    let check = folder.run(&["content", "check", "mine"]).refused(&[]);
    assert!(check.out.contains("lessons/keep-battery/lost.svg:1:"), "shown by nothing: {check:?}");
}

#[test]
fn nothing_is_written_over() {
    let folder = own_content();
    let new = |args: &[&str]| folder.run(&[&["--content", "mine", "content", "new"], args].concat());
    new(&["practice", "connect-wifi"]).refused(&["connect-wifi.txt"]);
    new(&["item", "phone-01"]).refused(&["phone-01"]);
    new(&["practice", "../up"]).refused(&["../up"]);
    new(&["practice", "a", "--skill", "no-such"]).refused(&["no-such", "spot-scam"]);
    folder.run(&["content", "copy", "mine"]).refused(&["mine"]);
    folder.run(&["content", "new", "practice", "a"]).refused(&["--content", "content copy"]);
}

#[test]
fn a_skill_that_is_demanded_needs_its_questions() {
    let folder = own_content();
    let items = folder.file("mine/items/spot-scam.txt");
    let text = fs::read_to_string(&items).unwrap();
    let lost = folder.file("mine/blueprints");
    fs::write(&items, text.split("\n\n").take(24).collect::<Vec<_>>().join("\n\n")).unwrap();
    fs::remove_dir_all(lost).unwrap();
    for entry in fs::read_dir(folder.file("mine/courses")).unwrap().map(Result::unwrap) {
        let text = fs::read_to_string(entry.path()).unwrap();
        let without: Vec<&str> = text.lines().filter(|line| !line.starts_with("check")).collect();
        fs::write(entry.path(), without.join("\n")).unwrap();
    }
    let check = folder.run(&["content", "check", "mine", "--english"]).refused(&[]);
    assert!(
        check.out.contains("profiles.txt:") && check.out.contains("“spot-scam” has 23 of the kind “item”"),
        "{check:?}"
    );
}

#[test]
fn what_is_hard_to_read_is_told_and_fails_only_when_asked_to() {
    let folder = own_content();
    let practice = folder.file("mine/practices/connect-wifi.txt");
    let text = fs::read_to_string(&practice).unwrap();
    let goal = text.lines().find(|line| line.starts_with("goal")).unwrap();
    let long = format!("goal Bạn {} xyzq. || x", "nối ".repeat(22));
    fs::write(&practice, text.replace(goal, &long)).unwrap();
    let out = folder.run(&["content", "check", "mine"]).well().out;
    let line = out.lines().find(|line| line.starts_with("practices/connect-wifi.txt")).unwrap();
    assert!(line.contains("24 tiếng") && line.contains("xyzq"), "{line}");
    let out = folder.run(&["content", "check", "mine", "--words", "--english"]).well().out;
    let at = text.lines().position(|line| line == goal).unwrap() + 1;
    assert_eq!(
        out.lines().filter(|line| line.starts_with(&format!("practices/connect-wifi.txt:{at}:"))).count(),
        2
    );
    folder.run(&["content", "check", "mine", "--strict"]).refused(&[]);
}

#[test]
fn a_practice_is_drawn() {
    let folder = own_content();
    let svg = folder.run(&["content", "graph", "mine/practices/connect-wifi.txt"]).well().out;
    assert!(svg.starts_with("<svg xmlns"), "{svg}");
    folder.run(&["content", "graph", "connect-wifi", "-o", "wifi.svg", "--english"]).well();
    assert!(fs::read_to_string(folder.file("wifi.svg")).unwrap().contains("guided way"));
    folder.run(&["content", "graph", "no-such"]).refused(&["no-such"]);
}

#[test]
fn a_pack_goes_from_one_installation_to_another() {
    let (school, ward) = (own_content(), Folder::new());
    drop(school.serve());
    let skill = school.file("mine/skills.txt");
    let text = fs::read_to_string(&skill).unwrap();
    fs::write(&skill, text.replacen("title ", "title Kỹ năng của trường: ", 1)).unwrap();
    let pack = |out: &str| {
        let args = [
            "content",
            "pack",
            "-o",
            out,
            "--version",
            "2026.11",
            "--date",
            "2026-11-26",
            "--author",
            "Trường A",
        ];
        school.run(&[&["--content", "mine"], &args[..]].concat()).well().out
    };
    let told = pack("a.tar.gz");
    let key = told
        .split_whitespace()
        .find(|word| word.starts_with("z6Mk"))
        .unwrap()
        .trim_end_matches('.')
        .to_owned();
    pack("b.tar.gz");
    let bytes = fs::read(school.file("a.tar.gz")).unwrap();
    assert_eq!(bytes, fs::read(school.file("b.tar.gz")).unwrap(), "the same bytes each time");

    let file = school.file("a.tar.gz").display().to_string();
    let import = |more: &[&str]| ward.run(&[&["content", "import", &file], more].concat());
    import(&[]).refused(&["--trust", &key]);
    import(&["--trust", "z6MkOther"]).refused(&["--trust"]);
    assert!(!ward.file("data/content").exists(), "nothing was taken over");
    let out = import(&["--trust", &key]).well().out;
    assert!(out.contains("Trường A") && out.contains("26-11-2026") && out.contains(&key), "{out}");
    import(&[]).well();
    let skills = |folder: &Folder| folder.run(&["content", "copy", "out"]).well();
    skills(&ward);
    assert!(fs::read_to_string(ward.file("out/skills.txt")).unwrap().contains("Kỹ năng của trường"));
    let server = ward.serve();
    assert!(server.get("/learn").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_pack_that_was_changed_is_refused() {
    let folder = Folder::new();
    drop(folder.serve());
    folder.run(&["content", "pack", "-o", "a.tar.gz"]).well();
    let bytes = fs::read(folder.file("a.tar.gz")).unwrap();
    for at in [bytes.len() / 3, bytes.len() / 2] {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        fs::write(folder.file("b.tar.gz"), changed).unwrap();
        folder.run(&["content", "import", "b.tar.gz"]).refused(&[]);
    }
    assert!(!folder.file("data/content").exists());
    folder.run(&["content", "import", "a.tar.gz"]).well();
}

#[test]
fn the_guide_leads_to_a_practice_that_passes() {
    let guide = include_str!("../../../../docs/guides/write-a-practice-in-an-afternoon.md");
    let practice = guide.split("```").map(str::trim).find(|block| block.starts_with("practice ")).unwrap();
    let commands: Vec<Vec<&str>> = guide
        .lines()
        .filter_map(|line| line.strip_prefix("    hocvuso "))
        .map(|line| line.split_whitespace().collect())
        .collect();
    let folder = Folder::new();
    let run = |word: &str| {
        for command in commands.iter().filter(|command| command.contains(&word)) {
            folder.run(command).well();
        }
    };
    run("copy");
    run("new");
    fs::write(folder.file("my-content/practices/medicine-alarm.txt"), practice).unwrap();
    let line =
        |word: &str| guide.lines().find_map(|line| line.strip_prefix("    ")?.strip_prefix(word)).unwrap();
    let practice = format!("practice:{}", line("practice:"));
    add_below(&folder.file("my-content/lessons/remember-medicine/vi.md"), "skill:", &practice);
    add_below(
        &folder.file("my-content/courses/phone-care.txt"),
        "about",
        &format!("lesson {}", line("lesson ")),
    );
    run("graph");
    run("check");
    assert!(fs::read_to_string(folder.file("medicine-alarm.svg")).unwrap().contains("data-card"));
    let easy = folder.run(&["content", "check", "my-content"]).well().out;
    assert!(!easy.contains("practices/medicine-alarm.txt"), "easy to read: {easy}");
}

#[test]
fn a_file_is_shown_while_it_is_written() {
    let folder = own_content();
    let practice = "mine/practices/connect-wifi.txt";
    folder.run(&["content", "preview", "nowhere.txt"]).refused(&["nowhere.txt"]);
    folder.run(&["content", "preview", practice, "--listen", "0.0.0.0:0"]).refused(&["127.0.0.1"]);
    let server = folder.start_plain(&["content", "preview", practice]);
    let page = server.get("/");
    assert!(page.contains("Kết nối Wi-Fi") || page.contains("Wi-Fi"), "{page}");
    assert!(page.contains("<svg xmlns") && page.contains("content-security-policy"), "{page}");
    let version = server.get("/preview/version");
    let text = fs::read_to_string(folder.file(practice)).unwrap();
    fs::write(folder.file(practice), text.replacen("go ", "go  nowhere", 1)).unwrap();
    assert_ne!(server.get("/preview/version"), version);
    assert!(server.get("/").contains("practices/connect-wifi.txt:"), "what is wrong is told");
    assert!(server.get("/static/skills.txt").starts_with("HTTP/1.1 404"));
}
