//! The command line described: its version, completions and manual pages.

use std::path::Path;
use std::process::Command;

use super::{err, out, run, sumber};

#[test]
fn the_version_names_program_and_facts() {
    let line = out(&run(&["--version"], 0));
    let shape = r"^sumber \d+\.\d+\.\d+( \([0-9a-z-]+\))? facts [0-9a-f]{16} of \d{4}-\d\d-\d\d\n$";
    assert!(regex::Regex::new(shape).unwrap().is_match(&line), "{line}");
    let own = out(&run(&["-V", "--facts", "tests/fixtures/harbour.toml"], 0));
    assert_ne!(line, own, "the facts that are in use");
    // A broken fact file may be what is reported.
    let none = out(&run(&["--version", "--facts", "no/such/place"], 0));
    assert!(none.ends_with(" facts that cannot be used\n"), "{none}");
}

/// Whether a program is there to try something with.
fn has(program: &str) -> bool {
    let tried = Command::new(program).arg("--version").output();
    tried.is_ok_and(|output| output.status.success())
}

#[test]
fn every_shell_has_its_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = out(&run(&["completions", shell], 0));
        for word in ["setup", "endpoint", "completions"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    assert!(err(&run(&["completions", "ksh"], 2)).contains("possible values"));
}

#[test]
fn bash_completes_commands_options_and_values() {
    if !has("bash") {
        return;
    }
    let offered = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        let at = words.len() - 1;
        let ask = format!(
            "source <(\"$0\" completions bash); COMP_WORDS=({}); COMP_CWORD={at}; \
             _sumber sumber \"${{COMP_WORDS[{at}]}}\" \"${{COMP_WORDS[{}]}}\"; echo \"${{COMPREPLY[@]}}\"",
            words.join(" ").replace("''", "\"\""),
            at.saturating_sub(1)
        );
        let mut bash = Command::new("bash");
        let bash = bash.args(["--norc", "-c", &ask, env!("CARGO_BIN_EXE_sumber")]);
        let output = bash.output().unwrap();
        assert!(output.stderr.is_empty(), "{}", err(&output));
        out(&output).trim().to_owned()
    };
    assert_eq!(offered("sumber set"), "setup");
    assert_eq!(offered("sumber setup --end"), "--endpoint");
    assert_eq!(offered("sumber ask --format mark"), "markdown");
    assert!(
        offered("sumber ''").contains("ask"),
        "{}",
        offered("sumber ''")
    );
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("man");
    let _ = std::fs::remove_dir_all(&folder);
    let told = out(&run(&["man", "--out", folder.to_str().unwrap()], 0));
    let pages: Vec<&str> = told.lines().collect();
    for name in ["sumber.1", "sumber-setup.1", "sumber-ask.1", "sumber-man.1"] {
        let path = folder.join(name);
        assert!(pages.contains(&path.to_str().unwrap()), "{told}");
        let page = std::fs::read_to_string(path).unwrap();
        assert!(page.contains(".SH SYNOPSIS"), "{page}");
    }
    let all = out(&run(&["man"], 0));
    assert_eq!(all.matches("\n.TH ").count(), pages.len());
    if has("groff") {
        for page in pages {
            let output = Command::new("groff")
                .args(["-man", "-ww", "-z", "-Tutf8", page])
                .output()
                .unwrap();
            assert!(output.stderr.is_empty(), "{page}: {}", err(&output));
        }
    }
    // A file is in the way.
    let way = ["man", "--out", "Cargo.toml"];
    let output = sumber(&way).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(err(&output).lines().count(), 1);
}
