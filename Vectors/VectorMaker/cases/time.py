"""Days and instants (Spec/token.md 3.3, 4.4; Spec/verdicts.md V10, V12 to V14, V16)."""

from .. import cbor, dates
from ..keys import key
from ..scenario import World, verdict
from ..tokens import CLAIMS, Proof, content, payload_of, proof, sealed

FAR = 65535 * dates.DAY


def at(now: str, lists: str = "trust.cose", **others: str) -> World:
    return World(lists=lists, now=now, **others)


def structure():
    """P2, V4."""
    def refused(name: str, comment: str, reason: str, flags: str, **changes: object):
        return verdict(f"time_{name}", comment, payload_of(**changes).text, "malformed", reason,
                       rules="P2", flags=flags)
    day = dates.instant("2026-11-02")
    for name, second in {"second": 1, "noon": 43200, "last-second": 86399}.items():
        yield refused(f"iat-{name}", "iat within a day would help to follow a person", "not-a-day",
                      "outside date", iat=day + second)
        yield refused(f"exp-{name}", "exp within a day", "not-a-day", "outside date",
                      exp=day + 28 * dates.DAY + second)
    for name, value in {"after-the-last-day": FAR + dates.DAY, "2-32": 1 << 32,
                        "2-64-less-1": (1 << 64) - 1}.items():
        for claim in ("exp", "iat"):
            reason = "out-of-range" if value > FAR else "not-a-day"
            yield refused(f"{claim}-{name}", "after the last day there is", reason, "outside date",
                          **{claim: value})
    yield verdict("time_last-day-of-all", "exp is the last day there is, 2149-06-06",
                  proof(CLAIMS, "2149-05-01", "2149-06-05"), "valid", rules="P2",
                  flags="inside date", world=at("2149-05-20T00:00:00Z", "trust-all-days.cose"))
    yield verdict("time_first-day-of-all", "iat is day 0, 1970-01-01",
                  proof(CLAIMS | {11: 0, 3: 19600101}, "1970-01-01", "1970-03-31"), "valid",
                  rules="P2 S2", flags="inside date",
                  world=at("1970-01-01T00:00:00Z", "trust-all-days.cose"))


ADD3 = {
    "2026-11-02": "2027-02-02", "2026-11-30": "2027-02-28", "2026-11-29": "2027-02-28",
    "2026-11-28": "2027-02-28", "2027-11-30": "2028-02-29", "2027-11-29": "2028-02-29",
    "2027-11-28": "2028-02-28", "2026-12-31": "2027-03-31", "2027-01-31": "2027-04-30",
    "2027-03-31": "2027-06-30", "2027-08-31": "2027-11-30", "2099-11-30": "2100-02-28",
    "2027-02-28": "2027-05-28", "2028-02-29": "2028-05-29", "2027-10-31": "2028-01-31",
}


def lifetimes():
    """S1, S2."""
    for issued, end in ADD3.items():
        inside, outside = (dates.day_text(dates.day(end) - less) for less in (1, 0))
        world = at(f"{issued}T12:00:00Z", "trust-all-days.cose")
        yield verdict(f"time_add3-{issued}", f"three months after {issued} is {end}, no more a day of "
                      "use", proof(issued=issued, last=inside), "valid", rules="S2",
                      flags="inside date month-end", world=world)
        yield verdict(f"time_add3-{issued}-and-a-day", f"{end} is a day of use too many",
                      proof(issued=issued, last=outside), "malformed", "lives-too-long",
                      rules="S2 V8", flags="outside date month-end", world=world)
    yield verdict("time_one-day", "good on its day of issue only", proof(last="2026-11-02"), "valid",
                  rules="S1", flags="inside date", world=at("2026-11-02T12:00:00Z"))
    for name, last in {"no-day": "2026-11-01", "backwards": "2026-10-01"}.items():
        yield verdict(f"time_{name}", "ends before it is issued", proof(last=last), "malformed",
                      "ends-before-issue", rules="S1 V8", flags="outside date",
                      world=at("2026-11-02T12:00:00Z"))
    yield verdict("time_ten-years", "a life of ten years", proof(last="2036-11-01"), "malformed",
                  "lives-too-long", rules="S2 V8", flags="outside date")


def expiry():
    """V13, V14, and V12 before them."""
    good = proof()
    for now, expect in {"2026-11-30T23:59:59Z": "valid", "2026-12-01T00:00:00Z": "valid",
                        "2026-12-01T11:59:59Z": "valid", "2026-12-01T12:00:00Z": "expired",
                        "2027-03-01T00:00:00Z": "expired"}.items():
        yield verdict(f"time_expiry-{now[5:19].replace(':', '')}", "the last day is 30 November, with "
                      "12 hours of grace", good, expect, rules="V14",
                      flags=f"{'inside' if expect == 'valid' else 'outside'} date grace",
                      world=at(now))
    fresh = proof(issued="2026-11-20", last="2026-12-20")
    for now, expect in {"2026-11-19T21:59:59Z": "not-yet-valid", "2026-11-19T22:00:00Z": "valid",
                        "2026-11-20T00:00:00Z": "valid", "2026-11-02T00:00:00Z": "not-yet-valid",
                        }.items():
        yield verdict(f"time_not-yet-{now[5:19].replace(':', '')}", "issued on 20 November, with 2 "
                      "hours of tolerance", fresh, expect, rules="V13",
                      flags=f"{'inside' if expect == 'valid' else 'outside'} date tolerance",
                      world=at(now))
    early = World(now="2026-10-31T21:59:59Z")
    yield verdict("time_clock-before-not-yet", "a clock before the trust list says nothing of dates",
                  good, "clock-suspect", rules="V12 V13", flags="order clock", world=early)
    stale = "2026-11-26T00:00:00Z"
    short = proof(last="2026-11-10")
    yield verdict("time_expired-before-stale", "a list that is too old does not hide that it expired",
                  short, "expired", rules="V14 V16", flags="order", world=at(stale, "trust-short.cose"))
    yield verdict("time_not-yet-before-stale", "nor that it is of a later day",
                  proof(issued="2026-12-24", last="2027-01-01"), "not-yet-valid",
                  rules="V13 V16", flags="order", world=at(stale, "trust-short.cose"))
    yield verdict("time_expired-before-recipient", "V14 before V15",
                  proof(CLAIMS | {9: "Mairie"}), "expired", rules="V14 V15", flags="order",
                  world=World(now="2026-12-02T00:00:00Z", recipients=("CCAS",)))


