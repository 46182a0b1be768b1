"""What a trust list may hold (Spec/lists.md 1, 3.1 to 3.4)."""

from .. import cbor, curve, dates
from ..cbor import listing, pairs
from ..keys import key, ordered
from ..lists import issuer, source
from ..offering import (of_trust, signed, small_trust, usual_source, with_issuer, with_source)
from ..scenario import INSTALLED

MAIN, REV = key("main"), key("rev-caf")
SMALL_ORDER = curve.encode(curve.TORSION[1])
MIXED = curve.encode(curve.add(curve.decode(MAIN.public), curve.TORSION[4]))
BAD_KEYS = {"small-order": SMALL_ORDER, "identity": curve.encode(curve.NEUTRAL), "mixed-order": MIXED,
            "not-canonical": b"\xff" * 31 + b"\x7f", "not-on-curve": b"\x02" + bytes(31)}


def accepted(name: str, comment: str, given, rules: str, flags: str = "inside adoption", **others):
    return of_trust(name, comment, given, "adopted", rules, flags, **others)


def refused(name: str, comment: str, given, answer: str, rules: str, flags: str = "outside", **others):
    return of_trust(name, comment, given, answer, rules, flags, **others)


def offer(good: bool, name: str, comment: str, given, answer: str, rules: str, flags: str = ""):
    """One side of an edge or the other."""
    if good:
        return accepted(name, comment, given, rules, f"{flags} inside".strip())
    return refused(name, comment, given, answer, rules, f"{flags} outside".strip())


def maps():
    """T3, M1, D8, D10, D14."""
    yield accepted("trust-usual", "one issuer, no revocation list", signed(small_trust()),
                   "T1 T2 T3 T4 T5 T6 T7 G3", "adoption usual")
    yield accepted("trust-empty", "no issuer and no revocation list", signed(small_trust(
        issuers=[])), "T3", "inside empty")
    whole = small_trust()
    for number in range(1, 7):
        left = {each: value for each, value in whole.items() if each != number}
        yield refused(f"trust-without-{number}", f"the key {number} is missing", signed(
            cbor.encode(left)), "missing-key", "T3 M1 D14", "missing")
    for name, wanting, more, answer in (
            ("5-with-64", 5, {64: 0}, "missing-key"), ("5-with-7", 5, {7: 0}, "missing-key"),
            ("6-with-7", 6, {7: 0}, "unknown-key"), ("6-with-float", 6, {64: cbor.Raw(b"\xf9\0\0")},
                                                     "missing-key")):
        left = {each: value for each, value in whole.items() if each != wanting}
        yield refused(f"trust-without-{name}", "what stands in the place of the missing key tells it",
                      signed(cbor.encode(left | more)), answer, "T3 M1 D14", "missing order")
    yield refused("trust-without-2-cut", "the missing key is met before the end that is cut", signed(
        cbor.encode({each: value for each, value in whole.items() if each != 2})[:-1]), "missing-key",
        "T3 M1 D14", "missing order")
    yield refused("trust-with-7", "the key 7 is not described", signed(whole | {7: 0}),
                  "unknown-key", "T3 M1 D14", "unknown-key")
    yield refused("trust-tail", "something follows the map", signed(cbor.encode(whole) + b"\0"),
                  "trailing-bytes", "T3 D2", "trailing")
    yield refused("trust-cut", "the map ends too early", signed(cbor.encode(whole)[:-1]),
                  "truncated", "T3 D1", "cut")
    yield refused("trust-long-sequence", "the sequence in two bytes", signed(bytes(pairs(
        [(1, cbor.Raw(b"\x18\x07"))] + listing(whole)[1:]))), "not-shortest", "T3 D3", "long-form")
    for name, place, value in (("sequence-text", 1, "7"), ("issued-negative", 2, -1),
                               ("sources-map", 5, {}), ("issuers-null", 6, None)):
        yield refused(f"trust-{name}", "another type", signed(cbor.encode(whole | {place: value})),
                      "wrong-type", "T3 D10", "type")
    far = 65535 * dates.DAY
    for value, good in ((far, True), (far + 1, False)):
        yield offer(good, f"trust-refuse-after-{value}", "the last instant there is, and the next",
                    signed(whole | {4: value}), "out-of-range", "T3 D13", "date")
    yield accepted("trust-sequence-0", "a verifier takes any number", signed(small_trust(0)), "T3 T8")
    yield accepted("trust-sequence-highest", "the highest number there is", signed(
        small_trust((1 << 64) - 1)), "T3 T8", "inside fast-forward")


