"""Closed days of a revocation list: values and their bits (Spec/lists.md 4.2 to 4.4)."""

import hashlib
import math

TAG = b"justificatif/revoked/1"


def value(day: int, seed: int, width: int, fingerprint: bytes) -> int:
    digest = hashlib.sha256(TAG + day.to_bytes(4, "big") + bytes([seed]) + fingerprint).digest()
    return int.from_bytes(digest, "big") >> (256 - width)


def choose(day: int, issued: set[bytes], revoked: set[bytes]) -> tuple[int, int, list[int]]:
    """The first width and seed that keep the revoked apart from each other and from the rest."""
    width = max(1, math.ceil(math.log2(len(issued) * len(revoked))))
    while True:
        for seed in range(256):
            chosen = {value(day, seed, width, mark) for mark in revoked}
            others = {value(day, seed, width, mark) for mark in issued - revoked}
            if len(chosen) == len(revoked) and not chosen & others:
                return width, seed, sorted(chosen)
        width += 1


def gaps(numbers: list[int]) -> list[int]:
    return [after - before - 1 for before, after in zip([-1] + numbers, numbers)]


def size(numbers: list[int], parameter: int) -> int:
    """Bits that the numbers take with a parameter."""
    return sum((gap >> parameter) + 1 + parameter for gap in gaps(numbers))


def best(numbers: list[int], width: int) -> int:
    """The smallest parameter among those with the fewest bits."""
    return min(range(width + 1), key=lambda parameter: (size(numbers, parameter), parameter))


def bits(numbers: list[int], parameter: int) -> str:
    """The code as a row of 0 and 1, without padding."""
    row = ""
    for gap in gaps(numbers):
        row += "1" * (gap >> parameter) + "0"
        if parameter:
            row += format(gap & (1 << parameter) - 1, f"0{parameter}b")
    return row


def packed(row: str, padding: str = "0") -> bytes:
    row += padding * (-len(row) % 8)
    return bytes(int(row[place:place + 8], 2) for place in range(0, len(row), 8))


def coded(numbers: list[int], width: int, parameter: int | None = None) -> tuple[int, bytes]:
    """The parameter, the best one unless told, and the bits."""
    parameter = best(numbers, width) if parameter is None else parameter
    return parameter, packed(bits(numbers, parameter))


def entry(place: int, day: int, issued: set[bytes], revoked: set[bytes]) -> list[object]:
    """A closed day as a publisher writes it."""
    width, seed, numbers = choose(day, issued, revoked)
    parameter, row = coded(numbers, width)
    return [place, len(numbers), width, seed, parameter, row]
