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

/// The number at the beginning of a text: how long it is in bytes, and its digits without separators.
pub(super) fn number(text: &str) -> Option<(usize, String)> {
    if !text.starts_with(|letter| digit(letter).is_some()) {
        return None;
    }
    let (mut whole, mut rest) = digits(text);
    if whole.len() <= 3
        && !whole.starts_with('0')
        && let Some(separator) = rest.chars().next().filter(|one| is_separator(*one))
    {
        while let Some((group, after)) = group(rest, separator) {
            whole.push_str(&group);
            rest = after;
            // Of a long row of groups, each would else be read again from the next one.
            if whole.len() > LONGEST {
                return None;
            }
        }
    }
    if whole.len() > LONGEST {
        return None;
    }
    let length = |rest: &str| text.len() - rest.len();
    if let Some((digits, rest)) = multiplied(&whole, rest) {
        return Some((length(rest), digits));
    }
    let (behind, rest) = attached(rest);
    let ends = behind.is_empty() || ENDINGS.contains(&behind.as_str());
    ends.then(|| (length(rest), whole))
}

/// Whether a word is the number of a name, such as 11 in Albatros-11, and not a year.
pub(super) fn is_small(folded: &str) -> bool {
    folded.len() <= 3 && folded.bytes().all(|digit| digit.is_ascii_digit())
}

/// The digits of a number with the fraction and the factor behind it, and the rest of the text.
fn multiplied<'t>(whole: &str, rest: &'t str) -> Option<(String, &'t str)> {
    let fraction = rest.strip_prefix(['.', ',']).map(digits);
    let fraction = fraction.filter(|(digits, _)| !digits.is_empty());
    let (fraction, rest) = fraction.unwrap_or((String::new(), rest));
    let (word, rest) = attached(rest.strip_prefix(is_space).unwrap_or(rest));
    let (_, zeros) = FACTORS.iter().find(|(factor, _)| *factor == word)?;
    let zeros = zeros.checked_sub(fraction.len())?;
    let digits = format!("{whole}{fraction}{}", "0".repeat(zeros));
    Some((digits.trim_start_matches('0').to_owned(), rest))
}

/// The letters and digits right at the beginning, in lower case, and the rest.
fn attached(text: &str) -> (String, &str) {
    let (attached, rest) = begun(text, char::is_alphanumeric);
    (
        attached.chars().flat_map(char::to_lowercase).collect(),
        rest,
    )
}

/// The digits at the beginning, and the rest.
fn digits(text: &str) -> (String, &str) {
    let (digits, rest) = begun(text, |letter| digit(letter).is_some());
    (digits.chars().filter_map(digit).collect(), rest)
}

/// A separator and exactly three digits, and the rest.
fn group(text: &str, separator: char) -> Option<(String, &str)> {
    let (group, rest) = digits(text.strip_prefix(separator)?);
    (group.len() == 3).then_some((group, rest))
}

/// A text in two: the letters at the beginning that are of a kind, and the rest.
fn begun(text: &str, is: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|letter| !is(letter)).unwrap_or(text.len());
    text.split_at(end)
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
        number(text).map(|(_, digits)| digits)
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
