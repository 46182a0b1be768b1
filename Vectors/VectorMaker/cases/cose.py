"""Envelope, header and what is signed (Spec/token.md 3.2, H1 to H5)."""

import hashlib

from .. import cbor, lists
from ..cbor import Raw
from ..keys import key
from ..scenario import verdict
from ..tokens import CLAIMS, DOMAIN, Proof, content, header_of, proof, sealed, text_of

GOOD = proof()
MAIN = key("main")


def refused(name: str, comment: str, given: Proof | bytes, reason: str, rules: str, flags: str):
    text = given.text if isinstance(given, Proof) else text_of(given)
    return verdict(f"cose_{name}", comment, text, "malformed", reason, rules=rules,
                   flags=flags)


def envelope(*items: object) -> bytes:
    return bytes(cbor.array(list(items)))


def shapes():
    """H2, D10, D11."""
    parts = [GOOD.header, {}, GOOD.payload, GOOD.signature]
    yield refused("three-items", "no signature", envelope(*parts[:3]), "wrong-length", "H2 D11",
                  "shape")
    yield refused("five-items", "an item more", envelope(*parts, b""), "wrong-length", "H2 D11",
                  "shape")
    yield refused("no-items", "an empty array", envelope(), "wrong-length", "H2 D11", "shape empty")
    yield refused("map", "a map instead of the array", cbor.encode({1: GOOD.payload}),
                  "wrong-type", "H2 D10", "shape type")
    yield refused("byte-string", "the envelope in a byte string", cbor.encode(GOOD.token),
                  "wrong-type", "H2 D10", "shape type")
    yield refused("in-an-array", "the envelope in an array", envelope(Raw(GOOD.token)), "wrong-length",
                  "H2 D11", "shape")
    yield refused("zero", "the number 0", b"\0", "wrong-type", "H2 D10", "type")
    yield refused("protected-map", "the protected header without its byte string", envelope(
        {1: -19, 4: MAIN.kid}, *parts[1:]), "wrong-type", "H2 D10", "type")
    yield refused("payload-detached", "a detached payload", envelope(
        GOOD.header, {}, None, GOOD.signature), "wrong-type", "H2 D10", "type detached")
    yield refused("payload-map", "the payload without its byte string", envelope(
        GOOD.header, {}, content(CLAIMS), GOOD.signature), "wrong-type", "H2 D10", "type")
    yield refused("signature-array", "the shape of COSE_Sign", envelope(
        b"", {}, GOOD.payload, [[GOOD.header, {}, GOOD.signature]]), "truncated", "H2", "shape cose-sign")
    yield refused("signature-text", "the signature as text", envelope(
        GOOD.header, {}, GOOD.payload, "A" * 64), "wrong-type", "H2 D10", "type")
    for length in (0, 63, 65, 128):
        signature = (GOOD.signature * 2)[:length]
        yield refused(f"signature-{length}", f"a signature of {length} bytes", envelope(
            GOOD.header, {}, GOOD.payload, signature), "wrong-length", "H5 D11", "length")


