"""A stairwell corridor in one-point perspective: full of boxes, and cleared."""

from sandbox.samples.canvas import Canvas, Colour, Point, Ramp, blob, curve

# The camera stands in the middle of a corridor 4 wide and 3 high; lengths are metres from it.
FAR, NEAR = 9.0, 1.0
LOOK_AT: Point = (500, 330)
LENS = 470.0
HALF_WIDTH, EYE, CEILING = 1.7, 1.5, 1.35


def cluttered() -> Canvas:
    """Boxes to the ceiling, an old chair, a bundle of newspapers: hardly a foot wide left to walk."""
    canvas = Canvas()
    _shell(canvas, bright=0.0)
    for box in (
        (-1.7, -0.75, 0, 0.9, 7.0, 8.0, "#b98a55"),
        (-1.7, -0.9, 0.9, 1.6, 7.0, 7.8, "#c99c66"),
        (0.7, 1.7, 0, 1.1, 6.4, 7.6, "#a97b49"),
        (0.85, 1.6, 1.1, 1.75, 6.5, 7.4, "#c3945d"),
        (-1.7, -0.6, 0, 0.75, 5.2, 6.4, "#c89a62"),
        (-1.65, -0.75, 0.75, 1.4, 5.3, 6.2, "#b4844e"),
        (-1.6, -0.9, 1.4, 1.95, 5.4, 6.1, "#d1a66f"),
    ):
        _box(canvas, *box)
    _chair(canvas, 5.1)
    for box in (
        (0.75, 1.7, 0, 0.8, 3.6, 4.5, "#bf9059"),
        (0.85, 1.7, 0.8, 1.5, 3.7, 4.4, "#d0a269"),
        (-1.7, -0.5, 0, 0.7, 3.3, 4.4, "#b5864f"),
        (-1.66, -0.7, 0.7, 1.25, 3.4, 4.3, "#cb9d66"),
        (-1.6, -1.0, 1.25, 1.75, 3.5, 4.1, "#8fa7b2"),
        (0.55, 1.55, 0, 0.55, 2.5, 3.2, "#c99a62"),
    ):
        _box(canvas, *box)
    _bundle(canvas, 2.6)
    canvas.grain(0.06, seed=8)
    return canvas


def clear() -> Canvas:
    """The same corridor swept and bright, a plant by the window."""
    canvas = Canvas()
    _shell(canvas, bright=1.0)
    _plant(canvas)
    canvas.shade(
        [_at(-0.9, -0, 8.6), _at(0.9, 0, 8.6), _at(0.8, 0, 2.0), _at(-0.8, 0, 2.0)],
        blur=26,
        strength=0.35,
        colour="#fffbe6",
    )
    canvas.grain(0.05, seed=9)
    return canvas


def _at(across: float, up: float, away: float) -> Point:
    """Where a point of the corridor (metres right of the middle, above the floor, from the eye) is on the picture."""
    return LOOK_AT[0] + across / away * LENS * 1.55, LOOK_AT[1] + (EYE - up) / away * LENS * 1.35


def _quad(*points: tuple[float, float, float]) -> list[Point]:
    return [_at(*point) for point in points]


def _shell(canvas: Canvas, *, bright: float) -> None:
    w, top = HALF_WIDTH, EYE + CEILING
    floor = Ramp("#c3c9c4", "#9aa39e") if bright else Ramp("#8d8c80", "#a09d8e")
    plaster = ("#f6f4ea", "#e3e0d2") if bright else ("#d9d2bd", "#bdb49d")
    dado = ("#8fc0ab", "#6ea48e") if bright else ("#7fa390", "#5f8371")
    canvas.panel((0, 0, 1000, 750), plaster[0])
    canvas.shape(_quad((-w, 0, FAR), (w, 0, FAR), (w, 0, NEAR), (-w, 0, NEAR)), floor)
    canvas.shape(
        _quad((-w, top, FAR), (w, top, FAR), (w, top, NEAR), (-w, top, NEAR)),
        Ramp("#efece0", plaster[0]) if bright else Ramp("#b5ad98", "#cbc3ad"),
    )
    for side in (-w, w):
        ramp = Ramp(plaster[1], plaster[0], across=True) if side > 0 else Ramp(plaster[0], plaster[1], across=True)
        canvas.shape(_quad((side, 0, FAR), (side, top, FAR), (side, top, NEAR), (side, 0, NEAR)), ramp)
        canvas.shape(_quad((side, 0, FAR), (side, 1.15, FAR), (side, 1.15, NEAR), (side, 0, NEAR)), Ramp(*dado))
        canvas.shape(_quad((side, 1.15, FAR), (side, 1.2, FAR), (side, 1.2, NEAR), (side, 1.15, NEAR)), "#4d6e5e")
        canvas.shape(_quad((side, 0, FAR), (side, 0.1, FAR), (side, 0.1, NEAR), (side, 0, NEAR)), "#56625c")
    for row in range(2, 18):
        away = row * 0.5
        canvas.stroke(_quad((-w, 0, away), (w, 0, away)), "#5b625d", 1.6, alpha=0.3)
    for column in range(-3, 4):
        canvas.stroke(_quad((column * 0.5, 0, FAR), (column * 0.5, 0, NEAR)), "#5b625d", 1.6, alpha=0.25)
    _end_wall(canvas, dado, plaster, bright=bright)
    for side, away in ((-w, 6.2), (w, 5.0), (-w, 3.0), (w, 2.6)):
        _door(canvas, side, away)
    _lamps(canvas, bright=bright)
    if not bright:
        canvas.shade([(0, 0), (180, 0), (120, 750), (0, 750)], blur=60, strength=0.3)
        canvas.shade([(1000, 0), (820, 0), (880, 750), (1000, 750)], blur=60, strength=0.3)


