//! Finds which file of `src` imports which, from `use` and from paths in code, without unit tests.
//!
//! A name that a file re-exports belongs to the file that defines it. A `mod x;` or a `pub use` by itself
//! imports nothing.

use std::collections::{BTreeMap, BTreeSet};

/// Each file's module path, `[]` for `lib.rs`, with the modules that it imports.
pub(crate) type Graph = BTreeMap<Module, BTreeSet<Module>>;
/// A module path without `crate`, such as `["render", "text"]`.
pub(crate) type Module = Vec<String>;

/// What one file says about imports.
#[derive(Default)]
struct File {
    /// Every name that a `use` brings in, with its path.
    bound: BTreeMap<String, Vec<String>>,
    /// Paths that are imported: those of private `use` lines and those in code.
    paths: Vec<Vec<String>>,
    /// Names in code that stand alone.
    names: BTreeSet<String>,
}

/// The graph of files, each given as module path and text.
pub(crate) fn graph<'a>(files: impl Iterator<Item = (Module, &'a str)>) -> Graph {
    let files: BTreeMap<Module, File> = files.map(|(at, text)| (at, read(text))).collect();
    let imports = |(at, file): (&Module, &File)| {
        let bound = file.bound.iter();
        // A module that is imported is used through its paths, a re-export where its name stands in code.
        let named = bound.filter(|(name, _)| file.names.contains(*name));
        let paths = file.paths.iter().chain(named.map(|(_, path)| path));
        let modules = paths.filter_map(|path| resolve(&files, at, path, 0));
        (at.clone(), modules.filter(|module| module != at).collect())
    };
    files.iter().map(imports).collect()
}

/// The file that defines what a path in the file `from` names, if it is one of ours.
fn resolve(
    files: &BTreeMap<Module, File>,
    from: &Module,
    path: &[String],
    depth: usize,
) -> Option<Module> {
    let (first, mut rest) = path.split_first().filter(|_| depth < 20)?;
    let mut at = match first.as_str() {
        "crate" => Vec::new(),
        "self" => from.clone(),
        "super" => from.split_last()?.1.to_vec(),
        _ => {
            let child = [from.as_slice(), std::slice::from_ref(first)].concat();
            if files.contains_key(&child) {
                child
            } else {
                let bound = files
                    .get(from)?
                    .bound
                    .get(first)
                    .filter(|one| *one != path)?;
                return resolve(files, from, &[bound, rest].concat(), depth + 1);
            }
        }
    };
    while let Some((next, after)) = rest.split_first() {
        if next == "super" {
            at.pop();
        } else {
            let child = [at.as_slice(), std::slice::from_ref(next)].concat();
            if files.contains_key(&child) {
                at = child;
            } else if files
                .get(&at)
                .is_some_and(|file| file.bound.contains_key(next))
            {
                return resolve(files, &at, rest, depth + 1);
            } else {
                break;
            }
        }
        rest = after;
    }
    files.contains_key(&at).then_some(at)
}

fn read(text: &str) -> File {
    let words = words(text);
    let mut file = File::default();
    let mut at = 0;
    while at < words.len() {
        if words[at] == "use" && words.get(at + 1).is_some_and(|next| next != "<") {
            let public = at > 0 && (words[at - 1] == "pub" || words[at - 1] == ")");
            at += 1;
            let mut leaves = Vec::new();
            tree(&words, &mut at, &[], &mut leaves);
            for (name, path) in leaves {
                if !public {
                    file.paths.push(path.clone());
                }
                file.bound.insert(name, path);
            }
        } else if is_name(&words[at]) {
            // A method, a module's declaration, and `pub(in …)` name nothing that is imported.
            let before = at
                .checked_sub(1)
                .map_or("", |before| words[before].as_str());
            let declared = before == "." || before == "mod";
            let visibility = before == "in" && at > 1 && words[at - 2] == "(";
            let apart = declared || visibility;
            let mut path = vec![words[at].clone()];
            while words.get(at + 1).is_some_and(|next| next == "::")
                && words.get(at + 2).is_some_and(|next| is_name(next))
            {
                path.push(words[at + 2].clone());
                at += 2;
            }
            let called = words.get(at + 1).is_some_and(|next| next == "(");
            let typed = path[0].starts_with(char::is_uppercase);
            if !apart && path.len() > 1 {
                file.paths.push(path);
            } else if !apart && (called || typed) {
                file.names.insert(path.remove(0));
            }
        }
        at += 1;
    }
    file
}

