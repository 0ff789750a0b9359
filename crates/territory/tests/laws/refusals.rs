//! Registers that cannot be used say which, where and why.

use crate::registers::id;
use territory::{
    LoadError, Problem, Register, Territory, read_aliases, read_populations, read_successions, read_units,
};

const HEADER: &str = "id,code,level,kind,name,parent,valid_from,valid_to\n";
const COUNTRY: &str = "VN,,country,,Việt Nam,,,\n";

fn units(rows: &str) -> String {
    format!("{HEADER}{COUNTRY}{rows}")
}

fn territory(unit_rows: &str, succession_rows: &str) -> Result<Territory, LoadError> {
    let successions = format!("pred,succ,kind,pop_share,area_share,note\n{succession_rows}");
    Territory::new(read_units(&units(unit_rows))?, read_successions(&successions)?, &[])
}

#[track_caller]
fn refuses_units(rows: &str, line: u64, says: &str) {
    let error = read_units(&units(rows)).unwrap_err();
    assert_eq!((error.file, error.line), (Register::Units, line));
    assert_eq!(error.to_string(), format!("units.csv, line {line}: {says}"));
}

#[track_caller]
fn refuses_together(unit_rows: &str, succession_rows: &str, file: Register, line: u64, says: &str) {
    let error = territory(unit_rows, succession_rows).unwrap_err();
    assert_eq!((error.file, error.line), (file, line));
    assert_eq!(error.problem.to_string(), says);
}

#[test]
fn a_field_that_cannot_be_read_is_named_with_its_line() {
    refuses_units(
        "A1,1,province,tỉnh,X,VN,,\n",
        3,
        "id: “A1”: “A1” is no unit id: VN, or a capital letter and 2, 3 or 5 digits, is one",
    );
    refuses_units("A01,02,province,tỉnh,X,VN,,\n", 3, "code: the id A01 tells another");
    refuses_units("A01,01,district,tỉnh,X,VN,,\n", 3, "level: the id A01 tells another");
    refuses_units(
        "A01,01,ward,tỉnh,X,VN,,\n",
        3,
        "level: “ward”: “ward” is no level: country, province, district and commune are",
    );
    refuses_units("A01,01,province,tỉnh,,VN,,\n", 3, "name: is empty");
    let error = read_units(&units("A01,01,province,tỉnh,X,VN,,2025-02-30\n")).unwrap_err();
    assert!(matches!(error.problem, Problem::Unreadable { column: "valid_to", .. }), "{error}");
}

#[test]
fn a_quoted_name_over_two_lines_does_not_shift_the_count() {
    refuses_units(
        "A01,01,province,tỉnh,\"X\nY\",VN,,\nA02,03,province,tỉnh,Z,VN,,\n",
        5,
        "code: the id A02 tells another",
    );
}

#[test]
fn a_torn_table_is_refused() {
    let error = read_units(&units("A01,01\n")).unwrap_err();
    assert!(matches!(error, LoadError { line: 3, problem: Problem::NotATable(_), .. }), "{error}");
    let error = read_units("id,code\n").unwrap_err();
    assert_eq!(error, LoadError { file: Register::Units, line: 1, problem: Problem::NoColumn("level") });
    assert_eq!(
        read_aliases("").unwrap_err().to_string(),
        "aliases.csv, line 1: the column “id” is missing from the header"
    );
}

#[test]
fn every_register_names_itself() {
    let successions = "pred,succ,kind,pop_share,area_share,note\nA01,B01,whole,1.5,1,same\n";
    let error = read_successions(successions).unwrap_err();
    assert!(error.to_string().starts_with("succession.csv, line 2: pop_share: “1.5”"), "{error}");
    for (row, column) in [
        ("B01,2025-13,nso_avg,1,s,a", "as_of"),
        ("B01,2025,guess,1,s,a", "measure"),
        ("B01,2025,nso_avg,-1,s,a", "population"),
        ("B01,2025,nso_avg,1,,a", "source"),
        ("B01,2025,nso_avg,1,s,z", "quality"),
    ] {
        let error =
            read_populations(&format!("id,as_of,measure,population,source,quality\n{row}\n")).unwrap_err();
        assert!(error.to_string().starts_with(&format!("population.csv, line 2: {column}: ")), "{error}");
    }
}

