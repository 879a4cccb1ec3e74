//! Indonesian words without their affixes: memerangi and perang, penandatanganan and tandatangan.
//!
//! It knows no dictionary, so that it finds too many roots. Two words are forms of one if they share a root.

/// Shortest root, in letters.
const SHORTEST: usize = 4;

/// Particles and pronouns at the end.
const ENCLITICS: [&str; 5] = ["nya", "lah", "kah", "ku", "mu"];

const SUFFIXES: [&str; 3] = ["kan", "an", "i"];

/// Prefixes that change nothing, and may stand behind others.
const INNER: [&str; 4] = ["per", "ber", "ter", "ke"];

const OUTER: [&str; 7] = ["di", "se", "be", "pe", "me", "menge", "penge"];

/// Nasal prefixes, and the letter that they swallow before a vowel.
const NASAL: [(&str, &str); 8] = [
    ("meng", "k"),
    ("peng", "k"),
    ("meny", "s"),
    ("peny", "s"),
    ("mem", "p"),
    ("pem", "p"),
    ("men", "t"),
    ("pen", "t"),
];

/// The roots that a folded word may have, itself among them.
pub(super) fn roots(folded: &str) -> Vec<String> {
    let mut roots = vec![folded.to_owned()];
    for word in with_and_without(folded, &ENCLITICS) {
        for word in with_and_without(word, &SUFFIXES) {
            let mut bare = vec![word.to_owned()];
            bare.extend(OUTER.iter().filter_map(|prefix| without(word, prefix)));
            bare.extend(
                NASAL
                    .iter()
                    .flat_map(|(prefix, letter)| unmelted(word, prefix, letter)),
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

/// A word without a nasal prefix: with the letter that it may have swallowed, and as it is.
fn unmelted(word: &str, prefix: &str, letter: &str) -> Vec<String> {
    let Some(rest) = word.strip_prefix(prefix) else {
        return Vec::new();
    };
    match rest.starts_with(['a', 'e', 'i', 'o', 'u']) {
        true => vec![format!("{letter}{rest}"), rest.to_owned()],
        false => vec![rest.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
