"""The container of claims, and each kind of value from both sides (Spec/token.md 3.4, 4.3)."""

from .. import cbor, registry
from ..companions import stating
from ..keys import key
from ..scenario import USUAL, World, verdict
from ..tokens import CLAIMS, IDENTITY, Proof, content, faulty, proof, sealed

ALL_BLOCKS = World(lists="trust-all-blocks.cose")
FIRST_DAYS = World(lists="trust-all-days.cose", now="1970-01-06T12:00:00Z")


def refused(name: str, comment: str, claims: dict | bytes, reason: str, rules: str, flags: str):
    return verdict(f"claims_{name}", comment, faulty(claims).text, "malformed", reason,
                   rules=rules, flags=flags)


def later(name: str, comment: str, given: Proof, rules: str, flags: str = ""):
    return verdict(f"claims_{name}", comment, given, "version-unknown", "claim",
                   rules=f"{rules} K6 V7", flags=f"inside later-version {flags}".strip())


def rules_of(number: int) -> str:
    row = registry.rows()[number]
    return f"kind-{row['kind']} claim-{row['name']}"


def world_of(number: int) -> World:
    """The usual lists; those that grant every block for a claim of a block they do not."""
    return USUAL if number < 128 else ALL_BLOCKS


def slug(value: object) -> str:
    """A value as a part of a file name."""
    text = "empty" if value in ("", []) else str(value).lower()
    return "".join(each if each.isascii() and each.isalnum() else "-" for each in text).strip("-")


def numbers():
    """Every row of kind `number`, at and beyond both ends."""
    for number, row in registry.rows().items():
        if row["kind"] != "number":
            continue
        name, (low, high) = row["name"], map(int, row["wire"].split(".."))
        for value in (low, high):
            yield verdict(f"claims_{name}-{value}", f"{name} at an end of its range",
                          proof(stating({number: value})), "valid", rules=rules_of(number),
                          flags="inside range", world=world_of(number))
        for value in (low - 1, high + 1):
            reason = "wrong-type" if value < 0 else "out-of-range"
            yield refused(f"{name}-{slug(value)}{'-below' if value < 0 else ''}",
                          f"{name} beyond an end of its range", stating({number: value}), reason,
                          f"K7 D13 {rules_of(number)}", "outside range")
    for name, value in {"text": "742", "float": cbor.Raw(b"\xf9\x61\xcc"), "array": [742],
                        "null": None, "2-64": cbor.Raw(b"\xc2\x49\x01" + bytes(8))}.items():
        yield refused(f"qf-{name}", "an amount is an unsigned integer", stating({64: value}),
                      "wrong-type", "K7 D10 kind-number claim-qf", "outside type")


KINDS = {
    5: ([0, 1, 2], [-1, "male", True], "wrong-type"),
    8: ([1, 2, 3], ["eidas2"], "wrong-type"),
    35: ([1, 2, 3, 4, 5], ["C"], "wrong-type"),
    68: ([1, 2], ["CNAF"], "wrong-type"),
    6: (["75056", "2A004", "2B033", "97411", "00000"],
        ["2C001", "7505", "750567", "2a004", "AB123", "", "75 56", "7505\u0666A"], "name-form"),
    114: (["01751", "99999"], ["0175A", "1751", "017511", "2A004", ""], "name-form"),
    11: ([0, 365], [366, 65535], "out-of-range"),
    96: ([0, 65535], [65536], "out-of-range"),
    97: ([0, 1, 65535], [65536], "out-of-range"),
    104: ([0, 65535], [65536], "out-of-range"),
    105: ([0, 65535], [65536], "out-of-range"),
    112: ([0, 65535], [65536], "out-of-range"),
    113: ([0, 65535], [65536], "out-of-range"),
    117: ([0, 65535], [65536], "out-of-range"),
    120: ([0, 65535], [65536], "out-of-range"),
    121: ([0, 65535], [65536], "out-of-range"),
    65: ([0, 2159], [2160], "out-of-range"),
    66: ([0, 2159], [2160], "out-of-range"),
    13: ([True], [False], "out-of-range"),
    115: ([True], [False], "out-of-range"),
    116: ([True, False], [0, 1, None], "wrong-type"),
    73: ([[0, 1], [0, 100000], [99999, 100000], [99999, None], [400, 600]],
         [[100000, None], [400, 400], [600, 400], [0, 100001], [0, 0]], "out-of-range"),
    74: ([["cantine-2026", 3], ["a", 1], ["0", 99], ["-", 1], ["a.b-c", 2]],
         [["a", 0], ["a", 100]], "out-of-range"),
}
WRONG_TYPES = {
    3: ["1985-06-12", -19850612, None], 11: [-1, "2026-11-01", True], 104: [-1, "2026-11-01"],
    65: [-1, "2026-10"], 97: [None, "none"], 13: [1, None, "true"],
    73: [{0: 400, 1: 600}, "400-600", [None, 600], ["400", 600], [-1, 5]],
    74: [{0: "a", 1: 1}, "a", [1, "a"], ["a", -1]], 0: [b"MARCHAND", 0, None, ["MARCHAND"]],
    9: [b"Mairie", 0], 6: [75056], 5: [b"\1"],
}
WRONG_LENGTHS = {73: [[], [400], [400, 600, 800]], 74: [[], ["a"], ["a", 1, 1]]}


