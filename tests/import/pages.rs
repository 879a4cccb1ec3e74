//! Pages of the web: what they say of themselves becomes a source, and nothing else does.

use proptest::prelude::*;
use sumber::draft::{Dossier, Form, Options, Outcome, import, read_page};
use sumber::visits::Body;

use crate::{after, bare, facts, options, told};

const ADDRESS: &str = "https://example.org/clock";

/// The page of a newspaper that says everything, in more than one way.
pub(crate) const FULL: &str = r#"<!doctype html><html lang="en-GB"><head>
<title>The clock runs again | Eastport Gazette</title>
<meta property="og:title" content="The clock runs again &amp; on time">
<meta property="og:site_name" content="Gazette online">
<meta name=author content="Web desk">
<meta property="article:published_time" content="2024-05-02T08:00:00+02:00">
<script type="application/ld+json">{ "@context": "https://schema.org", "@type": "BreadcrumbList" }</script>
<script type="application/ld+json">{ broken </script>
<script type="application/ld+json">{ "@graph": [
  { "@type": "WebPage", "name": "Another" },
  { "@type": "NewsMediaOrganization", "@id": "https://example.org/#house", "name": "Eastport Gazette" },
  { "@type": ["ReportageNewsArticle", "NewsArticle"], "headline": "The clock runs again &#8211; on time",
    "datePublished": "2024-05-02T23:30:00-05:00", "inLanguage": "en", "publisher": { "@id": "https://example.org/#house" },
    "author": [{ "@type": "Person", "name": "Ina Moll", "familyName": "Moll", "givenName": "Ina" },
               { "@type": "Person", "name": "Otto Klein" }, { "@type": "Organization", "name": "Radio Lune" }] }
]}</script></head><body><svg><title>Logo</title></svg><p>The clock.</p>"#;

fn page(bytes: &[u8], media_type: &str) -> Body {
    Body {
        media_type: media_type.to_owned(),
        bytes: bytes.to_vec(),
        cut: false,
    }
}

fn read(dossier: &Dossier, body: &Body, options: &Options) -> Outcome {
    let original = read_page(ADDRESS, body, None);
    import(dossier, &original, Form::Page, options)
}

/// The file of sources after a page with this text in its head.
fn sources(head: &str) -> String {
    let dossier = bare();
    let outcome = read(&dossier, &page(head.as_bytes(), "text/html"), &options());
    let parts = after(&dossier, &outcome);
    facts(&parts);
    let part = parts.iter().find(|part| part.name.contains("sources"));
    part.map_or_else(|| told(&outcome), |part| part.text.clone())
}

/// What is said of a page with this text in its head.
fn said(head: &str) -> String {
    told(&read(
        &bare(),
        &page(head.as_bytes(), "text/html"),
        &options(),
    ))
}

pub(crate) const REST: &str =
    "<html lang=en><title>The clock</title><meta property=og:site_name content=Gazette>";

#[test]
fn a_page_that_says_everything_becomes_a_source() {
    insta::assert_snapshot!("page_full", sources(FULL));
    insta::assert_snapshot!("page_full_said", said(FULL));
}

#[test]
fn what_a_page_does_not_say_is_a_problem() {
    insta::assert_snapshot!("page_bare", said("<p>Only a text.</p>"));
    let empty = said("<html lang=''><title> </title><meta property=og:site_name content=' '>");
    assert_eq!(empty, said("<p>Only a text.</p>"));
    // A page need not say when it was published, nor who wrote it.
    assert!(
        sources(REST).contains("title = \"The clock\""),
        "{}",
        said(REST)
    );
    assert!(!sources(REST).contains("issued") && !sources(REST).contains("author"));
}

#[test]
fn the_data_of_scholars_and_libraries_is_read() {
    let scholars = sources(
        "<meta name=citation_title content='On clocks'><meta name=citation_author content='Moll, Ina'>\
         <meta name=citation_author content='Klein, Otto'><meta name=citation_journal_title content='Annals of Eastport'>\
         <meta name=citation_date content='2024/5/2'><meta name=citation_publisher content='Lune Press'>\
         <meta name=DC.language content=de>",
    );
    insta::assert_snapshot!("page_scholars", scholars);
    let library = sources(
        "<meta name=DC.Title content='On clocks'><meta name=DC.creator content='Moll, Ina'>\
         <meta name=DCTERMS.issued content=2024-05><meta name=DC.publisher content='Town library'>\
         <meta property=og:locale content=en_US>",
    );
    insta::assert_snapshot!("page_library", library);
}

#[test]
fn a_day_is_read_in_one_way_or_refused() {
    let day = |written: &str| {
        let head = format!("{REST}<meta property=article:published_time content='{written}'>");
        let sources = sources(&head);
        let issued = sources.lines().find(|line| line.starts_with("issued"));
        issued.map_or_else(|| said(&head), str::to_owned)
    };
    for written in [
        "2024-05-02T00:30:00+13:00",
        "2024-05-02 10:00",
        "2024/05/02",
        "02.05.2024",
        "May 2, 2024",
    ] {
        assert_eq!(day(written), "issued = \"2024-05-02\"", "{written}");
    }
    for written in ["03/04/2024", "1714608000", "2024-02-30"] {
        assert!(
            day(written).contains("is not a date"),
            "{written}: {}",
            day(written)
        );
    }
    let two = format!(
        "{REST}<meta name=dc.date content=2024-05-01><meta property=article:published_time content=2024-05-02>"
    );
    assert!(
        said(&two).contains("2024-05-02 and 2024-05-01"),
        "{}",
        said(&two)
    );
    let nearer = two.replace("2024-05-01", "2024-05");
    assert!(!said(&nearer).contains(" and "), "{}", said(&nearer));
}

#[test]
fn linked_data_of_several_counts_where_it_names_the_address() {
    let article = |title: &str, url: &str| {
        format!(
            "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"{title}\",\"url\":\"{url}\"}}</script>"
        )
    };
    let other = article("Other", "https://example.org/other");
    let own = article("Own", "http://example.org/clock/#top");
    assert!(sources(&format!("{REST}{other}{own}")).contains("title = \"Own\""));
    let another = article("Another", "https://example.org/another");
    let several = format!("{REST}{other}{another}");
    assert!(sources(&several).contains("title = \"The clock\""));
    assert!(said(&several).contains("2 things, none of which is this address"));
    assert!(sources(&format!("{REST}{other}")).contains("title = \"Other\""));
}

#[test]
fn authors_are_not_taken_apart() {
    let by = |name: &str| {
        let head = format!("{REST}<meta name=author content='{name}'>");
        sources(&head) + &said(&head)
    };
    assert!(
        by("Reuters").contains("family = \"Reuters\""),
        "{}",
        by("Reuters")
    );
    let two = by("Ina Moll");
    assert!(
        two.contains("name = \"Ina Moll\"") && two.contains("whether “Ina Moll” is a person"),
        "{two}"
    );
    for several in [
        "Ina Moll, Otto Klein",
        "Ina Moll and Otto Klein",
        "Ina Moll; Otto Klein",
    ] {
        let said = by(several);
        assert!(
            !said.contains("author = ") && said.contains("may be several"),
            "{said}"
        );
    }
    assert!(!by("https://example.com/ina").contains("author"));
}

#[test]
fn the_encoding_is_the_one_that_the_page_names() {
    let title = |bytes: &[u8], media_type: &str| {
        let dossier = bare();
        let outcome = read(&dossier, &page(bytes, media_type), &options());
        let parts = after(&dossier, &outcome);
        let text: String = parts.iter().map(|part| part.text.clone()).collect();
        let line = text.lines().find(|line| line.starts_with("title = "));
        line.map_or_else(|| told(&outcome), str::to_owned)
    };
    let rest = b"<html lang=en><meta property=og:site_name content=Gazette><title>caf\xe9</title>";
    let meta = [&b"<meta charset='windows-1252'>"[..], rest].concat();
    let cafe = "title = \"café\"";
    assert_eq!(title(rest, "text/html; charset=ISO-8859-1"), cafe);
    assert_eq!(title(&meta, "text/html"), cafe);
    assert_eq!(title(rest, "text/html"), cafe);
    let wrong = title(rest, "text/html; charset=utf-8");
    assert!(
        wrong.contains("letters cannot be read") && wrong.contains("does not say its title"),
        "{wrong}"
    );
    let marked =
        "\u{feff}<html lang=en><meta property=og:site_name content=Gazette><title>café</title>";
    assert_eq!(
        title(marked.as_bytes(), "text/html; charset=windows-1252"),
        cafe
    );
}

#[test]
fn nothing_in_a_page_can_break_the_file() {
    for text in [
        "</title><script>",
        "\u{202e}abc\u{200b}",
        "\"\"\"\n[[claim]]",
        "\\u0000\\",
        "<b>bold</b>",
        "a: b",
        "&#0;&#xffffffff;&bogus;",
    ] {
        let head = format!(
            "<html lang=en><title>{text}</title><meta property=og:site_name content='{text}'>\
            <script type='application/ld+json'>{}</script>",
            serde_json::json!({ "@type": "Article", "headline": text, "author": text })
        );
        sources(&head);
    }
}

proptest! {
    #[test]
    fn any_page_is_read(
        pieces in prop::collection::vec(prop_oneof![
            Just("<meta name=author content='".to_owned()), Just("<title>".to_owned()), Just("<!--".to_owned()),
            Just("<script type='application/ld+json'>".to_owned()), Just("</script>".to_owned()), Just("'>".to_owned()),
            Just("{\"@graph\":[{\"@type\":\"Article\",\"author\":[{\"@id\":\"x\"}]}]}".to_owned()),
            "[<>=\"'/&;#x{}\\[\\]:, a-zé\u{0}\u{fffd}\u{200b}]{0,12}",
        ], 0..24),
        cut in 0usize..400,
    ) {
        let mut bytes = pieces.concat().into_bytes();
        bytes.truncate(cut);
        let body = Body { cut: bytes.len() == cut, ..page(&bytes, "text/html") };
        let dossier = bare();
        let outcome = read(&dossier, &body, &options());
        facts(&after(&dossier, &outcome));
    }
}
