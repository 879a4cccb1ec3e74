//! The tags of a page that say something of it, each with its attributes or the text inside.
//!
//! It reads well enough to find what a page says of itself; it is no browser.

use crate::visits::decoded;

/// Elements whose content is text, not tags. What is inside pictures and templates does not speak for the page either.
const OPAQUE: [&str; 8] = [
    "script", "style", "title", "textarea", "template", "svg", "iframe", "noframes",
];

/// A start tag.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// In lower case.
    pub(super) name: String,
    /// Names in lower case and values, in order.
    pub(super) attributes: Vec<(String, String)>,
    /// What stands inside an element of text, as written.
    pub(super) inside: &'t str,
}

impl Tag<'_> {
    /// The value of an attribute; empty if there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        let mut found = self.attributes.iter().filter(|(known, _)| known == name);
        found.next().map_or("", |(_, value)| value)
    }
}

/// The start tags of a page, outside comments and elements of text.
pub(super) fn tags(page: &str) -> Vec<Tag<'_>> {
    let lower = page.to_ascii_lowercase();
    let mut scanner = Scanner {
        page,
        lower: &lower,
        at: 0,
    };
    let mut tags = Vec::new();
    while let Some(tag) = scanner.next_tag() {
        tags.push(tag);
    }
    tags
}

/// Goes through a page.
struct Scanner<'t, 'l> {
    page: &'t str,
    /// The same in lower case; letters outside ASCII stay, so that places are the same.
    lower: &'l str,
    at: usize,
}

impl<'t> Scanner<'t, '_> {
    fn rest(&self) -> &'t str {
        self.page.get(self.at..).unwrap_or_default()
    }

    /// Goes behind the next `mark`, or to the end.
    fn skip_behind(&mut self, mark: &str) {
        let found = self.rest().find(mark);
        self.at = found.map_or(self.page.len(), |at| self.at + at + mark.len());
    }

    /// Takes what stands before the first character of `ends`.
    fn take_until(&mut self, ends: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let taken = rest.get(..rest.find(ends).unwrap_or(rest.len()));
        self.at += taken.unwrap_or_default().len();
        taken.unwrap_or_default()
    }

    fn next_tag(&mut self) -> Option<Tag<'t>> {
        loop {
            self.skip_behind("<");
            let rest = self.rest();
            match rest.chars().next()? {
                first if first.is_ascii_alphabetic() => break,
                '!' if rest.starts_with("!--") => {
                    self.at += "!--".len();
                    self.skip_behind("-->");
                }
                '!' | '/' | '?' => self.skip_behind(">"),
                _ => {}
            }
        }
        let name = self.take_until(|one| one.is_whitespace() || "/>".contains(one));
        let mut tag = Tag {
            name: name.to_ascii_lowercase(),
            attributes: Vec::new(),
            inside: "",
        };
        while let Some(attribute) = self.attribute() {
            tag.attributes.push(attribute);
        }
        if OPAQUE.contains(&tag.name.as_str()) {
            let end = format!("</{}", tag.name);
            let length = self.lower.get(self.at..).and_then(|rest| rest.find(&end));
            let length = length.unwrap_or(self.rest().len());
            tag.inside = self.rest().get(..length).unwrap_or_default();
            self.at += length;
        }
        Some(tag)
    }

    /// The next attribute; `None` behind the last, at the end of the tag.
    fn attribute(&mut self) -> Option<(String, String)> {
        self.take_until(|one| !one.is_whitespace() && one != '/');
        let rest = self.rest();
        if rest.is_empty() || rest.starts_with('>') {
            self.at += usize::from(!rest.is_empty());
            return None;
        }
        let start = self.at;
        let name = self.take_until(|one| one.is_whitespace() || "/>=".contains(one));
        if name.is_empty() {
            // An equals sign without a name.
            self.at = start + 1;
        }
        self.take_until(|one| !one.is_whitespace());
        let mut value = "";
        if self.rest().starts_with('=') {
            self.at += 1;
            self.take_until(|one| !one.is_whitespace());
            value = match self.rest().chars().next() {
                Some(mark @ ('"' | '\'')) => {
                    self.at += 1;
                    let value = self.take_until(|one| one == mark);
                    self.at += usize::from(!self.rest().is_empty());
                    value
                }
                _ => self.take_until(|one| one.is_whitespace() || one == '>'),
            };
        }
        Some((name.to_ascii_lowercase(), decoded(value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let page = "<!doctype html><!-- <meta name=no> --><HTML lang=en><meta name='a\"b' content=\"x > y &amp; é\" hidden>\
                    <meta = content=z/><br/>1 < 2<script>\"<meta name=no>\"</SCRIPT><p id=\"open";
        let read: Vec<String> = tags(page)
            .iter()
            .map(|tag| format!("{} {:?} {}", tag.name, tag.attributes, tag.inside))
            .collect();
        assert_eq!(
            read,
            [
                r#"html [("lang", "en")] "#,
                r#"meta [("name", "a\"b"), ("content", "x > y & é"), ("hidden", "")] "#,
                r#"meta [("", ""), ("content", "z/")] "#,
                "br [] ",
                r#"script [] "<meta name=no>""#,
                r#"p [("id", "open")] "#,
            ]
        );
    }

    #[test]
    fn pictures_and_templates_do_not_speak_for_the_page() {
        let page = "<svg><title>Logo</title></svg><template><title>No</title></template><title>A <b></title>";
        let titles = tags(page);
        let title = titles.iter().find(|tag| tag.name == "title").unwrap();
        assert_eq!(title.inside, "A <b>");
        assert_eq!(titles.len(), 3);
        assert!(tags("").is_empty() && tags("<").is_empty() && tags("< <!--").is_empty());
    }
}
