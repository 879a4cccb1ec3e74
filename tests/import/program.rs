//! The program as people use it: a new dossier passes its check, takes a table, a bibliography and single records.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

fn sumber(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sumber"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "DISCORD_TOKEN"] {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

/// Runs it, and returns what it printed.
pub(crate) fn run(arguments: &[&str], code: i32) -> String {
    let output = sumber(arguments).output().unwrap();
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    // Paragraphs are wrapped to the width of a terminal.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
    text
}

/// An empty folder.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("import")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

const LANGUAGES: [&str; 4] = ["--language", "en", "--language", "id"];

/// A new dossier: how it was made, its folder, and what stands around it.
fn fresh(name: &str) -> (Vec<String>, String, PathBuf) {
    let around = folder(name);
    let facts = around.join("my-facts").display().to_string();
    let begin = [
        "new",
        &facts,
        "--title",
        "The clock of Eastport",
        "--topic",
        "clock",
    ];
    let made: Vec<&str> = begin.into_iter().chain(LANGUAGES).collect();
    let said = run(&made, 0);
    assert!(
        !said.contains("warning") && !said.contains("error"),
        "{said}"
    );
    (made.into_iter().map(str::to_owned).collect(), facts, around)
}

#[test]
fn a_new_dossier_passes_and_is_never_overwritten() {
    let (made, facts, around) = fresh("new");
    let checked = run(&["check", &facts], 0);
    assert!(
        checked.starts_with("claims: 1 · topics: 1 · sources: 1"),
        "{checked}"
    );
    let answer = run(&["ask", "/clock", "--facts", &facts], 0);
    assert!(answer.contains("has been running again"), "{answer}");
    let dossier = fs::read_to_string(around.join("my-facts/dossier.toml")).unwrap();
    assert!(dossier.starts_with("#:schema ./facts.schema.json\n"));
    let again: Vec<&str> = made.iter().map(String::as_str).collect();
    assert!(run(&again, 2).contains("is there already"));
}

#[test]
fn what_would_not_pass_the_check_is_not_written() {
    let around = folder("refused");
    let facts = around.join("my-facts").display().to_string();
    let new = ["new", &facts, "--language", "en"];
    for (options, says) in [
        (
            ["--title", "Clock", "--topic", "search"],
            "kept for the bot’s own commands",
        ),
        (
            ["--title", "Clock", "--topic", "My clock"],
            "“My clock” is not an id",
        ),
        (
            ["--title", " Clock", "--topic", "clock"],
            "nothing was written",
        ),
    ] {
        let said = run(&[&new[..], &options].concat(), 2);
        assert!(said.contains(says), "{said}");
        assert!(!around.join("my-facts").exists(), "{options:?}");
    }
}

#[test]
fn the_template_and_the_guide_have_the_same_columns() {
    let around = folder("columns");
    let csv = around.join("claims.csv").display().to_string();
    let begin = ["new", "--csv", &csv, "--topic", "clock"];
    run(&[&begin[..], &LANGUAGES, &["--language", "fr"]].concat(), 0);
    let text = fs::read_to_string(&csv).unwrap();
    let header = text.trim_start_matches('\u{feff}').lines().next().unwrap();
    let header: Vec<&str> = header.split(',').collect();
    let guide = include_str!("../../docs/own-dossier.md");
    let (_, rows) = guide
        .split_once("| column | what to write |\n|---|---|\n")
        .unwrap();
    let rows = rows.lines().take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    let names = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    let names: Vec<String> = names.map(|name| name.replace('…', "en")).collect();
    assert!(names.len() > 20, "{names:?}");
    for name in
        names
            .iter()
            .map(String::as_str)
            .chain(["speakers_kind", "posts_fr", "in", "note_id"])
    {
        assert!(header.contains(&name), "{name} in {header:?}");
    }
}

#[test]
fn the_template_of_a_table_is_read_once() {
    let (_, facts, around) = fresh("template");
    let csv = around.join("claims.csv").display().to_string();
    let begin = ["new", "--csv", &csv, "--topic", "clock"];
    let template: Vec<&str> = begin.into_iter().chain(LANGUAGES).collect();
    run(&template, 0);
    assert!(run(&template, 2).contains("is there already"));
    let said = run(&["import", &csv, "--into", &facts], 0);
    let written = "1 speaker, 1 source, 1 claim written · there already: 2";
    assert!(said.contains(written), "{said}");
    assert!(run(&["import", &csv, "--into", &facts], 0).contains("nothing written"));
    assert!(run(&["ask", "/clock", "--facts", &facts], 0).contains("Otto Klein"));
}

#[test]
fn a_bibliography_goes_behind_the_sources() {
    let (_, facts, around) = fresh("bibliography");
    let bib = around.join("sources.bib").display().to_string();
    let entry = "@online{town-clock,\n title = {Clocks}, organization = {Town}, \
        url = {https://example.org/c}, langid = {en}\n}\n";
    fs::write(&bib, entry).unwrap();
    let sources = || fs::read_to_string(around.join("my-facts/sources.toml")).unwrap();
    let before = sources();
    let dry = run(&["import", &bib, "--into", &facts, "--dry-run"], 0);
    assert!(dry.contains("1 source would be written"), "{dry}");
    assert_eq!(sources(), before);
    run(&["import", &bib, "--into", &facts], 0);
    assert!(sources().starts_with(&before) && sources() != before);
    let names = fs::read_dir(&facts)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let mut left = names.filter(|name| name.to_string_lossy().ends_with(".new"));
    assert_eq!(left.next(), None);
}

#[test]
fn comments_stay_above_the_first_record_of_a_file() {
    let (_, facts, around) = fresh("comments");
    let path = |name: &str| around.join("my-facts").join(name);
    let csv = around.join("claims.csv").display().to_string();
    let template = ["new", "--csv", &csv, "--topic", "clock"];
    run(&[&template[..], &LANGUAGES].concat(), 0);
    // Explanations and an example that is only a comment; one file ends without a line break.
    for (name, end) in [("speakers", "\n\n\n"), ("sources", ""), ("clock", "\n")] {
        let path = path(&format!("{name}.toml"));
        let text = fs::read_to_string(&path).unwrap();
        let (comments, records) = text.split_once("\n[[").unwrap();
        let example = format!("[[{records}").trim_end().replace('\n', "\n# ");
        fs::write(&path, format!("{comments}\n# {example}{end}")).unwrap();
    }
    let read = |name: &str| fs::read_to_string(path(name)).unwrap();
    let names = ["speakers.toml", "sources.toml", "clock.toml"];
    let before = names.map(read);
    // No speaker, source or claim is left, so that the topic leads with nothing.
    let dossier = read("dossier.toml").replace("lead = [\"clock-runs-again\"]\n", "");
    fs::write(path("dossier.toml"), dossier).unwrap();
    run(&["import", &csv, "--into", &facts], 0);
    for (name, before) in names.into_iter().zip(before) {
        let after = read(name);
        let rest = after.strip_prefix(before.trim_end());
        let rest = rest.unwrap_or_else(|| panic!("{name}: {after}"));
        assert!(rest.starts_with("\n\n[["), "{name}: {after}");
        assert!(
            rest.ends_with("\"\n") && !rest.contains('#'),
            "{name}: {after}"
        );
    }
    run(&["check", &facts], 0);
}

#[test]
fn a_claim_is_added_by_a_script() {
    let (_, facts, _) = fresh("script");
    let add = |what: &str, answers: &[&str], code: i32| {
        run(
            &[&["add", what, "--into", &facts][..], answers].concat(),
            code,
        )
    };
    let lacking = add("claim", &["id=tower-leans", "kind=asserts"], 1);
    let told = lacking.contains("`said.when` is missing") && lacking.contains("nothing written");
    assert!(told, "{lacking}");
    let misspelt = add("claim", &["text.eng=x"], 2);
    assert!(misspelt.contains("did you mean “text.en”"), "{misspelt}");
    let claim = [
        "id=tower-leans",
        "topics=clock",
        "kind=asserts",
        "by=ina-moll, eastport",
        "said.when=2024-06",
        "said.basis=stated",
        "text.en=The tower leans.",
        "text.id=Menara itu miring.",
        "evidence.source=gazette-clock",
        "evidence.role=origin",
    ];
    let said = add("claim", &claim, 1);
    assert!(said.contains("came out before it was said"), "{said}");
    let later = claim.map(|answer| answer.replace("2024-06", "2024-05"));
    let later: Vec<&str> = later.iter().map(String::as_str).collect();
    assert!(add("claim", &later, 0).contains("1 claim written"));
    let speaker = [
        "id=x",
        "kind=person",
        "name.en=X",
        "name.id=X",
        "for=eastprot",
    ];
    let unknown = add("speaker", &speaker, 1);
    assert!(unknown.contains("did you mean “eastport”"), "{unknown}");
    run(&["check", &facts], 0);
}

#[test]
fn without_a_terminal_nothing_is_guessed() {
    let folder = folder("unasked");
    let facts = folder.join("facts").display().to_string();
    let said = run(&["new", &facts, "--topic", "clock"], 2);
    assert!(said.contains("--language is missing"), "{said}");
    let said = run(&["new", &facts, "--topic", "clock", "--language", "xx"], 2);
    assert!(said.contains("“xx” is not a language"), "{said}");
    assert!(!Path::new(&facts).exists());
    assert!(run(&["import", "nothing.csv", "--into", &facts], 2).contains("nothing"));
}

/// The files of a new dossier in these languages.
fn made(languages: &[&str]) -> Vec<sumber::draft::Edit> {
    let languages: Vec<String> = languages.iter().map(|code| (*code).to_owned()).collect();
    let titles = vec!["The clock".to_owned(); languages.len()];
    sumber::draft::files(&sumber::draft::Wanted {
        id: "clock".to_owned(),
        topic: "clock".to_owned(),
        topic_titles: titles.clone(),
        titles,
        languages,
        licence: "CC0-1.0".to_owned(),
        today: crate::options().today,
    })
}

#[test]
fn the_languages_decide_which_texts_there_are() {
    for languages in [&["en"][..], &["en", "id"], &["id"]] {
        let files = made(languages);
        let all: String = files.iter().map(|file| file.text.as_str()).collect();
        for code in ["en", "id"] {
            let has = all.contains(&format!("text.{code} = "));
            assert_eq!(has, languages.contains(&code), "{languages:?}");
        }
        let folder = "facts/".to_owned();
        let parts = files.iter().filter(|file| file.file.ends_with(".toml"));
        let parts = parts.map(|file| crate::part(&format!("facts/{}", file.file), &file.text));
        let dossier = sumber::draft::Dossier::read(parts.collect(), Some(folder)).unwrap();
        // The template fits the dossier, in every language in which a dossier may be.
        if sumber::facts::file::read(&dossier.parts).is_ok() {
            let today = crate::options().today;
            let table = sumber::draft::template(&dossier.languages, "clock", today);
            let table = table.as_bytes();
            let outcome = crate::imported(&dossier, "claims.csv", table, &crate::options());
            assert_eq!(crate::told(&outcome), "");
            let parts = crate::after(&dossier, &outcome);
            assert_eq!(crate::facts(&parts).claims.len(), 2);
        }
    }
}
