"""The lists folder without the folder (Spec/lists.md 6.2, 6.3): marks, and what is in force."""

from __future__ import annotations

import dataclasses
import hashlib

from . import clock, cose, revocations, roots, trust
from .days import instant_text
from .faults import Fault, need
from .judge import Setting

AHEAD = 24 * 3600
ADOPTED, IN_FORCE = "adopted", "in-force"


@dataclasses.dataclass
class Mark:
    """The newest (epoch, sequence) of a revocation list ever adopted, and the list if it counts."""

    epoch: int
    sequence: int
    content: bytes
    file: bytes | None
    list: revocations.RevocationList | None


@dataclasses.dataclass
class Kept:
    """What a verifier keeps; `born` are the roots it was born with."""

    born: roots.Roots
    roots: roots.Roots
    trust: trust.TrustList | None = None
    trust_file: bytes = b""
    marks: dict[str, Mark] = dataclasses.field(default_factory=dict)
    observed: int | None = None

    @classmethod
    def new(cls, pinned: bytes) -> "Kept":
        born = roots.pinned(pinned)
        return cls(born, born)

    def lists(self) -> dict[str, revocations.RevocationList]:
        return {name: mark.list for name, mark in self.marks.items() if mark.list}

    def setting(self, now: int, recipients: tuple[str, ...] = ()) -> Setting:
        """What a text is judged by at an instant."""
        return Setting(self.trust, self.lists(), now, self.observed, recipients)

    def look_at_clock(self, now: int) -> bool:
        """What the daemon does once (5): whether the clock is right; observed time is kept."""
        least = clock.floor(self.trust, list(self.lists().values()), self.observed)
        self.observed = clock.observe(now, self.trust, self.observed)
        return not clock.is_suspect(now, least)

    def accept_clock(self, now: int) -> None:
        """`lists clock --accept-now` (5)."""
        self.observed = clock.accept_now(now, self.trust, list(self.lists().values()))

    def state(self) -> dict[str, object]:
        """The marks as JSON (6.2); numbers but the version of the roots are texts."""
        found: dict[str, object] = {
            "roots": {"version": self.roots.version,
                      "fingerprint": self.roots.fingerprint().hex()},
            "revocations": [
                {"id": name, "epoch": str(mark.epoch), "sequence": str(mark.sequence),
                 "content": mark.content.hex(), "in_force": mark.list is not None}
                for name, mark in sorted(self.marks.items())],
        }
        if self.trust:
            found["trust"] = {"sequence": str(self.trust.sequence),
                              "content": content_of(self.trust.payload).hex()}
        if self.observed is not None:
            found["observed"] = instant_text(self.observed)
        return found


def content_of(payload: bytes) -> bytes:
    return hashlib.sha256(payload).digest()


def install(kept: Kept, files: list[bytes], now: int) -> list[str]:
    """Decides on each file, chains first, then trust lists, then revocation lists."""
    answers: list[str | None] = [None] * len(files)
    shapes: dict[str, list[int]] = {"chain": [], "trust": [], "revocations": []}
    for place, data in enumerate(files):
        try:
            shapes[cose.shape(data)].append(place)
        except Fault as fault:
            answers[place] = fault.reason
    lists = [files[place] for place in shapes["trust"]]
    for place in shapes["chain"]:
        answers[place] = reason_of(install_chain, kept, files[place], lists, now)
    for place in shapes["trust"]:
        answers[place] = reason_of(install_trust, kept, files[place], now)
    for place in shapes["revocations"]:
        answers[place] = reason_of(install_revocations, kept, files[place], now)
    return answers


def reason_of(step: object, *arguments: object) -> str:
    """What a step answers, or the reason why it refuses: it changes nothing then."""
    try:
        return step(*arguments)
    except Fault as fault:
        return fault.reason


def install_chain(kept: Kept, data: bytes, lists: list[bytes], now: int) -> str:
    """C1 to C7."""
    roots.follow(kept.born, documents := roots.chain(data))
    end = roots.follow(kept.roots, documents)
    if end == kept.roots:
        return IN_FORCE
    stands = kept.trust is not None and stands_for(kept.trust_file, end)
    if not stands and not any(would_count(kept, one, end, now) for one in lists):
        raise Fault("roots-without-trust-list")
    kept.roots = end
    return ADOPTED


def stands_for(data: bytes, new: roots.Roots) -> bool:
    """Whether a trust list is accepted by these roots."""
    try:
        trust.accept(data, new)
    except Fault:
        return False
    return True


def would_count(kept: Kept, data: bytes, new: roots.Roots, now: int) -> bool:
    """C7: whether a trust list offered with a chain comes into force, or is, by the new roots."""
    try:
        newer(kept, trust.accept(data, new), now)
    except Fault:
        return False
    return True


def newer(kept: Kept, found: trust.TrustList, now: int) -> bool:
    """T8: whether a trust list is newer than the one in force, or else the same one."""
    if kept.trust is not None:
        need(found.sequence >= kept.trust.sequence, "lower-sequence")
        if found.sequence == kept.trust.sequence:
            need(found.payload == kept.trust.payload, "same-sequence-other-content")
    need(found.issued <= now + AHEAD, "issued-in-the-future")
    return kept.trust is None or found.sequence > kept.trust.sequence


def install_trust(kept: Kept, data: bytes, now: int) -> str:
    """T1 to T8; then revocation lists for which the new list does not stand are put out."""
    found = trust.accept(data, kept.roots)
    is_newer = newer(kept, found, now)
    kept.trust, kept.trust_file = found, data
    for mark in kept.marks.values():
        if mark.list and not still_stands(found, mark):
            mark.file = mark.list = None
    return ADOPTED if is_newer else IN_FORCE


def still_stands(by: trust.TrustList, mark: Mark) -> bool:
    """R2, R3 and R5 for a list that is in force."""
    source = by.sources.get(mark.list.id)
    if source is None or source.epoch != mark.epoch:
        return False
    payload, signature = revocations.envelope(mark.file)
    return revocations.signed_by(source, payload, signature)


def install_revocations(kept: Kept, data: bytes, now: int) -> str:
    """R1 to R9."""
    need(kept.trust is not None, "no-trust-list")
    payload, signature = revocations.envelope(data)
    source = kept.trust.sources.get(revocations.name_of(payload))
    need(source is not None, "unknown-list-id")
    need(revocations.signed_by(source, payload, signature), "wrong-key")
    found = revocations.content(payload)
    need(found.epoch == source.epoch, "wrong-epoch")
    mark, content, is_known = kept.marks.get(found.id), content_of(payload), False
    if mark is not None:
        numbers = (found.epoch, found.sequence)
        need(numbers >= (mark.epoch, mark.sequence), "lower-sequence")
        if numbers == (mark.epoch, mark.sequence):
            need(content == mark.content, "same-sequence-other-content")
            is_known = mark.list is not None
    need(kept.trust.sequence >= found.least_trust, "trust-list-too-old")
    need(found.issued <= now + AHEAD, "issued-in-the-future")
    if is_known:
        return IN_FORCE
    if mark is not None and mark.list is not None:
        need(not revocations.forgets(found, mark.list), "forgets-revocations")
    kept.marks[found.id] = Mark(found.epoch, found.sequence, content, data, found)
    return ADOPTED
