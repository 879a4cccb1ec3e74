//! Extracts the offered citation styles and locales from hayagriva's archive, so that the program contains only these.
//! `src/cite` formats citations with them. It also takes the everyday words of a few languages from Stopwords ISO, lists the bot's words in each language, and finds out the revision of the source, for `sumber --version`.
//!
//! Styles and locales are from the Citation Style Language project, CC BY-SA 3.0; each names its authors.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::Locale;
use serde_json::{Value, json};

/// Each style, with the name under which `src/cite/csl.rs` includes it.
const STYLES: [(&str, ArchivedStyle); 5] = [
    ("apa", ArchivedStyle::AmericanPsychologicalAssociation),
    ("chicago", ArchivedStyle::ChicagoNotes),
    ("mla", ArchivedStyle::ModernLanguageAssociation),
    ("vancouver", ArchivedStyle::NlmCitationSequence),
    (
        "ieee",
        ArchivedStyle::InstituteOfElectricalAndElectronicsEngineers,
    ),
];

/// The languages of which the program knows the everyday words; `src/facts/everyday.rs` includes them.
const EVERYDAY: [&str; 3] = ["en", "fr", "id"];

/// A folder of Fluent files for each language in which the bot has words.
const PHRASES: &str = "data/phrases";

/// The tag of a language, and its Fluent files.
type Words = (String, Vec<PathBuf>);

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    pack_relocations();
    if let Some(revision) = revision() {
        println!("cargo::rustc-env=SUMBER_REVISION={revision}");
    }
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(folder.join("facts.rs"), facts()?)?;
    for (name, style) in STYLES {
        let mut style = serde_json::to_value(style.get())?;
        spell_out_names(&mut style);
        write(&folder, name, &style)?;
    }
    for lang in EVERYDAY {
        let words = stop_words::get(lang).join("\n");
        fs::write(folder.join(format!("everyday-{lang}.txt")), words)?;
    }
    let all = archive::locales();
    let tag = |locale: &Locale| {
        locale
            .lang
            .as_ref()
            .map_or(String::new(), |lang| lang.0.clone())
    };
    let languages = languages()?;
    fs::write(folder.join("phrases.rs"), phrases(&languages))?;
    // American terms, quotation marks and dates, as in the manuals of these styles.
    let american = all.iter().find(|locale| tag(locale) == "en-US");
    let mut locales = vec![american.cloned().ok_or("no locale en-US")?];
    for (code, _) in languages.iter().filter(|(code, _)| code != "en") {
        // As in fr-FR, or else anywhere.
        let home = format!("{code}-{}", code.to_uppercase());
        let same = |locale: &&Locale| tag(locale).split('-').next() == code.split('-').next();
        let own = all.iter().filter(same);
        locales.extend(own.min_by_key(|locale| tag(locale) != home).cloned());
    }
    write(&folder, "locales", &locales)
}

