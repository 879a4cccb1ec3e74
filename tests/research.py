#!/usr/bin/env python3
"""Compares an export with the research it rests on: tests/research.py RESEARCH_DIR EXPORT.json

Every claim of table C and every later development of section G must be there, with its topic, every
source of table C4, and no address that the research does not list. Exit 0, or 1 with what is missing.
"""

import json
import re
import sys
from pathlib import Path

# Section G has no ids of its own: the claims that stand for each of its rows, by date.
LATER = {
    "2024-10-21": ["dprk-un-mission-denies-troops", "kremlin-contradictory-information"],
    "2024-10-23": ["us-confirms-troops-in-russia"],
    "2024-10-24": ["putin-does-not-deny"],
    "2024-10-28": ["nato-confirms-kursk-units"],
    "2024-11-08": ["flynn-leaves-command"],
    "2024-12-04": ["treaty-in-force"],
    "2024-12-08": ["kim-yong-hyun-arrested"],
    "2025-04-26": ["russia-confirms-troops"],
    "2025-04-28": ["north-korea-confirms-troops"],
    "2025-05-29": ["msmt-first-report-containers", "msmt-first-report-troops"],
    "2025-12-12": ["engineers-return", "combat-troops-total"],
}


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = text.split(f"\n{heading}", 1)[1]
    section = re.split(r"\n##+ ", section, maxsplit=1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def main(folder: Path, export: Path) -> int:
    text = (folder / "facts.md").read_text(encoding="utf-8")
    listed = {s["id"]: s["url"] for s in json.loads((folder / "sources.json").read_text(encoding="utf-8"))}
    exported = json.loads(export.read_text(encoding="utf-8"))
    claims = {claim["id"]: claim for claim in exported["claims"]}
    wrong: list[str] = []

    table = rows(text, "### C1")
    if len(table) != 59:
        wrong.append(f"table C1 has {len(table)} rows, not 59: this script reads it wrongly")
    for _, identity, topic, *_ in table:
        if identity not in claims:
            wrong.append(f"{identity}: of table C, not in the export")
        elif topic not in claims[identity]["topics"]:
            wrong.append(f"{identity}: not under the topic {topic}")

    for row in rows(text, "### C4"):
        identity, sources = row[0], set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", row[-1]))
        have = {one["source"] for one in claims.get(identity, {}).get("evidence", [])}
        for missing in sorted((sources & listed.keys()) - have):
            wrong.append(f"{identity}: without the source {missing}")

    for row in rows(text, "## G."):
        date, sources = row[0], set(row[-1].replace("`", "").split(", "))
        for identity in LATER.get(date, [f"(nothing for {date})"]):
            if identity not in claims:
                wrong.append(f"{identity}: of section G, {date}, not in the export")
        carried = {one["source"] for i in LATER.get(date, []) if i in claims for one in claims[i]["evidence"]}
        for missing in sorted((sources & listed.keys()) - carried):
            wrong.append(f"section G, {date}: without the source {missing}")

    for source in exported["sources"]:
        if listed.get(source["id"]) != source.get("url"):
            wrong.append(f"source {source['id']}: its address is not the listed one")

    for line in wrong:
        print(line)
    print(f"{len(table)} rows of table C, {len(LATER)} of section G, {len(exported['sources'])} sources: {len(wrong)} missing")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
