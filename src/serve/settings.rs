//! The settings of a deployment, and whether the bot can work with them. `config` reads them.

use std::time::Duration;

use serde::Deserialize;
use strum::IntoStaticStr;
use url::Url;

use super::fatal::Fatal;
use super::http::PublicKey;
use super::secret::Secret;
use super::shard_range::ShardRange;
use crate::discord::{self, Channel};
use crate::facts::Lang;

/// The default address for signed HTTP, behind a server with TLS on the same machine, and for the preview.
pub const LISTEN: &str = "127.0.0.1:8080";

/// How interactions come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Wire {
    /// Over a connection from the bot to Discord.
    Gateway,
    /// As signed requests from Discord.
    Http,
    /// From the preview page; the settings cannot choose it.
    #[serde(skip)]
    Preview,
}

impl Wire {
    /// Its name in settings, log and metrics.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What a deployment decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The bot's token, for the gateway and for registering commands.
    pub token: Option<Secret>,
    /// The application's public key as it was written, for signed HTTP.
    pub key: Option<String>,
    /// The wire to use if both are possible.
    pub wire: Option<Wire>,
    /// The shards of the gateway that this process runs; without them, as many as Discord recommends.
    pub shards: Option<ShardRange>,
    /// The address and port to listen on. Without one the gateway does not listen, and signed HTTP and the preview
    /// use their default.
    pub listen: Option<String>,
    /// Whether that address was given on the command line.
    pub listen_asked: bool,
    /// How far the time of a signed request may be from ours; zero for any distance.
    pub tolerance: Duration,
    /// Whether signatures are verified with tables made for the public key, or else by the library.
    pub key_tables: bool,
    /// The address that is used instead of `https://discord.com`, if there is one.
    pub api: Option<String>,
    /// The language of answers when nobody asks for another.
    pub language: Option<Lang>,
    /// Where the public pages can be reached, without a slash at the end.
    pub public_url: Option<String>,
    /// After how long the same answer may be shared in the same channel again.
    pub share_pause: Duration,
    /// How many mebibytes of replies are kept for whoever asks the same; zero for none.
    pub reply_cache: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            token: None,
            key: None,
            wire: None,
            shards: None,
            listen: None,
            listen_asked: false,
            tolerance: Duration::from_secs(300),
            key_tables: true,
            api: None,
            language: None,
            public_url: None,
            share_pause: Duration::from_secs(600),
            reply_cache: 8,
        }
    }
}

impl Settings {
    /// The same settings, with token and address trimmed, if both can be used.
    pub(super) fn validated(&self) -> Result<Self, Fatal> {
        let address = self.api.as_deref().map(str::trim);
        let address = address.filter(|api| !api.is_empty());
        if address.is_some_and(|api| web_address(api).is_none()) {
            return Err(Fatal::Api);
        }
        Ok(Self {
            token: self.token.as_ref().map(bare_token).transpose()?,
            api: address.map(|api| api.trim_end_matches('/').to_owned()),
            ..self.clone()
        })
    }

    /// What the settings decide about the conversation.
    pub fn discord_settings(&self) -> discord::Settings<'_> {
        discord::Settings {
            language: self.language,
            public_url: self.public_url.as_deref(),
            command_ids: None,
            channel: Channel::Open,
        }
    }

    /// Whether the bot is to work for Discord: there is a token, a public key or a chosen wire.
    pub fn is_live(&self) -> bool {
        self.token.is_some() || self.key.is_some() || self.wire.is_some()
    }

    /// The public key, if there is one.
    pub(super) fn public_key(&self) -> Result<Option<PublicKey>, Fatal> {
        let key = self.key.as_deref();
        key.map(|key| PublicKey::parse(key).ok_or(Fatal::Key))
            .transpose()
    }

    /// The wire to use: the chosen one, the only possible one, or the gateway.
    pub(super) fn chosen(&self) -> Result<Wire, Fatal> {
        match (self.wire, &self.token, &self.key) {
            (Some(Wire::Http), _, None) => Err(Fatal::NoKey),
            (Some(Wire::Gateway), None, _) => Err(Fatal::NoToken),
            (Some(wire), _, _) => Ok(wire),
            (None, Some(_), _) => Ok(Wire::Gateway),
            (None, None, Some(_)) => Ok(Wire::Http),
            (None, None, None) => Err(Fatal::Token),
        }
    }

    /// The address to listen on, if the wire needs one or the settings name one.
    pub(super) fn listen_address(&self, wire: Wire) -> Option<&str> {
        let own = match wire {
            Wire::Gateway => None,
            Wire::Http | Wire::Preview => Some(LISTEN),
        };
        self.listen.as_deref().or(own)
    }
}

