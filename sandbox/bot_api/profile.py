"""How the bot presents itself: its commands, descriptions, name and menu button."""

import json
import re

from sandbox import records
from sandbox.bot_api import errors
from sandbox.bot_api.registry import Call, method

MAX_COMMANDS = 100
COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
# Characters of the texts (Bot API): (parameter, limit) by what is set.
LIMITS = {"Description": ("description", 512), "ShortDescription": ("short_description", 120), "Name": ("name", 64)}


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """The commands people are offered, by scope and language."""
    given = call.params.objects("commands")
    if len(given) > MAX_COMMANDS:
        raise errors.bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(each) for each in given]
    return _keep(call, _commands_key(call), commands)


@method("getMyCommands")
def get_my_commands(call: Call) -> list[records.Json]:
    """The commands of this scope and language."""
    commands: list[records.Json] = call.bot.profile.get(_commands_key(call), [])
    return commands


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """No commands for this scope and language."""
    return _keep(call, _commands_key(call), None)


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    """What stands beside the text field."""
    button = call.params.parsed("menu_button") or {"type": "default"}
    if not isinstance(button, dict):
        raise errors.bad_request("object expected as menu button")
    return _keep(call, f"menu/{call.params.text('chat_id')}", button)


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> records.Json:
    """What stands beside the text field."""
    wanted = (f"menu/{call.params.text('chat_id')}", "menu/")
    buttons: list[records.Json] = [call.bot.profile[key] for key in wanted if key in call.bot.profile]
    return buttons[0] if buttons else {"type": "commands"}


def _register_text(what: str, name: str, limit: int) -> None:
    @method(f"setMy{what}")
    def set_text(call: Call) -> bool:
        """The text in this language, empty to remove it."""
        text = call.params.text(name)
        if len(text) > limit:
            raise errors.bad_request(f"bot {what.lower()} is too long")
        return _keep(call, f"{name}/{call.params.text('language_code')}", text or None)

    @method(f"getMy{what}")
    def get_text(call: Call) -> records.Json:
        """The text in this language, or the one for all."""
        texts, default = call.bot.profile, call.bot.name if name == "name" else ""
        return {name: texts.get(f"{name}/{call.params.text('language_code')}", texts.get(f"{name}/", default))}


for _what, (_name, _limit) in LIMITS.items():
    _register_text(_what, _name, _limit)


def _keep(call: Call, key: str, value: object) -> bool:
    if value is None:
        call.bot.profile.pop(key, None)
    else:
        call.bot.profile[key] = value
    call.world.store.save(call.bot)
    return True


def _commands_key(call: Call) -> str:
    scope = call.params.parsed("scope") or {"type": "default"}
    return f"commands/{json.dumps(scope, sort_keys=True)}/{call.params.text('language_code')}"


def _command(given: records.Json) -> records.Json:
    name, words = str(given.get("command", "")), str(given.get("description", ""))
    if not COMMAND.fullmatch(name):
        raise errors.bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(words) <= 256:
        raise errors.bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name.removeprefix("/"), "description": words}
