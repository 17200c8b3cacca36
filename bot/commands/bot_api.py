"""Asks the Bot API a question without aiogram, whose import alone costs seconds; the token shows in no answer."""

from typing import Any

import httpx

# One look each; a server that takes longer is as good as not there.
TIMEOUT_SECONDS = 10


class Refused(Exception):
    """The Bot API said no, with its code and its own words."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code, self.description = code, description


class Unreachable(Exception):
    """Nobody who speaks the Bot API answers at this address."""


class BotApi:
    """One bot's side of the Bot API; use as an async context."""

    def __init__(self, api_base: str, token: str) -> None:
        self._address = f"{api_base.rstrip('/')}/bot{token}/"
        # The bot itself asks no proxy of the environment either: the doctor must see what it sees.
        self._http = httpx.AsyncClient(timeout=TIMEOUT_SECONDS, trust_env=False)

    async def __aenter__(self) -> "BotApi":
        """Opens nothing yet."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Closes every connection."""
        await self._http.aclose()

    async def ask(self, method: str, **params: str | int) -> Any:
        """The method's result; Refused or Unreachable."""
        try:
            answer = (await self._http.post(self._address + method, json=params)).json()
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            # The original names the address, and with it the token.
            raise Unreachable(type(error).__name__) from None
        if not isinstance(answer, dict) or "ok" not in answer:
            raise Unreachable("no Bot API")
        if not answer["ok"]:
            raise Refused(int(answer.get("error_code", 0)), str(answer.get("description", "")))
        return answer["result"]
