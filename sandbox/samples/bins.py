"""The bin that the wind blew over, and the same bin upright after somebody came."""

import math
import random

from sandbox.samples import scenery
from sandbox.samples.canvas import Canvas, Point, Ramp, blob, curve

GREEN = ("#58a86b", "#2f7d4b", "#1f5e38")
BLUE = ("#4f93d0", "#2c6bb0", "#1d4f88")


def tipped() -> Canvas:
    """A green bin on its side, rubbish all over the yard, wind in the leaves."""
    canvas = Canvas()
    _yard(canvas)
    _standing(canvas, (800, 560), BLUE, "可回收物", size=0.92)
    _lying(canvas)
    _spilled(canvas)
    scenery.wind(canvas, (90, 250), 190)
    scenery.wind(canvas, (520, 330), 130)
    _leaves(canvas, seed=4)
    canvas.grain(0.06, seed=1)
    return canvas


def upright() -> Canvas:
    """The same corner, both bins in their places, the ground swept, a broom against the wall."""
    canvas = Canvas()
    _yard(canvas)
    _standing(canvas, (560, 590), GREEN, "厨余垃圾", size=1.0)
    _standing(canvas, (800, 560), BLUE, "可回收物", size=0.92)
    _broom(canvas)
    for x, y, size in ((410, 330, 1.0), (455, 290, 0.6), (690, 300, 0.8)):
        _sparkle(canvas, (x, y), 22 * size)
    canvas.grain(0.06, seed=2)
    return canvas


def _yard(canvas: Canvas) -> None:
    scenery.wall(canvas, 420, tone=Ramp("#f3e6cf", "#e4d1b1"), base=Ramp("#b88e72", "#96705a"))
    scenery.window(canvas, (90, 60, 270, 220), is_barred=True)
    scenery.window(canvas, (700, 60, 880, 220), is_barred=True)
    _door(canvas)
    scenery.plaque(canvas, (625, 120), "2幢")
    scenery.paving(canvas, 420, tone=Ramp("#b9b4a8", "#d8d3c6"))
    scenery.hedge(canvas, -40, 300, 452, 92, seed=3)
    scenery.hedge(canvas, 690, 1040, 452, 84, seed=8)
    scenery.sunlight(canvas, [(300, 0), (640, 0), (980, 750), (520, 750)])


def _door(canvas: Canvas) -> None:
    canvas.panel((372, 96, 560, 420), "#8f7a63", radius=4)
    canvas.panel((382, 106, 550, 420), Ramp("#5c6e75", "#3c4b52"))
    for left in (392, 470):
        canvas.panel((left, 120, left + 70, 300), Ramp("#9fc0c9", "#d5e4e3"), radius=3)
        canvas.panel((left, 316, left + 70, 404), Ramp("#53646b", "#435259"), radius=3)
    canvas.panel((460, 250, 466, 330), "#e7e2d4", radius=3)
    canvas.shade([(350, 98), (590, 98), (590, 132), (350, 132)], blur=10, strength=0.4)
    canvas.shape([(344, 74), (588, 74), (600, 100), (332, 100)], Ramp("#c9774f", "#a65c3b"))


def _standing(canvas: Canvas, foot: Point, tones: tuple[str, str, str], label: str, *, size: float) -> None:
    x, y = foot
    light, mid, dark = tones

    def at(dx: float, dy: float) -> Point:
        return x + dx * size, y - dy * size

    canvas.pool(at(18, -2), 98 * size, 17 * size, blur=9, strength=0.5)
    canvas.shape([at(-70, 0), at(-88, 205), at(70, 205), at(56, 0)], Ramp(mid, dark))
    canvas.shape([at(56, 0), at(70, 205), at(98, 196), at(82, 12)], Ramp(dark, "#17352a"))
    for step in (-38, 0, 34):
        canvas.stroke([at(step * 0.85, 10), at(step, 110)], dark, 3 * size, alpha=0.55)
    canvas.shape([at(-100, 203), at(-96, 232), at(74, 232), at(78, 203)], Ramp(light, mid))
    canvas.shape([at(78, 203), at(74, 232), at(104, 220), at(106, 194)], dark)
    lid = [*curve(at(-100, 231), at(-90, 262), at(60, 262), at(82, 232)), at(108, 220)]
    canvas.shape(lid, Ramp(light, mid))
    canvas.stroke(curve(at(-92, 238), at(-70, 256), at(40, 256), at(72, 238)), "#ffffff", 3 * size, alpha=0.35)
    canvas.panel((*at(-58, 166), *at(38, 122)), "#ffffff", radius=6, alpha=0.92)
    canvas.words(at(-10, 144), label, 21 * size, mid)
    for wheel in (-52, 66):
        canvas.disc(at(wheel, 2), 17 * size, 17 * size, "#22282b")
        canvas.disc(at(wheel, 2), 7 * size, 7 * size, "#9aa3a5")


