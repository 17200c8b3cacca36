"""The composition root: the only file that knows every part."""

import asyncio
import logging
import secrets
import signal
import socket
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

import uvloop
from apscheduler.schedulers.asyncio import AsyncIOScheduler

import migrations
from bot import logs, schedule, serving, web
from bot.bells import Bells
from bot.channels import telegram, telegram_updates
from bot.clock import Clock, WallClock
from bot.core import people
from bot.core.photos import store as photo_store
from bot.core.sight import eye
from bot.db import Database
from bot.mailbox import inbox, outbox
from bot.mailbox.inbox import Incoming
from bot.mailbox.outbox import Address
from bot.settings import Settings
from bot.sweeps import Sweeps
from bot.tasks import Tasks
from bot.training.assignment import Files
from bot.training.school import School
from bot.web.demo import Controls
from bot.workers import Inbound, Outbound
from bot.workers.fetching import Fetching
from handlers.receiving import Receiving

log = logging.getLogger(__name__)

# On one SQLite file writers queue anyway; on PostgreSQL chats really run side by side.
LANES_SIDE_BY_SIDE = 4


@dataclass
class App:
    """The bot, put together; `start` and `stop` may be called once each."""

    settings: Settings
    token: str
    clock: Clock = field(default_factory=WallClock)
    controls: Controls | None = None
    #: where the API is served instead of the configured address; it stays open when the bot stops
    web_listener: socket.socket | None = None

    def __post_init__(self) -> None:
        settings = self.settings
        self.street = settings.build_street()
        self.database = Database(settings.database.url)
        self.store = photo_store.connect(settings.photos.store)
        self.bells, self.tasks = Bells(), Tasks()
        self.bot = telegram.connect(self.token, settings.telegram.api_base)
        channels = {telegram.NAME: telegram.TelegramChannel(self.bot, self.store.get, self.street.texts)}
        operator_chat = settings.telegram.operator_chat
        operators = Address(telegram.NAME, str(operator_chat)) if operator_chat else None
        # With `photos.look` off nobody looks.
        look = eye.look if settings.photos.look else None
        self.fetching = Fetching(self.database, self.clock, self.street, channels, self.store, look)
        receiving = Receiving(self.bot, self.street, settings.telegram.datum)
        self.inbound = Inbound(
            self.database, self.clock, self.street, {telegram.NAME: receiving}, operators, self.bells, self.tasks
        )
        self.outbound = Outbound(
            self.database,
            self.clock,
            self.street,
            channels,
            self.fetching,
            operators,
            self.bells,
            self.tasks,
            name=uuid.uuid4().hex,
        )
        self.school = School(
            self.database,
            self.clock,
            self.street,
            Files(settings.models.folder, settings.folder / settings.categories),
            self.tasks,
            operators,
        )
        self.sweeps = Sweeps(self.database, self.clock, self.street, self.bells, operators, learning=self.school.look)
        self.api_token = settings.api_token or secrets.token_urlsafe(24)
        self.web: serving.Server | None = None
        self._scheduler: AsyncIOScheduler | None = None
        self._is_ready = False

    async def prepare(self) -> None:
        """Brings the schema up to date, enters the configured admins, and reads by the model in use."""
        await migrations.upgrade(self.database.engine)
        async with self.database.transaction() as session:
            await people.first_admins(session, telegram.NAME, self.settings.telegram.admins, now=self.clock.now())
        await self.school.open()

    async def start(self) -> None:
        """Starts everything; updates come as soon as the platform can be reached."""
        if self.database.is_sqlite:
            # One process by definition: what an earlier one was sending nobody sends any more.
            async with self.database.transaction() as session:
                await outbox.release(session, holder_is_not=self.outbound.name)
        for lane in range(1 if self.database.is_sqlite else LANES_SIDE_BY_SIDE):
            self.tasks.keep_running(f"inbound {lane}", self.inbound.run)
        self.fetching.open()
        self.tasks.keep_running("outbound", self.outbound.run)
        self._scheduler = schedule.start(self.sweeps)
        self.web = await serving.serve(web.create(self._web()), self._listen(), self.tasks)
        self._receive()
        self._is_ready = True

    async def stop(self) -> None:
        """Stops everything; what is not finished is finished by the next start."""
        self._is_ready = False
        if self._scheduler is not None:
            self._scheduler.pause()
            await self.sweeps.finish()
            self._scheduler.shutdown(wait=False)
        if self.web is not None:
            await self.web.stop()
        await self.outbound.finish()
        await self.tasks.stop()
        self.fetching.close()
        await self.bot.session.close()
        await self.database.close()

    async def keep(self, items: Sequence[Incoming]) -> None:
        """Commits what was received; only then may it be confirmed to the platform."""
        async with self.database.transaction() as session:
            await inbox.put(session, items, now=self.clock.now())
        self.bells.inbox.ring()

    async def is_quiet(self) -> bool:
        """True when nothing could be handled or sent now."""
        if self.outbound.is_busy:
            return False
        now = self.clock.now()
        async with self.database.reading() as session:
            return await inbox.is_quiet(session, now=now) and await outbox.is_quiet(session, now=now)

    def look_now(self) -> None:
        """Wakes every loop."""
        self.bells.inbox.ring()
        self.bells.outbox.ring()

    def _listen(self) -> socket.socket:
        if self.web_listener is not None:
            return self.web_listener.dup()
        return serving.listen(self.settings.web.host, self.settings.web.port)

    def _receive(self) -> None:
        settings = self.settings.telegram
        if settings.mode == "webhook":
            url, secret = f"{settings.webhook_url}", self.settings.require_webhook_secret()
            # In the background: without a network the bot starts all the same, and sends when it comes back.
            self.tasks.keep_running("webhook", lambda: telegram_updates.set_webhook(self.bot, url, secret))
            return
        poller = telegram_updates.Poller(self.token, settings.api_base, self.keep)
        self.tasks.keep_running("poller", poller.run)

    def _web(self) -> web.Web:
        is_webhook = self.settings.telegram.mode == "webhook"
        return web.Web(
            database=self.database,
            street=self.street,
            api_token=self.api_token,
            now=self.clock.now,
            keep=self.keep,
            is_ready=lambda: self._is_ready,
            webhook_secret=self.settings.require_webhook_secret() if is_webhook else None,
            as_incoming=telegram_updates.as_incoming if is_webhook else None,
            controls=self.controls,
        )


def run(settings: Settings) -> None:
    """Runs the bot until it is told to stop; what is not finished then is finished by the next start."""
    logs.configure(settings.log.level)
    uvloop.run(_run_until_stopped(App(settings, settings.require_token())))


async def _run_until_stopped(app: App) -> None:
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    await app.prepare()
    await app.start()
    log.info("running")
    await stopped.wait()
    await app.stop()
