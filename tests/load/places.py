#!/usr/bin/env python3
"""Measures what clients do to the bot that hold connections, and how it stops: tests/load/places.py PROGRAM [CROWDS]

PROGRAM is the built `sumber`; it is started with a limit of 1,024 open files. Crowds of clients connect that send
nothing, a byte a second, or a request whose response they do not read, and connect again when they are closed. In the
meantime signed requests come, each over a connection of its own. So many CROWDS of a kind, three if none is given, come
to the same bot one after the other. Its memory is compared with what it had after a few hundred ordinary requests and
pages, both times when nobody has asked for a while. Then it is told to stop while requests are under way.
Prints a table; exit 1 if a request was not answered, a figure is over its limit, or a crowd leaves more memory in use.
Python's standard library and PyNaCl are enough.
"""

import multiprocessing
import os
import re
import resource
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from nacl.signing import SigningKey

FILES = 1024
CROWDS = {"silent": 1100, "trickling": 1100, "unreading": 1030}
REQUESTS = 400
SECONDS = 12
CONNECTIONS, ROUNDS = 200, 6
LONGEST = 0.100
# Ordinary requests and pages before the first crowd: they fill what is kept for good.
WARM = 300
# Seconds without requests before memory is measured: jemalloc gives back what was not used for ten seconds, by and by.
QUIET = 30
MORE = 1.1
KEY = SigningKey.generate()
SLASH = (Path(__file__).parents[1] / "fixtures/interactions/ping.json").read_bytes()


def request(close: bool = True) -> bytes:
    """A signed request."""
    stamp = str(int(time.time()))
    signature = KEY.sign(stamp.encode() + SLASH).signature.hex()
    head = f"POST /interactions HTTP/1.1\r\nHost: bot\r\nContent-Length: {len(SLASH)}\r\n"
    head += f"X-Signature-Ed25519: {signature}\r\nX-Signature-Timestamp: {stamp}\r\n"
    head += "Connection: close\r\n" if close else ""
    return head.encode() + b"\r\n" + SLASH


def response(stream: socket.socket) -> bytes:
    """A response with its body, up to the end of the connection if it is not told how long it is."""
    got = b""
    while True:
        head, end, body = got.partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head.lower())
        if end and length and len(body) >= int(length[1]):
            return got
        try:
            more = stream.recv(65536)
        except OSError:
            return got
        if not more:
            return got
        got += more


def answered(got: bytes) -> bool:
    return got.startswith(b"HTTP/1.1 200 ") and got.endswith(b'{"type":1}')


class Bot:
    """The program, with a limit of open files."""

    def __init__(self, program: str, folder: str):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DISCORD_")}
        # Nobody listens there: what follows a response has nowhere to go.
        environment |= {"DISCORD_PUBLIC_KEY": KEY.verify_key.encode().hex(), "DISCORD_API": "http://127.0.0.1:9"}
        limited = ["sh", "-c", f'ulimit -n {FILES}; exec "$@"', "sh", str(Path(program).resolve())]
        self.process = subprocess.Popen(
            [*limited, "serve", "--listen", "127.0.0.1:0"],
            cwd=folder, env=environment, stderr=subprocess.PIPE, text=True,
        )
        self.log = [self.process.stderr.readline()]
        host, port = re.search(r"address=(\S+):(\d+)", self.log[0]).groups()
        self.address = (host, int(port))
        threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True).start()

    def memory(self) -> float:
        """Resident memory in megabytes."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024

    def connect(self) -> socket.socket:
        return socket.create_connection(self.address, timeout=10)

    def ask(self) -> float | None:
        """How many seconds a signed request takes over a new connection; none if it is not answered."""
        begun = time.perf_counter()
        try:
            with self.connect() as stream:
                stream.sendall(request())
                got = response(stream)
        except OSError:
            return None
        return time.perf_counter() - begun if answered(got) else None

    def get(self, path: str) -> bytes:
        with self.connect() as stream:
            stream.sendall(f"GET {path} HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n".encode())
            return response(stream)

    def metric(self, name: str) -> str:
        found = re.search(rf"^{name} (\S+)$", self.get("/metrics").decode(), re.M)
        return found[1] if found else "-"

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


def crowd(kind: str, size: int, address: tuple, path: str, ready, done) -> None:
    """So many clients of a kind, until it is told to stop. In a process of its own, so that they delay no figure."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (size + 64, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    selector = selectors.DefaultSelector()
    clients = set()
    get = f"GET {path} HTTP/1.1\r\nHost: bot\r\n\r\n".encode()
    at = {}

    def arrive() -> None:
        stream = socket.socket()
        if kind == "unreading":
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stream.settimeout(2)
        try:
            stream.connect(address)
            if kind == "unreading":
                stream.sendall(get)
        except OSError:
            stream.close()
            return
        stream.setblocking(False)
        clients.add(stream)
        at[stream] = 0
        if kind != "unreading":
            selector.register(stream, selectors.EVENT_READ)

    def leave(stream: socket.socket) -> None:
        clients.discard(stream)
        if kind != "unreading":
            selector.unregister(stream)
        stream.close()

    head = b"POST /interactions HTTP/1.1\r\nHost: bot\r\nX-Slow: " + b"a" * 4096
    tick = time.monotonic()
    while not done.is_set():
        # A hundred a round, so that a crowd that is sent away comes back all the time.
        for _ in range(min(100, size - len(clients))):
            arrive()
        for key, _ in selector.select(0.05) if kind != "unreading" else []:
            leave(key.fileobj)
        if time.monotonic() - tick >= 1:
            tick = time.monotonic()
            for stream in list(clients):
                try:
                    if kind == "trickling":
                        stream.send(head[at[stream]:at[stream] + 1])
                        at[stream] += 1
                    elif kind == "unreading" and stream.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] != 1:
                        # No longer established: it was closed.
                        leave(stream)
                except OSError:
                    leave(stream)
        if kind == "unreading":
            time.sleep(0.05)
        if len(clients) >= size * 9 // 10 or time.monotonic() - tick > 0.5:
            ready.set()


