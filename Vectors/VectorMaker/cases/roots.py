"""Root documents, chains and root signatures (Spec/lists.md 2)."""

from .. import cbor, curve, judging, rotating
from ..keys import key
from ..lists import ROOT, TRUST, Roots, Signed, chain, cosign, document, multiple, root_signature
from ..offering import NOTHING, of_trust, signed, small_trust
from ..rotating import A, B, C, D, E, F, ONE, SOLO, THIEVES, TWO, WIDE
from ..scenario import INSTALLED, Kept, Step, adoption


PAYLOAD = cbor.encode(small_trust())


def chained(name: str, comment: str, given: bytes, answer: str, rules: str, flags: str,
            after: Kept = NOTHING, before: Kept = NOTHING, first: Step | None = None,
            more: str = "", pinned: str = "roots.pub"):
    """A chain, alone or with another file."""
    step = Step(f"install {INSTALLED} payload{' ' + more if more else ''}", answer, after)
    return adoption(f"list_{name}", comment, before, [first, step] if first else [step], rules=rules,
                    flags=f"chain {flags}", payload=given, roots=pinned)


def one_step(name: str, comment: str, given: bytes, good: bool, rules: str, flags: str,
             roots: Roots = TWO, answer: str = "root-not-signed-enough"):
    """A chain of one document to a verifier with `trust.cose`, which two of its keys signed."""
    first = Step(f"install {INSTALLED} trust.cose", "adopted", Kept(ONE, judging.TRUST))
    after = Kept(roots if good else ONE, judging.TRUST)
    return chained(name, comment, given, "adopted" if good else answer, rules,
                   f"{flags} {'inside' if good else 'outside'}", after, first=first)


def signatures():
    """C1 to C4."""
    strange = Roots(2, 2, (D, E, F))
    yield one_step("roots-usual", "two of three keys stay and sign for both", chain(
        document(TWO, [A, B])), True, "C1 C2 C3 C4 C7 G2", "rotation")
    yield one_step("roots-one-old", "one key of the roots before", chain(document(TWO, [A, D])),
                   False, "C3", "threshold")
    yield one_step("roots-no-old", "none of the roots before", chain(document(strange, [D, E])), False,
                   "C3", "threshold")
    yield one_step("roots-thief", "one stolen root, and keys of the thief", chain(document(
        Roots(2, 2, (A, *THIEVES)), [A, *THIEVES])), False, "C3", "threshold wrong-signer")
    yield one_step("roots-no-new", "none of the new keys has signed", chain(document(
        strange, [A, B])), False, "C4", "threshold")
    yield one_step("roots-one-new", "one of the new keys has signed", chain(document(
        strange, [A, B, D])), False, "C4", "threshold")
    higher = Roots(2, 3, (A, B, D))
    yield one_step("roots-own-threshold", "two of its own, which wants three", chain(document(
        higher, [A, B])), False, "C4", "threshold")
    alone = Roots(2, 1, (A,))
    yield one_step("roots-of-one-thief", "one stolen root that would do for what it names", chain(
        document(alone, [A])), False, "C3", "threshold")
    lower = Roots(2, 1, (A, B, D))
    yield one_step("roots-lower-threshold", "a threshold may fall, if those before agree", chain(
        document(lower, [A, B])), True, "C3 C4", "threshold", lower)
    wrong = [root_signature(A, cbor.encode(TWO.map), ROOT), root_signature(B, b"", ROOT)]
    yield one_step("roots-bad-signature", "one of the two signatures is of something else", chain(
        cosign(cbor.encode(TWO.map), sorted(wrong, key=lambda each: each[0]))), False, "C3 G4",
        "threshold signature")
    yield one_step("roots-domain", "signed as a trust list", chain(multiple(
        cbor.encode(TWO.map), [A, B], TRUST)), False, "C3 G3", "domain")


