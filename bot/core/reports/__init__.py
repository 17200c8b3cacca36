"""A courier's photos and words become one Report: albums, late text, corrections, one question at most."""

from bot.core.reports.intake import edited, is_expected, receive
from bot.core.reports.matters import settle as look_again
from bot.core.reports.parts import Part
from bot.core.reports.questions import choose, hand_to_person, next_overdue, overdue
from bot.core.reports.sights import is_about_people

__all__ = [
    "Part",
    "choose",
    "edited",
    "hand_to_person",
    "is_about_people",
    "is_expected",
    "look_again",
    "next_overdue",
    "overdue",
    "receive",
]
