"""The two filters of a closed day of version 2 (Spec/lists.md 4.8)."""

import dataclasses
import hashlib

from .cbor import BYTES, Reader
from .faults import need

COLUMNS, SLOTS, SEEDS, ROW = 31, 33554432, 15, 128


@dataclasses.dataclass(frozen=True)
class Filter:
    """Columns of as many bits each as there are slots, from a bit of the entry on."""

    layer: int
    columns: int
    slots: int
    seed: int
    start: int

    @property
    def end(self) -> int:
        return self.start + self.columns * self.slots


@dataclasses.dataclass(frozen=True)
class FilteredDay:
    """One closed day (4.8): how many are revoked, and what tells which."""

    count: int
    filters: tuple[Filter, Filter]
    bits: bytes

    def holds(self, day_number: int, fingerprint: bytes) -> bool:
        """U2: whether a fingerprint passes both filters."""
        return all(passes(each, self.bits, day_number, fingerprint) for each in self.filters)


def read(reader: Reader, count: int) -> FilteredDay:
    """L7, W9, W10: what follows the count of an entry."""
    first = numbers(reader, 0, reader.number(0, COLUMNS), count, 0)
    second = numbers(reader, 1, 1, count, first.end)
    size = -(-second.end // 8)
    need(reader.of(BYTES) == size, "wrong-length")
    bits = reader.take(size)
    need(bits[-1] & (1 << size * 8 - second.end) - 1 == 0, "bit-padding")
    return FilteredDay(count, (first, second), bits)


def numbers(reader: Reader, layer: int, columns: int, count: int, start: int) -> Filter:
    """L7: slots and seed, which a filter without columns has not."""
    if columns == 0:
        return Filter(layer, 0, reader.number(0, 0), reader.number(0, 0), start)
    return Filter(layer, columns, reader.number(count, SLOTS), reader.number(0, SEEDS), start)


def passes(one: Filter, bits: bytes, day_number: int, fingerprint: bytes) -> bool:
    """W7, W8: whether each column says what it must of a fingerprint."""
    if one.columns == 0:
        return True
    digest = hashlib.sha256(b"justificatif/revoked/2" + day_number.to_bytes(4, "big")
                            + bytes([one.layer, one.seed]) + fingerprint).digest()
    width = min(ROW, one.slots)
    row = int.from_bytes(digest[:16], "big") >> ROW - width
    first = int.from_bytes(digest[16:20], "big") * (one.slots - width + 1) >> 32
    value = int.from_bytes(digest[20:24], "big") >> 32 - one.columns
    told = 0
    for column in range(one.columns):
        window = cut(bits, one.start + column * one.slots + first, width)
        told = told << 1 | (row & window).bit_count() & 1
    return told == (1 if one.layer else value)


def cut(bits: bytes, start: int, width: int) -> int:
    """So many bits from one on, as a number."""
    end = start + width
    part = int.from_bytes(bits[start // 8:-(-end // 8)], "big")
    return part >> -end % 8 & (1 << width) - 1
