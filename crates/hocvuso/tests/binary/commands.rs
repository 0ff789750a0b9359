//! Commands that end.

use crate::program::Folder;

#[test]
fn help_names_every_command_and_option() {
    let help = Folder::new().run(&["--help"]).well().out;
    for word in [
        "demo",
        "serve",
        "user",
        "certificate",
        "content",
        "recount",
        "backup",
        "restore",
        "doctor",
        "irt",
        "bank",
        "--listen",
        "--data",
        "--database-url",
        "--public-url",
        "--behind-proxy",
        "127.0.0.1:8080",
        "hocvuso-data",
    ] {
        assert!(help.contains(word), "{word}:\n{help}");
    }
    for command in
        ["demo", "serve", "user", "content", "recount", "backup", "restore", "doctor", "irt", "bank"]
    {
        assert!(!Folder::new().run(&[command, "--help"]).well().out.is_empty());
    }
}

#[test]
fn wrong_use_is_told_apart_from_failure() {
    for args in [
        ["fly"].as_slice(),
        &["serve", "--listen", "nowhere"],
        &["demo", "--people", "0"],
        &["user"],
        &["backup"],
    ] {
        let ran = Folder::new().run(args);
        assert_eq!(ran.code, 2, "{ran:?}");
    }
}

#[test]
fn the_content_built_in_is_sound() {
    let folder = Folder::new();
    assert!(folder.run(&["content", "check"]).well().out.contains('4'), "four lessons");
    let real = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
    folder.run(&["content", "check", real]).well();
    assert!(!folder.file("data").exists(), "checking makes no database");
}

#[test]
fn broken_content_is_told_with_file_and_line() {
    let folder = Folder::new();
    let real = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
    let copy = folder.file("content");
    copy_folder(real.as_ref(), &copy);
    let practice = copy.join("practices/connect-wifi.txt");
    let text = std::fs::read_to_string(&practice).unwrap();
    // What is told is the element whose `go` leads nowhere: the last line before it that is less indented.
    let (before, after) = text.split_once("go     ").unwrap();
    let line = before.lines().rev().skip(1).position(|line| !line.starts_with("    ")).unwrap();
    let line = before.lines().count() - 1 - line;
    let rest = after.split_once('\n').unwrap().1;
    std::fs::write(&practice, format!("{before}go     nowhere\n{rest}")).unwrap();
    let copy = copy.display().to_string();
    for language in [[].as_slice(), &["--english"]] {
        let ran = folder.run(&[&["content", "check", &copy], language].concat()).refused(&[]);
        assert!(ran.out.contains(&format!("practices/connect-wifi.txt:{line}: ")), "{ran:?}");
        assert!(ran.out.contains("nowhere"), "{ran:?}");
    }
    folder.run(&["serve", "--listen", "127.0.0.1:0", "--content", &copy]).refused(&["content check"]);
    folder.run(&["content", "check", "/no/such/folder"]).refused(&["/no/such/folder"]);
}

pub(crate) fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn commands_that_need_a_database_say_that_there_is_none() {
    let folder = Folder::new();
    let file = folder.file("copy").display().to_string();
    for args in [["recount"].as_slice(), &["doctor"], &["backup", &file]] {
        folder.run(args).refused(&["there is no database", "--data"]);
    }
    assert!(!folder.file("data").exists(), "nothing half-made is left");
    folder.run(&["restore", &file]).refused(&["copy"]);
}

#[test]
fn accounts_are_added_listed_changed_and_disabled() {
    let folder = Folder::new();
    let added = folder
        .run(&["user", "add", "lan", "--role", "helper", "--unit", "B00160", "--name", "Lan"])
        .well()
        .out;
    assert!(added.contains("Nghĩa Đô"), "{added}");
    let password = added.lines().find_map(|line| line.split_once("once: ")).unwrap().1;
    assert_eq!(password.len(), 16);
    assert!(!folder.run(&["user", "list"]).well().out.contains(password));

    folder.run(&["user", "add", "lan", "--role", "leader", "--unit", "B01"]).well();
    let list = folder.run(&["user", "list"]).well().out;
    assert!(list.contains("helper B00160") && list.contains("leader B01"), "{list}");

    folder.run_with(&["user", "password", "lan", "--password-stdin"], "mot mat khau dai\n").well();
    folder.run_with(&["user", "password", "lan", "--password-stdin"], "ngan\n").refused(&["too short"]);
    folder.run(&["user", "disable", "lan"]).well();
    assert!(folder.run(&["user", "list"]).well().out.contains("(disabled)"));

    for (args, words) in [
        (["user", "password", "nobody"].as_slice(), "no account nobody"),
        (&["user", "disable", "nobody"], "no account nobody"),
        (&["user", "add", "Lan Anh", "--role", "helper", "--unit", "B01"], "Lan Anh"),
        (&["user", "add", "hoa", "--role", "king", "--unit", "B01"], "no role king"),
        (&["user", "add", "hoa", "--role", "helper", "--unit", "B99999"], "no unit B99999"),
        (&["user", "add", "hoa", "--role", "helper", "--unit", "x"], "x"),
        (&["user", "add", "hoa", "--role", "helper", "--unit", "B01"], "commune or ward"),
        (&["user", "add", "hoa", "--role", "helper", "--unit", "B00160", "--name", "<b>"], "name"),
    ] {
        folder.run(args).refused(&[words]);
    }
    assert!(
        !folder.run(&["user", "list"]).well().out.contains("hoa"),
        "what was refused left nothing behind"
    );
}

#[test]
fn a_folder_that_cant_be_written_is_told() {
    let folder = Folder::new();
    // A file where the folder should be stands in the way of everybody, root included.
    std::fs::write(folder.file("data"), "x").unwrap();
    folder.run(&["serve", "--listen", "127.0.0.1:0"]).refused(&["data"]);
    folder.run(&["user", "list"]).refused(&["data"]);
}

#[test]
fn a_bad_database_url_is_told() {
    let folder = Folder::new();
    for url in ["mysql://x/y", "nonsense", "postgres://nobody@127.0.0.1:1/none", "postgres://"] {
        let ran = folder.run(&["serve", "--listen", "127.0.0.1:0", "--database-url", url]).refused(&[]);
        assert!(ran.err.trim_end().len() > 40, "says what to do: {ran:?}");
    }
    let secret = folder.run(&["user", "list", "--database-url", "postgres://a:geheim@127.0.0.1:1/none"]);
    assert!(!secret.refused(&[]).err.contains("geheim"), "a password is never printed");
}
