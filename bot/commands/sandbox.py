"""`python -m bot sandbox`: the Telegram in a box by itself, for a bot that is started elsewhere."""

import socket
from pathlib import Path

import uvicorn

from bot import serving
from bot.demo import cast
from sandbox import app
from sandbox.world import World

HOST = "127.0.0.1"
# The first community and two couriers are enough to say something to a bot.
COMMUNITY = "hj"
COURIERS = 2
# Whoever still holds on then is cut off.
LONGEST_GOODBYE_SECONDS = 2


class _Server(uvicorn.Server):
    """A server that lets long polls go before it waits for connections to end."""

    def __init__(self, config: uvicorn.Config, world: World) -> None:
        super().__init__(config)
        self._world = world

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stops; nobody is left holding on."""
        self._world.release()
        await super().shutdown(sockets)


def run(port: int, data: Path | None) -> None:
    """Serves until it is interrupted; OSError when the port is taken."""
    listener = serving.listen(HOST, port)
    world = World.open(data)
    _settle(world)
    url = serving.url_of(listener)
    print(f"聊天页面  {url}/\n接口地址  {url}（填进 config.yaml 的 telegram.api_base）", flush=True)
    print(f"机器人令牌  {cast.TOKEN}\n按 Ctrl+C 结束。", flush=True)
    config = uvicorn.Config(
        app.create_app(world),
        log_level="warning",
        access_log=False,
        ws="none",
        timeout_graceful_shutdown=LONGEST_GOODBYE_SECONDS,
    )
    try:
        _Server(config, world).run(sockets=[listener])
    finally:
        world.close()


def _settle(world: World) -> None:
    world.add_bot(cast.TOKEN, cast.BOT_USERNAME, cast.BOT_NAME)
    name, names = cast.COMMUNITIES[COMMUNITY]
    staff = [f"{COMMUNITY}_{letter}" for letter in cast.POSTS]
    for username, who in zip(staff, names, strict=True):
        world.add_person(username, who, "工作人员")
    for courier in cast.COURIERS[:COURIERS]:
        world.add_person(courier.username, courier.name, cast.TRADES[courier.trade])
    world.add_group(cast.group_title(name), staff)
