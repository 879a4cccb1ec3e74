"""The form: a statement added with its source, edited, refused, and changed by somebody else at the same time."""

from page import SCREENSHOTS
from selenium.webdriver.common.keys import Keys

COMMENT = "# A small made-up fact file"
REPORT = "[...document.querySelectorAll('#form .field')]"


def fresh(page):
    """A page that keeps nothing of what was typed before."""
    page.run("sessionStorage.clear()")
    page.clear()


def opened(page, what="add-claim"):
    page.size(1280, 860)
    fresh(page)
    page.choose(theme="dark", lang="en")
    page.click("#tab-problems")
    page.until("document.querySelector('#add-claim')", "the buttons beside the problems")
    page.click(f"#{what}")
    page.until("document.querySelector('#form').open && document.querySelector('#form-state').textContent", "the form is checked")


def field(page, label, nth=0):
    """A field by the words above it, language included."""
    found = page.run(
        f"return {REPORT}.filter((one) => {{ const label = one.querySelector('label:not(.pill), legend').cloneNode(true);"
        "label.querySelectorAll('.optional, .today').forEach((more) => more.remove());"
        "return [...label.childNodes].map((one) => one.textContent).join(' ').trim() === arguments[0]; })[arguments[1]]",
        label,
        nth,
    )
    assert found, f"no field {label!r}"
    return found


def control(page, label, nth=0):
    return page.run("return arguments[0].querySelector('input, textarea, select')", field(page, label, nth))


def write(page, label, text, nth=0):
    one = control(page, label, nth)
    one.clear()
    one.send_keys(text)


def take(page, label, typed, offered, nth=0):
    """Types into a field that completes, and takes the offer that begins with a text."""
    one = control(page, label, nth)
    one.send_keys(typed)
    options = "[...document.querySelectorAll('#form .combo .offers:not([hidden]) [role=option]')]"
    begins = f"{options}.find((one) => one.innerText.startsWith({offered!r}))"
    page.until(begins, f"{offered!r} is offered")
    page.run(f"{begins}.click()")


def pick(page, label, value, nth=0):
    page.run("arguments[0].querySelector(`input[value=${arguments[1]}]`).click()", field(page, label, nth), value)


def choose(page, label, value, nth=0):
    page.run("const s = arguments[0].querySelector('select'); s.value = arguments[1]; s.dispatchEvent(new Event('change'))", field(page, label, nth), value)


def opens(page, summary):
    page.run("[...document.querySelectorAll('#form summary')].find((one) => one.innerText.trim() === arguments[0]).click()", summary)


def says(page, text, seconds=10):
    page.until(f"document.querySelector('#form').innerText.includes({text!r})", text, seconds)


def no_wider(page, where):
    odd = page.run(
        "return [...document.querySelectorAll('#form, #form *')].filter((one) => one.getClientRects().length && "
        "(one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1))"
        ".map((one) => `${one.tagName}.${one.className}`)"
    )
    assert not odd, f"{where}, beyond the edge: {odd}"


def a_statement_with_a_new_source_is_added(page, facts):
    before = facts.read_text()
    assert before.startswith(COMMENT)
    opened(page)
    page.axe("an empty form")
    take(page, "Speakers", "ada", "Ada Berg")
    write(page, "The statement English", "The bridge will be painted in June 2024.")
    write(page, "The statement Indonesian", "Jembatan akan dicat pada Juni 2024.")
    pick(page, "What they do", "asserts")
    write(page, "Date", "2024-05-08~")
    says(page, "Read as: about 8 May 2024")
    pick(page, "How the date is known", "stated")
    take(page, "Source", "https://example.org/gazette/paint", "A new source")
    write(page, "Title", "Paint for the bridge")
    choose(page, "Type", "article-newspaper")
    take(page, "Publisher", "eastp", "Eastport Gazette")
    write(page, "Published", "2024-05-09")
    take(page, "Language", "engl", "English")
    page.until("document.querySelector('#shown .embed, #shown .content')?.innerText.includes('painted in June')", "the card")
    page.until("document.querySelector('#shown .picture')?.naturalWidth > 100", "its picture")
    says(page, "Ready. It goes into")
    page.axe("a form that is filled in")
    page.picture("desktop-dark-en-form")
    page.run("document.querySelector('.form-main').scrollTop = 0")
    # The one in docs/preview.md: without the page behind it, which shows where the file is.
    page.find("#form").screenshot(str(SCREENSHOTS / "form-dark-en.png"))
    page.click("#form-save")
    says(page, "Saved.")
    says(page, "stands in line")
    page.axe("a form that was saved")
    page.picture("desktop-dark-en-form-saved")
    text = facts.read_text()
    assert text.startswith(COMMENT) and "Paint for the bridge" in text and 'said.when = "2024-05-08~"' in text, text
    # Only what was added is new.
    rest = text
    for line in before.splitlines():
        assert line in rest, f"lost: {line}"
    page.click("#form-look")
    page.until("!document.querySelector('#form').open && document.querySelector('.messages .embed, .messages .content')", "the answer")
    assert "painted in June" in page.last(), page.last()
    facts.write_text(before)


