//! Extracts the offered citation styles and locales from hayagriva's archive, so that the program contains only these.
//! `src/cite` formats citations with them.
//!
//! Styles and locales are from the Citation Style Language project, CC BY-SA 3.0; each names its authors.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::Locale;

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

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    for (name, style) in STYLES {
        write(&folder, name, &style.get())?;
    }
    let all = archive::locales();
    let find = |code: &str| -> Result<Locale, String> {
        let found = all
            .iter()
            .find(|locale| locale.lang.as_ref().is_some_and(|lang| lang.0 == code));
        found.cloned().ok_or(format!("no locale {code}"))
    };
    // American terms, quotation marks and dates, as in the manuals of these styles.
    write(&folder, "locales", &[find("en-US")?, find("id-ID")?])
}

fn write(folder: &Path, name: &str, value: &impl serde::Serialize) -> Result<(), Box<dyn Error>> {
    let path = folder.join(format!("{name}.json"));
    Ok(fs::write(path, serde_json::to_string(value)?)?)
}
