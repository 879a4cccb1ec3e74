"""What people do in the preview: ask, complete, press, share, take away, cite, use a command on a message."""

import json
import time
import urllib.request

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

# A value for each option that cannot be left out.
VALUES = {"question": "who denied sending soldiers?", "query": "zelensky soldiers", "claim": "nis-1500-to-vladivostok", "name": "peskov", "topic": "troops", "since": "2025-04"}

# One for each kind of answer, the last for one that finds nobody.
QUESTIONS = (
    "/troops",
    "/claim claim:nis-1500-to-vladivostok",
    "/who name:peskov",
    "/timeline",
    "/search query:zelensky",
    "/help",
    "/who name:nobody-at-all",
)

SHARE = {"en": "Share here", "id": "Bagikan di sini"}
REMOVE = {"en": "Remove", "id": "Hapus"}
CITE = {"en": "Cite", "id": "Sitasi"}
RELATED = {"en": "Related facts", "id": "Fakta terkait"}


def commands(page):
    with urllib.request.urlopen(f"{page.address}/preview/commands") as response:
        return json.load(response)


def a_list_of_commands_is_offered_and_filtered(page):
    page.clear()
    page.keys("/")
    page.until("document.querySelectorAll('#composer [role=option]').length > 10", "the commands")
    page.keys(*[Keys.ARROW_DOWN] * 12)
    seen = page.run(
        "const row = document.querySelector('#composer [aria-selected=true]').getBoundingClientRect();"
        "const list = document.querySelector('#composer [role=listbox]').getBoundingClientRect();"
        "return row.top >= list.top - 1 && row.bottom <= list.bottom + 1"
    )
    assert seen, "the list scrolls with the arrow keys"
    page.keys("tro")
    first = page.text("#composer [role=option][aria-selected=true]")
    assert first.startswith("/troops"), first
    page.keys(Keys.ESCAPE)
    assert page.run("return document.querySelector('#composer .offers').hidden")
    page.keys(Keys.BACKSPACE, Keys.ARROW_DOWN)
    page.keys(Keys.TAB)
    page.until("!document.querySelector('.slash').hidden", "the command is taken")
    page.keys(Keys.ESCAPE, Keys.ESCAPE)
    assert page.run("return document.querySelector('#ask').value") == "/troops"


def every_command_that_is_registered_is_answered(page, lang):
    page.clear()
    page.choose(lang=lang)
    asked = 0
    for command in commands(page):
        if command["type"] != 1:
            continue
        options = [option["name"] for option in command.get("options", []) if option.get("required")]
        given = "".join(f" {name}:{VALUES[name]}" for name in options)
        said = page.ask(f"/{command['name']}{given}")
        assert "Sumber" in said and len(said) > 80, (command["name"], said)
        asked += 1
    page.no_sideways()
    return asked


def every_view_by_typing_and_from_the_menu(page):
    page.clear()
    page.choose(lang="en")
    said = page.ask("/troops view:denials")
    assert "Denied" in said and "Peskov" in said, said
    for label in ["Statements", "Timeline", "Quotes", "Figures"]:
        page.pick(label)
        assert label in page.text(".messages:not([hidden]) > li:last-child .content"), label
    assert page.count() == 1, "an answer of one's own changes in place"


def values_are_completed_by_the_bot(page):
    page.clear()
    page.choose(lang="en")
    page.keys("/who name:pesk")
    page.until("document.querySelector('#composer [role=option]')?.innerText.includes('Peskov')", "completions")
    before = page.count()
    page.keys(Keys.ARROW_DOWN, Keys.ENTER, Keys.ENTER)
    page.settled(before)
    assert "Dmitry Peskov" in page.last()
    # Whoever types on gets the completions of the last letter only.
    page.keys("/who name:z")
    for letter in "elensky":
        page.keys(letter)
    page.until("document.querySelector('#composer [role=option]')?.innerText.includes('Zelensky')", "the last completions")
    page.keys(Keys.ESCAPE)
    page.clear()


