"""The clock, from step to step (Spec/lists.md 5)."""

from .. import dates
from ..publishing import LISTS
from ..rotating import ONE
from ..scenario import Kept, Step, adoption

TRUST = LISTS["trust-7-caf.cose"]
NINE = "2026-11-21T09:00:00Z"
INSTALL = Step("install 2026-11-21T08:00:00Z trust-7-caf.cose", "adopted", Kept(ONE, TRUST))


def seen(observed: str = "", trust=TRUST, **lists: bool) -> Kept:
    return Kept(ONE, trust, {LISTS[f"{name.replace('_', '-')}.cose"]: state
                             for name, state in lists.items()}, observed)


def look(at: str, answer: str, after: Kept) -> Step:
    return Step(f"clock {at}", answer, after)


def judge(at: str, text: str, answer: str, after: Kept) -> Step:
    return Step(f"judge {at} {text}", answer, after)


def case(name: str, comment: str, rules: str, flags: str, *steps: Step):
    return adoption(f"clock_{name}", comment, Kept(ONE), [INSTALL, *steps], rules=rules,
                    flags=f"clock {flags}".strip())


def usual():
    """O2: what is written down."""
    nine = seen(NINE)
    ten = dates.shifted(NINE, 3600)
    yield case("goes-on", "a clock that goes on is written down, an hour later at the earliest", "O2",
               "usual", look(NINE, "ok", nine), look(dates.shifted(NINE, 3599), "ok", nine),
               look(ten, "ok", seen(ten)))
    yield case("a-little-late", "clocks may differ by 2 hours", "O3", "tolerance",
               look(NINE, "ok", nine), look("2026-11-21T07:00:00Z", "ok", nine),
               look("2026-11-21T06:59:59Z", "clock-suspect", nine))
    before = seen()
    yield case("before-the-trust-list", "a clock before the trust list was issued is not written down",
               "O1 O2", "tolerance", look("2026-10-31T22:00:00Z", "ok", before),
               look("2026-10-31T21:59:59Z", "clock-suspect", before),
               look("2026-11-01T00:00:00Z", "ok", seen("2026-11-01T00:00:00Z")))
    last = "2028-01-31T23:59:59Z"
    yield case("up-to-refuse-after", "a clock at refuse after of the trust list is not written down", "O2",
               "inside", look("2028-02-01T00:00:00Z", "ok", before), look(last, "ok", seen(last)))
    yield case("dates-of-justificatifs", "the date of a justificatif says nothing of the time", "O3",
               "date", look(NINE, "ok", nine),
               judge("2026-11-21T09:10:00Z", "main.txt", "valid", nine),
               judge("2026-11-21T09:10:00Z", "revoking-later.txt", "not-yet-valid", nine),
               look("2026-11-21T09:20:00Z", "ok", nine))


def late():
    """A clock that is set back."""
    nine = seen(NINE)
    day = "2026-11-20T09:00:00Z"
    yield case("set-back-a-day", "set back by a day, then put right", "O2 O3 V12", "",
               look(NINE, "ok", nine), look(day, "clock-suspect", nine),
               judge(day, "main.txt", "clock-suspect", nine),
               look("2026-11-21T09:30:00Z", "ok", nine),
               judge("2026-11-21T09:30:00Z", "main.txt", "valid", nine))
    early, later = "2026-11-20T03:00:00Z", "2026-11-20T03:59:59Z"
    yield case("written-while-suspect", "before the revocation list was issued by more than 2 hours: "
               "suspect, and written down all the same", "O1 O2 O3", "",
               Step("install 2026-11-21T08:00:00Z caf-41.cose", "adopted", seen(caf_41=True)),
               look(early, "clock-suspect", seen(early, caf_41=True)),
               look(later, "clock-suspect", seen(early, caf_41=True)),
               look("2026-11-20T04:00:00Z", "ok", seen("2026-11-20T04:00:00Z", caf_41=True)))
    listed = seen(NINE, caf_41=True)
    zero = "1970-01-01T00:00:00Z"
    yield case("set-back-to-1970", "an empty battery: what is revoked stays so, newer lists are refused",
               "O1 O3 V11 V12 R8", "revoked",
               Step("install 2026-11-21T08:00:00Z caf-41.cose", "adopted", seen(caf_41=True)),
               look(NINE, "ok", listed), look(zero, "clock-suspect", listed),
               judge(zero, "main.txt", "clock-suspect", listed),
               judge(zero, "revoking-gone.txt", "revoked", listed),
               Step(f"install {zero} trust-9-caf.cose", "issued-in-the-future", listed),
               look("2026-11-21T10:00:00Z", "ok", seen("2026-11-21T10:00:00Z", caf_41=True)))


