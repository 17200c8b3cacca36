"""A group sees the matter, not who lives behind which door: numbers of people are taken out of the words."""

import pytest

from bot.core import cards


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        # mobile numbers as people write them
        ("打13812345678找他", "打***找他"),
        ("电话138 1234 5678", "电话***"),
        ("138-1234-5678", "***"),
        ("+8613812345678", "***"),
        ("加微信13812345678，13912345678", "加微信***，***"),
        # full-width digits are digits
        ("打１３８１２３４５６７８", "打***"),
        # land lines
        ("物业0574-87654321", "物业***"),
        ("057487654321", "***"),
        # identity numbers, with the letter at the end
        ("33020319900101123X", "***"),
        # plates, also of electric cars, lower case and with a dot
        ("浙B12345堵住路口", "***堵住路口"),
        ("浙B·D12345", "***"),
        ("浙b 12345", "***"),
        ("沪AD12345停了三天", "***停了三天"),
        # rooms
        ("2幢302室漏水", "2幢***漏水"),
        ("3单元1201房", "3单元***"),
        ("2幢502楼上漏水", "2幢***楼上漏水"),
        ("5号楼 1203 一直没人", "5号楼*** 一直没人"),
        ("402户", "***"),
        ("2-1-302没人", "2-1-***没人"),
    ],
)
def test_what_points_at_a_person_is_taken_out(words: str, seen: str):
    assert cards.mask(words) == seen


@pytest.mark.parametrize(
    "words",
    [
        "2幢门口垃圾箱让风刮翻了",
        # a house, a unit, a gate are places that staff need
        "12幢3单元门口",
        "洪塘中路1200号",
        # numbers to call
        "已打119、120、110、12345",
        # what is no room: times, years, lengths, prices, tickets
        "从2026年11月23日10:30开始",
        "2026-11-23前修好",
        "水深300毫米",
        "要赔2000元",
        "见#1024",
        "共享单车300辆",
        "302房东说的",
        "",
    ],
)
def test_what_staff_need_stays(words: str):
    assert cards.mask(words) == words
