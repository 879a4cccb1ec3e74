//! What answers about the shipped facts show: whose number, whose word, which source first, and denials taken back.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/shipped.rs"]
mod shipped;

use once_cell::sync::Lazy;
use sumber::answer::distance;
use sumber::facts::{Claim, Facts, Lang};
use sumber::{commands, render};

static FACTS: Lazy<Facts> = Lazy::new(shipped::facts);

fn claim(id: &str) -> &'static Claim {
    FACTS.claim(id).unwrap()
}

/// An answer in English as plain text, all its pages in one line.
fn text(question: &str) -> String {
    let answer = commands::answer(&FACTS, &question.parse().unwrap(), Lang::En);
    let style = render::text::Style::default();
    let text = render::text::text(&render::long_page(&answer), style);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_source_cited_first_carries_the_statement_as_it_is_worded_and_dated() {
    for claim in &FACTS.claims {
        for lang in [Lang::En, Lang::Id] {
            let all = claim.evidence.iter().filter(|one| one.carries(claim));
            let nearest = all.min_by_key(|one| distance(one, claim, lang)).unwrap();
            let agreeing = claim.evidence.iter().filter(|one| one.agrees(claim));
            let own = agreeing.filter(|one| one.source.mirror_of.is_none());
            assert!(nearest.agrees(claim) || own.count() == 0, "{}", claim.id);
        }
    }
    // Al Jazeera's explainer has 23 June, 27 February and "weapon".
    for id in [
        "joint-statement-grave-concern",
        "joint-statement-condemns-arms",
        "shin-6700-containers",
        "kirby-dec-30-missile",
    ] {
        let claim = claim(id);
        let origin = claim
            .evidence
            .iter()
            .find(|one| one.source.id == "aj-origin-link");
        assert!(!origin.unwrap().agrees(claim), "{id}");
    }
}

#[test]
fn a_number_is_given_by_whoever_said_it_and_not_by_the_paper_that_prints_it() {
    let troops = text("/figures view:full topic:troops");
    for line in [
        "John Kirby, 23 October 2024†: at least 3,000",
        "The Multilateral Sanctions Monitoring Team (MSMT), 29 May 2025†: over 11,000 (2024)",
        "Ukrainian media, 3–6 October 2024†: 6",
        "Kim Yong-hyun, 8 October 2024†: probably 6",
        "Korea JoongAng Daily, 13 December 2025: about 1,000",
    ] {
        assert!(troops.contains(line), "{line}\n{troops}");
    }
    let weapons = text("/figures view:full topic:weapons");
    assert!(
        !weapons.contains("POLITICO Europe, 27 February 2024: "),
        "{weapons}"
    );
    assert!(
        weapons.contains("Shin Won-sik, 26 February 2024†: up to 3 million"),
        "{weapons}"
    );
}

#[test]
fn running_totals_are_no_disagreement_and_alternatives_stay() {
    let weapons = text("/weapons view:full");
    let (_, over_time) = weapons.split_once("Numbers over time").unwrap();
    for number in [
        "up to 3 million",
        "up to 500,000",
        "if all were 122 mm shells",
    ] {
        assert!(over_time.contains(number), "{number}\n{weapons}");
    }
    let troops = text("/troops view:full");
    assert!(troops.contains("3,000 (the Multilateral"), "{troops}");
    assert!(troops.contains("in addition, sent in 2025"), "{troops}");
    assert!(!text("/sanctions view:full").contains("Countries in the team"));
}

#[test]
fn a_number_waits_for_a_source_that_has_it_as_it_is() {
    let then = text("/claim view:full claim:nis-1500-to-vladivostok as_of:2024-10-18");
    assert!(then.contains("some 1,500"), "{then}");
    assert!(!then.contains(": 1,500"), "{then}");
    assert!(text("/claim view:full claim:nis-1500-to-vladivostok").contains(": 1,500"));
}

#[test]
fn support_is_no_answer_and_an_answer_is_named_by_what_it_does() {
    let kremlin = text("/who view:full name:kremlin");
    let (answers, supports) = kremlin.split_once("Supported by").unwrap();
    assert!(!answers.contains("Kim Yo Jong"), "{kremlin}");
    assert!(supports.contains("Kim Yo Jong"), "{kremlin}");
    let kim = text("/who view:full name:kim-yong-hyun");
    assert!(kim.contains("Denies · Dmitry Peskov"), "{kim}");
}

#[test]
fn a_denial_answers_a_statement_only_where_the_file_says_so() {
    let day = FACTS.dossier.reviewed;
    for denial in ["kim-yo-jong-denies-arms", "kremlin-pyongyang-deny-arms"] {
        let answered = FACTS.as_of(day).answered(claim(denial));
        assert!(answered.is_empty(), "{denial}");
    }
    let denials = text("/weapons view:denials");
    assert!(
        denials.contains("Said by the United States")
            && denials.contains("in part after this denial"),
        "{denials}"
    );
}

#[test]
fn posts_are_shown_as_they_were_on_the_day() {
    for (name, post) in [
        ("kim-yong-hyun", "South Korea's defence minister"),
        ("flynn", "General, commander of the US Army in Asia-Pacific"),
    ] {
        let then = text(&format!("/who name:{name} as_of:2024-10-20"));
        assert!(then.contains(post), "{then}");
        for later in ["former", "retired", "until", "since"] {
            assert!(!then.contains(later), "{later}\n{then}");
        }
    }
    assert!(text("/who view:full name:kim-yong-hyun").contains("until 1–8 December 2024"));
}

#[test]
fn words_that_were_translated_back_are_not_shown_as_the_speakers_own() {
    let howell = text("/quotes name:howell");
    let (before, _) = howell.split_once("“cash-for-weapons”").unwrap();
    assert!(before.ends_with("– English: "), "{before}");
    assert!(
        before.contains("Indonesian: “uang-untuk-senjata”"),
        "{before}"
    );
    assert!(
        howell
            .contains("translated back by Sumber; the words as spoken, in English, are not known")
    );
    // Words that a source prints are the speaker's, and come first.
    assert!(
        howell.contains("to Al Jazeera: “we cannot discount"),
        "{howell}"
    );
}

#[test]
fn what_somebody_did_not_say_is_the_word_of_whoever_observed_it() {
    let silence = claim("putin-does-not-deny");
    assert_eq!(silence.by[0].id, "voa-indonesia");
    assert!(silence.about.iter().any(|one| one.id == "putin"));
    let linked = sumber::export::jsonld::of_claim(&FACTS, silence).to_string();
    assert!(!linked.contains("\"author\":[{\"@id\":\"urn:sumber:dprk-russia:speaker:putin\""));
    for claim in &FACTS.claims {
        let text = claim.text.get(Lang::En);
        let silent = ["No answer", "There was no"]
            .iter()
            .any(|no| text.starts_with(no));
        assert!(!silent, "{}", claim.id);
    }
}

#[test]
fn a_part_knows_who_denies_and_confirms_the_whole() {
    let missile = text("/claim view:full claim:kirby-dec-30-missile");
    assert!(
        missile.contains("That North Korea has supplied Russia with weapons: denied by Russia"),
        "{missile}"
    );
    let sides = text("/sides claim:kirby-dec-30-missile");
    assert!(
        sides.contains("That North Korea has supplied Russia with weapons: denied by Russia"),
        "{sides}"
    );
    let sides = text("/sides view:full claim:kirby-dec-30-missile");
    assert!(sides.contains("On the wider statement"), "{sides}");
    assert!(sides.contains("Kim Yo Jong, sister of North Korea's leader, 17 May 2024† · denial"));
    let nis = text("/claim view:full claim:nis-1500-to-vladivostok");
    assert!(
        nis.contains(
            "That North Korea is sending soldiers to Russia: denied at first by Russia (16 October 2024†) and North \
             Korea (21 October 2024†)"
        ),
        "{nis}"
    );
    assert!(
        nis.contains("; confirmed by Russia (26 April 2025†), North Korea"),
        "{nis}"
    );
    let earlier = text("/claim view:full claim:nis-1500-to-vladivostok as_of:2024-10-18");
    assert!(
        earlier.contains("That North Korea is sending soldiers to Russia: denied by Russia")
            && !earlier.contains("onfirmed by"),
        "{earlier}"
    );
}

#[test]
fn a_denial_tells_wherever_it_is_shown_that_its_party_has_turned() {
    let turned = "Has since said otherwise: North Korea";
    for question in [
        "/who name:dprk-un-mission",
        "/search query:groundless",
        "/troops view:full",
        "/sides claim:ukraine-rok-say-troops-sent",
    ] {
        assert!(text(question).contains(turned), "{question}");
        let then = format!("{question} as_of:2024-10-22");
        assert!(!text(&then).contains("Has since said otherwise"), "{then}");
    }
}

#[test]
fn an_overview_says_who_leaves_it_open_until_they_say_more() {
    let then = text("/troops view:full as_of:2024-10-18");
    let (_, open) = then.split_once("Not confirmed").unwrap();
    assert!(
        open.contains("Kurt Campbell") && open.contains("Mark Rutte"),
        "{then}"
    );
    assert!(!text("/troops view:full").contains("Not confirmed"));
}

#[test]
fn an_overview_fits_one_page_on_every_day() {
    for topic in &FACTS.topics {
        for day in FACTS.all_days() {
            for lang in [Lang::En, Lang::Id] {
                let question = format!("/{} as_of:{day}", topic.id);
                let answer = commands::answer(&FACTS, &question.parse().unwrap(), lang);
                assert_eq!(render::page(&answer).total, 1, "{question} {lang:?}");
            }
        }
    }
}

#[test]
fn a_page_that_nobody_read_was_accessed_on_no_day() {
    for style in sumber::cite::Style::ALL {
        let question = format!("/sources claim:howell-cash-for-arms style:{}", style.name());
        let answer = commands::answer(&FACTS, &question.parse().unwrap(), Lang::En);
        let shown = format!("{:?} {:?}", answer.sections, answer.references);
        let text = shown.split("accessed: None").collect::<String>();
        for read in ["2026", "ccessed", "cited ", "Retrieved"] {
            assert!(!text.contains(read), "{question}: {read}\n{text}");
        }
    }
    let other = text("/sources claim:nis-1500-to-vladivostok style:ieee");
    assert!(other.contains("2026"), "{other}");
}

#[test]
fn no_note_or_reason_tells_of_a_source_that_was_not_out() {
    for question in [
        "/weapons as_of:2024-06-01",
        "/weapons view:claims as_of:2024-06-01",
        "/troops view:claims as_of:2024-10-18",
        "/claim view:full claim:kirby-dec-30-missile as_of:2024-06-01",
        "/claim view:full claim:nis-1500-to-vladivostok as_of:2024-10-18",
    ] {
        assert!(
            !text(question).contains("Jazeera's explainer"),
            "{question}"
        );
    }
    let since = text("/claim view:full claim:nis-1500-to-vladivostok");
    assert!(
        since.contains("Date of the statement: Al Jazeera's explainer prints"),
        "{since}"
    );
}

#[test]
fn a_denial_in_short_shows_what_it_denies_and_how_that_stands() {
    let peskov = text("/claim claim:peskov-fake-news");
    let (_, denied) = peskov
        .split_once("Denies a statement by Kim Yong-hyun")
        .unwrap();
    assert!(denied.contains("confirmed by Russia (26 "), "{peskov}");
}