OF_KIND = {
    "day": ([0, 65535], [65536], "out-of-range"), "month": ([0, 2159], [2160], "out-of-range"),
    "true-only": ([True], [False], "out-of-range"), "flag": ([True, False], [0, None], "wrong-type"),
}


def of_kind(row: dict[str, str]) -> tuple[list, list, str]:
    """Values of a row that has none in the table above: the ends of its kind."""
    if row["kind"] == "choice":
        return [int(pair.split("=")[1]) for pair in row["json"].split()], [-1, "one"], "wrong-type"
    return OF_KIND[row["kind"]]


def tried() -> dict[int, tuple[list, list, str]]:
    """Good and bad values of every row from the health block on, and of the table above."""
    return KINDS | {number: of_kind(row) for number, row in registry.rows().items()
                    if number >= 128 and row["kind"] != "number"}


def kinds():
    """Values of the other kinds, good and bad."""
    for number, (good, bad, reason) in tried().items():
        name = registry.rows()[number]["name"]
        for value in good:
            yield verdict(f"claims_{name}-{slug(value)}", f"{name} as it may be",
                          proof(stating({number: value})), "valid", rules=rules_of(number),
                          flags="inside range", world=world_of(number))
        for value in bad:
            yield refused(f"{name}-{slug(value)}-refused", f"{name} as it may not be",
                          stating({number: value}), reason, f"K7 {rules_of(number)}",
                          "outside range")
    for number, values in WRONG_TYPES.items():
        name = registry.rows()[number]["name"]
        for place, value in enumerate(values):
            yield refused(f"{name}-type-{place}", f"{name} of another type",
                          stating({number: value}), "wrong-type", f"K7 D10 {rules_of(number)}",
                          "outside type")
    for number, values in WRONG_LENGTHS.items():
        name = registry.rows()[number]["name"]
        for value in values:
            yield refused(f"{name}-of-{len(value)}", f"{name} has two items",
                          stating({number: value}), "wrong-length", f"D11 {rules_of(number)}",
                          "outside length")


def codes():
    """A code has the one length of its form: there is no limit that it could pass."""
    for number, bad in ((6, "7" * 257), (6, "7" * 256), (114, "0" * 300)):
        name = registry.rows()[number]["name"]
        yield refused(f"{name}-of-{len(bad)}", f"{name} of {len(bad)} bytes", stating({number: bad}),
                      "name-form", f"K7 {rules_of(number)}", "outside length")
    for name, code in {"line-end": "01751\n", "fullwidth": "0175\uff11"}.items():
        yield refused(f"fund_code-{name}", "five digits and no other character",
                      stating({114: code}), "name-form", f"K7 {rules_of(114)}", "outside name-form")
    yield refused("birth_place_cog-cut", "a code that is longer than what is left", stating(
        {6: cbor.Raw(b"\x79\x02\x59" + b"7" * 5)}), "truncated", f"D1 {rules_of(6)}", "outside truncated")


def tariffs():
    """Identifiers of a tariff grid."""
    yield verdict("claims_tariff-longest", "an identifier of 32 bytes",
                  proof(stating({74: ["g" * 32, 1]})), "valid",
                  rules="limit-identifierBytes kind-tariff claim-tariff_bracket",
                  flags="limit inside")
    for name, grid in {"33-bytes": "g" * 33, "dot-first": ".grid", "empty": "", "upper": "Grid",
                       "underscore": "a_b", "space": "a b", "accent": "\u00e9t\u00e9",
                       "line-end": "a\n"}.items():
        limit = "limit-identifierBytes " if len(grid) > 32 else ""
        yield refused(f"tariff-{name}", "no identifier", stating({74: [grid, 1]}),
                      "too-long" if limit else "name-form",
                      f"{limit}kind-tariff claim-tariff_bracket", "outside identifier")


