//! The limit of open files: raised at the start, and divided between the connections that come in and everything else.

/// Connections that may be open at once where the limit allows it.
const WANTED: u64 = 1_024;

/// Files kept for what the bot opens itself: connections to Discord, the fact file, the log. Connections that come in
/// never take these.
const RESERVE: u64 = 256;

/// Raises the limit as far as the system allows, and returns how many connections may be open at once. Logs a limit
/// that is too low.
pub(super) fn connections() -> usize {
    let Some(files) = raised() else {
        return shared_out(u64::MAX);
    };
    let connections = shared_out(files);
    let wanted = WANTED + RESERVE;
    if files < wanted {
        tracing::warn!(
            files,
            wanted,
            connections,
            "the limit of open files is low: raise it (ulimit -n, or LimitNOFILE for systemd)"
        );
    }
    connections
}

/// Whether something failed because of the limit.
#[cfg(unix)]
pub(super) fn is_reached(why: &std::io::Error) -> bool {
    rustix::io::Errno::from_io_error(why) == Some(rustix::io::Errno::MFILE)
}

/// Whether something failed because of the limit, where there is no such limit.
#[cfg(not(unix))]
pub(super) fn is_reached(_: &std::io::Error) -> bool {
    false
}

/// The connections that may be open at once with so many files.
fn shared_out(files: u64) -> usize {
    let connections = files - RESERVE.min(files / 2);
    usize::try_from(connections.min(WANTED)).unwrap_or(usize::MAX)
}

/// The limit, raised; `None` without one.
#[cfg(unix)]
fn raised() -> Option<u64> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limit.maximum,
        ..limit
    };
    match setrlimit(Resource::Nofile, raised) {
        Ok(()) => limit.maximum,
        // Some systems have a lower limit than they say.
        Err(_) => limit.current,
    }
}

/// The limit, where there is no such limit.
#[cfg(not(unix))]
fn raised() -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_always_kept() {
        assert_eq!(shared_out(u64::MAX), 1_024);
        assert_eq!(shared_out(1_280), 1_024);
        assert_eq!(shared_out(1_024), 768);
        assert_eq!(shared_out(256), 128);
        assert_eq!(shared_out(0), 0);
    }
}
