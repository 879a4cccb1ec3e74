#!/usr/bin/env python3
"""Has sources written by other people's libraries and reads them into a dossier: tests/imports.py target/debug/sumber

BibTeX by bibtexparser, RIS by rispy and CSL-JSON by Python, each as Zotero's translators fill them, become sources by
`sumber import`; the dossier is read again by Python's tomllib. Anything lost or changed is told. Exit 0, or 1.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import bibtexparser
import rispy
from bibtexparser.model import Entry, Field

LANGUAGES = {"en": "english", "id": "indonesian", "de": "ngerman", "ko": "korean", "fr": "french"}
# Each with what a fact file makes of it.
ITEMS = [
    {
        "key": "moll_clock_2024",
        "type": ("article", "NEWS", "article-newspaper"),
        "author": [("Moll", "Ina"), ("Müller-Lüdenscheidt", "Jörg")],
        "title": "The clock runs again: 100% & more_or_less {so} #1 “again”",
        "publisher": "Eastport Gazette & Sons",
        "date": "2024-05-02",
        "accessed": "2024-07-01",
        "url": "https://example.org/clock?a=1&b=2_3#~x%20y",
        "language": "en",
    },
    {
        "key": "sukarno_jam_1962",
        "type": ("report", "RPRT", "report"),
        "author": [("Sukarno", "")],
        "title": "Jam kota",
        "publisher": "Balai Kota",
        "date": "1962-08",
        "accessed": None,
        "url": "https://example.org/jam",
        "language": "id",
    },
    {
        "key": "town_uhr",
        "type": ("online", "ELEC", "webpage"),
        "author": ["Town of Eastport"],
        "title": "Die Uhr – größer",
        "publisher": "Radio Lüne",
        "date": None,
        "accessed": "2024-07-02",
        "url": "https://example.com/uhr",
        "language": "de",
    },
    {
        "key": "kim_2024",
        "type": ("article", "NEWS", "article-newspaper"),
        "author": [("김", "철수")],
        "title": "시계가 다시 간다",
        "publisher": "Eastport Ilbo",
        "date": "2024",
        "accessed": None,
        "url": None,
        "language": "ko",
    },
]
wrong: list[str] = []


def bibtex() -> str:
    library = bibtexparser.Library()
    escaped = lambda text: "".join("\\" + sign if sign in "&%$#_{}" else sign for sign in text)
    for item in ITEMS:
        kind = item["type"][0]
        place = {"article": "journaltitle", "report": "institution", "online": "organization"}[kind]
        names = [f"{{{name}}}" if isinstance(name, str) else ", ".join(filter(None, name)) for name in item["author"]]
        fields = {
            "author": " and ".join(names),
            "title": "{" + escaped(item["title"]) + "}",
            place: escaped(item["publisher"]),
            "date": item["date"],
            "urldate": item["accessed"],
            "url": item["url"],
            "langid": LANGUAGES[item["language"]],
            "entrysubtype": "newspaper" if kind == "article" else None,
        }
        given = [Field(name, value) for name, value in fields.items() if value]
        library.add(Entry(kind, item["key"], given))
    return bibtexparser.write_string(library)


def ris() -> str:
    entries = []
    for item in ITEMS:
        slashed = lambda date: (date.replace("-", "/") + "///")[: len(date) + 3 - date.count("-")] if date else None
        entry = {
            "type_of_reference": item["type"][1],
            "id": item["key"],
            "title": item["title"],
            "authors": [name if isinstance(name, str) else ", ".join(filter(None, name)) for name in item["author"]],
            "secondary_title": item["publisher"],
            "year": item["date"] and item["date"][:4],
            "date": slashed(item["date"]),
            "access_date": slashed(item["accessed"]),
            "language": item["language"],
            "urls": [item["url"]] if item["url"] else None,
        }
        entries.append({name: value for name, value in entry.items() if value})
    return rispy.dumps(entries)


def csl() -> str:
    parts = lambda date: {"date-parts": [[int(part) for part in date.split("-")]]} if date else None
    name = lambda one: {"literal": one} if isinstance(one, str) else {k: v for k, v in zip(("family", "given"), one) if v}
    items = []
    for item in ITEMS:
        fields = {
            "id": item["key"],
            "type": item["type"][2],
            "author": [name(one) for one in item["author"]],
            "title": item["title"],
            "container-title": item["publisher"],
            "issued": parts(item["date"]),
            "accessed": parts(item["accessed"]),
            "URL": item["url"],
            "language": item["language"],
        }
        items.append({key: value for key, value in fields.items() if value})
    return json.dumps(items, ensure_ascii=False, indent=1)


def expected(item: dict) -> dict:
    person = lambda one: {k: v for k, v in zip(("family", "given"), one) if v}
    source = {
        "id": item["key"].replace("_", "-"),
        "type": item["type"][2],
        "title": item["title"],
        "author": [{"name": one} if isinstance(one, str) else person(one) for one in item["author"]],
        "publisher": item["publisher"],
        "issued": item["date"],
        "accessed": item["accessed"],
        "url": item["url"],
        "language": item["language"],
    }
    return {key: value for key, value in source.items() if value}


def main() -> None:
    program = Path(sys.argv[1]).resolve()
    run = lambda *words: subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    with tempfile.TemporaryDirectory() as place:
        for name, text in [("items.bib", bibtex()), ("items.ris", ris()), ("items.json", csl())]:
            folder, file = Path(place, name.replace(".", "-")), Path(place, name)
            run("new", folder, "--title", "The clock", "--topic", "clock", "--language", "en", "--language", "id")
            file.write_text(text, encoding="utf-8")
            said = run("import", file, "--into", folder)
            if said.returncode:
                wrong.append(f"{name}: {said.stdout}{said.stderr}")
            sources = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))["source"]
            found = {source["id"]: source for source in sources}
            for item in ITEMS:
                want = expected(item)
                have = found.get(want["id"], {})
                have.pop("family", None)
                if have != want:
                    wrong.append(f"{name}: expected {want}\n  found {have}")
    print("\n".join(wrong) or f"{len(ITEMS)} items in three formats became sources, nothing lost")
    sys.exit(bool(wrong))


main()
