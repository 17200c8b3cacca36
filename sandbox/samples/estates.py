"""Two everyday dangers of an estate: a charging wire hung from a window, and a fire lane full of cars."""

from sandbox.samples import scenery, vehicles
from sandbox.samples.canvas import Canvas, Point, Ramp, curve


def flying_wire() -> Canvas:
    """An e-bike charges in the yard through a wire let down from a third-floor window."""
    canvas = Canvas()
    scenery.wall(canvas, 480, tone=Ramp("#dfe6e3", "#c3cfcb"), base=Ramp("#8d9a96", "#6d7a77"))
    canvas.panel((0, 232, 1000, 250), Ramp("#f2f4ef", "#aeb9b5"))
    for left in (70, 420, 760):
        scenery.window(canvas, (left, 20, left + 170, 170))
    scenery.window(canvas, (70, 286, 240, 372), is_barred=True)
    scenery.window(canvas, (760, 286, 930, 372), is_barred=True)
    _open_window(canvas)
    _cooler(canvas, (300, 118))
    _drainpipe(canvas, 706)
    scenery.plaque(canvas, (330, 296), "9幢")
    scenery.paving(canvas, 480, tone=Ramp("#a9b0ab", "#cbd0ca"), seam="#5d6865")
    scenery.hedge(canvas, -40, 250, 506, 74, seed=12)
    scenery.hedge(canvas, 800, 1040, 506, 74, seed=15)
    scenery.sunlight(canvas, [(560, 0), (860, 0), (1000, 400), (1000, 750), (900, 750)], strength=0.25)
    vehicles.ebike(canvas, (380, 648), 1.06, ("#e46a5c", "#a93a35"))
    _wire(canvas)
    canvas.grain(0.06, seed=6)
    return canvas


def _open_window(canvas: Canvas) -> None:
    canvas.panel((424, 24, 500, 166), Ramp("#3b4a50", "#5a6a6d"))
    canvas.shape([(424, 24), (446, 24), (440, 110), (430, 166), (424, 166)], "#e8b8a0", alpha=0.9)
    canvas.shape([(446, 24), (462, 24), (450, 90)], "#d99c80", alpha=0.9)
    canvas.panel((462, 140, 492, 166), Ramp("#d98f4c", "#a9632d"), radius=3)
    canvas.disc((477, 128), 20, 18, "#5d9a55")
    canvas.disc((468, 118), 11, 10, "#7db768")


def _cooler(canvas: Canvas, at: Point) -> None:
    x, y = at
    canvas.panel((x + 8, y + 12, x + 104, y + 92), "#1a2430", radius=5, alpha=0.2)
    canvas.panel((x, y, x + 96, y + 78), Ramp("#f4f4ef", "#cdd0cb"), radius=5)
    canvas.disc((x + 38, y + 39), 31, 31, "#aab2b1")
    for size in (26, 18, 10):
        canvas.ring((x + 38, y + 39), size, size, "#6f7a7a", 2.4)
    for row in range(5):
        canvas.stroke([(x + 76, y + 18 + row * 9), (x + 90, y + 18 + row * 9)], "#9aa3a2", 2.4)
    canvas.panel((x + 6, y + 78, x + 90, y + 86), "#8d9794")


def _drainpipe(canvas: Canvas, x: float) -> None:
    canvas.panel((x + 14, 0, x + 24, 480), "#1a2430", alpha=0.14)
    canvas.panel((x, 0, x + 15, 486), Ramp("#f1f3ef", "#b7c1bd", across=True))
    for y in (80, 230, 390):
        canvas.panel((x - 4, y, x + 19, y + 9), "#9aa6a2", radius=2)


def _wire(canvas: Canvas) -> None:
    drop = curve((486, 168), (500, 300), (610, 330), (590, 470)) + curve((590, 470), (584, 520), (640, 560), (610, 600))
    canvas.stroke([(x + 12, y + 8) for x, y in drop[:25]], "#1a2430", 6, alpha=0.2)
    canvas.stroke(drop, "#ef7f1a", 7)
    canvas.stroke([(x - 1.5, y - 1) for x, y in drop], "#ffc07a", 2, alpha=0.9)
    canvas.pool((628, 626), 66, 10, blur=5, strength=0.5)
    canvas.panel((566, 596, 690, 626), Ramp("#fbfbf7", "#cfd2cc"), radius=7)
    for hole in range(3):
        x = 592 + hole * 34
        canvas.panel((x - 11, 602, x + 11, 620), "#e4e6e0", radius=4)
        canvas.stroke([(x - 4, 608), (x - 4, 614)], "#2c3335", 2.4)
        canvas.stroke([(x + 4, 608), (x + 4, 614)], "#2c3335", 2.4)
    canvas.panel((580, 594, 606, 612), "#23282b", radius=4)
    canvas.disc((678, 611), 5, 5, "#e2402e")
    canvas.pool((678, 611), 14, 12, blur=7, strength=0.7, colour="#ff5a3c")
    canvas.stroke(curve((594, 596), (580, 540), (540, 560), (516, 556)), "#22282b", 6)
    canvas.stroke(curve((516, 556), (498, 552), (488, 560), (470, 556)), "#22282b", 6)
    canvas.panel((506, 546, 546, 566), Ramp("#3c4347", "#1c2022"), radius=4)
    canvas.disc((537, 556), 3.5, 3.5, "#6ee07f")


