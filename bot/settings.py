"""config.yaml -> frozen typed Settings; secrets from the environment; every fault in one message."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from bot import config_faults, config_file
from bot.config import Config, Part
from bot.config_file import ConfigFaults, Document, Fault
from bot.core.calendar import Calendar

if TYPE_CHECKING:
    from bot.core.places import Gazetteer
    from bot.core.street import Street
    from bot.core.taxonomy import Taxonomy

TELEGRAM_TOKEN = "SUISHOUPAI_TELEGRAM_TOKEN"  # noqa: S105 - the variable's name, not its value
WEBHOOK_SECRET = "SUISHOUPAI_WEBHOOK_SECRET"  # noqa: S105
API_TOKEN = "SUISHOUPAI_API_TOKEN"  # noqa: S105


class Secrets(Part):
    """What only the environment may say."""

    telegram_token: SecretStr | None = None
    webhook_secret: SecretStr | None = None
    api_token: SecretStr | None = None


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

        section = config_faults.open_street(Document("", {"street": self.street}, {(): 1}), self.folder)
        return places.Gazetteer.from_mapping(section.data["street"])

    def build_street(self) -> "Street":
        """All that the core knows about the street; raises what its parts raise."""
        # Half a second of imports that a command which only counts time does not need.
        from bot.core import classify, texts
        from bot.core.street import Street

        kinds, calendar = self.build_taxonomy(), self.build_calendar()
        judge, words = classify.Judge(kinds, self.rules.judging), texts.Texts(self.locale)
        return Street(kinds, self.build_gazetteer(), calendar, judge, words, self.rules)


def load(path: Path = Path("config.yaml"), env: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this file and this environment; ConfigFaults with every fault at once, in the file's order."""
    document, secrets = _open(path), _read_secrets(env)
    _refuse(
        *config_faults.find_beside_street(document, path.parent),
        *config_faults.find_in_street(document, path.parent),
        *_faults_of_secrets(document, secrets),
    )
    return Settings.model_validate({**document.data, "folder": path.parent, "secrets": secrets})


def load_without_street(path: Path) -> Settings:
    """The same for a command that needs no geography and no secret: half the time goes into reading the street."""
    document = _open(path)
    _refuse(*config_faults.find_beside_street(document, path.parent))
    return Settings.model_validate({**document.data, "folder": path.parent})


def _open(path: Path) -> Document:
    document = config_file.read(
        path, "", Fault(str(path), None, "读不了这个文件", "用 --config 指明它在哪里，并存成 UTF-8 编码")
    )
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


def _faults_of_secrets(document: Document, secrets: Secrets) -> Iterator[Fault]:
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
