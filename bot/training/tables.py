"""Labelled tables as they come: CSV files with a column of words and one of labels."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


class BadTable(ValueError):
    """The table cannot be learned from; says why."""


@dataclass(frozen=True)
class Example:
    """Some words and what they mean; `hand` is the table they come from."""

    words: str
    label: str
    hand: str


def read(paths: Sequence[Path], text: str, label: str) -> list[Example]:
    """The examples of all these tables in order; rows without words or label are passed over.

    Raises BadTable for a table that cannot be read, and when there are fewer than two labels in all.
    """
    examples = [
        Example(words.strip(), meaning.strip(), path.name)
        for path in paths
        for words, meaning in columns(path, text, label)
        if words.strip() and meaning.strip()
    ]
    labels = {example.label for example in examples}
    if not examples:
        raise BadTable("表里没有一行既有文字又有标签")
    if len(labels) < 2:
        raise BadTable(f"只有一种标签 {labels.pop()}，至少要有两种才能学")
    return examples


def digest(path: Path) -> str:
    """The SHA-256 of the file, by which it can be told again what a model was made from."""
    return sha256(path.read_bytes()).hexdigest()


def columns(path: Path, *names: str) -> Iterator[tuple[str, ...]]:
    """These columns of each row, empty where a row is short. Raises BadTable when the file is no such table."""
    try:
        # Excel puts a mark in front that is no part of the first column's name.
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            missing = [name for name in names if name not in (rows.fieldnames or ())]
            if missing:
                there = "、".join(rows.fieldnames or ()) or "空文件"
                raise BadTable(f"{path} 里没有 {'、'.join(missing)} 这一列，有的是：{there}")
            yield from (tuple(row[name] or "" for name in names) for row in rows)
    except UnicodeDecodeError as error:
        raise BadTable(f"{path} 不是 UTF-8 编码，请在 Excel 里另存为“CSV UTF-8”") from error
    except csv.Error as error:
        raise BadTable(f"{path} 不像 CSV 表格，请用表格软件重新导出") from error
    except OSError as error:
        raise BadTable(f"读不了 {path}，请看看路径对不对、有没有权限") from error
