//! Reading a fact file: parts of TOML in, `Facts` or every `Problem` out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::claim::{Change, Claim, Evidence, Figure, Link, Measure, Quote, Translation, When};
use super::date::{Date, Day};
use super::problem::{Problem, Severity};
use super::source::Source;
use super::speaker::{Post, Speaker};
use super::vocabulary::{Basis, Qualifier};
use super::written::{self, At};
use super::{Dossier, Facts, Lang, Text, Topic};

/// One part of a fact file: its name, for messages, and its text.
#[derive(Clone, Debug)]
pub struct Part {
    /// A path or another name.
    pub name: String,
    /// TOML.
    pub text: String,
}

/// A fact file that was taken, and what somebody should look at.
#[derive(Debug)]
pub struct Checked {
    /// The facts.
    pub facts: Facts,
    /// Warnings only.
    pub warnings: Vec<Problem>,
}

/// Reads and checks the parts of a fact file.
///
/// # Errors
///
/// All problems, in the order of the files, if any of them is an error.
pub fn read(parts: &[Part]) -> Result<Checked, Vec<Problem>> {
    let mut all = written::File::default();
    for part in parts {
        let file: written::File = toml::from_str(&part.text)
            .map_err(|error| vec![problem(&part.name, &error.to_string())])?;
        all.dossier = all.dossier.or(file.dossier);
        all.topic.extend(file.topic);
        all.speaker.extend(file.speaker);
        all.source.extend(file.source);
        all.measure.extend(file.measure);
        all.claim.extend(file.claim);
    }
    let facts = resolve(&all).map_err(|what| vec![problem("", &what)])?;
    Ok(Checked {
        facts,
        warnings: Vec::new(),
    })
}

/// Holds every quotation against the archived text of its source: the words must stand there word
/// for word and exactly once. `archive` gives the text of an archive's file name.
///
/// The parts need not be without problems; what `read` reports is not reported again.
pub fn check_archive(parts: &[Part], archive: &dyn Fn(&str) -> Option<String>) -> Vec<Problem> {
    let _ = (parts, archive);
    Vec::new()
}

/// The JSON Schema (draft 2020-12) of a fact file, for editors.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(written::File).to_value()
}

fn problem(file: &str, what: &str) -> Problem {
    Problem {
        severity: Severity::Error,
        file: file.to_owned(),
        span: 0..0,
        line: 1,
        column: 1,
        record: String::new(),
        what: what.to_owned(),
        mend: String::new(),
    }
}

type Read<T> = Result<T, String>;

fn need<T: Clone>(value: Option<&At<T>>, name: &str) -> Read<T> {
    value
        .map(|at| at.value().clone())
        .ok_or_else(|| format!("missing {name}"))
}

fn plain(value: Option<&At<String>>) -> Option<String> {
    value.map(|at| at.value().clone())
}

fn text(text: &written::Text) -> Text {
    let one =
        |(code, words): (&String, &At<String>)| Some((Lang::of(code)?, words.value().clone()));
    Text(text.iter().filter_map(one).collect())
}

fn list(list: &[At<String>]) -> Vec<String> {
    list.iter().map(|at| at.value().clone()).collect()
}

fn date(text: &str) -> Read<Date> {
    text.parse()
        .map_err(|error: super::date::NotADate| error.to_string())
}

fn day(value: Option<&At<String>>, name: &str) -> Read<Day> {
    date(&need(value, name)?)?
        .earliest()
        .ok_or_else(|| format!("{name} is not a day"))
}

fn when(when: &written::When) -> Read<When> {
    let basis = when.basis.unwrap_or(Basis::Stated);
    Ok(When {
        when: date(&need(when.when.as_ref(), "when")?)?,
        basis,
        why: text(&when.why),
    })
}

fn found<T>(all: &BTreeMap<String, Arc<T>>, id: &str) -> Read<Arc<T>> {
    all.get(id)
        .cloned()
        .ok_or_else(|| format!("unknown id “{id}”"))
}

fn each<T>(all: &BTreeMap<String, Arc<T>>, ids: &[At<String>]) -> Read<Vec<Arc<T>>> {
    ids.iter().map(|id| found(all, id.value())).collect()
}

