"""Writes the vectors of this folder from the arithmetic of RFC 8032 and Spec/token.md section 5.

    python3 make.py

Standard library only. It shares no code with the product, and judges each vector by the rule
before it writes it.
"""

import hashlib
import pathlib

from rfc8032 import PUBLISHED

HERE = pathlib.Path(__file__).parent
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1)


def add(first, second):
    (x1, y1), (x2, y2) = first, second
    product = D * x1 * x2 * y1 * y2 % P
    x = (x1 * y2 + x2 * y1) * pow(1 + product, -1, P) % P
    return x, (y1 * y2 + x1 * x2) * pow(1 - product, -1, P) % P


def times(number, point):
    total = NEUTRAL
    while number:
        if number & 1:
            total = add(total, point)
        point, number = add(point, point), number >> 1
    return total


def negative(point):
    return -point[0] % P, point[1]


def abscissa(y, sign):
    """x of a point, None when there is none; x = 0 has the sign 0 only."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT % P
    if x * x % P != square or (x == 0 and sign):
        return None
    return x if x & 1 == sign else P - x


def encode(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def decode(data):
    """The point of a canonical encoding, or None."""
    number = int.from_bytes(data, "little")
    y, sign = number & (2**255 - 1), number >> 255
    x = abscissa(y, sign) if y < P else None
    return None if x is None else (x, y)


def is_prime_order(point):
    return point is not None and point != NEUTRAL and times(L, point) == NEUTRAL


BASE_Y = 4 * pow(5, -1, P) % P
BASE = (abscissa(BASE_Y, 0), BASE_Y)


def challenge(r, key, message):
    return int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L


def scalars(seed):
    digest = hashlib.sha512(seed).digest()
    number = int.from_bytes(digest[:32], "little")
    return number & (2**254 - 8) | 2**254, digest[32:]


def sign(seed, message):
    a, prefix = scalars(seed)
    key = encode(times(a, BASE))
    r = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % L
    point = encode(times(r, BASE))
    return key, point + little((r + challenge(point, key, message) * a) % L)


def little(number):
    return number.to_bytes(32, "little")


def judge(key, message, signature):
    """The layer that refuses, by Spec/token.md section 5, or `valid`."""
    if len(key) != 32 or not is_prime_order(decode(key)):
        return "key"
    if len(signature) != 64:
        return "length"
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if s >= L or not is_prime_order(decode(r)):
        return "signature"
    k = challenge(r, key, message)
    point = add(times(s, BASE), negative(times(k, decode(key))))
    return "valid" if encode(point) == r else "signature"


WRITTEN = set()


def write(name, comment, key, message, signature, expect, flags="", seed=None):
    assert judge(key, message, signature) == expect, name
    assert name not in WRITTEN, name
    WRITTEN.add(name)
    lines = {"comment": comment, "flags": flags}
    if seed is not None:
        lines["seed"] = seed.hex()
    lines |= {"key": key.hex(), "message": message.hex(), "signature": signature.hex()}
    lines["expect"] = expect
    text = "".join(f"{name}: {value}".rstrip() + "\n" for name, value in lines.items())
    (HERE / f"{name}.vec").write_text(text)


SEED = bytes(range(32))
A, _ = scalars(SEED)
KEY = encode(times(A, BASE))
MESSAGE = b"un justificatif"


def torsion():
    """The eight points whose order divides 8, as multiples of one of order 8."""
    y = 0
    while True:
        x = abscissa(y, 0)
        point = times(L, (x, y)) if x is not None else NEUTRAL
        if times(4, point) != NEUTRAL:
            return [times(number, point) for number in range(8)]
        y += 1


TORSION = torsion()


def order(point):
    return next(n for n in (1, 2, 4, 8) if times(n, point) == NEUTRAL)


def encodings(point):
    """Every 32 bytes that a lax decoder takes for the point, the canonical one first."""
    x, y = point
    signs = (0, 1) if x == 0 else (x & 1,)
    for number in (y, y + P):
        for sign_bit in signs:
            if number < 2**255:
                yield little(number | sign_bit << 255)


def valid():
    for name, (seed, message, signature) in PUBLISHED.items():
        key, made = sign(seed, message)
        assert made == signature, name
        write(f"valid_rfc8032_{name}", f"RFC 8032 section 7.1, {name}", key, message, made,
              "valid", seed=seed)
    for length in (0, 1, 63, 64, 65, 600):
        message = bytes(i * 7 & 255 for i in range(length))
        write(f"valid_message_of_{length}", f"message of {length} bytes", KEY, message,
              sign(SEED, message)[1], "valid", seed=SEED)


def scalar_s():
    _, good = sign(SEED, MESSAGE)
    r, s = good[:32], int.from_bytes(good[32:], "little")
    for count in range(1, 16):
        write(f"signature_s_plus_{count}_l", "S + nL: a second signature of the same message",
              KEY, MESSAGE, r + little(s + count * L), "signature", "s-not-reduced malleable")
    for name, number in {"l": L, "l_plus_1": L + 1, "l_minus_1": L - 1, "0": 0, "1": 1,
                         "2_252": 2**252, "2_253": 2**253, "2_255": 2**255,
                         "ones": 2**256 - 1}.items():
        write(f"signature_s_{name}", "a number at the edge in the place of S", KEY, MESSAGE,
              r + little(number), "signature", "s-not-reduced" if number >= L else "s-edge")
    for bit in (253, 254, 255):
        write(f"signature_s_bit_{bit}", "a bit of S above the order", KEY, MESSAGE,
              r + little(s | 1 << bit), "signature", "s-not-reduced")


def point_r():
    for index, point in enumerate(TORSION):
        for number, r in enumerate(encodings(point)):
            k = challenge(r, KEY, MESSAGE)
            write(f"signature_r_of_order_{order(point)}_{index}_{number}",
                  "S = ka: only R is left to tell, and the cofactor would hide it",
                  KEY, MESSAGE, r + little(k * A % L), "signature",
                  "r-small-order" + (" r-not-canonical" if number else ""))
    for index, point in enumerate(TORSION[1:], 1):
        mixed = encode(add(times(12_345, BASE), point))
        k = challenge(mixed, KEY, MESSAGE)
        write(f"signature_r_of_mixed_order_{order(point)}_{index}",
              "valid to whoever multiplies by the cofactor", KEY, MESSAGE,
              mixed + little((12_345 + k * A) % L), "signature", "r-mixed-order")
    write("signature_r_not_on_curve", "no point has this y", KEY, MESSAGE,
          off_curve() + little(5), "signature", "r-not-on-curve")
    _, good = sign(SEED, MESSAGE)
    flipped = bytes(good[:31]) + bytes([good[31] ^ 128]) + good[32:]
    write("signature_r_sign_flipped", "-R in the place of R", KEY, MESSAGE, flipped, "signature",
          "r-negated")


def off_curve():
    y = next(y for y in range(2, 100) if abscissa(y, 0) is None)
    return little(y)


def point_a():
    for index, point in enumerate(TORSION):
        for number, key in enumerate(encodings(point)):
            r = encode(times(7, BASE))
            write(f"key_of_order_{order(point)}_{index}_{number}",
                  "a key of small order: one signature fits many messages", key, MESSAGE,
                  r + little(7), "key", "a-small-order" + (" a-not-canonical" if number else ""))
    for index, point in enumerate(TORSION[1:], 1):
        key = encode(add(times(A, BASE), point))
        r = encode(times(54_321, BASE))
        message = next(m for m in (b"%d" % n for n in range(1_000))
                       if challenge(r, key, m) % order(point) == 0)
        k = challenge(r, key, message)
        write(f"key_of_mixed_order_{order(point)}_{index}",
              "the equation holds for this message; only the order of the key is wrong", key,
              message, r + little((54_321 + k * A) % L), "key", "a-mixed-order")
    _, good = sign(SEED, MESSAGE)
    write("key_not_on_curve", "no point has this y", off_curve(), MESSAGE, good, "key",
          "a-not-on-curve")
    for count in (0, 31, 33):
        write(f"key_of_{count}_bytes", "a key has 32 bytes", (KEY + b"\0")[:count], MESSAGE, good,
              "key", "length")


def small_y():
    """Points of prime order with y below 19, which have a second, non-canonical encoding."""
    _, good = sign(SEED, MESSAGE)
    for y in range(2, 19):
        for sign_bit in (0, 1):
            x = abscissa(y, sign_bit)
            if x is None:
                continue
            prime = is_prime_order((x, y))
            write(f"{'signature' if prime else 'key'}_under_y_{y}_{sign_bit}",
                  "a point with a small y, the one encoding of it; none of them has prime order",
                  encode((x, y)), MESSAGE, good, "signature" if prime else "key",
                  "a-small-y" if prime else "a-mixed-order")
            write(f"key_y_{y}_{sign_bit}_plus_p", "the same point written with y + p",
                  little(y + P | sign_bit << 255), MESSAGE, good, "key", "a-not-canonical")


def damage():
    _, good = sign(SEED, MESSAGE)
    for name, signature, expect in (
            ("empty", b"", "length"), ("of_63_bytes", good[:-1], "length"),
            ("of_65_bytes", good + b"\0", "length"), ("of_32_bytes", good[:32], "length"),
            ("twice", good + good, "length"), ("zeros", bytes(64), "signature"),
            ("ones", b"\xff" * 64, "signature"), ("r_and_s_swapped", good[32:] + good[:32],
                                                  "signature"),
            ("first_bit", bytes([good[0] ^ 1]) + good[1:], "signature"),
            ("last_bit_of_s", good[:32] + bytes([good[32] ^ 1]) + good[33:], "signature")):
        write(f"signature_{name}", "a damaged signature", KEY, MESSAGE, signature, expect)
    for name, message in (("empty", b""), ("longer", MESSAGE + b"\0"), ("shorter", MESSAGE[:-1]),
                          ("other", b"Un justificatif")):
        write(f"signature_of_message_{name}", "a signature of another message", KEY, message, good,
              "signature")
    write("signature_under_negated_key", "-A in the place of A",
          encode(negative(decode(KEY))), MESSAGE, good, "signature", "a-negated")


if __name__ == "__main__":
    assert times(L, BASE) == NEUTRAL and decode(encode(BASE)) == BASE
    for part in (valid, scalar_s, point_r, point_a, small_y, damage):
        part()
    stale = {file.stem for file in HERE.glob("*.vec")} - WRITTEN
    assert not stale, stale
    print(len(WRITTEN), "vectors")