def pairs():
    """The first item of two is whole, its form and its range too, before the second one is met."""
    for name, value, reason in (("tariff-form-before-type", {74: [".grid", "1"]}, "name-form"),
                                ("tariff-form-before-range", {74: [".grid", 0]}, "name-form"),
                                ("tariff-length-before-type", {74: ["g" * 33, "1"]}, "too-long"),
                                ("bracket-range-before-type", {73: [100000, "x"]}, "out-of-range"),
                                ("bracket-type-before-range", {73: ["x", 100001]}, "wrong-type")):
        yield refused(name, "the first of two items is at fault, and the second one too",
                      stating(value), reason, rules_of(*value), "outside order")


BIRTHS = {18500101: "the first day of all", 20000229: "a leap day of a year that 400 divides",
          19840229: "a leap day", 19921100: "the day is unknown", 19920000: "the month is unknown",
          18500000: "the least number of all"}
WRONG_BIRTHS = {18491231: "the day before the first", 21500101: "the year after the last",
                19000229: "1900 had no leap day", 19850229: "no leap day", 19850431: "no such day",
                19850632: "no such day", 19851301: "no such month",
                19850012: "an unknown month and a known day", 19851300: "no such month",
                0: "nothing at all", 850612: "a year of two digits",
                (1 << 63): "more than a signed number of 64 bits holds"}


def births():
    for number, comment in BIRTHS.items():
        yield verdict(f"claims_birth-{number}", comment, proof(CLAIMS | {3: number}), "valid",
                      rules="kind-birth-date claim-birth_date S4", flags="inside date")
    for number, comment in WRONG_BIRTHS.items():
        yield refused(f"birth-{number}-refused", comment, CLAIMS | {3: number}, "out-of-range",
                      "K7 kind-birth-date claim-birth_date", "outside date")
    yield verdict("claims_birth-21490605", "born on the last day of issue there is",
                  proof(CLAIMS | {3: 21490605}, "2149-06-05", "2149-06-05"), "valid",
                  rules="kind-birth-date S4", flags="inside date",
                  world=World(lists="trust-all-days.cose", now="2149-06-04T23:59:00Z"))
    yield verdict("claims_birth-21000229-refused", "2100 has no leap day; any other day of that "
                  "year would be good",
                  proof(CLAIMS | {3: 21000229}, "2149-01-01", "2149-03-31").text, "malformed", "out-of-range",
                  rules="K7 kind-birth-date claim-birth_date", flags="outside date",
                  world=World(lists="trust-all-days.cose", now="2149-01-02T12:00:00Z"))
    yield verdict("claims_birth-21491231", "the last date there is: of the form, but after any issue",
                  proof(CLAIMS | {3: 21491231}), "malformed", "born-after-issue",
                  rules="kind-birth-date S4 V8", flags="inside date sense")
    early = CLAIMS | {3: 19600101, 65: 0}
    yield verdict("claims_data-age-whole", "data of day 0 in a justificatif of day 5",
                  proof(early | {11: 5}, "1970-01-06", "1970-01-31"), "valid",
                  rules="kind-data-age claim-data_as_of", flags="inside date", world=FIRST_DAYS)
    older = proof(early | {11: 6}, "1970-01-06", "1970-01-31")
    yield verdict("claims_data-age-before-day-0", "data of a day before day 0", older.text,
                  "malformed", "out-of-range", rules="kind-data-age claim-data_as_of K7",
                  flags="outside date", world=FIRST_DAYS)


