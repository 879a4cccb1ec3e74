//! Fact files made by chance that pass every check: several topics, speakers who speak for others, claims of every kind
//! with evidence in every role, links, quotations, figures, long texts and odd Unicode.

use proptest::prelude::{Strategy, any, prop};

use crate::dice::{Dice, quoted};

const KINDS: [&str; 6] = [
    "asserts", "denies", "confirms", "assesses", "reports", "declines",
];
const LINKS: [&str; 7] = [
    "supports",
    "qualifies",
    "supersedes",
    "repeats",
    "answers",
    "part-of",
    "context",
];
const DATES: [&str; 8] = [
    "2024-03-02",
    "2024-03",
    "2024",
    "2024-02-28/2024-03-02",
    "2023-12-31~",
    "2024-01-05?",
    "2023/2024-02",
    "2021-07-09",
];

/// A fact file.
pub(crate) fn fact_file() -> impl Strategy<Value = String> {
    let rolls = prop::collection::vec(any::<u32>(), 3_000);
    rolls.prop_map(|rolls| file(&mut Dice::new(rolls)))
}

fn file(dice: &mut Dice) -> String {
    let (topics, speakers) = (1 + dice.below(4), 1 + dice.below(10));
    let (sources, claims) = (1 + dice.below(16), topics + dice.below(20));
    let mut text = String::from(concat!(
        "[dossier]\nid = \"made\"\nlanguages = [\"en\", \"id\"]\nreviewed = \"2024-12-31\"\nlicence = \"CC0-1.0\"\n",
        "title.en = \"Made\"\ntitle.id = \"Buatan\"\nabout.en = \"A\"\nabout.id = \"B\"\nreport.en = \"C\"\nreport.id = \"D\"\n",
    ));
    for number in 0..2 {
        text.push_str(&format!("\n[[measure]]\nid = \"m{number}\"\n"));
        text.push_str(&dice.texts("name", 200));
        text.push_str(&dice.texts("unit", 60));
    }
    for number in 0..topics {
        text.push_str(&topic(dice, number));
    }
    for number in 0..speakers {
        text.push_str(&speaker(dice, number));
    }
    for number in 0..sources {
        text.push_str(&source(dice, number));
    }
    for number in 0..claims {
        text.push_str(&claim(dice, number, [topics, speakers, sources]));
    }
    text
}

fn topic(dice: &mut Dice, number: usize) -> String {
    // The first claims belong to the topics in their order, and can be asked about unless they deny or confirm.
    let asks = if dice.one_in(2) {
        format!("asks = \"c{number}\"\n")
    } else {
        String::new()
    };
    let mut text = format!("\n[[topic]]\nid = \"t{number}\"\n{asks}");
    for lang in ["en", "id"] {
        // A title leads to one topic.
        let title = dice.text(90);
        let title = format!("{title} {number}{lang}");
        text.push_str(&format!("title.{lang} = {}\n", quoted(&title)));
    }
    text.push_str(&dice.texts("question", 600));
    text.push_str(&dice.texts("description", 100));
    if dice.one_in(3) {
        text.push_str(&format!("aliases = [\"alias-{number}\"]\n"));
    }
    text
}

fn speaker(dice: &mut Dice, number: usize) -> String {
    let kind = dice.of(&["person", "state", "body", "agency", "company"]);
    let mut text = format!("\n[[speaker]]\nid = \"s{number}\"\nkind = \"{kind}\"\n");
    let longest = if dice.one_in(6) { 600 } else { 80 };
    text.push_str(&dice.texts("name", longest));
    if number > 0 && dice.one_in(2) {
        text.push_str(&format!("for = \"s{}\"\n", dice.below(number)));
    }
    if dice.one_in(3) {
        let (english, indonesian) = (quoted(&dice.text(120)), quoted(&dice.text(120)));
        text.push_str(&format!(
            "roles = [{{ title.en = {english}, title.id = {indonesian}, from = \"2020\", to = \"..\" }}]\n"
        ));
    }
    text
}

fn source(dice: &mut Dice, number: usize) -> String {
    let csl = dice.of(&[
        "webpage",
        "article-newspaper",
        "broadcast",
        "report",
        "treaty",
    ]);
    let language = dice.of(&["en", "id", "ko", "ru", "pt-BR"]);
    let title = quoted(&dice.text(600));
    let publisher = if dice.one_in(5) { 600 } else { 60 };
    let publisher = quoted(&dice.text(publisher));
    let mut text = format!(
        "\n[[source]]\nid = \"q{number}\"\ntype = \"{csl}\"\ntitle = {title}\npublisher = {publisher}\n\
         family = \"f{}\"\nlanguage = \"{language}\"\n",
        dice.below(5)
    );
    if !dice.one_in(4) {
        text.push_str(dice.of(&[
            "issued = \"2024-06\"\n",
            "issued = \"2024-08-01\"\n",
            "issued = \"2024-07~\"\n",
        ]));
    }
    match dice.below(6) {
        0 => {}
        1 => text.push_str(&format!(
            "url = \"https://example.org/{}\"\n",
            "a".repeat(dice.below(1_500))
        )),
        2 => text.push_str(&format!(
            "url = \"https://example.org/é_({number})?a=b&c[]=<d>#e\"\n"
        )),
        _ => text.push_str(&format!("url = \"https://example.org/{number}\"\n")),
    }
    if number > 0 && dice.one_in(5) {
        text.push_str(&format!("mirror_of = \"q{}\"\n", dice.below(number)));
    }
    if dice.one_in(5) {
        text.push_str(&dice.texts("note", 600));
    }
    text
}

