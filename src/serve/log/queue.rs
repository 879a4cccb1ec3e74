//! The lines on their way to standard error. A thread of its own writes them, so that a terminal that was stopped with
//! Ctrl-S, a pipe that nobody reads or a full disk holds up no answer. It waits a moment for further lines, so that a busy
//! bot does not wake it for each.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Write, stderr};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use once_cell::sync::Lazy;
use prometheus_client::metrics::counter::Counter;

/// Most lines that wait: a few seconds of a busy bot, in less than a megabyte. Further ones are dropped until half of
/// these are written.
const MOST: usize = 4_096;

/// How many of them are written at once.
const TOGETHER: usize = 256;

/// How long a line waits for others.
const GATHERING: Duration = Duration::from_millis(10);

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
    /// Notified when there is a line, when many wait, when somebody waits for them to be written, and when they are.
    changed: Condvar,
}

struct State {
    lines: VecDeque<Vec<u8>>,
    /// Whether further lines are dropped.
    is_full: bool,
    /// Whether lines are being written.
    is_writing: bool,
    /// How many wait until everything is written.
    flushing: usize,
    /// How many lines were dropped since the log last told.
    untold: u64,
}

impl Queue {
    const fn new(limit: usize) -> Self {
        let state = State {
            lines: VecDeque::new(),
            is_full: false,
            is_writing: false,
            flushing: 0,
            untold: 0,
        };
        Self {
            limit,
            state: Mutex::new(state),
            changed: Condvar::new(),
        }
    }

    /// Adds a line, or drops it if too many wait.
    fn push(&self, line: Vec<u8>) {
        let mut state = self.lock();
        if state.lines.len() >= self.limit {
            state.is_full = true;
        }
        if state.is_full {
            state.drop_one();
            return;
        }
        state.lines.push_back(line);
        // In between, the writer looks again by itself.
        if matches!(state.lines.len(), 1 | TOGETHER) {
            self.changed.notify_all();
        }
    }

    /// Takes the next lines, once there are some and nobody needs them sooner.
    fn next(&self) -> Vec<u8> {
        let none = |state: &mut State| state.lines.is_empty();
        let state = self.changed.wait_while(self.lock(), none);
        let state = state.unwrap_or_else(PoisonError::into_inner);
        let few = |state: &mut State| state.flushing == 0 && state.lines.len() < TOGETHER;
        let waited = self.changed.wait_timeout_while(state, GATHERING, few);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.is_writing = true;
        let count = state.lines.len().min(TOGETHER);
        state.lines.drain(..count).collect::<Vec<_>>().concat()
    }

    /// Lines were written, except the last ones if that failed. Returns how many were dropped, if now is the time to
    /// tell.
    fn wrote(&self, result: Result<(), &[u8]>) -> u64 {
        let mut state = self.lock();
        state.is_writing = false;
        if state.lines.len() <= self.limit / 2 {
            state.is_full = false;
        }
        self.changed.notify_all();
        match result {
            Ok(()) if !state.is_full => std::mem::take(&mut state.untold),
            Ok(()) => 0,
            Err(rest) => {
                let lines = rest.split_inclusive(|byte| *byte == b'\n');
                lines.for_each(|_| state.drop_one());
                0
            }
        }
    }

    /// Waits until all lines are written, but no longer than `patience`.
    fn flush(&self, patience: Duration) {
        let mut state = self.lock();
        state.flushing += 1;
        self.changed.notify_all();
        let unwritten = |state: &mut State| !state.lines.is_empty() || state.is_writing;
        let waited = self.changed.wait_timeout_while(state, patience, unwritten);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.flushing -= 1;
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
            let lines = QUEUE.next();
            tell(QUEUE.wrote(write(&lines)));
        }
    })?;
    Ok(())
}

/// Waits until all lines are written, but no longer than `patience`.
pub(in crate::serve) fn flush(patience: Duration) {
    QUEUE.flush(patience);
}

/// Adds a whole line.
pub(super) fn push(line: String) {
    QUEUE.push(line.into_bytes());
}

fn tell(dropped: u64) {
    if dropped > 0 {
        tracing::warn!("{dropped} lines were dropped from the log, which is not read fast enough");
    }
}

/// Writes lines to standard error; returns what could not be written.
fn write(mut lines: &[u8]) -> Result<(), &[u8]> {
    while !lines.is_empty() {
        match stderr().write(lines) {
            Ok(0) => return Err(lines),
            Ok(written) => lines = &lines[written..],
            Err(why) if why.kind() == ErrorKind::Interrupted => {}
            Err(why) if why.kind() == ErrorKind::WouldBlock => thread::sleep(AGAIN),
            Err(_) => return Err(lines),
        }
    }
    Ok(())
}

/// Takes whole lines, as the subscriber writes them.
pub(super) struct LineWriter;

impl Write for LineWriter {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        QUEUE.push(line.to_vec());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Adds lines, which end as those of the log do.
    fn push(queue: &Queue, lines: &[&str]) {
        for line in lines {
            queue.push(format!("{line}\n").into_bytes());
        }
    }

    #[test]
    fn lines_without_room_are_dropped_and_told_once_there_is_room() {
        let queue = Queue::new(4);
        push(&queue, &["1", "2", "3", "4", "5", "6"]);
        assert_eq!(queue.next(), b"1\n2\n3\n4\n");
        // While they are written, there is no room for many that follow.
        push(&queue, &["7"]);
        assert_eq!(queue.wrote(Ok(())), 3);
        push(&queue, &["8"]);
        assert_eq!(queue.next(), b"8\n");
        assert_eq!(queue.wrote(Ok(())), 0);
    }

    #[test]
    fn a_line_that_cannot_be_written_is_told_with_the_next_one_that_can() {
        let queue = Queue::new(4);
        push(&queue, &["1", "2", "3"]);
        assert_eq!(queue.next(), b"1\n2\n3\n");
        // Half of the second one was written.
        assert_eq!(queue.wrote(Err(b"\n3\n")), 0);
        push(&queue, &["4"]);
        queue.next();
        assert_eq!(queue.wrote(Ok(())), 2);
    }

    #[test]
    fn flushing_waits_for_what_is_written_and_not_for_what_is_stuck() {
        let queue = Queue::new(4);
        queue.flush(Duration::from_secs(60));
        push(&queue, &["1"]);
        queue.flush(Duration::from_millis(1));
        thread::scope(|scope| {
            let writing = scope.spawn(|| {
                queue.next();
                queue.wrote(Ok(()))
            });
            queue.flush(Duration::from_secs(60));
            assert!(queue.lock().lines.is_empty());
            assert_eq!(writing.join().unwrap(), 0);
        });
    }

    #[test]
    fn lines_are_written_together_unless_somebody_waits_for_them() {
        let queue = Queue::new(TOGETHER * 2);
        for number in 0..TOGETHER + 1 {
            push(&queue, &[&number.to_string()]);
        }
        let lines = queue.next();
        assert_eq!(lines.split(|byte| *byte == b'\n').count(), TOGETHER + 1);
        assert_eq!(queue.next(), format!("{TOGETHER}\n").as_bytes());
    }
}
