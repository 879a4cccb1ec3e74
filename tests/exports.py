#!/usr/bin/env python3
"""Reads every export back with other people's readers: tests/exports.py FOLDER

FOLDER holds what `sumber export --format … --out FOLDER` wrote, in every format, for one fact file. The JSON
export is what the others are compared with; anything lost or changed is told. Exit 0, or 1 with what is wrong.
"""

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

import bibtexparser
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
import rispy
from citeproc.source.json import CiteProcJSON
from pyld import jsonld

# What a cell may not begin with; the apostrophe before it is the export's.
RISKY = tuple("=+-@\t\r'")
SCHEMA = "https://schema.org/"
# The classes and properties of schema.org that the linked data may use.
CLASSES = "Article Book Claim Country CreativeWork Dataset NewsArticle Organization Person Report ScholarlyArticle WebPage"
PROPERTIES = (
    "about additionalType alternateName appearance archivedAt author creativeWorkStatus datePublished description hasPart "
    "familyName givenName identifier inLanguage isBasedOn isPartOf keywords license mentions name publisher temporal temporalCoverage text url"
)
CITO = "http://purl.org/spar/cito/"
# How a link stands in the linked data: its property, and the inverse property at the other claim, if it has one.
LINKS = {
    "denies": (CITO + "disputes", CITO + "isDisputedBy"),
    "confirms": (CITO + "confirms", CITO + "isConfirmedBy"),
    "supersedes": (CITO + "updates", CITO + "isUpdatedBy"),
    "qualifies": (CITO + "qualifies", CITO + "isQualifiedBy"),
    "supports": (CITO + "supports", None),
    "answers": (CITO + "repliesTo", None),
    "repeats": (CITO + "agreesWith", None),
    "part-of": (SCHEMA + "isPartOf", None),
    "context": (SCHEMA + "mentions", None),
}

compared: dict[str, int] = defaultdict(int)
wrong: list[str] = []


def precedes(source: dict, claim: dict) -> bool:
    """Whether a source was out before the first day on which a statement may have been made. What is only reported may
    well have been printed before."""
    last = (source.get("issued") or "9999").split("/")[-1].ljust(10, "~")
    first = claim["said"]["when"].split("/")[0].ljust(10, " ")
    return claim["kind"] != "reports" and last < first


def same(where: str, expected, found) -> None:
    """Notes one comparison, and what is wrong with it."""
    compared[where.split(":", 1)[0]] += 1
    if expected != found:
        wrong.append(f"{where}: expected {expected!r}, found {found!r}")


def title(source: dict) -> str:
    """As every format has it: in brackets unless it is the page's own."""
    return source["title"] if source["title_own"] else f"[{source['title']}]"


