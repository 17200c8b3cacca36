"""A picture to paint on in plain shapes: gradients, soft shadows, glows; drawn large, scaled down for smooth edges."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Colour = str

WIDTH, HEIGHT = 1000, 750
# Painted at twice the size: edges come out smooth, and one picture still takes about a second.
FINE = 2
# Pillow finds these by name among the fonts of the system; any Chinese face will do.
FACES = ("NotoSansCJK-Bold.ttc", "wqy-zenhei.ttc", "msyhbd.ttc", "PingFang.ttc")


@dataclass(frozen=True)
class Ramp:
    """A gradient from the first colour to the second, downwards unless `across`."""

    first: Colour
    second: Colour
    across: bool = False


Paint = Colour | Ramp


class Canvas:
    """One picture; coordinates are those of the finished picture, origin at the top left."""

    def __init__(self, ground: Paint | None = None) -> None:
        self.image = Image.new("RGBA", (WIDTH * FINE, HEIGHT * FINE), (0, 0, 0, 0))
        if ground is not None:
            self.panel((0, 0, WIDTH, HEIGHT), ground)

    def shape(self, points: Sequence[Point], paint: Paint, *, alpha: float = 1.0) -> None:
        """A filled polygon."""
        mask, pen = self._mask()
        pen.polygon([_fine(point) for point in points], fill=255)
        self._lay(mask, paint, alpha)

    def panel(self, box: Box, paint: Paint, *, radius: float = 0, alpha: float = 1.0) -> None:
        """A rectangle, with round corners if asked."""
        mask, pen = self._mask()
        pen.rounded_rectangle([each * FINE for each in box], radius=radius * FINE, fill=255)
        self._lay(mask, paint, alpha)

    def disc(self, centre: Point, across: float, down: float, paint: Paint, *, alpha: float = 1.0) -> None:
        """An ellipse given by its two radii."""
        x, y = centre
        mask, pen = self._mask()
        pen.ellipse([each * FINE for each in (x - across, y - down, x + across, y + down)], fill=255)
        self._lay(mask, paint, alpha)

    def stroke(self, points: Sequence[Point], colour: Colour, width: float, *, alpha: float = 1.0) -> None:
        """A line through the points with round joints and ends."""
        mask, pen = self._mask()
        fine = [_fine(point) for point in points]
        thick = max(1, round(width * FINE))
        pen.line(fine, fill=255, width=thick, joint="curve")
        for x, y in (fine[0], fine[-1]):
            half = thick / 2
            pen.ellipse([x - half, y - half, x + half, y + half], fill=255)
        self._lay(mask, colour, alpha)

    def ring(self, centre: Point, across: float, down: float, colour: Colour, width: float) -> None:
        """The outline of an ellipse."""
        x, y = centre
        mask, pen = self._mask()
        box = [each * FINE for each in (x - across, y - down, x + across, y + down)]
        pen.ellipse(box, outline=255, width=max(1, round(width * FINE)))
        self._lay(mask, colour, 1.0)

    def shade(self, points: Sequence[Point], *, blur: float, strength: float, colour: Colour = "#1a2430") -> None:
        """A soft shadow in the form of a polygon."""
        mask, pen = self._mask()
        pen.polygon([_fine(point) for point in points], fill=255)
        self._lay(mask.filter(ImageFilter.GaussianBlur(blur * FINE)), colour, strength)

    def pool(
        self, centre: Point, across: float, down: float, *, blur: float, strength: float, colour: Colour = "#1a2430"
    ) -> None:
        """A soft round patch: the shadow under a thing, or the light of a lamp."""
        x, y = centre
        mask, pen = self._mask()
        pen.ellipse([each * FINE for each in (x - across, y - down, x + across, y + down)], fill=255)
        self._lay(mask.filter(ImageFilter.GaussianBlur(blur * FINE)), colour, strength)

    def words(self, centre: Point, text: str, size: float, colour: Colour, *, alpha: float = 1.0) -> None:
        """Text centred on a point."""
        mask, pen = self._mask()
        pen.text(_fine(centre), text, font=_face(size), fill=255, anchor="mm")
        self._lay(mask, colour, alpha)

    def floor_words(self, corners: Sequence[Point], text: str, colour: Colour, *, alpha: float = 1.0) -> None:
        """Text painted on the ground, fitted into four corners (far left, far right, near right, near left)."""
        font = _face(100)
        left, top, right, bottom = font.getbbox(text)
        sheet = Image.new("L", (int(right - left), int(bottom - top)), 0)
        ImageDraw.Draw(sheet).text((-left, -top), text, font=font, fill=255)
        mapping = _perspective([_fine(each) for each in corners], sheet.size)
        mask = sheet.transform(self.image.size, Image.Transform.PERSPECTIVE, mapping, Image.Resampling.BICUBIC)
        self._lay(mask, colour, alpha)

    def stamp(self, layer: "Canvas", *, turn: float = 0, around: Point = (0, 0), alpha: float = 1.0) -> None:
        """Lays another canvas over this one, turned by degrees (anticlockwise) around a point."""
        image = layer.image.rotate(turn, Image.Resampling.BICUBIC, center=_fine(around)) if turn else layer.image
        if alpha < 1:
            image.putalpha(image.getchannel("A").point(lambda value: int(value * alpha)))
        self.image.alpha_composite(image)

    def mirror_below(self, line: float, mask_points: Sequence[Point], *, strength: float) -> None:
        """Shows what stands above the line upside down inside a polygon below it, as water does."""
        upper = self.image.crop((0, 0, self.image.width, int(line * FINE)))
        turned = Image.new("RGBA", self.image.size)
        turned.paste(ImageOps.flip(upper).filter(ImageFilter.GaussianBlur(3 * FINE)), (0, int(line * FINE)))
        mask, pen = self._mask()
        pen.polygon([_fine(point) for point in mask_points], fill=int(255 * strength))
        self.image.paste(turned, (0, 0), mask.filter(ImageFilter.GaussianBlur(2 * FINE)))

    def grain(self, strength: float, seed: int) -> None:
        """A little noise, so that flat surfaces look less like plastic."""
        roll = random.Random(seed)
        tile = Image.frombytes("L", (250, 250), roll.randbytes(250 * 250))
        sheet = Image.new("L", self.image.size)
        for left in range(0, sheet.width, 250):
            for top in range(0, sheet.height, 250):
                sheet.paste(tile, (left, top))
        noise = Image.merge("RGB", [sheet] * 3)
        plain = self.image.convert("RGB")
        self.image = Image.blend(plain, ImageChops.overlay(plain, noise), strength).convert("RGBA")

    def save(self, path: Path) -> None:
        """Writes the finished JPEG."""
        small = self.image.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.save(path, quality=84, optimize=True, progressive=True)

    def _mask(self) -> tuple[Image.Image, ImageDraw.ImageDraw]:
        mask = Image.new("L", self.image.size, 0)
        return mask, ImageDraw.Draw(mask)

    def _lay(self, mask: Image.Image, paint: Paint, alpha: float) -> None:
        box = mask.getbbox()
        if box is None:
            return
        cut = mask.crop(box)
        if alpha < 1:
            cut = cut.point(lambda value: int(value * alpha))
        fill = _filling(paint, cut.size)
        fill.putalpha(cut)
        self.image.alpha_composite(fill, (box[0], box[1]))


def _fine(point: Point) -> Point:
    return point[0] * FINE, point[1] * FINE


def _filling(paint: Paint, size: tuple[int, int]) -> Image.Image:
    if isinstance(paint, str):
        return Image.new("RGBA", size, paint)
    ramp = Image.linear_gradient("L")
    if paint.across:
        ramp = ramp.rotate(90)
    return ImageOps.colorize(ramp.resize(size), paint.first, paint.second).convert("RGBA")


def _face(size: float) -> ImageFont.FreeTypeFont:
    for name in FACES:
        try:
            return ImageFont.truetype(name, round(size * FINE))
        except OSError:
            continue
    raise SystemExit("no Chinese font found; install fonts-noto-cjk")


def _perspective(corners: Sequence[Point], size: tuple[int, int]) -> list[float]:
    """Pillow's eight numbers that bring each corner of the sheet to its place (Gaussian elimination, 8 x 8)."""
    wide, high = size
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(corners, [(0, 0), (wide, 0), (wide, high), (0, high)], strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for i in range(8):
        best = max(range(i, 8), key=lambda j: abs(rows[j][i]))
        rows[i], rows[best] = rows[best], rows[i]
        rows[i] = [each / rows[i][i] for each in rows[i]]
        for j in range(8):
            if j != i:
                rows[j] = [a - rows[j][i] * b for a, b in zip(rows[j], rows[i], strict=True)]
    return [row[8] for row in rows]


def curve(start: Point, first: Point, second: Point, end: Point, steps: int = 24) -> list[Point]:
    """Points along a cubic Bézier curve."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, first, second, end)
        x = sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True))
        y = sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True))
        points.append((x, y))
    return points


def blob(centre: Point, across: float, down: float, *, bumps: float, seed: int, steps: int = 48) -> list[Point]:
    """A round outline with soft irregularities: bushes, bags, puddles."""
    roll = random.Random(seed)
    phases = [(roll.randint(2, 6), roll.uniform(0, math.tau), roll.uniform(0.4, 1)) for _ in range(4)]
    points = []
    for step in range(steps):
        angle = math.tau * step / steps
        swell = 1 + bumps * sum(size * math.sin(count * angle + phase) for count, phase, size in phases) / 3
        points.append((centre[0] + across * swell * math.cos(angle), centre[1] + down * swell * math.sin(angle)))
    return points
