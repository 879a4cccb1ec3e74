//! Sumber answers slash commands with sourced summaries drawn from a fact file.

pub mod answer;
pub mod cite;
pub mod commands;
pub mod discord;
pub mod export;
pub mod facts;
pub mod phrases;
pub mod query;
pub mod render;
pub mod serve;
