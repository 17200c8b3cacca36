"""Drain the inbox (row -> handler -> commit -> toast) and the outbox (row -> channel)."""

from bot.workers.inbound import Handle, Inbound, Unsent
from bot.workers.outbound import Outbound

__all__ = ["Handle", "Inbound", "Outbound", "Unsent"]
