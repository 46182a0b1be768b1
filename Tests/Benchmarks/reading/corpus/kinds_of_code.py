"""Kinds in which the picture is little more than the code, as a telephone or a screen crops it.

Every kind is a function (rng, severity from 0 to 1, symbol) -> picture.
"""
import numpy as np

from code_symbol import drawn
from page import page
from picture import blurred, compressed, noisy, sampled, smooth_noise, tilted, turned


def code(symbol, pixels, margin=4):
    """The code at `pixels` a module, fractions allowed, on a white margin of so many modules."""
    side = int(round((symbol.shape[0] + 8) * pixels))
    return np.pad(drawn(symbol, side), int(margin * pixels), constant_values=255)


def between(low, high, severity):
    return low + (high - low) * severity


def clean(rng, severity, symbol):
    """As issued: whole pixels, nothing else."""
    return drawn(symbol, (symbol.shape[0] + 8) * int(rng.integers(2, 9)))


def blur(rng, severity, symbol):
    return blurred(code(symbol, 5), 5 * between(0.25, 0.65, severity))


def rotation(rng, severity, symbol):
    pixels = between(5, 2.5, severity)
    return turned(code(symbol, pixels), float(rng.uniform(0, 360)))


def perspective(rng, severity, symbol):
    flat = code(symbol, 6, margin=8)
    side = flat.shape[0]
    most = between(0.05, 0.30, severity) * side
    moves = rng.uniform(0.2, 1.0, (4, 2)) * most
    corners = [(moves[0][0], moves[0][1]), (side - moves[1][0] * 0.3, moves[1][1] * 0.3),
               (side - moves[2][0], side - moves[2][1]), (moves[3][0] * 0.3, side - moves[3][1] * 0.3)]
    return tilted(blurred(flat, 0.6), corners, flat.shape)


def jpeg(rng, severity, symbol):
    return compressed(code(symbol, between(5, 3, severity)), between(30, 3, severity))


def noise(rng, severity, symbol):
    return noisy(rng, blurred(code(symbol, 4), 0.5), between(20, 110, severity))


def contrast(rng, severity, symbol):
    span = between(70, 8, severity)
    ground = rng.uniform(span + 10, 245)
    return noisy(rng, ground - span * (1 - blurred(code(symbol, 4), 0.6) / 255),
                 between(0.5, 1.5, severity))


def shadow(rng, severity, symbol):
    """Light that falls off, and the hard edge of a hand's shadow."""
    bright = between(15, 40, severity) + blurred(code(symbol, 4), 0.6) * 0.8
    height, width = bright.shape
    xs, ys = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    angle = rng.uniform(0, 2 * np.pi)
    along = xs * np.cos(angle) + ys * np.sin(angle)
    falling = 1 - between(0.2, 0.75, severity) * (along + 1.4) / 2.8
    edge = np.where(along * 0.3 + xs * np.sin(angle) > rng.uniform(-0.3, 0.3),
                    between(0.8, 0.3, severity), 1.0)
    return noisy(rng, bright * falling * blurred(edge.astype(np.float32), 2.0), 4)


def inverted(rng, severity, symbol):
    return 255 - blurred(code(symbol, between(6, 2.5, severity)), 0.6)


def mirrored(rng, severity, symbol):
    """A window's other side, or a scanner's wrong setting; also turned a little."""
    picture = turned(code(symbol, between(6, 3, severity)), float(rng.uniform(-20, 20)))
    return noisy(rng, blurred(picture[:, ::-1], 0.6), between(2, 15, severity))


def photo(rng, severity, symbol):
    """A telephone above the sheet: 1600 x 1200, uneven light, out of focus, JPEG."""
    pixels = between(5.5, 2.2, severity)
    code_mm = float(rng.uniform(36, 44))
    dpi = 300
    sheet, (left, top, side) = page(rng, symbol, code_mm, dpi)
    # Cut the sheet around the code so that a module gets `pixels` in the photograph.
    scale = pixels * (symbol.shape[0] + 8) / side
    angle = np.radians(rng.uniform(-15, 15) + 90 * int(rng.integers(0, 4)))
    xs, ys = np.meshgrid(np.arange(1600, dtype=np.float32) - 800 + rng.uniform(-250, 250),
                         np.arange(1200, dtype=np.float32) - 600 + rng.uniform(-150, 150))
    depth = 1 + between(0.02, 0.22, severity) * (
        xs * np.cos(3 * angle) + ys * np.sin(3 * angle)) / 800
    xs, ys = xs / depth / scale, ys / depth / scale
    sheet = blurred(sheet, max(0.3, 0.4 / scale))
    seen = sampled(sheet, np.cos(angle) * xs + np.sin(angle) * ys + left + side / 2,
                   np.cos(angle) * ys - np.sin(angle) * xs + top + side / 2, 110.0)
    light = 0.75 + 0.25 * smooth_noise(rng, seen.shape, 500) * between(0.4, 1.0, severity)
    seen = (25 + seen * 0.78) * light
    return compressed(noisy(rng, blurred(seen, between(0.6, 1.3, severity)), 6), 60)


KINDS = {
    "clean": clean, "blur": blur, "rotation": rotation, "perspective": perspective, "jpeg": jpeg,
    "noise": noise, "contrast": contrast, "shadow": shadow, "inverted": inverted,
    "mirrored": mirrored, "photo": photo,
}
