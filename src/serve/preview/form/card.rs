//! What Discord would show of a record in the form, with its picture.

use std::time::Duration;

use serde_json::{Value, json};

use crate::commands;
use crate::discord::Picture;
use crate::discord::interaction::Interaction;
use crate::facts::{Facts, Lang};
use crate::render::discord::{Audience, message};
use crate::serve::bot::Bot;
use crate::serve::preview::conversation::file_json;
use crate::serve::responder::Responder;

/// How long drawing the picture may take: nobody but the person at this machine waits for it.
const DRAWING: Duration = Duration::from_secs(10);

/// A message and its picture, which is not drawn yet.
pub(super) struct Card {
    callback: Value,
    picture: Option<Picture>,
}

/// The message about a record of a kind with an id.
pub(super) fn card(bot: &Bot, facts: Facts, (kind, id): (&str, &str), lang: Lang) -> Option<Card> {
    let (command, options) = match kind {
        "claim" => (
            "claim",
            json!([{ "name": "claim", "value": id }, { "name": "picture", "value": true }]),
        ),
        "speaker" => ("who", json!([{ "name": "name", "value": id }])),
        _ => {
            let source = facts.sources.iter().find(|source| source.id == id)?;
            let answer = commands::source(&facts, source, lang);
            let message = message(&crate::render::page(&answer), Audience::Asker);
            return Some(Card {
                callback: json!({ "data": message }),
                picture: None,
            });
        }
    };
    let data = json!({ "name": command, "options": options });
    let interaction = json!({ "type": 2, "locale": lang.code(), "data": data });
    let reply = bot.reply_from(&facts.into(), &Interaction::read(&interaction));
    Some(Card {
        callback: reply.callback(),
        picture: reply.picture,
    })
}

/// The message as the page shows it, with its picture drawn.
pub(super) async fn drawn(responder: &Responder, card: Card) -> Value {
    let file = match card.picture {
        Some(picture) => responder.draw(picture, DRAWING).await,
        None => None,
    };
    let files: Vec<Value> = file
        .iter()
        .map(|file| file_json(file, &card.callback))
        .collect();
    let data = &card.callback["data"];
    json!({ "content": data["content"], "embeds": data["embeds"], "files": files })
}
