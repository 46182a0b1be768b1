"""QR codes of random token texts, as modules: True is dark."""
import subprocess

import numpy as np

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
# Alphanumeric characters that a version holds (ISO/IEC 18004), and one version less.
CAPACITY = {
    "Q": {7: 125, 8: 157, 9: 189, 10: 221, 11: 259, 12: 296, 13: 352},
    "M": {10: 311, 11: 366, 12: 419, 13: 483},
}
# What an issuer prints: Q up to version 13, and M for the texts that are too long for that.
PRINTED = [(8, "Q"), (9, "Q"), (10, "Q"), (11, "Q"), (12, "Q"), (13, "Q"),
           (11, "M"), (12, "M"), (13, "M")]


def token_text(rng, version, level):
    """`JF1:` and as much random base32 as makes the code this version."""
    shortest = max(CAPACITY[level][version - 1], 352 if level == "M" else 0) + 1
    count = int(rng.integers(shortest, CAPACITY[level][version] + 1))
    return "JF1:" + "".join(ALPHABET[index] for index in rng.integers(0, 32, count - 4))


def foreign_text(rng):
    """What the QR code of another service on the same page says."""
    return "https://exemple.invalid/" + "".join(
        "abcdefghijklmnopqrstuvwxyz"[index] for index in rng.integers(0, 26, 40))


def modules(text, level):
    """The symbol without its quiet zone, by the qrencode command."""
    drawn = subprocess.run(
        ["qrencode", "-t", "ASCIIi", "-m", "0", "-l", level, "-o", "-", text],
        check=True, capture_output=True, text=True).stdout
    rows = [line[::2] for line in drawn.splitlines() if line]
    symbol = np.array([[mark != "#" for mark in row] for row in rows])
    # Of both ASCII forms the one in which the first corner is dark.
    return symbol if symbol[0, 0] else ~symbol


def drawn(symbol, side, quiet=4):
    """The code with its quiet zone in side x side pixels, each module of whole pixels."""
    padded = np.pad(symbol, quiet)
    of = (np.arange(side) + 0.5) * padded.shape[0] / side
    of = of.astype(int)
    return np.where(padded[of][:, of], np.float32(0), np.float32(255))
