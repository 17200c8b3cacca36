"""Starts everything on this machine, prints two addresses and keeps running."""

import asyncio
import contextlib
import os
import signal
import tempfile
import webbrowser
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import uvloop
import yaml

from bot import logs, serving
from bot.app import App
from bot.clock import MovableClock
from bot.demo import cast, seed
from bot.settings import Settings
from bot.tasks import Tasks
from bot.web.demo import Controls
from sandbox.app import create_app
from sandbox.world import World

HOST = "127.0.0.1"
STREET_FILE = Path(__file__).with_name("street.yaml")
# How often quietness is looked at while somebody waits for it; the database is asked only when nothing is being sent.
QUIET_LOOK_SECONDS = 0.005
# After a jump of the clock everything due must have been sent before the answer; a storm takes a while.
QUIET_SECONDS = 120


@dataclass
class Demo:
    """The demo street: a world that stays and a bot that can be stopped and started again."""

    data: Path
    port: int = 0
    web_port: int = 0
    start_at: datetime | None = None
    api_token: str | None = None

    async def start(self) -> None:
        """Starts the sandbox, then the bot."""
        self.clock = MovableClock(self.start_at)
        self.tasks = Tasks()
        self.world = World.open(self.data / "sandbox")
        seed.fill_world(self.world)
        self.world.move_clock(self.clock.now())
        # Held until the end: the bot falls and starts again, its address stays.
        self._web_listener = serving.listen(HOST, self.web_port)
        self.web_url = serving.url_of(self._web_listener)
        places = yaml.safe_load(STREET_FILE.read_text(encoding="utf-8"))["places"]
        application = create_app(self.world, demo_url=self.web_url, places=places)
        self.sandbox = await serving.serve(application, serving.listen(HOST, self.port), self.tasks)
        await self.start_bot()

    async def start_bot(self) -> None:
        """Starts the bot over the data that is there."""
        self.app = App(self._settings(), cast.TOKEN, self.clock, self._controls(), self._web_listener)
        await self.app.prepare()
        async with self.app.database.transaction() as session:
            await seed.fill_register(session, self.world, now=self.clock.now(), street=self.app.street)
        await self.app.start()

    async def stop_bot(self) -> None:
        """Stops the bot alone; the chats stay."""
        await self.app.stop()

    async def stop(self) -> None:
        """Stops everything."""
        await self.app.stop()
        self.world.release()
        await self.sandbox.stop()
        await self.tasks.stop()
        self._web_listener.close()
        self.world.close()

    async def move_to(self, moment: datetime) -> None:
        """Lets the bot's and the sandbox's time pass: what comes due on the way is done at its own moment, in order."""
        # What is under way, and what is due already, belongs to the old time.
        await self.wait_until_quiet(QUIET_SECONDS)
        await self.app.sweeps.run_all()
        await self.wait_until_quiet(QUIET_SECONDS)
        while (due := await self.app.sweeps.next_due(self.clock.now())) is not None and due[0] < moment:
            self._arrive_at(due[0])
            for name in due[1]:
                await self.app.sweeps.look(name)
            await self.wait_until_quiet(QUIET_SECONDS)
        self._arrive_at(moment)
        await self.app.sweeps.run_all()
        await self.wait_until_quiet(QUIET_SECONDS)

    def _arrive_at(self, moment: datetime) -> None:
        self.clock.move_to(moment)
        self.world.move_clock(self.clock.now())

    async def wait_until_quiet(self, seconds: float) -> bool:
        """Waits until the bot has fetched, handled and answered everything; False if not in time."""
        try:
            async with asyncio.timeout(seconds):
                # Once: whatever is done from here on rings the next loop's bell by itself.
                self.app.look_now()
                while not (self._is_fetched() and await self.app.is_quiet()):  # noqa: ASYNC110 - rows ring no bell
                    await asyncio.sleep(QUIET_LOOK_SECONDS)
        except TimeoutError:
            return False
        return True

    def _is_fetched(self) -> bool:
        """True when no update waits in the sandbox: the bot commits a page before it confirms it."""
        return not self.world.queues[self.world.bot.id].pending()

    def _controls(self) -> Controls:
        return Controls(
            now=self.clock.now,
            move_to=self.move_to,
            wait_until_quiet=self.wait_until_quiet,
        )

    def _settings(self) -> Settings:
        """config.yaml's defaults with the demo's own database, store, street and addresses."""
        values: dict[str, Any] = {
            "database": {"url": f"sqlite:///{self.data / 'suishoupai.sqlite3'}"},
            "photos": {"store": str(self.data / "photos")},
            "models": {"folder": str(self.data / "models")},
            "telegram": {"api_base": self.sandbox.url},
            "street": {"file": str(STREET_FILE)},
        }
        return Settings.of(values, api_token=self.api_token)


def run(*, port: int, web_port: int, data: Path | None, now: datetime | None, open_browser: bool) -> None:
    """Runs the demo until it is interrupted."""
    with contextlib.ExitStack() as stack:
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="suishoupai-")))
        folder.mkdir(parents=True, exist_ok=True)
        token = os.environ.get("SUISHOUPAI_API_TOKEN")
        demo = Demo(folder, port, web_port, now, token)
        logs.configure("WARNING")
        uvloop.run(_run_until_interrupted(demo, opens=webbrowser.open if open_browser else None))


async def _run_until_interrupted(demo: Demo, *, opens: Any) -> None:
    await demo.start()
    print(f"聊天页面  {demo.sandbox.url}/", flush=True)
    print(f"网页接口  {demo.web_url}/", flush=True)
    print(f"接口令牌  {demo.app.api_token}", flush=True)
    print("按 Ctrl+C 结束。", flush=True)
    if opens is not None:
        await asyncio.to_thread(opens, f"{demo.sandbox.url}/")
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    await stopped.wait()
    await demo.stop()
