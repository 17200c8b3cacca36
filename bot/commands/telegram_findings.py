"""The doctor looks at Telegram: the token, what the bot may read, its staff groups and its webhook."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from bot.commands.bot_api import BotApi, Refused, Unreachable
from bot.commands.findings import Finding, ill, unknown, well
from bot.settings import TELEGRAM_TOKEN
from models import StaffGroup

# What Bot API servers answer to a token that is nobody's, or that was revoked.
WRONG_TOKEN = (401, 404)
# More than a busy minute brings: the bot does not keep up, or does not answer at all.
MANY_PENDING = 100
PRESENT = ("creator", "administrator", "member", "restricted")


async def look_at_token(api: BotApi, api_base: str) -> tuple[Finding, dict[str, Any] | None]:
    """Whether the token is a bot's, and that bot (None when it is not)."""
    try:
        me: dict[str, Any] = await api.ask("getMe")
    except Unreachable as error:
        remedy = "看看网络、防火墙和 telegram.api_base"
        return ill(f"令牌：{api_base} 连不上（{error}）", remedy), None
    except Refused as error:
        if error.code in WRONG_TOKEN:
            return ill("令牌：不对，或已经作废", f"向 @BotFather 要新的，放进环境变量 {TELEGRAM_TOKEN}"), None
        return ill(f"令牌：Telegram 回了 {error.code} {error.description}", "过一会儿再试"), None
    return well(f"令牌：是机器人 @{me.get('username')}"), me


def look_at_privacy(me: dict[str, Any]) -> Finding:
    """Whether the bot reads everything said in groups; if not, it must be administrator in each."""
    if me.get("can_read_all_group_messages"):
        return well("群消息：隐私模式关了，读得到全部消息")
    remedy = "在每个工作群里设它为管理员，或向 @BotFather 发 /setprivacy 关掉后重新拉进群"
    return unknown("群消息：隐私模式开着，只有当管理员的群才读得全", remedy)


async def look_at_groups(api: BotApi, me: dict[str, Any], groups: Sequence[StaffGroup]) -> AsyncIterator[Finding]:
    """Each bound group: there, the bot in it, and allowed to read it."""
    for group in groups:
        yield await _look_at_group(api, me, group)


async def _look_at_group(api: BotApi, me: dict[str, Any], group: StaffGroup) -> Finding:
    name = f"工作群 {group.title or group.external_id}"
    try:
        await api.ask("getChat", chat_id=group.external_id)
        member = await api.ask("getChatMember", chat_id=group.external_id, user_id=me["id"])
    except Unreachable as error:
        return ill(f"{name}：没查成（{error}）", "看看网络，再查一次")
    except Refused as error:
        return ill(f"{name}：进不去（{error.description}）", "把机器人重新拉进群，管理员在群里再发一次 /bind")
    status = member.get("status")
    is_inside = status in PRESENT and member.get("is_member", True)
    if not is_inside:
        return ill(f"{name}：机器人不在群里", "把它重新拉进群，管理员在群里再发一次 /bind")
    if status in ("creator", "administrator"):
        return well(f"{name}：在群里，是管理员")
    if me.get("can_read_all_group_messages"):
        return well(f"{name}：在群里，不是管理员，但读得到全部消息")
    return ill(f"{name}：不是管理员，群里的话读不全", "在群设置里把机器人设为管理员")


async def look_at_webhook(api: BotApi, wanted: str) -> AsyncIterator[Finding]:
    """Whether Telegram brings updates to the right address, and how that goes."""
    try:
        told = await api.ask("getWebhookInfo")
    except (Refused, Unreachable) as error:
        yield ill(f"webhook：没查成（{error}）", "看看网络，再查一次")
        return
    if told.get("url") != wanted:
        now = told.get("url") or "没有地址"
        yield ill(f"webhook：Telegram 那边登记的是 {now}，不是 {wanted}", "启动机器人（python -m bot run）会重新登记")
        return
    pending, trouble = int(told.get("pending_update_count", 0)), told.get("last_error_message")
    if pending > MANY_PENDING:
        yield ill(f"webhook：有 {pending} 条消息还没送到", "看看机器人开着没有、网址从外网打不打得开")
    else:
        yield well(f"webhook：登记好了，还有 {pending} 条没送到")
    if trouble:
        yield ill(f"webhook：最近一次没送到，Telegram 说 {trouble}", "看看网址、证书和转发的服务器")
