"""The sandbox as one ASGI app: the Bot API, the people's side and the chat page."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from sandbox.bot_api import routes, webhook_delivery
from sandbox.people import chats, steering
from sandbox.people.errors import Impossible
from sandbox.world import World

HERE = Path(__file__).parent


class SandboxApp(FastAPI):
    """FastAPI, with a way for a route to cut the line without an answer (`scope["hang_up"]`)."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""

        async def hang_up() -> None:
            # The `send` of uvicorn belongs to the request, which knows its connection; other servers offer nothing.
            line = getattr(getattr(send, "__self__", None), "transport", None)
            if line is None:
                raise ConnectionResetError("this server cannot cut a connection")
            line.abort()
            # The server has seen the end of the line when it says so; from then on it throws our answer away quietly.
            while (await receive())["type"] != "http.disconnect":
                pass

        scope["hang_up"] = hang_up
        await super().__call__(scope, receive, send)


def create_app(world: World, *, demo_url: str | None = None, places: Iterable[Mapping[str, Any]] = ()) -> FastAPI:
    """The whole sandbox over this world.

    `demo_url` is where the demo's own clock is served, `places` ({name, lat, lon}) what the page offers as positions.
    """

    @asynccontextmanager
    async def serve_webhooks(_: FastAPI) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as tasks:
            bringing = tasks.create_task(webhook_delivery.deliver(world))
            yield
            bringing.cancel()

    app = SandboxApp(
        title="sandbox",
        lifespan=serve_webhooks,
        docs_url="/world/docs",
        redoc_url=None,
        openapi_url="/world/openapi.json",
    )
    demo = {"url": demo_url, "places": [dict(place) for place in places]} if demo_url or places else None
    app.include_router(routes.make_router(world))
    app.include_router(steering.make_router(world, demo))
    app.include_router(chats.make_router(world))
    _answer_errors(app)
    _serve_page(app)
    return app


def _answer_errors(app: FastAPI) -> None:
    @app.exception_handler(Impossible)
    async def impossible(_: Request, error: Impossible) -> JSONResponse:
        return JSONResponse({"error": error.sentence}, status_code=error.status)

    @app.exception_handler(RequestValidationError)
    async def unreadable(_: Request, error: RequestValidationError) -> JSONResponse:
        faults = "；".join(f"{each['loc'][-1]}: {each['msg']}" for each in error.errors())
        return JSONResponse({"error": f"看不懂这个请求：{faults}"}, status_code=400)

    @app.exception_handler(HTTPException)
    async def refused(_: Request, error: HTTPException) -> JSONResponse:
        # Both sides of the sandbox find their own words in the same answer.
        body = {"ok": False, "error_code": error.status_code, "description": error.detail, "error": error.detail}
        return JSONResponse(body, status_code=error.status_code)


def _serve_page(app: FastAPI) -> None:
    @app.get("/", include_in_schema=False)
    async def index() -> FileResponse:
        return FileResponse(HERE / "page" / "index.html")

    for name in ("page", "samples"):
        app.mount(f"/{name}", StaticFiles(directory=HERE / name, check_dir=False), name=name)
