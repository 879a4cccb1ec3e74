//! Sumber answers slash commands with sourced summaries drawn from a fact file.
//!
//! The rooms, in reading order, each importing only from those above it:
//!
//! - [`facts`] — one checked, immutable snapshot of a fact file; how claims stand on a day.
//! - [`query`] — a question and its one text form.
//! - [`phrases`] — the bot's own words per language.
//! - [`cite`] — a source in words, in the styles of manuals, as data.
//! - [`answer`] — a small document that knows no platform.
//! - [`commands`] — the one list of commands; questions in, answers out.
//! - [`render`] — an answer on a surface, fitted to a page.
//! - [`pages`] — every fact at an address of its own, as HTML.
//! - [`discord`] — the conversation: interaction in, reply out.
//! - [`export`], [`shipped`] — all facts for other programs; the facts inside this one.
//! - [`serve`] — the wires: everything that waits, sends and logs.
//! - [`config`], [`cli`] — settings and the command line, for `main` only.

pub mod answer;
pub mod cite;
pub mod cli;
pub mod commands;
pub mod config;
pub mod discord;
pub mod export;
pub mod facts;
pub mod pages;
pub mod phrases;
pub mod query;
pub mod render;
pub mod serve;
pub mod shipped;
