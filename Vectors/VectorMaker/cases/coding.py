"""Bits and values of closed days (Spec/lists.md 4.3, 4.4: W1 to W6, L6)."""

from .. import days, rice
from ..scenario import small

ROWS = {
    "nothing": ("the value 0 alone", 1, [0]), "one-bit": ("both values of one bit", 1, [0, 1]),
    "all-of-eight": ("every value there is", 3, list(range(8))),
    "highest": ("the last value of 56 bits", 56, [(1 << 56) - 1]),
    "last-of-40": ("the last value of 40 bits", 40, [(1 << 40) - 1]),
    "both-ends": ("the first and the last value", 24, [0, (1 << 24) - 1]),
    "last-of-9": ("the last value of 9 bits", 9, [23, 201, 511]),
    "no-padding": ("the bits fill their bytes", 4, [3, 7, 11, 15]),
    "two-best": ("two parameters are as good; the smaller is right", 4, [2]),
}


def shown(name: str, comment: str, width: int, count: int, parameter: int, bits: bytes,
          expect: str, rules: str, flags: str, values: list[int] = ()):
    lines = {"width": str(width), "count": str(count), "parameter": str(parameter),
             "bits": bits.hex()}
    if expect == "valid":
        lines[">values"] = " ".join(map(str, values))
    return small(f"revocation_coding-{name}", "coding", comment, expect, lines, rules=rules,
                 flags=f"coding {flags}")


def good():
    """W1."""
    for name, (comment, _, _, _) in days.DAYS.items():
        width, _, numbers = days.chosen(name)
        parameter, bits = rice.coded(numbers, width)
        yield shown(name, comment, width, len(numbers), parameter, bits, "valid", "W1 W2 L6",
                    "usual", numbers)
    for name, (comment, width, numbers) in ROWS.items():
        parameter, bits = rice.coded(numbers, width)
        yield shown(name, comment, width, len(numbers), parameter, bits, "valid",
                    "W1 W2" + (" W6" if max(numbers) == (1 << width) - 1 else ""), "inside", numbers)


def wrong():
    """W2 to W6, each alone."""
    width, _, numbers = days.chosen("three-of-hundred")
    count, (best, bits) = len(numbers), rice.coded(numbers, width)
    for parameter in (0, best - 1, best + 1, width):
        _, other = rice.coded(numbers, width, parameter)
        yield shown(f"parameter-{parameter}", f"{best} is better", width, count, parameter, other,
                    "coding-not-best", "W2", "outside")
    tie = [2]
    assert rice.size(tie, 1) == rice.size(tie, 0), "as good"
    _, other = rice.coded(tie, 4, 1)
    yield shown("second-best", "as good, but not the smaller one", 4, 1, 1, other,
                "coding-not-best", "W2", "outside")
    row = rice.bits(numbers, best)
    yield shown("padding-ones", "the last byte is filled with ones", width, count, best,
                rice.packed(row, "1"), "bit-padding", "W3", "outside")
    yield shown("padding-last-bit", "the last bit of the padding is set", width, count, best,
                bits[:-1] + bytes([bits[-1] | 1]), "bit-padding", "W3", "outside")
    for name, tail in {"zero": b"\0", "ones": b"\xff", "zeros": bytes(8)}.items():
        yield shown(f"tail-{name}", "bytes after the bits", width, count, best, bits + tail,
                    "trailing-bytes", "W4", "outside trailing")
    yield shown("tail-after-full-byte", "the bits fill their byte, and one more follows", 8, 1, 5,
                b"\xc0\0", "trailing-bytes", "W4", "outside trailing")
    highest = [(1 << 56) - 1]
    parameter, full = rice.coded(highest, 56)
    yield shown("tail-after-eight-bytes", "the bits of a value take nearly 64, and a byte follows", 56, 1,
                parameter, full + b"\0", "trailing-bytes", "W4", "outside trailing")
    yield shown("one-value-less", "fewer values than there are bits for", width, count - 1, best,
                bits + b"\0", "trailing-bytes", "W4", "outside wrong-count")
    for less in (1, 2, len(bits)):
        yield shown(f"cut-{less}", "bits are missing at the end", width, count, best, bits[:-less],
                    "truncated", "W5", "outside cut")
    yield shown("one-value-more", "more values than there are bits for", width, 40, best, bits,
                "truncated", "W5", "outside wrong-count")
    yield shown("ones-without-end", "a row of ones that no zero ends", 56, 1, 0, b"\xff" * 16,
                "truncated", "W5", "outside hostile-length")
    yield shown("ones-before-range", "ones that no zero ends, more than a value may have", 1, 1, 0,
                b"\xff", "truncated", "W5 W6", "outside order")
    yield shown("low-bits-before-range", "the low bits of a value that is too high are missing", 2, 1,
                2, b"\xfe", "truncated", "W5 W6", "outside order")
    yield shown("range-before-end", "a value too high, and after it an end that is too early", 1, 2, 0,
                b"\xdf", "out-of-range", "W5 W6", "outside order")
    yield shown("range-before-many", "a value too high, and more values than bits", 1, 40, 0,
                b"\xdf", "out-of-range", "W5 W6", "outside order")
    for name, bound, values in (("512", 9, [23, 201, 512]), ("16777216", 24, [0, 1 << 24]),
                                ("2-56", 56, [1 << 56]), ("2", 1, [0, 1, 2])):
        parameter, over = rice.coded(values, bound)
        yield shown(f"value-{name}", f"a value that {bound} bits do not hold", bound, len(values),
                    parameter, over, "out-of-range", "W6", "outside")


def exact():
    """W2 to W6 where a number has more bits than a register, and two faults together."""
    yield shown("value-of-many-ones", "256 one bits and a parameter of 56 are a value of 2^64, which no "
                "bit may be lost of", 56, 1, 56, rice.packed("1" * 256 + "0" + "0" * 56),
                "out-of-range", "W6", "outside")
    width, _, numbers = days.chosen("three-of-hundred")
    best, bits = rice.coded(numbers, width)
    yield shown("tail-before-padding", "padding of ones, and a byte behind it: W4 comes before W3", width,
                len(numbers), best, bits[:-1] + bytes([bits[-1] | 1]) + b"\0", "trailing-bytes",
                "W3 W4", "outside order trailing")


HASHES = ((20763, 1, 9, "usual"), (0, 0, 1, "inside"), (65535, 255, 56, "inside"), (20763, 0, 56, "usual"),
          (20763, 1, 56, "usual"), (20764, 1, 56, "usual"), (20763, 255, 8, "usual"),
          (256, 16, 17, "usual"))


def hashing():
    """L6."""
    for day, seed, width, flag in HASHES:
        mark = days.fingerprint(20763, 7)
        value = rice.value(day, seed, width, mark)
        lines = {"day": str(day), "seed": str(seed), "width": str(width), "fingerprint": mark.hex(),
                 ">value": str(value)}
        yield small(f"revocation_hashing-{day}-{seed}-{width}", "hashing",
                    f"the value of a fingerprint on day {day} with seed {seed}", "valid", lines,
                    rules="L6", flags=f"hashing {flag}")


def cases():
    yield from good()
    yield from wrong()
    yield from exact()
    yield from hashing()
