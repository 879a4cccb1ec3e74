//! Where the preview listens: on this machine only, unless the command line names another address.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};

use crate::serve::fatal::Fatal;
use crate::serve::settings::LISTEN;

/// How many ports from the default one are tried before any free one.
const NEXT: u16 = 20;

/// Binds the named address, or a free one.
pub(super) fn listen(named: Option<&str>, asked: bool) -> Result<(TcpListener, SocketAddr), Fatal> {
    let named = named.map(str::trim);
    let bound = match named {
        Some(address) => at(address, asked)?,
        None => next_free()?,
    };
    let address = bound.local_addr();
    let address = address.map_err(|why| Fatal::cannot_listen(named.unwrap_or(LISTEN), &why))?;
    Ok((bound, address))
}

fn at(address: &str, asked: bool) -> Result<TcpListener, Fatal> {
    let refused = |why| Fatal::cannot_listen(address, &why);
    let found: Vec<SocketAddr> = address.to_socket_addrs().map_err(refused)?.collect();
    if !asked && !found.iter().all(|one| one.ip().is_loopback()) {
        return Err(Fatal::Exposed {
            address: address.to_owned(),
        });
    }
    TcpListener::bind(found.as_slice()).map_err(refused)
}

/// Binds the default address, or the next port that is free.
fn next_free() -> Result<TcpListener, Fatal> {
    let usual: Option<SocketAddr> = LISTEN.parse().ok();
    let usual = usual.ok_or(Fatal::Process("no address"))?;
    let ports = (0..NEXT).map(|more| usual.port() + more).chain([0]);
    for port in ports {
        let address = SocketAddr::new(usual.ip(), port);
        match TcpListener::bind(address) {
            Err(why) if why.kind() == ErrorKind::AddrInUse => {}
            bound => return bound.map_err(|why| Fatal::cannot_listen(&address.to_string(), &why)),
        }
    }
    Err(Fatal::InUse {
        address: LISTEN.to_owned(),
    })
}
