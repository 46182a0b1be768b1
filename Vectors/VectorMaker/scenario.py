"""The kinds of Vectors/README.md section 2, as functions that cases call."""

from dataclasses import dataclass, field

from . import dates, registry
from .lists import Roots, Signed
from .tokens import Proof
from .writing import Vector

GREEN = {"valid", "valid-lists-aging"}
SHOWN = GREEN | {"expired", "not-yet-valid", "wrong-recipient", "clock-suspect"}
SHOWN_REASONS = {"trust-list-too-old", "revocation-list-missing", "revocation-list-too-old",
                 "revocation-list-begins-later"}
NOW = "2026-11-21T10:00:00Z"
INSTALLED = "2026-11-21T08:00:00Z"


@dataclass(frozen=True)
class World:
    """What a verifier has when a verdict is asked for."""

    lists: str = "trust.cose"
    now: str = NOW
    installed: str = INSTALLED
    observed: str = ""
    roots: str = "roots.pub"
    recipients: tuple[str, ...] = ()


USUAL = World()


def steps_of(proof: Proof) -> list[tuple[str, str]]:
    """Every step on the way to a verdict that shows what was stated."""
    return [
        ("token", proof.token.hex()), ("to-be-signed", proof.to_be_signed.hex()),
        ("fingerprint", proof.fingerprint.hex()), ("reference", proof.reference),
        ("issuer", proof.signer.display), ("issued", dates.day_text(proof.issued)),
        ("last-day", dates.day_text(proof.ends - 1)),
        ("claims", registry.as_json(proof.claims, proof.issued)),
    ]


def verdict(name: str, comment: str, given: Proof | bytes | str, expect: str, reason: str = "", *,
            rules: str, flags: str, world: World = USUAL, as_file: bool = False,
            proof: Proof | None = None) -> Vector:
    """One input is judged; `proof` is what it holds where that is not `given` itself."""
    if isinstance(given, Proof):
        proof, given = given, given.text
    payload = given.encode() if isinstance(given, str) else given
    lines = [("input", "file" if as_file else "code"), ("roots", world.roots),
             ("lists", world.lists), ("installed", world.installed)]
    if world.observed:
        lines.append(("observed", world.observed))
    lines += [("recipient", each) for each in world.recipients]
    lines += [("now", world.now), ("expect", expect)]
    if reason:
        lines.append(("reason", reason))
    if expect in SHOWN or reason in SHOWN_REASONS:
        lines += steps_of(proof)
    return Vector(name, "verdict", comment, flags, rules, lines, expect in GREEN, payload)


@dataclass(frozen=True)
class Kept:
    """What a verifier keeps: the state of an adoption."""

    roots: Roots
    trust: Signed | None = None
    revocations: dict[Signed, bool] = field(default_factory=dict)
    observed: str = ""

    @property
    def json(self) -> str:
        state = {"roots": {"version": self.roots.version, "fingerprint": self.roots.fingerprint}}
        if self.trust is not None:
            state["trust"] = {"sequence": str(self.trust.sequence), "content": self.trust.content}
        ordered = sorted(self.revocations.items(), key=lambda each: each[0].identifier)
        state["revocations"] = [
            {"id": each.identifier, "epoch": str(each.epoch), "sequence": str(each.sequence),
             "content": each.content, "in_force": in_force} for each, in_force in ordered]
        if self.observed:
            state["observed"] = self.observed
        return registry.compact(state)


@dataclass(frozen=True)
class Step:
    """What is done, what is answered, and what is kept then."""

    do: str
    answers: str
    kept: Kept


ACCEPTED = {"adopted", "in-force", "ok"} | GREEN


def adoption(name: str, comment: str, before: Kept, steps: list[Step], *, rules: str, flags: str,
             payload: bytes = b"", roots: str = "roots.pub") -> Vector:
    """Files are offered, one step after the other."""
    lines = [("roots", roots), ("state", before.json)]
    for step in steps:
        lines += [("step", step.do), ("answers", step.answers), ("state", step.kept.json)]
    good = all(word in ACCEPTED for step in steps for word in step.answers.split())
    return Vector(name, "adoption", comment, flags, rules, lines, good, payload)


def small(name: str, kind: str, comment: str, expect: str, lines: dict[str, str], *, rules: str,
          flags: str, payload: bytes = b"") -> Vector:
    """The kinds that try one thing alone; `lines` marked with `>` follow `expect`."""
    before = [(key, value) for key, value in lines.items() if not key.startswith(">")]
    after = [(key[1:], value) for key, value in lines.items() if key.startswith(">")]
    return Vector(name, kind, comment, flags, rules, before + [("expect", expect)] + after,
                  expect == "valid", payload)