#[test]
fn units_must_fit_together() {
    let refuses = |rows: &str, line, says: &str| refuses_together(rows, "", Register::Units, line, says);
    refuses("A01,01,province,tỉnh,X,A02,,\n", 3, "parent: there is no unit A02");
    refuses("A01,01,province,tỉnh,X,,,\n", 3, "A01: every unit but the country has a parent");
    refuses("A01,01,province,tỉnh,X,VN,2025-07-01,2025-07-01\n", 3, "A01 ends before it begins");
    let unfit = "A01 cannot be the parent of A00001: not of a higher level, or not alive all the while";
    refuses("A01,01,province,tỉnh,X,VN,,2025-07-01\nA00001,00001,commune,xã,Y,A01,,\n", 4, unfit);
    refuses("A01,01,province,tỉnh,X,VN,2025-07-01,\nA00001,00001,commune,xã,Y,A01,,\n", 4, unfit);
    let rows = "B01,01,province,tỉnh,X,VN,2025-07-01,2026-01-02\nB01,01,province,tỉnh,Y,VN,2026-01-01,\n";
    refuses(rows, 4, "two rows of B01 hold on the same day");
}

const TWO: &str = "A01,01,province,tỉnh,X,VN,,2025-07-01\nB01,01,province,tỉnh,X,VN,2025-07-01,\nB02,02,province,tỉnh,Y,VN,2025-07-01,\n";

#[test]
fn successions_must_fit_the_units() {
    let refuses =
        |rows: &str, line, says: &str| refuses_together(TWO, rows, Register::Successions, line, says);
    refuses("A03,B01,whole,1,1,same\n", 2, "pred: there is no unit A03");
    refuses("A01,B03,whole,1,1,same\n", 2, "succ: there is no unit B03");
    refuses("B01,B02,whole,1,1,same\n", 2, "B02 cannot follow B01: it is not alive when B01 ends");
    refuses("A01,A01,whole,1,1,same\n", 2, "A01 cannot follow A01: it is not alive when A01 ends");
    refuses("A01,B01,part,,,part\nA01,B01,part,,,part\n", 3, "the succession of A01 is given twice");
    refuses("A01,,whole,1,1,same\n", 2, "A01: abolished, and only then, means without a successor");
    refuses("A01,B01,none,,,abolished\n", 2, "A01: abolished, and only then, means without a successor");
    refuses("A01,B01,whole,1,1,same\nA01,B02,part,0,,part\n", 2, "A01: a whole goes to one successor");
    let sums = "A01: the shares of its people do not add up to 1";
    refuses("A01,B01,part,0.6,,part\nA01,B02,part,0.6,,part\n", 2, sums);
    refuses("A01,B01,part,0.3,,part\nA01,B02,part,0.3,,part\n", 2, sums);
}

#[test]
fn an_alias_must_be_one_of_a_unit() {
    let aliases = read_aliases("id,alias,source\nVN,Viet Nam,x\nA01,Y,x\n").unwrap();
    let error = Territory::new(read_units(&units("")).unwrap(), Vec::new(), &aliases).unwrap_err();
    assert_eq!((error.file, error.line), (Register::Aliases, 3));
    assert_eq!(error.problem, Problem::UnknownUnit { column: "id", id: id("A01") });
}

#[test]
fn rows_may_stand_in_any_order_and_columns_too() {
    let rows = "name,id,code,kind,level,parent,valid_to,valid_from,remark\nX,A01,01,tỉnh,province,VN,,,!\nViệt Nam,VN,,,country,,,,\n";
    let territory = Territory::new(read_units(rows).unwrap(), Vec::new(), &[]).unwrap();
    assert_eq!(territory.path_label(id("A01"), crate::registers::AFTER).unwrap(), "Tỉnh X");
}
