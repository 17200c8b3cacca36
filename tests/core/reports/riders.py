"""Two riders and one blocked drain: the beginning of every story about one matter that several report."""

from bot.core.details import FileRef
from models import Person, Ticket
from tests.desk import Desk, chat_of

DRAIN = "下水口堵了水漫上来"
#: the same blocked drain, as others say it
OTHERS = ("雨水口堵了 路上都是水", "这里雨水篦子堵死了", "下水道口堵了，水排不下去", "路边下水口被树叶堵住了")
FIRE = "12幢4楼窗户冒烟 像是着火了"


def photo(name: str) -> tuple[FileRef, ...]:
    """A picture on somebody's phone."""
    return (FileRef(ref=name, unique=name, size=1),)


async def two_reports(desk: Desk, first: str = DRAIN, then: str = OTHERS[0]) -> Ticket:
    """Two couriers report, three minutes apart; the newest ticket."""
    await desk.report(first, by=desk.courier)
    await desk.send()
    desk.clock.advance(minutes=3)
    ticket = await desk.report(then, by=desk.second_courier)
    await desk.send()
    return ticket


def said(desk: Desk, person: Person) -> str:
    """The last thing the bot said to him."""
    return desk.channel.said_to(chat_of(person))[-1]
