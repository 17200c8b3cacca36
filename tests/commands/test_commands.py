import ast
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from bot import __main__ as program

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "run",
    "demo",
    "sandbox",
    "migrate",
    "check-config",
    "doctor",
    "roster",
    "due",
    "train",
    "evaluate",
    "model",
    "classify",
)
CONFIG = str(ROOT / "config.yaml")
Capture = pytest.CaptureFixture[str]


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("SUISHOUPAI_")}
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=env, capture_output=True, text=True)


def test_due_says_when_and_then_why():
    done = python("-m", "bot", "due", "2026-11-27T17:30+08:00", "240", "--clock", "working")

    first, sentence, *steps = done.stdout.splitlines()
    # Half an hour on Friday; lunch is no working time, so the rest ends at noon on Monday.
    assert first == "2026-11-30T12:00:00+08:00"
    assert "周末不计" in sentence
    assert len(steps) == 4


def test_help_brings_in_nothing_heavy():
    script = f"""
import contextlib, io, sys
from bot.__main__ import main
for command in {COMMANDS}:
    with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
        main([command, "--help"])
print(list(sys.modules))
"""

    done = python("-c", script)

    assert {"aiogram", "fastapi", "uvicorn", "sqlalchemy", "pydantic"} & set(ast.literal_eval(done.stdout)) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["due", "2026-11-27T17:30+08:00", "240", "--clock", "working"],
        ["classify", "门坏了"],
        ["check-config"],
        ["doctor"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_what_does_not_serve_telegram_does_not_import_it(arguments: list[str], tmp_path: Path):
    config = tmp_path / "config.yaml"
    text = (ROOT / "config.yaml").read_text(encoding="utf-8")
    # The doctor tries the photo store, which must not be the checkout's own.
    for name in ("bot/demo/street.yaml", "bot/categories.yaml", "data/photos"):
        text = text.replace(f": {name}", f": {tmp_path / 'photos' if name == 'data/photos' else ROOT / name}")
    config.write_text(text, encoding="utf-8")
    script = f"""
import contextlib, io, sys
from bot.__main__ import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main({[*arguments, "--config", str(config)]})
print([code, *sys.modules])
"""

    code, *modules = ast.literal_eval(python("-c", script).stdout)

    assert code == 0
    assert {"aiogram", "fastapi", "uvicorn"} & set(modules) == set()


def test_run_without_a_token_says_where_it_belongs():
    done = python("-m", "bot", "run")

    assert done.returncode == 1
    assert "SUISHOUPAI_TELEGRAM_TOKEN" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_config_counts_what_it_found(capsys: Capture):
    code = program.main(["check-config", "--config", CONFIG])

    assert code == 0
    assert "6 个社区" in (out := capsys.readouterr().out)
    assert "45 类事项" in out


def test_check_config_prints_every_fault_with_its_line(tmp_path: Path, capsys: Capture):
    config = tmp_path / "config.yaml"
    config.write_text("web: {port: x}\nlog: {level: LOUD}\n", encoding="utf-8")

    code = program.main(["check-config", "--config", str(config)])

    count, *faults = capsys.readouterr().out.splitlines()
    assert code == 1
    assert "3 处" in count
    assert [fault.split("：")[0].strip() for fault in faults] == [
        "第 1 行 web.port",
        "第 1 行 street",
        "第 2 行 log.level",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["classify"],
        ["classify", "门坏了", "--csv", "words.csv", "--text", "text"],
        ["classify", "--csv", "words.csv"],
        ["classify", "门坏了", "--text", "text"],
        ["due", "2026-11-27T17:30+08:00"],
        ["due", "2026-11-27T17:30+08:00", "四小时", "--clock", "working"],
        ["due", "2026-11-27T17:30+08:00", "240", "--clock", "lunar"],
        ["demo", "--port", "99999"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(arguments: list[str]):
    with pytest.raises(SystemExit) as exit:
        program.main(arguments)

    assert exit.value.code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["demo", "--now", "tomorrow"],
        # Nobody could say which zone is meant.
        ["demo", "--now", "2026-11-27T17:30"],
        ["due", "2026-11-27T17:30+08:00", "240", "--clock", "working", "--config", "nowhere.yaml"],
        ["migrate", "--config", "nowhere.yaml"],
        ["run", "--config", "nowhere.yaml"],
        ["classify", "门坏了", "--config", "nowhere.yaml"],
    ],
    ids=" ".join,
)
def test_bad_input_is_a_sentence_and_exits_with_1(arguments: list[str], capsys: Capture):
    code = program.main(arguments)

    assert code == 1
    assert capsys.readouterr().err.strip()


def test_a_wrong_time_for_due_is_a_sentence():
    done = python("-m", "bot", "due", "tomorrow", "240", "--clock", "working")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("看不懂时间 tomorrow")


def configured(folder: Path, url: str) -> str:
    config = folder / "config.yaml"
    config.write_text(f"database: {{url: '{url}'}}\n", encoding="utf-8")
    return str(config)


def test_migrate_makes_the_tables(tmp_path: Path, capsys: Capture):
    file = tmp_path / "street.sqlite3"

    code = program.main(["migrate", "--config", configured(tmp_path, f"sqlite:///{file}")])

    connection = sqlite3.connect(file)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert code == 0
    assert "ticket" in tables
    assert "最新" in capsys.readouterr().out


def test_a_database_that_nobody_serves_is_a_sentence_without_the_password(tmp_path: Path, capsys: Capture):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    url = f"postgresql://street:secret-word@127.0.0.1:{port}/street"

    code = program.main(["migrate", "--config", configured(tmp_path, url)])

    err = capsys.readouterr().err
    assert code == 1
    assert "连不上" in err
    assert "secret-word" not in err


def test_the_sandbox_says_where_it_is_and_ends_quietly_while_a_bot_polls(tmp_path: Path):
    command = [sys.executable, "-u", "-m", "bot", "sandbox", "--port", "0", "--data", str(tmp_path)]

    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        page, _, bot, _ = (running.stdout.readline().split() for _ in range(4))
        with socket.create_connection(("127.0.0.1", int(page[-1].rsplit(":")[-1].rstrip("/")))) as line:
            line.sendall(f"GET /bot{bot[-1]}/getUpdates?timeout=30 HTTP/1.1\r\nHost: sandbox\r\n\r\n".encode())
            with urllib.request.urlopen(f"{page[-1]}world") as answer:
                world = json.load(answer)
            running.send_signal(signal.SIGINT)
            answered = line.recv(1000)
        complaint = running.stderr.read()

    assert [chat["title"] for chat in world["chats"] if chat["type"] != "private"] == ["汇嘉·移动网格群"]
    assert answered.startswith(b"HTTP/1.1 200")
    assert complaint == ""


def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path, capsys: Capture):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        code = program.main(["sandbox", "--port", str(listener.getsockname()[1]), "--data", str(tmp_path)])

    assert code == 1
    assert "--port" in capsys.readouterr().err
