//! Rules of the fact file: one change to the valid file, and the problem reported for it.
//!
//! `house.rs` has those of texts and attribution, `topics.rs` those of the dossier, topics and speakers.

/// One rule, broken once.
pub(crate) struct Rule {
    /// What the change does.
    pub(crate) rule: &'static str,
    /// The text of `valid.toml` that is changed, at its first occurrence.
    pub(crate) from: &'static str,
    /// The text that replaces it.
    pub(crate) to: &'static str,
    /// Line and column of the problem.
    pub(crate) at: &'static str,
    /// The one problem that is reported.
    pub(crate) says: &'static str,
    /// How its help begins.
    pub(crate) help: &'static str,
}

macro_rules! rules {
    ($($rule:literal: $from:literal => $to:literal, $at:literal $says:literal, $help:literal;)+) => {
        &[$(Rule { rule: $rule, from: $from, to: $to, at: $at, says: $says, help: $help }),+]
    };
}

/// Rules of the file's shape.
pub(crate) const SHAPE: &[Rule] = rules! {
    "a text is closed on its line":
        r#"title.en = "The bridge over the Lune""# => r#"title.en = "The bridge over the Lune"#,
        "5:37" "this text cannot be read, or it is not closed on its line", "end the text with a straight double quote;";
    "quotation marks are straight":
        r#"publisher = "Radio Lune""# => "publisher = “Radio Lune”",
        "93:13" "a text without straight quotation marks", r#"put the text between straight double quotes: "…"."#;
    "a bracket is closed":
        "[[claim]]" => "[[claim]",
        "110:1" "a bracket that is not closed", "close it with ]]: [[claim]]";
    "a claim stands in double brackets":
        "[[claim]]" => "[claim]",
        "110:1" "[[claim]] stands in double brackets", "write [[claim]]: there may be many.";
    "a key stands once":
        r#"publisher = "Radio Lune""# => "publisher = \"Radio Lune\"\npublisher = \"Radio\"",
        "94:1" "this key already stands in this record", "remove one of the two, or begin the second record";
    "a record is of a known kind":
        "[[measure]]" => "[[mesure]]\n[[measure]]",
        "15:3" "unknown record “mesure”", "did you mean “measure”?";
    "a record stands in double brackets":
        "[[measure]]" => "[measure]",
        "15:1" "[[measure]] stands in double brackets", "each record begins with its name in brackets on a line of its own.";
    "a key is known":
        r#"publisher = "Radio Lune""# => r#"publsher = "Radio Lune""#,
        "93:1" "unknown key “publsher”", "did you mean “publisher”?";
    "a key is known also in a table within a line":
        r#"organisation = "ministry", from"# => r#"organization = "ministry", from"#,
        "54:50" "unknown key “organization”", "did you mean “organisation”?";
    "a word is one of the listed words":
        r#"kind = "denies""# => r#"kind = "denied""#,
        "167:8" "“denied” is not a word for `kind`", "did you mean “denies”?";
    "a list is a list":
        r#"by = ["ada-berg"]"# => r#"by = "ada-berg""#,
        "114:6" "`by` is a text, not a list", r#"write it in brackets: by = ["…"]."#;
    "a member of a list is a text":
        r#"aliases = ["jembatan"]"# => r#"aliases = ["jembatan", 3]"#,
        "30:24" "a member of `aliases` is a whole number, not a text", r#"write it in double quotes: aliases = ["…"]."#;
    "a date stands in quotes":
        r#"recorded = "2024-07-01""# => "recorded = 2024-07-01",
        "124:12" "`recorded` is a date without quotes, not a text", r#"write it in double quotes: recorded = "…"."#;
    "a date has a basis":
        r#"said = { when = "2024-05-10", basis = "stated" }"# => r#"said = "2024-05-10""#,
        "169:8" "`said` is a text, not a date with its basis", r#"write said = { when = "2024-05-02", basis = "stated" }."#;
    "a number is a number":
        "best = 120" => r#"best = "120""#,
        "158:8" "`best` is a text, not a number", "write it in digits only: best = 1500, or best = 2.5.";
    "a text is given per language":
        "text.en = \"The bridge still lacks its railing.\"\ntext.id = \"Jembatan itu belum memiliki pagar.\"" => r#"text = "The bridge still lacks its railing.""#,
        "171:8" "`text` is a text, not a text per language", r#"write text.en = "…" and text.id = "…"."#;
    "yes or no is true or false":
        "title_own = true" => r#"title_own = "yes""#,
        "67:13" "`title_own` is a text, not true or false", "write title_own = true or title_own = false.";
};