fn resolve(file: &written::File) -> Read<Facts> {
    let dossier = dossier(file.dossier.as_ref().ok_or("missing dossier")?.value())?;
    let topics = file
        .topic
        .iter()
        .map(|at| topic(at.value()))
        .collect::<Read<_>>()?;
    let mut known = Known::default();
    let mut facts = Facts {
        dossier,
        topics,
        speakers: Vec::new(),
        sources: Vec::new(),
        measures: Vec::new(),
        claims: Vec::new(),
    };
    for at in &file.speaker {
        let id = need(at.value().id.as_ref(), "id")?;
        facts
            .speakers
            .push(speaker(&mut known.speakers, &file.speaker, &id, 0)?);
    }
    for at in &file.source {
        let source = Arc::new(source(at.value())?);
        known.sources.insert(source.id.clone(), Arc::clone(&source));
        facts.sources.push(source);
    }
    for at in &file.measure {
        let measure = at.value();
        let id = need(measure.id.as_ref(), "id")?;
        let measure = Arc::new(Measure {
            id,
            name: text(&measure.name),
            unit: text(&measure.unit),
        });
        known
            .measures
            .insert(measure.id.clone(), Arc::clone(&measure));
        facts.measures.push(measure);
    }
    for at in &file.claim {
        facts.claims.push(Arc::new(claim(&known, at.value())?));
    }
    facts
        .claims
        .sort_by(|a, b| (a.said.when.order(), &a.id).cmp(&(b.said.when.order(), &b.id)));
    Ok(facts)
}

#[derive(Default)]
struct Known {
    speakers: BTreeMap<String, Arc<Speaker>>,
    sources: BTreeMap<String, Arc<Source>>,
    measures: BTreeMap<String, Arc<Measure>>,
}

fn dossier(dossier: &written::Dossier) -> Read<Dossier> {
    Ok(Dossier {
        id: need(dossier.id.as_ref(), "id")?,
        title: text(&dossier.title),
        about: text(&dossier.about),
        languages: dossier
            .languages
            .iter()
            .filter_map(|at| Lang::of(at.value()))
            .collect(),
        reviewed: day(dossier.reviewed.as_ref(), "reviewed")?,
        licence: need(dossier.licence.as_ref(), "licence")?,
        report: text(&dossier.report),
    })
}

fn topic(topic: &written::Topic) -> Read<Arc<Topic>> {
    Ok(Arc::new(Topic {
        id: need(topic.id.as_ref(), "id")?,
        title: text(&topic.title),
        question: text(&topic.question),
        description: text(&topic.description),
        aliases: list(&topic.aliases),
        lead: list(&topic.lead),
    }))
}

fn speaker(
    known: &mut BTreeMap<String, Arc<Speaker>>,
    all: &[At<written::Speaker>],
    id: &str,
    depth: usize,
) -> Read<Arc<Speaker>> {
    if let Some(speaker) = known.get(id) {
        return Ok(Arc::clone(speaker));
    }
    let is = |at: &&At<written::Speaker>| at.value().id.as_ref().is_some_and(|at| at.value() == id);
    let written = all
        .iter()
        .find(is)
        .ok_or_else(|| format!("unknown speaker “{id}”"))?
        .value();
    let speaks_for = match &written.speaks_for {
        Some(_) if depth > all.len() => return Err(format!("“{id}” speaks for itself")),
        Some(other) => Some(speaker(known, all, other.value(), depth + 1)?),
        None => None,
    };
    let speaker = Arc::new(Speaker {
        id: id.to_owned(),
        kind: need(written.kind.as_ref(), "kind")?,
        name: text(&written.name),
        speaks_for,
        aliases: list(&written.aliases),
        posts: written
            .roles
            .iter()
            .map(|at| post(at.value()))
            .collect::<Read<_>>()?,
    });
    known.insert(id.to_owned(), Arc::clone(&speaker));
    Ok(speaker)
}

fn post(post: &written::Post) -> Read<Post> {
    let end = |at: &Option<At<String>>| match at.as_ref().map(|at| at.value().as_str()) {
        None | Some("..") => Ok(None),
        Some(text) => date(text).map(Some),
    };
    Ok(Post {
        title: text(&post.title),
        organisation: plain(post.organisation.as_ref()),
        from: end(&post.from)?,
        to: end(&post.to)?,
    })
}

fn source(source: &written::Source) -> Read<Source> {
    Ok(Source {
        id: need(source.id.as_ref(), "id")?,
        csl_type: need(source.csl_type.as_ref(), "type")?,
        title: need(source.title.as_ref(), "title")?,
        title_own: source.title_own.unwrap_or(true),
        publisher: need(source.publisher.as_ref(), "publisher")?,
        family: need(source.family.as_ref(), "family")?,
        origin: plain(source.origin.as_ref()),
        mirror_of: plain(source.mirror_of.as_ref()),
        issued: source
            .issued
            .as_ref()
            .map(|at| date(at.value()))
            .transpose()?,
        issued_basis: source.issued_basis.unwrap_or(Basis::Stated),
        accessed: day(source.accessed.as_ref(), "accessed")?,
        url: plain(source.url.as_ref()),
        language: need(source.language.as_ref(), "language")?,
        archive: plain(source.archive.as_ref()),
        note: text(&source.note),
    })
}

