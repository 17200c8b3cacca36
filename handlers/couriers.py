"""A courier sent something: whatever it is, it becomes a report or joins one, and is never refused."""

from datetime import datetime

from aiogram import F, Router
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import classify, groups, people, places, reports, standing
from bot.core.places import datum as datums
from bot.core.reports import Part
from bot.core.street import Street
from handlers import wording

router = Router(name="couriers")


@router.message(F.text.startswith("/"))
async def unknown_command(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """Somebody typed a command that does not exist."""
    if wording.is_private(message):
        await wording.reply(session, message, street.texts("unknown-command"), now=now)


@router.message(F.chat.type == "private")
async def sent_in_private(
    message: Message, session: AsyncSession, now: datetime, street: Street, datum: datums.Datum
) -> None:
    """A courier sent a photo, words, a voice note or a place in private."""
    assert message.from_user is not None
    person = await wording.known(session, message.from_user, now=now)
    part = as_part(message, street=street, datum=datum)
    if not (part.words or part.photos or part.point or part.voice):
        await wording.reply(session, message, street.texts("cannot-read"), now=now)
        return
    await reports.receive(session, part, by=person, now=now, street=street)


@router.message(F.chat.type.in_({"group", "supergroup"}))
async def sent_in_group(
    message: Message, session: AsyncSession, now: datetime, street: Street, datum: datums.Datum
) -> None:
    """A courier sent a photo or words in a staff group; what staff say to each other is left alone."""
    if message.from_user is None or message.sender_chat is not None or message.from_user.is_bot:
        return
    if await groups.find(session, wording.at(message.chat)) is None:
        return
    person = await people.find(session, NAME, str(message.from_user.id))
    part = as_part(message, street=street, datum=datum)
    if person is not None and await standing.is_staff(session, person):
        return
    if person is None or person.status != "active":
        # Nobody we know; but an emergency is answered whoever shouts it.
        is_urgent = street.judged(part.words).level == "L0"
        goes_on = person is not None and await reports.is_expected(session, part, by=person, now=now, street=street)
        if not (is_urgent or goes_on):
            return
        person = await wording.known(session, message.from_user, now=now)
    if _is_small_talk(part, street) or not (part.words or part.photos or part.point or part.voice):
        return
    await reports.receive(session, part, by=person, now=now, street=street)


def as_part(message: Message, *, street: Street, datum: datums.Datum) -> Part:
    """The message as a part of a report; the point is turned into WGS-84."""
    point = None
    if message.location is not None:
        point = datums.to_wgs84(places.Point(message.location.latitude, message.location.longitude), datum)
    recording = message.voice or message.audio or message.video or message.video_note
    place_name = message.venue.title if message.venue is not None else ""
    return Part(
        channel=NAME,
        chat=str(message.chat.id),
        message=str(message.message_id),
        is_private_chat=wording.is_private(message),
        words=wording.words(message) or place_name,
        photos=wording.pictures(message),
        point=point,
        album=message.media_group_id,
        reply_to=str(message.reply_to_message.message_id) if message.reply_to_message else None,
        voice=recording.file_id if recording is not None else None,
        is_forwarded=message.forward_origin is not None,
    )


def _is_small_talk(part: Part, street: Street) -> bool:
    """In a group thanks and jokes are for the people there, not for the bot."""
    judgement = street.judged(part.words)
    return part.is_only_words and judgement.code == classify.NONE and judgement.decision == "file"
