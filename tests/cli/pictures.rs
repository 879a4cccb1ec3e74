//! Pictures from the command line: the file that is written, and the message if there is nothing to draw.

use super::{err, out, run};

#[test]
fn a_picture_is_written_in_the_language_and_theme_that_was_asked_for() {
    let question = "/claim claim:nis-1500-to-vladivostok lang:id";
    let svg = out(&run(&["ask", question, "--format", "svg"], 0));
    assert!(svg.starts_with("<svg ") && svg.contains("sejauh yang diketahui per"));
    let dark = out(&run(
        &["ask", question, "--format", "svg", "--theme", "dark"],
        0,
    ));
    assert_ne!(svg, dark);
    for question in [question, "/troops", "/figures", "/timeline topic:pact"] {
        let png = run(&["ask", question, "--format", "png"], 0).stdout;
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "{question}");
    }
}

#[test]
fn a_day_in_words_is_read_as_in_an_answer() {
    let question = "/troops as_of:\"18 Oktober 2024\" lang:en";
    let svg = out(&run(&["ask", question, "--format", "svg"], 0));
    assert!(svg.contains("as known on 18 October 2024"));
}

#[test]
fn where_there_is_no_picture_it_is_said() {
    for question in [
        "/about",
        "/claim claim:none",
        "/troops as_of:2001",
        "/trops",
        "",
    ] {
        let output = run(&["ask", question, "--format", "png"], 2);
        assert!(
            output.stdout.is_empty() && err(&output).starts_with("sumber: "),
            "{question}"
        );
    }
}