def fire_lane() -> Canvas:
    """Two cars stand on the yellow lane that the fire engine would need."""
    canvas = Canvas(Ramp("#bcd9e8", "#eef4f1"))
    scenery.cloud(canvas, (520, 70), 62)
    _towers(canvas)
    canvas.panel((0, 300, 1000, 750), Ramp("#8b8f90", "#6f7375"))
    canvas.shape([(0, 300), (370, 300), (0, 640)], Ramp("#9fbf86", "#6f9a62"))
    canvas.shape([(630, 300), (1000, 300), (1000, 640)], Ramp("#a6c48c", "#729c64"))
    canvas.shape([(362, 300), (374, 300), (0, 668), (0, 634)], "#d9d6cc")
    canvas.shape([(626, 300), (638, 300), (1000, 634), (1000, 668)], "#d9d6cc")
    for left, right, bottom, seed in ((-30, 150, 420, 2), (170, 322, 352, 3), (690, 830, 360, 4), (860, 1030, 428, 5)):
        scenery.hedge(canvas, left, right, bottom, 46, seed=seed)
    _markings(canvas)
    _hydrant(canvas, (872, 560))
    vehicles.car_front(canvas, (545, 402), 0.62, ("#e9ecec", "#aab2b5"))
    vehicles.car_front(canvas, (440, 560), 1.08, ("#d35a4a", "#8d2c27"))
    canvas.grain(0.06, seed=7)
    return canvas


def _towers(canvas: Canvas) -> None:
    for left, right, top, near, tone in (
        (0, 300, 0, 352, "#e7d3bd"),
        (700, 1000, 0, 352, "#dcc6ae"),
        (330, 430, 96, 312, "#cfd6d4"),
        (560, 672, 70, 312, "#d6d2c6"),
    ):
        canvas.panel((left, top, right, near), Ramp(tone, "#bfae9a"))
        is_near = right - left > 150
        step, high = (74, 66) if is_near else (30, 32)
        for x in range(left + step // 3, right - step // 2, step):
            for y in range(top + step // 3, near - high, high):
                canvas.panel((x, y, x + step * 0.56, y + high * 0.52), Ramp("#7d9cab", "#b5cdd3"), radius=2)
                canvas.panel((x - 3, y + high * 0.52, x + step * 0.56 + 3, y + high * 0.6), "#f3ede0")
    canvas.shade([(0, 340), (300, 340), (300, 360), (0, 372)], blur=9, strength=0.3)
    canvas.shade([(700, 340), (1000, 340), (1000, 372), (700, 360)], blur=9, strength=0.3)


def _markings(canvas: Canvas) -> None:
    yellow = "#f2c230"

    def lane(side: float, y: float) -> Point:
        # Both edges of the lane run towards (500, 200).
        half = (y - 200) * 0.62
        return 500 + side * half, y

    for side in (-1, 1):
        outer = [lane(side, 306), lane(side, 750), lane(side * 0.95, 750), lane(side * 0.93, 306)]
        canvas.shape(outer, yellow, alpha=0.95)
    for y in (330, 372, 436, 530, 664):
        tall = (y - 200) * 0.055
        canvas.shape([lane(-0.93, y), lane(0.93, y), lane(0.93, y + tall), lane(-0.93, y + tall)], yellow, alpha=0.9)
    corners = [lane(-0.8, 590), lane(0.8, 590), lane(0.8, 652), lane(-0.8, 652)]
    canvas.floor_words(corners, "消防车道", yellow, alpha=0.95)
    canvas.floor_words(
        [lane(-0.82, 696), lane(0.82, 696), lane(0.82, 746), lane(-0.82, 746)], "禁止占用", yellow, alpha=0.95
    )


def _hydrant(canvas: Canvas, foot: Point) -> None:
    x, y = foot
    canvas.pool((x + 8, y + 2), 44, 10, blur=6, strength=0.5)
    canvas.panel((x - 34, y - 14, x + 34, y), Ramp("#b93328", "#7f1e19"), radius=4)
    canvas.panel((x - 23, y - 104, x + 23, y - 8), Ramp("#ea5b48", "#a82b23", across=True), radius=8)
    canvas.panel((x - 48, y - 84, x + 48, y - 54), Ramp("#d9463a", "#8d241e"), radius=7)
    canvas.disc((x, y - 69), 15, 15, "#f0d9a0")
    canvas.disc((x, y - 69), 8, 8, "#b18a3e")
    canvas.shape(
        [*curve((x - 28, y - 102), (x - 22, y - 140), (x + 22, y - 140), (x + 28, y - 102))], Ramp("#f0705c", "#b5342a")
    )
    canvas.panel((x - 7, y - 144, x + 7, y - 126), "#8d241e", radius=3)
