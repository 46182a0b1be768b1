"""One encoding only: the rules D1 to D14 of Spec/token.md 3.2."""

from .. import cbor
from ..cbor import Raw, head, listing, pairs
from ..companions import stating
from ..flags import MEANINGS
from ..keys import key
from ..scenario import verdict
from ..tokens import CLAIMS, CONTAINER, Proof, content, faulty, proof, sealed, text_of

GOOD = proof()
UNKNOWN = 200
PAYLOAD = content(CLAIMS)


def refused(name: str, comment: str, given: Proof | bytes, reason: str, rules: str, flags: str = ""):
    """A token that is well signed and has one fault."""
    text = given.text if isinstance(given, Proof) else text_of(given)
    return verdict(f"cbor_{name}", comment, text, "malformed", reason, rules=rules,
                   flags=f"{reason if reason in MEANINGS else ''} {flags}".strip())


def with_value(value: object, label: int = UNKNOWN) -> Proof:
    """The usual claims and a value under a label of a later version."""
    return faulty(CLAIMS | {label: value})


def payload_with(entries: list, count: int | None = None) -> Proof:
    return sealed(bytes(pairs(entries, count)))


def claims_with(entries: list, count: int | None = None) -> Proof:
    return faulty(bytes(pairs(entries, count)))


