"""What config.yaml may say, key by key, with the default of each."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.core.rules import Rules

HERE = Path(__file__).parent
# 480 minutes, the working day in which the trade counts its periods.
OFFICE_HOURS = [{"from": "2020-01-01", "slots": ["08:30-12:00", "13:30-18:00"]}]


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
    """Where the pictures are, and whether the bot looks at them."""

    store: str = Field("data/photos", pattern=r"^((s3|file|memory)://.*|[^:]+|[A-Za-z]:[\\/].*)$")
    look: bool = Field(default=True, description="机器人看不看照片")


class ModelSettings(Part):
    """Where the models are that the bot learned by itself."""

    folder: Path = Path("data/models")


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


class Config(Part):
    """What config.yaml may say. The calendar, the gazetteer and the taxonomy read their own sections."""

    locale: Annotated[str, AfterValidator(_require_locale)] = "zh-CN"
    database: DatabaseSettings = DatabaseSettings()
    photos: PhotoSettings = PhotoSettings()
    models: ModelSettings = ModelSettings()
    telegram: TelegramSettings = TelegramSettings()
    web: WebSettings = WebSettings()
    street: Any = None
    categories: Path = HERE / "categories.yaml"
    working_hours: Any = OFFICE_HOURS
    holidays: Any = None
    rules: Rules = Rules()
    log: LogSettings = LogSettings()
