"""setWebhook, deleteWebhook, getWebhookInfo."""

import asyncio
import re
from urllib.parse import urlsplit

from sandbox import records
from sandbox.bot_api import errors, updates
from sandbox.bot_api.registry import Call, method

LOCAL = ("127.0.0.1", "localhost", "::1")
# Telegram's own servers call only these; a Bot API server on one's own machine calls any.
PORTS = (443, 80, 88, 8443)
MAX_SECRET = 256


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    """Updates are brought to this address from now on; an empty one ends that."""
    url = call.params.text("url")
    if not url:
        return delete_webhook(call)
    poll, now = call.world.queues[call.bot.id].poller, asyncio.get_running_loop().time()
    if now < poll.next_webhook:
        raise errors.too_many_requests(1)
    _check_url(url)
    secret = call.params.text("secret_token")
    _check_secret(secret)
    poll.next_webhook = now + 1.0
    updates.remember_allowed(call)
    connections = min(max(call.params.integer("max_connections", 40), 1), 100)
    _set(call, {"url": url, "secret_token": secret, "max_connections": connections})
    call.world.queues[call.bot.id].end_waiting(updates.WEBHOOK_SET)
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    """Updates wait for getUpdates again."""
    _set(call, {})
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> records.Json:
    """Where updates are brought to, and how well that goes."""
    info = {name: value for name, value in call.bot.webhook.items() if name != "secret_token"}
    shown = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.world.queues[call.bot.id].pending()),
        **info,
    }
    return shown | ({"allowed_updates": call.bot.allowed} if call.bot.allowed else {})


def _set(call: Call, webhook: records.Json) -> None:
    call.bot.webhook = webhook
    call.world.store.save(call.bot)
    if call.params.is_true("drop_pending_updates"):
        call.world.queues[call.bot.id].clear()
    call.world.bells.ring("webhooks")


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise errors.bad_request("bad webhook: Wrong HTTP URL") from None
    if host in LOCAL:
        return
    if parts.scheme != "https":
        raise errors.bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in PORTS:
        raise errors.bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _check_secret(secret: str) -> None:
    if len(secret) > MAX_SECRET:
        raise errors.bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise errors.bad_request("secret token contains unallowed characters")
