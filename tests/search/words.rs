//! Words as people write them: numbers, forms, spellings, and words that nothing recorded has.

use sumber::commands;
use sumber::facts::Lang;
use sumber::facts::date::Day;
use sumber::facts::search::Found;
use sumber::query::{Key, Query};

use super::{FACTS, ids, search, today};

pub(super) fn found(text: &str) -> Found<'static> {
    FACTS.as_of(today()).search(text, 10)
}

/// Asserts that each of some texts finds the same as the first one, and this claim first.
fn alike(texts: &[&str], first: &str) {
    for text in texts {
        assert_eq!(
            search(text).first(),
            Some(&first),
            "{text}: {:?}",
            search(text)
        );
    }
}

#[test]
fn words_that_nothing_has_are_told() {
    for (text, unknown) in [
        ("troops in Belarus", vec!["Belarus"]),
        ("tentara korut di Belarus", vec!["Belarus"]),
        ("999,999 troops", vec!["999,999"]),
        ("47 ribu tentara", vec!["47 ribu"]),
        ("Iranian drones for Russia", vec!["Iranian"]),
        ("Hwasong-12 missile", vec!["Hwasong-12"]),
        ("KN-23 missile", vec!["KN-23"]),
        ("the troops, please", vec![]),
    ] {
        let found = found(text);
        assert_eq!(found.unknown, unknown, "{text}");
        assert!(!found.hits.is_empty(), "{text}");
    }
}

#[test]
fn an_answer_tells_unknown_words_beside_the_hits() {
    for (lang, told) in [
        (Lang::En, "Nothing recorded has “Belarus”."),
        (Lang::Id, "Tidak ada catatan yang memuat “Belarus”."),
    ] {
        let query = Query::new("search").with(Key::Query, "troops in Belarus");
        let answer = commands::answer(&FACTS, &query, lang);
        assert!(
            answer.notices.iter().any(|one| one == told),
            "{:?}",
            answer.notices
        );
        assert!(answer.entries().count() > 1);
        let everyone = answer.for_everyone();
        assert!(
            everyone.notices.is_empty(),
            "typed words are not for everyone"
        );
    }
}

