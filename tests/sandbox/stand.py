"""What stands in the group before a library makes a call, so that there is something to edit, press and delete."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PIL import Image

from sandbox import membership, pictures, posting, presses
from tests.sandbox.clients import Kit
from tests.sandbox.street import Street

GROUP = -1001000000001
LI, WANG, ZHAO = 700000001, 700000002, 700000003


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(out, "JPEG")
    return out.getvalue()


PICTURE = picture()


@dataclass
class Stand:
    """What stands in the group before a call: a text card and a photo card of the bot, and a courier's message."""

    kit: Kit
    text: int
    photo: int
    report: int
    photo_id: str
    query: str


def prepare(street: Street, kit: Kit) -> Stand:
    world, bot = street.world, street.world.bot
    membership.start(world, world.person("wang"), bot)
    files = world.vault.keep_photo(pictures.render(PICTURE) or [])
    photo_body = {"photo": [file.key for file in files], "caption": "卡"}
    markup = {"inline_keyboard": [[{"text": "认领", "callback_data": "认领"}]]}
    text = posting.post(world, street.group, bot.id, {"text": "卡"}, markup=markup)
    photo = posting.post(world, street.group, bot.id, photo_body)
    report = posting.post(world, street.group, WANG, {"text": "门坏了"})
    press = presses.press(world, world.person("li"), street.group, bot, text.id, "认领")
    world.queues[bot.id].clear()
    return Stand(kit, text.id, photo.id, report.id, world.vault.file_id(files[-1], bot), press.id)


Fields = Callable[[Stand], dict[str, Any]]
IN_GROUP = {"chat_id": GROUP}


def at(number: str) -> Fields:
    return lambda stand: {**IN_GROUP, "message_id": getattr(stand, number)}