def _lying(canvas: Canvas) -> None:
    light, mid, dark = GREEN
    canvas.pool((520, 640), 300, 34, blur=16, strength=0.5)
    canvas.disc((668, 622), 27, 27, "#22282b")
    canvas.disc((668, 622), 11, 11, "#9aa3a5")
    canvas.shape([(330, 636), (444, 594), (300, 590), (176, 634)], Ramp(light, mid))
    canvas.shape([(330, 636), (176, 634), (176, 645), (330, 648)], dark)
    canvas.shape([(330, 640), (318, 440), (690, 474), (694, 628)], Ramp(mid, dark))
    canvas.shape([(318, 440), (432, 398), (770, 444), (690, 474)], Ramp("#7cc48a", light))
    canvas.shape([(690, 474), (770, 444), (776, 592), (694, 628)], Ramp(dark, "#164028"))
    for share in (0.25, 0.5, 0.75):
        canvas.stroke([(430, 450 + share * 190), (680, 478 + share * 150)], dark, 4, alpha=0.45)
    canvas.shape([(312, 432), (436, 388), (448, 402), (452, 602), (334, 650), (322, 640)], Ramp(light, mid))
    canvas.shape([(326, 452), (428, 414), (436, 590), (338, 628)], Ramp("#18241d", "#35513f", across=True))
    canvas.shape(blob((392, 560), 42, 44, bumps=0.2, seed=3), Ramp("#3d4247", "#15181b"))
    canvas.panel((500, 520, 622, 570), "#ffffff", radius=6, alpha=0.9)
    canvas.words((561, 545), "厨余垃圾", 24, mid)


def _bag(canvas: Canvas, centre: Point, size: float, tones: tuple[str, str], *, seed: int) -> None:
    x, y = centre
    canvas.pool((x + 4, y + size * 0.72), size * 1.05, size * 0.22, blur=6, strength=0.5)
    canvas.shape(blob((x, y), size, size * 0.8, bumps=0.12, seed=seed), Ramp(*tones))
    canvas.shape(
        [
            (x - size * 0.2, y - size * 0.66),
            (x - size * 0.34, y - size * 1.12),
            (x, y - size * 0.92),
            (x + size * 0.3, y - size * 1.15),
            (x + size * 0.18, y - size * 0.66),
        ],
        tones[0],
    )
    for shift in (-0.45, -0.1, 0.3):
        start = (x + size * shift * 0.4, y - size * 0.6)
        canvas.stroke(
            curve(
                start,
                (x + size * shift, y - size * 0.2),
                (x + size * shift * 1.5, y),
                (x + size * shift * 1.6, y + size * 0.35),
            ),
            "#ffffff",
            2.4,
            alpha=0.2,
        )


def _spilled(canvas: Canvas) -> None:
    _bag(canvas, (270, 572), 52, ("#4a5056", "#1b1f23"), seed=5)
    _bag(canvas, (180, 660), 62, ("#484e55", "#17191c"), seed=11)
    _bag(canvas, (345, 674), 44, ("#e8e4da", "#b6b0a2"), seed=23)
    _carton(canvas, (440, 678))
    _bottle(canvas, (96, 590), 20)
    _bottle(canvas, (540, 706), -28)
    _takeout(canvas, (262, 716))
    _banana(canvas, (420, 640))
    roll = random.Random(9)
    for _ in range(16):
        spot = (roll.uniform(60, 620), roll.uniform(600, 735))
        scrap = blob(spot, roll.uniform(8, 19), roll.uniform(4, 9), bumps=0.4, seed=roll.randint(0, 99), steps=7)
        canvas.shape([(x + 3, y + 4) for x, y in scrap], "#1a2430", alpha=0.25)
        canvas.shape(scrap, roll.choice(["#f7f3e8", "#e9dfc6", "#d5e4ea", "#e8b7a2"]))


