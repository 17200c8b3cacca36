"""Night and rain: a street lamp that stays dark, and a road under water."""

import math
import random

from sandbox.samples import scenery, vehicles
from sandbox.samples.canvas import Canvas, Point, Ramp, blob, curve

ROAD = 470.0


def lamp_dark() -> Canvas:
    """Night at the bus stop: every lamp burns but the one in front, broken and hanging."""
    canvas = Canvas(Ramp("#0d1730", "#33406a"))
    _stars(canvas)
    _night_houses(canvas)
    canvas.panel((0, ROAD, 1000, 750), Ramp("#2a3045", "#191d2c"))
    canvas.panel((0, ROAD - 12, 1000, ROAD + 40), Ramp("#434a63", "#31374d"))
    canvas.panel((0, ROAD + 38, 1000, ROAD + 48), "#565d75")
    for left in (-40, 190, 420, 650, 880):
        canvas.shape([(left, 640), (left + 130, 640), (left + 118, 654), (left - 14, 654)], "#aeb3bf", alpha=0.5)
    for x, size in ((90, 0.82), (900, 0.82)):
        _lamp_light(canvas, (x, ROAD + 8), size)
    for x, size in ((90, 0.82), (900, 0.82)):
        _lamp(canvas, (x, ROAD + 8), size, is_lit=True)
    _bus_stop(canvas)
    canvas.shade([(330, 190), (640, 190), (760, 750), (230, 750)], blur=70, strength=0.5, colour="#060914")
    _lamp(canvas, (470, 560), 1.22, is_lit=False)
    _rider(canvas)
    canvas.grain(0.07, seed=10)
    return canvas


def _stars(canvas: Canvas) -> None:
    roll = random.Random(3)
    for _ in range(70):
        canvas.disc(
            (roll.uniform(0, 1000), roll.uniform(0, 240)),
            roll.uniform(0.6, 1.7),
            roll.uniform(0.6, 1.7),
            "#dfe6ff",
            alpha=roll.uniform(0.3, 0.9),
        )
    canvas.pool((742, 92), 70, 70, blur=40, strength=0.5, colour="#ffe9b8")
    canvas.disc((742, 92), 40, 40, "#fff1cc")
    for dx, dy, size in ((-12, -8, 8), (10, 6, 11), (14, -16, 5)):
        canvas.disc((742 + dx, 92 + dy), size, size, "#ead9ac", alpha=0.6)


def _night_houses(canvas: Canvas) -> None:
    roll = random.Random(12)
    for left, right, top in (
        (-20, 150, 190),
        (140, 330, 120),
        (320, 440, 230),
        (560, 700, 200),
        (690, 860, 140),
        (850, 1020, 220),
    ):
        canvas.panel((left, top, right, ROAD), Ramp("#222b4b", "#1a2240"))
        for x in range(left + 18, right - 22, 34):
            for y in range(top + 20, int(ROAD) - 40, 40):
                is_lit = roll.random() < 0.36
                canvas.panel(
                    (x, y, x + 18, y + 22),
                    roll.choice(["#ffd98a", "#ffe7b3", "#f9c46a"]) if is_lit else "#2d3759",
                    radius=2,
                    alpha=0.95,
                )


