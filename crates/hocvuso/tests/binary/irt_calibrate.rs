//! `hocvuso irt calibrate` on plain files.

use std::fmt::Write as _;

use crate::program::{Folder, Ran};

/// LSAT section 6: persons by pattern, from 00000 to 11111 (Bock & Lieberman 1970).
const LSAT6: [usize; 32] = [
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11,
    61, 28, 298,
];

fn lsat6(header: &str, label: &str) -> String {
    let mut text = format!("{header}\n");
    for (pattern, times) in LSAT6.iter().enumerate() {
        let fields: Vec<String> =
            (0..5).map(|item| u8::from(pattern & (16 >> item) > 0).to_string()).collect();
        for _ in 0..*times {
            writeln!(text, "{label}{}", fields.join(",")).unwrap();
        }
    }
    text
}

fn calibrate(model: &str, answers: &str) -> Ran {
    let folder = Folder::new();
    std::fs::write(folder.file("answers.csv"), answers).unwrap();
    let ran = folder.run(&["irt", "calibrate", "--model", model, "answers.csv"]);
    assert!(!folder.file("data").exists(), "it opens no database");
    ran
}

fn table(ran: &Ran) -> Vec<Vec<String>> {
    ran.out.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn lsat6_comes_out_as_in_the_literature() {
    let ran = calibrate("2pl", &lsat6("q1,q2,q3,q4,q5", "")).well();
    let rows = table(&ran);
    assert_eq!(rows[0], ["item", "a", "b", "c", "se_a", "se_b"]);
    let first: Vec<f64> = rows[1].iter().skip(1).map(|field| field.parse().unwrap()).collect();
    assert_eq!(rows[1][0], "q1");
    assert!(
        (first[0] - 0.825).abs() < 0.005 && (first[1] + 3.361).abs() < 0.02 && first[2] == 0.0,
        "{first:?}"
    );
    assert!((first[3] - 0.258).abs() < 0.03, "{first:?}");
    let value = ran.err.lines().find_map(|line| line.strip_prefix("log-likelihood ")).unwrap();
    assert!((value.parse::<f64>().unwrap() + 2466.65).abs() < 0.01, "{value}");
}

#[test]
fn a_column_of_persons_is_passed_over_and_every_model_has_its_columns() {
    let plain = calibrate("1pl", &lsat6("q1,q2,q3,q4,q5", "")).well();
    let labelled = calibrate("1pl", &lsat6("person,q1,q2,q3,q4,q5", "An,")).well();
    assert_eq!(plain.out, labelled.out);
    let slopes: Vec<_> = table(&plain).iter().skip(1).map(|row| row[1].clone()).collect();
    assert!(slopes.iter().all(|slope| slope == &slopes[0]), "one slope for all: {slopes:?}");
    let guessed = calibrate("3pl", &lsat6("q1,q2,q3,q4,q5", "")).well();
    assert!(
        table(&guessed).iter().skip(1).all(|row| row[3].parse::<f64>().unwrap() > 0.0),
        "{}",
        guessed.out
    );
    let graded = "x,y,z\n0,1,1\n1,2,0\n2,2,1\n1,1,0\n0,0,0\n2,1,1\n".repeat(40).replace("\nx,y,z", "");
    let graded = calibrate("grm", &graded).well();
    assert!(graded.out.starts_with("item,a,b1,b2,se_a,se_b1,se_b2\n"), "{}", graded.out);
    assert!(table(&graded)[3][3].is_empty(), "z has one threshold: {}", graded.out);
}

#[test]
fn what_cannot_be_estimated_is_left_empty_and_named() {
    let plain = lsat6("q1,q2,q3,q4,q5,always", "");
    let answers = plain.lines().enumerate().map(|(place, line)| match place {
        0 => line.to_owned(),
        _ => format!("{line},1"),
    });
    let ran = calibrate("2pl", &answers.collect::<Vec<_>>().join("\n")).well();
    assert!(ran.out.contains("\nalways,,,,,\n"), "{}", ran.out);
    assert!(ran.err.contains("item always is not estimated: everybody has score 1"), "{}", ran.err);
}

#[test]
fn a_fault_is_told_with_file_and_line_and_what_to_do() {
    calibrate("2pl", "q1,q2\n1,0\n1,x\n").refused(&["answers.csv:3", "q2", "\"x\"", "write 1 for right"]);
    calibrate("2pl", "q1,q2\n1,2\n").refused(&["answers.csv:2", "\"2\""]);
    calibrate("grm", "q1,q2\n1,16\n").refused(&["answers.csv:2", "from 0 to 15"]);
    calibrate("2pl", "q1,q2\n1\n").refused(&["answers.csv", "line 2 has 1 fields"]);
    calibrate("2pl", "q1,q1\n1,0\n").refused(&["answers.csv:1", "twice"]);
    calibrate("2pl", "q1,\n1,0\n").refused(&["answers.csv:1", "no id"]);
    calibrate("2pl", "q1,q2\n").refused(&["answers.csv:1", "nobody"]);
    calibrate("2pl", "").refused(&["answers.csv:1", "no items"]);
    Folder::new().run(&["irt", "calibrate", "none.csv"]).refused(&["none.csv", "read"]);
}
