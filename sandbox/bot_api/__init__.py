"""The Bot API: one file per group of methods; importing this package fills the registry."""

from sandbox.bot_api import (  # noqa: F401  (each registers its methods)
    callbacks,
    chats,
    copies,
    edits,
    media,
    messages,
    pins,
    profile,
    updates,
    webhooks,
)
