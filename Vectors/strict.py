"""The one encoding the format allows (Spec/token.md 3.2), on top of a lenient CBOR library."""

import cbor2

# Containers one inside the other, the outermost counted. A payload has two of its own, and a value
# of a later version at most four (Limits.unknownDepth); an issuer of a trust list stands in three.
PAYLOAD_DEPTH, LIST_DEPTH = 2 + 4, 3 + 4


class Malformed(Exception):
    """The bytes are not of the one form that Spec allows."""


def need(condition: object, what: str) -> None:
    if not condition:
        raise Malformed(what)


def decode(data: bytes, depth: int = LIST_DEPTH) -> object:
    """Decodes, encodes again in the only allowed form, and compares the bytes.

    A duplicate key, a long head, an indefinite length, a tag and trailing bytes are all lost or
    changed on the way, so the bytes differ.
    """
    try:
        value = cbor2.loads(data)
    except Exception as error:
        raise Malformed(f"not CBOR: {type(error).__name__}") from error
    need(cbor2.dumps(ordered(value, depth)) == data, "not the one deterministic encoding")
    return value


def ordered(value: object, depth: int) -> object:
    """The same value with map keys in order; refuses every type the format does not have."""
    if value is None or isinstance(value, (bool, str, bytes)):
        return value
    if isinstance(value, int):
        need(-(2**64) <= value < 2**64, "integer beyond 64 bits")
        return value
    need(depth > 0, "too deep")
    if isinstance(value, list):
        return [ordered(item, depth - 1) for item in value]
    need(isinstance(value, dict), f"a {type(value).__name__}, which the format does not have")
    need(all(type(key) is int for key in value), "a map key that is not an integer")
    # Bytewise over the encoded keys. cbor2's canonical=True is another order (RFC 7049).
    return {key: ordered(value[key], depth - 1) for key in sorted(value, key=cbor2.dumps)}


def exactly(value: object, kind: type, count: int | None = None) -> object:
    """The value, if it is of this type and, where given, of this length."""
    need(type(value) is kind and (count is None or len(value) == count), f"no {kind.__name__}")
    return value


def keys(value: object, known: set[int], ignored_from: int | None = None) -> dict:
    """A map with all known keys, and others only where Spec/lists.md 1 passes over them."""
    exactly(value, dict)
    need(known <= set(value), "a key is missing")
    others = set(value) - known
    need(all(ignored_from is not None and key >= ignored_from for key in others), "unknown key")
    return value
