"""Asking about chats and leaving them: getChat, getChatMember, getChatAdministrators, getChatMemberCount, leaveChat."""

from sandbox import bot_view, membership, records
from sandbox.bot_api import errors, targets
from sandbox.bot_api.registry import Call, method


@method("getChat")
def get_chat(call: Call) -> records.Json:
    """All there is to know about a chat."""
    chat = targets.readable_chat(call)
    shown = bot_view.chat(call.world, chat) | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
        ),
    }
    if chat.username:
        shown["active_usernames"] = [chat.username]
    pinned = call.world.message(chat, chat.pinned[-1]) if chat.pinned else None
    if pinned:
        shown["pinned_message"] = bot_view.message(call.world, call.bot, pinned)
    if chat.type != "private":
        shown["permissions"] = {"can_send_messages": True, "can_send_photos": True, "can_send_documents": True}
    return shown


@method("getChatMember")
def get_chat_member(call: Call) -> records.Json:
    """What somebody is in a chat."""
    chat = targets.readable_chat(call)
    user = call.params.integer("user_id")
    if user not in call.world.people and user not in call.world.bots:
        raise errors.bad_request("invalid user_id specified" if user <= 0 else "user not found")
    return bot_view.member(call.world, chat, user)


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[records.Json]:
    """Owner and administrators, without other bots."""
    chat = targets.readable_chat(call)
    if chat.type == "private":
        raise errors.bad_request("there are no administrators in the private chat")
    bosses = [user for user, status in chat.members.items() if status in ("creator", "administrator")]
    shown = [user for user in bosses if user not in call.world.bots or user == call.bot.id]
    return [bot_view.member(call.world, chat, user) for user in shown]


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    """How many are in the chat."""
    chat = targets.readable_chat(call)
    return sum(membership.is_member(chat, user) for user in chat.members)


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    """The bot goes."""
    chat = targets.readable_chat(call)
    if chat.type == "private":
        raise errors.bad_request("chat not found")
    membership.leave(call.world, chat, call.bot.id, by=call.bot.id)
    return True


@method("getUserProfilePhotos")
def get_user_profile_photos(call: Call) -> records.Json:
    """Nobody in the sandbox has a picture of himself."""
    if call.params.integer("user_id") not in call.world.people:
        raise errors.bad_request("user not found")
    return {"total_count": 0, "photos": []}
