//! Signals: each one ends the program cleanly or does nothing.

use std::fs::File;
use std::os::fd::OwnedFd;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::wire::Wire;

#[test]
fn each_signal_that_stops_it_ends_it_well() {
    for wire in Wire::ALL {
        for signal in ["TERM", "INT", "QUIT"] {
            let bot = wire.start();
            bot.ask(1);
            bot.program.signal(signal);
            let (status, said) = bot.program.end_in_time();
            assert_eq!(status.code(), Some(0), "{wire:?} {signal}:\n{said}");
            let lines: Vec<&str> = said.lines().collect();
            let line = |with: &str| lines.iter().position(|line| line.contains(with));
            assert!(
                line("answered kind=command").is_some(),
                "{wire:?} {signal}:\n{said}"
            );
            let why = format!("stopping why=\"SIG{signal}\"");
            assert!(line(&why).is_some(), "{wire:?} {signal}:\n{said}");
        }
    }
}

#[test]
fn no_other_signal_ends_it() {
    for wire in Wire::ALL {
        let mut bot = wire.start();
        for signal in [
            "HUP", "USR1", "USR2", "PIPE", "ALRM", "VTALRM", "PROF", "XFSZ", "IO", "HUP", "TSTP",
            "CONT",
        ] {
            bot.program.signal(signal);
            assert!(bot.program.is_running(), "{wire:?} {signal}");
        }
        bot.ask(1);
        assert!(bot.program.is_running(), "{wire:?}");
        bot.program.signal("TERM");
        let (status, said) = bot.program.end_in_time();
        assert_eq!(status.code(), Some(0), "{wire:?}:\n{said}");
    }
}

#[test]
fn a_second_signal_ends_it_at_once() {
    // It has nothing to stop for here, so the second signal may come too late to matter, and the two in either order.
    for wire in Wire::ALL {
        let bot = wire.start();
        bot.program.signal("TERM");
        bot.program.signal("INT");
        let (status, said) = bot.program.end_in_time();
        assert!(
            matches!(status.code(), Some(0 | 130 | 143)),
            "{wire:?} {status}:\n{said}"
        );
        assert_eq!(status.signal(), None, "{wire:?}:\n{said}");
    }
}

/// A new terminal: the side of the emulator and the side of the program.
pub fn terminal() -> (OwnedFd, File) {
    let emulator = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&emulator).unwrap();
    unlockpt(&emulator).unwrap();
    let name = ptsname(&emulator, Vec::new())
        .unwrap()
        .into_string()
        .unwrap();
    let program = File::options().read(true).write(true).open(name).unwrap();
    (emulator, program)
}

#[test]
fn a_closed_terminal_ends_it_well() {
    for wire in Wire::ALL {
        let (emulator, program) = terminal();
        // The first one to open a terminal in a session of its own is told when it is closed.
        let mut command = Command::new("setsid");
        command.args(["--ctty", env!("CARGO_BIN_EXE_sumber")]);
        command.stdin(Stdio::from(program));
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let bot = wire.start_with(command);
        bot.ask(1);
        drop(emulator);
        let (status, said) = bot.program.end_in_time();
        assert_eq!(status.code(), Some(0), "{wire:?}:\n{said}");
        assert!(
            said.contains("stopping why=\"closed terminal\""),
            "{wire:?}:\n{said}"
        );
    }
}
