"""A revocation list whose closed days are in filters, but for one (Spec/lists.md 4.8)."""

from . import dates, days, ribbons, rice
from .days import fingerprint
from .keys import key
from .lists import revocation_map, revocations
from .tokens import Proof, proof

FIRST = "2026-08-20"
MANY, FEW, MOST, OTHER = "2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13"
# Of each day: justificatifs, those of them that are revoked, and how many made-up ones of either.
DAYS = {
    MANY: (range(40), (0, 7, *range(30, 40)), 3000, 300),
    FEW: (range(20), (0,), 0, 0),
    MOST: (range(3), (0, 2), 0, 0),
    OTHER: (range(20), (0,), 0, 0),
}


def numbered(day: str, number: int) -> Proof:
    """Justificatif number `number` of a day."""
    return proof(issued=day, last="2026-12-09", signer=key("revoking"), cti=bytes([number]) * 16)


def issued(day: str) -> set[bytes]:
    numbers, _, made_up, _ = DAYS[day]
    marks = {numbered(day, number).fingerprint for number in numbers}
    return marks | {fingerprint(dates.day(day), index) for index in range(made_up)}


def revoked(day: str) -> set[bytes]:
    _, numbers, _, made_up = DAYS[day]
    marks = {numbered(day, number).fingerprint for number in numbers}
    return marks | {fingerprint(dates.day(day), index) for index in range(made_up)}


def coded(day: str) -> list[object]:
    """The entry of a day, one of them in version 1."""
    number = dates.day(day)
    coding = rice if day == OTHER else ribbons
    return coding.entry(number - dates.day(FIRST), number, issued(day), revoked(day))


FILTERS = {day: ribbons.filters(dates.day(day), issued(day), revoked(day)) for day in (MANY, FEW, MOST)}
LIST = revocations(revocation_map(sequence=42, days=[coded(day) for day in DAYS]))


def table() -> bytes:
    """The made-up days of `closed-days.csv` in filters, for who wants to code them anew."""
    rows = ["name;day;issued;revoked;columns;slots;seed;exact-slots;exact-seed;bits"]
    for name, (_, day, count, places) in days.DAYS.items():
        marks = [fingerprint(day, index) for index in range(count)]
        _, _, *numbers, bits = ribbons.entry(0, day, set(marks), {marks[place] for place in places})
        rows.append(f"{name};{day};{count};{' '.join(map(str, places))};"
                    + ";".join(map(str, numbers)) + f";{bits.hex()}")
    return ("\n".join(rows) + "\n").encode()


FILES = {
    "revocations-filters.cose": (LIST.file, "of the same source, sequence 42, with three closed days in "
                                 "filters and one in values"),
    "filtered-days.csv": (table(), "the days of `closed-days.csv` in filters"),
}
