//! How questions are read, without any facts.

use super::*;
use crate::facts::date::Date;
use crate::facts::search::Act;

fn read(text: &str) -> Question {
    Question::read(text, |day| day.parse::<Date>().ok()?.latest())
}

fn check(text: &str, ask: Ask) {
    assert_eq!(read(text).ask(), Some(ask), "{text}");
}

/// The words that say what a question is about.
fn content(text: &str) -> Vec<String> {
    let words = read(text).words.into_iter();
    let content = words.filter(|word| word.content);
    content.map(|word| word.typed).collect()
}

#[test]
fn what_is_asked_for_is_read_in_both_languages() {
    for (ask, texts) in [
        (
            Ask::Figures,
            ["number of ships sent??", "brp kapal yg dikirim"],
        ),
        (
            Ask::When,
            [
                "could you tell me when it was signed",
                "KAPAN DITANDATANGANI",
            ],
        ),
        (Ask::Where, ["where did it land", "dibawa ke mana"]),
        (Ask::Why, ["whats in it for them", "knp mau"]),
        (Ask::Quotes, ["exact words please", "ada kutipan langsung?"]),
        (Ask::Sources, ["any links on this", "sumbernya dong"]),
        (
            Ask::Timeline,
            ["timeline of the lease", "kronologi kontrak"],
        ),
        (Ask::Denials, ["any denials", "bantahannya apa"]),
        (Ask::Overview, ["what is known about it", "jelasin dong"]),
        (Ask::About, ["who is the pilot", "siapa itu pandu"]),
        (Ask::Who, ["who said that", "siapa yang bilang"]),
        (Ask::YesNo, ["is the text secret", "isinya rahasia ya"]),
        (Ask::Opinion, ["who is right", "haruskah ikut campur"]),
    ] {
        texts.iter().for_each(|text| check(text, ask));
    }
}

#[test]
fn chat_is_spelt_out_and_what_carries_nothing_is_left_out() {
    assert_eq!(content("hi bro pls tell me abt the harbour"), ["harbour"]);
    assert_eq!(content("yg di pelabuhan itu gmn sih min"), ["pelabuhan"]);
    assert!(content("terus gimana dong").is_empty());
}

#[test]
fn negations_acts_and_days_are_read() {
    assert!(read("they didn't confirm it").negated && read("gak ngaku").negated);
    assert!(!read("did they confirm it").negated);
    let act = |text: &str| read(text).words.iter().find_map(|word| word.act);
    assert_eq!(act("the port admitted it"), Some(Act::Confirm));
    assert_eq!(act("pelabuhan ngebantah"), Some(Act::Deny));
    assert_eq!(act("pelabuhan bilang apa"), Some(Act::Say));
    let day = |text: &str| read(text).day.map(|day| day.to_string());
    assert_eq!(
        day("ships as of 2023-10-18 please").as_deref(),
        Some("2023-10-18")
    );
    assert_eq!(day("kapal per 2023-10-18").as_deref(), Some("2023-10-18"));
    assert_eq!(day("up to the harbour"), None);
}

#[test]
fn a_long_question_loses_first_what_carries_nothing() {
    let long = "Hi there, could you please be so kind and tell me when the lease between them entered into force? Thanks!";
    let short = shortened(long, 66, |_| None);
    assert!(short.chars().count() <= 66, "{short}");
    for word in ["when", "lease", "entered", "force"] {
        assert!(short.contains(word), "{short}");
    }
    assert_eq!(shortened(&short, 66, |_| None), short);
    assert_eq!(
        shortened("a \"b\" | c\u{200b}\n d", 66, |_| None),
        "a b c d"
    );
}

#[test]
fn the_lists_can_be_read() {
    assert_eq!(lists::unreadable(), Vec::<String>::new());
}

#[test]
fn a_statement_is_read_as_a_question_as_far_as_it_is_read() {
    for text in [
        "Pilot 7 told the US that the harbour gave 3,000 boxes to Ada, according to the ministry",
        "Menurut pandu itu, pelabuhan ngirim kapal2nya dari Kota ke AS, bukan ke pelabuhn lain",
        "Who is the pilot, and how many ships did she see? Did it matter, if so to whom",
        "berapa kapal yg dikirim & knp mau, kpd siapa?",
    ] {
        let mut whole = Reader::new(text, &LISTS);
        whole.read_asks();
        let whole = whole.finish().words.into_iter();
        let told = |word: Asked| (word.forms, word.abbreviation, word.phrase, word.role);
        let whole: Vec<_> = whole.map(told).collect();
        let parts: Vec<_> = Question::words(text).into_iter().map(told).collect();
        assert_eq!(parts, whole, "{text}");
    }
}
