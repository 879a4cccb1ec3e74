//! Tables as LibreOffice, Excel and our own export write them become the same dossier.

use sumber::draft::{Dossier, Options};
use sumber::export::{csv, document};

use crate::{after, bare, facts, imported, options, part, told};

const HEADER: [&str; 22] = [
    "claim",
    "topics",
    "kind",
    "speakers",
    "speakers_kind",
    "speakers_en",
    "speakers_id",
    "said",
    "said_basis",
    "text_en",
    "text_id",
    "recorded",
    "links_type",
    "links",
    "source",
    "role",
    "type",
    "title",
    "publisher",
    "family",
    "issued",
    "language",
];

/// Twenty claims by four people in five papers, with what is hard in tables: separators, quotation marks, line breaks,
/// letters outside of ASCII, and texts that look like formulas.
fn rows(date: impl Fn(u8, u8) -> String) -> Vec<Vec<String>> {
    let row = |number: u8| -> Vec<String> {
        let denial = number % 5 == 4;
        let said = date(number + 1, 1 + number % 12);
        let text = match number % 4 {
            0 => format!("The clock, it is said, runs; number {number}."),
            1 => format!("It shows “{number}” — and it’s café time."),
            2 => format!("It said \"{number}\" twice."),
            _ => format!("A text\nof two lines, number {number}."),
        };
        let speaker = ["ina-moll", "otto-klein", "josé-ñ", "+x"][usize::from(number % 4)];
        let id = ["ina-moll", "otto-klein", "jose-n", "plus-x"][usize::from(number % 4)];
        let first = |yes: &str| {
            if denial {
                yes.to_owned()
            } else {
                String::new()
            }
        };
        let paper = number % 5;
        [
            format!("claim-{number}"),
            "clock".into(),
            if denial {
                "denies".into()
            } else {
                "asserts".into()
            },
            id.into(),
            "person".into(),
            speaker.into(),
            speaker.into(),
            said,
            "stated".into(),
            text.clone(),
            format!("Indonesia: {text}"),
            date(31, 12),
            first("denies"),
            first(&format!("claim-{}", number.saturating_sub(1))),
            format!("paper-{paper}"),
            "origin".into(),
            "article-newspaper".into(),
            format!("Title, {paper}"),
            format!("Paper; {paper}"),
            format!("paper-{paper}"),
            date(29, 12),
            "en".into(),
        ]
        .into()
    };
    (0..20).map(row).collect()
}

