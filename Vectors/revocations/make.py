"""Writes the vectors of this folder from Spec/lists.md section 4 alone.

    python3 make.py

Standard library only. It shares no code with the product.
"""

import hashlib
import math
import pathlib

HERE = pathlib.Path(__file__).parent
TAG = b"justificatif/revoked/1"


def fingerprint(day, index):
    """Fingerprint number `index` of a made-up day."""
    text = b"practice fingerprint" + day.to_bytes(4, "big") + index.to_bytes(4, "big")
    return hashlib.sha256(text).digest()[:16]


def value(day, seed, width, mark):
    digest = hashlib.sha256(TAG + day.to_bytes(4, "big") + bytes([seed]) + mark).digest()
    return int.from_bytes(digest, "big") >> (256 - width)


def choose(day, issued, revoked):
    """The first width and seed that keep the revoked apart from each other and the rest."""
    width = max(1, math.ceil(math.log2(len(issued) * len(revoked))))
    while True:
        for seed in range(256):
            chosen = {value(day, seed, width, mark) for mark in revoked}
            others = {value(day, seed, width, mark) for mark in issued - revoked}
            if len(chosen) == len(revoked) and not chosen & others:
                return width, seed, sorted(chosen)
        width += 1


def rice(numbers, parameter):
    bits = ""
    previous = -1
    for number in numbers:
        gap = number - previous - 1
        bits += "1" * (gap >> parameter) + "0"
        if parameter:
            bits += format(gap & ((1 << parameter) - 1), f"0{parameter}b")
        previous = number
    return bits


def best(numbers, width):
    """The smallest parameter among those with the fewest bits."""
    least = None
    for parameter in range(width, -1, -1):
        # Without this, a small parameter would write billions of ones.
        ones = sum(
            (b - a - 1) >> parameter for a, b in zip([-1] + numbers[:-1], numbers))
        size = ones + len(numbers) * (1 + parameter)
        if least is None or size <= least[0]:
            least = (size, parameter)
    return least[1]


def packed(bits):
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[at:at + 8], 2) for at in range(0, len(bits), 8))


def coded(day, count, revoked):
    issued = {fingerprint(day, index) for index in range(count)}
    width, seed, numbers = choose(day, issued, {fingerprint(day, index) for index in revoked})
    parameter = best(numbers, width)
    return width, seed, parameter, packed(rice(numbers, parameter)), numbers


def head(major, argument):
    if argument < 24:
        return bytes([major << 5 | argument])
    for information, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if argument < 1 << (8 * size):
            return bytes([major << 5 | information]) + argument.to_bytes(size, "big")
    raise ValueError(argument)


def cbor(item):
    if isinstance(item, int):
        return head(0, item)
    if isinstance(item, bytes):
        return head(2, len(item)) + item
    if isinstance(item, str):
        return head(3, len(item.encode())) + item.encode()
    if isinstance(item, list):
        return head(4, len(item)) + b"".join(map(cbor, item))
    return head(5, len(item)) + b"".join(cbor(key) + cbor(item[key]) for key in sorted(item))


def write(name, lines):
    text = "".join(f"{key}: {value}\n" for key, value in lines)
    (HERE / f"{name}.vec").write_text(text)


DAYS = [
    ("day-one-of-one", "the least there is", 20760, 1, [0]),
    ("day-one-of-two", "one bit tells them apart", 20761, 2, [1]),
    ("day-all-of-five", "all revoked: nothing to keep apart from", 20762, 5, [0, 1, 2, 3, 4]),
    ("day-three-of-hundred", "a usual small day", 20763, 100, [7, 42, 99]),
    ("day-hundred-of-ten-thousand", "a usual large day", 20764, 10000, range(0, 10000, 100)),
    ("day-third", "many of few", 20765, 300, range(0, 300, 3)),
]


def main():
    for name, comment, day, count, revoked in DAYS:
        width, seed, parameter, bits, numbers = coded(day, count, revoked)
        write(name, [
            ("comment", comment), ("day", day), ("issued", count),
            ("revoked", " ".join(map(str, revoked))), ("width", width), ("seed", seed),
            ("parameter", parameter), ("bits", bits.hex()),
            ("values", " ".join(map(str, numbers))),
        ])
    first = DAYS[0][2]
    entries = []
    for _, _, day, count, revoked in DAYS:
        width, seed, parameter, bits, numbers = coded(day, count, revoked)
        entries.append([day - first, len(numbers), width, seed, parameter, bits])
    opened = sorted(fingerprint(20780, index) for index in range(2))
    issued = 20780 * 86400 + 7200
    payload = cbor({
        1: "caf", 2: 1, 3: 40, 4: issued, 5: issued + 10 * 86400, 6: issued + 45 * 86400,
        7: 3, 8: first, 9: 20779, 10: entries, 11: b"".join(opened),
    })
    write("list", [
        ("comment", "the payload of a whole list; closed days as in the other files"),
        ("open_day", 20780), ("open", "0 1"), ("payload", payload.hex()),
    ])


main()
