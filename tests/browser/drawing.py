"""How the page draws what Discord would draw: Markdown, cards, components; and how it counts."""

MARKDOWN = [
    ("**bold** *it* _it_ __under__ ~~gone~~", "<strong>bold</strong> <em>it</em> <em>it</em> <u>under</u> <s>gone</s>"),
    ("***both***", "<em><strong>both</strong></em>"),
    ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
    (r"\*plain\* \_x\_ \[1\] \<\@5\>", "*plain* _x_ [1] &lt;@5&gt;"),
    ("snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4"),
    ("`code **x**`", "<code>code **x**</code>"),
    ("[[1]](<https://example.org/a_b>)", '<a href="https://example.org/a_b">[1]</a>'),
    ("[a](https://example.org/x_(y))", '<a href="https://example.org/x_(y)">a</a>'),
    ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
    ("see https://example.org/x.", 'see <a href="https://example.org/x">https://example.org/x</a>.'),
    (r"http\://example.org", "http://example.org"),
    ("||hidden||", '<button type="button" class="spoiler">hidden</button>'),
]

BLOCKS = [
    ("# A\n## B\n### C", ["h1", "h2", "h3"]),
    ("-# small **x**", ["small"]),
    ("> one\n> two", ["BLOCKQUOTE"]),
    (">>> all\nof it", ["BLOCKQUOTE"]),
    ("- a\n- b\n  - c", ["UL"]),
    ("1. a\n2. b", ["OL"]),
    ("a\n```js\nlet x;\n```\nb", ["line", "code", "line"]),
    ("a\n\nb", ["line", "gap", "line"]),
    (r"\# a", ["line"]),
    (r"\- a", ["line"]),
]


def markdown_is_drawn_as_discord_draws_it(page):
    page.clear()
    for text, expected in MARKDOWN:
        drawn = page.driver.execute_async_script(
            "const [text, done] = arguments; import('/preview/inline.js').then(({ inline }) => { const box = document.createElement('p');"
            " box.append(...inline(text)); for (const a of box.querySelectorAll('a')) { a.removeAttribute('target'); a.removeAttribute('rel'); }"
            " done(box.innerHTML); })",
            text,
        )
        assert drawn == expected, f"{text!r}: {drawn}"
    for text, expected in BLOCKS:
        drawn = page.driver.execute_async_script(
            "const [text, done] = arguments; import('/preview/markdown.js').then(({ markdown }) =>"
            " done(markdown(text).map((node) => node.className || node.tagName)))",
            text,
        )
        assert drawn == expected, f"{text!r}: {drawn}"
    moment = page.driver.execute_async_script(
        "const done = arguments[0]; import('/preview/inline.js').then(({ inline }) => done(inline('<t:1729209600:D>')[0].outerHTML))"
    )
    assert 'datetime="2024-10-18T00:00:00.000Z"' in moment and "2024" in moment, moment


def markup_in_a_text_stays_text(page):
    page.clear()
    page.keys('<img src=x onerror="document.title=1"><b>x</b> @everyone', "\ue007")
    assert not page.all(".own .content b") and not page.all(".content img")
    assert "<b>x</b>" in page.text(".own .content")


def everything_that_a_message_may_hold_is_drawn(page):
    page.clear()
    found = page.driver.execute_async_script(
        """
        const done = arguments[0];
        const file = { name: "card.png", type: "image/png", description: "a card",
          data: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" };
        const message = { id: "1", place: "server", time: new Date(), flags: 64, content: "**hello**", files: [file],
          embeds: [{ title: "A", url: "https://example.org", author: { name: "By" }, description: "text", color: 0x2f6f73,
            fields: [{ name: "f", value: "v", inline: true }], footer: { text: "foot" }, image: { url: "attachment://card.png" } }],
          components: [
            { type: 1, components: [1, 2, 3, 4].map((style) => ({ type: 2, style, label: "b" + style, custom_id: "c" + style, disabled: style === 2 })) },
            { type: 1, components: [{ type: 2, style: 5, label: "out", url: "https://example.org" }] },
            { type: 1, components: [{ type: 3, custom_id: "m", placeholder: "pick", options: [{ label: "one", value: "1", description: "first" }] }] },
          ] };
        import("/preview/message.js").then(({ draw }) => {
          const node = draw(message, {});
          document.querySelector("#messages-server").append(node);
          const one = (css) => node.querySelector(css)?.textContent;
          done({ title: one(".title a"), author: one(".author"), field: one(".field.inline"), footer: one(".footer"),
            picture: node.querySelector(".embed .picture")?.alt, bar: node.querySelector(".embed").style.getPropertyValue("--bar"),
            looks: [...node.querySelectorAll(".button")].map((button) => button.className.split(" ")[1]),
            off: node.querySelectorAll("button:disabled").length, menu: one(".menu-face"), only: Boolean(one(".only")) });
        });
        """
    )
    expected = {
        "title": "A", "author": "By", "field": "fv", "footer": "foot", "picture": "a card", "bar": "#2f6f73",
        "looks": ["primary", "secondary", "success", "danger", "link"], "off": 1, "menu": "pick", "only": True,
    }
    assert found == expected, found
    page.axe("a message with everything")


def limits_are_counted_as_discord_counts(page):
    found = page.driver.execute_async_script(
        """
        const done = arguments[0];
        const data = { content: "🇰🇵x", embeds: [{ title: "ab", description: "cd", footer: { text: "e" }, fields: [{ name: "f", value: "gh" }] }],
          components: [{ components: [{ custom_id: "12345", options: [{ value: "1234567" }] }] }] };
        import("/preview/limits.js").then(({ measures }) =>
          done(Object.fromEntries(measures({ data }).map((one) => [one.key, one.used]))));
        """
    )
    assert found == {
        "content": 3, "embed-total": 8, "embeds": 1, "embed-title": 2, "description": 2, "fields": 1, "field-value": 2,
        "rows": 1, "in-row": 1, "options": 1, "custom-id": 7,
    }, found
