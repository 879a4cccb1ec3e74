//! Authors in every style, in data and in exports.

use sumber::cite::Style;
use sumber::export::{csv, document, jsonld};
use sumber::facts::Lang;

use crate::{cited, facts};

/// How the citations of sources begin in a style, in English.
fn check(style: Style, expected: &[(&str, &str)]) {
    let facts = facts();
    for (id, begin) in expected {
        let text = cited(&facts, id, style, Lang::En);
        assert!(text.starts_with(begin), "{text}");
    }
}

#[test]
fn the_bots_own_sentence_begins_with_the_authors() {
    check(
        Style::Plain,
        &[
            (
                "one",
                "Ina Maria Moll, Eastport Gazette, “The clock of one”",
            ),
            ("two", "Jean-Luc O’Brien and Otto van der Berg, Eastport"),
            ("word", "Sukarno, Eastport"),
            ("kept", "Kim Il-sung, Eastport"),
            ("house", "Ministry of Clocks and Bells, Eastport"),
            ("korean", "김철수, Eastport"),
            ("russian", "Дмитрий Песков, Eastport"),
            ("many", "Ada AuthorA et al., Eastport"),
        ],
    );
    check(
        Style::Markdown,
        &[("two", "Jean-Luc O’Brien and Otto van der Berg, *Eastport")],
    );
    let many = cited(&facts(), "many", Style::Plain, Lang::Id);
    assert!(many.starts_with("Ada AuthorA dkk., Eastport"), "{many}");
}

#[test]
fn manuals_turn_the_names_of_authors_round() {
    check(
        Style::Apa,
        &[
            ("one", "Moll, I. M. (2024, May 2). The clock of one. East"),
            ("two", "O’Brien, J.-L., & van der Berg, O. (2024, May 2)."),
            ("word", "Sukarno. (2024"),
            ("kept", "Kim Il-sung. (2024"),
            ("house", "Ministry of Clocks and Bells. (2024"),
            ("korean", "김철수. (2024"),
            ("russian", "Песков, Д. (2024"),
            (
                "many",
                "AuthorA, A., AuthorB, A., AuthorC, A., AuthorD, A., ",
            ),
        ],
    );
    check(
        Style::Chicago,
        &[
            (
                "one",
                "Moll, Ina Maria. “The clock of one.” Eastport Gazette, May 2, 2024.",
            ),
            ("two", "O’Brien, Jean-Luc, and Otto van der Berg. “"),
            ("korean", "김철수. “"),
            ("many", "AuthorA, Ada, Ada AuthorB, Ada AuthorC, et al. “"),
        ],
    );
    check(
        Style::Mla,
        &[
            (
                "one",
                "Moll, Ina Maria. “The clock of one.” Eastport Gazette, 2 May 2024, ",
            ),
            ("two", "O’Brien, Jean-Luc, and Otto van der Berg. “"),
            ("korean", "김철수. “"),
            ("many", "AuthorA, Ada, et al. “"),
        ],
    );
    let many = cited(&facts(), "many", Style::Apa, Lang::En);
    assert!(many.contains("AuthorS, A., … AuthorX, A. (2024"), "{many}");
}

#[test]
fn manuals_with_numbers_shorten_the_names_of_authors() {
    check(
        Style::Vancouver,
        &[
            (
                "one",
                "Moll IM. The clock of one. Eastport Gazette [Internet]. 2024 May 2 ",
            ),
            ("two", "O’Brien JL, van der Berg O. The"),
            ("word", "Sukarno. The"),
            ("house", "Ministry of Clocks and Bells. The"),
            ("korean", "김철수. The"),
            ("russian", "Песков Д. The"),
            (
                "many",
                "AuthorA A, AuthorB A, AuthorC A, AuthorD A, AuthorE A, AuthorF A, et al. The",
            ),
        ],
    );
    check(
        Style::Ieee,
        &[
            ("one", "I. M. Moll, “The clock of one,” Eastport Gazette, "),
            ("two", "J.-L. O’Brien and O. van der Berg, “"),
            ("korean", "김철수, “"),
            ("many", "A. AuthorA et al., “"),
        ],
    );
}

#[test]
fn authors_stand_in_data_as_they_are_written() {
    let facts = facts();
    let stands = |id: &str, style: Style, expected: &str| {
        let text = cited(&facts, id, style, Lang::En);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(expected), "{text}");
    };
    for (id, bibtex, ris, csl) in [
        (
            "one",
            "{Moll, Ina Maria}",
            "AU - Moll, Ina Maria ",
            r#"{ "family": "Moll", "given": "Ina Maria" }"#,
        ),
        (
            "two",
            "{O’Brien, Jean-Luc and van der Berg, Otto}",
            "AU - O’Brien, Jean-Luc AU - van der Berg, Otto ",
            r#"{ "family": "van der Berg", "given": "Otto" }"#,
        ),
        (
            "word",
            "{Sukarno}",
            "AU - Sukarno ",
            r#"{ "family": "Sukarno" }"#,
        ),
        (
            "kept",
            "{{Kim Il-sung}}",
            "AU - Kim Il-sung ",
            r#"{ "family": "Kim Il-sung" }"#,
        ),
        (
            "house",
            "{{Ministry of Clocks and Bells}}",
            "AU - Ministry of Clocks and Bells ",
            r#"{ "literal": "Ministry of Clocks and Bells" }"#,
        ),
        (
            "korean",
            "{김, 철수}",
            "AU - 김, 철수 ",
            r#"{ "family": "김", "given": "철수" }"#,
        ),
    ] {
        stands(id, Style::Bibtex, &format!("author = {bibtex},"));
        stands(id, Style::Ris, ris);
        stands(id, Style::CslJson, csl);
    }
}

#[test]
fn authors_stand_in_tables_and_linked_data() {
    let facts = facts();
    let document = document(&facts);
    let table = csv::table(&document);
    for cell in [
        "\"Moll, Ina Maria\"",
        "Sukarno",
        "{Ministry of Clocks and Bells}",
        "\"O’Brien, Jean-Luc|van der Berg, Otto\"",
    ] {
        assert!(table.contains(&format!(",{cell},")), "{cell}");
    }
    let graph = jsonld::graph(&facts).to_string();
    for node in [
        r#"{"@type":"Person","name":"Ina Maria Moll","familyName":"Moll","givenName":"Ina Maria"}"#,
        r#"{"@type":"Organization","name":"Ministry of Clocks and Bells"}"#,
        r#"{"@type":"Person","name":"Sukarno"}"#,
    ] {
        assert!(graph.contains(node), "{node}");
    }
}
