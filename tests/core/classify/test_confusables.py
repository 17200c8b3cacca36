"""Leaves that are easily taken for each other, from both sides of the rule in categories.yaml."""

import pytest

PAIRS = [
    ("二楼窗口放线下来给电瓶车充电", "FIRE_WIRE_CHARGE", "the wire goes from the house to the bike outside"),
    ("电瓶车停在三楼走廊里充电", "FIRE_EBIKE_INDOOR", "the bike itself is inside"),
    ("充电的线冒火花了", "EMG_POWERLINE", "sparks: no longer a matter of parking"),
    ("共享单车乱停把盲道堵了", "ORD_BIKE_PARK", "outside and not charging"),
    ("消防通道停满车", "FIRE_PASSAGE_BLOCKED", "a marked fire lane"),
    ("面包车停巷子里把路堵了", "ORD_CAR_PARK", "an ordinary lane"),
    ("楼道里堆满旧家具", "FIRE_CORRIDOR_CLUTTER", "inside the building"),
    ("旧沙发扔在路边绿化带", "ENV_BULKY", "the same sofa outside"),
    ("灭火器过期了", "FIRE_EQUIPMENT", "the thing is broken or missing"),
    ("消火栓前面堆了米", "FIRE_PASSAGE_BLOCKED", "the thing is whole and blocked: the rule wins over the phrase"),
    ("有人在空地烧垃圾", "FIRE_OPENFLAME", "a minded fire"),
    ("烧垃圾的火蔓延到车棚了", "EMG_FIRE", "it got away"),
    ("店里放了好几个煤气罐", "FIRE_OPENFLAME", "bottles, no smell"),
    ("煤气罐在漏气", "EMG_GAS", "a bottle that leaks"),
    ("饭店油烟太呛", "ENV_FUME_DUST", "fumes of cooking"),
    ("饭店门口一股煤气味", "EMG_GAS", "a smell that may be gas"),
    ("路上有个大坑", "FAC_ROAD", "a hole that does not sink"),
    ("路面突然塌下去一块 下面是空的", "EMG_COLLAPSE", "it sinks"),
    ("墙皮往下掉", "PRO_FALLING", "bits of the wall"),
    ("围墙歪了要倒", "EMG_COLLAPSE", "the wall itself"),
    ("网线垂下来勾到头盔", "FAC_CABLE", "known to carry no current"),
    ("电线垂下来在打火花", "EMG_POWERLINE", "live"),
    ("电梯坏了要爬18楼", "PRO_ELEVATOR", "nobody inside"),
    ("电梯坏了 里面有人", "EMG_TRAPPED", "somebody inside"),
    ("两家人为车位吵起来了", "PPL_DISPUTE", "words only"),
    ("两家人为车位打起来了", "EMG_SECURITY", "blows"),
    ("隔壁半夜唱歌太吵", "PRO_NOISE", "a noise at home"),
    ("工地半夜打桩", "ORD_CONSTRUCTION", "a building site"),
    ("路灯不亮", "FAC_LIGHT", "in the street"),
    ("楼道灯不亮", "PRO_FACILITY", "in the house"),
    ("路灯杆漏电 摸着发麻", "EMG_POWERLINE", "the lamp bites"),
    ("下雨积水到膝盖", "FAC_WATERLOG", "rain water"),
    ("污水从下水道冒出来", "ENV_SEWAGE", "foul water"),
    ("自来水管爆了 水喷好高", "FAC_WATER_PIPE", "clean water under pressure"),
    ("狗没牵绳追着我跑", "PRO_PET", "nobody bitten"),
    ("小孩被狗咬伤了", "EMG_MEDICAL", "bitten"),
    ("独居老人敲门没人应 外卖两天没拿", "PPL_CARE", "nobody was seen"),
    ("老人摔倒了起不来", "EMG_MEDICAL", "somebody was seen to fall"),
    ("老人想订老年食堂 没人做饭", "PPL_MEAL_MEDICAL", "a lasting need"),
    ("老人走丢了 说不清家住哪", "PPL_LOST", "outside and lost"),
    ("站长扣我工资", "PPL_RIDER", "about the rider's own station"),
    ("物业乱收费还骂人", "PPL_DISPUTE", "about the property manager"),
    ("水果摊摆到马路上了", "ORD_STREET_TRADE", "in the way"),
    ("这家店后厨有老鼠", "ORD_FOOD_MARKET", "what is sold"),
]


@pytest.mark.parametrize(("words", "code", "why"), PAIRS)
def test_confusable_leaves_are_told_apart(judge, words, code, why):
    verdict = judge.judge(words)

    assert verdict.code == code, why
