//! An answer carries its meaning in fields, so no code reads meaning from the words that it shows.

use regex::Regex;

use crate::{shipped, sources};

/// Rooms that show an answer or lead to one.
const SHOWING: &[&str] = &["src/render", "src/pages", "src/commands", "src/discord"];

/// Comparing with a phrase, searching for a character, and stripping a phrase.
const READ_BACK: &str = concat!(
    r#"[=!]=\s*\*?&?(self\.)?words\.(text|format|plural)\("#,
    r#"|words\.(text|format|plural)\([^;{]*\)\s*[=!]=[^=]"#,
    r#"|\.(contains|starts_with|ends_with|find|split_once|strip_prefix|strip_suffix)\(\s*['"][^'"]*[†‡·][^'"]*['"]"#,
    r#"|\.(contains|starts_with|ends_with|find|split_once|strip_prefix|strip_suffix)\(\s*&?(self\.)?words\."#,
);

fn read_backs(text: &str) -> Vec<String> {
    let read_back = Regex::new(READ_BACK).unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    read_back
        .find_iter(&code)
        .map(|found| found.as_str().to_owned())
        .collect()
}

#[test]
fn nothing_reads_meaning_out_of_the_words_shown() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        if SHOWING.iter().any(|room| {
            path.starts_with(room) || path == std::path::Path::new(room).with_extension("rs")
        }) {
            let found = read_backs(shipped(&path, &text)).into_iter();
            wrong.extend(found.map(|found| format!("{}: {found}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_read_back_is_seen_however_it_is_written() {
    for written in [
        "heading == words.text(\"heading-denied\")",
        "words.text(\"kind-denies\") == heading",
        "text.contains('†')",
        "text.contains(\"†\")",
        "text\n    .find('†')",
        "label.strip_prefix(&words.text(\"by\"))",
    ] {
        assert_eq!(read_backs(written).len(), 1, "{written}");
    }
    for fine in [
        "push('†')",
        "// text.contains('†')",
        "let a = words.text(\"a\");\nif b == c {}",
    ] {
        assert!(read_backs(fine).is_empty(), "{fine}");
    }
}
