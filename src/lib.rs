//! Sumber answers slash commands with sourced summaries drawn from a fact file.
//!
//! The rooms (top-level modules) in reading order; each imports only from rooms above it:
//!
//! - [`facts`] — the fact file, checked and immutable; the facts as known on a day; standing; search.
//! - [`visits`] — what the addresses of sources answer, and what to change then.
//! - [`query`] — a question and its text form.
//! - [`phrases`] — the bot's own words in each language.
//! - [`cite`] — a source as a citation in several styles, or as data.
//! - [`answer`] — the answer as a document that does not depend on any platform.
//! - [`commands`] — the list of commands; each turns a question into an answer.
//! - [`render`] — an answer drawn for a surface and cut into pages.
//! - [`export`], [`shipped`] — all facts for other programs; the facts inside this program.
//! - [`draft`] — records to be written into a fact file: a text in, changed files and problems out.
//! - [`pages`] — public web pages: a path in, HTML out.
//! - [`discord`] — the conversation: interaction in, reply out.
//! - [`serve`] — gateway, signed HTTP, preview, REST and log: all network and async code.
//! - [`config`], [`cli`] — settings and the command line, for `main` only.
//!
//! `ARCHITECTURE.md` explains the terms and follows one question through the rooms.

pub mod answer;
pub mod cite;
pub mod cli;
pub mod commands;
pub mod config;
pub mod discord;
pub mod draft;
pub mod export;
pub mod facts;
pub mod pages;
pub mod phrases;
pub mod query;
pub mod render;
pub mod serve;
pub mod shipped;
pub mod visits;
