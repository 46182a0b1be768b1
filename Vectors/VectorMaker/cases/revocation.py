"""What revocation lists make of a verdict (Spec/lists.md 4.5; Spec/verdicts.md V11, V16)."""

from ..ends import FIRST_OPEN, LAST_OPEN, numbered
from ..judging import cancellable
from ..keys import key
from ..publishing import GONE
from ..scenario import World, verdict
from ..tokens import CLAIMS, Proof, proof

BOTH = "trust.cose revocations-caf.cose"
YOUNG = "trust.cose revocations-young.cose"
ENDS = World(lists="trust.cose revocations-ends.cose")
REVOKING = key("revoking")


def at(now: str, lists: str = BOTH) -> World:
    return World(lists=lists, now=now)


def lookups():
    """U1 to U4, V11."""
    whens = {"first": "2026-11-20T10:00:00Z", "old": "2026-11-21T10:00:00Z",
             "closed": "2026-11-21T10:00:00Z", "open": "2026-11-21T10:00:00Z"}
    texts = {"first": "the first day of the list", "old": "a day in the middle",
             "closed": "the last closed day", "open": "a day that is not closed"}
    for place, now in whens.items():
        rule = "U3" if place == "open" else "U2"
        yield verdict(f"revocation_{place}-revoked", f"cancelled, issued on {texts[place]}",
                      cancellable(place, 0).text, "revoked", rules=f"{rule} V11", flags="revoked",
                      world=at(now))
        yield verdict(f"revocation_{place}-good", f"not cancelled, issued on {texts[place]}",
                      cancellable(place, 1), "valid", rules=rule, flags="inside revoked",
                      world=at(now))
    between = proof(issued="2026-11-05", last="2026-12-05", signer=REVOKING)
    yield verdict("revocation_day-without-revocations", "a closed day on which nothing was cancelled",
                  between, "valid", rules="U2 L4", flags="inside revoked", world=at(whens["old"]))
    after = proof(issued="2026-11-21", last="2026-12-21", signer=REVOKING)
    yield verdict("revocation_issued-later", "issued on the day after the list",
                  after, "valid-lists-aging", "issued-after-revocation-list", rules="U3 V16",
                  flags="outside list-age", world=at(whens["open"]))
    for issued, good in (("2026-11-09", False), ("2026-11-10", True)):
        given = proof(issued=issued, last="2026-12-09", signer=REVOKING)
        where = "inside" if good else "outside"
        yield verdict(f"revocation_first-day-{issued}", "the first day of this list is 10 November",
                      given, "valid" if good else "lists-stale",
                      "" if good else "revocation-list-begins-later", rules="U1 V16",
                      flags=f"{where} revoked", world=at(whens["old"], YOUNG))
    listed = proof(issued="2026-11-20", last="2026-12-20")
    yield verdict("revocation_of-another-issuer", "an issuer without a list is not asked about in the "
                  "list of another, even if that names its justificatif", listed, "valid", rules="U4",
                  flags="inside revoked", world=at(whens["open"], YOUNG))
    orphan = proof(signer=key("orphan"))
    for name, lists in {"alone": "trust.cose", "beside-another": BOTH}.items():
        yield verdict(f"revocation_missing-{name}", "the list that the issuer names is not there",
                      orphan, "lists-stale", "revocation-list-missing", rules="V16 U4",
                      flags="missing-list", world=at(whens["old"], lists))
    yield verdict("revocation_missing-of-revoking", "no revocation list was ever installed",
                  cancellable("old", 0), "lists-stale", "revocation-list-missing",
                  rules="V16 U4", flags="missing-list", world=at(whens["old"], "trust.cose"))


