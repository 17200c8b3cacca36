"""parse_mode MarkdownV2: text and entities, with Telegram's own complaints."""

import re

from sandbox import records, spans
from sandbox.bot_api import errors

# Longest first: "__" before "_", "```" before "`".
MARKS = {
    "```": "pre",
    "||": "spoiler",
    "__": "underline",
    "*": "bold",
    "_": "italic",
    "~": "strikethrough",
    "`": "code",
}
# Characters that must be written with a backslash when they mean nothing.
RESERVED = set("_*[]()~`>#+-=|{}.!")
LINK = re.compile(r"\]\(((?:\\.|[^)\\])*)\)", re.S)


def parse(source: str) -> tuple[str, list[records.Json]]:
    """The plain text and its entities; refuses with "can't parse entities"."""
    parser = _Parser(source)
    parser.run()
    return parser.text, sorted(parser.found, key=lambda each: (each["offset"], -each["length"]))


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.at = 0
        self.found: list[records.Json] = []
        self._open: list[tuple[str, int, int]] = []

    def run(self) -> None:
        """Reads the source to its end."""
        while self.at < len(self.source):
            self._step()
        if self._open:
            mark, start, _ = self._open[-1]
            kind = "TextUrl" if mark == "[" else MARKS[mark].capitalize()
            raise self._complaint(f"Can't find end of {kind} entity", start)

    def _step(self) -> None:
        char = self.source[self.at]
        if char == "\\" and self.at + 1 < len(self.source) and self.source[self.at + 1] in RESERVED | {"\\"}:
            self._say(self.source[self.at + 1], 2)
        elif (mark := self._mark()) is not None:
            self._toggle(mark)
        elif char == "[" and not self._is_in_code():
            self._open.append(("[", self.at, spans.width(self.text)))
            self.at += 1
        elif char == "]" and self._open and self._open[-1][0] == "[":
            self._close_link()
        elif char == ">" and (not self.text or self.text.endswith("\n")):
            self._quote()
        elif char in RESERVED and not self._is_in_code():
            said = f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
            raise errors.bad_request(f"can't parse entities: {said}")
        else:
            self._say(char, 1)

    def _mark(self) -> str | None:
        inside = self._open[-1][0] if self._is_in_code() else None
        marks = [inside] if inside else list(MARKS)
        return next((mark for mark in marks if self.source.startswith(mark, self.at)), None)

    def _toggle(self, mark: str) -> None:
        start = self.at
        self.at += len(mark)
        if self._open and self._open[-1][0] == mark:
            self._finish({"type": MARKS[mark]})
            return
        if any(opened == mark for opened, _, _ in self._open):
            raise self._complaint(f"Can't find end of {MARKS[self._open[-1][0]].capitalize()} entity", start)
        self._open.append((mark, start, spans.width(self.text)))

    def _close_link(self) -> None:
        target = LINK.match(self.source, self.at)
        if target is None:
            raise self._complaint("Can't find end of a URL", self.at)
        self.at = target.end()
        self._finish({"type": "text_link", "url": re.sub(r"\\(.)", r"\1", target[1])})

    def _quote(self) -> None:
        end = self.source.find("\n", self.at)
        line = self.source[self.at + 1 : None if end < 0 else end]
        offset = spans.width(self.text)
        text, entities = parse(line)
        self.found += [{**each, "offset": each["offset"] + offset} for each in entities]
        self.found.append({"type": "blockquote", "offset": offset, "length": spans.width(text)})
        self._say(text, 1 + len(line))

    def _finish(self, entity: records.Json) -> None:
        _, _, offset = self._open.pop()
        length = spans.width(self.text) - offset
        if length:
            self.found.append({"type": entity["type"], "offset": offset, "length": length, **entity})

    def _say(self, words: str, taken: int) -> None:
        self.text += words
        self.at += taken

    def _is_in_code(self) -> bool:
        return bool(self._open) and self._open[-1][0] in ("`", "```")

    def _complaint(self, what: str, at: int) -> errors.BotApiError:
        offset = len(self.source[:at].encode())
        return errors.bad_request(f"can't parse entities: {what} at byte offset {offset}")
