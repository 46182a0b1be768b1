"""Which of several faults is met first (Spec/token.md 3.2, Spec/lists.md 1 M5, 6.3)."""

from .. import cbor, dates, lists, rice
from ..cbor import Raw, listing, pairs
from ..keys import key
from ..lists import ROOT, TRUST, chain, cosign, document, multiple, revocation_map, revocations
from ..offering import of_revocations, of_trust, signed, small_trust, usual_source
from ..rotating import A, B, D, DOCUMENTS, E, ONE, TWO, Roots
from ..scenario import INSTALLED, Kept, Step, adoption, verdict
from ..tokens import CLAIMS, Proof, content, proof, sealed, text_of
from .trust_form import BAD_KEYS

GOOD = proof()
MAIN = key("main")
HUGE = (1 << 63).to_bytes(8, "big")


def refused(name: str, comment: str, given: Proof | bytes, reason: str, rules: str):
    text = given.text if isinstance(given, Proof) else text_of(given)
    return verdict(f"cbor_first-{name}", comment, text, "malformed", reason, rules=rules,
                   flags="order")


def envelopes():
    """The envelope to its end, and then the payload."""
    without_exp = cbor.encode({number: value for number, value in content(CLAIMS).items()
                               if number != 4})
    token = sealed(without_exp).token
    for name, given, reason in (("cut", token[:-1], "truncated"),
                                ("tail", token + b"\0", "trailing-bytes")):
        yield refused(f"envelope-{name}", "a key of the payload is missing too", given, reason,
                      "D1 D2 D14")
    yield refused("envelope-signature", "a key of the payload is missing too", cbor.encode(
        [GOOD.header, {}, without_exp, GOOD.signature[:-1]]), "wrong-length", "H5 D14")
    header = cbor.encode({1: -19, 4: MAIN.kid}) + b"\0"
    yield refused("header", "the unprotected header is not empty either", cbor.encode(
        [header, {1: 0}, GOOD.payload, GOOD.signature]), "trailing-bytes", "H3 H4 D2")
    later = cbor.encode({1: (1 << 64) - 1, 4: MAIN.kid})
    yield refused("algorithm-2-64", "an algorithm is an integer as keys of maps are", sealed(
        GOOD.payload, header=later), "out-of-range", "H3 D7")


def payloads():
    """P1, P2, K2."""
    whole = listing(content(CLAIMS))
    swapped = [whole[1], whole[0], *whole[2:]]
    yield refused("payload-iat", "iat stands in the place of exp", sealed(bytes(pairs(swapped))),
                  "unknown-key", "P1 D14")
    more = [whole[0], (5, 0), *whole[1:]]
    yield refused("payload-of-five", "the head tells that there are more than four", sealed(bytes(
        pairs(more))), "too-many", "P1 D14")
    huge = [(Raw(b"\x1b" + HUGE), 0), *whole[1:3]]
    yield refused("payload-of-three", "a key is out of range besides", sealed(bytes(pairs(huge))),
                  "missing-key", "P1 D7 D14")
    yield refused("exp-after-all-days", "nor is it the first second of a day", sealed(cbor.encode(
        content(CLAIMS) | {4: dates.LAST_DAY * dates.DAY + 1})), "out-of-range", "P2")


def headers():
    """H3, M1: the number of pairs of a header is not looked at."""
    two = cbor.encode({1: -19, 4: MAIN.kid})[1:]
    for name, count, rest, reason in (
            ("of-67", b"\xb8\x43", two + b"\x05\0", "unknown-key"),
            ("of-2-63", b"\xbb" + HUGE, two + b"\x18\x40\0", "unknown-key"),
            ("of-2-63-cut", b"\xbb" + HUGE, two, "truncated"),
            ("of-2-63-order", b"\xbb" + HUGE, two + b"\x04\0", "key-order"),
            ("algorithm-string-2-63", b"\xa2", b"\x01\x5b" + HUGE, "wrong-type")):
        yield refused(f"header-{name}", "keys of a header are met one after the other", sealed(
            GOOD.payload, header=count + rest), reason, "H3 M1 D7 D12")
    yield refused("envelope-2-63", "an envelope of 2^63 items", b"\x9b" + HUGE + GOOD.token[1:],
                  "wrong-length", "H2 D11 D12")
    yield refused("payload-2-63", "a payload of 2^63 pairs", sealed(
        b"\xbb" + HUGE + GOOD.payload[1:]), "too-many", "P1 D12")


