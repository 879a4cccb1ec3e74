//! The dossier about a ferry in any of four languages.

use sumber::facts::Facts;
use sumber::facts::file::{Checked, Part, read};
use sumber::facts::problem::Problem;

const SHAPE: &str = include_str!("ferry.toml");

/// What stands in place of each word in capitals, in English, French, Arabic and Indonesian.
const TEXTS: [(&str, [&str; 4]); 13] = [
    ("TITLE", ["The ferry", "Le bac", "العبّارة", "Feri itu"]),
    (
        "ABOUT",
        [
            "Who says what about the ferry to the isle",
            "Qui dit quoi sur le bac de l’île",
            "من يقول ماذا عن العبّارة إلى الجزيرة",
            "Siapa mengatakan apa tentang feri ke pulau itu",
        ],
    ),
    (
        "REPORT",
        [
            "Write to facts@example.org.",
            "Écrivez à facts@example.org.",
            "اكتب إلى facts@example.org.",
            "Tulis ke facts@example.org.",
        ],
    ),
    (
        "CARS",
        [
            "cars waiting",
            "voitures en attente",
            "السيارات المنتظرة",
            "mobil yang menunggu",
        ],
    ),
    ("UNIT", ["cars", "voitures", "سيارات", "mobil"]),
    (
        "QUESTION",
        [
            "Does the ferry run again?",
            "Le bac circule-t-il de nouveau\u{202f}?",
            "هل عادت العبّارة إلى العمل؟",
            "Apakah feri itu beroperasi lagi?",
        ],
    ),
    (
        "ISLE",
        [
            "the Isle of Lune",
            "l’île de Lune",
            "جزيرة لون",
            "Pulau Lune",
        ],
    ),
    ("MARA", ["Mara Lund", "Mara Lund", "مارا لوند", "Mara Lund"]),
    (
        "MINISTER",
        [
            "minister of ports",
            "ministre des ports",
            "وزيرة الموانئ",
            "menteri pelabuhan",
        ],
    ),
    (
        "GUILD",
        [
            "the sailors’ guild",
            "la guilde des marins",
            "نقابة البحارة",
            "serikat pelaut",
        ],
    ),
    (
        "RUNS",
        [
            "The ferry has been running again since 8 May 2024.",
            "Le bac circule de nouveau depuis le 8 mai 2024.",
            "عادت العبّارة إلى العمل منذ 8 مايو 2024.",
            "Feri itu beroperasi lagi sejak 8 Mei 2024.",
        ],
    ),
    (
        "STANDS",
        [
            "The ferry still stands in the dock.",
            "Le bac est toujours à quai.",
            "لا تزال العبّارة في الحوض.",
            "Feri itu masih berada di galangan.",
        ],
    ),
    ("LANGUAGES", [""; 4]),
];

const SPOKEN: [&str; 4] = ["en", "fr", "ar", "id"];

/// The dossier as it is written in these languages.
pub(crate) fn written(languages: &[&str]) -> String {
    let text = |all: &[&str; 4]| {
        let each = languages.iter().map(|lang| {
            let at = SPOKEN
                .iter()
                .position(|one| one == lang)
                .unwrap_or_default();
            format!("{lang} = \"{}\"", all[at])
        });
        format!("{{ {} }}", each.collect::<Vec<_>>().join(", "))
    };
    TEXTS.iter().fold(SHAPE.to_owned(), |written, (key, all)| {
        let value = match *key {
            "LANGUAGES" => format!("{languages:?}"),
            _ => text(all),
        };
        written.replace(&format!("= {key}"), &format!("= {value}"))
    })
}

/// What the check says to a text.
pub(crate) fn checked(text: &str) -> Result<Checked, Vec<Problem>> {
    let (name, text) = ("ferry.toml".to_owned(), text.to_owned());
    read(&[Part { name, text }])
}

/// The dossier in these languages, which passes the check without a warning.
pub(crate) fn facts(languages: &[&str]) -> Facts {
    match checked(&written(languages)) {
        Ok(checked) => {
            assert!(checked.warnings.is_empty(), "{:#?}", checked.warnings);
            checked.facts
        }
        Err(problems) => panic!("{problems:#?}"),
    }
}
