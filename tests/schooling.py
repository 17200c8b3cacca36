"""A habit of one street, corrections that teach it, and tables small enough to learn from in a test."""

import csv
from pathlib import Path

#: lamps inside the estates are the property company's here, whatever the judge makes of 路灯
LAMPS = tuple(f"{building}幢{where}路灯不亮" for building in (2, 3, 5, 6, 9, 12) for where in ("", "旁边"))
MEANT = "PRO_FACILITY"
#: not among them
ANOTHER_LAMP = "1幢路灯不亮了"
CAPTIONS = {
    "FAC_LIGHT": ("灯杆黑着", "这盏灯坏了", "一闪一闪", "整排都黑", "灯罩掉了", "白天亮着", "灯头歪了"),
    "ENV_GARBAGE": ("垃圾满了", "垃圾桶翻了", "厨余洒一地", "垃圾没人收", "桶满出来了", "垃圾袋堆着", "垃圾桶没盖"),
    "EMG_FIRE": ("楼道着火了", "厨房冒黑烟", "车棚烧起来了", "窗户里有火苗", "电瓶车着火", "垃圾桶烧着了", "屋顶在烧"),
}


def tables(folder: Path) -> Path:
    """A folder with one table of captions."""
    folder.mkdir(exist_ok=True)
    with (folder / "street.csv").open("w", encoding="utf-8", newline="") as lines:
        rows = [(words, code) for code, captions in CAPTIONS.items() for words in captions]
        csv.writer(lines).writerows([("text", "code"), *rows])
    return folder
