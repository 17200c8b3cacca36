"""`python -m bot model`: what there is, how good it is, and going back; every no is a sentence."""

import asyncio
from pathlib import Path

import pytest

from bot import __main__ as program
from models import LearnedModel
from tests import schooling
from tests.desk import Desk

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def config(small_desk: Desk, tmp_path: Path) -> Path:
    url = small_desk.database.engine.url.render_as_string(hide_password=False)
    models = tmp_path / "models"
    (tmp_path / "config.yaml").write_text(f"database: {{url: '{url}'}}\nmodels: {{folder: '{models}'}}\n", "utf-8")
    return tmp_path / "config.yaml"


@pytest.fixture
async def learned(small_desk: Desk, config: Path) -> LearnedModel:
    """The shipped model is number 1, and number 2 was learned and is in use."""
    return await schooling.shelved(small_desk.database, config.parent)


async def model(config: Path, *options: str) -> int:
    return await asyncio.to_thread(program.main, ["model", *options, "--config", str(config)])


async def test_every_model_is_a_line_with_who_made_it_from_what_and_how_good_it_is(
    config: Path, learned: LearnedModel, capsys: Capture
):
    code = await model(config)

    first, second = capsys.readouterr().out.splitlines()
    assert code == 0
    assert first.startswith("#1  换下了  自带")
    assert second.startswith("#2  在用  夜里学的")
    assert f"改过的 {len(schooling.LAMPS)} 条" in second
    assert "急件找到 1.000→1.000" in second
    assert "→" in second.partition("macro-F1")[2]


async def test_one_goes_back_and_forth(small_desk: Desk, config: Path, learned: LearnedModel, capsys: Capture):
    codes = [await model(config, "--use", "shipped"), await model(config, "--use", "2"), await model(config)]

    told = capsys.readouterr().out
    assert codes == [0, 0, 0]
    assert "换成第 1 个了（自带）" in told
    assert "#1  退回了" in told
    assert "#2  在用" in told


@pytest.mark.parametrize("damage", ["gone", "broken"])
async def test_what_cannot_be_read_is_not_gone_back_to(
    config: Path, learned: LearnedModel, capsys: Capture, damage: str
):
    weights = config.parent / "models" / str(learned.folder) / "weights.npz"
    await model(config, "--use", "shipped")
    weights.unlink() if damage == "gone" else weights.write_bytes(b"PK")

    code = await model(config, "--use", "2")

    assert code == 1
    assert "第 2 个用不了" in capsys.readouterr().err
    await model(config)
    assert "模型读不出来" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "told"), [("9", "没有第 9 个模型"), ("-1", "没有第 -1 个"), ("shippe", "写 shipped")])
async def test_a_model_that_there_is_not_is_a_sentence(
    config: Path, learned: LearnedModel, capsys: Capture, name: str, told: str
):
    code = await model(config, f"--use={name}")

    assert code == 1
    assert told in capsys.readouterr().err


async def test_before_the_first_run_there_is_the_shipped_one(config: Path, capsys: Capture):
    codes = [await model(config), await model(config, "--use", "shipped")]

    assert codes == [0, 1]
    assert "自带" in capsys.readouterr().out


async def test_without_tables_it_says_what_to_run_first(tmp_path: Path, capsys: Capture):
    url = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    (tmp_path / "config.yaml").write_text(f"database: {{url: '{url}'}}\n", encoding="utf-8")

    code = await model(tmp_path / "config.yaml")

    assert code == 1
    assert "python -m bot migrate" in capsys.readouterr().err
