"""Where the pictures happen: the yard of an estate, a road with its kerb, trees, windows, hedges."""

import math
import random

from sandbox.samples.canvas import Box, Canvas, Paint, Point, Ramp, blob, curve


def window(canvas: Canvas, box: Box, *, glass: Paint | None = None, is_barred: bool = False) -> None:
    """A sliding window with a sill, a reflection and, on lower floors, the usual bars."""
    left, top, right, bottom = box
    canvas.shade(
        [(left + 6, top + 8), (right + 8, top + 8), (right + 8, bottom + 10), (left + 6, bottom + 10)],
        blur=7,
        strength=0.25,
    )
    canvas.panel((left - 6, top - 6, right + 6, bottom + 6), Ramp("#f7f5ef", "#dcd8cc"), radius=3)
    canvas.panel(box, glass or Ramp("#7fa6b8", "#b9d4dc"))
    middle = (left + right) / 2
    if glass is None:
        tall = bottom - top
        shine = [(left + 8, bottom), (left + 8 + tall * 0.35, top), (left + 26 + tall * 0.35, top), (left + 26, bottom)]
        canvas.shape([(min(x, middle - 4), y) for x, y in shine], "#ffffff", alpha=0.25)
        canvas.panel((middle + 4, top, right - 14, bottom), "#f3ead8", alpha=0.35)
    canvas.panel((middle - 3, top, middle + 3, bottom), "#ece8dd")
    if is_barred:
        for step in range(1, 8):
            x = left + (right - left) * step / 8
            canvas.stroke([(x, top - 4), (x, bottom + 4)], "#c3c8c9", 2.6)
        canvas.stroke([(left - 4, (top + bottom) / 2), (right + 4, (top + bottom) / 2)], "#c3c8c9", 2.6)
    canvas.panel((left - 14, bottom + 5, right + 14, bottom + 15), Ramp("#efebe0", "#c9c3b4"), radius=2)


def wall(canvas: Canvas, bottom: float, *, tone: Paint, base: Paint) -> None:
    """A rendered wall with a tiled base course that ends at `bottom`."""
    canvas.panel((0, 0, 1000, bottom), tone)
    canvas.panel((0, bottom - 92, 1000, bottom), base)
    canvas.panel((0, bottom - 98, 1000, bottom - 91), Ramp("#f6f2e8", "#b9ae9b"))
    for row in range(3):
        y = bottom - 91 + row * 30.6
        canvas.stroke([(0, y), (1000, y)], "#5e4c40", 1.4, alpha=0.28)
        for column in range(-1, 13):
            x = column * 84 + (42 if row % 2 else 0)
            canvas.stroke([(x, y), (x, y + 30)], "#5e4c40", 1.4, alpha=0.28)
    canvas.shade([(0, bottom - 8), (1000, bottom - 8), (1000, bottom + 30), (0, bottom + 30)], blur=14, strength=0.35)


def paving(canvas: Canvas, top: float, *, tone: Paint, seam: str = "#6d6a63", far: Point = (500, 120)) -> None:
    """Square slabs running away towards the far point."""
    canvas.panel((0, top, 1000, 750), tone)
    for step in range(-22, 23):
        near = 500 + step * 130
        share = (top - far[1]) / (750 - far[1])
        canvas.stroke([(far[0] + (near - far[0]) * share, top), (near, 750)], seam, 1.8, alpha=0.3)
    depth = 1.0
    while depth < 6:
        y = far[1] + (750 - far[1]) / depth
        if y > top:
            canvas.stroke([(0, y), (1000, y)], seam, 1.8, alpha=0.3)
        depth += 0.16


def hedge(canvas: Canvas, left: float, right: float, bottom: float, tall: float, *, seed: int) -> None:
    """A clipped hedge with light on its top."""
    roll = random.Random(seed)
    canvas.pool(((left + right) / 2, bottom + 4), (right - left) / 2, 12, blur=9, strength=0.4)
    canvas.panel((left, bottom - tall * 0.8, right, bottom), Ramp("#4f8a4c", "#2e5c37"), radius=18)
    for tone, low, high, size in (("#3f7843", 0.1, 0.75, 15), ("#5d9a55", 0.45, 0.92, 13), ("#7db768", 0.72, 1.0, 10)):
        for _ in range(int((right - left) / 7)):
            x, y = roll.uniform(left + 6, right - 6), bottom - tall * roll.uniform(low, high)
            canvas.disc((x, y), roll.uniform(0.5, 1) * size, roll.uniform(0.4, 0.8) * size, tone, alpha=0.85)


