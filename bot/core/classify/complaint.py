"""Whom of those who would get the matter the words complain of: the community's own people, or the street's.

Property managers, shops and the courier's own station get no tickets here, so a complaint about them is against nobody.
It takes a who and a reproach close together; what is said of a place of that name is none. How often it is right:
docs/decisions/0020-complaints-go-one-level-up.md.
"""

import re
from typing import Literal

Against = Literal["community", "street"]

COMMUNITY: Against = "community"
STREET: Against = "street"

# "社区门口", "社区医院": a place or somebody else's house, and no office.
_NO_OFFICE = (
    "(?!门(?!口自己)|里|内|外|大门|东|西|南|北|卫生|医院|医生|食堂|团购|公园|花园|广场|超市|便利|路|[0-9一二三四五六七八九十]+[幢栋号期单楼]"
    "|旁|边|后面|前面|对面|附近|群里|这边|那边|有[人家个一]|支持|活动室|民警|警务|养老|幼儿|停车)"
)
_OFFICE = f"(?<!不是)(?:社区(?:居委会?)?|居委会?|村委会?|网格站){_NO_OFFICE}"
_STREET_OFFICE = (
    "(?<!不是)街道(?:办事处|办公室|办)?"
    "(?!旁|边|上|两|路|口|中间|对面|垃圾|卫生|清洁|宽|窄|脏|环境|清扫|积水|绿化|照明|路灯)"
)
_TITLE = "(?:人员?|书记|主任|干部|领导|窗口|办事员|工作人员|小姑娘|小伙子|大妈|大姐|阿姨|同志|巡查的?|检查的?|值班的?)"
#: people of the community by their office, by their post, or as "yours"
_PEOPLE = (
    f"(?<!不是)(?:{_OFFICE}(?:那个?|这个?|里)?的?{_TITLE}|网格(?:员|长|上?的人?|群里)|办事员|社工|协管员|联防队员?"
    "|你们的?(?:人|巡查的?|检查的?|来?查的|志愿者|协管|联防|网格|社区|居委会?|调解员|主任|书记|值班的?|群里|巡逻的?))"
)
_STREET_PEOPLE = f"(?:你们街道(?:办事处|办)?|{_STREET_OFFICE}(?:那个?|里)?的?(?:{_TITLE}|执法车|公务车|车))"
# Whoever else is named in between did it: "社区说找物业 物业不管".
_OTHERS = (
    "物业|保安|业委|城管|交警|派出所|民警|警察|环卫|保洁|房东|邻居|楼上|楼下|隔壁|施工|工地|老板|站长|平台|公司|开发商|电信|移动|联通"
    "|商户|店家|店里|有人|有个|几个|有户|一户|那户|住户|业主|租客|老公|老婆|儿子|媳妇|夫妻|两口|男人|女人|男的|女的|两个|老人家"
    "|门卫|管家|狗|维保|供电|水务|自来水|快来|来看看|麻烦|帮"
)
_NOBODY_ELSE = f"(?:(?!{_OTHERS}).)"
_GAP = f"{_NOBODY_ELSE}{{0,14}}?"
_NEAR = f"{_NOBODY_ELSE}{{0,6}}?"