def headers():
    """H3, H4: whatever is in the header is signed here, so that the form alone is at fault."""
    kid = MAIN.kid
    wrong = {
        "eddsa": ("-8, EdDSA, is not -19", {1: -8, 4: kid}, "wrong-algorithm"),
        "es256": ("-7, ES256", {1: -7, 4: kid}, "wrong-algorithm"),
        "ed448": ("-53, Ed448", {1: -53, 4: kid}, "wrong-algorithm"),
        "algorithm-0": ("0 is reserved", {1: 0, 4: kid}, "wrong-algorithm"),
        "algorithm-19": ("19 and not -19", {1: 19, 4: kid}, "wrong-algorithm"),
        "algorithm-18": ("18, which is -19 without its sign", {1: 18, 4: kid}, "wrong-algorithm"),
        "algorithm-text": ("the name and not the number", {1: "Ed25519", 4: kid}, "wrong-type"),
        "no-algorithm": ("a kid alone", {4: kid}, "missing-key"),
        "no-kid": ("an algorithm alone", {1: -19}, "missing-key"),
        "empty-map": ("an empty map", {}, "missing-key"),
        "kid-7": ("a kid of 7 bytes", {1: -19, 4: kid[:7]}, "wrong-length"),
        "kid-9": ("a kid of 9 bytes", {1: -19, 4: kid + b"\0"}, "wrong-length"),
        "kid-0": ("a kid of no bytes", {1: -19, 4: b""}, "wrong-length"),
        "kid-32": ("the whole hash as the kid", {1: -19, 4: kid * 4}, "wrong-length"),
        "kid-text": ("a kid as text", {1: -19, 4: kid.hex()[:8]}, "wrong-type"),
        "kid-number": ("a kid as a number", {1: -19, 4: int.from_bytes(kid, "big")}, "wrong-type"),
        "content-type": ("a content type besides", {1: -19, 3: 61, 4: kid}, "unknown-key"),
        "critical": ("a list of critical headers besides", {1: -19, 2: [4], 4: kid}, "unknown-key"),
        "later-key": ("a key of 64: lists may have some, headers may not", {1: -19, 4: kid, 64: 0},
                      "unknown-key"),
        "64-for-kid": ("a header has no later keys: 64 in the place of the kid is not described",
                       {1: -19, 64: 0}, "unknown-key"),
        "64-for-algorithm": ("the same, in the place of the algorithm", {64: 0}, "unknown-key"),
        "array": ("an array and not a map", [-19, kid], "wrong-type"),
        "key-2-for-algorithm": ("the algorithm under 2, signed as it stands", {2: -19, 4: kid}, "unknown-key"),
        "key-0-for-algorithm": ("the algorithm under 0, signed as it stands", {0: -19, 4: kid},
                                "unknown-key"),
        "key-5-for-kid": ("the kid under 5, signed as it stands", {1: -19, 5: kid}, "unknown-key"),
        "key-3-for-kid": ("the kid under 3, signed as it stands", {1: -19, 3: kid}, "unknown-key"),
    }
    for name, (comment, header, reason) in wrong.items():
        yield refused(f"header-{name}", comment, sealed(GOOD.payload, header=cbor.encode(header)),
                      reason, "H3", "header")
    for count in (1, 3):
        comment = f"a map of {count} with two pairs in it, signed as it stands"
        yield refused(f"header-says-{count}", comment, sealed(
            GOOD.payload, header=bytes([0xA0 + count]) + GOOD.header[1:]),
            "missing-key" if count == 1 else "truncated", "H3 D12", "header")
    # Signed is the right header, so that only its form keeps these from being good.
    for name, comment, header, reason in (
            ("first-key", "the algorithm under another key", {2: -19, 4: kid}, "unknown-key"),
            ("second-key", "the kid under another key", {1: -19, 5: kid}, "unknown-key"),
            ("head-of-one", "a head of one pair before two", Raw(b"\xa1" + GOOD.header[1:]), "missing-key")):
        yield refused(f"header-{name}", comment, envelope(
            cbor.encode(header), {}, GOOD.payload, GOOD.signature), reason, "H3", "header")
    yield refused("header-empty", "an empty protected header, as lists have it",
                  sealed(GOOD.payload, header=b""), "truncated", "H3", "header empty")
    for name, entries in {"kid": {4: kid}, "algorithm": {1: -19}, "empty-key": {0: 0},
                          "later": {64: 0}}.items():
        yield refused(f"unprotected-{name}", "something in the unprotected header",
                      envelope(GOOD.header, entries, GOOD.payload, GOOD.signature), "too-many",
                      "H4", "unprotected")
    yield refused("unprotected-kid-only", "the kid outside of what is signed", envelope(
        cbor.encode({1: -19}), {4: kid}, GOOD.payload, GOOD.signature), "missing-key", "H3 H4", "unprotected")
    yield refused("unprotected-array", "an empty array instead of the empty map",
                  envelope(GOOD.header, [], GOOD.payload, GOOD.signature), "wrong-type", "H4 D10",
                  "type")
    yield refused("unprotected-null", "null instead of the empty map",
                  envelope(GOOD.header, None, GOOD.payload, GOOD.signature), "wrong-type", "H4 D10",
                  "type")


