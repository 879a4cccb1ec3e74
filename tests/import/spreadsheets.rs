//! What spreadsheets and people make of numbers, dates and quotations, and what is imported twice.

use sumber::draft::{Dossier, Options};
use sumber::facts::problem::Severity;

use crate::program::{folder, run};
use crate::{after, bare, facts, imported, options, told};

const HEAD: &str = "claim;topics;kind;speakers;speakers_kind;speakers_en;speakers_id;said;said_basis;text_en;text_id;\
    source;role;type;title;publisher;family;language;figures;figures_best;figures_qualifier;quotes;quotes_lang;\
    quotes_source\n";

/// A row with a day, a number of minutes and a quotation, each of which may be empty.
fn row(id: &str, said: &str, number: &str, quote: &str) -> String {
    let filled = |text: &str, more: &str| {
        if text.is_empty() {
            String::new()
        } else {
            more.to_owned()
        }
    };
    let (measure, exact) = (filled(number, "minutes"), filled(number, "exact"));
    let (lang, source) = (filled(quote, "en"), filled(quote, "gazette"));
    let quote = format!("\"{}\"", quote.replace('"', "\"\""));
    format!(
        "{id};clock;asserts;ina;person;Ina;Ina;{said};stated;It runs {id}.;Jalan {id}.;gazette;origin;webpage;Title;\
         Gazette;gazette;en;{measure};{number};{exact};{quote};{lang};{source}\n"
    )
}

fn table(rows: &[String]) -> String {
    format!("{HEAD}{}", rows.concat())
}

/// The minutes that each claim gives after an import without problems.
fn minutes(numbers: &[&str]) -> Vec<String> {
    let rows = numbers.iter().enumerate();
    let rows: Vec<String> = rows
        .map(|(at, number)| row(&format!("c-{at}"), "2024-05-02", number, ""))
        .collect();
    let outcome = imported(&bare(), "claims.csv", table(&rows).as_bytes(), &options());
    assert_eq!(told(&outcome), "", "{numbers:?}");
    let made = facts(&after(&bare(), &outcome));
    let figures = made.claims.iter().map(|claim| &claim.figures[0]);
    figures.map(|one| one.best.unwrap().to_string()).collect()
}

#[test]
fn a_number_with_three_digits_behind_a_sign_is_never_guessed() {
    for (number, says, help) in [
        (
            "1.200",
            "“1.200” is 1200 or 1.2",
            "write 1200 if thousands are set apart in it, else 1.2.",
        ),
        (
            "1,125",
            "“1,125” is 1125 or 1.1250",
            "write 1125 if thousands are set apart in it, else 1.1250.",
        ),
    ] {
        let text = table(&[row("a", "2024-05-02", number, "")]);
        let outcome = imported(&bare(), "claims.csv", text.as_bytes(), &options());
        let [problem] = &outcome.problems[..] else {
            panic!("one problem: {}", told(&outcome))
        };
        assert_eq!((problem.what.as_str(), problem.help.as_str()), (says, help));
        assert_eq!(problem.record, "row 2, column `figures_best`");
        assert!(outcome.written.iter().all(|(kind, _)| *kind != "claim"));
    }
    // Cells that contradict each other settle nothing.
    let numbers = ["1.200", "2,5", "3.5"];
    let rows = numbers.map(|number| row(&format!("c-{}", number.len()), "2024-05-02", number, ""));
    let outcome = imported(
        &bare(),
        "claims.csv",
        table(&rows[..1]).as_bytes(),
        &options(),
    );
    assert!(told(&outcome).contains("“1.200” is 1200 or 1.2"));
}

#[test]
fn other_numbers_of_the_table_settle_it() {
    assert_eq!(minutes(&["2,5"]), ["2.5"]);
    assert_eq!(minutes(&["1.200", "2,5"]), ["1200", "2.5"]);
    assert_eq!(minutes(&["1.200", "1.200.000"]), ["1200", "1200000"]);
    assert_eq!(minutes(&["1.200", "2.5"]), ["1.2", "2.5"]);
    assert_eq!(minutes(&["1,200", "2.5"]), ["1200", "2.5"]);
}

#[test]
fn rows_have_the_numbers_of_a_spreadsheet_whatever_ends_them() {
    let rows = [
        row("a", "2024-05-02", "", ""),
        "\n".to_owned(),
        row("b", "2024-05-02", "many", ""),
        row("c", "2024-05-02", "", "")
            .replace("It runs", "\"It\nruns")
            .replace("c.;Jalan", "c.\";Jalan"),
        row("d", "2024-05-02", "few", ""),
    ];
    for end in ["\n", "\r\n", "\r"] {
        let text = table(&rows).replace('\n', end);
        let outcome = imported(&bare(), "claims.csv", text.as_bytes(), &options());
        let places: Vec<&str> = outcome
            .problems
            .iter()
            .map(|one| one.record.as_str())
            .collect();
        let column = |row: usize| format!("row {row}, column `figures_best`");
        assert_eq!(places, [column(4), column(6)], "{end:?}");
    }
}

