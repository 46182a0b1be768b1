"""A revocation list that holds something at each end: of its days, of its values, of its marks."""

from . import dates, rice
from .keys import key
from .lists import revocation_map, revocations
from .tokens import Proof, proof

FIRST, CLOSED = "2026-11-10", "2026-11-19"
DAYS = {"before": "2026-11-09", "unlisted": "2026-11-11", "lowest": "2026-11-12",
        "highest": "2026-11-13", "beside": "2026-11-14", "itself": "2026-11-15",
        "open": "2026-11-20", "later": "2026-11-21"}
OPEN = 64


def numbered(place: str, number: int = 0) -> Proof:
    """Justificatif number `number` of a place in the list."""
    return proof(issued=DAYS[place], last="2026-12-09", signer=key("revoking"),
                 cti=bytes([number]) * 16)


def _extremes() -> tuple[Proof, Proof]:
    """Of many open ones, those with the lowest and with the highest fingerprint."""
    ordered = sorted((numbered("open", number) for number in range(OPEN)),
                     key=lambda each: each.fingerprint)
    return ordered[0], ordered[-1]


FIRST_OPEN, LAST_OPEN = _extremes()


def _entry(place: str, width: int, values) -> list[object]:
    """A closed day whose values are made from that of its justificatif."""
    day, mark = dates.day(DAYS[place]), numbered(place).fingerprint
    seed = _rounding_seed(day, mark) if width == 56 else 0
    listed = sorted(values(rice.value(day, seed, width, mark)))
    return [day - dates.day(FIRST), len(listed), width, seed, *rice.coded(listed, width)]


def _rounding_seed(day: int, mark: bytes) -> int:
    """The first seed whose value and the one beside it are one double, which is neither."""
    for seed in range(256):
        value = rice.value(day, seed, 56, mark)
        if float(value) == float(value ^ 1) and int(float(value)) not in (value, value ^ 1):
            return seed
    raise ValueError(mark)


def _marks() -> list[bytes]:
    listed = [numbered(place).fingerprint for place in ("before", "unlisted", "later")]
    marks = [FIRST_OPEN.fingerprint, *listed, LAST_OPEN.fingerprint]
    assert min(marks) == marks[0] and max(marks) == marks[-1], "the extremes are at the ends"
    return marks


ENDS = revocations(revocation_map(first=FIRST, closed=CLOSED, marks=_marks(), days=[
    _entry("lowest", 9, lambda value: {value, 511}),
    _entry("highest", 9, lambda value: {0, value}),
    _entry("beside", 56, lambda value: {value ^ 1}),
    _entry("itself", 56, lambda value: {value}),
]))

FILES = {
    "revocations-ends.cose": (ENDS.file, "of the same source, covers 2026-11-10 to 2026-11-19; "
                              "asked for the first and the last of what it holds"),
}
