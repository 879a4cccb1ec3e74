"""The form shows everything that a record has, and what it counts can be written by somebody who is no programmer."""

import json
import subprocess
import tomllib

from filling import control, field, fresh, no_wider, opens, pick, says, take, write
from selenium.webdriver.common.keys import Keys

# A claim, its sources and their authors with every key that there is.
WHOLE = """
[[source]]
id = "whole-source"
type = "dataset"
title = "The tide of the bridge"
title_own = false
author = [{ family = "Moll", given = "Ina" }, { name = "Harbour Society" }]
publisher = "Tide House"
family = "tide"
origin = "wire"
mirror_of = "harbour-log"
issued = "2024-05-13"
issued_basis = "inferred"
accessed = "2024-07-01"
url = "https://example.org/tide"
archived = { url = "https://example.com/kept/tide", on = "2024-07-02", by = "Keeper" }
gone = "2024-07-03"
language = "en"
archive = "tide.txt"
note.en = "A table without words."
note.id = "Tabel tanpa kata."

[[claim]]
id = "whole"
topics = ["bridge"]
kind = "reports"
by = ["ada-berg"]
citing = ["builders-union"]
via.en = "on the radio"
via.id = "di radio"
said = { when = "2024-05-12", basis = "inferred", why.en = "It says Sunday.", why.id = "Disebut hari Minggu." }
about.who = ["northland"]
about.when = { when = "2024-03", basis = "inferred", why.en = "In spring.", why.id = "Di musim semi." }
about.place.en = "Westport"
about.place.id = "Westport Raya"
text.en = "Ships of 2.5 metres pass."
text.id = "Kapal 2,5 meter lewat."
recorded = "2024-07-04"
revised = [{ on = "2024-07-05", note.en = "The metres were added.", note.id = "Meter ditambahkan." }]
withdrawn = { on = "2024-07-06", note.en = "It was another bridge.", note.id = "Itu jembatan lain." }

[[claim.evidence]]
source = "harbour-log"
role = "origin"
where.en = "page 3"
where.id = "halaman 3"

[[claim.evidence]]
source = "radio-bridge"
role = "differs"
in = "number"
note.en = "It has 3 metres."
note.id = "Disebut 3 meter."

[[claim.quote]]
words = "Everything passes"
lang = "en"
source = "harbour-log"
where.en = "line 2"
where.id = "baris 2"
translated_from = "fr"
machine = true

[[claim.quote.translation]]
lang = "id"
words = "Semuanya lewat"
by.en = "the editors"
by.id = "redaksi"
machine = true
of = "Everything passes"

[[claim.quote.translation]]
lang = "fr"
words = "Tout passe"
source = "radio-bridge"
of = "Everything passes"

[[claim.figure]]
measure = "workers"
low = 2
best = 2.5
high = 4.0
qualifier = "likely"
as_of = "2024-04"
source = "radio-bridge"
by = ["ministry"]
note.en = "Counted twice."
note.id = "Dihitung dua kali."

[[claim.link]]
type = "context"
to = "bridge-ready"
"""

# What is shown in a form: what stands in its fields, what is chosen, and tokens.
SHOWN = """
const open = (one) => !one.closest('details:not([open])');
const fields = [...document.querySelectorAll('#form-sheet :is(input:not([type=radio], [type=checkbox]), textarea, select)')];
const chosen = [...document.querySelectorAll('#form-sheet :checked')].filter((one) => one.tagName === 'INPUT');
const flags = chosen.filter((one) => one.type === 'checkbox').map((one) => one.labels[0].innerText);
const tokens = [...document.querySelectorAll('#form-sheet .token > span')];
return [...fields.filter(open).map((one) => one.value), ...chosen.filter(open).map((one) => one.value), ...flags, ...tokens.filter(open).map((one) => one.innerText)];
"""


