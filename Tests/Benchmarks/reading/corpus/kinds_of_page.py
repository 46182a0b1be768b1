"""Kinds in which the picture is a whole A4 page from a scanner, a copier or a fax.

Every kind is a function (rng, severity from 0 to 1, symbol) -> picture.
"""
import numpy as np

from code_symbol import foreign_text, modules
from page import page
from picture import blurred, compressed, grid, noisy, sampled, smooth_noise, turned


def between(low, high, severity):
    return low + (high - low) * severity


def code_mm(rng):
    return float(rng.uniform(36, 45))


def scanned(rng, sheet, severity, quality=75):
    """A flatbed scanner: the sheet a little askew, soft, noisy; then JPEG."""
    askew = turned(sheet, float(rng.uniform(-2.5, 2.5)), ground=240.0)
    soft = blurred(askew, between(0.3, 0.8, severity))
    return compressed(noisy(rng, 12 + soft * 0.92, between(3, 10, severity)), quality)


def page300(rng, severity, symbol):
    """As a PDF is drawn: straight, sharp."""
    return page(rng, symbol, code_mm(rng), 300)[0]


def page600(rng, severity, symbol):
    return page(rng, symbol, code_mm(rng), 600)[0]


def scan(dpi, smallest):
    def picture(rng, severity, symbol):
        size = float(rng.uniform(smallest, 42))
        return scanned(rng, page(rng, symbol, size, dpi)[0], severity, between(85, 50, severity))
    return picture


def inkjet(rng, severity, symbol):
    """A tired printer: pale ink, ink that spreads, nozzles that are blocked."""
    sheet, _ = page(rng, symbol, code_mm(rng), 300)
    spread = blurred(sheet, between(0.6, 1.6, severity))
    dark = (255 - spread) * between(0.9, 0.45, severity)
    rows = np.ones((sheet.shape[0], 1), np.float32)
    pitch = int(rng.integers(24, 60))
    for nozzle in range(int(between(1, 5, severity))):
        start = int(rng.integers(0, pitch))
        rows[start::pitch] *= between(0.6, 0.1, severity)
    grain = 1 + 0.25 * severity * rng.normal(0, 1, sheet.shape).astype(np.float32)
    return scanned(rng, 255 - dark * rows * grain, severity * 0.5)


def copied(rng, sheet, severity):
    """One generation of a photocopier: soft, hard contrast, specks."""
    soft = blurred(sheet, between(0.8, 1.5, severity) * sheet.shape[1] / 2480)
    level = between(0, 45, severity) * rng.choice([-1, 1]) + 128
    gain = between(2.5, 6, severity)
    toner = np.clip((soft - level) * gain + 128, 0, 255)
    specks = rng.random(sheet.shape, np.float32)
    share = between(0.0003, 0.006, severity)
    toner = np.where(specks < share, 20, toner)
    toner = np.where(specks > 1 - share * 0.7, 240, toner)
    return turned(toner, float(rng.uniform(-0.7, 0.7)), float(rng.uniform(0.97, 1.0)))


def photocopy(rng, severity, symbol):
    """A copy of a copy, scanned at 200 dots an inch, one in three in black and white."""
    sheet, _ = page(rng, symbol, code_mm(rng), 300)
    twice = copied(rng, copied(rng, sheet, severity), severity)
    seen = scanned(rng, turned(twice, 0, 2 / 3), severity * 0.7, 80)
    return np.where(seen < 128, 0.0, 255.0) if rng.random() < 1 / 3 else seen


def fold(rng, severity, symbol):
    """One or two creases through the code: toner gone, light on one side, paper moved."""
    sheet, (left, top, side) = page(rng, symbol, code_mm(rng), 200)
    shape = sheet.shape
    xs, ys = grid(shape)
    for _ in range(int(rng.integers(1, 3))):
        angle = float(rng.choice([0, np.pi / 2]) + rng.normal(0, 0.08))
        middle = (left + side * rng.uniform(0.2, 0.8), top + side * rng.uniform(0.2, 0.8))
        far = (xs - middle[0]) * np.cos(angle) + (ys - middle[1]) * np.sin(angle)
        width = between(0.15, 0.8, severity) * 200 / 25.4
        moved = between(0, 0.35, severity) * 200 / 25.4 * np.exp(-np.abs(far) / 25)
        sheet = sampled(sheet, xs + moved * np.cos(angle), ys + moved * np.sin(angle))
        ragged = width * (0.7 + 0.5 * smooth_noise(rng, shape, 9))
        sheet = np.where(np.abs(far) < ragged, sheet * 0.15 + 215, sheet)
        side_light = between(0.9, 0.6, severity)
        sheet = sheet * np.where(far > 0, side_light + (1 - side_light) * (
            1 - np.exp(-np.abs(far) / 40)), 1.0).astype(np.float32)
    return scanned(rng, sheet, severity * 0.6)


