//! The process: its threads, its signals, and how it stops.

use std::io::{IsTerminal, stderr, stdin, stdout};
use std::sync::Arc;
use std::time::Duration;

use serenity::futures::future::BoxFuture;
use tokio::runtime::Runtime;
use tokio::sync::{Notify, mpsc, oneshot, watch};

use super::fatal::Fatal;
use super::log;

/// How long a stop at once waits for its line in the log.
const LAST_LINE: Duration = Duration::from_millis(100);

/// Does `work` on a runtime for everything but serenity. Nothing that is left of it is waited for.
pub(super) fn block_on<T>(work: impl Future<Output = T>) -> Result<T, Fatal> {
    let runtime = runtime()?;
    let done = runtime.block_on(work);
    // A thread that draws a picture or waits for a file holds up nothing.
    runtime.shutdown_background();
    Ok(done)
}

/// A runtime for everything but serenity.
pub(super) fn runtime() -> Result<Runtime, Fatal> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|why| Fatal::not_started("no threads", &why))
}

/// What the system tells the process from now on.
pub(super) struct Signals {
    /// Done when the process is told to stop; says by what.
    pub(super) stop: BoxFuture<'static, &'static str>,
    /// Notified by SIGHUP: the operator wants the facts to be read again.
    pub(super) reload: Arc<Notify>,
}

/// One thing that the system tells.
#[derive(Clone, Copy)]
enum Told {
    /// Stop, by a signal with this name and number.
    Stop(&'static str, i32),
    /// Read the facts again, or that the terminal was closed.
    HangUp,
}

impl Signals {
    /// Listens from now on, for as long as the process runs. After the first signal to stop, the next SIGTERM, SIGINT
    /// or SIGQUIT ends the process at once.
    pub(super) fn listen() -> Result<Self, Fatal> {
        let signals = receive().map_err(|why| Fatal::not_started("no signals", &why))?;
        let (stop, stopped) = oneshot::channel();
        let reload = Arc::new(Notify::new());
        tokio::spawn(obey(signals, stop, Arc::clone(&reload)));
        let stop = Box::pin(async move {
            match stopped.await {
                Ok(why) => why,
                // Nobody can tell it any more.
                Err(_) => std::future::pending().await,
            }
        });
        Ok(Self { stop, reload })
    }
}

async fn obey(
    mut signals: mpsc::Receiver<Told>,
    stop: oneshot::Sender<&'static str>,
    reload: Arc<Notify>,
) {
    let terminals = terminals();
    let mut stop = Some(stop);
    while let Some(told) = signals.recv().await {
        let why = match told {
            // A terminal that is closed hangs up on everything that was started in it.
            Told::HangUp
                if terminals
                    .iter()
                    .zip(self::terminals())
                    .any(|(was, is)| *was && !is) =>
            {
                "closed terminal"
            }
            Told::HangUp => {
                reload.notify_one();
                continue;
            }
            Told::Stop(signal, number) if stop.is_none() => {
                tracing::warn!(why = signal, "stopping at once");
                log::flush(LAST_LINE);
                std::process::exit(128 + number);
            }
            Told::Stop(signal, _) => signal,
        };
        // The receiver is gone if the work has ended by itself.
        let _ = stop.take().map(|stop| stop.send(why));
    }
}

/// Which of the standard streams are a terminal now. One that was closed no longer is.
fn terminals() -> [bool; 3] {
    [
        stdin().is_terminal(),
        stdout().is_terminal(),
        stderr().is_terminal(),
    ]
}

/// What the system tells. Every other signal that would end the process is ignored, because an answer would be lost;
/// Ctrl-Z may stop it. SIGPIPE is ignored by Rust itself.
#[cfg(unix)]
fn receive() -> std::io::Result<mpsc::Receiver<Told>> {
    use rustix::process::Signal;
    use tokio::signal::unix::{SignalKind, signal};
    let listen = |number| signal(SignalKind::from_raw(number));
    let (sender, receiver) = mpsc::channel(1);
    let stops = [
        ("SIGTERM", Signal::TERM),
        ("SIGINT", Signal::INT),
        ("SIGQUIT", Signal::QUIT),
        ("SIGXCPU", Signal::XCPU),
    ];
    let stops = stops.map(|(name, signal)| (Told::Stop(name, signal.as_raw()), signal));
    for (told, signal) in stops.into_iter().chain([(Told::HangUp, Signal::HUP)]) {
        let mut signals = listen(signal.as_raw())?;
        let sender = sender.clone();
        tokio::spawn(async move {
            while signals.recv().await.is_some() && sender.send(told).await.is_ok() {}
        });
    }
    let ignored = [
        Signal::USR1,
        Signal::USR2,
        Signal::ALARM,
        Signal::VTALARM,
        Signal::PROF,
        Signal::XFSZ,
        Signal::IO,
    ];
    // Once somebody has listened, tokio keeps the signal for good. The last ones are real-time signals, of which not
    // every system has all, and then the ones that only Linux has.
    for number in ignored.map(Signal::as_raw).into_iter().chain(linux()) {
        let _ = listen(number);
    }
    Ok(receiver)
}

/// The numbers of signals that only Linux has: SIGSTKFLT, SIGPWR and the real-time signals.
#[cfg(unix)]
fn linux() -> impl Iterator<Item = i32> {
    let all = [16, 30].into_iter().chain(34..=64);
    all.filter(|_| cfg!(target_os = "linux"))
}

/// What the system tells.
#[cfg(not(unix))]
fn receive() -> std::io::Result<mpsc::Receiver<Told>> {
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        // Without the signal it can only be killed.
        while tokio::signal::ctrl_c().await.is_ok()
            && sender.send(Told::Stop("Ctrl-C", 2)).await.is_ok()
        {}
    });
    Ok(receiver)
}

/// Sends `halt` once `stop` is done. It never returns: the work itself ends.
pub(super) async fn halt_on(stop: impl Future<Output = &'static str>, halt: &watch::Sender<bool>) {
    let why = stop.await;
    tracing::info!(why, "stopping");
    halt.send_replace(true);
    std::future::pending().await
}

/// Done when it is time to stop, and also when the sender is gone.
pub(super) async fn stopped(mut halt: watch::Receiver<bool>) {
    let _ = halt.wait_for(|halt| *halt).await;
}
