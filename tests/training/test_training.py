"""Learning from labelled tables: what comes out, how sure it is, the same bytes again; and tables of no use."""

import csv
import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot import __main__ as program
from bot.core.classify import learned
from bot.training import fitting, measuring, tables, writing
from bot.training.measuring import Answer
from bot.training.tables import Example

Capture = pytest.CaptureFixture[str]
LAMPS = ("路灯不亮", "灯杆黑着", "这盏灯坏了", "路灯一闪一闪", "整排灯都不亮", "灯罩掉了")
BINS = ("垃圾满了", "垃圾桶翻了", "厨余洒一地", "垃圾没人收", "桶满出来了", "垃圾袋堆着")
MEANINGS = {"lamp": LAMPS, "bin": BINS}


def written(path: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = ("text", "code")) -> Path:
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([header, *rows])
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return written(tmp_path / "street.csv", [(words, code) for code in MEANINGS for words in MEANINGS[code]])


@pytest.fixture
def examples() -> list[Example]:
    return [Example(words, code, f"hand-{at % 3}") for code in MEANINGS for at, words in enumerate(MEANINGS[code])]


def train(*tables: Path, out: Path, text: str = "text", label: str = "code") -> int:
    return program.main(["train", *map(str, tables), "--text", text, "--label", label, "--out", str(out)])


def test_what_was_learned_is_said_of_words_not_seen_before(table, tmp_path):
    train(table, out=tmp_path / "model")

    said = learned.load(tmp_path / "model").likelihoods("门口的路灯不亮了")
    assert max(said, key=lambda name: said[name]) == "lamp"
    assert sum(math.exp(chance) for chance in said.values()) == pytest.approx(1)


def test_the_same_table_gives_the_same_bytes(table, tmp_path):
    for name in ("one", "other"):
        train(table, out=tmp_path / name)

    for file in (learned.CARD, learned.WEIGHTS):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes()


def test_any_number_of_labels_from_two_on_can_be_learned(tmp_path):
    rows = [*((words, "灯") for words in LAMPS), *((words, "桶") for words in BINS), ("狗叫", "狗"), ("狗没牵绳", "狗")]

    train(written(tmp_path / "three.csv", rows), out=tmp_path / "model")

    assert set(learned.load(tmp_path / "model").classes) == {"灯", "桶", "狗"}


def test_several_tables_are_several_hands_and_one_is_left_out_each_time(examples):
    pairs = list(fitting.held_out(examples))

    assert [{example.hand for example in unseen} for _, unseen in pairs] == [{"hand-0"}, {"hand-1"}, {"hand-2"}]


def test_a_single_table_is_measured_on_fifths_of_itself(examples):
    alone = [Example(example.words, example.label, "one") for example in examples]

    pairs = list(fitting.held_out(alone))

    assert len(pairs) == fitting.FOLDS
    assert sorted(example.words for _, unseen in pairs for example in unseen) == sorted(e.words for e in alone)


def test_a_model_that_errs_is_made_less_sure(examples):
    right = [(fitting.fit(examples), examples)]
    muddled = [Example(e.words, "lamp" if e.label == "bin" else "bin", e.hand) for e in examples[::2]]
    wrong = [(fitting.fit(examples), [*examples, *muddled])]

    assert fitting.calibrate(wrong) < fitting.calibrate(right)


def test_words_without_anything_known_get_every_class_a_chance(examples):
    said = fitting.fit(examples).likelihoods("zzz")

    assert all(math.exp(chance) > 0.05 for chance in said.values())


def test_the_telling_parts_of_the_words_are_among_them(examples):
    model = fitting.fit(examples)

    told = model.telling("巷子里路灯不亮", "lamp")

    assert told
    assert all(part in "巷子里路灯不亮" for part in told)
    assert model.telling("巷子里路灯不亮", "no such class") == ()


ANSWERS = [
    Answer("a", ("a", "b"), 0.9),
    Answer("a", ("b", "a"), 0.6),
    Answer("b", ("b", "a"), 0.8),
    Answer("c", ("a", "b"), 0.5),
]


