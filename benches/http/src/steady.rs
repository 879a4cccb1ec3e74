//! Asks a server so many times a second for a while, over many connections, whether or not it keeps up: one JSON object.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ed25519_dalek::SigningKey;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until};

use crate::load::request;
use crate::{DISCORD, Result};

/// What all connections have seen.
#[derive(Default)]
struct Seen {
    /// How long each response took since its request was due, in microseconds.
    waits: Vec<u32>,
    /// How many responses had each status; 0 stands for a connection that broke.
    statuses: BTreeMap<usize, usize>,
}

/// Sends requests at a rate. A wait counts from when a request is due, so that a server that falls behind is seen to.
pub(crate) fn run(arguments: &[&str]) -> Result<()> {
    let [address, path, pid, body, rate, connections, seconds] = arguments else {
        return Err("steady takes seven arguments".into());
    };
    let asked = (path.to_string(), fs::read_to_string(body)?);
    let asked = Arc::new(asked);
    let (rate, connections): (f64, usize) = (rate.parse()?, connections.parse()?);
    let seconds: f64 = seconds.parse()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let seen = Arc::new(Mutex::new(Seen::default()));
    let before = memory(pid)?;
    let most = runtime.block_on(async {
        let mut open = Vec::new();
        for _ in 0..connections {
            let stream = TcpStream::connect(*address).await?;
            stream.set_nodelay(true)?;
            open.push(stream);
        }
        let begun = Instant::now();
        let end = begun + Duration::from_secs_f64(seconds);
        let every = Duration::from_secs_f64(connections as f64 / rate);
        let mut tasks = Vec::new();
        for (number, stream) in open.into_iter().enumerate() {
            let first = begun + every.mul_f64(number as f64 / connections as f64);
            let (asked, seen) = (Arc::clone(&asked), Arc::clone(&seen));
            let turns = Turns { first, every, end };
            tasks.push(tokio::spawn(async move {
                let people = (number..).step_by(connections);
                if ask(stream, turns, &asked, people, &seen).await.is_err() {
                    count(&seen, 0, None);
                }
            }));
        }
        let mut most = before;
        while Instant::now() < end {
            sleep_until(Instant::now() + Duration::from_secs(1)).await;
            most = most.max(memory(pid)?);
        }
        for task in tasks {
            task.await?;
        }
        Result::Ok(most)
    })?;
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    seen.waits.sort_unstable();
    let last = seen.waits.len().saturating_sub(1);
    let at = |part: usize| seen.waits.get(last * part / 1000).copied().unwrap_or(0);
    let statuses = seen.statuses.iter();
    let statuses: Vec<String> = statuses
        .map(|(status, count)| format!("\"{status}\":{count}"))
        .collect();
    println!(
        "{{\"requests\":{},\"p50_us\":{},\"p99_us\":{},\"max_us\":{},\"kb_before\":{before},\"kb_most\":{most},\"kb_after\":{},\"statuses\":{{{}}}}}",
        seen.waits.len(),
        at(500),
        at(990),
        at(1000),
        memory(pid)?,
        statuses.join(",")
    );
    Ok(())
}

/// When a connection asks.
struct Turns {
    first: Instant,
    every: Duration,
    end: Instant,
}

/// Asks over one connection, each time as somebody else.
async fn ask(
    mut stream: TcpStream,
    turns: Turns,
    (path, body): &(String, String),
    people: impl Iterator<Item = usize>,
    seen: &Mutex<Seen>,
) -> Result<()> {
    let key = SigningKey::from_bytes(&DISCORD);
    let mut due = turns.first;
    for person in people {
        if due >= turns.end {
            break;
        }
        sleep_until(due).await;
        let request = request(path, body, person, &key)?;
        stream.write_all(&request).await?;
        let status = response(&mut stream).await?;
        count(seen, status, Some(due.elapsed()));
        due += turns.every;
    }
    Ok(())
}

fn count(seen: &Mutex<Seen>, status: usize, wait: Option<Duration>) {
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    *seen.statuses.entry(status).or_default() += 1;
    let wait = wait.map(|wait| u32::try_from(wait.as_micros()).unwrap_or(u32::MAX));
    seen.waits.extend(wait);
}

/// The status of a response, which is read to its end.
async fn response(stream: &mut TcpStream) -> Result<usize> {
    let (mut read, mut part) = (Vec::new(), [0; 16_384]);
    loop {
        let more = stream.read(&mut part).await?;
        if more == 0 {
            return Err("the connection was closed".into());
        }
        read.extend_from_slice(part.get(..more).unwrap_or_default());
        let Some(head) = read.windows(4).position(|four| four == b"\r\n\r\n") else {
            continue;
        };
        let text = str::from_utf8(read.get(..head).unwrap_or_default())?.to_ascii_lowercase();
        let status = text.split(' ').nth(1).ok_or("no status")?.parse()?;
        let mut lines = text.lines();
        let length = lines.find_map(|line| line.strip_prefix("content-length:"));
        let length: usize = length.ok_or("no length")?.trim().parse()?;
        if read.len() >= head + 4 + length {
            return Ok(status);
        }
    }
}

/// The memory of a process, in kilobytes, with what it holds of files.
fn memory(pid: &str) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let mut lines = status.lines();
    let memory = lines.find_map(|line| line.strip_prefix("VmRSS:"));
    let memory = memory.and_then(|line| line.split_whitespace().next());
    Ok(memory.ok_or("no memory")?.parse()?)
}