_GRAFT = (
    "包庇|护着|偏袒|偏心|收(?:了|过|人家|店家|商户|他们?|别人|的)*(?:钱|礼|红包|好处|烟|卡)|吃拿卡要|亲戚|关系户|一伙的|串通"
    "|乱收费|站台|白拿"
)
_RUDENESS = (
    # 眼 is read as 烟 where a slip of the keyboard was put right.
    "翻白[眼烟]|甩脸|甩我脸|摆脸色?|态度(?:很|太|特别|极|好)?(?:差|恶劣|凶|横|不好)|嘲笑|嘲讽|笑话我|看不起|骂(?:我|人|老|骑手|了|得)"
    "|凶我|吼我|推我|多管闲事|少管闲事|管这么多|我多事|让我忍|回我一句|好意思|合适吗|还(?:来)?(?:检查|说|管)我们"
)
_BETRAYAL = "泄[露漏]|通风报信|谁举报|(?:把|拿)我(?:报|说|举报|反映|投诉|的).{0,8}(?:告诉|说出|透|传|给了)|被投诉的那个"
_SHIRKING = (
    "敷衍|走过场|踢皮球|推来推去|互相推|推三阻四|推给(?:我|城管|物业|别)|踢给|拖着不|一拖再拖|不作为|不了了之|说话不算|打官腔|糊弄|忽悠|应付"
    "|做样子|摆样子|摆拍|摆设|作秀|形式主义|吃干饭|没有?个?(?:下文|人理|回音|回应|消息|动静|人应)|有个?屁用|他们不[修管]"
    "|装(?:聋|没看|看不)|睁(?:一只|只)?眼闭|视而不见|当没看[见到]|看不[见到]|(?:就|也|都)不(?:晓得|知道)(?:报|管|说)|谁来(?:敲|看|管)过"
)
_LOOKING_ON = (
    "拍(?:个|了|过|张|两张|完)?照?片?(?:就|了就|完就|打卡|走)|(?:看|瞄|瞅|闻|绕|转)(?:了|过)?一?(?:眼|下|圈|趟|会儿?)(?:就|又|人就|转身)?"
    "(?:走|跑|回去|说没事|说闻不到)|捂着?鼻子(?:就)?走|从(?:这|那|旁边|边上|面前|门口).{0,3}过|(?:笑笑|掉头|转身|一拉|扭头)就?走"
    "|玩手机|打麻将|打牌|喝茶|睡觉|嗑瓜子|(?:光|只会|就会)(?:拍照|说|开会|贴)"
)
_MISCONDUCT = f"{_GRAFT}|{_RUDENESS}|{_BETRAYAL}|{_SHIRKING}|{_LOOKING_ON}"
# What is said right behind the name; further away it is said of the matter: "社区门口垃圾没人管".
_NEGLECT = (
    "(?:从来|根本|就是|都|也|又|压根|一直|一个个|谁都|天天|总|说)*(?:(?<!管)不管(?!理)|不理|不睬|不搭理|不问|不来(?!电|水)|不接(?:电话|我)"
    "|不回(?:我|复|消息|$|我单)|不受理|不盯|不当回事|没空|没人(?:管我|来过|接|理|应|在|去|上门|上去)|也没人(?![管清扫修弄])|没(?:来|管|理|去)过"
    "|干什么吃的|干啥的|干嘛的|是干什么|有什么用|吃什么饭|只(?:发|贴)通知|电话(?:总是|一直|永远|都)?(?:打不通|没人接|不接)|形同虚设)"
)
_DONE_ITSELF = (
    "(?:办公楼|门口|楼里|家里?|的车|楼下|大厅|老婆|办公室)*"
    "(?<!我)自己(?:家|人|的|门口|办公楼|楼|也|都|先|带头|就|老婆|停|在(?!家)|打)|带头(?!人|说)|的(?:执法|公务)?车(?:也|就|还)?停"
)
_LEFT_AT_THAT = (
    "贴(?:个|了?张|张).{0,8}(?:就(?:完|算)|完事|了事)|说(?:没事|没看到|合格|没问题)|就没(?:了|影)|一走(?:又|就)|走了又|取完|查完还"
    "|让[我他她]自己|说是家事|说习俗|(?:回我|回复|答复)(?:我?一句)?说?(?:已|早就?)(?:经)?(?:解决|达标|修好|整改|清理|处理)"
)
_HOW_OFTEN = "(?:[两二三四五六七八九十几]|[0-9]+|好[几多]|多)(?:次|回|遍|趟|天|个月)"
_TOLD = "(?:投诉|反映|举报|报|打|找|问|跟|和|跑|告诉|讲给)(?:到|过|给|了|电话给|去)*(?:你们)?"
_IN_VAIN = (
    f".{{0,4}}{_HOW_OFTEN}.{{0,10}}?(?:都|没|还|也|不|照样|踢|推|就是|只说)|.{{0,4}}(?:没用|没反应|没动静|没人[来理])"
)
_PROMISED = (
    "(?:上次|上周|上个?月|上回|早就|开会|贴通知)*(?:说|答应|承诺).{0,10}?"
    "(?:到?现在第?|到今天|[一二三两四五六半几]个?(?:年|月|周)了|改天来)"
)
# Who asks for them, or praises them, does not complain.
_ASKING = (
    "能不能|可不可以|能否|可以(?!代)|请|来看|来个|来人|过来|知不知道|有没有|想问|问问|问一下|在哪|是不是要"
    "|怎么(?:报|加|联系|注|找)|谢|辛苦|好人|很好"
)
_NO_ASKING = f"(?:(?!{_OTHERS}|{_ASKING}).)"
# Of persons less is enough: whoever names them beside one of these does not praise them.
_COLDNESS = (
    "就走|走了|走开|路过|走过|绕着走|躲着?|天天|从来|照样|还是|没人|没一[个次]|不看|没看|没来|没见|不报|不叫|不来|聊天|抽烟|原样|自己(?!在家)|偏"
    "|说(?:小问题|正常|是?修了|有空|在忙|忙|在开会|家务|再|等|没法|不是|管不了|处理完|已)|在开会|凭什么|吃饭|直接点|推[老我人]|占|抢"
)
# An answer of the office, and what came of it.
_EXCUSES = (
    f"(?:只|就|都|也|又|每次|总|每回|老是)*(?:说|讲|回|答复|登记|来过|来看过|贴|发|搞|答应)(?!归|不?归|找|先找)了?{_NO_ASKING}{{1,12}}?"
    "(?:可(?!以)|但|结果|照样|越来越|还(?:是|在)|到现在|到今天|昨天|又|哪能|仍|没[人用一变]|原样|多少年|谁来)"
)
_LEAVE_OUT = "(?:别|不要|不能|请勿|莫)(?:再|又|让|给|转|派|交|叫|通知|告诉|把.{0,6}|发)+(?:给|到)?"


