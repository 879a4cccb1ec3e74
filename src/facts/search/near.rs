//! Words near a typed one, found in one walk through a sorted list: words that begin alike share the work, and what
//! follows a beginning that is too far is skipped.
//!
//! The distance counts letters that were left out, added, replaced, or swapped with their neighbour.

/// A word that is near, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Near {
    pub(super) place: usize,
    /// How far it is as a whole, unless too far.
    pub(super) whole: Option<u8>,
    /// How far its beginning is, at the first letter where no shorter part of the typed word is nearer.
    pub(super) beginning: Option<u8>,
}

/// Most mistakes that a walk can allow.
const MOST: usize = 3;

/// Distances to the beginnings of the typed word that are up to so many letters shorter or longer than what was read:
/// all others are too far.
type Distances = [u8; 2 * MOST + 1];

/// A walk through a sorted list of words.
#[derive(Debug)]
pub(super) struct Walk {
    typed: Vec<char>,
    most: usize,
    /// Whether words count that only begin like the typed one.
    beginnings: bool,
    /// One for no letter, and one for each letter of the word that was read last.
    steps: Vec<Step>,
    /// How many letters were compared with the typed word.
    pub(super) work: usize,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    letter: char,
    distances: Distances,
    beginning: Option<u8>,
}

impl Step {
    fn nearest(&self) -> usize {
        let nearest = self.distances.iter().copied().min();
        nearest.map_or(usize::MAX, usize::from)
    }
}

impl Walk {
    /// Looks for words with at most so many mistakes, of which it allows three, and perhaps for words that only begin so.
    pub(super) fn new(typed: &str, most: usize, beginnings: bool) -> Self {
        let typed: Vec<char> = typed.chars().collect();
        let most = most.min(MOST);
        let far = most + 1;
        let none = Step {
            letter: char::MAX,
            distances: std::array::from_fn(|at| match at.checked_sub(most) {
                Some(length) if length <= typed.len() => length.min(far) as u8,
                _ => far as u8,
            }),
            beginning: None,
        };
        Self {
            typed,
            most,
            beginnings,
            steps: vec![none],
            work: 0,
        }
    }

    /// The near words of a sorted list, in its order.
    pub(super) fn through(&mut self, words: &[impl AsRef<str>]) -> Vec<Near> {
        let mut near = Vec::new();
        let mut place = 0;
        while let Some(word) = words.get(place).map(AsRef::as_ref) {
            if let Some(beginning) = self.read(word) {
                let rest = words.get(place..).unwrap_or_default();
                place += run(rest, |word| word.as_ref().starts_with(beginning));
                continue;
            }
            let last = self.steps.last();
            let depth = self.steps.len() - 1;
            let ends = last.and_then(|step| self.ends(depth, &step.distances));
            let whole = ends.map(|(whole, _)| whole);
            let beginning = last.and_then(|step| step.beginning);
            if whole.or(beginning).is_some() {
                near.push(Near {
                    place,
                    whole,
                    beginning,
                });
            }
            place += 1;
        }
        near
    }