def a_late_completion_is_dropped(page):
    """The bot answers the first letters later than the last ones."""
    page.clear()
    page.choose(lang="en")
    page.run(
        """
        const real = window.fetch;
        window.late = 0;
        window.fetch = async (path, given) => {
          const reply = await real(path, given);
          if (given?.body?.includes('"value":"pesk"')) {
            await new Promise((done) => setTimeout(done, 700));
            window.late += 1;
          }
          return reply;
        };
        """
    )
    page.keys("/who name:pesk")
    time.sleep(0.3)
    page.keys(*[Keys.BACKSPACE] * 4, "zelensky")
    page.until("document.querySelector('#composer [role=option]')?.innerText.includes('Zelensky')", "the newer completions")
    page.until("window.late > 0", "the late reply is in")
    time.sleep(0.1)
    assert "Zelensky" in page.text("#composer [role=option]")


def free_words_are_taken_where_values_are_completed(page):
    page.clear()
    page.choose(lang="en")
    assert "Vladivostok" in page.ask("/search query:soldiers Vladivostok")
    assert "18 October 2024" in page.ask("/troops as_of:2024-10-18")
    assert page.count() == 2
    page.keys("/who name:peskov as_of:2025")
    chips = page.run("return [...document.querySelectorAll('.chip')].map((one) => [one.innerText.trim(), one.querySelector('input').value])")
    assert chips == [["name", "peskov"], ["as_of", "2025"]], chips


def choices_and_truth_values_are_offered(page):
    page.clear()
    page.choose(lang="id")
    page.keys("/troops view:")
    page.until("[...document.querySelectorAll('#composer [role=option]')].some((one) => one.innerText === 'Bantahan')", "choices")
    page.keys("banta", Keys.TAB)
    page.keys("share:")
    page.until("document.querySelectorAll('#composer [role=option]').length === 2", "yes and no")
    before = page.count()
    page.keys("ya", Keys.ENTER)
    if page.count() == before:
        page.keys(Keys.ENTER)
    page.settled(before)
    assert not page.all(".messages:not([hidden]) > li:last-child.private"), "shared at once"
    page.choose(lang="en")


def mistakes_are_told_and_nothing_is_lost(page):
    page.clear()
    page.choose(lang="en")
    page.keys("/search ", Keys.ENTER)
    assert "required" in page.text("#hint"), page.text("#hint")
    assert page.count() == 0


def a_text_that_is_nearly_a_command_is_asked_back(page):
    page.clear()
    page.choose(lang="en")
    assert "I do not know “trops”" in page.ask("/trops")
    page.press("/troops")
    assert "North Korean soldiers for Russia" in page.last()
    assert "I do not know “wepons”" in page.ask("/wepons denials")
    page.press("/weapons")
    assert "Denials" in page.last()
    page.clear()
    page.keys("/troops view:gossip", Keys.ESCAPE, Keys.ENTER)
    page.settled(0)
    assert "no such view" in page.last(), page.last()
    assert "no such view" in page.ask("/troops gossip")


def a_text_without_a_slash_is_a_question(page):
    page.clear()
    page.choose(lang="en")
    page.ask("Who denied sending soldiers?")
    assert page.all(".messages:not([hidden]) > li.own"), "the message is posted"
    assert "/ask" in page.text(".messages:not([hidden]) > li:last-child .used")
    assert page.all(".messages:not([hidden]) > li:last-child.private"), "only the asker sees the answer"
    page.clear()
    assert "North Korean soldiers for Russia: Denials" in page.ask("troops view:denials"), "a command without its slash"


def an_answer_is_shared_and_taken_away(page, lang):
    page.clear()
    page.choose(lang=lang)
    page.ask("/pact")
    assert page.all(".private"), "an answer is private at first"
    page.press(SHARE[lang])
    page.until("document.querySelectorAll('.messages:not([hidden]) > li').length === 2", "the shared answer")
    marked = page.run("return [...document.querySelectorAll('.private button:disabled')].some((one) => one.innerText)")
    assert marked, "the private one says that it was shared"
    assert not page.all(".messages:not([hidden]) > li:last-child.private")
    page.press(REMOVE[lang])
    page.until("document.querySelectorAll('.messages:not([hidden]) > li').length === 1", "it is taken away", 4)


