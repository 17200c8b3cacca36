"""Photo bytes made safe: verified, upright, stripped, small. Work for a process pool, never for the event loop."""

from bot.core.photos.refused import BadPhoto, Reason
from bot.core.photos.taken import Taken, intake

__all__ = ["BadPhoto", "Reason", "Taken", "intake"]
