//! One address asked: HEAD, then GET, along redirects, as far as the hosts of the file go.
//!
//! It says what to ask next and takes the replies; it does not ask.

use url::Url;

use super::body::Body;
use super::reach::{self, Hosts};

/// The most redirects that are followed.
const MOST_HOPS: usize = 5;

/// How to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Whether there is something.
    Head,
    /// What there is.
    Get,
}

/// What came back.
#[derive(Clone, Debug)]
pub enum Reply {
    /// An answer.
    Answer {
        /// Its status.
        status: u16,
        /// Where it says to go instead.
        location: Option<String>,
        /// What it has or would have.
        body: Body,
    },
    /// Nothing within the time limit.
    Silent,
    /// No connection, and why.
    Unreachable(String),
    /// The host's machine is not on the public internet; it was not asked.
    Private,
}

/// What to do next.
#[derive(Clone, Debug)]
pub enum Step {
    /// Ask this.
    Ask(Method, Url),
    /// It is done.
    Done(Walked),
}

/// How an address answered.
#[derive(Clone, Debug)]
pub struct Walked {
    /// What was found at the end.
    pub end: End,
    /// The address at the end, if it is another.
    pub moved: Option<Moved>,
}

/// Where an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The address at the end, asked or not.
    pub to: Url,
    /// Whether every redirect says that it is for good.
    pub for_good: bool,
}

/// What was found at the end.
#[derive(Clone, Debug)]
pub enum End {
    /// A page.
    Page(Body),
    /// A status that is no page: 404, 410, 503.
    Status(u16),
    /// A redirect to a host that is not in the file; it was not asked.
    Elsewhere,
    /// A redirect to the front page, as sites make for pages that they have taken away.
    FrontPage,
    /// A host that is not on the public internet; it was not asked.
    Private,
    /// Redirects without end, or one that cannot be read.
    Astray,
    /// Nothing within the time limit.
    Silent,
    /// No connection, and why.
    Unreachable(String),
}

/// An address that is being asked.
#[derive(Debug)]
pub struct Walk<'a> {
    hosts: &'a Hosts,
    start: &'a Url,
    at: Url,
    method: Method,
    hops: usize,
    for_good: bool,
}

impl<'a> Walk<'a> {
    /// Begins at an address.
    pub fn new(start: &'a Url, hosts: &'a Hosts) -> Self {
        Self {
            hosts,
            start,
            at: start.clone(),
            method: Method::Head,
            hops: 0,
            for_good: true,
        }
    }

    /// The first thing to do.
    pub fn begin(&self) -> Step {
        match reach::may_be_public(&self.at) {
            true => self.ask(),
            false => self.done(End::Private),
        }
    }

    /// What to do after a reply.
    pub fn next(&mut self, reply: Reply) -> Step {
        let (status, location, body) = match reply {
            Reply::Answer {
                status,
                location,
                body,
            } => (status, location, body),
            Reply::Silent => return self.done(End::Silent),
            Reply::Unreachable(why) => return self.done(End::Unreachable(why)),
            Reply::Private => return self.done(End::Private),
        };
        match (status, self.method) {
            (301 | 302 | 303 | 307 | 308, _) => {
                self.for_good &= matches!(status, 301 | 308);
                self.follow(location.as_deref())
            }
            (200..=299, Method::Head) if !body.is_text() => self.done(End::Page(body)),
            // Some servers answer HEAD with an error all the same.
            (_, Method::Head) => {
                self.method = Method::Get;
                self.ask()
            }
            (200..=299, Method::Get) => self.done(End::Page(body)),
            (status, Method::Get) => self.done(End::Status(status)),
        }
    }

