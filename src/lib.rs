//! Sumber answers slash commands with sourced summaries drawn from a fact file.

pub mod facts;
