//! `sumber completions` and `sumber man`: the command line described for shells and for `man`.

use std::path::Path;
use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use super::{Arguments, Stop, export, output};

/// Prints the completion for a shell.
///
/// # Errors
///
/// The output is closed.
pub fn complete(shell: Shell) -> Result<ExitCode, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "sumber", &mut script);
    output::show_bytes(&script)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints all manual pages, or writes each to a file in a folder and prints its path.
///
/// # Errors
///
/// A file cannot be written, or the output is closed.
pub fn man(folder: Option<&Path>) -> Result<ExitCode, Stop> {
    let mut program = Arguments::command().disable_help_subcommand(true);
    program.build();
    let commands = program.get_subcommands().filter(|one| !one.is_hide_set());
    let commands: Vec<clap::Command> = commands.cloned().collect();
    for command in [program].into_iter().chain(commands) {
        let page = Man::new(command).source(concat!("sumber ", env!("CARGO_PKG_VERSION")));
        let mut text = Vec::new();
        // Writing to memory cannot fail.
        let _ = page.render(&mut text);
        let Some(folder) = folder else {
            output::show_bytes(&text)?;
            continue;
        };
        let path = folder.join(page.get_filename());
        export::write(&path, &text)?;
        output::show(&format!("{}\n", path.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}
