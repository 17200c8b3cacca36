"""A picture that is not decoded in time gets a second try before its sender is told that it is broken."""

import pytest
import sqlalchemy as sa

from bot.core.details import FileRef
from bot.workers import fetching
from models import Photo
from tests.desk import RUBBISH, Desk


@pytest.mark.parametrize(("tries", "status"), [(1, "waiting"), (2, "refused")])
async def test_only_the_second_time_too_late_a_picture_is_broken(
    small_desk: Desk, monkeypatch: pytest.MonkeyPatch, tries: int, status: str
):
    # no process can even start within this
    monkeypatch.setattr(fetching, "INTAKE_SECONDS", 0)
    small_desk.channel.files["p"] = b"a picture"
    await small_desk.report(RUBBISH, by=small_desk.courier, photos=[FileRef(ref="p", unique="p", size=9)])

    for _ in range(tries):
        await small_desk.send()
        small_desk.clock.advance(minutes=1)

    async with small_desk.database.reading() as session:
        assert (await session.scalars(sa.select(Photo))).one().status == status
