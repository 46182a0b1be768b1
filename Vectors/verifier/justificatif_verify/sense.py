"""Rules of sense (Spec/token.md 4.4): the first one broken, in their order."""

import datetime

from .claims import BY_NAME, REGISTRY
from .days import EPOCH, add3
from .payload import Justificatif

def broken(proof: Justificatif) -> str | None:
    """The reason of the first rule of S1 to S6 that is broken, or None."""
    values = proof.claims.values
    if not proof.issued < proof.expires:
        return "ends-before-issue"
    if proof.expires > add3(proof.issued):
        return "lives-too-long"
    if "birth_date" not in values or not {"family_name", "first_given_name"} & set(values):
        return "no-identity"
    if earliest_birth(values["birth_date"]) > proof.issued:
        return "born-after-issue"
    return missing(values) or excluded(values)

def earliest_birth(text: str) -> int:
    """S4: the first day a birth date can stand for."""
    year, month, day = map(int, text.split("-"))
    return (datetime.date(year, month or 1, day or 1) - EPOCH).days

def stated(values: dict[str, object]) -> list[str]:
    """The names of the claims there are, in ascending order of label."""
    return [row.name for row in REGISTRY.values() if row.name in values]

def missing(values: dict[str, object]) -> str | None:
    """S5."""
    for name in stated(values):
        for needed in BY_NAME[name].requires:
            if needed not in values:
                return f"missing-{needed}-for-{name}"
    return None

def excluded(values: dict[str, object]) -> str | None:
    """S6."""
    names = stated(values)
    for name in names:
        for other in names:
            if other in BY_NAME[name].excludes:
                return f"{name}-excludes-{other}"
    return None
