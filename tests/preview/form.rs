//! The form: what the checker says of it. `saving.rs` has what is written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::asker::Asker;
use crate::fake_discord::FakeDiscord;
use crate::program::Program;
use crate::start_with;

const GOOD: &str = include_str!("../fixtures/facts/valid.toml");

/// The preview with a folder of facts of its own: everything in one file, with comments.
pub struct Desk {
    _discord: FakeDiscord,
    _preview: Program,
    pub asker: Asker,
    pub file: PathBuf,
}

impl Desk {
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("form-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("bridge.toml");
        fs::write(&file, before()).unwrap();
        let discord = FakeDiscord::start();
        let place = folder.display().to_string();
        let (preview, asker) =
            start_with(&discord, &["--listen", "127.0.0.1:0", "--facts", &place]);
        Self {
            _discord: discord,
            _preview: preview,
            asker,
            file,
        }
    }

    pub fn text(&self) -> String {
        fs::read_to_string(&self.file).unwrap()
    }

    pub fn check(&self, records: &Value) -> Value {
        let body = json!({ "lang": "en", "records": records }).to_string();
        let response = self.asker.post_to("/preview/form/check", &[], &body);
        assert_eq!(response.status, 200, "{response:?}");
        response.json()
    }

    pub fn save(&self, records: &Value) -> Value {
        let token = token(self.asker);
        let body = json!({ "lang": "en", "records": records }).to_string();
        let response = self
            .asker
            .post_to("/preview/form/save", &[("Sumber-Token", &token)], &body);
        assert_eq!(response.status, 200, "{response:?}");
        response.json()
    }

    pub fn record(&self, kind: &str, id: &str) -> Value {
        self.asker
            .get(&format!("/preview/form/record/{kind}/{id}"))
            .json()
    }
}

/// The facts with comments, in a claim and around it.
pub fn before() -> String {
    let marked = GOOD.replace(
        "[[claim]]\nid = \"bridge-ready\"\n",
        "# What the minister said.\n[[claim]]\nid = \"bridge-ready\" # never change it\n",
    );
    format!("{marked}\n# The end of the file.\n")
}

pub fn token(asker: Asker) -> String {
    let offers = asker.get("/preview/form/offers/en").json();
    assert_eq!(offers["may_save"], "yes", "{offers}");
    offers["token"].as_str().unwrap().to_owned()
}

/// A statement that names a source beside it.
pub fn statement() -> Value {
    json!([
        { "key": "main", "kind": "claim", "before": null, "value": {
            "topics": ["bridge"], "kind": "denies", "by": ["builders-union"],
            "said": { "when": "2024-05-03~", "basis": "stated" },
            "text": { "en": "The bridge needs another month.", "id": "Jembatan itu perlu sebulan lagi." },
            "evidence": [{ "source": "@source-1", "role": "origin", "note": { "en": "", "id": " " } }],
            "link": [{ "type": "denies", "to": "bridge-ready" }],
        } },
        { "key": "source-1", "kind": "source", "before": null, "value": {
            "type": "article-newspaper", "title": "Union: not yet", "publisher": "Eastport Gazette",
            "issued": "2024-05-04", "language": "en", "url": "https://example.org/gazette/union",
        } },
    ])
}

/// What is said of a key.
fn told<'r>(report: &'r Value, key: &str, path: &str) -> Vec<&'r Value> {
    let problems = report["problems"].as_array().unwrap().iter();
    problems
        .filter(|one| one["key"] == key && one["path"] == path)
        .collect()
}

#[test]
fn an_empty_form_says_what_is_needed() {
    let desk = Desk::new("empty");
    let report =
        desk.check(&json!([{ "key": "main", "kind": "claim", "value": {}, "before": null }]));
    for path in [
        "topics",
        "kind",
        "by",
        "said.when",
        "said.basis",
        "text.en",
        "text.id",
        "evidence.0.source",
        "evidence.0.role",
    ] {
        let told = told(&report, "main", path);
        assert_eq!(told.len(), 1, "{path}: {report}");
        assert_eq!(told[0]["gap"], true, "{path}");
        assert!(!told[0]["help"].as_str().unwrap().is_empty());
    }
    assert_eq!(report["problems"].as_array().unwrap().len(), 9, "{report}");
    assert_eq!(report["card"], Value::Null);
    assert_eq!(desk.text(), before());
}