/// Packs the list of addresses that the system puts right when it loads the program, from 800 kB to 20. Programs that
/// are packed need glibc 2.36: one that is built here for an older system stays as it is.
fn pack_relocations() {
    let target = |name: &str| env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    let for_glibc = target("OS") == "linux" && target("ENV") == "gnu";
    if for_glibc && env::var("HOST") == env::var("TARGET") && glibc() >= Some((2, 36)) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// The version of the C library of this system, if it is that of GNU.
fn glibc() -> Option<(u32, u32)> {
    let output = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let text = String::from_utf8(output.ok()?.stdout).ok()?;
    let (major, minor) = text.trim().strip_prefix("glibc ")?.split_once('.')?;
    let minor = minor.split('.').next()?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// The languages in which the bot has words, a folder each, with the Fluent files in it.
fn languages() -> Result<Vec<Words>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={PHRASES}");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut languages = Vec::new();
    for entry in fs::read_dir(root.join(PHRASES))? {
        let folder = entry?.path();
        let files = fs::read_dir(&folder)?.map(|file| Ok(file?.path()));
        let mut files = files.collect::<Result<Vec<_>, std::io::Error>>()?;
        files.retain(|file| file.extension().is_some_and(|kind| kind == "ftl"));
        files.sort();
        let code = folder.file_name().unwrap_or_default().to_string_lossy();
        languages.push((code.into_owned(), files));
    }
    languages.sort();
    Ok(languages)
}

/// The table of all Fluent files, as an expression of Rust: each language's tag, with the content of its files.
fn phrases(languages: &[Words]) -> String {
    let mut table = String::from("[\n");
    for (code, files) in languages {
        let included: Vec<String> = files
            .iter()
            .map(|file| format!("include_str!({:?})", file.display().to_string()))
            .collect();
        table.push_str(&format!("    ({code:?}, &[{}]),\n", included.join(", ")));
    }
    table + "]\n"
}

/// Gives a `name` to `names` that have other elements but not that one: hayagriva would leave them out.
fn spell_out_names(style: &mut Value) {
    match style {
        Value::Object(fields) => {
            let names = fields.get_mut("names");
            let children = names.and_then(|names| names.get_mut("$value")?.as_array_mut());
            if let Some(children) = children
                && !children.is_empty()
                && children.iter().all(|child| child.get("name").is_none())
            {
                children.insert(0, json!({ "name": {} }));
            }
            fields.values_mut().for_each(spell_out_names);
        }
        Value::Array(values) => values.iter_mut().for_each(spell_out_names),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Writes a style or the locales as compressed JSON: a twelfth of its size.
fn write(folder: &Path, name: &str, value: &impl serde::Serialize) -> Result<(), Box<dyn Error>> {
    let file = fs::File::create(folder.join(format!("{name}.json.z")))?;
    let mut compressed = ZlibEncoder::new(file, Compression::best());
    compressed.write_all(&serde_json::to_vec(value)?)?;
    compressed.finish()?;
    Ok(())
}

/// The revision of the source: that of SUMBER_REVISION, for builds without a repository; else that of the package or
/// the repository. The same source gives the same revision.
fn revision() -> Option<String> {
    println!("cargo::rerun-if-env-changed=SUMBER_REVISION");
    if let Some(given) = env::var("SUMBER_REVISION")
        .ok()
        .filter(|given| !given.is_empty())
    {
        return Some(given);
    }
    // cargo writes this file into a package.
    if let Ok(text) = fs::read_to_string(".cargo_vcs_info.json") {
        let info: serde_json::Value = serde_json::from_str(&text).ok()?;
        let revision = info["git"]["sha1"].as_str()?.get(..12)?;
        let dirty = info["git"]["dirty"] == true;
        return Some(format!("{revision}{}", if dirty { "-dirty" } else { "" }));
    }
    // A build for work on the program would be made anew after every commit.
    if env::var("PROFILE").as_deref() != Ok("release") {
        return None;
    }
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| text.trim().to_owned())
    };
    // The source may be in a folder of some other repository.
    if !git(&["rev-parse", "--show-prefix"])?.is_empty() {
        return None;
    }
    // The log of HEAD changes with every commit and checkout.
    for file in git(&["rev-parse", "--git-path", "HEAD", "--git-path", "logs/HEAD"])?.lines() {
        if Path::new(file).exists() {
            println!("cargo::rerun-if-changed={file}");
        }
    }
    let parts = ["build.rs", "src", "data", "Cargo.toml", "Cargo.lock"];
    for part in parts {
        println!("cargo::rerun-if-changed={part}");
    }
    let revision = git(&["rev-parse", "--short=12", "HEAD"])?;
    let is_clean = git(&[&["diff", "--quiet", "HEAD", "--"], &parts[..]].concat()).is_some();
    Some(format!(
        "{revision}{}",
        if is_clean { "" } else { "-dirty" }
    ))
}

/// The names and texts of the shipped facts, the files in `data/facts`, as an expression of Rust for `src/shipped.rs`.
fn facts() -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data/facts");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut names = Vec::new();
    for entry in fs::read_dir("data/facts")? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            names.push(path);
        }
    }
    names.sort();
    let part = |path: &PathBuf| format!("({path:?}, include_str!({:?})),", root.join(path));
    Ok(format!("&[{}]", names.iter().map(part).collect::<String>()))
}
