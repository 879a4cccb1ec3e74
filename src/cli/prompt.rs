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

use super::{Format, Stop, ask, output};
use crate::commands::{self, Takes};
use crate::config::Config;
use crate::facts::{Facts, Lang};
use crate::phrases::Words;
use crate::serve::PORTAL;
use completion::Completion;

/// Opens the prompt and says how to go live.
///
/// # Errors
///
/// That nobody reads the answers.
pub fn open(facts: &Facts, config: &Config) -> Result<ExitCode, Stop> {
    let words = Words::of(ask::language(config));
    let date = words.day(facts.dossier.reviewed);
    let title = facts.dossier.title.get(words.lang());
    let welcome = words.with("terminal-welcome", &[("title", title), ("date", &date)]);
    let live = words.with("terminal-go-live", &[("url", PORTAL)]);
    output::show(&format!("{welcome}\n{live}\n"))?;
    ask(facts, config, None)
}

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
    format: Option<Format>,
}

/// What a line asks of the prompt itself.
enum Said {
    Nothing,
    Help,
    Quit,
    Question,
}

fn said(line: &str) -> Said {
    match line.trim().trim_start_matches('/').to_lowercase().as_str() {
        "" => Said::Nothing,
        "help" | "?" | "bantuan" => Said::Help,
        "quit" | "exit" | "q" | "keluar" => Said::Quit,
        _ => Said::Question,
    }
}

impl Prompt<'_> {
    fn piped(&self) -> Result<ExitCode, Stop> {
        for line in io::stdin().lock().lines() {
            let line = line.map_err(|why| Stop::Misused(format!("standard input: {why}")))?;
            if !self.go_on(&line)? {
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
        output::show(&format!(
            "{}\n",
            words.with("terminal-how", &[("example", &example)])
        ))?;
        loop {
            match editor.readline("\n> ") {
                Ok(line) => {
                    if !self.go_on(&line)? {
                        break;
                    }
                }
                // Ctrl-C drops the line, Ctrl-D leaves.
                Err(ReadlineError::Interrupted) => {}
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
            Said::Help => output::show(&self.help())?,
            Said::Question => {
                output::show(&ask::written(self.facts, self.lang, line, self.format))?;
            }
        }
        Ok(true)
    }

    fn help(&self) -> String {
        let words = Words::of(self.lang);
        let commands = commands::list(self.facts);
        let mut text = format!("{}\n", words.say("terminal-help"));
        for command in &commands {
            let description = command.description.get(self.lang);
            text.push_str(&format!("  /{:<12} {description}\n", command.name));
        }
        text.push_str(&format!("{}\n", words.say("terminal-options")));
        let options = commands.first().map(|command| command.options.as_slice());
        for option in options.unwrap_or_default() {
            let values = match &option.takes {
                Takes::OneOf(offers) => {
                    let values: Vec<&str> = offers.iter().map(|one| one.value.as_str()).collect();
                    format!(": {}", values.join(", "))
                }
                Takes::Words | Takes::Flag => String::new(),
            };
            let name = format!("{}:", option.key.name());
            text.push_str(&format!(
                "  {name:<13} {}{values}\n",
                option.description.get(self.lang)
            ));
        }
        text
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