def _compile(people: str, office: str) -> re.Pattern[str]:
    who = f"(?:{people}|{office})"
    signs = (
        f"{people}{_GAP}(?:{_MISCONDUCT}|{_LEFT_AT_THAT})",
        f"{people}{_NO_ASKING}{{0,14}}?(?:{_DONE_ITSELF})",
        f"{people}{_NEAR}{_NEGLECT}",
        f"{people}{_NO_ASKING}{{0,12}}?(?:{_COLDNESS})",
        f"{office}{_EXCUSES}",
        f"{office}{_NEAR}(?:{_MISCONDUCT}|{_LEFT_AT_THAT})",
        f"{office}{_NEGLECT}",
        f"{office}.{{0,2}}(?:{_DONE_ITSELF})",
        f"{who}{_PROMISED}",
        f"{_TOLD}{who}(?:{_IN_VAIN})",
        f"{_LEAVE_OUT}.{{0,4}}{who}",
    )
    return re.compile("|".join(f"(?:{sign})" for sign in signs))


# "你们" is whoever reads the bot; couriers know it as their community's.
_YOURS = (
    "你们自己(?:门口|人|家|办公)|你们(?:推给|拍照打卡)|你们(?:社区|网格)?就这[样么](?:弄|办|干|搞|处理)"
    f"|{_LEAVE_OUT}{_NOBODY_ELSE}{{2,6}}的人来?(?:处理|管|查|办)"
)
_SIGNS: tuple[tuple[Against, re.Pattern[str]], ...] = (
    (STREET, _compile(_STREET_PEOPLE, _STREET_OFFICE)),
    (COMMUNITY, re.compile(f"{_compile(_PEOPLE, _OFFICE).pattern}|{_YOURS}")),
)


def accused(words: str) -> Against | None:
    """Whom plain `words` complain of, the street before the community; None when it is neither."""
    return next((whom for whom, signs in _SIGNS if signs.search(words)), None)
