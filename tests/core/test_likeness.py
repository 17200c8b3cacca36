"""When two reports are one matter: the same spot, the same thing, in time; what only a person can tell stays apart."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from shapely.geometry import Point as FlatPoint
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import likeness, places
from bot.core.likeness import Matter
from bot.core.places import geometry
from bot.core.street import Street
from bot.core.workflow import Action
from models import Ticket
from tests.desk import AT_HJ, Desk
from tests.street import moment

NOW = moment("2026-11-23 10:00")
PLANE = geometry.Plane(AT_HJ)
DRAIN, DRAIN_LEAF = "下水口堵了水漫上来", "FAC_WATERLOG"


def east(metres: float) -> places.Point:
    """A point so far east of building 2."""
    return PLANE.lift(FlatPoint(metres, 0))


def matter(
    words: str = DRAIN,
    *,
    street: Street,
    at: places.Point | None = AT_HJ,
    place: str = "汇嘉花园内",
    has_spot: bool = True,
) -> Matter:
    """What a courier says, as it is compared."""
    return Matter(street.judged(words).code, words, ("hj",), place, at, has_spot)


def ticket(
    words: str = DRAIN,
    *,
    street: Street,
    at: places.Point | None = AT_HJ,
    place: str = "汇嘉花园内",
    has_spot: bool = True,
    minutes_ago: int = 5,
) -> Ticket:
    """What somebody said before him."""
    return Ticket(
        status="dispatched",
        category=street.judged(words).code,
        level="L2",
        kind="simple",
        privacy="none",
        community="hj",
        words=words,
        place=place,
        lat=at.lat if at else None,
        lon=at.lon if at else None,
        has_spot=has_spot,
        opened_at=NOW - timedelta(minutes=minutes_ago),
    )


@pytest.mark.parametrize(
    ("metres", "is_near"), [(0, True), (20, True), (49.5, True), (50.5, False), (120, False), (-49.5, True)]
)
def test_fifty_metres_are_one_spot(street: Street, metres: float, is_near: bool):
    one, other = matter(street=street, at=east(metres)), ticket(street=street)

    assert likeness.is_near(one, other, street) is is_near


@pytest.mark.parametrize(
    ("here", "there", "metres", "is_near"),
    [
        # the same building, however far apart the pins
        ("汇嘉花园2幢", "汇嘉花园2幢门口", 90, True),
        # buildings stand close: two are two
        ("汇嘉花园2幢", "汇嘉花园3幢", 10, False),
        # another entrance
        ("汇嘉花园2幢1单元", "汇嘉花园2幢2单元", 5, False),
        # one of them only sent a pin
        ("汇嘉花园2幢", "汇嘉花园内", 30, True),
        ("汇嘉花园东门", "汇嘉花园东门外", 90, True),
        ("汇嘉花园东门", "汇嘉花园西门", 10, False),
        # a line that names an area says nothing about the spot
        ("汇嘉花园内", "汇嘉花园内", 90, False),
    ],
)
def test_a_named_door_counts_more_than_metres(street: Street, here: str, there: str, metres: float, is_near: bool):
    one, other = matter(street=street, place=here, at=east(metres)), ticket(street=street, place=there)

    assert likeness.is_near(one, other, street) is is_near


def test_a_building_that_is_not_on_the_map_has_only_its_name(street: Street):
    middle = next(estate for estate in street.gazetteer.estates if estate.name == "嘉和公寓").centre
    other = ticket(street=street, place="嘉和公寓41幢", at=middle)

    same = matter(street=street, place="嘉和公寓41幢门口", at=middle)
    beside = matter(street=street, place="嘉和公寓内", at=middle)

    assert (likeness.is_near(same, other, street), likeness.is_near(beside, other, street)) == (True, False)


@pytest.mark.parametrize(("ours", "theirs"), [(True, False), (False, True), (False, False)])
def test_an_area_is_no_spot(street: Street, ours: bool, theirs: bool):
    one, other = matter(street=street, has_spot=ours), ticket(street=street, has_spot=theirs)

    assert likeness.is_near(one, other, street) is False


@pytest.mark.parametrize(
    ("first", "then"),
    [
        # the same leaf
        ("垃圾桶满了溢出来", "2幢门口垃圾箱让风刮翻了"),
        ("路灯不亮", "晚上看不见 路灯坏"),
        # one drain, three leaves, hardly a character in common
        (DRAIN, "雨水口堵了 路上都是水"),
        (DRAIN, "这里雨水篦子堵死了"),
        ("这里雨水篦子堵死了", DRAIN),
        (DRAIN, "路边下水口被树叶堵住了"),
        # what the judge cannot read, about the same thing
        (DRAIN, "排水沟满了"),
        # confusable leaves in like words
        ("树下堆着建筑垃圾", "门口堆着建筑垃圾，没人清"),
        # a milder reading of an emergency that is known
        ("大树倒了横在路上", "大树倒在路边 枝子断了"),
        # a leaf of many things, the same one
        ("红绿灯坏了不变", "红绿灯不亮了"),
    ],
)
def test_the_same_in_other_words_is_one(street: Street, first: str, then: str):
    assert likeness.is_same(matter(then, street=street), ticket(first, street=street), now=NOW, street=street)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("井盖没了", "路上有个大坑"),
        ("路上有个大坑", "井盖没了"),
        # one leaf, two things
        ("雨水口堵塞", "井盖没了"),
        ("红绿灯坏了不变", "护栏倒了一排"),
        ("单元门坏了关不上", "监控线断了"),
        ("路上有个大坑", "减速带断了 钉子露出来"),
        # a leaf of many things, of which one says nothing that is known
        ("儿童乐园的地垫翘边", "楼号牌子掉了，只剩钉子"),
        # other leaves at one door
        ("2幢门口垃圾桶满了", "2幢门口路灯不亮"),
        ("楼道里堆满纸箱", "楼道里电瓶车在充电"),
        # other floors of one house
        ("3楼走廊堆满纸箱", "6楼走廊堆满纸箱"),
        # an emergency is never hidden in something milder, though the words are alike
        ("路灯杆歪了", "路灯杆漏电,摸了发麻"),
        ("有人在空地烧垃圾", "空地上着火了 快来"),
        # nothing is known of either
        ("看下这个", "这里有问题"),
    ],
)
def test_something_else_at_the_same_spot_stays_apart(street: Street, first: str, then: str):
    assert not likeness.is_same(matter(then, street=street), ticket(first, street=street), now=NOW, street=street)


@pytest.mark.parametrize(
    ("words", "minutes", "is_same"),
    [
        # one leaf: as long as it is open
        ("下水口堵了水漫上来 骑不过去", 29, True),
        ("下水口堵了水漫上来 骑不过去", 31, True),
        # another leaf: only while everybody is looking at it
        ("这里雨水篦子堵死了", 29, True),
        ("这里雨水篦子堵死了", 31, False),
    ],
)
def test_other_leaves_are_one_only_within_minutes(street: Street, words: str, minutes: int, is_same: bool):
    one, other = matter(words, street=street), ticket(street=street, minutes_ago=minutes)

    assert likeness.is_same(one, other, now=NOW, street=street) is is_same


def test_one_emergency_is_one_ticket_whatever_is_said_of_it(street: Street):
    one, other = matter("墙歪了感觉要倒", street=street), ticket("大树倒了横在路上", street=street)

    within = likeness.is_same(one, other, now=NOW, street=street)
    later = likeness.is_same(one, other, now=NOW + timedelta(hours=2), street=street)

    assert (within, later) == (True, False)


@pytest.mark.parametrize(
    ("one", "other", "besides", "alike"),
    [
        ("垃圾桶满了", "垃圾桶满了", "", 1.0),
        ("垃圾桶满了", "路灯不亮", "", 0.0),
        ("2幢门口垃圾桶", "2幢门口路灯", "汇嘉花园2幢门口", 0.0),
        ("", "路灯不亮", "", 0.0),
        # said of anything
        ("门铃坏了", "水泵坏了", "", 0.0),
    ],
)
def test_likeness_of_words_leaves_out_the_place(one: str, other: str, besides: str, alike: float):
    assert likeness.resemblance(one, other, besides=besides) == alike


async def found(desk: Desk, first: Ticket) -> list[int | None]:
    """What is surely the same as a fresh report of the same words at the same spot."""
    async with desk.database.reading() as session:
        same = Matter.of(await desk.ticket(first))
        tickets = await likeness.same_open(session, same, now=desk.clock.now(), street=desk.street)
        return [ticket.id for ticket in tickets]


@pytest.mark.parametrize(("hours", "is_found"), [(71.9, True), (72.1, False)])
async def test_after_seventy_two_hours_it_is_reported_anew(desk: Desk, hours: float, is_found: bool):
    first = await desk.report(by=desk.courier)

    desk.clock.advance(hours=hours)

    assert (await found(desk, first) == [first.id]) is is_found


@pytest.mark.parametrize(
    ("step", "who"), [(Action.WITHDRAW, "courier"), (Action.REJECT, "worker"), (Action.HAND_OFF, "dispatcher")]
)
async def test_what_is_over_is_joined_by_nobody(small_desk: Desk, step: Action, who: str):
    first = await small_desk.report(by=small_desk.courier)

    await small_desk.act(first, step, by=small_desk.known[who], text="转12345，回执88")

    assert await found(small_desk, first) == []


async def test_people_matters_are_never_found(small_desk: Desk):
    first = await small_desk.report(by=small_desk.courier)
    await small_desk.act(first, Action.CATEGORISE, by=small_desk.worker, category="PPL_DISPUTE")

    assert await found(small_desk, first) == []


async def test_a_person_is_offered_what_the_bot_leaves_apart(desk: Desk):
    first = await desk.report("井盖没了", by=desk.courier)
    second = await desk.report("路上有个大坑", by=desk.second_courier)
    async with desk.database.reading() as session:
        near = await likeness.open_near(
            session, Matter.of(second), now=desk.clock.now(), street=desk.street, but=[second.id]
        )

    assert [other.id for other in near] == [first.id]


async def test_both_databases_look_by_an_index(desk: Desk):
    """A planner decides by what is there: some years of tickets, nearly all of them closed."""
    leaves = [*desk.street.taxonomy.leaves]
    one = ticket(street=desk.street).model_dump(exclude={"id"})
    rows = [
        {**one, "category": leaves[at % 40], "community": f"c{at % 7}", "status": "closed" if at % 50 else "dispatched"}
        for at in range(6000)
    ]
    async with desk.database.transaction() as session:
        await session.execute(sa.insert(Ticket), rows)
        await session.execute(sa.text("analyze ticket"))
    looked_for = replace(matter(street=desk.street), communities=("c1", "c2"))

    async with desk.database.reading() as session:
        of_leaf, just_now = [
            await plan(session, query) for query in likeness.queries(looked_for, now=NOW, street=desk.street)
        ]
        closed = await plan(session, likeness.closed_lately(looked_for, now=NOW, street=desk.street))

    # Little is open: the planner may take either.
    assert "ix_ticket_nearby" in of_leaf or "ix_ticket_place" in of_leaf, of_leaf
    assert "ix_ticket_place" in just_now, just_now
    assert "ix_ticket_nearby" in closed, closed


async def plan(session: AsyncSession, query: "sa.Select[Ticket]") -> str:
    """How the database is going to answer."""
    dialect = session.get_bind().dialect
    bound = str(query.compile(dialect=dialect, compile_kwargs={"literal_binds": True})).replace(":", r"\:")
    explain = "explain query plan" if dialect.name == "sqlite" else "explain"
    return " ".join(str(row) for row in await session.execute(sa.text(f"{explain} {bound}")))
