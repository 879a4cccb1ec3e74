//! `sumber setup`: sets the application up at Discord, after showing what changes.

use std::io::{self, BufRead};
use std::process::ExitCode;

use clap::Args;
use url::Url;

use super::{Stop, ask, output, serve};
use crate::config::Config;
use crate::discord::application::{self, Application, Change, Kept, SCOPE, Wanted};
use crate::facts::Shelf;
use crate::phrases::Phrases;
use crate::serve::PORTAL;
use crate::serve::setup::{Refusal, Setup};

/// The options of `sumber setup`.
#[derive(Debug, Args)]
pub struct SetupOptions {
    /// The public address that Discord is to call. The bot must be up there, because Discord tests it at once.
    #[arg(
        long,
        value_name = "https://HOST/interactions",
        conflicts_with = "clear_endpoint"
    )]
    pub endpoint: Option<String>,
    /// Have no such address any more, so that everything comes over the gateway again.
    #[arg(long)]
    pub clear_endpoint: bool,
    /// Also replace a description and tags that somebody wrote by hand.
    #[arg(long)]
    pub replace: bool,
    /// Make the changes without asking.
    #[arg(long, short)]
    pub yes: bool,
}

/// Shows what has to change, asks, and changes it.
///
/// # Errors
///
/// There is no token, Discord refuses something, or nobody answers; in one line.
pub fn run(shelf: Shelf, config: &Config, options: &SetupOptions) -> Result<ExitCode, Stop> {
    if config.settings.token.is_none() {
        return Err(serve::no_token(config));
    }
    let words = Phrases::of(ask::language(config));
    let wanted = Wanted {
        endpoint: endpoint(options, words)?,
        replace: options.replace,
        ..Wanted::of(&shelf.title(), config.settings.language)
    };
    let setup = Setup::open(&config.settings, shelf)?;
    let stopped = |refusal| stop(refusal, words);
    let now = setup.application().map_err(stopped)?;
    let commands = setup.new_commands(&now).map_err(stopped)?;
    let shown = Shown { words, now };
    shown.facts(config.settings.key.as_deref())?;
    let (changes, kept) = application::compare(&shown.now, &wanted);
    shown.plan(&changes, &kept, commands)?;
    if !changes.is_empty() || commands.is_some() {
        if !options.yes && !agreed(words)? {
            shown.say("terminal-setup-declined", &[])?;
            return Ok(ExitCode::SUCCESS);
        }
        shown.apply(&setup, &changes)?;
    }
    shown.say("terminal-setup-invite", &[("url", &shown.now.invite())])?;
    shown.say("terminal-setup-by-hand", &[("url", &shown.page())])?;
    Ok(ExitCode::SUCCESS)
}

/// The endpoint that is asked for.
fn endpoint(options: &SetupOptions, words: &Phrases) -> Result<Option<Option<String>>, Stop> {
    let Some(given) = options.endpoint.as_deref().map(str::trim) else {
        return Ok(options.clear_endpoint.then_some(None));
    };
    let is_endpoint = |url: &Url| {
        url.scheme() == "https" && url.has_host() && url.path().ends_with("/interactions")
    };
    match Url::parse(given).ok().filter(is_endpoint) {
        Some(url) => Ok(Some(Some(url.to_string()))),
        None => {
            let values = [("url", given)];
            Err(Stop::Misused(
                words.format("terminal-setup-address", &values),
            ))
        }
    }
}

/// Asks whether to make the changes, and reads the answer from standard input.
fn agreed(words: &Phrases) -> Result<bool, Stop> {
    output::show(&format!("\n{} ", words.text("terminal-setup-question")))?;
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    if !matches!(read, Ok(bytes) if bytes > 0) {
        output::show("\n")?;
        return Err(Stop::Misused(words.text("terminal-setup-unasked")));
    }
    let answer = answer.trim().to_lowercase();
    Ok(["y", "yes", "ya"].contains(&answer.as_str()))
}

/// One line for what Discord did not accept.
fn stop(refusal: Refusal, words: &Phrases) -> Stop {
    let (key, why) = match refusal {
        Refusal::Fatal(fatal) => return fatal.into(),
        Refusal::Rejected(why) => ("terminal-setup-refused", why),
        Refusal::Unavailable(why) => ("terminal-setup-unavailable", why),
    };
    Stop::Misused(words.format(key, &[("why", &why), ("url", PORTAL)]))
}

/// The application and the words to speak of it.
struct Shown<'a> {
    words: &'a Phrases,
    now: Application,
}