def later_keys():
    """M1 in all three maps."""
    makers = {"trust": lambda more: signed(small_trust() | more),
              "issuer": lambda more: signed(small_trust(issuers=[issuer(MAIN) | more])),
              "source": lambda more: with_source(usual_source() | more)}
    for where, make in makers.items():
        for count, good in ((64, True), (65, False)):
            more = {64 + 3 * number: number for number in range(count)}
            yield offer(good, f"{where}-later-keys-{count}", f"{count} keys of a later version",
                        make(more), "too-many", "M1", "later-version")
        for depth, good in ((4, True), (5, False)):
            yield offer(good, f"{where}-later-depth-{depth}", f"{depth} containers under a later key",
                        make({64: cbor.nested(depth)}), "too-deep", "M1 limit-unknownDepth",
                        "limit later-version")
        yield accepted(f"{where}-later-values", "all that a later version may write", make(
            {64: b"", 65: "", 66: -1, 67: [True, False, None], 68: {-1: {}}, 1 << 60: (1 << 64) - 1}),
            "M1 K4", "inside later-version")
        for fault, wrong, answer in (
                ("order", [(2, 0), (1, 0)], "key-order"), ("twice", [(1, 0), (1, 0)], "key-order"),
                ("2-63", [(1 << 63, 0)], "out-of-range")):
            yield refused(f"{where}-later-nested-{fault}", "the keys of a map inside a later value",
                          make({64: [cbor.pairs(wrong)]}), answer, "M1 D8 K4", "later-version map-key")
        yield refused(f"{where}-later-tag", "no tag, not even in a later version", make(
            {64: cbor.Raw(b"\xc0\x60")}), "wrong-type", "M1 D6", "later-version tag")
        yield refused(f"{where}-later-negative", "a key below 64 that stands behind 64", make(
            {64: 0, -1: 0}), "unknown-key", "M1 D8 D14", "unknown-key order-of-keys")
        yield refused(f"{where}-key-63", "63 is not described", make({63: 0}), "unknown-key", "M1 D14",
                      "unknown-key")


def issuers():
    """I1 to I4, M4, T5, T7."""
    entries = sorted([issuer(MAIN), issuer(key("narrow"))], key=lambda entry: entry[1])
    content = small_trust()
    yield refused("issuers-out-of-order", "keys in descending order", signed(
        content | {6: entries[::-1]}), "key-order", "I1")
    yield refused("issuers-one-twice", "one key twice", signed(content | {6: [entries[0]] * 2}),
                  "key-order", "I1 T5", "duplicate")
    for number in range(1, 10):
        left = {each: value for each, value in issuer(MAIN).items() if each != number}
        yield refused(f"issuer-without-{number}", f"the key {number} is missing", signed(
            content | {6: [left]}), "missing-key", "T3 M1 D14", "missing")
    for name, blocks, good in (("none", [], True), ("all", [0, 32, 64, 96, 112, 128, 1 << 63], True),
                               ("2-53-and-1", [1 << 53, (1 << 53) + 1], True),
                               ("descending", [64, 32], False), ("twice", [64, 64], False)):
        yield offer(good, f"issuer-blocks-{name}", "blocks, ascending, each once",
                    with_issuer(key_5=blocks), "key-order", "I2", "scope")
    for count, good in ((16, True), (17, False)):
        yield offer(good, f"issuer-blocks-{count}", f"{count} blocks", with_issuer(
            key_5=list(range(count))), "too-many", "I2 limit-blocks", "limit")
    for name, identifier, answer in (("longest-and-1", "a" * 33, "too-long"),
                                     ("dot-first", ".a", "name-form"), ("upper", "CAF", "name-form"),
                                     ("empty", "", "name-form")):
        yield refused(f"issuer-list-{name}", "a list that is not there, of a name that is none",
                      with_issuer(source=identifier), answer, "M2 M5 T6", "identifier order")
    for name, days, good in (("one-day", ("2026-11-02",) * 2, True),
                             ("backwards", ("2026-11-02", "2026-11-01"), False)):
        yield offer(good, f"issuer-days-{name}", "sign from and sign until", with_issuer(days=days),
                    "date-order", "I3", "date")
    for day, good in ((65535, True), (65536, False)):
        yield offer(good, f"issuer-until-{day}", "the last day there is, and the next",
                    with_issuer(key_7=day), "out-of-range", "I3 D13", "date")
    yield refused("issuer-from-65536", "a day number is at most 65535; that comes before the order of "
                  "days", with_issuer(key_6=65536), "out-of-range", "I3 D13", "order date outside")
    for state, good in ((0, True), (1, True), (2, False)):
        yield offer(good, f"issuer-state-{state}", "active, compromised, and no other",
                    with_issuer(state=state), "out-of-range", "I4", "key-state")
    for name, place, value in (("state-true", 8, True), ("list-false", 9, False)):
        yield refused(f"issuer-{name}", "a truth value in the place of a number or of null",
                      with_issuer(**{f"key_{place}": value}), "wrong-type", "T3 I4 D10", "type")
    for name, public in BAD_KEYS.items():
        yield refused(f"issuer-key-{name}", "no key of prime order", with_issuer(public=public),
                      "key-not-prime-order", "T3 M4 E1 E2", "small-order")
    for length in (31, 33):
        yield refused(f"issuer-key-{length}", f"a key of {length} bytes", with_issuer(
            public=(MAIN.public + b"\0")[:length]), "wrong-length", "M4 D11", "length")
    yield refused("issuer-is-root", "a root key as an issuer", signed(small_trust(
        issuers=[issuer(key("root-c"))])), "root-key-in-another-role", "T7", "role")


