"""Looks at one picture: pixels through the network, features through the head. For a process of its own."""

import functools
from pathlib import Path
from typing import Any

from bot.core.sight import head, pixels
from bot.core.sight.head import BACKBONE, BadEye, Floats, Head
from bot.core.sight.opinion import Opinion

#: the eye that comes with the program
SHIPPED = Path(__file__).with_name("model")
NO_RUNTIME = "这台机器上没有 onnxruntime，看不了照片；重新运行 make setup"


class Eye:
    """The network and its head, ready to look; about a fiftieth of a second a picture on one core."""

    def __init__(self, network: Any, knows: Head) -> None:
        self._network = network
        self._head = knows

    def look(self, copy_jpeg: bytes) -> Opinion:
        """What a group copy, as `photos.intake` made it, shows."""
        return Opinion(self._head.chances(self.features(copy_jpeg)))

    def features(self, copy_jpeg: bytes) -> Floats:
        """What the head is taught on."""
        return features(self._network, copy_jpeg)


def features(network: Any, copy_jpeg: bytes) -> Floats:
    """The picture as the network describes it: 1280 numbers of length one."""
    (views,) = network.run(None, {"views": pixels.views(copy_jpeg)})
    return head.merge(views)


@functools.cache
def shipped() -> Eye:
    """The eye that comes with the program, opened once in a process; BadEye when it cannot look here."""
    return load(SHIPPED)


def load(folder: Path) -> Eye:
    """The eye in this folder; BadEye, with the reason, when it cannot look."""
    return Eye(network(folder), head.load(folder))


def network(folder: Path) -> Any:
    """The network of this folder, run on one core; BadEye when it cannot be run."""
    if not (folder / BACKBONE).is_file():
        raise BadEye(f"{folder} 里没有看图模型：缺 {BACKBONE}")
    try:
        # A quarter of a second and 40 MB, which a bot that looks at nothing need not spend.
        import onnxruntime
    except ImportError as error:
        raise BadEye(NO_RUNTIME) from error
    options = onnxruntime.SessionOptions()
    # The other core belongs to the bot.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        return onnxruntime.InferenceSession(str(folder / BACKBONE), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise BadEye(f"{folder} 里的 {BACKBONE} 读不出来，请重新下载程序") from error


def look(copy_jpeg: bytes) -> Opinion:
    """What the picture shows, to the eye that comes with the program; BadEye when there is none that works."""
    return shipped().look(copy_jpeg)
