//! Characters that a reader cannot see: which they are, and where a text may have them all the same.

/// Characters that control a terminal or the direction of a text, or that are invisible.
///
/// The joiners U+200C and U+200D are not among them: several scripts and most emoji need them.
pub fn is_hidden(letter: char) -> bool {
    if (' '..='~').contains(&letter) {
        // Nearly all are of these.
        return false;
    }
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A text without hidden characters.
pub(super) fn seen(text: &str) -> String {
    text.chars().filter(|letter| !is_hidden(*letter)).collect()
}

/// Whether nothing can be seen of a character where it stands alone: the hidden ones, joiners, fillers and selectors of
/// variants.
pub(super) fn is_unseen(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_control();
    }
    is_hidden(letter)
        || is_joiner(letter)
        || is_selector(letter)
        || matches!(
            letter,
            '\u{34f}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{ffa0}'
        )
}

/// The first unseen character of a text that means nothing where it stands, and its byte.
///
/// A joiner has a meaning after a letter of a script that has joined forms, such as Arabic and those of India, and in an
/// emoji; a selector has one after a character of which there are variants.
pub(super) fn first_unseen(text: &str) -> Option<(usize, char)> {
    let mut before = None;
    for (start, letter) in text.char_indices() {
        if is_unseen(letter) && !before.is_some_and(|before| means(letter, before)) {
            return Some((start, letter));
        }
        before = Some(letter);
    }
    None
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

fn is_selector(letter: char) -> bool {
    matches!(letter, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether an unseen character has a meaning after another
/// (<https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters>,
/// <https://www.unicode.org/Public/UCD/latest/ucd/StandardizedVariants.txt>).
fn means(letter: char, before: char) -> bool {
    match letter {
        '\u{200c}' => has_joined_forms(before),
        '\u{200d}' => has_joined_forms(before) || is_emoji(before) || before == '\u{fe0f}',
        '\u{180b}'..='\u{180d}' | '\u{180f}' => matches!(before, '\u{1800}'..='\u{18aa}'),
        '\u{fe0e}' | '\u{fe0f}' => is_emoji(before) || "0123456789#*".contains(before),
        '\u{fe00}'..='\u{fe0d}' | '\u{e0100}'..='\u{e01ef}' => is_han(before),
        _ => false,
    }
}

/// Letters and marks of scripts whose letters take another form beside one another: from Arabic to Tibetan, Myanmar,
/// Khmer, Mongolian and their neighbours.
fn has_joined_forms(letter: char) -> bool {
    matches!(letter,
        '\u{620}'..='\u{e00}' | '\u{f00}'..='\u{109f}' | '\u{1700}'..='\u{18aa}' | '\u{1900}'..='\u{1cff}'
        | '\u{a800}'..='\u{abff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10a00}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}')
        && !is_unseen(letter)
}

/// Signs that can be shown as emoji, and the colours of their skin.
fn is_emoji(letter: char) -> bool {
    matches!(letter,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}'
        | '\u{24c2}' | '\u{25a0}'..='\u{27bf}' | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
}

/// Han characters, of which there are registered variants.
fn is_han(letter: char) -> bool {
    matches!(letter,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_scripts_and_emoji_need_is_taken() {
        for text in [
            "می‌خواهم",
            "ක්‍ෂණික",
            "क्‍ष",
            "👩‍🚀 👩🏽‍🚀 ❤️‍🔥",
            "☎︎ 1️⃣",
            "葛\u{e0100}城",
            "Ina Moll · 김철수",
        ] {
            assert_eq!(first_unseen(text), None, "{text}");
        }
    }

    #[test]
    fn what_nobody_can_see_is_found() {
        for (text, at, code) in [
            ("NEWS\u{200b}", 4, '\u{200b}'),
            ("NE\u{200d}WS", 2, '\u{200d}'),
            ("N\u{200c}", 1, '\u{200c}'),
            ("\u{200d}A", 0, '\u{200d}'),
            ("می\u{200c}\u{200c}", 7, '\u{200c}'),
            ("NEWS\u{fe0f}", 4, '\u{fe0f}'),
            ("❤\u{fe0f}\u{fe0f}", 6, '\u{fe0f}'),
            ("a\u{e0100}", 1, '\u{e0100}'),
            ("so\u{ad}", 2, '\u{ad}'),
            ("\u{202e}x", 0, '\u{202e}'),
            ("🏴\u{e0067}", 4, '\u{e0067}'),
            ("\u{3164}", 0, '\u{3164}'),
            ("a\u{2800}", 1, '\u{2800}'),
        ] {
            assert_eq!(first_unseen(text), Some((at, code)), "{text:?}");
        }
    }
}
