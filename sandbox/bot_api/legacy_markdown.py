"""parse_mode Markdown, the old one: no nesting, few characters to escape; still in use, so still understood."""

import re

from sandbox import records, spans
from sandbox.bot_api import errors

KINDS = {"*": "bold", "_": "italic", "`": "code", "```": "pre"}
ESCAPED = re.compile(r"\\([_*`\[])")
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
START = re.compile(r"\\[_*`\[]|```|[*_`\[]")


def parse(source: str) -> tuple[str, list[records.Json]]:
    """The plain text and its entities; refuses an entity without an end."""
    text, at = "", 0
    found: list[records.Json] = []
    while (start := START.search(source, at)) is not None:
        text += source[at : start.start()]
        words, entity, at = _take(source, start)
        if entity and words:
            found.append({"offset": spans.width(text), "length": spans.width(words), **entity})
        text += words
    return text + source[at:], found


def _take(source: str, start: re.Match[str]) -> tuple[str, records.Json | None, int]:
    """The words, the entity they are, and where to read on."""
    mark = start.group()
    if ESCAPED.fullmatch(mark):
        return mark[1], None, start.end()
    if mark == "[":
        link = LINK.match(source, start.start())
        # A bracket that is no link is a bracket.
        return (link[1], {"type": "text_link", "url": link[2]}, link.end()) if link else ("[", None, start.end())
    end = source.find(mark, start.end())
    if end < 0:
        offset = len(source[: start.start()].encode())
        text = f"Can't find end of the entity starting at byte offset {offset}"
        raise errors.bad_request(f"can't parse entities: {text}")
    return source[start.end() : end], {"type": KINDS[mark]}, end + len(mark)
