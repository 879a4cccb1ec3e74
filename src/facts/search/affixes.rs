//! Indonesian words without their affixes: memerangi and perang, penandatanganan and tandatangan.
//!
//! It knows no dictionary, so that it finds too many roots. Two words are forms of one if they share a root.

use super::words::hash;

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

/// Words by the roots that they may have: hashes with the places of words, sorted.
#[derive(Debug, Default)]
pub(super) struct Roots(Vec<(u64, u32)>);

impl Roots {
    /// Adds a folded word at its place.
    pub(super) fn add(&mut self, folded: &str, at: u32) {
        let roots = roots(folded).into_iter();
        self.0.extend(roots.map(|root| (hash([root.as_str()]), at)));
    }

    /// Must follow the last word.
    pub(super) fn sort(&mut self) {
        self.0.sort_unstable();
    }

    /// The places of words that may share a root with a folded word, and how surely they do.
    pub(super) fn sharing(&self, folded: &str) -> impl Iterator<Item = (u32, f32)> {
        let latin = folded.bytes().all(|letter| letter.is_ascii_lowercase());
        let roots = latin.then(|| roots(folded)).into_iter().flatten();
        roots.flat_map(|root| {
            let sure = (root.len() as f32 / SURE).min(1.0);
            let root = hash([root.as_str()]);
            let start = self.0.partition_point(|(other, _)| *other < root);
            let here = self.0.iter().skip(start);
            let here = here.take_while(move |(other, _)| *other == root);
            here.map(move |(_, at)| (*at, sure))
        })
    }
}

/// The roots that a folded word may have, itself among them.
fn roots(folded: &str) -> Vec<String> {
    let mut roots = vec![folded.to_owned()];
    for word in with_and_without(folded, &ENCLITICS) {
        for word in with_and_without(word, &SUFFIXES) {
            let mut bare = vec![word.to_owned()];
            bare.extend(OUTER.iter().filter_map(|prefix| without(word, prefix)));
            bare.extend(
                NASAL
                    .iter()
                    .flat_map(|(prefix, letters)| unmelted(word, prefix, letters)),
            );
            let inner = bare.iter().flat_map(|root| {
                let prefixes = INNER.iter();
                prefixes.filter_map(|prefix| without(root, prefix))
            });
            roots.extend(inner);
            roots.append(&mut bare);
        }
    }
    roots.retain(|root| root.len() >= SHORTEST);
    roots.sort_unstable();
    roots.dedup();
    roots
}

/// A word, and each shorter word that it is with one of some endings.
fn with_and_without<'a>(word: &'a str, endings: &'a [&str]) -> impl Iterator<Item = &'a str> {
    let shorter = endings
        .iter()
        .filter_map(move |ending| word.strip_suffix(ending));
    [word].into_iter().chain(shorter)
}

fn without(word: &str, prefix: &str) -> Option<String> {
    word.strip_prefix(prefix).map(str::to_owned)
}

/// A word without a nasal prefix, with each letter that it may have swallowed.
fn unmelted(word: &str, prefix: &str, letters: &[&str]) -> Vec<String> {
    let Some(rest) = word.strip_prefix(prefix) else {
        return Vec::new();
    };
    match rest.starts_with(['a', 'e', 'i', 'o', 'u']) {
        true => letters
            .iter()
            .map(|letter| format!("{letter}{rest}"))
            .collect(),
        false => vec![rest.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_not_swallowed_make_no_root() {
        let shared = |a: &str, b: &str| roots(a).iter().any(|root| roots(b).contains(root));
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
                assert!(
                    roots(form).iter().any(|one| one == root),
                    "{form}: {:?}",
                    roots(form)
                );
            }
        }
    }
}
