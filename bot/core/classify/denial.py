"""Whether the words around a sign of danger take it back: said not to be so, long past, or already dealt with."""

import re

# "是不是漏气", "应该不是煤气吧": a doubt, and a doubt counts as danger.
_DOUBT = re.compile(
    r"是不是|会不会|有没有|不会是|不是.{0,6}吧|没.{0,6}吧|应该(不|没)|该不会|莫不是|怕不是|不知道是不是|不知道|好像不|不确定|别是|不敢说|说不好|没准"
)
# "树没倒", "里面没人": the sign itself says it is not so.
_SAYS_NOT = re.compile(r"没有?.{0,2}$|不[是像].{0,4}$|不带电$|没[倒塌歪斜断冒着漏麻裂响掉砸撞人喊见碰伤](?!吧)")
# "万一着火", "怕摔倒", "差点撞上": it has not happened.
_SUPPOSED = re.compile(
    r"万一|如果|要是|哪天|一旦|真要|真来|(?<!恐)怕(?!是)|容易|早晚|迟早|差一?点|险些|小心|防止|预防|以免|免得|提议|建议|看到.{0,4}(?=打架|这种)|碰到(?=老人|小孩|别人)|会不会扣"
)
_NOT_SO = re.compile(
    r"(没有?|不是|并非|不算|未|没见|别说|不会|没人|没见着?|没看见|没闻到|没听见|不像|不叫|不要|别|无)(什么|在|被|真|人|他|她|见|车|明)?$"
)
_TURN = re.compile(r"可(?![能以怕惜爱燃])|但|不过|却|就是(?!为)|只是|还是|反倒|倒是|怎么|可是|又")
# What burns or collapses in a shop, a room or a machine of that name is real, and so is who faints at work there.
_THE_THING = r"(?!的?[店厂房间室铺馆场楼棚站机车摊栏架锅炉管员]|的.{0,2}[人员兵工生])"
# "拉警戒线是消防演习", "白烟是馒头店开笼": the sign is said to be something else. Only with 是, and close by: a thing
# of that name beside a danger ("宣传栏着火", "舞台塌了") says nothing about the danger.
_IT_IS = r"^.{0,6}(?<!不)是.{0,6}?"
_STAGED = re.compile(_IT_IS + "(演习|演练|(排练|彩排)(?!的)|测试|试栓|假人|手机游戏|电影里的|新闻里的)" + _THE_THING)
_FAKE = re.compile(r"^.{0,2}(?<!不)是(假|演)的")
# "喊救命的是话剧社排练"; but "晕倒的是拍短视频的" is a person, so this takes back noise and smoke only.
_ACTING = r"(拍(戏|短?视频|电影|电视剧?|广告|婚纱|宣传片)|排练|话剧|练散打|舞龙)"
_PLAYED = re.compile(_IT_IS + _ACTING + _THE_THING)
_PLAYED_BY = re.compile(_ACTING + "里?(演|扮|假装)$")
_MAY_BE_PLAYED = frozenset({"EMG_FIRE", "EMG_SECURITY"})
# Steam looks like smoke, and popcorn bangs like a blast; neither smells of gas.
_STEAM = re.compile(
    _IT_IS + "(蒸汽|水蒸气|水汽|干冰|烟饼|爆米花|礼宾|化霜|(开|掀|揭)(蒸?笼|锅))" + _THE_THING + "|^是?舞台干冰"
)
_MAY_BE_STEAM = frozenset({"EMG_FIRE", "EMG_SECURITY"})
# "在搞消防演习 冒烟": smoke belongs to a drill; what comes after it, or who faints in it, does not.
_DRILL_WITH = re.compile(
    r"(在|搞|做|办|(?<!不)是|^)(消防|应急|防火|疏散)?(演习|演练)(放的|冒的|的)?[^后完时真中又]{0,2}$"
)
_MISTAKEN = re.compile(r"^.{0,10}(?<![没不非未])(?<![址置楼幢栋号位牌])(虚惊|误报|看错|搞错|是.{0,3}误会(?!引|闹))")
_NOTHING_CAME_OF_IT = re.compile(r"(?<!不是)虚惊一?场?.{0,8}$")
_PERHAPS = re.compile(r"可能|也许|希望|但愿|好像|说不定|以为")
_LONG_AGO = re.compile(
    r"昨[天晚夜]|前[天晚]|前[几两]天|上次|上回|上周|上个?月|上个?礼拜|去年|前年|前两年|以前|之前(?!的)|当年|那年|半年|几年前"
)
_NOW = re.compile(r"今天|今早|现在|刚才|刚刚|刚|这会|又|还在|仍|正在|到现在|还没|今晚|越来越")
# "上次失火以后", "晕倒是前天的事", "昨天着火那家": the time or the pointing word stands right beside the sign.
_ONCE = re.compile(r"(上次|上回|去年|前年|前两年|以前|之前|当年|那年|上个?月).{0,2}$|昨[天晚](?=.{0,2}$)")
_THAT_WAS = re.compile(r"^.{0,2}(是(昨|前|上|去年).{0,4}的事|那(家|户|次|回|栋|间)|过的?那|好几次|早清|清走)")
_STILL = re.compile(r"又|还在|仍|再次|到现在还|更")
_DONE = re.compile(
    r"(已经?|都|是)?(灭了|灭完|扑灭|熄了|救出|放出来|都出来了|走光|清完|解决了|处理好|没事了|修好|送医院了|拉走了|接走|散了|撤了|排除了|查过没漏|抓走了|换了阀门|味道没了)"
)
# These are over when they are over; a smell, a wire, a hole of yesterday may still be there today.
_EVENTS = frozenset({"EMG_FIRE", "EMG_ACCIDENT", "EMG_MEDICAL", "EMG_TRAPPED", "EMG_SECURITY"})