fn claim(dice: &mut Dice, number: usize, [topics, speakers, sources]: [usize; 3]) -> String {
    // What a topic asks about is neither a denial nor a confirmation.
    let kind = if number < topics {
        "asserts"
    } else {
        dice.of(&KINDS)
    };
    let main = number % topics;
    let mut of = dice.some(topics, 2);
    of.retain(|topic| *topic != main);
    of.insert(0, main);
    let list = |letter: &str, numbers: &[usize]| {
        let ids = numbers.iter().map(|number| format!("\"{letter}{number}\""));
        ids.collect::<Vec<_>>().join(", ")
    };
    let (by, who) = (dice.some(speakers, 3), dice.some(speakers, 2));
    let why = "basis = \"inferred\", why.en = \"From it.\", why.id = \"Darinya.\"";
    let basis = if dice.one_in(4) {
        why
    } else {
        "basis = \"stated\""
    };
    let mut text = format!(
        "\n[[claim]]\nid = \"c{number}\"\ntopics = [{}]\nkind = \"{kind}\"\nby = [{}]\nsaid = {{ when = \"{}\", {basis} }}\n\
         about.who = [{}]\nrecorded = \"2024-12-31\"\n",
        list("t", &of),
        list("s", &by),
        dice.of(&DATES),
        list("s", &who),
    );
    text.push_str(&dice.texts("text", 600));
    if dice.one_in(3) {
        text.push_str(&dice.texts("via", 120));
    }
    if number >= topics && dice.one_in(12) {
        text.push_str("withdrawn = { on = \"2025-01-01\", note.en = \"Taken back.\", note.id = \"Ditarik.\" }\n");
    }
    let carried = dice.some(sources, 6);
    for (place, source) in carried.iter().enumerate() {
        text.push_str(&evidence(dice, *source, place == 0));
    }
    for _ in 0..dice.below(3) {
        text.push_str(&quote(dice, &carried));
    }
    for _ in 0..dice.below(3) {
        text.push_str(&figure(dice, carried[0]));
    }
    text.push_str(&links(dice, number, kind));
    text
}

/// Links to some of the claims before this one.
fn links(dice: &mut Dice, number: usize, kind: &str) -> String {
    let (mut text, mut linked) = (String::new(), Vec::new());
    for _ in 0..dice.below(4).min(number) {
        let to = dice.below(number);
        let link = match kind {
            "denies" if !dice.one_in(4) => "denies",
            "confirms" if !dice.one_in(4) => "confirms",
            _ => dice.of(&LINKS),
        };
        if !linked.contains(&to) {
            text.push_str(&format!(
                "[[claim.link]]\ntype = \"{link}\"\nto = \"c{to}\"\n"
            ));
            linked.push(to);
        }
    }
    text
}

fn evidence(dice: &mut Dice, source: usize, first: bool) -> String {
    let role = if first {
        "origin"
    } else {
        dice.of(&["origin", "confirms", "differs", "part", "contradicts"])
    };
    let mut text = format!("[[claim.evidence]]\nsource = \"q{source}\"\nrole = \"{role}\"\n");
    if role == "differs" {
        let what = dice.of(&["number", "date", "who", "wording"]);
        text.push_str(&format!("in = \"{what}\"\n"));
    }
    if !matches!(role, "origin" | "confirms") || dice.one_in(5) {
        text.push_str(&dice.texts("note", 600));
    }
    if dice.one_in(4) {
        text.push_str(&dice.texts("where", 100));
    }
    text
}

fn quote(dice: &mut Dice, carried: &[usize]) -> String {
    let words = quoted(&dice.text(1_000));
    let lang = dice.of(&["ko", "ru", "zh", "en"]);
    let source = carried[dice.below(carried.len())];
    let mut text =
        format!("[[claim.quote]]\nwords = {words}\nlang = \"{lang}\"\nsource = \"q{source}\"\n");
    if lang != "en" && dice.one_in(2) {
        let translated = quoted(&dice.text(1_000));
        text.push_str(&format!(
            "[[claim.quote.translation]]\nlang = \"en\"\nwords = {translated}\nof = {words}\nmachine = true\n\
             by.en = \"The editors\"\nby.id = \"Redaksi\"\n"
        ));
    }
    text
}

fn figure(dice: &mut Dice, source: usize) -> String {
    let numbers = dice.of(&[
        "best = 1500\nqualifier = \"exact\"",
        "low = 10\nhigh = 99999999\nqualifier = \"about\"",
        "low = 0.5\nqualifier = \"at-least\"",
        "high = 12\nqualifier = \"up-to\"",
        "low = 1\nbest = 2\nhigh = 3\nqualifier = \"likely\"",
    ]);
    let mut text = format!(
        "[[claim.figure]]\nmeasure = \"m{}\"\n{numbers}\n",
        dice.below(2)
    );
    if dice.one_in(3) {
        text.push_str(&format!("source = \"q{source}\"\nby = [\"s0\"]\n"));
    }
    if dice.one_in(3) {
        text.push_str(&dice.texts("note", 300));
    }
    text
}
