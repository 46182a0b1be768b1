"""Rules that all lists share, tried on each kind of them (Spec/lists.md 1, 2, 4.1)."""

from dataclasses import dataclass
from typing import Callable

from .. import cbor, curve
from ..cbor import Raw, head, listing, pairs
from ..keys import Key, key
from ..lists import (REVOCATIONS, ROOT, TRUST, Signed, chain, cosign, multiple, revocation_map,
                     revocations)
from ..offering import of_revocations, of_trust, signed, small_trust
from ..rotating import A, B, TWO
from ..tokens import header_of
from ..writing import Vector
from .roots import one_step

PUBLISHER = key("rev-caf")


@dataclass(frozen=True)
class Kind:
    """A kind of list: its content, who signs it in which domain, and how it is offered."""

    name: str
    content: dict[int, object]
    domain: bytes
    signers: tuple[Key, ...]
    offer: Callable[..., Vector]

    def sealed(self, payload: bytes) -> Signed:
        """Any payload, well signed."""
        if self.domain == REVOCATIONS:
            return revocations(payload, sequence=40, epoch=1, identifier="caf")
        return Signed(multiple(payload, list(self.signers), self.domain), payload, 7)

    def signature(self, payload: bytes, signer: Key, header: bytes) -> list[object]:
        """Header and signature by a key over exactly this header."""
        return [header, {}, signer.sign(self.message(payload, header))]

    def message(self, payload: bytes, header: bytes) -> bytes:
        start = ["Signature1", header] if self.domain == REVOCATIONS else ["Signature", b"", header]
        return cbor.encode([*start, self.domain, payload])

    def with_signature(self, signature: list[object]) -> Signed:
        """The usual payload under this signature, and where two must sign that of the other root."""
        payload = cbor.encode(self.content)
        if self.domain == REVOCATIONS:
            file = cbor.encode([signature[0], {}, payload, signature[2]])
        else:
            other = self.signature(payload, B, header_of(B))
            file = cosign(payload, sorted([signature, other], key=lambda each: each[0][-8:]))
        return Signed(file, payload, 7)


def _trust(name: str, comment: str, given: Signed, answer: str, rules: str, flags: str) -> Vector:
    return of_trust(f"trust-{name}", comment, given, answer, rules, flags)


def _root(name: str, comment: str, given: Signed, answer: str, rules: str, flags: str) -> Vector:
    return one_step(f"roots-{name}", comment, chain(given.file), answer == "adopted", rules,
                    flags.replace("inside", "").replace("outside", "").strip() or "rotation",
                    answer=answer)


def _revocations(name: str, comment: str, given: Signed, answer: str, rules: str,
                 flags: str) -> Vector:
    return of_revocations(f"list-{name}", comment, given, answer, rules, flags)


KINDS = (Kind("trust", small_trust(), TRUST, (A, B), _trust),
         Kind("root", TWO.map, ROOT, (A, B), _root),
         Kind("revocations", revocation_map(), REVOCATIONS, (PUBLISHER,), _revocations))


def payloads():
    """D1 to D9, K4, M1 in the payload of each kind."""
    values = {
        "undefined": ("undefined is no value, not even in a later version", Raw(b"\xf7"),
                      "wrong-type", "M1 D6"),
        "not-utf8": ("a text is UTF-8, in a later version too", Raw(b"\x61\xff"), "not-utf8", "M1 D9"),
        "minus-2-64": ("the lowest integer that a later value may be", Raw(b"\x3b" + b"\xff" * 8),
                       "adopted", "M1 K4"),
        "map-out-of-order": ("a map in a later value has its keys in order", pairs([(2, 0), (1, 0)]),
                             "key-order", "M1 D8"),
    }
    for kind in KINDS:
        for name, (comment, value, answer, rules) in values.items():
            yield kind.offer(f"value-{name}", comment, kind.sealed(cbor.encode(
                kind.content | {64: value})), answer, rules,
                f"{'inside' if answer == 'adopted' else 'outside'} later-version")
        for name, keys in {"descending": (65, 64), "twice": (64, 64)}.items():
            more = bytes(pairs(listing(kind.content) + [(number, 0) for number in keys]))
            yield kind.offer(f"later-keys-{name}", "later keys are in ascending order, each once",
                             kind.sealed(more), "key-order", "M1 D8", "outside key-order")
        whole = listing(kind.content)
        yield kind.offer("key-below-0-for-last", "-1 in the place of the last key is a key that is not "
                         "described", kind.sealed(bytes(pairs([*whole[:-1], (-1, 0)]))), "unknown-key",
                         "M1 D14", "outside order")
        number = next(each for each, value in whole if isinstance(value, int))
        long = [(each, Raw(head(cbor.UNSIGNED, value, 8 if value > 1 << 32 else 1))
                 if each == number else value) for each, value in whole]
        yield kind.offer("number-long", "a number that is not in its shortest form", kind.sealed(
            bytes(pairs(long))), "not-shortest", "D3", "outside long-form")
        yield kind.offer("map-long", "the head of the map is not the shortest", kind.sealed(
            bytes([0xB8, len(whole)]) + cbor.encode(kind.content)[1:]), "not-shortest", "D3",
            "outside long-form")
    file = revocations(revocation_map()).file
    payload = cbor.encode(revocation_map())
    short = cbor.encode(payload)
    for name, given in (("header", b"\x84\x58\x0d" + file[2:]), ("payload", file.replace(
            short, head(cbor.BYTES, len(payload), 4) + payload, 1))):
        yield _revocations(f"envelope-{name}-long", "a length that is not in its shortest form",
                           Signed(given, payload), "not-shortest", "R1 D3", "outside long-form")
    parts = [header_of(PUBLISHER), {}, payload, file[-64:], b""]
    yield _revocations("five-items", "an envelope has four items", Signed(cbor.encode(parts), payload),
                       "wrong-length", "R1 H2 D11", "outside shape")


