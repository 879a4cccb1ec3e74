//! `sumber export` and `sumber schema`: the facts, the site and the schema of the fact file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{ExportFormat, SchemaOf, Stop, output};
use crate::answer::{Answer, Entry, Outcome, Section, SectionRole};
use crate::cite::{self, Style};
use crate::commands::{self, View};
use crate::config::{self, Config};
use crate::export::{self, csv, jsonld};
use crate::facts::{Facts, Lang, Shelf, file};
use crate::pages::{self, Form, Options, shelf as shelf_pages};
use crate::phrases::Phrases;
use crate::query::{Key, Query};
use crate::render::{self, card, json};

/// Writes all facts to standard output, or to a file in `out` that is named after the dossier; of several, each in a folder
/// of its own. Writes the site as one file for each page, with the addresses below `base` or the settings' public address.
///
/// # Errors
///
/// The output is closed, the folder cannot be written to, or there is a `base` without a site.
pub fn run(
    shelf: &Shelf,
    config: &Config,
    format: ExportFormat,
    (out, base): (Option<PathBuf>, Option<String>),
) -> Result<ExitCode, Stop> {
    let (out, base) = (out.as_deref(), base.as_deref());
    if format == ExportFormat::Html {
        return site(shelf, out, base.or(config.settings.public_url.as_deref()));
    }
    if base.is_some() {
        let line = "--base is where a site will be; it goes with --format html only";
        return Err(Stop::Misused(line.to_owned()));
    }
    if let Some(facts) = shelf.only() {
        return of_dossier(facts, format, out);
    }
    let Some(folder) = out else {
        let line = "several dossiers are several files; name a folder for them with --out";
        return Err(Stop::Misused(line.to_owned()));
    };
    for facts in shelf.iter() {
        of_dossier(facts, format, Some(&folder.join(&facts.dossier.id)))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn of_dossier(facts: &Facts, format: ExportFormat, out: Option<&Path>) -> Result<ExitCode, Stop> {
    let (text, extension) = rendered(facts, format).unwrap_or_default();
    match out {
        None => output::show(&text)?,
        Some(folder) => {
            let path = folder.join(format!("{}.{extension}", facts.dossier.id));
            write(&path, text.as_bytes())?;
            output::show(&format!("{}\n", path.display()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the pages and pictures of the site. Existing files are replaced, others are not touched.
fn site(shelf: &Shelf, out: Option<&Path>, base: Option<&str>) -> Result<ExitCode, Stop> {
    let Some(folder) = out else {
        let line = "--format html writes many files; name a folder for them with --out";
        return Err(Stop::Misused(line.to_owned()));
    };
    let base = base.map(config::address).transpose()?;
    let options = Options {
        public_url: base.as_deref(),
        form: Form::Files,
        pictures: base.is_some(),
        ..Options::default()
    };
    let file = |path: &str| folder.join(pages::file(path));
    let mut written = 0;
    for path in shelf_pages::site(shelf, options) {
        if let Some(page) = shelf_pages::page(shelf, &path, options) {
            write(&file(&path), page.body.as_bytes())?;
            written += 1;
        }
    }
    for path in shelf_pages::pictures(shelf)
        .iter()
        .filter(|_| options.pictures)
    {
        let card = shelf_pages::picture(shelf, path, options);
        if let Some(png) = card.and_then(|card| card::png(&card)) {
            write(&file(path), &png)?;
            written += 1;
        }
    }
    output::show(&format!("{} ({written})\n", file("/").display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a file, and the folder that it is in.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(path, bytes))
        .map_err(|why| Stop::Misused(format!("{} cannot be written: {why}", path.display())))
}

/// All facts in a format, with the extension of its file; `None` if the format has more than one file.
fn rendered(facts: &Facts, format: ExportFormat) -> Option<(String, &'static str)> {
    let document = || export::document(facts);
    Some(match format {
        ExportFormat::Json => (output::pretty(&document()), "json"),
        ExportFormat::Jsonl => (export::lines(&document()), "jsonl"),
        ExportFormat::Csv => (csv::table(&document()), "csv"),
        ExportFormat::Markdown => (markdown(facts), "md"),
        ExportFormat::CslJson => (bibliography(facts, Style::CslJson), "csl.json"),
        ExportFormat::Bibtex => (bibliography(facts, Style::Bibtex), "bib"),
        ExportFormat::Ris => (bibliography(facts, Style::Ris), "ris"),
        ExportFormat::Jsonld => (output::pretty(&jsonld::graph(facts)), "jsonld"),
        ExportFormat::Html => return None,
    })
}

/// All sources, with notes in the first language of the facts.
fn bibliography(facts: &Facts, style: Style) -> String {
    let sources: Vec<_> = facts.sources.iter().map(AsRef::as_ref).collect();
    let lang = facts.dossier.languages.first();
    cite::document(&sources, style, lang)
}

/// Every topic's claims and denials in one Markdown document, one language after the other.
fn markdown(facts: &Facts) -> String {
    let mut parts = Vec::new();
    for lang in facts.dossier.languages.iter() {
        parts.push(render::markdown::markdown(&render::whole(&cover(
            facts, lang,
        ))));
        for topic in &facts.topics {
            let views = [View::Claims, View::Denials].into_iter();
            parts.extend(views.filter_map(|view| chapter(facts, &topic.id, view, lang)));
        }
    }
    parts.join("\n")
}

/// One view of a topic, unpaged; `None` if it has no entries. Its headings are one level below the cover's.
fn chapter(facts: &Facts, topic: &str, view: View, lang: Lang) -> Option<String> {
    let query = Query::new(topic).with(Key::View, view.name());
    let mut answer = commands::answer(facts, &query, lang);
    if answer.outcome != Outcome::Found {
        return None;
    }
    answer.actions.clear();
    let text = render::markdown::markdown(&render::whole(&answer));
    let lines = text.lines().map(|line| match line.strip_prefix('#') {
        Some(_) => format!("#{line}\n"),
        None => format!("{line}\n"),
    });
    Some(lines.collect())
}

/// The head of the Markdown document: what the facts are.
fn cover(facts: &Facts, lang: Lang) -> Answer {
    let (dossier, words) = (&facts.dossier, Phrases::of(lang));
    let reviewed = words.day(dossier.reviewed);
    Answer {
        outcome: Outcome::Found,
        lang,
        query: Query::new(&dossier.id),
        read_as: None,
        page: 1,
        parts: 1,
        title: dossier.title.get(lang).to_owned(),
        question: None,
        as_of: None,
        notices: Vec::new(),
        lead: Vec::new(),
        sections: vec![
            Section::new(SectionRole::About, "").with(
                [&dossier.about, &dossier.report]
                    .map(|text| Entry::line("", text.get(lang)))
                    .into(),
            ),
        ],
        references: Vec::new(),
        footer: vec![
            words.format("footer-reviewed", &[("date", &reviewed)]),
            dossier.licence.clone(),
        ],
        actions: Vec::new(),
        states_claim: false,
        claim_query: None,
        picture: None,
    }
}

/// Writes the JSON Schema of the fact file or of answers.
///
/// # Errors
///
/// The output is closed.
pub fn schema(of: SchemaOf) -> Result<ExitCode, Stop> {
    let schema = match of {
        SchemaOf::Facts => file::schema(),
        SchemaOf::Answer => json::schema(),
    };
    output::show(&output::pretty(&schema))?;
    Ok(ExitCode::SUCCESS)
}
