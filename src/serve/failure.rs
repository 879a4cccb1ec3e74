//! Why a call to Discord failed, in words that are safe to log.

use std::time::Duration;

use serde_json::Value;

use super::unreachable::Unreachable;

/// Why a call failed. It holds no address and no text that could hold a token.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub(super) enum Failure {
    /// Discord does not know the token.
    #[error("the token was refused")]
    Token,
    /// An HTTP status other than success, Discord's own code if it gave one
    /// (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>), the first field of the request
    /// that it named, with what is wrong there
    /// (<https://discord.com/developers/docs/reference#error-messages>), and how long to wait if it said so.
    #[error(
        "HTTP {status}{}{}{}",
        code.map(|code| format!(", code {code}")).unwrap_or_default(),
        field.as_deref().map(|field| format!(", {field}")).unwrap_or_default(),
        wait.and_then(long).unwrap_or_default(),
    )]
    Refused {
        status: u16,
        code: Option<u64>,
        field: Option<Box<str>>,
        wait: Option<Duration>,
    },
    /// The commands that Discord takes in a day are used up
    /// (<https://discord.com/developers/docs/interactions/application-commands#registering-a-command>).
    #[error("{0}, because Discord takes 200 new commands a day, and they are used up")]
    NoMoreCommands(Box<Self>),
    /// No connection could be made.
    #[error("Discord cannot be reached: {0}")]
    Unreachable(Unreachable),
    /// The call may have arrived; no answer came in time or in full.
    #[error("Discord did not answer")]
    NoAnswer,
    /// The answer is not what it should be.
    #[error("Discord's answer cannot be read")]
    Unreadable,
    /// The other side was gone before the reply.
    #[error("nobody waited for it")]
    ConnectionClosed,
}

impl Failure {
    /// Why Discord refused a call: its code, and the seconds to wait, which are in the body
    /// (<https://discord.com/developers/docs/topics/rate-limits>) or, from a proxy, in a header.
    pub(super) fn from_response(status: u16, body: &[u8], header: Option<f64>) -> Self {
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        let seconds = body["retry_after"].as_f64().or(header);
        Self::Refused {
            status,
            code: body["code"].as_u64().filter(|code| *code > 0),
            field: field(&body["errors"], &mut Vec::new()).map(String::into_boxed_str),
            wait: seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()),
        }
    }

    /// How long Discord said to wait, if it did.
    pub(super) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Refused { wait, .. } => *wait,
            Self::NoMoreCommands(why) => why.retry_after(),
            _ => None,
        }
    }

    /// The position, in a list that was sent, of the item that Discord named.
    pub(super) fn item(&self) -> Option<usize> {
        match self {
            Self::Refused { field, .. } => field.as_deref()?.split('.').next()?.parse().ok(),
            _ => None,
        }
    }

    /// The same failure of a call that sent new commands, of which Discord takes so many a day: its code for that, or a
    /// wait that no other limit of this call asks for.
    pub(super) fn of_new_commands(self) -> Self {
        let used_up = match &self {
            Self::Refused {
                code: Some(NO_MORE_TODAY),
                ..
            } => true,
            Self::Refused {
                status: 429, wait, ..
            } => wait.is_some_and(|wait| wait > LONGEST_OF_OTHERS),
            _ => false,
        };
        match used_up {
            true => Self::NoMoreCommands(Box::new(self)),
            false => self,
        }
    }

    /// Whether the same call may succeed later.
    pub(super) fn is_transient(&self) -> bool {
        match self {
            Self::Refused { status, .. } => *status == 429 || *status >= 500,
            Self::Unreachable(_) | Self::NoAnswer => true,
            Self::Token | Self::NoMoreCommands(_) | Self::Unreadable | Self::ConnectionClosed => {
                false
            }
        }
    }
}

/// Discord's code for the limit of new commands in a day.
const NO_MORE_TODAY: u64 = 30_034;

/// The longest wait of its other limits.
const LONGEST_OF_OTHERS: Duration = Duration::from_secs(15 * 60);

