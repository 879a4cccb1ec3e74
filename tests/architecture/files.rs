//! Files do not import each other in a circle, and import from a file above only as listed here.

use std::collections::BTreeSet;
use std::path::Path;

use crate::imports::{Graph, Module, circles, graph};
use crate::{shipped, sources};

/// Files from which the files below them may import, and what they import.
const PARENTS: &[(&str, &str)] = &[
    ("answer", "the answer, to which numbered sources belong"),
    ("cli", "the program's arguments, exit codes and errors"),
    (
        "commands",
        "what a command is and takes, the list of all, and the views of topics",
    ),
    (
        "commands/search",
        "how a found statement is shown, which related facts share",
    ),
    ("commands/ask", "how a question was read, and what to show"),
    (
        "commands/ask/choose",
        "what is chosen for a question, of which the child does some views",
    ),
    ("commands/unknown", "the answer that offers the nearest"),
    (
        "discord",
        "the handler of an interaction, of which the children do one kind each",
    ),
    (
        "draft",
        "what somebody said beside the text, and what comes out",
    ),
    (
        "draft/asked",
        "what is asked of a record, and what its keys mean",
    ),
    (
        "draft/asked/form",
        "a form, of which the children do one part each",
    ),
    (
        "draft/gate",
        "what is known while drafts pass, and what becomes of what is there",
    ),
    ("export", "the records that every format writes"),
    (
        "facts",
        "claims, speakers, sources and the snapshot of them",
    ),
    ("facts/file", "a part of a fact file"),
    (
        "facts/file/resolve",
        "what is resolved so far, and the names it can refer to",
    ),
    ("facts/problem", "the problem that a report draws"),
    (
        "facts/search/question",
        "the words of a question, and what is known of all claims for it",
    ),
    (
        "facts/written",
        "the kinds of records that are written in a fact file",
    ),
    ("pages", "a page and what it is made from"),
    ("phrases", "the words of a language"),
    ("query", "a question and its options"),
    ("query/question", "what a question asks for"),
    ("render", "a page of an answer, which every surface draws"),
    ("render/discord", "whom a message is for"),
    ("render/html", "what stands around an answer on a page"),
    ("render/text", "how wide and how colourful the text is"),
    ("serve/reload", "a dossier as it is in its files"),
    ("serve/rest", "the client that makes every call"),
];

/// The imports between the files of `src`, without unit tests and the way in.
fn imports() -> Graph {
    let sources = sources();
    let module = |path: &Path| {
        let inside = path.strip_prefix("src").ok()?.with_extension("");
        let names = inside.iter().map(|name| name.to_str().unwrap().to_owned());
        let module: Module = names.filter(|name| name != "lib").collect();
        (module != ["main"]).then_some(module)
    };
    let files = sources.iter();
    graph(files.filter_map(|(path, text)| Some((module(path)?, shipped(path, text)))))
}

/// Whether a file lies below another.
fn below(file: &Module, other: &Module) -> bool {
    file.len() > other.len() && file.starts_with(other)
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let mut graph = imports();
    for (file, imported) in &mut graph {
        // `PARENTS` lists what a file may import from the files above it.
        imported.retain(|other| !below(file, other));
    }
    let circle = |circle: Vec<Module>| {
        let files = circle
            .iter()
            .chain(circle.first())
            .map(|file| file.join("/"));
        files.collect::<Vec<_>>().join(" -> ")
    };
    let circles: Vec<String> = circles(&graph).into_iter().map(circle).collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn files_import_from_above_only_what_is_written_down() {
    let graph = imports();
    let upwards = |(file, imported): (&Module, &BTreeSet<Module>)| {
        let above = imported.iter().filter(|other| below(file, other));
        let arrow = |other: &Module| (other.join("/"), file.join("/"));
        above.map(arrow).collect::<Vec<_>>()
    };
    let upwards: Vec<(String, String)> = graph.iter().flat_map(upwards).collect();
    let parents: BTreeSet<&str> = PARENTS.iter().map(|(parent, _)| *parent).collect();
    let wrong = upwards
        .iter()
        .filter(|(parent, _)| !parents.contains(parent.as_str()));
    let wrong: Vec<String> = wrong
        .map(|(parent, file)| format!("{file} imports {parent}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for parent in parents {
        let needed = upwards.iter().any(|(other, _)| other == parent);
        assert!(needed, "nothing below {parent} imports from it any more");
    }
}
