"""Grey pictures as float32 arrays, 0 black to 255 white: the few operations degradations are made of."""
import struct
import zlib

import numpy as np


def write_png(path, grey):
    """An 8-bit grey PNG, rows unfiltered."""
    height, width = grey.shape
    rows = np.empty((height, width + 1), np.uint8)
    rows[:, 0] = 0
    rows[:, 1:] = np.clip(np.rint(grey), 0, 255)

    def chunk(name, content):
        checked = name + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)))
        file.write(chunk(b"IDAT", zlib.compress(rows.tobytes(), 3)))
        file.write(chunk(b"IEND", b""))


def blurred(grey, sigma):
    """Gaussian, edges repeated; sigma in pixels, or (down, across)."""
    sigmas = sigma if isinstance(sigma, tuple) else (sigma, sigma)
    for axis, one in enumerate(sigmas):
        if one < 0.05:
            continue
        reach = max(1, int(np.ceil(3 * one)))
        weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / one) ** 2).astype(np.float32)
        weights /= weights.sum()
        padding = [(0, 0), (0, 0)]
        padding[axis] = (reach, reach)
        padded = np.pad(grey, padding, mode="edge")
        length = grey.shape[axis]
        grey = sum(
            weight * np.take(padded, range(at, at + length), axis=axis)
            if axis else weight * padded[at:at + length]
            for at, weight in enumerate(weights))
    return grey.astype(np.float32)


def smooth_noise(rng, shape, scale):
    """Between about -1 and 1, changing over `scale` pixels."""
    height, width = shape
    coarse = rng.normal(0, 1, (int(height / scale) + 4, int(width / scale) + 4)).astype(np.float32)
    ys = np.arange(height, dtype=np.float32)[:, None] / scale + 1
    xs = np.arange(width, dtype=np.float32)[None, :] / scale + 1
    return sampled(coarse, np.broadcast_to(xs, shape), np.broadcast_to(ys, shape), 0.0) * 0.6


def sampled(grey, xs, ys, ground=255.0):
    """The picture at these places, bilinear; `ground` outside."""
    height, width = grey.shape
    left = np.floor(xs).astype(np.int32)
    top = np.floor(ys).astype(np.int32)
    inside = (left >= 0) & (top >= 0) & (left < width - 1) & (top < height - 1)
    left = np.clip(left, 0, width - 2)
    top = np.clip(top, 0, height - 2)
    across = (xs - left).astype(np.float32)
    down = (ys - top).astype(np.float32)
    flat = grey.ravel()
    at = top * width + left
    upper = flat[at] * (1 - across) + flat[at + 1] * across
    lower = flat[at + width] * (1 - across) + flat[at + width + 1] * across
    return np.where(inside, upper * (1 - down) + lower * down, np.float32(ground))


def grid(shape):
    height, width = shape
    return (np.broadcast_to(np.arange(width, dtype=np.float32)[None, :], shape),
            np.broadcast_to(np.arange(height, dtype=np.float32)[:, None], shape))


def turned(grey, degrees, scale=1.0, ground=255.0):
    """Turned about its middle and scaled; the result holds all of it."""
    height, width = grey.shape
    angle = np.radians(degrees)
    cos, sin = np.cos(angle), np.sin(angle)
    shape = (int(scale * (width * abs(sin) + height * abs(cos))) + 2,
             int(scale * (width * abs(cos) + height * abs(sin))) + 2)
    xs, ys = grid(shape)
    xs = (xs - shape[1] / 2) / scale
    ys = (ys - shape[0] / 2) / scale
    if scale < 1:
        grey = blurred(grey, 0.4 * (1 / scale - 1) + 0.2)
    return sampled(grey, cos * xs + sin * ys + width / 2, cos * ys - sin * xs + height / 2, ground)


def tilted(grey, corners, shape, ground=255.0):
    """In perspective: the picture's corners (from the top left, clockwise) fall on `corners`."""
    height, width = grey.shape
    own = [(0, 0), (width - 1, 0), (width - 1, height - 1), (0, height - 1)]
    equations, values = [], []
    for (x, y), (u, v) in zip(corners, own):
        equations.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        equations.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        values += [u, v]
    a, b, c, d, e, f, g, h = np.linalg.solve(np.array(equations, float), np.array(values, float))
    xs, ys = grid(shape)
    below = (g * xs + h * ys + 1).astype(np.float32)
    below = np.where(np.abs(below) < 1e-6, 1e-6, below)
    return sampled(grey, (a * xs + b * ys + c) / below, (d * xs + e * ys + f) / below, ground)


def halved(grey, factor=2):
    """Each pixel the mean of factor x factor."""
    height, width = (side // factor * factor for side in grey.shape)
    blocks = grey[:height, :width].reshape(height // factor, factor, width // factor, factor)
    return blocks.mean(axis=(1, 3), dtype=np.float32)


def noisy(rng, grey, sigma):
    return grey + rng.normal(0, 1, grey.shape).astype(np.float32) * np.float32(sigma)


def shown(grey):
    """As eight bits hold it."""
    return np.clip(np.rint(grey), 0, 255).astype(np.float32)


LUMINANCE = np.array([
    [16, 11, 10, 16, 24, 40, 51, 61], [12, 12, 14, 19, 26, 58, 60, 55],
    [14, 13, 16, 24, 40, 57, 69, 56], [14, 17, 22, 29, 51, 87, 80, 62],
    [18, 22, 37, 56, 68, 109, 103, 77], [24, 35, 55, 64, 81, 104, 113, 92],
    [49, 64, 78, 87, 103, 121, 120, 101], [72, 92, 95, 98, 112, 100, 103, 99]], np.float32)


def compressed(grey, quality):
    """What JPEG of this quality (1 to 100) leaves: 8 x 8 cosines, rounded by the usual table."""
    scale = 5000 / quality if quality < 50 else 200 - 2 * quality
    steps = np.clip(np.floor((LUMINANCE * scale + 50) / 100), 1, 255).astype(np.float32)
    order = np.arange(8)
    cosines = np.cos((2 * order[None, :] + 1) * order[:, None] * np.pi / 16) * 0.5
    cosines[0] *= np.sqrt(0.5)
    cosines = cosines.astype(np.float32)
    height, width = grey.shape
    padded = np.pad(shown(grey) - 128, ((0, -height % 8), (0, -width % 8)), mode="edge")
    blocks = padded.reshape(padded.shape[0] // 8, 8, padded.shape[1] // 8, 8).swapaxes(1, 2)
    waves = np.rint(cosines @ blocks @ cosines.T / steps) * steps
    blocks = cosines.T @ waves @ cosines
    return shown(blocks.swapaxes(1, 2).reshape(padded.shape)[:height, :width] + 128)
