//! Plain text as Discord Markdown that is shown unchanged: no markup, mention, emoji or link.
//!
//! A backslash before a character makes it plain, so a text becomes at most twice as long.

use super::super::clean;

/// A whole text, escaped.
pub(super) fn text(text: &str) -> String {
    piece(text).trim().to_owned()
}

/// A piece of text, escaped for any position in a line.
pub(super) fn piece(text: &str) -> String {
    let text = clean::piece(text);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut before = Before::Nothing;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if means_something(c, before, rest.as_str()) {
            out.push('\\');
        }
        out.push(c);
        before = before.then(c);
    }
    out
}

/// What stands before a character, white space aside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    /// Digits, and whether white space follows them.
    Number {
        ended: bool,
    },
    Words,
}

impl Before {
    /// What stands before the next character.
    fn then(self, c: char) -> Self {
        match self {
            Self::Words => Self::Words,
            Self::Nothing if c.is_whitespace() => Self::Nothing,
            Self::Number { ended: _ } if c.is_whitespace() => Self::Number { ended: true },
            Self::Nothing | Self::Number { ended: false } if c.is_ascii_digit() => {
                Self::Number { ended: false }
            }
            Self::Nothing | Self::Number { ended: _ } => Self::Words,
        }
    }
}

/// Whether a character could be markup, given the text before and after it.
fn means_something(c: char, before: Before, after: &str) -> bool {
    match c {
        // Emphasis, code, spoilers; mentions, times, commands and custom emoji; links; headings.
        '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '@' | '[' | ']' | '#' => true,
        // The colon in an address or in an emoji's name.
        ':' => !after.starts_with(' '),
        // Lists and small print at the start of a line.
        '-' | '+' => before == Before::Nothing,
        '.' | ')' => matches!(before, Before::Number { ended: _ }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(plain: &str, expected: &str) {
        assert_eq!(text(plain), expected);
    }

    #[test]
    fn mentions_show_as_plain_text() {
        check("*_@everyone_*", r"\*\_\@everyone\_\*");
        check("<@1> <@&2> <#3>", r"\<\@1\> \<\@&2\> \<\#3\>");
        check("</cmd:4> <t:5:R>", r"\</cmd\:4\> \<t\:5\:R\>");
        check("<:name:6> :smile:", r"\<\:name\:6\> \:smile\:");
    }

    #[test]
    fn links_cannot_be_made() {
        check("](http://x)", r"\](http\://x)");
        check("[a](http://x)", r"\[a\](http\://x)");
    }

    #[test]
    fn nothing_begins_a_block() {
        check("# a", r"\# a");
        check("-# a", r"\-\# a");
        check("- a - b", r"\- a - b");
        check(">>> a", r"\>\>\> a");
        check("12. a 3. b", r"12\. a 3. b");
        check(" 12 ) a", r"12 \) a");
        check("1 2. a", "1 2. a");
        check("a\n# b", r"a \# b");
        check("```x``` ||y||", r"\`\`\`x\`\`\` \|\|y\|\|");
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        let plain = "Port: “one more (fake)”, 1,500 men; 8–13 May. It's +5 % – no!";
        check(plain, plain);
    }
}