def leaves(value, path=()):
    """Each value inside another, with its path."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inside is None:
        yield path, value
    else:
        for key, one in inside:
            yield from leaves(one, (*path, key))


def known(schema, part):
    """The keys of a part of the schema and of what is below it."""
    part = schema["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part
    for key, one in part.get("properties", {}).items():
        yield key
        yield from known(schema, one)
    for name in ("items", "anyOf"):
        below = part.get(name, [])
        for one in below if isinstance(below, list) else [below]:
            yield from known(schema, one)


def edited(page, kind, id):
    fresh(page)
    page.choose(lang="en")
    page.run("import('/preview/form.js').then((form) => form.edit(arguments[0], arguments[1]))".replace("arguments[0]", repr(kind)).replace("arguments[1]", repr(id)))
    page.until("document.querySelector('#form').open && document.querySelector('#form-state').textContent", "the form")


def an_edit_shows_everything(page, facts, binary):
    before = facts.read_text()
    facts.write_text(before + WHOLE)
    records = tomllib.loads(WHOLE)
    schema = json.loads(subprocess.run([binary, "schema"], check=True, capture_output=True).stdout)
    for width, height in ((1280, 860), (390, 844)):
        page.size(width, height)
        for kind, id in (("claim", "whole"), ("source", "whole-source")):
            record = records[kind][-1]
            names = {step for path, _ in leaves(record) for step in path if isinstance(step, str)}
            missing = set(known(schema, schema["properties"][kind]["items"])) - names
            assert not missing, f"the {kind} of this test lacks {missing}"
            edited(page, kind, id)
            says(page, "Nothing is changed yet.")
            offers = page.run("return fetch('/preview/form/offers/en').then((one) => one.json())")["offers"]
            labels = {one["id"]: one["label"] for some in offers.values() for one in some}
            labels |= {"en": "English", "id": "Indonesian", "fr": "French"}
            shown = page.run(SHOWN)
            for path, value in leaves(record):
                if path[-1] == "of":
                    continue  # The words of the quotation that it is of.
                if isinstance(value, bool):
                    assert any("by a machine" in one or "not the page" in one for one in shown), f"{path}: {shown}"
                    continue
                text = str(int(value) if value == 4.0 else value)
                assert text in shown or labels.get(text) in shown, f"{path}: {text} is not in {shown}"
            page.axe(f"a whole {kind}, {width}")
            no_wider(page, f"a whole {kind}, {width}")
            page.picture(f"{'phone' if width == 390 else 'desktop'}-dark-en-form-whole-{kind}")
            page.run("document.querySelector('#part-change, .adds')?.scrollIntoView()")
            page.picture(f"{'phone' if width == 390 else 'desktop'}-dark-en-form-whole-{kind}-below")
            page.click("#form-shut")
    # A change of one value changes one line, however the number beside it is written.
    page.size(1280, 860)
    edited(page, "claim", "whole")
    write(page, "Where it happened English", "Northport")
    says(page, "Ready. It goes into")
    page.click("#form-save")
    says(page, "Saved.")
    assert facts.read_text() == (before + WHOLE).replace('"Westport"', '"Northport"'), facts.read_text()
    page.click("#form-shut")
    facts.write_text(before)


def a_figure_is_added_with_what_it_counts(page, facts):
    before = facts.read_text()
    edited(page, "claim", "bridge-not-ready")
    opens(page, "Figures")
    page.click("#add-figure")
    says(page, "How exactly it was given")
    assert not page.all("#form .wrong"), "what was not touched is not told"
    take(page, "What is counted", "workers", "Workers at the bridge")
    write(page, "Number", "1,500")
    page.until("document.querySelector('#form .numbers .wrong')", "digits only")
    page.picture("desktop-dark-en-form-figure-wrong")
    control(page, "Number").send_keys(Keys.CONTROL + "a", Keys.BACKSPACE)
    control(page, "What is counted").send_keys(Keys.CONTROL + "a")
    take(page, "What is counted", "Metres of railing", "Something new: Metres of railing")
    write(page, "What is counted, in words Indonesian", "Meter pagar")
    write(page, "Unit English", "metres")
    write(page, "Unit Indonesian", "meter")
    write(page, "From", "12.5")
    write(page, "To", "20")
    select = control(page, "How exactly it was given")
    page.run("arguments[0].value = 'about'; arguments[0].dispatchEvent(new Event('change'))", select)
    says(page, "Ready. It goes into")
    page.axe("a figure")
    page.picture("desktop-dark-en-form-figure")
    write(page, "When it happened", "2024-05")
    pick(page, "How the date is known", "stated", 1)
    page.click("#form-save")
    says(page, "Saved.")
    text = facts.read_text()
    for written in (
        '[[measure]]\nid = "metres-of-railing"\nname.en = "Metres of railing"\nname.id = "Meter pagar"\nunit.en = "metres"\nunit.id = "meter"\n',
        '[[claim.figure]]\nmeasure = "metres-of-railing"\nlow = 12.5\nhigh = 20\nqualifier = "about"\n',
        'about.who = ["ministry"]\nabout.when',
    ):
        assert written in text, f"{written}\n{text}"
    page.click("#form-shut")
    page.clear()
    assert "about 12.5 to 20" in page.ask("/figures"), page.last()
    facts.write_text(before)


def a_source_has_its_authors_and_a_statement_is_withdrawn(page, facts):
    before = facts.read_text()
    edited(page, "source", "harbour-log")
    page.click("#add-author")
    write(page, "Family name", "Moll")
    write(page, "Given name", "Ina")
    page.click("#add-author-2")
    write(page, "Name of the institution", "Harbour Society")
    says(page, "Ready. It goes into")
    page.picture("desktop-dark-en-form-authors")
    page.click("#form-save")
    says(page, "Saved.")
    assert 'author = [{ family = "Moll", given = "Ina" }, { name = "Harbour Society" }]' in facts.read_text(), facts.read_text()
    page.click("#form-shut")
    facts.write_text(before)
    edited(page, "claim", "bridge-safe")
    opens(page, "Withdraw it")
    page.run("arguments[0].querySelector('.today').click()", field(page, "Withdrawn on"))
    says(page, "Still needed: 2")
    write(page, "Why it is withdrawn English", "It was said of another bridge.")
    write(page, "Why it is withdrawn Indonesian", "Itu tentang jembatan lain.")
    says(page, "Ready. It goes into")
    page.axe("a withdrawal")
    page.click("#form-save")
    says(page, "Saved.")
    assert 'withdrawn.note.en = "It was said of another bridge."' in facts.read_text(), facts.read_text()
    page.click("#form-shut")
    facts.write_text(before)
