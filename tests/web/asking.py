"""Asking the API."""

from typing import Any

import httpx

TOKEN = "a-token"


async def get(http: httpx.AsyncClient, path: str, **asked: Any) -> Any:
    """What it answers."""
    return (await http.get(path, params=asked)).raise_for_status().json()