#[test]
fn what_is_begun_says_what_it_still_needs() {
    let desk = Desk::new("begun");
    let mut records = statement();
    let value = &mut records[0]["value"];
    value["via"] = json!({ "en": "by letter" });
    value["quote"] = json!([{ "words": "Not yet", "translation": [{}] }, {}]);
    value["link"] = json!([{}, { "type": "denies" }]);
    let report = desk.check(&records);
    let gaps = report["problems"].as_array().unwrap().iter();
    let paths: Vec<&str> = gaps
        .filter(|one| one["gap"] == true)
        .map(|one| one["path"].as_str().unwrap())
        .collect();
    let expected = [
        "link.0.to",
        "via.id",
        "quote.0.lang",
        "quote.0.source",
        "quote.0.translation.0.words",
        "quote.0.translation.0.lang",
        "quote.0.translation.0.by.en",
        "quote.0.translation.0.by.id",
        "quote.1.words",
        "quote.1.lang",
        "quote.1.source",
        "link.0.type",
        "link.1.to",
    ];
    assert_eq!(
        paths.iter().collect::<BTreeSet<_>>(),
        expected.iter().collect(),
        "{report}"
    );
    assert_eq!(
        report["problems"].as_array().unwrap().len(),
        expected.len(),
        "{report}"
    );
}

#[test]
fn what_is_wrong_is_told_at_its_key() {
    let desk = Desk::new("wrong");
    let mut records = statement();
    records[0]["value"]["said"]["when"] = json!("03/04/2024");
    records[0]["value"]["by"] = json!(["ada-borg"]);
    records[0]["value"]["evidence"][0]["role"] = json!("part");
    records[1]["value"]["issued"] = json!("2024-02-30");
    let report = desk.check(&records);
    for (key, path, gap) in [
        ("main", "said.when", false),
        ("main", "by", false),
        ("main", "evidence.0.note.en", true),
        ("source-1", "issued", false),
    ] {
        let told = told(&report, key, path);
        assert_eq!(told.len(), 1, "{key} {path}: {report}");
        assert_eq!(told[0]["gap"], gap, "{key} {path}");
    }
    assert!(
        told(&report, "main", "by")[0]["help"]
            .as_str()
            .unwrap()
            .contains("ada-berg")
    );
    assert!(
        told(&report, "main", "evidence.0.source").is_empty(),
        "{report}"
    );
    let dates = report["dates"].as_array().unwrap();
    let said = dates.iter().find(|one| one["path"] == "said.when").unwrap();
    assert_eq!(said["words"], Value::Null);
    let meant = json!([
        ["2024-04-03", "3 April 2024"],
        ["2024-03-04", "4 March 2024"]
    ]);
    assert_eq!(said["meant"], meant);
    assert_eq!(desk.save(&records)["wrong"], true);
    assert_eq!(desk.text(), before());
}

#[test]
fn without_a_fact_file_it_can_be_tried() {
    let discord = FakeDiscord::start();
    let (_preview, asker) = start_with(&discord, &["--listen", "127.0.0.1:0"]);
    let offers = asker.get("/preview/form/offers/id").json();
    assert_eq!(
        (&offers["may_save"], &offers["token"]),
        (&json!("shipped"), &Value::Null)
    );
    assert!(offers["offers"]["claim"].as_array().unwrap().len() > 10);
    let records = json!([{ "key": "main", "kind": "speaker", "before": null, "value": {
        "name": { "en": "Ina Moll", "id": "Ina Moll" }, "kind": "person" } }]);
    let body = json!({ "lang": "id", "records": records }).to_string();
    let report = asker.post_to("/preview/form/check", &[], &body).json();
    assert_eq!(report["problems"], json!([]), "{report}");
    assert!(report["card"].to_string().contains("Ina Moll"), "{report}");
    let reply = asker.post_to("/preview/form/save", &[], &body).json();
    assert_eq!(reply, json!({ "refused": "shipped" }));
}
