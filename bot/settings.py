"""config.yaml -> frozen typed Settings; secrets from the environment; every fault in one message."""

import dataclasses
import difflib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError

from bot.core.calendar import BadCalendar, Calendar
from bot.core.rules import Rules

if TYPE_CHECKING:
    from bot.core.places import Gazetteer
    from bot.core.street import Street
    from bot.core.taxonomy import Taxonomy

Keys = tuple[str | int, ...]

TELEGRAM_TOKEN = "SUISHOUPAI_TELEGRAM_TOKEN"  # noqa: S105 - the variable's name, not its value
WEBHOOK_SECRET = "SUISHOUPAI_WEBHOOK_SECRET"  # noqa: S105
API_TOKEN = "SUISHOUPAI_API_TOKEN"  # noqa: S105
HERE = Path(__file__).parent
# 480 minutes, the working day in which the trade counts its periods.
OFFICE_HOURS = [{"from": "2020-01-01", "slots": ["08:30-12:00", "13:30-18:00"]}]

# What pydantic finds -> what is wrong and how to mend it. The value itself is never repeated: it may be a secret.
_SENTENCES: Mapping[str, tuple[str, str]] = {
    "extra_forbidden": ("不认识这一项", "删掉这一行"),
    "literal_error": ("只能是 {expected}", "改成其中一个"),
    "greater_than_equal": ("不能小于 {ge}", "改大一点"),
    "less_than_equal": ("不能大于 {le}", "改小一点"),
    "greater_than": ("要大于 {gt}", "改大一点"),
    "string_too_long": ("最多 {max_length} 个字", "写短一点"),
    "string_type": ("要写成文字", "两头加上英文引号"),
    "tuple_type": ("要写成一列", "例如 [123, 456]，没有就写 []"),
    "string_pattern_mismatch": ("这样写认不出来", "照 config.yaml 里的注释写"),
    "path_type": ("要写成文件的路径", "例如 bot/categories.yaml"),
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float"), ("要写成整数", "只写数字，不带单位")),
    **dict.fromkeys(("model_type", "dict_type"), ("下面要分项写", "每项一行，往右缩进，写成 名字: 值")),
}

_EXAMPLES: Mapping[str, str] = {
    "database.url": "写成 sqlite:///data/suishoupai.sqlite3 或 postgresql://用户@主机/库名",
    "photos.store": "写成文件夹，例如 data/photos，或 s3://桶名/前缀",
    "telegram.api_base": "写成网址，例如 https://api.telegram.org",
}


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


def _require_locale(name: str) -> str:
    if not (HERE / "locales" / f"{name}.ftl").exists():
        raise ValueError("没有这种语言的文字；写 zh-CN")
    return name


class Part(BaseModel):
    """A part of config.yaml: unknown keys are faults, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DatabaseSettings(Part):
    """Where the rows are; a URL may carry a password, so it is not shown."""

    url: str = Field("sqlite:///data/suishoupai.sqlite3", repr=False, pattern=r"^(sqlite|postgresql)(\+\w+)?://")


class PhotoSettings(Part):
    """Where the pictures are."""

    store: str = Field("data/photos", pattern=r"^((s3|file|memory)://.*|[^:]+|[A-Za-z]:[\\/].*)$")


class TelegramSettings(Part):
    """How Telegram is reached, and who sets the bot up."""

    api_base: str = Field("https://api.telegram.org", pattern=r"^https?://[^/\s]+")
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str | None = None
    datum: Literal["wgs84", "gcj02"] = "wgs84"
    admins: tuple[Annotated[int, Field(gt=0)], ...] = ()
    operator_chat: int | None = None


class WebSettings(Part):
    """Where the web server listens; port 0 takes a free one."""

    host: str = "127.0.0.1"
    port: int = Field(8080, ge=0, le=65535)


class LogSettings(Part):
    """How much is logged."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class Secrets(Part):
    """What only the environment may say."""

    telegram_token: SecretStr | None = None
    webhook_secret: SecretStr | None = None
    api_token: SecretStr | None = None


class Config(Part):
    """What config.yaml may say. The calendar, the gazetteer and the taxonomy read their own sections."""

    locale: Annotated[str, AfterValidator(_require_locale)] = "zh-CN"
    database: DatabaseSettings = DatabaseSettings()
    photos: PhotoSettings = PhotoSettings()
    telegram: TelegramSettings = TelegramSettings()
    web: WebSettings = WebSettings()
    street: Any = None
    categories: Path = HERE / "categories.yaml"
    working_hours: Any = OFFICE_HOURS
    holidays: Any = None
    rules: Rules = Rules()
    log: LogSettings = LogSettings()


