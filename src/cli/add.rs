//! `sumber add`: one record, by questions on the terminal or by `KEY=VALUE`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::ask_for::{Asking, NEEDED};
use super::{Stop, import, output};
use crate::draft::{Answers, Options, Question};
use crate::facts::file::Part;
use crate::facts::problem::report;

/// The options of `sumber add`.
#[derive(Debug, Args)]
pub struct AddOptions {
    /// What to add.
    #[arg(value_enum)]
    pub what: Addable,
    /// Answers, by the keys of the fact file: id=clock-runs said.when=2024-05-02 evidence.source=gazette; what lacks is
    /// asked for.
    #[arg(value_name = "KEY=VALUE")]
    pub answers: Vec<String>,
    /// The fact file to write to, or the folder of its parts.
    #[arg(long, value_name = "DIR|FILE")]
    pub into: PathBuf,
}

/// What can be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Addable {
    /// Who said what, when.
    Claim,
    /// Where it can be read.
    Source,
    /// Who says something or is spoken about.
    Speaker,
}

impl Addable {
    fn kind(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Source => "source",
            Self::Speaker => "speaker",
        }
    }
}

/// Adds a record. Exit code 1 if it has a problem, and then nothing is written.
///
/// # Errors
///
/// An answer is for no key, whoever is asked gives up, or a file cannot be read or written.
pub fn run(options: &AddOptions) -> Result<ExitCode, Stop> {
    let dossier = import::dossier(&options.into)?;
    let settings = Options {
        today: import::today(),
        day_first: None,
        language: None,
        topic: None,
        replace: false,
    };
    let Some(mut answers) = Answers::new(&dossier, options.what.kind()) else {
        return Err(Stop::Misused(
            "claims, sources and speakers can be added".to_owned(),
        ));
    };
    for answer in &options.answers {
        let (key, value) = answer.split_once('=').ok_or_else(|| {
            Stop::Misused(format!(
                "“{answer}” is no KEY=VALUE, such as id=clock-runs-again"
            ))
        })?;
        answers.give(key, value).map_err(Stop::Misused)?;
    }
    let mut asking = Asking::begin();
    while let Some(question) = answers.next().filter(|_| asking.can()) {
        ask(&mut asking, &mut answers, &question, &settings)?;
    }
    let (original, outcome) = answers.outcome(&settings);
    let good = import::finish(&outcome, &original, &dossier, false)?;
    Ok(ExitCode::from(u8::from(!good)))
}

/// Asks one question, and again until the checker accepts the answer.
fn ask(
    asking: &mut Asking,
    answers: &mut Answers<'_>,
    question: &Question,
    settings: &Options,
) -> Result<(), Stop> {
    let mut about = question.about.clone();
    if !question.offers.is_empty() && question.offers.len() <= 12 {
        about += &format!(" [{}]", question.offers.join(", "));
    }
    if question.is_list {
        about += " Several with commas.";
    }
    if !question.is_required {
        about += " Enter leaves it out.";
    }
    output::show(&output::paragraph("", &about))?;
    loop {
        let answer = asking.line(&format!("{}: ", question.key), question.offers.clone())?;
        if answer.is_empty() && question.is_required {
            output::show(&output::paragraph("", NEEDED))?;
            continue;
        }
        answers
            .give(&question.key, &answer)
            .map_err(Stop::Misused)?;
        let (original, problems) = answers.problems_of(&question.key, settings);
        if problems.is_empty() {
            return Ok(());
        }
        let part = Part {
            name: original.name,
            text: original.text,
        };
        output::show(&report(&problems, &[part], output::wants_colour()))?;
        answers.take_back(&question.key);
    }
}
