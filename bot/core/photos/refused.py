"""The expected "no" to bytes that are not a picture we can take."""

from typing import ClassVar, Literal

from bot.core import refusals

Reason = Literal["empty", "too_big", "too_many_pixels", "not_a_picture", "broken", "unsupported"]


class BadPhoto(refusals.Refusal):
    """这张照片收不了。"""

    text_id: ClassVar[str] = "refusal-photo"

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason=reason)
        self.reason: Reason = reason
