//! Goal: frameworks are data that others can rely on: their codes stay, their crosswalk holds, what a sheet says comes in whole or
//! not at all, and coverage counts what there is.

use domain::content::{
    Code, Coverage, Curriculum, Fault, Finding, Framework, LessonCard, SheetRow, Source, load, read_sheet,
    write_framework,
};
use domain::ids::{FrameworkId, SkillId};
use domain::text::Lang;

use crate::shelf;

fn framework(id: &str) -> &'static Framework {
    shelf::curriculum().framework(&FrameworkId::parse(id).unwrap()).unwrap()
}

#[test]
fn the_counts_of_the_frameworks_are_those_of_their_publishers() {
    for (id, domains, competences, stages, levels) in
        [("tt-02", 6, 24, 4, 8), ("digcomp-2-2", 5, 21, 4, 8), ("qd-757", 0, 0, 0, 0)]
    {
        let it = framework(id);
        let counts = (it.domains.len(), it.competences().count(), it.stages.len(), it.levels().count());
        assert_eq!(counts, (domains, competences, stages, levels), "{id}");
    }
    let levels: Vec<&str> = framework("tt-02").levels().map(|level| level.code.as_str()).collect();
    assert_eq!(levels, ["CB1", "CB2", "TC1", "TC2", "NC1", "NC2", "CS1", "CS2"]);
    assert_eq!(framework("qd-757").groups.len(), 4);
    assert!(framework("qd-757").is_empty());
}

#[test]
fn the_crosswalk_is_code_for_code_and_domain_six_is_the_vietnamese_addition() {
    let other = framework("digcomp-2-2");
    let mut same = Vec::new();
    for domain in &framework("tt-02").domains {
        for competence in &domain.competences {
            let places: Vec<_> = competence.same_as.iter().collect();
            if domain.code.as_str() == "6" {
                assert!(places.is_empty());
                continue;
            }
            assert_eq!(places.len(), 1);
            assert_eq!((&places[0].framework, &places[0].code), (&other.id, &competence.code));
            let there = other.competence(&competence.code).unwrap();
            assert_eq!(there.title.get(Lang::Vi), competence.title.get(Lang::Vi));
            same.push(&competence.code);
        }
    }
    assert_eq!(same, other.competences().map(|competence| &competence.code).collect::<Vec<_>>());
}

/// Codes that were released and what they mean. A line may be added, never changed.
const RELEASED: [(&str, &str, &str); 24] = [
    ("tt-02", "1.1", "Duyệt, tìm kiếm và lọc dữ liệu, thông tin và nội dung số"),
    ("tt-02", "1.2", "Đánh giá dữ liệu, thông tin và nội dung số"),
    ("tt-02", "1.3", "Quản lý dữ liệu, thông tin và nội dung số"),
    ("tt-02", "2.1", "Tương tác thông qua công nghệ số"),
    ("tt-02", "2.2", "Chia sẻ thông tin và nội dung thông qua công nghệ số"),
    ("tt-02", "2.3", "Sử dụng công nghệ số để thực hiện trách nhiệm công dân"),
    ("tt-02", "2.4", "Hợp tác thông qua công nghệ số"),
    ("tt-02", "2.5", "Thực hiện quy tắc ứng xử trên mạng"),
    ("tt-02", "2.6", "Quản lý danh tính số"),
    ("tt-02", "3.1", "Phát triển nội dung số"),
    ("tt-02", "3.2", "Tích hợp và tạo lập lại nội dung số"),
    ("tt-02", "3.3", "Thực thi bản quyền và giấy phép"),
    ("tt-02", "3.4", "Lập trình"),
    ("tt-02", "4.1", "Bảo vệ thiết bị"),
    ("tt-02", "4.2", "Bảo vệ dữ liệu cá nhân và quyền riêng tư"),
    ("tt-02", "4.3", "Bảo vệ sức khỏe và an sinh số"),
    ("tt-02", "4.4", "Bảo vệ môi trường"),
    ("tt-02", "5.1", "Giải quyết các vấn đề kỹ thuật"),
    ("tt-02", "5.2", "Xác định nhu cầu và giải pháp công nghệ"),
    ("tt-02", "5.3", "Sử dụng sáng tạo công nghệ số"),
    ("tt-02", "5.4", "Xác định các vấn đề cần cải thiện về năng lực số"),
    ("tt-02", "6.1", "Hiểu biết về trí tuệ nhân tạo"),
    ("tt-02", "6.2", "Sử dụng trí tuệ nhân tạo"),
    ("tt-02", "6.3", "Đánh giá trí tuệ nhân tạo"),
];

