//! The prompt: questions typed one after another, with history and completion.
//!
//! What is completed is decided in `prompt::completion`; answers are those of `sumber ask`.

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
use crate::facts::{Facts, Lang};
use crate::phrases::Words;
use completion::Completion;

/// Opens the prompt; without a terminal, answers line after line from standard input.
///
/// # Errors
///
/// That nobody reads the answers.
pub fn ask(facts: &Facts, config: &Config, format: Option<Format>) -> Result<ExitCode, Stop> {
    let lang = ask::language(config);
    let prompt = Prompt {
        facts,
        lang,
        settings: ask::settings(config),
        format,
    };
    if io::stdin().is_terminal() {
        prompt.typed()
    } else {
        prompt.piped()
    }
}

struct Prompt<'a> {
    facts: &'a Facts,
    lang: Lang,
    settings: Settings<'a>,
    format: Option<Format>,
}

/// What a line asks of the prompt itself.
enum Said {
    Nothing,
    Help,
    Quit,
    Question,
}

/// Tells a question from what the prompt does itself, which is asked for without a slash.
fn said(line: &str) -> Said {
    match line.trim().to_lowercase().as_str() {
        "" => Said::Nothing,
        "help" | "?" | "bantuan" => Said::Help,
        "quit" | "exit" | "q" | "keluar" => Said::Quit,
        _ => Said::Question,
    }
}

impl Prompt<'_> {
    fn piped(&self) -> Result<ExitCode, Stop> {
        // Lines of bytes: one that is not UTF-8 must not end the session.
        for line in io::stdin().lock().split(b'\n') {
            let line = line.map_err(|why| Stop::Misused(format!("standard input: {why}")))?;
            if !self.go_on(&String::from_utf8_lossy(&line))? {
                break;
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    fn typed(&self) -> Result<ExitCode, Stop> {
        let words = Words::of(self.lang);
        let settings = rustyline::Config::builder()
            .completion_type(CompletionType::List)
            .auto_add_history(true)
            .build();
        let unusable = |why: ReadlineError| Stop::Misused(format!("the terminal: {why}"));
        let mut editor: Editor<Completion<'_>, FileHistory> =
            Editor::with_config(settings).map_err(unusable)?;
        editor.set_helper(Some(Completion::new(self.facts)));
        let history = history();
        if let Some(path) = &history {
            // There is none the first time.
            let _ = editor.load_history(path);
        }
        let example = self.facts.topics.first().map_or("", |topic| &topic.id);
        let example = format!("/{example}");
        let how = words.with("terminal-how", &[("example", &example)]);
        let title = self.facts.dossier.title.get(self.lang);
        let date = words.day(self.facts.dossier.reviewed);
        let welcome = words.with("terminal-welcome", &[("title", title), ("date", &date)]);
        output::show(&output::paragraph("", &welcome))?;
        output::show(&output::paragraph("", &how))?;
        loop {
            // Outside the prompt: rustyline miscounts the rows of one with a line end in it, and
            // draws over the list of completions.
            output::show("\n")?;
            match editor.readline("> ") {
                Ok(line) => {
                    if !self.go_on(&line)? {
                        break;
                    }
                }
                // Ctrl-C drops the line, Ctrl-D leaves.
                Err(ReadlineError::Interrupted) => {
                    if editor.helper().is_some_and(Completion::nothing_typed) {
                        let hint = words.say("terminal-interrupted");
                        output::show(&output::paragraph("", &hint))?;
                    }
                }
                Err(_) => break,
            }
        }
        if let Some(path) = &history {
            // Without it the next prompt starts empty, which is no reason to complain.
            let _ = editor.save_history(path);
        }
        output::show(&format!("{}\n", words.say("terminal-bye")))?;
        Ok(ExitCode::SUCCESS)
    }

    /// Does what a line asks for; whether there is more to come.
    fn go_on(&self, line: &str) -> Result<bool, Stop> {
        match said(line) {
            Said::Nothing => {}
            Said::Quit => return Ok(false),
            Said::Help if self.format.is_none() => {
                output::show(&commands::help(self.facts, self.lang))?;
            }
            // A format that was asked for holds for whatever is shown.
            Said::Help | Said::Question => {
                output::show(&ask::written(self.facts, self.settings, line, self.format))?;
            }
        }
        Ok(true)
    }
}

/// Where the history is kept (<https://specifications.freedesktop.org/basedir-spec/latest/>), if
/// there is such a place.
fn history() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let state = set("XDG_STATE_HOME").map(PathBuf::from);
    let home = || set("HOME").map(|home| PathBuf::from(home).join(".local/state"));
    let folder = state.or_else(home)?.join("sumber");
    std::fs::create_dir_all(&folder).ok()?;
    Some(folder.join("history"))
}
