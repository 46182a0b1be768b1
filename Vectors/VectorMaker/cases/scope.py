"""What an issuer may state, and for whom it is (Spec/verdicts.md V9, V10, V15)."""

from .. import registry
from ..companions import stating, usual
from ..judging import cancellable
from ..keys import key
from ..scenario import World, verdict
from ..tokens import CLAIMS, IDENTITY, Proof, proof

FACTS = {"tax": {32: 21540}, "family": {64: 742}, "job": {104: 20700}, "health": {120: 20700}}
BLOCK = {"tax": 32, "family": 64, "job": 96, "health": 112}
PAIRS = {73: [400, 600], 74: ["cantine-2026", 3], 114: "01751"}
NARROWER = World(lists="trust-scope.cose revocations-caf.cose")


def blocks():
    """V9, I2."""
    for name, claims in FACTS.items():
        claims = stating(claims)
        yield verdict(f"scope_{name}-by-all", "an issuer of all four blocks", proof(claims), "valid",
                      rules="V9 I2", flags="inside scope")
        good = BLOCK[name] == 64
        yield verdict(f"scope_{name}-by-narrow", "an issuer of block 64 only",
                      proof(claims, signer=key("narrow")), "valid" if good else "out-of-scope",
                      rules="V9", flags=f"{'inside' if good else 'outside'} scope")
        yield verdict(f"scope_{name}-by-none", "an issuer of no block",
                      proof(claims, signer=key("blockless")), "out-of-scope", rules="V9",
                      flags="outside scope")
    for number, name in list(registry.blocks().items())[len(BLOCK):]:
        claims = stating({next(row for row in registry.rows() if row >= number): 1})
        for signer, expect in (("main", "valid"), ("narrow", "out-of-scope"),
                               ("blockless", "out-of-scope")):
            yield verdict(f"scope_{name}-by-{signer}", f"a claim of block {number}",
                          proof(claims, signer=key(signer)), expect, rules="V9 I2",
                          flags=f"{'inside' if expect == 'valid' else 'outside'} scope",
                          world=World(lists="trust-all-blocks.cose"))
        yield verdict(f"scope_{name}-by-the-first-four", f"the lists grant no block {number}",
                      proof(claims), "out-of-scope", rules="V9 I2", flags="outside scope")
    both = stating({64: 742, 32: 21540})
    yield verdict("scope_one-of-two", "one block is granted and the other is not",
                  proof(both, signer=key("narrow")), "out-of-scope", rules="V9", flags="outside scope")
    behind = stating({64: 742, 104: 20700})
    yield verdict("scope_second-of-two", "the first one is granted and the second is not",
                  proof(behind, signer=key("narrow")), "out-of-scope", rules="V9",
                  flags="outside scope")
    for name in ("jobs", "health"):
        good = name == "health"
        yield verdict(f"scope_c2s-by-{name}", "the block of 115 is that of its row, 112, and no "
                      "multiple of 32", proof(stating({115: True}), signer=key(name)),
                      "valid" if good else "out-of-scope", rules="V9",
                      flags=f"{'inside' if good else 'outside'} scope", world=NARROWER)
    for number, row in registry.rows().items():
        if number >= 32:
            claims = stating({number: PAIRS[number] if number in PAIRS else usual(number)})
            for signer, name, expect in (("block", "its-block", "valid"),
                                         ("not-block", "the-others", "out-of-scope")):
                yield verdict(f"scope_{row['name']}-by-{name}", f"{row['name']} is of block "
                              f"{row['block']} and of no other",
                              proof(claims, signer=key(f"{signer}-{row['block']}")), expect,
                              rules=f"V9 claim-{row['name']}",
                              flags=f"{'inside' if expect == 'valid' else 'outside'} scope",
                              world=World(lists="trust-each-block.cose"))
    yield verdict("scope_block-zero", "block 0 grants what everybody may state, and nothing else",
                  proof(signer=key("blockzero")), "out-of-scope", rules="V9", flags="outside scope")
    yield verdict("scope_unknown-blocks", "numbers of a later version grant nothing and harm nothing",
                  proof(signer=key("strange")), "valid", rules="V9 I2",
                  flags="inside scope later-version")
    yield verdict("scope_unknown-blocks-other", "numbers of a later version grant nothing",
                  proof(stating({32: 1}), signer=key("strange")), "out-of-scope", rules="V9 I2",
                  flags="outside scope later-version")
    rich = stating({5: 1, 6: "75056", 8: 3, 13: True, 64: 742})
    yield verdict("scope_identity-by-narrow", "every issuer may state an identity",
                  proof(rich, signer=key("narrow")), "valid", rules="V9", flags="inside scope")
    yield verdict("scope_issuer-of-later-keys", "an issuer with all 64 later keys",
                  proof(signer=key("later")), "valid", rules="M1 V9",
                  flags="inside later-version")