#[test]
fn a_released_code_never_changes_its_meaning() {
    for (id, code, title) in RELEASED {
        let competence = framework(id).competence(&Code::parse(code).unwrap()).unwrap();
        assert_eq!(competence.title.get(Lang::Vi), title, "{id} {code}");
    }
}

#[test]
fn every_skill_answers_to_one_to_four_competences() {
    let curriculum = shelf::curriculum();
    for skill in &curriculum.syllabus.skills {
        let places = &curriculum.places[&skill.id];
        assert!((1..=4).contains(&places.len()), "{}", skill.id);
    }
}

#[test]
fn a_framework_reads_back_as_it_was_written() {
    for framework in &shelf::curriculum().frameworks {
        let mut source = shelf::source();
        source.own_frameworks.insert("own.txt".into(), write_framework(framework));
        let (curriculum, findings) = load(&source, &shelf::icons());
        assert_eq!(findings, []);
        assert_eq!(curriculum.framework(&framework.id), Some(framework));
        assert_eq!(curriculum.frameworks.len(), shelf::curriculum().frameworks.len());
    }
}

const SMALL: &str = "\
framework tt-02
  title Small
  version 1
  note Ours
  stage A
    title A
    level A1
      title A1
  domain 1
    title One
    competence 1.1
      title Seek
      same-as other 9
      groups king
    competence 1.1
      title Seek again
framework other
  title Other
  version 1
  note Ours
  domain 1
    title Một
    competence 9,9
      title Nine
";

#[test]
fn faults_of_frameworks_are_told_with_their_line() {
    let mut source = Source::default();
    source.texts.insert("frameworks/small.txt".into(), SMALL.into());
    let skills = "skill a\n  title A\n  short A\n  can A\n  icon phone\n  competence tt-02 1.1\n  competence tt-02 7 A1\n  \
                  competence tt-02 1.1 B\n  competence none 1 A1\n  competence x\nskill b\n  title B\n  short B\n  can B\n  icon phone\n";
    source.texts.insert("skills.txt".into(), skills.into());
    let unknown = |kind, name: &str| Fault::Unknown { kind, name: name.into() };
    let expect = [
        ("frameworks/small.txt", 13, unknown("competence", "other 9")),
        ("frameworks/small.txt", 14, unknown("group", "king")),
        ("frameworks/small.txt", 15, Fault::Duplicate { kind: "competence", name: "1.1".into() }),
        ("frameworks/small.txt", 22, Fault::NotTranslated { text: "Một".into() }),
        ("frameworks/small.txt", 23, Fault::BadCode { code: "9,9".into() }),
        ("skills.txt", 6, Fault::LevelDoesNotFit { framework: "tt-02".into() }),
        ("skills.txt", 7, unknown("competence", "tt-02 7")),
        ("skills.txt", 8, Fault::Duplicate { kind: "competence", name: "tt-02 1.1".into() }),
        ("skills.txt", 9, unknown("framework", "none")),
        (
            "skills.txt",
            10,
            Fault::BadValue {
                word: "competence".into(),
                value: "x".into(),
                allowed: "a framework, a competence and a level, such as tt-02 1.1 CB1",
            },
        ),
        ("skills.txt", 11, Fault::Missing { word: "competence" }),
    ];
    let expect = expect.map(|(file, line, fault)| Finding { file: file.into(), line, fault });
    assert_eq!(load(&source, &shelf::icons()).1, expect);
}

#[test]
fn a_framework_in_place_of_another_keeps_its_codes() {
    let mut source = shelf::source();
    let text = write_framework(framework("digcomp-2-2")).replace("competence 5.4", "competence 5.5");
    source.own_frameworks.insert("own.txt".into(), text);
    let (_, findings) = load(&source, &shelf::icons());
    let gone = Finding { file: "own.txt".into(), line: 1, fault: Fault::CodeGone { code: "5.4".into() } };
    assert!(findings.contains(&gone), "{findings:?}");
}

fn sheet(text: &str) -> (Framework, Vec<Finding>) {
    let row =
        |(line, text): (u32, &str)| SheetRow { line, cells: text.split(',').map(str::to_owned).collect() };
    let rows: Vec<SheetRow> = (1..).zip(text.lines()).map(row).collect();
    read_sheet("a.csv", &rows, framework("qd-757"), shelf::curriculum())
}

const HEAD: &str = "block,block_vi,block_en,code,vi,en,groups,same_as\n";

