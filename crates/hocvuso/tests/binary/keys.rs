//! The keys of a house over the years, and the programs that are let in.

use crate::program::Folder;

/// The line of `keys list` that holds a word.
fn line(folder: &Folder, word: &str) -> String {
    let list = folder.run(&["keys", "list"]).well().out;
    list.lines().find(|line| line.contains(word)).unwrap_or_else(|| panic!("no {word} in {list}")).to_owned()
}

fn name(line: &str) -> &str {
    line.split_whitespace().next().unwrap()
}

#[test]
fn a_key_is_retired_by_the_next_and_revoked_when_it_is_stolen() {
    let folder = Folder::new();
    let document = folder.serve().get("/.well-known/did.json");
    let first = line(&folder, "active");
    assert!(document.contains(name(&first)), "{document}");

    folder.run(&["keys", "rotate"]).well();
    assert_eq!(name(&line(&folder, "retired")), name(&first));
    let second = line(&folder, "active");
    assert_ne!(name(&second), name(&first));
    let document = folder.serve().get("/.well-known/did.json");
    assert!(document.contains(name(&first)) && document.contains(name(&second)), "{document}");

    folder.run(&["keys", "revoke", name(&second), "--why", "stolen"]).well();
    assert!(line(&folder, "stolen").starts_with(name(&second)));
    assert_ne!(name(&line(&folder, "active")), name(&second));
    let document = folder.serve().get("/.well-known/did.json");
    assert_eq!(document.matches("\"revoked\"").count(), 1, "{document}");
    folder.run(&["keys", "revoke", name(&second), "--why", "again"]).refused(&["revoked before"]);
    folder.run(&["keys", "revoke", "z6Mkunknown", "--why", "x"]).refused(&["keys list"]);
    assert!(folder.run(&["doctor"]).well().out.contains("2 older keys"));
}

#[test]
fn a_sealed_key_serves_only_with_its_passphrase() {
    let folder = Folder::new();
    drop(folder.serve());
    let active = line(&folder, "active");
    let passphrase = folder.file("passphrase");
    std::fs::write(&passphrase, "bốn từ dài lắm\n").unwrap();
    let named = ["--key-passphrase-file", passphrase.to_str().unwrap()];
    folder.run(&["keys", "seal"]).refused(&["--key-passphrase-file"]);
    folder.run(&[&["keys", "seal"], &named[..]].concat()).well();
    folder.run(&["doctor"]).refused(&[]);
    folder.run(&["keys", "rotate"]).refused(&["--key-passphrase-file"]);
    folder.run(&["serve", "--listen", "127.0.0.1:0"]).refused(&["passphrase"]);
    assert!(folder.run(&[&["doctor"], &named[..]].concat()).well().out.contains("sealed"));
    let document = folder.start(&[&["serve"], &named[..]].concat()).get("/.well-known/did.json");
    assert!(document.contains(name(&active)), "it is still the same key");
    std::fs::write(&passphrase, "khác\n").unwrap();
    folder.run(&[&["serve", "--listen", "127.0.0.1:0"], &named[..]].concat()).refused(&["passphrase"]);
}

#[test]
fn a_program_is_let_in_with_a_token_that_is_shown_once() {
    let folder = Folder::new();
    let told = folder.run(&["api-client", "add", "truong-nghe", "--with-status"]).well().out;
    assert!(told.contains("token, shown this once: "), "{told}");
    let list = folder.run(&["api-client", "list"]).well().out;
    assert!(list.contains("truong-nghe") && list.contains("with a status"), "{list}");
    folder.run(&["api-client", "add", "Trường"]).refused(&["a–z"]);
    folder.run(&["api-client", "remove", "truong-nghe"]).well();
    folder.run(&["api-client", "remove", "truong-nghe"]).refused(&["api-client list"]);
}
