//! The rules of the dossier, of topics and of speakers, and the limits of a topic's id.

use sumber::commands::{self, View};
use sumber::facts::file::read;
use sumber::query::{CustomId, Key, Query};

use super::rules::Rule;
use super::{VALID, changed, lines, part, problems};

/// A topic without claims; the test fills in its id and aliases.
const FERRY: &str = "[[topic]]\nid = \"ferry\"\ntitle.en = \"Ferry\"\ntitle.id = \"Feri\"\nquestion.en = \"Does it run?\"\nquestion.id = \"Apakah jalan?\"\ndescription.en = \"The ferry\"\ndescription.id = \"Feri\"\n";

/// Rules of the dossier, of topics and of speakers.
pub(crate) const TOPICS: &[Rule] = rules! {
    "every text is in a language of the facts":
        r#"languages = ["en", "id"]"# => r#"languages = ["en"]"#,
        "6:12" "“id” is not among the languages of the facts", "remove all texts in it, or add it to `languages` of [dossier].";
    "a topic does not lead with a denial":
        r#"lead = ["bridge-ready"]"# => r#"lead = ["bridge-ready", "bridge-not-ready"]"#,
        "31:25" "the claim “bridge-not-ready” is a denial", "lead with what it is about; the overview adds denials and confirmations itself.";
    "an alias leads to no other topic":
        "[[speaker]]" => "[[topic]]\nid = \"ferry\"\ntitle.en = \"Ferry\"\ntitle.id = \"Feri\"\nquestion.en = \"Does it run?\"\nquestion.id = \"Apakah jalan?\"\ndescription.en = \"The ferry\"\ndescription.id = \"Feri\"\naliases = [\"feri\", \"Jembatan\"]\n\n[[speaker]]",
        "41:20" "“Jembatan” already leads to the topic bridge", "a word leads to one topic;";
    "an alias is no other topic’s id":
        "[[speaker]]" => "[[topic]]\nid = \"ferry\"\ntitle.en = \"Ferry\"\ntitle.id = \"Feri\"\nquestion.en = \"Does it run?\"\nquestion.id = \"Apakah jalan?\"\ndescription.en = \"The ferry\"\ndescription.id = \"Feri\"\naliases = [\"Bridge\"]\n\n[[speaker]]",
        "41:12" "“Bridge” already leads to the topic bridge", "a word leads to one topic;";
    "a title leads to no other topic":
        "[[speaker]]" => "[[topic]]\nid = \"ferry\"\ntitle.en = \"Ferry\"\ntitle.id = \"the bridge\"\nquestion.en = \"Does it run?\"\nquestion.id = \"Apakah jalan?\"\ndescription.en = \"The ferry\"\ndescription.id = \"Feri\"\n\n[[speaker]]",
        "36:12" "“the bridge” already leads to the topic bridge", "a word leads to one topic;";
    "a topic has a claim":
        "[[speaker]]" => "[[topic]]\nid = \"ferry\"\ntitle.en = \"Ferry\"\ntitle.id = \"Feri\"\nquestion.en = \"Does it run?\"\nquestion.id = \"Apakah jalan?\"\ndescription.en = \"The ferry\"\ndescription.id = \"Feri\"\n\n[[speaker]]",
        "34:6" "no claim belongs to this topic (warning)", "name it in the `topics` of a claim;";
    "posts follow one another":
        "from = \"2022\", to = \"..\" }," => "from = \"2022\", to = \"..\" },\n  { title.en = \"mayor\", title.id = \"wali kota\", from = \"2019\", to = \"2022-03\" },",
        "55:3" "the posts “minister” and “mayor” may both fit the same day (warning)", "end one where the other begins; on such a day only “minister” is shown.";
    "a topic asks about a claim of its own":
        "lead = [\"bridge-ready\"]" => "asks = \"bridge-raedy\"",
        "31:8" "unknown claim “bridge-raedy”", "did you mean “bridge-ready”?";
    "a topic does not ask about a denial":
        "lead = [\"bridge-ready\"]" => "asks = \"bridge-not-ready\"",
        "31:8" "the claim “bridge-not-ready” is a denial", "name the claim that it is about.";
    "a topic does not ask about a withdrawn claim":
        "lead = [\"bridge-ready\"]" => "asks = \"bridge-opens\"",
        "31:8" "the claim “bridge-opens” was withdrawn", "begin with another, or remove it here.";
    "a topic does not begin with a withdrawn claim":
        "lead = [\"bridge-ready\"]" => "lead = [\"bridge-opens\"]",
        "31:9" "the claim “bridge-opens” was withdrawn", "begin with another, or remove it here.";
    "a synonym stands for another word":
        r#"reviewed = "2024-06-30""# => "reviewed = \"2024-06-30\"\nsynonyms = [[\"span\"]]",
        "11:14" "“span” stands for no other word", r#"write groups of single words: synonyms = [["clock", "timepiece"]]."#;
    "a synonym is one word":
        r#"reviewed = "2024-06-30""# => "reviewed = \"2024-06-30\"\nsynonyms = [[\"bridge\", \"river crossing\"]]",
        "11:24" "“river crossing” is more than one word", "write groups of single words:";
};