def straight(text: str) -> str:
    """A text with straight quotation marks in place of curly ones."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def parts(date: str) -> list[int]:
    return [int(part) for part in date.split("-")]


def single(date: str | None) -> bool:
    """Whether a date is one day, month or year without doubt, as RIS and CSL-JSON can have it whole."""
    return date is not None and not any(sign in date for sign in "/~?%.")


def read_bibtex(path: Path, sources: dict) -> None:
    library = bibtexparser.parse_file(str(path))
    same("bibtex: blocks that cannot be read", [], [str(block) for block in library.failed_blocks])
    entries = library.entries_dict
    taken_apart = bibtexparser.parse_file(str(path), append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    people = {key: entry.fields_dict.get("author") for key, entry in taken_apart.entries_dict.items()}
    names = {key: authors.value if authors else [] for key, authors in people.items()}
    same("bibtex: keys", sorted(sources), sorted(entries))
    for key, source in sources.items():
        fields = {field.key: plain(field.value) for field in entries[key].fields}
        publisher = [fields.get(name) for name in ("journaltitle", "organization", "institution", "publisher")]
        where = f"bibtex: {key}"
        same(f"{where} authors", bibtex_names(source), [written(one) for one in names[key]])
        # LaTeX sets a straight quotation mark as a closing one, so that the title's marks are curly.
        same(f"{where} straight marks", False, '"' in fields["title"])
        same(f"{where} title", straight(title(source)), straight(fields["title"]))
        same(f"{where} publisher", source["publisher"], next(filter(None, publisher)))
        same(f"{where} date", source["issued"], fields.get("date"))
        same(f"{where} url", first(addresses(source)), fields.get("url"))
        same(f"{where} urldate", source["accessed"], fields.get("urldate"))
        same(f"{where} language", source["language"], fields["langid"])


def bibtex_names(source: dict) -> list[tuple[str, str]]:
    """The family and the given name of each author; a name that stays whole is in braces."""
    whole = lambda name: "{" + name + "}" if " " in name else name
    names = source.get("authors", [])
    return [
        ("{" + one["name"] + "}", "") if "name" in one
        else (one["family"], one["given"]) if "given" in one
        else (whole(one["family"]), "")
        for one in names
    ]


def written(name) -> tuple[str, str]:
    """A name as BibTeX takes it apart, with what stands before the family name."""
    return " ".join(name.von + name.last), " ".join(name.first)


def plain(text: str) -> str:
    """A value without the braces that keep capitals and the escapes that BibTeX wants."""
    if text.startswith("{") and text.endswith("}"):
        text = text[1:-1]
    for sign in "&%$#_":
        text = text.replace(f"\\{sign}", sign)
    return text


def read_ris(path: Path, sources: dict) -> None:
    text = path.read_bytes().decode("utf-8")
    same("ris: line ends", text.count("\n"), text.count("\r\n"))
    entries = {entry["id"]: entry for entry in rispy.loads(text.replace("\r\n", "\n"))}
    same("ris: ids", sorted(sources), sorted(entries))
    for key, source in sources.items():
        entry, where = entries[key], f"ris: {key}"
        same(f"{where} title", title(source), entry["title"])
        same(f"{where} authors", listed(source), entry.get("authors", []))
        same(f"{where} publisher", source["publisher"], entry["publisher"])
        same(f"{where} url", addresses(source), entry.get("urls") or [])
        same(f"{where} language", source["language"], entry["language"])
        read = source["accessed"]
        same(f"{where} accessed", parts(read) if read else [], dashed(entry.get("access_date", "")))
        if single(source["issued"]):
            same(f"{where} date", parts(source["issued"]), dashed(entry["date"]))
        elif source["issued"]:
            same(f"{where} date in the notes", True, any(source["issued"] in note for note in entry["notes"]))
        else:
            same(f"{where} date", None, entry.get("date") or entry.get("year"))


def listed(source: dict) -> list[str]:
    """The authors as lists of literature have them, each a text."""
    names = lambda one: [one[key] for key in ("family", "given", "name") if key in one]
    return [", ".join(names(one)) for one in source.get("authors", [])]


def addresses(source: dict) -> list[str]:
    """The addresses of a source, the one to open first at the beginning."""
    both = [source["url"], source.get("archived", {}).get("url")]
    return [one for one in (reversed(both) if "gone" in source else both) if one]


def first(texts: list[str]) -> str | None:
    return texts[0] if texts else None


def dashed(date: str) -> list[int]:
    return [int(part) for part in date.split("/") if part]


def read_csl(path: Path, sources: dict) -> None:
    items = {item["id"]: item for item in json.loads(path.read_text(encoding="utf-8"))}
    same("csl-json: ids", sorted(sources), sorted(items))
    # The processor reads every item or raises.
    read = CiteProcJSON(list(items.values()))
    same("csl-json: read by citeproc-py", sorted(sources), sorted(read))
    for key, source in sources.items():
        item, where = items[key], f"csl-json: {key}"
        same(f"{where} title", title(source), str(read[key]["title"]))
        # A treaty is cited as the page that prints it: its day is that of the page.
        same(f"{where} type", {"treaty": "webpage"}.get(source["type"], source["type"]), item["type"])
        same(f"{where} publisher", source["publisher"], item.get("container-title") or item.get("publisher"))
        same(f"{where} url", first(addresses(source)), item.get("URL"))
        same(f"{where} archived", source.get("archived", {}).get("url"), item.get("archive_location"))
        same(f"{where} language", source["language"], item["language"])
        read_on = [parts(source["accessed"])] if source["accessed"] else None
        same(f"{where} accessed", read_on, item.get("accessed", {}).get("date-parts"))
        issued = item.get("issued", {})
        if single(source["issued"]):
            same(f"{where} date", [parts(source["issued"])], issued["date-parts"])
            same(f"{where} inferred", source["issued_basis"] == "inferred", issued.get("circa", False))
            date = read[key]["issued"]
            same(f"{where} date as read", parts(source["issued"])[0], int(date.year))
        else:
            same(f"{where} date", bool(source["issued"]), bool(issued))
        names = [{"literal": one["name"]} if "name" in one else one for one in source.get("authors", [])]
        same(f"{where} authors", names, item.get("author", []))


def read_csv(path: Path, claims: dict, sources: dict) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    expected = [(claim["id"], one["source"], one["role"]) for claim in claims.values() for one in claim["evidence"]]
    same("csv: rows", sorted(expected), sorted((row["claim"], row["source"], row["role"]) for row in rows))
    for row in rows:
        for name, cell in row.items():
            same(f"csv: no formula in {name}", False, cell.startswith(RISKY) and not cell.startswith("'"))
        cell = {name: cell[1:] if cell.startswith("'") else cell for name, cell in row.items()}
        claim, source = claims[cell["claim"]], sources[cell["source"]]
        where = f"csv: {cell['claim']}, {cell['source']}"
        standing = claim["standing"]
        lists = {
            "topics": claim["topics"],
            "speakers": [one["id"] for one in claim["by"]],
            "citing": [one["id"] for one in claim["citing"]],
            **{name: ids for name, ids in standing.items()},
        }
        for name, ids in lists.items():
            same(f"{where} {name}", "|".join(ids), cell[name])
        for lang, text in claim["text"].items():
            same(f"{where} text", text, cell[f"text_{lang}"])
            same(f"{where} speakers", "|".join(one["name"][lang] for one in claim["by"]), cell[f"speakers_{lang}"])
        same(f"{where} said", claim["said"]["when"], cell["said"])
        same(f"{where} basis", claim["said"]["basis"], cell["said_basis"])
        same(f"{where} kind", claim["kind"], cell["kind"])
        for name in ("publisher", "title", "issued", "url", "language", "accessed"):
            same(f"{where} {name}", source[name] or "", cell[name])
        same(f"{where} authors", "|".join(listed(source)), cell["authors"].replace("{", "").replace("}", ""))
        archived = {**{"url": "", "on": "", "by": ""}, **source.get("archived", {})}
        same(f"{where} archived", archived, {"url": cell["archived"], "on": cell["archived_on"], "by": cell["archived_by"]})
        same(f"{where} gone", source.get("gone", ""), cell["gone"])
        same(f"{where} title_own", str(source["title_own"]).lower(), cell["title_own"])


def read_jsonl(path: Path, claims: dict) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    same("jsonl: claims", list(claims.values()), [json.loads(line) for line in lines])


def read_jsonld(path: Path, claims: dict, sources: dict, speakers: dict) -> None:
    nodes = {node["@id"]: node for node in jsonld.flatten(json.loads(path.read_text(encoding="utf-8")))}
    for node in nodes.values():
        kinds = [kind.removeprefix(SCHEMA) for kind in node.get("@type", [])]
        same("jsonld: classes", [], [kind for kind in kinds if kind not in CLASSES.split()])
        names = [name.removeprefix(SCHEMA) for name in node if not name.startswith(("@", CITO))]
        same("jsonld: properties", [], [name for name in names if name not in PROPERTIES.split()])
    dossier = next(node for node in nodes.values() if SCHEMA + "hasPart" in node)
    urn = lambda what, key: f"{dossier['@id']}:{what}:{key}"
    ids = lambda node, name: sorted(value["@id"] for value in node.get(SCHEMA + name, []))
    value = lambda node, name: next((one.get("@value", one.get("@id")) for one in node.get(SCHEMA + name, [])), None)
    same("jsonld: parts", sorted(urn("claim", key) for key in claims), ids(dossier, "hasPart"))
    same("jsonld: rates nothing", [], [key for key, node in nodes.items() if "Review" in str(node.get("@type"))])
    relations = defaultdict(set)
    for key, claim in claims.items():
        for link in claim["links"]:
            property, inverse = LINKS[link["type"]]
            relations[key, property].add(urn("claim", link["to"]))
            if inverse and not claim["withdrawn"]:
                relations[link["to"], inverse].add(urn("claim", key))
        for other in claim["standing"]["taken_back_by"]:
            relations[key, CITO + "isUpdatedBy"].add(urn("claim", other))
        for one in claim["evidence"]:
            if one["role"] == "contradicts":
                relations[key, CITO + "isDisputedBy"].add(urn("source", one["source"]))
    for key, claim in claims.items():
        node, where = nodes[urn("claim", key)], f"jsonld: {key}"
        for name in {name for pair in LINKS.values() for name in pair if name}:
            found = [value["@id"] for value in node.get(name, [])]
            same(f"{where} {name}", sorted(relations[key, name]), sorted(found))
        carries = lambda one: one["role"] not in ("contradicts", "part") and not precedes(sources[one["source"]], claim)
        carrying = {one["source"] for one in claim["evidence"] if carries(one)}
        same(f"{where} appearance", sorted(urn("source", one) for one in carrying), ids(node, "appearance"))
        same(f"{where} author", sorted({urn("speaker", one["id"]) for one in claim["by"]}), ids(node, "author"))
        texts = {one["@language"]: one["@value"] for one in node[SCHEMA + "text"]}
        same(f"{where} text", claim["text"], texts)
        when = claim["said"]["when"]
        printed = when if single(when) and claim["said"]["basis"] == "stated" else None
        same(f"{where} date", printed, value(node, "datePublished"))
        same(f"{where} time", None if printed else when, value(node, "temporal"))
    for key, source in sources.items():
        node, where = nodes[urn("source", key)], f"jsonld: {key}"
        same(f"{where} name", title(source), value(node, "name"))
        same(f"{where} url", source["url"], value(node, "url"))
        same(f"{where} archived", source.get("archived", {}).get("url"), value(node, "archivedAt"))
        same(f"{where} language", source["language"], value(node, "inLanguage"))
        same(f"{where} publisher", source["publisher"], value(nodes[node[SCHEMA + "publisher"][0]["@id"]], "name"))
        printed = source["issued"] if single(source["issued"]) and source["issued_basis"] == "stated" else None
        same(f"{where} date", printed, value(node, "datePublished"))
        same(f"{where} time", None if printed else source["issued"], value(node, "temporal"))
    for key, speaker in speakers.items():
        names = {one["@language"]: one["@value"] for one in nodes[urn("speaker", key)][SCHEMA + "name"]}
        same(f"jsonld: {key} name", speaker["name"], names)


def read_markdown(path: Path, claims: dict, languages: list[str]) -> None:
    """Every sentence stands in the document, as it is shown."""
    text = path.read_text(encoding="utf-8").replace("\\", "")
    for key, claim in claims.items():
        for lang in languages:
            same(f"markdown: {key} {lang}", True, claim["text"][lang].replace("\\", "") in text)


def main(folder: Path) -> int:
    whole = next(path for path in folder.glob("*.json") if not path.name.endswith(".csl.json"))
    exported = json.loads(whole.read_text(encoding="utf-8"))
    by_id = lambda name: {record["id"]: record for record in exported[name]}
    claims, sources, speakers = by_id("claims"), by_id("sources"), by_id("speakers")
    file = lambda ending: folder / f"{exported['dossier']['id']}.{ending}"
    read_jsonl(file("jsonl"), claims)
    read_csv(file("csv"), claims, sources)
    read_markdown(file("md"), claims, exported["dossier"]["languages"])
    read_csl(file("csl.json"), sources)
    read_bibtex(file("bib"), sources)
    read_ris(file("ris"), sources)
    read_jsonld(file("jsonld"), claims, sources, speakers)
    print("\n".join(wrong[:40]))
    counts = ", ".join(f"{name} {count}" for name, count in compared.items())
    print(f"{len(claims)} claims and {len(sources)} sources; comparisons: {counts}; {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
