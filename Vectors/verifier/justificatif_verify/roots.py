"""Root keys: roots.pub and the chain of root documents (Spec/lists.md 2)."""

import dataclasses
import hashlib
import json
import re

from . import cose
from .cbor import Reader, whole
from .curve import is_prime_order, is_signed
from .encode import encode
from .faults import Fault, need

FILE_BYTES, CHAIN_BYTES = 16384, 262144
KEYS, DOCUMENTS, LAST_VERSION = 16, 128, 2**32 - 1
DOMAIN = b"justificatif/root/1"


@dataclasses.dataclass(frozen=True)
class Roots:
    """A version, a threshold, and keys in ascending order."""

    version: int
    threshold: int
    keys: tuple[bytes, ...]

    def fingerprint(self) -> bytes:
        """G2; keys of a later version (M1) do not count."""
        encoded = encode({1: self.version, 2: self.threshold, 3: list(self.keys)})
        return hashlib.sha256(encoded).digest()[:16]

    def signed(self, domain: bytes, payload: bytes, signatures: list[cose.Signature]) -> bool:
        """T2, C3, C4: at least k of these keys have a good signature on it, found by kid."""
        keys = {cose.kid_of(key): key for key in self.keys}
        good = sum(
            is_signed(keys[one.kid], one.value, cose.signed(domain, one.header, payload))
            for one in signatures if one.kid in keys)
        return good >= self.threshold


@dataclasses.dataclass(frozen=True)
class Document:
    """A root document: new roots, and who signed them."""

    roots: Roots
    payload: bytes
    signatures: list[cose.Signature]


def pinned(data: bytes) -> Roots:
    """G5: a roots.pub."""
    need(len(data) <= FILE_BYTES, "too-large")
    try:
        fields = json.loads(data.decode("utf-8"), object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise Fault("not-roots") from None
    need(type(fields) is dict and set(fields) == {"format", "keys", "threshold", "version"},
         "not-roots")
    version, threshold, keys = fields["version"], fields["threshold"], fields["keys"]
    need(fields["format"] == "justificatif-roots/1", "not-roots")
    need(type(version) is int and 1 <= version <= LAST_VERSION, "out-of-range")
    need(type(keys) is list and 1 <= len(keys) <= KEYS, "not-roots")
    need(all(type(key) is str and re.fullmatch("[0-9a-f]{64}", key) for key in keys), "not-roots")
    need(len(set(keys)) == len(keys), "not-roots")
    need(type(threshold) is int and 1 <= threshold <= len(keys), "out-of-range")
    found = tuple(sorted(map(bytes.fromhex, keys)))
    need(all(map(is_prime_order, found)), "key-not-prime-order")
    return Roots(version, threshold, found)


def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object of JSON in which no name stands twice."""
    need(len({name for name, _ in pairs}) == len(pairs), "not-roots")
    return dict(pairs)


def chain(data: bytes) -> list[Document]:
    """C1: the documents of a chain, of the one form."""
    need(len(data) <= CHAIN_BYTES, "too-large")

    def read(reader: Reader) -> list[Document]:
        found: list[Document] = []
        for _ in range(reader.array(1, DOCUMENTS)):
            one = document(reader)
            need(not found or one.roots.version == found[-1].roots.version + 1, "out-of-range")
            found.append(one)
        return found

    return whole(data, read)


def document(reader: Reader) -> Document:
    payload, signatures = cose.sign(reader)
    fields = whole(payload, lambda inner: inner.fields({
        1: lambda field, _: field.number(1, LAST_VERSION),
        2: lambda field, _: field.number(1, KEYS),
        3: lambda field, _: public_keys(field, KEYS),
    }, later=True))
    need(fields[2] <= len(fields[3]), "out-of-range")
    return Document(Roots(fields[1], fields[2], fields[3]), payload, signatures)


def public_keys(reader: Reader, most: int) -> tuple[bytes, ...]:
    """G1: one or more keys, in ascending order of their bytes, each once."""
    found: list[bytes] = []
    for _ in range(reader.array(1, most)):
        key = public_key(reader)
        need(not found or key > found[-1], "key-order")
        found.append(key)
    return tuple(found)


def public_key(reader: Reader) -> bytes:
    """M4: a key that meets E1 and E2."""
    key = reader.string(32)
    need(is_prime_order(key), "key-not-prime-order")
    return key


def follow(known: Roots, documents: list[Document]) -> Roots:
    """C2 to C6: where a chain leads from the roots that are known; to themselves if it is older."""
    for one in documents:
        if one.roots.version < known.version:
            continue
        if one.roots.version == known.version:
            need(one.roots == known, "root-chain-fork")
            continue
        need(one.roots.version == known.version + 1, "root-chain-gap")
        for signers in (known, one.roots):
            need(signers.signed(DOMAIN, one.payload, one.signatures), "root-not-signed-enough")
        known = one.roots
    return known
