//! The prompt: queries typed one after another, with history and completion.
//!
//! `prompt::completion` decides what is completed; answers are those of `sumber ask`.

mod completion;

use std::io::{self, BufRead, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{CompletionType, Editor};

use super::{Format, Stop, ask, commands, output};
use crate::config::Config;
use crate::discord::Settings;
use crate::facts::{Lang, Shelf};
use crate::phrases::Phrases;
use completion::Completion;

/// Opens the prompt; without a terminal, answers each line of standard input.
///
/// # Errors
///
/// The output is closed, or the terminal cannot be used.
pub fn run(shelf: &Shelf, config: &Config, format: Option<Format>) -> Result<ExitCode, Stop> {
    let lang = shelf.languages().nearest(ask::language(config));
    let prompt = Prompt {
        shelf,
        lang,
        settings: ask::settings(config),
        format,
    };
    if io::stdin().is_terminal() {
        prompt.interactive()
    } else {
        prompt.piped()
    }
}

struct Prompt<'a> {
    shelf: &'a Shelf,
    lang: Lang,
    settings: Settings<'a>,
    format: Option<Format>,
}

/// What a typed line is.
enum Line {
    Empty,
    Help,
    Quit,
    Query,
}

/// Tells a query from the prompt's own commands, which have no slash.
fn parse(line: &str) -> Line {
    match line.trim().to_lowercase().as_str() {
        "" => Line::Empty,
        "help" | "?" | "bantuan" => Line::Help,
        "quit" | "exit" | "q" | "keluar" => Line::Quit,
        _ => Line::Query,
    }
}

impl Prompt<'_> {
    fn piped(&self) -> Result<ExitCode, Stop> {
        // Split as bytes, because a line that is not UTF-8 must not end the session.
        for line in io::stdin().lock().split(b'\n') {
            let line = line.map_err(|why| Stop::Misused(format!("standard input: {why}")))?;
            if !self.handle(&String::from_utf8_lossy(&line))? {
                break;
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    fn interactive(&self) -> Result<ExitCode, Stop> {
        let words = Phrases::of(self.lang);
        let settings = rustyline::Config::builder()
            .completion_type(CompletionType::List)
            .auto_add_history(true)
            .build();
        let unusable = |why: ReadlineError| Stop::Misused(format!("the terminal: {why}"));
        let mut editor: Editor<Completion<'_>, FileHistory> =
            Editor::with_config(settings).map_err(unusable)?;
        editor.set_helper(Some(Completion::new(self.shelf)));
        let history = history();
        if let Some(path) = &history {
            // The first time, there is no history.
            let _ = editor.load_history(path);
        }
        let example = self
            .shelf
            .first()
            .topics
            .first()
            .map_or("", |topic| &topic.id);
        let example = format!("/{example}");
        let how = words.format("terminal-how", &[("example", &example)]);
        let dossiers = self.shelf.iter().map(|facts| &facts.dossier);
        let titles = dossiers
            .clone()
            .map(|one| one.title.get(self.lang).to_owned());
        let title = words.list(&titles.collect::<Vec<_>>());
        let first = self.shelf.first().dossier.reviewed;
        let date = dossiers.map(|one| one.reviewed).max().unwrap_or(first);
        let date = words.day(date);
        let welcome = words.format("terminal-welcome", &[("title", &title), ("date", &date)]);
        output::show(&output::paragraph("", &welcome))?;
        output::show(&output::paragraph("", &how))?;
        loop {
            // Not part of the prompt: rustyline miscounts the rows of a prompt with a line end and draws over the
            // list of completions.
            output::show("\n")?;
            match editor.readline("> ") {
                Ok(line) => {
                    if !self.handle(&line)? {
                        break;
                    }
                }
                // Ctrl-C drops the line, Ctrl-D leaves.
                Err(ReadlineError::Interrupted) => {
                    if editor.helper().is_some_and(Completion::was_blank) {
                        let hint = words.text("terminal-interrupted");
                        output::show(&output::paragraph("", &hint))?;
                    }
                }
                Err(_) => break,
            }
        }
        if let Some(path) = &history {
            // If this fails, the next prompt starts without history.
            let _ = editor.save_history(path);
        }
        output::show(&format!("{}\n", words.text("terminal-bye")))?;
        Ok(ExitCode::SUCCESS)
    }

    /// Handles a line; returns whether the prompt continues.
    fn handle(&self, line: &str) -> Result<bool, Stop> {
        match parse(line) {
            Line::Empty => {}
            Line::Quit => return Ok(false),
            Line::Help if self.format.is_none() => {
                output::show(&commands::help(self.shelf, self.lang))?;
            }
            // A requested format also applies to help.
            Line::Help | Line::Query => {
                output::show(&ask::rendered(self.shelf, self.settings, line, self.format))?;
            }
        }
        Ok(true)
    }
}

/// The file of the history (<https://specifications.freedesktop.org/basedir-spec/latest/>); `None` if there is no
/// folder for it.
fn history() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let state = set("XDG_STATE_HOME").map(PathBuf::from);
    let home = || set("HOME").map(|home| PathBuf::from(home).join(".local/state"));
    let folder = state.or_else(home)?.join("sumber");
    std::fs::create_dir_all(&folder).ok()?;
    Some(folder.join("history"))
}
