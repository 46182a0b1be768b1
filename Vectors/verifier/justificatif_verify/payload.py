"""A whole justificatif from its bytes (Spec/token.md 3.2 to 3.4, 4.5, 4.6)."""

import dataclasses
import hashlib

from . import claims, cose
from .cbor import Reader, whole
from .days import DAY, LAST_INSTANT
from .faults import need
from .text import WHITE_SPACE

TOKEN_BYTES = 600
DOMAIN = b"justificatif/token/1"
CLAIMS_KEY = -70001
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015"


@dataclasses.dataclass(frozen=True)
class Justificatif:
    """What is in a token; `issued` and `expires` are the days of iat and exp."""

    token: bytes
    signature: cose.Signature
    signed: bytes
    identifier: bytes
    issued: int
    expires: int
    claims: claims.Claims

    def fingerprint(self) -> bytes:
        """F1."""
        return hashlib.sha256(self.signed).digest()[:16]


def read(token: bytes) -> Justificatif:
    """H1 to H5, P1 to P3, K1 to K7."""
    need(len(token) <= TOKEN_BYTES, "too-long")
    payload, signature = cose.sign1(token)
    fields = whole(payload, four)
    signed = cose.signed1(DOMAIN, signature.header, payload)
    return Justificatif(token, signature, signed, fields[7], fields[6], fields[4],
                        fields[CLAIMS_KEY])


def four(reader: Reader) -> dict[int, object]:
    """P1: all four keys in their places."""
    need(reader.map(4) == 4, "missing-key")
    found: dict[int, object] = {}
    keys = reader.keys(4)
    for wanted, value in ((4, midnight), (6, midnight), (7, lambda inner: inner.string(16)),
                          (CLAIMS_KEY, lambda inner: claims.read(inner, found[6]))):
        need(next(keys) == wanted, "unknown-key")
        found[wanted] = value(reader)
    return found


def midnight(reader: Reader) -> int:
    """P2: the day of an instant that is the first second of one."""
    seconds = reader.number(0, LAST_INSTANT)
    need(seconds % DAY == 0, "not-a-day")
    return seconds // DAY


def reference(identifier: bytes) -> str:
    """F2: what a person reads out."""
    digest = hashlib.sha256(b"justificatif/reference/1" + identifier).digest()
    number = int.from_bytes(digest[:8], "big") >> 4
    digits = [number >> shift & 31 for shift in range(55, -1, -5)]
    return grouped("".join(CROCKFORD[digit] for digit in [*digits, check(digits)]))


def check(digits: list[int]) -> int:
    """F2, step 4."""
    result = 0
    for digit in digits:
        result = (result ^ digit) << 1
        if result >= 32:
            result ^= 37
    return result


def grouped(digits: str) -> str:
    return "-".join((digits[:4], digits[4:8], digits[8:12], digits[12:]))


def read_back(typed: str) -> str | None:
    """F3: the reference that a person typed, or None."""
    kept = "".join(digit for digit in typed if digit not in DASHES and not WHITE_SPACE.match(digit))
    kept = "".join(digit.upper() if digit.isascii() else digit for digit in kept)
    kept = kept.replace("I", "1").replace("L", "1").replace("O", "0")
    if len(kept) != 13 or any(digit not in CROCKFORD for digit in kept):
        return None
    digits = [CROCKFORD.index(digit) for digit in kept]
    return grouped(kept) if check(digits[:12]) == digits[12] else None
