"""The desk with a channel that can refuse."""

import pytest

from tests.desk import Desk
from tests.workers.channels import MoodyChannel


@pytest.fixture
def channel(desk: Desk) -> MoodyChannel:
    """The desk's channel from here on."""
    desk.channel = MoodyChannel()
    return desk.channel
