//! Goal: the layer keeps its laws on both databases. Method: each law is one story, told to SQLite and to PostgreSQL.

use store::db::{Batch, ConstraintKind, Db, Kind, Location, Migration, Options, StoreError, Value};
use store::testing::TestDatabase;
use store::{migrations, params};

const NOTES: Migration = Migration::new(
    1,
    "notes",
    "CREATE TABLE notes (id TEXT PRIMARY KEY, version BIGINT NOT NULL CHECK (version > 0), size DOUBLE PRECISION, about TEXT REFERENCES notes (id));",
);

async fn each() -> Vec<(TestDatabase, Db)> {
    let mut each = Vec::new();
    for place in TestDatabase::each().await.expect("the test databases") {
        let db = place.open().await.expect("it opens");
        assert_eq!(db.migrate(&[NOTES]).await, Ok(1));
        each.push((place, db));
    }
    each
}

fn add(id: &str, version: i64) -> Batch {
    Batch::new().expect_one("INSERT INTO notes (id, version) VALUES (?1, ?2)", params![id, version])
}

fn moved(id: &str, from: i64) -> Batch {
    Batch::new().expect_one(
        "UPDATE notes SET version = ?3 WHERE id = ?1 AND version = ?2",
        params![id, from, from + 1],
    )
}

async fn count(db: &Db) -> i64 {
    db.row("SELECT count(*) FROM notes", vec![]).await.expect("a count").get(0).expect("a number")
}

#[tokio::test]
async fn what_is_written_is_read_with_its_kinds() {
    for (_place, db) in each().await {
        let sql = "INSERT INTO notes (id, version, size, about) VALUES (?1, ?2, ?3, ?4)";
        let first = Batch::new().expect_one(sql, params!["Nghĩa Đô ?1", i64::MAX, 0.5, None::<&str>]);
        assert_eq!(db.write(first).await.map(|it| it.touched), Ok(vec![1]));
        let row = db
            .row(
                "SELECT id, version, size, about, '?1' AS \"mark?\" FROM notes WHERE id = ?1",
                params!["Nghĩa Đô ?1"],
            )
            .await
            .expect("the row");
        assert_eq!(row.get("id"), Ok("Nghĩa Đô ?1"));
        assert_eq!(row.get("version"), Ok(i64::MAX));
        assert_eq!(row.get("size"), Ok(0.5));
        assert_eq!(row.get("about"), Ok(None::<String>));
        assert_eq!(row.get(4), Ok("?1"));
        let wrong = row.get::<i64>("id").unwrap_err().to_string();
        assert_eq!(
            wrong,
            "table notes, column id, row 'Nghĩa Đô ?1': 'Nghĩa Đô ?1' where a whole number was expected"
        );
        assert_eq!(
            db.row("SELECT id FROM notes WHERE id = 'x'", vec![]).await.unwrap_err(),
            StoreError::Missing { table: "notes".into() }
        );
    }
}

#[tokio::test]
async fn values_that_the_databases_would_keep_differently_are_refused() {
    for (_place, db) in each().await {
        for (value, fault) in [
            (Value::from("a\0b"), "text with a NUL character"),
            (Value::from(f64::NAN), "a number that is not finite"),
        ] {
            let refused = Err(StoreError::BadValue { parameter: 2, fault });
            let sql = "INSERT INTO notes (id, version, size) VALUES (?1, 1, ?2)";
            let batch = Batch::new().any(sql, vec!["a".into(), value.clone()]);
            assert_eq!(db.write(batch).await.map(|_| ()), refused);
            assert_eq!(db.rows("SELECT ?1, ?2", vec!["a".into(), value]).await.map(|_| ()), refused);
        }
        assert_eq!(count(&db).await, 0);
    }
}

