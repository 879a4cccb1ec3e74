//! The conversation in Discord.

pub mod interaction;
pub mod limits;
pub mod registration;
