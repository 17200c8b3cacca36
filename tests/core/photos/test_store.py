"""Photo bytes put away and found again."""

import hashlib

import pytest

from bot.core.photos import store


@pytest.fixture(params=["memory", "folder", "file address"])
def photo_store(request, tmp_path):
    addresses = {
        "memory": "memory://",
        "folder": str(tmp_path / "照片"),
        "file address": (tmp_path / "with space").as_uri(),
    }
    return store.connect(addresses[request.param])


async def test_what_was_put_is_found_under_its_hash(photo_store):
    key = await photo_store.put(b"bytes", "originals")

    assert hashlib.sha256(b"bytes").hexdigest() in key
    assert await photo_store.get(key) == b"bytes"


async def test_the_same_bytes_are_one_object(photo_store):
    first = await photo_store.put(b"bytes", "copies")

    assert await photo_store.put(b"bytes", "copies") == first


async def test_an_original_and_a_copy_never_share_a_key(photo_store):
    original = await photo_store.put(b"bytes", "originals")
    copy = await photo_store.put(b"bytes", "copies")

    await photo_store.delete(copy)

    assert await photo_store.get(original) == b"bytes"


async def test_what_was_deleted_is_gone_and_may_be_deleted_again(photo_store):
    key = await photo_store.put(b"bytes", "copies")
    await photo_store.delete(key)

    await photo_store.delete(key)

    with pytest.raises(FileNotFoundError):
        await photo_store.get(key)


@pytest.mark.parametrize(
    "key",
    ["../../etc/passwd", "/etc/passwd", "originals/ab/../../x", "", "originals/ab/" + "a" * 63, "other/ab/" + "a" * 64],
)
async def test_a_key_that_is_not_ours_is_refused(photo_store, key):
    with pytest.raises(ValueError, match="not the key of a photo"):
        await photo_store.get(key)


def test_nobody_else_on_the_machine_may_look_into_the_folder(tmp_path):
    store.connect(str(tmp_path / "photos"))

    assert (tmp_path / "photos").stat().st_mode & 0o077 == 0


async def test_a_folder_still_holds_its_photos_when_it_is_opened_again(tmp_path):
    key = await store.connect(str(tmp_path)).put(b"bytes", "copies")

    again = store.connect(str(tmp_path))

    assert await again.get(key) == b"bytes"


@pytest.mark.parametrize("address", ["ftp://host/photos", "http://host/photos"])
def test_an_address_of_another_kind_is_refused_with_a_sentence(address):
    with pytest.raises(ValueError, match="照片存放地址"):
        store.connect(address)