#[tokio::test]
async fn a_second_migration_changes_nothing_and_a_newer_database_is_refused() {
    for (place, db) in each().await {
        let next = Migration::new(2, "more", "CREATE TABLE more (id TEXT PRIMARY KEY);");
        assert_eq!(db.migrate(&[NOTES]).await, Ok(0));
        assert_eq!(db.migrate(&[NOTES, next]).await, Ok(1));
        let again = place.open().await.expect("it opens again");
        assert_eq!(again.migrate(&[NOTES, next]).await, Ok(0));
        let newer = Err(StoreError::NewerDatabase { database: 2, program: 1 });
        assert_eq!(again.migrate(&[NOTES]).await, newer);
        let edited = Migration::new(2, "more", "CREATE TABLE more (id BIGINT PRIMARY KEY);");
        assert_eq!(again.migrate(&[NOTES, edited]).await, Err(StoreError::MigrationChanged { id: 2 }));
    }
}

#[tokio::test]
async fn a_migration_that_fails_leaves_nothing() {
    for (_place, db) in each().await {
        let broken = Migration::new(2, "broken", "CREATE TABLE half (id TEXT PRIMARY KEY); CREATE NONSENSE;");
        assert!(matches!(db.migrate(&[NOTES, broken]).await, Err(StoreError::Misuse { .. })));
        assert!(matches!(db.rows("SELECT id FROM half", vec![]).await, Err(StoreError::Misuse { .. })));
        assert_eq!(db.migrate(&[NOTES]).await, Ok(0));
    }
}

#[tokio::test]
async fn programs_that_start_together_migrate_once() {
    for place in TestDatabase::each().await.expect("the test databases") {
        let (one, two) = (place.open().await.expect("one"), place.open().await.expect("two"));
        let (first, second) = tokio::join!(one.migrate(migrations::ALL), two.migrate(migrations::ALL));
        assert_eq!(first.expect("one") + second.expect("two"), migrations::ALL.len());
    }
}

#[tokio::test]
async fn a_batch_happens_whole_or_not_at_all() {
    for (_place, db) in each().await {
        db.write(add("a", 1)).await.expect("a new row");
        let error = db.write(add("b", 1).then(add("a", 2))).await.unwrap_err();
        let StoreError::Conflict(constraint) = &error else { panic!("{error}") };
        assert_eq!(
            (constraint.kind, constraint.table.as_str(), constraint.step),
            (ConstraintKind::Unique, "notes", 1)
        );
        let lost = db.write(add("b", 1).then(moved("a", 7)).then(add("a", 2))).await.unwrap_err();
        let expected = "exactly 1".to_owned();
        assert_eq!(lost, StoreError::Expectation { step: 1, table: "notes".into(), expected, touched: 0 });
        assert!(error.is_race() && lost.is_race());
        assert_eq!(count(&db).await, 1);
    }
}

#[tokio::test]
async fn each_rule_of_the_schema_has_its_kind() {
    for (_place, db) in each().await {
        let about = "INSERT INTO notes (id, version, about) VALUES ('b', 1, 'nobody')";
        for (sql, kind) in [
            ("INSERT INTO notes (id, version) VALUES ('b', 0)", ConstraintKind::Check),
            ("INSERT INTO notes (id, version) VALUES ('b', NULL)", ConstraintKind::Check),
            (about, ConstraintKind::Reference),
        ] {
            let error = db.write(Batch::new().any(sql, vec![])).await.unwrap_err();
            assert!(matches!(&error, StoreError::Conflict(it) if it.kind == kind), "{sql}: {error}");
        }
        let wrong = db.write(Batch::new().any("INSERT INTO nowhere VALUES (1)", vec![])).await;
        assert!(matches!(wrong, Err(StoreError::Misuse { .. })));
        let few = db.write(Batch::new().any("DELETE FROM notes WHERE id = ?1", vec![])).await;
        assert!(matches!(few, Err(StoreError::Misuse { .. })));
    }
}

