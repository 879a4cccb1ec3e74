#!/usr/bin/env python3
"""Measures what a request costs the bot, beside servers that only verify it: benches/http/run.py [PROGRAM…]

Each PROGRAM is a built `sumber`; NAME=PROGRAM names it. The servers share one core and are asked in turns from another.
CPU is the server's own, from /proc. `--turns N`, `--requests N`, `--connections N` and `--only QUESTION` change the
defaults; `--connections 1` also says how long one client waits; `--json FILE` keeps every figure. `--steady SECONDS` asks
each PROGRAM and the floors over a thousand connections at 80 % of what they can do instead, and says how long a PING
takes beside two of the dearest questions. Linux only, with Python 3.11 and cargo.
"""

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FIXTURES = ROOT / "tests/fixtures/interactions"
TARGET = ROOT / "target/bench-http"
PERSON = "900000000000000000"
FLOORS = {"floor, library": "library", "floor, tables": "tables"}


def interaction(kind: int, name: str | None = None, options: list | None = None, locale: str = "en-GB") -> str:
    """The body of a request on a server, as short as Discord writes it."""
    body = json.loads((FIXTURES / "slash-user-install-on-a-server.json").read_text())
    body |= {"type": kind, "locale": locale}
    body["member"]["user"]["id"] = PERSON
    body["data"] = {"id": "1100000000000000001", "name": name, "type": 1, "options": options or []}
    return json.dumps(body, separators=(",", ":"), ensure_ascii=False)


def text(name: str, value: str, **more) -> list:
    """One option."""
    return [{"name": name, "type": 3, "value": value} | more]


def questions() -> dict[str, tuple[str, str]]:
    """What is asked, and by whom it is signed."""
    ping = json.dumps(json.loads((FIXTURES / "ping.json").read_text()), separators=(",", ":"))
    return {
        "PING": (ping, "discord"),
        "signed by another key": (interaction(2, "troops"), "another"),
        "/troops": (interaction(2, "troops"), "discord"),
        "/troops, Indonesian": (interaction(2, "troops", text("lang", "id")), "discord"),
        "/claim": (interaction(2, "claim", text("claim", "nis-1500-to-vladivostok")), "discord"),
        "/search": (interaction(2, "search", text("query", "drones")), "discord"),
        "completing /claim": (interaction(4, "claim", text("claim", "troops", focused=True)), "discord"),
        "completing /search": (interaction(4, "search", text("query", "dron", focused=True)), "discord"),
    }


def free_address() -> str:
    """An address with a free port."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{one.getsockname()[1]}"


class Server:
    """A server on the first core."""

    def __init__(self, name: str, command: list[str], address: str, environment: dict, log: Path):
        self.name, self.address = name, address
        log.touch()
        self.process = subprocess.Popen(
            ["taskset", "-c", "0", *command], stdout=log.open("a"), stderr=log.open("a"), env=os.environ | environment
        )
        for _ in range(200):
            try:
                socket.create_connection(tuple(address.split(":")), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        sys.exit(f"{name} does not listen: {log.read_text()}")


def main() -> None:
    """Starts the servers and asks them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", nargs="*")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--requests", type=int, default=4_000)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--only", action="append")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--steady", type=int, metavar="SECONDS")
    options = parser.parse_args()
    build = ["cargo", "build", "--release", "--locked", "--quiet", "--target-dir", str(TARGET)]
    subprocess.run(build, cwd=HERE, check=True)
    bench = str(TARGET / "release/sumber-bench-http")
    key = subprocess.check_output([bench, "key"], text=True).strip()
    folder = Path(tempfile.mkdtemp())
    asked = {name: one for name, one in questions().items() if not options.only or name in options.only}
    for number, (body, _) in enumerate(asked.values()):
        (folder / f"{number}.body").write_text(body)
    servers = []
    try:
        for number, program in enumerate(options.programs):
            name, _, path = program.rpartition("=")
            address = free_address()
            environment = {"DISCORD_PUBLIC_KEY": key, "DISCORD_TOKEN": ""}
            command = [os.path.abspath(path), "serve", "--listen", address]
            servers.append(Server(name or path, command, address, environment, folder / f"bot{number}.log"))
        answers = [str(folder / f"{number}.answer") for number in range(len(asked))]
        for number in range(len(asked)):
            body = folder / f"{number}.body"
            Path(answers[number]).write_bytes(ready(bench, servers[0], body) if servers else b'{"type":1}')
        for name, verification in FLOORS.items():
            address = free_address()
            command = [bench, "floor", verification, address, *answers]
            servers.append(Server(name, command, address, {}, folder / f"{verification}.log"))
        if options.steady:
            for server in servers:
                steady(options.steady, bench, server, folder)
            return
        figures = measure(options, bench, servers, asked, folder)
    finally:
        for server in servers:
            server.process.terminate()
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1))
    names = [server.name for server in servers]
    show(figures, names)
    if options.connections == 1:
        show_waits(figures, names)


def ready(bench: str, bot: Server, body: Path) -> bytes:
    """The bot's own answer, which the floors then have ready."""
    command = [bench, "sign", str(body)]
    time_signed, signature, content = subprocess.check_output(command).split(b"\n", 2)
    request = urllib.request.Request(f"http://{bot.address}/interactions", content)
    request.add_header("Content-Type", "application/json")
    request.add_header("X-Signature-Ed25519", signature.decode())
    request.add_header("X-Signature-Timestamp", time_signed.decode())
    with urllib.request.urlopen(request) as response:
        return response.read()