#[test]
fn posts_that_follow_one_another_or_have_no_date_are_taken() {
    let role = "from = \"2022\", to = \"..\" },";
    for other in [
        ", from = \"2019\", to = \"2022\"",
        ", from = \"2019\", to = \"2021-12\"",
        "",
    ] {
        let post =
            format!("{role}\n  {{ title.en = \"mayor\", title.id = \"wali kota\"{other} }},");
        assert_eq!(lines(&problems(&changed(role, &post))), [""; 0], "{other}");
    }
}

#[test]
fn a_topic_leads_with_five_claims_at_most_and_with_no_confirmation() {
    let (before, last) = VALID.rsplit_once("[[claim]]").unwrap();
    let more: String = ["a", "b", "c"]
        .map(|end| format!("\n[[claim]]{}", last.replace("-opens", &format!("-{end}"))))
        .concat();
    let lead = |ids: &str| {
        let text = format!("{before}[[claim]]{last}{more}");
        lines(&problems(&text.replace(
            "lead = [\"bridge-ready\"",
            &format!("lead = [{ids}"),
        )))
    };
    let five = r#""bridge-ready", "bridge-safe", "bridge-a", "bridge-b", "bridge-c""#;
    assert_eq!(lead(five), [""; 0]);
    let said = ["facts.toml:31:76: 6 claims lead this topic"];
    assert_eq!(lead(&format!("{five}, \"bridge-opens\"")), said);
    let confirms = changed("kind = \"assesses\"", "kind = \"confirms\"");
    let confirms = confirms.replace("[\"bridge-ready\"]", "[\"bridge-safe\"]");
    let said = ["facts.toml:31:9: the claim “bridge-safe” is a confirmation"];
    assert_eq!(lines(&problems(&confirms)), said);
}

#[test]
fn discord_takes_a_hundred_commands_with_the_bots_own() {
    let text = |number: usize| {
        let more = (1..number).map(|number| {
            let ferry = FERRY.replace("\"Ferry\"", &format!("\"Ferry {number}\""));
            let ferry = ferry.replace(
                "title.id = \"Feri\"",
                &format!("title.id = \"Feri {number}\""),
            );
            ferry.replace("\"ferry\"", &format!("\"ferry-{number}\""))
        });
        let text: String = more.collect();
        format!("{VALID}\n{text}")
    };
    let facts = read(&[part("facts.toml", &text(88))]).unwrap().facts;
    let listed = commands::list(&facts).into_iter();
    let (on_messages, typed): (Vec<_>, Vec<_>) =
        listed.partition(|command| command.on_messages.is_some());
    assert_eq!((typed.len(), on_messages.len()), (100, 1));
    assert!(typed.iter().all(|command| command.name != "topic"));
    // With more topics one command is for those that have none of their own.
    let facts = read(&[part("facts.toml", &text(89))]).unwrap().facts;
    let names = commands::list(&facts).into_iter().map(|one| one.name);
    let names: Vec<String> = names.collect();
    assert_eq!(names.len(), 101);
    assert!(names.contains(&"topic".to_owned()));
    assert!(names.contains(&"ferry-86".to_owned()) && !names.contains(&"ferry-87".to_owned()));
}

#[test]
fn warnings_are_not_told_of_a_file_that_is_refused() {
    let text = changed(
        "Jembatan itu belum memiliki pagar.",
        "The bridge still lacks its railing.",
    );
    assert_eq!(problems(&text).len(), 1);
    let text = text.replace("[\"builders-union\"]", "[\"builders\"]");
    let said = lines(&problems(&text));
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(
        !said.iter().any(|line| line.ends_with("(warning)")),
        "{said:#?}"
    );
}

#[test]
fn the_longest_question_about_the_longest_topic_fits_a_button() {
    let topic = "x".repeat(33);
    let too_long = VALID.replace("\"bridge\"", &format!("\"{topic}\""));
    let said = "this id has 33 characters, there is room for 32";
    assert!(
        problems(&too_long)
            .iter()
            .any(|problem| problem.what == said)
    );
    let rest = |query: Query| {
        let query = query.with(Key::AsOf, "2024-10-18").with(Key::Lang, "id");
        query.at_page(99)
    };
    let (topic, id) = ("x".repeat(32), "x".repeat(48));
    let views = View::ALL
        .iter()
        .map(|view| Query::new(&topic).with(Key::View, view.name()));
    let own = [
        Query::new("sources")
            .with(Key::Claim, &id)
            .with(Key::Style, "csl-json"),
        Query::new("who").with(Key::Name, &id),
        Query::new("changes")
            .with(Key::Since, "2024-10-18")
            .with(Key::Topic, &topic),
        Query::new("search").with(Key::Query, "x y ".repeat(15)),
    ];
    for query in views.into_iter().chain(own).map(rest) {
        for action in [
            CustomId::Open(query.clone()),
            CustomId::Share(query.clone()),
            CustomId::Cite(query),
        ] {
            assert!(action.id().is_some(), "{action}");
        }
    }
}
