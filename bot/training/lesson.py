"""One lesson, from tables and corrections to a model in its folder; this runs in a process of its own."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.core import taxonomy
from bot.core.classify import Judge, learned
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
    held = {one.words for one in (*base, *given.fresh) if exam.is_kept_for_exam(one.words)}
    asked = [one for one in (*captions, *given.known, *given.fresh) if one.words in held]
    taught, fresh = (material.plain(one for one in part if one.words not in held) for part in (base, given.fresh))
    old, new = (
        exam.examine(Judge(kinds, given.judging, _fit(examples)), asked, kinds)
        for examples in (taught, [*taught, *fresh])
    )
    if not exam.passes(new, old):
        return Outcome(old, new, None)
    examples = [*base, *given.fresh]
    card = {
        "rows": len(examples),
        "corrections": len(given.known) + len(given.fresh),
        **writing.origin(given.files.tables),
        "exam": Outcome(old, new, None).to_json(),
    }
    return Outcome(old, new, _write(_fit(material.plain(examples)), given.files.models, card))


def _fit(examples: Sequence[Example]) -> learned.Learned:
    # As sure of itself as the shipped model: a few corrections do not change how sure words can make one.
    return fitting.fit(examples, learned.shipped().parts.temperature)


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
