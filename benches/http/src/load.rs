//! Asks a server over some connections at once, and tells what that cost the server: one JSON object.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use ed25519_dalek::{Signer, SigningKey};

use crate::{ANOTHER, DISCORD, Result, hex};

/// The person in a body, in whose place every request has somebody else, because the bot limits how fast one may ask.
const PERSON: &str = "900000000000000000";

/// Different people who ask.
const PEOPLE: usize = 2_000;

/// Sends requests and waits for their responses: one request on each connection, then the next ones.
pub(crate) fn run(arguments: &[&str]) -> Result<()> {
    let [address, path, pid, body, by, count, connections] = arguments else {
        return Err("load takes seven arguments".into());
    };
    let (count, connections): (usize, usize) = (count.parse()?, connections.parse()?);
    let seed = match *by {
        "discord" => DISCORD,
        "another" => ANOTHER,
        other => return Err(format!("{other}: write discord or another").into()),
    };
    let requests = requests(
        path,
        &fs::read_to_string(body)?,
        &SigningKey::from_bytes(&seed),
    )?;
    let mut open = Vec::new();
    for _ in 0..connections {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        open.push(BufReader::new(stream));
    }
    let mut round =
        |first: usize, waits: &mut Vec<u64>, statuses: &mut [usize; 600]| -> Result<()> {
            let began = Instant::now();
            for (number, stream) in open.iter_mut().enumerate() {
                let request = &requests[(first + number) % requests.len()];
                stream.get_mut().write_all(request)?;
            }
            for stream in &mut open {
                let status = response(stream)?;
                statuses[status] += 1;
                waits.push(u64::try_from(began.elapsed().as_nanos())?);
            }
            Ok(())
        };
    // The first ones come before everything is in its place.
    for first in (0..200).step_by(connections) {
        round(first, &mut Vec::new(), &mut [0; 600])?;
    }
    let (mut waits, mut statuses) = (Vec::new(), [0; 600]);
    let (began, before) = (Instant::now(), cpu(pid)?);
    for first in (0..count).step_by(connections) {
        round(first, &mut waits, &mut statuses)?;
    }
    let (took, spent) = (began.elapsed(), cpu(pid)? - before);
    waits.sort_unstable();
    let at = |part: usize| waits[(waits.len() - 1) * part / 1000] as f64 / 1e3;
    let statuses = statuses.iter().enumerate().filter(|(_, count)| **count > 0);
    let statuses: Vec<String> = statuses
        .map(|(status, count)| format!("\"{status}\":{count}"))
        .collect();
    println!(
        "{{\"cpu_us\":{:.3},\"wall_us\":{:.3},\"p50_us\":{:.1},\"p99_us\":{:.1},\"statuses\":{{{}}}}}",
        spent as f64 / 1e3 / waits.len() as f64,
        took.as_secs_f64() * 1e6 / waits.len() as f64,
        at(500),
        at(990),
        statuses.join(",")
    );
    Ok(())
}

/// Writes the time, the signature and the body of a request, each on a line of its own.
pub(crate) fn sign(body: &str) -> Result<()> {
    let body = fs::read_to_string(body)?;
    let (time, signature) = signed(&SigningKey::from_bytes(&DISCORD), &body)?;
    print!("{time}\n{signature}\n{body}");
    Ok(())
}

/// The time, and the signature of a body.
fn signed(key: &SigningKey, body: &str) -> Result<(u64, String)> {
    let time = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let signature = key.sign(format!("{time}{body}").as_bytes());
    Ok((time, hex(&signature.to_bytes())))
}

/// One signed request for each person.
fn requests(path: &str, body: &str, key: &SigningKey) -> Result<Vec<Vec<u8>>> {
    let people = 0..PEOPLE;
    people
        .map(|person| request(path, body, person, key))
        .collect()
}

/// A signed request by a person.
pub(crate) fn request(path: &str, body: &str, person: usize, key: &SigningKey) -> Result<Vec<u8>> {
    let person = (900_000_000_000_000_000 + person).to_string();
    let body = body.replace(PERSON, &person);
    let (time, signature) = signed(key, &body)?;
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: example.org\r\nuser-agent: Discord-Interactions/1.0 (+https://discord.com)\r\n\
         content-type: application/json\r\ncontent-length: {}\r\nx-signature-ed25519: {signature}\r\n\
         x-signature-timestamp: {time}\r\n\r\n",
        body.len()
    );
    Ok([head.as_bytes(), body.as_bytes()].concat())
}

/// The status of a response, which is read to its end.
fn response(stream: &mut BufReader<TcpStream>) -> Result<usize> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).ok_or("no status")?.parse()?;
    let mut length = 0;
    loop {
        line.clear();
        stream.read_line(&mut line)?;
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse()?;
            }
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok(status)
}

/// The time for which all threads of a process have run, in nanoseconds.
fn cpu(pid: &str) -> Result<u64> {
    let mut sum = 0;
    for task in fs::read_dir(format!("/proc/{pid}/task"))? {
        let spent = fs::read_to_string(task?.path().join("schedstat"))?;
        sum += spent
            .split(' ')
            .next()
            .ok_or("no schedstat")?
            .parse::<u64>()?;
    }
    Ok(sum)
}
