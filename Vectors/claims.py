"""The values of claims, by the rows of Spec/claims.csv and the kinds of Spec/token.md 4.3."""

import csv
import datetime
import pathlib
import re

from strict import exactly, need

SPEC = pathlib.Path(__file__).resolve().parent.parent / "Spec"
REGISTRY = {int(row["label"]): row for row in csv.DictReader(
    (SPEC / "claims.csv").read_text("utf-8").splitlines(), delimiter=";")}

LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff'\u2019\\-"
NAME = re.compile(f"[{LETTERS}]+( [{LETTERS}]+)*")
RECIPIENT = re.compile(f"[{LETTERS}0-9&(),./:]+( [{LETTERS}0-9&(),./:]+)*")
IDENTIFIER = re.compile("[a-z0-9-][a-z0-9.-]{0,31}")


def json_of(claims: dict, issued: int) -> dict:
    """Claims by name, as JSON has them; labels and choices of a later version as they stand."""
    need(len(claims) <= 40 and all(0 <= label <= 255 for label in claims), "labels")
    need(any(label >= 32 for label in claims), "no fact is stated")
    found = {}
    for label, value in claims.items():
        row = REGISTRY.get(label)
        name = row["name"] if row else f"label {label}"
        found[name] = value_of(row, value, issued) if row else value
    return found


def value_of(row: dict, value: object, issued: int) -> object:
    name, wire = row["name"], row["wire"]
    match row["kind"]:
        case "name":
            return text(name, value, NAME, 256)
        case "recipient":
            return text(name, value, RECIPIENT, 100)
        case "code":
            return text(name, value, re.compile(wire), 5)
        case "true-only" | "flag" as kind:
            need(value is True or value is False and kind == "flag", name)
            return value
        case "choice":
            number = within(name, value, 0, 2**64 - 1)
            return dict(pair.split("=")[::-1] for pair in row["json"].split()).get(
                str(number), number)
        case "bracket":
            lower, upper = exactly(value, list, 2)
            within(name, lower, 0, 99_999)
            need(upper is None or within(name, upper, lower + 1, 100_000), name)
            return value
        case "tariff":
            grid, number = exactly(value, list, 2)
            return [text(name, grid, IDENTIFIER, 32), within(name, number, 1, 99)]
    number = within(name, value, *map(int, wire.split("..")))
    match row["kind"]:
        case "birth-date":
            return birth_date(name, number)
        case "data-age":
            need(number <= issued, name)
            return day(issued - number)
        case "day-or-none" if number == 0:
            return "none"
        case "day" | "day-or-none":
            return day(number)
        case "month":
            return f"{1970 + number // 12}-{number % 12 + 1:02}"
    return number


def text(name: str, value: object, form: re.Pattern, limit: int) -> str:
    need(form.fullmatch(exactly(value, str)) and len(value.encode()) <= limit, name)
    return value


def within(name: str, value: object, least: int, most: int) -> int:
    need(type(value) is int and least <= value <= most, name)
    return value


def birth_date(name: str, number: int) -> str:
    year, month, day_of_month = number // 10_000, number // 100 % 100, number % 100
    need(month > 0 or day_of_month == 0, name)
    try:
        datetime.date(year, month or 1, day_of_month or 1)
    except ValueError:
        need(False, name)
    return f"{year:04}-{month:02}-{day_of_month:02}"


def day(number: int) -> str:
    return str(datetime.date(1970, 1, 1) + datetime.timedelta(days=number))
