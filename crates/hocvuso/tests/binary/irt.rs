//! `hocvuso irt score`, `next` and `simulate` on plain files.

use crate::program::{Folder, Ran};

const BANK: &str = "id,a,b,c\nq1,1.0,0.0,0\nq2,1.2,-1.0,0\nq3,1.2,1.5,0\nq4,0.8,0.4,0.2\n";

/// Runs a command in a folder with these files.
fn irt(args: &[&str], files: &[(&str, &str)]) -> Ran {
    let folder = Folder::new();
    for (name, text) in files {
        std::fs::write(folder.file(name), text).unwrap();
    }
    let ran = folder.run(&[["irt"].as_slice(), args].concat());
    assert!(!folder.file("data").exists(), "it opens no database");
    ran
}

fn score(bank: &str, answers: &str) -> Ran {
    irt(
        &["score", "--bank", "bank.csv", "--answers", "answers.csv"],
        &[("bank.csv", bank), ("answers.csv", answers)],
    )
}

fn next(bank: &str, given: &str) -> Ran {
    irt(&["next", "--bank", "bank.csv", "--given", "given.csv"], &[("bank.csv", bank), ("given.csv", given)])
}

/// The mean and the standard deviation of the posterior on 81 points, every factor from the formula.
fn by_hand(answers: &[(f64, f64, f64, bool)]) -> (f64, f64) {
    let points = (0..81).map(|k| f64::from(k) * 0.15 - 6.0);
    let weighed: Vec<(f64, f64)> = points
        .map(|theta| {
            let prior = (-theta * theta / 2.0).exp();
            let weight = answers.iter().fold(prior, |weight, (a, b, c, right)| {
                let chance = c + (1.0 - c) / (1.0 + (-a * (theta - b)).exp());
                weight * if *right { chance } else { 1.0 - chance }
            });
            (theta, weight)
        })
        .collect();
    let sum = |value: &dyn Fn(f64) -> f64| {
        weighed.iter().map(|(theta, weight)| value(*theta) * weight).sum::<f64>()
    };
    let mean = sum(&|theta| theta) / sum(&|_| 1.0);
    (mean, (sum(&|theta| (theta - mean).powi(2)) / sum(&|_| 1.0)).sqrt())
}

fn rows(ran: &Ran) -> Vec<(String, f64, f64)> {
    let mut lines = ran.out.lines();
    assert_eq!(lines.next(), Some("person,theta,se"));
    let row = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        (fields[0].to_owned(), fields[1].parse().unwrap(), fields[2].parse().unwrap())
    };
    lines.map(row).collect()
}

#[test]
fn abilities_are_those_of_the_formula() {
    let scored = rows(&score(BANK, "q4,q1,q2\n1,0,1\n,,\n0,1,\n").well());
    let expected = [
        by_hand(&[(0.8, 0.4, 0.2, true), (1.0, 0.0, 0.0, false), (1.2, -1.0, 0.0, true)]),
        by_hand(&[]),
        by_hand(&[(0.8, 0.4, 0.2, false), (1.0, 0.0, 0.0, true)]),
    ];
    for ((place, (person, theta, se)), (mean, deviation)) in (1..).zip(&scored).zip(expected) {
        assert_eq!(person, &place.to_string());
        assert!((theta - mean).abs() < 1e-7 && (se - deviation).abs() < 1e-7, "{scored:?}");
    }
    assert_eq!(scored.len(), 3);
}

#[test]
fn files_from_spreadsheets_are_read() {
    let plain = score(BANK, "q1,q2\n1,0\n0,1\n").well();
    let bank = "\u{feff}name,C,B,A,ID\r\nx,0,0.0,1.0,q1\r\ny,,-1.0,1.2,q2\r\n";
    let other = score(bank, "\u{feff}q1, q2\r\n1, 0\r\n0,1\r\n\r\n").well();
    assert_eq!(plain.out, other.out);
    let named = score(BANK, "person,q1,q2\n\"An, of Hue\",1,0\nBinh,0,1\n").well();
    assert_eq!(named.out, plain.out.replace("\n1,", "\n\"An, of Hue\",").replace("\n2,", "\nBinh,"));
}

#[test]
fn what_calibrate_writes_score_reads() {
    let bank = "item,a,b,c,se_a,se_b\nq1,1.0,0.0,0,0.1,0.1\nq2,1.2,-1.0,0,0.1,0.1\n";
    assert_eq!(score(bank, "q1,q2\n1,0\n").well().out, score(BANK, "q1,q2\n1,0\n").well().out);
}

#[test]
fn the_next_item_is_the_most_informative_not_given() {
    // At 0 the informations are .25, 1.44 × .1809…, 1.44 × .1224…: q2 has .2604.
    let none = irt(&["next", "--bank", "bank.csv"], &[("bank.csv", BANK)]).well();
    assert_eq!(none.out.trim(), "q2");
    assert_eq!(next(BANK, "q1,q2,q3,q4\n,,,\n").well().out.trim(), "q2");
    assert_eq!(next(BANK, "q2\n1\n").well().out.trim(), "q1");
    assert_eq!(next(BANK, "q1,q2\n1,1\n").well().out.trim(), "q3");
    let twins = "id,a,b\nlate,1,0.5\nearly,1,-0.5\nmiddle,1,0\nother,1,0\n";
    assert_eq!(next(twins, "middle\n\n").code, 1, "a row of nothing is no row");
    assert_eq!(next(twins, "early,late\n1,0\n").well().out.trim(), "middle", "of equal ones the earlier");
    let all = next(BANK, "q1,q2,q3,q4\n1,0,1,0\n");
    assert_eq!(all.code, 1);
    assert!(all.err.contains("none is left"), "{}", all.err);
}

