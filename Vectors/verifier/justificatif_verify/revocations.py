"""Revocation lists (Spec/lists.md 4): content, the code of a closed day, looking up."""

import bisect
import dataclasses
import hashlib
from array import array

from . import cose, ribbons
from .cbor import ARRAY, BYTES, LATER_FROM, MAP, Reader, whole
from .claims import identifier
from .curve import is_signed
from .days import DAY
from .faults import Fault, need
from .trust import Source, day, instant

DOMAIN = b"justificatif/revocations/1"
LIST_BYTES, COVERED_DAYS, REVOKED, WIDTH = 16777216, 128, 8000000, 56
FINGERPRINT_BYTES, DESCRIBED = 16, 11


@dataclasses.dataclass(frozen=True)
class ClosedDay:
    """One closed day (4.2) with its values unpacked, ascending."""

    width: int
    seed: int
    values: array

    @property
    def count(self) -> int:
        return len(self.values)

    def holds(self, day_number: int, fingerprint: bytes) -> bool:
        """U2: whether the day has the value of a fingerprint."""
        value = hashed(day_number, self.seed, self.width, fingerprint)
        at = bisect.bisect_left(self.values, value)
        return at < len(self.values) and self.values[at] == value


Entry = ClosedDay | ribbons.FilteredDay


@dataclasses.dataclass(frozen=True)
class RevocationList:
    """The content of a list (4.1); closed days by number."""

    id: str
    epoch: int
    sequence: int
    issued: int
    warn_after: int
    refuse_after: int
    least_trust: int
    first: int
    last: int
    days: dict[int, Entry]
    open: frozenset[bytes]
    payload: bytes

    def count(self, day_number: int) -> int:
        """How many of a closed day are revoked."""
        closed = self.days.get(day_number)
        return closed.count if closed else 0

    def count_after(self, day_number: int) -> int:
        """How many of all later days are revoked, open ones included."""
        closed = sum(one.count for number, one in self.days.items() if number > day_number)
        return closed + len(self.open)

    def state(self, issued: int, fingerprint: bytes) -> str:
        """U1 to U3: `not-covered`, `revoked`, `not-revoked` or `issued-later`."""
        if issued < self.first:
            return "not-covered"
        if issued <= self.last:
            closed = self.days.get(issued)
            return "revoked" if closed and closed.holds(issued, fingerprint) else "not-revoked"
        if fingerprint in self.open:
            return "revoked"
        return "not-revoked" if issued <= self.issued // DAY else "issued-later"


def forgets(new: RevocationList, held: RevocationList) -> bool:
    """R9: whether a new list cancels fewer of some day than the one in force."""
    both = min(held.last, new.last)
    if any(new.count(day) < held.count(day) for day in range(new.first, both + 1)):
        return True
    return new.first <= both + 1 and new.count_after(both) < held.count_after(both)


def hashed(day_number: int, seed: int, width: int, fingerprint: bytes) -> int:
    """L6: the value of a fingerprint, its first `width` bits."""
    digest = hashlib.sha256(b"justificatif/revoked/1" + day_number.to_bytes(4, "big")
                            + bytes([seed]) + fingerprint).digest()
    return int.from_bytes(digest, "big") >> 256 - width


def envelope(data: bytes) -> tuple[bytes, cose.Signature]:
    """R1: the payload and its signature."""
    need(len(data) <= LIST_BYTES, "too-large")
    return cose.sign1(data)


def name_of(payload: bytes) -> str:
    """R1: the identifier, all that is read before the signature."""
    reader = Reader(payload)
    for key in reader.keys(min(reader.of(MAP), 1)):
        need(1 <= key <= DESCRIBED or key >= LATER_FROM, "unknown-key")
        need(key == 1, "missing-key")
        return identifier(reader)
    raise Fault("missing-key")


def signed_by(source: Source, payload: bytes, signature: cose.Signature) -> bool:
    """R3: a key of the source signed it."""
    message = cose.signed1(DOMAIN, signature.header, payload)
    return any(is_signed(key, signature.value, message)
               for key in source.keys if cose.kid_of(key) == signature.kid)


