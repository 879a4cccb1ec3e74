//! `sumber healthcheck`: asks the bot on this machine for `/healthz`, for containers that have no other program.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, ToSocketAddrs};
use std::process::ExitCode;
use std::time::Duration;

use super::Stop;
use crate::serve::LISTEN;

/// How long connecting, and each read and write, may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// Succeeds if the bot answers `/healthz` with status 200 at this address, or at the default one.
///
/// # Errors
///
/// Where nothing answered, or with what it answered, in one line.
pub fn run(listen: Option<String>) -> Result<ExitCode, Stop> {
    let listen = listen.as_deref().unwrap_or(LISTEN);
    let head = status_line(listen)
        .map_err(|why| Stop::Misused(format!("nothing answers at {listen}: {why}")))?;
    if head.starts_with("HTTP/1.1 200 ") {
        return Ok(ExitCode::SUCCESS);
    }
    Err(Stop::Misused(format!("{listen} answered {head:?}")))
}

/// The first line of the response to `GET /healthz`.
fn status_line(listen: &str) -> std::io::Result<String> {
    let address = listen.to_socket_addrs()?.next();
    let address = address.ok_or(std::io::ErrorKind::AddrNotAvailable)?;
    let mut stream = TcpStream::connect_timeout(&reachable(address), PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    // The status line and the first headers; what follows does not matter.
    let mut head = [0; 256];
    let length = stream.read(&mut head)?;
    let head = String::from_utf8_lossy(head.get(..length).unwrap_or_default());
    Ok(head.lines().next().unwrap_or_default().to_owned())
}

/// The address at which one that listens there is reached from this machine: `0.0.0.0` is every address, not one.
fn reachable(listen: SocketAddr) -> SocketAddr {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, listen.port())
}
