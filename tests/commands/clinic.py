"""A street to examine: its config.yaml, its database, and a Telegram of its own that can be spoiled."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from bot.commands import doctor
from bot.commands.findings import Finding
from bot.core import groups, people
from bot.core.calendar import SHANGHAI
from bot.db import Database
from bot.mailbox.outbox import Address
from sandbox.records import Chat
from sandbox.world import World

STREET = Path(__file__).parents[2] / "bot" / "demo" / "street.yaml"
TOKEN = "123456:TEST-token"
COMMUNITIES = ("hj", "jp", "wj", "bx", "ht", "ys")
POSTS = (
    *((post, code) for code in COMMUNITIES for post in ("worker", "grid_head")),
    ("dispatcher", None),
    ("duty", None),
)
NOW = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)


@dataclass
class Clinic:
    """What the doctor looks at."""

    folder: Path
    world: World
    api_base: str
    webhook_url: str | None = None

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.folder / 'street.sqlite3'}"

    def configure(
        self, *, database: str | None = None, photos: Path | None = None, api_base: str | None = None
    ) -> Path:
        """The config.yaml of the street, with what the test wants different."""
        mode = f"mode: webhook, webhook_url: '{self.webhook_url}'" if self.webhook_url else "mode: polling"
        path = self.folder / "config.yaml"
        path.write_text(
            f"street: {{file: {STREET}}}\n"
            f"database: {{url: '{database or self.database_url}'}}\n"
            f"photos: {{store: '{photos or self.folder / 'photos'}'}}\n"
            f"telegram: {{api_base: '{api_base or self.api_base}', {mode}}}\n",
            encoding="utf-8",
        )
        return path

    def group(self, code: str | None) -> Chat:
        """The group of a community, or of the street."""
        return self.world.add_group(f"{code or 'street'} 移动网格群", ["li"])

    async def examine(self, config: Path | None = None, token: str = TOKEN) -> list[Finding]:
        """Everything the doctor says."""
        env = {"SUISHOUPAI_TELEGRAM_TOKEN": token, "SUISHOUPAI_WEBHOOK_SECRET": "secret"}
        return [finding async for finding in doctor.examine(config or self.configure(), env)]

    async def register(self, *, without: str | None = "nothing") -> None:
        """Binds every group and fills every post, save those of one community (None: of the street)."""
        database = Database(self.database_url)
        async with database.transaction() as session:
            somebody = await people.find_or_add(session, "telegram", "7", "小王", now=NOW)
            for code in (code for code in (*COMMUNITIES, None) if code != without):
                chat = self.group(code)
                at = Address("telegram", str(chat.id))
                await groups.bind(session, at, code, chat.title, by=None, now=NOW)
            for post, code in (pair for pair in POSTS if pair[1] != without):
                await people.appoint(session, somebody, post, code, by=None, now=NOW)
        await database.close()


def wrong(findings: list[Finding]) -> list[str]:
    return [finding.what for finding in findings if finding.mark == "✗"]


def told(findings: list[Finding], about: str) -> Finding:
    (found,) = [finding for finding in findings if finding.what.startswith(about)]
    return found


async def execute(url: str, statement: str) -> None:
    database = Database(url)
    async with database.transaction() as session:
        await session.execute(sa.text(statement))
    await database.close()
