"""Signatures and keys by the rules E1 to E5 of Spec/token.md 5, at every edge of the curve."""

import functools

from .. import curve
from ..curve import BASE, L, P, TORSION, add, challenge, encode, encodings, little, order, times
from ..rfc8032 import PUBLISHED
from ..scenario import small
from ..speccheck import CASES

SEED = bytes(range(32))
A = curve.scalars(SEED)[0]
MESSAGE = b"un justificatif"
EXPLAINED = {"key": "E1 E2", "signature": "E3 E4 E5", "valid": "E1 E2 E3 E4 E5", "length": "H5"}


@functools.lru_cache(maxsize=1)
def good() -> tuple[bytes, bytes]:
    return curve.sign(SEED, MESSAGE)


def case(name: str, comment: str, key: bytes, message: bytes, signature: bytes, expect: str,
         flags: str, rules: str = ""):
    """A case of which the arithmetic here says what is expected; its layer is what refuses."""
    assert curve.judge(key, message, signature) == expect, name
    layer = "key" if expect == "key" else "signature"
    lines = {"key": key.hex(), "message": message.hex(), "signature": signature.hex()}
    return small(f"{layer}_{name}", "signature", comment, expect, lines,
                 rules=rules or EXPLAINED[expect], flags=flags)


def published():
    for name, (seed, message, signature) in PUBLISHED.items():
        key, made = curve.sign(seed, message)
        assert made == signature, name
        yield case(f"rfc8032-{name}", f"RFC 8032 section 7.1, {name.replace('_', ' ')}", key, message,
                   made, "valid", "rfc8032")
    for number, (message, key, signature, comment) in enumerate(CASES):
        expect = curve.judge(key, message, signature)
        yield case(f"speccheck-{number}", f"Taming the many EdDSAs, case {number}: {comment}", key,
                   message, signature, expect, "speccheck")
    for length in (0, 1, 63, 64, 65, 600):
        message = bytes(place * 7 & 255 for place in range(length))
        yield case(f"message-of-{length}", f"message of {length} bytes", good()[0], message,
                   curve.sign(SEED, message)[1], "valid", "usual")


def scalar_s():
    """E3."""
    key, signature = good()
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    for count in range(1, 16):
        yield case(f"s-plus-{count}-l", "S + nL: a second signature of the same message", key, MESSAGE,
                   r + little(s + count * L), "signature", "s-not-reduced malleable wycheproof", "E3")
    for name, number in {"l": L, "l-plus-1": L + 1, "l-minus-1": L - 1, "0": 0, "1": 1,
                         "2-252": 2**252, "2-253": 2**253, "2-255": 2**255, "p": P, "p-plus-1": P + 1,
                         "p-minus-1": P - 1, "ones": 2**256 - 1}.items():
        yield case(f"s-{name}", "a number at an edge in the place of S", key, MESSAGE,
                   r + little(number), "signature",
                   f"{'s-not-reduced' if number >= L else 's-edge'} wycheproof", "E3 E5")
    message = next(text for text in (b"un justificatif %d" % number for number in range(1000))
                   if curve.sign(SEED, text)[1][63] == 0)
    other = curve.sign(SEED, message)[1]
    plus = other[:32] + little(int.from_bytes(other[32:], "little") + L)
    assert plus[63] == 0x10, "the highest byte is that of L"
    yield case("s-plus-l-highest-byte-of-l", "S + L of a small S: the highest byte is that of L, and "
               "the whole number is compared", key, message, plus, "signature",
               "s-not-reduced malleable", "E3")
    for bit in (253, 254, 255):
        yield case(f"s-bit-{bit}", "a bit of S above the order", key, MESSAGE,
                   r + little(s | 1 << bit), "signature", "s-not-reduced", "E3")


def point_r():
    """E4, E5: what is left to R when S fits."""
    key, signature = good()
    for index, point in enumerate(TORSION):
        for number, r in enumerate(encodings(point)):
            k = challenge(r, key, MESSAGE)
            rule = "E4" if r == encode(curve.NEUTRAL) else "E5"
            yield case(f"r-of-order-{order(point)}-{index}-{number}",
                       "S = ka: only R is left to tell, and the cofactor would hide it", key, MESSAGE,
                       r + little(k * A % L), "signature",
                       "r-small-order" + (" r-not-canonical" if number else ""), rule)
    for index, point in enumerate(TORSION[1:], 1):
        mixed = encode(add(times(12345, BASE), point))
        k = challenge(mixed, key, MESSAGE)
        yield case(f"r-of-mixed-order-{order(point)}-{index}",
                   "good for whoever multiplies by the cofactor", key, MESSAGE,
                   mixed + little((12345 + k * A) % L), "signature", "r-mixed-order", "E5")
    yield case("r-not-on-curve", "no point has this y", key, MESSAGE, off_curve() + little(5),
               "signature", "r-not-on-curve", "E5")
    for name, number in {"zeros": 0, "p": P, "p-plus-1": P + 1, "ones": 2**256 - 1}.items():
        yield case(f"r-{name}", "R at an edge, S as it was", key, MESSAGE,
                   little(number) + signature[32:], "signature", "r-not-canonical wycheproof", "E5")
    flipped = signature[:31] + bytes([signature[31] ^ 128]) + signature[32:]
    yield case("r-sign-flipped", "-R in the place of R", key, MESSAGE, flipped, "signature",
               "r-negated", "E5")


