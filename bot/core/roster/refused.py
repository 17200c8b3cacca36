"""The expected "no" to what people want of the roster."""

from bot.core.refusals import NotAllowed, Refusal, WrongMoment


class SwapMoved(WrongMoment):
    """这次换班已经有下文了。"""

    text_id = "refusal-swap-moved"


class WhichPlace(Refusal):
    """不知道给哪里排班。"""

    text_id = "refusal-which-place"


class NotOnShift(Refusal):
    """他没有这个班。"""

    text_id = "refusal-not-on-shift"


class CannotSwap(Refusal):
    """这个班换不了。"""

    text_id = "refusal-cannot-swap"


class NotRosterKeeper(NotAllowed):
    """值班表由别人来排。"""

    text_id = "refusal-not-roster-keeper"


class NotYoursToDecide(NotAllowed):
    """这次换班问的不是他。"""

    text_id = "refusal-not-yours-to-decide"
