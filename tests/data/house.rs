//! The rules of texts and attribution, one change each.

use super::rules::Rule;

/// Rules of texts and attribution.
pub(crate) const HOUSE: &[Rule] = rules! {
    "a text is in every language":
        "text.id = \"Jembatan itu belum memiliki pagar.\"\n" => "",
        "171:1" "`text.id` is missing", r#"add text.id = "…"."#;
    "a text is in no other language":
        "unit.id = \"pekerja\"" => "unit.id = \"pekerja\"\nunit.fr = \"ouvriers\"",
        "21:11" "“fr” is not among the languages of the facts", "remove all texts in it, or add it to `languages` of [dossier].";
    "a text is not empty":
        r#"where.en = "second paragraph""# => r#"where.en = """#,
        "129:12" "this text is empty", "write it, or remove its key.";
    "a text has no space at its end":
        r#"where.en = "second paragraph""# => r#"where.en = "second paragraph ""#,
        "129:13" "this text begins or ends with a space", "remove the space.";
    "a text stands on one line":
        r#"where.en = "second paragraph""# => r#"where.en = "second\nparagraph""#,
        "129:12" "this text has a line break", "write it on one line.";
    "a text has no invisible characters":
        r#"where.en = "second paragraph""# => "where.en = \"second \u{202e}paragraph\"",
        "129:20" "this text has the invisible character U+202E", "remove it;";
    "a name has no invisible characters":
        r#"name.en = "Northland""# => "name.en = \"North\u{200d}land\"",
        "36:17" "this text has the invisible character U+200D", "remove it; it can make a text look like another.";
    "an alias has no invisible characters":
        r#"aliases = ["A. Berg"]"# => "aliases = [\"A. Berg\u{fe0f}\"]",
        "52:20" "this text has the invisible character U+FE0F", "remove it;";
    "a title has no invisible characters":
        r#"title = "Minister: bridge is ready""# => "title = \"Minister:\u{3164} bridge is ready\"",
        "66:19" "this text has the invisible character U+3164", "remove it;";
    "a text has no dates that move":
        "has been ready since April 2024." => "has been ready since last month.",
        "122:56" "“last month” depends on the day it is read", "write the date itself.";
    "nor in Indonesian":
        "akan dibuka pada 1 Agustus 2024." => "akan dibuka tahun depan.",
        "214:37" "“tahun depan” depends on the day it is read", "write the date itself.";
    "a note has no dates that move":
        "It says that the bridge has been ready since March 2024." => "It says that the bridge was ready two days ago.",
        "140:55" "“ago” depends on the day it is read", "write the date itself.";
    "a text has no loaded verbs":
        "It says that the bridge has been ready" => "It admitted that the bridge has been ready",
        "140:15" "“admitted” judges the speaker", "say it neutrally: said, stated, denied, confirmed, reported.";
    "a topic’s description fits Discord":
        "Who says what about the bridge at Eastport\"" => "Who says what about the long and very old bridge over the wide river at the little town of Eastport, and why\"",
        "28:18" "this text has 108 characters, there is room for 100", "shorten it, so that it fits a Discord message.";
    "a claim’s text is translated":
        "Jembatan itu belum memiliki pagar." => "The bridge still lacks its railing.",
        "172:11" "the same sentence in two languages (warning)", "translate it, unless it really reads the same.";
    "a claim has evidence":
        "[[claim.evidence]]\nsource = \"radio-bridge\"\nrole = \"origin\"\n\n[[claim.link]]\ntype = \"denies\"" => "[[claim.link]]\ntype = \"denies\"",
        "164:1" "this claim has no evidence", "add a source where it can be read: [[claim.evidence]] with source and role.";
    "not all evidence contradicts":
        "role = \"origin\"\n\n[[claim.link]]\ntype = \"denies\"" => "role = \"contradicts\"\nnote.en = \"No.\"\nnote.id = \"Bukan.\"\n\n[[claim.link]]\ntype = \"denies\"",
        "164:1" "every source of this claim contradicts it", r#"add the source in which somebody says it, with role = "origin"."#;
    "not all evidence came out before":
        "said = { when = \"2024-05-10\"" => "said = { when = \"2024-06-10\"",
        "164:1" "every source of this claim came out before it was said", "add a source that carries it, or correct `said` or `issued`.";
    "evidence that differs says how":
        "source = \"gazette-copy\"\nrole = \"confirms\"" => "source = \"gazette-copy\"\nrole = \"differs\"\nin = \"date\"",
        "132:1" "this source differs, but no note says how", r#"add what it says otherwise, in one sentence: note.en = "…" and note.id = "…"."#;
    "a source stands once":
        "source = \"gazette-bridge\"\nrole = \"confirms\"" => "source = \"radio-bridge\"\nrole = \"origin\"",
        "200:10" "the source “radio-bridge” stands here twice", "put all that is said of it into one [[claim.evidence]].";
    "a source stands once whatever its role":
        "source = \"gazette-bridge\"\nrole = \"confirms\"" => "source = \"radio-bridge\"\nrole = \"confirms\"",
        "200:10" "the source “radio-bridge” stands here twice", "put all that is said of it into one [[claim.evidence]].";
    "several sources are not one":
        "source = \"harbour-log\"\nrole = \"origin\"" => "source = \"harbour-log\"\nrole = \"origin\"\n\n[[claim.evidence]]\nsource = \"list\"\nrole = \"confirms\"\n\n[[source]]\nid = \"list\"\ntype = \"report\"\ntitle = \"List\"\npublisher = \"Harbour News\"\nfamily = \"harbour-news\"\norigin = \"harbour\"\naccessed = \"2024-07-01\"\nlanguage = \"en\"",
        "208:6" "several sources, but all from one origin (warning)", "they count as one;";
    "a quoted source is evidence":
        "lang = \"en\"\nsource = \"gazette-bridge\"" => "lang = \"en\"\nsource = \"harbour-log\"",
        "146:10" "“harbour-log” is quoted, but is not evidence of this claim", "add it as [[claim.evidence]], or quote one of the evidence.";
    "a translation knows its original":
        "of = \"The bridge is ready, and it is safe\"" => "of = \"The bridge is ready\"",
        "153:6" "the original changed: `of` is not what `words` of the quotation says now", r#"look at the translation again, then write of = "The bridge is ready, and it is safe"."#;
    "a translation has a translator":
        "by.en = \"Sumber\"\nby.id = \"Sumber\"\n" => "",
        "148:1" "this translation has no translator", "add by.en and by.id, who translated, or `source`, which prints this wording.";
    "a translation is into another language":
        "lang = \"id\"\nwords" => "lang = \"en\"\nwords",
        "149:8" "a translation into the language of the original", "correct `lang`, here or of the quotation.";
    "a translation is printed or made":
        "by.en = \"Sumber\"\n" => "source = \"radio-bridge\"\nby.en = \"Sumber\"\n",
        "151:10" "a translation that is printed by a source and also made by somebody", "remove `by` if the source prints these words";
    "a translation that is printed is not made by a machine":
        "by.en = \"Sumber\"\nby.id = \"Sumber\"\n" => "source = \"radio-bridge\"\nmachine = true\n",
        "151:10" "a translation that is printed by a source and also made by a machine", "remove `machine` if the source prints these words;";
    "a machine translates from some language":
        "lang = \"en\"\nsource = \"gazette-bridge\"" => "lang = \"en\"\nmachine = true\nsource = \"gazette-bridge\"",
        "143:1" "`machine` without `translated_from`", r#"add translated_from = "…", the language of the original, or remove `machine`."#;
    "a withdrawal says why":
        "withdrawn = { on = \"2024-07-03\", note.en = \"The ministry took it back.\", note.id = \"Kementerian menariknya kembali.\" }" => "withdrawn = { on = \"2024-07-03\" }",
        "216:13" "`note` is missing", r#"add note.en = "…" and note.id = "…"."#;
    "a leading claim belongs to its topic":
        "[[speaker]]" => "[[topic]]\nid = \"ferry\"\ntitle.en = \"Ferry\"\ntitle.id = \"Feri\"\nquestion.en = \"Does it run?\"\nquestion.id = \"Apakah jalan?\"\ndescription.en = \"The ferry\"\ndescription.id = \"Feri\"\nlead = [\"bridge-ready\"]\n\n[[speaker]]",
        "41:9" "the claim “bridge-ready” does not belong to this topic", r#"add "ferry" to the claim’s `topics`, or name another."#;
    "it is said in what a source differs":
        "role = \"differs\"\nin = \"date\"" => "role = \"differs\"",
        "136:1" "this source differs, but nothing says in what", "add in = \"number\", \"date\", \"who\" or \"wording\".";
    "only a source that differs does so in something":
        "role = \"differs\"\nin = \"date\"" => "role = \"confirms\"\nin = \"date\"",
        "139:6" "`in`, but this source’s role is confirms", "remove `in`, or write role = \"differs\".";
    "it is said which part a source carries":
        "role = \"differs\"\nin = \"date\"\nnote.en = \"It says that the bridge has been ready since March 2024.\"\nnote.id = \"Disebutkan bahwa jembatan sudah siap sejak Maret 2024.\"" => "role = \"part\"",
        "136:1" "this source carries a part, but no note says which", "add the part that it carries, in one sentence: note.en = \"…\" and note.id = \"…\".";
    "a source carries the whole claim":
        "source = \"harbour-log\"\nrole = \"origin\"" => "source = \"harbour-log\"\nrole = \"part\"\nnote.en = \"The day only.\"\nnote.id = \"Hanya harinya.\"",
        "207:1" "no source carries the whole of this claim", "add one that does, or write the claim as its sources have it.";
    "a claim that denies another is a denial":
        "kind = \"denies\"" => "kind = \"asserts\"",
        "181:8" "a link of type denies in a claim whose kind is asserts", "write kind = \"denies\", or give the link another type.";
    "a claim that confirms another is a confirmation":
        "type = \"supports\"" => "type = \"confirms\"",
        "204:8" "a link of type confirms in a claim whose kind is assesses", "write kind = \"confirms\", or give the link another type.";
    "a denial denies a claim":
        "\n[[claim.link]]\ntype = \"denies\"\nto = \"bridge-ready\"\n" => "",
        "167:8" "a denial that is linked to nothing (warning)", "add the claim that it denies: [[claim.link]] with type = \"denies\".";
    "a claim is not linked to its own denial":
        "[[claim.figure]]" => "[[claim.link]]\ntype = \"answers\"\nto = \"bridge-not-ready\"\n\n[[claim.figure]]",
        "157:6" "a claim that links to its own denial, “bridge-not-ready”", "remove this link: the later claim links to the earlier one.";
};
