//! The everyday words of a few languages, from the crate `stop-words`, which has them from Stopwords ISO. `build.rs` takes
//! them out of it: each word of all its languages would have to be found in memory when the program starts.

/// The words of a language by its code; none of a language that is not known.
pub fn everyday_words(lang: &str) -> impl Iterator<Item = &'static str> + use<> {
    let words = match lang {
        "en" => include_str!(concat!(env!("OUT_DIR"), "/everyday-en.txt")),
        "fr" => include_str!(concat!(env!("OUT_DIR"), "/everyday-fr.txt")),
        "id" => include_str!(concat!(env!("OUT_DIR"), "/everyday-id.txt")),
        _ => "",
    };
    words.lines()
}
