"""What a revocation list may hold and who may sign it (Spec/lists.md 4.1, 4.2, 4.6)."""

from .. import cbor, dates, lists, rice
from ..cbor import listing, pairs
from ..days import fingerprint
from ..keys import key
from ..lists import revocation_map, revocations
from ..offering import of_revocations
from ..scenario import INSTALLED
from ..tokens import header_of

DAY = rice.coded([10, 70], 7)
ENTRY = [3, 2, 7, 5, *DAY]
EDGE = dates.shifted(INSTALLED, dates.DAY)


def changed(**changes: object):
    """The usual list with keys of its map replaced: `key_4=...`."""
    return revocations(revocation_map() | {int(name[4:]): value for name, value in changes.items()},
                       sequence=40, epoch=1, identifier="caf")


def with_days(*entries: object, first: str = "2026-08-20", closed: str = "2026-11-19"):
    return revocations(revocation_map(days=list(entries), first=first, closed=closed))


def accepted(name: str, comment: str, given, rules: str, flags: str = "inside", **others: str):
    return of_revocations(f"list-{name}", comment, given, "adopted", rules, flags, **others)


def refused(name: str, comment: str, given, answer: str, rules: str, flags: str = "outside",
            **others: str):
    return of_revocations(f"list-{name}", comment, given, answer, rules, flags, **others)


def envelopes():
    """R1 to R3, R5, R7, R8."""
    good = revocations(revocation_map())
    yield accepted("usual", "a list without a revocation", good, "R1 R2 R3 R4 R5 R6 R7 R8",
                   "adoption usual")
    yield refused("cut", "the last byte is missing", good.file[:-1], "truncated", "R1 D1", "cut")
    yield refused("tail", "a byte after the end", good.file + b"\0", "trailing-bytes", "R1 D2",
                  "trailing")
    header, payload = header_of(key("rev-caf")), good.payload
    signature = good.file[-64:]
    eddsa = cbor.encode({1: -8, 4: key("rev-caf").kid})
    yield refused("eddsa", "-8 is not -19", cbor.encode([eddsa, {}, payload, signature]),
                  "wrong-algorithm", "R1 H3", "header")
    yield refused("unprotected", "the unprotected header is empty", cbor.encode(
        [header, {4: b""}, payload, signature]), "too-many", "R1 H4", "unprotected")
    yield refused("short-signature", "a signature of 63 bytes", cbor.encode(
        [header, {}, payload, signature[:-1]]), "wrong-length", "R1 H5", "length")
    yield refused("header-of-2-32", "the head of a protected header of 4294967296 bytes, and no more",
                  b"\x84\x5b" + (1 << 32).to_bytes(8, "big"), "truncated", "R1 D1",
                  "cut hostile-length")
    head = cbor.encode([header, {}])[1:]
    for name, rest, answer in (
            ("payload-beyond-limit", b"\x5a\x01\x00\x00\x01", "truncated"),
            ("payload-of-2-63", b"\x5b\x80" + bytes(7), "truncated"),
            ("signature-of-65-cut", cbor.encode(payload) + b"\x58\x41" + bytes(9), "wrong-length")):
        yield refused(name, "what the head says is met before the end", b"\x84" + head + rest, answer,
                      "R1 D1 D11 D12", "cut order")
    kid = key("rev-caf").kid
    for name, map_, answer in (("kid-alone", {4: kid}, "missing-key"), ("algorithm-alone", {1: -19},
                               "missing-key"), ("of-three", {1: -19, 4: kid, 5: 0}, "unknown-key"),
                               ("of-none", {}, "missing-key"), ("key-2", {1: -19, 2: 0}, "unknown-key")):
        yield refused(f"header-{name}", "the protected header has two keys", cbor.encode(
            [cbor.encode(map_), {}, payload, signature]), answer, "R1 H3 D14", "header missing-key")
    other = cbor.encode(revocation_map(sequence=41))
    yield refused("changed", "changed after it was signed", cbor.encode(
        [header, {}, other, signature]), "wrong-key", "R3", "tampered")
    yield refused("changed-and-malformed", "the content is not read before the signature",
                  cbor.encode([header, {}, cbor.encode(revocation_map() | {12: 0}), signature]),
                  "wrong-key", "R3 R4", "tampered order")
    yield refused("unknown-name", "a list that the trust list does not name",
                  revocations(revocation_map("dgfip")), "unknown-list-id", "R2", "identifier")
    for epoch in (0, 2, (1 << 64) - 1):
        yield refused(f"epoch-{epoch}", "the trust list says epoch 1",
                      revocations(revocation_map(epoch=epoch)), "wrong-epoch", "R5 I5", "epoch")
    yield accepted("least-7", "the trust list has just the sequence it wants", revocations(
        revocation_map(least=7)), "R7")
    yield refused("least-8", "the trust list is too old for it", revocations(
        revocation_map(least=8)), "trust-list-too-old", "R7")
    for name, least in (("2-63", 1 << 63), ("2-64-less-1", (1 << 64) - 1)):
        yield refused(f"least-{name}", "the sequence it wants may be any number, and none in force is "
                      "as high", revocations(revocation_map(least=least)), "trust-list-too-old", "R7")
    for seconds, good in ((0, True), (1, False)):
        given = revocations(revocation_map(issued=dates.shifted(EDGE, seconds), closed="2026-11-20"))
        offer = accepted if good else refused
        answer = [] if good else ["issued-in-the-future"]
        yield offer(f"issued-in-24-hours-and-{seconds}", "issued after the clock of the machine",
                    given, *answer, "R8", f"{'inside' if good else 'outside'} tolerance")


