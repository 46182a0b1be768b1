"""Made-up closed days, as a publisher codes them (Spec/lists.md 4.3, 4.4)."""

import hashlib

from . import dates, rice
from .lists import revocation_map, revocations

FIRST, OPEN_DAY = 20760, 20780
DAYS = {
    "one-of-one": ("the least there is", 20760, 1, [0]),
    "one-of-two": ("one bit tells them apart", 20761, 2, [1]),
    "all-of-five": ("all revoked: nothing to keep apart from", 20762, 5, [0, 1, 2, 3, 4]),
    "three-of-hundred": ("a usual small day", 20763, 100, [7, 42, 99]),
    "hundred-of-ten-thousand": ("a usual large day", 20764, 10000, list(range(0, 10000, 100))),
    "third": ("many of few", 20765, 300, list(range(0, 300, 3))),
}


def fingerprint(day: int, index: int) -> bytes:
    """Fingerprint number `index` of a made-up day."""
    text = b"practice fingerprint" + day.to_bytes(4, "big") + index.to_bytes(4, "big")
    return hashlib.sha256(text).digest()[:16]


def chosen(name: str) -> tuple[int, int, list[int]]:
    """Width, seed and values that a publisher must come to."""
    _, day, count, revoked = DAYS[name]
    issued = {fingerprint(day, index) for index in range(count)}
    return rice.choose(day, issued, {fingerprint(day, index) for index in revoked})


def coded(name: str) -> list[object]:
    """The entry of a day in the list."""
    width, seed, numbers = chosen(name)
    parameter, bits = rice.coded(numbers, width)
    return [DAYS[name][1] - FIRST, len(numbers), width, seed, parameter, bits]


LIST = revocations(revocation_map(
    issued=dates.instant_text(OPEN_DAY * dates.DAY + 7200), least=3, first=dates.day_text(FIRST),
    closed=dates.day_text(OPEN_DAY - 1), days=[coded(name) for name in DAYS],
    marks=[fingerprint(OPEN_DAY, index) for index in range(2)]))


def table() -> bytes:
    """All days, for who wants to code them anew."""
    rows = ["name;day;issued;revoked;width;seed;parameter;bits;values"]
    for name, (_, day, count, revoked) in DAYS.items():
        width, seed, numbers = chosen(name)
        parameter, bits = rice.coded(numbers, width)
        listed = [" ".join(map(str, each)) for each in (revoked, numbers)]
        rows.append(f"{name};{day};{count};{listed[0]};{width};{seed};{parameter};{bits.hex()};"
                    f"{listed[1]}")
    return ("\n".join(rows) + "\n").encode()


FILES = {
    "revocations-days.cose": (LIST.file, "the six closed days of `closed-days.csv` and two open ones"),
    "closed-days.csv": (table(), "closed days from the number issued and the places of the revoked "
                        "ones to their code; fingerprint number i of day d is the first 16 bytes of "
                        "SHA-256(\"practice fingerprint\" \\|\\| u32 d \\|\\| u32 i)"),
}
