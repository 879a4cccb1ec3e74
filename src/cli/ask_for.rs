//! Questions on the terminal, with completion.

use std::io::{self, IsTerminal};

use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{CompletionType, Context, Editor, Helper, Highlighter, Hinter, Validator};

use super::{Stop, output};

/// Asks, if there is a terminal on which somebody can answer.
pub(super) struct Asking {
    editor: Option<Editor<Offers, DefaultHistory>>,
}

impl Asking {
    /// Looks whether somebody can be asked.
    pub(super) fn begin() -> Self {
        let settings = rustyline::Config::builder()
            .completion_type(CompletionType::List)
            .build();
        let someone = io::stdin().is_terminal() && io::stdout().is_terminal();
        let editor = someone
            .then(|| Editor::with_config(settings).ok())
            .flatten();
        Self { editor }
    }

    /// Whether somebody can be asked.
    pub(super) fn can(&self) -> bool {
        self.editor.is_some()
    }

    /// Asks for one line; an empty one is an answer, too. `offers` are completed.
    ///
    /// # Errors
    ///
    /// Nobody can be asked, or whoever is asked gives up.
    pub(super) fn line(&mut self, prompt: &str, offers: Vec<String>) -> Result<String, Stop> {
        let Some(editor) = &mut self.editor else {
            return Err(Stop::Misused(format!(
                "there is no terminal to ask on: {prompt}"
            )));
        };
        editor.set_helper(Some(Offers { words: offers }));
        match editor.readline(prompt) {
            Ok(line) => Ok(line.trim().to_owned()),
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => {
                Err(Stop::Misused("nothing was written".to_owned()))
            }
            Err(why) => Err(Stop::Misused(format!("the terminal: {why}"))),
        }
    }

    /// Asks until there is an answer that can be taken. `option` is how to give it without a terminal.
    ///
    /// # Errors
    ///
    /// As for [`Asking::line`].
    pub(super) fn one(
        &mut self,
        option: &str,
        question: &str,
        wrong: impl Fn(&str) -> Option<String>,
    ) -> Result<String, Stop> {
        if !self.can() {
            return Err(Stop::Misused(format!(
                "{option} is missing, and there is no terminal to ask on"
            )));
        }
        loop {
            let answer = self.line(&format!("{question} "), Vec::new())?;
            let why = match answer.is_empty() {
                true => Some(NEEDED.to_owned()),
                false => wrong(&answer),
            };
            match why {
                Some(why) => output::show(&output::paragraph("", &why))?,
                None => return Ok(answer),
            }
        }
    }
}

/// Says why it asks again if there was no answer.
pub(super) const NEEDED: &str =
    "This is needed, so it is asked again. Ctrl-C leaves; nothing is written then.";

/// The members of a list with commas.
pub(super) fn members(answer: &str) -> Vec<String> {
    let members = answer.split(',').map(str::trim);
    let members = members.filter(|member| !member.is_empty());
    members.map(str::to_owned).collect()
}

/// Completes the last word of a list with commas.
#[derive(Helper, Highlighter, Hinter, Validator)]
struct Offers {
    words: Vec<String>,
}

impl Completer for Offers {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let typed = line.get(..pos).unwrap_or(line);
        let start = typed.rfind([',', ' ']).map_or(0, |at| at + 1);
        let word = typed.get(start..).unwrap_or_default();
        let fitting = self.words.iter().filter(|offer| offer.starts_with(word));
        let pair = |offer: &String| Pair {
            display: offer.clone(),
            replacement: offer.clone(),
        };
        Ok((start, fitting.map(pair).collect()))
    }
}
