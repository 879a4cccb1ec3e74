//! Whom `sumber links` may ask: hosts that the fact file names, on the public internet.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::collections::BTreeSet;

use url::{Host, Url};

/// The hosts of a fact file, each with the ports that its addresses name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosts(BTreeSet<(String, Option<u16>)>);

impl Hosts {
    /// The host of one address.
    pub fn of(url: &Url) -> Self {
        let mut hosts = Self::default();
        hosts.add(url);
        hosts
    }

    /// Adds the host of an address.
    pub(super) fn add(&mut self, url: &Url) {
        let host = url.host_str().unwrap_or_default().to_owned();
        self.0.insert((host, url.port()));
    }

    /// How many hosts there are.
    pub fn count(&self) -> usize {
        let names: BTreeSet<&str> = self.0.iter().map(|(host, _)| host.as_str()).collect();
        names.len()
    }

    /// Whether an address is on one of the hosts, at the usual port of its scheme or at one that the file names.
    pub fn has(&self, url: &Url) -> bool {
        let known = |port| {
            let host = url.host_str().unwrap_or_default().to_owned();
            self.0.contains(&(host, port))
        };
        let usual = || self.0.iter().any(|(host, _)| url.host_str() == Some(host));
        match url.port() {
            Some(port) => known(Some(port)),
            None => usual(),
        }
    }
}

/// Whether the host of an address may be asked: a name, whose machine is looked at when it is known, or a public number.
pub(super) fn may_be_public(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(_)) => true,
        Some(Host::Ipv4(address)) => is_public(address.into()),
        Some(Host::Ipv6(address)) => is_public(address.into()),
        None => false,
    }
}

/// Whether a machine is on the public internet: not this one, not in a private network, no group of machines.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// Without the networks of <https://www.iana.org/assignments/iana-ipv4-special-registry/>.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let special = match address.octets() {
        [0, ..] | [240..=255, ..] => true,
        [100, second, ..] => (64..128).contains(&second),
        [192, 0, 0, _] | [192, 88, 99, _] => true,
        [198, 18 | 19, ..] => true,
        _ => false,
    };
    let local = address.is_loopback() || address.is_private() || address.is_link_local();
    !(special || local || address.is_multicast() || address.is_documentation())
}

/// Only global unicast, without what leads to an IPv4 network that is not public.
fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(mapped) = address.to_ipv4_mapped() {
        return is_public_v4(mapped);
    }
    let v4 = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match address.segments() {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => v4(high, low),
        [0x2002, high, low, ..] => v4(high, low),
        // Teredo, benchmarks, identifiers that are no addresses, documentation.
        [0x2001, second, ..] if second < 0x200 || second == 0xdb8 => false,
        [0x3fff, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_public_internet_is_reached() {
        for private in [
            "127.0.0.1",
            "127.8.8.8",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "203.0.113.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::a9fe:101",
            "2002:7f00:1::1",
            "2001:db8::1",
            "2001::1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
        for public in [
            "1.1.1.1",
            "100.63.0.1",
            "172.32.0.1",
            "2606:4700::1111",
            "2001:4860:4860::8888",
            "::ffff:1.1.1.1",
            "64:ff9b::101:101",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }

    #[test]
    fn a_host_is_known_at_the_ports_of_the_file_and_the_usual_ones() {
        let mut hosts = Hosts::default();
        let url = |text: &str| Url::parse(text).unwrap();
        hosts.add(&url("http://example.org/a"));
        hosts.add(&url("http://example.com:8000/a"));
        for known in [
            "https://example.org/b",
            "http://EXAMPLE.org:80/",
            "http://example.com:8000/",
            "https://example.com/",
        ] {
            assert!(hosts.has(&url(known)), "{known}");
        }
        for unknown in [
            "http://example.org:8000/",
            "http://www.example.org/",
            "http://example.com:8001/",
            "http://127.0.0.1/",
        ] {
            assert!(!hosts.has(&url(unknown)), "{unknown}");
        }
        assert_eq!(hosts.count(), 2);
    }

    #[test]
    fn a_number_is_seen_however_it_is_written() {
        for private in [
            "http://2130706433/",
            "http://0x7f.1/",
            "http://127.1:8080/",
            "http://[::ffff:7f00:1]/",
        ] {
            assert!(!may_be_public(&Url::parse(private).unwrap()), "{private}");
        }
        assert!(may_be_public(&Url::parse("http://example.org/").unwrap()));
    }
}
