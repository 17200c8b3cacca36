"""Eyes that see what a test wants, or come to grief; they stand in a module because another process must find them."""

import os

from bot.core.sight import Opinion, labels
from bot.core.sight.head import BadEye


def opinion(label: str, confidence: float = 0.96) -> Opinion:
    """Sure of one label, the rest shared among the others."""
    others = (1 - confidence) / (len(labels.known()) - 1)
    return Opinion({each: confidence if each == label else others for each in labels.known()})


def sees_wires(copy_jpeg: bytes) -> Opinion:
    """Wires, whatever it is."""
    return opinion("wires_poles")


def sees_nothing(copy_jpeg: bytes) -> Opinion:
    """Nothing that it knows."""
    return Opinion({})


def dies(copy_jpeg: bytes) -> Opinion:
    """Takes its process along, as a decoder does that runs over its memory."""
    os._exit(1)


def breaks(copy_jpeg: bytes) -> Opinion:
    """Raises what nobody expects."""
    raise RuntimeError("a tensor of the wrong shape")


def is_blind(copy_jpeg: bytes) -> Opinion:
    """Has no runtime to look with."""
    raise BadEye("no onnxruntime")