impl Shown<'_> {
    fn say(&self, key: &str, values: &[(&str, &str)]) -> Result<(), Stop> {
        output::show(&output::paragraph("", &self.words.format(key, values)))
    }

    fn item(&self, key: &str, values: &[(&str, &str)]) -> Result<(), Stop> {
        output::show(&output::paragraph("- ", &self.words.format(key, values)))
    }

    /// The application's page in the portal.
    fn page(&self) -> String {
        format!("{PORTAL}/{}", self.now.id)
    }

    /// Which application it is, and what else is known of it. `key` is the public key in the environment.
    fn facts(&self, key: Option<&str>) -> Result<(), Stop> {
        let now = &self.now;
        self.say("terminal-setup-application", &[("name", &now.name)])?;
        if let Some(url) = &now.endpoint {
            self.say("terminal-setup-called", &[("url", url)])?;
        }
        let line = match key {
            Some(key) if now.has_key(key) => return Ok(()),
            Some(_) => "terminal-setup-wrong-key",
            None => "terminal-setup-key",
        };
        self.say(line, &[])?;
        // On a line of its own, to be copied.
        output::show(&format!("DISCORD_PUBLIC_KEY={}\n", now.public_key))
    }

    /// What is going to change, and what stays.
    fn plan(&self, changes: &[Change], kept: &[Kept], commands: Option<usize>) -> Result<(), Stop> {
        output::show("\n")?;
        let nothing = changes.is_empty() && commands.is_none();
        let heading = match nothing {
            true => "terminal-setup-nothing",
            false => "terminal-setup-changes",
        };
        self.say(heading, &[])?;
        for change in changes {
            self.change(change)?;
        }
        if let Some(n) = commands {
            let line = self.words.plural("terminal-setup-commands", n, &[]);
            output::show(&output::paragraph("- ", &line))?;
        }
        for one in kept {
            let (key, new, old) = match one {
                Kept::Description(new) => {
                    let old = self.now.description.clone();
                    ("terminal-setup-description-kept", new.clone(), old)
                }
                Kept::Tags(new) => {
                    let old = self.now.tags.join(", ");
                    ("terminal-setup-tags-kept", new.join(", "), old)
                }
            };
            self.item(key, &[("new", &new), ("old", &old)])?;
        }
        Ok(())
    }

    fn change(&self, change: &Change) -> Result<(), Stop> {
        let replacing = |key: &str, new: &str, old: &str| match old {
            "" => self.item(key, &[("new", new)]),
            old => self.item(&format!("{key}-instead"), &[("new", new), ("old", old)]),
        };
        match change {
            Change::Description(new) => {
                replacing("terminal-setup-description", new, &self.now.description)
            }
            Change::Tags(new) => {
                let old = self.now.tags.join(", ");
                replacing("terminal-setup-tags", &new.join(", "), &old)
            }
            Change::Install(_) => self.item("terminal-setup-install", &[("scope", SCOPE)]),
            Change::Endpoint(Some(new)) => self.item("terminal-setup-endpoint", &[("new", new)]),
            Change::Endpoint(None) => {
                let old = self.now.endpoint.as_deref().unwrap_or_default();
                self.item("terminal-setup-endpoint-none", &[("old", old)])
            }
        }
    }

    /// Makes the changes. The endpoint comes last, in a call of its own, because it is what Discord most often refuses.
    fn apply(&self, setup: &Setup, changes: &[Change]) -> Result<(), Stop> {
        let stopped = |refusal| stop(refusal, self.words);
        let is_endpoint = |change: &&Change| matches!(change, Change::Endpoint(_));
        let (last, first): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(is_endpoint);
        let mut kept_all = true;
        let mut make = |changes: &[&Change]| -> Result<(), Refusal> {
            let then = setup.change(&application::body(&self.now, changes))?;
            kept_all &= changes.iter().all(|change| then.has(change));
            Ok(())
        };
        if !first.is_empty() {
            make(&first).map_err(stopped)?;
        }
        setup.register().map_err(stopped)?;
        for change in last {
            make(&[change]).map_err(|refusal| match (change, refusal) {
                (Change::Endpoint(Some(url)), Refusal::Rejected(_)) => self.endpoint_refused(url),
                (_, refusal) => stopped(refusal),
            })?;
        }
        if !kept_all {
            self.say("terminal-setup-ignored", &[("url", &self.page())])?;
        }
        self.say("terminal-setup-done", &[])
    }

    fn endpoint_refused(&self, url: &str) -> Stop {
        let values = [("url", url), ("key", self.now.public_key.as_str())];
        Stop::Misused(
            self.words
                .format("terminal-setup-endpoint-refused", &values),
        )
    }
}
