//! Several dossiers on the command line: where they are, `sumber check`, and the exports.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::made::{folder, text, write_dossier};

fn sumber(arguments: &[&str]) -> (Option<i32>, String) {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_sumber"))
        .args(arguments)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

fn two(name: &str) -> std::path::PathBuf {
    let [harbour, market] = ["harbour", "market"].map(|id| text(id, &["en"], 3));
    folder(name, &[("a-harbour", &harbour), ("b-market", &market)])
}

fn named(folder: &Path, dossier: &str) -> String {
    folder.join(dossier).display().to_string()
}

#[test]
fn a_folder_of_dossiers_is_the_same_as_each_of_them() {
    let folder = two("places");
    let ask = |facts: &[&str]| {
        let given = facts.iter().flat_map(|path| ["--facts", path]);
        let arguments: Vec<&str> = ["ask", "/market-1"].into_iter().chain(given).collect();
        sumber(&arguments)
    };
    let (code, whole) = ask(&[folder.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{whole}");
    assert!(whole.contains("Dossier market"), "{whole}");
    let [harbour, market] = ["a-harbour", "b-market"].map(|one| named(&folder, one));
    assert_eq!(ask(&[&harbour, &market]), (Some(0), whole.clone()));
    assert_eq!(ask(&[&harbour, &format!("{market}/dossier.toml")]).1, whole);
    // In the settings, too.
    let settings = folder.join("settings");
    fs::write(
        &settings,
        format!("facts = [\"{harbour}\", \"{market}\"]\n"),
    )
    .unwrap();
    let (_, told) = sumber(&["ask", "/market-1", "--config", settings.to_str().unwrap()]);
    assert_eq!(told, whole);
    // Alone, nothing says which it is.
    let (_, alone) = ask(&[&market]);
    assert!(
        !alone.contains("Dossier market") && !alone.contains("dossier:"),
        "{alone}"
    );
}

#[test]
fn each_dossier_is_checked_under_its_name() {
    let folder = two("checked");
    let (code, said) = sumber(&["check", folder.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(said.matches("good to serve").count(), 2, "{said}");
    assert!(said.contains("a-harbour\nclaims: 6"), "{said}");
    assert!(said.contains("b-market\nclaims: 6"), "{said}");
    let broken = text("market", &["en"], 3).replacen("asserts", "asertes", 1);
    write_dossier(&folder, "b-market", &broken);
    let (code, said) = sumber(&["check", folder.to_str().unwrap()]);
    assert_eq!(code, Some(1), "{said}");
    assert_eq!(said.matches("good to serve").count(), 1, "{said}");
    assert!(said.contains("asertes"), "{said}");
    // The other answers all the same.
    let (code, said) = sumber(&["ask", "/harbour-1", "--facts", folder.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("is left out") && said.contains("quay 1"),
        "{said}"
    );
}

#[test]
fn what_two_dossiers_cannot_share_is_told_with_both_places() {
    let folder = two("clashing");
    let same_topic = text("market", &["en"], 3).replace("market-1", "harbour-1");
    write_dossier(&folder, "b-market", &same_topic);
    let (code, said) = sumber(&["check", folder.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{said}");
    let first = format!("{}/dossier.toml:", named(&folder, "a-harbour"));
    assert!(
        said.contains(&format!("/harbour-1 is already the topic at {first}")),
        "{said}"
    );
    assert!(
        said.contains(&format!("{}/dossier.toml:", named(&folder, "b-market"))),
        "{said}"
    );
    assert!(said.contains("1 topic has no command of its own"), "{said}");

    write_dossier(&folder, "b-market", &text("harbour", &["en"], 3));
    let (code, said) = sumber(&["check", folder.to_str().unwrap()]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains(&format!("the dossier “harbour” is already at {first}")),
        "{said}"
    );

    write_dossier(
        &folder,
        "b-market",
        &text("market", &["en"], 3).replace("id = \"market\"", "id = \"fr\""),
    );
    let (code, said) = sumber(&["check", folder.to_str().unwrap()]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("“fr” is kept for the bot’s own pages"),
        "{said}"
    );
}

#[test]
fn topics_beyond_the_commands_are_told_by_the_check() {
    let folder = folder("many", &[("harbour", &text("harbour", &["en"], 95))]);
    let (code, said) = sumber(&["check", &named(&folder, "harbour")]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("8 topics have no command of their own: /topic asks for them"),
        "{said}"
    );
    let (_, said) = sumber(&[
        "ask",
        "/topic quay 94",
        "--facts",
        &named(&folder, "harbour"),
    ]);
    assert!(said.contains("quay 94"), "{said}");
}

#[test]
fn each_dossier_is_exported_into_a_folder_of_its_own() {
    let folder = two("exported");
    let out = folder.join("out");
    let (facts, to) = (folder.to_str().unwrap(), out.to_str().unwrap());
    let (code, said) = sumber(&["export", "--facts", facts, "--format", "json", "--out", to]);
    assert_eq!(code, Some(0), "{said}");
    for id in ["harbour", "market"] {
        assert!(out.join(id).join(format!("{id}.json")).is_file(), "{said}");
    }
    let (code, said) = sumber(&["export", "--facts", facts]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("--out"), "{said}");
    let (code, said) = sumber(&["export", "--facts", facts, "--format", "html", "--out", to]);
    assert_eq!(code, Some(0), "{said}");
    for file in [
        "index.html",
        "en/index.html",
        "style.css",
        "market/en/market-1.html",
        "harbour/style.css",
    ] {
        assert!(out.join(file).is_file(), "{file}");
    }
}
