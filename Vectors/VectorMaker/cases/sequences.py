"""Lists one after the other, with what is kept between (Spec/lists.md 3.4, 4.6, 6.2, 6.3)."""

from ..publishing import LISTS, trusted
from ..rotating import FOUR, ONE, THREE, TRUST_FOUR, TRUST_THREE, TRUST_TWO, TWO
from ..scenario import INSTALLED, Kept, Step, adoption

START = Kept(ONE)
T7 = LISTS["trust-7-caf.cose"]


def kept(trust: str, in_force: tuple[str, ...] = (), marks: tuple[str, ...] = ()) -> Kept:
    """The state with these lists in force, and marks of lists that are not."""
    lists = {LISTS[name]: True for name in in_force} | {LISTS[name]: False for name in marks}
    return Kept(ONE, LISTS[trust], lists)


def install(files: str, answers: str, after: Kept, at: str = INSTALLED) -> Step:
    return Step(f"install {at} {files}", answers, after)


def judge(text: str, answer: str, after: Kept, at: str = "2026-11-21T10:00:00Z") -> Step:
    return Step(f"judge {at} {text}", answer, after)


def case(name: str, comment: str, rules: str, flags: str, *steps: Step, layer: str = "list",
         before: Kept = START):
    return adoption(f"{layer}_{name}", comment, before, list(steps), rules=rules, flags=flags)


def trust_lists():
    """T8, T9."""
    seven = kept("trust-7-caf.cose")
    first = install("trust-7-caf.cose", "adopted", seven)
    for name, file, answer, flags in (
            ("rollback", "trust-6-caf.cose", "lower-sequence", "rollback"),
            ("equivocation", "trust-7-caf-other.cose", "same-sequence-other-content", "fork"),
            ("again", "trust-7-caf.cose", "in-force", "inside freeze"),
            ("resigned", "trust-7-caf-resigned.cose", "in-force", "inside freeze")):
        yield case(f"then-{name}", "a trust list after another", "T8", flags, first,
                   install(file, answer, seven))
    for name, file, answer in (("lower", 6, "lower-sequence"),
                               ("other-content", 7, "same-sequence-other-content")):
        later = trusted(file, issuers=[], instants=("2026-12-01", "2027-08-01", "2028-02-01"))
        yield adoption(f"list_then-{name}-from-tomorrow", "issued in the future besides", START, [
            first, install("payload", answer, seven)], rules="T8", flags="order rollback",
            payload=later.file)
    nine = kept("trust-9-caf.cose")
    yield case("then-newer", "sequences may leave some out", "T8", "inside adoption", first,
               install("trust-9-caf.cose", "adopted", nine),
               install("trust-8-both.cose", "lower-sequence", nine))
    highest = kept("trust-highest.cose")
    yield case("then-highest", "after the highest number nothing is newer", "T8", "fast-forward",
               install("trust-highest.cose", "adopted", highest),
               install("trust-9-caf.cose", "lower-sequence", highest),
               install("trust-highest.cose", "in-force", highest))
    even, odd = kept("trust-2-53.cose"), kept("trust-2-53-and-1.cose")
    yield case("then-2-53-and-1", "two numbers that are one as floating-point numbers", "T8",
               "rollback",
               install("trust-2-53.cose", "adopted", even),
               install("trust-2-53-and-1.cose", "adopted", odd),
               install("trust-2-53.cose", "lower-sequence", odd))
    withdrawn = kept("trust-9-withdrawn.cose")
    yield case("then-withdrawn", "the next list withdraws a key", "T8 V10", "key-state", first,
               judge("main.txt", "valid", seven),
               install("trust-9-withdrawn.cose", "adopted", withdrawn),
               judge("main.txt", "key-withdrawn", withdrawn))
    stale = kept("trust-8-stale.cose")
    yield case("then-stale", "a list past its date is adopted: it can still withdraw a key", "T9 V10 V16",
               "list-age", first, install("trust-8-stale.cose", "adopted", stale),
               judge("main.txt", "key-withdrawn", stale))
    yield case("freeze", "the same old list, offered again and again", "T8 V16", "freeze", first,
               install("trust-7-caf.cose", "in-force", seven, "2028-02-02T00:00:00Z"),
               judge("revoking-later.txt", "lists-stale", seven, "2028-02-02T00:00:00Z"))
    late = "2026-11-22T08:00:00Z"
    eight = kept("trust-8-late.cose")
    for name, at, good in (("just-in-time", "2026-11-21T08:00:00Z", True),
                           ("a-second-too-early", "2026-11-21T07:59:59Z", False)):
        second = install("trust-8-late.cose", "adopted" if good else "issued-in-the-future",
                         eight if good else seven, at)
        yield case(f"then-{name}", f"a list of {late}", "R8 T8", "tolerance", first, second)