#[tokio::test]
async fn at_most_one_allows_none_and_refuses_two() {
    for (_place, db) in each().await {
        db.write(add("a", 1).then(add("b", 1))).await.expect("two rows");
        let all =
            |id: &'static str| Batch::new().at_most_one("DELETE FROM notes WHERE id >= ?1", params![id]);
        assert_eq!(db.write(all("c")).await.map(|it| it.touched), Ok(vec![0]));
        assert!(matches!(db.write(all("a")).await, Err(StoreError::Expectation { touched: 2, .. })));
        assert_eq!(db.write(all("b")).await.map(|it| it.touched), Ok(vec![1]));
        assert_eq!(count(&db).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_bad_batch_among_many_hurts_nobody_else() {
    for (_place, db) in each().await {
        db.write(add("taken", 1)).await.expect("a new row");
        let writes = (0..200).map(|at| {
            let id = format!("n{at}");
            let batch = if at % 5 == 0 { add(&id, 1).then(add("taken", 1)) } else { add(&id, 1) };
            let db = db.clone();
            tokio::spawn(async move { (at % 5 == 0, db.write(batch).await) })
        });
        for write in writes.collect::<Vec<_>>() {
            let (bad, outcome) = write.await.expect("the task ends");
            assert_eq!(outcome.is_err(), bad, "{outcome:?}");
        }
        assert_eq!(count(&db).await, 161);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_move_the_same_version_one_wins() {
    for (_place, db) in each().await {
        db.write(add("a", 1)).await.expect("a new row");
        for version in 1..=20 {
            let both = [db.clone(), db.clone()]
                .map(|db| tokio::spawn(async move { db.write(moved("a", version)).await }));
            let mut won = 0;
            for one in both {
                match one.await.expect("the task ends") {
                    Ok(_) => won += 1,
                    Err(error) => assert!(error.is_race(), "{error}"),
                }
            }
            assert_eq!(won, 1);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn batches_that_cross_are_tried_again() {
    for (_place, db) in each().await {
        db.write(add("a", 1).then(add("b", 1))).await.expect("two rows");
        let up = |batch: Batch, id: &str| {
            batch.any("UPDATE notes SET version = version + 1 WHERE id = ?1", params![id])
        };
        let tasks: Vec<_> = (0..16)
            .map(|at| {
                let (first, second) = if at % 2 == 0 { ("a", "b") } else { ("b", "a") };
                let (db, batch) = (db.clone(), up(up(Batch::new(), first), second));
                tokio::spawn(async move { db.write(batch).await })
            })
            .collect();
        let mut written: i64 = 0;
        for task in tasks {
            match task.await.expect("the task ends") {
                Ok(_) => written += 1,
                // Sorting shared rows is the rule; who breaks it may lose, but is told.
                Err(error) => assert!(matches!(error, StoreError::Unavailable { .. }), "{error}"),
            }
        }
        let sum = db.row("SELECT CAST(SUM(version) AS BIGINT) FROM notes", vec![]).await.expect("the sum");
        assert_eq!(sum.get(0), Ok(2 + 2 * written));
    }
}

#[tokio::test]
async fn many_rows_are_added_at_once_or_not_at_all() {
    for (_place, db) in each().await {
        let rows = |from: i64| (from..from + 1_000).map(|id| params![format!("n{id:04}"), 1]);
        let columns = ["id", "version"];
        db.write(Batch::new().insert_many("notes", &columns, "", rows(0))).await.expect("new rows");
        let again = db.write(Batch::new().insert_many("notes", &columns, "", rows(999))).await;
        assert!(matches!(again, Err(StoreError::Conflict(_))));
        assert_eq!(count(&db).await, 1_000);
        let tail = "ON CONFLICT (id) DO UPDATE SET version = notes.version + excluded.version";
        db.write(Batch::new().insert_many("notes", &columns, tail, rows(500))).await.expect("half new");
        let sum = "SELECT CAST(SUM(version) AS BIGINT) AS versions, CAST(AVG(version) AS DOUBLE PRECISION) AS mean FROM notes";
        let sum = db.row(sum, vec![]).await.expect("the sum");
        assert_eq!(sum.get("versions"), Ok(2_000_i64));
        assert!(sum.get::<f64>("mean").is_ok_and(|mean| (mean - 4.0 / 3.0).abs() < 1e-9));
    }
}

#[tokio::test]
async fn text_sorts_by_bytes_on_both() {
    for (_place, db) in each().await {
        let names = ["an", "Bình", "a-b", "ab", "Ắn", "ắn", "B", "_"];
        let rows = names.map(|name| params![name, 1]);
        db.write(Batch::new().insert_many("notes", &["id", "version"], "", rows)).await.expect("new rows");
        let sorted = db.rows("SELECT id FROM notes ORDER BY id", vec![]).await.expect("rows");
        let sorted: Vec<&str> = sorted.iter().map(|row| row.get("id").expect("text")).collect();
        let mut bytes = names;
        bytes.sort_unstable();
        assert_eq!(sorted, bytes);
    }
}

#[tokio::test]
async fn a_snapshot_stays_at_its_moment() {
    for (_place, db) in each().await {
        let mut snapshot = db.snapshot().await.expect("a moment");
        db.write(add("a", 1)).await.expect("a new row");
        assert_eq!(snapshot.rows("SELECT id FROM notes", vec![]).await.map(|rows| rows.len()), Ok(0));
        snapshot.done().await;
        drop(db.snapshot().await.expect("a moment"));
        assert_eq!(count(&db).await, 1);
        db.write(add("b", 1)).await.expect("writing goes on");
    }
}

#[tokio::test]
async fn closing_finishes_what_was_handed_in() {
    for (place, db) in each().await {
        let writes: Vec<_> = (0..50)
            .map(|at| {
                let db = db.clone();
                tokio::spawn(async move { db.write(add(&format!("n{at}"), 1)).await })
            })
            .collect();
        tokio::task::yield_now().await;
        db.close().await;
        let mut kept = 0;
        for write in writes {
            match write.await.expect("the task ends") {
                Ok(_) => kept += 1,
                Err(error) => assert!(matches!(error, StoreError::Unavailable { .. }), "{error}"),
            }
        }
        assert!(matches!(db.write(add("late", 1)).await, Err(StoreError::Unavailable { .. })));
        let again = place.open().await.expect("it opens again");
        assert_eq!(count(&again).await, kept);
    }
}

#[tokio::test]
async fn health_names_the_database() {
    for (_place, db) in each().await {
        let health = db.health().await.expect("it is well");
        let name = match db.kind() {
            Kind::Sqlite => "SQLite 3.",
            Kind::Postgres => "PostgreSQL ",
        };
        assert!(health.version.starts_with(name), "{health:?}");
    }
}

#[tokio::test]
async fn a_full_disk_refuses_and_leaves_nothing_half_written() {
    let place = TestDatabase::sqlite();
    let options = Options { pages_max: Some(40), ..Options::default() };
    let db = Db::open(&place.location, options).await.expect("it opens");
    db.migrate(&[NOTES]).await.expect("room for the schema");
    let rows = (0..4_000).map(|id| params![format!("a rather long note number {id}"), 1]);
    let big = Batch::new().insert_many("notes", &["id", "version"], "", rows);
    let error = db.write(big).await.unwrap_err();
    assert!(
        matches!(&error, StoreError::Unavailable { remedy, .. } if remedy.contains("make room")),
        "{error}"
    );
    assert_eq!(count(&db).await, 0);
    db.write(add("small", 1)).await.expect("what fits is still taken");
}

#[tokio::test]
async fn a_backup_taken_while_open_can_be_restored() {
    let place = TestDatabase::sqlite();
    let db = place.open().await.expect("it opens");
    db.migrate(&[NOTES]).await.expect("a schema");
    db.write(add("kept", 1)).await.expect("a new row");
    let file = place.folder().join("backup.sqlite3");
    assert!(db.backup(&file).await.expect("a backup") > 0);
    db.write(add("later", 1)).await.expect("a new row");
    let busy = store::db::restore(&file, &place.location, &[NOTES]).await.unwrap_err();
    assert!(busy.to_string().contains("Another program holds the database"), "{busy}");
    db.close().await;
    let newer = store::db::restore(&file, &place.location, &[]).await;
    assert_eq!(newer, Err(StoreError::NewerDatabase { database: 1, program: 0 }));
    let old = store::db::restore(&file, &place.location, &[NOTES]).await.expect("restored");
    assert!(old.is_some_and(|it| it.exists()));
    let again = place.open().await.expect("it opens");
    let ids = again.rows("SELECT id FROM notes", vec![]).await.expect("rows");
    assert_eq!(ids.iter().map(|row| row.get("id")).collect::<Vec<_>>(), [Ok("kept")]);
}

#[tokio::test]
async fn restoring_again_keeps_what_was_set_aside_before() {
    let place = TestDatabase::sqlite();
    let db = place.open().await.expect("it opens");
    db.migrate(&[NOTES]).await.expect("a schema");
    let file = place.folder().join("backup.sqlite3");
    db.backup(&file).await.expect("a backup");
    db.close().await;
    let mut kept = Vec::new();
    for _ in 0..3 {
        let old = store::db::restore(&file, &place.location, &[NOTES]).await.expect("restored");
        let old = old.and_then(|it| it.file_name().map(|it| it.to_string_lossy().into_owned()));
        kept.extend(old);
    }
    let name = "hocvuso.sqlite3.before-restore";
    assert_eq!(kept, [name.to_owned(), format!("{name}-2"), format!("{name}-3")]);
    assert!(kept.iter().all(|name| place.folder().join(name).exists()));
}

#[cfg(unix)]
#[tokio::test]
async fn a_copy_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = TestDatabase::sqlite();
    let Location::Sqlite(target) = &place.location else { panic!("a file") };
    let db = place.open().await.expect("it opens");
    db.migrate(&[NOTES]).await.expect("a schema");
    let file = place.folder().join("backup.sqlite3");
    // One that lies there open to all is replaced, not written into.
    std::fs::write(&file, "").expect("a file");
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o644)).expect("a mode");
    db.backup(&file).await.expect("a backup");
    db.close().await;
    store::db::restore(&file, &place.location, &[NOTES]).await.expect("restored");
    for path in [&file, target] {
        let mode = std::fs::metadata(path).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
    }
}

#[tokio::test]
async fn a_file_that_is_no_backup_is_not_restored() {
    let place = TestDatabase::sqlite();
    let file = place.folder().join("letter.txt");
    std::fs::write(&file, "Kính gửi ".repeat(200)).expect("a file");
    let error = store::db::restore(&file, &place.location, &[NOTES]).await.unwrap_err();
    assert!(error.to_string().contains("not an SQLite database"), "{error}");
    let Location::Sqlite(target) = &place.location else { panic!("a file") };
    assert!(!target.exists());
}

#[tokio::test]
async fn an_operator_is_told_what_to_do() {
    let place = TestDatabase::sqlite();
    let file = place.folder().join("plain");
    std::fs::write(&file, "Kính gửi ".repeat(200)).expect("a file");
    let told = async |location: Location| match Db::open(&location, Options::default()).await {
        Ok(_) => "opened".to_owned(),
        Err(error) => error.to_string(),
    };
    for (location, words) in [
        (Location::Sqlite(file.clone()), "not an SQLite database: move it away"),
        (Location::Sqlite(file.join("in").join("db")), "Cannot make the folder"),
        (Location::Sqlite(place.folder().into()), "Check that the folder exists"),
        (Location::Postgres("postgres://an@127.0.0.1:9/none".into()), "does not answer at 127.0.0.1:9"),
        (Location::Postgres("mysql://an".into()), "It looks like postgres://"),
    ] {
        let said = told(location).await;
        assert!(said.contains(words), "{said}");
    }
    if let Ok(url) = std::env::var(store::testing::POSTGRES) {
        let server = url.rsplit_once('/').expect("a URL with a path").0.to_owned();
        let missing = told(Location::Postgres(server + "/none")).await;
        assert!(missing.contains("Create the database first"), "{missing}");
    }
}
