"""The rules of sense (Spec/token.md 4.4); S2 is with the other dates in `time`."""

from .. import registry
from ..companions import broken, excluded, needs, stating, usual
from ..keys import key
from ..scenario import verdict
from ..tokens import CLAIMS, IDENTITY, Proof, proof

SAMPLES = {32: 21540, 33: 2025, 34: 250, 35: 2, 36: 1, 48: 25000, 49: 12000, 50: 200, 64: 742, 66: 681,
           67: 2, 72: 800, 73: [400, 800], 74: ["cantine-2026", 3], 98: 1, 104: 20700, 105: 20700,
           114: "01751", 116: False, 117: 20700, 120: 20700, 121: 20700}


def refused(name: str, comment: str, given: Proof, reason: str, rules: str, flags: str = "sense"):
    return verdict(f"claims_sense-{name}", comment, given, "malformed", reason,
                   rules=f"{rules} V8", flags=flags)


def accepted(name: str, comment: str, claims: dict[int, object], rules: str):
    return verdict(f"claims_sense-{name}", comment, proof(claims), "valid", rules=rules,
                   flags="inside sense")


def identities():
    """S3, S4."""
    facts = {number: value for number, value in CLAIMS.items() if number not in IDENTITY} | {11: 1}
    yield accepted("family-name-only", "one name is enough", facts | {0: "MARCHAND", 3: 19850612}, "S3")
    yield accepted("given-name-only", "one name is enough", facts | {1: "Lucie", 3: 19850612}, "S3")
    for name, claims in {
            "nobody": {}, "no-birth-date": {0: "MARCHAND", 1: "Lucie"}, "no-name": {3: 19850612},
            "usage-name-only": {3: 19850612, 4: "DURAND"}, "place-only": {3: 19850612, 6: "75056"},
    }.items():
        yield refused(f"identity-{name}", "good for anybody who holds it", proof(facts | claims),
                      "no-identity", "S3")
    for number, good in ((20261102, True), (20261103, False), (20261100, True), (20261200, False),
                         (20260000, True), (20270000, False)):
        claims = CLAIMS | {3: number}
        if good:
            yield accepted(f"born-{number}", "not after the day of issue, 2026-11-02", claims, "S4")
        else:
            yield refused(f"born-{number}", "born after the day of issue, 2026-11-02",
                          proof(claims), "born-after-issue", "S4")


def requirements():
    """S5: of each claim each other one that it requires, left out."""
    whole_rows = registry.rows()
    seen = set()
    for number in whole_rows:
        for other in needs(number):
            block = whole_rows[number]["block"]
            if other == 11 and block in seen:
                continue
            if other == 11:
                seen.add(block)
            claims = stating(_sample(number))
            del claims[other]
            if max(claims) < 32:
                claims[33] = 2025
            name = f"{whole_rows[number]['name']}-without-{whole_rows[other]['name']}"
            yield refused(name, "what is stated says nothing alone", proof(claims), broken(claims),
                          f"S5 claim-{whole_rows[number]['name']}")


def exclusions():
    """S6: each two that exclude each other."""
    for number in registry.rows():
        for other in excluded(number):
            if other < number:
                continue
            claims = stating(_sample(number) | _sample(other))
            names = [registry.rows()[each]["name"] for each in (number, other)]
            yield refused(f"{names[0]}-and-{names[1]}", "one fact in two ways", proof(claims),
                          broken(claims), f"S6 claim-{names[0]} claim-{names[1]}")


def _sample(number: int) -> dict[int, object]:
    return {number: SAMPLES[number] if number in SAMPLES else usual(number)}


def orders():
    """Which rule comes first."""
    both = {number: value for number, value in CLAIMS.items() if number != 65} | {72: 800}
    yield refused("missing-before-excluded", "S5 before S6", proof(both),
                  "missing-qf_month-for-qf", "S5 S6", "sense order")
    yield refused("ends-before-born", "S1 before S4", proof(CLAIMS | {3: 20270101},
                  "2026-11-02", "2026-11-01"), "ends-before-issue", "S1 S4", "sense order")
    facts = {number: value for number, value in CLAIMS.items() if number not in IDENTITY} | {11: 1}
    yield refused("no-identity-before-missing-name", "S3 before S5: another given name, which requires the "
                  "first one, is no name", proof(facts | {2: "Anne", 3: 19850612}), "no-identity",
                  "S3 S5", "sense order")
    alone = {number: value for number, value in IDENTITY.items() if number != 11} | {32: 21540}
    yield refused("first-of-two-missing", "of two claims that are required and missing the first of the "
                  "column is named", proof(alone), "missing-data_as_of-for-rfr", "S5 claim-rfr",
                  "sense order")
    yield refused("ends-before-nobody", "S1 before S3", proof({64: 742}, "2026-11-02", "2026-11-01"),
                  "ends-before-issue", "S1 S3", "sense order")
    yield refused("nobody-before-missing", "S3 before S5", proof({64: 742}), "no-identity",
                  "S3 S5", "sense order")
    yield refused("before-scope", "V8 before V9", proof(IDENTITY | {32: 1}, signer=key("narrow")),
                  "missing-income_year-for-rfr", "S5 V9", "sense order")
    yield refused("before-withdrawn", "V8 before V10", proof({64: 742}, signer=key("stolen")),
                  "no-identity", "S3 V10", "sense order")
    senseless = proof({64: 742})
    forged = Proof(senseless.header, senseless.payload, bytes(64), senseless.signer)
    yield verdict("claims_sense-forged", "V6 before V8: a senseless justificatif that nobody signed",
                  forged.text, "signature-invalid", rules="V6 V8", flags="order")
    yield verdict("claims_sense-of-a-stranger", "V5 before V8", proof({64: 742},
                  signer=key("nobody")).text, "issuer-unknown", rules="V5 V8", flags="order")
    every = {2: "Anne", 4: "DURAND", 5: 2, 6: "75056", 8: 2, 9: "Mairie d\u2019\u00c9lan", 13: True,
             32: 21540, 34: 250, 64: 742, 66: 681, 67: 2, 96: 20500, 97: 20700, 98: 1, 112: 20500,
             113: 20900, 114: "01751", 115: True, 116: True, 117: 20600}
    yield accepted("everything", "all blocks at once, by value", stating(every), "S5 S6")
    predicates = {48: 25000, 50: 200, 73: [400, 800], 104: 20759, 120: 20759, 121: 20759}
    yield accepted("all-predicates", "all blocks at once, by predicates", stating(predicates), "S5 S6")


def cases():
    for part in (identities, requirements, exclusions, orders):
        yield from part()
