"""Root documents, trust lists and revocation lists (Spec/lists.md 2 to 4)."""

import functools
import hashlib
import json
from dataclasses import dataclass

from . import cbor, dates
from .keys import Key, key, ordered
from .tokens import header_of

ROOT, TRUST, REVOCATIONS = (b"justificatif/" + name + b"/1"
                            for name in (b"root", b"trust", b"revocations"))
TRUST_DATES = ("2026-11-01", "2027-08-01", "2028-02-01")


@dataclass(frozen=True)
class Signed:
    """A signed list: the file, its payload, and what the marks say of it."""

    file: bytes
    payload: bytes
    sequence: int = 0
    identifier: str = ""
    epoch: int = 0

    @functools.cached_property
    def content(self) -> str:
        return hashlib.sha256(self.payload).hexdigest()


@dataclass(frozen=True)
class Roots:
    """Root keys of one version."""

    version: int
    threshold: int
    keys: tuple[Key, ...]

    @property
    def map(self) -> dict[int, object]:
        return {1: self.version, 2: self.threshold, 3: [each.public for each in ordered(self.keys)]}

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(cbor.encode(self.map)).hexdigest()[:32]

    @property
    def pinned(self) -> bytes:
        """A `roots.pub`."""
        keys = [each.public.hex() for each in ordered(self.keys)]
        return page({"format": "justificatif-roots/1", "keys": keys,
                     "threshold": self.threshold, "version": self.version})


def page(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def root_signature(signer: Key, payload: bytes, domain: bytes) -> list[object]:
    header = header_of(signer)
    message = cbor.encode(["Signature", b"", header, domain, payload])
    return [header, {}, signer.sign(message)]


def multiple(payload: bytes, signers: list[Key], domain: bytes) -> bytes:
    """A COSE_Sign by these signers, in the order of their kid."""
    signers = sorted(signers, key=lambda each: each.kid)
    return cosign(payload, [root_signature(each, payload, domain) for each in signers])


def cosign(payload: bytes, signatures: list[object]) -> bytes:
    return cbor.encode([b"", {}, payload, signatures])


def document(roots: Roots, signers: list[Key], more: dict[int, object] | None = None) -> bytes:
    """One root document."""
    return multiple(cbor.encode(roots.map | (more or {})), signers, ROOT)


def chain(*documents: bytes) -> bytes:
    return cbor.encode([cbor.Raw(each) for each in documents])


def issuer(signer: Key, blocks: tuple[int, ...] = (32, 64, 96, 112), source: str | None = None,
           days: tuple[str, str] = ("2026-01-01", "2027-12-31"), state: int = 0,
           **changes: object) -> dict[int, object]:
    """An entry of a trust list; `changes` are `name`, `notice`, `contact`, or `key_64` and so on."""
    entry = {1: signer.public, 2: signer.display, 3: "", 4: "", 5: list(blocks),
             6: dates.day(days[0]), 7: dates.day(days[1]), 8: state, 9: source}
    places = {"public": 1, "name": 2, "notice": 3, "contact": 4}
    for name, value in changes.items():
        entry[places.get(name) or int(name.removeprefix("key_"))] = value
    return entry


def source(identifier: str, *keys: Key, epoch: int = 1) -> dict[int, object]:
    return {1: identifier, 2: [each.public for each in ordered(list(keys))], 3: epoch}


def trust_map(sequence: int, issuers: list[dict], sources: list[dict] = (),
              instants: tuple[str, str, str] = TRUST_DATES) -> dict[int, object]:
    """The content of a trust list, in order; entries that are not plain maps stay where they are."""
    return {1: sequence, 2: dates.instant(instants[0]), 3: dates.instant(instants[1]),
            4: dates.instant(instants[2]), 5: sorted(sources, key=lambda entry: entry[1].encode()),
            6: sorted(issuers, key=lambda entry: entry[1])}


def trust(content: dict[int, object] | bytes, signers: list[Key], sequence: int = 0) -> Signed:
    """A trust list of any content, signed by these roots."""
    payload = content if isinstance(content, bytes) else cbor.encode(content)
    if isinstance(content, dict) and not sequence:
        sequence = content[1]
    return Signed(multiple(payload, signers, TRUST), payload, sequence)


def revocation_map(identifier: str = "caf", sequence: int = 40, epoch: int = 1,
                   issued: str = "2026-11-20T06:00:00Z", warn: int = 10, refuse: int = 45,
                   least: int = 1, first: str = "2026-08-20", closed: str = "2026-11-19",
                   days: list[object] = (), marks: list[bytes] = ()) -> dict[int, object]:
    """The content of a revocation list; `warn` and `refuse` are days after `issued`."""
    start = dates.instant(issued)
    return {1: identifier, 2: epoch, 3: sequence, 4: start, 5: start + warn * dates.DAY,
            6: start + refuse * dates.DAY, 7: least, 8: dates.day(first), 9: dates.day(closed),
            10: list(days), 11: b"".join(sorted(marks))}


def revocations(content: dict[int, object] | bytes, signer: Key | None = None,
                domain: bytes = REVOCATIONS, hint: Key | None = None, **marks: object) -> Signed:
    """A revocation list of any content, signed by one key; `hint` has the kid that it tells."""
    signer = signer or key("rev-caf")
    payload = content if isinstance(content, bytes) else cbor.encode(content)
    if isinstance(content, dict):
        marks = {"identifier": content[1], "epoch": content[2], "sequence": content[3]} | marks
    header = header_of(hint or signer)
    message = cbor.encode(["Signature1", header, domain, payload])
    return Signed(cbor.encode([header, {}, payload, signer.sign(message)]), payload, **marks)
