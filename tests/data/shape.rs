//! What a record must contain, and what it may contain that the bot ignores.

use sumber::facts::file::{read, schema};
use sumber::facts::{Lang, Text};

use super::{VALID, changed, lines, part, problems};

#[test]
fn a_text_like_the_words_of_the_bot_is_a_text_as_any_other() {
    let text = VALID
        .replace("Workers at the bridge", "Denied")
        .replace("Pekerja di jembatan", "Dibantah")
        .replace("\"The bridge\"", "\"Said\"")
        .replace("\"Jembatan\"", "\"Dikatakan\"")
        .replace("lacks its railing.", "lacks its railing.†")
        .replace("belum memiliki pagar.", "belum memiliki pagar.†");
    let checked = read(&[part("facts.toml", &text)]).unwrap();
    assert_eq!(lines(&checked.warnings), [""; 0]);
    let facts = checked.facts;
    let both = |text: &Text| [Lang::En, Lang::Id].map(|lang| text.get(lang).to_owned());
    assert_eq!(both(&facts.measures[0].name), ["Denied", "Dibantah"]);
    assert_eq!(both(&facts.topics[0].title), ["Said", "Dikatakan"]);
    let dagger = [
        "The bridge still lacks its railing.†",
        "Jembatan itu belum memiliki pagar.†",
    ];
    assert_eq!(both(&facts.claims[1].text), dagger);
}

#[test]
fn a_list_is_not_taken_for_a_table() {
    let found = problems(&changed(
        "said = { when = \"2024-05-10\", basis = \"stated\" }",
        "said = [\"2024-05-10\", \"stated\"]",
    ));
    let said = ["facts.toml:169:8: `said` is a list, not a date with its basis"];
    assert_eq!(lines(&found), said);
}

#[test]
fn a_missing_key_is_the_only_problem_that_it_makes() {
    let link = "[[claim.link]]\ntype = \"denies\"\nto = \"bridge-ready\"\n";
    let twice = format!("{link}\n[[claim.link]]\nto = \"bridge-ready\"\n");
    let said = ["facts.toml:184:1: `type` is missing"];
    assert_eq!(lines(&problems(&changed(link, &twice))), said);
    let quote = "words = \"The bridge is ready, and it is safe\"\nlang = \"en\"";
    let said = ["facts.toml:143:1: `words` is missing"];
    assert_eq!(lines(&problems(&changed(quote, "lang = \"en\""))), said);
}

#[test]
fn every_key_that_the_schema_requires_is_missed() {
    let records = [
        ("Dossier", "[dossier]"),
        ("Topic", "[[topic]]"),
        ("Speaker", "[[speaker]]"),
        ("Source", "[[source]]"),
        ("Measure", "[[measure]]"),
        ("Claim", "[[claim]]"),
        ("Evidence", "[[claim.evidence]]"),
        ("Quote", "[[claim.quote]]"),
        ("Translation", "[[claim.quote.translation]]"),
        ("Figure", "[[claim.figure]]"),
        ("Link", "[[claim.link]]"),
    ];
    let schema = schema();
    for (name, header) in records {
        let required = schema["$defs"][name]["required"].as_array().unwrap();
        for key in required
            .iter()
            .map(|key| key.as_str().unwrap())
            .filter(|key| *key != "evidence")
        {
            let (before, record) = VALID.split_once(&format!("\n{header}\n")).unwrap();
            let (record, after) = record.split_once("\n\n").unwrap();
            let is = |line: &&str| line.split([' ', '.']).next() != Some(key);
            let rest: Vec<&str> = record.lines().filter(is).collect();
            let text = format!("{before}\n{header}\n{}\n\n{after}", rest.join("\n"));
            let place = format!("facts.toml:{}:1: ", before.lines().count() + 2);
            let said = lines(&problems(&text));
            let missed = |line: &String| *line == format!("{place}`{key}` is missing");
            assert!(said.iter().any(missed), "{header} without {key}: {said:#?}");
        }
    }
}
