"""The registry of claims, and claims as JSON (Spec/token.md 4.1, 4.3)."""

import csv
import functools
import json
import pathlib

from . import dates

SPEC = pathlib.Path(__file__).resolve().parents[2] / "Spec"


@functools.lru_cache(maxsize=None)
def rows() -> dict[int, dict[str, str]]:
    """One row a label."""
    with open(SPEC / "claims.csv", encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter=";", quoting=csv.QUOTE_NONE)
        return {int(row["label"]): row for row in reader}


@functools.lru_cache(maxsize=None)
def blocks() -> dict[int, str]:
    """The name of each block in a trust draft, by its first label."""
    with open(SPEC / "blocks.csv", encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter=";", quoting=csv.QUOTE_NONE)
        return {int(row["block"]): row["name"] for row in reader}


def label(name: str) -> int:
    return next(number for number, row in rows().items() if row["name"] == name)


def _birth_date(number: int, _: int) -> str:
    return f"{number // 10000:04}-{number // 100 % 100:02}-{number % 100:02}"


FORMS = {
    "birth-date": _birth_date,
    "data-age": lambda age, issued: dates.day_text(issued - age),
    "day": lambda number, _: dates.day_text(number),
    "day-or-none": lambda number, _: dates.day_text(number) if number else "none",
    "month": lambda number, _: dates.month_text(number),
    "bracket": lambda value, _: list(value),
    "tariff": lambda value, _: list(value),
}


def _shown(number: int, value: object, issued: int) -> object:
    row = rows()[number]
    if row["kind"] == "choice":
        names = dict(reversed(pair.split("=")) for pair in row["json"].split())
        return names[str(value)]
    form = FORMS.get(row["kind"])
    return value if form is None else form(value, issued)


def as_json(claims: dict[int, object], issued: int) -> str:
    """Claims of a justificatif issued on a day, on one line."""
    named = {rows()[number]["name"]: _shown(number, value, issued)
             for number, value in claims.items()}
    return compact(named)


def compact(value: object) -> str:
    """JSON on one line, keys in ascending order."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
