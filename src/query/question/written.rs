//! How a file of the words that people ask with is written.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) asks: Asks,
    pub(super) yes_no: YesNo,
    pub(super) does: Does,
    pub(super) roles: Roles,
    pub(super) days: Days,
    pub(super) opinion: Words,
    pub(super) chat: BTreeMap<String, String>,
    pub(super) small: Words,
    pub(super) light: Words,
    pub(super) like: Groups,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asks {
    pub(super) figures: Vec<String>,
    pub(super) denials: Vec<String>,
    pub(super) when: Vec<String>,
    #[serde(rename = "where")]
    pub(super) place: Vec<String>,
    pub(super) who: Vec<String>,
    #[serde(default)]
    pub(super) which: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) quotes: Vec<String>,
    pub(super) why: Vec<String>,
    pub(super) timeline: Vec<String>,
    pub(super) overview: Vec<String>,
    pub(super) about: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct YesNo {
    pub(super) begins: Vec<String>,
    pub(super) anywhere: Vec<String>,
    #[serde(default)]
    pub(super) endings: Vec<String>,
    #[serde(default)]
    pub(super) last: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Does {
    pub(super) say: Vec<String>,
    pub(super) deny: Vec<String>,
    pub(super) confirm: Vec<String>,
    pub(super) react: Vec<String>,
    pub(super) by: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Roles {
    pub(super) to: Vec<String>,
    pub(super) from: Vec<String>,
    #[serde(default)]
    pub(super) passive: Vec<String>,
    pub(super) and: Vec<String>,
    pub(super) not: Vec<String>,
    pub(super) or: Vec<String>,
    #[serde(default)]
    pub(super) joins: Vec<String>,
    pub(super) on: Vec<String>,
    pub(super) titles: Vec<String>,
    pub(super) pronouns: Vec<String>,
    pub(super) numbered: Vec<String>,
    #[serde(default)]
    pub(super) what_then: Vec<String>,
    #[serde(default)]
    pub(super) then_what: Vec<String>,
    pub(super) endings: Vec<String>,
    #[serde(default)]
    pub(super) prefixes: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Days {
    pub(super) as_of: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Groups {
    pub(super) groups: Vec<Vec<String>>,
}
