//! What people really type: offered labels instead of their values, names in any order, spelling and script, and days
//! as they are written in newspapers and chats.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../support/shipped.rs"]
mod shipped;

mod labels;

use once_cell::sync::Lazy;
use sumber::answer::{ActionKind, Answer, Outcome};
use sumber::commands;
use sumber::facts::{Facts, Lang, Shelf};
use sumber::query::{Key, Query};

static FACTS: Lazy<Facts> = Lazy::new(shipped::facts);

/// The same as the only dossier of a bot.
static SHELF: Lazy<Shelf> = Lazy::new(|| FACTS.clone().into());

fn asked(command: &str, key: Key, typed: &str) -> Answer {
    let query = Query::new(command).with(key, typed);
    commands::answer(&FACTS, &query, Lang::En)
}

/// What an option was read as; each offer with a question mark if it was not understood.
fn read(command: &str, key: Key, typed: &str) -> String {
    let answer = asked(command, key, typed);
    let value = |query: &Query| query.get(key).unwrap_or_default().to_owned();
    if answer.outcome != Outcome::Unknown {
        return value(&answer.query);
    }
    let offers = answer.actions.iter();
    let offers = offers.filter(|action| action.kind == ActionKind::Suggestion);
    let offers: Vec<String> = offers.map(|offer| value(&offer.query) + "?").collect();
    offers.join(" ")
}

fn who(typed: &str, expected: &str) {
    assert_eq!(read("who", Key::Name, typed), expected, "{typed}");
}

#[test]
fn a_speaker_is_found_however_the_name_is_written() {
    for (typed, id) in [
        ("United States", "united-states"),
        ("the US", "united-states"),
        ("National Intelligence Service", "nis"),
        ("the National Intelligence Service (NIS)", "nis"),
        ("National Intelligence Service of South Korea", "nis"),
        ("Multilateral Sanctions Monitoring Team", "msmt"),
        ("Kim Yong\u{2011}hyun", "kim-yong-hyun"),
        ("Kim Yong–hyun", "kim-yong-hyun"),
        ("kim yonghyun", "kim-yong-hyun"),
        ("Kim, Yong-hyun", "kim-yong-hyun"),
        ("Yong-hyun Kim", "kim-yong-hyun"),
        ("Peskov, Dmitry", "peskov"),
        ("Mr Peskov", "peskov"),
        ("Mr. Dmitry Peskov", "peskov"),
        ("Pak Peskov", "peskov"),
        ("D. Peskov", "peskov"),
        ("Lloyd J. Austin", "austin"),
        ("Dr. Howell", "howell"),
        ("Edward", "howell"),
        ("General Gerasimov", "gerasimov"),
        ("President Zelenskyy", "zelenskyy"),
        ("presiden Zelensky", "zelenskyy"),
        ("President of Russia", "putin"),
        ("President Putin", "putin"),
        ("Putin, the president of Russia", "putin"),
        ("Defence Minister Kim", "kim-yong-hyun"),
        ("Security Council", "un-security-council"),
        ("Gerasim", "gerasimov"),
        ("who is Dmitry Peskov?", "peskov"),
    ] {
        who(typed, id);
    }
}

#[test]
fn a_speaker_is_found_by_what_people_say_instead() {
    for (typed, id) in [
        ("NK", "north-korea"),
        ("DPRK", "north-korea"),
        ("korut", "north-korea"),
        ("korsel", "south-korea"),
        ("rusia", "russia"),
        ("Kim's sister", "kim-yo-jong"),
        ("kim jong un’s sister", "kim-yo-jong"),
        ("adik Kim Jong Un", "kim-yo-jong"),
        ("Kremlin spokesman", "peskov"),
        ("jubir kremlin", "peskov"),
        ("Jong Un", "kim-jong-un"),
    ] {
        who(typed, id);
    }
}

#[test]
fn a_speaker_is_found_in_the_script_of_the_name() {
    for (typed, id) in [
        ("Песков", "peskov"),
        ("Дмитрий Песков", "peskov"),
        ("Пєсков", "peskov"),
        ("Путін", "putin"),
        ("зеленский", "zelenskyy"),
        ("КНДР", "north-korea"),
        ("Северная Корея", "north-korea"),
        ("Росія", "russia"),
        ("푸틴", "putin"),
        ("김정은", "kim-jong-un"),
        ("김여정", "kim-yo-jong"),
        ("북한", "north-korea"),
        ("국정원", "nis"),
        ("Ким Чен Ын", "kim-jong-un"),
    ] {
        who(typed, id);
    }
}