def off_curve() -> bytes:
    return little(next(y for y in range(2, 100) if curve.abscissa(y, 0) is None))


def point_a():
    """E1, E2."""
    for index, point in enumerate(TORSION):
        for number, key in enumerate(encodings(point)):
            yield case(f"of-order-{order(point)}-{index}-{number}",
                       "a key of small order: one signature fits many messages", key, MESSAGE,
                       encode(times(7, BASE)) + little(7), "key",
                       "a-small-order" + (" a-not-canonical" if number else ""),
                       "E1" if number else "E2")
    for index, point in enumerate(TORSION[1:], 1):
        key = encode(add(times(A, BASE), point))
        r = encode(times(54321, BASE))
        message = next(text for text in (b"%d" % number for number in range(1000))
                       if challenge(r, key, text) % order(point) == 0)
        k = challenge(r, key, message)
        yield case(f"of-mixed-order-{order(point)}-{index}",
                   "the equation holds for this message; only the order of the key is wrong", key,
                   message, r + little((54321 + k * A) % L), "key", "a-mixed-order", "E2")
    yield case("not-on-curve", "no point has this y", off_curve(), MESSAGE, good()[1], "key",
               "a-not-on-curve", "E1")
    for count in (0, 31, 33):
        yield case(f"of-{count}-bytes", "a key has 32 bytes", (good()[0] + b"\0")[:count], MESSAGE,
                   good()[1], "key", "length", "E1 M4")


def small_y():
    """Points with y below 19, which have a second encoding below 2^255."""
    for y in range(2, 19):
        for sign in (0, 1):
            x = curve.abscissa(y, sign)
            if x is None:
                continue
            expect = "signature" if curve.is_prime_order((x, y)) else "key"
            yield case(f"under-y-{y}-{sign}", "a point with a small y, in the one encoding of it",
                       encode((x, y)), MESSAGE, good()[1], expect,
                       "a-small-y" if expect == "signature" else "a-small-y a-mixed-order",
                       "E5" if expect == "signature" else "E2")
            yield case(f"y-{y}-{sign}-plus-p", "the same point written with y + p",
                       little(y + P | sign << 255), MESSAGE, good()[1], "key", "a-not-canonical", "E1")


def damage():
    key, signature = good()

    def bit(place: int) -> bytes:
        return bytes(each ^ (index == place) for index, each in enumerate(signature))

    for name, wrong, expect in (
            ("empty", b"", "length"), ("of-63-bytes", signature[:-1], "length"),
            ("of-65-bytes", signature + b"\0", "length"), ("of-32-bytes", signature[:32], "length"),
            ("twice", signature * 2, "length"), ("zero-before", b"\0" + signature, "length"),
            ("with-key", signature + key, "length"), ("zeros", bytes(64), "signature"),
            ("ones", b"\xff" * 64, "signature"),
            ("r-and-s-swapped", signature[32:] + signature[:32], "signature"),
            ("first-bit", bit(0), "signature"), ("first-bit-of-s", bit(32), "signature"),
            ("s-backwards", signature[:32] + signature[:31:-1], "signature")):
        yield case(name, "a damaged signature", key, MESSAGE, wrong, expect, "tampered wycheproof")
    for name, message in (("empty", b""), ("longer", MESSAGE + b"\0"), ("shorter", MESSAGE[:-1]),
                          ("other", b"Un justificatif")):
        yield case(f"of-message-{name}", "a signature of another message", key, message, signature,
                   "signature", "tampered", "E5")
    yield case("under-negated-key", "-A in the place of A",
               encode(curve.negative(curve.decode(key))), MESSAGE, signature, "signature", "a-negated",
               "E5")


def cases():
    for part in (published, scalar_s, point_r, point_a, small_y, damage):
        yield from part()


def seeds() -> bytes:
    """The seeds of the good cases, for who wants to sign them anew."""
    rows = [f"signature_rfc8032-{name};{seed.hex()}" for name, (seed, _, _) in PUBLISHED.items()]
    rows += [f"signature_message-of-{length};{SEED.hex()}" for length in (0, 1, 63, 64, 65, 600)]
    return ("vector;seed\n" + "\n".join(rows) + "\n").encode()
