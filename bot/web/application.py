"""Puts the web port together from its parts."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from bot.core.street import Street
from bot.db import Database
from bot.mailbox.inbox import Incoming
from bot.web import api, demo, health, webhook
from bot.web.demo import Controls


@dataclass(frozen=True)
class Web:
    """What the web port needs from the rest."""

    database: Database
    street: Street
    api_token: str
    now: Callable[[], datetime]
    keep: Callable[[Sequence[Incoming]], Awaitable[None]]
    is_ready: Callable[[], bool]
    #: None: no webhook here
    webhook_secret: str | None = None
    as_incoming: Callable[[dict[str, Any]], Incoming] | None = None
    #: None: no demo
    controls: Controls | None = None


def create(web: Web) -> FastAPI:
    """The application of the web port."""
    app = FastAPI(title="随手拍网格助手", docs_url=None, redoc_url=None)
    app.include_router(health.routes(web.database, web.is_ready))
    app.include_router(api.routes(web.database, web.street, web.api_token, web.now))
    if web.webhook_secret is not None and web.as_incoming is not None:
        app.include_router(webhook.routes(web.webhook_secret, web.keep, web.as_incoming))
    if web.controls is not None:
        # The chat page stands on another port of the same machine and moves this clock.
        app.add_middleware(CORSMiddleware, allow_origin_regex=r"http://(127\.0\.0\.1|localhost)(:\d+)?",
                           allow_methods=["*"], allow_headers=["*"])  # fmt: skip
        app.include_router(demo.routes(web.controls))
    return app
