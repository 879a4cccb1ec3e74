#!/usr/bin/env python3
"""Counts how every claim stands on ten days a second way, from the TOML alone, and compares: standing_again.py SUMBER

The rules are those of data/FORMAT.md, data/facts is what is counted, and nothing of the program is used but its
answers. Exit 0, or 1 with every difference.

The rules, in short. A day knows what was certainly said and published by its end; from the day of review on, every date
counts. A statement without a source that carries it is not known, and a withdrawn one never is. A party is the state or
body at the end of `for`. Each party counts for what it said itself: a denial that its party confirmed later was made “at
first”, and one that its party replaced holds “in part”.
"""

import calendar
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

DAYS = (
    "2024-01-31 2024-06-20 2024-10-10 2024-10-18 2024-10-22 2024-10-28 2024-12-31 2025-04-27 2025-05-29 2025-12-13".split()
)
ALWAYS, NEVER = "9999-12-31", "0000-01-01"
# What is compared; how many sources carry a claim is compared as a number of its own.
KINDS = {
    "confirmed-by-subject", "confirmed", "denied", "denied-at-first", "denied-in-part", "superseded", "qualified",
    "contradicted", "differs", "taken-back", "withdrawn",
}  # fmt: skip


def read(folder: Path) -> dict:
    records: dict[str, dict] = {"speaker": {}, "source": {}, "claim": {}}
    for path in sorted(folder.glob("*.toml")):
        file = tomllib.loads(path.read_text(encoding="utf-8"))
        records.setdefault("dossier", file.get("dossier")) if "dossier" in file else None
        for kind in ("speaker", "source", "claim"):
            records[kind].update({record["id"]: record for record in file.get(kind, [])})
    return records


def bounds(edtf: str) -> tuple[str, str]:
    """The first and the last day that a date may mean."""
    first, _, last = edtf.partition("/")
    last = last if "/" in edtf else first
    return (NEVER if first in ("", "..") else day(first, False), ALWAYS if last in ("", "..") else day(last, True))


def day(point: str, last: bool) -> str:
    point = re.sub("[~?%]", "", point)
    year, month, date = (point.split("-") + [None, None])[:3]
    year = year.replace("X", "9" if last else "0")
    month = month or ("12" if last else "01")
    date = date or (str(calendar.monthrange(int(year), int(month))[1]) if last else "01")
    return f"{year}-{month}-{date}"


class Count:
    """The standing of claims on one day."""

    def __init__(self, records: dict, on: str):
        self.claims, self.sources, self.speakers = records["claim"], records["source"], records["speaker"]
        self.on, self.reviewed = on, str(records["dossier"]["reviewed"])
        self.known = {key for key in self.claims if self.is_known(key)}

    def over(self, date: str) -> bool:
        """Whether a day had come by the end of the day asked for."""
        return self.on >= self.reviewed or date <= self.on

    def out(self, evidence: dict) -> bool:
        issued = self.sources[evidence["source"]].get("issued")
        return self.over(bounds(str(issued))[1] if issued else ALWAYS)

    def carries(self, claim: dict, evidence: dict) -> bool:
        """Not if the source says otherwise or has only a part, or was out before the statement could be made."""
        issued = self.sources[evidence["source"]].get("issued")
        early = issued and bounds(str(issued))[1] < bounds(str(claim["said"]["when"]))[0]
        reports = claim["kind"] == "reports"
        return evidence["role"] not in ("contradicts", "part") and not (early and not reports)

    def is_known(self, key: str) -> bool:
        claim = self.claims[key]
        said = self.over(bounds(str(claim["said"]["when"]))[1])
        carried = any(self.out(one) and self.carries(claim, one) for one in claim["evidence"])
        return said and carried and "withdrawn" not in claim

    def party(self, speaker: str) -> str:
        while "for" in self.speakers[speaker]:
            speaker = self.speakers[speaker]["for"]
        return speaker

    def parties(self, key: str) -> set[str]:
        return {self.party(one) for one in self.claims[key]["by"]}

    def linking(self, to: str, kind: str) -> set[tuple[str, str]]:
        """The claims that link to a claim, each with each of its parties."""
        links = ((key, link) for key in self.known for link in self.claims[key].get("link", []))
        found = {key for key, link in links if link["to"] == to and link["type"] == kind}
        return {(key, party) for key in found for party in self.parties(key)}

    def last(self, key: str) -> str:
        return bounds(str(self.claims[key]["said"]["when"]))[1]

    def targets(self, key: str, *kinds: str) -> set[str]:
        return {link["to"] for link in self.claims[key].get("link", []) if link["type"] in kinds}

    def replaced(self, key: str, party: str) -> bool:
        return any(other == party for _, other in self.linking(key, "supersedes"))

    def over_with(self, key: str, party: str) -> bool:
        """Whether a narrowing statement no longer narrows: its party said more, another took its place, or a source says
        otherwise."""
        if self.linking(key, "supersedes") or "contradicted" in self.evidence(key):
            return True
        said = {one for to in self.targets(key, "qualifies", "answers") for kind in ("confirms", "denies") for one in self.linking(to, kind)}
        return any(other == party and self.last(one) > self.last(key) for one, other in said)

    def evidence(self, key: str) -> dict[str, set[str]]:
        roles: dict[str, set[str]] = {}
        for one in self.claims[key]["evidence"]:
            if self.out(one) and one["role"] in ("contradicts", "differs"):
                role = {"contradicts": "contradicted", "differs": "differs"}[one["role"]]
                roles.setdefault(role, set()).add(one["source"])
        return roles

    def origins(self, key: str) -> int:
        claim = self.claims[key]
        carrying = [one for one in claim["evidence"] if self.out(one) and self.carries(claim, one)]
        sources = [self.sources[one["source"]] for one in carrying]
        return len({one.get("origin", one["family"]) for one in sources if "mirror_of" not in one})

    def standing(self, key: str) -> dict:
        """Each kind with its parties and claims, or its sources; and how many independent origins there are."""
        claim = self.claims[key]
        about = {self.party(one) for one in claim.get("about", {}).get("who", [])}
        confirms, denies = self.linking(key, "confirms"), self.linking(key, "denies")
        sides: dict[str, set[tuple[str, str]]] = {kind: set() for kind in KINDS}
        for one, party in confirms:
            sides["confirmed-by-subject" if party in about else "confirmed"].add((one, party))
        for one, party in denies:
            since = any(other == party and self.last(later) >= self.last(one) for later, other in confirms)
            in_part = self.replaced(one, party)
            sides["denied-at-first" if since else "denied-in-part" if in_part else "denied"].add((one, party))
        # A party stands on one side: a denial that holds counts before one that does not.
        still = {party for _, party in sides["denied"]}
        sides["denied-at-first"] = {one for one in sides["denied-at-first"] if one[1] not in still}
        still |= {party for _, party in sides["denied-at-first"]}
        sides["denied-in-part"] = {one for one in sides["denied-in-part"] if one[1] not in still}
        sides["qualified"] = {one for one in self.linking(key, "qualifies") if not self.over_with(*one)}
        if claim["kind"] == "denies":
            own = self.parties(key)
            later = {one for to in self.targets(key, "denies") for one in self.linking(to, "confirms")}
            later = {one for one in later if self.last(one[0]) >= self.last(key)} | self.linking(key, "supersedes")
            sides["taken-back"] = {one for one in later if one[1] in own}
        told = {one for one, _ in sides["taken-back"]}
        sides["superseded"] = {one for one in self.linking(key, "supersedes") if one[0] not in told}
        counted = {
            kind: {"by": sorted({party for _, party in side}), "claims": sorted({one for one, _ in side}), "sources": []}
            for kind, side in sides.items()
            if side
        }
        for kind, sources in self.evidence(key).items():
            counted[kind] = {"by": [], "claims": [], "sources": sorted(sources)}
        if "withdrawn" in claim:
            counted["withdrawn"] = {"by": [], "claims": [], "sources": []}
        return {"origins": self.origins(key), **counted}


