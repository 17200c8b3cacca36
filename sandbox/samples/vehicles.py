"""What stands and rides on the street: e-bikes seen from the side, cars seen from the front."""

from sandbox.samples.canvas import Canvas, Colour, Point, Ramp, curve


def ebike(canvas: Canvas, foot: Point, size: float, paint: tuple[Colour, Colour], *, box: Colour | None = None) -> None:
    """An e-bike facing left, its wheels on `foot`; with a delivery box if a colour for one is given."""
    x, y = foot
    light, dark = paint

    def at(dx: float, dy: float) -> Point:
        return x + dx * size, y - dy * size

    canvas.pool(at(0, -2), 165 * size, 13 * size, blur=8, strength=0.5)
    for wheel in (-108, 104):
        canvas.disc(at(wheel, 42), 43 * size, 43 * size, "#23282b")
        canvas.disc(at(wheel, 42), 28 * size, 28 * size, Ramp("#c3cacc", "#81898c"))
        canvas.disc(at(wheel, 42), 22 * size, 22 * size, "#3a4144")
        for spoke in ((0, 24), (21, 12), (21, -12)):
            ends = [at(wheel - spoke[0], 42 - spoke[1]), at(wheel + spoke[0], 42 + spoke[1])]
            canvas.stroke(ends, "#b4bcbf", 4 * size)
        canvas.disc(at(wheel, 42), 8 * size, 8 * size, "#d7dcdd")
    canvas.shape([at(40, 50), at(168, 62), at(160, 96), at(52, 118)], Ramp(light, dark))
    canvas.shape([*curve(at(62, 92), at(80, 122), at(140, 118), at(158, 78)), at(150, 70)], dark)
    canvas.shape([at(-62, 44), at(56, 44), at(66, 66), at(-54, 66)], Ramp("#4a5255", "#2b3133"))
    canvas.shape([at(-54, 58), at(-78, 62), at(-94, 168), at(-64, 172)], Ramp(light, dark, across=True))
    canvas.shape(
        [*curve(at(-150, 70), at(-140, 110), at(-84, 112), at(-66, 74)), at(-86, 78), at(-130, 80)], Ramp(light, dark)
    )
    canvas.stroke([at(-108, 44), at(-84, 120)], "#8d969a", 9 * size)
    canvas.shape([at(-98, 150), at(-62, 150), at(-60, 196), at(-92, 204)], Ramp(light, dark))
    canvas.disc(at(-97, 178), 11 * size, 15 * size, "#fff3c4")
    canvas.disc(at(-98, 178), 7 * size, 10 * size, "#ffffff")
    canvas.stroke([at(-80, 196), at(-58, 214), at(-34, 206)], "#2c3336", 7 * size)
    canvas.stroke([at(-46, 209), at(-26, 201)], "#15181a", 11 * size)
    canvas.stroke([at(-66, 210), at(-74, 246)], "#2c3336", 4 * size)
    canvas.disc(at(-74, 250), 15 * size, 11 * size, Ramp("#4b5457", "#23292b"))
    canvas.shape(
        [*curve(at(8, 122), at(20, 140), at(110, 142), at(150, 128)), at(146, 112), at(20, 108)],
        Ramp("#3a3f41", "#17191a"),
    )
    canvas.panel((*at(158, 104), *at(172, 84)), "#d43f33", radius=3 * size)
    canvas.stroke(curve(at(54, 100), at(80, 112), at(120, 108), at(150, 90)), "#ffffff", 3 * size, alpha=0.4)
    canvas.stroke([at(20, 46), at(34, 2)], "#3a4144", 5 * size)
    if box:
        _delivery_box(canvas, at(64, 132), size, box)


def _delivery_box(canvas: Canvas, corner: Point, size: float, colour: Colour) -> None:
    x, y = corner
    canvas.panel((x, y - 96 * size, x + 104 * size, y), colour, radius=8 * size)
    canvas.panel((x, y - 96 * size, x + 104 * size, y), Ramp("#ffffff", "#000000"), radius=8 * size, alpha=0.16)
    canvas.panel((x - 3 * size, y - 104 * size, x + 107 * size, y - 84 * size), colour, radius=6 * size)
    canvas.panel((x, y - 40 * size, x + 104 * size, y - 30 * size), "#f2f4f0", alpha=0.9)
    canvas.words((x + 52 * size, y - 60 * size), "随手拍", 26 * size, "#ffffff")


def car_front(canvas: Canvas, foot: Point, size: float, paint: tuple[Colour, Colour]) -> None:
    """A car seen from the front; no plate number, only the blue plate."""
    x, y = foot
    light, dark = paint

    def at(dx: float, dy: float) -> Point:
        return x + dx * size, y - dy * size

    canvas.pool(at(0, 0), 178 * size, 17 * size, blur=11, strength=0.65)
    for side in (-1, 1):
        canvas.panel((*sorted_box(at(side * 150, 52), at(side * 104, -4)),), "#17191b", radius=10 * size)
    roof = curve(at(-112, 168), at(-96, 250), at(-84, 262), at(0, 262)) + curve(
        at(0, 262), at(84, 262), at(96, 250), at(112, 168)
    )
    canvas.shape([*roof, at(150, 150), at(-150, 150)], Ramp(light, dark))
    glass = [at(-104, 168), at(-84, 240), at(-70, 248), at(70, 248), at(84, 240), at(104, 168)]
    canvas.shape(glass, Ramp("#41545e", "#9db6bf"))
    canvas.shape([at(-60, 248), at(-20, 248), at(-58, 168), at(-98, 168)], "#ffffff", alpha=0.2)
    canvas.stroke([at(-96, 170), at(-30, 192)], "#22292c", 4 * size)
    canvas.stroke([at(6, 170), at(70, 192)], "#22292c", 4 * size)
    body = curve(at(-160, 34), at(-168, 140), at(-150, 160), at(-112, 172)) + curve(
        at(112, 172), at(150, 160), at(168, 140), at(160, 34)
    )
    canvas.shape(body, Ramp(light, dark))
    canvas.shape(
        [*curve(at(-112, 168), at(-60, 150), at(60, 150), at(112, 168)), at(120, 120), at(-120, 120)], light, alpha=0.5
    )
    canvas.shape([at(-70, 104), at(70, 104), at(58, 66), at(-58, 66)], Ramp("#23282b", "#3e464a"))
    for row in (76, 86, 96):
        canvas.stroke([at(-62, row), at(62, row)], "#8d979b", 2.4 * size)
    for side in (-1, 1):
        canvas.shape(
            [at(side * 82, 120), at(side * 148, 136), at(side * 156, 100), at(side * 86, 94)],
            Ramp("#fdfdf6", "#b9c6cb"),
        )
        canvas.disc(at(side * 118, 112), 13 * size, 13 * size, "#ffffff")
        canvas.disc(at(side * 126, 62), 14 * size, 9 * size, "#e7c26b")
        canvas.shape([at(side * 122, 176), at(side * 160, 182), at(side * 164, 204), at(side * 130, 198)], dark)
    canvas.shape([at(-158, 52), at(158, 52), at(152, 22), at(-152, 22)], Ramp(dark, "#22282b"))
    canvas.panel((*at(-44, 54), *at(44, 30)), Ramp("#3a6fc0", "#2a549b"), radius=3 * size)
    canvas.disc(at(0, 118), 9 * size, 9 * size, "#dfe4e6")


def sorted_box(first: Point, second: Point) -> tuple[float, float, float, float]:
    """A box from two opposite corners in any order."""
    return (min(first[0], second[0]), min(first[1], second[1]), max(first[0], second[0]), max(first[1], second[1]))
