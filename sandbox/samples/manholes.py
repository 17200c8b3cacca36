"""A road with a hole where the cover should be, and the same hole fenced off until it is mended."""

import math
import random

from sandbox.samples import scenery, vehicles
from sandbox.samples.canvas import Canvas, Point, Ramp, blob

HOLE = (420.0, 570.0)


def missing() -> Canvas:
    """Late afternoon: the cover is gone, a courier has only just stopped."""
    canvas = Canvas()
    _street(canvas, Ramp("#f6c98b", "#fbe8c8"), Ramp("#6a6a70", "#4d4e55"), glow="#ffb45e")
    vehicles.ebike(canvas, (742, 500), 0.78, ("#58a7c9", "#2b6f93"), box="#e8962e")
    _hole(canvas)
    _rubble(canvas)
    canvas.shade([(0, 640), (300, 750), (0, 750)], blur=40, strength=0.3)
    canvas.grain(0.07, seed=3)
    return canvas


def fenced() -> Canvas:
    """Next morning: a new cover, barriers all round, a sign for those who ride past."""
    canvas = Canvas()
    _street(canvas, Ramp("#9cc9e6", "#e3f1f4"), Ramp("#777b82", "#5a5e66"), glow="#fff6da")
    _barrier(canvas, (300, 505), (548, 498), 96)
    _cover(canvas)
    _barrier(canvas, (238, 618), (300, 505), 112)
    _barrier(canvas, (612, 606), (548, 498), 112)
    _cone(canvas, (196, 664), 1.05)
    _cone(canvas, (668, 650), 1.0)
    _barrier(canvas, (238, 640), (612, 628), 128)
    _sign(canvas, (430, 668))
    canvas.grain(0.06, seed=4)
    return canvas


def _street(canvas: Canvas, sky: Ramp, asphalt: Ramp, *, glow: str) -> None:
    canvas.panel((0, 0, 1000, 330), sky)
    canvas.pool((250, 290), 230, 150, blur=70, strength=0.75, colour=glow)
    for left, top, right, tone in (
        (-20, 150, 110, "#b9a99a"),
        (96, 205, 220, "#a89c95"),
        (215, 120, 300, "#b3a59b"),
        (690, 60, 860, "#c3ad97"),
        (845, 10, 1010, "#a9927f"),
    ):
        _block(canvas, left, top, right, tone)
    scenery.road(canvas, 316, tone=asphalt, walk=Ramp("#b9b1a2", "#cfc8ba"))
    canvas.panel((0, 290, 560, 322), Ramp("#7f9a6a", "#60804f"), radius=12)
    scenery.tree(canvas, (930, 470), 420, seed=6)
    scenery.tree(canvas, (690, 372), 230, seed=2)
    scenery.tree(canvas, (120, 330), 210, seed=9)
    canvas.shade([(1000, 520), (1000, 640), (520, 700), (380, 690)], blur=26, strength=0.28)


def _block(canvas: Canvas, left: float, top: float, right: float, tone: str) -> None:
    canvas.panel((left, top, right, 330), tone)
    canvas.panel((right - 16, top, right, 330), "#1a2430", alpha=0.14)
    for x in range(int(left) + 14, int(right) - 24, 26):
        for y in range(int(top) + 16, 300, 30):
            canvas.panel((x, y, x + 13, y + 17), "#f3e3bf" if (x * y) % 5 == 0 else "#7d8790", radius=1, alpha=0.7)


def _hole(canvas: Canvas) -> None:
    x, y = HOLE
    canvas.shape(blob(HOLE, 186, 74, bumps=0.05, seed=8), "#3d3e44", alpha=0.55)
    canvas.disc((x, y + 3), 160, 62, Ramp("#a9adb0", "#5d6165"))
    canvas.disc(HOLE, 146, 54, Ramp("#6f5a48", "#251f1b"))
    canvas.disc((x, y + 12), 138, 44, Ramp("#2e2723", "#0b0a0a"))
    canvas.disc((x, y + 22), 120, 33, "#050505")
    for step in range(3):
        rung = y - 22 + step * 17
        half = 26 - step * 3
        canvas.stroke([(x + 30 - half, rung), (x + 30 + half, rung)], "#8a5b38", 5 - step, alpha=0.9 - step * 0.25)
    canvas.ring((x, y + 1), 160, 62, "#c9cdcf", 3)
    canvas.ring((x, y), 147, 54.5, "#3b3e41", 3)
    for angle in range(0, 360, 30):
        at = (x + 153 * math.cos(math.radians(angle)), y + 1 + 58 * math.sin(math.radians(angle)))
        canvas.disc(at, 3.4, 2.2, "#44484b")


