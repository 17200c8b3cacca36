"""`python -m bot`: the commands. Each imports what it needs when it runs, so that the light ones start at once."""

import argparse
import errno
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot import command_line
from bot.commands.trouble import Trouble

if TYPE_CHECKING:
    from bot.settings import Settings

INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl+C


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command: 0 fine, 1 a fault was found, 2 wrong usage (which argparse exits with)."""
    options = command_line.parser(DEEDS).parse_args(arguments)
    command: command_line.Command = options.command
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

    found = _settings_without_street(options) if options.phrases or options.corrections else None
    taxonomy = found.build_taxonomy() if found is not None and options.phrases else None
    corrected = train.corrections(found.database.url) if found is not None and options.corrections else []
    train.train(options.tables, options.text, options.label, options.out, taxonomy, corrected)
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from bot.commands import train

    train.evaluate(options.model, options.table, options.text, options.label)
    return 0


def _model(options: argparse.Namespace) -> int:
    from bot.commands import model

    if options.learn:
        model.learn(_settings(options))
    elif options.use is not None:
        model.use(_settings_without_street(options), options.use)
    else:
        model.list_all(_settings_without_street(options))
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


DEEDS: Mapping[str, command_line.Command] = {
    "run": _run,
    "demo": _demo,
    "sandbox": _sandbox,
    "migrate": _migrate,
    "check-config": _check_config,
    "doctor": _doctor,
    "roster": _roster,
    "due": _due,
    "train": _train,
    "evaluate": _evaluate,
    "model": _model,
    "train-photos": _train_photos,
    "classify": _classify,
}

if __name__ == "__main__":
    sys.exit(main())
