"""A process that gives way to everybody else: last in line for the processor, bounded in memory and in time."""

import asyncio
import os
import pkgutil
import re
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from bot import children

#: behind everything else that wants to run
LOWEST = 19
MEGABYTE = 1024 * 1024
#: where Linux says how much memory a process has asked for
STATUS = Path("/proc/self/status")


class OutOfBoundsError(Exception):
    """The work took too long, or more memory than it may, or its process died."""


async def run(work: str, given: object, *, seconds: float, memory_mb: int) -> Any:
    """What `work` (module:function) makes of what it is given, in a process of its own.

    Only that process imports the module. Raises OutOfBoundsError when it goes too far, else what the work raises.
    """
    pool = children.start(_give_way)
    try:
        async with asyncio.timeout(seconds):
            return await asyncio.get_running_loop().run_in_executor(pool, _in_bounds, work, given, memory_mb)
    except TimeoutError as error:
        raise OutOfBoundsError(f"用了 {seconds / 60:g} 分钟还没学完") from error
    except MemoryError as error:
        raise OutOfBoundsError(f"{memory_mb} MB 内存不够") from error
    except BrokenProcessPool as error:
        raise OutOfBoundsError("学习的进程半路没了，多半是内存不够") from error
    finally:
        # Whatever still runs: the bot may be stopping.
        children.end(pool)


def _give_way() -> None:
    if hasattr(os, "nice"):
        os.nice(LOWEST)


def _in_bounds(work: str, given: object, memory_mb: int) -> Any:
    deed = pkgutil.resolve_name(work)
    # From here on: what libraries set aside for the threads of a large machine is not the work's.
    _bound(memory_mb * MEGABYTE)
    return deed(given)


def _bound(more: int) -> None:
    """Lets this process ask for so many bytes more and not for others, where the system can be told."""
    if not STATUS.exists():
        return
    import resource

    has = re.search(r"^VmData:\s*(\d+) kB", STATUS.read_text(encoding="ascii"), re.MULTILINE)
    most = more + (int(has[1]) * 1024 if has else 0)
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
