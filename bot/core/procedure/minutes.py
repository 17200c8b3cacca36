"""What the words about a meeting or a decision say: who came and who did not, who pays, who maintains, who objects."""

import re
from collections.abc import Iterator, Mapping

from bot.core.places import numerals
from bot.core.procedure.terms import Fund, Party

_PARTY: Mapping[Party, str] = {
    Party.COMMUNITY: "居委会|居委|村委会|村委|社区",
    Party.OWNERS: "业主委员会|业委会|业委",
    Party.PROPERTY: "物业公司|物业",
}
_NAMES = "|".join(_PARTY.values())
_ABSENT = "没有?来|没有?到|没有?参加|没空|没成立|还没成立|未到|未参加|未成立|缺席|请假|不来|来不了|不参加|不到场|没派人"
_PRESENT = r"到齐|到了|到场|到会|来了|来齐|参加|出席|在场|在座|主持|召集|[都均全](?:到|在|来)|到(?=$|[\s、])"
# 没有业委会 stands before the name; every other word about who came stands behind it.
_TOKEN = re.compile(
    rf"(?P<none>(?:没有?|无|未|还没)(?:成立)?(?:{_PARTY[Party.OWNERS]}))|(?P<party>{_NAMES}|三方)"
    rf"|(?P<absent>{_ABSENT})|(?P<present>{_PRESENT})"
)
_OF_NAMES_ONLY = re.compile(rf"(?:{_NAMES}|[、和与及跟\s])+")
_OF_ALL = re.compile(r"[都均全]|到齐|来齐")
_STOP = re.compile(r"[,，。;；:：!！\n]+")

_FUNDS: Mapping[Fund, str] = {
    Fund.COMMON_INCOME: "公共收益|公共收入",
    Fund.REPAIR_FUND: "维修资金|维修基金|大修基金",
    Fund.BUDGET: "财政|街道出|政府出|街道补|专项资金",
    Fund.OWN: "自筹|众筹|自己出|住户出|业主出|住户分摊|业主分摊|大家凑|商家出|物业出",
    Fund.NOTHING: "不用钱|不花钱|不要钱|不用花钱|免费|没有费用|零成本",
}
_NOT = r"(?<!不用)(?<!不动)(?<!不动用)(?<!不走)(?<!不出)(?<!不从)"
_UPKEEP = "维保|维护|保养|管护|养护"
_NO_UPKEEP = re.compile(rf"(?:不用|不需要|没有?|无需?)(?:后期)?(?:{_UPKEEP})")
_OTHERS = re.compile(r"厂家|厂商|施工|住户|业主|街道|志愿|公司|师傅|单位|市政|绿化|供电|自来水|燃气")
#: what a clause about the money or the upkeep is made of, and nothing else
_ASIDE = re.compile(
    "|".join((*_FUNDS.values(), _NAMES, _UPKEEP, _OTHERS.pattern))
    + "|由|从|出钱|出资|支付|承担|负责|列支|后期|以后|日常|一半|各|的|里|不用|不动|不|用|走|出|[、和与及]"
)
_CLAUSE = re.compile(r"[^,，。;；!！\s]+")

_NUMBER = r"\d{1,4}|[一二两三四五六七八九十百]{1,5}"
_HOUSEHOLDS = re.compile(rf"(?P<count>{_NUMBER})\s*(?:家|户|位|人|个)")
_AGAINST = "反对|异议|意见|不同意"
_NOBODY = re.compile(rf"(?:没有|没|无|零|0)\s*(?:[家户]人?|人)?\s*提?出?\s*(?:{_AGAINST})|(?:没有|无|零|0)$")
_OBJECTION = re.compile(rf"(?:提出?|有)?了?(?:{_AGAINST})(?:意见)?")
_JOINS = " 　,，。、;；:：\n"


def attendance(words: str) -> dict[Party, bool]:
    """Which of the three came and which did not, as it was said first; who is not among them was left unsaid."""
    said: dict[Party, bool] = {}
    #: named in a clause of names only: they came, unless the next words about coming speak of them all
    listed: list[Party] = []
    #: 缺席：业委会 says it before the names
    heading: bool | None = None
    for clause in _STOP.split(words):
        if _OF_NAMES_ONLY.fullmatch(clause):
            named = [party for name in re.findall(_NAMES, clause) for party in _parties_of(name)]
            listed += named if heading is None else []
            _note(said, named if heading is not None else [], came=bool(heading))
            continue
        told = list(_came(clause))
        heading = told[0][1] if told and not (listed or told[0][0]) else None
        if told:
            _note(said, listed, came=told[0][1] if _OF_ALL.search(clause) else True)
            listed = []
        for parties, came in told:
            _note(said, parties, came=came)
    _note(said, listed, came=True)
    return said


def funds(words: str) -> list[Fund]:
    """Who pays, in the order of the words; 不用公共收益 is nobody's money."""
    matches = {fund: re.search(f"{_NOT}(?:{names})", words) for fund, names in _FUNDS.items()}
    found = [(match.start(), fund) for fund, match in matches.items() if match is not None]
    return [fund for _, fund in sorted(found)]


def upkeep(words: str) -> tuple[str, list[Party]]:
    """The clause that says who maintains, and those of the three that it names; an empty one when nobody is named."""
    for clause in _CLAUSE.findall(words):
        if re.search(_UPKEEP, clause) is None:
            continue
        parties = [party for name in re.findall(_NAMES, clause) for party in _parties_of(name)]
        if parties or _OTHERS.search(clause) or _NO_UPKEEP.search(clause):
            return clause, list(dict.fromkeys(parties))
    return "", []


def has_matter(words: str) -> bool:
    """True when the words say more than who pays and who maintains."""
    return any(len(_ASIDE.sub("", clause)) > 1 for clause in _CLAUSE.findall(words))


def objections(words: str) -> tuple[int | None, str]:
    """How many households object, and to what; None when no number is said."""
    words = words.strip(_JOINS)
    if _NOBODY.match(words):
        return 0, ""
    found = _HOUSEHOLDS.search(words)
    if found is None:
        return None, words
    count = 0 if set(found["count"]) == {"0"} else numerals.parse(found["count"])
    before, after = words[: found.start()].strip(_JOINS), words[found.end() :].strip(_JOINS)
    return count, f"{before} {_OBJECTION.sub('', after, count=1).strip(_JOINS)}".strip()


def _came(clause: str) -> Iterator[tuple[list[Party], bool]]:
    """Who came, and who did not, of those that this clause names before it says so."""
    named: list[Party] = []
    for found in _TOKEN.finditer(clause):
        if found["none"]:
            yield [Party.OWNERS], False
        elif found["party"]:
            named += _parties_of(found["party"])
        else:
            yield named, found["present"] is not None
            named = []


def _note(said: dict[Party, bool], parties: list[Party], *, came: bool) -> None:
    for party in parties:
        said.setdefault(party, came)


def _parties_of(name: str) -> list[Party]:
    return [party for party, names in _PARTY.items() if name == "三方" or re.fullmatch(names, name)]
