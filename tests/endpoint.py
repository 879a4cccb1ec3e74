#!/usr/bin/env python3
"""Calls the bot's interactions endpoint as Discord does, signed by libsodium: tests/endpoint.py PROGRAM

PROGRAM is the built `sumber`. It is started on a free port with a public key made up for the purpose. What Discord
signed must be answered, everything else refused with 401, and the metrics must be what Prometheus reads. Exit 0, or 1
with what is wrong.
"""

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from nacl.signing import SigningKey
from prometheus_client.parser import text_string_to_metric_families

FIXTURES = Path(__file__).parent / "fixtures" / "interactions"
SIGNATURE, TIMESTAMP = "X-Signature-Ed25519", "X-Signature-Timestamp"

wrong: list[str] = []
compared = 0


def same(what: str, expected, found) -> None:
    """Notes one comparison, and what is wrong with it."""
    global compared
    compared += 1
    if expected != found:
        wrong.append(f"{what}: expected {expected!r}, found {found!r}")


def signed(key: SigningKey, body: bytes, seconds: int = 0) -> dict[str, str]:
    """The headers of a body that was signed so many seconds from now."""
    stamp = str(int(time.time()) + seconds)
    return {SIGNATURE: key.sign(stamp.encode() + body).signature.hex(), TIMESTAMP: stamp}


def call(address: str, method: str, path: str, body: bytes | None = None, headers: dict | None = None):
    """The status of a response, its type and its body."""
    connection = http.client.HTTPConnection(address, timeout=10)
    try:
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        return response.status, response.headers.get("Content-Type", ""), response.read()
    finally:
        connection.close()


def by_another(body: bytes, number: int) -> bytes:
    """The same interaction by somebody else, because one person may not ask so much at once."""
    interaction = json.loads(body)
    user = (interaction.get("member") or {}).get("user") or interaction.get("user")
    return body.replace(str(user["id"]).encode(), str(700_000_000_000_000_000 + number).encode()) if user else body


def check_signatures(address: str, key: SigningKey) -> None:
    """Good requests are answered; forged, late and unsigned ones are not."""

    def post(body: bytes, headers: dict) -> tuple:
        return call(address, "POST", "/interactions", body, headers | {"Content-Type": "application/json"})

    ping = (FIXTURES / "ping.json").read_bytes()
    same("ping", (200, "application/json", b'{"type":1}'), post(ping, signed(key, ping)))
    for number, path in enumerate(sorted(FIXTURES.glob("*.json"))):
        body = by_another(path.read_bytes(), number)
        status, _, reply = post(body, signed(key, body))
        if "picture" in path.stem:
            # The reply follows over a call, which can hold the file.
            same(path.stem, (202, b""), (status, reply))
            continue
        same(path.stem, 200, status)
        same(f"{path.stem}: a callback", True, json.loads(reply).get("type") in (1, 4, 7, 8))
    good = signed(key, ping)
    same("forged body", 401, post(ping + b" ", good)[0])
    same("forged time", 401, post(ping, good | {TIMESTAMP: str(int(time.time()) + 1)})[0])
    same("wrong key", 401, post(ping, signed(SigningKey.generate(), ping))[0])
    same("late", 401, post(ping, signed(key, ping, -3600))[0])
    same("early", 401, post(ping, signed(key, ping, 3600))[0])
    same("unsigned", 401, post(ping, {})[0])
    same("without a time", 401, post(ping, {SIGNATURE: good[SIGNATURE]})[0])
    same("cut", 401, post(ping, good | {SIGNATURE: good[SIGNATURE][:-2]})[0])
    same("signed nonsense", 400, post(b"[]", signed(key, b"[]"))[0])
    same("once more", 200, post(ping, good)[0])


def check_metrics(address: str) -> None:
    """The metrics can be read, and counted what was done."""
    answered = 2 + len(list(FIXTURES.glob("*.json")))
    # An answer is counted once it has gone out, which may be after it has come in here.
    for _ in range(20):
        status, kind, text = call(address, "GET", "/metrics")
        families = {family.name: family for family in text_string_to_metric_families(text.decode())}
        asked = [sample for sample in families["sumber_interactions"].samples if sample.name.endswith("_total")]
        if sum(sample.value for sample in asked) >= answered:
            break
        time.sleep(0.1)
    same("metrics", (200, "text/plain; version=0.0.4; charset=utf-8"), (status, kind))
    refused = {sample.labels["reason"]: sample.value for sample in families["sumber_refused_requests"].samples}
    same("refused", {"signature": 6, "stale": 2, "json": 1, "size": 0, "slow": 0, "method": 0, "site": 0}, refused)
    labels = {label for sample in asked for label in sample.labels}
    same("labels", {"command", "language", "wire", "outcome"}, labels)
    same("interactions", answered, sum(sample.value for sample in asked))
    same("histogram", "histogram", families["sumber_reply_seconds"].type)
    for path in ("/healthz", "/readyz"):
        same(path, 200, call(address, "GET", path)[0])


def main(program: str) -> int:
    key = SigningKey.generate()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DISCORD_")}
    # Nobody listens there: what follows a response has nowhere to go.
    environment |= {"DISCORD_PUBLIC_KEY": key.verify_key.encode().hex(), "DISCORD_API": "http://127.0.0.1:9"}
    with tempfile.TemporaryDirectory() as folder:
        bot = subprocess.Popen(
            [Path(program).resolve(), "serve", "--listen", "127.0.0.1:0"],
            cwd=folder, env=environment, stderr=subprocess.PIPE, text=True,
        )
        try:
            first = bot.stderr.readline()
            address = re.search(r"address=(\S+)", first)
            if address is None:
                wrong.append(f"it does not listen: {first!r}")
            else:
                check_signatures(address[1], key)
                check_metrics(address[1])
            bot.terminate()
            log = bot.communicate(timeout=5)[1]
            same("exit", 0, bot.returncode)
            same("a token in the log", False, "aW50ZXJhY3Rpb246" in log)
        finally:
            bot.kill()
    for line in wrong:
        print(line)
    print(f"{compared} comparisons, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
