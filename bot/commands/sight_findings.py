"""The doctor looks at the eye: whether it is switched on, and whether it can look on this machine."""

import io

from PIL import Image

from bot.commands.findings import Finding, ill, unknown, well
from bot.core.sight import eye
from bot.core.sight.head import BadEye
from bot.settings import Settings

REMEDY = "工单照常走，只是少个参考；装不好就把 photos.look 改成 false"


def look_at_eye(settings: Settings) -> Finding:
    """Lets the eye look at an empty picture."""
    if not settings.photos.look:
        return unknown("看照片：设置里关了（photos.look: false）")
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64)).save(buffer, "JPEG")
    try:
        eye.look(buffer.getvalue())
    except BadEye as error:
        return ill(f"看照片：看不了，{error}", REMEDY)
    return well("看照片：看得了")
