//! The process: its threads, its signals, and how it stops.

use std::sync::Arc;

use tokio::sync::{Notify, watch};

use super::fatal::Fatal;

/// The runtime for everything but serenity.
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
        // Without the signal it can only be killed.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending().await
        }
    })
}

/// Notified when the operator wants the facts read at once: SIGHUP.
#[cfg(unix)]
pub(super) fn reload() -> Result<Arc<Notify>, Fatal> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut hangups = signal(SignalKind::hangup()).map_err(|_| Fatal::Process("no signals"))?;
    let reload = Arc::new(Notify::new());
    let told = Arc::clone(&reload);
    tokio::spawn(async move {
        while hangups.recv().await.is_some() {
            told.notify_one();
        }
    });
    Ok(reload)
}

/// Never notified.
#[cfg(not(unix))]
pub(super) fn reload() -> Result<Arc<Notify>, Fatal> {
    Ok(Arc::new(Notify::new()))
}

/// Sends `halt` once `stop` is done. It never returns: the work itself ends.
pub(super) async fn halt_on(stop: impl Future<Output = ()>, halt: &watch::Sender<bool>) {
    stop.await;
    tracing::info!("stopping");
    halt.send_replace(true);
    std::future::pending().await
}

/// Done when it is time to stop, and also when the sender is gone.
pub(super) async fn stopped(mut halt: watch::Receiver<bool>) {
    let _ = halt.wait_for(|halt| *halt).await;
}
