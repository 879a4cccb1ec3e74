//! Calls to Discord's HTTP interface, each with a time limit and without retries.
//!
//! Routes and headers are serenity's. Its HTTP client is not used: it hides how long to wait, and its errors print
//! the tokens in addresses.

mod application;
mod commands;

use std::time::Duration;

use reqwest::ClientBuilder;
use reqwest::header::{AUTHORIZATION, RETRY_AFTER};
use reqwest::redirect::Policy;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serenity::builder::CreateAttachment;
use serenity::http::{Http, HttpBuilder, LightMethod, Multipart, MultipartUpload, Request, Route};
use serenity::model::id::{ApplicationId, InteractionId, MessageId};
use url::{Host, Url};

use super::failure::Failure;
use super::pictures::Png;
use super::secret::Secret;
use super::settings::Settings;
use super::unreachable::Unreachable;

/// The time limit of calls for which no person waits.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long making a connection may take, of which a reply needs less than Discord's three seconds.
const CONNECTING: Duration = Duration::from_secs(2);

/// Where the gateway is and how it may be used
/// (<https://discord.com/developers/docs/events/gateway#get-gateway-bot>).
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Gateway {
    /// Its address.
    pub(super) url: String,
    /// The number of shards that Discord recommends.
    #[serde(default)]
    pub(super) shards: Option<u32>,
    /// How many sessions may be started.
    #[serde(default, rename = "session_start_limit")]
    pub(super) limit: SessionLimit,
}

/// How many sessions may be started
/// (<https://discord.com/developers/docs/events/gateway#session-start-limit-object>).
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default)]
pub(super) struct SessionLimit {
    /// Remaining identifies before the reset.
    pub(super) remaining: u64,
    /// Milliseconds until the reset.
    pub(super) reset_after: u64,
    /// Identifies allowed per five seconds.
    pub(super) max_concurrency: u32,
}

impl Default for SessionLimit {
    fn default() -> Self {
        Self {
            remaining: 1_000,
            reset_after: 0,
            max_concurrency: 1,
        }
    }
}

/// The bot's application (<https://discord.com/developers/docs/resources/application#application-object>).
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Application {
    /// Its id.
    pub(super) id: ApplicationId,
    /// Its public key in hexadecimal digits.
    #[serde(default)]
    pub(super) verify_key: Option<String>,
}

/// A picture that goes with a message.
pub(super) struct File {
    pub(super) filename: String,
    pub(super) png: Png,
}

impl File {
    /// The first file of a message, with the message as text beside it
    /// (<https://discord.com/developers/docs/reference#uploading-files>).
    fn beside(&self, message: &str) -> Multipart {
        let file = CreateAttachment::bytes(self.png.as_ref(), &*self.filename);
        Multipart {
            upload: MultipartUpload::Attachments(vec![file]),
            payload_json: Some(message.to_owned()),
            fields: Vec::new(),
        }
    }
}

/// Discord's HTTP interface, for one bot.
pub(super) struct Rest {
    client: reqwest::Client,
    /// None for a bot that has no token and answers signed requests only.
    authorization: Option<Secret>,
    api: Option<String>,
}

impl Rest {
    /// `None` if the HTTP client cannot be made.
    pub(super) fn new(settings: &Settings) -> Option<Self> {
        Some(Self {
            client: client(settings.api.as_deref()).build().ok()?,
            authorization: settings.token.as_ref().map(|token| {
                let token = token.expose();
                Secret::new(&format!("Bot {token}"))
            }),
            api: settings.api.clone(),
        })
    }

    /// The HTTP client for serenity: with the same address, and without idle connections.
    pub(super) fn for_serenity(&self) -> Option<Http> {
        let client = client(self.api.as_deref()).timeout(PATIENCE);
        let client = client.pool_max_idle_per_host(0).build().ok()?;
        let http = HttpBuilder::new(self.authorization.as_ref()?.expose()).client(client);
        // serenity's rate limiter would call Discord even where another address is in its place.
        let http = http.ratelimiter_disabled(true);
        Some(match &self.api {
            Some(api) => http.proxy(api).build(),
            None => http.build(),
        })
    }

    /// The address of Discord's API.
    pub(super) fn address(&self) -> &str {
        self.api.as_deref().unwrap_or("https://discord.com")
    }

    /// Where the gateway is.
    pub(super) async fn gateway(&self) -> Result<Gateway, Failure> {
        let gateway: Gateway = self.get(Route::GatewayBot).await?;
        let url = Url::parse(&gateway.url).map_err(|_| Failure::Unreadable)?;
        match url.scheme() {
            "ws" | "wss" => Ok(gateway),
            _ => Err(Failure::Unreadable),
        }
    }

