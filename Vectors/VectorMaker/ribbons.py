"""Closed days of a revocation list in two filters (Spec/lists.md 4.8)."""

import hashlib
from dataclasses import dataclass

TAG = b"justificatif/revoked/2"
ROW, MOST_COLUMNS, SEEDS = 128, 31, 16

Rows = list[tuple[bytes, int]]


@dataclass(frozen=True)
class Asked:
    """What a fingerprint asks of a filter: coefficients of `span` slots from one on, and a value."""

    start: int
    span: int
    coefficients: int
    value: int


def asked(day: int, layer: int, seed: int, mark: bytes, slots: int) -> Asked:
    digest = hashlib.sha256(TAG + day.to_bytes(4, "big") + bytes([layer, seed]) + mark).digest()
    span = min(ROW, slots)
    start = int.from_bytes(digest[16:20], "big") * (slots - span + 1) >> 32
    return Asked(start, span, int.from_bytes(digest[:16], "big") >> ROW - span,
                 int.from_bytes(digest[20:24], "big"))


@dataclass(frozen=True)
class Filter:
    """Columns of one layer, each a number of `slots` bits, slot 0 the highest."""

    day: int
    layer: int
    seed: int
    slots: int
    columns: list[int]

    def says(self, mark: bytes) -> int:
        """The bits of the columns, from the first one on."""
        if not self.columns:
            return 0
        row = asked(self.day, self.layer, self.seed, mark, self.slots)
        told = 0
        for column in self.columns:
            window = column >> self.slots - row.span - row.start
            told = told << 1 | (window & row.coefficients).bit_count() & 1
        return told

    def wants(self, mark: bytes) -> int:
        """The bits that the columns must say: the value in layer 0."""
        value = asked(self.day, self.layer, self.seed, mark, self.slots).value
        return value >> 32 - len(self.columns) if self.columns else 0

    @property
    def bits(self) -> str:
        return "".join(format(column, f"0{self.slots}b") for column in self.columns)


def echelon(rows: list[tuple[Asked, int]], slots: int) -> list[tuple[int, int] | None] | None:
    """Coefficients, the highest that of the slot itself, and value by slot; nothing where rows
    contradict each other."""
    held: list[tuple[int, int] | None] = [None] * slots
    for row, value in rows:
        slot, bits = row.start, row.coefficients
        while bits:
            slot += row.span - bits.bit_length()
            bits <<= row.span - bits.bit_length()
            if held[slot] is None:
                held[slot] = bits, value
                break
            bits, value = bits ^ held[slot][0], value ^ held[slot][1]
        else:
            if value:
                return None
    return held


def solved(held: list[tuple[int, int] | None], width: int) -> list[int]:
    """The columns; a slot that no row begins is 0."""
    slots, span, columns = len(held), min(ROW, len(held)), []
    for place in reversed(range(width)):
        column, after = 0, 0
        for slot in reversed(range(slots)):
            bit = 0
            if held[slot] is not None:
                bits, value = held[slot]
                others = bits & (1 << span - 1) - 1 & after
                bit = (value >> place ^ others.bit_count()) & 1
            after = (after | bit << span - 1) >> 1
            column |= bit << slots - 1 - slot
        columns.append(column)
    return columns


def made(day: int, layer: int, width: int, keys: Rows, slots: int | None = None) -> Filter:
    """The first seed, and the fewest slots from `slots` on, with a solution."""
    slots = len(keys) + len(keys) // 64 if slots is None else slots
    while True:
        for seed in range(SEEDS):
            rows = [asked(day, layer, seed, mark, slots) for mark, _ in keys]
            values = [bit if layer else row.value >> 32 - width for row, (_, bit) in zip(rows, keys)]
            held = echelon(list(zip(rows, values)), slots)
            if held is not None:
                return Filter(day, layer, seed, slots, solved(held, width))
        slots += 1 + slots // 128


def best(issued: int, revoked: int) -> int:
    """The number of columns with which both filters are expected to be smallest."""
    return min(range(MOST_COLUMNS + 1),
               key=lambda width: (width * revoked + (issued - revoked) / 2 ** width, width))


def filters(day: int, issued: set[bytes], revoked: set[bytes],
            width: int | None = None) -> tuple[Filter, Filter]:
    """Of as many columns as is best, unless told."""
    width = best(len(issued), len(revoked)) if width is None else width
    first = made(day, 0, width, [(mark, 0) for mark in revoked] if width else [])
    passing = [(mark, int(mark in revoked)) for mark in issued
               if not width or first.says(mark) == first.wants(mark)]
    return first, made(day, 1, 1, passing)


def packed(*rows: str) -> bytes:
    text = "".join(rows)
    text += "0" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big")


def listed(place: int, count: int, first: Filter, second: Filter) -> list[object]:
    """The items of an entry."""
    return [place, count, len(first.columns), first.slots, first.seed, second.slots, second.seed,
            packed(first.bits, second.bits)]


def entry(place: int, day: int, issued: set[bytes], revoked: set[bytes],
          width: int | None = None) -> list[object]:
    """A closed day as a publisher writes it."""
    return listed(place, len(revoked), *filters(day, issued, revoked, width))
