#!/usr/bin/env python3
"""Two copies of the bot behind a real web server, one killed and one stopped under load.

tests/replicas.py PROGRAM [--server nginx|caddy] [--seconds N] [--threads N]

PROGRAM is the built `sumber`. The web server runs with its configuration in deploy/, where only ports, names and paths
are replaced. Requests are signed by libsodium as Discord signs them. After a fifth of the time one copy is killed
(SIGKILL) and later started again; then the other one is stopped (SIGTERM) and started again. Every interaction must have
the answer that it has from a copy alone, within Discord's three seconds. Prints figures. Exit 0, or 1 with what is wrong.
"""

import argparse
import collections
import contextlib
import http.client
import itertools
import json
import os
import random
import re
import shutil
import signal
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from nacl.signing import SigningKey

HERE = Path(__file__).parent
FIXTURES = HERE / "fixtures" / "interactions"
DEPLOY = HERE.parent / "deploy"
DISCORD_WAITS = 3.0
# Commands, completions, buttons and menus whose answer is private and comes in the response.
ASKED = ("slash-", "autocomplete-", "button-opens-a-view", "menu-opens", "menu-chooses")

wrong: list[str] = []


def note(what: str) -> None:
    """Notes what is wrong; of many alike, the first ones are enough."""
    if len(wrong) < 20:
        wrong.append(what)


def free_ports(count: int) -> list[int]:
    """Ports that nothing listens on."""
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def wait_for(what: str, ready, seconds: float = 60) -> None:
    """Waits until something is ready; that it is slow is not a fault, that it never comes is."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise SystemExit(f"{what} did not come up in {seconds:.0f} s")
        time.sleep(0.05)


class Copy:
    """One copy of the bot."""

    def __init__(self, program: Path, port: int, key: SigningKey, folder: Path):
        self.program, self.port, self.folder = program, port, folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DISCORD_")}
        self.environment = kept | {"DISCORD_PUBLIC_KEY": key.verify_key.encode().hex(), "DISCORD_API": "http://127.0.0.1:9"}
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        """Starts it, and returns once it is ready."""
        with (self.folder / f"copy-{self.port}.log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--listen", f"127.0.0.1:{self.port}"],
                cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )
        wait_for(f"the copy on port {self.port}", self.ready)

    def ready(self) -> bool:
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        if self.process.poll() is not None:
            raise SystemExit(f"a copy ended with {self.process.returncode}; see its log in {self.folder}")
        return False

    def end(self, how: signal.Signals) -> int:
        """Sends a signal and returns the exit code."""
        self.process.send_signal(how)
        return self.process.wait(timeout=30)


def replaced(text: str, changes: dict[str, str]) -> str:
    """The configuration with other ports and paths. Each must be there, so that this test uses what is in deploy/."""
    for old, new in changes.items():
        if old not in text:
            raise SystemExit(f"the configuration in deploy/ no longer has {old!r}")
        text = text.replace(old, new)
    return text


def nginx(folder: Path, port: int, copies: list[Copy]) -> list[str]:
    """Writes the configuration of nginx; returns the command that runs it."""
    site = replaced((DEPLOY / "nginx.conf").read_text(), {
        "127.0.0.1:8080": f"127.0.0.1:{copies[0].port}",
        "127.0.0.1:8081": f"127.0.0.1:{copies[1].port}",
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        "server_name bot.example.org;": "server_name localhost;",
        "/etc/ssl/sumber/fullchain.pem": str(folder / "cert.pem"),
        "/etc/ssl/sumber/privkey.pem": str(folder / "key.pem"),
    })
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(f"""
{"user root;" if os.geteuid() == 0 else ""}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
{temporary}
log_format tries '$request_method $status [$upstream_addr] [$upstream_status]';
access_log {folder}/access.log tries;
{site}
}}
""")
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    checked = subprocess.run([*command, "-t", "-q"], capture_output=True, text=True)
    if checked.returncode or checked.stderr:
        raise SystemExit(f"nginx refuses deploy/nginx.conf: {checked.stderr}")
    return [*command, "-g", "daemon off;"]


def caddy(folder: Path, port: int, copies: list[Copy]) -> list[str]:
    """Writes the configuration of Caddy; returns the command that runs it."""
    site = replaced((DEPLOY / "Caddyfile").read_text(), {
        "127.0.0.1:8080": f"127.0.0.1:{copies[0].port}",
        "127.0.0.1:8081": f"127.0.0.1:{copies[1].port}",
        "\nbot.example.org {": f"\nhttps://localhost:{port} {{\n\ttls {folder}/cert.pem {folder}/key.pem",
    })
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https disable_redirects\n}\n" + site)
    os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = str(folder)
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


class Load:
    """Signed requests, one after the other from each of several threads, until it is told to stop."""

    def __init__(self, key: SigningKey, address: tuple[str, int], context: ssl.SSLContext | None):
        self.key, self.address, self.context = key, address, context
        self.bodies = {path.stem: json.loads(path.read_bytes()) for path in sorted(FIXTURES.glob("*.json"))
                       if path.stem.startswith(ASKED) and "picture" not in path.stem and "share" not in path.stem}
        self.expected: dict[str, bytes] = {}
        self.took: list[float] = []
        self.stopped = threading.Event()
        self.number = itertools.count()

    def connection(self) -> http.client.HTTPConnection:
        if self.context is None:
            return http.client.HTTPConnection(*self.address, timeout=10)
        return http.client.HTTPSConnection(*self.address, timeout=10, context=self.context)

    def post(self, connection: http.client.HTTPConnection, name: str) -> tuple[int, bytes]:
        """Sends one interaction as another person's than the one before; its status and answer."""
        interaction = self.bodies[name] | {"id": str((int(time.time() * 1000) - 1420070400000 << 22) + next(self.number) % 4096)}
        person = str(random.getrandbits(60) | 1 << 59)
        for holder in (interaction, interaction.get("member")):
            if isinstance(holder, dict) and isinstance(holder.get("user"), dict):
                holder["user"] = holder["user"] | {"id": person}
        body = json.dumps(interaction).encode()
        stamp = str(int(time.time()))
        connection.request("POST", "/interactions", body, {
            "Content-Type": "application/json",
            "X-Signature-Ed25519": self.key.sign(stamp.encode() + body).signature.hex(),
            "X-Signature-Timestamp": stamp,
        })
        response = connection.getresponse()
        return response.status, response.read()

    def learn(self, copy: Copy) -> None:
        """Asks one copy alone for every answer; those that are refused or differ each time are left out."""
        connection = http.client.HTTPConnection("127.0.0.1", copy.port, timeout=60)
        for name in list(self.bodies):
            first, again = self.post(connection, name), self.post(connection, name)
            if first[0] == 200 and first == again:
                self.expected[name] = first[1]
        if len(self.expected) < 20:
            raise SystemExit(f"only {len(self.expected)} interactions have an answer to compare with")

    def work(self, first: int) -> None:
        """What one thread does."""
        connection = self.connection()
        names = list(self.expected)
        for name in itertools.islice(itertools.cycle(names), first, None):
            if self.stopped.is_set():
                break
            began = time.monotonic()
            try:
                status, answer = self.post(connection, name)
            except (OSError, http.client.HTTPException) as problem:
                note(f"{name}: {type(problem).__name__} after {time.monotonic() - began:.2f} s")
                connection.close()
                connection = self.connection()
                status = None
            took = time.monotonic() - began
            self.took.append(took)
            if status is not None and (status != 200 or answer != self.expected[name]):
                note(f"{name}: {status} {answer[:80]!r} after {took:.2f} s")
            if took > DISCORD_WAITS:
                note(f"{name}: {took:.2f} s")


