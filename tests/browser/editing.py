"""What somebody sees who edits the fact file, and what happens when the bot is stopped."""

FILE = """
[[claim]]
id = "Bad Id"
kolour = 1
"""


def problems_show_as_one_edits(page, facts):
    good = facts.read_text()
    page.clear()
    page.choose(lang="en")
    page.click("#tab-problems")
    page.until("document.querySelector('#panel-problems .state')", "the state of the file")
    assert "The facts are" in page.text("#panel-problems"), page.text("#panel-problems")
    facts.write_text(good + FILE)
    page.until("document.querySelector('#panel-problems .problem.error')", "the problems")
    said = page.text("#panel-problems")
    assert f"{facts.name}:" in said and "kolour" in said, said
    assert "still in use" in said, said
    page.axe("problems")
    page.picture("desktop-dark-en-problems")
    assert "Sumber" in page.ask("/bridge"), "the last good facts answer"
    facts.write_text(good.replace("[[topic]]\nid = \"bridge\"", "[[topic]]\nid = \"crossing\"").replace('"bridge"', '"crossing"'))
    page.until("!document.querySelector('#panel-problems .problem.error')", "the file is good again")
    page.keys("/cross")
    page.until("document.querySelector('#composer [role=option]')?.innerText.startsWith('/crossing')", "the new command")
    page.clear()
    facts.write_text(good)
    page.until("document.querySelector('#said').textContent !== ''", "the change is said")
    page.keys("/bri")
    page.until("document.querySelector('#composer [role=option]')?.innerText.startsWith('/bridge')", "the old command")


def a_stopped_bot_is_told_and_tried_again(page, program):
    page.clear()
    page.choose(lang="en")
    page.ask("/help")
    program.stop()
    before = page.count()
    page.focus()
    page.keys("/bridge view:claims", "\ue007")
    page.settled(before)
    assert "was stopped" in page.last() and "/bridge view:claims" in page.last(), page.last()
    page.until("!document.querySelector('#away').hidden", "the line that says so")
    page.axe("a stopped bot")
    page.picture("desktop-dark-en-stopped")
    program.start()
    page.click(".messages:not([hidden]) > li:last-child .failure .button")
    page.until("document.querySelector('.messages:not([hidden]) > li:last-child .embed')", "the answer to the second try")
    page.until("document.querySelector('#away').hidden", "the line is gone")
    assert page.count() == before + 1
