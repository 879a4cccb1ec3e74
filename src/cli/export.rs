//! `sumber export` and `sumber schema`: the facts and their shape for other programs.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use super::{ExportFormat, SchemaOf, Stop, output, site};
use crate::answer::{Answer, Entry, Outcome, Section, SectionRole};
use crate::cite::{self, Style};
use crate::commands::{self, View};
use crate::config::Config;
use crate::export::{self, csv, jsonld};
use crate::facts::{Facts, Lang, file};
use crate::phrases::Words;
use crate::query::{Key, Query};
use crate::render::{self, json, markdown};

/// Writes all facts to standard output, or to a file named after the dossier in a folder; a site as many files,
/// which know the address where they will be if there is one in `base` or the settings.
///
/// # Errors
///
/// That nobody reads it, that the folder cannot be written to, or an address for what is no site.
pub fn run(
    facts: &Facts,
    config: &Config,
    format: ExportFormat,
    out: Option<&Path>,
    base: Option<&str>,
) -> Result<ExitCode, Stop> {
    let Some((text, ending)) = written(facts, format) else {
        return site::run(facts, out, base.or(config.settings.public_url.as_deref()));
    };
    if base.is_some() {
        let line = "--base is where a site will be; it goes with --format html only";
        return Err(Stop::Misused(line.to_owned()));
    }
    let Some(folder) = out else {
        output::show(&text)?;
        return Ok(ExitCode::SUCCESS);
    };
    let path = folder.join(format!("{}.{ending}", facts.dossier.id));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, text))
        .map_err(|why| Stop::Misused(format!("{} cannot be written: {why}", path.display())))?;
    output::show(&format!("{}\n", path.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// All facts in a format, and how the name of such a file ends; `None` for what is more than one file.
fn written(facts: &Facts, format: ExportFormat) -> Option<(String, &'static str)> {
    let export = export::export(facts);
    Some(match format {
        ExportFormat::Json => (output::pretty(&export), "json"),
        ExportFormat::Jsonl => (export::lines(&export), "jsonl"),
        ExportFormat::Csv => (csv::table(&export), "csv"),
        ExportFormat::Markdown => (document(facts), "md"),
        ExportFormat::CslJson => (bibliography(facts, Style::CslJson), "csl.json"),
        ExportFormat::Bibtex => (bibliography(facts, Style::Bibtex), "bib"),
        ExportFormat::Ris => (bibliography(facts, Style::Ris), "ris"),
        ExportFormat::Jsonld => (output::pretty(&jsonld::graph(facts)), "jsonld"),
        ExportFormat::Html => return None,
    })
}

/// All sources; what the bot notes on them is in the first language of the facts.
fn bibliography(facts: &Facts, style: Style) -> String {
    let sources: Vec<_> = facts.sources.iter().map(AsRef::as_ref).collect();
    let lang = facts.dossier.languages.first().copied().unwrap_or(Lang::En);
    cite::document(&sources, style, lang)
}

/// Every topic's claims and denials in one document, one language after the other.
fn document(facts: &Facts) -> String {
    let mut parts = Vec::new();
    for lang in facts.dossier.languages.iter().copied() {
        parts.push(markdown::markdown(&render::whole(&cover(facts, lang))));
        for topic in &facts.topics {
            let views = [View::Claims, View::Denials].into_iter();
            parts.extend(views.filter_map(|view| chapter(facts, &topic.id, view, lang)));
        }
    }
    parts.join("\n")
}

/// One view of a topic, whole; `None` if there is nothing in it. Its headings stand below the cover's.
fn chapter(facts: &Facts, topic: &str, view: View, lang: Lang) -> Option<String> {
    let query = Query::new(topic).with(Key::View, view.name());
    let mut answer = commands::answer(facts, &query, lang);
    if answer.outcome != Outcome::Found {
        return None;
    }
    answer.ways.clear();
    let text = markdown::markdown(&render::whole(&answer));
    let lines = text.lines().map(|line| match line.strip_prefix('#') {
        Some(_) => format!("#{line}\n"),
        None => format!("{line}\n"),
    });
    Some(lines.collect())
}

/// What the facts are, as the head of a document.
fn cover(facts: &Facts, lang: Lang) -> Answer {
    let (dossier, words) = (&facts.dossier, Words::of(lang));
    let reviewed = words.day(dossier.reviewed);
    Answer {
        outcome: Outcome::Found,
        lang,
        query: Query::new(&dossier.id),
        page: 1,
        title: dossier.title.get(lang).to_owned(),
        question: None,
        as_of: None,
        notices: Vec::new(),
        sections: vec![
            Section::new(SectionRole::About, "").with(
                [&dossier.about, &dossier.report]
                    .map(|text| Entry::line("", text.get(lang)))
                    .into(),
            ),
        ],
        references: Vec::new(),
        footer: vec![
            words.with("footer-reviewed", &[("date", &reviewed)]),
            dossier.licence.clone(),
        ],
        ways: Vec::new(),
        opens: None,
        picture: None,
    }
}

/// Writes the JSON Schema of the fact file or of answers.
///
/// # Errors
///
/// That nobody reads it.
pub fn schema(of: SchemaOf) -> Result<ExitCode, Stop> {
    let schema = match of {
        SchemaOf::Facts => file::schema(),
        SchemaOf::Answer => json::schema(),
    };
    output::show(&output::pretty(&schema))?;
    Ok(ExitCode::SUCCESS)
}
