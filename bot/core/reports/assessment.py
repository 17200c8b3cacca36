"""What a report says by now: the matter from words and what pictures show, the place from words, pin and picture."""

from dataclasses import dataclass, replace

from bot.core import classify, places
from bot.core.sight import Opinion
from bot.core.street import Street
from models import Person, Report


@dataclass(frozen=True)
class Assessment:
    """What the report says by now: the matter, and where."""

    judgement: classify.Judgement
    place: places.Place
    #: True when the place is one spot, or one door, and not an area or a guess
    has_spot: bool = False

    @property
    def is_urgent(self) -> bool:
        """True for an L0: who is in danger matters more than anything else."""
        return self.judgement.level == "L0"

    @property
    def is_pressing(self) -> bool:
        """True for an L0 or L1: it goes out at once, whatever is still unknown."""
        return self.judgement.level in ("L0", "L1")


def assess(report: Report, by: Person, *, street: Street, shown: Opinion | None = None) -> Assessment:
    """Judges the words and finds the place; what the courier chose by button counts most, an emergency more.

    `shown` is what his pictures show together; it counts least.
    """
    judgement = street.judged(report.words, shown)
    if (code := report.chosen.get("code")) and judgement.level != "L0":
        leaf = street.taxonomy.leaf(code)
        reasons = (street.texts("why-courier-chose"),)
        judgement = replace(
            judgement,
            code=code,
            level=leaf.level,
            decision="file",
            reasons=reasons,
            suspected=False,
            by_photo=False,
        )
    if judgement.code in (classify.NONE, classify.UPDATE):
        # There is a picture, or it joined a report: a person looks at it.
        leaf = street.taxonomy.leaf(classify.UNCLEAR)
        judgement = replace(judgement, code=classify.UNCLEAR, level=leaf.level, decision="person")
    point = places.Point(report.lat, report.lon) if report.lat is not None and report.lon is not None else None
    place = places.locate(
        report.words,
        pin=point if report.point_from == "pin" else None,
        exif=point if report.point_from == "exif" else None,
        home=by.homes,
        gazetteer=street.gazetteer,
    )
    if "community" in report.chosen:
        place = _chosen_place(report, place, street=street)
    return Assessment(judgement, place, _is_spot(place, street))


def _is_spot(place: places.Place, street: Street) -> bool:
    if place.assumed or not place.certain:
        return False
    point = place.point
    has_own_point = point is not None and not street.gazetteer.is_middle(point)
    return has_own_point or places.doorways.read(place.text).is_named


def _chosen_place(report: Report, place: places.Place, *, street: Street) -> places.Place:
    chosen = report.chosen
    return replace(
        place,
        source="choice",
        text=chosen["text"],
        community=chosen["community"],
        lat=chosen.get("lat"),
        lon=chosen.get("lon"),
        candidates=(),
        certain=chosen["community"] is not None,
        assumed=False,
        outside=chosen["community"] is None,
        reasons=(*place.reasons, street.texts("why-courier-chose")),
    )
