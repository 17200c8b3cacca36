"""`python -m bot`: the commands. Each imports what it needs when it runs, so that the light ones start at once."""

import argparse
import errno
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.trouble import Trouble

if TYPE_CHECKING:
    from bot.settings import Settings

Command = Callable[[argparse.Namespace], int]
INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl+C


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command: 0 fine, 1 a fault was found, 2 wrong usage (which argparse exits with)."""
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        code = command(options)
        sys.stdout.flush()
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our lines has enough of them; Python must not complain about it on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
            raise
        print(f"端口或文件用不了：{error.strerror}。端口被占用时换一个，例如 --port 9081", file=sys.stderr)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--config", type=Path, default=Path("config.yaml"), metavar="PATH", help="设置文件")
    parser = argparse.ArgumentParser(prog="python -m bot", description="随手拍网格助手")
    commands = parser.add_subparsers(required=True, metavar="命令")

    def add(name: str, does: str, command: Command) -> argparse.ArgumentParser:
        found = commands.add_parser(name, parents=[shared], help=does, description=does)
        found.set_defaults(command=command, parser=found)
        return found

    add("run", "运行机器人（要有令牌）", _run)
    _add_demo_options(add("demo", "不用令牌、不用联网，整套跑起来看看", _demo))
    sandbox = add("sandbox", "只开聊天沙盒，机器人另外启动", _sandbox)
    sandbox.add_argument("--port", type=_port, default=8081, help="聊天页面的端口")
    sandbox.add_argument("--data", type=Path, metavar="DIR", help="数据存在哪个文件夹；不写就用完即丢")
    add("migrate", "把数据库的表更新到最新", _migrate)
    add("check-config", "检查设置，哪里不对一次全说出来", _check_config)
    add("doctor", "体检：设置、令牌、工作群、人员、数据库、磁盘、看照片", _doctor)
    roster = add("roster", "把一张值班表（CSV：日期、班次、人员）排进去，不对的地方一次全说出来", _roster)
    roster.add_argument("file", type=Path, metavar="FILE", help="CSV 表格，UTF-8 或 GBK 都行")
    roster.add_argument("--place", default="街道", metavar="NAME", help="给哪里排：社区名，或者街道（默认）")
    roster.add_argument("--check", action="store_true", help="只检查，不改")
    due = add("due", "从某一刻起若干分钟后到期是什么时候，为什么", _due)
    due.add_argument("at", metavar="AT", help="2026-11-27T17:30+08:00 这样的时间")
    due.add_argument("minutes", metavar="MINUTES", type=int, help="多少分钟")
    due.add_argument("--clock", choices=("working", "continuous"), required=True, help="工作时间还是连续时间")
    train = add("train", "从带标签的表格（CSV）里学会分类", _train)
    train.add_argument("tables", type=Path, nargs="+", metavar="CSV", help="一张或几张表；几张表当作几个人写的")
    train.add_argument("--out", type=Path, required=True, metavar="DIR", help="学好的模型写到哪个文件夹")
    train.add_argument("--phrases", action="store_true", help="把分类表里的样句也学进去")
    evaluate = add("evaluate", "看看一个模型在一张带标签的表上有多准", _evaluate)
    evaluate.add_argument("model", type=Path, metavar="DIR", help="模型在哪个文件夹")
    evaluate.add_argument("table", type=Path, metavar="CSV", help="带标签的表")
    for command in (train, evaluate):
        command.add_argument("--text", required=True, metavar="COL", help="哪一列是文字")
        command.add_argument("--label", required=True, metavar="COL", help="哪一列是标签")
    train_photos = add("train-photos", "从带标签的照片里学会看图", _train_photos)
    train_photos.add_argument(
        "manifest", type=Path, metavar="CSV", help="表：file（照片，从表所在的文件夹算起）、label、…"
    )
    train_photos.add_argument("--out", type=Path, required=True, metavar="DIR", help="学好的写到哪个文件夹")
    classify = add("classify", "看看一句话、一张照片会归到哪一类，一行一个 JSON", _classify)
    classify.add_argument("words", metavar="TEXT", nargs="?", help="一句话")
    classify.add_argument("--model", type=Path, metavar="DIR", help="用哪个模型；不写就用自带的")
    classify.add_argument("--photo", type=Path, metavar="FILE", help="一张照片；可以和一句话一起看")
    classify.add_argument("--csv", type=Path, metavar="CSV", help="或者一张表")
    classify.add_argument("--text", metavar="COL", help="表里哪一列是文字")
    return parser


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


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Trouble(f"看不懂时间 {text}，要写成 2026-11-27T17:30+08:00 这样") from error
    if moment.tzinfo is None:
        raise Trouble(f"时间 {text} 要带时区，例如 2026-11-27T17:30+08:00")
    return moment


def _settings_without_street(options: argparse.Namespace) -> "Settings":
    from bot import config_file, settings

    try:
        return settings.load_without_street(options.config)
    except config_file.ConfigFaults as error:
        raise Trouble(str(error)) from error


def _settings(options: argparse.Namespace) -> "Settings":
    from bot import config_file, settings

    try:
        return settings.load(options.config)
    except config_file.ConfigFaults as error:
        raise Trouble(str(error)) from error


def _run(options: argparse.Namespace) -> int:
    from bot import config_file

    found = _settings(options)
    try:
        found.require_token()
    except config_file.ConfigFaults as error:
        raise Trouble(str(error)) from error
    # Only now: a missing token is told at once, not after the seconds that aiogram takes.
    from bot import app

    app.run(found)
    return 0


def _demo(options: argparse.Namespace) -> int:
    moment = _moment(options.now) if options.now else None
    from bot.demo import main as demo

    demo.run(
        port=options.port,
        web_port=options.web_port,
        data=options.data,
        now=moment,
        open_browser=not options.no_browser,
    )
    return 0


def _sandbox(options: argparse.Namespace) -> int:
    from bot.commands import sandbox

    sandbox.run(options.port, options.data)
    return 0


def _migrate(options: argparse.Namespace) -> int:
    from bot.commands import migrate

    migrate.run(_settings_without_street(options).database.url)
    return 0


def _check_config(options: argparse.Namespace) -> int:
    from bot.commands import check_config

    return check_config.run(options.config)


def _doctor(options: argparse.Namespace) -> int:
    from bot.commands import doctor

    return doctor.run(options.config)


def _roster(options: argparse.Namespace) -> int:
    found = _settings(options)
    from bot.commands import roster

    deed = roster.check if options.check else roster.enter
    return deed(found, options.file, options.place)


def _due(options: argparse.Namespace) -> int:
    from bot.commands import due

    due.run(options.at, options.minutes, options.clock, _settings_without_street(options).build_calendar())
    return 0


def _train(options: argparse.Namespace) -> int:
    from bot.commands import train

    taxonomy = _settings_without_street(options).build_taxonomy() if options.phrases else None
    train.train(options.tables, options.text, options.label, options.out, taxonomy)
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from bot.commands import train

    train.evaluate(options.model, options.table, options.text, options.label)
    return 0


def _train_photos(options: argparse.Namespace) -> int:
    from bot.commands import train_photos

    train_photos.run(options.manifest, options.out)
    return 0


def _classify(options: argparse.Namespace) -> int:
    is_one = options.words is not None or options.photo is not None
    if is_one == (options.csv is not None) or (options.csv is None) != (options.text is None):
        options.parser.error("写一句话、给一张照片（--photo），或者写 --csv 表格 --text 列名")
    from bot.commands import classify

    found = _settings_without_street(options)
    asked = classify.Asked(options.words or "", options.photo, options.csv, options.text)
    classify.run(found.build_taxonomy(), found.rules.judging, asked, options.model)
    return 0


if __name__ == "__main__":
    sys.exit(main())
