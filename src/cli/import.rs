//! `sumber import`: sources and claims from files of other programs into a fact file.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, ValueEnum};
use encoding_rs::Encoding;

use super::{Stop, facts, import_page, output, write};
use crate::draft::{self, Dossier, Form, Options, Original, Outcome};
use crate::facts::date::Day;
use crate::facts::file::{Part, read};
use crate::facts::problem::{Severity, report};

/// The options of `sumber import`.
#[derive(Debug, Args)]
pub struct ImportOptions {
    /// The files to read: tables of claims (CSV); sources in BibTeX, RIS or CSL-JSON; claims in
    /// linked data (ClaimReview, Claim).
    #[arg(required_unless_present = "from", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// A page of the web, to become a source: it is got once, and what it says of itself is taken.
    #[arg(long, value_name = "ADDRESS")]
    pub from: Vec<String>,
    /// The fact file to write to, or the folder of its parts.
    #[arg(long, value_name = "DIR|FILE")]
    pub into: PathBuf,
    /// How to read days such as 03/04/2023 [default: each is asked for].
    #[arg(long, value_enum)]
    pub dates: Option<DateOrder>,
    /// The language of sources that say none, such as en [default: each is asked for].
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// The topic of claims that name none: those in linked data.
    #[arg(long, value_name = "ID")]
    pub topic: Option<String>,
    /// The encoding of the files, such as windows-1251 [default: found in the file].
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Let records that are there already take what the files say; their other keys and comments stay.
    #[arg(long)]
    pub replace: bool,
    /// Show what would be written, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// For tests: a server on this machine that stands for every host that has a name.
    #[arg(long, value_name = "ADDR", hide = true)]
    pub local: Option<SocketAddr>,
}

/// What comes first in a date with slashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DateOrder {
    /// 03/04/2023 is the third of April.
    DayFirst,
    /// 03/04/2023 is the fourth of March.
    MonthFirst,
}

/// Reads files into a fact file, one after the other, and then checks it. Exit code 1 if something was left out or the
/// facts have errors.
///
/// # Errors
///
/// A file cannot be read or written.
pub fn run(options: &ImportOptions) -> Result<ExitCode, Stop> {
    let encoding = options.encoding.as_deref().map(encoding).transpose()?;
    let settings = Options {
        today: today(),
        day_first: options.dates.map(|order| order == DateOrder::DayFirst),
        language: options.language.clone(),
        topic: options.topic.clone(),
        replace: options.replace,
    };
    let mut failed = false;
    for path in &options.files {
        let bytes = facts::bytes(path)?;
        let name = path.display().to_string();
        if draft::is_workbook(&bytes) {
            return Err(Stop::Misused(format!(
                "{name} is a workbook of a spreadsheet program; save it as CSV there, and import that file"
            )));
        }
        let original = Original::new(name, draft::decode(&bytes, encoding));
        let dossier = dossier(&options.into)?;
        let outcome = draft::import(
            &dossier,
            &original,
            Form::of(&original.name, &original.text),
            &settings,
        );
        failed |= !finish(&outcome, &original, &dossier, options.dry_run)?;
    }
    for address in &options.from {
        failed |= !page(address, options, encoding, &settings)?;
    }
    Ok(ExitCode::from(u8::from(failed || !checked(&options.into)?)))
}

/// Reads a page of the web into a fact file. Returns whether all of it was.
fn page(
    address: &str,
    options: &ImportOptions,
    encoding: Option<&'static Encoding>,
    settings: &Options,
) -> Result<bool, Stop> {
    let Some(original) = import_page::got(address, options.local, encoding)? else {
        return Ok(false);
    };
    let dossier = dossier(&options.into)?;
    let outcome = draft::import(&dossier, &original, Form::Page, settings);
    let good = finish(&outcome, &original, &dossier, options.dry_run)?;
    if !good {
        import_page::show_command(&dossier, &original, settings, &options.into)?;
    }
    Ok(good)
}

/// The fact file at a place, with what is in it.
///
/// # Errors
///
/// It cannot be read, or is not TOML.
pub(super) fn dossier(place: &Path) -> Result<Dossier, Stop> {
    let folder = place.is_dir().then(|| place.join("").display().to_string());
    Dossier::read(facts::parts(Some(place))?, folder).map_err(|name| {
        Stop::Misused(format!(
            "{name} cannot be read as TOML; sumber check says where"
        ))
    })
}

/// Shows the problems of a text, writes the files that change, and says what was written. Returns whether all of it
/// was.
///
/// # Errors
///
/// A file cannot be written.
pub(super) fn finish(
    outcome: &Outcome,
    original: &Original,
    dossier: &Dossier,
    dry_run: bool,
) -> Result<bool, Stop> {
    let part = Part {
        name: original.name.clone(),
        text: original.text.clone(),
    };
    output::show(&report(&outcome.problems, &[part], output::wants_colour()))?;
    if !dry_run {
        write::write(&outcome.edits, &dossier.parts)
            .map_err(|why| Stop::Misused(why.to_string()))?;
    }
    let count = |(kind, count): &(&str, usize)| match count {
        1 => format!("1 {kind}"),
        count => format!("{count} {kind}s"),
    };
    let mut said: Vec<String> = outcome.written.iter().map(count).collect();
    if said.is_empty() {
        said.push("nothing".to_owned());
    }
    let verb = if dry_run {
        "would be written"
    } else {
        "written"
    };
    let mut line = format!("{}: {} {verb}", original.name, said.join(", "));
    if outcome.unchanged > 0 {
        line += &format!(" · there already: {}", outcome.unchanged);
    }
    output::show(&format!("{line}\n"))?;
    Ok(!outcome
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error))
}

/// Checks the fact file at a place and shows its problems. Returns whether it is good to serve.
pub(super) fn checked(place: &Path) -> Result<bool, Stop> {
    let parts = facts::parts(Some(place))?;
    let (good, problems) = match read(&parts) {
        Ok(checked) => (true, checked.warnings),
        Err(problems) => (false, problems),
    };
    output::show(&report(&problems, &parts, output::wants_colour()))?;
    Ok(good)
}

fn encoding(name: &str) -> Result<&'static Encoding, Stop> {
    Encoding::for_label(name.as_bytes()).ok_or_else(|| {
        Stop::Misused(format!(
            "the encoding “{name}” is not known; name one such as utf-8 or windows-1252"
        ))
    })
}

/// The day in UTC.
pub(super) fn today() -> Day {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    day(i64::try_from(now.as_secs() / 86_400).unwrap_or_default())
}

/// The day that is so many days after 1 January 1970 (Howard Hinnant's `civil_from_days`).
fn day(days: i64) -> Day {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    Day {
        year: year_of_era + era * 400 + i64::from(month <= 2),
        month: u8::try_from(month).unwrap_or(1),
        day: u8::try_from(of_year - (153 * shifted_month + 2) / 5 + 1).unwrap_or(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (days, written) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (19_648, "2023-10-18"),
        ] {
            assert_eq!(day(days).to_string(), written);
        }
    }
}
