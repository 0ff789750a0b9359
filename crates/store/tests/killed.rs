//! Goal: what was acknowledged is there after `kill -9`. Method: this test starts itself as a child that writes from 64 tasks and prints each
//! id after its acknowledgement; the parent kills it in the middle and looks for every printed id.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use store::db::{Batch, Db, Location, Migration, Options};
use store::{params, testing::TestDatabase};

const TABLE: Migration = Migration::new(1, "ids", "CREATE TABLE ids (id TEXT PRIMARY KEY);");
const CHILD: &str = "HOCVUSO_TEST_KILLED_CHILD";
const ACKNOWLEDGED_MIN: usize = 500;

#[test]
fn what_was_acknowledged_survives_kill_nine() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    if let Ok(path) = std::env::var(CHILD) {
        return runtime.block_on(write_for_ever(Location::Sqlite(path.into())));
    }
    let place = TestDatabase::sqlite();
    let Location::Sqlite(path) = &place.location else { panic!("a file") };
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "what_was_acknowledged_survives_kill_nine", "--nocapture"])
        .env(CHILD, path)
        .stdout(Stdio::piped())
        .spawn()
        .expect("a child");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let id = |line: std::io::Result<String>| line.ok()?.strip_prefix("kept ").map(str::to_owned);
    let mut acknowledged: Vec<String> = lines.by_ref().filter_map(id).take(ACKNOWLEDGED_MIN).collect();
    child.kill().expect("kill -9");
    child.wait().expect("it is dead");
    // The last line may be cut: an id that was not printed whole was not acknowledged to anybody.
    acknowledged.extend(lines.filter_map(id).filter(|id| id.ends_with('.')));

    let found = runtime.block_on(async {
        let db = place.open().await.expect("it opens after the kill");
        let rows = db.rows("SELECT id FROM ids", vec![]).await.expect("rows");
        rows.iter().map(|row| row.get("id").expect("text")).collect::<std::collections::HashSet<String>>()
    });
    assert!(acknowledged.len() >= ACKNOWLEDGED_MIN);
    assert!(acknowledged.iter().all(|id| found.contains(id)));
}

async fn write_for_ever(location: Location) {
    let db = Db::open(&location, Options::default()).await.expect("it opens");
    db.migrate(&[TABLE]).await.expect("a schema");
    let tasks: Vec<_> = (0..64)
        .map(|task| {
            let db = db.clone();
            tokio::spawn(async move {
                for at in 0.. {
                    let id = format!("{task}-{at}.");
                    db.write(Batch::new().expect_one("INSERT INTO ids (id) VALUES (?1)", params![&id]))
                        .await
                        .expect("it is written");
                    // The parent is gone when this fails; then there is nothing left to do.
                    if writeln!(std::io::stdout().lock(), "\nkept {id}").is_err() {
                        return;
                    }
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("the task ends");
    }
}
