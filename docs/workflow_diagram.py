"""Draws bot/core/workflow.py into docs/architecture.md: `python -m docs.workflow_diagram` writes it anew."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from bot.core import workflow
from bot.core.texts import Texts
from bot.core.workflow import Action, Standing, Status, Transition

PAGE = Path(__file__).with_name("architecture.md")
BEGIN, END = "<!-- workflow: begin, written by docs/workflow_diagram.py -->", "<!-- workflow: end -->"
T = TypeVar("T", bound=StrEnum)


def diagram() -> str:
    """The state diagram in Mermaid: every step that changes the status, from the first status to the last."""
    texts = Texts()
    states = [f'    state "{status} {texts(f"status-{status}")}" as {status}' for status in Status]
    steps = [f"    {source} --> {target}: {', '.join(actions)}" for (source, target), actions in _steps().items()]
    ends = [f"    {status} --> [*]" for status in Status if not workflow.is_open(status)]
    return "\n".join(["stateDiagram-v2", *states, f"    [*] --> {Status.DRAFT}", *steps, *ends])


def table() -> str:
    """The rows of the workflow in Markdown: from, action, to, who, needs, why."""
    head = ["from", "action", "to", "who may", "needs", "why"]
    rows = [head, ["---"] * len(head), *(_cells(row) for row in workflow.TABLE)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def section() -> str:
    """What stands between the two marks on the page."""
    return f"{BEGIN}\n\n```mermaid\n{diagram()}\n```\n\n{table()}\n\n{END}"


def refreshed(page: str) -> str:
    """The page with the section as it is now."""
    before, _, rest = page.partition(BEGIN)
    return before + section() + rest.partition(END)[2]


def _steps() -> dict[tuple[Status, Status], list[Action]]:
    """The actions that lead from one status to another one, in the order of the table."""
    steps: dict[tuple[Status, Status], list[Action]] = {}
    for row in workflow.TABLE:
        for source in _in_order(row.sources, Status):
            if row.lands(source) is not source:
                steps.setdefault((source, row.lands(source)), []).append(row.action)
    return steps


def _cells(row: Transition) -> list[str]:
    sources = ", ".join(_in_order(row.sources, Status))
    needs = ", ".join(sorted(row.needs)) or "–"
    return [
        sources,
        f"`{row.action}`",
        row.target or "(stays)",
        ", ".join(_in_order(row.who, Standing)),
        needs,
        row.why,
    ]


def _in_order(members: Iterable[T], of: type[T]) -> Iterator[T]:
    """The members in the order in which they are declared, so that the page is the same every time."""
    chosen = set(members)
    return (member for member in of if member in chosen)


if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
