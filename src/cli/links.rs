//! `sumber links`: whether the addresses of the sources still lead to what they led to, and a patch for those that do not.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::{Stop, facts, output};
use crate::facts::file::{Part, read};
use crate::facts::problem;
use crate::serve::{Manners, today, visit};
use crate::visits::{Patch, Plan, find, patch, report, summary};

/// How the addresses are asked, and what is written of it.
#[derive(Debug, Args)]
pub struct LinksOptions {
    /// Write what to change in the fact file to this file, or to standard output if it is -.
    #[arg(long, value_name = "FILE")]
    patch: Option<PathBuf>,
    /// The seconds between two requests to one host.
    #[arg(long, value_name = "SECONDS", default_value_t = 2)]
    pause: u64,
    /// The most seconds that one request takes.
    #[arg(long, value_name = "SECONDS", default_value_t = 20)]
    patience: u64,
    /// For tests: a server on this machine that stands for every host that has a name.
    #[arg(long, value_name = "ADDR", hide = true)]
    local: Option<SocketAddr>,
}

/// Asks every address of the facts once and says which need a look.
///
/// # Errors
///
/// The facts cannot be used, or the patch cannot be written, or it is asked for several dossiers at once.
pub fn run(places: &[PathBuf], options: &LinksOptions) -> Result<ExitCode, Stop> {
    let dossiers: Vec<PathBuf> = places
        .iter()
        .flat_map(|place| facts::dossiers(place))
        .collect();
    if dossiers.len() < 2 {
        return of_dossier(dossiers.into_iter().next(), options);
    }
    if options.patch.is_some() {
        let line = "--patch is for one dossier; name it with --facts";
        return Err(Stop::Misused(line.to_owned()));
    }
    for place in dossiers {
        output::show(&format!("{}\n", place.display()))?;
        of_dossier(Some(place), options)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn of_dossier(place: Option<PathBuf>, options: &LinksOptions) -> Result<ExitCode, Stop> {
    let parts = facts::parts(place.as_deref())?;
    let checked = read(&parts).map_err(|problems| {
        let colour = output::wants_colour();
        Stop::Refused(problem::report(&problems, &parts, colour))
    })?;
    let plan = Plan::of(&checked.facts);
    let to_pipe = options.patch.as_deref() == Some(Path::new("-"));
    // A patch on standard output stands there alone.
    let say = |text: &str| match to_pipe {
        true => {
            output::print_error(text);
            Ok(())
        }
        false => output::show(text),
    };
    say(&format!(
        "asking {} addresses on {} hosts, one at a time\n",
        plan.targets.len(),
        plan.hosts.count()
    ))?;
    let mut findings = Vec::new();
    let mut said = Ok(());
    let manners = Manners {
        pause: Duration::from_secs(options.pause),
        patience: Duration::from_secs(options.patience),
        local: options.local,
    };
    visit(&plan, manners, |target, walked| {
        let finding = find(target, walked);
        let line = say(&report(&finding));
        said = std::mem::replace(&mut said, Ok(())).and(line);
        findings.push(finding);
    })
    .map_err(|why| Stop::Misused(why.to_string()))?;
    said?;
    say(&summary(&findings))?;
    if let Some(file) = &options.patch {
        let parts = named_from(place.as_deref(), parts);
        let patch = patch(&parts, &findings, today());
        say(&left_out(&patch))?;
        match to_pipe {
            true => output::show(&patch.text)?,
            false => fs::write(file, &patch.text).map_err(|why| {
                Stop::Misused(format!("{} cannot be written: {why}", file.display()))
            })?,
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The parts with their names as seen from the folder of the facts, so that the patch can be applied there.
fn named_from(place: Option<&Path>, mut parts: Vec<Part>) -> Vec<Part> {
    if place.is_some() {
        for part in &mut parts {
            let name = Path::new(&part.name).file_name();
            part.name = name.map_or(part.name.clone(), |name| {
                name.to_string_lossy().into_owned()
            });
        }
    }
    parts
}

fn left_out(patch: &Patch) -> String {
    match patch.left_out.as_slice() {
        [] => String::new(),
        ids => format!(
            "not in the patch, change them by hand: {}\n",
            ids.join(", ")
        ),
    }
}
