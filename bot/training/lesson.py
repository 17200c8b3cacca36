"""One lesson, from tables and corrections to a model in its folder; this runs in a process of its own."""

import shutil
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from bot.core import taxonomy
from bot.core.classify import Judge, learned
from bot.core.taxonomy import Taxonomy
from bot.training import exam, fitting, material, tables, writing
from bot.training.assignment import Assignment, Outcome
from bot.training.tables import Example

TEXT, LABEL = "text", "code"
# Of a digest so many characters name a folder.
NAME = 16


def learn(given: Assignment) -> Outcome:
    """Lets the way of learning with the fresh corrections and the one without them sit the exam; the better one stays.

    For the exam both are fitted without what is asked in it. Only then the new model is fitted from everything. The
    same assignment gives the same model.
    """
    kinds, captions = taxonomy.load(given.files.categories), tables.read(given.files.tables, TEXT, LABEL)
    base = [*captions, *material.phrases(kinds), *given.known]
    asked = [one for one in (*captions, *given.known, *given.fresh) if exam.is_kept_for_exam(one.words)]
    old, new = (
        exam.examine(_judge(_without_exam(known), kinds, given), asked, kinds)
        for known in (base, [*base, *given.fresh])
    )
    if not exam.passes(new, old):
        return Outcome(old, new, None)
    examples = [*base, *given.fresh]
    card = {
        "rows": len(examples),
        "made_from": {path.name: tables.digest(path) for path in given.files.tables},
        "corrections": len(given.known) + len(given.fresh),
        "made_with": {name: version(name) for name in ("numpy", "scikit-learn", "scipy")},
        "exam": Outcome(old, new, None).to_json(),
    }
    return Outcome(old, new, _write(_fit(examples), given.files.models, card))


def _without_exam(examples: Sequence[Example]) -> list[Example]:
    return [one for one in examples if not exam.is_kept_for_exam(one.words)]


def _judge(examples: Sequence[Example], kinds: Taxonomy, given: Assignment) -> Judge:
    return Judge(kinds, given.judging, _fit(examples))


def _fit(examples: Sequence[Example]) -> learned.Learned:
    # As sure of itself as the shipped model: a few corrections do not change how sure words can make one.
    return fitting.fit(material.plain(examples), learned.shipped().parts.temperature)


def _write(model: learned.Learned, models: Path, card: dict[str, object]) -> str:
    """Writes the model beside the others under the name of its digest; half a model is never seen there."""
    models.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix="draft-", dir=models))
    try:
        writing.write(model, draft, card)
        name = learned.digest(draft)[:NAME]
        if not (models / name).exists():
            draft.rename(models / name)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return name