def _end_wall(canvas: Canvas, dado: tuple[Colour, Colour], plaster: tuple[Colour, Colour], *, bright: float) -> None:
    w, top = HALF_WIDTH, EYE + CEILING
    canvas.shape(_quad((-w, 0, FAR), (w, 0, FAR), (w, top, FAR), (-w, top, FAR)), plaster[1])
    canvas.shape(_quad((-w, 0, FAR), (w, 0, FAR), (w, 1.15, FAR), (-w, 1.15, FAR)), dado[1])
    pane = Ramp("#bfe0ee", "#f4fbf6") if bright else Ramp("#9db4bd", "#cfd9d4")
    canvas.shape(_quad((-0.75, 1.0, FAR), (0.75, 1.0, FAR), (0.75, 2.35, FAR), (-0.75, 2.35, FAR)), "#f2f0e8")
    for left in (-0.68, 0.04):
        canvas.shape(
            _quad((left, 1.07, FAR), (left + 0.64, 1.07, FAR), (left + 0.64, 2.28, FAR), (left, 2.28, FAR)), pane
        )
    canvas.pool(_at(0, 1.7, FAR), 70, 60, blur=40, strength=0.5 + 0.2 * bright, colour="#fffdf0")
    (x, y), (right, low) = _at(-0.55, 2.78, FAR), _at(0.55, 2.46, FAR)
    canvas.panel((x, y, right, low), Ramp("#33b878", "#1d8f57"), radius=3)
    canvas.words(((x + right) / 2, (y + low) / 2), "安全出口", 18, "#ffffff")


def _door(canvas: Canvas, side: float, away: float) -> None:
    inward = -0.02 if side > 0 else 0.02
    near, far = away, away + 1.0
    canvas.shape(
        _quad((side, 0, near - 0.08), (side, 2.2, near - 0.08), (side, 2.2, far + 0.08), (side, 0, far + 0.08)),
        "#6a5142",
    )
    canvas.shape(
        _quad((side + inward, 0, near), (side + inward, 2.1, near), (side + inward, 2.1, far), (side + inward, 0, far)),
        Ramp("#9a5f43", "#6d3f2c"),
    )
    middle = (near + far) / 2
    for low, high in ((0.25, 0.95), (1.15, 1.9)):
        canvas.shape(
            _quad(
                (side + inward, low, near + 0.18),
                (side + inward, high, near + 0.18),
                (side + inward, high, far - 0.18),
                (side + inward, low, far - 0.18),
            ),
            "#844e37",
        )
    red = _quad((side + inward, 1.3, middle - 0.22), (side + inward, 1.55, middle), (side + inward, 1.8, middle + 0.22))
    lozenge = [
        red[0],
        *_quad((side + inward, 1.55, middle - 0.26)),
        *_quad((side + inward, 1.8, middle)),
        *_quad((side + inward, 1.55, middle + 0.26)),
        *_quad((side + inward, 1.3, middle)),
    ]
    canvas.shape(lozenge[1:], "#d8392e")
    canvas.shape(
        _quad(
            (side + inward, 1.48, middle - 0.09),
            (side + inward, 1.62, middle - 0.09),
            (side + inward, 1.62, middle + 0.09),
            (side + inward, 1.48, middle + 0.09),
        ),
        "#f5c542",
    )
    canvas.disc(_at(side + inward, 1.02, near + 0.12), 26 / away, 20 / away, "#e2c069")


def _lamps(canvas: Canvas, *, bright: float) -> None:
    top = EYE + CEILING
    for away in (2.6, 4.6, 7.2):
        centre = _at(0, top, away)
        canvas.disc(centre, 120 / away, 34 / away, "#fffdf2")
        canvas.pool(centre, 260 / away, 120 / away, blur=70 / away, strength=0.45 + 0.3 * bright, colour="#fff6cf")


