"""How the preview looks and to whom: dark and light, narrow, in both languages, and to those who do not see it."""


def every_look_is_free_of_faults(page):
    for theme in ("dark", "light"):
        for lang in ("en", "id"):
            for width, height in ((1280, 860), (390, 844)):
                page.size(width, height)
                page.clear()
                page.choose(theme=theme, lang=lang)
                where = f"{theme}, {lang}, {width}"
                page.axe(f"{where}, nothing asked")
                page.ask("/troops view:denials")
                page.axe(f"{where}, an answer")
                page.keys("/")
                page.until("document.querySelector('#composer [role=option]')", "commands")
                page.axe(f"{where}, an answer and the commands")
                page.no_sideways()
    page.size(1280, 860)


def a_drawer_holds_the_rest_on_a_phone(page):
    page.size(390, 844)
    page.clear()
    page.choose(theme="dark", lang="id")
    page.ask("/troops")
    page.click("#drawer")
    page.until("document.activeElement.getAttribute('role') === 'tab'", "the drawer has the focus")
    assert page.run("return document.querySelector('#drawer').getAttribute('aria-expanded')") == "true"
    page.axe("the drawer")
    page.no_sideways()
    page.picture("phone-dark-id-drawer")
    page.click("#tab-problems")
    page.axe("the fact file in the drawer")
    page.click("#shut")
    assert page.run("return document.activeElement.id") == "drawer"
    page.size(1280, 860)


def the_payload_is_shown_with_its_limits(page):
    page.clear()
    page.choose(theme="dark", lang="en")
    page.ask("/reactions")
    said = page.text("#panel-payload")
    assert "of 6,000" in said and "of 4,096" in said and "of 2,000" in said, said
    assert '"type": 4' in page.payload()
    page.press("Share here")
    page.until("document.querySelectorAll('#panel-payload .json').length === 2", "what follows is shown")
    assert "PATCH" in page.payload()


def pictures(page):
    """For people to look at."""
    page.size(1280, 860)
    page.clear()
    page.choose(theme="dark", lang="en", place="server")
    page.picture("desktop-dark-en-welcome")
    page.keys("/")
    page.until("document.querySelector('#composer [role=option]')", "commands")
    page.picture("desktop-dark-en-commands")
    page.clear()
    page.ask("/troops")
    page.picture("desktop-dark-en-troops")
    page.press("Cite")
    page.picture("desktop-dark-en-cite")
    page.clear()
    page.ask("Did North Korea send soldiers to Kursk?")
    page.focus(".dots")
    page.keys("\ue007")
    page.picture("desktop-dark-en-menu")
    page.choose(theme="light", lang="id")
    page.clear()
    page.ask("/pact view:quotes")
    page.picture("desktop-light-id-pact")
    page.keys("/who name:zel")
    page.until("document.querySelector('#composer [role=option]')", "completions")
    page.picture("desktop-light-id-completion")
    page.size(390, 844, 2)
    page.clear()
    page.picture("phone-light-id-welcome")
    page.ask("/troops view:denials")
    page.picture("phone-light-id-troops")
    page.run("const s = document.querySelector('#scroll'); s.scrollTop = s.scrollHeight")
    page.picture("phone-light-id-buttons")
    page.keys("/troops view:")
    page.until("document.querySelector('#composer [role=option]')", "choices")
    page.picture("phone-light-id-choices")
    page.size(900, 700)
    page.picture("tablet-light-id")
    page.size(1280, 860)
