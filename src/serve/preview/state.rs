//! What the routes of the preview share.

use std::sync::Arc;

use super::hosts::Hosts;
use super::watcher::Watcher;
use crate::serve::http::Endpoint;

/// What the routes of the preview share.
pub(super) struct Preview {
    pub(super) endpoint: Arc<Endpoint>,
    pub(super) watch: Arc<Watcher>,
    pub(super) hosts: Hosts,
}
