"""Draws all sample pictures and their list anew, to be kept in the repository: `python -m sandbox.samples.draw`."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sandbox.samples import bins, corridors, estates, manholes, weather
from sandbox.samples.canvas import Canvas

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Sample:
    """One picture: its file name, its title on the page, what a courier would write, a place of the demo street."""

    name: str
    title: str
    caption: str
    place: str
    paint: Callable[[], Canvas]


SAMPLES = (
    Sample("bin_tipped", "垃圾箱倒翻", "2幢门口垃圾箱让风刮翻了", "汇嘉花园2幢门口", bins.tipped),
    Sample("manhole_missing", "井盖不见了", "菜场桥头井盖没了，差点骑进去", "菜场桥头", manholes.missing),
    Sample("flying_wire", "飞线充电", "9幢有人从楼上拉线下来给电瓶车充电", "汇嘉花园9幢", estates.flying_wire),
    Sample("fire_lane", "消防车道被占", "5幢消防车道停了两辆车，堵死了", "和塘雅苑东区5幢", estates.fire_lane),
    Sample("corridor_boxes", "楼道堆物", "5幢三楼楼道堆满纸箱，只能侧着走", "和塘雅苑东区5幢", corridors.cluttered),
    Sample("lamp_dark", "路灯不亮", "公交站边上这盏路灯坏了，晚上黑漆漆的", "北欣公交站", weather.lamp_dark),
    Sample("puddle", "路面积水", "江畔公园门口积水，落叶把下水口堵了", "江畔公园", weather.puddle),
    Sample("bin_upright", "处置后：垃圾箱", "扶好了，地上也扫干净了", "汇嘉花园2幢门口", bins.upright),
    Sample("manhole_fenced", "处置后：井盖", "新井盖装上了，先围半天", "菜场桥头", manholes.fenced),
    Sample("corridor_clear", "处置后：楼道", "楼道清空了，跟住户也说好了", "和塘雅苑东区5幢", corridors.clear),
)


def draw_all(folder: Path) -> None:
    """Writes every picture and `index.json`, the list that the chat page reads."""
    listed = []
    for sample in SAMPLES:
        sample.paint().save(folder / f"{sample.name}.jpg")
        words = {"name": sample.name, "title": sample.title, "caption": sample.caption, "place": sample.place}
        listed.append(words | {"url": f"/samples/{sample.name}.jpg"})
    text = json.dumps(listed, ensure_ascii=False, indent=2)
    (folder / "index.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    draw_all(HERE)