def revocation_lists():
    """R2, R5 to R7, T8 and marks."""
    seven = kept("trust-7-caf.cose")
    forty = kept("trust-7-caf.cose", ("caf-40.cose",))
    first = install("trust-7-caf.cose caf-40.cose", "adopted adopted", forty)
    for name, file, answer, flags in (
            ("rollback", "caf-39.cose", "lower-sequence", "rollback"),
            ("equivocation", "caf-40-other.cose", "same-sequence-other-content", "fork"),
            ("again", "caf-40.cose", "in-force", "inside freeze"),
            ("lower-epoch", "caf-epoch-0.cose", "wrong-epoch", "epoch")):
        yield case(f"then-{name}", "a revocation list after another", "R5 R6", flags, first,
                   install(file, answer, forty), layer="revocation")
    next_ = kept("trust-7-caf.cose", ("caf-41.cose",))
    yield case("then-newer", "the next list cancels a justificatif", "R6 V11", "revoked", first,
               judge("revoking-gone.txt", "valid", forty),
               install("caf-41.cose", "adopted", next_),
               judge("revoking-gone.txt", "revoked", next_), layer="revocation")
    yield case("trust-list-again", "the trust list in force comes again, and this one stays so",
               "T8 R2 V11", "freeze",
               install("trust-7-caf.cose caf-41.cose", "adopted adopted", next_),
               install("trust-7-caf-one.cose", "in-force", next_),
               judge("revoking-gone.txt", "revoked", next_), layer="revocation")
    yield case("without-trust-list", "no trust list is in force", "R0", "no-lists",
               install("caf-40.cose", "no-trust-list", START), layer="revocation")
    yield case("before-its-trust-list", "in one installation the order of files does not count", "R2",
               "inside adoption", install("caf-40.cose trust-7-caf.cose", "adopted adopted", forty),
               layer="revocation")
    yield case("trust-list-alone", "a trust list can be adopted alone", "T8 R2 V16", "missing-list",
               install("trust-7-caf.cose", "adopted", seven),
               judge("revoking-gone.txt", "lists-stale", seven),
               install("caf-40.cose", "adopted", forty),
               judge("revoking-gone.txt", "valid", forty), layer="revocation")
    nine = kept("trust-9-caf.cose", ("caf-41-least-9.cose",))
    yield case("wants-a-newer-trust-list", "a list that stands on a newer trust list", "R7",
               "mix-and-match", first,
               install("caf-41-least-9.cose", "trust-list-too-old", forty),
               install("caf-41-least-9.cose trust-9-caf.cose", "adopted adopted", nine),
               layer="revocation")
    old = kept("trust-7-caf.cose", ("caf-old.cose",))
    yield case("stale-but-newer", "a list past its date is adopted: it can still cancel", "R6 V11",
               "list-age", first, install("caf-old.cose", "adopted", old),
               judge("revoking-gone.txt", "revoked", old), layer="revocation")


