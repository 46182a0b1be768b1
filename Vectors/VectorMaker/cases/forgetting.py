"""A revocation list that forgets what the one in force cancels (Spec/lists.md R9)."""

from .. import dates, days, rice
from ..keys import key
from ..lists import Signed, revocation_map, revocations
from ..publishing import GONE, LISTS
from ..rotating import ONE
from ..scenario import INSTALLED, Kept, Step, adoption
from .sequences import START, install, judge, kept

FIRST = "2026-11-01"
TENTH, TWELFTH, OPEN = "2026-11-10", "2026-11-12", "2026-11-20"
HELD = {TENTH: 2, TWELFTH: 1}
T7 = LISTS["trust-7-caf.cose"]
REFUSED = "forgets-revocations"


def listed(sequence: int, counts: dict[str, int], opened: int = 0, first: str = FIRST,
           closed: str = "2026-11-19", signer: object = None, other: bool = False,
           coding: object = rice, **changes: object) -> Signed:
    """A list with so many revoked of each closed day; the first open fingerprint is GONE's, the
    second one with `other`."""
    start = dates.day(first)
    entries = []
    for text, count in sorted(counts.items()):
        day = dates.day(text)
        issued = {days.fingerprint(day, index) for index in range(20)}
        if text == OPEN:
            issued.add(GONE.fingerprint)
        order = sorted(issued, key=lambda mark: (mark != GONE.fingerprint, mark))
        entries.append(coding.entry(day - start, day, issued, set(order[:count])))
    marks = [GONE.fingerprint, days.fingerprint(dates.day(OPEN), 0)]
    marks = (marks[::-1] if other else marks)[:opened]
    content = revocation_map(sequence=sequence, first=first, closed=closed, days=entries,
                             marks=marks, **({"issued": "2026-11-21T06:00:00Z"} | changes))
    return revocations(content, signer)


HELD_LIST = LISTS["caf-50.cose"]
BEFORE = Kept(ONE, T7, {HELD_LIST: True})
HAVE = install("trust-7-caf.cose caf-50.cose", "adopted adopted", BEFORE)


def then(name: str, comment: str, answer: str, given: Signed, flags: str = "rollback revoked"):
    """`given` is offered to a verifier that has `caf-50.cose` in force."""
    good = answer == "adopted"
    after = Kept(ONE, T7, {given: True}) if good else BEFORE
    return adoption(f"revocation_{name}", comment, START,
                    [HAVE, install("payload", answer, after)], rules="R9",
                    flags=f"inside {flags}" if good else flags, payload=given.file)


def closed_days():
    """Each closed day by itself."""
    yield then("forgets-one-of-a-day", "two of 10 November were cancelled, and now one is", REFUSED,
               listed(51, HELD | {TENTH: 1}, opened=1))
    yield then("forgets-a-day", "nothing of 12 November is cancelled any more", REFUSED,
               listed(51, {TENTH: 2}, opened=1))
    yield then("forgets-a-day-and-adds", "one of 12 November is missing, and one of 10 November is "
               "new: days do not make up for each other", REFUSED, listed(51, {TENTH: 3}, opened=1))
    yield then("forgets-nothing", "as many as before of every day", "adopted",
               listed(51, HELD, opened=1))
    yield then("cancels-more", "more than before", "adopted",
               listed(51, {TENTH: 3, TWELFTH: 1, "2026-11-13": 1}, opened=2))
    yield then("day-has-left", "the list begins after 10 November and says nothing of it", "adopted",
               listed(51, {TWELFTH: 1}, opened=1, first="2026-11-11"))
    yield then("first-day-counts", "the list begins on 10 November and has none of it", REFUSED,
               listed(51, {TWELFTH: 1}, opened=1, first=TENTH))


