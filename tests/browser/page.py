"""The preview in a browser: the program started, Chromium opened on it, and what tests do there in words."""

import json
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / "target/tmp/screenshots"
AXE = ROOT / "target/npm/node_modules/axe-core/axe.min.js"

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --force-prefers-reduced-motion --hide-scrollbars""".split()

# What each check may leave in the console: fetches that fail because a test stops the program.
EXPECTED = re.compile(r"net::ERR_CONNECTION_REFUSED|net::ERR_CONNECTION_RESET|net::ERR_EMPTY_RESPONSE|net::ERR_SOCKET_NOT_CONNECTED")


class Program:
    """`sumber` without token and key."""

    def __init__(self, binary, *arguments):
        self.command = [binary, *arguments]
        self.address = None
        self.start()

    def start(self):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DISCORD_")}
        listen = ["--listen", self.address.removeprefix("http://")] if self.address else ["--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen(
            [*self.command, *listen],
            cwd=ROOT / "target/tmp",
            env={**environment, "LANG": "C"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        found = re.search(r"http://\S+", self.process.stdout.readline())
        assert found, "the program did not say where the preview is"
        self.address = found[0]

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=10)


class Page:
    """A browser on the preview."""

    def __init__(self, address, width=1280, height=860):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        for flag in [*FLAGS, f"--user-data-dir={self.profile.name}", "--lang=en-US"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.address = address
        self.size(width, height)
        self.open()

    def close(self):
        self.driver.quit()

    def size(self, width, height, scale=1):
        metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def open(self):
        self.driver.get(self.address)
        self.until("document.body.classList.contains('ready')", "the page is ready")

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def until(self, condition, what, seconds=10):
        """Waits until a condition in the page holds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.run(f"return Boolean({condition})"):
                return
            time.sleep(0.02)
        self.picture("failed")
        raise AssertionError(f"not within {seconds} s: {what}")

    def choose(self, **settings):
        """Sets language, theme or place by its button."""
        for name, value in settings.items():
            if name == "theme":
                if self.run("return document.documentElement.dataset.theme") != value:
                    self.click("#theme")
            else:
                self.click(f"#{name}-{value}")

    def find(self, css):
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css):
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def click(self, css):
        self.run("document.querySelector(arguments[0]).click()", css)

    def keys(self, *keys):
        """Types where the focus is."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def focus(self, css="#ask"):
        self.run("document.querySelector(arguments[0]).focus()", css)

    def text(self, css):
        return self.run("return document.querySelector(arguments[0])?.innerText ?? ''", css)

    # What is said in the place that is shown.

    def count(self):
        return self.run("return document.querySelectorAll('.messages:not([hidden]) > li').length")

    def last(self):
        """What the last message says."""
        return self.text(".messages:not([hidden]) > li:last-child")

    def settled(self, before, seconds=10):
        """Waits until there is a message more than before, and it is no longer awaited."""
        shown = "document.querySelectorAll('.messages:not([hidden]) > li')"
        self.until(f"{shown}.length > {before} && !document.querySelector('.waiting')", "an answer", seconds)

    def ask(self, text):
        """Types a question whole and sends it."""
        before = self.count()
        self.focus()
        self.keys(text, Keys.ENTER)
        self.settled(before)
        return self.last()

    def press(self, label, seconds=5):
        """Presses a button of the last message, and waits for what comes of it."""
        payload = self.payload()
        message = ".messages:not([hidden]) > li:last-child"
        found = self.run(
            "const all = [...document.querySelectorAll(arguments[0] + ' .row button:not(:disabled)')];"
            "const one = all.find((button) => button.innerText.trim() === arguments[1]); one?.click(); return Boolean(one);",
            message,
            label,
        )
        assert found, f"no button {label!r} under {self.last()!r}"
        self.changed(payload, seconds)

    def pick(self, label, seconds=5):
        """Chooses an option of the last message's menu, by its label."""
        payload = self.payload()
        last = ".messages:not([hidden]) > li:last-child"
        self.run("arguments[0].click()", self.find(f"{last} .menu-face"))
        options = self.all(f"{last} .menu [role=option]")
        option = next(one for one in options if self.run("return arguments[0].innerText", one).startswith(label))
        self.run("arguments[0].click()", option)
        self.changed(payload, seconds)

    def payload(self):
        return self.run("return document.querySelector('#panel-payload').textContent")

    def changed(self, payload, seconds=5):
        now = "document.querySelector('#panel-payload').textContent"
        end = time.monotonic() + seconds
        while self.run(f"return {now}") == payload:
            assert time.monotonic() < end, "nothing came of it"
            time.sleep(0.02)

    def clear(self):
        """A fresh page in the same settings."""
        self.open()

    # What is held against the rules.

    def picture(self, name):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(SCREENSHOTS / f"{name}.png"))

    def no_sideways(self):
        wide = self.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{wide} pixels too wide"
        odd = self.run(
            "const width = innerWidth; return [...document.querySelectorAll('main *, nav *')].filter((node) => "
            "node.getClientRects().length && node.getBoundingClientRect().right > width + 1)"
            ".map((node) => node.tagName + '.' + node.getAttribute('class'))"
        )
        assert not odd, f"beyond the edge: {odd}"

    def axe(self, where):
        """Every rule of axe-core that can be told by a program."""
        self.run(AXE.read_text())
        found = self.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] }).then((all) => done(all.violations"
            ".map((one) => ({ id: one.id, help: one.help, nodes: one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)"
            " + ' ' + (node.any[0]?.message ?? '')) }))))"
        )
        assert not found, f"{where}: {json.dumps(found, indent=1)}"

    def silent(self):
        """Nothing stands in the console that a test did not bring about."""
        lines = [line["message"] for line in self.driver.get_log("browser") if line["level"] in ("SEVERE", "WARNING")]
        odd = [line for line in lines if not EXPECTED.search(line)]
        assert not odd, f"in the console: {odd}"
