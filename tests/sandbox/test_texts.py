"""Formatted text: HTML and MarkdownV2 to entities, and what Telegram marks by itself."""

import pytest

from sandbox import spans
from sandbox.bot_api import errors, texts
from sandbox.records import Json


def entity(kind: str, offset: int, length: int, **more: str) -> Json:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("mode", "source", "text", "entities"),
    [
        ("HTML", "<b>重要</b> 事", "重要 事", [entity("bold", 0, 2)]),
        ("HTML", "😀<i>x</i>", "😀x", [entity("italic", 2, 1)]),  # an emoji takes two UTF-16 units
        ("html", "<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("HTML", '<a href="https://x.cn/?a=1&amp;b=2">这里</a>', "这里", [entity("text_link", 0, 2, url="https://x.cn/?a=1&b=2")]),
        ("HTML", "1 &lt; 2 &amp;&nbsp;", "1 < 2 &&nbsp;", []),  # only four names are known
        ("HTML", '<pre><code class="language-py">x</code></pre>', "x", [entity("pre", 0, 1, language="py")]),
        ("HTML", "<b>  x  </b>", "x", [entity("bold", 0, 1)]),  # white space at both ends goes
        ("HTML", "<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ("MarkdownV2", "*粗* _斜_", "粗 斜", [entity("bold", 0, 1), entity("italic", 2, 1)]),
        ("MarkdownV2", "`1.5`", "1.5", [entity("code", 0, 3)]),  # nothing is reserved in code
        ("MarkdownV2", r"1\.5 \- 2", "1.5 - 2", []),
        ("MarkdownV2", "[这里](https://x.cn)", "这里", [entity("text_link", 0, 2, url="https://x.cn")]),
        ("Markdown", "*粗* [这里](https://x.cn) a\\_b", "粗 这里 a_b", [entity("bold", 0, 1), entity("text_link", 2, 2, url="https://x.cn")]),
        ("", "<b>x</b>", "<b>x</b>", []),  # no mode, no parsing
    ],
)  # fmt: skip
def test_markup_becomes_entities(mode: str, source: str, text: str, entities: list[Json]):
    assert texts.formatted(source, mode, None) == (text, entities)


@pytest.mark.parametrize(
    ("mode", "source", "complaint"),
    [
        ("HTML", "a <foo>x</foo>", 'Unsupported start tag "foo" at byte offset 2'),
        ("HTML", "<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("HTML", "<b>x</i>", 'Unmatched end tag, expected "</b>", found "</i>" at byte offset 4'),
        ("HTML", "好 < 3", "Unclosed start tag at byte offset 4"),  # bytes of UTF-8, not characters
        ("HTML", "x</b>", "Unexpected end tag at byte offset 1"),
        ("MarkdownV2", "1.5", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("Markdown", "好 *x", "Can't find end of the entity starting at byte offset 4"),
        ("MarkdownV2", "*x", "Can't find end of Bold entity at byte offset 0"),
    ],
)
def test_broken_markup_is_refused_with_the_place(mode: str, source: str, complaint: str):
    with pytest.raises(errors.BotApiError) as caught:
        texts.formatted(source, mode, None)

    assert caught.value.description == f"Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("看 https://x.cn/a?b=1。好", "url", "https://x.cn/a?b=1"),
        ("/start abc", "bot_command", "/start"),
        ("请 /claim@street_bot", "bot_command", "/claim@street_bot"),
        ("@li 来一下", "mention", "@li"),
        ("找 a@b.cn", "email", "a@b.cn"),
        ("#12 #垃圾", "hashtag", "#垃圾"),  # a number alone is no hashtag
        ("打 13812345678", "phone_number", "13812345678"),
    ],
)
def test_plain_text_is_marked_by_itself(text: str, kind: str, words: str):
    found = spans.find(text)

    assert [(each["type"], spans.cut(text, each)) for each in found] == [(kind, words)]


@pytest.mark.parametrize("text", ["2幢/3幢", "3/4", "a/b/c", "今天 12:30"])
def test_ordinary_words_are_not_marked(text: str):
    assert spans.find(text) == []
