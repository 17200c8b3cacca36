"""Rig: everybody presses the claim button at once; how soon each sees a toast, and whom it names."""

import asyncio
import multiprocessing
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from pathlib import Path

import httpx
import uvloop

from bench import crowd, table
from bot.channels.telegram import NAME
from bot.core import people
from bot.demo.main import Demo
from sandbox import membership

TITLE = "presses: everybody presses the claim button at once, in the demo over HTTP"
COMMUNITY, GROUP = "hj", "汇嘉"
BEGINNING = datetime.fromisoformat("2026-11-23T10:00+08:00")
TOKEN = "bench"
#: one report of another courier each time, so that none is joined to the one before
REPORTS = (
    ("r1", "汇嘉花园2幢门口垃圾箱翻了"),
    ("r2", "汇嘉新苑22幢门口路灯不亮"),
    ("r3", "嘉和公寓41幢门口旧沙发没人要"),
)


def measure(scale: table.Scale) -> table.Table:
    """The times from press to toast, and how many toasts named the one owner; a new card each time."""
    with tempfile.TemporaryDirectory(prefix="suishoupai-bench-") as folder:
        rows = uvloop.run(_measure(Path(folder), scale))
    return table.Table(
        TITLE,
        ("run", "presses", "p50 ms", "p99 ms", "slowest ms", "won", "named the owner", "other answers"),
        rows,
        (
            "Sandbox and bot share one process on SQLite, the pressers have another:"
            " the sandbox's own work is in these times, Telegram's network is not.",
        ),
    )


async def _measure(folder: Path, scale: table.Scale) -> list[tuple[str, ...]]:
    demo = Demo(folder, start_at=BEGINNING, api_token=TOKEN)
    await demo.start()
    try:
        usernames = await _hire(demo, scale.pressers)
        # spawn: a fork would carry the demo's connections and its loop along.
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            runs = enumerate(REPORTS[: scale.repeats], start=1)
            return [await _run(demo, pool, usernames, number, *report) for number, report in runs]
    finally:
        await demo.stop()


async def _hire(demo: Demo, count: int) -> Sequence[str]:
    """So many more workers of the community, in its group and in the bot's register."""
    chat = next(chat for chat in demo.world.chats.values() if chat.title.startswith(GROUP))
    hired = [demo.world.add_person(f"presser{number}", f"社工{number:03}号") for number in range(count)]
    membership.join(demo.world, chat, [each.id for each in hired], by=hired[0].id)
    async with demo.app.database.transaction() as session:
        for each in hired:
            now = demo.clock.now()
            person = await people.find_or_add(session, NAME, str(each.id), each.name, now=now)
            await people.appoint(session, person, "worker", COMMUNITY, by=None, now=now)
    await _settle(demo)
    return [each.username for each in hired]


async def _run(
    demo: Demo, pool: ProcessPoolExecutor, usernames: Sequence[str], number: int, courier: str, words: str
) -> tuple[str, ...]:
    target = await _report(demo, usernames[0], courier, words)
    presses = await asyncio.get_running_loop().run_in_executor(pool, crowd.press_all, target, usernames)
    await _settle(demo)
    owner = await _owner(demo, number)
    winning = demo.app.street.texts("toast-claim", number=number)
    won = sum(press.toast == winning for press in presses)
    named = sum(owner in press.toast for press in presses)
    times = [table.percentile([press.seconds for press in presses], percent) for percent in (50, 99, 100)]
    others = len(presses) - won - named
    shown = [table.milliseconds(seconds) for seconds in times]
    return (str(number), str(len(presses)), *shown, str(won), str(named), str(others))


async def _report(demo: Demo, viewer: str, courier: str, words: str) -> crowd.Target:
    """A courier reports, and the card stands in the group."""
    async with httpx.AsyncClient(base_url=demo.sandbox.url, timeout=crowd.PATIENCE_SECONDS) as client:
        sent = await client.post("/world/chats/@bot/send", data={"from": courier, "text": words})
        sent.raise_for_status()
        await _settle(demo)
        world = (await client.get("/world")).json()
        chat = next(str(chat["id"]) for chat in world["chats"] if chat["title"].startswith(GROUP))
        seen = (await client.get(f"/world/chats/{chat}/messages", params={"viewer": viewer})).json()["messages"]
    button = demo.app.street.texts("button-claim")
    card = next(each for each in reversed(seen) if any(key["text"] == button for row in each["buttons"] for key in row))
    return crowd.Target(demo.sandbox.url, chat, card["id"], button)


async def _owner(demo: Demo, number: int) -> str:
    assert demo.app.web is not None
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with httpx.AsyncClient(base_url=demo.app.web.url, headers=headers) as client:
        return str((await client.get(f"/api/tickets/{number}")).json()["owner"])


async def _settle(demo: Demo) -> None:
    if not await demo.wait_until_quiet(crowd.PATIENCE_SECONDS):
        raise TimeoutError("the demo did not come to rest")