def a_statement_is_edited_from_its_answer(page, facts):
    before = facts.read_text()
    page.clear()
    page.choose(theme="dark", lang="en")
    page.ask("/claim claim:bridge-ready")
    page.axe("an answer that can be edited")
    page.run("document.querySelector('.messages:not([hidden]) > li:last-child .edit').click()")
    page.until("document.querySelector('#form').open && document.querySelector('#form-state').textContent", "the form")
    says(page, "Nothing is changed yet.")
    one = control(page, "The statement English")
    assert one.get_attribute("value").startswith("The bridge at Eastport has been ready"), one.get_attribute("value")
    write(page, "The statement English", "The bridge at Eastport has stood ready since April 2024.")
    page.until("document.querySelector('#shown').innerText.includes('has stood ready')", "the card follows")
    page.click("#form-save")
    says(page, "Saved.")
    expected = before.replace("has been ready since April 2024", "has stood ready since April 2024")
    assert facts.read_text() == expected, facts.read_text()
    facts.write_text(before)


def what_is_wrong_is_told_beside_the_field(page, facts):
    before = facts.read_text()
    opened(page)
    take(page, "Speakers", "ada", "Ada Berg")
    write(page, "Date", "03/04/2024")
    says(page, "3 April 2024: write 2024-04-03")
    page.run("[...document.querySelectorAll('#form .reading button')][0].click()")
    says(page, "Read as: 3 April 2024")
    write(page, "Date", "2024-02-30")
    page.until(f"{REPORT}.some((one) => one.classList.contains('wrong') && one.innerText.includes('is not a date'))", "the date is refused")
    write(page, "The statement English", "The minister admitted that the bridge is late.")
    write(page, "The statement Indonesian", "Jembatan terlambat.")
    page.click("#form-save")
    page.until("document.activeElement.getAttribute('aria-invalid') === 'true'", "the first that is wrong has the focus")
    says(page, "Still needed.")
    page.axe("a form with problems")
    page.picture("desktop-dark-en-form-problems")
    assert facts.read_text() == before
    # What was typed is kept while the form is closed, and when the page is loaded again.
    page.keys(Keys.ESCAPE)
    page.until("!document.querySelector('#form').open", "the form is closed")
    page.clear()
    page.click("#write")
    says(page, "What you typed before is still here.")
    assert control(page, "The statement Indonesian").get_attribute("value") == "Jembatan terlambat."
    page.click("#form-restart")
    page.until(f"document.querySelector('#form').open && !document.querySelector('#form-sheet textarea').value", "an empty form")
    page.click("#form-shut")


def somebody_else_changes_it_meanwhile(page, facts):
    before = facts.read_text()
    page.clear()
    page.choose(theme="light", lang="en")
    page.ask("/claim claim:bridge-ready")
    page.run("document.querySelector('.messages:not([hidden]) > li:last-child .edit').click()")
    page.until("document.querySelector('#form').open && document.querySelector('#form-state').textContent", "the form")
    write(page, "The statement English", "Mine.")
    theirs = before.replace("at a press conference", "on the radio").replace("has been ready since April 2024.", "is theirs.")
    facts.write_text(theirs)
    page.click("#form-save")
    says(page, "Somebody has changed the same keys meanwhile")
    says(page, "The statement, English: The bridge at Eastport is theirs.")
    page.axe("a change by somebody else")
    page.picture("desktop-light-en-form-changed")
    assert facts.read_text() == theirs
    page.click("#form-keep-mine")
    says(page, "Saved.")
    text = facts.read_text()
    assert "on the radio" in text and '"Mine."' in text and "is theirs" not in text, text
    page.click("#form-shut")
    facts.write_text(before)


def tab_to(page, label):
    """Presses Tab until the focus is in the control of a field."""
    there = control(page, label)
    for _ in range(12):
        page.keys(Keys.TAB)
        if page.run("return document.activeElement === arguments[0]", there):
            return
    raise AssertionError(f"{label!r} cannot be reached")


