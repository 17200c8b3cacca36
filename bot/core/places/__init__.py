"""Where is it? From a pin, a photo's own position, words or habit to a community and a spot, with the reason."""

from bot.core.places import datum, doorways
from bot.core.places.answers import Candidate, Place, Source
from bot.core.places.entries import Community, Estate, Landmark, Neighbour, Road
from bot.core.places.gazetteer import BORDER_M, Gazetteer, Whereabouts
from bot.core.places.geometry import Point, distance_m
from bot.core.places.location import locate

__all__ = [
    "BORDER_M",
    "Candidate",
    "Community",
    "Estate",
    "Gazetteer",
    "Landmark",
    "Neighbour",
    "Place",
    "Point",
    "Road",
    "Source",
    "Whereabouts",
    "datum",
    "distance_m",
    "doorways",
    "locate",
]
