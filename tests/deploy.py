#!/usr/bin/env python3
"""The files in deploy/, each by the program that will read it: tests/deploy.py PROGRAM

PROGRAM is the built `sumber`: alerts and dashboard may only use metrics that it has. The Dockerfile is read by hadolint,
compose.yaml by Docker Compose, the manifests by Kubernetes' schemas, alerts by promtool with their tests, and the unit by
systemd-analyze, which also says how exposed the service is. (tests/replicas.py runs nginx and Caddy with theirs.) Exit 0,
or 1 with what is wrong. The texts for Discord's directory and the issue forms are checked along the way.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import Request, urlopen

import yaml
from nacl.signing import SigningKey
from prometheus_client.parser import text_string_to_metric_families

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
# What systemd-analyze says of the unit is at most this; 10 is a service without any protection.
MOST_EXPOSED = 1.2

wrong: list[str] = []


def same(what: str, expected, found) -> None:
    if expected != found:
        wrong.append(f"{what}: expected {expected!r}, found {found!r}")


def run(*command: str | Path, cwd: Path = DEPLOY) -> str | None:
    """Runs a program and notes what it says if it fails; without the program, says so."""
    if shutil.which(command[0]) is None:
        print(f"  {command[0]} is not installed: not checked")
        return None
    done = subprocess.run([*command], cwd=cwd, capture_output=True, text=True, env=os.environ | {"DISCORD_PUBLIC_KEY": "x"})
    if done.returncode:
        wrong.append(f"{' '.join(map(str, command[:3]))}: {done.stdout}{done.stderr}")
    return done.stdout


def check_image() -> None:
    """The Dockerfile, and that every file that the build includes reaches it."""
    run("hadolint", "Dockerfile")
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    for source in [ROOT / "build.rs", *(ROOT / "src").rglob("*.rs")]:
        # Unit tests stand at the end of a file; what they include is not built.
        text = source.read_text().split("#[cfg(test)]")[0]
        for name in re.findall(r'include_(?:str|bytes)!\(\s*"(\.\./[^"]+)"', text):
            included = (source.parent / name).resolve().relative_to(ROOT)
            if "tests" not in source.name:
                same(f"{included} is in .dockerignore", True, included.parts[0] in let_in)


def check_compose() -> None:
    found = run("docker-compose", "--file", "compose.yaml", "config", "--format", "json")
    if found:
        bot = json.loads(found)["services"]["bot"]
        same("compose: the image's Dockerfile", True, (ROOT / bot["build"]["dockerfile"]).is_file())
        same("compose: read-only", True, bot["read_only"])


def check_unit(program: Path) -> None:
    """The unit with the built program in place of the installed one, and how exposed it is."""
    text = (DEPLOY / "sumber.service").read_text()
    same("the unit's program", 1, text.count("ExecStart=/usr/local/bin/sumber "))
    with tempfile.TemporaryDirectory() as folder:
        unit = Path(folder) / "sumber.service"
        unit.write_text(text.replace("ExecStart=/usr/local/bin/sumber ", f"ExecStart={program} "))
        run("systemd-analyze", "verify", unit)
        found = run("systemd-analyze", "--no-pager", "security", "--offline=yes", unit)
    if found:
        exposed = float(re.search(r"exposure level for sumber\.service: ([\d.]+)", found)[1])
        print(f"  the unit's exposure is {exposed} of 10")
        if exposed > MOST_EXPOSED:
            wrong.append(f"the unit's exposure is {exposed}, more than {MOST_EXPOSED}")


def check_manifests() -> None:
    """Each manifest by its schema, and that the manifests fit each other and the bot."""
    folder = DEPLOY / "kubernetes"
    kustomization = yaml.safe_load((folder / "kustomization.yaml").read_text())
    files = kustomization["resources"]
    run("kubernetes-validate", "--quiet", "--strict", *files, cwd=folder)
    if "kustomize" in (run("kubectl", "kustomize", "--help") or ""):
        run("kubectl", "kustomize", ".", cwd=folder)
    kinds = {}
    for file in files:
        manifest = yaml.safe_load((folder / file).read_text())
        kinds[manifest["kind"]] = manifest
    labels = kinds["Deployment"]["spec"]["template"]["metadata"]["labels"]
    pod = kinds["Deployment"]["spec"]["template"]["spec"]
    container = pod["containers"][0]
    same("who the service is for", labels, kinds["Service"]["spec"]["selector"])
    same("who the budget is for", labels, kinds["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"])
    same("what is spread", labels, pod["topologySpreadConstraints"][0]["labelSelector"]["matchLabels"])
    same("what is scaled", kinds["Deployment"]["metadata"]["name"],
         kinds["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"])
    same("the port", container["ports"][0]["name"], kinds["Service"]["spec"]["ports"][0]["targetPort"])
    paths = kinds["Ingress"]["spec"]["rules"][0]["http"]["paths"]
    same("what is not public", [], [path["path"] for path in paths if path["path"].startswith(("/metrics", "/healthz"))])
    same("the image", container["image"], kustomization["images"][0]["name"])
    # Kubernetes compares the user of the image with runAsNonRoot.
    dockerfile = (DEPLOY / "Dockerfile").read_text()
    same("the user", f"{pod['securityContext']['runAsUser']}:{pod['securityContext']['runAsGroup']}",
         re.search(r"^USER (\S+)$", dockerfile, re.M)[1])


def served_metrics(program: Path) -> set[str]:
    """The names of the metrics of a bot on the gateway, which cannot reach Discord, and on signed HTTP, which is asked
    once."""
    key = SigningKey.generate()
    token = ".".join(["MTE4NTQ0NjY0MDU3NjE1NTY2OA", "GAbCdE", "abcdefghijklmnopqrstuvwxyz0123456789AB"])
    names = set()
    for variables in ({"DISCORD_TOKEN": token}, {"DISCORD_PUBLIC_KEY": key.verify_key.encode().hex()}):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DISCORD_")}
        with tempfile.TemporaryDirectory() as folder, subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0"], cwd=folder, stderr=subprocess.PIPE, text=True,
            env=environment | variables | {"DISCORD_API": "http://127.0.0.1:9"},
        ) as bot:
            try:
                address = next((found[1] for line in bot.stderr if (found := re.search(r"address=(\S+)", line))), None)
                if address is None:
                    wrong.append("it does not listen")
                    continue
                if "DISCORD_PUBLIC_KEY" in variables:
                    stamp, ping = str(int(time.time())), b'{"type":1,"id":"1","application_id":"1","token":"x"}'
                    signed = {"X-Signature-Ed25519": key.sign(stamp.encode() + ping).signature.hex(), "X-Signature-Timestamp": stamp}
                    get(Request(f"http://{address}/interactions", ping, signed))
                # An answer is counted once it has gone out, which may be after it has come in here.
                for _ in range(20):
                    text = get(f"http://{address}/metrics")
                    if "DISCORD_TOKEN" in variables or 'outcome="pong"' in text:
                        break
                    time.sleep(0.1)
                for family in text_string_to_metric_families(text):
                    names.update(sample.name for sample in family.samples)
            finally:
                bot.kill()
    return names


def get(what: Request | str) -> str:
    with urlopen(what, timeout=60) as response:
        return response.read().decode()


def check_watching(program: Path) -> None:
    """Alerts with their tests; alerts, dashboard and guide name the same things."""
    folder = DEPLOY / "prometheus"
    run("promtool", "check", "rules", "alerts.yaml", cwd=folder)
    run("promtool", "test", "rules", "alerts_test.yaml", cwd=folder)
    alerts = (folder / "alerts.yaml").read_text()
    board = json.loads((DEPLOY / "grafana.json").read_text())
    expressions = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    served = served_metrics(program)
    named = set(re.findall(r"\b(?:sumber|process)_[a-z_]+\b", "\n".join([alerts, *expressions])))
    same("metrics that the bot does not have", [], sorted(named - served))
    guide = (ROOT / "docs" / "OPERATING.md").read_text()
    for alert in re.findall(r"- alert: (\w+)", alerts):
        same(f"{alert} is explained in docs/OPERATING.md", True, f"`{alert}`" in guide)
    for metric in sorted({re.sub(r"_(bucket|sum|count)$", "", name) for name in served}):
        same(f"{metric} is explained in docs/OPERATING.md", True, f"`{metric}`" in guide)


def check_texts() -> None:
    """The texts for Discord's directory within their limits, and the issue forms."""
    text = (ROOT / "docs" / "directory.md").read_text()
    limited = re.findall(r"\(at most ([\d,]+|five)[^)]*\):\n\n```text\n(.*?)\n```", text, re.S)
    same("texts for the directory", 6, len(limited))
    for limit, block in limited:
        if limit == "five":
            tags = block.split(", ")
            same(f"tags {block}", True, len(tags) <= 5 and max(map(len, tags)) <= 20)
        else:
            same(f"{block[:30]}… in {len(block)} of {limit} characters", True, len(block) <= int(limit.replace(",", "")))
    for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")):
        form = yaml.safe_load(path.read_text())
        if path.stem == "config":
            continue
        same(f"{path.name}: name and description", True, bool(form["name"] and form["description"]))
        ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
        same(f"{path.name}: ids", sorted(set(ids)), sorted(ids))
        for part in form["body"]:
            wanted = "value" if part["type"] == "markdown" else "label"
            same(f"{path.name}: {part['type']}", True, bool(part["attributes"][wanted]))
            if part["type"] == "dropdown":
                options = part["attributes"]["options"]
                same(f"{path.name}: options", sorted(set(options)), sorted(options))


def main(program: str) -> int:
    os.environ["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    began = time.monotonic()
    built = Path(program).resolve()
    check_image()
    check_compose()
    check_unit(built)
    check_manifests()
    check_watching(built)
    check_texts()
    for line in wrong:
        print(line)
    print(f"{len(wrong)} wrong, {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
