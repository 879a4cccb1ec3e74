//! `sumber healthcheck` against a server that answers what it is told.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use super::{err, run};

/// The port of a server that gives this response to one request.
fn answering(response: &'static str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 256];
        let length = stream.read(&mut request).unwrap();
        assert!(request[..length].starts_with(b"GET /healthz HTTP/1.1\r\n"));
        stream.write_all(response.as_bytes()).unwrap();
    });
    port
}

#[test]
fn it_succeeds_only_if_the_bot_answers() {
    let up = answering("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok\n");
    // A bot that listens on every address is asked on this machine's own.
    run(&["--listen", &format!("0.0.0.0:{up}"), "healthcheck"], 0);

    let broken = answering("HTTP/1.1 503 Service Unavailable\r\n\r\n");
    let output = run(
        &["healthcheck", "--listen", &format!("127.0.0.1:{broken}")],
        2,
    );
    assert!(err(&output).contains("503 Service Unavailable"));

    // Port 0 is nobody's.
    let output = run(&["--listen", "127.0.0.1:0", "healthcheck"], 2);
    assert!(err(&output).starts_with("sumber: nothing answers at 127.0.0.1:0"));
}