def quantile(sorted_times: list, share: float) -> float:
    return sorted_times[min(len(sorted_times) - 1, int(len(sorted_times) * share))]


def hold(program: str, kind: str, crowds: int, folder: str) -> list[str]:
    """What crowds of a kind do: prints a line of the table for each and returns what is wrong."""
    bot = Bot(program, folder)
    path = max(["/", "/en", "/facts.json", "/en/timeline"], key=lambda path: len(bot.get(path)))
    for _ in range(WARM):
        bot.ask()
        bot.get(path)
    time.sleep(QUIET)
    before = bot.memory()
    wrong = [one for _ in range(crowds) for one in endure(bot, kind, path, before)]
    bot.stop()
    return wrong


def endure(bot: Bot, kind: str, path: str, before: float) -> list[str]:
    """What one crowd does."""
    evicted = int(bot.metric("sumber_evicted_connections_total"))
    ready, done = multiprocessing.Event(), multiprocessing.Event()
    clients = multiprocessing.Process(target=crowd, args=(kind, CROWDS[kind], bot.address, path, ready, done))
    clients.start()
    ready.wait(30)
    times, during, begun = [], before, time.monotonic()
    for number in range(REQUESTS):
        times.append(bot.ask())
        during = max(during, bot.memory())
        wait = begun + SECONDS * (number + 1) / REQUESTS - time.monotonic()
        time.sleep(max(0, wait))
    done.set()
    clients.join()
    time.sleep(QUIET)
    after = bot.memory()
    evicted = int(bot.metric("sumber_evicted_connections_total")) - evicted
    lost = times.count(None)
    good = sorted(taken for taken in times if taken is not None) or [float("inf")]
    p50, p99, most = quantile(good, 0.5), quantile(good, 0.99), good[-1]
    print(
        f"{kind:10} {CROWDS[kind]:7} {REQUESTS:8} {lost:5} {p50 * 1000:8.1f} {p99 * 1000:8.1f} {most * 1000:8.1f}"
        f" {before:8.1f} {during:8.1f} {after:8.1f} {evicted:8}",
        flush=True,
    )
    wrong = []
    if lost:
        wrong.append(f"{kind}: {lost} of {REQUESTS} requests were not answered")
    if p99 > LONGEST:
        wrong.append(f"{kind}: p99 is {p99 * 1000:.0f} ms")
    if after > before * MORE:
        wrong.append(f"{kind}: {after:.1f} MB after, {before:.1f} MB before")
    return wrong


def stop(program: str, kept: bool, folder: str) -> list[str]:
    """Requests under way when it is told to stop, over new connections or over kept ones."""
    good, longest = 0, 0.0
    for _ in range(ROUNDS):
        bot = Bot(program, folder)
        streams = [bot.connect() for _ in range(CONNECTIONS)]
        if kept:
            for stream in streams:
                stream.sendall(request(close=False))
                assert answered(response(stream))
        asked = [request(close=False) for _ in streams]
        for stream, one in zip(streams, asked):
            stream.sendall(one)
        begun = time.perf_counter()
        bot.process.send_signal(signal.SIGTERM)
        good += sum(answered(response(stream)) for stream in streams)
        bot.process.wait(20)
        longest = max(longest, time.perf_counter() - begun)
        for stream in streams:
            stream.close()
    total = CONNECTIONS * ROUNDS
    name = "kept" if kept else "new"
    print(f"{name:10} {CONNECTIONS:7} x {ROUNDS} rounds: {good} of {total} answered, stopped within {longest:.2f} s", flush=True)
    return [] if good == total else [f"stopping, {name} connections: {total - good} of {total} lost"]


def main(program: str, crowds: str = "3") -> int:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        print(
            f"{'crowd':10} {'clients':>7} {'requests':>8} {'lost':>5} {'p50 ms':>8} {'p99 ms':>8} {'max ms':>8}"
            f" {'MB prev.':>8} {'MB most':>8} {'MB after':>8} {'evicted':>8}"
        )
        for kind in CROWDS:
            wrong += hold(program, kind, int(crowds), folder)
        print("SIGTERM with a request on every connection")
        for kept in (False, True):
            wrong += stop(program, kept, folder)
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
