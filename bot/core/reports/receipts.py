"""What a courier is told about his report: advice first, then the number, then at most one question."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import cards, classify, complaints, kinship, places, points, pushes, routing, speech, standing
from bot.core.notes import Button, Note, rows_of
from bot.core.reports import headlines, parts
from bot.core.reports.assessment import Assessment
from bot.core.street import Street
from bot.mailbox.outbox import Address
from models import Person, Report, Ticket

MOST_CHOICES = 3
# Whoever answers there sends the right ones.
ANY_EMERGENCY = "110"


async def warn(
    session: AsyncSession, report: Report, judgement: classify.Judgement, *, now: datetime, street: Street
) -> None:
    """Tells the courier what to do in an emergency, before anything else, once per kind of emergency."""
    code = _feared(judgement, street)
    if code is None or code in report.warned:
        return
    report.warned = [*report.warned, code]
    text_id = f"safety-{code}" if street.texts.has(f"safety-{code}") else "safety-other"
    text = street.texts(text_id, numbers=numbers(code, street=street))
    to = Address(report.channel, report.chat)
    if not street.taxonomy.is_public(code):
        # Not even the advice may tell a group that somebody behind one of its doors is in trouble.
        to = await speech.answer_address(session, report)
    reply_to = report.first_message if to.chat == report.chat else None
    await speech.say(session, to, Note(text, reply_to=reply_to), now=now, urgency=0)


def _feared(judgement: classify.Judgement, street: Street) -> str | None:
    """The emergency it is, or may be: while the judge is not sure, an L0 as its next best reading counts as well."""
    leaf = street.taxonomy.leaf(judgement.code)
    if leaf.level == "L0" or street.texts.has(f"safety-{leaf.code}"):
        return leaf.code
    is_sure = judgement.decision == "file" or judgement.kind == "denied"
    doubts = [] if is_sure else [other.code for other in judgement.alternatives[:1]]
    return next((code for code in doubts if street.taxonomy.leaf(code).level == "L0"), None)


def numbers(code: str, *, street: Street) -> str:
    """The telephone numbers to call, as one phrase; a number the street has not configured is left out."""
    configured = {"gas_hotline": street.rules.numbers.gas_hotline}
    found = []
    for name in street.taxonomy.leaf(code).dial:
        number = configured.get(name, name)
        if number is not None:
            named = f"dial-{name}"
            found.append(street.texts(named, number=number) if street.texts.has(named) else number)
    return "、".join(found or [ANY_EMERGENCY])


async def answer(
    session: AsyncSession,
    report: Report,
    opened: Sequence[Ticket],
    found: Assessment,
    question: str | None,
    news: str,
    *,
    now: datetime,
    street: Street,
) -> None:
    """Owes the courier the receipt: the number at once; and the question, when there is one to ask now."""
    narrows = question == "place" and bool(found.place.candidates) and not report.options
    # What was asked already is not asked again with every further message.
    asks = question if question != report.waiting_for or narrows else None
    if news == "same" and asks is None:
        return
    if asks is not None:
        _begin_waiting(report, asks, found, now=now, street=street)
    joined = [ticket.id for ticket in opened if not await kinship.is_described_by(session, ticket, report)]
    # What he knows already is not told once more only because the picture has been looked at.
    is_only_asked = news == "same" and asks == "category"
    lines = [] if is_only_asked else [headlines.headline(opened, joined, news, found, now=now, street=street)]
    if news != "more":
        lines += await _earned(session, report, joined, street=street)
    lines += _goes_up(report, opened, news, street=street)
    if news == "new" and not report.is_private_chat and any(map(standing.is_private, opened)):
        lines.append(street.texts("receipt-hidden"))
    if asks is not None:
        lines.append(_question_words(report, asks, found, street=street))
    elif news == "new" and not await _is_member(session, report):
        lines.append(street.texts("receipt-guest"))
    to = await speech.answer_address(session, report)
    tells_category = news in ("new", "filed") and _is_private(report, to)
    may_change = headlines.changeable(opened, joined, report.words, street) if tells_category else ()
    note = Note(
        "\n".join(line for line in lines if line),
        _choices(report) if asks is not None else headlines.buttons(opened, joined, may_change, street),
        reply_to=report.first_message if to.chat == report.chat and news == "new" else None,
        ask="location" if _wants_location(report, asks, found) and _is_private(report, to) else None,
    )
    await speech.say(session, to, note, now=now, urgency=int(opened[0].level[1]))


async def tell_person_looks(
    session: AsyncSession, report: Report, opened: Sequence[Ticket], *, now: datetime, street: Street
) -> None:
    """Nobody answered the question: the courier hears that a person takes it from here."""
    to = await speech.answer_address(session, report)
    note = Note(street.texts("person-looks", numbers=headlines.numbers(opened)))
    await pushes.owe(session, to, note, ticket=opened[0], person_id=report.person_id, now=now, street=street)


async def tell_added(session: AsyncSession, report: Report, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """What he reported once more is his own ticket, which has his words and pictures now."""
    to = await speech.answer_address(session, report)
    text = street.texts("receipt-added", numbers=headlines.numbers([ticket]))
    await speech.say(session, to, Note(text), now=now, urgency=int(ticket.level[1]))


async def hide_from_group(session: AsyncSession, report: Report, opened: Sequence[Ticket], *, now: datetime) -> None:
    """Owes the removal of a people matter from the group it was written in."""
    if report.is_private_chat or not any(standing.is_private(ticket) for ticket in opened):
        return
    for part in await parts.of_report(session, report):
        if not part.is_hidden:
            part.is_hidden = True
            await speech.remove(session, Address(part.channel, part.chat), part.message, now=now)


async def tell_dispatcher(
    session: AsyncSession, ticket: Ticket, place: places.Place, *, now: datetime, street: Street
) -> None:
    """A matter outside the street is passed on by the street's group; a people matter by the dispatcher alone."""
    text = street.texts(
        "outside-to-pass-on",
        number=ticket.id,
        words=cards.mask(ticket.words),
        place=ticket.place,
        neighbour=place.neighbour or street.texts("neighbour-unknown"),
        hotline=street.rules.outside_hotline,
    )
    if standing.is_private(ticket):
        for person in await routing.at_street(session, ticket, now=now):
            assert person.id is not None
            await speech.tell(session, person.id, Note(text), now=now, urgency=1)
        return
    for to in await routing.groups_of(session, [None]):
        await speech.say(session, to, Note(text), now=now)