def content(payload: bytes) -> RevocationList:
    """R4: the form of 4.1 to 4.4 and of 4.8."""
    fields = whole(payload, lambda reader: reader.fields({
        1: lambda field, _: identifier(field),
        2: lambda field, _: field.number(), 3: lambda field, _: field.number(),
        4: instant, 5: instant, 6: refuse_after,
        7: lambda field, _: field.number(),
        8: day, 9: last_day, 10: closed_days, 11: open_days,
    }, later=True))
    return RevocationList(*(fields[key] for key in range(1, 12)), payload)


def refuse_after(reader: Reader, found: dict) -> int:
    """L1."""
    last = instant(reader, found)
    need(found[4] < found[5] < last, "date-order")
    return last


def last_day(reader: Reader, found: dict) -> int:
    """L2."""
    last = day(reader, found)
    need(found[8] - 1 <= last < found[4] // DAY, "date-order")
    need(last - found[8] + 1 <= COVERED_DAYS, "too-many")
    return last


def closed_days(reader: Reader, found: dict) -> dict[int, Entry]:
    """L4, L5: the closed days by number."""
    days: dict[int, Entry] = {}
    first, last, before, total = found[8], found[9], -1, 0
    for _ in range(reader.array(0, COVERED_DAYS)):
        read = READERS.get(reader.of(ARRAY))
        need(read is not None, "wrong-length")
        place = reader.number()
        need(place > before, "key-order")
        need(first + place <= last, "out-of-range")
        count = reader.number(1)
        total += count
        need(total <= REVOKED, "too-many")
        days[first + place] = read(reader, count)
        before = place
    return days


def values_of(reader: Reader, count: int) -> ClosedDay:
    """L4: what follows the count of an entry of version 1."""
    width, seed = reader.number(1, WIDTH), reader.number(0, 255)
    parameter = reader.number(0, width)
    return ClosedDay(width, seed, unpack(reader.any_string(), width, count, parameter))


# By the number of items of an entry.
READERS = {6: values_of, 8: ribbons.read}


def open_days(reader: Reader, found: dict) -> frozenset[bytes]:
    """L3: whole fingerprints, ascending, each once."""
    size = reader.of(BYTES)
    need(size % FINGERPRINT_BYTES == 0, "wrong-length")
    closed = sum(one.count for one in found[10].values())
    need(closed + size // FINGERPRINT_BYTES <= REVOKED, "too-many")
    data = reader.take(size)
    each = [data[at:at + FINGERPRINT_BYTES] for at in range(0, len(data), FINGERPRINT_BYTES)]
    need(all(before < after for before, after in zip(each, each[1:])), "key-order")
    return frozenset(each)


def unpack(data: bytes, width: int, count: int, parameter: int) -> array:
    """W1 to W6: the values of a closed day from their Rice code."""
    bits = bin(int.from_bytes(b"\1" + data, "big"))[3:]
    size, limit, at, value, find = len(bits), 1 << width, 0, -1, bits.find
    less, ones_with_less, ones_with_more = max(0, parameter - 1), 0, 0
    values = array("Q")
    for _ in range(count):
        zero = find("0", at)
        end = zero + 1 + parameter
        if zero < 0 or end > size:
            raise Fault("truncated")
        gap = (zero - at << parameter) + int(bits[zero:end], 2)
        value += 1 + gap
        if value >= limit:
            raise Fault("out-of-range")
        values.append(value)
        ones_with_less += gap >> less
        ones_with_more += zero - at >> 1
        at = end
    need(size - at < 8, "trailing-bytes")
    need("1" not in bits[at:], "bit-padding")
    # W2: a parameter one less needs more bits, and one more at least as many.
    need(parameter == 0 or count * (1 + less) + ones_with_less > at, "coding-not-best")
    need(parameter == width or count * (2 + parameter) + ones_with_more >= at, "coding-not-best")
    return values
