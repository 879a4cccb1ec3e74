//! What single manuals want: the order of a date, the place of a genre, quotation marks.

use super::*;

#[test]
fn nothing_stands_twice_after_a_title_that_ends_in_a_sign() {
    let mut source = online();
    for (title, bad) in [
        ("Is it so?", "?."),
        ("To end Tues.", ".."),
        ("It is so!", "!."),
    ] {
        source.title = title.into();
        for style in MANUALS {
            let text = one(&source, style, Lang::Id);
            assert!(
                text.contains(title.trim_end_matches('.')) && !text.contains(bad),
                "{text}"
            );
        }
    }
}

#[test]
fn an_english_date_is_in_the_order_of_its_manual_and_an_indonesian_one_begins_with_the_day() {
    let mut undated = online();
    undated.issued = None;
    for (source, style, english, indonesian) in [
        (
            &undated,
            Style::Apa,
            "Retrieved November 23, 2026, from",
            "Diambil 23 November 2026, dari",
        ),
        (
            &online(),
            Style::Chicago,
            " October 18, 2024.",
            " 18 Oktober 2024.",
        ),
        (&online(), Style::Mla, " 18 Oct. 2024,", " 18 Oktober 2024,"),
        (
            &online(),
            Style::Ieee,
            " Oct. 18, 2024.",
            " 18 Oktober 2024.",
        ),
    ] {
        for (lang, date) in [(Lang::En, english), (Lang::Id, indonesian)] {
            let text = one(source, style, lang);
            assert!(text.contains(date), "{text}");
        }
    }
}

#[test]
fn a_genre_stands_right_behind_the_title() {
    let mut source = online();
    source.csl_type = "broadcast".into();
    let text = one(&source, Style::Apa, Lang::En);
    let start = "NIS says so [Broadcast]. (2024, October 18). KBS World. https";
    assert!(text.starts_with(start), "{text}");
    source.csl_type = "interview".into();
    source.title = "Is it so?".into();
    source.issued_basis = Basis::Inferred;
    let text = one(&source, Style::Apa, Lang::Id);
    let start = "Is it so? [Wawancara]. ([2024, 18 Oktober]). KBS World. https";
    assert!(text.starts_with(start), "{text}");
}

#[test]
fn mla_quotes_the_title_of_a_broadcast_within_a_programme() {
    let mut source = online();
    source.csl_type = "broadcast".into();
    let text = one(&source, Style::Mla, Lang::En);
    assert!(text.starts_with("“NIS says so.” KBS World, 18 Oct. 2024, "));
}

#[test]
fn a_treaty_is_cited_as_the_page_that_prints_it() {
    let mut treaty = online();
    treaty.csl_type = "treaty".into();
    let mut page = online();
    page.csl_type = "webpage".into();
    for style in Style::ALL {
        assert_eq!(one(&treaty, style, Lang::En), one(&page, style, Lang::En));
    }
    let text = one(&treaty, Style::Apa, Lang::En);
    assert!(text.starts_with("NIS says so. (2024, October 18). KBS World. "));
}
