"""A YAML file as data with the line of everything in it, and the faults found there as people are told them."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

Keys = tuple[str | int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `line` is None for what stands in no file; `file` is empty for config.yaml itself."""

    path: str
    line: int | None
    what: str
    remedy: str = ""
    file: str = ""

    def __str__(self) -> str:
        """The fault as one line."""
        place = " ".join(filter(None, (self.file, f"第 {self.line} 行" if self.line else "", self.path)))
        return f"{place}：{self.what}" + (f"；{self.remedy}" if self.remedy else "")


class ConfigFaults(ValueError):
    """The configuration cannot be used; `faults` lists all that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


_TIMESTAMP, _BOOL = "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"


class _Loader(yaml.SafeLoader):
    """Plain data without aliases (nobody needs them here, and a few lines of them can fill the memory).

    A date stays text: the calendar says in Chinese which day does not exist. So do on, off, yes and no: 放假 is `off`.
    """

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in (_TIMESTAMP, _BOOL)]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """The next node; a ComposerError for an alias."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "alias", self.peek_event().start_mark)  # type: ignore[no-untyped-call]
        return super().compose_node(parent, index)


_Loader.add_implicit_resolver(_BOOL, re.compile(r"^(true|false)$"), ["t", "f"])


@dataclasses.dataclass(frozen=True)
class Document:
    """A YAML file as data, with the line of every key and of every item of a list."""

    file: str
    data: Any
    lines: Mapping[Keys, int]
    repeated: tuple[Fault, ...] = ()

    def fault(self, keys: Keys, what: str, remedy: str = "") -> Fault:
        """A fault at these keys; one that is not written stands where its surroundings begin."""
        line = next(self.lines[keys[:n]] for n in range(len(keys), -1, -1) if keys[:n] in self.lines)
        path = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")
        return Fault(path or "整个文件", line, what, remedy, self.file)


def read(path: Path, file: str, if_unreadable: Fault) -> Document:
    """The file's data and lines; ConfigFaults when it cannot be read or is no YAML."""
    try:
        # The mark that Windows' Notepad puts in front is no part of the text.
        loader = _Loader(path.read_text(encoding="utf-8-sig"))
        root = loader.get_single_node()
        data = {} if root is None else loader.construct_document(root)
        places = list(_places(root))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigFaults((if_unreadable,)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ConfigFaults((fault_of_syntax(error, file),)) from error
    lines: dict[Keys, int] = {(): 1}
    earlier: dict[Keys, int] = {}
    for keys, line in places:
        if keys in lines and keys[:-1] not in earlier:
            earlier[keys] = lines[keys]
        # Of two the last one counts, as it does in the data.
        lines[keys] = line
    document = Document(file, data, lines)
    repeated = (document.fault(keys, f"和第 {line} 行重复了", "只留一处") for keys, line in earlier.items())
    return dataclasses.replace(document, repeated=tuple(repeated))


def fault_of_syntax(error: object, file: str) -> Fault:
    """What PyYAML complains about, in Chinese and without repeating the text."""
    mark, problem = getattr(error, "problem_mark", None), str(getattr(error, "problem", ""))
    line, path = (mark.line + 1, "") if mark else (None, "整个文件")
    if "\\t" in problem:
        return Fault(path, line, "缩进里有制表符", "YAML 只认空格，把 Tab 换成空格", file)
    remedy = "看这一行和上一行：缩进对齐没有，冒号后面有没有空格，引号和括号是不是成对"
    return Fault(path, line, "YAML 写法不对", remedy, file)


def _places(node: yaml.Node | None, keys: Keys = ()) -> Iterator[tuple[Keys, int]]:
    if isinstance(node, yaml.MappingNode):
        inner = [((*keys, str(key.value)), key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inner = [((*keys, at), item, item) for at, item in enumerate(node.value)]
    else:
        return
    for place, mark, value in inner:
        yield place, mark.start_mark.line + 1
        yield from _places(value, place)
