//! Whoever a note names has a source of their own there, and a confirmation says what it confirms.

use super::{claim, facts, shown};

/// The town says so; the guild and the port deny it, and the port confirms the guild's denial.
fn disputed() -> sumber::facts::Facts {
    facts(&[
        claim("open", "town", "asserts", "2024-01-01", "", ""),
        claim("no", "guild", "denies", "2024-02-01", "denies open", ""),
        claim("never", "port", "denies", "2024-03-01", "denies open", ""),
        claim("right", "port", "confirms", "2024-04-01", "confirms no", ""),
    ])
}

#[test]
fn each_denier_has_a_source() {
    let facts = disputed();
    for query in [
        "/bridge view:full",
        "/timeline",
        "/sides topic:bridge view:full",
        "/search query:open",
    ] {
        let text = shown(&facts, query);
        let (_, note) = text.split_once("Denied by Guild and Port ").unwrap();
        let sources = note.split(' ').take_while(|word| word.starts_with('['));
        assert_eq!(sources.count(), 2, "{query}: {text}");
    }
}

#[test]
fn a_confirmed_denial_is_named_beside_the_confirmation() {
    let facts = disputed();
    for query in [
        "/bridge view:full",
        "/who name:port",
        "/sides topic:bridge view:full",
        "/timeline",
    ] {
        let text = shown(&facts, query);
        assert!(
            text.contains("– Confirms what Guild said: Sentence no."),
            "{query}: {text}"
        );
    }
    // What is not a denial needs no such note.
    assert!(!shown(&facts, "/bridge view:full").contains("Confirms what Town said"));
}
