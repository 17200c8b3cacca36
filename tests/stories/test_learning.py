"""The bot learns while it runs: what was put right often enough is read differently, and one command goes back."""

import asyncio

from bot import __main__ as program
from bot.clock import WallClock
from bot.core import shelf
from bot.db import Database
from bot.tasks import Tasks
from bot.training.assignment import Files
from bot.training.school import School
from models import LearnedModel
from tests import schooling
from tests.stories.phone import Phone
from tests.stories.street import Street
from tests.street import BOT, demo_street


async def put_right(street: Street, r1: Phone, w: Phone) -> None:
    """Lamp after lamp is reported, put right by staff and taken back."""
    group = street.group("汇嘉")
    for number, words in enumerate(schooling.LAMPS, 2):
        await r1.sends(words)
        await w.presses(f"t:{number}:categorise:{schooling.MEANT}", on=await group.card("hj_w", number), forge=True)
        await r1.presses(f"t:{number}:withdraw", on=await r1.offered("撤回"))
        await street.later("3m")


def url(street: Street) -> str:
    return f"sqlite:///{street.folder / 'suishoupai.sqlite3'}"


async def lesson(street: Street) -> LearnedModel:
    """A lesson beside the running bot, as the command holds one, from a few captions."""
    database = Database(url(street))
    captions = schooling.tables(street.folder / "captions")
    files = Files(street.folder / "models", BOT / "categories.yaml", captions)
    row = await School(database, WallClock(), demo_street(), files, Tasks()).learn(shelf.COMMAND)
    await database.close()
    return row


async def category_of_another_lamp(street: Street, r1: Phone) -> str:
    await street.later("3m")
    await r1.sends(schooling.ANOTHER_LAMP)
    ticket = (await street.tickets())[-1]
    await r1.presses(f"t:{ticket['number']}:withdraw", on=await r1.offered("撤回"))
    return str(ticket["category"])


async def test_corrections_change_what_the_running_bot_reads_and_a_command_changes_it_back(
    street: Street, r1: Phone, w: Phone
):
    config = street.folder / "config.yaml"
    folder = street.folder / "models"
    config.write_text(f"database: {{url: '{url(street)}'}}\nmodels: {{folder: '{folder}'}}\n", encoding="utf-8")
    before = await category_of_another_lamp(street, r1)

    await put_right(street, r1, w)
    row = await lesson(street)
    learned = await category_of_another_lamp(street, r1)
    code = await asyncio.to_thread(program.main, ["model", "--use", "shipped", "--config", str(config)])
    after = await category_of_another_lamp(street, r1)

    assert row.state == "in_use"
    assert (before, learned, after) == ("FAC_LIGHT", schooling.MEANT, "FAC_LIGHT")
    assert code == 0
