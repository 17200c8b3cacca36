"""A call's parameters in any of the four forms the Bot API takes: query, urlencoded, JSON, multipart."""

import json
import math
from dataclasses import dataclass
from typing import Any

from starlette import datastructures, requests

from sandbox import spans
from sandbox.bot_api import errors

# The Bot API takes uploads up to 50 MB; a little more is read so that the refusal can be said.
MAX_UPLOAD = 50 * 1024 * 1024
TRUE = ("true", "True", "1", "yes")


@dataclass(frozen=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime: str
    data: bytes


class Params:
    """Named values of a call; reading them never fails but by a BotApiError."""

    def __init__(self, values: dict[str, Any], uploads: dict[str, Upload] | None = None) -> None:
        self._values = values
        self.uploads = uploads or {}

    @classmethod
    async def read(cls, request: requests.Request) -> "Params":
        """The parameters of an HTTP request; those in the body win over those in the query."""
        values: dict[str, Any] = dict(request.query_params)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "application/json":
            return cls(values | _parse_body(await request.body()))
        if kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
            uploads = {}
            async with request.form(max_part_size=MAX_UPLOAD) as form:
                for name, value in form.multi_items():
                    if isinstance(value, datastructures.UploadFile):
                        uploads[name] = await _receive(value)
                    else:
                        values[name] = value
            return cls(values, uploads)
        return cls(values)

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) not in (None, "") or name in self.uploads

    def text(self, name: str) -> str:
        """The value as text; empty when it is missing."""
        value = self._values.get(name)
        if value is None:
            return ""
        return spans.clean(value if isinstance(value, str) else json.dumps(value))

    def integer(self, name: str, default: int = 0) -> int:
        """The value as a whole number; the default when it is missing or no number."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def number(self, name: str) -> float | None:
        """The value as a number, None when it is missing or none."""
        try:
            number = float(self.text(name))
        except ValueError:
            return None
        return number if math.isfinite(number) else None

    def is_true(self, name: str) -> bool:
        """Whether the value is one of the spellings of true."""
        return self.text(name) in TRUE

    def parsed(self, name: str) -> Any:
        """The value as an object, whether it came as one or as JSON text; None when it is missing."""
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise errors.bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def objects(self, name: str) -> list[dict[str, Any]]:
        """The value as a list of objects, empty when it is missing; refuses anything else."""
        return as_objects(self.parsed(name), name)

    def numbers(self, name: str) -> list[int]:
        """The value as a list of whole numbers; refuses a missing or an empty one too."""
        given = self.parsed(name)
        if not isinstance(given, list) or not given or not all(str(each).lstrip("-").isdecimal() for each in given):
            raise errors.bad_request("message identifiers are not specified")
        return [int(each) for each in given]

    def upload(self, value: str) -> Upload | None:
        """The part which `attach://name` or the bare parameter name means."""
        return self.uploads.get(value.removeprefix("attach://"))

    def for_record(self) -> dict[str, Any]:
        """All of it for the journal, files by name and size only."""
        files = {name: {"file_name": each.name, "size": len(each.data)} for name, each in self.uploads.items()}
        return {**self._values, **files}


def as_objects(given: Any, name: str) -> list[dict[str, Any]]:
    """The value as a list of objects, empty for None; refuses anything else."""
    if given is None:
        return []
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise errors.bad_request(f"can't parse {name.replace('_', ' ')}: expected an Array of Objects")
    return given


def _parse_body(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        raise errors.bad_request("can't parse request JSON object") from None
    if not isinstance(values, dict):
        raise errors.bad_request("can't parse request JSON object")
    return values


async def _receive(part: datastructures.UploadFile) -> Upload:
    if (part.size or 0) > MAX_UPLOAD:
        raise errors.BotApiError(413, "Request Entity Too Large")
    return Upload(part.filename or "", part.content_type or "", await part.read())