def publishers():
    """Two publishers side by side, and lists that are no longer named."""
    forty = kept("trust-8-both.cose", ("caf-40.cose",))
    both = kept("trust-8-both.cose", ("caf-40.cose", "dgfip-3.cose"))
    more = kept("trust-8-both.cose", ("caf-41.cose", "dgfip-3.cose"))
    newer = kept("trust-8-both.cose", ("caf-41.cose", "dgfip-40.cose"))
    yield case("side-by-side", "the numbers of two lists have nothing to do with each other", "R3 R6",
               "adoption", install("trust-8-both.cose caf-40.cose", "adopted adopted", forty),
               install("dgfip-3.cose", "adopted", both),
               install("dgfip-by-caf.cose", "wrong-key", both),
               install("caf-39.cose caf-41.cose", "lower-sequence adopted", more),
               install("dgfip-40.cose", "adopted", newer),
               install("dgfip-3.cose", "lower-sequence", newer), layer="revocation")
    first = install("trust-7-caf.cose caf-40.cose", "adopted adopted",
                    kept("trust-7-caf.cose", ("caf-40.cose",)))
    dropped = kept("trust-8-no-list.cose", (), ("caf-40.cose",))
    named = kept("trust-9-caf.cose", (), ("caf-40.cose",))
    back = kept("trust-9-caf.cose", ("caf-41.cose",))
    yield case("dropped", "a list that is no longer named counts no more, and its mark stays", "R2 R6",
               "rollback", first, install("trust-8-no-list.cose", "adopted", dropped),
               install("caf-41.cose", "unknown-list-id", dropped), layer="revocation")
    yield case("dropped-and-named-again", "the mark is from before it was dropped", "R6", "rollback",
               first, install("trust-8-no-list.cose", "adopted", dropped),
               install("trust-9-caf.cose", "adopted", named),
               install("caf-39.cose", "lower-sequence", named),
               install("caf-40-other.cose", "same-sequence-other-content", named),
               install("caf-41.cose", "adopted", back), layer="revocation")
    at_end = kept("trust-9-caf.cose", ("caf-40.cose",))
    yield case("dropped-in-between", "the second of three lists does not name it: it is out at once",
               "R2 T8", "order", first,
               install("trust-8-no-list.cose trust-9-caf.cose", "adopted adopted", named),
               judge("revoking-gone.txt", "lists-stale", named),
               install("caf-40.cose", "adopted", at_end),
               judge("revoking-gone.txt", "valid", at_end), layer="revocation")
    yield case("dropped-and-offered", "out of force in between, and offered again together", "R2 R6 T8",
               "inside order", first, install(
                   "caf-40.cose trust-8-no-list.cose trust-9-caf.cose", "adopted adopted adopted",
                   at_end), layer="revocation")
    another = kept("trust-8-key.cose", (), ("caf-40.cose",))
    yield case("another-key", "a list by a key that is no longer delegated counts no more", "R3 V16",
               "key-state", first, install("trust-8-key.cose", "adopted", another),
               judge("revoking-gone.txt", "lists-stale", another),
               install("caf-41.cose", "wrong-key", another), layer="revocation")


def fast_forward():
    """A stolen key of a revocation list, and its cure."""
    highest = kept("trust-7-caf.cose", ("caf-highest.cose",))
    first = install("trust-7-caf.cose caf-highest.cose", "adopted adopted", highest)
    cured = kept("trust-8-epoch-2.cose", (), ("caf-highest.cose",))
    begun = kept("trust-8-epoch-2.cose", ("caf-epoch-2.cose",))
    yield case("fast-forward", "no list of this epoch is newer", "R6", "fast-forward", first,
               install("caf-41.cose", "lower-sequence", highest), layer="revocation")
    yield case("fast-forward-cured", "the next epoch begins anew", "I5 R5 R6 V11", "fast-forward epoch",
               first, install("trust-8-epoch-2.cose", "adopted", cured),
               judge("revoking-gone.txt", "lists-stale", cured),
               install("caf-41.cose", "wrong-key", cured),
               install("caf-epoch-2-thief.cose", "wrong-key", cured),
               install("caf-epoch-2.cose", "adopted", begun),
               judge("revoking-gone.txt", "revoked", begun), layer="revocation")
    lowered = kept("trust-9-epoch-0.cose", (), ("caf-epoch-2.cose",))
    yield case("epoch-lowered", "a trust list may not bring an earlier epoch back", "I5 R6",
               "epoch rollback", install("trust-8-epoch-2.cose caf-epoch-2.cose", "adopted adopted",
                                         begun),
               install("trust-9-epoch-0.cose", "adopted", lowered),
               install("caf-epoch-0.cose", "lower-sequence", lowered), layer="revocation")


