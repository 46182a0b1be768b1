"""An A4 page as a citizen prints it: a title, lines of words, a frame, and the code."""
import numpy as np

from code_symbol import drawn
from picture import halved

WIDTH_MM, HEIGHT_MM = 210, 297


def page(rng, symbol, code_mm, dpi, foreign=None):
    """The page in `dpi`, drawn finer and averaged; no code when `symbol` is None.

    Returns it and the box (left, top, side) of the code in pixels.
    """
    finer = 600 // dpi if dpi < 600 else 1
    pixels = dpi * finer / 25.4
    sheet = np.full((int(HEIGHT_MM * pixels), int(WIDTH_MM * pixels)), 255, np.float32)
    code_left = int(rng.integers(18, int(WIDTH_MM - 18 - code_mm)))
    code_top = int(rng.integers(60, int(HEIGHT_MM - 25 - code_mm)))
    words(rng, sheet, pixels)
    frame(sheet, pixels, 15, 42, 180, 30)
    box = place(sheet, pixels, symbol, code_left, code_top, code_mm)
    if foreign is not None:
        # In the half of the page where ours is not.
        other_top = 20 if code_top > 130 else 220
        place(sheet, pixels, foreign, int(rng.integers(20, 150)), other_top, 30)
    if finer > 1:
        sheet = halved(sheet, finer)
    return sheet, tuple(side / finer for side in box)


def place(sheet, pixels, symbol, left_mm, top_mm, side_mm):
    left, top, side = (int(value * pixels) for value in (left_mm, top_mm, side_mm))
    if symbol is not None:
        sheet[top:top + side, left:left + side] = drawn(symbol, side)
    return left, top, side


def frame(sheet, pixels, left_mm, top_mm, width_mm, height_mm):
    line = max(1, int(0.4 * pixels))
    left, top = int(left_mm * pixels), int(top_mm * pixels)
    right, bottom = left + int(width_mm * pixels), top + int(height_mm * pixels)
    sheet[top:top + line, left:right] = sheet[bottom:bottom + line, left:right] = 0
    sheet[top:bottom, left:left + line] = sheet[top:bottom, right:right + line] = 0


def words(rng, sheet, pixels):
    """Lines of letters made of strokes, large at the top."""
    top = 18.0
    while top < HEIGHT_MM - 22:
        height = 6.0 if top < 30 else 2.6
        left = 15.0
        end = rng.uniform(90, 190)
        while left < end:
            for _ in range(int(rng.integers(2, 10))):
                letter(rng, sheet, pixels, left, top, height)
                left += height * 0.72
            left += height * 0.6
        top += height * rng.choice([1.9, 1.9, 1.9, 3.2])


def letter(rng, sheet, pixels, left_mm, top_mm, height_mm):
    left, top = int(left_mm * pixels), int(top_mm * pixels)
    high, wide = int(height_mm * pixels), int(height_mm * 0.55 * pixels)
    stroke = max(1, int(height_mm * 0.13 * pixels))
    for kind in rng.choice(5, int(rng.integers(2, 4)), replace=False):
        if kind == 0:
            sheet[top:top + high, left:left + stroke] = 0
        elif kind == 1:
            sheet[top:top + high, left + wide - stroke:left + wide] = 0
        else:
            row = top + (high - stroke) * (int(kind) - 2) // 2
            sheet[row:row + stroke, left:left + wide] = 0