def items():
    """D1 to D13 of one item."""
    def under_200(value: bytes) -> Proof:
        return sealed(cbor.encode(content(CLAIMS | {200: Raw(value)})))

    for name, value, reason, rules in (
            ("array-2-63", b"\x9b" + HUGE + b"\xf9\0\0", "too-many", "D12 K4"),
            ("map-2-63", b"\xbb" + HUGE + b"\x81\0\0", "too-many", "D12 K4"),
            ("array-2-63-less-1", b"\x9b\x7f" + b"\xff" * 7 + b"\xf9\0\0", "wrong-type", "D12 K4"),
            ("fifth-array-2-63", b"\x81" * 4 + b"\x9b" + HUGE, "too-deep", "D12 K4"),
            ("float", b"\xf9\0", "truncated", "D1 D6"),
            ("simple", b"\xf8", "truncated", "D1 D6"),
            ("tag-long", b"\xd8\x01\0", "not-shortest", "D3 D6")):
        cut = sealed(cbor.encode(content({200: Raw(value)}))) if reason == "truncated" else None
        yield refused(name, "a value of a later version with two faults", cut or under_200(value),
                      reason, rules)
    name = CLAIMS | {0: Raw(b"\x79\x01\x01" + b"\xff" * 257)}
    yield refused("too-long", "a name that is too long and no UTF-8", sealed(cbor.encode(
        content(name))), "too-long", "D9 D12")


def offered(name: str, comment: str, given: bytes, answer: str, rules: str):
    """A chain to a verifier that knows the first roots."""
    step = Step(f"install {INSTALLED} payload", answer, Kept(ONE))
    return adoption(f"list_first-{name}", comment, Kept(ONE), [step], rules=f"M5 {rules}",
                    flags="chain order", payload=given)


THREE_BAD = Roots(3, 2, (B, D, E)).map | {1: "3"}


def chains():
    """C1 before C2 to C4; G1, G3, M4."""
    bad = multiple(cbor.encode(THREE_BAD), [B, D], ROOT)
    for name, first in (("unsigned", document(TWO, [D])), ("good", DOCUMENTS[0])):
        yield offered(f"chain-{name}-then-form", "the second document is of no form", chain(
            first, bad), "wrong-type", "C1 C3")
    yield offered("chain-gap-then-form", "it begins too late, and ends with no document",
                  cbor.encode([Raw(DOCUMENTS[1]), 0]), "wrong-type", "C1 C2")
    keys = [*sorted(each.public for each in (A, B)), BAD_KEYS["identity"]]
    assert keys != sorted(keys), "the last key is not in its place"
    yield offered("key-order-then-prime", "the last key is neither of prime order nor in its place",
                  chain(multiple(cbor.encode(TWO.map | {3: keys}), [A, B], ROOT)),
                  "key-not-prime-order", "G1 M4 C1")
    yield offered("threshold-then-tail", "a threshold that is too high, and a byte after the map",
                  chain(multiple(cbor.encode(TWO.map | {2: 4}) + b"\0", [A, B], ROOT)),
                  "trailing-bytes", "C1 D2")
    yield offered("signature-header", "a header of a signature has no keys of a later version",
                  chain(cosign(cbor.encode(TWO.map), [
                      [cbor.encode({1: -19, 4: A.kid, 64: 0}), {0: 0}, b""]])),
                  "unknown-key", "M1 H3")
    signatures = [lists.root_signature(each, cbor.encode(small_trust()), TRUST)
                  for each in sorted((A, B), key=lambda each: each.kid, reverse=True)]
    signatures[1][2] = signatures[1][2][:-1]
    yield of_trust("first-signature-length", "the second signature is cut and not in its place",
                   cosign(cbor.encode(small_trust()), signatures), "wrong-length", "M5 G3 T1",
                   "order signature")


