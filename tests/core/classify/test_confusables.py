"""Leaves that are easily taken for each other: every pair of categories.yaml, told from both sides of its rule."""

import pytest

# the leaf meant, the words, the leaf it could be taken for with what the courier says there, and what tells them apart
PAIRS = [
    ("FIRE_WIRE_CHARGE", "二楼窗口放线给电瓶车充电", "FIRE_EBIKE_INDOOR", "电瓶车停在三楼走廊里充电", "楼外还是楼内"),
    ("FIRE_WIRE_CHARGE", "阳台拉根线下来充电瓶车", "EMG_POWERLINE", "充电的线冒火花了", "冒火花就是险情"),
    ("FIRE_WIRE_CHARGE", "窗户里牵线充电，还没冒烟", "EMG_FIRE", "飞线充电的车烧起来了", "已经着火"),
    ("FIRE_EBIKE_INDOOR", "电动车推进单元楼停着", "ORD_BIKE_PARK", "共享单车乱停把盲道堵了", "楼外乱停不充电"),
    ("FIRE_PASSAGE_BLOCKED", "消防通道停满车", "ORD_CAR_PARK", "面包车停巷子里把路堵了", "画没画消防标线"),
    ("FIRE_PASSAGE_BLOCKED", "安全出口的门被锁死了", "FIRE_CORRIDOR_CLUTTER", "楼道里堆满旧家具", "出口还是走道"),
    ("FIRE_CORRIDOR_CLUTTER", "五楼走廊堆着旧沙发", "ENV_BULKY", "旧沙发扔在路边绿化带", "楼内还是楼外"),
    ("FIRE_EQUIPMENT", "灭火器过期了", "FIRE_PASSAGE_BLOCKED", "消火栓前面堆了米", "设施坏还是被挡：规则大于例句"),
    ("FIRE_OPENFLAME", "有人在空地烧垃圾", "EMG_FIRE", "烧垃圾的火蔓延到车棚了", "有人看管还是失控"),
    ("FIRE_OPENFLAME", "店里放了好几个煤气罐", "EMG_GAS", "煤气罐在漏气", "没有味道还是漏气"),
    ("EMG_GAS", "饭店门口一股煤气味", "ENV_FUME_DUST", "饭店油烟太呛", "分不清才按燃气"),
    ("EMG_COLLAPSE", "路面突然塌下去一块 下面是空的", "FAC_ROAD", "路上有个大坑", "坑洼不下陷"),
    ("EMG_COLLAPSE", "围墙歪了要倒", "PRO_FALLING", "墙皮往下掉", "零星掉墙皮"),
    ("EMG_POWERLINE", "电线垂下来在打火花", "FAC_CABLE", "网线垂下来勾到头盔", "能确认是网线"),
    ("EMG_MEDICAL", "老人摔倒了起不来", "EMG_ACCIDENT", "三轮车把老人撞倒了", "车撞的"),
    ("EMG_MEDICAL", "看见大爷倒在自家门口", "PPL_CARE", "独居老人敲门没人应 外卖两天没拿", "没见到人"),
    ("EMG_ACCIDENT", "两辆车撞了 有人躺在地上", "ORD_CAR_PARK", "两辆车停在路口不走 把路堵死了", "没人伤只是堵着"),
    ("EMG_TRAPPED", "电梯坏了 里面有人", "PRO_ELEVATOR", "电梯坏了要爬18楼", "里面有没有人"),
    ("EMG_SECURITY", "两家人为车位打起来了", "PPL_DISPUTE", "两家人为车位吵起来了", "动没动手"),
    ("EMG_SECURITY", "有人正在撬驿站的门", "PPL_CLUE", "那户白天拉着窗帘 半夜总有陌生人进出", "现行还是可疑"),
    ("ENV_GARBAGE", "垃圾桶满了没人倒", "ENV_BULKY", "装修袋堆在垃圾房边上", "砖块、沙发、装修袋"),
    ("ENV_BULKY", "路边倒了一车装修垃圾", "ORD_CONSTRUCTION", "工地的沙子黄砖堆到人行道上", "工地自己的料"),
    ("ENV_ROAD_DIRTY", "渣土车一路漏泥", "ENV_GARBAGE", "路边一大堆生活垃圾", "成堆的是垃圾"),
    ("ENV_SEWAGE", "污水从下水道冒出来", "FAC_WATERLOG", "下雨积水到膝盖", "污水还是雨水"),
    ("ENV_SEWAGE", "粪水漫到路上了", "FAC_WATER_PIPE", "自来水管爆了 水喷好高", "自来水管爆"),
    ("ENV_FUME_DUST", "拆房子灰尘满天", "FIRE_OPENFLAME", "有人在后院烧树叶 烟好大", "烧东西的烟"),
    ("ENV_GREEN", "绿化带的草比人还高", "EMG_COLLAPSE", "大树整棵倒下来压住了路", "整棵倒伏"),
    ("FAC_MANHOLE", "井盖没了", "FAC_ROAD", "井盖旁边的路面裂开一圈", "井周的路面"),
    ("FAC_LIGHT", "路灯不亮", "EMG_POWERLINE", "路灯杆漏电 摸着发麻", "灯杆漏电"),
    ("FAC_LIGHT", "这条路晚上路灯全黑", "PRO_FACILITY", "楼道灯不亮", "路上还是楼里"),
    ("FAC_WATERLOG", "雨停了地下通道还积着水", "FAC_WATER_PIPE", "大晴天地上一直往外冒清水", "不下雨水在冒"),
    ("FAC_WATERLOG", "桥洞积水车过不去", "EMG_TRAPPED", "桥洞积水车熄火了 人被困在水里", "有人困在水里"),
    ("FAC_WATER_PIPE", "路边水管裂了哗哗流", "PRO_FACILITY", "楼道里水管漏水 滴了一楼梯", "楼内漏水"),
    ("FAC_PUBLIC", "公交站的椅子坏了", "EMG_COLLAPSE", "公交站顶棚快塌了 下面站着人", "要砸到人"),
    ("FAC_PUBLIC", "红绿灯坏了", "PRO_FACILITY", "单元门禁刷不开", "小区的门禁、监控"),
    ("ORD_STREET_TRADE", "水果摊摆到马路上了", "ORD_FOOD_MARKET", "这家店后厨有老鼠", "占地方还是东西坏"),
    ("ORD_STREET_TRADE", "烧烤摊占了半条非机动车道", "ENV_FUME_DUST", "烧烤摊的油烟往楼上飘", "说油烟"),
    ("ORD_AD", "电线杆上贴满小广告", "PRO_FALLING", "店招牌松了快掉下来", "招牌要掉"),
    ("ORD_ILLEGAL_BUILD", "顶楼自己搭了个铁皮房", "ORD_CONSTRUCTION", "工地围挡倒在路上没人扶", "正规工地"),
    ("ORD_CONSTRUCTION", "工地半夜打桩", "PRO_NOISE", "楼上人家装修 电钻吵得睡不着", "家里的装修声"),
    ("ORD_CONSTRUCTION", "施工队没放警示牌", "EMG_COLLAPSE", "脚手架歪了要倒", "脚手架要倒"),
    ("ORD_CONSTRUCTION", "工地的水泥管堆在路中间", "ENV_FUME_DUST", "工地不洒水 全是灰", "只说灰"),
    ("PRO_FACILITY", "充电桩坏了充不进", "EMG_POWERLINE", "充电桩漏电 碰到手发麻", "真漏电"),
    ("PRO_FACILITY", "小区监控坏了好久", "PRO_ELEVATOR", "电梯按钮失灵停在五楼不动 里面没人", "电梯"),
    ("PRO_FALLING", "楼上有人往下扔烟头和瓶子", "EMG_COLLAPSE", "外墙大块水泥在往下掉 底下有人", "大块、下面有人"),
    ("PRO_NOISE", "隔壁半夜唱歌太吵", "PPL_DISPUTE", "楼上楼下为了噪音吵了一早上 都不肯让", "已经吵起来"),
    ("PRO_PET", "狗没牵绳追着我跑", "EMG_MEDICAL", "小孩被狗咬伤了", "咬伤了"),
    ("PRO_PET", "有人遛大狗不牵绳", "PRO_NOISE", "隔壁的狗叫了一晚上 睡不着", "只说叫声"),
    ("PPL_CARE", "老太太家好几天没动静 牛奶都没拿", "EMG_FIRE", "老太太家敲不开 门缝里冒烟", "已经冒烟"),
    ("PPL_CARE", "平时秒接的老人今天敲门不应", "PPL_MEAL_MEDICAL", "老人想订老年食堂 没人做饭", "长期的需要"),
    ("PPL_LOST", "老人走丢了 说不清家住哪", "EMG_MEDICAL", "流浪的人倒在桥下叫不醒", "倒地不醒"),
    ("PPL_RIDER", "站长扣我工资", "EMG_MEDICAL", "我送餐摔了一跤 腿动不了", "现在受伤"),
    ("OTH_CONSULT", "社区几点下班", "PPL_RIDER", "平台给我罚了款 想找人评评理", "骑手自己的诉求"),
]  # fmt: skip
TOLD = [(code, words, why) for one, its, other, others, why in PAIRS for code, words in ((one, its), (other, others))]


@pytest.mark.parametrize(("code", "words", "why"), TOLD)
def test_confusable_leaves_are_told_apart(judge, code, words, why):
    verdict = judge.judge(words)

    assert verdict.code == code, why


def test_the_table_has_every_pair_of_the_taxonomy(leaves):
    named = {frozenset((leaf.code, other.code)) for leaf in leaves.leaves.values() for other in leaf.confusable_with}

    assert named == {frozenset((one, other)) for one, _, other, _, _ in PAIRS}
