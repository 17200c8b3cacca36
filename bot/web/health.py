"""Whether the process lives, and whether it can work."""

from collections.abc import Callable

import sqlalchemy as sa
from fastapi import APIRouter, Response
from sqlalchemy.exc import SQLAlchemyError

from bot.db import Database


def routes(database: Database, is_ready: Callable[[], bool]) -> APIRouter:
    """GET /healthz and /readyz."""
    router = APIRouter()

    @router.get("/healthz")
    async def healthz() -> dict[str, str]:
        """Answers while the event loop turns."""
        return {"status": "ok"}

    @router.get("/readyz")
    async def readyz(response: Response) -> dict[str, str]:
        """Answers 200 once everything is started and the database answers; else 503."""
        try:
            async with database.reading() as session:
                await session.execute(sa.text("SELECT 1"))
        except (SQLAlchemyError, OSError):
            response.status_code = 503
            return {"status": "database"}
        if not is_ready():
            response.status_code = 503
            return {"status": "starting"}
        return {"status": "ok"}

    return router