def _goes_up(report: Report, opened: Sequence[Ticket], news: str, *, street: Street) -> list[str]:
    """That it went above whom he complains of, said to himself alone: in his group they would read it."""
    above = next((ticket for ticket in opened if complaints.is_above(ticket)), None)
    if above is None or news not in ("new", "filed") or not report.is_private_chat:
        return []
    return [street.texts(f"receipt-against-{above.against}")]


def _begin_waiting(report: Report, question: str, found: Assessment, *, now: datetime, street: Street) -> None:
    report.asked_at = report.asked_at or now
    report.waiting_for = question
    expires_at = report.asked_at + street.rules.joining.wait_for(question)
    # Who was promised half an hour for words keeps it when buttons are offered instead.
    report.expires_at = max(expires_at, report.expires_at or expires_at)
    report.options = _options(question, found, street=street)


def _options(question: str, found: Assessment, *, street: Street) -> list[dict[str, object]]:
    if question in ("place", "all"):
        return [
            {"label": c.label, "text": c.text, "community": c.community, "lat": c.lat, "lon": c.lon}
            for c in found.place.candidates[:MOST_CHOICES]
        ]
    if question == "category":
        codes = [found.judgement.code, *(alternative.code for alternative in found.judgement.alternatives)]
        known = [code for code in dict.fromkeys(codes) if code in street.taxonomy.leaves][:MOST_CHOICES]
        # "None of these" is the last of the buttons.
        known.sort(key=lambda code: code == classify.UNCLEAR)
        return [{"label": street.taxonomy.leaf(code).name_zh, "code": code} for code in known]
    return []


def _choices(report: Report) -> tuple[tuple[Button, ...], ...]:
    buttons = [Button(option["label"], f"a:{report.id}:{i}") for i, option in enumerate(report.options)]
    return rows_of(buttons, width=1)


def _is_private(report: Report, to: Address) -> bool:
    """Platforms let a bot ask for a location in private chats only."""
    return report.is_private_chat or to.chat != report.chat


def _wants_location(report: Report, question: str | None, found: Assessment) -> bool:
    asks_where = question in ("place", "all") or (question == "people" and not found.place.certain)
    return asks_where and not report.options


def _question_words(report: Report, question: str, found: Assessment, *, street: Street) -> str:
    texts = street.texts
    if report.has_voice and not report.words and question in ("all", "words"):
        return texts("ask-voice")
    if question == "category" and found.judgement.by_photo and found.judgement.code == classify.UNCLEAR:
        return _words_for_photo([option["code"] for option in report.options], street=street)
    if question != "people":
        has_choices = question in ("place", "all") and found.place.candidates
        return texts("ask-place-choice" if has_choices else f"ask-{question}")
    own = f"ask-{found.judgement.code}"
    asked = [texts(own if texts.has(own) else "ask-people")]
    if not found.place.certain:
        asked.append(texts("ask-where-urgent"))
    return "\n".join(asked)


def _words_for_photo(offered: Sequence[str], *, street: Street) -> str:
    """Asks whether it is what the picture looks like; nothing is asserted, but whom to call if it is stands there."""
    urgent = next((code for code in offered if street.taxonomy.leaf(code).level == "L0"), None)
    if urgent is None:
        return street.texts("ask-photo")
    name = street.taxonomy.leaf(urgent).name_zh
    return street.texts("ask-photo-urgent", category=name, numbers=numbers(urgent, street=street))


async def _earned(session: AsyncSession, report: Report, joined: Sequence[int | None], *, street: Street) -> list[str]:
    """What he got at once for adding something to a ticket that staff have confirmed."""
    amounts = [await points.of_ticket(session, report.person_id, number) for number in joined]
    return [street.texts("earned", points=sum(amounts))] if sum(amounts) else []


async def _is_member(session: AsyncSession, report: Report) -> bool:
    person = await session.get_one(Person, report.person_id)
    return person.status == "active"