def tree(
    canvas: Canvas,
    foot: Point,
    tall: float,
    *,
    seed: int,
    leaves: tuple[str, str, str] = ("#35683d", "#4d8a4b", "#78b064"),
) -> None:
    """A street tree: trunk, three layers of leaves, shadow at its foot."""
    x, y = foot
    roll = random.Random(seed)
    canvas.pool((x + tall * 0.12, y), tall * 0.22, tall * 0.035, blur=8, strength=0.35)
    trunk = tall * 0.028
    canvas.shape(
        [(x - trunk, y), (x - trunk * 0.7, y - tall * 0.6), (x + trunk * 0.7, y - tall * 0.6), (x + trunk, y)],
        Ramp("#8a6a4c", "#5a4433", across=True),
    )
    for layer, colour in enumerate(leaves):
        for _ in range(9):
            angle, reach = roll.uniform(0, math.tau), roll.uniform(0, 0.2 - layer * 0.045)
            centre = (
                x + tall * reach * math.cos(angle) - layer * tall * 0.03,
                y - tall * 0.72 + tall * reach * 0.8 * math.sin(angle) - layer * tall * 0.04,
            )
            size = tall * roll.uniform(0.08, 0.15) * (1 - layer * 0.22)
            canvas.shape(blob(centre, size, size * 0.85, bumps=0.12, seed=roll.randint(0, 999)), colour, alpha=0.94)


def plaque(canvas: Canvas, centre: Point, text: str) -> None:
    """The blue number of a building."""
    x, y = centre
    canvas.panel((x - 44, y - 26, x + 52, y + 36), "#1a2430", radius=8, alpha=0.2)
    canvas.panel((x - 48, y - 31, x + 48, y + 31), Ramp("#3576bd", "#1f5596"), radius=8)
    canvas.panel((x - 43, y - 26, x + 43, y + 26), "#ffffff", radius=5, alpha=0.16)
    canvas.words((x, y - 1), text, 32, "#ffffff")


def sunlight(canvas: Canvas, points: list[Point], *, strength: float = 0.22) -> None:
    """A slanting patch of morning sun."""
    canvas.shade(points, blur=16, strength=strength, colour="#ffe9b0")


def road(canvas: Canvas, horizon: float, *, tone: Paint, walk: Paint, kerb: str = "#d9d5cb") -> None:
    """Asphalt running away, a raised kerb and a pavement on the right."""
    canvas.panel((0, horizon, 1000, 750), tone)
    far = (430.0, horizon)
    canvas.shape([(far[0] + 120, horizon), (1000, 560), (1000, horizon)], walk)
    canvas.shape([(far[0] + 112, horizon), (far[0] + 122, horizon), (1000, 545), (1000, 585)], kerb)
    canvas.shape([(far[0] + 111, horizon), (far[0] + 114, horizon), (1000, 585), (1000, 605)], "#77756f")
    for start, end in ((0.06, 0.13), (0.2, 0.34), (0.48, 0.78), (0.98, 1.5)):
        left, right = (-190.0, 750.0), (-120.0, 750.0)
        canvas.shape(
            [
                _between(far, left, start),
                _between(far, right, start),
                _between(far, right, end),
                _between(far, left, end),
            ],
            "#f2efe6",
            alpha=0.85,
        )
    roll = random.Random(5)
    for _ in range(420):
        share = roll.random() ** 0.6
        spot = (roll.uniform(0, 1000), horizon + 8 + (742 - horizon) * share)
        canvas.disc(spot, 1 + 2.4 * share, 0.6 + share, roll.choice(["#ffffff", "#20242a"]), alpha=0.1)


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def cloud(canvas: Canvas, centre: Point, size: float, *, alpha: float = 0.8) -> None:
    """A flat-bottomed cloud."""
    x, y = centre
    layer = Canvas()
    for dx, dy, share in ((-0.9, 0.1, 0.5), (-0.3, -0.2, 0.7), (0.4, -0.1, 0.6), (1.0, 0.12, 0.42)):
        layer.disc((x + dx * size, y + dy * size), share * size, share * size * 0.62, "#ffffff")
    canvas.stamp(layer, alpha=alpha)


def wind(canvas: Canvas, start: Point, length: float) -> None:
    """Two curls of wind."""
    x, y = start
    canvas.stroke(
        curve((x, y), (x + length * 0.5, y - 26), (x + length, y + 22), (x + length, y - 14)), "#ffffff", 5, alpha=0.75
    )
    canvas.stroke(
        curve((x + 40, y + 34), (x + length * 0.6, y + 8), (x + length * 0.9, y + 50), (x + length * 1.15, y + 26)),
        "#ffffff",
        4,
        alpha=0.6,
    )