def _carton(canvas: Canvas, at: Point) -> None:
    x, y = at
    canvas.pool((x + 60, y + 34), 78, 14, blur=7, strength=0.5)
    canvas.shape([(x, y - 30), (x + 84, y - 14), (x + 84, y + 44), (x, y + 24)], Ramp("#c99a63", "#aa7c48"))
    canvas.shape([(x + 84, y - 14), (x + 128, y - 36), (x + 128, y + 16), (x + 84, y + 44)], Ramp("#a5773f", "#8a6234"))
    canvas.shape([(x, y - 30), (x + 46, y - 52), (x + 128, y - 36), (x + 84, y - 14)], "#5d4322")
    canvas.shape([(x, y - 30), (x + 46, y - 52), (x + 20, y - 84), (x - 22, y - 58)], Ramp("#deb37c", "#c99a63"))
    canvas.shape([(x + 84, y - 14), (x + 128, y - 36), (x + 162, y - 22), (x + 120, y + 4)], "#d2a56d")


def _bottle(canvas: Canvas, at: Point, turn: float) -> None:
    x, y = at
    layer = Canvas()
    layer.panel((x - 40, y - 13, x + 26, y + 13), Ramp("#c8e8ee", "#7fb9c7"), radius=9)
    layer.panel((x + 20, y - 7, x + 44, y + 7), "#9fd0da", radius=3)
    layer.panel((x + 42, y - 8, x + 52, y + 8), "#d4503e", radius=2)
    layer.panel((x - 22, y - 13, x + 8, y + 13), Ramp("#f0f6f2", "#c7d9d2"))
    layer.panel((x - 34, y - 9, x + 20, y - 5), "#ffffff", radius=2, alpha=0.7)
    canvas.pool((x, y + 13), 46, 7, blur=5, strength=0.4)
    canvas.stamp(layer, turn=turn, around=at)


def _takeout(canvas: Canvas, at: Point) -> None:
    x, y = at
    canvas.pool((x + 4, y + 18), 56, 9, blur=5, strength=0.45)
    canvas.shape([(x - 52, y - 16), (x + 52, y - 16), (x + 40, y + 18), (x - 40, y + 18)], Ramp("#fbfaf5", "#d6d2c6"))
    canvas.disc((x, y - 16), 52, 9, "#e9e5d9")
    canvas.disc((x, y - 16), 44, 6, Ramp("#c7803a", "#8d4f22"))


def _banana(canvas: Canvas, at: Point) -> None:
    x, y = at
    for angle in (200, 262, 330):
        tip = (x + 40 * math.cos(math.radians(angle)), y - 26 * math.sin(math.radians(angle)))
        side = (x + 26 * math.cos(math.radians(angle - 38)), y - 22 * math.sin(math.radians(angle - 38)))
        canvas.shape([*curve((x - 5, y), side, tip, tip), *curve(tip, tip, (x + 6, y + 4), (x + 5, y))], "#efc542")
    canvas.stroke([(x, y), (x + 3, y - 22)], "#c79a26", 7)


def _leaves(canvas: Canvas, *, seed: int) -> None:
    roll = random.Random(seed)
    for _ in range(22):
        x, y = roll.uniform(40, 960), roll.uniform(120, 520)
        layer = Canvas()
        layer.shape(
            [
                *curve((x - 14, y), (x - 4, y - 10), (x + 6, y - 10), (x + 14, y)),
                *curve((x + 14, y), (x + 6, y + 9), (x - 4, y + 9), (x - 14, y)),
            ],
            roll.choice(["#d98c33", "#c4622d", "#8fae4b", "#e3b04b"]),
        )
        canvas.stamp(layer, turn=roll.uniform(0, 360), around=(x, y))


def _broom(canvas: Canvas) -> None:
    canvas.stroke([(330, 190), (372, 500)], "#1a2430", 9, alpha=0.18)
    canvas.stroke([(316, 186), (352, 500)], "#c79a5b", 9)
    canvas.shape([(334, 492), (370, 488), (404, 566), (322, 576)], Ramp("#e2bd62", "#b98f35"))
    for step in range(7):
        canvas.stroke([(340 + step * 4, 500), (326 + step * 12, 572)], "#8d6a22", 2, alpha=0.6)
    canvas.stroke([(336, 506), (372, 502)], "#c3503e", 6)


def _sparkle(canvas: Canvas, at: Point, size: float) -> None:
    x, y = at
    star = []
    for step in range(8):
        reach = size if step % 2 == 0 else size * 0.24
        angle = math.pi / 4 * step
        star.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    canvas.shape(star, "#ffffff", alpha=0.9)
