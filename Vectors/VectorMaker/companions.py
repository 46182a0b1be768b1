"""Claims that go together, and what the rules of sense say of them (Spec/token.md 4.4)."""

from . import dates, registry
from .tokens import IDENTITY

USUAL = {2: "Anne", 5: 1, 6: "75056", 7: 99100, 8: 2, 11: 1, 33: 2025, 65: dates.month("2026-10"),
         68: 1, 96: dates.day("2026-01-05"), 97: 0, 112: dates.day("2026-01-01"),
         113: dates.day("2026-12-31"), 115: True}


OF_KIND = {"choice": 1, "day": dates.day("2026-11-02"), "month": dates.month("2026-10"), "flag": True,
           "true-only": True}


def usual(number: int) -> object:
    """A value that is sensible beside any other: by hand, else by its kind."""
    row = registry.rows()[number]
    if number in USUAL:
        return USUAL[number]
    return int(row["wire"].split("..")[0]) if row["kind"] == "number" else OF_KIND[row["kind"]]


def needs(number: int) -> list[int]:
    return [registry.label(name) for name in registry.rows()[number]["requires"].split()]


def excluded(number: int) -> list[int]:
    return [registry.label(name) for name in registry.rows()[number]["excludes"].split()]


def stating(claims: dict[int, object]) -> dict[int, object]:
    """These claims, an identity, and every claim that they require; a block is brought in last."""
    whole = IDENTITY | claims
    while True:
        missing = {other for number in whole for other in needs(number)} - set(whole)
        if not missing:
            break
        whole |= {number: usual(number) for number in missing}
    if max(whole) < 32:
        return stating(claims | {33: USUAL[33]})
    return dict(sorted(whole.items()))


def broken(claims: dict[int, object]) -> str:
    """The reason of S5 or S6, the first in their order."""
    name = {number: registry.rows()[number]["name"] for number in registry.rows()}
    for number in sorted(claims):
        for other in needs(number):
            if other not in claims:
                return f"missing-{name[other]}-for-{name[number]}"
    for number in sorted(claims):
        for other in sorted(excluded(number)):
            if other in claims:
                return f"{name[number]}-excludes-{name[other]}"
    raise ValueError("nothing is broken")
