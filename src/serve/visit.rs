//! Asks the addresses of a fact file for `sumber links`, and one to import from: one at a time, with a pause for each
//! host and limits on time and bytes, directly and only on the public internet.
//!
//! `visits` says what to ask and what the answers mean.

use std::collections::BTreeMap;
use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use serenity::model::Timestamp;
use url::Url;

use super::fatal::Fatal;
use super::process;
use crate::facts::date::Day;
use crate::visits::{Body, Hosts, Method, Plan, Reply, Step, Target, Walk, Walked, is_public};

/// The name under which it asks.
const AGENT: &str = concat!(
    "sumber/",
    env!("CARGO_PKG_VERSION"),
    " (sumber links, sumber import)"
);

/// The most bytes of a page that are read.
const MOST_BYTES: usize = 2 << 20;

const NO_CLIENT: Fatal = Fatal::Process("no HTTP client");

/// How to ask.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// Between two requests to one host.
    pub pause: Duration,
    /// For one request, from the connection to the last byte.
    pub patience: Duration,
    /// For tests: the server on this machine that stands for every host that has a name.
    pub local: Option<SocketAddr>,
}

/// Asks every address of a plan and hands on how each answered. Blocks.
///
/// # Errors
///
/// That it cannot begin.
pub fn visit<'a>(
    plan: &'a Plan,
    manners: Manners,
    mut answered: impl FnMut(&'a Target, Walked),
) -> Result<(), Fatal> {
    process::block_on(async {
        let mut visitor = Visitor::new(manners).ok_or(NO_CLIENT)?;
        for target in &plan.targets {
            let walked = visitor.walk(&target.url, &plan.hosts).await;
            answered(target, walked);
        }
        Ok(())
    })?
}

/// Asks one address, and along redirects on its host. Blocks.
///
/// # Errors
///
/// That it cannot begin.
pub fn fetch(url: &Url, manners: Manners) -> Result<Walked, Fatal> {
    process::block_on(async {
        let mut visitor = Visitor::new(manners).ok_or(NO_CLIENT)?;
        Ok(visitor.walk(url, &Hosts::of(url)).await)
    })?
}

/// The day on which addresses are asked, in UTC.
pub fn today() -> Day {
    let now = Timestamp::now();
    Day {
        year: now.year().into(),
        month: now.month().into(),
        day: now.day(),
    }
}

struct Visitor {
    client: Client,
    manners: Manners,
    /// When each host was last asked.
    asked: BTreeMap<String, Instant>,
}

impl Visitor {
    fn new(manners: Manners) -> Option<Self> {
        // A proxy would look up names itself, and could reach what must not be reached.
        let client = Client::builder()
            .user_agent(AGENT)
            .redirect(Policy::none())
            .no_proxy()
            .timeout(manners.patience)
            .pool_max_idle_per_host(0)
            .dns_resolver(Arc::new(PublicOnly {
                local: manners.local,
            }));
        Some(Self {
            client: client.build().ok()?,
            manners,
            asked: BTreeMap::new(),
        })
    }

    async fn walk(&mut self, url: &Url, hosts: &Hosts) -> Walked {
        let mut walk = Walk::new(url, hosts);
        let mut step = walk.begin();
        loop {
            match step {
                Step::Ask(method, url) => step = walk.next(self.ask(method, url).await),
                Step::Done(walked) => return walked,
            }
        }
    }

    async fn ask(&mut self, method: Method, url: Url) -> Reply {
        let host = url.host_str().unwrap_or_default().to_owned();
        if let Some(last) = self.asked.get(&host) {
            let rest = self.manners.pause.saturating_sub(last.elapsed());
            tokio::time::sleep(rest).await;
        }
        let request = match method {
            Method::Head => self.client.head(url),
            Method::Get => self.client.get(url),
        };
        let request = request.header(ACCEPT, "text/html, text/plain;q=0.9, */*;q=0.5");
        let reply = match request.send().await {
            Ok(response) => answer(response).await,
            Err(why) => Err(why),
        };
        self.asked.insert(host, Instant::now());
        reply.unwrap_or_else(|why| failure(&why))
    }
}

/// An answer, with as much of its body as is read.
async fn answer(mut response: Response) -> reqwest::Result<Reply> {
    let mut bytes = Vec::new();
    let mut cut = false;
    while let Some(chunk) = response.chunk().await? {
        let room = MOST_BYTES - bytes.len();
        bytes.extend_from_slice(chunk.get(..room.min(chunk.len())).unwrap_or_default());
        if chunk.len() > room {
            cut = true;
            break;
        }
    }
    let headers = response.headers();
    Ok(Reply::Answer {
        status: response.status().as_u16(),
        location: text(headers, LOCATION.as_str()),
        body: Body {
            media_type: text(headers, CONTENT_TYPE.as_str()).unwrap_or_default(),
            bytes,
            cut,
        },
    })
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    let value = headers.get(name)?.as_bytes();
    Some(String::from_utf8_lossy(value).into_owned())
}

/// Why there is no answer: the innermost reason says most.
fn failure(why: &reqwest::Error) -> Reply {
    let mut innermost: &dyn Error = why;
    loop {
        if innermost.is::<NotPublic>() {
            return Reply::Private;
        }
        let Some(source) = innermost.source() else {
            break;
        };
        innermost = source;
    }
    match why.is_timeout() {
        true => Reply::Silent,
        false => Reply::Unreachable(innermost.to_string()),
    }
}

/// Looks names up, and gives out public addresses only.
struct PublicOnly {
    local: Option<SocketAddr>,
}

/// A name that leads to this machine or a private network.
#[derive(Debug, thiserror::Error)]
#[error("not on the public internet")]
struct NotPublic;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let local = self.local;
        Box::pin(async move {
            if let Some(local) = local {
                return Ok(Box::new([local].into_iter()) as Addrs);
            }
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let found: Vec<SocketAddr> = found.collect();
            // A name that leads to a private address as well could be reached there.
            match found.iter().all(|address| is_public(address.ip())) {
                true => Ok(Box::new(found.into_iter()) as Addrs),
                false => Err(NotPublic.into()),
            }
        })
    }
}