/// An address of the web.
pub fn web_address(text: &str) -> Option<Url> {
    let url = Url::parse(text.trim()).ok()?;
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url)
}

/// The token without the word before it, if it has the shape of one: three parts in base64url
/// (<https://discord.com/developers/docs/reference#authentication>), of any length.
fn bare_token(token: &Secret) -> Result<Secret, Fatal> {
    let token = token.expose();
    // Many copy it together with the word that an Authorization header has before it.
    let token = token.strip_prefix("Bot ").unwrap_or(token);
    let token = token.trim();
    let base64url = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '=');
    let is_part = |part: &str| !part.is_empty() && part.chars().all(base64url);
    match token.split('.').count() == 3 && token.split('.').all(is_part) {
        true => Ok(Secret::new(token)),
        false => Err(Fatal::TokenShape),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(token: &str, api: Option<&str>) -> Result<Settings, Fatal> {
        let settings = Settings {
            token: Some(Secret::new(token)),
            api: api.map(str::to_owned),
            ..Settings::default()
        };
        settings.validated()
    }

    #[test]
    fn what_cannot_be_used_is_refused_before_anything_is_sent() {
        for malformed in [
            "",
            "t",
            "a.b",
            "a.b.",
            "a.b.c.d",
            "a b.c.d",
            "a.b.c\u{301}",
            "\"a.b.c\"",
            "a.b\n.c",
            "a/b.c.d",
        ] {
            let refused = check(malformed, None).err();
            assert_eq!(refused, Some(Fatal::TokenShape), "{malformed:?}");
        }
        let token = "MTk4-_.a.b=";
        assert_eq!(check(token, Some("example.org")).err(), Some(Fatal::Api));
        let ftp = check(token, Some("ftp://example.org"));
        assert_eq!(ftp.err(), Some(Fatal::Api));
        let copied = format!("Bot {token}\n");
        let settings = check(&copied, Some(" http://127.0.0.1:1/ ")).unwrap();
        assert_eq!(settings.token, Some(Secret::new(token)));
        assert_eq!(settings.api.as_deref(), Some("http://127.0.0.1:1"));
        assert_eq!(check(token, Some("")).unwrap().api, None);
    }

    #[test]
    fn the_wire_is_the_one_there_is_then_the_chosen_one() {
        let check = |has_token: bool, has_key: bool, wire: Option<Wire>, expected| {
            let settings = Settings {
                token: has_token.then(|| Secret::new("t")),
                key: has_key.then(|| "k".to_owned()),
                wire,
                ..Settings::default()
            };
            assert_eq!(
                settings.chosen(),
                expected,
                "{has_token} {has_key} {wire:?}"
            );
        };
        let (gateway, http) = (Some(Wire::Gateway), Some(Wire::Http));
        check(true, false, None, Ok(Wire::Gateway));
        check(true, true, None, Ok(Wire::Gateway));
        check(true, true, gateway, Ok(Wire::Gateway));
        check(true, true, http, Ok(Wire::Http));
        check(false, true, None, Ok(Wire::Http));
        check(false, true, gateway, Err(Fatal::NoToken));
        check(true, false, http, Err(Fatal::NoKey));
        check(false, false, None, Err(Fatal::Token));
    }

    #[test]
    fn only_signed_http_listens_unasked() {
        let mut settings = Settings::default();
        assert_eq!(settings.listen_address(Wire::Gateway), None);
        assert_eq!(settings.listen_address(Wire::Http), Some(LISTEN));
        settings.listen = Some("[::1]:9".to_owned());
        assert_eq!(settings.listen_address(Wire::Gateway), Some("[::1]:9"));
        assert_eq!(settings.listen_address(Wire::Http), Some("[::1]:9"));
    }
}
