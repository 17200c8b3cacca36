"""What is wrong with a config.yaml: its shape, its street, its categories and its calendar."""

import dataclasses
import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from bot import config_file
from bot.config import OFFICE_HOURS, Config
from bot.config_file import ConfigFaults, Document, Fault, Keys
from bot.core.calendar import BadCalendar, Calendar

# What pydantic finds -> what is wrong and how to mend it. The value itself is never repeated: it may be a secret.
_SENTENCES: Mapping[str, tuple[str, str]] = {
    "extra_forbidden": ("不认识这一项", "删掉这一行"),
    "literal_error": ("只能是 {expected}", "改成其中一个"),
    "enum": ("只能是 {expected}", "改成其中一个"),
    "greater_than_equal": ("不能小于 {ge}", "改大一点"),
    "less_than_equal": ("不能大于 {le}", "改小一点"),
    "greater_than": ("要大于 {gt}", "改大一点"),
    "string_too_long": ("最多 {max_length} 个字", "写短一点"),
    "string_type": ("要写成文字", "两头加上英文引号"),
    "tuple_type": ("要写成一列", "例如 [123, 456]，没有就写 []"),
    "string_pattern_mismatch": ("这样写认不出来", "照 config.yaml 里的注释写"),
    "bool_parsing": ("只能是 true 或 false", "改成其中一个"),
    "path_type": ("要写成文件的路径", "例如 bot/categories.yaml"),
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float"), ("要写成整数", "只写数字，不带单位")),
    **dict.fromkeys(("model_type", "dict_type"), ("下面要分项写", "每项一行，往右缩进，写成 名字: 值")),
}

_EXAMPLES: Mapping[str, str] = {
    "database.url": "写成 sqlite:///data/suishoupai.sqlite3 或 postgresql://用户@主机/库名",
    "photos.store": "写成文件夹，例如 data/photos，或 s3://桶名/前缀",
    "telegram.api_base": "写成网址，例如 https://api.telegram.org",
}


def find_beside_street(document: Document, folder: Path) -> Iterator[Fault]:
    """Everything but the street and the secrets."""
    yield from document.repeated
    yield from _faults_of_shape(document)
    yield from _faults_of_categories(document, folder)
    yield from _faults_of_calendar(document)


def _faults_of_shape(document: Document) -> Iterator[Fault]:
    try:
        Config.model_validate(document.data)
    except ValidationError as errors:
        for error in errors.errors(include_url=False, include_input=False):
            keys = tuple(key for key in error["loc"] if key != "[key]")
            yield _in_chinese(document, keys, error["type"], error.get("ctx", {}))


def _in_chinese(document: Document, keys: Keys, kind: str, facts: Mapping[str, Any]) -> Fault:
    if kind == "value_error":
        what, _, remedy = str(facts["error"]).partition("；")
        return document.fault(keys, what, remedy)
    what, remedy = _SENTENCES.get(kind, ("写的值不对", "照 config.yaml 里的注释改"))
    known = {
        name: str(fact).replace("'", "").replace(" or ", " 或 ").replace(", ", "、") for name, fact in facts.items()
    }
    fault = document.fault(keys, what.format(**known), remedy)
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(keys[-1]), _names_beside(keys), n=1)
        return dataclasses.replace(fault, remedy=f"是不是 {near[0]}？不是就{remedy}") if near else fault
    return dataclasses.replace(fault, remedy=_EXAMPLES.get(fault.path, remedy))


def _names_beside(keys: Keys) -> list[str]:
    part: type[BaseModel] = Config
    for key in keys[:-1]:
        part = part.model_fields[str(key)].annotation  # type: ignore[assignment]
    return list(part.model_fields)


def open_street(document: Document, folder: Path) -> Document:
    """The file that has the street's geography under `street`: this one, or the one it names."""
    section, at = document.data.get("street"), ("street", "file")
    if not isinstance(section, dict) or "file" not in section:
        return document
    if set(section) != {"file"} or not isinstance(section["file"], str):
        raise ConfigFaults((document.fault(at, "写了文件名，street 下面就不能再写别的", "只留 file: 文件的路径"),))
    unreadable = document.fault(at, "读不了这个文件", "路径从 config.yaml 所在的文件夹算起，文件存成 UTF-8 编码")
    found = config_file.read(folder / section["file"], section["file"], unreadable)
    if not isinstance(found.data, dict):
        raise ConfigFaults((found.fault((), "里面要有 street: 这一段", "照 bot/demo/street.yaml 写"),))
    return found


def find_in_street(document: Document, folder: Path) -> Iterator[Fault]:
    """The faults of the geography, in this file or in the one it names."""
    from bot.core import places

    try:
        found = open_street(document, folder)
    except ConfigFaults as error:
        yield from error.faults
        return
    if found is not document:
        yield from found.repeated
    try:
        places.Gazetteer.from_mapping(found.data.get("street"))
    except ValueError as error:
        for line in str(error).splitlines():
            path, _, what = line.rpartition("：") if line.startswith("street：") else line.partition("：")
            steps = re.findall(r"\[(\d+)\]|([^.\[\]]+)", path.removeprefix("street").removeprefix("."))
            keys = tuple(int(at) if at else name for at, name in steps)
            yield found.fault(("street", *keys), what)


def _faults_of_categories(document: Document, folder: Path) -> Iterator[Fault]:
    from bot.core import taxonomy

    name = document.data.get("categories", Config().categories)
    if not isinstance(name, str | Path):
        return
    try:
        taxonomy.load(folder / name)
    except (OSError, UnicodeDecodeError):
        yield document.fault(
            ("categories",), "读不了这个文件", "路径从 config.yaml 所在的文件夹算起，文件存成 UTF-8 编码"
        )
    except ValueError as error:
        if isinstance(error.__cause__, yaml.YAMLError):
            yield config_file.fault_of_syntax(error.__cause__, str(name))
            return
        _, *lines = str(error).splitlines()
        if not lines:
            yield document.fault(("categories",), "这个文件里有读不懂的值", "照 bot/categories.yaml 写")
        # The first line only counts the others; those with a line number name the entry first.
        for told in lines:
            at = re.match(r"第 (\d+) 行 ([^：]*)：", told)
            line, entry = (int(at[1]), at[2]) if at else (None, "整个文件")
            yield Fault(entry, line, told[at.end() :] if at else told, file=str(name))


def _faults_of_calendar(document: Document) -> Iterator[Fault]:
    section = {"working_hours": document.data.get("working_hours", OFFICE_HOURS)}
    try:
        Calendar.from_mapping({**section, "holidays": document.data.get("holidays")})
    except BadCalendar as error:
        yield from (document.fault(fault.path, fault.words) for fault in error.faults)
