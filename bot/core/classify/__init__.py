"""Words (and what a photo shows) become a category, a level, a confidence and the reasons for them."""

from bot.core.classify.judge import Judge
from bot.core.classify.judgement import NONE, UNCLEAR, UPDATE, Alternative, Judgement
from bot.core.classify.reading import plain

__all__ = ["NONE", "UNCLEAR", "UPDATE", "Alternative", "Judge", "Judgement", "plain"]
