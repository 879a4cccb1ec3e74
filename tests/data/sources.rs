//! Rules of what stands in a source: its authors, its archived copy, and that it is gone.

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
        "67:11" "an author without a name", "add `family` and `given` for a person,";
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
    "an archived copy is a table":
        "title_own = true" => r#"archived = "https://example.com/copy""#,
        "67:12" "`archived` is a text, not a table", r#"write archived = { url = "…", on = "2024-05-02", by = "…" }."#;
    "an archived copy has an address":
        "title_own = true" => r#"archived = { on = "2024-05-03", by = "Archive" }"#,
        "67:12" "`url` is missing", r#"add where the copy is: url = "…"."#;
    "an archived copy is kept by somebody":
        "title_own = true" => r#"archived = { url = "https://example.com/copy", on = "2024-05-03" }"#,
        "67:12" "`by` is missing", r#"add who keeps the copy: by = "…"."#;
    "an archived copy is of a day":
        "title_own = true" => r#"archived = { url = "https://example.com/copy", by = "Archive" }"#,
        "67:12" "`on` is missing", r#"add on = "2024-05-02"."#;
    "the day of a copy is one day":
        "title_own = true" => r#"archived = { url = "https://example.com/copy", on = "2024-05", by = "Archive" }"#,
        "67:53" "“2024-05” is not one day", "write year, month and day: 2024-05-02.";
    "a copy is not made before the original":
        "title_own = true" => r#"archived = { url = "https://example.com/copy", on = "2024-05-01", by = "Archive" }"#,
        "67:53" "archived on 2024-05-01, before it was published", "correct the day, or `issued`.";
    "a copy is not the original":
        "title_own = true" => r#"archived = { url = "https://example.org/gazette/bridge", on = "2024-05-03", by = "Archive" }"#,
        "67:20" "the archived copy is at the source’s own address", "give the address of the copy.";
    "the address of a copy is an address":
        "title_own = true" => r#"archived = { url = "javascript:alert(1)", on = "2024-05-03", by = "Archive" }"#,
        "67:20" "an address with javascript: is not taken", "give an address that begins with https:// or http://.";
    "a copy is of some address":
        "title = \"Log of the harbour office\"" => "title = \"Log of the harbour office\"\narchived = { url = \"https://example.com/copy\", on = \"2024-05-03\", by = \"Archive\" }",
        "105:12" "an archived copy, but nothing says of which address", r#"add the source’s own address: url = "…"."#;
    "what is gone was somewhere":
        "title = \"Log of the harbour office\"" => "title = \"Log of the harbour office\"\ngone = \"2024-06-03\"",
        "105:8" "gone, but nothing says from which address", r#"add the address: url = "…", or remove `gone`."#;
    "nothing is gone before it is there":
        "title_own = true" => r#"gone = "2024-05-01""#,
        "67:8" "gone on 2024-05-01, before it was published", "correct the day, or `issued`.";
    "nothing is gone long after the review":
        "title_own = true" => r#"gone = "2042-05-01""#,
        "67:8" "gone on 2042-05-01, long after the facts were reviewed on 2024-06-30", "correct the day, or `reviewed` of [dossier].";
};
