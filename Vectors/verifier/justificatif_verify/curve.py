"""Ed25519 by the rule of Spec/token.md 5, where a library alone is not enough."""

import functools

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
IDENTITY = (0, 1, 1, 0)
IDENTITY_BYTES = b"\1" + bytes(31)

Point = tuple[int, int, int, int]


@functools.lru_cache(maxsize=4096)
def is_prime_order(key: bytes) -> bool:
    """E1, E2: 32 bytes are the canonical encoding of a point A with [L]A = identity != A."""
    base = decode(key) if len(key) == 32 else None
    if base is None or is_identity(base):
        return False
    total = IDENTITY
    for bit in bin(L)[2:]:
        total = add(total, total)
        total = add(total, base) if bit == "1" else total
    return is_identity(total)


def is_signed(key: bytes, signature: bytes, message: bytes) -> bool:
    """E3 to E5: `key`, which must be of prime order, signed `message`.

    OpenSSL compares encode([S]B - [k]A) with R byte by byte, without a cofactor, which is E5. It
    would accept R = identity, which E4 refuses.
    """
    if signature[:32] == IDENTITY_BYTES or int.from_bytes(signature[32:], "little") >= L:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def decode(data: bytes) -> Point | None:
    """E1: the point of a canonical encoding (RFC 8032 section 5.1.3), or None."""
    y, sign = int.from_bytes(data, "little") & ~(1 << 255), data[31] >> 7
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if x * x % P != square or x == 0 and sign:
        return None
    x = P - x if x % 2 != sign else x
    return (x, y, 1, x * y % P)


def add(a: Point, b: Point) -> Point:
    """Extended coordinates, complete for every two points (RFC 8032 section 5.1.4)."""
    first, second = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * D * a[3] * b[3] % P, 2 * a[2] * b[2]
    e, f, g, h = second - first, d - c, d + c, second + first
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def is_identity(a: Point) -> bool:
    return a[0] % P == 0 and (a[1] - a[2]) % P == 0
