"""What Telegram answers, in our words: try again, unreachable, moved, gone, or never."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from fastapi import Response

from bot.channels import telegram
from bot.channels.base import ChannelError, MessageGone, Moved, NotAccepted, TryAgain, Unreachable
from bot.channels.telegram import NAME, TelegramChannel
from bot.core.notes import Button, Card, Note
from bot.core.texts import Texts
from bot.mailbox.outbox import Address
from tests.channels.bot_api import SENT, TOKEN, BotApi, connected

pytestmark = pytest.mark.asyncio(loop_scope="module")
CHAT = Address(NAME, "5")
CARD = Card("🟡 #1 暴露垃圾", "2幢门口", (("状态", "待认领"),), ((Button("认领", "t:1:claim"),),))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def line() -> AsyncIterator[tuple[BotApi, TelegramChannel]]:
    """One connection for all: aiogram takes a quarter of a second to close one."""

    async def fetch(key: str) -> bytes:
        return b"jpeg of " + key.encode()

    api = BotApi()
    async with connected(api) as bot:
        yield api, TelegramChannel(bot, fetch, Texts())


@pytest.fixture
def api(line: tuple[BotApi, TelegramChannel]) -> BotApi:
    """Telegram's side, with nothing said yet."""
    line[0].forget()
    return line[0]


@pytest.fixture
def channel(line: tuple[BotApi, TelegramChannel]) -> TelegramChannel:
    return line[1]


def no(code: int, description: str, **parameters: Any) -> Response:
    body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return Response(json.dumps(body), code)


REFUSALS = [
    (no(429, "Too Many Requests: retry after 37", retry_after=37), TryAgain),
    (no(500, "Internal Server Error"), TryAgain),
    (no(502, "Bad Gateway"), TryAgain),
    # nginx before the Bot API answers in HTML
    (Response("<html><h1>502 Bad Gateway</h1></html>", 502), TryAgain),
    (Response("", 200), TryAgain),
    # a wrong token is mended by a person; nothing is lost until then
    (no(401, "Unauthorized"), TryAgain),
    (no(403, "Forbidden: bot was blocked by the user"), Unreachable),
    (no(403, "Forbidden: bot can't initiate conversation with a user"), Unreachable),
    (no(403, "Forbidden: bot was kicked from the supergroup chat"), Unreachable),
    (no(400, "Bad Request: chat not found"), Unreachable),
    (no(400, "Bad Request: have no rights to send a message"), Unreachable),
    (no(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1009), Moved),
    (no(400, "Bad Request: message is too long"), NotAccepted),
    (no(400, "Bad Request: IMAGE_PROCESS_FAILED"), NotAccepted),
    (no(413, "Request Entity Too Large"), NotAccepted),
]


@pytest.mark.parametrize(("answer", "error"), REFUSALS, ids=[bytes(a.body).decode()[-60:] for a, _ in REFUSALS])
async def test_a_refusal_is_said_in_our_words(
    api: BotApi, channel: TelegramChannel, answer: Response, error: type[ChannelError]
):
    api.answers[:] = [answer]

    with pytest.raises(error) as raised:
        await channel.deliver(CHAT, Note("hello"))

    assert type(raised.value) is error


async def test_the_pause_that_telegram_asks_for_comes_along(api: BotApi, channel: TelegramChannel):
    api.answers[:] = [no(429, "Too Many Requests: retry after 37", retry_after=37)]

    with pytest.raises(TryAgain) as raised:
        await channel.deliver(CHAT, Note("hello"))

    assert raised.value.after == timedelta(seconds=37)


async def test_the_new_address_comes_along(api: BotApi, channel: TelegramChannel):
    api.answers[:] = [no(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1009)]

    with pytest.raises(Moved) as raised:
        await channel.deliver(CHAT, Note("hello"))

    assert raised.value.chat == "-1009"


async def test_nobody_at_the_other_end_is_a_reason_to_try_again():
    async def fetch(key: str) -> bytes:
        return b""

    # nothing listens on the port for discarding
    bot = telegram.connect(TOKEN, "http://127.0.0.1:9")
    with pytest.raises(TryAgain):
        await TelegramChannel(bot, fetch, Texts()).deliver(CHAT, Note("hello"))
    await bot.session.close()


async def test_an_edit_that_changes_nothing_is_done(api: BotApi, channel: TelegramChannel):
    api.answers[:] = [no(400, "Bad Request: message is not modified: specified new message content is the same")]

    await channel.redraw(CHAT, "77", CARD)

    assert [method for method, _ in api.calls] == ["editMessageText"]


