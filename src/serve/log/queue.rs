//! The lines on their way to standard error. A thread of its own writes them, so that a terminal that was stopped with
//! Ctrl-S, a pipe that nobody reads or a full disk holds up no answer.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Write, stderr};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use once_cell::sync::Lazy;
use prometheus_client::metrics::counter::Counter;

/// Most lines that wait: a few seconds of a busy bot, in less than a megabyte. Further ones are dropped until half of
/// these are written.
const MOST: usize = 4_096;

/// The wait before writing again to a stream that would block, because somebody shares it who made it so.
const AGAIN: Duration = Duration::from_millis(20);

/// How many lines were dropped since the start.
pub(in crate::serve) static DROPPED: Lazy<Counter> = Lazy::new(Counter::default);

static QUEUE: Queue = Queue::new(MOST);

/// Lines that wait.
struct Queue {
    /// Most lines that wait.
    limit: usize,
    state: Mutex<State>,
    /// Notified when there is a line, and when all are written.
    changed: Condvar,
}

struct State {
    lines: VecDeque<Vec<u8>>,
    /// Whether further lines are dropped.
    is_full: bool,
    /// Whether a line is being written.
    is_writing: bool,
    /// How many lines were dropped since the log last told.
    untold: u64,
}

impl Queue {
    const fn new(limit: usize) -> Self {
        let state = State {
            lines: VecDeque::new(),
            is_full: false,
            is_writing: false,
            untold: 0,
        };
        Self {
            limit,
            state: Mutex::new(state),
            changed: Condvar::new(),
        }
    }

    /// Adds a line, or drops it if too many wait.
    fn push(&self, line: &[u8]) {
        let mut state = self.lock();
        if state.lines.len() >= self.limit {
            state.is_full = true;
        }
        if state.is_full {
            state.drop_one();
            return;
        }
        state.lines.push_back(line.to_vec());
        self.changed.notify_all();
    }

    /// Takes the next line, once there is one.
    fn next(&self) -> Vec<u8> {
        let mut state = self.lock();
        loop {
            if let Some(line) = state.lines.pop_front() {
                state.is_writing = true;
                return line;
            }
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// A line was written, or could not be. Returns how many were dropped, if now is the time to tell.
    fn wrote(&self, result: &io::Result<()>) -> u64 {
        let mut state = self.lock();
        state.is_writing = false;
        if state.lines.len() <= self.limit / 2 {
            state.is_full = false;
        }
        self.changed.notify_all();
        match result {
            Ok(()) if !state.is_full => std::mem::take(&mut state.untold),
            Ok(()) => 0,
            Err(_) => {
                state.drop_one();
                0
            }
        }
    }

    /// Waits until all lines are written, but no longer than `patience`.
    fn flush(&self, patience: Duration) {
        let until = Instant::now() + patience;
        let mut state = self.lock();
        while !state.lines.is_empty() || state.is_writing {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            let waited = self.changed.wait_timeout(state, left);
            (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // No panic can leave it half changed.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn drop_one(&mut self) {
        self.untold += 1;
        DROPPED.inc();
    }
}

/// Writes lines from now on.
///
/// # Errors
///
/// That the system refuses a thread.
pub(super) fn start() -> io::Result<()> {
    let thread = thread::Builder::new().name("log".to_owned());
    thread.spawn(|| {
        loop {
            let line = QUEUE.next();
            let result = write(&line);
            tell(QUEUE.wrote(&result));
        }
    })?;
    Ok(())
}

/// Waits until all lines are written, but no longer than `patience`.
pub(in crate::serve) fn flush(patience: Duration) {
    QUEUE.flush(patience);
}

fn tell(dropped: u64) {
    if dropped > 0 {
        tracing::warn!("{dropped} lines were dropped from the log, which is not read fast enough");
    }
}

/// Writes a line to standard error.
fn write(mut line: &[u8]) -> io::Result<()> {
    while !line.is_empty() {
        match stderr().write(line) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(written) => line = &line[written..],
            Err(why) if why.kind() == ErrorKind::Interrupted => {}
            Err(why) if why.kind() == ErrorKind::WouldBlock => thread::sleep(AGAIN),
            Err(why) => return Err(why),
        }
    }
    Ok(())
}

/// Takes whole lines, as the subscriber writes them.
pub(super) struct LineWriter;

impl Write for LineWriter {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        QUEUE.push(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_without_room_are_dropped_and_told_once_there_is_room() {
        let queue = Queue::new(4);
        for line in ["1", "2", "3", "4", "5", "6"] {
            queue.push(line.as_bytes());
        }
        let mut write = |expected: &str| {
            assert_eq!(queue.next(), expected.as_bytes());
            queue.wrote(&Ok(()))
        };
        assert_eq!(write("1"), 0);
        // There is room for one, but not yet for the many that follow.
        queue.push(b"7");
        assert_eq!(write("2"), 3);
        queue.push(b"8");
        assert_eq!(["3", "4", "8"].map(&mut write), [0, 0, 0]);
    }

    #[test]
    fn a_line_that_cannot_be_written_is_told_with_the_next_one_that_can() {
        let queue = Queue::new(4);
        queue.push(b"1");
        queue.push(b"2");
        queue.next();
        assert_eq!(queue.wrote(&Err(ErrorKind::StorageFull.into())), 0);
        queue.next();
        assert_eq!(queue.wrote(&Ok(())), 1);
    }

    #[test]
    fn flushing_waits_for_what_is_written_and_not_for_what_is_stuck() {
        let queue = Queue::new(4);
        queue.flush(Duration::from_secs(60));
        queue.push(b"1");
        queue.flush(Duration::from_millis(1));
        thread::scope(|scope| {
            let writing = scope.spawn(|| {
                queue.next();
                queue.wrote(&Ok(()))
            });
            queue.flush(Duration::from_secs(60));
            assert!(queue.lock().lines.is_empty());
            assert_eq!(writing.join().unwrap(), 0);
        });
    }
}