def signers():
    """R3."""
    yield refused("by-issuer", "signed by an issuer", revocations(revocation_map(), key("main")),
                  "wrong-key", "R3", "signature role")
    yield refused("by-root", "signed by a root", revocations(revocation_map(), key("root-a")),
                  "wrong-key", "R3", "signature role")
    yield refused("by-other-publisher", "signed by the publisher of another list",
                  revocations(revocation_map(), key("rev-absent")), "wrong-key", "R3",
                  "signature role")
    yield refused("under-kid-of-stranger", "a good signature under the kid of another key",
                  revocations(revocation_map(), hint=key("stranger")), "wrong-key", "R3",
                  "kid stranger")
    for name, domain in {"token": b"justificatif/token/1", "trust": lists.TRUST, "none": b""}.items():
        yield refused(f"domain-{name}", "signed for another purpose",
                      revocations(revocation_map(), domain=domain), "wrong-key", "R3", "domain")


def shapes():
    """R4, M1."""
    whole = revocation_map()
    for number in range(2, 12):
        left = {each: value for each, value in whole.items() if each != number}
        yield refused(f"without-{number}", f"the key {number} is missing", revocations(
            cbor.encode(left)), "missing-key", "R4 M1", "missing")
    for name, answer in (("caf", "missing-key"), ("unlisted", "unknown-list-id")):
        yield refused(f"identifier-alone-{name}", "before the signature only the identifier is read",
                      revocations(cbor.encode({1: name})), answer, "R1 R2 R4 M1", "missing order")
    for name, content, answer in (("empty", {}, "missing-key"), ("later", {64: 0}, "missing-key"),
                                  ("none", {2: 0}, "missing-key"), ("strange", {12: 0}, "unknown-key"),
                                  ("zero", {0: 0}, "unknown-key"), ("array", [], "wrong-type")):
        yield refused(f"first-key-{name}", "the payload does not begin with an identifier",
                      revocations(cbor.encode(content)), answer, "R1 M1", "missing order")
    more = {64 + number: 0 for number in range(80)}
    yield refused("too-many-keys-unlisted", "before the signature keys are not counted", revocations(
        cbor.encode(revocation_map("unlisted") | more)), "unknown-list-id", "R1 R2", "order")
    for number in (12, 63):
        yield refused(f"with-{number}", f"the key {number} is not described",
                      changed(**{f"key_{number}": 0}), "unknown-key", "R4 M1", "unknown-key")
    yield refused("tail-in-payload", "something follows the map", revocations(
        cbor.encode(whole) + b"\0"), "trailing-bytes", "R4 D2", "trailing")
    yield refused("later-keys-out-of-order", "later keys are in order too", revocations(bytes(pairs(
        listing(whole) + [(65, 0), (64, 0)]))), "key-order", "R4 M1 D8", "order-of-keys")
    for count, good in ((64, True), (65, False)):
        given = changed(**{f"key_{64 + number}": 0 for number in range(count)})
        offer, answer = (accepted, []) if good else (refused, ["too-many"])
        yield offer(f"later-keys-{count}", f"{count} keys of a later version", given, *answer, "M1",
                    f"{'inside' if good else 'outside'} later-version")
    for depth, good in ((4, True), (5, False)):
        given = changed(key_64=cbor.nested(depth))
        offer, answer = (accepted, []) if good else (refused, ["too-deep"])
        yield offer(f"later-depth-{depth}", f"{depth} containers under a later key", given, *answer,
                    "M1 limit-unknownDepth", f"limit {'inside' if good else 'outside'} later-version")
    yield refused("later-float", "no float, not even in a later version",
                  changed(key_64=cbor.Raw(b"\xf9\0\0")), "wrong-type", "M1 D6", "later-version type")
    for name, key_number, value in (("epoch-text", 2, "1"), ("issued-negative", 4, -1),
                                    ("days-map", 10, {}), ("open-array", 11, [])):
        yield refused(name, "another type", changed(**{f"key_{key_number}": value}), "wrong-type",
                      "R4 D10", "type")
    far = 65536 * dates.DAY
    yield refused("refuse-after-all-days", "an instant after the first second of the last day",
                  changed(key_6=far), "out-of-range", "R4 D13", "outside date")
    yield accepted("highest-sequence", "the highest number there is", revocations(
        revocation_map(sequence=(1 << 64) - 1)), "R6", "inside fast-forward")


