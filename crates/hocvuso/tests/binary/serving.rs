//! Commands around a server that runs.

use std::net::TcpListener;

use crate::program::Folder;

#[test]
fn a_port_in_use_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = Folder::new();
    folder.run(&["serve", "--listen", &address]).refused(&[&address, "--listen"]);
    folder.run(&["serve", "--listen", "192.0.2.1:80"]).refused(&["192.0.2.1:80"]);
}

#[test]
fn a_demonstration_is_never_served_as_real() {
    let folder = Folder::new();
    drop(folder.start(&["demo", "--people", "60"]));
    folder.run(&["serve", "--listen", "127.0.0.1:0"]).refused(&["made-up people", "--data"]);
    let again = folder.start(&["demo", "--people", "60"]);
    assert!(again.get("/healthz").contains("\"demonstration\":true"));
    assert!(again.get("/").contains("Trình diễn"), "every page says so");
    drop(again);
    folder.run(&["recount"]).well();
}

#[test]
fn a_second_start_changes_nothing_and_a_sound_house_has_no_complaint() {
    let folder = Folder::new();
    drop(folder.serve());
    let first = folder.run(&["doctor"]).well().out;
    drop(folder.serve());
    let rows = |text: &str| {
        text.lines().filter(|line| line.contains(" rows")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(rows(&folder.run(&["doctor"]).well().out), rows(&first));
    assert!(folder.serve().get("/units?q=nghia+do").contains("B00160"));
}

#[test]
fn a_restored_backup_counts_the_same() {
    let folder = Folder::new();
    drop(folder.start(&["demo", "--people", "60"]));
    let counted = |ran: String| ran.split(" counted").next().unwrap_or_default().to_owned();
    let before = counted(folder.run(&["recount"]).well().out);
    let copy = folder.file("copy.sqlite").display().to_string();
    let other = Folder::new();
    assert!(folder.run(&["backup", &copy]).well().out.contains("signing.key"));
    folder.run(&["backup", &copy]).refused(&["copy.sqlite"]);

    // Into an empty folder, and over a database that is there and is kept.
    other.run(&["restore", &copy]).well();
    assert_eq!(counted(other.run(&["recount"]).well().out), before);
    drop(other.start(&["demo", "--people", "60"]));
    assert!(other.run(&["restore", &copy]).well().out.contains("kept as"));
    assert_eq!(counted(other.run(&["recount"]).well().out), before);

    let broken = folder.file("broken.sqlite");
    std::fs::write(&broken, "no database").unwrap();
    other.run(&["restore", &broken.display().to_string()]).refused(&["broken.sqlite"]);
    assert_eq!(counted(other.run(&["recount"]).well().out), before, "a copy that is none changes nothing");
}