def is_taken_back(words: str, start: int, end: int, leaf: str) -> bool:
    """Whether the sign at `start:end` of plain `words` is denied, staged, past or dealt with, beyond doubt."""
    return (
        _is_denied(words, start, end)
        or _is_supposed(words, start)
        or _is_staged(words, start, end, leaf)
        or _is_past(words, start, end, leaf)
        or _is_dealt_with(words, end)
    )


def _is_denied(words: str, start: int, end: int) -> bool:
    said_before = _NOT_SO.search(words, max(0, start - 7), start)
    if not said_before and not _SAYS_NOT.search(words, start, end):
        return False
    return not _DOUBT.search(words, max(0, start - 8), end + 4)


def _is_supposed(words: str, start: int) -> bool:
    """Whether the sign is only feared or imagined: the word for that stands shortly before it."""
    return bool(_SUPPOSED.search(words, max(0, start - 8), start))


def _is_staged(words: str, start: int, end: int, leaf: str) -> bool:
    """Whether the sign itself is said to be a drill, a play, steam or a mistake, and nothing after turns it round."""
    said = _find_staged(words, start, end, leaf)
    return said is not None and not _TURN.search(words, said) and not _DOUBT.search(words)


def _find_staged(words: str, start: int, end: int, leaf: str) -> int | None:
    """Where the words end that say so, None when there are none."""
    before, after = words[max(0, start - 12) : start], words[end:]
    patterns = [_STAGED, _FAKE, _MISTAKEN]
    if leaf in _MAY_BE_PLAYED:
        patterns.append(_PLAYED)
    if leaf in _MAY_BE_STEAM:
        patterns.append(_STEAM)
    for pattern in patterns:
        if (found := pattern.search(after)) and not _PERHAPS.search(found.group()):
            return end + found.end()
    return end if _is_announced(before, leaf) else None


def _is_announced(before: str, leaf: str) -> bool:
    """Whether the words shortly before a sign say that it is a drill, a play or was nothing."""
    is_drill = leaf == "EMG_FIRE" and _DRILL_WITH.search(before)
    is_play = leaf in _MAY_BE_PLAYED and _PLAYED_BY.search(before)
    return bool(is_drill or is_play or _NOTHING_CAME_OF_IT.search(before)) and not _NOW.search(before)


def _is_past(words: str, start: int, end: int, leaf: str) -> bool:
    if _ONCE.search(words, max(0, start - 5), start) or _THAT_WAS.search(words, end, end + 8):
        return not _STILL.search(words, end)
    if leaf not in _EVENTS:
        return False
    # Further back the time belongs to something else in the message.
    long_ago = _LONG_AGO.search(words, max(0, start - 14), end)
    return long_ago is not None and not _NOW.search(words, long_ago.end())


def _is_dealt_with(words: str, end: int) -> bool:
    done = _DONE.search(words, end)
    return done is not None and not _TURN.search(words, done.end()) and not _NOW.search(words, done.end())