/// Rules of ids and references.
pub(crate) const REFERENCES: &[Rule] = rules! {
    "an id is lower-case words with hyphens":
        r#"id = "bridge-opens""# => r#"id = "Bridge_opens""#,
        "208:6" "“Bridge_opens” is not an id", "use lower-case letters a to z, digits and single hyphens.";
    "an id is given once":
        "[[topic]]" => "[[measure]]\nid = \"workers\"\nname.en = \"Hands\"\nname.id = \"Tangan\"\nunit.en = \"hands\"\nunit.id = \"tangan\"\n\n[[topic]]",
        "23:6" "the measure “workers” is already at facts.toml:16:6", "an id always stands for the same record;";
    "an id is short":
        r#"id = "bridge-opens""# => r#"id = "bridge-opens-on-the-first-day-of-august-in-the-year-2024""#,
        "208:6" "this id has 56 characters, there is room for 48", "shorten it.";
    "a topic has no name that is kept for the bot":
        "[[speaker]]" => "[[topic]]\nid = \"search\"\ntitle.en = \"Ferry\"\ntitle.id = \"Feri\"\nquestion.en = \"Does it run?\"\nquestion.id = \"Apakah jalan?\"\ndescription.en = \"The ferry\"\ndescription.id = \"Feri\"\nlead = []\n\n[[speaker]]",
        "34:6" "/search is kept for the bot’s own commands", "give the topic another id.";
    "a source is in the file":
        "source = \"radio-bridge\"\nrole = \"differs\"" => "source = \"radio-brige\"\nrole = \"differs\"",
        "137:10" "unknown source “radio-brige”", "did you mean “radio-bridge”?";
    "a speaker is in the file":
        r#"citing = ["ada-berg"]"# => r#"citing = ["ada-borg"]"#,
        "189:11" "unknown speaker “ada-borg”", "did you mean “ada-berg”?";
    "a topic is in the file":
        "topics = [\"bridge\"]\nkind = \"denies\"" => "topics = [\"bridge\", \"tunnels\"]\nkind = \"denies\"",
        "166:21" "unknown topic “tunnels”", "topics are listed in [[topic]] records.";
    "a measure is in the file":
        r#"measure = "workers""# => r#"measure = "worker""#,
        "156:11" "unknown measure “worker”", "did you mean “workers”?";
    "a copied source is in the file":
        r#"mirror_of = "gazette-bridge""# => r#"mirror_of = "gazette-brigde""#,
        "82:13" "unknown source “gazette-brigde”", "did you mean “gazette-bridge”?";
    "a leading claim is in the file":
        r#"lead = ["bridge-ready"]"# => r#"lead = ["bridge-raedy"]"#,
        "31:9" "unknown claim “bridge-raedy”", "did you mean “bridge-ready”?";
    "a link goes to a claim in the file":
        r#"to = "bridge-ready""# => r#"to = "tunnel-ready""#,
        "182:6" "unknown claim “tunnel-ready”", "claims are listed in [[claim]] records.";
    "a link does not go to itself":
        r#"to = "bridge-ready""# => r#"to = "bridge-not-ready""#,
        "182:6" "a claim that links to itself", "name the other claim.";
    "links go in no circle":
        "[[claim.figure]]" => "[[claim.link]]\ntype = \"supports\"\nto = \"bridge-safe\"\n\n[[claim.figure]]",
        "209:6" "links of type supports go in a circle: bridge-ready → bridge-safe → bridge-ready", "remove one of these links, or give it another type.";
    "a link stands once":
        "[[claim.link]]" => "[[claim.link]]\ntype = \"denies\"\nto = \"bridge-ready\"\n\n[[claim.link]]",
        "186:6" "this link (denies) stands here twice", "remove one.";
    "speakers do not speak for one another in a circle":
        "name.id = \"Utaria\"" => "name.id = \"Utaria\"\nfor = \"ada-berg\"",
        "45:7" "speakers speak for one another in a circle: northland → ada-berg → ministry → northland", "remove one `for`;";
    "nothing is a copy of its copy":
        r#"family = "gazette""# => "family = \"gazette\"\nmirror_of = \"gazette-copy\"",
        "83:13" "sources are copies of one another in a circle: gazette-bridge → gazette-copy → gazette-bridge", "remove `mirror_of` from the one that was first.";
    "a list names each once":
        r#"by = ["ada-berg"]"# => r#"by = ["ada-berg", "ada-berg"]"#,
        "114:19" "“ada-berg” stands here twice", "remove one.";
};

