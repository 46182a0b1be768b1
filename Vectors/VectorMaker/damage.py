"""Damage by chance: to texts, to bytes, and to values that are encoded as CBOR."""

import random

from . import cbor, dates

STRANGE_TEXTS = ("", " ", "a" * 300, "é", "e\u0301", "A\u200b", "\u202eA", "A\u0000", "A  B", "-",
                 "\uff10")
DAYS = (dates.DAY, -dates.DAY, 100 * dates.DAY)
STRANGE_CHARACTERS = "0189aJF1:=- \n\t\u00a0\u200b\ufeffÀé\0\x1d\u017f\U0001f600"
STRANGE_KEYS = (-70000, -1, 0, 1, 3, 5, 9, 10, 12, 40, 64, 127, 128, 255, 256, 2**63)
JUNK = (
    0, 1, 23, 24, 255, 256, 65536, 2**32, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1, -1, -24, -2**63,
    -2**64, "", "é", b"", bytes(8), bytes(16), None, True, False, [], [0], {}, {0: 0}, [1, [2, [3, [4]]]],
    cbor.nested(4), cbor.nested(5), {1: {2: {3: {4: {}}}}}, {-1: "a", 1: b"\xff"},
    *map(cbor.Raw, map(bytes.fromhex, (
        "ff", "f7", "f818", "fa00000000", "c000", "1c", "5fff", "62c328", "1817", "1b00000000ffffffff",
        "a202000100", "a201000100", "5bffffffffffffffff", "9b8000000000000000"))),
)


class Damage:
    """Changes whose kind and place are drawn from `chance`."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def text(self, given: str) -> str:
        """One change to a text."""
        at, pick = self.chance.randrange(len(given) + 1), self.chance
        stranger = pick.choice(STRANGE_CHARACTERS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 2)
        return pick.choice((
            lambda: given[:at] + stranger + given[at + 1:],
            lambda: given[:at] + stranger + given[at:],
            lambda: given[:at] + given[at + 1:],
            lambda: given[:at],
            lambda: given[:at] + given[at:at + 1].swapcase() + given[at + 1:],
            lambda: given[:at] + given[at + 1:at + 2] + given[at:at + 1] + given[at + 2:],
            lambda: given[:at] + given[max(0, at - 5):],
            lambda: given + stranger * pick.choice((1, 2, 3, 8)),
            lambda: f"{given[:2]}{pick.randrange(10)}{given[3:]}",
            lambda: given[:-1] + chr(ord(given[-1]) ^ 1) if given else stranger,
        ))()

    def bytes(self, given: bytes) -> bytes:
        """One change to bytes: a bit, a byte, some more, some less."""
        at, pick = self.chance.randrange(len(given) + 1), self.chance
        many, byte = pick.choice((1, 1, 1, 2, 4, 16)), bytes([pick.randrange(256)])
        return pick.choice((
            lambda: given[:at] + bytes([given[at] ^ 1 << pick.randrange(8)]) + given[at + 1:]
            if at < len(given) else given + byte,
            lambda: given[:at] + byte + given[at + 1:],
            lambda: given[:at] + byte * many + given[at:],
            lambda: given[:at] + given[at + many:],
            lambda: given[:at],
            lambda: given[:at] + given[max(0, at - many):],
        ))()

    def encoded(self, value: object) -> bytes:
        """The encoding of a value with one change somewhere in it."""
        self.left = self.chance.randrange(_count(value))
        return self._encoded(value)

    def _encoded(self, value: object) -> bytes:
        is_here = self.left == 0
        self.left -= 1
        if is_here:
            return self._changed(value)
        if isinstance(value, dict):
            return bytes(cbor.pairs([(key, cbor.Raw(self._encoded(one)))
                                     for key, one in cbor.listing(value)]))
        if isinstance(value, (list, tuple)):
            return cbor.encode([cbor.Raw(self._encoded(one)) for one in value])
        return cbor.encode(value)

    def _changed(self, value: object) -> bytes:
        if self.chance.random() < 0.2:
            return cbor.encode(self.chance.choice(JUNK))
        if isinstance(value, dict):
            more = (self.chance.choice(STRANGE_KEYS), self.chance.choice(JUNK))
            return bytes(cbor.pairs(*self._several(cbor.listing(value), more)))
        if isinstance(value, (list, tuple)):
            return bytes(cbor.array(*self._several(list(value), self.chance.choice(JUNK))))
        if isinstance(value, int) and not isinstance(value, bool) and self.chance.random() < 0.2:
            return cbor.head(0 if value >= 0 else 1, value if value >= 0 else -1 - value, 8)
        return cbor.encode(self._scalar(value))

    def _several(self, items: list, more: object) -> tuple[list, int]:
        """Items with one too few, too many, twice or out of place; and what their head says."""
        at, count = self.chance.randrange(len(items) + 1), None
        match self.chance.randrange(6):
            case 0:
                del items[at:at + 1]
            case 1:
                items.insert(at, more)
            case 2:
                items[at:at] = items[at:at + 1]
            case 3:
                items[at:at + 2] = reversed(items[at:at + 2])
            case 4:
                items[at:at + 1] = [more]
            case 5:
                count = self.chance.choice((max(0, len(items) - 1), len(items) + 1, 2**32, 2**64 - 1))
        return items, len(items) if count is None else count

    def _scalar(self, value: object) -> object:
        match value:
            case bool():
                return not value
            case int():
                near = self.chance.choice((-1, 1, 2, -2, -value, value, *DAYS))
                return value + near if -2**64 <= value + near < 2**64 else 0
            case str():
                return self.chance.choice((self.text(value), self.chance.choice(STRANGE_TEXTS)))
            case bytes():
                return self.bytes(value)
        return "a"


def _count(value: object) -> int:
    """How many places there are in a value where something can be changed."""
    inner = value.values() if isinstance(value, dict) else value
    return 1 + (sum(map(_count, inner)) if isinstance(value, (dict, list, tuple)) else 0)