/// The leaves of a `use`: the name that each brings in, and its path.
fn tree(
    words: &[String],
    at: &mut usize,
    before: &[String],
    leaves: &mut Vec<(String, Vec<String>)>,
) {
    let mut path = before.to_vec();
    while let Some(word) = words.get(*at) {
        match word.as_str() {
            "{" => {
                *at += 1;
                while words.get(*at).is_some_and(|word| word != "}") {
                    tree(words, at, &path, leaves);
                    if words.get(*at).is_some_and(|word| word == ",") {
                        *at += 1;
                    }
                }
                *at += 1;
                return;
            }
            "," | "}" | ";" => break,
            "as" => {
                *at += 1;
                leaves.push((words[*at].clone(), path));
                *at += 1;
                return;
            }
            "::" | "*" => {}
            // `use a::{self}` brings in `a`.
            "self" if !path.is_empty() => {}
            name => path.push(name.to_owned()),
        }
        *at += 1;
    }
    if let Some(name) = path.last().cloned() {
        leaves.push((name, path));
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The words and punctuation of Rust code, without comments and strings.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(hashes) = raw(rest) {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = hashes + 2;
            rest[body..]
                .find(&end)
                .map_or(rest.len(), |found| body + found + end.len())
        } else if c == '"' {
            quoted(rest)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest.find("\"'").map_or(rest.len(), |found| found + 2)
        } else if c.is_alphanumeric() || c == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            let end = end.unwrap_or(rest.len());
            words.push(rest[..end].to_owned());
            end
        } else if rest.starts_with("::") {
            words.push("::".to_owned());
            2
        } else {
            if !c.is_whitespace() {
                words.push(c.to_string());
            }
            c.len_utf8()
        };
        rest = &rest[taken..];
    }
    words
}

/// The number of `#` of a raw string that begins here.
fn raw(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// The length of a string literal in bytes.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// One circle through each file that is in any, the files of a circle in order.
pub(crate) fn circles(graph: &Graph) -> Vec<Vec<Module>> {
    let mut told = BTreeSet::new();
    let mut circles = Vec::new();
    for start in graph.keys() {
        if told.contains(start) {
            continue;
        }
        if let Some(circle) = shortest(graph, start) {
            told.extend(circle.iter().cloned());
            circles.push(circle);
        }
    }
    circles
}

/// The shortest way from a file back to itself.
fn shortest(graph: &Graph, start: &Module) -> Option<Vec<Module>> {
    let mut waiting = std::collections::VecDeque::from([vec![start.clone()]]);
    let mut seen = BTreeSet::new();
    while let Some(action) = waiting.pop_front() {
        for next in action.last().and_then(|last| graph.get(last))? {
            if next == start {
                return Some(action);
            }
            if seen.insert(next.clone()) {
                waiting.push_back([action.as_slice(), std::slice::from_ref(next)].concat());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(path: &str) -> Module {
        path.split("::")
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    fn edges(files: &[(&str, &str)]) -> Vec<String> {
        let graph = graph(files.iter().map(|(at, text)| (module(at), *text)));
        let edge = |(from, to): (&Module, &BTreeSet<Module>)| {
            let to: Vec<String> = to.iter().map(|one| one.join("::")).collect();
            (!to.is_empty()).then(|| format!("{} -> {}", from.join("::"), to.join(", ")))
        };
        graph.iter().filter_map(edge).collect()
    }

    #[test]
    fn a_re_export_belongs_to_the_file_that_defines_it() {
        let parent = "mod b;\nmod c;\npub(crate) use b::B;\npub struct A;";
        let child = "use super::{A as Other, B};\nuse crate::a;\nfn f() -> a::b::B {}";
        let files = [
            ("", "mod a;"),
            ("a", parent),
            ("a::b", "pub struct B;"),
            ("a::c", child),
        ];
        assert_eq!(edges(&files), ["a::c -> a, a::b"]);
    }

    #[test]
    fn a_parent_that_calls_its_child_imports_it() {
        let parent =
            "mod b;\npub use b::B;\n// b::nothing(\"c::d\")\nfn f(x: B) { x.b(r#\"b::\"#) }";
        let files = [
            ("", ""),
            ("a", parent),
            ("a::b", "fn b() -> super::A { '\"' }"),
        ];
        assert_eq!(edges(&files), ["a -> a::b", "a::b -> a"]);
        let graph = graph(files.iter().map(|(at, text)| (module(at), *text)));
        assert_eq!(circles(&graph), [[module("a"), module("a::b")]]);
    }
}