def containers():
    """K1 to K7."""
    yield refused("none", "no claim at all", {}, "missing-key", "K1 K3", "empty")
    small = {number: 0 for number in range(129, 256)}
    for count, inside in ((40, True), (41, False)):
        claims = dict(list((CLAIMS | small).items())[:count])
        assert len(claims) == count
        if inside:
            yield later("count-40", "40 claims", proof(claims), "K1 limit-claims", "limit")
        else:
            yield refused("count-41", "41 claims", claims, "too-many", "K1 D12 limit-claims",
                          "limit outside")
    yield later("label-255", "the last label", proof(CLAIMS | {255: 0}), "K2 K4")
    for number in (256, 65536, -1, -70001, 1 << 62):
        yield refused(f"label-{slug(number)}{'-below' if number < 0 else ''}",
                      "a key that is no label", CLAIMS | {number: 0}, "unknown-key", "K2 D14",
                      "outside label")
    yield refused("label-text", "a name in the place of a label", CLAIMS | {"qf": 742},
                  "wrong-type", "K2 D7", "outside label")
    yield refused("identity-only", "an identity states no fact", IDENTITY, "missing-key", "K3",
                  "sense")
    yield verdict("claims_identity-only-and-tail", "that no fact is stated is found after the last pair, "
                  "before a byte behind the payload", sealed(cbor.encode(content(IDENTITY)) + b"\0").text,
                  "malformed", "missing-key", rules="K3 D2", flags="order sense")
    yield refused("identity-and-label-31", "31 is the last label of the identity",
                  IDENTITY | {31: 0}, "missing-key", "K3", "sense")
    yield later("label-47", "47 is of block 32 and not in the registry",
                proof(IDENTITY | {47: 0}), "K3 K4")
    for number in (10, 12, 14, 31, 37, 63, 95, 106, 111, 127, 128):
        yield later(f"label-{number}", "a label that is not in the registry",
                    proof(CLAIMS | {number: 0}), "K4")


def unknown_values():
    """K4 to K7, V7."""
    for depth, inside in ((4, True), (5, False)):
        for name, value in {"arrays": cbor.nested(depth), "maps": _maps(depth),
                            "empty": cbor.nested(depth - 1, [])}.items():
            if inside:
                yield later(f"depth-{depth}-{name}", f"{depth} containers one inside the other",
                            proof(CLAIMS | {200: value}), "K4 limit-unknownDepth", "limit")
            else:
                yield refused(f"depth-{depth}-{name}", f"{depth} containers one inside the other",
                              CLAIMS | {200: value}, "too-deep", "K4 limit-unknownDepth",
                              "limit outside")
    deep = cbor.Raw(b"\x81" * 300 + b"\0")
    yield refused("depth-300", "a recursion that would not end", CLAIMS | {200: deep}, "too-deep",
                  "K4 limit-unknownDepth", "limit outside hostile-length")
    for number, name in ((5, "sex"), (8, "identity_acr"), (35, "family_status"), (68, "qf_source")):
        listed = KINDS[number][0]
        for value in sorted({max(listed) + 1, min(listed) - 1, 257, (1 << 32) + 1, (1 << 64) - 1} - {-1}):
            yield later(f"{name}-{value}", f"a {name} of a later version",
                        proof(stating({number: value})), f"K5 kind-choice claim-{name}")
    yield later("grant_level-8", "a grant_level of a later version", proof(stating({131: 8})),
                "K5 kind-choice claim-grant_level")
    good = proof(CLAIMS | {200: 0})
    choice = proof(CLAIMS | {5: 9})
    for name, given in {"label": good, "choice": choice}.items():
        forged = Proof(given.header, given.payload, bytes(32) + given.signature[32:], given.signer)
        yield verdict(f"claims_later-{name}-forged", "a later version under a bad signature is a "
                      "forgery", forged.text, "signature-invalid", rules="K6 V6 V7",
                      flags="later-version order")
    yield refused("later-beside-wrong", "a label of a later version excuses no other fault",
                  CLAIMS | {64: "742", 200: 0}, "wrong-type", "K7", "later-version order")
    for name, claims, signer in (
            ("senseless", {number: value for number, value in CLAIMS.items() if number != 65} |
             {200: 0}, "main"), ("out-of-scope", stating({32: 9}) | {200: 0}, "narrow"),
            ("withdrawn", CLAIMS | {200: 0}, "stolen")):
        yield later(f"later-{name}", "what a later version states is not judged any further",
                    proof(claims, signer=key(signer)), "V8" if name == "senseless" else "V9 V10",
                    "order")
    unknown = sealed(cbor.encode(content(CLAIMS | {200: 0})), key("nobody"))
    yield verdict("claims_later-of-a-stranger", "nobody listed has signed it", unknown.text,
                  "issuer-unknown", rules="V5 V7", flags="later-version order")


def _maps(depth: int) -> object:
    value: object = 0
    for _ in range(depth):
        value = {1: value}
    return value


def cases():
    for part in (numbers, kinds, codes, tariffs, pairs, births, containers, unknown_values):
        yield from part()
