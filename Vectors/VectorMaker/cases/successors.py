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
         given: Signed | bytes = b""):
    """`given` is the payload, a file of this case alone."""
    return adoption(f"revocation_{name}", comment, START, list(steps), rules=rules, flags=flags,
                    payload=given.file if isinstance(given, Signed) else given)


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


    even, odd = kept("trust-2-53.cose"), kept("trust-2-53-and-1.cose")
    wants = revocations(revocation_map(least=(1 << 53) + 1))
    yield case("least-2-53-and-1", "it wants a trust list of sequence 9007199254740993", "R7", "range",
               install("trust-2-53.cose payload", "adopted trust-list-too-old", even),
               install("trust-2-53-and-1.cose payload", "adopted adopted",
                       Kept(ONE, odd.trust, {wants: True})), given=wants)
    same = revocations(revocation_map(epoch=(1 << 53) + 1))
    after = Kept(ONE, LISTS["trust-7-epoch-2-53.cose"], {same: True})
    yield case("epoch-2-53-and-1", "the trust list and the list say epoch 9007199254740993", "R5 I5",
               "inside epoch range", install(
                   "trust-7-epoch-2-53.cose payload", "adopted adopted", after), given=same)


def order():
    """R0 first, then size and form; R6 before R7, R7 before R8; T8 in its order."""
    small = revocations(revocation_map()).file
    for name, given in (("too-large", small + bytes(1 << 24)), ("tail", small + b"\0"),
                        ("cut", small[:40])):
        yield case(f"no-trust-list-then-{name}", "without a trust list nothing is looked at",
                   "R0 R1", "no-lists order", install("payload", "no-trust-list", Kept(ONE)),
                   given=given)
    for name, changes in (("least", {"least": 9}), ("future", {"issued": "2026-11-30T06:00:00Z"})):
        given = revocations(revocation_map(sequence=39, **changes))
        yield case(f"lower-then-{name}", "its sequence is lower than the mark, and more is against it",
                   "R6 R7 R8", "order rollback", FIRST, install("payload", "lower-sequence", FORTY),
                   given=given)
        given = revocations(revocation_map(sequence=40, marks=[bytes(16)], **changes))
        yield case(f"other-content-then-{name}", "another content under the number of the mark, and "
                   "more is against it", "R6 R7 R8", "order fork", FIRST,
                   install("payload", "same-sequence-other-content", FORTY), given=given)


def other_signer():
    """6.3: an `in-force` list by another key does not take the place of the file that is kept."""
    content = revocation_map(sequence=40)
    old, new = revocations(content), revocations(content, key("rev-caf-new"))
    both = Kept(ONE, LISTS["trust-7-two-keys.cose"], {LISTS["caf-40.cose"]: True})
    assert old.content == LISTS["caf-40.cose"].content
    for name, trust, stays in (("stays", "trust-8-both.cose", True), ("falls", "trust-8-key.cose", False)):
        after = Kept(ONE, LISTS[trust], {LISTS["caf-40.cose"]: stays})
        yield case(f"same-by-other-key-{name}", "the list in force once more, by the other key of its "
                   "source; then one of the keys goes", "R3 R6", "inside freeze",
                   install("trust-7-two-keys.cose caf-40.cose", "adopted adopted", both),
                   install("payload", "in-force", both),
                   install(trust, "adopted", after), given=new.file)


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
    for part in (epochs, signers, numbers, order, other_signer, repeated):
        yield from part()
