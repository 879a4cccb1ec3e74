"""The public pages as people read them: both languages, dark and light, narrow, by keys, and by those who do not see them."""

from selenium.webdriver.common.keys import Keys

# One of each kind.
PATHS = (
    "",
    "troops",
    "troops/claims?as_of=2024-10-18",
    "weapons/quotes",
    "figures",
    "claim/nis-1500-to-vladivostok",
    "speaker/kremlin",
    "speakers",
    "source/aj-origin-link",
    "sources",
    "claims",
    "timeline",
    "changes",
    "about",
    "search?q=vladivostk",
    "search?q=zzzzzz",
    "no-such-page",
)


def look(page, theme):
    features = [{"name": "prefers-color-scheme", "value": theme}]
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def visit(page, path):
    page.driver.get(page.address + path)
    # What cannot be found is in the console as well.
    page.driver.get_log("browser")


def every_page_is_free_of_faults(page):
    for theme in ("dark", "light"):
        look(page, theme)
        for lang in ("en", "id"):
            for width, height in ((1280, 900), (390, 844)):
                page.size(width, height)
                for path in PATHS:
                    visit(page, f"/{lang}/{path}")
                    where = f"/{lang}/{path} {theme}, {width}"
                    assert page.run("return document.documentElement.lang") == lang, where
                    assert page.text("h1"), f"{where}: no heading"
                    page.axe(where)
                    page.no_sideways()
    look(page, "light")
    page.size(1280, 860)


def pages_are_read_by_keys_alone(page):
    visit(page, "/en/troops")
    page.driver.switch_to.active_element.send_keys(Keys.TAB)
    assert page.run("return document.activeElement.className") == "skip"
    page.driver.switch_to.active_element.send_keys(Keys.ENTER)
    assert page.run("return location.hash") == "#text"
    # Whatever has the focus shows it.
    for _ in range(25):
        page.driver.switch_to.active_element.send_keys(Keys.TAB)
        seen = page.run(
            "const one = document.activeElement; const look = getComputedStyle(one);"
            "return one === document.body || look.outlineStyle !== 'none' || look.boxShadow !== 'none'"
        )
        assert seen, page.run("return document.activeElement.outerHTML")


def a_reader_finds_a_statement_and_its_other_language(page):
    visit(page, "/id/")
    page.find("#words").send_keys("vladivostk", Keys.ENTER)
    page.until("location.search.includes('vladivostk')", "the search")
    assert "Vladivostok" in page.text("main")
    page.click("main a[href*='claim/nis-1500-to-vladivostok']")
    page.until("location.pathname === '/id/claim/nis-1500-to-vladivostok'", "the statement's page")
    page.click("nav.languages a[lang=en]")
    page.until("location.pathname === '/en/claim/nis-1500-to-vladivostok'", "the same in English")
    assert "National Intelligence Service" in page.text("main")


def pages(page):
    """For people to look at."""
    for name, path, theme, size in (
        ("page-light-en-home", "/en/", "light", (1280, 1400, 1)),
        ("page-light-en-troops", "/en/troops", "light", (1280, 1400, 1)),
        ("page-dark-id-claim", "/id/claim/nis-1500-to-vladivostok", "dark", (1280, 1400, 1)),
        ("page-light-id-phone", "/id/weapons", "light", (390, 844, 2)),
        ("page-dark-en-speaker", "/en/speaker/kremlin", "dark", (1280, 1100, 1)),
        ("page-light-en-figures", "/en/figures", "light", (1280, 1100, 1)),
        ("page-light-id-lost", "/id/no-such-page", "light", (1280, 900, 1)),
    ):
        look(page, theme)
        page.size(*size)
        visit(page, path)
        page.picture(name)
    look(page, "light")
    page.size(1280, 860)
