"""`python -m bot classify`: what the judge makes of words, one JSON object a line, in the order of the input."""

import json
from pathlib import Path

from bot.commands.trouble import Trouble
from bot.core import classify
from bot.core.classify import Judgement, learned
from bot.core.rules import Judging
from bot.core.taxonomy import Taxonomy
from bot.training import tables


def run(
    taxonomy: Taxonomy, rules: Judging, text: str | None, table: Path | None, column: str | None, model: Path | None
) -> None:
    """Judges the text, or the column of the table; Trouble when the table or the model cannot be read."""
    try:
        judge = classify.Judge(taxonomy, rules, learned.load(model) if model else None)
    except learned.BadModel as error:
        raise Trouble(str(error)) from error
    given = [(text,)] if text is not None else tables.columns(table or Path(), column or "")
    try:
        for (words,) in given:
            # A terminal may hand over bytes that are no text; JSON has no place for them.
            readable = words.encode("utf-8", "replace").decode("utf-8")
            print(json.dumps(_as_line(judge.judge(readable)), ensure_ascii=False))
    except tables.BadTable as error:
        raise Trouble(str(error)) from error


def _as_line(judgement: Judgement) -> dict[str, object]:
    return {
        "code": judgement.code,
        "second_code": judgement.second_code,
        "level": judgement.level,
        "confidence": judgement.confidence,
        "decision": judgement.decision,
        "alternatives": [{"code": one.code, "confidence": one.confidence} for one in judgement.alternatives],
        "reasons": list(judgement.reasons),
    }
