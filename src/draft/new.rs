//! A new dossier, with an example that is to be replaced.

use serde_json::Value;

use super::Wanted;
use super::gate::{Edit, alone};
use super::new_texts::{licence, readme};
use super::original::Place;
use super::record::Draft;
use crate::facts::Lang;
use crate::facts::file::schema;
use crate::phrases::Phrases;

const DOSSIER: &str = "\
#:schema ./facts.schema.json
# What this collection of facts is, and the questions that it answers. Lines that begin with # are for people only.
# Every text stands here in each of the languages. `sumber check` tells what is missing.
";
const TOPIC: &str = "
# A topic is a question with a slash command of the same name. `lead` names the claims that are shown first. If
# one claim answers the question, name it in `asks` instead: the answer then says who said so, denied and confirmed it.
";
const SPEAKERS: &str = "\
#:schema ./facts.schema.json
# Who says something or is spoken about. `for` names the speaker for whom somebody speaks: the mayor for her town.
# Replace these by your own; `sumber add speaker` asks for what is needed.
";
const SOURCES: &str = "\
#:schema ./facts.schema.json
# Where it can be read. Papers of one owner share a `family`, and then count as one.
# `sumber import` reads sources from Zotero and others; `sumber add source` asks for them one by one.
";
const CLAIMS: &str = "\
#:schema ./facts.schema.json
# Who said what, when, and where it can be read. The sentence is neutral and leaves out who said it: the bot puts name,
# post and day before it. Everything below a [[claim]] belongs to it. `sumber add claim` asks for what is needed.
";

/// The files of a new dossier, by their names in its folder. It passes the check.
pub fn files(wanted: &Wanted) -> Vec<Edit> {
    let example = Example {
        wanted,
        place: Place {
            span: 0..0,
            label: "".into(),
        },
    };
    let file = |name: &str, text: String| Edit {
        file: name.to_owned(),
        text,
    };
    let records = |head: &str, drafts: &[Draft]| {
        format!("{head}{}", drafts.iter().map(alone).collect::<String>())
    };
    let dossier = format!(
        "{DOSSIER}\n{}{TOPIC}{}",
        example.dossier(),
        alone(&example.topic()).trim_start()
    );
    vec![
        file("dossier.toml", dossier),
        file("speakers.toml", records(SPEAKERS, &example.speakers())),
        file("sources.toml", records(SOURCES, &example.sources())),
        file(
            &format!("{}.toml", wanted.topic),
            records(CLAIMS, &example.claims()),
        ),
        file("facts.schema.json", format!("{:#}\n", schema())),
        file("README.md", readme(wanted)),
        file("LICENSE", licence(wanted)),
    ]
}

/// The example that a new dossier has.
struct Example<'w> {
    wanted: &'w Wanted,
    place: Place,
}

impl Example<'_> {
    /// A record of these values; `*` stands for each language, whose phrase the value names.
    fn record(&self, kind: &'static str, values: &[(&str, Value)]) -> Draft {
        let mut draft = Draft::new(kind, self.place.clone());
        for (path, value) in values {
            match path.contains('*') {
                true => self.texts(&mut draft, path, |words| match value.as_str() {
                    Some(key) => words.text(key),
                    None => String::new(),
                }),
                false => draft.put(path, value.clone(), &self.place),
            }
        }
        draft
    }

    /// A text in each language.
    fn texts(&self, draft: &mut Draft, path: &str, text: impl Fn(&Phrases) -> String) {
        for code in &self.wanted.languages {
            let words = Phrases::of(Lang::of(code).unwrap_or(Lang::En));
            draft.put(&path.replace('*', code), text(words), &self.place);
        }
    }

    fn dossier(&self) -> String {
        let wanted = self.wanted;
        let mut draft = self.record("dossier", &[("id", wanted.id.as_str().into())]);
        for (code, title) in wanted.languages.iter().zip(&wanted.titles) {
            draft.put(&format!("title.{code}"), title.as_str(), &self.place);
        }
        let rest = [
            ("about.*", "new-about".into()),
            ("languages", wanted.languages.clone().into()),
            ("reviewed", wanted.today.to_string().into()),
            ("licence", wanted.licence.as_str().into()),
            ("report.*", "new-report".into()),
        ];
        for (path, value) in self
            .record("dossier", &rest)
            .value
            .as_object()
            .into_iter()
            .flatten()
        {
            draft.put(path, value.clone(), &self.place);
        }
        format!("[dossier]\n{}", draft.table())
    }

    fn topic(&self) -> Draft {
        let wanted = self.wanted;
        let mut draft = self.record("topic", &[("id", wanted.topic.as_str().into())]);
        let titles = || wanted.languages.iter().zip(&wanted.topic_titles);
        for (code, title) in titles() {
            draft.put(&format!("title.{code}"), title.as_str(), &self.place);
        }
        for (key, phrase) in [
            ("question", "new-topic-question"),
            ("description", "new-topic-description"),
        ] {
            for (code, title) in titles() {
                let words = Phrases::of(Lang::of(code).unwrap_or(Lang::En));
                let text = words.format(phrase, &[("topic", title)]);
                draft.put(&format!("{key}.{code}"), text, &self.place);
            }
        }
        draft.put("lead", vec!["clock-runs-again"], &self.place);
        draft
    }

    fn speakers(&self) -> [Draft; 2] {
        let town = [
            ("id", "eastport".into()),
            ("kind", "body".into()),
            ("name.*", "new-town".into()),
        ];
        let mut mayor = self.record(
            "speaker",
            &[("id", "ina-moll".into()), ("kind", "person".into())],
        );
        self.texts(&mut mayor, "name.*", |_| "Ina Moll".to_owned());
        mayor.put("for", "eastport", &self.place);
        self.texts(&mut mayor, "roles.0.title.*", |words| {
            words.text("new-mayor")
        });
        mayor.put("roles.0.organisation", "eastport", &self.place);
        [self.record("speaker", &town), mayor]
    }

    fn sources(&self) -> [Draft; 1] {
        [self.record(
            "source",
            &[
                ("id", "gazette-clock".into()),
                ("type", "article-newspaper".into()),
                ("title", "The clock runs again".into()),
                ("publisher", "Eastport Gazette".into()),
                ("family", "gazette".into()),
                ("issued", "2024-05-02".into()),
                ("accessed", self.wanted.today.to_string().into()),
                ("url", "https://example.org/clock-runs-again".into()),
                ("language", "en".into()),
            ],
        )]
    }

    fn claims(&self) -> [Draft; 1] {
        [self.record(
            "claim",
            &[
                ("id", "clock-runs-again".into()),
                ("topics", vec![self.wanted.topic.as_str()].into()),
                ("kind", "asserts".into()),
                ("by", vec!["ina-moll"].into()),
                ("said.when", "2024-05-02".into()),
                ("said.basis", "stated".into()),
                ("text.*", "new-clock".into()),
                ("recorded", self.wanted.today.to_string().into()),
                ("evidence.0.source", "gazette-clock".into()),
                ("evidence.0.role", "origin".into()),
            ],
        )]
    }
}
