"""Photos, files, albums: what people send, what the bot gets, and what it can do with it."""

import io
import os

import pytest
from PIL import Image

from tests.sandbox.street import TOKEN, Json, Street

GROUP = -1001000000001
MEGABYTE = 1024 * 1024


def picture(width: int = 1600, height: int = 1200, kind: str = "JPEG", colour: str = "teal", *, turned: bool = False):
    """A plain picture with a camera's name in its EXIF; `turned` says it must be turned to be upright."""
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    if turned:
        exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, kind, exif=exif)
    return out.getvalue()


async def newest(street: Street) -> Json:
    message: Json = (await street.updates(-1))[0]["message"]
    return message


async def fetch(street: Street, file_id: str) -> bytes:
    file = await street.bot("getFile", file_id=file_id)
    answer = await street.http.get(f"/file/bot{TOKEN}/{file['file_path']}")
    assert answer.status_code == 200
    return answer.content


async def test_a_photo_comes_in_several_sizes_upright_and_without_exif(street: Street):
    await street.send(GROUP, "wang", caption="垃圾箱倒了", files={"photo": ("a.jpg", picture(turned=True))})

    message = await newest(street)

    sizes = [(size["width"], size["height"]) for size in message["photo"]]
    data = await fetch(street, message["photo"][-1]["file_id"])
    assert sizes == [(67, 90), (240, 320), (600, 800), (960, 1280)]
    assert message["caption"] == "垃圾箱倒了"
    assert not Image.open(io.BytesIO(data)).getexif()


async def test_a_file_comes_byte_for_byte_with_its_exif(street: Street):
    data = picture()
    await street.send(GROUP, "wang", files={"document": ("现场.jpg", data, "image/jpeg")})

    document = (await newest(street))["document"]

    described = (document["file_name"], document["mime_type"], document["file_size"])
    assert described == ("现场.jpg", "image/jpeg", len(data))
    assert await fetch(street, document["file_id"]) == data


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("空.jpg", b""),
        ("字.jpg", "这不是图片".encode()),
        ("半.jpg", picture()[:2000]),  # cut off in the middle of the transfer
        ("弹.png", None),  # 20,000 x 20,000 in a few hundred kilobytes
        ("长条.png", picture(3000, 100, "PNG")),  # thirty times as wide as high
    ],
)
async def test_what_is_no_photo_is_sent_as_a_file(street: Street, name: str, data: bytes | None):
    if data is None:
        out = io.BytesIO()
        Image.new("1", (20_000, 20_000)).save(out, "PNG")
        data = out.getvalue()

    await street.send(GROUP, "wang", files={"photo": (name, data)})

    message = await newest(street)
    assert "photo" not in message
    assert message["document"]["file_name"] == name
    assert await fetch(street, message["document"]["file_id"]) == data


async def test_an_album_is_several_updates_with_one_group_and_one_caption(street: Street):
    files = [("photo", (f"{n}.jpg", picture(colour=colour))) for n, colour in enumerate(("red", "green", "blue"))]

    sent = await street.send(GROUP, "wang", caption="三张", files=files)

    messages = [update["message"] for update in await street.updates()]
    assert [message["message_id"] for message in messages] == sent
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["三张", None, None]


async def test_eleven_photos_are_too_many_for_one_album(street: Street):
    files = [("photo", ("a.jpg", picture(90, 90)))] * 11

    answer = await street.http.post(f"/world/chats/{GROUP}/send", data={"from": "wang"}, files=files)

    assert answer.status_code == 400
    assert answer.json() == {"error": "一次最多发 10 个"}


async def test_a_voice_note_arrives(street: Street):
    await street.send(GROUP, "wang", files={"voice": ("v.ogg", b"OggS", "audio/ogg")})

    voice = (await newest(street))["voice"]

    assert voice["mime_type"] == "audio/ogg"
    assert await fetch(street, voice["file_id"]) == b"OggS"


async def test_a_file_of_25_megabytes_arrives_but_cannot_be_fetched(street: Street):
    data = os.urandom(MEGABYTE) * 25
    await street.send(GROUP, "wang", files={"document": ("big.bin", data)})

    document = (await newest(street))["document"]

    assert document["file_size"] == 25 * MEGABYTE
    assert await street.refusal("getFile", file_id=document["file_id"]) == (400, "Bad Request: file is too big")


