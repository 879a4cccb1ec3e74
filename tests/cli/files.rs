//! Files and folders that cannot be read or written: one line says why and what to do.

use std::path::{Path, PathBuf};

use super::{err, out, run, sumber};

#[test]
fn what_cannot_be_read_is_said_in_one_line() {
    for wrong in [
        &["ask", "/troops", "--facts", "no/such/place"][..],
        &["ask", "/troops", "--config", "no/such/file.toml"],
        &["check", "--archive", "no/such/folder"],
        &["check", "tests/answers"],
    ] {
        let output = run(wrong, 2);
        assert_eq!(err(&output).lines().count(), 1, "{}", err(&output));
    }
    assert!(err(&run(&["ask", "/troops", "--format", "pdf"], 2)).contains("possible values"));
}

/// A new folder with one file in it.
fn folder(name: &str, file: &str, text: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(file), text).unwrap();
    folder
}

#[test]
fn files_that_are_no_files_are_told_kindly() {
    let latin = folder("latin", "latin.toml", b"# caf\xe9\n").join("latin.toml");
    let empty = folder("empty", "notes.txt", b"");
    let told = |option: &str, place: &Path, words: &str| {
        let output = run(&["ask", "/troops", option, place.to_str().unwrap()], 2);
        assert_eq!(err(&output).lines().count(), 1);
        assert!(err(&output).contains(words), "{}", err(&output));
    };
    for option in ["--facts", "--config"] {
        told(option, &latin, "is not text in UTF-8; save it as UTF-8");
        told(
            option,
            Path::new("no/such/place.toml"),
            "there is nothing at no/such/place.toml",
        );
    }
    told("--config", &empty, "is a folder; name a file in it instead");
    told("--facts", &empty, "there is no .toml file in the folder");
}

#[test]
fn only_ordinary_files_are_parts_and_hidden_ones_are_not() {
    let valid = include_bytes!("../fixtures/facts/valid.toml");
    // What an earlier run left would be in the way.
    let _ = std::fs::remove_dir_all(Path::new(env!("CARGO_TARGET_TMPDIR")).join("parts"));
    let folder = folder("parts", "facts.toml", valid);
    for hidden in [".#facts.toml", "._facts.toml", ".facts.toml"] {
        std::fs::write(folder.join(hidden), b"\xff not TOML").unwrap();
    }
    let check = |code: i32| run(&["check", "--facts", folder.to_str().unwrap()], code);
    assert!(out(&check(0)).contains("claims: 4"));
    // As Kubernetes mounts them: the files are links into a hidden folder.
    let data = folder.join("..2024_06_30");
    std::fs::create_dir_all(&data).unwrap();
    std::fs::write(data.join("facts.toml"), valid).unwrap();
    let link = |from: &str, to: &str| {
        let place = folder.join(to);
        let _ = std::fs::remove_file(&place);
        std::os::unix::fs::symlink(from, place).unwrap();
    };
    link("..2024_06_30", "..data");
    link("..data/facts.toml", "facts.toml");
    assert!(out(&check(0)).contains("claims: 4"));
    let refused = |words: &str| {
        let output = check(2);
        assert_eq!(err(&output).lines().count(), 1, "{}", err(&output));
        assert!(err(&output).contains(words), "{}", err(&output));
    };
    let odd = folder.join("odd.toml");
    let pipe = std::process::Command::new("mkfifo").arg(&odd).status();
    assert!(pipe.unwrap().success());
    refused("odd.toml is not an ordinary file, but a pipe, a socket or a device");
    std::fs::remove_file(&odd).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(&odd).unwrap();
    refused("odd.toml is not an ordinary file");
    link("/dev/zero", "odd.toml");
    refused("odd.toml is not an ordinary file");
    std::fs::remove_file(&odd).unwrap();
    std::fs::create_dir(&odd).unwrap();
    refused("odd.toml is a folder");
    std::fs::remove_dir(&odd).unwrap();
    // It takes no room: most of it is a hole.
    std::fs::File::create(&odd)
        .unwrap()
        .set_len(65 << 20)
        .unwrap();
    refused("odd.toml is larger than 64 MiB");
    std::fs::write(&odd, b"# one\n# caf\xe9").unwrap();
    refused("odd.toml:2:6 is not text in UTF-8; save it as UTF-8");
    std::fs::remove_file(&odd).unwrap();
}

#[test]
fn a_broken_env_file_stops_only_what_needs_it_and_keeps_its_secrets() {
    let text = b"# one\nOK=1\nDISCORD_TOKEN = secret words\n";
    let folder = folder("broken-env", ".env", text);
    let within = |way: &[&str]| sumber(way).current_dir(&folder).output().unwrap();
    for way in [
        &["check"][..],
        &["schema"],
        &["ask", "/troops"],
        &["export"],
        &["commands"],
    ] {
        assert_eq!(within(way).status.code(), Some(0), "{way:?}");
    }
    for way in [&["serve"][..], &[], &["commands", "--register"]] {
        let output = within(way);
        assert_eq!(output.status.code(), Some(2), "{way:?}");
        assert!(
            err(&output).contains(".env cannot be read at line 3"),
            "{}",
            err(&output)
        );
        assert!(!err(&output).contains("secret"));
    }
}

#[test]
fn every_export_has_a_file_named_after_the_dossier() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports");
    for (format, ending) in [
        ("json", "json"),
        ("jsonl", "jsonl"),
        ("csv", "csv"),
        ("markdown", "md"),
        ("csl-json", "csl.json"),
        ("bibtex", "bib"),
        ("ris", "ris"),
        ("jsonld", "jsonld"),
    ] {
        let shown = out(&run(&["export", "--format", format], 0));
        let way = [
            "export",
            "--format",
            format,
            "--out",
            folder.to_str().unwrap(),
        ];
        let told = out(&run(&way, 0));
        let path = folder.join(format!("dprk-russia.{ending}"));
        assert_eq!(told.trim_end(), path.to_str().unwrap());
        assert_eq!(shown, std::fs::read_to_string(path).unwrap(), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_sumber"));
    let output = program.args(["export", "--format", "json"]).stdout(full);
    let output = output
        .stderr(std::process::Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("the output cannot be written"));
}

#[test]
fn a_site_needs_a_folder_and_an_address_of_the_web() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("a-site");
    let _ = std::fs::remove_dir_all(&folder);
    let place = folder.to_str().unwrap();
    let told = |arguments: &[&str], words: &str| {
        let output = run(&[&["export"], arguments].concat(), 2);
        assert_eq!(err(&output).lines().count(), 1);
        assert!(err(&output).contains(words), "{}", err(&output));
    };
    told(&["--format", "html"], "--out");
    told(
        &["--format", "html", "--out", place, "--base", "example.org"],
        "https://example.org",
    );
    told(
        &["--format", "json", "--base", "https://example.org"],
        "--format html",
    );
    assert!(!folder.exists());
    let first = out(&run(
        &[
            "export",
            "--format",
            "html",
            "--out",
            place,
            "--facts",
            "tests/fixtures/harbour.toml",
        ],
        0,
    ));
    assert!(first.contains("index.html") && folder.join("id/claim/pilot-1500-ships.html").exists());
}