def rotations():
    """C2, C5 to C7."""
    def at(roots, trust=None) -> Kept:
        return Kept(roots, trust)
    two, four = at(TWO, TRUST_TWO), at(FOUR, TRUST_FOUR)
    one_step = install("roots-2.cose trust-roots-2.cose", "adopted adopted", two)
    all_steps = install("roots-4.cose trust-roots-4.cose", "adopted adopted", four)
    yield case("chain-three-steps", "a verifier that missed three rotations", "C2 C3 C4 C7",
               "inside rotation", all_steps, install("roots-4.cose trust-roots-4.cose",
                                                     "in-force in-force", four))
    yield case("chain-missed-two", "a verifier that followed once and missed two", "C2 C6",
               "inside rotation", one_step, all_steps)
    yield case("chain-other-order", "in one installation the order of files does not count", "C7",
               "inside rotation", install("trust-roots-2.cose roots-2.cose", "adopted adopted", two))
    yield case("chain-alone", "new roots without a trust list", "C7", "rotation",
               install("roots-2.cose", "roots-without-trust-list", START))
    yield case("chain-with-old-list", "the list that is offered is not signed by the new roots", "C7",
               "rotation mix-and-match", install(
                   "roots-3.cose trust-7-caf.cose", "roots-without-trust-list adopted",
                   at(ONE, T7)))
    yield case("chain-later-list", "new roots wait for their list", "C7", "rotation",
               install("trust-7-caf.cose", "adopted", at(ONE, T7)),
               install("roots-3.cose", "roots-without-trust-list", at(ONE, T7)),
               install("roots-3.cose trust-roots-3.cose", "adopted adopted", at(THREE, TRUST_THREE)))
    yield case("chain-list-in-force-signed", "the list in force is signed by the new roots too", "C7",
               "inside rotation", install("trust-7-caf.cose", "adopted", at(ONE, T7)),
               install("roots-2.cose", "adopted", at(TWO, T7)))
    yield from signed_again(at(ONE, T7), at(TWO, T7))
    yield case("chain-old-roots-after", "roots that were replaced sign no more", "T2 C7", "rotation",
               all_steps, install("trust-9-caf.cose", "not-signed-enough", four),
               install("trust-highest.cose", "not-signed-enough", four))
    yield case("chain-list-without-chain", "a list of roots that this verifier does not know", "T2",
               "rotation", install("trust-roots-4.cose", "not-signed-enough", START))
    yield case("chain-fork", "two holders of replaced roots make another chain", "C5 C6", "fork rotation",
               one_step, install("roots-4-forged.cose", "root-chain-fork", two))
    yield case("chain-fork-late", "the same, after more rotations", "C5 C6", "fork rotation",
               all_steps, install("roots-4-forged.cose", "root-chain-fork", four))
    yield case("chain-fork-threshold", "the same keys under another threshold", "C5", "fork rotation",
               one_step, install("roots-2-threshold.cose", "root-chain-fork", two))
    yield case("chain-older", "a chain that ends before the roots in force", "C6", "rotation",
               all_steps, install("roots-2.cose", "in-force", four))


def signed_again(one: Kept, two: Kept):
    """T8, C7: one content under the signatures of several roots."""
    first = install("trust-7-caf-one.cose", "adopted", one)
    yield case("chain-list-signed-again", "the list in force was signed by the new roots later", "T8 C7",
               "inside rotation", first, install("roots-2.cose", "roots-without-trust-list", one),
               install("trust-7-caf-both.cose", "in-force", one),
               install("roots-2.cose", "adopted", two), judge("main.txt", "valid", two))
    yield case("chain-list-signed-less", "the signatures that came last are those that count", "T8 C7",
               "rotation", install("trust-7-caf-both.cose", "adopted", one),
               install("trust-7-caf-one.cose", "in-force", one),
               install("roots-2.cose", "roots-without-trust-list", one))
    yield case("chain-same-list-by-new-roots", "the same content, signed by the new roots alone", "T8 C7",
               "inside rotation", first, install("trust-7-caf-two.cose", "not-signed-enough", one),
               install("trust-7-caf-two.cose roots-2.cose", "in-force adopted", two),
               install("trust-7-caf-one.cose", "not-signed-enough", two),
               judge("main.txt", "valid", two))
    early = "2026-10-01T00:00:00Z"
    yield case("chain-clock-set-back", "the date of the list in force is not looked at again", "C7 R8",
               "inside rotation clock", install("trust-7-caf-both.cose", "adopted", one),
               install("trust-7-caf-both.cose", "issued-in-the-future", one, early),
               install("roots-2.cose", "adopted", two, early))
    yield case("chain-clock-set-back-offered", "that of a list that is offered is", "C7 R8",
               "rotation clock", first, install(
                   "roots-2.cose trust-7-caf-two.cose", "roots-without-trust-list not-signed-enough",
                   one, early))


def cases():
    for part in (trust_lists, revocation_lists, publishers, fast_forward, rotations):
        yield from part()