fn table(rows: &[Vec<String>], separator: &str, end: &str, always_quoted: bool) -> String {
    let header: Vec<String> = HEADER.map(str::to_owned).into();
    let quoted = |cell: &String| {
        let needs = always_quoted || cell.contains(['"', '\n', '\r']) || cell.contains(separator);
        if needs {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let line = |row: &Vec<String>| {
        format!(
            "{}{end}",
            row.iter().map(quoted).collect::<Vec<_>>().join(separator)
        )
    };
    [&header].into_iter().chain(rows).map(line).collect()
}

#[test]
fn twenty_claims_are_the_same_however_a_spreadsheet_saves_them() {
    let iso = |day: u8, month: u8| format!("2024-{month:02}-{day:02}");
    let dotted = |day: u8, month: u8| format!("{day:02}.{month:02}.2024");
    let slashed = |day: u8, month: u8| format!("{day:02}/{month:02}/2024");
    let libre = table(&rows(iso), ",", "\n", false).into_bytes();
    let expected = imported(&bare(), "claims.csv", &libre, &options());
    assert_eq!(told(&expected), "");
    assert_eq!(
        expected.written,
        [("speaker", 4), ("source", 5), ("claim", 20)]
    );
    let made = facts(&after(&bare(), &expected));
    assert_eq!(made.claims.len(), 20);

    let german = table(&rows(dotted), ";", "\r\n", false);
    let (western, _, lost) = encoding_rs::WINDOWS_1252.encode(&german);
    assert!(!lost);
    let excel = format!("\u{feff}{}", table(&rows(dotted), ";", "\r\n", true));
    let says = format!("sep=;\r\n{}", table(&rows(iso), ";", "\r\n", false));
    let wide = format!("\u{feff}{}", table(&rows(iso), "\t", "\r\n", false));
    let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let british = table(&rows(slashed), ",", "\r\n", false);
    let day_first = Options {
        day_first: Some(true),
        ..options()
    };
    let ways: [(&str, &[u8], &Options); 5] = [
        ("German Excel in Windows-1252", &western, &options()),
        (
            "Excel's UTF-8 with a byte order mark",
            excel.as_bytes(),
            &options(),
        ),
        (
            "Excel with a line that names the separator",
            says.as_bytes(),
            &options(),
        ),
        ("Excel's Unicode text", &wide, &options()),
        ("British Excel", british.as_bytes(), &day_first),
    ];
    for (way, bytes, options) in ways {
        let outcome = imported(&bare(), "claims.csv", bytes, options);
        assert_eq!(told(&outcome), "", "{way}");
        assert_eq!(outcome.edits, expected.edits, "{way}");
    }
}

#[test]
fn what_is_exported_and_read_back_is_the_same() {
    let iso = |day: u8, month: u8| format!("2024-{month:02}-{day:02}");
    let libre = table(&rows(iso), ",", "\n", false).into_bytes();
    let expected = imported(&bare(), "claims.csv", &libre, &options());
    let made = facts(&after(&bare(), &expected));
    let exported = csv::table(&document(&made));
    let back = imported(&bare(), "claims.csv", exported.as_bytes(), &options());
    assert_eq!(told(&back), "");
    let again = facts(&after(&bare(), &back));
    assert_eq!(csv::table(&document(&again)), exported);
    let sorted = |outcome: &sumber::draft::Outcome| {
        outcome
            .edits
            .iter()
            .map(|edit| edit.file.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(sorted(&back), sorted(&expected));

    // Read again into the dossier, it changes nothing.
    let there = Dossier::read(after(&bare(), &back), Some("facts/".to_owned())).unwrap();
    let nothing = imported(&there, "claims.csv", exported.as_bytes(), &options());
    assert_eq!(told(&nothing), "");
    assert!(nothing.edits.is_empty());
    assert_eq!(nothing.unchanged, 29 - 4);
}

#[test]
fn comments_and_order_stay() {
    let text = table(
        &rows(|day, month| format!("2024-{month:02}-{day:02}")),
        ",",
        "\n",
        false,
    );
    let one = Dossier::read(vec![part("facts.toml", BARE_WITH_CLAIM)], None).unwrap();
    let outcome = imported(&one, "claims.csv", text.as_bytes(), &options());
    assert_eq!(told(&outcome), "");
    let [edit] = &outcome.edits[..] else {
        panic!("one file")
    };
    assert_eq!(edit.file, "facts.toml");
    let kept: String = BARE_WITH_CLAIM
        .lines()
        .map(|line| format!("{line}\n"))
        .collect();
    let mut rest = edit.text.as_str();
    for line in kept.lines() {
        let at = rest
            .find(line)
            .unwrap_or_else(|| panic!("“{line}” is lost or moved"));
        rest = &rest[at + line.len()..];
    }
    facts(&after(&one, &outcome));
}

const BARE_WITH_CLAIM: &str = r#"# A comment that stays.
[dossier]
id = "clock"
title = { en = "The clock", id = "Jam" } # Written like this.
about.en = "Who says what about the clock."
about.id = "Siapa mengatakan apa tentang jam."
languages = ["en", "id"]
reviewed = "2024-12-31"
licence = "CC-BY-4.0"
report.en = "Tell us."
report.id = "Beri tahu kami."

# The topic.
[[topic]]
id = "clock"
title.en = "The clock"
title.id = "Jam kota"
question.en = "Does it run?"
question.id = "Apakah berjalan?"
description.en = "Who says that it runs"
description.id = "Siapa yang mengatakan berjalan"

[[source]]
id = "radio"
type = "broadcast"
title = "News"
publisher = "Radio"
family = "radio"
language = "en"

# Comes after the source.
[[measure]]
id = "minutes"
name.en = "Minutes lost"
name.id = "Menit hilang"
unit.en = "minutes"
unit.id = "menit"
# The end.
"#;
