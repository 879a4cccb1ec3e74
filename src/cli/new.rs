//! `sumber new`: a dossier to begin with, or a table to fill. Nothing that is there is changed.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::ask_for::Asking;
use super::{Stop, import, output};
use crate::draft::{self, Edit, Wanted};
use crate::facts::known_language;

/// The options of `sumber new`.
#[derive(Debug, Args)]
pub struct NewOptions {
    /// The folder to make.
    #[arg(required_unless_present = "csv", value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// What the collection is called; once for each language, in their order, or once for all.
    #[arg(long, value_name = "TEXT")]
    pub title: Vec<String>,
    /// A language in which every text stands, such as en; once for each.
    #[arg(long, value_name = "CODE")]
    pub language: Vec<String>,
    /// The id of the first topic, which becomes a command.
    #[arg(long, value_name = "ID")]
    pub topic: Option<String>,
    /// What the topic is called, like --title [default: its id].
    #[arg(long, value_name = "TEXT")]
    pub topic_title: Vec<String>,
    /// The licence of the facts, by its SPDX name.
    #[arg(long, value_name = "NAME", default_value = "CC-BY-4.0")]
    pub licence: String,
    /// Write a table of claims with two example rows to this file instead.
    #[arg(long, value_name = "FILE", conflicts_with = "dir")]
    pub csv: Option<PathBuf>,
}

/// Makes a dossier in a new folder, or a table.
///
/// # Errors
///
/// Something is there already, something lacks and nobody can be asked, or it cannot be written.
pub fn run(options: &NewOptions) -> Result<ExitCode, Stop> {
    let mut asking = Asking::begin();
    let languages = match options.language.is_empty() {
        false => options.language.clone(),
        true => asking.list(
            "--language",
            "In which languages, such as en? Several with commas.",
        )?,
    };
    known(&languages)?;
    let topic = match (&options.topic, &options.csv) {
        (Some(topic), _) => topic.clone(),
        (None, Some(_)) => "clock".to_owned(),
        (None, None) => asking.one(
            "--topic",
            "The id of the first topic, in letters a to z and hyphens? It becomes a command.",
        )?,
    };
    let Some(dir) = &options.dir else {
        let table = draft::template(&languages, &topic, import::today());
        let csv = options.csv.clone().unwrap_or_default();
        create(&csv, &table)?;
        output::show(&format!("{}\n", csv.display()))?;
        return Ok(ExitCode::SUCCESS);
    };
    let titles = match options.title.is_empty() {
        false => each(&options.title, &languages),
        true => {
            let ask = |lang: &String| {
                asking.one(
                    "--title",
                    &format!("What is the collection called, in {lang}?"),
                )
            };
            languages.iter().map(ask).collect::<Result<_, _>>()?
        }
    };
    let topic_titles = match options.topic_title.is_empty() {
        false => each(&options.topic_title, &languages),
        true => each(&[spoken(&topic)], &languages),
    };
    let wanted = Wanted {
        id: id(dir),
        titles,
        topic_titles,
        topic,
        languages,
        licence: options.licence.clone(),
        today: import::today(),
    };
    make(dir, &draft::files(&wanted))?;
    let good = import::checked(dir)?;
    let (place, topic) = (dir.display(), &wanted.topic);
    output::show(&format!(
        "{place} is made. Next: sumber ask '/{topic}' --facts {place}\n"
    ))?;
    Ok(ExitCode::from(u8::from(!good)))
}

/// Refuses languages that are not known.
fn known(languages: &[String]) -> Result<(), Stop> {
    for code in languages {
        let wrong =
            |help| Stop::Misused(format!("“{code}” is not a language that is known: {help}"));
        known_language(code).map_err(wrong)?;
    }
    Ok(())
}

/// A text for each language: the last one given stands for those that follow.
fn each(texts: &[String], languages: &[String]) -> Vec<String> {
    let text = |number: usize| {
        texts
            .get(number)
            .or(texts.last())
            .cloned()
            .unwrap_or_default()
    };
    (0..languages.len()).map(text).collect()
}

/// An id as words: `town-clock` is `Town clock`.
fn spoken(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The name of a folder as an id.
fn id(dir: &Path) -> String {
    let name = dir
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let id: String = name
        .chars()
        .map(|one| {
            if one.is_ascii_alphanumeric() {
                one
            } else {
                '-'
            }
        })
        .collect();
    let words: Vec<&str> = id.split('-').filter(|word| !word.is_empty()).collect();
    match words.is_empty() {
        true => "facts".to_owned(),
        false => words.join("-"),
    }
}

/// Makes a folder with files; one that is there must be empty.
fn make(dir: &Path, files: &[Edit]) -> Result<(), Stop> {
    let failed =
        |why: std::io::Error| Stop::Misused(format!("{} cannot be made: {why}", dir.display()));
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Stop::Misused(format!(
            "{} is there already and not empty; name a new folder",
            dir.display()
        )));
    }
    fs::create_dir_all(dir).map_err(failed)?;
    files
        .iter()
        .try_for_each(|file| create(&dir.join(&file.file), &file.text))
}

/// Writes a file that is not there yet.
fn create(path: &Path, text: &str) -> Result<(), Stop> {
    let place = path.display();
    let failed = |why: std::io::Error| match why.kind() {
        ErrorKind::AlreadyExists => {
            Stop::Misused(format!("{place} is there already; name a new file"))
        }
        _ => Stop::Misused(format!("{place} cannot be written: {why}")),
    };
    let mut file = File::create_new(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}
