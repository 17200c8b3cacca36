"""Rig: how well the eye knows photos that it was not taught, how fast it looks, and what photos add to words."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench import captions, pairs, table, words
from bench.pairs import ORDINARY
from bot.core import photos
from bot.core.rules import Judging
from bot.core.sight import Opinion, eye
from bot.core.sight.head import BACKBONE, WEIGHTS, BadEye, Head
from bot.training import measuring
from bot.training import photos as teaching
from bot.training.measuring import Answer
from bot.training.photos import Album

FOLDER = captions.DATA / "photos"
TITLE = "sight: photos that the eye has not learned from (five folds), then captions with such photos"
SURE = Judging().photo_percent / 100


@dataclass(frozen=True)
class Look:
    """One photo that the eye was not taught: what it is, what the head makes of it, what the eye says of it."""

    answer: Answer
    opinion: Opinion


def measure(scale: table.Scale, folder: Path = FOLDER, told: Path = captions.FOLDER) -> table.Table:
    """Figures of the eye alone, then of words alone beside words with photos."""
    manifest = folder / "manifest.csv"
    if not manifest.is_file():
        return table.skipped(TITLE, f"no labelled photos: {folder.name}/manifest.csv is not there")
    began = time.perf_counter()
    try:
        network = eye.network(eye.SHIPPED)
    except BadEye as error:
        return table.skipped(TITLE, str(error))
    opened = time.perf_counter() - began
    album = teaching.read(manifest, network)
    if min(Counter(album.labels).values()) < teaching.FOLDS:
        return table.skipped(TITLE, f"fewer than {teaching.FOLDS} photos of a label")
    folds = list(teaching.held_out(album))
    temperature = teaching.calibrate(folds)
    looks = [look for knows, unseen in folds for look in _look(replace(knows, temperature=temperature), unseen)]
    blank = [""] * (len(pairs.COLUMNS) - 1)
    figures = {
        **_figures(looks),
        **_strangers(album, temperature),
        **_costs(folder, scale),
        "opening, s": f"{opened:.2f}",
    }
    rows = [(name, figure, *blank) for name, figure in figures.items()]
    return table.Table(
        TITLE,
        ("measure", *pairs.COLUMNS),
        [*rows, *_with_words(scale, told, looks)],
        (
            "The eye's own figures stand in the first column. Labels that come from one source each flatter it.",
            "Captions: the half that lists were not tuned on, each hand by a model that learned from the others.",
        ),
    )


def _look(knows: Head, unseen: Album) -> list[Look]:
    given = teaching.answers(knows, unseen)
    return [
        Look(answer, Opinion(knows.chances(features))) for answer, features in zip(given, unseen.features, strict=True)
    ]


def _figures(looks: Sequence[Look]) -> Mapping[str, str]:
    given = [look.answer for look in looks]
    sure = [look for look in looks if look.opinion.is_sure(SURE)]
    problems = [look for look in looks if look.answer.label != ORDINARY]
    wrong = [look for look in sure if look.answer.label == ORDINARY]
    ordinary = [look for look in looks if look.answer.label == ORDINARY]
    return {
        "photos": str(len(looks)),
        "accuracy": f"{measuring.accuracy(given):.3f}",
        "macro-F1": f"{measuring.macro_f1(given):.3f}",
        "ordinary streets: recall": table.share(sum(look.answer.is_right for look in ordinary), len(ordinary)),
        "speaks (sure and familiar), of photos of trouble": table.share(len(sure) - len(wrong), len(problems)),
        "right when it speaks": table.share(sum(look.answer.is_right for look in sure), len(sure)),
        "speaks wrongly of ordinary streets": table.share(len(wrong), len(ordinary)),
    }


def _strangers(album: Album, temperature: float) -> Mapping[str, str]:
    """Ordinary streets of each source, looked at by an eye that was taught none of that source's streets."""
    found: list[Look] = []
    for source in sorted({of for of, label in zip(album.sources, album.labels, strict=True) if label == ORDINARY}):
        is_left_out = [(of, label) == (source, ORDINARY) for of, label in zip(album.sources, album.labels, strict=True)]
        known = album.of([at for at, out in enumerate(is_left_out) if not out])
        if ORDINARY in known.labels:
            unseen = album.of([at for at, out in enumerate(is_left_out) if out])
            found += _look(replace(teaching.fit(known), temperature=temperature), unseen)
    return {
        "the same of a source left out: recall": table.share(sum(look.answer.is_right for look in found), len(found)),
        "the same: speaks wrongly": table.share(sum(look.opinion.is_sure(SURE) for look in found), len(found)),
    }


def _costs(folder: Path, scale: table.Scale) -> Mapping[str, str]:
    found = sorted(folder.glob("*/*.jpg"))
    copies = [photos.intake(found[at].read_bytes()).copy_jpeg for at in table.thinned(len(found), scale.photos)]
    times = []
    for copy in copies:
        began = time.perf_counter()
        eye.look(copy)
        times.append(time.perf_counter() - began)
    sizes = [(eye.SHIPPED / name).stat().st_size / 1e6 for name in (BACKBONE, WEIGHTS)]
    # The first one opens the network.
    times = times[1:] or times
    return {
        "ms per photo (decode and network, one core), median": table.milliseconds(table.percentile(times, 50)),
        "ms per photo, p95": table.milliseconds(table.percentile(times, 95)),
        "MB, network and head": f"{sizes[0]:.2f} + {sizes[1]:.2f}",
    }


def _with_words(scale: table.Scale, told: Path, looks: Sequence[Look]) -> list[Sequence[str]]:
    rows = captions.read(told)
    seen: dict[str, list[Opinion]] = {}
    for look in looks:
        seen.setdefault(look.answer.label, []).append(look.opinion)
    if not rows or ORDINARY not in seen:
        return []
    judges = words.judges_of_hands(told)
    untuned = [caption for caption in rows if not caption.was_tuned_on]
    return pairs.rows([untuned[at] for at in table.thinned(len(untuned), scale.captions)], judges, seen)
