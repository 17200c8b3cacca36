"""How long to wait before the next try."""

from datetime import timedelta

# Fifteen minutes: an outage of the platform is rarely shorter in its effects, and a card that
# arrives later than that is better told by the next reminder than by a longer wait.
LONGEST_WAIT = timedelta(minutes=15)


def wait(attempts: int, *, first: timedelta = timedelta(seconds=1)) -> timedelta:
    """The pause after `attempts` failures (1, 2, ...): `first`, then doubled each time, at most LONGEST_WAIT."""
    # 2**20 seconds is far beyond the cap already; a bigger power would only overflow.
    return min(first * (1 << min(max(attempts, 1) - 1, 20)), LONGEST_WAIT)
