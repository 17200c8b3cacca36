"""How long to wait before the next try."""

from datetime import timedelta

import pytest

from bot.mailbox import backoff


@pytest.mark.parametrize(
    ("failures", "pause"),
    [
        (1, timedelta(seconds=1)),
        (2, timedelta(seconds=2)),
        (5, timedelta(seconds=16)),
        # 1,024 s would be more than the cap
        (11, timedelta(minutes=15)),
        # a power of two that no timedelta could hold
        (5_000, timedelta(minutes=15)),
        # nothing failed yet: as after the first
        (0, timedelta(seconds=1)),
    ],
)
def test_the_pause_doubles_up_to_the_cap(failures: int, pause: timedelta):
    assert backoff.wait(failures) == pause


def test_the_first_pause_may_be_longer():
    assert backoff.wait(2, first=timedelta(seconds=10)) == timedelta(seconds=20)
