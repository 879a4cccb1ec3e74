//! A claim that is a part of a whole names the whole, with both sides.

use sumber::commands;
use sumber::facts::Lang;

use super::{claim, facts, shown};

#[test]
fn the_whole_is_named_with_denials_taken_back_and_stays_off_the_picture_of_its_part() {
    let facts = facts(&[
        claim("open", "guild", "asserts", "2024-01-01", "", ""),
        claim(
            "gate",
            "guild",
            "asserts",
            "2024-01-01",
            "supports open",
            "",
        ),
        claim("no", "town", "denies", "2024-02-01", "denies open", ""),
        claim("yes", "town", "confirms", "2024-03-01", "confirms open", ""),
    ]);
    let then = shown(&facts, "/claim claim:gate as_of:2024-02-15");
    assert!(
        then.contains("That Sentence open: denied by Town (1 February 2024)"),
        "{then}"
    );
    let now = shown(&facts, "/claim claim:gate");
    let whole = "That Sentence open: denied at first by Town (1 February 2024) [2]; \
                 confirmed by Town (1 March 2024) [3]";
    assert!(now.contains(whole), "{now}");
    let answer = commands::answer(
        &facts,
        &"/claim claim:gate picture:true".parse().unwrap(),
        Lang::En,
    );
    let picture = format!("{:?}", answer.picture);
    assert!(!picture.contains("Town"), "{picture}");
}
