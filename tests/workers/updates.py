"""Telegram's updates as the tests write them, and the people who cause them."""

from typing import Any

import sqlalchemy as sa

from bot.channels.telegram import NAME
from bot.channels.telegram_updates import as_incoming
from bot.mailbox import inbox
from bot.workers import Inbound
from models import Account, InboxItem, Person
from tests.desk import Desk

COURIER, WORKER, STRANGER = 11, 22, 33
GROUP = -1001


async def give_phones(desk: Desk) -> None:
    """The courier and the worker get accounts on Telegram."""
    async with desk.database.transaction() as session:
        for person, account in ((desk.courier, COURIER), (desk.worker, WORKER)):
            session.add(Account(person_id=_id(person), channel=NAME, external_id=str(account)))


def message(number: int, sender: int, *, chat: int | None = None, **body: Any) -> dict[str, Any]:
    """An update with a message; without a chat it is private."""
    place = {"id": chat, "type": "supergroup", "title": "汇嘉"} if chat else {"id": sender, "type": "private"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 1795400000, "chat": place, "from": _user(sender), **body},
    }


def press(number: int, sender: int, data: str, **body: Any) -> dict[str, Any]:
    """An update with a press of a button."""
    return {
        "update_id": number,
        "callback_query": {"id": str(number), "from": _user(sender), "chat_instance": "1", "data": data, **body},
    }


def _user(account: int) -> dict[str, Any]:
    return {"id": account, "is_bot": False, "first_name": f"账号{account}"}


def _id(person: Person) -> int:
    assert person.id is not None
    return person.id


async def receive(inbound: Inbound, *arrived: dict[str, Any]) -> list[str]:
    """Handles the updates; how each ended."""
    async with inbound.database.transaction() as session:
        await inbox.put(session, [as_incoming(update) for update in arrived], now=inbound.clock.now())
    while await inbound.step():
        pass
    async with inbound.database.reading() as session:
        return [f"{item.status} {item.attempts}" for item in await session.scalars(sa.select(InboxItem))]


async def rows(inbound: Inbound, kind: type[Any]) -> list[Any]:
    """Every row of this kind, in order."""
    async with inbound.database.reading() as session:
        return list((await session.scalars(sa.select(kind).order_by(kind.id))).all())
