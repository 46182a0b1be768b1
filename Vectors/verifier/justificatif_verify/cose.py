"""COSE_Sign1 (Spec/token.md 3.2) and COSE_Sign (Spec/lists.md 2), and what is signed of them."""

import dataclasses
import hashlib

from .cbor import ARRAY, NEGATIVE, UNSIGNED, Reader, whole
from .encode import encode
from .faults import Fault, need

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
    need(value < 2**63, "out-of-range")
    need((value if major == UNSIGNED else -1 - value) == ED25519, "wrong-algorithm")
    return ED25519


def header(data: bytes) -> bytes:
    """H3: the kid of a protected header."""
    fields = {1: algorithm, 4: lambda reader, _: reader.string(8)}
    return whole(data, lambda reader: reader.fields(fields))[4]


def empty_map(reader: Reader) -> None:
    """H4."""
    reader.map(0)


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
        empty_map(reader)
        one = Signature(protected, kid, reader.string(64))
        need(not found or kid > found[-1].kid, "signature-order")
        found.append(one)
    return payload, found


def signed1(domain: bytes, protected: bytes, payload: bytes) -> bytes:
    """The Sig_structure of a COSE_Sign1 (token.md 3.2); `domain` is its external_aad."""
    return encode(["Signature1", protected, domain, payload])


def signed(domain: bytes, protected: bytes, payload: bytes) -> bytes:
    """The Sig_structure of one signature of a COSE_Sign (lists.md 2)."""
    return encode(["Signature", b"", protected, domain, payload])


def shape(data: bytes) -> str:
    """`chain`, `trust` or `revocations`, told from a head and the byte after it (lists.md 6.4)."""
    reader = Reader(data)
    try:
        major, _ = reader.head()
        second = reader.take(1)[0]
    except Fault:
        raise Fault("not-a-list") from None
    need(major == ARRAY and (second in (0x84, 0x40) or 0x41 <= second <= 0x5b), "not-a-list")
    return {0x84: "chain", 0x40: "trust"}.get(second, "revocations")
