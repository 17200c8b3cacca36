"""What a report speaks of: the thing itself, in whichever words, so that two reports of one spot can be compared.

Leaves sort by who must act; ten riders who see one blocked drain name three of them. What they share is the drain.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

#: leaves that hold many things: there the leaf alone does not make two reports the same
MIXED = frozenset({"FAC_PUBLIC", "PRO_FACILITY", "FIRE_EQUIPMENT", "OTH_CONSULT", "OTH_UNCLEAR"})


@dataclass(frozen=True)
class Thing:
    """How a thing is called, and what must not stand beside it."""

    said: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def is_in(self, words: str) -> bool:
        """Whether the words name it."""
        return self.said.search(words) is not None and not (self.unless and self.unless.search(words))


def _said(said: str, *, unless: str | None = None) -> Thing:
    return Thing(re.compile(said), re.compile(unless) if unless else None)


_LID = r"(?<!垃圾桶)(?<!垃圾箱)(盖[子板]?|[箅篦蓖][子板]?|格栅)"
_GONE = r"(没|不见|丢|少|缺|断|破|碎|翘|翻|松|移|塌|裂|掀|偷|跑偏|坏|响|开着|敞)"
#: a cover that does not cover: a hole, whatever it belongs to
_OPEN_LID = (
    rf"{_LID}.{{0,4}}{_GONE}|(没|少|缺|丢).{{0,3}}{_LID}|井盖"
    r"|井口.{0,3}[敞碎没少缺开]|(石|水泥)板.{0,3}[断碎缺少裂]"
)
_POURED = r"泔水|直排|偷排|排污|洗车水|[倒排]进?.{0,6}(雨水|下水|河|沟里|井里)"

THINGS: Mapping[str, Thing] = {
    # water that does not run off, and where it should have
    "drain": _said(
        r"下水(?!管)|雨水|排水|[窨阴]井|井口|[箅篦蓖]|地漏|[水阴]沟|化粪池|污水|粪水|脏水|[返反冒]水"
        r"|积水|内涝|倒灌|淹|成河|[都全]是水|水.{0,4}(漫|漾|深|[过到]膝|[退排]不|下不去|流不)|(漫|积|[退排]不).{0,3}水",
        unless=f"{_OPEN_LID}|{_POURED}",
    ),
    "lid": _said(_OPEN_LID),
    "poured": _said(_POURED),
    "pipe": _said(r"水管|爆管|自来水|消防管|水龙头|水表|跑水"),
    "river": _said(r"河[里面水道边]|死鱼"),
    "ice": _said(r"冰|积雪|雪"),
    "pit": _said(r"坑|窟窿|大洞|塌陷|[路地].{0,3}(塌|陷|拱)"),
    "paving": _said(r"地砖|道砖|盲道|路牙"),
    "hump": _said(r"减速带"),
    "steps": _said(r"台阶|踏步"),
    # a rubbish heap, a bin
    "rubbish": _said(r"垃圾(?!房|站)|桶|果皮箱", unless=r"(建筑|装修|大件)垃圾"),
    "bulky": _said(r"(建筑|装修|大件)垃圾|渣土|沙发|床垫|砖头|马桶|柜子|木板|家具"),
    "boxes": _said(r"纸箱|纸板|杂物|堆满|快递盒"),
    "oil": _said(r"油(?!烟|漆|费|饼|条)"),
    "glass": _said(r"玻璃"),
    "carcass": _said(r"死[猫狗鼠鸡老]"),
    "sand": _said(r"沙子|石子|泥(?!鳅)|水泥"),
    # trees and wires
    "tree": _said(r"树(?!叶)|枝"),
    "leaves": _said(r"树叶|落叶"),
    "nest": _said(r"马蜂|蜂窝|毛毛虫"),
    "wire": _said(r"[电网光]线|线缆|光缆|光纤|高压线|线.{0,3}[掉垂拖耷低断吊荡露]|[掉垂拖吊]线"),
    "pole": _said(r"电线杆|灯杆|电杆|立杆|杆子"),
    "cabinet": _said(r"(弱电|光缆|通信|交接|配电|电信|电)的?(井|箱)"),
    # lights
    "signal": _said(r"红绿灯|信号灯|[红绿黄]灯"),
    "street lamp": _said(r"路灯|灯杆|灯罩|没灯|没有灯|灯都", unless=r"(楼道|走廊|楼梯|过道)灯"),
    "corridor lamp": _said(r"(楼道|走廊|楼梯|过道|单元|声控).{0,3}灯"),
    "garage lamp": _said(r"(车库|地库).{0,3}灯"),
    "emergency lamp": _said(r"应急灯|应急照明|疏散"),
    # along the street
    "railing": _said(r"[护栏][栏拦杆]|隔离"),
    "sign": _said(r"路牌|指路牌|指示牌|标志牌|站牌"),
    "shelter": _said(r"站台|公交亭|候车"),
    "crossing": _said(r"斑马线|标线"),
    "mirror": _said(r"反光镜|镜子"),
    "bench": _said(r"座椅|长椅|椅子"),
    "sports": _said(r"健身器|单杠|器材"),
    "bollard": _said(r"桩子|隔离桩|石墩"),
    "wall": _said(r"围墙|墙[歪倒塌要]"),
    "hoarding": _said(r"围[挡档]"),
    "scaffold": _said(r"脚手架"),
    "billboard": _said(r"广告牌|招牌"),
    "banner": _said(r"横幅"),
    "leaflet": _said(r"小广告|传单|牛皮癣|喷[的字]"),
    # in and around a house
    "door": _said(r"门禁|单元门|防盗门|刷[卡脸]|刷不"),
    "barrier": _said(r"道闸|抬杆|升降杆"),
    "camera": _said(r"监控|摄像头"),
    "letterbox": _said(r"信[报]?箱"),
    "locker": _said(r"快递柜|丰巢"),
    "intercom": _said(r"对讲|门铃"),
    "handrail": _said(r"扶手"),
    "charger": _said(r"充电[桩柜]"),
    "leak": _said(r"漏水|渗水|滴水|渗漏"),
    "lift": _said(r"电梯|货梯"),
    "extinguisher": _said(r"灭火器"),
    "hydrant": _said(r"消[火防]栓|水带|栓"),
    "fire door": _said(r"防火门|卷帘"),
    "smoke alarm": _said(r"烟感|警铃|喷淋"),
    # danger
    "fire": _said(r"火(?!锅|栓)|冒烟|[黑白浓大]烟|烧|焦味", unless=r"灭火器|消火栓|烧烤"),
    "gas": _said(r"煤气|燃气|天然气|液化气|漏气"),
    # what stands or runs about
    "e-bike": _said(r"电瓶|电动车|电车|电池|充电(?![桩柜])|飞线"),
    "bicycle": _said(r"单车|自行车|哈啰|青桔|美团车"),
    "stall": _said(r"摊|小贩"),
    "dog": _said(r"[狗犬]"),
    "cat": _said(r"[猫]"),
    "fowl": _said(r"[鸡鸭鹅鸽]"),
}
#: what blocks a drain may be taken for the matter itself
LITTER = frozenset({"ENV_GREEN", "ENV_GARBAGE", "ENV_ROAD_DIRTY"})
#: leaves among which the words for one thing scatter, besides those that the taxonomy calls confusable
SCATTERED: Mapping[str, frozenset[str]] = {
    "drain": frozenset({"FAC_WATERLOG", "ENV_SEWAGE", "FAC_MANHOLE", "FAC_WATER_PIPE", *LITTER}),
    "tree": frozenset({"ENV_GREEN", "EMG_COLLAPSE", "FAC_CABLE"}),
    "wire": frozenset({"FAC_CABLE", "EMG_POWERLINE"}),
    "signal": frozenset({"FAC_PUBLIC", "FAC_LIGHT"}),
    "rubbish": frozenset({"ENV_GARBAGE", "ENV_BULKY", "ENV_ROAD_DIRTY", "ENV_FUME_DUST"}),
    "fire": frozenset({"EMG_FIRE", "FIRE_OPENFLAME", "ENV_FUME_DUST"}),
    "gas": frozenset({"EMG_GAS", "ENV_FUME_DUST"}),
}
#: leaf -> the things it may be about, of which two are two matters; whatever else the words name stands beside it
RIVALS: Mapping[str, frozenset[str]] = {
    "FAC_MANHOLE": frozenset({"lid", "drain"}),
    "FAC_ROAD": frozenset({"pit", "paving", "hump", "steps"}),
    "FAC_WATERLOG": frozenset({"drain", "ice"}),
    "FAC_LIGHT": frozenset({"street lamp", "corridor lamp", "garage lamp"}),
    "FAC_CABLE": frozenset({"wire", "cabinet"}),
    "ENV_SEWAGE": frozenset({"drain", "poured", "river"}),
    "ENV_ROAD_DIRTY": frozenset({"oil", "glass", "carcass", "sand", "leaves"}),
    "ENV_GREEN": frozenset({"tree", "nest"}),
    "ORD_AD": frozenset({"banner", "leaflet"}),
    "ORD_BIKE_PARK": frozenset({"e-bike", "bicycle"}),
    "ORD_CONSTRUCTION": frozenset({"hoarding", "pit"}),
    "PRO_PET": frozenset({"dog", "cat", "fowl"}),
    "EMG_COLLAPSE": frozenset({"tree", "wall", "pit", "scaffold", "billboard", "pole"}),
    "EMG_POWERLINE": frozenset({"wire", "street lamp", "charger", "cabinet"}),
}


def named(words: str) -> frozenset[str]:
    """The things that plain words name; empty when they name none that is known."""
    return frozenset(name for name, thing in THINGS.items() if thing.is_in(words))


def are_rivals(leaf: str, here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether two reports of one leaf are about different things."""
    rivals = RIVALS.get(leaf, frozenset())
    if leaf in MIXED:
        rivals = here | there
    return bool(here & rivals and there & rivals) and not here & there & rivals


def may_be_one(leaf: str, other: str, shared: frozenset[str]) -> bool:
    """Whether words for one of these things are known to be taken for both leaves."""
    return any({leaf, other} <= SCATTERED.get(name, frozenset()) for name in shared)
