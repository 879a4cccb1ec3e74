"""Every command, view and language as `ask --format json`, against `schema --of answer`; and the meaning in it.

Usage: json_answers.py SUMBER
"""

import json
import subprocess
import sys

import jsonschema

VIEWS = ["short", "full", "claims", "denials", "timeline", "quotes", "figures", "sources"]
STYLES = ["apa", "bibtex", "chicago", "csl-json", "ieee", "markdown", "mla", "plain", "ris", "vancouver"]


def run(binary, *arguments, text=None):
    done = subprocess.run([binary, *arguments], input=text, capture_output=True, text=True, check=True)
    return done.stdout


def questions(facts):
    """One question of every command, view, citation style and kind of not understanding."""
    for topic in facts["topics"]:
        yield from (f"/{topic['id']} view:{view}" for view in VIEWS)
        yield f"/{topic['id']} as_of:2024-10-18"
        yield from (f"/{name} topic:{topic['id']}" for name in ("sides", "figures", "timeline", "quotes", "changes"))
    for extent in ("", " view:full"):
        for claim in facts["claims"]:
            yield f"/claim claim:{claim['id']}{extent}"
            yield f"/sides claim:{claim['id']}{extent}"
        yield from (f"/who name:{speaker['id']}{extent}" for speaker in facts["speakers"])
        yield from (f"/figures topic:{topic['id']}{extent}" for topic in facts["topics"])
    yield from (f"/sources style:{style}" for style in STYLES)
    yield from ("/timeline", "/timeline by:event page:2", "/quotes", "/figures", "/sources", "/about", "/help")
    yield from ("/search query:soldiers", "/search query:zzzz", "/related query:\"north korea soldiers kursk\"")
    yield from ("/trops", "/troops view:x", "/troops as_of:x", "/who", "/who name:x", "/claim", "/claim claim:x", "/sides")
    yield from ("/timeline from:2025 to:2024", "/timeline by:x", "/sources style:x", "/figures topic:x", "/changes since:2024")


def documents(text):
    """The JSON values that stand one after the other in a text."""
    decoder, at = json.JSONDecoder(), 0
    while at < len(text.rstrip()):
        value, end = decoder.raw_decode(text, at)
        yield value
        at = end
        while at < len(text) and text[at].isspace():
            at += 1


def check_meaning(answer, claims):
    """Who, kind and date are those of the claim; what speaks of its standing names claims that exist."""
    for entry in (entry for section in answer["sections"] for entry in section["entries"]):
        claim = claims.get(entry["claim"])
        assert (claim is None) == (entry["claim"] is None), entry
        if claim:
            assert entry["kind"] == claim["kind"], entry
            assert entry["by"] == [one["id"] for one in claim["by"]], entry
            assert entry["said"]["when"] == claim["said"]["when"], entry
            assert entry["said"]["basis"] == claim["said"]["basis"], entry
        for standing in entry["standing"]:
            assert all(one in claims for one in standing["claims"]), standing
            assert bool(standing["by"]) == bool(standing["claims"]), standing
        for figure in entry["figures"]:
            assert figure["claim"] in claims and figure["text"] in entry["text"], figure
    numbers = {source["number"] for source in answer["sources"]}
    shown = [*answer["lead"], *(entry for section in answer["sections"] for entry in section["entries"])]
    cited = {number for one in shown for number in one["sources"]}
    for sentence in answer["lead"]:
        assert sentence["text"].endswith(".") and sentence["claims"], sentence
        assert all(one in claims for one in sentence["claims"]), sentence
    assert cited == numbers, (answer["query"], cited ^ numbers)


def main():
    binary = sys.argv[1]
    schema = json.loads(run(binary, "schema", "--of", "answer"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    facts = json.loads(run(binary, "export", "--format", "json"))
    claims = {claim["id"]: claim for claim in facts["claims"]}
    asked = [f"{question} lang:{lang}" for question in questions(facts) for lang in ("en", "id")]
    answers = list(documents(run(binary, "ask", "--format", "json", text="\n".join(asked) + "\n")))
    assert len(answers) == len(asked), (len(answers), len(asked))
    for question, answer in zip(asked, answers):
        for error in validator.iter_errors(answer):
            sys.exit(f"{question}: {error.json_path}: {error.message}")
        check_meaning(answer, claims)
    told = {one["kind"] for answer in answers for section in answer["sections"]
            for entry in section["entries"] for one in entry["standing"]}
    for kind in ("denied", "denied-at-first", "confirmed", "contradicted", "differs", "single-origin", "corroborated"):
        assert kind in told, kind
    print(f"{len(answers)} answers fit the schema")


main()
