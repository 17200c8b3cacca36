"""The web port: health, Telegram's webhook, the API; in the demo also a clock and a window on quietness."""

from bot.web.application import Web, create

__all__ = ["Web", "create"]
