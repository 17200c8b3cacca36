"""The methods by name: each file of this folder adds its own."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sandbox import records
from sandbox.bot_api import errors
from sandbox.bot_api.params import Params
from sandbox.world import World


@dataclass(frozen=True)
class Call:
    """One call of one bot."""

    world: World
    bot: records.Bot
    params: Params


Method = Callable[[Call], Any | Awaitable[Any]]
AnyMethod = TypeVar("AnyMethod", bound=Method)
METHODS: dict[str, tuple[str, Method]] = {}


def method(name: str) -> Callable[[AnyMethod], AnyMethod]:
    """The function answers calls of this method, in any case of letters."""

    def register(function: AnyMethod) -> AnyMethod:
        METHODS[name.lower()] = (name, function)
        return function

    return register


def spelled(name: str) -> str:
    """The method's name as the documentation spells it."""
    return METHODS[name.lower()][0] if name.lower() in METHODS else name


async def run(call: Call, name: str) -> Any:
    """What the method answers; raises BotApiError for a refusal."""
    if name.lower() not in METHODS:
        raise errors.BotApiError(404, "Not Found: method not found")
    result = METHODS[name.lower()][1](call)
    return await result if inspect.isawaitable(result) else result