def sharing_twice_is_told(page):
    page.clear()
    page.ask("/weapons")
    page.press("Share here")
    page.ask("/weapons share:true")
    assert page.all(".messages:not([hidden]) > li:last-child.private"), "only the asker sees it the second time"


def an_answer_is_cited_in_every_style(page, lang):
    page.clear()
    page.choose(lang=lang)
    page.ask("/troops view:quotes")
    page.press(CITE[lang])
    page.until("document.querySelector('li:last-child .code pre')", "text to copy")
    page.click(".messages:not([hidden]) > li:last-child .menu-face")
    styles = page.run("return [...document.querySelectorAll('li:last-child .menu [role=option]')].map((one) => one.innerText)")
    assert len(styles) >= 9, styles
    page.click(".messages:not([hidden]) > li:last-child .menu-face")
    for number in range(len(styles)):
        payload = page.payload()
        face = page.find(".messages:not([hidden]) > li:last-child .menu-face")
        page.run("arguments[0].click()", face)
        rows = page.all(".messages:not([hidden]) > li:last-child .menu [role=option]")
        shown = page.text(".messages:not([hidden]) > li:last-child .content")
        page.run("arguments[0].click()", rows[number])
        if number == 0:
            time.sleep(0.1)
            continue
        page.changed(payload)
        assert page.text(".messages:not([hidden]) > li:last-child .content") != shown, styles[number]
    page.click(".messages:not([hidden]) > li:last-child .code .copy")
    page.until("document.querySelector('li:last-child .code .copy span').textContent !== ''", "copied")


def a_statement_is_opened_from_the_menu_by_keys(page):
    page.clear()
    page.choose(lang="en")
    page.ask("/motives")
    page.focus(".messages:not([hidden]) > li:last-child .menu-face")
    payload = page.payload()
    page.keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER)
    page.changed(payload)


def a_menu_opens_where_there_is_room(page):
    page.clear()
    page.choose(lang="en")
    page.ask("/motives")
    page.ask("/pact")
    for block in ("start", "end"):
        page.run("document.querySelector('.menu-face').scrollIntoView({ block: arguments[0] })", block)
        page.click(".menu-face")
        inside = page.run(
            "const list = document.querySelector('.message .offers').getBoundingClientRect();"
            "const frame = document.querySelector('#scroll').getBoundingClientRect();"
            "return list.height > 50 && list.top >= frame.top - 1 && list.bottom <= frame.bottom + 1"
        )
        assert inside, f"its face at the {block}"
        page.click(".menu-face")


def pages_are_turned(page):
    page.clear()
    page.ask("/troops view:claims")
    page.press("Next ›")
    assert "‹ Previous" in page.last()


def help_names_commands_that_can_be_tapped(page):
    page.clear()
    page.choose(lang="en")
    page.ask("/help")
    page.click(".messages:not([hidden]) > li:last-child button.mention")
    assert page.run("return document.querySelector('#composer').innerText").strip(), "the command is in the line"


def a_button_for_the_other_language_answers_in_it(page):
    page.clear()
    page.choose(lang="en")
    page.ask("/troops")
    page.press("Bahasa Indonesia")
    assert "Tentara Korea Utara" in page.last()


