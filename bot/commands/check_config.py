"""`python -m bot check-config`: every fault of the configuration at once, or one line that all is well."""

from pathlib import Path

from bot import config_file, settings
from bot.settings import Settings

# The two leaves for what is no matter of the street are there for the program, not for people.
SYSTEM_TOP = "OTH"


def run(path: Path) -> int:
    """Prints the faults with line and remedy, or a summary; returns the exit code."""
    try:
        found = settings.load(path)
    except config_file.ConfigFaults as error:
        print(f"{path} 有 {len(error.faults)} 处要改：")
        for fault in error.faults:
            print(f"  {fault}")
        return 1
    print(f"{path} 没有问题：{summary(found)}。")
    return 0


def summary(found: Settings) -> str:
    """What the street consists of, counted."""
    places = found.build_gazetteer()
    matters = [leaf for leaf in found.build_taxonomy().leaves.values() if leaf.top != SYSTEM_TOP]
    counted = (
        (len(places.communities), "个社区"),
        (len(places.estates), "个小区"),
        (len(places.landmarks), "个地标"),
        (len(places.roads), "条道路"),
        (len(places.neighbours), "个邻街"),
        (len(matters), "类事项"),
    )
    return f"{places.name}，" + "、".join(f"{number} {name}" for number, name in counted)
