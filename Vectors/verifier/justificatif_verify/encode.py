"""The one encoding, written (Spec/token.md 3.2): integers, strings, arrays, maps, three words."""


def encode(value: object) -> bytes:
    """Deterministic CBOR of a value of Python; map keys are sorted by their encoded bytes."""
    if value is None or isinstance(value, bool):
        return {False: b"\xf4", True: b"\xf5", None: b"\xf6"}[value]
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        data = value.encode("utf-8")
        return head(3, len(data)) + data
    if isinstance(value, (list, tuple)):
        return head(4, len(value)) + b"".join(map(encode, value))
    if isinstance(value, dict):
        pairs = sorted((encode(key), encode(item)) for key, item in value.items())
        return head(5, len(pairs)) + b"".join(key + item for key, item in pairs)
    raise TypeError(type(value).__name__)


def head(major: int, value: int) -> bytes:
    """The shortest head that holds this number."""
    if value < 24:
        return bytes([major << 5 | value])
    for short, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if value < 1 << 8 * size:
            return bytes([major << 5 | short]) + value.to_bytes(size, "big")
    raise ValueError("beyond 64 bits")