@pytest.mark.parametrize(
    "description",
    [
        "Bad Request: message to edit not found",
        "Bad Request: MESSAGE_ID_INVALID",
    ],
)
async def test_a_message_that_is_not_there_any_more_is_said_so(api: BotApi, channel: TelegramChannel, description: str):
    api.answers[:] = [no(400, description)]

    with pytest.raises(MessageGone):
        await channel.redraw(CHAT, "77", CARD)


@pytest.mark.parametrize(
    ("photo", "shown", "method"),
    [
        (None, None, "editMessageText"),
        ("copies/1", "copies/1", "editMessageCaption"),
        # from words to a picture, and to another picture
        ("copies/1", None, "editMessageMedia"),
        ("copies/2", "copies/1", "editMessageMedia"),
    ],
)
async def test_a_card_is_edited_in_place_also_when_its_picture_comes_later(
    api: BotApi, channel: TelegramChannel, photo: str | None, shown: str | None, method: str
):
    card = Card(CARD.title, CARD.body, CARD.fields, CARD.buttons, photo=photo)

    await channel.redraw(CHAT, "77", card, photo_shown=shown)

    assert [called for called, _ in api.calls] == [method]


async def test_what_couriers_typed_is_never_read_as_markup(api: BotApi, channel: TelegramChannel):
    await channel.deliver(CHAT, Note("<b>2幢</b> *门口* _坏了_ &lt;"))

    [(_, sent)] = api.calls
    assert (sent["text"], sent.get("parse_mode")) == ("<b>2幢</b> *门口* _坏了_ &lt;", None)


@pytest.mark.parametrize(("photo", "method"), [(None, "sendMessage"), ("copies/1", "sendPhoto")])
async def test_a_note_is_sent_with_or_without_its_picture(
    api: BotApi, channel: TelegramChannel, photo: str | None, method: str
):
    message = await channel.deliver(CHAT, Note("看一眼", photo=photo))

    assert (message, [called for called, _ in api.calls]) == ("77", [method])


@pytest.mark.parametrize("photo", [None, "copies/1"])
async def test_only_a_silent_note_asks_for_no_sound(api: BotApi, channel: TelegramChannel, photo: str | None):
    await channel.deliver(CHAT, Note("接手了", photo=photo))
    await channel.deliver(CHAT, Note("办结了", photo=photo, silent=True))

    assert [sent.get("disable_notification") for _, sent in api.calls] == [None, "true"]


#: what Telegram answers when the quoted message was forwarded from somebody who hides, and has no name
NAMELESS = {"message_id": 9, "date": 0, "chat": SENT["chat"], "forward_origin": {"type": "hidden_user", "date": 0}}


async def test_a_message_whose_answer_cannot_be_read_counts_as_sent(api: BotApi, channel: TelegramChannel):
    api.answers[:] = [Response(json.dumps({"ok": True, "result": {**SENT, "reply_to_message": NAMELESS}}))]

    message = await channel.deliver(CHAT, Note("收到", reply_to="9"))

    assert message == "77"


async def test_an_edit_whose_answer_cannot_be_read_counts_as_done(api: BotApi, channel: TelegramChannel):
    api.answers[:] = [Response(json.dumps({"ok": True, "result": {**SENT, "reply_to_message": NAMELESS}}))]

    await channel.redraw(CHAT, "77", CARD)

    assert [method for method, _ in api.calls] == ["editMessageText"]


async def test_an_answer_quotes_its_message_even_when_that_was_deleted(api: BotApi, channel: TelegramChannel):
    await channel.deliver(CHAT, Note("收到", reply_to="12"))

    quoted = json.loads(api.calls[0][1]["reply_parameters"])
    assert (quoted["message_id"], quoted["allow_sending_without_reply"]) == (12, True)


async def test_a_file_is_downloaded(api: BotApi, channel: TelegramChannel):
    api.files |= {"photos/1.jpg": b"bytes"}

    assert await channel.download("f") == b"bytes"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (no(400, "Bad Request: file is too big"), NotAccepted),
        (no(400, "Bad Request: invalid file_id"), NotAccepted),
        (no(500, "Internal Server Error"), TryAgain),
    ],
    ids=["too big", "unknown", "500"],
)
async def test_a_file_that_is_not_given_out_is_said_so(
    api: BotApi, channel: TelegramChannel, answer: Response, error: type[ChannelError]
):
    api.answers[:] = [answer]

    with pytest.raises(error):
        await channel.download("f")


async def test_a_file_that_telegram_has_deleted_is_not_asked_for_for_days(channel: TelegramChannel, api: BotApi):
    with pytest.raises(NotAccepted) as raised:
        await channel.download("f")

    # nor does the token that stands in every address reach the log
    assert (TOKEN in str(raised.value), raised.value.__cause__) == (False, None)