def tries(folder: Path) -> str:
    """What nginx' log says: how many requests were tried again, and how many each copy had."""
    again, by_copy = 0, collections.Counter()
    for line in (folder / "access.log").read_text().splitlines():
        copies = re.search(r"\[(.*?)\]", line)[1].split(", ")
        again += len(copies) > 1
        if copies[-1] != "-":
            by_copy[copies[-1]] += 1
    return f"{again} tried again; by copy {', '.join(map(str, by_copy.values()))}"


def run(arguments: argparse.Namespace, folder: Path, started: list[subprocess.Popen]) -> None:
    key = SigningKey.generate()
    port, *ports = free_ports(3)
    copies = [Copy(Path(arguments.program).resolve(), port, key, folder) for port in ports]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
         "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )
    command = {"nginx": nginx, "caddy": caddy}[arguments.server](folder, port, copies)
    for copy in copies:
        copy.start()
        started.append(copy.process)
    with (folder / "server.log").open("wb") as log:
        started.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log))
    load = Load(key, ("localhost", port), ssl.create_default_context(cafile=folder / "cert.pem"))

    def get(path: str) -> int | None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = load.connection()
            connection.request("GET", path)
            return connection.getresponse().status

    wait_for(arguments.server, lambda: get("/readyz") == 200)
    for path, status in {"/metrics": 404, "/en/troops": 200}.items():
        if (found := get(path)) != status:
            note(f"{path}: {found} instead of {status}")
    load.learn(copies[0])

    workers = [threading.Thread(target=load.work, args=(n,), daemon=True) for n in range(arguments.threads)]
    for worker in workers:
        worker.start()
    pause = arguments.seconds / 5
    killed, stopped = copies
    time.sleep(pause)
    killed.end(signal.SIGKILL)
    time.sleep(pause)
    killed.start()
    started.append(killed.process)
    time.sleep(pause)
    code = stopped.end(signal.SIGTERM)
    if code != 0:
        note(f"the stopped copy ended with {code}")
    time.sleep(pause)
    stopped.start()
    started.append(stopped.process)
    time.sleep(pause)
    load.stopped.set()
    for worker in workers:
        worker.join(timeout=30)

    cuts = statistics.quantiles(load.took, n=100)
    milliseconds = f"p50 {cuts[49] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms, most {max(load.took) * 1000:.0f} ms"
    print(f"{arguments.server}: {len(load.took)} signed requests of {len(load.expected)} kinds, {milliseconds}")
    if arguments.server == "nginx":
        print(f"{arguments.server}: {tries(folder)}")


def end(started: list[subprocess.Popen]) -> None:
    """Ends all that was started. nginx ends its workers itself, if it is not killed."""
    for process in started:
        process.terminate()
    for process in started:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--server", choices=("nginx", "caddy"), default="nginx")
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--threads", type=int, default=8)
    arguments = parser.parse_args()
    # Caddy may be beside the Python that runs this, newer than the system's.
    os.environ["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    if shutil.which(arguments.server) is None:
        raise SystemExit(f"{arguments.server} is not installed")
    started: list[subprocess.Popen] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            run(arguments, Path(folder), started)
        finally:
            end(started)
    for line in wrong:
        print(line)
    print(f"{len(wrong)} wrong" + (" or more" if len(wrong) == 20 else ""))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