def signing_days():
    """V10: sign from and sign until, both included."""
    for issued, inside in {"2026-11-09": False, "2026-11-10": True, "2026-11-20": True,
                           "2026-11-21": False}.items():
        given = proof(issued=issued, last="2026-12-05", signer=key("november"))
        where = "inside" if inside else "outside"
        yield verdict(f"time_signed-{issued}", "the issuer signs from 10 to 20 November, both included",
                      given, "valid" if inside else "key-withdrawn",
                      "" if inside else "outside-signing-days", rules="V10 I3",
                      flags=f"{where} date key-state")


def freshness():
    """V16, V5 by the dates of the trust list."""
    good = proof()
    for now, expect, reason in (
            ("2026-11-15T11:59:59Z", "valid", ""),
            ("2026-11-15T12:00:00Z", "valid-lists-aging", "trust-list-aging"),
            ("2026-11-25T11:59:59Z", "valid-lists-aging", "trust-list-aging"),
            ("2026-11-25T12:00:00Z", "lists-stale", "trust-list-too-old"),
            ("2026-11-30T00:00:00Z", "lists-stale", "trust-list-too-old")):
        yield verdict(f"time_trust-list-{now[5:19].replace(':', '')}", "the trust list warns from 15 and "
                      "refuses from 25 November at noon", good, expect, reason,
                      rules="V16 T9", flags="list-age", world=at(now, "trust-short.cose"))
    stranger = proof(signer=key("nobody")).text
    for now, expect, reason in (
            ("2026-11-15T11:59:59Z", "issuer-unknown", ""),
            ("2026-11-15T12:00:00Z", "lists-stale", "issuer-not-in-an-aging-list"),
            ("2026-11-26T00:00:00Z", "lists-stale", "issuer-not-in-an-aging-list")):
        yield verdict(f"time_stranger-{now[5:19].replace(':', '')}", "a key that an old list does not have "
                      "may be new", stranger, expect, reason, rules="V5", flags="list-age stranger",
                      world=at(now, "trust-short.cose"))
    for name, given in {"good": good.text, "stranger": stranger}.items():
        yield verdict(f"time_no-trust-list-{name}", "no trust list at all", given, "lists-stale",
                      "trust-list-missing", rules="V5", flags="no-lists",
                      world=World(lists="none"))
    forged = Proof(good.header, good.payload, bytes(64), good.signer)
    yield verdict("time_forged-under-stale-lists", "a forgery is one, however old the lists",
                  forged.text, "signature-invalid", rules="V6 V16", flags="order",
                  world=at("2026-11-30T00:00:00Z", "trust-short.cose"))
    yield verdict("time_malformed-without-lists", "what is malformed is so without any list",
                  sealed(cbor.encode(content(CLAIMS, cti=b""))).text, "malformed", "wrong-length",
                  rules="V4 V5", flags="order no-lists", world=World(lists="none"))
    yield verdict("time_later-version-without-lists", "a later version is one without any list",
                  "JF2:AAAA", "version-unknown", "prefix", rules="V3 V5",
                  flags="order no-lists later-version", world=World(lists="none"))


def floors():
    """V12 by the signed floor and by the observed time; more in `clock`."""
    good = proof()
    for now, expect in {"2026-10-31T21:59:59Z": "clock-suspect", "2026-10-31T22:00:00Z":
                        "not-yet-valid", "1970-01-01T00:00:00Z": "clock-suspect"}.items():
        yield verdict(f"time_floor-{now[:10]}-{now[11:19].replace(':', '')}", "the trust list was issued "
                      "on 1 November, and clocks may differ by 2 hours", good, expect,
                      rules="V12 O1 O3", flags="clock tolerance", world=at(now))
    for now, expect in {"2026-11-18T07:59:59Z": "clock-suspect", "2026-11-18T08:00:00Z": "valid"}.items():
        yield verdict(f"time_observed-{now[8:19].replace(':', '')}", "this machine was seen on 18 November "
                      "at ten", good, expect, rules="V12 O2 O3", flags="clock tolerance",
                      world=at(now, observed="2026-11-18T10:00:00Z"))
    for now, expect, reason in (("2026-11-25T09:59:59Z", "clock-suspect", ""),
                                ("2026-11-25T10:00:00Z", "valid-lists-aging", "trust-list-aging")):
        yield verdict(f"time_observed-far-{now[8:19].replace(':', '')}", "an observed time counts up to "
                      "refuse after, 25 November at noon, and no further", good, expect, reason,
                      rules="V12 O2", flags="clock tolerance",
                      world=at(now, "trust-short.cose", observed="2031-01-01T00:00:00Z"))


def cases():
    for part in (structure, lifetimes, expiry, signing_days, freshness, floors):
        yield from part()
