"""Processes of our own for what must not run on the event loop: how one is started, ended, and outlives nobody."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor


def start(prepare: Callable[[], None] | None = None) -> ProcessPoolExecutor:
    """A pool of one process, which ends with this one; `prepare` runs in it before any work does."""
    # spawn: a fork would carry the database's connections and this loop along.
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(1, mp_context=spawn, initializer=_begin, initargs=(prepare,))


def end(pool: ProcessPoolExecutor) -> None:
    """Ends the pool now: a process that hangs in its work hears nothing but kill."""
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)


def _begin(prepare: Callable[[], None] | None) -> None:
    _end_with_parent()
    if prepare is not None:
        prepare()


def _end_with_parent() -> None:
    """Ends this process as soon as the one that started it is gone; a pool's worker would wait for work for ever."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def follow() -> None:
        parent.join()
        os._exit(0)

    threading.Thread(target=follow, name="follow the parent", daemon=True).start()