def ends():
    """U1 to U3 where a list ends."""
    gone = {
        "first-open": (FIRST_OPEN, "the first of several open fingerprints", "U3"),
        "last-open": (LAST_OPEN, "the last of several open fingerprints", "U3"),
        "open-later": (numbered("later"), "an open fingerprint, issued on the day after the list",
                       "U3"),
        "lowest-value": (numbered("lowest"), "the first value of two", "U2"),
        "highest-value": (numbered("highest"), "the last value of two", "U2"),
        "value-of-56-bits": (numbered("itself"), "a value that 64-bit floating point does not hold",
                             "U2 L6"),
    }
    for name, (given, comment, rule) in gone.items():
        yield verdict(f"revocation_{name}", f"cancelled: {comment}", given.text, "revoked",
                      rules=f"{rule} V11", flags="revoked", world=ENDS)
    yield verdict("revocation_value-of-56-bits-beside", "the value of the day differs in the last "
                  "bit; as 64-bit floating point they are one", numbered("beside"), "valid",
                  rules="U2 L6", flags="inside revoked", world=ENDS)
    yield verdict("revocation_open-on-closed-day", "an open fingerprint says nothing of a closed "
                  "day", numbered("unlisted"), "valid", rules="U2", flags="inside revoked",
                  world=ENDS)
    yield verdict("revocation_open-before-first-day", "an open fingerprint says nothing of a day "
                  "before the first", numbered("before"), "lists-stale",
                  "revocation-list-begins-later", rules="U1 V16", flags="outside revoked",
                  world=ENDS)


def orders():
    """V11 before everything of dates and age; V6 to V10 before V11."""
    gone = cancellable("old", 0).text
    for name, now in {"before-expired": "2027-01-02T00:00:00Z",
                      "under-stale-list": "2027-06-01T00:00:00Z",
                      "before-clock": "1970-01-01T00:00:00Z"}.items():
        yield verdict(f"revocation_{name}", "what was cancelled stays so", gone, "revoked",
                      rules="V11 V12 V14 V16", flags="order revoked", world=at(now))
    yield verdict("revocation_before-recipient", "V11 before V15", gone, "revoked",
                  rules="V11 V15", flags="order revoked",
                  world=World(lists=BOTH, recipients=("CCAS",)))
    made = cancellable("old", 0)
    forged = Proof(made.header, made.payload, made.signature[:-1] + b"\x10", made.signer)
    yield verdict("revocation_after-signature", "the fingerprint does not cover the signature, and a "
                  "forgery is one before it is looked up", forged.text, "signature-invalid",
                  rules="V6 V11 F1", flags="order revoked")
    both = "trust-short.cose revocations-caf.cose"
    yield verdict("revocation_trust-list-named-first", "both lists are too old; the trust list is "
                  "named", proof(issued="2026-11-20", last="2027-02-19", signer=REVOKING),
                  "lists-stale", "trust-list-too-old", rules="V16", flags="order list-age",
                  world=at("2027-01-05T00:00:00Z", both))
    yield verdict("revocation_aging-trust-list-named-first", "the trust list ages and the justificatif is "
                  "younger than the other list", proof(issued="2026-11-21", last="2026-12-21",
                  signer=REVOKING), "valid-lists-aging", "trust-list-aging", rules="V16",
                  flags="order list-age", world=at("2026-11-21T12:00:00Z", both))
    yield verdict("revocation_missing-before-aging", "what refuses comes before what warns", proof(
                  signer=REVOKING), "lists-stale", "revocation-list-missing", rules="V16",
                  flags="order missing-list", world=at("2026-11-21T12:00:00Z", "trust-short.cose"))


def ages():
    """V16 by the dates of the revocation list, V12 by its day of issue."""
    given = proof(issued="2026-11-20", last="2027-02-19", signer=REVOKING)
    for now, expect, reason in (
            ("2026-11-30T05:59:59Z", "valid", ""),
            ("2026-11-30T06:00:00Z", "valid-lists-aging", "revocation-list-aging"),
            ("2027-01-04T05:59:59Z", "valid-lists-aging", "revocation-list-aging"),
            ("2027-01-04T06:00:00Z", "lists-stale", "revocation-list-too-old")):
        yield verdict(f"revocation_age-{now[5:19].replace(':', '')}", "the list warns from 30 November and "
                      "refuses from 4 January at six", given, expect, reason, rules="V16 L1",
                      flags="list-age", world=at(now))
    old = cancellable("old", 1)
    for now, expect in (("2026-11-20T03:59:59Z", "clock-suspect"), ("2026-11-20T04:00:00Z", "valid")):
        yield verdict(f"revocation_floor-{now[11:19].replace(':', '')}", "the list was issued on 20 "
                      "November at six, and clocks may differ by 2 hours", old, expect,
                      rules="V12 O1 O3", flags="clock tolerance", world=at(now))
    yield verdict("revocation_floor-of-another", "a list that is not consulted says nothing of the time",
                  proof(CLAIMS), "valid", rules="O1 V12", flags="inside clock",
                  world=at("2026-11-12T00:00:00Z"))