def lowest():
    """3.1, 4.1: numbers that may be 0."""
    yield accepted("sequence-0", "a sequence is any number from 0 on", revocations(
        revocation_map(sequence=0)), "R4", "inside range")
    yield accepted("days-0", "day 0 is a day, as the first and as the last closed one", changed(
        key_8=0, key_9=0), "R4 L2", "inside date")
    for number, name in ((8, "first"), (9, "last-closed")):
        yield refused(f"days-{name}-65536", "a day number is at most 65535; that comes before the order "
                      "of the two", changed(**{f"key_{number}": 65536}), "out-of-range", "R4 D13 L2",
                      "outside date order")


def dated():
    """L1, L2."""
    start = dates.instant("2026-11-20T06:00:00Z")
    for name, warn, refuse, good in (("apart-by-1", 1, 2, True), ("warn-is-issued", 0, 2, False),
                                     ("refuse-is-warn", 2, 2, False), ("backwards", 2, 1, False)):
        given = changed(key_5=start + warn, key_6=start + refuse)
        offer, answer = (accepted, []) if good else (refused, ["date-order"])
        yield offer(f"dates-{name}", "issued, warn after, refuse after", given, *answer, "L1",
                    f"{'inside' if good else 'outside'} date")
    day = dates.day("2026-11-20")
    for name, first, closed, good in (
            ("closed-yesterday", day - 30, day - 1, True), ("closed-today", day - 30, day, False),
            ("none-closed", day, day - 1, True), ("none-closed-later", day + 1, day, False),
            ("closed-before-first", day, day - 2, False)):
        offer, answer = (accepted, []) if good else (refused, ["date-order"])
        yield offer(f"days-{name}", "the list was issued on 20 November", changed(
            key_8=first, key_9=closed), *answer, "L2", f"{'inside' if good else 'outside'} date")
    for count, good in ((128, True), (129, False)):
        offer, answer = (accepted, []) if good else (refused, ["too-many"])
        yield offer(f"covers-{count}", f"{count} closed days", changed(key_8=day - count), *answer,
                    "L2 limit-coveredDays", f"limit {'inside' if good else 'outside'}")


def marks():
    """L3."""
    one, two = sorted(fingerprint(20780, index) for index in range(2))
    yield accepted("open-two", "two open revocations", changed(key_11=one + two), "L3")
    yield refused("open-out-of-order", "fingerprints out of order", changed(key_11=two + one),
                  "key-order", "L3")
    low, high = (b"\x05" * 8 + bytes([byte]) * 8 for byte in (7, 9))
    yield accepted("open-same-half", "the second half of two fingerprints is in order", changed(
        key_11=low + high), "L3")
    yield refused("open-half-out-of-order", "the second half of two fingerprints is not", changed(
        key_11=high + low), "key-order", "L3")
    yield refused("open-twice", "one twice", changed(key_11=one + one), "key-order", "L3")
    head = cbor.Raw(cbor.head(cbor.BYTES, 128_000_017))
    yield refused("open-length-before-number", "too many and no multiple of 16: the length comes first",
                  changed(key_11=head), "wrong-length", "L3 M5", "outside order")
    for length in (1, 8, 15, 17, 24):
        yield refused(f"open-{length}", f"{length} bytes", changed(key_11=(one + two)[:length]),
                      "wrong-length", "L3", "length")


