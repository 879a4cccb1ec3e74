//! `sumber new`: a dossier to begin with, or a table to fill. Nothing that is there is changed.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::ask_for::{Asking, members};
use super::{Stop, import, output};
use crate::draft::{self, Edit, Wanted};
use crate::facts::file::{Part, malformed_topic, read};
use crate::facts::known_language;
use crate::facts::problem::report;

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
    let languages = languages(options, &mut asking)?;
    let topic = topic(options, &mut asking)?;
    let Some(dir) = &options.dir else {
        let table = draft::template(&languages, &topic, import::today());
        let csv = options.csv.clone().unwrap_or_default();
        create(&csv, &table)?;
        output::show(&format!("{}\n", csv.display()))?;
        return Ok(ExitCode::SUCCESS);
    };
    vacant(dir)?;
    let titles = match options.title.is_empty() {
        false => each(&options.title, &languages),
        true => {
            let mut ask = |lang: &String| {
                let question = format!("What is the collection called, in {lang}?");
                asking.one("--title", &question, |_| None)
            };
            languages.iter().map(&mut ask).collect::<Result<_, _>>()?
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
    let files = draft::files(&wanted);
    if !passes(dir, &files)? {
        let why = "nothing was written, because it would not pass the check";
        return Err(Stop::Misused(why.to_owned()));
    }
    make(dir, &files)?;
    let good = import::checked(dir)?;
    let (place, topic) = (dir.display(), &wanted.topic);
    output::show(&format!(
        "{place} is made. Next: sumber ask '/{topic}' --facts {place}\n"
    ))?;
    Ok(ExitCode::from(u8::from(!good)))
}

/// The languages that are wanted, each of them known.
fn languages(options: &NewOptions, asking: &mut Asking) -> Result<Vec<String>, Stop> {
    if !options.language.is_empty() {
        return match unknown(&options.language) {
            Some(why) => Err(Stop::Misused(why)),
            None => Ok(options.language.clone()),
        };
    }
    let question = "In which languages, such as en? Several with commas.";
    let answer = asking.one("--language", question, |answer| {
        let languages = members(answer);
        match languages.is_empty() {
            true => Some("Name at least one language, such as en.".to_owned()),
            false => unknown(&languages),
        }
    })?;
    Ok(members(&answer))
}

/// What is wrong with the first language that is not known.
fn unknown(languages: &[String]) -> Option<String> {
    languages.iter().find_map(|code| {
        let help = known_language(code).err()?;
        Some(format!("“{code}” is not a language that is known: {help}"))
    })
}

/// The id of the first topic, which a topic may have.
fn topic(options: &NewOptions, asking: &mut Asking) -> Result<String, Stop> {
    let wrong = |id: &str| malformed_topic(id).map(|(what, help)| format!("{what}: {help}"));
    match (&options.topic, &options.csv) {
        (Some(topic), _) => match wrong(topic) {
            Some(why) => Err(Stop::Misused(why)),
            None => Ok(topic.clone()),
        },
        (None, Some(_)) => Ok("clock".to_owned()),
        (None, None) => asking.one(
            "--topic",
            "The id of the first topic, in letters a to z and hyphens? It becomes a command.",
            wrong,
        ),
    }
}

/// Whether files pass the check; shows their problems if they do not.
fn passes(dir: &Path, files: &[Edit]) -> Result<bool, Stop> {
    let facts = files.iter().filter(|file| file.file.ends_with(".toml"));
    let part = |file: &Edit| Part {
        name: dir.join(&file.file).display().to_string(),
        text: file.text.clone(),
    };
    let parts: Vec<Part> = facts.map(part).collect();
    let problems = read(&parts).err().unwrap_or_default();
    output::show(&report(&problems, &parts, output::wants_colour()))?;
    Ok(problems.is_empty())
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

/// Refuses a folder that is there, unless it is empty.
fn vacant(dir: &Path) -> Result<(), Stop> {
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Stop::Misused(format!(
            "{} is there already and not empty; name a new folder",
            dir.display()
        )));
    }
    Ok(())
}

/// Makes a folder with files.
fn make(dir: &Path, files: &[Edit]) -> Result<(), Stop> {
    let failed =
        |why: std::io::Error| Stop::Misused(format!("{} cannot be made: {why}", dir.display()));
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