def ends():
    """D1, D2."""
    token = GOOD.token
    for name, count in {"last-byte": 1, "signature-head": 66, "half": len(token) // 2}.items():
        yield refused(f"cut-{name}", f"{count} bytes are missing at the end", token[:-count],
                      "truncated", "D1", "cut")
    yield refused("cut-to-one-byte", "the head of the array alone", token[:1], "truncated", "D1", "cut")
    yield refused("cut-in-head", "a length that is cut in two", token[:17], "truncated", "D1", "cut")
    yield refused("payload-cut", "the payload ends within its last claim",
                  sealed(GOOD.payload[:-1]), "truncated", "D1", "cut")
    yield refused("payload-empty", "a payload of no bytes", sealed(b""), "truncated", "D1", "empty")
    yield refused("payload-one-pair-short", "a map that promises a pair more than it has",
                  payload_with(listing(PAYLOAD), 5), "too-many", "D1 P1", "wrong-count")
    yield refused("claims-one-pair-short", "claims that promise a pair more than they have",
                  claims_with(listing(CLAIMS), 8), "truncated", "D1", "wrong-count")
    yield refused("text-longer-than-payload", "a text that goes on after the end",
                  sealed(GOOD.payload[:-3] + b"\x18\xc8\x78\x64ab"), "truncated", "D1", "wrong-count")
    for name, size in {"2-32": 1 << 32, "2-64": (1 << 64) - 1}.items():
        huge = b"\x84" + head(cbor.BYTES, size)
        yield refused(f"length-{name}", "a length that nothing in memory could have", huge, "truncated",
                      "D1 D12", "hostile-length")
        many = claims_with(listing(CLAIMS)[:1], size)
        yield refused(f"count-{name}", "a number of pairs that nothing in memory could have", many,
                      "too-many", "D1 D12", "hostile-length")
    for name, tail in {"zero": b"\0", "item": b"\x01", "again": token}.items():
        yield refused(f"trailing-{name}", "something follows the envelope", token + tail,
                      "trailing-bytes", "D2", "trailing")
    yield refused("trailing-in-payload", "something follows the map in the payload",
                  sealed(GOOD.payload + b"\0"), "trailing-bytes", "D2", "trailing")
    yield refused("trailing-pair-in-payload", "a map that holds a pair more than it promises",
                  payload_with(listing(PAYLOAD) + [(CONTAINER - 1, 0)], 4), "trailing-bytes", "D2",
                  "trailing wrong-count")
    yield refused("trailing-in-header", "something follows the map in the protected header",
                  sealed(GOOD.payload, header=GOOD.header + b"\0"), "trailing-bytes", "D2 H3", "trailing")


def exact_lengths():
    """D1: a length is compared in all its 64 bits, and nothing is added to it that could wrap."""
    for name, label, major, text in (("name", 0, cbor.TEXT, b"MARCHAND"), ("later-text", UNKNOWN, cbor.TEXT,
                                     b"MARCHAND"), ("later-bytes", UNKNOWN, cbor.BYTES, bytes(8))):
        item = Raw(head(major, (1 << 32) + 8) + text)
        given, reason = with_value(item, label), "too-long" if label == 0 else "truncated"
        yield verdict(f"cbor_length-2-32-and-8-{name}", "a length of 4294967304, of which the low 32 bits "
                      "would fit", given.text, "malformed", reason,
                      rules="D1 D12" if label == 0 else "D1 K4", flags="hostile-length")
    for less in (8, 32, 64):
        item = Raw(head(cbor.BYTES, (1 << 64) - less) + bytes(40))
        yield refused(f"length-2-64-less-{less}", "a length that wraps around when a place is added to it",
                      with_value(item), "truncated", "D1 K4", "hostile-length")
    for name, item, reason in (
            ("fifth-map-2-63", b"\x81" * 4 + head(cbor.MAP, 1 << 63), "too-deep"),
            ("map-2-62", head(cbor.MAP, 1 << 62), "truncated"),
            ("map-of-100-text-key", head(cbor.MAP, 100) + b"\x61a\0", "wrong-type")):
        comment = {"too-deep": "a fifth container is told from its type, before its count",
                   "truncated": "the count is below 2^63, and the first pair is missing",
                   "wrong-type": "a key is met before the end that a count of 100 would ask for"}[reason]
        cut = sealed(cbor.encode(content({UNKNOWN: Raw(item)})))
        yield verdict(f"cbor_first-{name}", comment, cut.text, "malformed", reason,
                      rules="D1 D7 D12 K4", flags="order")


def heads_first():
    """D4, D5: the head is looked at before the type that is wanted there."""
    for byte in (0x1F, 0xDF, 0xFF, 0xDC, 0xFC):
        reason = "indefinite-length" if byte & 31 == 31 else "reserved-head"
        for where, label in (("amount", 64), ("name", 0), ("later", UNKNOWN)):
            yield refused(f"head-{byte:02x}-{where}", "additional information 28 to 31 is met before "
                          "the type", with_value(Raw(bytes([byte])), label), reason,
                          "D4 D6" if byte & 31 == 31 else "D5 D6", "order")


def long_forms():
    """D3: each place that has a head."""
    token, header = GOOD.token, GOOD.header
    rest = token[1:]
    yield refused("long-array", "the array of the envelope with a head of two bytes",
                  b"\x98\x04" + rest, "not-shortest", "D3", "long-form")
    yield refused("long-protected", "the length of the header in two bytes",
                  b"\x84\x58\x0d" + token[2:], "not-shortest", "D3 H3", "long-form")
    yield refused("long-unprotected", "the empty map with a head of two bytes",
                  _unprotected(b"\xb8\x00"), "not-shortest", "D3 H4", "long-form")
    at = token.index(head(cbor.BYTES, len(GOOD.payload)) + GOOD.payload)
    yield refused("long-payload", "the length of the payload in three bytes", token[:at]
                  + head(cbor.BYTES, len(GOOD.payload), 2) + token[at + 2:], "not-shortest", "D3",
                  "long-form")
    yield refused("long-signature", "the length of the signature in three bytes",
                  token[:-66] + head(cbor.BYTES, 64, 2) + GOOD.signature, "not-shortest", "D3",
                  "long-form")
    yield refused("long-algorithm", "-19 in two bytes", sealed(GOOD.payload, header=header.replace(
        b"\x01\x32", b"\x01\x38\x12", 1)), "not-shortest", "D3 H3", "long-form")
    yield refused("long-payload-map", "the map of the payload with a head of two bytes",
                  sealed(b"\xb8\x04" + GOOD.payload[1:]), "not-shortest", "D3", "long-form")
    yield refused("long-payload-key", "the key 4 in two bytes", payload_with(
        [(Raw(b"\x18\x04"), PAYLOAD[4])] + listing(PAYLOAD)[1:]), "not-shortest", "D3", "long-form")
    yield refused("long-exp", "exp in nine bytes", payload_with(
        [(4, Raw(head(0, PAYLOAD[4], 8)))] + listing(PAYLOAD)[1:]), "not-shortest", "D3",
        "long-form")
    yield refused("long-container-key", "-70001 in nine bytes", payload_with(
        listing(PAYLOAD)[:3] + [(Raw(head(1, -1 - CONTAINER, 8)), CLAIMS)]), "not-shortest", "D3",
        "long-form")
    yield refused("long-label", "the label 0 in two bytes", claims_with(
        [(Raw(b"\x18\x00"), CLAIMS[0])] + listing(CLAIMS)[1:]), "not-shortest", "D3", "long-form")
    yield refused("long-name", "the length of a name in two bytes", claims_with(
        [(0, Raw(b"\x78\x03ABC"))] + listing(CLAIMS)[1:]), "not-shortest", "D3", "long-form")
    for value, size in ((0, 1), (23, 1), (24, 2), (255, 2), (256, 4), (65535, 4), (65536, 8),
                        ((1 << 32) - 1, 8)):
        yield refused(f"long-{value}-in-{size}", f"{value} with an argument of {size} bytes",
                      with_value(Raw(head(0, value, size))), "not-shortest", "D3 K4", "long-form")
        yield verdict(f"cbor_short-{value}", f"{value} in its shortest form, under a label of a later "
                      "version", with_value(value), "version-unknown", "claim", rules="D3 K4 V7",
                      flags="inside later-version")
    for name, item in {"bytes": b"\x58\x01A", "text": b"\x78\x01A", "array": b"\x98\x01\0",
                       "map": b"\xb8\x01\0\0", "negative": b"\x38\x00"}.items():
        yield refused(f"long-later-{name}", "a long form under a label of a later version",
                      with_value(Raw(item)), "not-shortest", "D3 K4", "long-form")


def _unprotected(item: bytes) -> bytes:
    good = GOOD
    return cbor.array([good.header, Raw(item), good.payload, good.signature])


def endless():
    """D4."""
    parts = [cbor.encode(GOOD.header), b"\xa0", cbor.encode(GOOD.payload),
             cbor.encode(GOOD.signature)]
    yield refused("endless-envelope", "an envelope without a count", cbor.endless(4, *parts),
                  "indefinite-length", "D4", "indefinite")
    split = cbor.endless(2, cbor.encode(GOOD.payload[:40]), cbor.encode(GOOD.payload[40:]))
    yield refused("endless-payload", "a payload in two pieces", cbor.array(
        [GOOD.header, {}, Raw(split), GOOD.signature]), "indefinite-length", "D4", "indefinite")
    yield refused("endless-unprotected", "an empty map without a count", _unprotected(b"\xbf\xff"),
                  "indefinite-length", "D4 H4", "indefinite")
    entries = b"".join(cbor.encode(key) + cbor.encode(value) for key, value in listing(PAYLOAD))
    yield refused("endless-payload-map", "the map of the payload without a count",
                  sealed(cbor.endless(5, entries)), "indefinite-length", "D4", "indefinite")
    entries = b"".join(cbor.encode(key) + cbor.encode(value) for key, value in listing(CLAIMS))
    yield refused("endless-claims", "claims without a count",
                  faulty(cbor.endless(5, entries)), "indefinite-length", "D4", "indefinite")
    yield refused("endless-name", "a name in pieces", faulty(CLAIMS | {
        0: Raw(cbor.endless(3, b"\x63MAR", b"\x65CHAND"))}), "indefinite-length", "D4", "indefinite")
    yield refused("break-alone", "the end of an item that never began", with_value(Raw(b"\xff")),
                  "indefinite-length", "D4 D6", "indefinite")


def reserved():
    """D5 and D6."""
    for information in (28, 29, 30):
        for name, major in {"integer": 0, "bytes": 2, "text": 3, "array": 4, "map": 5}.items():
            item = Raw(bytes([major << 5 | information]) + bytes(8))
            yield refused(f"reserved-{information}-{name}", "a head that RFC 8949 keeps back",
                          with_value(item), "reserved-head", "D5", "reserved")
    token = GOOD.token
    for name, tag in {"18": b"\xd2", "61": b"\xd8\x3d", "55799": b"\xd9\xd9\xf7"}.items():
        yield refused(f"tag-{name}", "an envelope with a tag, as other systems write it",
                      tag + token, "wrong-type", "D6 H2", "tag")
    for name, item in {"float-16": b"\xf9\x00\x00", "float-32": b"\xfa" + bytes(4),
                       "float-64": b"\xfb" + bytes(8), "undefined": b"\xf7", "simple-0": b"\xe0",
                       "simple-19": b"\xf3", "simple-32": b"\xf8\x20", "tag-0": b"\xc0\x60",
                       "tag-2": b"\xc2\x41\x01"}.items():
        yield refused(f"later-{name}", "not of the small part of CBOR, not even in a later version",
                      with_value(Raw(item)), "wrong-type", "D6 K4", "type")
    yield refused("later-long-false", "false in two bytes is no CBOR at all",
                  with_value(Raw(b"\xf8\x14")), "wrong-type", "D6 K4", "type")
    for value in (20, 24):
        yield refused(f"flag-of-two-bytes-{value}", "two bytes where a flag stands are not false",
                      faulty(stating({116: Raw(bytes([0xF8, value]))})), "wrong-type",
                      "D6 D10 claim-c2s_with_contribution", "type")
    yield refused("exp-float", "a date as a floating-point number, as some CWT libraries write it",
                  payload_with([(4, Raw(b"\xfb\x41\xda\xc3\x83\x80\x00\x00\x00"))]
                               + listing(PAYLOAD)[1:]), "wrong-type", "D6 D10", "float")
    for name, item in {"false": False, "true": True, "null": None}.items():
        yield verdict(f"cbor_later-{name}", f"{name} under a label of a later version",
                      with_value(item), "version-unknown", "claim", rules="D6 K4 K6 V7",
                      flags="inside later-version")


def keys_of_maps():
    """D7 and D8."""
    for name, wrong in {"text": "iss", "bytes": b"\x04", "null": None, "true": True,
                        "array": [1]}.items():
        entries = listing(PAYLOAD)[:3] + [(wrong, 0), (CONTAINER, CLAIMS)]
        yield refused(f"key-{name}", "a key that is no integer", payload_with(entries), "too-many",
                      "D7", "map-key")
        yield refused(f"later-key-{name}", "a key that is no integer, in a value of a later version",
                      with_value(pairs([(wrong, 0)])), "wrong-type", "D7 K4", "map-key")
    for name, number, good in (("2-63", 1 << 63, False), ("2-63-less-1", (1 << 63) - 1, True),
                               ("minus-2-63", -(1 << 63), True),
                               ("minus-2-63-less-1", -(1 << 63) - 1, False)):
        given = with_value({number: 0})
        if good:
            yield verdict(f"cbor_key-{name}", "the last number that a key may be", given,
                          "version-unknown", "claim", rules="D7 K4", flags="inside later-version")
        else:
            yield refused(f"key-{name}", "the first number that no key may be", given,
                          "out-of-range", "D7 K4", "outside map-key")
    first, second, third, fourth = listing(PAYLOAD)
    orders = {"iat-first": [second, first, third, fourth], "container-first": [fourth, first, second,
              third], "exp-twice": [first, first, second, third, fourth]}
    for name, entries in orders.items():
        yield refused(f"order-{name}", "keys of the payload out of order, or one twice",
                      payload_with(entries), "too-many" if len(entries) > 4 else "unknown-key",
                      "D8 P1", "key-order order-of-keys")
    claims = listing(CLAIMS)
    yield refused("order-claims", "labels out of order", claims_with(
        [claims[1], claims[0]] + claims[2:]), "key-order", "D8", "order-of-keys")
    yield refused("order-claim-twice", "a label twice with the same value",
                  claims_with(claims[:1] + claims), "key-order", "D8", "duplicate")
    yield refused("order-claim-twice-otherwise", "a label twice: which income is it?", claims_with(
        claims[:5] + [(64, 100)] + claims[5:]), "key-order", "D8", "duplicate")
    header = pairs([(4, key("main").kid), (1, -19)])
    yield refused("order-header", "kid before alg", sealed(GOOD.payload, header=bytes(header)),
                  "missing-key",
                  "D8 H3", "key-order")
    for name, comment, numbers in (
            ("bytewise", "24 stands before -1: bytewise", (24, -1)),
            ("negative", "-1 stands before -2: downwards", (-1, -2)),
            ("doubles", "two keys that are one as doubles", (1 << 53, (1 << 53) + 1))):
        yield verdict(f"cbor_order-{name}", comment, with_value(
            pairs([(number, 0) for number in numbers])), "version-unknown", "claim", rules="D8 K4",
            flags="inside later-version")
    for name, comment, numbers in (
            ("length-first", "-1 before 24: the order of RFC 7049", (-1, 24)),
            ("negative-upwards", "-2 before -1: by value", (-2, -1))):
        yield refused(f"order-{name}", comment, with_value(
            pairs([(number, 0) for number in numbers])), "key-order", "D8 K4", "order-of-keys")


def nested():
    """D1, D7, D8 and K4 inside a value of a later version."""
    def inner(entries: list) -> dict[str, object]:
        wrong = pairs(entries)
        return {"array": [wrong], "map": {0: wrong}, "fourth": [[[wrong]]]}

    for fault, entries, reason, rules in (
            ("order", [(2, 0), (1, 0)], "key-order", "D8 K4"),
            ("twice", [(1, 0), (1, 0)], "key-order", "D8 K4"),
            ("negative", [(-2, 0), (-1, 0)], "key-order", "D8 K4"),
            ("2-63", [(1 << 63, 0)], "out-of-range", "D7 K4"),
            ("text", [("a", 0)], "wrong-type", "D7 K4"),
            ("string-2-63", [(Raw(b"\x5b\x80" + bytes(7)), 0)], "wrong-type", "D7 K4")):
        for where, value in inner(entries).items():
            yield refused(f"nested-{fault}-in-{where}", "the keys of a map inside a later value",
                          with_value(value), reason, rules, "map-key")
    for name, cut in {"array": "82 00", "map-value": "a1 00", "map-key": "a2 00 00", "text": "62 41",
                      "bytes": "42 41"}.items():
        yield refused(f"nested-cut-{name}", "the end is missing, four containers deep or behind three",
                      with_value(Raw(b"\x81" * 3 + bytes.fromhex(cut))), "truncated", "D1 K4", "cut")
    yield refused("key-string-2-63", "a key of the container is a string of 2^63 bytes", claims_with(
        [(Raw(b"\x5b\x80" + bytes(7)), 0)]), "wrong-type", "D7", "map-key")


def texts():
    """D9."""
    for name, wrong in {"continuation": b"\x80", "cut": b"A\xc3", "overlong": b"\xc1\x81",
                        "overlong-3": b"\xe0\x81\x81", "surrogate": b"\xed\xa0\x80",
                        "above-10ffff": b"\xf4\x90\x80\x80", "latin-1": b"LEF\xc8VRE",
                        "byte-ff": b"\xff"}.items():
        item = Raw(head(cbor.TEXT, len(wrong)) + wrong)
        yield refused(f"utf8-{name}", "a name that is not UTF-8", faulty(CLAIMS | {0: item}),
                      "not-utf8", "D9 N1", "utf8")
        yield refused(f"later-utf8-{name}", "text of a later version that is not UTF-8",
                      with_value(item), "not-utf8", "D9 K4", "utf8")


def shapes():
    """D10 to D14 in the payload; the envelope is in cose."""
    for name, value in {"text": "2026-12-01", "negative": -86400, "bytes": b"\0" * 4,
                        "null": None, "array": [PAYLOAD[4]]}.items():
        yield refused(f"exp-{name}", "exp is an unsigned integer", sealed(cbor.encode(
            PAYLOAD | {4: value})), "wrong-type", "D10", "type")
    yield refused("cti-text", "the identifier is a byte string", sealed(cbor.encode(
        PAYLOAD | {7: "0123456789abcdef"})), "wrong-type", "D10 P3", "type")
    yield refused("claims-array", "claims are a map", sealed(cbor.encode(
        PAYLOAD | {CONTAINER: list(CLAIMS.values())})), "wrong-type", "D10 K1", "type")
    yield refused("payload-array", "the payload is a map", sealed(cbor.encode([1, 2, 3, 4])),
                  "wrong-type", "D10", "type")
    for number in (4, 6, 7, CONTAINER):
        left = {each: value for each, value in PAYLOAD.items() if each != number}
        yield refused(f"without-{number}", f"the payload has no {number}", sealed(cbor.encode(left)),
                      "missing-key", "D14 P1", "missing")
    for number in (0, 1, 2, 3, 5, 8, 24, -1, CONTAINER - 1, 1000):
        yield refused(f"with-{number}", f"the payload has a key {number}, which is not described",
                      sealed(cbor.encode(PAYLOAD | {number: 0})), "too-many", "D14 P1", "unknown-key")


def cases():
    for part in (ends, exact_lengths, heads_first, long_forms, endless, reserved, keys_of_maps, nested,
                 texts, shapes):
        yield from part()
