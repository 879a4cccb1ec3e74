//! What stands beside the facts in the folder of a new dossier: a text for contributors, and the licence.

use super::Wanted;

/// The text for contributors.
pub(super) fn readme(wanted: &Wanted) -> String {
    let title = wanted.titles.first().map_or("", String::as_str);
    let topic = &wanted.topic;
    format!(
        "# {title}\n\n\
         Who says what, who denies it, when, and where it can be read: facts for the bot Sumber. It never says what is true.\n\n\
         - `dossier.toml` says what the collection is, and has its topics: each is a question with a slash command.\n\
         - `speakers.toml` has who says something, `sources.toml` where it can be read, `{topic}.toml` who said what.\n\n\
         The clock of Eastport is an example: replace it by your first real claim.\n\n\
         ## Add something\n\n\
         ```sh\n\
         sumber add claim --into .              # asks for each part\n\
         sumber import claims.csv --into .      # a table; sumber new --csv claims.csv makes one to fill\n\
         sumber import sources.bib --into .     # sources from Zotero: BibTeX, RIS or CSL-JSON\n\
         sumber check .                         # shows every problem, with its place and how to correct it\n\
         sumber ask '/{topic}' --facts .        # the answer, as the bot gives it\n\
         ```\n\n\
         A claim needs a speaker, a day and a source. Write no verdicts, copy no sentences of articles, and name no address,\n\
         date, title or quotation that you have not seen.\n\n\
         ## Licence\n\n\
         The facts are under {licence}; see `LICENSE`.\n",
        licence = wanted.licence,
    )
}

/// The licence of the facts: its name, and what it means in short.
pub(super) fn licence(wanted: &Wanted) -> String {
    let title = wanted.titles.first().map_or("", String::as_str);
    let (name, terms) = match wanted.licence.as_str() {
        "CC-BY-4.0" => (
            "Creative Commons Attribution 4.0 International",
            "You may share and adapt the facts, also commercially, if you name this collection, say what you changed and\n\
             name the licence. Quotations and titles belong to those who wrote them.\n",
        ),
        "CC0-1.0" => (
            "Creative Commons Zero 1.0 Universal",
            "As far as the law allows, nobody keeps any right in the facts: you may use them in any way without asking.\n\
             Quotations and titles belong to those who wrote them.\n",
        ),
        other => (other, "Put the text of the licence here.\n"),
    };
    format!(
        "The facts of “{title}” are licensed under: {name} (SPDX: {}).\n\n{terms}",
        wanted.licence
    )
}
