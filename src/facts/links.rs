//! The addresses of a source as links.

use once_cell::sync::OnceCell;
use url::Url;

/// The addresses of a source that are safe in a link, in their order. They are made when they are first shown, and not
/// again for each answer. A copy of a source, which may get another address, makes its own.
#[derive(Debug, Default)]
pub struct Links(OnceCell<Vec<Option<String>>>);

impl Links {
    /// The link to the address in this place among some.
    pub(super) fn nth<'a>(
        &'a self,
        at: usize,
        addresses: impl Iterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let links = self.0.get_or_init(|| addresses.map(safe_address).collect());
        links.get(at)?.as_deref()
    }
}

impl Clone for Links {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// An address that is safe in any kind of link; `None` unless it is `http` or `https`. Characters that could end a
/// link early are percent-encoded. The rest is unchanged, so that the recorded address stays recognisable.
pub fn safe_address(url: &str) -> Option<String> {
    let url = url.trim();
    // The parser leaves them out, wherever they stand; what is drawn would not begin with the scheme.
    if url.contains(char::is_control) {
        return None;
    }
    let parsed = Url::parse(url).ok()?;
    if !matches!(parsed.scheme(), "http" | "https") || !parsed.has_host() {
        return None;
    }
    let mut address = String::with_capacity(url.len());
    for c in url.chars() {
        let plain = c.is_alphanumeric() || "-._~:/?#@!$&*+,;=%".contains(c);
        if plain {
            address.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                address.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stays_as_it_is_unless_it_could_break_a_link() {
        let check = |url: &str, expected: Option<&str>| {
            assert_eq!(safe_address(url).as_deref(), expected, "{url}");
        };
        check("https://example.org", Some("https://example.org"));
        check(
            "https://example.org/a_(b)>c d?q=é",
            Some("https://example.org/a_%28b%29%3Ec%20d?q=é"),
        );
        check(
            "https://example.org/%28x%29",
            Some("https://example.org/%28x%29"),
        );
        check("javascript:alert(1)", None);
        check("ftp://example.org/", None);
        check("\0https://example.org/", None);
        check("ht\ttps://example.org/", None);
        check("example.org", None);
        check("", None);
    }
}