def sources():
    """I1, I5, M2, T5 to T7."""
    first, second = source("a", key("rev-a")), source("b", key("rev-b"))
    content = small_trust()
    yield accepted("sources-two", "two lists", signed(content | {5: [first, second]}), "I1 I5")
    yield refused("sources-out-of-order", "identifiers in descending order", signed(
        content | {5: [second, first]}), "key-order", "I1")
    yield refused("sources-one-name", "one identifier twice", signed(
        content | {5: [first, source("a", key("rev-b"))]}), "key-order", "I1", "duplicate")
    short, long = source("b", key("rev-a")), source("aa", key("rev-b"))
    yield accepted("sources-bytewise", "aa stands before b: bytewise, not by length", signed(
        content | {5: [long, short]}), "I1", "inside order-of-keys")
    yield refused("sources-length-first", "b before aa: by length", signed(
        content | {5: [short, long]}), "key-order", "I1", "order-of-keys")
    keys = ordered([key(f"rev-{number}") for number in range(5)])
    for count, good in ((4, True), (5, False)):
        yield offer(good, f"source-keys-{count}", f"{count} keys for one list", with_source(
            usual_source(keys=[each.public for each in keys[:count]])), "too-many",
            "I5 limit-revocationKeys", "limit")
    yield refused("source-keys-out-of-order", "keys in descending order", with_source(usual_source(
        keys=[keys[1].public, keys[0].public])), "key-order", "I1 I5")
    yield refused("source-key-twice", "one key twice", with_source(usual_source(
        keys=[keys[0].public] * 2)), "key-order", "I1 I5", "duplicate")
    for name, public in BAD_KEYS.items():
        yield refused(f"source-key-{name}", "no key of prime order", with_source(usual_source(
            keys=[public])), "key-not-prime-order", "T3 M4 E1 E2", "small-order")
    for epoch in (0, (1 << 64) - 1):
        yield accepted(f"source-epoch-{epoch}", "an epoch at an end", with_source(usual_source(
            epoch=epoch)), "I5", "inside epoch")
    names = {"longest": ("i" * 32, True), "33": ("i" * 33, False), "shortest": ("-", True),
             "dot-later": ("a.", True), "dot-first": (".a", False), "upper": ("Caf", False),
             "two-dots": ("a..b", True), "line-end": ("caf\n", False),
             "underscore": ("a_b", False), "slash": ("a/b", False)}
    for name, (text, good) in names.items():
        limit = " limit-identifierBytes" if len(text) > 31 else ""
        yield offer(good, f"source-name-{name}", "1 to 32 bytes of a-z, 0-9, - and .",
                    with_source(usual_source(identifier=text)), "too-long" if len(text) > 32 else
                    "name-form", f"M2{limit}", "limit identifier" if limit else "identifier")


def roles():
    """T5 to T7."""
    content = small_trust()
    yield refused("source-is-issuer", "a key in two roles", signed(
        content | {5: [source("caf", MAIN)]}), "duplicate-key", "T5", "role")
    yield refused("sources-share-a-key", "a key for two lists", signed(
        content | {5: [source("a", REV), source("b", REV)]}), "duplicate-key", "T5", "role")
    yield refused("source-is-root", "a root key for a revocation list", with_source(
        source("caf", key("root-c"))), "root-key-in-another-role", "T7", "role")
    yield refused("unknown-list", "an issuer names a list that is not there", signed(small_trust(
        issuers=[issuer(MAIN, source="caf")])), "unknown-list", "T6", "missing-list")
    yield accepted("known-list", "an issuer names a list that is there", signed(small_trust(
        issuers=[issuer(MAIN, source="caf")], sources=[source("caf", REV)])), "T6")
    day = dates.instant("2026-11-01")
    for name, warn, refuse, good in (("apart-by-1", 1, 2, True), ("warn-is-issued", 0, 2, False),
                                     ("refuse-is-warn", 2, 2, False), ("backwards", 9, 8, False)):
        yield offer(good, f"trust-dates-{name}", "issued, warn after, refuse after", signed(
            content | {3: day + warn, 4: day + refuse}), "date-order", "T4 T9" if good else "T4", "date")
    far = 65535 * dates.DAY + 1
    for number, name in ((2, "issued"), (3, "warn-after"), (4, "refuse-after")):
        yield refused(f"trust-{name}-after-all-days", "an instant after the first second of the last day; "
                      "that comes before the order of dates", signed(content | {number: far}),
                      "out-of-range", "T3 T4 D13", "order date outside")
    for seconds, good in ((0, True), (1, False)):
        start = dates.instant(INSTALLED) + dates.DAY + seconds
        yield offer(good, f"trust-issued-in-24-hours-and-{seconds}", "issued after the clock of the "
                    "machine", signed(content | {2: start}), "issued-in-the-future", "R8", "tolerance")


def cases():
    for part in (maps, later_keys, issuers, sources, roles):
        yield from part()
