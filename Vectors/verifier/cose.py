"""COSE_Sign1 (Spec/token.md 3.2) and COSE_Sign (Spec/lists.md 2), and what is signed of them."""

import dataclasses
import hashlib

from cbor import ARRAY, BYTES, MAP, NEGATIVE, UNSIGNED, Reader, whole
from encode import encode
from faults import need

ED25519 = -19
SIGNATURES = 16


@dataclasses.dataclass(frozen=True)
class Signature:
    """One signature with the protected header it was made under."""

    header: bytes
    kid: bytes
    value: bytes


def kid_of(key: bytes) -> bytes:
    """The first 8 bytes of SHA-256 of a public key."""
    return hashlib.sha256(key).digest()[:8]


def algorithm(reader: Reader, _: dict) -> int:
    major, value = reader.head()
    need(major in (UNSIGNED, NEGATIVE), "wrong-type")
    need((value if major == UNSIGNED else -1 - value) == ED25519, "wrong-algorithm")
    return ED25519


def header(data: bytes) -> bytes:
    """H3: the kid of a protected header."""
    fields = {1: algorithm, 4: lambda reader, _: reader.string(8)}
    return whole(data, lambda reader: reader.fields(fields))[4]


def empty_map(reader: Reader) -> None:
    """H4."""
    need(reader.of(MAP) == 0, "too-many")


def sign1(data: bytes) -> tuple[bytes, Signature]:
    """H2 to H5: the payload and the signature of a COSE_Sign1."""
    def read(reader: Reader) -> tuple[bytes, Signature]:
        reader.fixed_array(4)
        protected = reader.any_string()
        kid = header(protected)
        empty_map(reader)
        return reader.any_string(), Signature(protected, kid, reader.string(64))

    return whole(data, read)


def sign(reader: Reader) -> tuple[bytes, list[Signature]]:
    """The payload and the signatures of a COSE_Sign, each kid once (lists.md 2, G3)."""
    reader.fixed_array(4)
    reader.string(0)
    empty_map(reader)
    payload = reader.any_string()
    found: list[Signature] = []
    for _ in range(reader.array(1, SIGNATURES)):
        reader.fixed_array(3)
        protected = reader.any_string()
        kid = header(protected)
        need(not found or kid > found[-1].kid, "signature-order")
        empty_map(reader)
        found.append(Signature(protected, kid, reader.string(64)))
    return payload, found


def signed1(domain: bytes, protected: bytes, payload: bytes) -> bytes:
    """The Sig_structure of a COSE_Sign1 (token.md 3.2); `domain` is its external_aad."""
    return encode(["Signature1", protected, domain, payload])


def signed(domain: bytes, protected: bytes, payload: bytes) -> bytes:
    """The Sig_structure of one signature of a COSE_Sign (lists.md 2)."""
    return encode(["Signature", b"", protected, domain, payload])


def shape(data: bytes) -> str:
    """`chain`, `trust` or `revocations`, told from the first two heads (lists.md 6.4)."""
    first, items, after = lenient_head(data, 0)
    second, size, _ = lenient_head(data, after)
    need(first == ARRAY, "not-a-list")
    need(second == ARRAY or second == BYTES and items == 4, "not-a-list")
    return "chain" if second == ARRAY else "revocations" if size else "trust"


def lenient_head(data: bytes, at: int) -> tuple[int, int, int]:
    """Type, number and end of the head at a place; whether it is the shortest is judged later."""
    need(at < len(data), "not-a-list")
    major, short = data[at] >> 5, data[at] & 31
    end = at + 1 + {24: 1, 25: 2, 26: 4, 27: 8}.get(short, 0)
    return major, int.from_bytes(data[at + 1:end], "big") if end > at + 1 else short, end
