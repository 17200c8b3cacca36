"""The hand-written safety rules: what fires an emergency, what takes it back, and why."""

from bot.core.classify.dangers.burning import FIRE, GAS
from bot.core.classify.dangers.people import MEDICAL, TRAPPED
from bot.core.classify.dangers.rule import FIRES, HINT, LIKELY, SURE, Rule, sign
from bot.core.classify.dangers.streets import ACCIDENT, SECURITY
from bot.core.classify.dangers.structures import COLLAPSE, POWERLINE

RULES: tuple[Rule, ...] = (
    *FIRE,
    *GAS,
    *TRAPPED,
    *POWERLINE,
    *COLLAPSE,
    *ACCIDENT,
    *MEDICAL,
    *SECURITY,
)

__all__ = ["FIRES", "HINT", "LIKELY", "RULES", "SURE", "Rule", "sign"]
