"""`python -m bot train` and `evaluate`: a caption classifier from labelled tables, and how good one is."""

from collections.abc import Sequence
from pathlib import Path

from bot.commands import database
from bot.commands.trouble import Trouble
from bot.core import examples as kept_examples
from bot.core.classify import learned
from bot.core.taxonomy import Taxonomy
from bot.db import Database
from bot.training import fitting, material, measuring, tables, writing
from bot.training.measuring import Answer
from bot.training.tables import Example


def train(
    paths: Sequence[Path],
    text: str,
    label: str,
    out: Path,
    taxonomy: Taxonomy | None,
    corrected: Sequence[Example] = (),
) -> None:
    """Writes a model of these tables and corrections, and of the taxonomy's phrases if there is one; says how good."""
    try:
        examples = tables.read(paths, text, label)
    except tables.BadTable as error:
        raise Trouble(str(error)) from error
    phrases = material.phrases(taxonomy) if taxonomy is not None else []
    examples = material.plain([*examples, *phrases, *corrected])
    pairs = list(fitting.held_out(examples))
    temperature = fitting.calibrate(pairs)
    given = [answer for model, unseen in pairs for answer in measuring.answers(model.at(temperature), unseen)]
    card = {
        "rows": len(examples),
        **({"corrections": len(corrected)} if corrected else {}),
        **writing.origin(paths),
        "unseen": {name: round(figure, 4) for name, figure in figures(given).items()},
    }
    writing.write(fitting.fit(examples, temperature), out, card)
    print(f"学了 {len(examples)} 行，写进 {out}。拿没学过的那一份来考：")
    _print(given)


def evaluate(folder: Path, path: Path, text: str, label: str) -> None:
    """Says how good the model of this folder is on a table."""
    try:
        model = learned.load(folder)
        examples = material.plain(tables.read([path], text, label))
    except (learned.BadModel, tables.BadTable) as error:
        raise Trouble(str(error)) from error
    given = measuring.answers(model, examples)
    _print(given)
    print(f"{'标签':<24}{'查准':>8}{'查全':>8}{'F1':>8}{'行数':>7}")
    for name, one in measuring.by_class(given).items():
        print(f"{name:<24}{one.precision:>10.3f}{one.recall:>10.3f}{one.f1:>8.3f}{one.support:>9}")


def corrections(url: str) -> list[Example]:
    """What couriers and staff have put right, out of the bot's own database; Trouble when it cannot be read."""
    return database.ask(url, _corrections)


async def _corrections(opened: Database) -> list[Example]:
    async with opened.reading() as session:
        return material.corrections(await kept_examples.kept(session))


def figures(given: Sequence[Answer]) -> dict[str, float]:
    """Accuracy, macro-F1, label among the first three, and how many can be filed at 98.5 % precision."""
    return {
        "accuracy": measuring.accuracy(given),
        "macro_f1": measuring.macro_f1(given),
        "top_3": measuring.among_first(given, 3),
        "coverage_at_98.5": measuring.coverage(given, measuring.SURE),
    }


def _print(given: Sequence[Answer]) -> None:
    found = figures(given)
    print(f"正确率 {found['accuracy']:.3f}，macro-F1 {found['macro_f1']:.3f}，前三个里有 {found['top_3']:.3f}")
    print(f"要保证 98.5% 正确，能自己定的占 {found['coverage_at_98.5']:.3f}，其余的要问（共 {len(given)} 行）")
