"""One encoding only (Spec/token.md 3.2, D1 to D14): a reader that goes through bytes once.

The usual CBOR libraries accept repeated keys and long heads; this one refuses them where they
stand. It asks for what Spec has at each place, so that it never builds what nobody asked for.
"""

from collections.abc import Callable, Iterator

from .faults import Fault, need

UNSIGNED, NEGATIVE, BYTES, TEXT, ARRAY, MAP, TAG, SIMPLE = range(8)
FALSE, TRUE, NULL = 20, 21, 22
UNKNOWN_DEPTH = 4
LATER_KEYS, LATER_FROM = 64, 64

Field = Callable[["Reader", dict], object]


class Reader:
    """Reads items one after the other; every method raises Fault at the first that is wrong."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, count: int) -> bytes:
        """D1: the next bytes."""
        need(count <= len(self.data) - self.at, "truncated")
        self.at += count
        return self.data[self.at - count:self.at]

    def head(self) -> tuple[int, int]:
        """D3 to D6: the type of the next item, and the number that its head holds."""
        first = self.take(1)[0]
        major, short = first >> 5, first & 31
        need(short < 28 or short == 31, "reserved-head")
        need(short != 31, "indefinite-length")
        value = short
        if short >= 24:
            size = 1 << short - 24
            value = int.from_bytes(self.take(size), "big")
            need(major == SIMPLE or value >= (24 if size == 1 else 1 << size * 4), "not-shortest")
        need(major != TAG, "wrong-type")
        need(major != SIMPLE or short in (FALSE, TRUE, NULL), "wrong-type")
        return major, value

    def of(self, kind: int) -> int:
        """D10: the number in the head of an item that is of this type."""
        major, value = self.head()
        need(major == kind, "wrong-type")
        return value

    def number(self, least: int = 0, most: int = 2**64 - 1) -> int:
        """D13: an unsigned integer in a range."""
        value = self.of(UNSIGNED)
        need(least <= value <= most, "out-of-range")
        return value

    def string(self, size: int) -> bytes:
        """D11: a byte string of exactly this size."""
        need(self.of(BYTES) == size, "wrong-length")
        return self.take(size)

    def any_string(self) -> bytes:
        """A byte string of any length; the bytes read are bounded as a whole."""
        return self.take(self.of(BYTES))

    def text(self, most: int) -> str:
        """D9, D12: a text of at most so many bytes."""
        size = self.of(TEXT)
        need(size <= most, "too-long")
        return self.utf8(size)

    def utf8(self, size: int) -> str:
        try:
            return self.take(size).decode("utf-8")
        except UnicodeDecodeError:
            raise Fault("not-utf8") from None

    def boolean_or_null(self) -> bool | None:
        return {FALSE: False, TRUE: True, NULL: None}[self.of(SIMPLE)]

    def is_null(self) -> bool:
        """Passes over `null` if it comes next."""
        found = self.data[self.at:self.at + 1] == b"\xf6"
        self.at += found
        return found

    def fixed_array(self, count: int) -> None:
        """D11: the head of an array of exactly so many items."""
        need(self.of(ARRAY) == count, "wrong-length")

    def array(self, least: int, most: int) -> int:
        """D11, D12: the head of an array of so many items."""
        count = self.of(ARRAY)
        need(count <= most, "too-many")
        need(count >= least, "wrong-length")
        return count

    def map(self, most: int | None = None) -> int:
        """D12: the head of a map of at most so many pairs."""
        count = self.of(MAP)
        need(most is None or count <= most, "too-many")
        return count

    def keys(self, count: int) -> Iterator[int]:
        """D7, D8: the keys of a map; whoever asks for the next has read the value of the last."""
        last = b""
        for _ in range(count):
            start = self.at
            major, value = self.head()
            need(major in (UNSIGNED, NEGATIVE), "wrong-type")
            need(value < 2**63, "out-of-range")
            encoded = self.data[start:self.at]
            need(encoded > last, "key-order")
            last = encoded
            yield value if major == UNSIGNED else -1 - value

    def fields(self, known: dict[int, Field], later: bool = False) -> dict[int, object]:
        """D14: a map with all of these keys. `later` lets keys from 64 on follow (lists.md M1)."""
        count = self.map(len(known) + LATER_KEYS) if later else self.map()
        found: dict[int, object] = {}
        for key in self.keys(count):
            need(key in known or later and key >= LATER_FROM, "unknown-key")
            left = [each for each in known if each not in found]
            need(key == left[0] if left else key not in known, "missing-key")
            if left:
                found[key] = known[key](self, found)
            else:
                self.later_value()
        need(len(found) == len(known), "missing-key")
        return found

    def later_value(self, depth: int = UNKNOWN_DEPTH) -> None:
        """K4: passes over a value of a later version; no more than four calls deep."""
        major, value = self.head()
        if major == BYTES:
            self.take(value)
        elif major == TEXT:
            self.utf8(value)
        elif major in (ARRAY, MAP):
            need(depth > 0, "too-deep")
            need(value < 2**63, "too-many")
            for _ in range(value) if major == ARRAY else self.keys(value):
                self.later_value(depth - 1)

    def end(self) -> None:
        """D2: nothing follows."""
        need(self.at == len(self.data), "trailing-bytes")


def whole(data: bytes, read: Callable[[Reader], object]) -> object:
    """What `read` makes of bytes that hold one item and nothing else."""
    reader = Reader(data)
    found = read(reader)
    reader.end()
    return found