    fn follow(&mut self, location: Option<&str>) -> Step {
        let to = location.and_then(|location| self.at.join(location).ok());
        let Some(mut to) = to.filter(|to| matches!(to.scheme(), "http" | "https")) else {
            return self.done(End::Astray);
        };
        to.set_fragment(None);
        self.at = to;
        self.hops += 1;
        if !reach::may_be_public(&self.at) {
            self.done(End::Private)
        } else if !self.hosts.has(&self.at) {
            self.done(End::Elsewhere)
        } else if is_front(&self.at) && !is_front(self.start) {
            self.done(End::FrontPage)
        } else if self.hops > MOST_HOPS {
            self.done(End::Astray)
        } else {
            self.ask()
        }
    }

    fn ask(&self) -> Step {
        Step::Ask(self.method, self.at.clone())
    }

    fn done(&self, end: End) -> Step {
        let moved = (self.at != *self.start).then(|| Moved {
            to: self.at.clone(),
            for_good: self.for_good,
        });
        Step::Done(Walked { end, moved })
    }
}

fn is_front(url: &Url) -> bool {
    url.path() == "/" && url.query().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, location: &str) -> Reply {
        Reply::Answer {
            status,
            location: Some(location.to_owned()).filter(|location| !location.is_empty()),
            body: Body::default(),
        }
    }

    /// Walks from `https://example.org/a` and writes down what was asked and how it ended.
    fn check(replies: &[(u16, &str)], expected: &[&str]) {
        let start = Url::parse("https://example.org/a").unwrap();
        let mut hosts = Hosts::default();
        hosts.add(&start);
        let mut walk = Walk::new(&start, &hosts);
        let mut step = walk.begin();
        let mut told = Vec::new();
        let mut replies = replies.iter();
        let walked = loop {
            match step {
                Step::Ask(method, url) => {
                    told.push(format!("{method:?} {url}"));
                    let (status, location) = replies.next().expect("a reply");
                    step = walk.next(answer(*status, location));
                }
                Step::Done(walked) => break walked,
            }
        };
        let end = format!("{:?}", walked.end);
        told.push(end.split(['(', ' ']).next().unwrap().to_owned());
        told.extend(walked.moved.map(|moved| {
            let good = if moved.for_good {
                "for good"
            } else {
                "for now"
            };
            format!("{} {good}", moved.to)
        }));
        assert_eq!(told, expected);
    }

    const HEAD: &str = "Head https://example.org/a";
    const GET: &str = "Get https://example.org/a";

    #[test]
    fn a_page_is_asked_for_twice() {
        check(&[(200, ""), (200, "")], &[HEAD, GET, "Page"]);
        check(&[(405, ""), (200, "")], &[HEAD, GET, "Page"]);
        check(&[(404, ""), (404, "")], &[HEAD, GET, "Status"]);
        check(&[(404, ""), (200, "")], &[HEAD, GET, "Page"]);
    }

    #[test]
    fn a_redirect_is_followed_on_hosts_of_the_file_only() {
        let b = "Head https://example.org/b";
        let there = "Get https://example.org/b";
        check(
            &[(301, "/b"), (200, ""), (200, "")],
            &[HEAD, b, there, "Page", "https://example.org/b for good"],
        );
        check(
            &[(302, "/b#x"), (404, ""), (404, "")],
            &[HEAD, b, there, "Status", "https://example.org/b for now"],
        );
        for (to, end) in [
            ("https://example.com/a", "Elsewhere"),
            ("https://example.org:8443/a", "Elsewhere"),
            ("http://127.0.0.1/a", "Private"),
            ("http://169.254.1.1/", "Private"),
            ("http://[::1]/", "Private"),
            ("https://example.org/", "FrontPage"),
        ] {
            check(&[(301, to)], &[HEAD, end, &format!("{to} for good")]);
        }
        check(&[(301, "")], &[HEAD, "Astray"]);
        check(&[(301, "javascript:alert(1)")], &[HEAD, "Astray"]);
    }

    #[test]
    fn redirects_come_to_an_end() {
        let round = [(301, "/a"); 6];
        check(&round, &[HEAD, HEAD, HEAD, HEAD, HEAD, HEAD, "Astray"]);
    }
}
