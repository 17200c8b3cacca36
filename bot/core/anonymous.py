"""Words without what points at a person, to be kept and learned from; when in doubt there are none."""

import re

from bot.core import cards

# The commonest hundred and some surnames, nine in ten people; of two characters the common ones.
_SURNAME = (
    "(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|"
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤虞柴励鲍裘乐竺屠邬俞华施章傅葛翁])"
)
_TITLE = (
    "(?:先生|女士|小姐|太太|阿姨|叔叔?|大爷|大伯|大妈|大叔|大姐|大哥|奶奶|爷爷|师傅|老师|医生|经理|老板|主任|书记|队长"
    "|同学|姐|哥|伯|婆)"
)
#: what stands before a name: 叫王强, 姓王, 户主王强
_CALLED = "(?:名字?(?:叫|是)|叫做|叫|姓名?[是:：]?|我是)"
_WHO = "(?:户主|业主|房东|租客|租户|住户|房客|老板|保安|物业|司机|车主|邻居|网格员|书记|主任|同事|骑手|小哥)"
_NAMES = (
    re.compile(rf"{_CALLED}\s*({_SURNAME}[\u4e00-\u9fff]{{0,2}})"),
    re.compile(rf"([老小阿]{_SURNAME})(?![桥河路街弄店区序块虾子车狗猫])"),
    re.compile(rf"(?<![多感道致])({_SURNAME}[\u4e00-\u9fff]?)(?<!谢)(?={_TITLE})"),
    re.compile(rf"({_SURNAME}某{{1,2}})"),
)
# These leave no doubt that somebody is named, and none about how much of the words is the name.
_DOUBTFUL = (
    # a person and a surname right behind: 业主张伟强, where the name ends nobody can tell
    re.compile(rf"{_WHO}\s*{_SURNAME}"),
    # accounts and addresses of the network
    re.compile(r"@|https?:|www\.|(?:微信|薇信|[vV]信|wx|WX|QQ|qq|抖音|支付宝|银行卡|身份证|卡号|密码)"),
    # a number that no rule knows, or letters and digits mixed as accounts have them
    re.compile(r"\d(?:[\s-]?\d){4,}"),
    re.compile(r"(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{6,}"),
)
# Who writes this much tells a story, with people in it.
LONGEST = 120


def anonymous(words: str) -> str | None:
    """The words without telephone numbers, plates, rooms and names; None when it is not sure that nothing is left."""
    if not words.strip() or len(words) > LONGEST:
        return None
    kept = cards.mask(words)
    if any(pattern.search(kept) for pattern in _DOUBTFUL):
        return None
    for pattern in _NAMES:
        kept = pattern.sub(lambda found: found.group().replace(found[1], ""), kept)
    kept = kept.replace("***", "")
    return kept.strip() or None
