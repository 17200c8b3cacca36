"""Who plays in the demo: invented persons with stable usernames, their posts and their groups."""

from dataclasses import dataclass

#: code -> (community's name, names of worker, grid worker, grid head, secretary)
COMMUNITIES = {
    "hj": ("汇嘉", ("小王", "阿芳", "老陈", "周书记")),
    "jp": ("江畔", ("小林", "阿强", "老吴", "郑书记")),
    "wj": ("望江", ("小何", "阿珍", "老徐", "孙书记")),
    "bx": ("北欣", ("小谢", "阿明", "老马", "朱书记")),
    "ht": ("和塘雅苑", ("小胡", "阿兰", "老郭", "何书记")),
    "ys": ("云水湾", ("小高", "阿勇", "老罗", "梁书记")),
}
POSTS = {"w": "worker", "g": "grid_worker", "h": "grid_head", "s": "secretary"}
STREET_STAFF = {
    "street_d": ("调度小许", "dispatcher"),
    "street_y": ("值班小曹", "duty"),
    "street_l": ("带班邓主任", "leader"),
}


@dataclass(frozen=True)
class Courier:
    """A courier of the demo. `homes` are the communities on his round; r12 has not joined."""

    username: str
    name: str
    trade: str
    homes: tuple[str, ...]


COURIERS = (
    Courier("r1", "阿毛", "takeaway", ("hj",)),
    Courier("r2", "小陈", "takeaway", ("hj",)),
    Courier("r3", "大刘", "parcel", ("hj",)),
    Courier("r4", "阿杰", "takeaway", ("jp",)),
    Courier("r5", "老赵", "parcel", ("jp",)),
    Courier("r6", "小蔡", "takeaway", ("wj",)),
    Courier("r7", "阿宝", "takeaway", ("wj", "bx")),
    Courier("r8", "小丁", "parcel", ("bx",)),
    Courier("r9", "阿海", "takeaway", ("ht",)),
    Courier("r10", "小叶", "parcel", ("ht", "ys")),
    Courier("r11", "阿龙", "takeaway", ("ys",)),
)
NEWCOMER = Courier("r12", "小新", "takeaway", ())

TRADES = {"takeaway": "外卖小哥", "parcel": "快递小哥"}
BOT_USERNAME, BOT_NAME = "suishoupai_bot", "随手拍网格助手"
# Only this machine's sandbox knows it.
TOKEN = "1000001:demo-token-of-the-sandbox"  # noqa: S105
STREET_GROUP = "街道网格工作群"


def group_title(community_name: str) -> str:
    """The title of a community's group."""
    return f"{community_name}·移动网格群"


def members_of(code: str) -> list[str]:
    """Who is in the community's group: its staff, and the couriers on whose round it is."""
    staff = [f"{code}_{letter}" for letter in POSTS]
    return [*staff, *(courier.username for courier in COURIERS if code in courier.homes)]
