import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __main__ as program

ROOT = Path(__file__).parents[2]
CONFIG = str(ROOT / "config.yaml")
SAMPLE = ROOT / "sandbox" / "samples" / "bin_tipped.jpg"
Capture = pytest.CaptureFixture[str]


def test_classify_answers_one_text_with_one_object(capsys: Capture):
    program.main(["classify", "2幢门口垃圾箱让风刮翻了", "--config", CONFIG])

    (line,) = capsys.readouterr().out.splitlines()
    answer = json.loads(line)
    assert answer["code"] == "ENV_GARBAGE"
    assert list(answer) == ["code", "second_code", "level", "confidence", "decision", "alternatives", "reasons"]
    assert {tuple(other) for other in answer["alternatives"]} == {("code", "confidence")}


def test_classify_answers_a_table_line_by_line_in_its_order(tmp_path: Path, capsys: Capture):
    table = tmp_path / "words.csv"
    # A short row, a row over two lines, and the mark that Excel puts in front.
    table.write_text('﻿id,text\n1,闻到煤气味\n2\n3,"垃圾桶\n满了"\n', encoding="utf-8")

    program.main(["classify", "--csv", str(table), "--text", "text", "--config", CONFIG])

    codes = [json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()]
    assert codes == ["EMG_GAS", "OTH_UNCLEAR", "ENV_GARBAGE"]


def test_classify_reads_the_first_column_of_a_table_saved_by_excel(tmp_path: Path, capsys: Capture):
    table = tmp_path / "words.csv"
    table.write_bytes("\ufefftext\n闻到煤气味\n".encode())

    program.main(["classify", "--csv", str(table), "--text", "text", "--config", CONFIG])

    assert json.loads(capsys.readouterr().out)["code"] == "EMG_GAS"


def test_classify_takes_bytes_that_are_no_text():
    done = subprocess.run(
        [sys.executable, "-m", "bot", "classify", b"\xff\xfe"], cwd=ROOT, capture_output=True, check=False
    )

    assert done.returncode == 0
    assert json.loads(done.stdout)["code"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "读不了"),
        ("text\n门坏了\n".encode("gb18030"), "UTF-8"),
        ("words\n门坏了\n".encode(), "没有 text 这一列，有的是：words"),
        (b"", "空文件"),
        # One field longer than any message is allowed to be.
        (b"text\n" + b"a" * 200_000 + b"\n", "不像 CSV"),
    ],
    ids=["missing", "another encoding", "another column", "empty", "no table"],
)
def test_a_table_that_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, capsys: Capture, content: bytes | None, words: str
):
    table = tmp_path / "words.csv"
    if content is not None:
        table.write_bytes(content)

    code = program.main(["classify", "--csv", str(table), "--text", "text", "--config", CONFIG])

    assert code == 1
    assert words in capsys.readouterr().err


def test_a_reader_who_has_enough_hears_no_complaint(tmp_path: Path):
    table = tmp_path / "words.csv"
    # More than a pipe holds, so that the writer is still at work when the reader leaves.
    table.write_text("text\n" + "门坏了\n" * 2000, encoding="utf-8")
    command = [sys.executable, "-m", "bot", "classify", "--csv", str(table), "--text", "text"]

    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        complaint = running.stderr.read()

    assert complaint == b""


def test_classify_says_what_a_photo_shows_beside_the_words(capsys: Capture):
    program.main(["classify", "2幢门口垃圾箱让风刮翻了", "--photo", str(SAMPLE), "--config", CONFIG])

    answer = json.loads(capsys.readouterr().out)
    assert answer["code"] == "ENV_GARBAGE"
    assert list(answer)[-2:] == ["reasons", "photo"]
    assert list(answer["photo"]) == ["label", "confidence", "chances"]


def test_a_photo_without_words_asserts_nothing(capsys: Capture):
    program.main(["classify", "--photo", str(SAMPLE), "--config", CONFIG])

    answer = json.loads(capsys.readouterr().out)
    assert (answer["code"], answer["decision"] in ("ask", "person")) == ("OTH_UNCLEAR", True)


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "读不了"), (b"", "空的"), (b"these are words", "不是照片"), (SAMPLE.read_bytes()[:2000], "不完整")],
    ids=["missing", "empty", "no picture", "cut off"],
)
def test_a_photo_that_cannot_be_looked_at_is_told_in_a_sentence(
    tmp_path: Path, capsys: Capture, content: bytes | None, words: str
):
    photo = tmp_path / "photo.jpg"
    if content is not None:
        photo.write_bytes(content)

    code = program.main(["classify", "门坏了", "--photo", str(photo), "--config", CONFIG])

    assert code == 1
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("given", [[], ["--photo", str(SAMPLE), "--csv", "words.csv", "--text", "text"]])
def test_classify_wants_one_thing_to_look_at(given: list[str], capsys: Capture):
    with pytest.raises(SystemExit) as ended:
        program.main(["classify", *given, "--config", CONFIG])

    assert ended.value.code == 2
    assert "--photo" in capsys.readouterr().err
