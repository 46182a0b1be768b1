"""The arithmetic of RFC 8032, and the rules E1 to E5 of Spec/token.md 5. Slow and plain."""

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1)
Point = tuple[int, int]


def add(first: Point, second: Point) -> Point:
    (x1, y1), (x2, y2) = first, second
    product = D * x1 * x2 * y1 * y2 % P
    x = (x1 * y2 + x2 * y1) * pow(1 + product, -1, P) % P
    return x, (y1 * y2 + x1 * x2) * pow(1 - product, -1, P) % P


def times(number: int, point: Point) -> Point:
    total = NEUTRAL
    while number:
        if number & 1:
            total = add(total, point)
        point, number = add(point, point), number >> 1
    return total


def negative(point: Point) -> Point:
    return -point[0] % P, point[1]


def abscissa(y: int, sign: int) -> int | None:
    """x of a point, None when there is none; x = 0 has the sign 0 only."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT % P
    if x * x % P != square or (x == 0 and sign):
        return None
    return x if x & 1 == sign else P - x


def little(number: int) -> bytes:
    return number.to_bytes(32, "little")


def encode(point: Point) -> bytes:
    return little(point[1] | (point[0] & 1) << 255)


def decode(data: bytes) -> Point | None:
    """The point of a canonical encoding, or None."""
    number = int.from_bytes(data, "little")
    y, sign = number & (2**255 - 1), number >> 255
    x = abscissa(y, sign) if y < P else None
    return None if x is None else (x, y)


def is_prime_order(point: Point | None) -> bool:
    return point is not None and point != NEUTRAL and times(L, point) == NEUTRAL


BASE_Y = 4 * pow(5, -1, P) % P
BASE = (abscissa(BASE_Y, 0), BASE_Y)


def challenge(r: bytes, key: bytes, message: bytes) -> int:
    return int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L


def scalars(seed: bytes) -> tuple[int, bytes]:
    digest = hashlib.sha512(seed).digest()
    number = int.from_bytes(digest[:32], "little")
    return number & (2**254 - 8) | 2**254, digest[32:]


def sign(seed: bytes, message: bytes) -> tuple[bytes, bytes]:
    """The public key and the signature of RFC 8032 section 5.1.6."""
    a, prefix = scalars(seed)
    key = encode(times(a, BASE))
    r = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % L
    point = encode(times(r, BASE))
    return key, point + little((r + challenge(point, key, message) * a) % L)


def judge(key: bytes, message: bytes, signature: bytes) -> str:
    """The layer that refuses, or `valid`."""
    if len(key) != 32 or not is_prime_order(decode(key)):
        return "key"
    if len(signature) != 64:
        return "length"
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if s >= L or r == encode(NEUTRAL):
        return "signature"
    k = challenge(r, key, message)
    point = add(times(s, BASE), negative(times(k, decode(key))))
    return "valid" if encode(point) == r else "signature"


def torsion() -> list[Point]:
    """The eight points whose order divides 8, as multiples of one of order 8."""
    y = 0
    while True:
        x = abscissa(y, 0)
        point = times(L, (x, y)) if x is not None else NEUTRAL
        if times(4, point) != NEUTRAL:
            return [times(number, point) for number in range(8)]
        y += 1


def order(point: Point) -> int:
    """Of a point whose order divides 8."""
    return next(number for number in (1, 2, 4, 8) if times(number, point) == NEUTRAL)


def encodings(point: Point) -> list[bytes]:
    """Every 32 bytes that a lax decoder takes for the point, the canonical one first."""
    x, y = point
    signs = (0, 1) if x == 0 else (x & 1,)
    return [little(number | bit << 255) for number in (y, y + P) for bit in signs
            if number < 2**255]


TORSION = torsion()
