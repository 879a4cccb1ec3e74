//! The shipped facts, as the program holds them.

use sumber::facts::Facts;
use sumber::facts::file::read;

/// The facts inside the program; panics with every problem if they do not pass.
pub(crate) fn facts() -> Facts {
    match read(&sumber::shipped::parts()) {
        Ok(checked) => checked.facts,
        Err(problems) => panic!("{problems:#?}"),
    }
}