def other_lists():
    """O1: which lists the signed floor is of."""
    nine = seen(NINE)
    listed = seen(NINE, caf_ahead=True)
    half, day = dates.shifted(NINE, 1800), "2026-11-22T04:00:00Z"
    yield case("before-a-revocation-list", "a publisher is ahead: the machine counts every list, a "
               "verdict only the one that is asked", "O1 O3 V12", "tolerance",
               look(NINE, "ok", nine),
               Step(f"install {NINE} caf-ahead.cose", "adopted", listed),
               look(half, "clock-suspect", listed), judge(half, "main.txt", "valid", listed),
               judge(half, "revoking-gone.txt", "clock-suspect", listed),
               look(day, "ok", seen(day, caf_ahead=True)))
    early, floor = "2026-11-19T00:00:00Z", seen("2026-11-20T06:00:00Z", caf_40=True)
    yield case("accept-below-a-revocation-list", "what a publisher signed counts too, and cannot "
               "be set aside by hand", "O1 O3", "",
               Step("install 2026-11-21T08:00:00Z caf-40.cose", "adopted", seen(caf_40=True)),
               Step(f"accept {early}", "ok", floor), look(early, "clock-suspect", floor))


def ahead():
    """A clock that runs ahead, and is put right."""
    start = seen()
    yield case("past-all-dates", "ahead past the dates of the lists: no lasting harm", "O2 V14", "",
               look("2031-01-01T00:00:00Z", "ok", start),
               judge("2031-01-01T00:00:00Z", "main.txt", "expired", start),
               look("2026-11-21T10:00:00Z", "ok", seen("2026-11-21T10:00:00Z")),
               judge("2026-11-21T10:00:00Z", "main.txt", "valid", seen("2026-11-21T10:00:00Z")))
    may, now = "2027-05-01T00:00:00Z", "2026-11-21T10:00:00Z"
    yield case("within-dates", "ahead within the dates of the lists: put right by hand", "O2 O3 V12 V14",
               "", look(may, "ok", seen(may)), judge(may, "main.txt", "expired", seen(may)),
               look(now, "clock-suspect", seen(may)),
               judge(now, "main.txt", "clock-suspect", seen(may)),
               Step(f"accept {now}", "ok", seen(now)), look(dates.shifted(now, 60), "ok", seen(now)),
               judge(now, "main.txt", "valid", seen(now)))
    early = "2026-10-01T00:00:00Z"
    floor = seen("2026-11-01T00:00:00Z")
    yield case("accept-below-the-signed-floor", "what the roots signed cannot be set aside by hand",
               "O1 O3", "", look(may, "ok", seen(may)), Step(f"accept {early}", "ok", floor),
               look(early, "clock-suspect", floor),
               judge(early, "main.txt", "clock-suspect", floor))
    ended = LISTS["trust-8-early-end.cose"]
    yield case("list-that-ends-earlier", "observed time counts up to refuse after, 25 November",
               "O2 O3", "tolerance", look(may, "ok", seen(may)),
               Step(f"install {may} trust-8-early-end.cose", "adopted", seen(may, ended)),
               look("2026-11-24T21:59:59Z", "clock-suspect", seen(may, ended)),
               look("2026-11-25T00:00:00Z", "ok", seen(may, ended)))


def by_hand():
    """`lists clock --accept-now`, where the clock alone would not be written down."""
    end = "2028-02-01T00:00:00Z"
    for name, at in (("at-refuse-after", end), ("after-refuse-after", dates.shifted(end, 1))):
        yield case(f"accept-{name}", "what somebody looked at is written down, whatever the lists say",
                   "O2", "", Step(f"accept {at}", "ok", seen(at)),
                   look(NINE, "clock-suspect", seen(at)))
    nothing = Kept(ONE)
    yield adoption("clock_accept-without-trust-list", "without a trust list nothing is written down",
                   nothing, [Step(f"accept {NINE}", "ok", nothing), look(NINE, "ok", nothing)],
                   rules="O2", flags="clock no-lists")


def cases():
    for part in (usual, late, other_lists, ahead, by_hand):
        yield from part()