def entries():
    """L4, L5, W2 to W6."""
    last = dates.day("2026-11-19") - dates.day("2026-08-20")
    yield accepted("two-days", "the first and the last closed day", with_days(
        [0, *ENTRY[1:]], [last, *ENTRY[1:]]), "L4 L5")
    wrong = {
        "count-0": ([3, 0, 7, 5, 0, b""], "out-of-range", "L4"),
        "width-0": ([3, 1, 0, 5, 0, b"\0"], "out-of-range", "L4"),
        "width-57": ([3, 1, 57, 5, *rice.coded([1 << 55], 56)], "out-of-range",
                     "L4 limit-revocationWidth"),
        "seed-256": ([3, 2, 7, 256, *DAY], "out-of-range", "L4"),
        "parameter-above-width": ([3, 1, 7, 5, 8, b"\0\0"], "out-of-range", "L4"),
        "five-items": (ENTRY[:5], "wrong-length", "L4 D11"),
        "bits-text": ([*ENTRY[:5], "A"], "wrong-type", "L4 D10"),
        "not-best": ([*ENTRY[:4], *rice.coded([10, 70], 7, 2)], "coding-not-best", "W2"),
        "padding": ([*ENTRY[:5], DAY[1][:-1] + bytes([DAY[1][-1] | 1])], "bit-padding", "W3"),
        "tail-bits": ([*ENTRY[:5], DAY[1] + b"\0"], "trailing-bytes", "W4"),
        "cut-bits": ([*ENTRY[:5], DAY[1][:-1]], "truncated", "W5"),
        "value-too-high": ([3, 2, 7, 5, *rice.coded([10, 128], 7)], "out-of-range", "W6"),
        "after-last-closed": ([last + 1, *ENTRY[1:]], "out-of-range", "L5"),
    }
    assert len(rice.bits([10, 70], DAY[0])) % 8, "there is padding"
    for name, (entry, answer, rules) in wrong.items():
        limit = "limit " if "limit" in rules else ""
        yield refused(f"day-{name}", "a closed day that is none", with_days(entry), answer,
                      f"R4 {rules}", f"{limit}outside coding")
    whole = cbor.encode(revocation_map(days=[ENTRY]))
    yield refused("day-bits-beyond-end", "the payload ends before the bits that their head tells of",
                  revocations(whole[:whole.index(bytes([0x40 + len(DAY[1])]) + DAY[1]) + 2]),
                  "truncated", "R4 L4 D1", "cut hostile-length")
    for name, first, place in (("2-32", "2026-11-03", 1 << 32), ("2-64", "2026-11-03", (1 << 64) - 20760)):
        yield refused(f"day-place-{name}", "a place is no day once it is added to the first day",
                      with_days([place, *ENTRY[1:]], first=first), "out-of-range", "R4 L5",
                      "outside range")
    yield refused("day-count-2-64-less-1", "the counts are added without loss: more than 8000000",
                  with_days(ENTRY, [4, (1 << 64) - 1, *ENTRY[2:]]), "too-many",
                  "R4 L5 limit-revokedProofs", "limit outside")
    yield refused("day-parameter-is-width", "a parameter as large as the width is in its range, and "
                  "not the best", with_days([*ENTRY[:4], *rice.coded([10, 70], 7, 7)]),
                  "coding-not-best", "R4 L4 W2", "outside coding")
    yield accepted("day-width-56", "a value of 56 bits", with_days(
        [3, 1, 56, 0, *rice.coded([(1 << 56) - 1], 56)]), "L4 limit-revocationWidth", "limit inside")
    yield accepted("day-seed-255", "the last seed", with_days([3, 2, 7, 255, *DAY]), "L4")
    none = {"first": "2026-11-20", "closed": "2026-11-19"}
    yield refused("day-of-none-covered", "a day where none is closed", with_days([0, *ENTRY[1:]], **none),
                  "out-of-range", "L5", "outside")
    yield refused("days-129", "129 closed days", with_days(*[[0] for _ in range(129)], **none),
                  "too-many", "L5 D12 limit-coveredDays", "limit outside")
    yield refused("days-128-of-none", "of 128 closed days the first is after the last closed one",
                  with_days(*[ENTRY for _ in range(128)], **none), "out-of-range",
                  "L5 limit-coveredDays", "limit outside")
    yield refused("day-order-before-width", "the place is told before the rest of the entry", with_days(
        ENTRY, [3, 1, 57, 5, 0, b""]), "key-order", "L5", "order")
    yield refused("days-out-of-order", "a later day first", with_days(
        [4, *ENTRY[1:]], ENTRY), "key-order", "L5")
    yield refused("days-twice", "one day twice", with_days(ENTRY, ENTRY), "key-order", "L5")


def cases():
    for part in (envelopes, signers, shapes, lowest, dated, marks, entries):
        yield from part()
