"""CBOR as bytes: the one form that Spec/token.md 3.2 allows, and every other one on demand."""

UNSIGNED, NEGATIVE, BYTES, TEXT, ARRAY, MAP, TAG, SIMPLE = range(8)
INFORMATION = {1: 24, 2: 25, 4: 26, 8: 27}
FALSE, TRUE, NULL, UNDEFINED = (bytes([0xE0 | value]) for value in (20, 21, 22, 23))
BREAK = b"\xff"


class Raw(bytes):
    """Bytes that stand for an item as they are, right or wrong."""


def head(major: int, argument: int, size: int | None = None) -> bytes:
    """The head of an item; `size` asks for that many bytes of argument where fewer would do."""
    if size is None:
        if argument < 24:
            return bytes([major << 5 | argument])
        size = next(width for width in (1, 2, 4, 8) if argument < 1 << 8 * width)
    return bytes([major << 5 | INFORMATION[size]]) + argument.to_bytes(size, "big")


def endless(major: int, *items: bytes) -> bytes:
    """An item of indefinite length, made of encoded parts."""
    return bytes([major << 5 | 31]) + b"".join(items) + BREAK


def pairs(entries: list[tuple[object, object]], count: int | None = None) -> Raw:
    """A map of pairs in the order given, under a count that may be wrong."""
    body = b"".join(encode(key) + encode(value) for key, value in entries)
    return Raw(head(MAP, len(entries) if count is None else count) + body)


def array(items: list[object], count: int | None = None) -> Raw:
    """An array under a count that may be wrong."""
    return Raw(head(ARRAY, len(items) if count is None else count) + b"".join(map(encode, items)))


def encode(value: object) -> bytes:
    """The deterministic encoding (RFC 8949 section 4.2.1), `Raw` parts excepted."""
    if isinstance(value, Raw):
        return bytes(value)
    if value is None or isinstance(value, bool):
        return {None: NULL, True: TRUE, False: FALSE}[value]
    if isinstance(value, int):
        return head(UNSIGNED, value) if value >= 0 else head(NEGATIVE, -1 - value)
    if isinstance(value, bytes):
        return head(BYTES, len(value)) + value
    if isinstance(value, str):
        return head(TEXT, len(value.encode())) + value.encode()
    if isinstance(value, (list, tuple)):
        return bytes(array(list(value)))
    return bytes(pairs(sorted(value.items(), key=lambda pair: encode(pair[0]))))


def nested(depth: int, inner: object = 0) -> object:
    """`inner` within `depth` arrays, one inside the other."""
    for _ in range(depth):
        inner = [inner]
    return inner


def listing(value: dict[object, object]) -> list[tuple[object, object]]:
    """The pairs of a map in the right order, for a case that puts something wrong among them."""
    return sorted(value.items(), key=lambda pair: encode(pair[0]))