def stain(rng, severity, symbol):
    """Coffee: a ring and drops over the code; and a spot where the surface came off."""
    sheet, (left, top, side) = page(rng, symbol, code_mm(rng), 200)
    xs, ys = grid(sheet.shape)
    wobble = 1 + 0.12 * smooth_noise(rng, sheet.shape, 40)
    ring = np.hypot(xs - left - side * rng.uniform(0, 1), ys - top - side * rng.uniform(0, 1))
    ring = ring * wobble / (side * rng.uniform(0.35, 0.6))
    depth = between(0.25, 0.7, severity)
    sheet = sheet * (1 - depth * np.exp(-((ring - 1) / 0.10) ** 2) - depth * 0.4 * (ring < 1))
    for _ in range(int(between(1, 5, severity))):
        drop = np.hypot(xs - left - side * rng.uniform(0.05, 0.95),
                        ys - top - side * rng.uniform(0.05, 0.95)) * wobble
        radius = side * between(0.03, 0.085, severity) * rng.uniform(0.6, 1.2)
        colour = 35 if rng.random() < 0.5 else 235
        sheet = np.where(drop < radius, np.float32(colour), sheet)
    return scanned(rng, sheet, severity * 0.6)


def crumple(rng, severity, symbol):
    """Paper that was a ball: it lies uneven, its facets have their own light, ridges lost toner."""
    sheet, _ = page(rng, symbol, code_mm(rng), 200)
    shape = sheet.shape
    xs, ys = grid(shape)
    reach = between(0.15, 1.1, severity) * 200 / 25.4
    moved = [reach * (smooth_noise(rng, shape, 130) + 0.35 * smooth_noise(rng, shape, 45))
             for _ in range(2)]
    sheet = sampled(sheet, xs + moved[0], ys + moved[1])
    facets = smooth_noise(rng, shape, 60)
    ridges = np.exp(-(facets / between(0.015, 0.04, severity)) ** 2)
    sheet = sheet + ridges * between(30, 120, severity)
    light = 1 - between(0.1, 0.4, severity) * (0.5 + 0.5 * np.sign(facets) * np.minimum(
        1, np.abs(facets) * 3))
    return scanned(rng, sheet * light, severity * 0.6)


def fax(rng, severity, symbol):
    """Black and white at 204 x 196 or 204 x 98 dots an inch, lines lost or doubled, shown square."""
    sheet, _ = page(rng, symbol, code_mm(rng), 200)
    soft = noisy(rng, blurred(turned(sheet, float(rng.uniform(-1, 1))), 0.7), 25)
    lines = soft if severity < 0.6 else (soft[0:-1:2] + soft[1::2]) / 2
    order = np.arange(lines.shape[0])
    for lost in rng.integers(0, lines.shape[0], int(between(0, 40, severity))):
        order[lost] = order[max(0, lost - 1)]
    sent = np.where(lines[order] < between(128, 150, severity), 0.0, 255.0)
    return sent if severity < 0.6 else np.repeat(sent, 2, axis=0)


def beside(rng, severity, symbol):
    """Ours and another service's code on one page, at 200 or 300 dots an inch."""
    other = modules(foreign_text(rng), "M")
    dpi = int(rng.choice([200, 300]))
    return scanned(rng, page(rng, symbol, code_mm(rng), dpi, other)[0], severity)


def empty(rng, severity, symbol):
    """A page without any code, at 300 dots an inch."""
    return scanned(rng, page(rng, None, code_mm(rng), 300)[0], severity)


KINDS = {
    "page-300": page300, "page-600": page600, "scan-150": scan(150, 35), "scan-200": scan(200, 30),
    "scan-300": scan(300, 25), "inkjet": inkjet, "photocopy": photocopy, "fold": fold,
    "stain": stain, "crumple": crumple, "fax": fax, "beside": beside, "empty": empty,
}
