//! Whether the addresses of a fact file still lead to what they led to: which addresses to ask, what their answers mean,
//! and what to change in the file.
//!
//! It asks nobody: `serve` does, only when `sumber links` is called. It changes no file: it writes a patch.

mod body;
mod finding;
mod patch;
mod plan;
mod reach;
mod report;
mod walk;

pub use body::{Body, decoded, title};
pub use finding::{Finding, find};
pub use patch::{Change, Patch, patch};
pub use plan::{Plan, Target, Use};
pub use reach::{Hosts, is_public};
pub use report::{no_page, report, summary};
pub use walk::{End, Method, Reply, Step, Walk, Walked};
