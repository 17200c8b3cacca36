"""Where photo bytes lie: a local folder, any S3-compatible bucket, or memory; a key is the hash of what it holds."""

import contextlib
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit
from urllib.request import url2pathname

import obstore
from obstore import store as obstores

if TYPE_CHECKING:
    from obstore.store import ClientConfig, ObjectStore

Room = Literal["originals", "copies"]

_KEY = re.compile(r"(originals|copies)/[0-9a-f]{2}/[0-9a-f]{64}")


class Store:
    """Keeps bytes under the hash of them, originals and copies in separate rooms.

    The same bytes put twice are one object: delete a key only when no row names it any more.
    """

    def __init__(self, objects: "ObjectStore") -> None:
        self._objects = objects

    async def put(self, data: bytes, room: Room) -> str:
        """The key under which the bytes now lie, whole; putting them again changes nothing."""
        digest = hashlib.sha256(data).hexdigest()
        # Two letters of folder: a hundred thousand files in one are slow to list on some disks.
        key = f"{room}/{digest[:2]}/{digest}"
        await obstore.put_async(self._objects, key, data)
        return key

    async def get(self, key: str) -> bytes:
        """The bytes of this key; FileNotFoundError when they are gone, ValueError when it is no key of ours."""
        found = await obstore.get_async(self._objects, _require_key(key))
        return bytes(await found.bytes_async())

    async def delete(self, key: str) -> None:
        """Makes sure nothing lies under this key; ValueError when it is no key of ours."""
        with contextlib.suppress(FileNotFoundError):
            await obstore.delete_async(self._objects, _require_key(key))


def connect(url: str, options: Mapping[str, str] | None = None) -> Store:
    """The store at a folder's path, file://, memory:// or s3://bucket/prefix; ValueError for any other address.

    `options` are those of S3: endpoint, region, access_key_id, secret_access_key; absent ones come
    from the environment (AWS_...).
    """
    scheme = urlsplit(url).scheme
    if scheme == "memory":
        return Store(obstores.MemoryStore())
    if scheme in ("", "file"):
        return Store(_folder(Path(url2pathname(urlsplit(url).path) if scheme else url)))
    if scheme == "s3":
        return Store(_bucket(url, dict(options or {})))
    raise ValueError(f"照片存放地址要是文件夹、file://、s3:// 或 memory://，现在是 {scheme}://")


def _folder(path: Path) -> "ObjectStore":
    # Originals show neighbours' faces: nobody else on the machine may look.
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return obstores.LocalStore(path)


def _bucket(url: str, options: dict[str, str]) -> "ObjectStore":
    # An endpoint given as http:// is meant so: a MinIO in the office's own network.
    # Without one the environment decides (AWS_ENDPOINT_URL, AWS_ALLOW_HTTP), which a default here would overrule.
    client: ClientConfig | None = {"allow_http": True} if options.get("endpoint", "").startswith("http://") else None
    return obstores.S3Store.from_url(url, client_options=client, **options)  # type: ignore[arg-type]


def _require_key(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise ValueError(f"{key!r} is not the key of a photo")
    return key