def open_days():
    """What was open, and days that are open again."""
    yield then("forgets-an-open-one", "one was cancelled of the days after the last closed one; they "
               "are closed now, and none is", REFUSED, listed(51, HELD, closed=OPEN))
    yield then("open-one-closed", "its day is closed, and one of it is cancelled", "adopted",
               listed(51, HELD | {OPEN: 1}, closed=OPEN))
    yield then("day-open-again", "12 November is not closed any more; what was cancelled of it stands "
               "with the open ones", "adopted", listed(51, {TENTH: 2}, opened=2, closed="2026-11-11"))
    yield then("day-open-again-forgets", "12 November is not closed any more, and one of two is "
               "missing", REFUSED, listed(51, {TENTH: 2}, opened=1, closed="2026-11-11"))
    yield then("last-closed-day-counts", "10 November is the last closed day of the new list, and is "
               "compared by itself like every day before it: two were cancelled, and now one is", REFUSED,
               listed(51, {TENTH: 1}, opened=2, closed=TENTH))
    yield then("last-closed-day-counts-once", "one more of 10 November, and one fewer of the days after it: "
               "the day itself is not among these", REFUSED, listed(51, {TENTH: 3}, opened=1, closed=TENTH))
    yield then("open-one-for-another", "as many are open as before, and one is another: numbers alone are "
               "compared", "adopted", listed(51, HELD, opened=1, other=True))
    yield then("begins-after-open-days", "the list begins two days after the last closed one: what was "
               "open may have left", "adopted",
               listed(51, {}, first="2026-11-21", closed=OPEN))
    yield then("begins-with-open-days", "the list begins on the day after the last closed one", REFUSED,
               listed(51, {}, first=OPEN, closed=OPEN))


def circumstances():
    """When the rule is asked, and what comes before it."""
    forgetful = listed(51, {TENTH: 2}, opened=1)
    yield adoption("revocation_forgets-in-one-installation", "each file is judged after the one before "
                   "it", START, [install("trust-7-caf.cose caf-50.cose payload",
                                         f"adopted adopted {REFUSED}", BEFORE)],
                   rules="R9", flags="rollback order", payload=forgetful.file)
    gone = listed(51, HELD, closed=OPEN)
    yield adoption("revocation_forgets-and-stays-revoked", "what the refused list forgets stays revoked",
                   START, [HAVE, judge("revoking-gone.txt", "revoked", BEFORE),
                           install("payload", REFUSED, BEFORE),
                           judge("revoking-gone.txt", "revoked", BEFORE)],
                   rules="R9 V11", flags="rollback revoked", payload=gone.file)
    early = "2026-11-20T05:59:59Z"
    yield adoption("revocation_forgets-before-its-time", "it is of more than 24 hours after the clock of "
                   "the machine too", START, [
                       install("trust-7-caf.cose caf-50.cose", "adopted adopted", BEFORE),
                       install("payload", "issued-in-the-future", BEFORE, early)],
                   rules="R8 R9", flags="order tolerance", payload=forgetful.file)
    named = kept("trust-9-caf.cose", (), ("caf-50.cose",))
    yield adoption("revocation_forgets-none-in-force", "no list is in force that it could be compared "
                   "with", START, [
                       HAVE, install("trust-8-no-list.cose", "adopted",
                                     kept("trust-8-no-list.cose", (), ("caf-50.cose",))),
                       install("trust-9-caf.cose", "adopted", named),
                       install("payload", "adopted",
                               Kept(ONE, LISTS["trust-9-caf.cose"], {forgetful: True}))],
                   rules="R9", flags="inside rollback", payload=forgetful.file)
    anew = listed(1, {}, epoch=2, signer=key("rev-caf-new"))
    trust = LISTS["trust-8-epoch-2.cose"]
    yield adoption("revocation_forgets-in-a-new-epoch", "a higher epoch begins anew", START, [
        HAVE, Step(f"install {INSTALLED} trust-8-epoch-2.cose payload", "adopted adopted",
                   Kept(ONE, trust, {anew: True}))],
        rules="R9 R5", flags="inside epoch", payload=anew.file)


def cases():
    for part in (closed_days, open_days, circumstances):
        yield from part()
