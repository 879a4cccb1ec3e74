//! The speakers about whose words a question asks.

use std::ops::Range;

use super::{Act, Asked, Mention, Role, Ways};

/// How many words a name may stand after “according to”.
const FAR: usize = 4;

/// The places of the speakers about whose words a question asks: the name after “according to”, else the one before
/// what a speaker does, with no other word of weight between, and the names beside it. Who is asked for is none.
pub(super) fn sayers(
    words: &[Asked],
    mentions: &[Mention<'_>],
    taken: &[bool],
    ways: Ways,
) -> Range<usize> {
    if ways.whose {
        return 0..0;
    }
    let does =
        |at: usize, word: &Asked| word.act.is_some() && !taken.get(at).copied().unwrap_or(false);
    let acts: Vec<usize> = (0..words.len())
        .filter(|at| words.get(*at).is_some_and(|word| does(*at, word)))
        .collect();
    let speaks = |mention: &Mention<'_>| !mention.speakers.is_empty();
    let open = |from: usize, to: usize| {
        let between = words.get(from..to).unwrap_or_default();
        between
            .iter()
            .all(|word| !word.content || word.light || word.act.is_some())
    };
    let after = |mention: &Mention<'_>| {
        let before = words.get(..mention.words.0).unwrap_or_default();
        let by = before.iter().rposition(|word| word.by);
        by.is_some_and(|by| {
            let own = words
                .get(by)
                .is_some_and(|word| word.act.is_some() || word.role.is_none());
            let about = words.get(by + 1..mention.words.0).unwrap_or_default();
            let about = about.iter().any(|word| word.role == Some(Role::On));
            (own || !acts.is_empty()) && !about && mention.words.0 - by <= FAR
        })
    };
    let before = |mention: &Mention<'_>| {
        let (from, to) = mention.words;
        let led = from.checked_sub(1).and_then(|at| words.get(at));
        let act = acts.iter().find(|at| **at >= to);
        let led = led
            .and_then(|word| word.role)
            .is_some_and(|role| !matches!(role, Role::And | Role::On));
        let reacts = |at: usize| {
            words
                .get(at)
                .is_some_and(|word| word.act == Some(Act::React))
        };
        let near = |at: usize| {
            !reacts(at)
                || words
                    .get(to..at)
                    .is_some_and(|between| between.iter().all(|word| !word.content))
        };
        !led && act.is_some_and(|act| open(to, *act) && near(*act))
    };
    let place =
        |is: &dyn Fn(&Mention<'_>) -> bool| mentions.iter().position(|one| speaks(one) && is(one));
    // “The minister on the bridge, what did he say.”
    let meant = |mention: &Mention<'_>| {
        let said = acts.iter().filter_map(|at| at.checked_sub(1));
        let mut said = said.filter(|at| words.get(*at).is_some_and(|word| word.pronoun));
        mention.is_person() && said.any(|at| at >= mention.words.1)
    };
    let last = place(&after).or_else(|| place(&before));
    let Some(last) = last.or_else(|| place(&meant)) else {
        return 0..0;
    };
    with_neighbours(words, mentions, last)
}

/// The place of a name, and those of the names beside it.
fn with_neighbours(words: &[Asked], mentions: &[Mention<'_>], last: usize) -> Range<usize> {
    let speaks = |mention: &Mention<'_>| !mention.speakers.is_empty();
    let mut first = last;
    while let Some(pair) = first.checked_sub(1).and_then(|at| mentions.get(at..=first)) {
        let [left, right] = pair else { break };
        let between = words.get(left.words.1..right.words.0).unwrap_or_default();
        let beside = between.len() <= 1 && between.iter().all(|word| word.role == Some(Role::And));
        if !speaks(left) || !beside {
            break;
        }
        first -= 1;
    }
    let mut end = last + 1;
    while let Some([left, right]) = mentions.get(end - 1..=end) {
        if !speaks(right) || left.words.1 != right.words.0 {
            break;
        }
        end += 1;
    }
    first..end
}