def answered(sheets: list[dict]) -> dict | None:
    """The same from the pages of an answer; `None` if the claim was not known."""
    sections = [section for sheet in sheets for section in sheet["sections"]]
    if all(section["role"] != "standing" for section in sections):
        return None
    # What a source differs in may be told where the sources are listed.
    telling = [section for section in sections if section["role"] in ("standing", "evidence")]
    entries = [entry for section in telling for entry in section["entries"]]
    found: dict = {}
    for entry in entries:
        for line in entry["standing"]:
            if line["kind"] in KINDS:
                one = found.setdefault(line["kind"], {"by": set(), "claims": set(), "sources": set()})
                for name, ids in one.items():
                    ids.update(line[name])
            elif line["kind"] in ("single-origin", "corroborated"):
                number = re.search(r"\d+", entry["text"])
                found["origins"] = int(number[0]) if number else 1
    return {
        kind: value if kind == "origins" else {name: sorted(ids) for name, ids in value.items()}
        for kind, value in found.items()
    }


def ask(sumber: str, questions: list[str]) -> list[dict]:
    done = subprocess.run(
        [sumber, "ask", "--format", "json"], input="\n".join(questions), capture_output=True, text=True, check=True
    )
    decoder, at, text, sheets = json.JSONDecoder(), 0, done.stdout.strip(), []
    while at < len(text):
        sheet, at = decoder.raw_decode(text, at)
        sheets.append(sheet)
        while at < len(text) and text[at].isspace():
            at += 1
    return sheets


def main(sumber: str) -> int:
    records = read(Path(__file__).parent.parent / "data" / "facts")
    wrong, compared = [], 0
    for on in DAYS:
        count = Count(records, on)
        full = {key: f"/claim claim:{key} view:full as_of:{on} lang:en" for key in records["claim"]}
        first = dict(zip(full, ask(sumber, list(full.values())), strict=True))
        more = [(key, n) for key, sheet in first.items() for n in range(2, sheet["page"]["of"] + 1)]
        rest = ask(sumber, [f"{full[key]} page:{n}" for key, n in more]) if more else []
        for key, sheet in first.items():
            sheets = [sheet, *(page for (of, _), page in zip(more, rest, strict=True) if of == key)]
            shown = key in count.known or "withdrawn" in records["claim"][key]
            expected = count.standing(key) if shown else None
            found = answered(sheets)
            if expected and found and expected["origins"] == 0:
                expected["origins"] = 1  # “Single source” is said of none as well.
            compared += 1
            if expected != found:
                wrong.append(f"{key} on {on}:\n  counted  {expected}\n  answered {found}")
    print("\n".join(wrong[:20]))
    print(f"{compared} standings counted a second way; {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
