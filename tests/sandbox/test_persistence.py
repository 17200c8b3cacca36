"""The world survives its process."""

import os
import signal
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

from sandbox import membership, posting, presses
from sandbox.world import World
from tests.sandbox.street import settle


def test_people_chats_messages_and_updates_are_there_again(tmp_path: Path):
    world = settle(World.open(tmp_path))
    group, wang = world.chats["-1001000000001"], world.person("wang")
    posting.post(world, group, wang.id, {"text": "门坏了"})
    membership.start(world, wang, world.bot)
    world.close()

    again = settle(World.open(tmp_path))

    assert again.chats == world.chats
    assert again.messages == world.messages
    assert again.people == world.people
    assert [update.payload["text"] for update in again.queues[123456].pending()] == ["门坏了"]


def test_update_numbers_go_on_after_everything_was_confirmed(tmp_path: Path):
    world = settle(World.open(tmp_path))
    group, wang = world.chats["-1001000000001"], world.person("wang").id
    posting.post(world, group, wang, {"text": "一"})
    [first] = world.queues[123456].pending()
    world.queues[123456].clear()
    world.close()

    again = settle(World.open(tmp_path))
    posting.post(again, again.chats[group.key], wang, {"text": "二"})

    assert [update.id for update in again.queues[123456].pending()] == [first.id + 1]


def test_files_a_press_and_the_clock_are_there_again(tmp_path: Path):
    world = settle(World.open(tmp_path))
    file = world.vault.keep("document", b"proof", name="a.txt")
    li, group = world.person("li"), world.chats["-1001000000001"]
    row = presses.press(world, li, group, world.bot, 1, "claim:1")
    world.move_clock(datetime(2026, 11, 23, 2, tzinfo=UTC))
    world.close()

    again = settle(World.open(tmp_path))

    assert again.vault.location(again.vault[file.key]).read_bytes() == b"proof"
    assert again.vault.by_id(world.vault.file_id(file, world.bot), again.bot) == file
    assert presses.answer(again, again.presses[row.id], toast="好", alert=False, url=None)
    assert again.clock.now().date().isoformat() == "2026-11-23"


def test_a_group_made_again_keeps_those_who_left_out(tmp_path: Path):
    world = settle(World.open(tmp_path))
    wang = world.person("wang").id
    membership.leave(world, world.chats["-1001000000001"], wang, by=wang)
    world.close()

    again = settle(World.open(tmp_path))

    assert not membership.is_member(again.chats["-1001000000001"], wang)


def test_a_kill_loses_nothing(tmp_path: Path):
    story = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from sandbox import posting
        from sandbox.world import World
        from tests.sandbox.street import settle

        world = settle(World.open(Path(sys.argv[1])))
        for number in range(50):
            posting.post(world, world.chats["-1001000000001"], world.person("wang").id, {"text": str(number)})
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sys.path))}
    ended = subprocess.run([sys.executable, "-c", story, str(tmp_path)], env=environment, timeout=60, check=False)

    again = World.open(tmp_path)

    assert ended.returncode == -signal.SIGKILL
    assert len(again.messages["-1001000000001"]) == 50
    assert len(again.queues[123456].pending()) == 50