def forms():
    """C1, G1, M4."""
    wrong = {
        "version-0": ({1: 0}, "out-of-range"), "version-2-32": ({1: 1 << 32}, "out-of-range"),
        "threshold-0": ({2: 0}, "out-of-range"), "threshold-above": ({2: 4}, "out-of-range"),
        "threshold-17": ({2: 17}, "out-of-range"), "no-keys": ({3: []}, "wrong-length"),
        "version-before-keys": ({1: 0, 3: TWO.map[3][::-1]}, "out-of-range"), "key-4": ({4: 0}, "unknown-key"),
        "keys-descending": ({3: TWO.map[3][::-1]}, "key-order"),
        "key-twice": ({3: [TWO.map[3][0]] * 2}, "key-order"),
        "key-small-order": ({3: [curve.encode(curve.TORSION[1])], 2: 1}, "key-not-prime-order"),
        "key-31": ({3: [TWO.map[3][0][:31]], 2: 1}, "wrong-length"),
        "version-text": ({1: "2"}, "wrong-type"),
    }
    for name, (change, answer) in wrong.items():
        payload = cbor.encode(TWO.map | change)
        yield one_step(f"roots-{name}", "the map of a root document", chain(
            multiple(payload, [A, B], ROOT)), False, "C1 G1" if "key" in name else "C1", "rotation",
            answer=answer)
    for number in (1, 2, 3):
        left = {each: value for each, value in TWO.map.items() if each != number}
        yield one_step(f"roots-without-{number}", f"the key {number} is missing", chain(
            multiple(cbor.encode(left), [A, B], ROOT)), False, "C1 M1", "missing",
            answer="missing-key")
    for count, good in ((64, True), (65, False)):
        more = {64 + number: number for number in range(count)}
        yield one_step(f"roots-later-keys-{count}", f"{count} keys of a later version", chain(
            document(TWO, [A, B], more)), good, "M1 G2", "later-version", answer="too-many")
    for depth, good in ((4, True), (5, False)):
        yield one_step(f"roots-later-depth-{depth}", f"{depth} containers under a later key", chain(
            document(TWO, [A, B], {64: cbor.nested(depth)})), good, "M1 limit-unknownDepth",
            "limit later-version", answer="too-deep")
    for name, documents in {"left-out": [0, 2], "twice": [0, 0]}.items():
        yield one_step(f"chain-version-{name}", "versions in a chain are each one more", chain(
            *(rotating.DOCUMENTS[place] for place in documents)), False, "C1", "rotation",
            answer="out-of-range")
    yield one_step("roots-unsigned", "no signature at all", chain(cosign(cbor.encode(TWO.map), [])),
                   False, "C1", "empty", answer="wrong-length")
    good = chain(document(TWO, [A, B]))
    form = [b"", {}, cbor.encode(TWO.map), []]
    for name, item, value, answer in (
            ("protected-text", 0, "a" * 5, "wrong-type"), ("protected-of-one", 0, b"\xff", "wrong-length"),
            ("unprotected-deep", 1, {1: cbor.nested(5)}, "too-many"),
            ("payload-text", 2, cbor.Raw(b"\x61\xff"), "wrong-type")):
        given = cbor.encode([form[:item] + [value] + form[item + 1:]])
        yield one_step(f"roots-{name}", "documents are read item by item", given, False, "C1 D10",
                       "shape order", answer=answer)
    for name, given, answer in (("tail", good + b"\0", "trailing-bytes"),
                                ("cut", good[:-1], "truncated"),
                                ("long", good[:-66] + b"\x59\x00" + good[-65:], "not-shortest")):
        yield one_step(f"roots-{name}", "the chain as a whole", given, False, "C1", "shape",
                       answer=answer)