def listed(page):
    page.until("document.activeElement.getAttribute('aria-expanded') === 'true' && document.activeElement.getAttribute('aria-activedescendant')", "the list is open, with one marked")
    page.keys(Keys.ENTER)
    page.until("!document.querySelector('#form .combo .offers:not([hidden])')", "it is taken")


def it_is_filled_in_by_keys_alone(page, facts):
    before = facts.read_text()
    fresh(page)
    page.choose(theme="dark", lang="en")
    page.click("#tab-problems")
    page.until("document.querySelector('#add-claim')", "the buttons beside the problems")
    page.focus("#add-claim")
    page.keys(Keys.ENTER)
    page.until("document.querySelector('#form').open && document.querySelector('#form-state').textContent", "the form is checked")
    assert page.run("return document.activeElement.getAttribute('role')") == "combobox"
    page.keys("ada")
    listed(page)
    tab_to(page, "The statement English")
    page.keys("The bridge sings.")
    tab_to(page, "The statement Indonesian")
    page.keys("Jembatan bernyanyi.")
    tab_to(page, "What they do")
    page.keys(Keys.SPACE)
    tab_to(page, "Date")
    page.keys("2024-05")
    tab_to(page, "How the date is known")
    page.keys(Keys.SPACE)
    tab_to(page, "Source")
    page.keys("evening")
    listed(page)
    page.until("document.querySelector('#form-state').textContent === 'Still needed: 1'", "only the role is needed")
    tab_to(page, "What it does for the statement")
    page.keys(Keys.SPACE)
    says(page, "Ready. It goes into")
    # The first Escape closes a list, the next one the form.
    page.keys(Keys.SHIFT + Keys.TAB, "r")
    page.keys(Keys.ESCAPE)
    assert page.run("return document.querySelector('#form').open")
    page.keys(Keys.ESCAPE)
    page.until("!document.querySelector('#form').open && document.activeElement.id === 'add-claim'", "back where it was opened")
    assert facts.read_text() == before


def it_can_be_tried_without_a_file(page):
    page.size(1280, 860)
    page.clear()
    page.choose(theme="light", lang="id")
    page.click("#write")
    page.until("document.querySelector('#form').open", "the form")
    says(page, "sumber --facts my-facts")
    assert not page.all("#form-save")
    page.axe("a form that cannot save")
    page.picture("desktop-light-id-form-tried")
    page.click("#form-shut")


