"""Revocation lists as large as they may be (Spec/lists.md 1)."""

from ..days import fingerprint
from ..lists import revocation_map, revocations
from ..offering import of_revocations
from ..scenario import INSTALLED, Kept, Step, adoption
from .. import judging

MANY = 8000000
HIGHEST = 16777216


def full(count: int, marks: int = 0):
    """All values from 0 on: one zero bit each."""
    entry = [3, count, 23, 0, 0, bytes((count + 7) // 8)]
    return revocations(revocation_map(
        days=[entry], marks=[fingerprint(20780, index) for index in range(marks)]))


def filled(length: int):
    """A list of so many bytes, filled up under a later key."""
    rest = length // 2
    bare = len(revocations(revocation_map() | {64: bytes(rest)}, sequence=40).file) - rest
    made = revocations(revocation_map() | {64: bytes(length - bare)}, sequence=40)
    assert len(made.file) == length, len(made.file)
    return made


def cases():
    for count, marks, good in ((MANY, 0, True), (MANY + 1, 0, False), (MANY - 1, 1, True),
                               (MANY, 1, False)):
        yield of_revocations(f"list-of-{count}-and-{marks}", f"{count} revocations of closed days and "
                             f"{marks} of open ones", full(count, marks),
                             "adopted" if good else "too-many", "L4 R4 limit-revokedProofs",
                             f"limit {'inside' if good else 'outside'}")
    days = [[3, 1, 1, 0, 0, b"\0"], [4, MANY, 23, 0, 0, b""]]
    yield of_revocations("list-of-two-days", f"one revocation, and {MANY} on the next day, whose "
                         "bits are not there", revocations(revocation_map(days=days)), "too-many",
                         "L4 R4 limit-revokedProofs", "limit outside")
    for length, good in ((HIGHEST, True), (HIGHEST + 1, False)):
        yield of_revocations(f"list-of-{length}-bytes", "the size of a revocation list", filled(length),
                             "adopted" if good else "too-large", "R1 limit-revocationListBytes",
                             f"limit {'inside' if good else 'outside'}")
    small = revocations(revocation_map()).file
    yield adoption("revocation_list-and-zeros", "a good list and very much behind it", Kept(judging.ROOTS), [
        Step(f"install {INSTALLED} trust.cose payload", "adopted too-large",
             Kept(judging.ROOTS, judging.TRUST))], rules="R1 limit-revocationListBytes",
        flags="limit outside hostile-length", payload=small + bytes(HIGHEST))