#[test]
fn a_claim_with_every_word_comes_first() {
    for (text, right) in [
        ("veto panel of experts", vec!["russia-vetoed-panel"]),
        (
            "veto panel ahli",
            vec!["russia-vetoed-panel", "un-security-council-veto-recorded"],
        ),
        (
            "pakta pertahanan ditandatangani",
            // The first names the signing in passing, the second is about it.
            vec!["howell-cash-for-arms", "mutual-defence-pact-signed"],
        ),
        ("kirby missile zaporizhzhia", vec!["kirby-open-field"]),
    ] {
        let found = search(text);
        let first = found.iter().take(right.len());
        assert!(
            first.clone().all(|id| right.contains(id)),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn question_words_and_chat_are_no_misspelt_words() {
    for (text, same) in [
        ("how many soldiers", "soldiers"),
        ("so how many soldiers are there please", "soldiers"),
        ("berapa tentara", "tentara"),
        ("brp tentara sih", "tentara"),
        ("kapan pakta ditandatangani", "pakta ditandatangani"),
        ("gimana dong tentara korut", "tentara korut"),
        ("rudalnya udah kena mana aja ya", "rudalnya kena"),
        ("whats the veto", "veto"),
        ("siapa sih yg membantah", "membantah"),
    ] {
        let read = found(text);
        assert!(read.corrected.is_empty(), "{text}: {:?}", read.corrected);
        assert_eq!(search(text), search(same), "{text}");
    }
    for text in [
        "many",
        "kapan",
        "berapa",
        "gimana dong",
        "how many?",
        "kpn ya",
    ] {
        assert!(search(text).is_empty(), "{text}");
    }
}

#[test]
fn numbers_are_read_however_they_are_written() {
    let right = "nis-1500-to-vladivostok";
    alike(
        &[
            "1500",
            "1,500",
            "1.500",
            "1 500",
            "1'500",
            "1’500",
            "1\u{202f}500",
            "1.5k",
            "1,5K",
            "1,5 ribu",
            "1.5 thousand",
            "1500an tentara",
            "１５００",
            "1 500 soldiers",
        ],
        right,
    );
    alike(
        &["15k combat troops", "15 ribu prajurit tempur"],
        "combat-troops-total",
    );
    alike(
        &["6.7k containers", "6,7 ribu kontener"],
        "shin-6700-containers",
    );
    alike(
        &[
            "13K containers",
            "13 thousand containers",
            "13 000 containers",
        ],
        "dia-13000-containers",
    );
    assert_eq!(found("4 juta tentara").unknown, ["4 juta"]);
    assert_eq!(found("4 million soldiers").unknown, ["4 million"]);
}

#[test]
fn a_number_in_a_name_is_no_day_and_no_count() {
    for name in ["KN-99", "KN\u{2011}99", "MiG-29", "S-8", "Su-30"] {
        assert!(search(name).is_empty(), "{name}: {:?}", search(name));
    }
    let hwasong = "un-monitors-hwasong-debris";
    alike(
        &[
            "Hwasong-11",
            "Hwasong\u{2010}11",
            "hwasong 11",
            "hwasong11",
            "Hwasong",
        ],
        hwasong,
    );
    assert!(!search("18 October").is_empty() && !search("18-10-2024").is_empty());
}

#[test]
fn forms_of_a_word_find_each_other() {
    for forms in [
        "perang memerangi berperang peperangan",
        "ditandatangani menandatangani penandatanganan tandatangan",
        "senjata senjata-senjata senjata2 senjatanya persenjataan",
        "rudal rudal-rudal rudalnya",
        "kecaman mengecam dikecam",
        "mengawasi diawasi pengawasan",
        "mengerahkan dikerahkan pengerahan",
        "kunjungan mengunjungi dikunjungi kunjungannya",
        "meledakkan diledakkan peledakan ledakin",
        "missile missiles",
        "ally allies",
    ] {
        let (word, forms) = forms.split_once(' ').unwrap();
        let first = search(word);
        for form in forms.split(' ') {
            let hits = FACTS.as_of(today()).search(form, 100).hits;
            let missing: Vec<_> = first
                .iter()
                .take(3)
                .filter(|id| !ids(&hits).contains(id))
                .collect();
            assert!(missing.is_empty(), "{form}: {missing:?} of {word}");
            assert!(found(form).corrected.is_empty(), "{form}");
        }
    }
    assert!(
        !search("memerangi").contains(&"kirby-jan-2-use"),
        "not attacks"
    );
}

#[test]
fn words_may_be_written_together_or_apart() {
    for (text, same) in [
        ("kerjasama", "kerja sama"),
        ("tanda tangan pakta", "tandatangan pakta"),
        ("di umumkan", "diumumkan"),
        ("real time feedback", "real-time feedback"),
        ("realtime feedback", "real-time feedback"),
        ("long range", "long-range"),
        ("longrange", "long-range"),
    ] {
        assert!(search(text).contains(&search(same)[0]), "{text}");
    }
    assert_eq!(
        search("kerjasama rusia korut")[0],
        "peskov-deep-cooperation"
    );
}

#[test]
fn notes_on_evidence_are_searched_from_their_day_on() {
    let right = "nis-1500-to-vladivostok";
    for text in ["satellite images", "satellite image", "citra satelit"] {
        assert!(search(text).contains(&right), "{text}");
        assert!(found(text).unknown.is_empty(), "{text}");
    }
    // An encyclopedia that came out later.
    let early = Day {
        year: 2024,
        month: 7,
        day: 1,
    };
    for word in ["encyclopaedia", "ensiklopedia"] {
        assert!(!search(word).is_empty(), "{word}");
        assert!(
            FACTS.as_of(early).search(word, 10).hits.is_empty(),
            "{word}"
        );
    }
}