def _lamp_light(canvas: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    head = (x + 84 * size, y - 396 * size)
    cone = [
        (head[0] - 22, head[1] + 8),
        (head[0] + 22, head[1] + 8),
        (head[0] + 190 * size, y + 70),
        (head[0] - 190 * size, y + 70),
    ]
    canvas.shade(cone, blur=22, strength=0.3, colour="#ffd987")
    canvas.pool((head[0], y + 66), 190 * size, 34, blur=20, strength=0.6, colour="#ffdf9a")
    canvas.pool(head, 60, 44, blur=26, strength=0.9, colour="#fff0c2")


def _lamp(canvas: Canvas, foot: Point, size: float, *, is_lit: bool) -> None:
    x, y = foot
    iron = Ramp("#6a7390", "#3b4360", across=True)
    canvas.pool((x + 6, y + 2), 40 * size, 8 * size, blur=6, strength=0.6, colour="#05070f")
    canvas.panel((x - 15 * size, y - 40 * size, x + 15 * size, y), iron, radius=4)
    canvas.shape(
        [
            (x - 8 * size, y - 30 * size),
            (x - 5 * size, y - 380 * size),
            (x + 5 * size, y - 380 * size),
            (x + 8 * size, y - 30 * size),
        ],
        iron,
    )
    arm = curve(
        (x, y - 378 * size),
        (x + 4 * size, y - 420 * size),
        (x + 40 * size, y - 420 * size),
        (x + 72 * size, y - 408 * size),
    )
    canvas.stroke(arm, "#59627f", 9 * size)
    end = arm[-1]
    layer = Canvas()
    hood = [
        (end[0] - 16 * size, end[1] - 7 * size),
        (end[0] + 54 * size, end[1] - 4 * size),
        (end[0] + 62 * size, end[1] + 12 * size),
        (end[0] - 18 * size, end[1] + 12 * size),
    ]
    layer.shape(hood, Ramp("#79829e", "#434b68"))
    glass = [
        (end[0] - 10 * size, end[1] + 12 * size),
        (end[0] + 56 * size, end[1] + 12 * size),
        (end[0] + 44 * size, end[1] + 24 * size),
        (end[0] + 2 * size, end[1] + 24 * size),
    ]
    layer.shape(glass, "#fff6d8" if is_lit else "#1a2036")
    if not is_lit:
        layer.stroke(
            [
                (end[0] + 12 * size, end[1] + 13 * size),
                (end[0] + 22 * size, end[1] + 19 * size),
                (end[0] + 18 * size, end[1] + 24 * size),
            ],
            "#9aa6c4",
            2.4,
        )
        layer.stroke(
            [(end[0] + 34 * size, end[1] + 13 * size), (end[0] + 30 * size, end[1] + 23 * size)], "#9aa6c4", 2.4
        )
    canvas.stamp(layer, turn=0 if is_lit else -34, around=end)
    if not is_lit:
        canvas.stroke(
            curve(end, (end[0] + 8, end[1] + 30), (end[0] - 14, end[1] + 44), (end[0] - 4, end[1] + 74)), "#11162a", 3.4
        )
        canvas.panel((x - 34, y - 250, x + 34, y - 214), Ramp("#e9ecf4", "#b9c0d2"), radius=4)
        canvas.words((x, y - 232), "BX-017", 17, "#2a3150")


def _bus_stop(canvas: Canvas) -> None:
    canvas.panel((640, 300, 822, 312), Ramp("#6d8aa8", "#4a6580"), radius=4)
    for x in (652, 804):
        canvas.panel((x, 308, x + 8, ROAD + 14), "#566f8b")
    canvas.panel((664, 322, 798, 440), Ramp("#5f7fa6", "#3b5577"), radius=3, alpha=0.75)
    canvas.panel((676, 332, 742, 428), Ramp("#e8edf5", "#b5c2d6"), radius=3)
    canvas.words((709, 352), "公交站", 16, "#294469")
    for row in range(5):
        canvas.stroke([(686, 374 + row * 11), (732, 374 + row * 11)], "#7d8fab", 2.4)
    canvas.panel((672, 446, 790, 455), "#7d93ad", radius=3)


def _rider(canvas: Canvas) -> None:
    vehicles.ebike(canvas, (690, 690), 0.66, ("#4a7fa5", "#24435f"), box="#b8702a")
    canvas.shade([(622, 574), (622, 596), (330, 690), (300, 600)], blur=22, strength=0.34, colour="#fff0c0")
    canvas.pool((624, 572), 24, 20, blur=10, strength=0.9, colour="#fff6d8")


def puddle() -> Canvas:
    """Rain has stopped the lane: water from kerb to kerb, leaves on the drain."""
    canvas = Canvas(Ramp("#8fa2ae", "#c9d3d5"))
    for x, y, size in ((180, 80, 120), (520, 50, 150), (860, 90, 130)):
        scenery.cloud(canvas, (x, y), size, alpha=0.35)
    for left, right, top, tone in (
        (-20, 180, 120, "#8c989d"),
        (170, 330, 70, "#97a1a3"),
        (640, 800, 90, "#909b9e"),
        (790, 1020, 40, "#85918f"),
    ):
        canvas.panel((left, top, right, 360), Ramp(tone, "#a9b3b3"))
        for x in range(left + 20, right - 24, 36):
            for y in range(top + 22, 320, 42):
                canvas.panel((x, y, x + 20, y + 24), "#f4dfae" if (x + y) % 7 == 0 else "#71808a", radius=2, alpha=0.85)
    canvas.panel((0, 322, 1000, 366), Ramp("#6f8f6d", "#54745a"), radius=10)
    scenery.tree(canvas, (410, 372), 290, seed=4, leaves=("#3d6650", "#51806a", "#6f9b7d"))
    scenery.tree(canvas, (580, 368), 250, seed=17, leaves=("#3d6650", "#51806a", "#6f9b7d"))
    canvas.panel((0, 360, 1000, 750), Ramp("#7d8588", "#565d61"))
    canvas.shape([(0, 360), (1000, 360), (1000, 384), (0, 384)], "#b3b6b0")
    canvas.panel((0, 384, 1000, 394), "#6a6e6e")
    _water(canvas)
    vehicles.ebike(canvas, (730, 548), 0.84, ("#69b08f", "#35745a"), box="#e0a02e")
    canvas.shape([(560, 530), (900, 530), (900, 552), (560, 552)], "#93a9b4", alpha=0.55)
    for x in (640, 818):
        canvas.ring((x, 540), 52, 11, "#e4eef1", 2.4)
    _rain(canvas)
    canvas.grain(0.05, seed=11)
    return canvas


def _water(canvas: Canvas) -> None:
    edge = blob((500, 556), 478, 128, bumps=0.09, seed=21, steps=90)
    canvas.shape([(x, y + 5) for x, y in edge], "#3f474b", alpha=0.7)
    canvas.shape(edge, Ramp("#8ea4b0", "#5f7683"))
    canvas.mirror_below(388, edge, strength=0.45)
    canvas.shape(edge, Ramp("#a9c2ce", "#4f6876"), alpha=0.3)
    roll = random.Random(14)
    for _ in range(26):
        angle, reach = roll.uniform(0, math.tau), roll.uniform(0, 0.85)
        spot = (500 + 440 * reach * math.cos(angle), 556 + 112 * reach * math.sin(angle))
        size = roll.uniform(7, 24)
        canvas.ring(spot, size, size * 0.3, "#eaf2f4", 1.8)
        canvas.ring(spot, size * 0.5, size * 0.15, "#dce8ec", 1.4)
    _drain(canvas)


def _drain(canvas: Canvas) -> None:
    canvas.shape([(250, 640), (402, 640), (424, 700), (238, 700)], "#33393c")
    for bar in range(7):
        top = 262 + bar * 22
        canvas.stroke([(top, 644), (top + (bar - 3) * 2, 696)], "#8b9498", 7)
    roll = random.Random(8)
    for _ in range(30):
        x, y = roll.uniform(236, 430), roll.uniform(630, 708)
        leaf = [
            *curve((x - 15, y), (x - 5, y - 9), (x + 6, y - 9), (x + 15, y)),
            *curve((x + 15, y), (x + 6, y + 8), (x - 5, y + 8), (x - 15, y)),
        ]
        canvas.shape(leaf, roll.choice(["#a8742f", "#c08a3a", "#7d6a34", "#8f9a4b"]), alpha=0.96)


def _rain(canvas: Canvas) -> None:
    roll = random.Random(6)
    layer = Canvas()
    for _ in range(90):
        x, y, long = roll.uniform(0, 1050), roll.uniform(-30, 720), roll.uniform(18, 46)
        layer.stroke([(x, y), (x - long * 0.28, y + long)], "#eef5f8", 1.7, alpha=0.6)
    canvas.stamp(layer)