def counts():
    """Limits of keys, signatures and documents."""
    many = tuple(key(f"root-many-{number}") for number in range(20))
    for count in (16, 17):
        roots = Roots(2, 2, (A, B, *many[:count - 2]))
        yield one_step(f"roots-of-{count}-keys", f"{count} root keys", chain(document(roots, [A, B])),
                       count == 16, "C1 G1 limit-rootKeys", "limit", roots, "too-many")
        yield one_step(f"roots-of-{count}-signatures", f"{count} signatures", chain(document(
            TWO, [A, B, *many[:count - 2]])), count == 16, "C1 limit-signatures", "limit",
            answer="too-many")
        yield of_trust(f"trust-of-{count}-signatures", f"{count} signatures, two of roots", signed(
            small_trust(), [A, B, *many[:count - 2]]), "adopted" if count == 16 else "too-many",
            "T1 T2 limit-signatures", f"limit {'inside' if count == 16 else 'outside'}")
    before = Kept(SOLO)
    for count, good in ((128, True), (129, False)):
        after = Kept(Roots(1 + count, 1, SOLO.keys) if good else SOLO, rotating.TRUST_SOLO)
        yield chained(f"chain-of-{count}", f"{count} documents", rotating.grown(count),
                      f"{'adopted' if good else 'too-many'} adopted",
                      "C1 limit-rootDocuments", f"limit {'inside' if good else 'outside'}", after,
                      before, more="trust-solo.cose", pinned="roots-solo.pub")
    yield chained("chain-heavy", "32 documents, each as large as it can be: 512 signatures",
                  rotating.heavy(32), "adopted adopted", "C1 C3 C4 C7", "limit inside",
                  Kept(Roots(33, 16, WIDE.keys), rotating.TRUST_WIDE), Kept(WIDE),
                  more="trust-wide.cose", pinned="roots-wide.pub")
    bare = len(chain(document(TWO, [A, B], {64: bytes(131072)}))) - 131072
    for length, good in ((262144, True), (262145, False)):
        yield one_step(f"chain-of-{length}-bytes", "filled up under a later key", chain(document(
            TWO, [A, B], {64: bytes(length - bare)})), good, "C1 limit-rootChainBytes", "limit",
            answer="too-large")


def of_lists():
    """T2, G3, G4: the same signatures on a trust list."""
    def refused(name: str, comment: str, given: bytes, answer: str, rules: str, flags: str):
        return of_trust(f"trust-{name}", comment, given, answer, rules, f"outside {flags}")
    parts = sorted((root_signature(each, PAYLOAD, TRUST) for each in (A, B)), key=lambda each: each[0])
    yield refused("one-root", "one of the two that must sign", signed(small_trust(), [A]),
                  "not-signed-enough", "T2", "threshold")
    yield refused("strangers", "three keys that are no roots", signed(small_trust(), THIEVES),
                  "not-signed-enough", "T2", "threshold wrong-signer")
    yield refused("root-and-strangers", "one stolen root and three strangers", signed(
        small_trust(), [A, *THIEVES]), "not-signed-enough", "T2", "threshold wrong-signer")
    yield of_trust("trust-three-roots", "all three", signed(small_trust(), [A, B, C]), "adopted",
                   "T2", "inside threshold")
    yield of_trust("trust-roots-and-strangers", "signatures of other kids are passed over", signed(
        small_trust(), [A, C, *THIEVES]), "adopted", "T2", "inside threshold")
    bad, *good = sorted((root_signature(each, PAYLOAD, TRUST) for each in (A, B, C)),
                        key=lambda each: each[0])
    yield of_trust("trust-two-roots-and-a-bad-signature", "a third signature, by a root, that is "
                   "none takes nothing from the two", Signed(cosign(PAYLOAD, [
                       [*bad[:2], _changed(bad[2])], *good]), PAYLOAD, 7), "adopted", "T2 G4",
                   "inside signature threshold")
    yield refused("one-root-twice", "one root twice", cosign(PAYLOAD, [parts[0], parts[0]]),
                  "signature-order", "G3", "duplicate threshold")
    yield refused("signatures-descending", "signatures in descending order of kid", cosign(
        PAYLOAD, parts[::-1]), "signature-order", "G3", "order-of-keys")
    header, empty, signature = parts[1]
    for name, wrong in {"bit": _changed(signature), "s-plus-l": _more(signature),
                        "of-another": parts[0][2]}.items():
        yield refused(f"signature-{name}", "one good signature, and one that is none", cosign(
            PAYLOAD, [parts[0], [header, empty, wrong]]), "not-signed-enough", "T2 G4 E3 E5",
            "signature threshold")
    forms = {
        "eddsa": ([cbor.encode({1: -8, 4: header[-8:]}), {}, signature], "wrong-algorithm", "header"),
        "unprotected": ([header, {4: b""}, signature], "too-many", "unprotected"),
        "63-bytes": ([header, {}, signature[:-1]], "wrong-length", "length"),
        "two-items": ([header, {}], "wrong-length", "shape"),
        "text": ([header, {}, "A" * 64], "wrong-type", "type"),
    }
    for name, (part, answer, flag) in forms.items():
        yield refused(f"signer-{name}", "the form of a signature", cosign(PAYLOAD, [parts[0], part]),
                      answer, "T1 G3", flag)
    for name, domain in {"root": ROOT, "none": b"", "token": b"justificatif/token/1"}.items():
        yield refused(f"domain-{name}", "signed for another purpose", multiple(PAYLOAD, [A, B], domain),
                      "not-signed-enough", "T2 G3", "domain")
    yield refused("unsigned-and-malformed", "nothing is read that the roots did not sign", multiple(
        b"\xff", THIEVES[:2], TRUST), "not-signed-enough", "T2 T3", "order")
    yield from _files(parts)