#[test]
fn dates_of_which_the_order_is_unknown_are_told_once() {
    let rows = ["03/04/2024", "05/06/2024", "07/08/2024", "2024-05-02"];
    let rows = rows.map(|said| row(&format!("c-{}", &said[..2]), said, "", ""));
    let outcome = imported(&bare(), "claims.csv", table(&rows).as_bytes(), &options());
    let [problem] = &outcome.problems[..] else {
        panic!("one problem: {}", told(&outcome))
    };
    assert_eq!(
        problem.what,
        "“03/04/2024” is 2024-04-03 or 2024-03-04, and 2 more dates of this table can be read in two ways"
    );
    assert!(
        problem.help.contains("--dates day-first"),
        "{}",
        problem.help
    );
    assert_eq!(problem.record, "row 2, column `said`");
    assert!(outcome.written.contains(&("claim", 1)));
}

/// The days on which the claims were said, after an import without problems.
fn days(said: &[&str], options: &Options) -> Vec<String> {
    let rows = said.iter().enumerate();
    let rows: Vec<String> = rows
        .map(|(at, said)| row(&format!("c-{at}"), said, "", ""))
        .collect();
    let outcome = imported(&bare(), "claims.csv", table(&rows).as_bytes(), options);
    assert_eq!(told(&outcome), "", "{said:?}");
    let made = facts(&after(&bare(), &outcome));
    let ids = (0..said.len()).map(|at| format!("c-{at}"));
    let claims = ids.map(|id| made.claim(&id).unwrap().said.when.to_string());
    claims.collect()
}

#[test]
fn a_day_over_twelve_settles_its_column() {
    assert_eq!(
        days(&["03/04/2024", "18/10/2024"], &options()),
        ["2024-04-03", "2024-10-18"]
    );
    assert_eq!(
        days(&["03/04/2024", "10/18/2024"], &options()),
        ["2024-03-04", "2024-10-18"]
    );
}

#[test]
fn months_may_have_their_names() {
    let said = [
        "3 April 2024",
        "14 Maret 2024",
        "20-Apr-24",
        "1er août 2024",
        "April 5, 2024",
        "Mei 2024",
    ];
    let read = [
        "2024-04-03",
        "2024-03-14",
        "2024-04-20",
        "2024-08-01",
        "2024-04-05",
        "2024-05",
    ];
    assert_eq!(days(&said, &options()), read);
}

#[test]
fn a_quotation_has_one_pair_of_marks() {
    let text = table(&[
        row("a", "2024-05-02", "", "“It runs”"),
        row("b", "2024-05-02", "", "\"It runs\""),
        row("c", "2024-05-02", "", "It “runs”"),
    ]);
    let outcome = imported(&bare(), "claims.csv", text.as_bytes(), &options());
    assert_eq!(outcome.problems.len(), 2, "{}", told(&outcome));
    assert!(
        outcome
            .problems
            .iter()
            .all(|one| one.severity == Severity::Warning)
    );
    let made = facts(&after(&bare(), &outcome));
    let words: Vec<&str> = made
        .claims
        .iter()
        .map(|claim| &*claim.quotes[0].words)
        .collect();
    assert_eq!(words, ["It runs", "It runs", "It “runs”"]);
}

#[test]
fn sources_are_there_already_whatever_their_keys() {
    let bib = "@article{moll_clock_2024,\n title = {The {Clock}},\n journal = {Gazette},\n date = {2024-05-02},\n \
        langid = {en},\n}\n@book{klein_time,\n title = {Time},\n publisher = {Klein},\n year = {2020},\n langid = {en},\n}\n";
    let first = imported(&bare(), "sources.bib", bib.as_bytes(), &options());
    assert_eq!(first.written, [("source", 2)]);
    let there = Dossier::read(after(&bare(), &first), Some("facts/".to_owned())).unwrap();
    let again = imported(&there, "sources.bib", bib.as_bytes(), &options());
    assert_eq!(
        (again.edits.len(), again.unchanged),
        (0, 2),
        "{}",
        told(&again)
    );
    // Another article of the same key is another source.
    let other = bib.replace("The {Clock}", "Another");
    let more = imported(&there, "sources.bib", other.as_bytes(), &options());
    assert_eq!(more.written, [("source", 1)]);
}

#[test]
fn an_address_in_howpublished_is_an_address() {
    let bib = "@misc{town,\n title = {Town},\n howpublished = {\\url{https://example.org/town}},\n organization = {Town},\n \
        langid = {en},\n}\n";
    let outcome = imported(&bare(), "sources.bib", bib.as_bytes(), &options());
    let made = facts(&after(&bare(), &outcome));
    assert_eq!(
        made.sources[0].url.as_deref(),
        Some("https://example.org/town")
    );
    assert_eq!(made.sources[0].publisher, "Town");
    let alone = bib.replace(" organization = {Town},\n", "");
    let outcome = imported(&bare(), "sources.bib", alone.as_bytes(), &options());
    assert!(
        told(&outcome).contains("the item has no publisher"),
        "{}",
        told(&outcome)
    );
}

#[test]
fn a_workbook_is_to_be_saved_as_csv() {
    let around = folder("workbook");
    let book = around.join("claims.xlsx");
    std::fs::write(&book, b"PK\x03\x04rest").unwrap();
    let facts = around.join("facts");
    std::fs::create_dir(&facts).unwrap();
    std::fs::write(facts.join("dossier.toml"), crate::BARE).unwrap();
    let book = book.display().to_string();
    let said = run(
        &["import", &book, "--into", &facts.display().to_string()],
        2,
    );
    assert!(said.contains("save it as CSV there"), "{said}");
    assert_eq!(said.matches("is a workbook").count(), 1, "{said}");
}