def headers():
    """H3, M1: the header of a signature, which is signed here as it stands."""
    for kind in KINDS:
        signer = kind.signers[0]
        good, kid = header_of(signer), signer.kid
        for name, comment, header, answer, rules in (
                ("tail", "a byte behind the map of the header", good + b"\0", "trailing-bytes", "H3 D2"),
                ("third-key", "a header has no later keys", cbor.encode({1: -19, 4: kid, 64: 0}),
                 "unknown-key", "M1 D14"),
                ("64-for-kid", "a header has no later keys: 64 in the place of the kid is not described",
                 cbor.encode({1: -19, 64: kid}), "unknown-key", "M1 D14"),
                ("kid-9", "a kid has 8 bytes, and here a ninth", cbor.encode({1: -19, 4: kid + b"\0"}),
                 "wrong-length", "H3 D11"),
                ("alg-eddsa", "-8 is not -19", cbor.encode({1: -8, 4: kid}), "wrong-algorithm", "H3"),
                ("alg-twice", "the key 1 twice: the order comes before the key that is missing",
                 b"\xa2\x01\x32\x01\x32", "key-order", "H3 D8"),
                ("kid-twice", "the key 4 twice: the order comes before the key that is not described",
                 b"\xa3\x01\x32" + (b"\x04" + cbor.encode(kid)) * 2, "key-order", "H3 D8")):
            payload = cbor.encode(kind.content)
            given = kind.with_signature(kind.signature(payload, signer, header))
            yield kind.offer(f"signed-header-{name}", comment, given, answer, rules, "outside header")
    payload = cbor.encode(TWO.map)
    signatures = [KINDS[1].signature(payload, each, header_of(each)) for each in (A, B)]
    signatures.sort(key=lambda each: each[0])
    for name, header in {"of-one": b"\0", "of-three": b"\xa1\x01\x32"}.items():
        given = Signed(cbor.encode([header, {}, payload, signatures]), payload)
        yield _root(f"own-header-{name}", "the protected header of a root document is empty", given,
                    "wrong-length", "C1 D11", "outside header")


def _small_order(kind: Kind, signer: Key, payload: bytes, header: bytes) -> dict[str, bytes]:
    """Signatures that the holder of a key can make and E3 to E5 refuse."""
    number, message = curve.scalars(signer.seed)[0], kind.message(payload, header)

    def made(point: bytes, nonce: int) -> bytes:
        k = curve.challenge(point, signer.public, message)
        return point + curve.little((nonce + k * number) % curve.L)

    mixed = curve.add(curve.times(12345, curve.BASE), curve.TORSION[1])
    good = signer.sign(message)
    return {"r-identity": made(curve.encode(curve.NEUTRAL), 0),
            "r-mixed-order": made(curve.encode(mixed), 12345),
            "s-plus-l": good[:32] + curve.little(int.from_bytes(good[32:], "little") + curve.L)}


SAID = {"r-identity": ("R is the identity, which E4 refuses", "E4"),
        "r-mixed-order": ("R has a part of small order, which an equation times 8 would hide", "E5"),
        "s-plus-l": ("S + L is no S", "E3")}


def signatures():
    """G4, R3, T2, C3, C4: what counts as a signature, and under which key."""
    refusal = {"trust": ("not-signed-enough", "T2 G4"), "root": ("root-not-signed-enough", "C3 G4"),
               "revocations": ("wrong-key", "R3")}
    for kind in KINDS:
        signer, payload = kind.signers[0], cbor.encode(kind.content)
        header, (answer, rules) = header_of(signer), refusal[kind.name]
        for name, signature in _small_order(kind, signer, payload, header).items():
            comment, rule = SAID[name]
            yield kind.offer(f"made-{name}", comment, kind.with_signature([header, {}, signature]), answer,
                             f"{rules} {rule}", "outside signature")
        if kind.name == "revocations":
            continue
        strange = header_of(key("nobody"))
        for name, other in {"twice": A, "and-another": B}.items():
            parts = sorted((kind.signature(payload, A, header_of(A)),
                            kind.signature(payload, other, strange)), key=lambda each: each[0])
            yield kind.offer(f"one-root-{name}-under-a-stranger", "a root is found by its kid: what it signed "
                             "under the kid of nobody is passed over", Signed(cosign(payload, parts), payload),
                             answer, rules, "outside threshold kid")


def cases():
    yield from payloads()
    yield from headers()
    yield from signatures()
