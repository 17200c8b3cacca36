"""Texts and captions of a call: parsed, trimmed, measured, with their entities."""

from typing import Any

from sandbox import records, spans
from sandbox.bot_api import errors, html_text, legacy_markdown, markdown_text
from sandbox.bot_api.params import Params, as_objects

# Characters after parsing (Bot API).
MAX_TEXT = 4096
MAX_CAPTION = 1024
PARSERS = {"html": html_text.parse, "markdownv2": markdown_text.parse, "markdown": legacy_markdown.parse}


def read_text(params: Params) -> records.Json:
    """The content of a text message; refuses an empty or a long one."""
    text, entities = formatted(params.text("text"), params.text("parse_mode"), params.parsed("entities"))
    if not text:
        raise errors.bad_request("message text is empty")
    if len(text) > MAX_TEXT:
        raise errors.bad_request("message is too long")
    preview = params.parsed("link_preview_options")
    if params.is_true("disable_web_page_preview"):
        preview = {"is_disabled": True}
    body: records.Json = {"text": text, "link_preview_options": preview, "entities": entities}
    return {name: value for name, value in body.items() if value}


def read_caption(params: Params) -> records.Json:
    """The caption part of a media message, nothing when there is none."""
    return caption(params.text("caption"), params.text("parse_mode"), params.parsed("caption_entities"))


def caption(source: str, parse_mode: str, given: Any) -> records.Json:
    """The caption part of a message as the given words make it; refuses a long one."""
    text, entities = formatted(source, parse_mode, given)
    if len(text) > MAX_CAPTION:
        raise errors.bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def formatted(source: str, parse_mode: str, given: Any) -> tuple[str, list[records.Json]]:
    """Plain text and all its entities: parsed or given, and those Telegram finds itself."""
    mode = parse_mode.lower()
    if mode in PARSERS:
        text, entities = PARSERS[mode](source)
    elif mode in ("", "none"):
        text, entities = source, _read_entities(given)
    else:
        raise errors.bad_request("unsupported parse_mode")
    text, entities = _trim(text, entities)
    return text, spans.find(text, entities)


def _read_entities(given: Any) -> list[records.Json]:
    entities = as_objects(given, "entities")
    for entity in entities:
        if not isinstance(entity.get("offset"), int) or not isinstance(entity.get("length"), int):
            raise errors.bad_request("can't parse entities: offset and length must be Integers")
    return [{**entity, "type": str(entity.get("type"))} for entity in entities]


def _trim(text: str, entities: list[records.Json]) -> tuple[str, list[records.Json]]:
    """Telegram cuts white space off both ends; entities move along or shrink."""
    shorter = text.lstrip()
    lost = spans.width(text) - spans.width(shorter)
    shorter = shorter.rstrip()
    end = spans.width(shorter)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - lost)
        stop = min(end, entity["offset"] + entity["length"] - lost)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return shorter, kept
