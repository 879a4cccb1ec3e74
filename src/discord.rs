//! The conversation in Discord.

pub mod interaction;
