//! What is said over the gateway, both ways; anything else that Discord says is left alone.
//!
//! Interactions pass as they are: `discord::interaction` reads them. Shapes as in
//! <https://discord.com/developers/docs/events/gateway-events>.

use std::time::Duration;

use serde_json::{Value, json};
use serenity::constants::Opcode;
use serenity::model::gateway::GatewayIntents;

/// Something Discord says, and its place in the session if it has one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heard {
    pub(super) what: What,
    pub(super) seq: Option<u64>,
}

/// What Discord says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// The first word: beat your heart this often.
    Hello(Duration),
    /// Your heartbeat was heard.
    BeatHeard,
    /// Beat your heart now.
    BeatNow,
    /// Come back over another connection.
    Reconnect,
    /// The session is no longer good, or can be resumed later if this is true.
    SessionRefused(bool),
    /// A session has begun.
    Ready {
        session: String,
        resume_url: String,
        application: Option<u64>,
    },
    /// The session goes on.
    Resumed,
    /// Somebody did something that waits for an answer.
    Interaction(Value),
    /// Nothing that matters here.
    Other,
}

/// Reads a frame; `None` if it is no JSON or has no opcode.
pub(super) fn read(frame: &str) -> Option<Heard> {
    let mut frame: Value = serde_json::from_str(frame).ok()?;
    let opcode = u8::try_from(frame["op"].as_u64()?).ok()?;
    let event = frame["t"].as_str().unwrap_or_default().to_owned();
    let seq = frame["s"].as_u64();
    let data = frame["d"].take();
    let what = match Opcode::from(opcode) {
        Opcode::Dispatch => dispatched(&event, data),
        Opcode::Hello => What::Hello(Duration::from_millis(
            data["heartbeat_interval"]
                .as_u64()
                .unwrap_or(41_250)
                .max(100),
        )),
        Opcode::HeartbeatAck => What::BeatHeard,
        Opcode::Heartbeat => What::BeatNow,
        Opcode::Reconnect => What::Reconnect,
        Opcode::InvalidSession => What::SessionRefused(data.as_bool().unwrap_or(false)),
        _ => What::Other,
    };
    Some(Heard { what, seq })
}

fn dispatched(event: &str, data: Value) -> What {
    let text = |field: &str| data[field].as_str().unwrap_or_default().to_owned();
    match event {
        "READY" => What::Ready {
            session: text("session_id"),
            resume_url: text("resume_gateway_url"),
            application: data["application"]["id"]
                .as_str()
                .and_then(|id| id.parse().ok()),
        },
        "RESUMED" => What::Resumed,
        "INTERACTION_CREATE" => What::Interaction(data),
        _ => What::Other,
    }
}

/// Begins a session. Interactions come without any intent.
pub(super) fn identify(token: &str, shard: u32, shards: u32) -> Value {
    json!({
        "op": u8::from(Opcode::Identify),
        "d": {
            "token": token,
            "intents": GatewayIntents::empty().bits(),
            "properties": {
                "os": std::env::consts::OS,
                "browser": "sumber",
                "device": "sumber",
            },
            "shard": [shard, shards],
        }
    })
}

/// Goes on with a session from the last thing heard in it.
pub(super) fn resume(token: &str, session: &str, seq: u64) -> Value {
    json!({
        "op": u8::from(Opcode::Resume),
        "d": { "token": token, "session_id": session, "seq": seq }
    })
}

/// One beat of the heart, with the last thing heard.
pub(super) fn heartbeat(seq: Option<u64>) -> Value {
    json!({ "op": u8::from(Opcode::Heartbeat), "d": seq })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(frame: Value) -> What {
        read(&frame.to_string()).unwrap().what
    }

    #[test]
    fn every_word_of_the_gateway_is_understood() {
        let hello = json!({"op": 10, "d": {"heartbeat_interval": 45000}});
        assert_eq!(heard(hello), What::Hello(Duration::from_secs(45)));
        assert_eq!(heard(json!({"op": 11})), What::BeatHeard);
        assert_eq!(heard(json!({"op": 1, "d": null})), What::BeatNow);
        assert_eq!(heard(json!({"op": 7, "d": null})), What::Reconnect);
        let refused = json!({"op": 9, "d": true});
        assert_eq!(heard(refused), What::SessionRefused(true));
        assert_eq!(heard(json!({"op": 9})), What::SessionRefused(false));
        let ready = json!({"op": 0, "t": "READY", "s": 1, "d": {"session_id": "s",
            "resume_gateway_url": "wss://x", "application": {"id": "12"}, "user": null}});
        let expected = What::Ready {
            session: "s".into(),
            resume_url: "wss://x".into(),
            application: Some(12),
        };
        assert_eq!(heard(ready), expected);
        assert_eq!(heard(json!({"op": 0, "t": "RESUMED"})), What::Resumed);
    }

    #[test]
    fn an_interaction_passes_as_it_is() {
        let data = json!({"type": 99, "odd": [1.0, null], "id": 5});
        let frame = json!({"op": 0, "t": "INTERACTION_CREATE", "s": 7, "d": data});
        let heard = read(&frame.to_string()).unwrap();
        assert_eq!((heard.what, heard.seq), (What::Interaction(data), Some(7)));
    }

    #[test]
    fn what_is_unknown_is_left_alone() {
        assert_eq!(heard(json!({"op": 200})), What::Other);
        assert_eq!(heard(json!({"op": 0, "t": "NEW_THING"})), What::Other);
        assert_eq!(heard(json!({"op": 0})), What::Other);
        for frame in ["", "{}", "[]", "{\"op\":-1}", "{\"op\":4000}", "not json"] {
            assert_eq!(read(frame), None, "{frame}");
        }
    }

    #[test]
    fn a_session_begins_without_intents() {
        let identify = identify("t", 1, 4);
        assert_eq!(identify["d"]["intents"], 0);
        assert_eq!(identify["d"]["shard"], json!([1, 4]));
        assert_eq!(heartbeat(None), json!({"op": 1, "d": null}));
        assert_eq!(resume("t", "s", 3)["d"]["seq"], 3);
    }
}