def entries():
    """T3 to T6, I1, I3."""
    def refused(name: str, comment: str, given: dict | bytes, answer: str, rules: str):
        return of_trust(f"first-{name}", comment, signed(given), answer, f"M5 {rules}",
                        "order outside")

    high, low = sorted((key("main"), key("narrow")), key=lambda each: each.public, reverse=True)
    usual = {each: lists.issuer(each) for each in (high, low)}
    wrong = small_trust() | {6: [usual[high], usual[low] | {2: ""}]}
    yield refused("issuer-name", "the second issuer has no name and is not in its place", wrong,
                  "name-form", "I1 M3")
    sources = [usual_source(identifier="b"), usual_source(identifier="a", keys=[])]
    yield refused("source-keys", "the second source has no key and is not in its place",
                  small_trust() | {5: sources}, "wrong-length", "I1 I5")
    days = usual[low] | {6: 100, 7: 99}
    yield refused("issuer-days", "its days are in no order, and its state is none",
                  small_trust() | {6: [days | {8: 2}]}, "date-order", "I3 I4")
    wrong = small_trust() | {3: small_trust()[2]}
    yield refused("trust-tail", "its dates are in no order, and a byte follows", cbor.encode(wrong)
                  + b"\0", "trailing-bytes", "T4 D2")
    twin = [usual_source(identifier="a"), usual_source(identifier="b")]
    lost = [lists.issuer(MAIN, source="c")]
    yield refused("dates", "a key stands twice too, and a list is not there", small_trust(
        issuers=lost, sources=twin) | {3: small_trust()[2]}, "date-order", "T4 T5 T6")
    yield refused("twin", "a list is not there either", small_trust(issuers=lost, sources=twin),
                  "duplicate-key", "T5 T6")
    yield refused("lost", "a key is that of a root too", small_trust(
        issuers=[*lost, lists.issuer(A)]), "unknown-list", "T6 T7")


def revoked():
    """R4, R6 to R8, L1, L2, L4, L5."""
    def refused(name: str, comment: str, given: dict, answer: str, rules: str):
        return of_revocations(f"list-first-{name}", comment, revocations(given), answer, rules,
                              "order outside")

    whole = revocation_map()
    yield refused("dates", "a field after them is of another type", whole | {5: whole[4], 7: "1"},
                  "date-order", "M5 L1")
    yield refused("days", "a field after them is of another type", whole | {9: whole[8] - 2, 10: 0},
                  "date-order", "M5 L2")
    head = b"".join(bytes(each) for each in (b"\xab", *(
        cbor.encode(number) + cbor.encode(value) for number, value in whole.items() if number < 11)))
    for name, item, answer in (("open-length", "5100", "wrong-length"),
                               ("open-too-many", "5a07a12010", "too-many"),
                               ("open-cut", "5000", "truncated")):
        yield refused(name, "a string that is cut, of another length than it may have",
                      head + b"\x0b" + bytes.fromhex(item), answer, "L3 M5 D1 D11 D12")
    huge = b"\xbb" + HUGE + cbor.encode(whole)[1:]
    yield refused("pairs-2-63", "a map of 2^63 pairs, signed", huge, "too-many", "R4 M1 D12")
    yield of_revocations("list-unsigned-pairs-2-63", "a map of 2^63 pairs that nobody signed",
                         revocations(huge, D), "wrong-key", "R1 R3 D12", "order outside")
    yield refused("days-too-many", "more days than there may be, the last of them open", whole | {
        8: whole[9] - 200, 9: whole[9] + 1}, "date-order", "M5 L2 limit-coveredDays")
    yield refused("day-bits", "the bits of the first day, and the place of the second", whole | {
        10: [[3, 1, 7, 5, 5, b""], [0, 1, 7, 5, *rice.coded([1], 7)]]}, "truncated", "M5 L5 W5")
    yield refused("day-count", "more than there may be, and no bits", whole | {
        10: [[3, 8_000_001, 7, 5, 0, b""]]}, "too-many", "M5 L5 limit-revokedProofs")
    ahead = revocation_map(issued="2026-12-20T06:00:00Z", least=8)
    yield refused("least", "it was issued in the future too", ahead, "trust-list-too-old", "R7 R8")


def cases():
    for part in (envelopes, payloads, headers, items, chains, entries, revoked):
        yield from part()