def everything_can_be_written(page, facts):
    """A new speaker, two new sources, a quotation with its translation, and a relation."""
    before = facts.read_text()
    page.size(390, 844, 2)
    fresh(page)
    page.choose(theme="light", lang="en")
    page.click("#write")
    page.until("document.querySelector('#form').open && document.querySelector('#form-state').textContent", "the form")
    page.picture("phone-light-en-form-empty")
    take(page, "Speakers", "Otto Klein", "Somebody new: Otto Klein")
    page.until("document.activeElement.type === 'radio'", "the next field has the focus")
    pick(page, "What it is", "person")
    write(page, "Post English", "harbour master")
    page.axe("a new speaker")
    page.picture("phone-light-en-form-speaker")
    write(page, "Post Indonesian", "kepala pelabuhan")
    write(page, "The statement English", "Ships of every size pass below the bridge.")
    write(page, "The statement Indonesian", "Kapal segala ukuran lewat di bawah jembatan.")
    pick(page, "What they do", "confirms")
    write(page, "Date", "2024-05/2024-06")
    pick(page, "How the date is known", "inferred")
    write(page, "How you worked it out English", "The log has no day.")
    write(page, "How you worked it out Indonesian", "Catatan itu tidak menyebut harinya.")
    control(page, "Source").send_keys("e")
    page.until("document.querySelector('#form .combo .offers:not([hidden]) [role=option]')", "sources are offered")
    page.axe("sources that are offered")
    page.picture("phone-light-en-form-offers")
    write(page, "Source", "")
    take(page, "Source", "harbour", "Log of the harbour office")
    pick(page, "What it does for the statement", "origin")
    page.run("[...document.querySelectorAll('#part-where > .add')][0].click()")
    take(page, "Source", "Tide table", "A new source: Tide table", 1)
    write(page, "Address", "https://example.org/tides")
    choose(page, "Type", "dataset")
    take(page, "Publisher", "eastport h", "Eastport Harbour")
    take(page, "Language", "indon", "Indonesian")
    pick(page, "What it does for the statement", "part", 1)
    write(page, "What is different, or which part English", "It has the tides only.")
    write(page, "What is different, or which part Indonesian", "Hanya memuat pasang surut.")
    opens(page, "Exact words")
    page.click("#add-quote")
    write(page, "Words", "Everything passes")
    take(page, "Language", "engl", "English", 1)
    take(page, "Printed in", "log", "Log of the harbour office")
    page.run("[...document.querySelectorAll('#form .member .member, #form .member')].find((one) => one.getAttribute('aria-label') === 'Quotation 1').querySelector('.add').click()")
    write(page, "Translated words", "Semuanya lewat")
    take(page, "Language", "indon", "Indonesian", 2)
    write(page, "Translated by English", "Sumber")
    write(page, "Translated by Indonesian", "Sumber")
    no_wider(page, "a form with a quotation")
    page.picture("phone-light-en-form-quote")
    opens(page, "What it answers or adds to")
    page.click("#add-link")
    choose(page, "This statement", "confirms")
    take(page, "The other statement", "since april", "The bridge at Eastport has been ready")
    says(page, "Ready. It goes into facts.toml")
    page.axe("a whole form")
    page.click("#form-jump")
    page.until("document.querySelector('#shown .picture')?.naturalWidth > 100", "the picture")
    page.picture("phone-light-en-form-card")
    page.click("#form-save")
    says(page, "Saved.")
    no_wider(page, "a form that was saved")
    page.picture("phone-light-en-form-saved")
    text = facts.read_text()
    for written in (
        'id = "otto-klein"\nkind = "person"\nname.en = "Otto Klein"',
        'title.en = "harbour master"',
        'by = ["otto-klein"]',
        'said.when = "2024-05/2024-06"\nsaid.basis = "inferred"\nsaid.why.en = "The log has no day."',
        'family = "harbour"',
        'role = "part"\nnote.en = "It has the tides only."',
        '[[claim.quote.translation]]\nlang = "id"\nwords = "Semuanya lewat"',
        'of = "Everything passes"',
        '[[claim.link]]\ntype = "confirms"\nto = "bridge-ready"',
    ):
        assert written in text, f"{written}\n{text}"
    facts.write_text(before)
    page.click("#form-look")
    page.size(1280, 860)


def a_source_is_added_alone(page, facts):
    before = facts.read_text()
    opened(page, "add-source")
    page.picture("desktop-dark-en-problems-buttons")
    write(page, "Title", "The painting of the bridge")
    choose(page, "Type", "webpage")
    write(page, "Publisher", "Lune Letters")
    take(page, "Language", "fren", "French")
    page.click("#form .today")
    says(page, "Read as:")
    page.until("document.querySelector('#shown').innerText.includes('The painting of the bridge')", "how it is cited")
    page.axe("a source")
    page.picture("desktop-dark-en-form-source")
    page.click("#form-save")
    says(page, "Saved.")
    text = facts.read_text()
    assert 'publisher = "Lune Letters"\nfamily = "lune-letters"\naccessed = "20' in text and 'language = "fr"' in text, text
    page.click("#form-shut")
    facts.write_text(before)


def every_look_is_free_of_faults(page, facts):
    for theme in ("dark", "light"):
        for lang in ("en", "id"):
            for width, height in ((1280, 860), (390, 844)):
                page.size(width, height, 2 if width == 390 else 1)
                page.clear()
                page.choose(theme=theme, lang=lang)
                page.ask("/claim claim:bridge-ready")
                page.axe(f"{theme}, {lang}, {width}, the answer")
                page.picture(f"{'phone' if width == 390 else 'desktop'}-{theme}-{lang}-form-answer")
                page.run("document.querySelector('.messages:not([hidden]) > li:last-child .edit').click()")
                page.until("document.querySelector('#form').open && document.querySelector('#shown .embed, #shown .content')", "the card")
                page.run("document.querySelectorAll('#form details').forEach((one) => { one.open = true; })")
                page.axe(f"{theme}, {lang}, {width}, the form")
                no_wider(page, f"{theme}, {lang}, {width}")
                page.picture(f"{'phone' if width == 390 else 'desktop'}-{theme}-{lang}-form-edit")
                page.run("const b = document.querySelector('.form-body'), m = document.querySelector('.form-main'); b.scrollTop = b.scrollHeight / 3; m.scrollTop = m.scrollHeight / 3")
                page.picture(f"{'phone' if width == 390 else 'desktop'}-{theme}-{lang}-form-edit-below")
                page.click("#form-shut")
    page.size(1280, 860)
