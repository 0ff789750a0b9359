//! How fast the layer is here: `cargo run --release -p store --example writes [postgres://…]`.

use std::time::{Duration, Instant};
use store::db::{Batch, Db, Location, Options, Value};
use store::{migrations, params};

const FOR: Duration = Duration::from_secs(2);
const COLUMNS: [&str; 9] = ["person", "seq", "id", "at", "stored", "verb", "object", "unit", "json"];
const JSON: &str = r#"{"id":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","actor":{"account":{"homePage":"https://hocvuso.example","name":"0190a1b2"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"object":{"id":"https://hocvuso.example/practices/vneid/guided"},"result":{"success":true,"duration":"PT42S"},"timestamp":"2026-03-04T05:06:07.089Z"}"#;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("hocvuso-writes-{}", std::process::id()));
    let location = match std::env::args().nth(1) {
        Some(url) => Location::Postgres(url),
        None => Location::Sqlite(folder.join("hocvuso.sqlite3")),
    };
    let db = Db::open(&location, Options::default()).await?;
    db.migrate(migrations::ALL).await?;
    say(&db.health().await?.version);
    for writers in [1, 64] {
        let (count, took) = durable_writes(&db, writers).await;
        say(&format!("{:>9.0} durable batches/s, {writers} writers, 3 statements each", count as f64 / took));
    }
    bulk(&db).await?;
    for readers in [1, 64] {
        let (count, took) = reads(&db, readers).await;
        say(&format!("{:>9.0} reads of 20 rows/s, {readers} readers", count as f64 / took));
    }
    db.close().await;
    if location == Location::Sqlite(folder.join("hocvuso.sqlite3")) {
        std::fs::remove_dir_all(folder)?;
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "an example that prints its figures")]
fn say(line: &str) {
    println!("{line}");
}

fn statement(person: &str, seq: i64, id: &str) -> Vec<Value> {
    params![
        person,
        seq,
        id,
        1_772_600_000_000_i64,
        1_772_600_000_100_i64,
        "completed",
        "practices/vneid/guided",
        "VN-HN-00001",
        JSON
    ]
}

/// What one act writes: the statement, its id, a total that many share.
fn act(person: &str, seq: i64) -> Batch {
    let id = format!("{person}-{seq:08}");
    Batch::new()
        .insert_many("statements", &COLUMNS, "", [statement(person, seq, &id)])
        .expect_one(
            "INSERT INTO statement_ids (id, person, seq) VALUES (?1, ?2, ?3)",
            params![&id, person, seq],
        )
        .expect_one(
            "INSERT INTO totals (unit, grp, indicator, count) VALUES ('VN-HN-00001', 'residents', 'acts', 1)
             ON CONFLICT (grp, unit, indicator) DO UPDATE SET count = totals.count + excluded.count",
            vec![],
        )
}

async fn durable_writes(db: &Db, writers: usize) -> (i64, f64) {
    let start = Instant::now();
    let tasks: Vec<_> = (0..writers)
        .map(|writer| {
            let db = db.clone();
            tokio::spawn(async move {
                let person = format!("0190a1b2-c3d4-{writers}-{writer}");
                let mut seq = 0;
                while start.elapsed() < FOR && db.write(act(&person, seq)).await.is_ok() {
                    seq += 1;
                }
                seq
            })
        })
        .collect();
    let mut count = 0;
    for task in tasks {
        count += task.await.unwrap_or_default();
    }
    (count, start.elapsed().as_secs_f64())
}

async fn bulk(db: &Db) -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    for part in 0..25_i64 {
        let rows: Vec<_> = (0..10_000_i64)
            .map(|at| {
                let person = format!("0190a1b2-c3d4-7e5f-8a9b-{:012}", (part * 10_000 + at) / 12);
                statement(&person, at % 12 + part * 12, &format!("{person}-{at:08}"))
            })
            .collect();
        db.write(Batch::new().insert_many("statements", &COLUMNS, "", rows)).await?;
    }
    let took = start.elapsed().as_secs_f64();
    say(&format!("{:>9.0} rows/s bulk, statements in batches of 10,000", 250_000.0 / took));
    Ok(())
}

async fn reads(db: &Db, readers: usize) -> (i64, f64) {
    let start = Instant::now();
    let tasks: Vec<_> = (0..readers)
        .map(|reader| {
            let db = db.clone();
            tokio::spawn(async move {
                let sql = "SELECT person, seq, id, at, verb, unit FROM statements WHERE person >= ?1 ORDER BY person, seq LIMIT 20";
                let mut count = 0_i64;
                while start.elapsed() < FOR {
                    let person = format!("0190a1b2-c3d4-7e5f-8a9b-{:012}", (count * 97 + reader as i64) % 20_000);
                    if db.rows(sql, params![person]).await.is_ok() {
                        count += 1;
                    }
                    // A read on SQLite never waits, so a loop of reads must let others in.
                    tokio::task::yield_now().await;
                }
                count
            })
        })
        .collect();
    let mut count = 0;
    for task in tasks {
        count += task.await.unwrap_or_default();
    }
    (count, start.elapsed().as_secs_f64())
}