def _box(
    canvas: Canvas, left: float, right: float, low: float, high: float, near: float, far: float, tone: Colour
) -> None:
    inner = right if left < 0 else left
    if low == 0:
        canvas.shade(
            _quad(
                (left - 0.12, 0, near - 0.14),
                (right + 0.16, 0, near - 0.14),
                (right + 0.16, 0, far),
                (left - 0.12, 0, far),
            ),
            blur=9,
            strength=0.5,
        )
    if high < EYE:
        canvas.shape(_quad((left, high, near), (right, high, near), (right, high, far), (left, high, far)), tone)
        canvas.shape(
            _quad((left, high, near), (right, high, near), (right, high, far), (left, high, far)), "#ffffff", alpha=0.25
        )
    canvas.shape(_quad((inner, low, near), (inner, low, far), (inner, high, far), (inner, high, near)), tone)
    canvas.shape(
        _quad((inner, low, near), (inner, low, far), (inner, high, far), (inner, high, near)), "#2a1d10", alpha=0.28
    )
    front = _quad((left, high, near), (right, high, near), (right, low, near), (left, low, near))
    canvas.shape(front, tone)
    canvas.shape(front, Ramp("#ffffff", "#3a2a18"), alpha=0.12)
    middle = (left + right) / 2
    canvas.shape(
        _quad(
            (middle - 0.05, high, near),
            (middle + 0.05, high, near),
            (middle + 0.05, low, near),
            (middle - 0.05, low, near),
        ),
        "#f0dfb8",
        alpha=0.6,
    )
    label = _quad(
        (left + 0.1, low + 0.3, near),
        (left + 0.36, low + 0.3, near),
        (left + 0.36, low + 0.12, near),
        (left + 0.1, low + 0.12, near),
    )
    canvas.shape(label, "#f7f4ea", alpha=0.9)
    canvas.stroke([front[3], front[2]], "#3b2a18", 2, alpha=0.5)


def _chair(canvas: Canvas, away: float) -> None:
    seat = _quad((0.6, 0.5, away), (1.1, 0.5, away), (1.1, 0.5, away + 0.5), (0.6, 0.5, away + 0.5))
    for across, back in ((0.62, 0.0), (1.08, 0.0), (0.62, 0.5), (1.08, 0.5)):
        canvas.stroke(_quad((across, 0, away + back), (across, 0.5, away + back)), "#4d6f8f", 5)
    canvas.shape(seat, Ramp("#6f9cc4", "#4d79a3"))
    canvas.shape(
        _quad((0.6, 0.55, away + 0.5), (1.1, 0.55, away + 0.5), (1.1, 1.05, away + 0.55), (0.6, 1.05, away + 0.55)),
        Ramp("#7faad0", "#4d79a3"),
    )


def _bundle(canvas: Canvas, away: float) -> None:
    for layer in range(6):
        low = layer * 0.07
        canvas.shape(
            _quad((-1.45, low, away), (-0.72, low, away), (-0.72, low + 0.06, away), (-1.45, low + 0.06, away)),
            "#e6e3d8" if layer % 2 else "#cfcbbd",
        )
    canvas.shape(
        _quad((-1.45, 0.42, away), (-0.72, 0.42, away), (-0.72, 0.42, away + 0.5), (-1.45, 0.42, away + 0.5)), "#f1efe6"
    )
    canvas.stroke(_quad((-1.1, 0, away), (-1.1, 0.42, away), (-1.1, 0.42, away + 0.5)), "#c3503e", 5)


def _plant(canvas: Canvas) -> None:
    x, y = _at(1.15, 0, 6.6)
    canvas.pool((x, y), 34, 8, blur=6, strength=0.4)
    for bend, tall in ((-46, 96), (-22, 122), (4, 134), (28, 116), (48, 90)):
        tip = (x + bend, y - 44 - tall)
        canvas.shape(
            [
                *curve((x - 4, y - 44), (x + bend * 0.1 - 10, y - 90), (x + bend - 12, y - 60 - tall * 0.6), tip),
                *curve(tip, (x + bend + 12, y - 50 - tall * 0.5), (x + bend * 0.4 + 10, y - 80), (x + 4, y - 44)),
            ],
            Ramp("#7dbb6a", "#3f7f48"),
        )
    canvas.shape([(x - 28, y - 50), (x + 28, y - 50), (x + 20, y), (x - 20, y)], Ramp("#f4f1e8", "#c9c4b6"))
    canvas.shape(blob((x, y - 50), 26, 6, bumps=0.05, seed=1), "#5d4a38")
