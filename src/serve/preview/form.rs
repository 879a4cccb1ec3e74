//! The form in which facts are added and changed: what it offers, what the checker says of it as somebody types, and
//! saving it.
//!
//! Only a page that this program gave to somebody on this machine can save: the address of the other end, the `Host` and
//! `Origin` headers and a token that no other site can read say so.

mod card;
mod report;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Extension, Path, Request, State};
use axum::http::header::{HeaderName, ORIGIN};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::task::spawn_blocking;
use tokio::time::{sleep, timeout};
use url::form_urlencoded;

use super::conversation::json_response;
use super::desk::FormState;
use super::state::Preview;
use crate::draft::NotWritten;
use crate::draft::form::{self, Record};
use crate::facts::Lang;
use crate::phrases::Phrases;
use crate::query::Key;
use crate::serve::http::{FromHere, read};
use crate::serve::refusal::Refusal;
use crate::serve::today;
use report::{offered, report, written};

/// The header with the token.
const TOKEN: HeaderName = HeaderName::from_static("sumber-token");

/// How long a save waits until the bot answers from what was saved, and how often it looks.
const TAKING_OVER: Duration = Duration::from_secs(5);
const LOOK: Duration = Duration::from_millis(20);

/// The kinds of records that have a form.
const KINDS: [&str; 4] = ["claim", "source", "speaker", "measure"];

/// `GET /preview/form/offers/LANG`: what can be named, in a language, and whether somebody may save.
pub(super) async fn offers(
    State(preview): State<Arc<Preview>>,
    Path(lang): Path<String>,
    Extension(from): Extension<FromHere>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let may_save = preview.form.may_save(from, &headers);
    let words = Phrases::of(language(&lang));
    let token = (may_save == "yes").then(|| preview.form.token.clone());
    blocking(move || {
        let mut known = match preview.form.desk.read(&named(&uri)) {
            Ok(dossier) => offered(&dossier, words),
            Err(why) => json!({ "unread": why }),
        };
        known["may_save"] = may_save.into();
        known["token"] = token.into();
        known["today"] = today().to_string().into();
        known
    })
    .await
}

/// `GET /preview/form/record/KIND/ID`: a record as it is in its file; null if it is not there.
pub(super) async fn record(
    State(preview): State<Arc<Preview>>,
    Path((kind, id)): Path<(String, String)>,
    uri: Uri,
) -> Response {
    blocking(move || {
        let dossier = preview.form.desk.read(&named(&uri)).ok();
        let found = dossier.as_ref().zip(kind_named(&kind));
        found
            .and_then(|(dossier, kind)| dossier.get(kind, &id).cloned())
            .into()
    })
    .await
}

/// `POST /preview/form/check`: what the checker says of a form, how its dates are read, and its message in Discord.
pub(super) async fn check(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    let asked = match asked(request).await {
        Ok(asked) => asked,
        Err(refusal) => return preview.endpoint.refuse(refusal).into_response(),
    };
    let (shared, lang) = (Arc::clone(&preview), asked.lang);
    let made = spawn_blocking(move || {
        let dossier = shared.form.desk.read(&asked.dossier)?;
        let checked = form::check(&dossier, &asked.records, today());
        let report = report(&checked, &asked.records, Phrases::of(lang));
        let bot = &shared.endpoint.responder.bot;
        let shown = checked
            .facts
            .zip(asked.records.first().zip(checked.ids.first()));
        let card =
            shown.and_then(|(facts, (record, id))| card::card(bot, facts, (record.kind, id), lang));
        Ok::<_, String>((report, card))
    });
    match made.await {
        Ok(Ok((mut report, card))) => {
            if let Some(card) = card {
                report["card"] = card::drawn(&preview.endpoint.responder, card).await;
            }
            json_response(&report)
        }
        Ok(Err(why)) => json_response(&json!({ "unread": why })),
        Err(_) => {
            json_response(&json!({ "unread": "the check ended in an error; the log has it" }))
        }
    }
}