    /// Replies to an interaction, with a file if there is one, within a time limit.
    pub(super) async fn reply(
        &self,
        interaction: u64,
        token: &str,
        (callback, file): (&str, Option<&File>),
        limit: Duration,
    ) -> Result<(), Failure> {
        let route = Route::InteractionResponse {
            interaction_id: InteractionId::new(interaction.max(1)),
            token,
        };
        let request = Request::new(route, LightMethod::Post);
        let request = match file {
            Some(file) => request.multipart(Some(file.beside(callback))),
            None => request.body(Some(callback.as_bytes().to_owned())),
        };
        self.call(request, limit).await.map(drop)
    }

    /// Changes a private message of the bot. The interaction's token is the key.
    pub(super) async fn edit(
        &self,
        application: u64,
        token: &str,
        message: u64,
        body: &Value,
    ) -> Result<(), Failure> {
        let route = Route::WebhookFollowupMessage {
            application_id: ApplicationId::new(application.max(1)),
            token,
            message_id: MessageId::new(message.max(1)),
        };
        self.send(LightMethod::Patch, route, body).await
    }

    /// Deletes the message that was the reply to an interaction, or whose button was pressed.
    pub(super) async fn delete(&self, application: u64, token: &str) -> Result<(), Failure> {
        let route = Route::WebhookOriginalInteractionResponse {
            application_id: ApplicationId::new(application.max(1)),
            token,
        };
        let request = Request::new(route, LightMethod::Delete);
        self.call(request, PATIENCE).await.map(drop)
    }

    async fn get<T: DeserializeOwned>(&self, route: Route<'_>) -> Result<T, Failure> {
        let request = Request::new(route, LightMethod::Get);
        read(&self.call(request, PATIENCE).await?)
    }

    async fn send(
        &self,
        method: LightMethod,
        route: Route<'_>,
        body: &(impl Serialize + ?Sized),
    ) -> Result<(), Failure> {
        let body = serde_json::to_vec(body).map_err(|_| Failure::Unreadable)?;
        let request = Request::new(route, method).body(Some(body));
        self.call(request, PATIENCE).await.map(drop)
    }

    async fn call(&self, request: Request<'_>, limit: Duration) -> Result<Vec<u8>, Failure> {
        let authorization = self.authorization.as_ref();
        let authorization = authorization.map(Secret::expose).unwrap_or_default();
        let mut request = request
            .build(&self.client, authorization, self.api.as_deref())
            .ok()
            .and_then(|request| request.timeout(limit).build().ok())
            // Only the token can make a request invalid: it must fit a header.
            .ok_or(Failure::Token)?;
        if authorization.is_empty() {
            // serenity always writes the header. Here the interaction's own token is the key.
            request.headers_mut().remove(AUTHORIZATION);
        }
        self.execute(request).await
    }

    async fn execute(&self, request: reqwest::Request) -> Result<Vec<u8>, Failure> {
        let has_token = request.headers().contains_key(AUTHORIZATION);
        let response = self.client.execute(request).await.map_err(|error| {
            if error.is_connect() {
                Failure::Unreachable(Unreachable::of(&error))
            } else {
                Failure::NoAnswer
            }
        })?;
        let status = response.status();
        let header = response.headers().get(RETRY_AFTER);
        let header = header.and_then(|seconds| seconds.to_str().ok()?.parse::<f64>().ok());
        let body = response.bytes().await.map_err(|_| Failure::NoAnswer)?;
        match status.as_u16() {
            200..=299 => Ok(body.to_vec()),
            401 if has_token => Err(Failure::Token),
            status => Err(Failure::from_response(status, &body, header)),
        }
    }
}

fn client(api: Option<&str>) -> ClientBuilder {
    let client = reqwest::Client::builder()
        .redirect(Policy::none())
        .connect_timeout(CONNECTING);
    if api.is_some_and(is_here) {
        // A proxy cannot reach this machine's loopback addresses.
        client.no_proxy()
    } else {
        client
    }
}

/// Whether an address is on this machine.
fn is_here(address: &str) -> bool {
    let url = Url::parse(address).ok();
    match url.as_ref().and_then(Url::host) {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(body).map_err(|_| Failure::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_on_this_machine_is_told_from_others() {
        for address in [
            "http://127.0.0.1:80",
            "http://localhost",
            "http://[::1]:1/x",
        ] {
            assert!(is_here(address), "{address}");
        }
        for address in ["https://example.org", "http://10.0.0.1", "nonsense"] {
            assert!(!is_here(address), "{address}");
        }
    }

    #[test]
    fn a_gateway_without_limits_is_one_connection() {
        let gateway: Gateway = read(br#"{"url": "ws://127.0.0.1:1"}"#).unwrap();
        assert_eq!((gateway.shards, gateway.limit.max_concurrency), (None, 1));
    }
}
