"""`python -m bot classify`: what the judge makes of words and a photo, one JSON object a line, in the input's order."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.commands.trouble import Trouble
from bot.core import classify, photos
from bot.core.classify import Judgement, learned
from bot.core.photos import Reason
from bot.core.rules import Judging
from bot.core.sight import Opinion
from bot.core.taxonomy import Taxonomy
from bot.training import tables

NO_PICTURE: Mapping[Reason, str] = {
    "empty": "是空的",
    "too_big": "太大了，照片不能超过 20 MB",
    "too_many_pixels": "尺寸太大，打不开",
    "not_a_picture": "不是照片，给一张 JPEG 或 PNG",
    "broken": "不完整，换一张能打开的照片",
    "unsupported": "这种格式打不开，给一张 JPEG 或 PNG",
}


@dataclass(frozen=True)
class Asked:
    """What is to be judged: one message, perhaps with its photo, or else the column of a table."""

    words: str
    photo: Path | None = None
    table: Path | None = None
    column: str | None = None

    def messages(self) -> Iterable[str]:
        """The words, message by message; BadTable when there is no such table."""
        if self.table is None:
            return (self.words,)
        return (words for (words,) in tables.columns(self.table, self.column or ""))


def run(taxonomy: Taxonomy, rules: Judging, asked: Asked, model: Path | None) -> None:
    """Judges it; Trouble when the table, the photo or the model cannot be read."""
    try:
        judge = classify.Judge(taxonomy, rules, learned.load(model) if model else None)
    except learned.BadModel as error:
        raise Trouble(str(error)) from error
    seen = _look(asked.photo) if asked.photo is not None else None
    try:
        for words in asked.messages():
            # A terminal may hand over bytes that are no text; JSON has no place for them.
            readable = words.encode("utf-8", "replace").decode("utf-8")
            print(json.dumps(_as_line(judge.judge(readable, seen), seen), ensure_ascii=False))
    except tables.BadTable as error:
        raise Trouble(str(error)) from error


def _look(path: Path) -> Opinion:
    """What the file shows, taken in as a courier's photo would be."""
    # Only who brings a photo waits for the runtime.
    from bot.core.sight import eye
    from bot.core.sight.head import BadEye

    try:
        return eye.look(photos.intake(path.read_bytes()).copy_jpeg)
    except OSError as error:
        raise Trouble(f"读不了 {path}，请看看路径对不对、有没有权限") from error
    except photos.BadPhoto as error:
        raise Trouble(f"{path} {NO_PICTURE[error.reason]}") from error
    except BadEye as error:
        raise Trouble(str(error)) from error


def _as_line(judgement: Judgement, seen: Opinion | None) -> dict[str, object]:
    line: dict[str, object] = {
        "code": judgement.code,
        "second_code": judgement.second_code,
        "level": judgement.level,
        "confidence": judgement.confidence,
        "decision": judgement.decision,
        "alternatives": [{"code": one.code, "confidence": one.confidence} for one in judgement.alternatives],
        "reasons": list(judgement.reasons),
    }
    return line if seen is None else {**line, "photo": seen.to_json()}