def _rubble(canvas: Canvas) -> None:
    roll = random.Random(2)
    x, y = HOLE
    for start, bend in ((-176, -60), (168, 46), (-120, 60), (96, -58)):
        points = [(x + start, y + bend * 0.5)]
        for _ in range(5):
            last = points[-1]
            points.append((last[0] + (22 if start > 0 else -22) + roll.uniform(-6, 6), last[1] + roll.uniform(-9, 11)))
        canvas.stroke(points, "#26272b", 3.4, alpha=0.8)
    for _ in range(34):
        angle, reach = roll.uniform(0, math.tau), roll.uniform(1.15, 1.6)
        at = (x + 150 * reach * math.cos(angle), y + 58 * reach * math.sin(angle))
        stone = blob(at, roll.uniform(4, 11), roll.uniform(3, 7), bumps=0.3, seed=roll.randint(0, 99), steps=8)
        canvas.shape([(px + 3, py + 4) for px, py in stone], "#15181c", alpha=0.45)
        canvas.shape(stone, roll.choice(["#8b8c90", "#75767b", "#a3a19b"]))


def _cover(canvas: Canvas) -> None:
    x, y = HOLE
    canvas.disc((x, y + 3), 134, 46, Ramp("#a9adb0", "#5d6165"))
    canvas.disc((x, y), 124, 41, Ramp("#7b8084", "#565b5f"))
    for share in (0.82, 0.56, 0.3):
        canvas.ring((x, y), 124 * share, 41 * share, "#3f4447", 3)
    for angle in range(0, 180, 22):
        turn = math.radians(angle)
        canvas.stroke(
            [(x - 100 * math.cos(turn), y - 33 * math.sin(turn)), (x + 100 * math.cos(turn), y + 33 * math.sin(turn))],
            "#a3a8ab",
            2,
            alpha=0.5,
        )
    canvas.ring((x, y), 133, 45, "#d3d7d9", 2.4)


def _barrier(canvas: Canvas, left: Point, right: Point, tall: float) -> None:
    def along(share: float, up: float) -> Point:
        return left[0] + (right[0] - left[0]) * share, left[1] + (right[1] - left[1]) * share - up * tall

    for share in (0.04, 0.96):
        foot = along(share, 0)
        canvas.pool((foot[0] + 6, foot[1] + 2), 24, 6, blur=5, strength=0.5)
        canvas.stroke([foot, along(share, 1)], "#d5582c", 9)
        canvas.stroke([along(share, 0), (foot[0] - 16, foot[1] + 7)], "#d5582c", 6)
        canvas.stroke([along(share, 0), (foot[0] + 16, foot[1] + 5)], "#d5582c", 6)
    for low, high in ((0.66, 0.96), (0.24, 0.46)):
        canvas.shape([along(0, high), along(1, high), along(1, low), along(0, low)], Ramp("#fbfaf4", "#dedbd0"))
        for step in range(6):
            start = step / 6
            canvas.shape(
                [along(start, high), along(start + 0.09, high), along(start + 0.155, low), along(start + 0.065, low)],
                Ramp("#f0703a", "#d4531f"),
            )


def _cone(canvas: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    canvas.pool((x + 10, y + 3), 50 * size, 11 * size, blur=6, strength=0.5)
    canvas.shape(
        [
            (x - 44 * size, y),
            (x - 30 * size, y - 14 * size),
            (x + 34 * size, y - 14 * size),
            (x + 46 * size, y),
            (x, y + 10 * size),
        ],
        Ramp("#4a4f52", "#2c3032"),
    )

    def band(low: float, high: float, colours: tuple[str, str]) -> None:
        def half(up: float) -> float:
            return (30 - 24 * up) * size

        bottom, top = y - 6 * size - low * 100 * size, y - 6 * size - high * 100 * size
        canvas.shape(
            [(x - half(low), bottom), (x - half(high), top), (x + half(high), top), (x + half(low), bottom)],
            Ramp(*colours, across=True),
        )

    band(0, 1, ("#f5854c", "#c84a1c"))
    band(0.28, 0.46, ("#ffffff", "#cfd3d4"))
    band(0.64, 0.8, ("#ffffff", "#cfd3d4"))


def _sign(canvas: Canvas, foot: Point) -> None:
    x, y = foot
    canvas.pool((x, y + 28), 92, 11, blur=7, strength=0.5)
    for side in (-1, 1):
        canvas.stroke([(x + side * 62, y - 70), (x + side * 78, y + 26)], "#8d9497", 7)
    canvas.panel((x - 112, y - 96, x + 112, y - 4), Ramp("#f7cf4d", "#eab62a"), radius=8)
    canvas.panel((x - 105, y - 89, x + 105, y - 11), "#2b2b26", radius=5)
    canvas.panel((x - 101, y - 85, x + 101, y - 15), Ramp("#f9d75f", "#efbe34"), radius=4)
    canvas.words((x, y - 66), "井盖维修", 29, "#2b2b26")
    canvas.words((x, y - 34), "注意安全 请绕行", 21, "#2b2b26")
