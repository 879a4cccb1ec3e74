//! What the routes of the preview share.

use std::sync::Arc;

use super::desk::FormState;
use super::hosts::Hosts;
use crate::serve::http::Endpoint;
use crate::serve::reload::Reloader;

/// What the routes of the preview share.
pub(super) struct Preview {
    pub(super) endpoint: Arc<Endpoint>,
    pub(super) reloader: Arc<Reloader>,
    pub(super) hosts: Hosts,
    pub(super) form: FormState,
}
