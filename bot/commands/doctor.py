"""`python -m bot doctor`: looks at everything the bot needs, a line each, with what to do where something is wrong."""

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from bot import settings as configuration
from bot.commands.findings import Finding, ill, unknown, well
from bot.config_file import ConfigFaults


def run(config: Path, env: Mapping[str, str] = os.environ) -> int:
    """Prints what was found, as it is found; returns 1 when anything is wrong."""
    return asyncio.run(_tell(config, env))


async def _tell(config: Path, env: Mapping[str, str]) -> int:
    is_ill = False
    async for finding in examine(config, env):
        print(finding, flush=True)
        is_ill = is_ill or finding.mark == "✗"
    return 1 if is_ill else 0


async def examine(config: Path, env: Mapping[str, str]) -> AsyncIterator[Finding]:
    """The configuration first; all the rest only when that can be used."""
    try:
        settings = configuration.load(config, env)
    except ConfigFaults as error:
        for fault in error.faults:
            yield ill(f"设置：{fault}", "")
        yield unknown("其余的等设置改好了再查")
        return
    yield well(f"设置：{config} 没有问题")
    # Only now: the database's libraries take a second, and the first line should not wait for them.
    from bot.commands import examination

    async for finding in examination.examine(settings):
        yield finding
