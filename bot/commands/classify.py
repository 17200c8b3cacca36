"""`python -m bot classify`: what the judge makes of words, one JSON object a line, in the order of the input."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from bot.commands.trouble import Trouble
from bot.core import classify
from bot.core.classify import Judgement, learned
from bot.core.rules import Judging
from bot.core.taxonomy import Taxonomy


def run(
    taxonomy: Taxonomy, rules: Judging, text: str | None, table: Path | None, column: str | None, model: Path | None
) -> None:
    """Judges the text, or the column of the table; Trouble when the table or the model cannot be read."""
    try:
        judge = classify.Judge(taxonomy, rules, learned.load(model) if model else None)
    except learned.BadModel as error:
        raise Trouble(str(error)) from error
    for words in [text] if text is not None else _column_of(table or Path(), column or ""):
        # A terminal may hand over bytes that are no text; JSON has no place for them.
        readable = words.encode("utf-8", "replace").decode("utf-8")
        print(json.dumps(_as_line(judge.judge(readable)), ensure_ascii=False))


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


def _column_of(table: Path, column: str) -> Iterator[str]:
    try:
        # Excel puts a mark in front that is no part of the first column's name.
        with table.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            if column not in (rows.fieldnames or ()):
                raise Trouble(f"{table} 里没有 {column} 这一列，有的是：{'、'.join(rows.fieldnames or ()) or '空文件'}")
            yield from (row[column] or "" for row in rows)
    except UnicodeDecodeError as error:
        raise Trouble(f"{table} 不是 UTF-8 编码，请在 Excel 里另存为“CSV UTF-8”") from error
    except csv.Error as error:
        raise Trouble(f"{table} 不像 CSV 表格，请用表格软件重新导出") from error
    except OSError as error:
        raise Trouble(f"读不了 {table}，请看看路径对不对、有没有权限") from error
