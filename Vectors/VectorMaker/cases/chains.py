"""Which chain is followed, and the list that brings it into force (Spec/lists.md 2.2, 2.3, 6.3)."""

from ..keys import key
from ..lists import Roots, chain, document
from ..rotating import (A, B, C, D, DOCUMENTS, FOUR, LAST_BUT_ONE, SOLO, THREE, TRUST_FOUR, TRUST_SOLO,
                        TRUST_TWO, TWO)
from ..scenario import Kept
from .roots import chained, one_step
from .sequences import case, install

AT_TWO = Kept(TWO, TRUST_TWO)


def steps():
    """C1, C2: from one version to the next."""
    yield one_step("chain-jumps", "from version 1 to version 3, though enough roots of both signed",
                   chain(document(Roots(3, 2, TWO.keys), [A, B])), False, "C2", "rotation",
                   answer="root-chain-gap")
    last = Roots((1 << 32) - 1, 1, SOLO.keys)
    yield chained("roots-version-highest", "the highest version there is", chain(
        document(last, list(SOLO.keys))), "adopted adopted", "C1 C2 G5", "inside range",
        Kept(last, TRUST_SOLO), Kept(LAST_BUT_ONE), more="trust-solo.cose",
        pinned="roots-last-but-one.pub")


def born():
    """C6: the way from the roots the verifier was born with, which are no longer in force."""
    first = install("roots-2.cose trust-roots-2.cose", "adopted adopted", AT_TWO)
    weak = document(TWO, [A, D])
    for name, comment, given, answer in (
            ("begins-in-force", "it goes on from the roots in force, and leaves out those before",
             DOCUMENTS[1:2], "root-chain-gap"),
            ("signed-less", "the roots in force, which those before them have not signed here",
             [weak, DOCUMENTS[1]], "root-not-signed-enough")):
        yield chained(f"chain-{name}", comment, chain(*given), f"{answer} not-signed-enough", "C6",
                      "rotation", AT_TWO, first=first, more="trust-roots-3.cose")


def passed_over():
    """2.3: of documents older than the roots that are known only the form is looked at."""
    after = Kept(FOUR, TRUST_FOUR)
    unsigned = [document(TWO, [D]), document(THREE, [C])]
    foreign = document(Roots(2, 1, (key("root-solo"),)), [C])
    for name, comment, old in (
            ("unsigned", "nobody who counts signed documents 2 and 3", unsigned),
            ("of-others", "document 2 names other roots", [foreign, DOCUMENTS[1]])):
        yield chained(f"chain-old-{name}", f"to a verifier born with version 3: {comment}",
                      chain(*old, DOCUMENTS[2]), "adopted adopted", "C1 C5 C6", "rotation inside", after,
                      Kept(THREE), more="trust-roots-4.cose", pinned="roots-version-3.pub")
    wrong = document(Roots(3, 1, THREE.keys), [B, D])
    yield chained("chain-old-fork", "version 3 with another threshold, to a verifier born with it", chain(
        DOCUMENTS[0], wrong, DOCUMENTS[2]), "root-chain-fork not-signed-enough", "C5", "rotation fork",
        Kept(THREE), Kept(THREE), more="trust-roots-4.cose", pinned="roots-version-3.pub")


def offered():
    """C7, T7: the list that new roots wait for."""
    yield one_step("roots-name-an-issuer", "a new root is an issuer in the list in force", chain(
        document(Roots(2, 2, (A, B, key("main"))), [A, B])), False, "C7 T7", "role rotation",
        answer="roots-without-trust-list")
    lists = {"trust-7-caf-one.cose": "not-signed-enough", "trust-roots-2.cose": "adopted"}
    for name, files in (("last", list(lists)), ("first", list(lists)[::-1])):
        answers = " ".join(lists[file] for file in files)
        yield case(f"chain-{name}-of-two-lists", f"of two lists the {name} is by the new roots",
                   "C7 T2", "rotation mix-and-match",
                   install(f"roots-2.cose {' '.join(files)}", f"adopted {answers}", AT_TWO))
    yield case("chain-after-chain", "two chains, and a list for the roots of the first", "C7",
               "rotation order", install("roots-2.cose roots-3.cose trust-roots-2.cose",
                                         "adopted roots-without-trust-list adopted", AT_TWO))


def cases():
    for part in (steps, born, passed_over, offered):
        yield from part()