def related_facts_are_found_on_a_message(page, lang, how):
    page.clear()
    page.choose(lang=lang)
    before = page.count()
    page.ask("North Korea sent 1,500 soldiers to Vladivostok")
    assert page.count() == before + 2, "the message, and the answer to it"
    message = page.find(".messages:not([hidden]) > li.own")
    if how == "right click":
        ActionChains(page.driver).context_click(message).perform()
        page.until("document.querySelector('[role=menu]')", "the menu")
        assert page.text("[role=menuitem]") == RELATED[lang]
        page.click("[role=menuitem]")
    elif how == "long press":
        page.run("arguments[0].dispatchEvent(new Event('touchstart'))", message)
        page.until("document.querySelector('[role=menu]')", "the menu")
        page.run("arguments[0].dispatchEvent(new Event('touchend'))", message)
        page.click("[role=menuitem]")
    else:
        page.focus(".messages:not([hidden]) > li.own .dots")
        page.keys(Keys.ENTER)
        page.until("document.querySelector('[role=menu]')", "the menu")
        page.keys(Keys.ENTER)
    page.settled(before + 2)
    assert "Vladivostok" in page.last(), page.last()
    assert page.all(".messages:not([hidden]) > li:last-child.private")


def discord_forces_privacy_where_only_a_person_has_the_bot(page):
    page.clear()
    page.choose(lang="en", place="personal")
    page.ask("/troops share:true")
    assert page.all(".messages:not([hidden]) > li:last-child.private")
    page.press("Cite")
    page.ask("/pact")
    page.press("Share here")
    assert page.all(".messages:not([hidden]) > li:last-child.private .code"), "text to copy instead"
    page.choose(place="direct")
    assert page.count() == 0, "each place has its own messages"
    page.ask("/troops")
    page.choose(place="server")


def every_button_below_an_answer_does_something(page, lang):
    """Each kind of answer, each of its buttons from a fresh page."""
    page.clear()
    page.choose(lang=lang)
    pressed = 0
    for question in QUESTIONS:
        for number in range(20):
            page.clear()
            page.ask(question)
            labels = page.run(
                "return [...document.querySelectorAll('li:last-child .row > button:not(:disabled)')].map((one) => one.innerText.trim())"
            )
            if number >= len(labels):
                break
            page.press(labels[number])
            pressed += 1
    assert pressed >= 4 * len(QUESTIONS), pressed


def one_command_by_keys_alone(page):
    page.clear()
    page.choose(lang="en")
    page.driver.execute_script("document.activeElement.blur()")
    body = page.find("body")
    body.send_keys(Keys.TAB)
    for _ in range(40):
        if page.run("return document.activeElement.id") == "ask":
            break
        page.keys(Keys.TAB)
    assert page.run("return document.activeElement.id") == "ask", "the line can be reached"
    page.keys("/quo", Keys.TAB)
    page.keys(Keys.ARROW_DOWN, Keys.ENTER)
    page.keys("zel")
    page.until("document.querySelector('#composer [role=option]')?.innerText.includes('Zelensky')", "completions")
    page.keys(Keys.ARROW_DOWN, Keys.ENTER)
    before = page.count()
    page.keys(Keys.ENTER)
    page.settled(before)
    # Back into the answer: its first button that can be pressed.
    for _ in range(60):
        page.driver.switch_to.active_element.send_keys(Keys.SHIFT, Keys.TAB)
        if page.run("return Boolean(document.activeElement.closest('.row'))"):
            break
    assert page.run("return Boolean(document.activeElement.closest('.row'))"), "the buttons can be reached"
    payload = page.payload()
    page.keys(Keys.SPACE if page.run("return document.activeElement.className") != "menu-face" else Keys.ESCAPE)
    if page.run("return document.activeElement.className") != "menu-face":
        page.changed(payload)
    page.until("document.activeElement !== document.body", "the focus is kept")


def a_picture_stands_in_the_answer(page):
    page.clear()
    page.choose(theme="dark", lang="id", place="server")
    page.ask("/figures topic:troops picture:true")
    page.until("document.querySelector('img.picture')?.naturalWidth === 1200", "the picture")
    assert "Tentara Korea Utara" in page.run("return document.querySelector('img.picture').alt")
    page.no_sideways()
    page.picture("desktop-dark-id-figures")
    page.press("English")
    page.until("document.querySelector('img.picture')?.alt.includes('soldiers')", "the picture in English")
