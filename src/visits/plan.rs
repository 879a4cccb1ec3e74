//! Which addresses of a fact file are asked: each once, no host twice in a row if another can be asked between.

use std::collections::VecDeque;
use std::sync::Arc;

use url::Url;

use super::reach::Hosts;
use crate::facts::{AddressKind, Facts, Source};

/// The addresses to ask.
#[derive(Debug)]
pub struct Plan {
    /// In the order in which they are asked.
    pub targets: Vec<Target>,
    /// Every host that may be asked.
    pub hosts: Hosts,
}

/// One address.
#[derive(Debug)]
pub struct Target {
    /// The address, without the part that stays in the browser.
    pub url: Url,
    /// Whose address it is.
    pub uses: Vec<Use>,
    /// The words that the file says stand there.
    pub quotes: Vec<Quoted>,
}

/// A source with this address.
#[derive(Debug)]
pub struct Use {
    /// The source.
    pub source: Arc<Source>,
    /// Which of its addresses it is.
    pub kind: AddressKind,
}

/// Words that stand in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The id of the claim that quotes them.
    pub claim: String,
    /// The words.
    pub words: String,
}

impl Plan {
    /// The addresses of all sources.
    pub fn of(facts: &Facts) -> Self {
        let mut plan = Self {
            targets: Vec::new(),
            hosts: Hosts::default(),
        };
        for source in &facts.sources {
            for (kind, address) in source.addresses() {
                plan.add(facts, source, kind, address);
            }
        }
        plan.targets = taking_turns(plan.targets);
        plan
    }

    fn add(&mut self, facts: &Facts, source: &Arc<Source>, kind: AddressKind, address: &str) {
        let Ok(mut url) = Url::parse(address) else {
            return;
        };
        url.set_fragment(None);
        self.hosts.add(&url);
        let one = Use {
            source: Arc::clone(source),
            kind,
        };
        let quotes = quoted(facts, source);
        match self.targets.iter_mut().find(|target| target.url == url) {
            Some(target) => {
                target.uses.push(one);
                target.quotes.extend(quotes);
            }
            None => self.targets.push(Target {
                url,
                uses: vec![one],
                quotes,
            }),
        }
    }
}

/// The words that claims quote from a source, in its own language or as it translates them.
fn quoted(facts: &Facts, source: &Source) -> Vec<Quoted> {
    let mut found = Vec::new();
    for claim in &facts.claims {
        let mut note = |words: &str| {
            found.push(Quoted {
                claim: claim.id.clone(),
                words: words.to_owned(),
            });
        };
        for quote in &claim.quotes {
            if quote.source.id == source.id {
                note(&quote.words);
            }
            let printed = quote.translations.iter();
            let here = |of: &Arc<Source>| of.id == source.id;
            let printed = printed.filter(|one| one.source.as_ref().is_some_and(here));
            printed.for_each(|one| note(&one.words));
        }
    }
    found
}

/// The first target of every host, then the second of every host, and so on.
fn taking_turns(targets: Vec<Target>) -> Vec<Target> {
    let mut queues: Vec<VecDeque<Target>> = Vec::new();
    for target in targets {
        let host = target.url.host_str();
        let same = |queue: &&mut VecDeque<Target>| {
            queue
                .front()
                .is_some_and(|first| first.url.host_str() == host)
        };
        match queues.iter_mut().find(same) {
            Some(queue) => queue.push_back(target),
            None => queues.push(VecDeque::from([target])),
        }
    }
    let mut order = Vec::new();
    while !queues.is_empty() {
        order.extend(queues.iter_mut().filter_map(VecDeque::pop_front));
        queues.retain(|queue| !queue.is_empty());
    }
    order
}
