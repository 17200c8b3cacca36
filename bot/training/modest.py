"""A process that gives way to everybody else: last in line for the processor, bounded in memory and in time."""

import asyncio
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from bot.core.photos import orphans

try:
    import resource
except ImportError:  # pragma: no cover - Windows has no such limits
    resource = None  # type: ignore[assignment]

#: behind everything else that wants to run
LOWEST = 19
MEGABYTE = 1024 * 1024

Given = TypeVar("Given")
Made = TypeVar("Made")


class OutOfBoundsError(Exception):
    """The work took too long, or more memory than it may, or its process died."""


async def run(work: Callable[[Given], Made], given: Given, *, seconds: float, memory_mb: int) -> Made:
    """What the work makes of what it is given, in a process of its own; OutOfBoundsError when it goes too far."""
    # spawn: a fork would carry the database's connections and this loop along.
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(1, mp_context=spawn, initializer=_give_way, initargs=(memory_mb,))
    try:
        async with asyncio.timeout(seconds):
            return await asyncio.get_running_loop().run_in_executor(pool, work, given)
    except TimeoutError as error:
        raise OutOfBoundsError(f"用了 {seconds / 60:g} 分钟还没学完") from error
    except MemoryError as error:
        raise OutOfBoundsError(f"{memory_mb} MB 内存不够") from error
    except BrokenProcessPool as error:
        raise OutOfBoundsError("学习的进程半路没了，多半是内存不够") from error
    finally:
        # Whatever still runs hears nothing but kill: the bot may be stopping.
        for process in list((pool._processes or {}).values()):
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def _give_way(memory_mb: int) -> None:
    orphans.end_with_parent()
    if hasattr(os, "nice"):
        os.nice(LOWEST)
    if resource is not None:
        most = memory_mb * MEGABYTE
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
