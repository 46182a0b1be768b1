"""A sheet that was folded into an envelope or a pocket, and does not lie flat again.

A crease parts the sheet into panels. Each panel is a plane with a slope of its own: it looks
shorter in the direction of the slope, nearer parts look larger, and it has its own light.
"""
import numpy as np

from kinds_of_page import between, code_mm, scanned
from page import page
from picture import blurred, compressed, grid, noisy, sampled, smooth_noise

# Creases along and across, as shares of the sheet's width and height.
WAYS = {
    "half": ([], [1 / 2]),
    "letter": ([], [1 / 3, 2 / 3]),
    "window": ([], [1 / 4, 1 / 2, 3 / 4]),
    "quarters": ([1 / 2], [1 / 2]),
    "sixths": ([1 / 2], [1 / 3, 2 / 3]),
    "eighths": ([1 / 2], [1 / 4, 1 / 2, 3 / 4]),
    "pocket": ([1 / 3, 2 / 3], [1 / 4, 1 / 2, 3 / 4]),
}


class Panels:
    """The panels between creases that run across one direction, `length` pixels long."""

    def __init__(self, rng, creases, length, steepest):
        self.creases = creases
        bounds = [0.0, *creases, float(length)]
        sign = rng.choice([-1, 1])
        # Mountain and valley in turn, as paper folds that was folded one fold into the other.
        self.slopes = np.array([
            sign * (-1) ** number * np.radians(rng.uniform(0.4, 1.0) * steepest)
            for number in range(len(bounds) - 1)]) if creases else np.zeros(1)
        widths = np.diff(bounds)
        places = np.concatenate([[0], np.cumsum(widths * np.cos(self.slopes))])
        heights = np.concatenate([[0], np.cumsum(widths * np.sin(self.slopes))])
        # The picture keeps its middle where the sheet has it.
        self.bounds, self.places = np.array(bounds), places + (length - places[-1]) / 2
        self.heights = heights - heights.mean()

    def sheet(self, seen):
        """The place on the sheet that is seen at this place; straight on beyond its edges."""
        first = self.bounds[0] + (seen - self.places[0]) / np.cos(self.slopes[0])
        last = self.bounds[-1] + (seen - self.places[-1]) / np.cos(self.slopes[-1])
        inside = np.interp(seen, self.places, self.bounds)
        return np.where(seen < self.places[0], first,
                        np.where(seen > self.places[-1], last, inside)).astype(np.float32)

    def height(self, sheet):
        return np.interp(sheet, self.bounds, self.heights).astype(np.float32)

    def slope(self, sheet):
        return self.slopes[np.clip(np.searchsorted(self.bounds, sheet) - 1, 0,
                                   len(self.slopes) - 1)].astype(np.float32)

    def from_crease(self, sheet):
        """How far the nearest crease is; far away where there is none."""
        gaps = [np.abs(sheet - crease) for crease in self.creases]
        return np.minimum.reduce(gaps) if gaps else np.full_like(sheet, 1e6)


def folded(rng, severity, symbol):
    """Folded one to six times, a crease of each direction through the code; seen from above at 200
    dots an inch, every other time by a telephone and not by a scanner."""
    by_phone = rng.random() < 0.5
    sheet, (left, top, side) = page(rng, symbol, code_mm(rng), 200)
    height, width = sheet.shape
    down, across = WAYS[str(rng.choice(list(WAYS)))]
    steepest = between(6, 28, severity) if by_phone else between(2, 14, severity)

    def through_code(shares, length, start):
        # The place of the code is chance, so the pattern is moved until a crease goes through it.
        creases = [share * length for share in shares]
        if not creases:
            return []
        nearest = min(creases, key=lambda crease: abs(crease - start - side / 2))
        moved = start + side * rng.uniform(0.15, 0.85) - nearest
        return [crease + moved for crease in creases if 0 < crease + moved < length]

    xs, ys = grid(sheet.shape)
    turn = float(rng.normal(0, 0.015))
    columns = Panels(rng, through_code(down, width, left), width, steepest)
    rows = Panels(rng, through_code(across, height, top), height, steepest)
    # A lens above the middle; a scanner looks straight down.
    distance = 1.5 * height if by_phone else 8.0 * height
    from_x, from_y = xs - width / 2, ys - height / 2
    across_x, down_y = from_x + turn * from_y, from_y - turn * from_x
    seen_x, seen_y = across_x + width / 2, down_y + height / 2
    for _ in range(4):
        u, v = columns.sheet(seen_x), rows.sheet(seen_y)
        nearer = 1 + (columns.height(u) + rows.height(v)) / distance
        seen_x, seen_y = across_x / nearer + width / 2, down_y / nearer + height / 2
    u, v = columns.sheet(seen_x), rows.sheet(seen_y)
    paper = worn(rng, sheet, columns, rows, xs, ys, severity)
    seen = sampled(paper, u, v, 90.0 if by_phone else 235.0)
    lamp = rng.normal(0, 1, 2) * between(0.6, 1.6, severity)
    light = np.clip(1 - lamp[0] * np.sin(columns.slope(u)) - lamp[1] * np.sin(rows.slope(v)),
                    0.35, 1.4)
    seen = 20 + (seen - 20) * blurred(light.astype(np.float32), 2.5)
    if not by_phone:
        return scanned(rng, np.clip(seen, 0, 255), severity * 0.5)
    falling = 0.8 + 0.2 * smooth_noise(rng, seen.shape, 700)
    return compressed(noisy(rng, blurred(seen * falling, between(0.5, 0.9, severity)), 4), 70)


def worn(rng, sheet, columns, rows, xs, ys, severity):
    """The flat sheet with what the creases did to it: toner gone, a ragged line of grey fibre."""
    ragged = 0.7 + 0.5 * smooth_noise(rng, sheet.shape, 9)
    half_width = between(0.05, 0.35, severity) * 200 / 25.4
    crease = np.minimum(columns.from_crease(xs), rows.from_crease(ys))
    return np.where(crease < half_width * ragged, sheet * 0.3 + 160, sheet).astype(np.float32)