    /// Reads a word from where it differs from the one before it. Returns the beginning after which nothing can be near,
    /// if it has one.
    fn read<'w>(&mut self, word: &'w str) -> Option<&'w str> {
        let mut depth = 1;
        for (at, letter) in word.char_indices() {
            if self
                .steps
                .get(depth)
                .is_none_or(|step| step.letter != letter)
            {
                self.steps.truncate(depth);
                let step = self.step(letter);
                self.steps.push(step);
                if self.is_lost() {
                    return word.get(..at + letter.len_utf8());
                }
            }
            depth += 1;
        }
        self.steps.truncate(depth);
        None
    }

    /// Reads one more letter.
    fn step(&mut self, letter: char) -> Step {
        self.work += 1;
        let (depth, far) = (self.steps.len(), self.most as u8 + 1);
        let last = self.steps[depth - 1];
        let before = depth.checked_sub(2).map(|at| self.steps[at]);
        let mut distances = [far; 2 * MOST + 1];
        for at in 0..=2 * self.most {
            // How many letters of the typed word are compared with those read.
            let length = match (depth + at).checked_sub(self.most) {
                None => continue,
                Some(0) => {
                    distances[at] = far.min(depth as u8);
                    continue;
                }
                Some(length) if length > self.typed.len() => break,
                Some(length) => length,
            };
            let typed = self.typed[length - 1];
            let mut best = last.distances[at] + u8::from(typed != letter);
            if at < 2 * self.most {
                best = best.min(last.distances[at + 1] + 1);
            }
            if at > 0 {
                best = best.min(distances[at - 1] + 1);
            }
            if let Some(before) = before
                && length > 1
                && (self.typed[length - 2], typed) == (letter, last.letter)
            {
                best = best.min(before.distances[at] + 1);
            }
            distances[at] = best.min(far);
        }
        let mut step = Step {
            letter,
            distances,
            beginning: last.beginning,
        };
        if let (None, Some((whole, shorter))) = (step.beginning, self.ends(depth, &distances)) {
            let nearest = shorter.iter().all(|other| *other >= whole);
            step.beginning = (self.beginnings && nearest).then_some(whole);
        }
        step
    }

    /// After so many letters, how far they are from the typed word, unless too far, and from shorter parts of it.
    fn ends<'d>(&self, depth: usize, distances: &'d Distances) -> Option<(u8, &'d [u8])> {
        let at = (self.typed.len() + self.most).checked_sub(depth)?;
        let (shorter, rest) = distances.split_at_checked(at)?;
        let whole = rest
            .first()
            .filter(|whole| usize::from(**whole) <= self.most);
        Some((*whole?, shorter))
    }

    /// Whether no word that goes on from here is near. Two letters may still be swapped.
    fn is_lost(&self) -> bool {
        match self.steps.as_slice() {
            [.., before, last] => {
                last.beginning.is_none()
                    && last.nearest() > self.most
                    && before.nearest() >= self.most
            }
            _ => false,
        }
    }
}

/// How many words at the beginning of a sorted list fulfil something that only its beginning does. Mostly few do.
fn run<T>(words: &[T], fits: impl Fn(&T) -> bool) -> usize {
    let mut length = 1;
    while words.get(length).is_some_and(&fits) {
        length *= 2;
    }
    let from = length / 2;
    let part = words.get(from..length.min(words.len())).unwrap_or_default();
    from + part.partition_point(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(typed: &str, most: usize, words: &[&str]) -> Vec<(String, Option<u8>, Option<u8>)> {
        let found = Walk::new(typed, most, true).through(words);
        let found = found.into_iter();
        found
            .map(|one| (words[one.place].to_owned(), one.whole, one.beginning))
            .collect()
    }

    #[test]
    fn the_walk_finds_what_comparing_every_word_finds() {
        let letters = ['a', 'b', 'c', 'é'];
        let mut words: Vec<String> = (0..4_usize.pow(6))
            .map(|number| {
                let length = 1 + number % 6;
                let letter = |at: usize| letters[number / 4_usize.pow(at as u32) % 4];
                (0..length).map(letter).collect()
            })
            .collect();
        words.sort();
        words.dedup();
        for typed in ["abca", "bacé", "cab", "aaaaaa", "ébé", "abcabca", "b"] {
            for most in [1, 2, 3] {
                let found = Walk::new(typed, most, false).through(&words);
                let found = found.iter().filter_map(|one| Some((one.place, one.whole?)));
                let compared = words.iter().enumerate().filter_map(|(place, word)| {
                    let distance = strsim::osa_distance(typed, word);
                    (distance <= most).then_some((place, distance as u8))
                });
                assert!(found.eq(compared), "{typed} {most}");
            }
        }
    }

    #[test]
    fn a_beginning_ends_where_it_is_nearest() {
        let words = ["lane", "lanternrs", "lantrn", "lantrners"];
        let found = near("lantern", 2, &words);
        let all = [
            ("lanternrs", Some(2), Some(0)),
            ("lantrn", Some(1), Some(1)),
            ("lantrners", None, Some(1)),
        ];
        let all = all.map(|(word, whole, beginning)| (word.to_owned(), whole, beginning));
        assert_eq!(found, all);
    }

    #[test]
    fn the_work_is_a_small_part_of_the_list() {
        let words: Vec<String> = (0..200_000)
            .map(|number| format!("{number:017b}"))
            .collect();
        let mut sorted = words.clone();
        sorted.sort();
        let mut walk = Walk::new("10110111", 2, false);
        walk.through(&sorted);
        assert!(walk.work < 20_000, "{}", walk.work);
        let mut long = Walk::new(&"10".repeat(5_000), 3, false);
        assert_eq!(long.through(&sorted), []);
        assert!(long.work < 60_000, "{}", long.work);
    }
}
