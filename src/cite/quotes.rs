//! Quotation marks within a title.

use crate::facts::Lang;

/// The title with curly marks in place of straight ones.
///
/// A straight single mark is a quotation mark only if another closes it; otherwise it is an apostrophe and stays.
pub(super) fn curly(title: &str) -> String {
    let letters: Vec<char> = title.chars().collect();
    let beside = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied();
    let opens = |at: usize| {
        let before = beside(at.checked_sub(1));
        let free = before.is_none_or(|c| c.is_whitespace() || "([“‘\"—–-".contains(c));
        free && beside(Some(at + 1)).is_some_and(|c| !c.is_whitespace())
    };
    let closes = |at: usize| {
        let before = beside(at.checked_sub(1)).is_some_and(|c| !c.is_whitespace());
        before && beside(Some(at + 1)).is_none_or(|c| !c.is_alphanumeric())
    };
    let (mut double, mut single) = (false, false);
    let mut out = String::with_capacity(title.len());
    for (at, letter) in letters.iter().copied().enumerate() {
        out.push(match letter {
            '"' => {
                double = !double;
                if double { '“' } else { '”' }
            }
            '\'' if single && closes(at) => {
                single = false;
                '’'
            }
            '\'' if !single
                && opens(at)
                && (at + 1..letters.len())
                    .any(|end| letters.get(end) == Some(&'\'') && closes(end)) =>
            {
                single = true;
                '‘'
            }
            letter => letter,
        });
    }
    out
}

/// The title as it stands within the marks of a language: in French, where those are guillemets, its own guillemets
/// become curly marks without spaces.
pub(super) fn within_marks_of(lang: Lang, title: &str) -> String {
    if !lang.is("fr") {
        return title.to_owned();
    }
    let mut out = String::with_capacity(title.len());
    for letter in title.chars() {
        match letter {
            '«' => out.push('“'),
            '»' => {
                out.truncate(out.trim_end().len());
                out.push('”');
            }
            letter if letter.is_whitespace() && out.ends_with('“') => {}
            letter => out.push(letter),
        }
    }
    out
}

/// The title as it stands within double quotation marks: its own double marks become single ones, and single ones
/// within those double ones.
pub(super) fn within(title: &str) -> String {
    let title = curly(title);
    let (mut inside, mut nested) = (false, false);
    let turned = title.chars().map(|letter| match letter {
        '“' => {
            inside = true;
            '‘'
        }
        '”' => {
            inside = false;
            '’'
        }
        '‘' if inside => {
            nested = true;
            '“'
        }
        '’' if nested => {
            nested = false;
            '”'
        }
        letter => letter,
    });
    turned.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_marks_become_curly_and_apostrophes_stay() {
        for (title, expected) in [
            (
                "\"Alpha\" males and 'beta' ones",
                "“Alpha” males and ‘beta’ ones",
            ),
            ("Mayor says 'no comment'", "Mayor says ‘no comment’"),
            ("Port's 'allies'", "Port's ‘allies’"),
            ("Workers' rights", "Workers' rights"),
        ] {
            assert_eq!(curly(title), expected);
        }
    }

    #[test]
    fn guillemets_within_guillemets_are_curly() {
        let title = "«\u{a0}Le pont est sûr\u{a0}», dit la maire";
        let inside = "“Le pont est sûr”, dit la maire";
        assert_eq!(within_marks_of(Lang::of("fr").unwrap(), title), inside);
        assert_eq!(within_marks_of(Lang::En, title), title);
    }

    #[test]
    fn marks_within_marks_alternate() {
        assert_eq!(
            within("He said “yes”, she said “no”"),
            "He said ‘yes’, she said ‘no’"
        );
        assert_eq!(
            within("\"I said 'no'\", she says"),
            "‘I said “no”’, she says"
        );
    }
}