/// Rules of dates, addresses and numbers.
pub(crate) const VALUES: &[Rule] = rules! {
    "a date exists":
        r#"issued = "2024-05-02""# => r#"issued = "2024-02-30""#,
        "70:10" "“2024-02-30” is not a date", "write it as far as it is known: 2024-05-02, 2024-05, 2024; from one day to another: 2024-05-08/2024-05-13.";
    "a year has four digits":
        r#"issued = "2024-05-02""# => r#"issued = "0000-05-02""#,
        "70:10" "“0000-05-02” is not in the years 1 to 9999", "write the year in four digits: 2024.";
    "a year is not before the first":
        r#"from = "2022""# => r#"from = "-0100/2022""#,
        "54:84" "“-0100/2022” is not in the years 1 to 9999", "write the year in four digits: 2024.";
    "a year is not after the last":
        r#"as_of = "2024-04""# => r#"as_of = "Y12024""#,
        "161:9" "“Y12024” is not in the years 1 to 9999", "write the year in four digits: 2024.";
    "the last day of all is not a date":
        r#"to = ".." },"# => r#"to = "9999-12-31" },"#,
        "54:97" "“9999-12-31” stands for a date that is not known", "write the date itself; write .. for an open end, or leave the key out.";
    "nor is the first":
        r#"issued = "2024-05-02""# => r#"issued = "0001-01-01""#,
        "70:10" "“0001-01-01” stands for a date that is not known", "write the date itself; write .. for an open end, or leave the key out.";
    "a review is not on the last day of all":
        r#"reviewed = "2024-06-30""# => r#"reviewed = "9999-12-31""#,
        "10:12" "“9999-12-31” stands for a date that is not known", "write the date itself;";
    "nothing is read long after the review":
        r#"accessed = "2024-07-01""# => r#"accessed = "2042-07-01""#,
        "71:12" "read on 2042-07-01, long after the facts were reviewed on 2024-06-30", "correct the day, or `reviewed` of [dossier].";
    "nothing is recorded long after the review":
        "ruk 40 ton.\"\nrecorded = \"2024-07-01\"" => "ruk 40 ton.\"\nrecorded = \"2042-07-01\"",
        "193:12" "recorded on 2042-07-01, long after the facts were reviewed on 2024-06-30", "correct the day, or `reviewed` of [dossier].";
    "a date is no words":
        r#"from = "2022""# => r#"from = "spring 2022""#,
        "54:84" "“spring 2022” is not a date", "write it as far as it is known: 2024-05-02, 2024-05, 2024; from one day to another: 2024-05-08/2024-05-13.";
    "a review is on a day":
        r#"reviewed = "2024-06-30""# => r#"reviewed = "2024-06""#,
        "10:12" "“2024-06” is not one day", "write year, month and day: 2024-05-02.";
    "nothing was said after the review":
        r#"said = { when = "2024-05-10""# => r#"said = { when = "2024-07-10""#,
        "169:17" "said 2024-07-10, after the facts were reviewed on 2024-06-30", "correct the date, or `reviewed` of [dossier].";
    "nothing was published after the review":
        r#"issued = "2024-05-02""# => r#"issued = "2024-07""#,
        "70:10" "published 2024-07, after the facts were reviewed on 2024-06-30", "correct the date, or `reviewed` of [dossier].";
    "nothing was read before it was published":
        r#"accessed = "2024-07-01""# => r#"accessed = "2024-05-01""#,
        "70:10" "read on 2024-05-01, before it was published", "correct `issued` or `accessed`.";
    "nothing changes before it is recorded":
        r#"revised = [{ on = "2024-07-02""# => r#"revised = [{ on = "2024-06-02""#,
        "174:19" "changed on 2024-06-02, before it was recorded on 2024-07-01", "correct the day, or `recorded`.";
    "a post ends after it begins":
        r#"to = "..""# => r#"to = "2021""#,
        "54:97" "this post ends by 2021-12-31, before it begins on 2022-01-01", "correct `from` or `to`.";
    "an inferred date says why":
        r#"said = { when = "2024-05-10", basis = "stated" }"# => r#"said = { when = "2024-05-10", basis = "inferred" }"#,
        "169:8" "this date is inferred, but nothing says from what", r#"add how it was worked out: why.en = "…" and why.id = "…"."#;
    "an address is not a program":
        "https://example.org/gazette/bridge" => "javascript:alert(1)",
        "72:7" "an address with javascript: is not taken", "give an address that begins with https:// or http://.";
    "an address is whole":
        "https://example.org/gazette/bridge" => "example.org/gazette",
        "72:7" "“example.org/gazette” is not an address", "copy it whole, from https:// on, without spaces.";
    "an address has no letters that nobody sees":
        "https://example.org/gazette/bridge" => "https://example.org/\u{200b}gazette/bridge",
        "72:28" "this address has the invisible character U+200B", "remove it; the link would lead elsewhere.";
    "an address has no user":
        "https://example.org/gazette/bridge" => "https://example.org@elsewhere.example/gazette/bridge",
        "72:7" "what stands before “@” hides that this address leads to “elsewhere.example”", "remove what stands from // up to @, or correct the address.";
    "an archive’s name has no letters that nobody sees":
        r#"archive = "gazette.txt""# => "archive = \"gazette\u{200b}.txt\"",
        "74:11" "“gazette\\u{200b}.txt” is not the name of a file", r#"give the file’s name without a folder: "article.txt"."#;
    "an archive is a file’s name":
        r#"archive = "gazette.txt""# => r#"archive = "../gazette.txt""#,
        "74:11" "“../gazette.txt” is not the name of a file", r#"give the file’s name without a folder: "article.txt"."#;
    "a type is one of CSL":
        r#"type = "broadcast""# => r#"type = "brodcast""#,
        "91:8" "unknown type “brodcast”", "did you mean “broadcast”?";
    "a language has a code":
        "language = \"id\"" => "language = \"Indonesian\"",
        "99:12" "“Indonesian” is not the code of a language", "write a code such as en, id, ko or pt-BR.";
    "the languages are known":
        r#"languages = ["en", "id"]"# => r#"languages = ["en", "id", "klingonn"]"#,
        "9:26" "“klingonn” is not a language that is known", "did you mean tlh, which is Klingon?";
    "a range is the right way round":
        "low = 100" => "low = 130",
        "157:7" "`low` is 130, more than `best`, which is 120", "write low ≤ best ≤ high.";
    "somebody else’s number stands somewhere":
        "as_of = \"2024-04\"\nsource = \"radio-bridge\"" => "as_of = \"2024-04\"\nby = [\"ministry\"]",
        "162:7" "somebody else’s number, but nothing says where it stands", "add source = \"…\", or remove `by`.";
    "a figure has a number":
        "low = 100\nbest = 120\nhigh = 150\n" => "",
        "155:1" "this figure has no number", "add the number: best = 1500, or low and high.";
};