def _files(parts: list):
    """What the file as a whole may be."""
    good = cosign(PAYLOAD, parts)
    for name, given, answer, rules in (
            ("cut", good[:-1], "truncated", "T1 D1"), ("tail", good + b"\0", "trailing-bytes", "T1 D2"),
            ("long-payload", _long(good), "not-shortest", "T1 D3")):
        yield of_trust(f"trust-file-{name}", "the file as a whole", given, answer, rules,
                       "outside shape")
    for name, given in {"empty": b"", "text": b"bonjour", "json": b"{}", "jpeg": b"\xff\xd8\xff\xe0",
                        "zero": b"\0", "array-of-three": bytes.fromhex("818340a040"),
                        "array-of-five": bytes.fromhex("818540a04080"),
                        "long-head": bytes.fromhex("980440a04080"), "head-alone": b"\x84",
                        "reserved-head": bytes.fromhex("845c"), "endless": bytes.fromhex("9f40a040"),
                        "endless-header": bytes.fromhex("845f"), "text-header": bytes.fromhex("8460"),
                        "map": bytes.fromhex("a440a040"), "tag": bytes.fromhex("d28440")}.items():
        yield of_trust(f"no-list-{name}", "none of the three", given, "not-a-list", "T1",
                       "outside shape")
    for name, given, answer in (("three-items", "8340a040", "wrong-length"),
                                ("no-items", "8040", "wrong-length"),
                                ("two-bytes", "8440", "truncated")):
        yield of_trust(f"trust-file-{name}", "it begins as a trust list, and goes on otherwise",
                       bytes.fromhex(given), answer, "T1", "outside shape")
    for name, given, answer in (("no-documents", "8084", "wrong-length"), ("two-bytes", "8184",
                                                                           "truncated")):
        yield chained(f"chain-of-{name}", "it begins as a chain, and goes on otherwise",
                      bytes.fromhex(given), answer, "C1", "shape outside")
    wide = Signed(multiple(PAYLOAD, list(WIDE.keys), TRUST), PAYLOAD, 7)
    yield of_trust("trust-sixteen-of-sixteen", "all of sixteen must sign, and do", wide, "adopted",
                   "T2 G5", "inside threshold", roots=WIDE, pinned="roots-wide.pub")
    yield of_trust("trust-fifteen-of-sixteen", "all of sixteen must sign, and one does not",
                   multiple(PAYLOAD, list(WIDE.keys[1:]), TRUST), "not-signed-enough", "T2 G5",
                   "outside threshold", roots=WIDE, pinned="roots-wide.pub")
    yield of_trust("trust-roots-otherwise", "the keys of roots.pub stand there in any order",
                   signed(small_trust()), "adopted", "G2 G5", "inside", pinned="roots-mixed-order.pub")


def _changed(signature: bytes) -> bytes:
    return signature[:40] + bytes([signature[40] ^ 1]) + signature[41:]


def _more(signature: bytes) -> bytes:
    number = int.from_bytes(signature[32:], "little") + curve.L
    return signature[:32] + curve.little(number)


def _long(file: bytes) -> bytes:
    head, size = cbor.head(cbor.BYTES, len(PAYLOAD)), len(PAYLOAD)
    return file.replace(head + PAYLOAD, cbor.head(cbor.BYTES, size, 4) + PAYLOAD)


def cases():
    for part in (signatures, forms, counts, of_lists):
        yield from part()