def measure(options, bench: str, servers: list[Server], asked: dict, folder: Path) -> dict:
    """Every server is asked everything in each turn."""
    figures = {name: {server.name: [] for server in servers} for name in asked}
    for turn in range(options.turns):
        for number, (name, (_, by)) in enumerate(asked.items()):
            for place in range(len(servers)):
                server = servers[(place + turn) % len(servers)]
                path = f"/{number}" if server.name in FLOORS else "/interactions"
                command = [bench, "load", server.address, path, str(server.process.pid), str(folder / f"{number}.body")]
                command += [by, str(options.requests), str(options.connections)]
                said = json.loads(subprocess.check_output(["taskset", "-c", "1", *command]))
                expected = "401" if by == "another" else "200"
                if list(said["statuses"]) != [expected]:
                    sys.exit(f"{server.name}, {name}: {said}")
                figures[name][server.name].append(said)
    return figures


def steady(seconds: int, bench: str, server: Server, folder: Path) -> None:
    """What the server does under a load that lasts."""
    body = folder / "steady.body"
    body.write_text(questions()["/troops"][0])
    core = ["taskset", "-c", "1", bench]
    # The place of `/troops` among the answers that the floors have.
    path = f"/{list(questions()).index('/troops')}" if server.name in FLOORS else "/interactions"
    where = [server.address, path, str(server.process.pid), str(body)]
    rate = 1e6 / json.loads(subprocess.check_output([*core, "load", *where, "discord", "20000", "1000"]))["wall_us"]
    print(f"{server.name}: {rate:.0f} requests a second at most")
    if server.name not in FLOORS:
        print(f"a PING {waits(beside(bench, server, folder))}")
    said = subprocess.check_output([*core, "steady", *where, str(0.8 * rate), "1000", str(seconds)], text=True)
    print(f"at 80 % of it over 1,000 connections for {seconds} s: {said.strip()}", flush=True)


def beside(bench: str, server: Server, folder: Path) -> dict[str, list[float]]:
    """How long a PING takes, in milliseconds, alone and while two questions are answered that nobody has asked before."""
    body = folder / "beside.body"

    def signed(content: str) -> bytes:
        body.write_text(content)
        command = [bench, "sign", str(body)]
        stamp, signature, sent = subprocess.check_output(command).split(b"\n", 2)
        head = f"POST /interactions HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: {len(sent)}\r\n"
        head += f"x-signature-ed25519: {signature.decode()}\r\nx-signature-timestamp: {stamp.decode()}\r\n\r\n"
        return head.encode() + sent

    address = tuple(server.address.split(":"))
    dear, ping = [[socket.create_connection(address) for _ in range(many)] for many in (2, 1)]
    took: dict[str, list[float]] = {"alone": [], "beside two": []}
    for turn in range(200):
        sent = [signed(questions()["PING"][0])]
        for one in range(2):
            words = f"who denied that soldiers of the north were sent to the front by the winter of {2 * turn + one + 1000}"
            content = interaction(2, "ask", text("question", words)).replace(PERSON, str(int(PERSON) + 2 * turn + one))
            sent.append(signed(content))
        for what in took:
            busy = dear if what == "beside two" else []
            for stream, request in zip(busy, sent[1:]):
                stream.sendall(request)
            began = time.perf_counter()
            ping[0].sendall(sent[0])
            ping[0].recv(65_536)
            took[what].append(1e3 * (time.perf_counter() - began))
            for stream in busy:
                stream.recv(65_536)
    return took


def waits(took: dict[str, list[float]]) -> str:
    """Half of the waits, and the longest, in words."""
    each = [f"{what} {statistics.median(all):.2f} ms, at most {max(all):.2f}" for what, all in took.items()]
    return "; ".join(each)


def show(figures: dict, names: list[str]) -> None:
    """A table of medians: CPU in microseconds, and how many times that of the two floors it is."""
    print(f"| question | {' | '.join(names)} | against the floors |\n|---|{'---:|' * (len(names) + 1)}")
    for question, by_server in figures.items():
        cpu = {name: statistics.median(one["cpu_us"] for one in by_server[name]) for name in names}
        bots = [name for name in names if name not in FLOORS]
        ratios = [" and ".join(f"{cpu[bot] / cpu[floor]:.2f}" for floor in FLOORS) for bot in bots]
        print(f"| {question} | {' | '.join(f'{cpu[name]:.1f}' for name in names)} | {', '.join(ratios)} |")


def show_waits(figures: dict, names: list[str]) -> None:
    """A table of how long a client waits, in microseconds: half of the requests and 99 % of them, medians of the turns."""
    print(f"\n| question | {' | '.join(names)} |\n|---|{'---:|' * len(names)}")
    for question, by_server in figures.items():
        of = lambda name, part: statistics.median(one[part] for one in by_server[name])
        waits = [f"{of(name, 'p50_us'):.0f}, {of(name, 'p99_us'):.0f}" for name in names]
        print(f"| {question} | {' | '.join(waits)} |")


main()