async def test_a_file_of_more_than_50_megabytes_cannot_be_sent(street: Street):
    data = bytes(50 * MEGABYTE + 1)

    answer = await street.http.post(
        f"/world/chats/{GROUP}/send", data={"from": "wang"}, files={"document": ("huge.bin", data)}
    )

    assert answer.status_code == 413
    assert "50 MB" in answer.json()["error"]


async def test_a_photo_can_be_sent_again_by_file_id_and_keeps_its_unique_id(street: Street):
    await street.send(GROUP, "wang", files={"photo": ("a.jpg", picture())})
    seen = (await newest(street))["photo"]

    again = await street.bot("sendPhoto", chat_id=GROUP, photo=seen[0]["file_id"], caption="再看")

    assert [size["file_unique_id"] for size in again["photo"]] == [size["file_unique_id"] for size in seen]


async def test_a_photo_cannot_be_sent_again_as_a_document(street: Street):
    await street.send(GROUP, "wang", files={"photo": ("a.jpg", picture())})
    seen = (await newest(street))["photo"]

    refused = await street.refusal("sendDocument", chat_id=GROUP, document=seen[0]["file_id"])

    assert refused == (400, "Bad Request: can't use file of type Photo as Document")


async def test_a_file_id_is_of_no_use_to_another_bot(street: Street):
    street.world.add_bot("777:other", "other_bot", "别的")
    await street.send(GROUP, "wang", files={"document": ("a.txt", b"a")})
    file_id = (await newest(street))["document"]["file_id"]

    answer = await street.http.get("/bot777:other/getFile", params={"file_id": file_id})

    assert answer.json()["description"] == "Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_the_bot_uploads_an_album_with_attached_parts(street: Street):
    media = '[{"type":"photo","media":"attach://a","caption":"<b>前</b>","parse_mode":"HTML"},{"type":"photo","media":"attach://b"}]'
    files = {"a": ("a.jpg", picture(colour="red")), "b": ("b.jpg", picture(colour="blue"))}

    sent = await street.upload("sendMediaGroup", files, chat_id=GROUP, media=media)

    assert [message.get("caption") for message in sent] == ["前", None]
    assert sent[0]["media_group_id"] == sent[1]["media_group_id"]
    assert len((await street.sees("li", GROUP))[0]["photos"]) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (
            bytes(10 * MEGABYTE + 1),
            "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ],
)
async def test_a_bad_photo_of_the_bot_is_refused(street: Street, data: bytes, words: str):
    answer = await street.http.post(
        f"/bot{TOKEN}/sendPhoto", data={"chat_id": str(GROUP)}, files={"photo": ("a.jpg", data)}
    )

    assert answer.json()["description"] == f"Bad Request: {words}"


async def test_a_small_photo_of_the_bot_keeps_its_bytes_so_that_forgotten_metadata_shows(street: Street):
    data = picture(400, 300)

    sent = await street.upload("sendPhoto", {"photo": ("a.jpg", data)}, chat_id=GROUP)

    assert await fetch(street, sent["photo"][-1]["file_id"]) == data


async def test_a_text_message_may_get_a_photo_and_a_caption_by_edit(street: Street):
    card = await street.bot("sendMessage", chat_id=GROUP, text="卡")
    media = '{"type":"photo","media":"attach://p","caption":"卡，有图"}'

    edited = await street.upload(
        "editMessageMedia", {"p": ("p.jpg", picture())}, chat_id=GROUP, message_id=card["message_id"], media=media
    )

    assert "text" not in edited
    assert (edited["caption"], len(edited["photo"])) == ("卡，有图", 4)
    assert [len(message["photos"]) for message in await street.sees("li", GROUP)] == [1]


async def test_people_load_pictures_from_the_world(street: Street):
    data = picture(300, 200)
    await street.send(GROUP, "wang", files={"photo": ("a.jpg", data)})
    [message] = await street.sees("li", GROUP)

    answer = await street.http.get(message["photos"][0])

    assert answer.headers["content-type"] == "image/jpeg"
    assert Image.open(io.BytesIO(answer.content)).size == (300, 200)


async def test_a_web_page_sent_as_a_file_is_never_run_in_the_chat_page(street: Street):
    await street.send(GROUP, "wang", files={"document": ("x.html", b"<script>alert(1)</script>", "text/html")})
    [message] = await street.sees("li", GROUP)

    answer = await street.http.get(message["document"]["url"])

    assert answer.headers["content-type"] == "application/octet-stream"