def sources():
    """O1, U4: lists that the issuer does not name."""
    other = "trust-8-both.cose caf-40.cose"
    yield verdict("revocation_in-another-list", "another list in force holds the fingerprint, and the one "
                  "that the issuer names does not", GONE, "valid", rules="U4 V11", flags="inside revoked",
                  world=at("2026-11-21T10:00:00Z", f"{other} dgfip-41.cose"))
    yield verdict("revocation_floor-of-a-list-not-named", "the issuer names a list, and another one in force "
                  "is issued 20 hours from now: it says nothing of the time", GONE, "valid",
                  rules="O1 V12", flags="inside clock tolerance",
                  world=at("2026-11-21T10:00:00Z", f"{other} dgfip-ahead.cose"))
    late = "trust-8-late.cose caf-40.cose"
    yield verdict("revocation_floor-of-the-trust-list", "the trust list was issued after the revocation list, "
                  "and more than 2 hours from now: the later one counts", GONE, "clock-suspect",
                  rules="O1 O3 V12", flags="outside clock", world=at("2026-11-21T10:00:00Z", late))
    yield verdict("revocation_clock-before-expired", "V12 before V14: the clock is before the floor, and the "
                  "justificatif has expired", proof(issued="2026-10-02", last="2026-10-31"),
                  "clock-suspect", rules="V12 V14", flags="order clock",
                  world=at("2026-11-10T00:00:00Z", "trust-8-late.cose"))


def several():
    """V10, V11, V16 with two faults, or with two lists that are old."""
    old = cancellable("old", 0).text
    yield verdict("revocation_under-stale-trust-list", "V11 before V16: the trust list is too old, and the "
                  "revocation list holds it", old, "revoked", rules="V11 V16", flags="order revoked",
                  world=at("2026-11-26T00:00:00Z", "trust-short.cose revocations-caf.cose"))
    yield verdict("revocation_compromised-before-days", "the key is compromised, and the day of issue is "
                  "before sign from", proof(issued="2025-12-15", last="2026-03-14",
                  signer=key("stolen")).text, "key-withdrawn", "compromised", rules="V10",
                  flags="order key-state", world=at("2026-11-21T10:00:00Z"))
    given = proof(issued="2026-11-20", last="2027-02-19", signer=REVOKING)
    yield verdict("revocation_too-old-before-missing", "the trust list is too old, and the revocation list is "
                  "not there", given, "lists-stale", "trust-list-too-old", rules="V16",
                  flags="order list-age", world=at("2026-11-26T00:00:00Z", "trust-short.cose"))
    early = proof(issued="2026-11-09", last="2027-02-08", signer=REVOKING)
    yield verdict("revocation_too-old-before-begins-later", "the list is too old, and begins after the day of "
                  "issue", early, "lists-stale", "revocation-list-too-old", rules="V16",
                  flags="order list-age", world=at("2027-01-05T00:00:00Z", YOUNG))
    yield verdict("revocation_both-aging", "both lists are past warn after: the trust list is named", given,
                  "valid-lists-aging", "trust-list-aging", rules="V16", flags="order list-age",
                  world=at("2026-12-02T12:00:00Z", "trust-8-aging.cose revocations-caf.cose"))
    later = proof(issued="2026-12-01", last="2027-02-28", signer=REVOKING)
    yield verdict("revocation_aging-before-issued-later", "the list is past warn after, and the justificatif "
                  "is of a later day", later, "valid-lists-aging", "revocation-list-aging", rules="V16",
                  flags="order list-age", world=at("2026-12-02T12:00:00Z"))


def cases():
    yield from sources()
    yield from several()
    yield from lookups()
    yield from ends()
    yield from orders()
    yield from ages()
