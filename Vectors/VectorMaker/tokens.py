"""Justificatifs as text, and every step on the way (Spec/token.md 3 and 4)."""

import base64
import hashlib
from dataclasses import dataclass, field

from . import cbor, dates
from .keys import Key, key

DOMAIN = b"justificatif/token/1"
CONTAINER = -70001
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ISSUED, LAST = "2026-11-02", "2026-11-30"
CTI = bytes(range(0x10, 0x20))

IDENTITY = {0: "MARCHAND", 1: "Lucie", 3: 19850612, 11: 1}
QF = {64: 742, 65: dates.month("2026-10"), 68: 1}
CLAIMS = IDENTITY | QF


def header_of(signer: Key) -> bytes:
    return cbor.encode({1: -19, 4: signer.kid})


def signed_part(header: bytes, payload: bytes, domain: bytes = DOMAIN) -> bytes:
    """The encoded `Sig_structure` of a COSE_Sign1."""
    return cbor.encode(["Signature1", header, domain, payload])


@dataclass(frozen=True)
class Proof:
    """The parts of one envelope; each may be wrong."""

    header: bytes
    payload: bytes
    signature: bytes
    signer: Key
    claims: dict[int, object] = field(default_factory=dict)
    issued: int = 0
    ends: int = 0
    cti: bytes = CTI
    unprotected: bytes = b"\xa0"

    @property
    def token(self) -> bytes:
        items = [self.header, cbor.Raw(self.unprotected), self.payload, self.signature]
        return bytes(cbor.array(items))

    @property
    def text(self) -> str:
        return text_of(self.token)

    @property
    def to_be_signed(self) -> bytes:
        return signed_part(self.header, self.payload)

    @property
    def fingerprint(self) -> bytes:
        return hashlib.sha256(self.to_be_signed).digest()[:16]

    @property
    def reference(self) -> str:
        return reference_of(self.cti)


def text_of(token: bytes) -> str:
    return "JF1:" + base64.b32encode(token).decode().rstrip("=")


def reference_of(cti: bytes) -> str:
    """Spec/token.md 4.6."""
    digest = hashlib.sha256(b"justificatif/reference/1" + cti).digest()
    number = int.from_bytes(digest[:8], "big") >> 4
    values = [number >> 5 * place & 31 for place in reversed(range(12))]
    digits = "".join(CROCKFORD[value] for value in [*values, check_of(values)])
    return "-".join([digits[:4], digits[4:8], digits[8:12], digits[12:]])


def check_of(values: list[int]) -> int:
    """The sum of digits times powers of x, from 12 down to 1, in GF(2)[x] mod x^5 + x^2 + 1."""
    total = 0
    for power, value in zip(range(len(values), 0, -1), values):
        total ^= value << power
    for degree in range(total.bit_length() - 1, 4, -1):
        if total >> degree & 1:
            total ^= 0b100101 << degree - 5
    return total


def content(claims: dict | bytes, issued: str = ISSUED, last: str = LAST,
            cti: bytes = CTI) -> dict[object, object]:
    """The payload as a map, for a case to change."""
    container = cbor.Raw(claims) if isinstance(claims, bytes) else claims
    return {4: (dates.day(last) + 1) * dates.DAY, 6: dates.day(issued) * dates.DAY, 7: cti,
            CONTAINER: container}


def sealed(payload: bytes, signer: Key | None = None, header: bytes | None = None,
           domain: bytes = DOMAIN, **others: object) -> Proof:
    """An envelope around any payload, with a signature that is good for it as it stands."""
    signer = signer or key("main")
    header = header_of(signer) if header is None else header
    signature = signer.sign(signed_part(header, payload, domain))
    return Proof(header, payload, signature, signer, **others)


def proof(claims: dict[int, object] | None = None, issued: str = ISSUED, last: str = LAST,
          signer: Key | None = None, cti: bytes = CTI) -> Proof:
    """A justificatif as an issuer would make it."""
    claims = CLAIMS if claims is None else claims
    payload = cbor.encode(content(claims, issued, last, cti))
    return sealed(payload, signer, claims=claims, issued=dates.day(issued),
                  ends=dates.day(last) + 1, cti=cti)


def faulty(claims: dict | bytes) -> Proof:
    """Claims that are not a good container, well signed: nothing but the claims is at fault."""
    return sealed(cbor.encode(content(claims)))


def payload_of(**changes: object) -> Proof:
    """The usual payload with `exp`, `iat`, `cti` or `claims` replaced, well signed."""
    names = {"exp": 4, "iat": 6, "cti": 7, "claims": CONTAINER}
    parts = content(CLAIMS) | {names[name]: value for name, value in changes.items()}
    return sealed(cbor.encode(parts))
