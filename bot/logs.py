"""How this process logs: one line each, ids only, never a name, a text or a telephone number."""

import logging

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# They log every request with its address, and the Bot API's address holds the token.
TALKATIVE = ("httpx", "httpcore", "aiogram.event", "apscheduler", "alembic", "aiosqlite")


def configure(level: str) -> None:
    """Sends the log to standard error from this level on."""
    logging.basicConfig(level=level, format=FORMAT)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
