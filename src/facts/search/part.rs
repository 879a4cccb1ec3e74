//! What a claim has of a term, and what a query finds in it altogether.
//!
//! What a word counts in a claim depends on its fields and on the length of the sentence, and both are mostly the same as in
//! other claims.

use std::cmp::Ordering;

use super::field::Fields;
use super::hit::Place;

/// How much the other places of a word count compared with its best one.
const TIE_BREAKER: f32 = 0.1;

/// A claim that has any word of a query.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scored {
    /// Its place among all claims.
    pub(super) at: u32,
    pub(super) score: f32,
    /// How much of the query's information it has.
    covered: f32,
    best_in: Counts,
}

impl Scored {
    /// How many words it has best in places of its own or in places that it shares with others on the subject.
    #[inline]
    pub(super) fn placed(&self) -> usize {
        self.best_in.of(Counts::OWN) + self.shared()
    }

    /// How many words it has best in places that it shares with others on the subject.
    #[inline]
    pub(super) fn shared(&self) -> usize {
        self.best_in.of(Counts::SHARED)
    }

    /// Whether it matches only through its topics, those it is about, or its sources.
    #[inline]
    pub(super) fn is_marginal(&self) -> bool {
        self.best_in.of(Counts::TELLING) == 0
    }

    /// With a score that is the lower the less it has of the query, of so much information.
    #[inline]
    pub(super) fn weighed(mut self, all: f32) -> Self {
        self.score *= self.covered / all.max(f32::MIN_POSITIVE);
        self
    }

    /// Adds to its score.
    #[inline]
    pub(super) fn give(&mut self, score: f32) {
        self.score += score;
    }

    /// Adds what it has of a term.
    #[inline]
    pub(super) fn add(&mut self, part: &Part, levels: &Levels) {
        let Level { covers, best_in } = levels.of(part);
        self.score += part.score();
        self.covered += covers;
        self.best_in.0 += best_in.0;
    }
}

/// Of equally good claims the one that was said first.
#[inline]
pub(super) fn best_first(a: &Scored, b: &Scored) -> Ordering {
    b.score.total_cmp(&a.score).then(a.at.cmp(&b.at))
}

/// How many words a claim has best in places of some kinds, each in some digits of one number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Counts(u64);

impl Counts {
    /// Where the digits of each kind begin. The last are places that tell more than its topics, those it is about, and its
    /// sources.
    const OWN: u32 = 0;
    const SHARED: u32 = 20;
    const TELLING: u32 = 40;

    fn of(self, kind: u32) -> usize {
        (self.0 >> kind & 0xf_ffff) as usize
    }
}

impl From<Place> for Counts {
    fn from(place: Place) -> Self {
        let marginal = matches!(place, Place::Topic | Place::About | Place::Source);
        let own = u64::from(place.is_own()) << Self::OWN;
        let shared = u64::from(place.is_shared()) << Self::SHARED;
        Self(own | shared | u64::from(!marginal) << Self::TELLING)
    }
}

/// What a word counts in a field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    /// How much it counts by BM25, apart from how long the field is.
    pub(super) rarity: f32,
    /// How much it counts by how long the field is; `None`: it depends on the length of the sentence.
    pub(super) saturation: Option<f32>,
    /// How near it is to what was typed there, by its place in [`Levels`].
    pub(super) level: u64,
}

/// What having a word of a query in some field means, if nothing of the same term is nearer.
#[derive(Clone, Copy, Debug)]
struct Level {
    /// How much of the information of the query it covers.
    covers: f32,
    best_in: Counts,
}

/// All levels of a query.
#[derive(Debug, Default)]
pub(super) struct Levels(Vec<Level>);

impl Levels {
    /// Adds a level. Of two levels the nearer one is the greater number, and of equals the one that was added first.
    pub(super) fn add(&mut self, near: f32, covers: f32, place: Place) -> u64 {
        let best_in = place.into();
        let later = self.0.len() as u32;
        self.0.push(Level { covers, best_in });
        // Positive numbers are in the order of their bits.
        u64::from(near.to_bits()) << u32::BITS | u64::from(!later)
    }

    #[inline]
    fn of(&self, part: &Part) -> Level {
        self.0[!(part.level as u32) as usize]
    }
}

/// What a claim has of one term.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    /// The best and all places of the term's words.
    pub(super) best: f32,
    pub(super) sum: f32,
    /// The nearest of them; 0 if it was not worked out yet.
    pub(super) level: u64,
}

impl Part {
    /// What a claim has that has no word in any field that counts.
    const NONE: Self = Self {
        best: 0.0,
        sum: 0.0,
        level: 1,
    };

    /// What a claim has that has one word, in some fields; `in_text` is what a word counts in its sentence.
    pub(super) fn of(weights: &[Weight], fields: Fields, in_text: f32) -> Self {
        let mut part = Self::NONE;
        for field in fields.iter() {
            let weight = &weights[field as usize];
            let score = weight.rarity * weight.saturation.unwrap_or(in_text);
            part.add(&Self {
                best: score,
                sum: score,
                level: weight.level,
            });
        }
        part
    }

    /// Of a word that gives so much at most.
    pub(super) fn at_most(best: f32, sum: f32) -> Self {
        Self {
            best,
            sum,
            level: 0,
        }
    }

    /// Whether it was worked out.
    #[inline]
    pub(super) fn is_known(&self) -> bool {
        self.level != 0
    }

    /// Whether it is anything.
    #[inline]
    pub(super) fn is_any(&self) -> bool {
        self.level > Self::NONE.level
    }

    /// How well it matches: the best place counts, and the others a little.
    #[inline]
    pub(super) fn score(&self) -> f32 {
        self.best + (self.sum - self.best) * TIE_BREAKER
    }

    /// Adds another word.
    #[inline]
    pub(super) fn add(&mut self, other: &Self) {
        self.best = match other.best > self.best {
            true => other.best,
            false => self.best,
        };
        self.sum += other.sum;
        self.level = self.level.max(other.level);
    }
}

#[cfg(test)]
mod tests {
    use super::super::field::Field;
    use super::*;

    #[test]
    fn a_word_counts_by_its_best_place_and_a_little_by_the_others() {
        let mut levels = Levels::default();
        let mut weight = |near, rarity, place| Weight {
            rarity,
            saturation: Some(1.0),
            level: levels.add(near, near, place),
        };
        // The second field, whichever it is.
        let text = [
            weight(1.0, 2.0, Place::Text),
            weight(0.3, 1.0, Place::Topic),
        ];
        let topic = [weight(0.3, 4.0, Place::Topic)];
        let (first, second) = (Fields::from(Field::Text), Fields::from(Field::Quote));
        let mut both = first;
        both.add(second);
        // One word in both fields, and two words, of which each is in one.
        for words in [vec![both], vec![first, second]] {
            let mut part = Part::default();
            for fields in &words {
                part.add(&Part::of(&text, *fields, 0.0));
            }
            let mut claim = Scored::default();
            claim.add(&part, &levels);
            claim.add(&Part::of(&topic, first, 0.0), &levels);
            assert_eq!(claim.score, 2.0 + (3.0 - 2.0) * TIE_BREAKER + 4.0);
            assert_eq!((claim.placed(), claim.shared()), (2, 1));
            assert!(!claim.is_marginal());
            assert_eq!(claim.covered, 1.3);
        }
    }
}
