"""The files of the world, kept by content: the same bytes are one file, however often they are sent."""

import base64
import hashlib
import mimetypes
from collections.abc import Iterable
from pathlib import Path

from sandbox import pictures, records, store

# What a file_id begins with says what it is, as with Telegram.
PREFIXES = {"photo": "AgAC", "document": "BQAC", "voice": "AwAC", "video": "BAAC", "audio": "CQAC"}
FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "video": "videos", "audio": "music"}


class WrongFileId(Exception):
    """This is no file_id of this bot."""


class Vault:
    """Keeps bytes on disk and their records in the store."""

    def __init__(self, folder: Path, rows: store.Store) -> None:
        self._folder = folder
        self._store = rows
        self._files = {body["key"]: records.File(**body) for body in rows.bodies(records.File.KIND)}
        self._paths = {file.path: file for file in self._files.values()}

    def keep(self, kind: str, data: bytes, *, name: str = "", mime: str = "", duration: int = 0) -> records.File:
        """The record of a document, voice note, video or music file, byte for byte as given."""
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return self._record(kind, data, name=name, mime=mime, duration=duration)

    def keep_photo(self, renditions: Iterable[pictures.Rendition]) -> list[records.File]:
        """The records of a photo in its sizes, smallest first."""
        files = [
            self._record("photo", each.data, mime="image/jpeg", width=each.width, height=each.height)
            for each in renditions
        ]
        keys = [file.key for file in files]
        for file in files:
            file.sizes = keys
            self._store.save(file)
        return files

    def __getitem__(self, key: str) -> records.File:
        return self._files[key]

    def find(self, key: str) -> records.File | None:
        """The file of this key, if there is one."""
        return self._files.get(key)

    def at(self, path: str) -> records.File | None:
        """The file which getFile said lies at `path`."""
        return self._paths.get(path)

    def location(self, file: records.File) -> Path:
        """Where the bytes lie."""
        return self._folder / file.digest[:2] / file.digest

    def file_id(self, file: records.File, bot: records.Bot) -> str:
        """The name by which this bot, and no other, may send or fetch the file."""
        seal = _seal(file.key, bot)
        packed = base64.urlsafe_b64encode(f"{file.key}.{seal}".encode()).decode().rstrip("=")
        return PREFIXES[file.kind] + packed

    def by_id(self, file_id: str, bot: records.Bot) -> records.File:
        """The file a bot means; WrongFileId for anything it was not given."""
        try:
            packed = file_id[4:] + "=" * (-len(file_id[4:]) % 4)
            key, _, seal = base64.urlsafe_b64decode(packed.encode("ascii")).decode("ascii").partition(".")
        except ValueError as error:
            raise WrongFileId from error
        file = self._files.get(key)
        if file is None or seal != _seal(key, bot) or not file_id.startswith(PREFIXES[file.kind]):
            raise WrongFileId
        return file

    def _record(
        self,
        kind: str,
        data: bytes,
        *,
        name: str = "",
        mime: str = "",
        width: int = 0,
        height: int = 0,
        duration: int = 0,
    ) -> records.File:
        digest = hashlib.sha256(data).hexdigest()
        key = hashlib.sha256(f"{kind}|{digest}|{name}|{mime}".encode()).hexdigest()[:20]
        if key in self._files:
            return self._files[key]
        suffix = Path(name).suffix[:12] if name else mimetypes.guess_extension(mime) or ""
        path = f"{FOLDERS[kind]}/file_{len(self._files)}{suffix}"
        file = records.File(
            key, digest, kind, len(data), path, name, mime, width=width, height=height, duration=duration
        )
        self._write(file, data)
        self._files[key] = self._paths[path] = file
        self._store.save(file)
        return file

    def _write(self, file: records.File, data: bytes) -> None:
        place = self.location(file)
        if place.exists() and place.stat().st_size == len(data):
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        # Written beside and moved over: a kill in the middle leaves no half file under the right name.
        part = place.with_suffix(".part")
        part.write_bytes(data)
        part.replace(place)


def _seal(key: str, bot: records.Bot) -> str:
    return hashlib.sha256(f"{key}|{bot.token}".encode()).hexdigest()[:10]
