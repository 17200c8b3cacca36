"""The eye: what a stored picture shows, as probabilities of twelve labels. It is a hint beside the words, no verdict.

Looking is work for a process pool (`eye`); everything else here is plain data.
"""

from bot.core.sight.opinion import Opinion, combine

__all__ = ["Opinion", "combine"]
