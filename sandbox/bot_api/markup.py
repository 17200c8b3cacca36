"""Buttons and keyboards under a message: checked as Telegram checks them."""

from typing import Any

from sandbox import records
from sandbox.bot_api import errors
from sandbox.bot_api.registry import Call

# Bytes of UTF-8 in callback_data, and buttons under one message.
MAX_DATA = 64
MAX_BUTTONS = 100
INLINE_ACTIONS = (
    "callback_data", "url", "login_url", "web_app", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
URL_SCHEMES = ("http://", "https://", "tg://", "tonsite://")


def read(call: Call, chat: records.Chat) -> records.Json | None:
    """The reply markup of a message to send; None without one."""
    given = call.params.parsed("reply_markup")
    if not given:
        return None
    if not isinstance(given, dict):
        raise errors.bad_request("object expected as reply markup")
    if "inline_keyboard" in given:
        return _inline(given, chat)
    if "keyboard" in given:
        _check_keyboard(given, chat)
    return dict(given)


def read_inline(call: Call, chat: records.Chat) -> records.Json | None:
    """The reply markup of a message to edit, where only inline buttons are allowed."""
    given = call.params.parsed("reply_markup")
    if not given:
        return None
    if not isinstance(given, dict):
        raise errors.bad_request("object expected as reply markup")
    if "inline_keyboard" not in given:
        raise errors.bad_request("inline keyboard expected")
    return _inline(given, chat)


def _inline(given: records.Json, chat: records.Chat) -> records.Json | None:
    rows = [[_button(each, chat) for each in row] for row in _rows(given["inline_keyboard"]) if row]
    if sum(len(row) for row in rows) > MAX_BUTTONS:
        raise errors.bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _button(given: Any, chat: records.Chat) -> records.Json:
    if not isinstance(given, dict):
        raise errors.bad_request("can't parse inline keyboard button: expected an Object")
    if not str(given.get("text") or "").strip():
        raise errors.bad_request("inline keyboard button text must be non-empty")
    button = {name: value for name, value in given.items() if value is not None}
    if not any(button.get(name) not in (None, "") for name in INLINE_ACTIONS):
        raise errors.bad_request("Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and len(str(data).encode("utf-8", "replace")) > MAX_DATA:
        raise errors.bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not _is_link(str(url)):
        raise errors.bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if "web_app" in button and chat.type != "private":
        raise errors.bad_request("BUTTON_TYPE_INVALID")
    return button


def _is_link(url: str) -> bool:
    if url.startswith(URL_SCHEMES):
        return len(url.partition("://")[2]) > 0
    return "." in url and " " not in url


def _check_keyboard(given: records.Json, chat: records.Chat) -> None:
    for row in _rows(given["keyboard"]):
        for button in row:
            if isinstance(button, str):
                continue
            if not isinstance(button, dict) or not button.get("text"):
                raise errors.bad_request("can't parse keyboard button: text must be non-empty")
            if chat.type == "private":
                continue
            if button.get("request_contact"):
                raise errors.bad_request("phone number can be requested in private chats only")
            if button.get("request_location"):
                raise errors.bad_request("location can be requested in private chats only")
            if button.get("web_app"):
                raise errors.bad_request("web App buttons can be used in private chats only")


def _rows(given: Any) -> list[list[Any]]:
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise errors.bad_request("can't parse reply markup: expected an Array of Arrays of buttons")
    return given
