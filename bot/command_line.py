"""The commands of `python -m bot` as they are written, with their options; what they do stands in `bot/__main__.py`."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

#: what a command does with its options; the exit code comes back
Command = Callable[[argparse.Namespace], int]


def parser(deeds: Mapping[str, Command]) -> argparse.ArgumentParser:
    """The parser of all commands; what it parses has the deed of the command as `command`."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--config", type=Path, default=Path("config.yaml"), metavar="PATH", help="设置文件")
    whole = argparse.ArgumentParser(prog="python -m bot", description="随手拍网格助手")
    commands = whole.add_subparsers(required=True, metavar="命令")

    def add(name: str, does: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, parents=[shared], help=does, description=does)
        found.set_defaults(command=deeds[name], parser=found)
        return found

    add("run", "运行机器人（要有令牌）")
    _add_demo_options(add("demo", "不用令牌、不用联网，整套跑起来看看"))
    sandbox = add("sandbox", "只开聊天沙盒，机器人另外启动")
    sandbox.add_argument("--port", type=_port, default=8081, help="聊天页面的端口")
    sandbox.add_argument("--data", type=Path, metavar="DIR", help="数据存在哪个文件夹；不写就用完即丢")
    add("migrate", "把数据库的表更新到最新")
    add("check-config", "检查设置，哪里不对一次全说出来")
    add("doctor", "体检：设置、令牌、工作群、人员、数据库、磁盘、看照片")
    roster = add("roster", "把一张值班表（CSV：日期、班次、人员）排进去，不对的地方一次全说出来")
    roster.add_argument("file", type=Path, metavar="FILE", help="CSV 表格，UTF-8 或 GBK 都行")
    roster.add_argument("--place", default="街道", metavar="NAME", help="给哪里排：社区名，或者街道（默认）")
    roster.add_argument("--check", action="store_true", help="只检查，不改")
    due = add("due", "从某一刻起若干分钟后到期是什么时候，为什么")
    due.add_argument("at", metavar="AT", help="2026-11-27T17:30+08:00 这样的时间")
    due.add_argument("minutes", metavar="MINUTES", type=int, help="多少分钟")
    due.add_argument("--clock", choices=("working", "continuous"), required=True, help="工作时间还是连续时间")
    train = add("train", "从带标签的表格（CSV）里学会分类")
    train.add_argument("tables", type=Path, nargs="+", metavar="CSV", help="一张或几张表；几张表当作几个人写的")
    train.add_argument("--out", type=Path, required=True, metavar="DIR", help="学好的模型写到哪个文件夹")
    train.add_argument("--phrases", action="store_true", help="把分类表里的样句也学进去")
    train.add_argument("--corrections", action="store_true", help="把小哥和工作人员改过的类别也学进去（从数据库里读）")
    evaluate = add("evaluate", "看看一个模型在一张带标签的表上有多准")
    evaluate.add_argument("model", type=Path, metavar="DIR", help="模型在哪个文件夹")
    evaluate.add_argument("table", type=Path, metavar="CSV", help="带标签的表")
    for command in (train, evaluate):
        command.add_argument("--text", required=True, metavar="COL", help="哪一列是文字")
        command.add_argument("--label", required=True, metavar="COL", help="哪一列是标签")
    model = add("model", "学来的模型：有哪些、考得怎样；退回到其中一个；或者现在就学一遍")
    deed = model.add_mutually_exclusive_group()
    deed.add_argument("--use", metavar="N", help="改用第几个；自带的写 shipped")
    deed.add_argument("--learn", action="store_true", help="现在就从改过的类别里学一遍，不等夜里")
    train_photos = add("train-photos", "从带标签的照片里学会看图")
    train_photos.add_argument(
        "manifest", type=Path, metavar="CSV", help="表：file（照片，从表所在的文件夹算起）、label、…"
    )
    train_photos.add_argument("--out", type=Path, required=True, metavar="DIR", help="学好的写到哪个文件夹")
    classify = add("classify", "看看一句话、一张照片会归到哪一类，一行一个 JSON")
    classify.add_argument("words", metavar="TEXT", nargs="?", help="一句话")
    classify.add_argument("--model", type=Path, metavar="DIR", help="用哪个模型；不写就用自带的")
    classify.add_argument("--photo", type=Path, metavar="FILE", help="一张照片；可以和一句话一起看")
    classify.add_argument("--csv", type=Path, metavar="CSV", help="或者一张表")
    classify.add_argument("--text", metavar="COL", help="表里哪一列是文字")
    return whole


def _add_demo_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=8081, help="聊天页面的端口")
    parser.add_argument("--web-port", type=_port, default=8080, help="网页接口的端口")
    parser.add_argument("--data", type=Path, metavar="DIR", help="数据存在哪个文件夹；不写就用完即丢")
    parser.add_argument("--now", metavar="ISO", help="从哪一刻开始，2026-11-27T17:30+08:00 这样写")
    parser.add_argument("--no-browser", action="store_true", help="不自动打开浏览器")


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError
    return number