#[test]
fn names_that_several_have_are_asked_back() {
    who("Kim", "kim-yong-hyun? kim-jong-un? kim-yo-jong?");
    // Nobody recorded is the United Nations.
    who(
        "UN",
        "kim-jong-un? dprk-un-mission? un-security-council? un-monitors?",
    );
    who("PBB", "dprk-un-mission? un-security-council? un-monitors?");
    // A post alone may be that of somebody else.
    let presidents = read("who", Key::Name, "president");
    assert!(presidents.contains("zelenskyy?") && presidents.contains("putin?"));
    assert_eq!(asked("who", Key::Name, "US Army").outcome, Outcome::Unknown);
    let answer = asked("who", Key::Name, "Kim");
    assert_eq!(answer.notices, ["“Kim” may be any of these:"]);
    // A misspelling is not opened.
    who("peskof", "peskov?");
}

#[test]
fn somebody_who_said_nothing_is_shown_in_what_others_say() {
    let answer = asked("who", Key::Name, "putin");
    assert_eq!(answer.outcome, Outcome::Found);
    assert!(answer.notices[0].starts_with("Nothing by Vladimir Putin is recorded by then;"));
    let last = answer.sections.last().unwrap();
    assert_eq!(last.heading, "About Vladimir Putin");
    let by = last.entries.iter().filter_map(|entry| entry.claim());
    let by: Vec<&str> = by
        .flat_map(|id| &FACTS.claim(id).unwrap().by)
        .map(|speaker| speaker.id.as_str())
        .collect();
    assert!(!by.is_empty() && !by.contains(&"putin"), "{by:?}");

    let query: Query = "/who name:putin as_of:2001-09-11".parse().unwrap();
    let answer = commands::answer(&FACTS, &query, Lang::En);
    assert_eq!(answer.outcome, Outcome::Nothing);
    assert_eq!(
        answer.notices,
        ["Nothing by or about Vladimir Putin is recorded by then."]
    );
}

#[test]
fn a_topic_is_found_by_words_of_its_title() {
    for (typed, id) in [
        ("the defence pact", "pact"),
        ("THE TREATY", "pact"),
        ("North Korean soldiers", "troops"),
        ("sanction", "sanctions"),
        ("tentara korea utara", "troops"),
        ("санкции", "sanctions"),
        ("무기", "weapons"),
        ("Russia", "troops? pact? weapons?"),
        ("wepons", "weapons? motives? reactions?"),
    ] {
        assert_eq!(read("figures", Key::Topic, typed), id, "{typed}");
    }
}

#[test]
fn a_claim_is_opened_if_no_other_has_all_words() {
    for (typed, id) in [
        ("nis", "nis-1500-to-vladivostok"),
        ("NIS 1,500", "nis-1500-to-vladivostok"),
        ("peskov fake news", "peskov-fake-news"),
    ] {
        assert_eq!(read("claim", Key::Claim, typed), id, "{typed}");
    }
    for typed in ["Zelensky", "volcano", "vladivostk", "the", "no-such-claim"] {
        assert_eq!(
            asked("claim", Key::Claim, typed).outcome,
            Outcome::Unknown,
            "{typed}"
        );
    }
}

#[test]
fn days_are_read_as_people_write_them() {
    for (typed, day) in [
        ("2024/10/18", "2024-10-18"),
        ("20241018", "2024-10-18"),
        ("Jumat, 18 Oktober 2024", "2024-10-18"),
        ("18th October 2024", "2024-10-18"),
        ("18 Agt 2024", "2024-08-18"),
        ("Nopember 2024", "2024-11-30"),
        ("２０２４-１０-１８", "2024-10-18"),
    ] {
        assert_eq!(read("troops", Key::AsOf, typed), day, "{typed}");
    }
}

#[test]
fn a_day_that_depends_on_today_is_told_kindly() {
    for (typed, lang) in [("yesterday", Lang::En), ("hari ini", Lang::Id)] {
        let query = Query::new("troops").with(Key::AsOf, typed);
        let answer = commands::answer(&FACTS, &query, lang);
        assert_eq!(answer.outcome, Outcome::Unknown);
        assert!(answer.notices[0].contains(&format!("“{typed}”")));
        let first = answer.actions[0].query.clone().without(Key::Lang);
        assert_eq!(first.to_string(), "/troops");
    }
}

#[test]
fn a_language_is_read_by_its_name() {
    for typed in ["Bahasa Indonesia", "indonesian", "ID", "id-ID"] {
        assert_eq!(asked("troops", Key::Lang, typed).lang, Lang::Id, "{typed}");
    }
    assert_eq!(asked("troops", Key::Lang, "Inggris").lang, Lang::En);
    assert_eq!(
        asked("troops", Key::Lang, "Korean").outcome,
        Outcome::Unknown
    );
}
