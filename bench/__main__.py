"""`python -m bench [NAME ...] [--quick]`: runs the rigs one after the other and prints a table for each."""

import argparse
import importlib
import os
import platform
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table as Drawn

from bench import table

#: the files of this folder that measure; each is imported when its turn comes
RIGS = ("words", "city", "photos", "sight", "places", "lifecycles", "presses", "year")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures what was asked for; everything without names."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures the program on this machine.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(RIGS)}; all without a name")
    parser.add_argument("--quick", action="store_true", help="a few of everything: shows that the rigs run, no more")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in RIGS]
    if unknown:
        parser.error(f"no rig is called {', '.join(unknown)}: there are {', '.join(RIGS)}")
    console = Console()
    console.print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}", highlight=False)
    for name in asked.names or RIGS:
        rig = importlib.import_module(f"bench.{name}")
        before = os.getloadavg()[0]
        measured: table.Table = rig.measure(table.QUICK if asked.quick else table.FULL)
        load = f"load {before:.1f} before, {os.getloadavg()[0]:.1f} after"
        _print(console, measured, (*measured.notes, load))


def _print(console: Console, measured: table.Table, notes: tuple[str, ...]) -> None:
    drawn = Drawn(title=measured.title, title_justify="left", caption="\n".join(notes), caption_justify="left")
    for at, name in enumerate(measured.columns):
        drawn.add_column(name, justify="right" if at else "left")
    for row in measured.rows:
        drawn.add_row(*row)
    console.print(drawn)


if __name__ == "__main__":
    main()
