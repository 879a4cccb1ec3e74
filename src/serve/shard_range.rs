//! Which shards of how many one process runs, such as `0-3/16`.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

/// More shards than any bot has.
const MOST: u32 = 10_000;

/// The shards that a process runs: from `first` to `last`, counted from zero, of `total`
/// (<https://discord.com/developers/docs/events/gateway#sharding>).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ShardRange {
    first: u32,
    last: u32,
    total: u32,
}

/// Why a text is not a range of shards, with what to write.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("shards “{text}”: {why}")]
pub struct NotShards {
    text: String,
    why: String,
}

impl ShardRange {
    /// All of this many shards, of which there is at least one.
    pub(super) fn all(total: u32) -> Self {
        let total = total.clamp(1, MOST);
        Self {
            first: 0,
            last: total - 1,
            total,
        }
    }

    /// How many shards there are, over all processes.
    pub(super) fn total(self) -> u32 {
        self.total
    }

    /// The numbers of the shards.
    pub(super) fn numbers(self) -> impl Iterator<Item = u32> {
        self.first..=self.last
    }

    /// Whether it has the shard that registers the commands, and gets what belongs to no server.
    pub(super) fn has_first(self) -> bool {
        self.first == 0
    }
}

impl fmt::Display for ShardRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}/{}", self.first, self.last, self.total)
    }
}

impl FromStr for ShardRange {
    type Err = NotShards;

    /// Reads `0-3/16`, or `3/16` for one shard.
    fn from_str(text: &str) -> Result<Self, NotShards> {
        let wrong = |why: String| NotShards {
            text: text.to_owned(),
            why,
        };
        let shape = || {
            wrong("write the first and the last shard and the number of all, like 0-3/16".into())
        };
        let number = |text: &str| text.trim().parse::<u32>().map_err(|_| shape());
        let (range, total) = text.split_once('/').ok_or_else(shape)?;
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let (first, last, total) = (number(first)?, number(last)?, number(total)?);
        match total {
            0 => Err(wrong("there is at least one shard in all, like 0/1".into())),
            _ if total > MOST => Err(wrong(format!("there are at most {MOST} shards"))),
            _ if first > last && first < total => Err(wrong(format!(
                "the first shard comes after the last; write {last}-{first}/{total}"
            ))),
            _ if first.max(last) >= total => Err(wrong(format!(
                "shards are counted from 0, so the last of {total} is {}",
                total - 1
            ))),
            _ => Ok(Self { first, last, total }),
        }
    }
}

impl TryFrom<String> for ShardRange {
    type Error = NotShards;

    fn try_from(text: String) -> Result<Self, NotShards> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_and_written() {
        for (text, numbers) in [
            ("0-3/16", vec![0, 1, 2, 3]),
            ("0/1", vec![0]),
            ("15/16", vec![15]),
        ] {
            let range: ShardRange = text.parse().unwrap();
            assert_eq!(range.numbers().collect::<Vec<_>>(), numbers, "{text}");
            assert_eq!(range.has_first(), numbers[0] == 0);
            assert_eq!(range.to_string().parse(), Ok(range));
        }
        assert_eq!(ShardRange::all(0).to_string(), "0-0/1");
        assert_eq!(ShardRange::all(4), "0-3/4".parse().unwrap());
    }

    #[test]
    fn what_is_no_range_is_told_with_what_to_write() {
        for (text, words) in [
            ("", "like 0-3/16"),
            ("4", "like 0-3/16"),
            ("a-b/c", "like 0-3/16"),
            ("-1/4", "like 0-3/16"),
            ("0-3/16/2", "like 0-3/16"),
            ("0/0", "at least one"),
            ("5-4/16", "write 4-5/16"),
            ("3-1/2", "the last of 2 is 1"),
            ("0-16/16", "the last of 16 is 15"),
            ("1/1", "the last of 1 is 0"),
            ("0/99999", "at most 10000"),
        ] {
            let wrong = text.parse::<ShardRange>().unwrap_err().to_string();
            assert!(wrong.contains(words) && wrong.contains(text), "{wrong}");
        }
    }
}