class Settings(Config):
    """Everything that is set; `folder` is where config.yaml stands and its relative file names begin."""

    folder: Path = Path()
    secrets: Secrets = Secrets()

    @classmethod
    def of(cls, values: Mapping[str, Any], *, api_token: str | None = None) -> "Settings":
        """Settings without a file, for the demo and for tests; pydantic's ValidationError for bad values."""
        return cls.model_validate({**values, "secrets": {"api_token": api_token}})

    @property
    def api_token(self) -> str | None:
        """The token that the API asks for; None when the environment names none."""
        return self.secrets.api_token.get_secret_value() if self.secrets.api_token else None

    def require_token(self) -> str:
        """The bot's token; ConfigFaults when the environment has none."""
        return _require(self.secrets.telegram_token, TELEGRAM_TOKEN, "没有机器人的令牌", "向 @BotFather 要一个")

    def require_webhook_secret(self) -> str:
        """What Telegram sends along to prove itself; ConfigFaults when the environment has none."""
        return _require(self.secrets.webhook_secret, WEBHOOK_SECRET, "没有 webhook 的暗号", "自己编一串字母数字")

    def build_calendar(self) -> Calendar:
        """The working and the continuous clock of the street."""
        return Calendar.from_mapping({"working_hours": self.working_hours, "holidays": self.holidays})

    def build_taxonomy(self) -> "Taxonomy":
        """What can be reported; OSError or ValueError when the file cannot be used."""
        from bot.core import taxonomy

        return taxonomy.load(self.folder / self.categories)

    def build_gazetteer(self) -> "Gazetteer":
        """The street's own map; ConfigFaults or ValueError when it cannot be used."""
        from bot.core import places

        section = _open_street(_Document("", {"street": self.street}, {(): 1}), self.folder)
        return places.Gazetteer.from_mapping(section.data["street"])

    def build_street(self) -> "Street":
        """All that the core knows about the street; raises what its parts raise."""
        # Half a second of imports that a command which only counts time does not need.
        from bot.core import classify, texts
        from bot.core.street import Street

        kinds, calendar = self.build_taxonomy(), self.build_calendar()
        judge, words = classify.Judge(kinds), texts.Texts(self.locale)
        return Street(kinds, self.build_gazetteer(), calendar, judge, words, self.rules)