def test_figures_by_hand():
    by_class = measuring.by_class(ANSWERS)

    assert measuring.accuracy(ANSWERS) == 0.5
    assert measuring.among_first(ANSWERS, 2) == 0.75
    assert (by_class["a"].precision, by_class["a"].recall, by_class["a"].support) == (0.5, 0.5, 2)
    # a: 1/2, b: 2/3, c: 0
    assert measuring.macro_f1(ANSWERS) == pytest.approx((1 / 2 + 2 / 3 + 0) / 3)
    # The two surest are right; with the third two of three would be.
    assert measuring.coverage(ANSWERS, 0.985) == 0.5


def test_nothing_asked_is_nothing_known():
    assert (measuring.accuracy([]), measuring.macro_f1([]), measuring.coverage([], 0.9)) == (0, 0, 0)


def test_evaluate_prints_every_class(table, tmp_path, capsys: Capture):
    train(table, out=tmp_path / "model")
    capsys.readouterr()

    code = program.main(["evaluate", str(tmp_path / "model"), str(table), "--text", "text", "--label", "code"])

    out = capsys.readouterr().out
    assert code == 0
    assert "macro-F1 1.000" in out
    assert {line.split()[0] for line in out.splitlines()} >= {"lamp", "bin"}


BAD_TABLES = [
    ([("路灯不亮", "lamp")], ("words", "code"), "没有 text 这一列"),
    ([("路灯不亮", "lamp"), ("灯坏了", "lamp")], ("text", "code"), "只有一种标签 lamp"),
    ([], ("text", "code"), "没有一行"),
    ([("", "lamp"), ("路灯不亮", "")], ("text", "code"), "没有一行"),
]


@pytest.mark.parametrize(("rows", "header", "told"), BAD_TABLES)
def test_a_table_that_teaches_nothing_is_a_sentence(tmp_path, capsys: Capture, rows, header, told):
    code = train(written(tmp_path / "bad.csv", rows, header), out=tmp_path / "model")

    assert code == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "model").exists()


@pytest.mark.parametrize(("content", "told"), [("路灯".encode("gbk"), "UTF-8"), (None, "读不了")])
def test_a_file_that_is_no_table_is_a_sentence(tmp_path, capsys: Capture, content, told):
    file = tmp_path / "bad.csv"
    if content is not None:
        file.write_bytes(b"text,code\n" + content)

    code = train(file, out=tmp_path / "model")

    assert code == 1
    assert told in capsys.readouterr().err


def test_a_folder_without_a_model_is_a_sentence(table, tmp_path, capsys: Capture):
    code = program.main(["evaluate", str(tmp_path), str(table), "--text", "text", "--label", "code"])

    assert code == 1
    assert "没有模型" in capsys.readouterr().err


@pytest.mark.parametrize("damage", ["not json", "other format", "not a zip", "other size"])
def test_a_damaged_model_is_a_sentence(tmp_path, examples, damage):
    model = fitting.fit(examples)
    writing.write(model, tmp_path, {})
    match damage:
        case "not json":
            (tmp_path / learned.CARD).write_text("{", encoding="utf-8")
        case "other format":
            (tmp_path / learned.CARD).write_text('{"format": 0}', encoding="utf-8")
        case "not a zip":
            (tmp_path / learned.WEIGHTS).write_bytes(b"PK")
        case _:
            card = (tmp_path / learned.CARD).read_text(encoding="utf-8").replace('"lamp"', '"lamp",\n "more"')
            (tmp_path / learned.CARD).write_text(card, encoding="utf-8")

    with pytest.raises(learned.BadModel, match="重新训练"):
        learned.load(tmp_path)


def test_the_digest_of_a_table_tells_it_from_another(table, tmp_path):
    other = written(tmp_path / "other.csv", [("路灯不亮", "lamp")])

    assert tables.digest(table) == tables.digest(table) != tables.digest(other)
