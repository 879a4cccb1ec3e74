//! Rules of what a source says of itself: its authors.

use crate::rules::Rule;

/// Rules of sources.
pub(crate) const SOURCES: &[Rule] = rules! {
    "authors are a list":
        "title_own = true" => r#"author = { family = "Moll", given = "Ina" }"#,
        "67:10" "`author` is a table, not a list", r#"write author = [{ family = "…", given = "…" }], or { name = "…" } for an institution."#;
    "an author is not a mere text":
        "title_own = true" => r#"author = ["Ina Moll"]"#,
        "67:11" "a member of `author` is a text, not a table", r#"write author = [{ family = "…", given = "…" }], or { name = "…" } for an institution."#;
    "an author has a name":
        "title_own = true" => "author = [{}]",
        "67:11" "an author without a name", r#"write { family = "…", given = "…" } for a person,"#;
    "an author has more than a given name":
        "title_own = true" => r#"author = [{ given = "Ina" }]"#,
        "67:11" "an author with a given name only", r#"write { family = "…", given = "…" } for a person,"#;
    "an author is one of both":
        "title_own = true" => r#"author = [{ family = "Moll", name = "Eastport Gazette" }]"#,
        "67:11" "an author who is a person and an institution", r#"write { family = "…", given = "…" } for a person,"#;
    "a family name is no whole name":
        "title_own = true" => r#"author = [{ family = "Moll, Ina" }]"#,
        "67:22" "“Moll, Ina” is more than a family name", "write what stands behind the comma into `given`.";
    "a family name is that of one":
        "title_own = true" => r#"author = [{ family = "Moll and Klein" }]"#,
        "67:22" "“Moll and Klein” is more than a family name", "give each author a place of their own in the list.";
    "an author stands once":
        "title_own = true" => r#"author = [{ family = "Moll" }, { family = "Moll" }]"#,
        "67:32" "“Moll” stands here twice", "remove one.";
    "an author’s name is not empty":
        "title_own = true" => r#"author = [{ name = "" }]"#,
        "67:20" "this text is empty", "write it, or remove its key.";
    "a key of an author is known":
        "title_own = true" => r#"author = [{ familiy = "Moll" }]"#,
        "67:13" "unknown key “familiy”", "did you mean “family”?";
};