#[test]
fn a_sheet_fills_the_empty_slot() {
    let text = format!(
        "{HEAD}K1,Khối một,Block one,K1.1,Việc  a,Task a,resident pupil,tt-02:1.1\n\
         K2,Khối hai,Block two,K2.1,Việc b,Task b,,\nK1,Khối một,Block one,K1.2,Việc c,Task c,,\n"
    );
    let (filled, findings) = sheet(&text);
    assert_eq!(findings, []);
    let codes: Vec<&str> = filled.competences().map(|competence| competence.code.as_str()).collect();
    assert_eq!(codes, ["K1.1", "K1.2", "K2.1"]);
    let mut source = shelf::source();
    source.own_frameworks.insert("own.txt".into(), write_framework(&filled));
    let (curriculum, findings) = load(&source, &shelf::icons());
    assert_eq!(findings, []);
    assert_eq!(curriculum.framework(&filled.id), Some(&filled));
}

#[test]
fn faults_of_a_sheet_are_told_with_their_line() {
    let fault = |line, fault| Finding { file: "a.csv".into(), line, fault };
    let good = "K1,Khối một,Block one,K1.1,Việc a,Task a,,\n";
    for (text, expect) in [
        ("block,block_vi,block_en,code,vi\n".to_owned(), vec![fault(1, Fault::NoColumn { column: "en" })]),
        (HEAD.to_owned(), vec![fault(1, Fault::EmptyCell { column: "code" })]),
        (format!("{HEAD}{good}K1,Khối\n"), vec![fault(3, Fault::CellsDiffer { found: 2, columns: 8 })]),
        (
            format!("{HEAD}{good}{good}"),
            vec![fault(3, Fault::Duplicate { kind: "competence", name: "K1.1".into() })],
        ),
        (
            format!("{HEAD}{good}K1,Khối khác,Block one,K1.2,Việc b,Task b,,\n"),
            vec![fault(3, Fault::TitlesDiffer { code: "K1".into() })],
        ),
        (format!("{HEAD}K1,Khối,Block,K 1,Việc,,,\n"), vec![fault(2, Fault::EmptyCell { column: "en" })]),
        (
            format!("{HEAD}K1,Khối,Block,K 1,Việc,Task,,\n"),
            vec![fault(2, Fault::BadCode { code: "K 1".into() })],
        ),
        (
            format!("{HEAD}K1,Khối,Block,K1.1,Việc,Task,king,tt-02:9.9\n"),
            vec![
                fault(2, Fault::Unknown { kind: "group", name: "king".into() }),
                fault(2, Fault::Unknown { kind: "competence", name: "tt-02:9.9".into() }),
            ],
        ),
    ] {
        assert_eq!(sheet(&text).1, expect, "{text}");
    }
}

#[test]
fn coverage_counts_what_there_is_and_marks_what_is_missing() {
    let mut curriculum = shelf::curriculum().clone();
    let tt_02 = |curriculum: &Curriculum| Coverage::of(curriculum, framework("tt-02"));
    let whole = tt_02(&curriculum);
    assert_eq!(whole.with_lesson(0), (24, 24));
    assert_eq!(
        whole.with_gap(0),
        0,
        "every competence has lessons, practices and questions at the basic level"
    );
    let line = |coverage: &Coverage, code: &str| {
        coverage.lines().find(|line| line.code.as_str() == code).cloned().unwrap()
    };
    // The same through the crosswalk: DigComp has all but the three of domain six.
    let other = Coverage::of(&curriculum, framework("digcomp-2-2"));
    assert_eq!(other.with_lesson(0), (21, 21));
    for other in other.lines() {
        assert_eq!(other.levels, line(&whole, other.code.as_str()).levels);
    }
    // Without the one skill that teaches it, a competence is empty; without its lesson alone it has a gap.
    let automate = SkillId::parse("automate").unwrap();
    let of_it = |lesson: &LessonCard| lesson.skill == automate;
    let mut without_lessons = curriculum.clone();
    without_lessons.syllabus.courses.iter_mut().for_each(|course| course.lessons.retain(|card| !of_it(card)));
    let counted = tt_02(&without_lessons);
    let gap = counted.in_stage(&line(&counted, "3.4"), 0);
    assert!(gap.lessons == 0 && gap.items > 0 && gap.has_gap());
    curriculum.places.remove(&automate);
    let counted = tt_02(&curriculum);
    assert!(counted.in_stage(&line(&counted, "3.4"), 0).is_empty());
    assert!(Coverage::of(&curriculum, framework("qd-757")).domains.is_empty());
}
