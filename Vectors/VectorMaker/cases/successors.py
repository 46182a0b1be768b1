"""A revocation list and what comes after it, or before, or beside it (Spec/lists.md 4.6, 6.3)."""

from ..keys import key, ordered
from ..lists import Signed, revocation_map, revocations, source
from ..publishing import CAF, LISTS, trusted
from ..rotating import ONE
from ..scenario import Kept, Step, adoption
from .sequences import START, install, judge, kept

FORTY = kept("trust-7-caf.cose", ("caf-40.cose",))
FIRST = install("trust-7-caf.cose caf-40.cose", "adopted adopted", FORTY)
KEYS = dict(zip(("first", "last"), ordered([CAF, key("rev-caf-new")])))


def case(name: str, comment: str, rules: str, flags: str, *steps: Step,
         given: Signed | None = None):
    """`given` is the payload, a list of this case alone."""
    return adoption(f"revocation_{name}", comment, START, list(steps), rules=rules, flags=flags,
                    payload=given.file if given else b"")


def epochs():
    """R5, when a trust list follows."""
    for epoch in (0, 2):
        given = trusted(8, source("caf", CAF, epoch=epoch))
        after = Kept(ONE, given, {LISTS["caf-40.cose"]: False})
        yield case(f"then-epoch-{epoch}", "the next trust list names the same key and another "
                   "epoch: the list of epoch 1 counts no more", "I5 R5 V16", "epoch", FIRST,
                   install("payload", "adopted", after),
                   judge("revoking-gone.txt", "lists-stale", after), given=given)


def signers():
    """R3, where two keys may sign."""
    trust = LISTS["trust-7-two-keys.cose"]
    for place, signer in KEYS.items():
        given = revocations(revocation_map(), signer)
        after = Kept(ONE, trust, {given: True})
        yield case(f"by-{place}-of-two-keys", f"signed by the {place} key of its source", "R3 I5",
                   "inside kid", install("trust-7-two-keys.cose payload", "adopted adopted", after),
                   given=given)
        other = next(each for each in KEYS.values() if each is not signer)
        yield case(f"by-{place}-under-other-kid", f"signed by the {place} key of its source, under "
                   "the kid of the other", "R3", "kid", install(
                       "trust-7-two-keys.cose payload", "adopted wrong-key", Kept(ONE, trust)),
                   given=revocations(revocation_map(), signer, hint=other))


def numbers():
    """R5, R6, with numbers that are one as 64-bit floating point."""
    highest = kept("trust-7-caf.cose", ("caf-2-53.cose",))
    yield case("then-one-less", "after 9007199254740993 comes 9007199254740992", "R6",
               "rollback range",
               install("trust-7-caf.cose caf-2-53.cose", "adopted adopted", highest),
               install("payload", "lower-sequence", highest),
               given=revocations(revocation_map(sequence=1 << 53)))
    yield case("epoch-one-less", "the trust list says epoch 9007199254740993, the list one less",
               "R5 I5", "epoch range", install(
                   "trust-7-epoch-2-53.cose payload", "adopted wrong-epoch",
                   kept("trust-7-epoch-2-53.cose")),
               given=revocations(revocation_map(epoch=1 << 53)))


def repeated():
    """R6 and R8, and two lists in one installation."""
    yield case("again-before-its-time", "the list in force once more, by a clock that was set back "
               "to more than 24 hours before it", "R6 R8", "tolerance order", FIRST, install(
                   "caf-40.cose", "issued-in-the-future", FORTY, "2026-11-19T05:59:59Z"))
    yield case("two-at-once", "files of one kind are looked at in the order given", "R6",
               "inside order", install("trust-7-caf.cose caf-40.cose caf-41.cose",
                                       "adopted adopted adopted",
                                       kept("trust-7-caf.cose", ("caf-41.cose",))))
    yield case("two-at-once-backwards", "each file is judged after the one before it", "R6",
               "order rollback", install("trust-7-caf.cose caf-41.cose caf-40.cose",
                                         "adopted adopted lower-sequence",
                                         kept("trust-7-caf.cose", ("caf-41.cose",))))


def cases():
    for part in (epochs, signers, numbers, repeated):
        yield from part()