/// A wait of minutes or more, in words for after the status.
fn long(wait: Duration) -> Option<String> {
    let minutes = wait.as_secs().div_ceil(60);
    (minutes > 1).then(|| format!(", it wants a pause of {minutes} minutes"))
}

/// The first field among `errors` with what is wrong there, such as `0.options.1.description BASE_TYPE_BAD_LENGTH`.
/// Positions, names of fields and codes are Discord's words. Its messages can hold ours, and are left out.
fn field(errors: &Value, path: &mut Vec<String>) -> Option<String> {
    for (name, inner) in errors.as_object()? {
        if name == "_errors" {
            let code = inner[0]["code"].as_str().filter(|code| is_word(code));
            let field = if path.is_empty() {
                "all".to_owned()
            } else {
                path.join(".")
            };
            return Some(format!("{field} {}", code.unwrap_or("invalid")));
        }
        if path.len() == DEEPEST {
            return None;
        }
        let name = if is_word(name) { name } else { "?" };
        path.push(name.to_owned());
        let found = field(inner, path);
        path.pop();
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The deepest field of what the bot sends.
const DEEPEST: usize = 12;

/// Whether a text can only be the name of a field, a position or a code.
fn is_word(text: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    (1..=40).contains(&text.len()) && text.chars().all(word)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_refusal_says_why_and_how_long_to_wait() {
        let check = |body: &str, header, code, seconds: Option<f64>| {
            let expected = Failure::Refused {
                status: 429,
                code,
                field: None,
                wait: seconds.map(Duration::from_secs_f64),
            };
            assert_eq!(
                Failure::from_response(429, body.as_bytes(), header),
                expected,
                "{body}"
            );
        };
        check(
            r#"{"retry_after": 0.25, "code": 0}"#,
            Some(1.0),
            None,
            Some(0.25),
        );
        check(r#"{"code": 10062}"#, None, Some(10062), None);
        check("<html>", Some(3.0), None, Some(3.0));
        check(r#"{"retry_after": -1}"#, None, None, None);
        check(r#"{"retry_after": 1e300}"#, None, None, None);
        check("", None, None, None);
    }

    fn refused(status: u16, body: &Value) -> Failure {
        Failure::from_response(status, body.to_string().as_bytes(), None)
    }

    #[test]
    fn a_refusal_names_the_field_in_discords_words_only() {
        let check = |errors: Value, line: &str, item: Option<usize>| {
            let failure = refused(400, &json!({"code": 50035, "errors": errors}));
            let expected = format!("HTTP 400, code 50035{line}");
            assert_eq!((failure.to_string(), failure.item()), (expected, item));
        };
        let here = |code: &str| json!({"_errors": [{"code": code, "message": "secret"}]});
        check(
            json!({"3": {"options": {"1": {"description": here("BASE_TYPE_REQUIRED")}}}}),
            ", 3.options.1.description BASE_TYPE_REQUIRED",
            Some(3),
        );
        check(here("A_B"), ", all A_B", None);
        check(
            json!({"data": {"my secret words": here("my secret words")}}),
            ", data.? invalid",
            None,
        );
        check(json!({"data": {"x": {}}}), "", None);
        check(json!("secret"), "", None);
        let deep = (0..99).fold(here("A"), |inner, _| json!({"a": inner}));
        check(deep, "", None);
    }

    #[test]
    fn the_limit_of_a_day_is_told_from_others() {
        let used_up =
            |failure: Failure| matches!(failure.of_new_commands(), Failure::NoMoreCommands(_));
        assert!(used_up(refused(400, &json!({"code": 30034}))));
        assert!(used_up(refused(429, &json!({"retry_after": 80_000}))));
        assert!(!used_up(refused(429, &json!({"retry_after": 30}))));
        assert!(!used_up(refused(429, &json!({}))));
        assert!(!used_up(Failure::Token));
        let other = refused(429, &json!({"retry_after": 86_400}));
        let said = "HTTP 429, it wants a pause of 1440 minutes";
        assert_eq!(other.to_string(), said);
    }
}
