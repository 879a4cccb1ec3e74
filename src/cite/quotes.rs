//! Quotation marks within a title.

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
