//! Numbers as people write them: grouped in thousands in any way, or counted in thousands and millions.

/// Words and letters after a number that multiply it, each with the zeros that it stands for.
const FACTORS: [(&str, usize); 21] = [
    ("k", 3),
    ("rb", 3),
    ("ribu", 3),
    ("ribuan", 3),
    ("thousand", 3),
    ("thousands", 3),
    ("hundred", 2),
    ("ratus", 2),
    ("jt", 6),
    ("juta", 6),
    ("jutaan", 6),
    ("mn", 6),
    ("mio", 6),
    ("million", 6),
    ("millions", 6),
    ("bn", 9),
    ("billion", 9),
    ("miliar", 9),
    ("milyar", 9),
    ("triliun", 12),
    ("trillion", 12),
];

/// What may stand right behind a number without changing it: 18th, and 1500an, "about 1500".
const ENDINGS: [&str; 5] = ["st", "nd", "rd", "th", "an"];

/// The longest number that is read, in digits.
const LONGEST: usize = 18;

/// The number at the beginning of a text: how many characters it has, and its digits without separators.
pub(super) fn number(letters: &[char]) -> Option<(usize, String)> {
    let first = digits(letters);
    let mut length = first.len();
    let mut whole = first;
    if (1..=3).contains(&length)
        && !whole.starts_with('0')
        && let Some(separator) = letters.get(length).filter(|one| is_separator(**one))
    {
        while let Some(group) = group(letters.get(length..)?, *separator) {
            length += 1 + group.len();
            whole.push_str(&group);
            // Of a long row of groups, each would else be read again from the next one.
            if whole.len() > LONGEST {
                return None;
            }
        }
    }
    let rest = letters.get(length..)?;
    if whole.is_empty() || whole.len() > LONGEST {
        return None;
    }
    if let Some((more, digits)) = multiplied(&whole, rest) {
        return Some((length + more, digits));
    }
    let behind = attached(rest);
    let ends = behind.is_empty() || ENDINGS.contains(&behind.as_str());
    ends.then(|| (length + behind.chars().count(), whole))
}

/// Whether a word is the number of a name, such as 11 in Albatros-11, and not a year.
pub(super) fn is_small(folded: &str) -> bool {
    folded.len() <= 3 && folded.bytes().all(|digit| digit.is_ascii_digit())
}

/// A fraction and a factor behind a number: how many characters, and the digits of all.
fn multiplied(whole: &str, rest: &[char]) -> Option<(usize, String)> {
    let fraction = match rest {
        ['.' | ',', rest @ ..] => digits(rest),
        _ => String::new(),
    };
    let length = fraction.len() + usize::from(!fraction.is_empty());
    let rest = rest.get(length..)?;
    let gap = usize::from(rest.first().is_some_and(|one| is_space(*one)));
    let word = attached(rest.get(gap..)?);
    let (_, zeros) = FACTORS.iter().find(|(factor, _)| *factor == word)?;
    let zeros = zeros.checked_sub(fraction.len())?;
    let digits = format!("{whole}{fraction}{}", "0".repeat(zeros));
    let digits = digits.trim_start_matches('0');
    Some((length + gap + word.chars().count(), digits.to_owned()))
}

/// The letters and digits right at the beginning, in lower case.
fn attached(letters: &[char]) -> String {
    let letters = letters.iter().take_while(|one| one.is_alphanumeric());
    letters.flat_map(|one| one.to_lowercase()).collect()
}

fn digits(letters: &[char]) -> String {
    letters.iter().map_while(|one| digit(*one)).collect()
}

/// A separator and exactly three digits.
fn group(letters: &[char], separator: char) -> Option<String> {
    let (first, rest) = letters.split_first()?;
    let group = digits(rest);
    (*first == separator && group.len() == 3).then_some(group)
}

/// A digit, also one of full width.
fn digit(letter: char) -> Option<char> {
    match letter {
        '０'..='９' => char::from_digit(letter as u32 - '０' as u32, 10),
        letter => letter.is_ascii_digit().then_some(letter),
    }
}

fn is_separator(letter: char) -> bool {
    matches!(letter, ',' | '.' | '\'' | '’' | 'ʼ' | '٬') || is_space(letter)
}

/// A space within a line.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_control() && !matches!(letter, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let letters: Vec<char> = text.chars().collect();
        number(&letters).map(|(_, digits)| digits)
    }

    #[test]
    fn groups_are_joined_whatever_parts_them() {
        for text in [
            "1500",
            "1,500",
            "1.500",
            "1 500",
            "1'500",
            "1’500",
            "1\u{a0}500",
            "1\u{2009}500",
            "１,５００",
            "1500an",
            "1,500th",
        ] {
            assert_eq!(read(text).as_deref(), Some("1500"), "{text}");
        }
        assert_eq!(read("1,234.567").as_deref(), Some("1234"));
        assert_eq!(read("1234 567").as_deref(), Some("1234"));
        assert_eq!(read("20.10.2023").as_deref(), Some("20"));
    }

    #[test]
    fn factors_multiply() {
        for text in [
            "1.5k",
            "1,5K",
            "1,5 ribu",
            "1.5 thousand",
            "1.500",
            "15 hundred",
        ] {
            assert_eq!(read(text).as_deref(), Some("1500"), "{text}");
        }
        for text in [
            "12k",
            "12K",
            "12 ribu",
            "12rb",
            "12 thousand",
            "12\u{a0}ribuan",
        ] {
            assert_eq!(read(text).as_deref(), Some("12000"), "{text}");
        }
        for text in ["3 juta", "3jt", "3 million", "3,000 ribu", "0.003 miliar"] {
            assert_eq!(read(text).as_deref(), Some("3000000"), "{text}");
        }
        assert_eq!(read("1.2345 ribu").as_deref(), Some("1"));
        assert_eq!(read("12 kontainer").as_deref(), Some("12"));
    }

    #[test]
    fn letters_end_no_number() {
        assert_eq!(read("11a"), None);
        assert_eq!(read("4x4"), None);
        assert_eq!(read("18th").as_deref(), Some("18"));
        assert_eq!(read(&"9".repeat(30)), None);
        assert_eq!(read(&format!("1{}", ",111".repeat(2_500))), None);
    }
}
