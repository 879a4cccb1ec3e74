//! What the system gives a process: threads, and the word that it is to stop.

use super::Fatal;

/// Threads to work on.
pub(super) fn runtime() -> Result<tokio::runtime::Runtime, Fatal> {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime
        .enable_all()
        .build()
        .map_err(|_| Fatal::Process("no threads"))
}

/// Done when the process is told to stop.
#[cfg(unix)]
pub(super) fn signal() -> Result<impl Future<Output = ()>, Fatal> {
    use tokio::signal::unix::{SignalKind, signal};
    let none = |_| Fatal::Process("no signals");
    let mut terminate = signal(SignalKind::terminate()).map_err(none)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(none)?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Done when the process is told to stop.
#[cfg(not(unix))]
pub(super) fn signal() -> Result<impl Future<Output = ()>, Fatal> {
    Ok(async {
        // Without the signal there is only killing it.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending().await
        }
    })
}
