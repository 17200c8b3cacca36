"""parse_mode HTML: text and entities, with Telegram's own complaints."""

import html
import re

from sandbox import records, spans
from sandbox.bot_api import errors

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "blockquote": "blockquote", "tg-spoiler": "spoiler", "span": "spoiler",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
# Only these names are known to Telegram; others stay as written.
REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")


def parse(source: str) -> tuple[str, list[records.Json]]:
    """The plain text and its entities; refuses with "can't parse entities" and the byte offset."""
    parser = _Parser(source)
    parser.run()
    return parser.text, sorted(parser.found, key=lambda each: (each["offset"], -each["length"]))


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.found: list[records.Json] = []
        self._open: list[tuple[str, int, records.Json]] = []

    def run(self) -> None:
        """Reads the source to its end."""
        at = 0
        while (start := self.source.find("<", at)) >= 0:
            self._say(self.source[at:start])
            tag = TAG.match(self.source, start)
            if tag is None:
                raise self._complaint("Unclosed start tag", start)
            if tag[1]:
                self._close(tag[2].lower(), start)
            else:
                self._begin(tag[2].lower(), tag[3], start)
            at = tag.end()
        self._say(self.source[at:])
        if self._open:
            name = self._open[-1][0]
            raise self._complaint(f'Can\'t find end tag corresponding to start tag "{name}"')

    def _say(self, words: str) -> None:
        self.text += REFERENCE.sub(lambda match: html.unescape(match.group()), words)

    def _begin(self, name: str, rest: str, start: int) -> None:
        if name not in KINDS:
            raise self._complaint(f'Unsupported start tag "{name}"', start)
        given = {match[1].lower(): match[2] or match[3] or match[4] or "" for match in ATTRIBUTE.finditer(rest)}
        if name == "span" and given.get("class") != "tg-spoiler":
            raise self._complaint('Tag "span" must have class "tg-spoiler"', start)
        kind = "expandable_blockquote" if name == "blockquote" and "expandable" in given else KINDS[name]
        entity: records.Json = {"type": kind}
        if name == "a":
            entity["url"] = html.unescape(given.get("href", ""))
        if name == "tg-emoji":
            entity["custom_emoji_id"] = given.get("emoji-id", "")
        if name == "code" and self._open and self._open[-1][0] == "pre":
            self._open[-1][2].update(_language(given))
            entity["type"] = ""
        self._open.append((name, spans.width(self.text), entity))

    def _close(self, name: str, start: int) -> None:
        if not self._open:
            raise self._complaint("Unexpected end tag", start)
        opened, offset, entity = self._open.pop()
        if name != opened:
            raise self._complaint(f'Unmatched end tag, expected "</{opened}>", found "</{name}>"', start)
        length = spans.width(self.text) - offset
        if entity["type"] == "text_link" and not entity["url"]:
            # A link without an address is the address itself.
            entity["url"] = self.text.encode("utf-16-le")[2 * offset :].decode("utf-16-le")
        if length and entity["type"]:
            self.found.append({"type": entity.pop("type"), "offset": offset, "length": length, **entity})

    def _complaint(self, what: str, at: int | None = None) -> errors.BotApiError:
        place = "" if at is None else f" at byte offset {len(self.source[:at].encode())}"
        return errors.bad_request(f"can't parse entities: {what}{place}")


def _language(given: dict[str, str]) -> dict[str, str]:
    name = given.get("class", "")
    return {"language": name.removeprefix("language-")} if name.startswith("language-") else {}
