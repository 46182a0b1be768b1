"""Root keys that follow others, and the trust lists that they sign."""

from . import cbor, judging
from .keys import key
from .lists import Roots, chain, document, issuer, source, trust, trust_map

A, B, C, D, E, F = (key(f"root-{letter}") for letter in "abcdef")
THIEVES = [key(f"thief-{number}") for number in (1, 2, 3)]
ONE = judging.ROOTS
TWO, THREE, FOUR = Roots(2, 2, (A, B, D)), Roots(3, 2, (B, D, E)), Roots(4, 2, (D, E, F))
DOCUMENTS = [document(TWO, [A, B]), document(THREE, [B, D]), document(FOUR, [D, E])]
FORGED = [document(Roots(version, 2, (A, B, THIEVES[0])), [A, B]) for version in (2, 3, 4)]

SOLO = Roots(1, 1, (key("root-solo"),))
LAST_BUT_ONE = Roots((1 << 32) - 2, 1, SOLO.keys)
WIDE = Roots(1, 16, tuple(key(f"root-wide-{number}") for number in range(16)))


def list_of(sequence: int, *signers):
    """A small trust list of a sequence."""
    return trust(trust_map(sequence, [issuer(key("main"))], [source("caf", key("rev-caf"))]),
                 list(signers))


TRUST_TWO, TRUST_THREE, TRUST_FOUR = list_of(8, A, D), list_of(9, D, E), list_of(10, E, F)
TRUST_SOLO, TRUST_WIDE = list_of(7, *SOLO.keys), list_of(7, *WIDE.keys)


def _mixed_order() -> bytes:
    """The `roots.pub` of judging with its keys in another order and without line ends."""
    keys = ",".join(f'"{each.public.hex()}"' for each in (C, A, B))
    return f'{{"version":1,"threshold":2,"keys":[{keys}],"format":"justificatif-roots/1"}}'.encode()


FILES = {
    "roots-mixed-order.pub": (_mixed_order(), "those of `roots.pub`, written otherwise"),
    "roots-solo.pub": (SOLO.pinned, "one root key"),
    "roots-last-but-one.pub": (LAST_BUT_ONE.pinned, "the same root key as version 4294967294"),
    "roots-version-3.pub": (THREE.pinned, "roots of version 3, as a verifier is born with later"),
    "roots-wide.pub": (WIDE.pinned, "sixteen root keys, all of which must sign"),
    "roots-2.cose": (chain(*DOCUMENTS[:1]), "a chain to version 2 of the roots"),
    "roots-3.cose": (chain(*DOCUMENTS[:2]), "a chain to version 3"),
    "roots-4.cose": (chain(*DOCUMENTS), "a chain to version 4"),
    "roots-4-forged.cose": (chain(*FORGED), "another chain to version 4, by two roots of version 1"),
    "roots-2-threshold.cose": (chain(document(Roots(2, 1, TWO.keys), [A, B])),
                               "version 2 with the same keys and another threshold"),
    "trust-roots-2.cose": (TRUST_TWO.file, "sequence 8, by roots of version 2"),
    "trust-roots-3.cose": (TRUST_THREE.file, "sequence 9, by roots of version 3"),
    "trust-roots-4.cose": (TRUST_FOUR.file, "sequence 10, by roots of version 4"),
    "trust-solo.cose": (TRUST_SOLO.file, "by the root of `roots-solo.pub`"),
    "trust-wide.cose": (TRUST_WIDE.file, "by all roots of `roots-wide.pub`"),
}


def grown(count: int) -> bytes:
    """A chain of so many documents, in which one key stays."""
    return cbor.encode([cbor.Raw(document(Roots(version, 1, SOLO.keys), list(SOLO.keys)))
                        for version in range(2, 2 + count)])


def heavy(count: int) -> bytes:
    """A chain of documents that are as large as they can be."""
    return cbor.encode([cbor.Raw(document(Roots(version, 16, WIDE.keys), list(WIDE.keys)))
                        for version in range(2, 2 + count)])