#[test]
fn faults_are_told_with_file_line_and_remedy() {
    let answers = "q1\n1\n";
    for (bank, answers, place, words) in [
        ("id,a\nq1,1\n", answers, "bank.csv:1", "column b"),
        ("id,a,b,c\nq1,1,0,0\nq1,1,0,0\n", answers, "bank.csv:3", "twice"),
        ("id,a,b,c\nq1,1,zero,0\n", answers, "bank.csv:2", "zero"),
        ("id,a,b,c\nq1,-1,0,0\n", answers, "bank.csv:2", "slope"),
        ("id,a,b,c\nq1,1,NaN,0\n", answers, "bank.csv:2", "difficulty"),
        ("id,a,b,c\nq1,1,0,0.9\n", answers, "bank.csv:2", "guessing"),
        ("id,a,b,c\n,1,0,0\n", answers, "bank.csv:2", "id"),
        ("id,a,b,c\nq1,1,0\n", answers, "bank.csv", "line 2"),
        ("id,a,b,c\n", answers, "bank.csv:1", "no items"),
        (BANK, "q1,q9\n1,0\n", "answers.csv:1", "q9"),
        (BANK, "q1,q2\n1,0\n2,0\n", "answers.csv:3", "1 for right"),
        (BANK, "q1,q2\n1\n", "answers.csv", "line 2"),
        (BANK, "q1,q1\n1,1\n", "answers.csv:1", "twice"),
        (BANK, "q1\n", "answers.csv:1", "nobody"),
        (BANK, "", "answers.csv:1", "no items"),
    ] {
        let ran = score(bank, answers);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
        assert!(ran.err.contains(place) && ran.err.contains(words), "{place} {words}: {}", ran.err);
    }
    let rows = next(BANK, "q1\n1\n0\n");
    assert!(rows.err.contains("2 rows"), "{}", rows.err);
    let gone = irt(&["score", "--bank", "gone.csv", "--answers", "gone.csv"], &[]);
    assert!(gone.code == 1 && gone.err.contains("gone.csv"), "{}", gone.err);
    assert_eq!(irt(&["score", "--bank", "bank.csv"], &[]).code, 2);
}

/// A figure of a test in the JSON.
fn figure(json: &str, scenario: usize, key: &str) -> f64 {
    let scenario = json.split("\"name\"").nth(scenario + 1).unwrap();
    let value = scenario.split(&format!("\"{key}\": ")).nth(1).unwrap();
    value.split([',', '\n']).next().unwrap().parse().unwrap()
}

#[test]
fn the_simulation_reaches_the_figures_by_which_engines_are_compared() {
    let json = irt(&["simulate", "--people", "5000", "--json"], &[]).well().out;
    let at = |scenario, key| figure(&json, scenario, key);
    assert!(at(0, "rmse") <= 0.258, "{json}");
    assert!(at(1, "mean_length") <= 15.6, "{json}");
    assert!(at(2, "rmse") <= 0.27 && at(2, "exposure_max") <= 0.20, "{json}");
    assert!(at(2, "exposure_max_at_equal_ability") <= 0.36, "{json}");
    assert!(at(2, "overlap") <= 0.125 && at(2, "overlap_at_equal_ability") <= 0.20, "{json}");
    assert!(at(2, "bank_used") == 1.0 && at(2, "quota_violations") == 0.0, "{json}");
    assert!(at(3, "right_at_cut") >= 0.93 && at(3, "mean_length") <= 23.0, "{json}");
    for scenario in [0, 2] {
        assert!((0.97..=1.03).contains(&at(scenario, "se_over_rmse")), "{json}");
        assert!((0.94..=0.96).contains(&at(scenario, "coverage_95")), "{json}");
    }
}

#[test]
fn a_simulation_takes_the_bank_and_the_test_that_one_asks_for() {
    let mut bank = String::from("id,content,a,b,c\n");
    for k in 0..60 {
        bank += &format!("q{k},{},1.5,{},0.2\n", ["safe", "pay", "seek"][k % 3], (k % 20) as f64 / 5.0 - 2.0);
    }
    let args = [
        "simulate", "--bank", "bank.csv", "--people", "300", "--rule", "all", "--length", "12", "--seed", "4",
    ];
    let text = irt(&args, &[("bank.csv", &bank)]).well().out;
    assert!(
        text.contains("60 items (from a file), 300 persons") && text.contains("all rules, 12 items"),
        "{text}"
    );
    assert_eq!(text, irt(&args, &[("bank.csv", &bank)]).well().out, "the same again");
    let json = irt(
        &[args.as_slice(), &["--json", "--cut", "-0.5", "--least", "6"]].concat(),
        &[("bank.csv", &bank)],
    );
    let json = json.well().out;
    assert!(json.contains("all rules, 6-12 items, cut -0.5"), "{json}");
    assert_eq!(figure(&json, 0, "quota_violations"), 0.0);
    for wrong in [["--people", "0"], ["--se", "-1"], ["--cut", "nan"], ["--items", "1"], ["--model", "4pl"]] {
        assert_eq!(irt(&[["simulate"].as_slice(), &wrong].concat(), &[]).code, 2, "{wrong:?}");
    }
    assert_eq!(irt(&["simulate", "--least", "9", "--length", "5"], &[]).code, 1);
}
