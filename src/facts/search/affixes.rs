//! Indonesian words without their affixes: memerangi and perang, penandatanganan and tandatangan.
//!
//! It knows no dictionary, so that it finds too many roots. Two words are forms of one if they share a root.

use super::words::Hash;

/// Shortest root, in letters.
const SHORTEST: usize = 4;

/// Words that seem to share a root of so many letters surely do.
const SURE: f32 = 8.0;

/// Particles and pronouns at the end.
const ENCLITICS: [&str; 5] = ["nya", "lah", "kah", "ku", "mu"];

const SUFFIXES: [&str; 3] = ["kan", "an", "i"];

/// Prefixes that change nothing, and may stand behind others.
const INNER: [&str; 4] = ["per", "ber", "ter", "ke"];

const OUTER: [&str; 7] = ["di", "se", "be", "pe", "me", "menge", "penge"];

/// Nasal prefixes, and the letters that they may swallow before a vowel; meng- may swallow none.
const NASAL: [(&str, &[&str]); 8] = [
    ("meng", &["k", ""]),
    ("peng", &["k", ""]),
    ("meny", &["s"]),
    ("peny", &["s"]),
    ("mem", &["p"]),
    ("pem", &["p"]),
    ("men", &["t"]),
    ("pen", &["t"]),
];

/// A root: a letter that a prefix may have swallowed, if any, and the letters of the word.
type Root<'w> = (&'static str, &'w str);

/// Words by the roots that they may have: hashes with the places of words, sorted.
#[derive(Debug, Default)]
pub(super) struct Roots(Vec<(u64, u32)>);

impl Roots {
    /// Adds a folded word at its place.
    pub(super) fn add(&mut self, folded: &str, at: u32) {
        let roots = roots(folded).into_iter();
        self.0.extend(roots.map(|root| (hash(root), at)));
    }

    /// Must follow the last word.
    pub(super) fn sort(&mut self) {
        self.0.sort_unstable();
        self.0.dedup();
        self.0.shrink_to_fit();
    }

    /// The places of words that may share a root with a folded word, and how surely they do.
    pub(super) fn sharing(&self, folded: &str) -> impl Iterator<Item = (u32, f32)> {
        let latin = folded.bytes().all(|letter| letter.is_ascii_lowercase());
        let roots = latin.then(|| roots(folded)).into_iter().flatten();
        roots.flat_map(|root| {
            let sure = (length(root) as f32 / SURE).min(1.0);
            let root = hash(root);
            let start = self.0.partition_point(|(other, _)| *other < root);
            let here = self.0.iter().skip(start);
            let here = here.take_while(move |(other, _)| *other == root);
            here.map(move |(_, at)| (*at, sure))
        })
    }
}

/// The roots that a folded word may have, itself among them, perhaps more than once.
fn roots(folded: &str) -> Vec<Root<'_>> {
    let mut roots = Vec::new();
    for word in with_and_without(folded, &ENCLITICS) {
        for word in with_and_without(word, &SUFFIXES) {
            let bare = roots.len();
            roots.push(("", word));
            roots.extend(
                OUTER
                    .iter()
                    .filter_map(|prefix| without(("", word), prefix)),
            );
            let nasal = NASAL.iter();
            roots.extend(nasal.flat_map(|(prefix, letters)| unmelted(word, prefix, letters)));
            for at in bare..roots.len() {
                let root = roots.get(at).copied();
                let inner = INNER.iter().filter_map(|prefix| without(root?, prefix));
                roots.extend(inner);
            }
        }
    }
    roots.retain(|root| length(*root) >= SHORTEST);
    roots
}

fn length((swallowed, rest): Root<'_>) -> usize {
    swallowed.len() + rest.len()
}

fn hash((swallowed, rest): Root<'_>) -> u64 {
    Hash::of(swallowed).and(Hash::of(rest)).value()
}

/// A word, and each shorter word that it is with one of some endings.
fn with_and_without<'a>(word: &'a str, endings: &'a [&str]) -> impl Iterator<Item = &'a str> {
    let shorter = endings
        .iter()
        .filter_map(move |ending| word.strip_suffix(ending));
    [word].into_iter().chain(shorter)
}

/// A root without a prefix, to which the letter that was swallowed may belong.
fn without<'w>((swallowed, rest): Root<'w>, prefix: &str) -> Option<Root<'w>> {
    let prefix = prefix.strip_prefix(swallowed)?;
    Some(("", rest.strip_prefix(prefix)?))
}

/// A word without a nasal prefix, with each letter that it may have swallowed.
fn unmelted<'w>(
    word: &'w str,
    prefix: &str,
    letters: &'static [&'static str],
) -> impl Iterator<Item = Root<'w>> {
    let rest = word.strip_prefix(prefix);
    let letters = match rest.is_some_and(|rest| rest.starts_with(['a', 'e', 'i', 'o', 'u'])) {
        true => letters,
        false => &[""],
    };
    let rest = rest.into_iter();
    rest.flat_map(|rest| letters.iter().map(move |letter| (*letter, rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(word: &str, root: Root<'_>) -> bool {
        roots(word).iter().any(|one| hash(*one) == hash(root))
    }

    #[test]
    fn letters_that_are_not_swallowed_make_no_root() {
        let shared = |a: &str, b: &str| roots(a).iter().any(|root| has(b, *root));
        assert!(!shared("memerangi", "menyerang"));
        assert!(!shared("menembak", "mengebak"));
    }

    #[test]
    fn forms_of_one_word_share_its_root() {
        for (root, forms) in [
            ("perang", "memerangi berperang peperangan diperangi"),
            (
                "tandatangan",
                "ditandatangani menandatangani penandatanganan",
            ),
            ("kerjasama", "bekerjasama"),
            ("kecam", "mengecam dikecam kecaman pengecaman"),
            ("kunjung", "mengunjungi kunjungannya dikunjungi"),
            ("awas", "mengawasi diawasi pengawasan"),
            ("kerah", "mengerahkan pengerahan dikerahkan"),
            ("khawatir", "mengkhawatirkan dikhawatirkan kekhawatiran"),
            ("serang", "menyerang penyerangan serangan"),
            ("pasok", "memasok pemasok pasokan dipasok"),
        ] {
            for form in forms.split(' ') {
                assert!(has(form, ("", root)), "{form}: {:?}", roots(form));
            }
        }
    }
}
