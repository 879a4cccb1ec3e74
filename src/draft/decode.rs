//! Bytes as programs save them into a text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a file, without its byte order mark. It is UTF-8 or UTF-16 if it says so or can be read as such;
/// otherwise Windows-1252, in which spreadsheets in the West save. What cannot be read becomes U+FFFD.
///
/// `named` is the encoding that somebody named instead.
pub fn decode(bytes: &[u8], named: Option<&'static Encoding>) -> String {
    let text = match named.or_else(|| Encoding::for_bom(bytes).map(|(encoding, _)| encoding)) {
        Some(encoding) => encoding.decode(bytes).0,
        None => guessed(bytes).decode(bytes).0,
    };
    text.trim_start_matches('\u{feff}').to_owned()
}

/// Whether bytes are a workbook of a spreadsheet program (`.xlsx`, `.ods`, `.xls`) rather than text, by how they begin.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// The encoding of a file that does not name it.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros = |odd: usize| {
        let half = start.iter().skip(odd).step_by(2);
        half.filter(|byte| **byte == 0).count() * 4 > start.len()
    };
    match String::from_utf8_lossy(bytes) {
        _ if zeros(1) => UTF_16LE,
        _ if zeros(0) => UTF_16BE,
        // Letters of more than one byte beside bytes that are none: two encodings in one file. The text is read as
        // UTF-8, and the others are told one by one.
        text if text
            .chars()
            .any(|letter| letter > '\u{7f}' && letter != '\u{fffd}') =>
        {
            UTF_8
        }
        text if text.contains('\u{fffd}') => WINDOWS_1252,
        _ => UTF_8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_in_every_encoding() {
        let text = "“café”; é";
        let (western, _, _) = WINDOWS_1252.encode(text);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        let wide_marked = [b"\xff\xfe", wide.as_slice()].concat();
        let big_marked = [b"\xfe\xff", big.as_slice()].concat();
        for bytes in [
            text.as_bytes(),
            &western,
            &marked,
            &wide_marked,
            &big_marked,
        ] {
            assert_eq!(decode(bytes, None), text);
        }
        let plain: Vec<u8> = "claim;text"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&plain, None), "claim;text");
        assert_eq!(decode("é\n".as_bytes(), None), "é\n");
        assert_eq!(decode(b"\xc3\xa9 \xe9", None), "é \u{fffd}");
        assert_eq!(
            decode(b"\xcf\xf0", Encoding::for_label(b"windows-1251")),
            "Пр"
        );
    }
}