def domains():
    """What is signed: each of these is signed by the right key, for something else."""
    others = {"empty": b"", "root": lists.ROOT, "trust": lists.TRUST,
              "revocations": lists.REVOCATIONS, "token-2": b"justificatif/token/2",
              "token-0-byte": DOMAIN + b"\0"}
    for name, domain in others.items():
        yield verdict(f"cose_domain-{name}", "a good signature for another purpose",
                      sealed(GOOD.payload, domain=domain), "signature-invalid",
                      rules="V6 E5", flags="domain")
    forms = {
        "payload-alone": GOOD.payload,
        "token-unsigned": cbor.encode([GOOD.header, {}, GOOD.payload]),
        "context-signature": cbor.encode(["Signature", GOOD.header, DOMAIN, GOOD.payload]),
        "five-parts": cbor.encode(["Signature1", GOOD.header, b"", DOMAIN, GOOD.payload]),
        "parts-exchanged": cbor.encode(["Signature1", DOMAIN, GOOD.header, GOOD.payload]),
        "header-as-map": cbor.encode(["Signature1", {1: -19, 4: MAIN.kid}, DOMAIN, GOOD.payload]),
        "hashed": hashlib.sha256(GOOD.to_be_signed).digest(),
    }
    for name, message in forms.items():
        given = Proof(GOOD.header, GOOD.payload, MAIN.sign(message), MAIN)
        yield verdict(f"cose_signed-{name}", "a good signature of something near to what is signed",
                      given.text, "signature-invalid", rules="V6 E5", flags="sig-structure")


def tampering():
    """V6: good forms that the signature does not cover."""
    richer = cbor.encode(content(CLAIMS | {64: 100}))
    later = cbor.encode(content(CLAIMS, last="2027-01-31"))
    other = cbor.encode(content(CLAIMS | {0: "LEROUX"}))
    for name, payload in {"amount": richer, "last-day": later, "name": other}.items():
        given = Proof(GOOD.header, payload, GOOD.signature, MAIN)
        yield verdict(f"cose_changed-{name}", "changed after it was signed", given.text,
                      "signature-invalid", rules="V6 E5", flags="tampered")
    swapped = Proof(header_of(key("narrow")), GOOD.payload, GOOD.signature, MAIN)
    yield verdict("cose_changed-kid", "the kid of another issuer of the list", swapped.text,
                  "signature-invalid", rules="V6 E5", flags="tampered kid")
    under = Proof(GOOD.header, GOOD.payload, key("narrow").sign(GOOD.to_be_signed), MAIN)
    yield verdict("cose_signed-by-another", "signed by another issuer of the list", under.text,
                  "signature-invalid", rules="V6 E5", flags="wrong-signer")
    two = proof(cti=bytes(16))
    given = Proof(GOOD.header, GOOD.payload, two.signature, MAIN)
    yield verdict("cose_signature-of-another", "the signature of another justificatif", given.text,
                  "signature-invalid", rules="V6 E5", flags="tampered")


def identifiers():
    """P2, P3."""
    for length in (0, 8, 15, 17, 32):
        given = sealed(cbor.encode(content(CLAIMS, cti=bytes(length))))
        yield refused(f"cti-{length}", f"an identifier of {length} bytes", given, "wrong-length",
                      "P3 D11", "length")
    for name, cti in {"zeros": bytes(16), "ones": b"\xff" * 16}.items():
        yield verdict(f"cose_cti-{name}", "an identifier that looks strange and is none the less good",
                      proof(cti=cti), "valid", rules="P3 F1 F2", flags="inside")


def cases():
    for part in (shapes, headers, domains, tampering, identifiers):
        yield from part()