def load(path: Path = Path("config.yaml"), env: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this file and this environment; ConfigFaults with every fault at once, in the file's order."""
    document, secrets = _open(path), _read_secrets(env)
    _refuse(
        *_faults_beside_street(document, path.parent),
        *_faults_of_street(document, path.parent),
        *_faults_of_secrets(document, secrets),
    )
    return Settings.model_validate({**document.data, "folder": path.parent, "secrets": secrets})


def load_without_street(path: Path) -> Settings:
    """The same for a command that needs no geography and no secret: half the time goes into reading the street."""
    document = _open(path)
    _refuse(*_faults_beside_street(document, path.parent))
    return Settings.model_validate({**document.data, "folder": path.parent})


def _open(path: Path) -> "_Document":
    document = _read(path, "", Fault(str(path), None, "读不了这个文件", "用 --config 指明它在哪里，并存成 UTF-8 编码"))
    if not isinstance(document.data, dict):
        raise ConfigFaults((document.fault((), "里面要分项写", "照仓库里的 config.yaml 写"),))
    return document


def _refuse(*faults: Fault) -> None:
    if faults:
        raise ConfigFaults(tuple(sorted(faults, key=lambda fault: (fault.file, fault.line or 0))))


def _read_secrets(env: Mapping[str, str]) -> Secrets:
    names = {"telegram_token": TELEGRAM_TOKEN, "webhook_secret": WEBHOOK_SECRET, "api_token": API_TOKEN}
    return Secrets.model_validate({field: env.get(name) or None for field, name in names.items()})


def _require(secret: SecretStr | None, name: str, what: str, where: str) -> str:
    if secret is None:
        raise ConfigFaults((Fault(name, None, what, f"{where}，放进环境变量 {name}"),))
    return secret.get_secret_value()


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
class _Document:
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


def _read(path: Path, file: str, if_unreadable: Fault) -> _Document:
    try:
        # The mark that Windows' Notepad puts in front is no part of the text.
        loader = _Loader(path.read_text(encoding="utf-8-sig"))
        root = loader.get_single_node()
        data = {} if root is None else loader.construct_document(root)
        places = list(_places(root))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigFaults((if_unreadable,)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ConfigFaults((_fault_of_syntax(error, file),)) from error
    lines: dict[Keys, int] = {(): 1}
    earlier: dict[Keys, int] = {}
    for keys, line in places:
        if keys in lines and keys[:-1] not in earlier:
            earlier[keys] = lines[keys]
        # Of two the last one counts, as it does in the data.
        lines[keys] = line
    document = _Document(file, data, lines)
    repeated = (document.fault(keys, f"和第 {line} 行重复了", "只留一处") for keys, line in earlier.items())
    return dataclasses.replace(document, repeated=tuple(repeated))


def _fault_of_syntax(error: object, file: str) -> Fault:
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


def _faults_beside_street(document: _Document, folder: Path) -> Iterator[Fault]:
    yield from document.repeated
    yield from _faults_of_shape(document)
    yield from _faults_of_categories(document, folder)
    yield from _faults_of_calendar(document)


def _faults_of_shape(document: _Document) -> Iterator[Fault]:
    try:
        Config.model_validate(document.data)
    except ValidationError as errors:
        for error in errors.errors(include_url=False, include_input=False):
            keys = tuple(key for key in error["loc"] if key != "[key]")
            yield _in_chinese(document, keys, error["type"], error.get("ctx", {}))


def _in_chinese(document: _Document, keys: Keys, kind: str, facts: Mapping[str, Any]) -> Fault:
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


def _faults_of_secrets(document: _Document, secrets: Secrets) -> Iterator[Fault]:
    if secrets.telegram_token and not re.fullmatch(r"\d+:[\w-]+", secrets.telegram_token.get_secret_value(), re.ASCII):
        yield Fault(TELEGRAM_TOKEN, None, "不像机器人的令牌", "从 @BotFather 那里整段复制，中间不带空格")
    hidden = secrets.webhook_secret
    if hidden and not re.fullmatch(r"[\w-]{1,256}", hidden.get_secret_value(), re.ASCII):
        yield Fault(WEBHOOK_SECRET, None, "只能用字母、数字、_ 和 -，最多 256 个", "另编一串")
    telegram = document.data.get("telegram")
    if not isinstance(telegram, dict) or telegram.get("mode") != "webhook":
        return
    if not str(telegram.get("webhook_url")).startswith("https://"):
        yield document.fault(
            ("telegram", "webhook_url"), "用 webhook 就要写 https:// 开头的网址", "或把 mode 改成 polling"
        )
    if hidden is None:
        remedy = f"自己编一串字母数字，放进环境变量 {WEBHOOK_SECRET}"
        yield document.fault(("telegram", "mode"), "用 webhook 还缺暗号", remedy)


def _open_street(document: _Document, folder: Path) -> _Document:
    """The file that has the street's geography under `street`: this one, or the one it names."""
    section, at = document.data.get("street"), ("street", "file")
    if not isinstance(section, dict) or "file" not in section:
        return document
    if set(section) != {"file"} or not isinstance(section["file"], str):
        raise ConfigFaults((document.fault(at, "写了文件名，street 下面就不能再写别的", "只留 file: 文件的路径"),))
    unreadable = document.fault(at, "读不了这个文件", "路径从 config.yaml 所在的文件夹算起，文件存成 UTF-8 编码")
    found = _read(folder / section["file"], section["file"], unreadable)
    if not isinstance(found.data, dict):
        raise ConfigFaults((found.fault((), "里面要有 street: 这一段", "照 bot/demo/street.yaml 写"),))
    return found


def _faults_of_street(document: _Document, folder: Path) -> Iterator[Fault]:
    from bot.core import places

    try:
        found = _open_street(document, folder)
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


def _faults_of_categories(document: _Document, folder: Path) -> Iterator[Fault]:
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
            yield _fault_of_syntax(error.__cause__, str(name))
            return
        _, *lines = str(error).splitlines()
        if not lines:
            yield document.fault(("categories",), "这个文件里有读不懂的值", "照 bot/categories.yaml 写")
        # The first line only counts the others; those with a line number name the entry first.
        for told in lines:
            at = re.match(r"第 (\d+) 行 ([^：]*)：", told)
            line, entry = (int(at[1]), at[2]) if at else (None, "整个文件")
            yield Fault(entry, line, told[at.end() :] if at else told, file=str(name))


def _faults_of_calendar(document: _Document) -> Iterator[Fault]:
    section = {"working_hours": document.data.get("working_hours", OFFICE_HOURS)}
    try:
        Calendar.from_mapping({**section, "holidays": document.data.get("holidays")})
    except BadCalendar as error:
        yield from (document.fault(fault.path, fault.words) for fault in error.faults)
