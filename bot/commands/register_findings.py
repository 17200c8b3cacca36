"""The doctor looks at the register: who has a group, and whether somebody holds each post that is needed."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.commands.findings import Finding, ill, well
from bot.core import people
from bot.core.places import Gazetteer
from models import StaffGroup

# What is needed -> the posts that fill it.
OF_A_COMMUNITY = {"社区工作者或网格员": ("worker", "grid_worker"), "网格长": ("grid_head",)}
OF_THE_STREET = {"街道调度": ("dispatcher",), "街道值班": ("duty",)}
APPOINT = "管理员在群里回复他的一条消息，发 /appoint 岗位，例如 /appoint 网格长"
BIND = "把机器人拉进群，管理员在群里发 /bind 社区名（街道的群发 /bind 街道）"


def look_for_groups(groups: Sequence[StaffGroup], gazetteer: Gazetteer) -> list[Finding]:
    """Groups that were lost, and communities (and the street) that have none."""
    found = [
        ill(f"工作群 {group.title or group.external_id}：机器人被移出去了", "重新拉进群，管理员在群里再发一次 /bind")
        for group in groups
        if not group.active
    ]
    bound = {group.community for group in groups if group.active}
    wanted = {community.code: community.name for community in gazetteer.communities}
    missing = [name for code, name in wanted.items() if code not in bound]
    if missing:
        found.append(ill(f"工作群：{'、'.join(missing)} 还没有群", BIND))
    if None not in bound:
        found.append(ill("工作群：街道还没有群", BIND))
    strangers = sorted(code for code in bound if code is not None and code not in wanted)
    found += [ill(f"工作群：登记的社区 {code} 不在设置里", "在那个群里重新 /bind") for code in strangers]
    return found or [well("工作群：每个社区和街道都有群")]


async def look_for_people(session: AsyncSession, gazetteer: Gazetteer) -> list[Finding]:
    """The posts that nobody holds, community by community, then the street's."""
    found = []
    for community in gazetteer.communities:
        missing = [name for name, posts in OF_A_COMMUNITY.items() if not await _held(session, posts, community.code)]
        if missing:
            found.append(ill(f"人员：{community.name} 缺{'、'.join(missing)}", APPOINT))
    missing = [name for name, posts in OF_THE_STREET.items() if not await _held(session, posts, None)]
    if missing:
        found.append(ill(f"人员：缺{'、'.join(missing)}", APPOINT))
    return found or [well("人员：每个社区都有人接单、有网格长，街道有调度和值班")]


async def _held(session: AsyncSession, posts: tuple[str, ...], community: str | None) -> bool:
    return bool(await people.holders(session, posts, community))