def states():
    """V10, I4, and what comes before it."""
    yield verdict("scope_compromised", "nothing of a stolen key counts", proof(signer=key("stolen")),
                  "key-withdrawn", "compromised", rules="V10 I4", flags="key-state")
    yield verdict("scope_compromised-old", "nor with a day from before the theft", proof(
        issued="2026-10-01", last="2026-12-31", signer=key("stolen")), "key-withdrawn",
        "compromised", rules="V10 I4", flags="key-state")
    given = proof(signer=key("stolen"))
    forged = Proof(given.header, given.payload, bytes(64), key("stolen"))
    yield verdict("scope_compromised-forged", "a forgery under a stolen key is a forgery", forged.text,
                  "signature-invalid", rules="V6 V10", flags="order key-state")
    yield verdict("scope_out-of-scope-before-days", "V9 before V10", proof(
        stating({32: 1}), issued="2025-12-31", last="2026-01-31", signer=key("narrow")),
        "out-of-scope", rules="V9 V10", flags="order")
    yield verdict("scope_out-of-scope-before-compromised", "V9 before V10, whatever the state of "
                  "the key", proof(signer=key("outcast")), "out-of-scope", rules="V9 V10",
                  flags="order scope", world=NARROWER)
    yield verdict("scope_compromised-before-revoked", "V10 before V11: nothing that a stolen key "
                  "signed needs to be cancelled", cancellable("old", 0), "key-withdrawn",
                  "compromised", rules="V10 V11", flags="order key-state revoked", world=NARROWER)
    yield verdict("scope_withdrawn-before-clock", "V10 before V12: the clock does not excuse a key",
                  proof(signer=key("stolen")), "key-withdrawn", "compromised", rules="V10 V12",
                  flags="order clock", world=World(now="1970-01-01T00:00:00Z"))


RECIPIENTS = {
    "same": (("Mairie d\u2019\u00c9lan (44)",), True),
    "folded": (("MAIRIE D'ELAN (44)",), True),
    "hyphens": (("mairie d-\u00e9lan  (44)",), True),
    "decomposed": (("Mairie d\u2019E\u0301lan (44)",), True),
    "second-of-two": (("CCAS d\u2019\u00c9lan", "MAIRIE D ELAN (44)"), True),
    "none-named": ((), True),
    "empty-beside": (("", "Mairie d\u2019\u00c9lan (44)"), True),
    "other": (("CCAS d\u2019\u00c9lan",), False),
    "none-of-two": (("CCAS d\u2019\u00c9lan", "Mairie de Valmont"), False),
    "part": (("Mairie d\u2019\u00c9lan",), False),
    "longer": (("Mairie d\u2019\u00c9lan (44) accueil",), False),
    "other-department": (("Mairie d\u2019\u00c9lan (45)",), False),
    "blank": ((" ",), False),
    "empty": (("",), False),
    "hyphen-alone": (("-",), False),
    "no-space": (("Mairie d\u2019\u00c9lan(44)",), False),
}


def recipients():
    """V15, N6."""
    given = proof(CLAIMS | {9: "Mairie d\u2019\u00c9lan (44)"})
    for name, (asked, good) in RECIPIENTS.items():
        yield verdict(f"scope_recipient-{name}", "made for Mairie d\u2019\u00c9lan (44)", given,
                      "valid" if good else "wrong-recipient", rules="V15 N6",
                      flags=f"{'inside' if good else 'outside'} recipient",
                      world=World(recipients=asked))
    yield verdict("scope_recipient-for-anybody", "made for nobody in particular",
                  proof(), "valid", rules="V15", flags="inside recipient",
                  world=World(recipients=("Mairie d\u2019\u00c9lan (44)",)))
    yield verdict("scope_recipient-before-stale", "V15 before V16", given, "wrong-recipient",
                  rules="V15 V16", flags="order recipient", world=World(
                      lists="trust-short.cose", now="2026-11-26T00:00:00Z", recipients=("CCAS",)))


def strangers():
    """V5."""
    yield verdict("scope_stranger", "a good signature of a key that no list has",
                  proof(signer=key("nobody")).text, "issuer-unknown", rules="V5", flags="stranger")
    yield verdict("scope_stranger-beside-one", "the list has one issuer, and it is another",
                  proof(signer=key("nobody")).text, "issuer-unknown", rules="V5", flags="stranger",
                  world=World(lists="trust-all-days.cose"))
    for name in ("root-a", "rev-caf"):
        yield verdict(f"scope_signed-by-{name}", "a key of another role is no issuer",
                      proof(signer=key(name)).text, "issuer-unknown", rules="V5 T7",
                      flags="stranger role")
    good = proof()
    kid = bytearray(good.header)
    kid[-1] ^= 1
    near = Proof(bytes(kid), good.payload, good.signature, good.signer)
    yield verdict("scope_kid-near", "one bit of the kid is another", near.text, "issuer-unknown",
                  rules="V5 H3", flags="stranger kid")
    yield verdict("scope_stranger-senseless", "V5 before V8", proof(IDENTITY | {32: 1},
                  signer=key("nobody")).text, "issuer-unknown", rules="V5 V8", flags="order")


def cases():
    for part in (blocks, states, recipients, strangers):
        yield from part()