/// `POST /preview/form/save`: writes a form without a problem into its files, if they are as they were when it was
/// checked against them here.
pub(super) async fn save(
    State(preview): State<Arc<Preview>>,
    Extension(from): Extension<FromHere>,
    request: Request,
) -> Response {
    let headers = request.headers();
    let token = headers
        .get(TOKEN)
        .is_some_and(|token| token.as_bytes() == preview.form.token.as_bytes());
    // That `Origin` is the page's was checked, if there is one.
    let by_the_page = token && headers.contains_key(ORIGIN);
    let may_save = preview.form.may_save(from, headers);
    if may_save == "elsewhere" || (may_save == "yes" && !by_the_page) {
        return preview.endpoint.refuse(Refusal::Site).into_response();
    }
    let asked = match asked(request).await {
        Ok(asked) => asked,
        Err(refusal) => return preview.endpoint.refuse(refusal).into_response(),
    };
    let shared = Arc::clone(&preview);
    let saving = spawn_blocking(move || saved(&shared.form, &asked)).await;
    let (report, revision) = saving.unwrap_or_default();
    if let Some(revision) = revision {
        // So that the answer to the next question has what was saved.
        let bot = &preview.endpoint.responder.bot;
        let taken_over = async {
            while bot.shelf().iter().all(|facts| facts.revision != revision) {
                sleep(LOOK).await;
            }
        };
        let _ = timeout(TAKING_OVER, taken_over).await;
    }
    json_response(&report)
}

/// What a request asks about.
struct Asked {
    lang: Lang,
    /// The id of the dossier; empty for the first.
    dossier: String,
    records: Vec<Record>,
}

async fn asked(request: Request) -> Result<Asked, Refusal> {
    let body = read(request.into_body()).await?;
    let asked: Value = serde_json::from_slice(&body).map_err(|_| Refusal::Json)?;
    let lang = language(asked["lang"].as_str().unwrap_or_default());
    let records = asked["records"].as_array().ok_or(Refusal::Json)?;
    let record = |record: &Value| {
        let text = |key: &str| record[key].as_str().ok_or(Refusal::Json);
        Ok(Record {
            key: text("key")?.to_owned(),
            kind: kind_named(text("kind")?).ok_or(Refusal::Json)?,
            value: record["value"].clone(),
            before: Some(record["before"].clone()).filter(|before| !before.is_null()),
        })
    };
    let records: Vec<Record> = records.iter().map(record).collect::<Result<_, Refusal>>()?;
    let dossier = asked["dossier"].as_str().unwrap_or_default().to_owned();
    Ok(Asked {
        lang,
        dossier,
        records,
    })
}

/// The id of the dossier in a query string; empty for the first.
fn named(uri: &Uri) -> String {
    let values = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    let mut named = values.filter(|(key, _)| key == Key::Dossier.name());
    named
        .next()
        .map(|(_, id)| id.into_owned())
        .unwrap_or_default()
}

/// The language with a code, else English.
fn language(code: &str) -> Lang {
    Lang::of(code).unwrap_or(Lang::En)
}

fn kind_named(name: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| *kind == name)
}

/// What came of saving, and the revision of the facts if it was done.
fn saved(state: &FormState, asked: &Asked) -> (Value, Option<String>) {
    let refused = |why: Value| (why, None);
    let Some(write) = &state.desk.write else {
        return refused(json!({ "refused": "shipped" }));
    };
    let _one = state.saving.lock();
    let dossier = match state.desk.read(&asked.dossier) {
        Ok(dossier) => dossier,
        Err(why) => return refused(json!({ "unread": why })),
    };
    // What somebody else has changed meanwhile is not overwritten.
    for record in &asked.records {
        let Some(before) = &record.before else {
            continue;
        };
        let id = before["id"].as_str().unwrap_or_default();
        let now = dossier.get(record.kind, id);
        if now != Some(before) {
            return refused(json!({ "changed": { "key": record.key, "now": now } }));
        }
    }
    let checked = form::check(&dossier, &asked.records, today());
    if checked.is_wrong() {
        return refused(report(&checked, &asked.records, Phrases::of(asked.lang)));
    }
    match write(&checked.edits, &dossier) {
        Ok(()) => (
            json!({ "saved": written(&checked), "ids": checked.ids }),
            checked.facts.map(|facts| facts.revision),
        ),
        Err(NotWritten::Changed) => refused(json!({ "changed": {} })),
        Err(NotWritten::Failed(why)) => refused(json!({ "failed": why })),
    }
}

/// The JSON that takes a while to make: of thousands of claims, seconds.
async fn blocking(make: impl FnOnce() -> Value + Send + 'static) -> Response {
    json_response(&spawn_blocking(make).await.unwrap_or_default())
}
