#!/usr/bin/env python3
"""Reads the public pages with other people's readers: tests/pages.py FOLDER ADDRESS

FOLDER holds what `sumber export --format html --base ADDRESS --out FOLDER` wrote. The feeds are read with
feedparser, the map with lxml, the linked data of every statement with PyLD. Exit 0, or 1 with what is wrong.
"""

import json
import re
import sys
from pathlib import Path

import feedparser
from lxml import etree, html
from pyld import jsonld

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
wrong: list[str] = []


def hold(where: str, true: bool) -> None:
    """Notes what does not hold."""
    if not true:
        wrong.append(where)


def read_feed(path: Path, base: str) -> int:
    """What RFC 4287 wants of a feed and its entries, and what feed readers make of it."""
    root = etree.parse(path).getroot()
    for one in [root, *root.iter(f"{ATOM}entry")]:
        where = f"{path}: {one.findtext(f'{ATOM}id')}"
        for name in ("id", "title", "updated"):
            hold(f"{where}: exactly one {name}", len(one.findall(f"{ATOM}{name}")) == 1)
        for name in ("updated", "published"):
            dates = [date.text for date in one.findall(f"{ATOM}{name}")]
            hold(f"{where}: {name} {dates}", all(MOMENT.fullmatch(date) for date in dates))
        links = [link.get("href") for link in one.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        hold(f"{where}: links {links}", len(links) == 1 and links[0].startswith(base))
    hold(f"{path}: an author", root.find(f"{ATOM}author/{ATOM}name") is not None)
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    hold(f"{path}: ids twice", len(ids) == len(set(ids)))
    hold(f"{path}: ids that are no URN", all(re.fullmatch(r"urn:sumber:[a-z0-9-]+:claim:[a-z0-9-]+", id) for id in ids))
    updated = [entry.findtext(f"{ATOM}updated") for entry in root.iter(f"{ATOM}entry")]
    hold(f"{path}: the newest first", updated == sorted(updated, reverse=True))
    feed = feedparser.parse(path.read_bytes())
    hold(f"{path}: {feed.get('bozo_exception')}", not feed.bozo and feed.version == "atom10")
    hold(f"{path}: entries", len(feed.entries) == len(ids) > 0)
    hold(f"{path}: contents", all("<" in entry.content[0].value for entry in feed.entries))
    return len(ids)


def read_map(path: Path, folder: Path, base: str) -> int:
    """That every page on the map is there."""
    names = [loc.text for loc in etree.parse(path).getroot().iter(f"{MAP}loc")]
    for name in names:
        hold(f"{path}: {name}", name.startswith(base) and (folder / name.removeprefix(base).lstrip("/")).is_file())
    return len(names)


def read_data(folder: Path) -> int:
    """That the linked data of every statement begins with it, has else only claims that speak of it, and rates nothing."""
    read = 0
    for path in sorted(folder.glob("*/claim/*.html")):
        blocks = html.parse(path).xpath("//script[@type='application/ld+json']")
        hold(f"{path}: one block of linked data", len(blocks) == 1)
        for block in blocks:
            nodes = jsonld.expand(json.loads(block.text))
            kinds = [kind.removeprefix("https://schema.org/") for node in nodes for kind in node.get("@type", [])]
            hold(f"{path}: a rating in {kinds}", not {"ClaimReview", "Review", "Rating"} & set(kinds))
            claims = [node for node in nodes if "https://schema.org/Claim" in node["@type"]]
            hold(f"{path}: a claim in {kinds}", bool(claims))
            claim, *others = claims
            hold(f"{path}: {claim['@id']}", claim["@id"].endswith(f":claim:{path.stem}"))
            for other in others:
                hold(f"{path}: {other['@id']} speaks of it", other["@id"] in json.dumps(claim))
            read += 1
    return read


def main() -> int:
    folder, base = Path(sys.argv[1]), sys.argv[2]
    feeds = sorted(folder.glob("*/feed.xml"))
    entries = sum(read_feed(path, base) for path in feeds)
    pages = read_map(folder / "sitemap.xml", folder, base)
    statements = read_data(folder)
    hold("feeds, a map and linked data", len(feeds) > 0 and pages > 0 and statements > 0)
    print(f"{len(feeds)} feeds with {entries} entries, {pages} pages on the map, linked data of {statements} pages")
    for line in wrong[:40]:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