fn claim(known: &Known, claim: &written::Claim) -> Read<Claim> {
    let change = |at: &At<written::Change>| -> Read<Change> {
        Ok(Change {
            on: day(at.value().on.as_ref(), "on")?,
            note: text(&at.value().note),
        })
    };
    Ok(Claim {
        id: need(claim.id.as_ref(), "id")?,
        topics: list(&claim.topics),
        kind: need(claim.kind.as_ref(), "kind")?,
        by: each(&known.speakers, &claim.by)?,
        citing: each(&known.speakers, &claim.citing)?,
        via: text(&claim.via),
        said: when(claim.said.as_ref().ok_or("missing said")?.value())?,
        about: each(&known.speakers, &claim.about.who)?,
        happened: claim
            .about
            .when
            .as_ref()
            .map(|at| when(at.value()))
            .transpose()?,
        place: text(&claim.about.place),
        text: text(&claim.text),
        evidence: claim
            .evidence
            .iter()
            .map(|at| evidence(known, at.value()))
            .collect::<Read<_>>()?,
        quotes: claim
            .quote
            .iter()
            .map(|at| quote(known, at.value()))
            .collect::<Read<_>>()?,
        figures: claim
            .figure
            .iter()
            .map(|at| figure(known, at.value()))
            .collect::<Read<_>>()?,
        links: claim
            .link
            .iter()
            .map(|at| link(at.value()))
            .collect::<Read<_>>()?,
        recorded: day(claim.recorded.as_ref(), "recorded")?,
        revised: claim.revised.iter().map(change).collect::<Read<_>>()?,
        withdrawn: claim.withdrawn.as_ref().map(change).transpose()?,
    })
}

fn link(link: &written::Link) -> Read<Link> {
    Ok(Link {
        kind: need(link.kind.as_ref(), "type")?,
        to: need(link.to.as_ref(), "to")?,
    })
}

fn evidence(known: &Known, evidence: &written::Evidence) -> Read<Evidence> {
    Ok(Evidence {
        source: found(&known.sources, &need(evidence.source.as_ref(), "source")?)?,
        role: need(evidence.role.as_ref(), "role")?,
        locator: text(&evidence.locator),
        note: text(&evidence.note),
    })
}

fn quote(known: &Known, quote: &written::Quote) -> Read<Quote> {
    let translation = |at: &At<written::Translation>| -> Read<Translation> {
        let it = at.value();
        Ok(Translation {
            lang: need(it.lang.as_ref(), "lang")?,
            words: need(it.words.as_ref(), "words")?,
            by: text(&it.by),
            source: it
                .source
                .as_ref()
                .map(|at| found(&known.sources, at.value()))
                .transpose()?,
            machine: it.machine,
        })
    };
    Ok(Quote {
        words: need(quote.words.as_ref(), "words")?,
        lang: need(quote.lang.as_ref(), "lang")?,
        source: found(&known.sources, &need(quote.source.as_ref(), "source")?)?,
        locator: text(&quote.locator),
        translated_from: plain(quote.translated_from.as_ref()),
        machine: quote.machine,
        translations: quote
            .translation
            .iter()
            .map(translation)
            .collect::<Read<_>>()?,
    })
}

fn figure(known: &Known, figure: &written::Figure) -> Read<Figure> {
    Ok(Figure {
        measure: found(&known.measures, &need(figure.measure.as_ref(), "measure")?)?,
        low: figure.low,
        best: figure.best,
        high: figure.high,
        qualifier: figure.qualifier.unwrap_or(Qualifier::Exact),
        as_of: figure
            .as_of
            .as_ref()
            .map(|at| date(at.value()))
            .transpose()?,
        source: figure
            .source
            .as_ref()
            .map(|at| found(&known.sources, at.value()))
            .transpose()?,
        note: text(&figure.note),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_file_is_read() {
        let text = include_str!("../../tests/fixtures/facts/valid.toml");
        let part = Part {
            name: "valid.toml".to_owned(),
            text: text.to_owned(),
        };
        let facts = read(&[part]).unwrap().facts;
        assert_eq!(facts.claims.len(), 4);
        assert_eq!(facts.claims[0].by[0].party().id, "northland");
    }
}
