//! The command line: arguments, commands, and the reasons to stop.
//!
//! Each command has a file of its own; the rooms below make what it prints.

pub mod add;
pub mod ask;
mod ask_for;
pub mod check;
pub mod commands;
pub mod completions;
pub mod export;
pub mod facts;
pub mod healthcheck;
pub mod import;
mod import_page;
pub mod links;
pub mod new;
pub mod output;
pub mod preview;
pub mod prompt;
pub mod serve;
pub mod setup;
pub mod version;
mod write;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::serve::ShardRange;

/// The exit codes, for scripts.
const EXIT_CODES: &str = "\
Exit codes:
  0  it was answered, also when the answer is that there is nothing
  1  the facts were refused
  2  it was asked for in a way that cannot be done";

/// Answers slash commands with sourced summaries: who says it, who denies it, when, and where to read it.
///
/// Without a command it works for Discord if DISCORD_TOKEN or DISCORD_PUBLIC_KEY is set, and otherwise opens a preview
/// in the browser.
#[derive(Debug, Parser)]
#[command(name = "sumber", about, disable_version_flag = true, after_help = EXIT_CODES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The fact file, a folder of its parts, or a folder of several dossiers; may be given more than once [default: the
    /// shipped facts].
    #[arg(long, global = true, value_name = "PATH")]
    pub facts: Vec<PathBuf>,
    /// The settings [default: config/sumber.toml, if there is one].
    #[arg(long, global = true, value_name = "PATH")]
    pub config: Option<PathBuf>,
    /// The address and port to listen on [default: 127.0.0.1:8080 for signed HTTP and the preview].
    #[arg(long, global = true, value_name = "ADDR")]
    pub listen: Option<String>,
    /// Print the version of the program and the revision of the facts.
    #[arg(long, short = 'V')]
    pub version: bool,
    /// The shards of the gateway that this process runs, of how many in all, like 0-3/16 [default: all].
    #[arg(long, global = true, value_name = "RANGE")]
    pub shards: Option<ShardRange>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Connect to Discord, or listen for its signed requests, and answer; without token and key, in a preview here.
    Serve,
    /// Answer a question in your own words or a command, or open a prompt.
    Ask {
        /// A question, such as "who denied it", or a command, such as /clock view:denials lang:id.
        query: Vec<String>,
        /// How to write the answer [default: terminal, or text when it is not one].
        #[arg(long, value_enum)]
        format: Option<Format>,
        /// How a picture looks.
        #[arg(long, value_enum, default_value = "light")]
        theme: ThemeName,
    },
    /// Set the application up at Discord: description, tags, installation, commands and endpoint; DISCORD_TOKEN says
    /// which.
    ///
    /// It shows what would change and asks first. What somebody wrote by hand stays.
    Setup(setup::SetupOptions),
    /// Check the fact files and show every problem.
    Check {
        /// The fact files, folders of their parts, or folders of dossiers.
        path: Vec<PathBuf>,
        /// Hold every quotation against the archived texts in this folder.
        #[arg(long, value_name = "DIR")]
        archive: Option<PathBuf>,
    },
    /// Ask the address of every source once, and show which need a look; the bot itself never asks them.
    ///
    /// One at a time, only hosts that the fact file names, only on the public internet. The file stays as it is; --patch
    /// writes what could be changed.
    Links(links::LinksOptions),
    /// Show the commands that Discord would be told of.
    Commands {
        /// As the JSON that would be sent.
        #[arg(long, conflicts_with = "change")]
        json: bool,
        /// Send them, if Discord has others.
        #[arg(long, group = "change")]
        register: bool,
        /// Remove them from Discord: those for all servers or, with --guild, those for one.
        #[arg(long, group = "change")]
        clear: bool,
        /// Only for the server of this id, where they can be used at once.
        #[arg(long, value_name = "ID", requires = "change")]
        guild: Option<u64>,
    },
    /// Write all facts for other programs.
    Export {
        /// In which format.
        #[arg(long, value_enum, default_value = "json")]
        format: ExportFormat,
        /// Into this folder, instead of standard output.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Where the site will be, for its canonical addresses and its map; only with --format html.
        #[arg(long, value_name = "URL")]
        base: Option<String>,
    },
    /// Make a new dossier that can be asked at once, or a table of claims to fill; on a terminal it asks for what lacks.
    New(new::NewOptions),
    /// Add a claim, a source or a speaker to a fact file; on a terminal it asks for what lacks.
    Add(add::AddOptions),
    /// Write claims and sources from files of other programs into a fact file.
    ///
    /// A table of claims has the columns of `export --format csv`. What lacks or cannot be read is shown with its row and
    /// left out; the rest is written. Comments and the order of the fact file stay.
    Import(import::ImportOptions),
    /// Ask the bot on this machine whether it is up, for containers: exit code 0 or 2.
    Healthcheck,
    /// Write the JSON Schema of the fact file, for editors, or of answers, for programs.
    Schema {
        /// Of what.
        #[arg(long, value_enum, default_value = "facts")]
        of: SchemaOf,
    },
    /// Write the completion of commands and options for a shell to standard output.
    Completions {
        /// For which shell.
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Write the manual pages, in the format of man.
    Man {
        /// Into this folder, a page for each command, instead of all to standard output.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
}

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The fact file.
    Facts,
    /// What `ask --format json` writes.
    Answer,
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text, 80 columns wide.
    Text,
    /// Markdown.
    Markdown,
    /// HTML, as a file of its own.
    Html,
    /// JSON for other programs.
    Json,
    /// The interaction callback that Discord would be sent.
    Discord,
    /// A picture of a claim, a topic, figures or a timeline, for one question, to a file or pipe.
    Png,
    /// The same as SVG; it asks for the fonts in data/fonts.
    Svg,
}

/// How a picture looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeName {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// How all facts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// One JSON document: every claim with its speakers, sources, standing and texts.
    Json,
    /// One claim to a line, as in the JSON document.
    Jsonl,
    /// A table with a row for each source of each claim; ' stands before what could be a formula.
    Csv,
    /// A document to read: every claim of every topic with its sources, one language after the other.
    Markdown,
    /// All sources, for reference managers and citation processors.
    CslJson,
    /// All sources, for BibLaTeX.
    Bibtex,
    /// All sources, for reference managers.
    Ris,
    /// Linked data in the words of schema.org.
    Jsonld,
    /// A site of pages to be read anywhere; needs --out.
    Html,
}

/// Why a command stopped early.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// The facts have errors; the text is the report.
    #[error("{0}")]
    Refused(String),
    /// The command cannot be done as given; the text is one line that says what to do.
    #[error("{0}")]
    Misused(String),
    /// The reader of the output closed it.
    #[error("the output was closed")]
    BrokenPipe,
}

impl Stop {
    /// Prints the reason to standard error and returns the exit code: 1 for refused facts, 2 for wrong use.
    pub fn exit(&self) -> ExitCode {
        match self {
            Self::Refused(report) => {
                output::print_error(report);
                ExitCode::from(1)
            }
            Self::Misused(line) => {
                output::say_error(&format!("sumber: {line}\n"));
                ExitCode::from(2)
            }
            Self::BrokenPipe => ExitCode::SUCCESS,
        }
    }
}

impl From<crate::config::Unusable> for Stop {
    fn from(unusable: crate::config::Unusable) -> Self {
        Self::Misused(unusable.to_string())
    }
}
