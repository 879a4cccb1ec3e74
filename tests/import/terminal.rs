//! `sumber add` on a terminal: it asks, completes, and asks again if the checker refuses an answer.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::program::{folder, run};

/// Runs it on a terminal of its own and answers each question once it is asked. Returns whether it ended well, and what
/// it said after the last answer.
fn answered(arguments: &[&str], answers: &[(&str, &str)]) -> (bool, String) {
    let emulator = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&emulator).unwrap();
    unlockpt(&emulator).unwrap();
    let name = ptsname(&emulator, Vec::new()).unwrap();
    let name = name.into_string().unwrap();
    let open = || Stdio::from(File::options().read(true).write(true).open(&name).unwrap());
    let mut program = Command::new(env!("CARGO_BIN_EXE_sumber"))
        .args(arguments)
        .env("TERM", "xterm")
        .stdin(open())
        .stdout(open())
        .stderr(open())
        .spawn()
        .unwrap();
    let mut emulator = File::from(emulator);
    let mut said = String::new();
    for (prompt, answer) in answers {
        let mut buffer = [0; 4096];
        while !said.contains(prompt) {
            let count = emulator.read(&mut buffer).unwrap();
            said += &String::from_utf8_lossy(&buffer[..count]);
        }
        // What was said before this question is read.
        said = String::new();
        write!(emulator, "{answer}\r").unwrap();
    }
    // Somebody must read what it says, or it waits; the end of a terminal is an error.
    let reader = std::thread::spawn(move || {
        let mut rest = Vec::new();
        let _ = emulator.read_to_end(&mut rest);
        String::from_utf8_lossy(&rest).into_owned()
    });
    let status = program.wait().unwrap();
    (status.success(), reader.join().unwrap())
}

#[test]
fn a_source_is_added_by_questions() {
    let folder = folder("asked");
    let facts = folder.join("facts").display().to_string();
    let new = ["new", &facts, "--title", "Clock", "--topic", "clock"];
    let languages = ["--language", "en", "--language", "id"];
    run(&[&new[..], &languages].concat(), 0);
    let answers = [
        ("id: ", "Radio Clock"),
        ("id: ", "radio-clock"),
        ("title: ", "Evening news"),
        ("publisher: ", "Eastp\t"),
        ("family: ", "gazette"),
        ("issued: ", "2024-13"),
        ("issued: ", "2024-05"),
        ("accessed: ", ""),
        ("url: ", "https://example.com/news"),
        ("language: ", "en"),
    ];
    let add = ["add", "source", "--into", &facts, "type=broadcast"];
    let (well, said) = answered(&add, &answers);
    assert!(well, "{said}");
    let sources = fs::read_to_string(folder.join("facts/sources.toml")).unwrap();
    let expected = "\n[[source]]\nid = \"radio-clock\"\ntype = \"broadcast\"\ntitle = \"Evening news\"\n\
        publisher = \"Eastport Gazette\"\nfamily = \"gazette\"\nissued = \"2024-05\"\n\
        url = \"https://example.com/news\"\nlanguage = \"en\"\n";
    assert!(sources.ends_with(expected), "{sources}");
}

#[test]
fn a_new_dossier_asks_again_until_an_answer_can_be_taken() {
    let around = folder("asked-new");
    let facts = around.join("facts").display().to_string();
    let (languages, topic) = ("Several with commas. ", "It becomes a command. ");
    let answers = [
        (languages, ""),
        ("so it is asked again", "english"),
        ("did you mean en", "en"),
        (topic, "search"),
        ("kept for the bot", "My Clock"),
        ("is not an id", "clock"),
        ("called, in en? ", "The clock"),
    ];
    let (well, said) = answered(&["new", &facts], &answers);
    assert!(well, "{said}");
    assert!(run(&["check", &facts], 0).contains("good to serve"));
}

#[test]
fn a_source_takes_the_name_of_a_month_and_says_why_it_asks_again() {
    let folder = folder("asked-month");
    let facts = folder.join("facts").display().to_string();
    run(
        &[
            "new",
            &facts,
            "--title",
            "Clock",
            "--topic",
            "clock",
            "--language",
            "en",
        ],
        0,
    );
    let add = [
        "add",
        "source",
        "--into",
        &facts,
        "id=radio",
        "type=broadcast",
        "title=News",
        "publisher=Radio",
        "family=radio",
        "accessed=",
        "url=",
    ];
    let answers = [
        ("issued: ", "3 April 2024"),
        ("language: ", ""),
        ("so it is asked again", "en"),
    ];
    let (well, said) = answered(&add, &answers);
    assert!(well, "{said}");
    let sources = fs::read_to_string(folder.join("facts/sources.toml")).unwrap();
    assert!(sources.contains("issued = \"2024-04-03\""), "{sources}");
}
