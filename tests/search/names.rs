//! Names as people write them: in any order, with titles, and in other scripts.

use super::words::found;
use super::{FACTS, today};

#[test]
fn names_are_found_in_any_order_with_titles() {
    let by = |text: &str| {
        let hits = FACTS.as_of(today()).search(text, 1).hits;
        let by = hits.first().into_iter().flat_map(|hit| &hit.claim.by);
        by.map(|one| one.id.as_str()).collect::<Vec<_>>()
    };
    for (text, speaker) in [
        ("Peskov", "peskov"),
        ("Mr Peskov", "peskov"),
        ("Mr. Peskov", "peskov"),
        ("Peskov, Dmitry", "peskov"),
        ("Pak Peskov", "peskov"),
        ("Kim, Yong-hyun", "kim-yong-hyun"),
        ("Kim Yong\u{2011}hyun", "kim-yong-hyun"),
        ("Kim Yong\u{2010}hyun", "kim-yong-hyun"),
        ("kim yonghyun", "kim-yong-hyun"),
        ("Won-sik Shin", "shin-won-sik"),
        ("the National Intelligence Service", "nis"),
        ("National Intelligence Service (NIS)", "nis"),
    ] {
        assert!(by(text).contains(&speaker), "{text}: {:?}", by(text));
        assert!(found(text).unknown.is_empty(), "{text}");
    }
}

#[test]
fn names_in_other_scripts_are_found_with_endings_and_without_spaces() {
    let hits = |text: &str| FACTS.as_of(today()).search(text, 100);
    for texts in [
        &["Песков", "ПЕСКОВ", "Пескова", "Песковым", "Песко́в"][..],
        &[
            "북한",
            "북한은",
            "북한에서",
            "북한이",
            "\u{1107}\u{116e}\u{11a8}\u{1112}\u{1161}\u{11ab}",
        ],
        &[
            "북한 러시아",
            "북한과러시아",
            "북한러시아",
            "북한은 러시아에",
        ],
    ] {
        let first = super::ids(&hits(texts[0]).hits);
        for text in texts {
            let found = hits(text);
            assert_eq!(super::ids(&found.hits), first, "{text}");
            assert!(!first.is_empty() && found.unknown.is_empty(), "{text}");
        }
    }
    let first_is_by = |text: &str, party: &str| {
        let hits = hits(text).hits;
        hits[0].claim.by.iter().any(|by| by.id == party)
    };
    assert!(first_is_by("Песков", "peskov"));
    assert!(first_is_by("북한", "north-korea"));
    assert_eq!(hits("북한과 벨라루스").unknown, ["벨라루스"]);
    assert_eq!(hits("북한과벨라루스").unknown, ["과벨라루스"]);
    assert_eq!(hits("Беларусь Россия").unknown, ["Беларусь"]);
}
