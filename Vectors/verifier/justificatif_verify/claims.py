"""The container of claims (Spec/token.md 3.4, 4.3), by the rows of Spec/claims.csv."""

import dataclasses
import datetime
import re

from .cbor import FALSE, MAP, SIMPLE, TEXT, TRUE, Reader
from .days import day_text, month_text
from .faults import Fault, need
from .names import NAME_BYTES, RECIPIENT_BYTES, check_name, check_recipient
from .tables import CLAIM_ROWS

PAIRS, LABELS, FIRST_FACT = 40, 255, 32
IDENTIFIER, IDENTIFIER_BYTES = re.compile("[a-z0-9-][a-z0-9.-]{0,31}"), 32


@dataclasses.dataclass(frozen=True)
class Row:
    """One row of the registry."""

    label: int
    name: str
    block: int
    kind: str
    wire: str
    json: str
    requires: tuple[str, ...]
    excludes: tuple[str, ...]

    def choices(self) -> dict[int, str]:
        pairs = (pair.split("=") for pair in self.json.split())
        return {int(number): name for name, number in pairs}

    def range(self) -> tuple[int, int]:
        least, most = self.wire.split("..")
        return int(least), int(most)


def registry() -> dict[int, Row]:
    return {label: Row(label, *fields, tuple(requires.split()), tuple(excludes.split()))
            for label, *fields, requires, excludes in CLAIM_ROWS}


REGISTRY = registry()
BY_NAME = {row.name: row for row in REGISTRY.values()}


@dataclasses.dataclass
class Claims:
    """Claims by name as JSON has them; `later` when some are of a later version (K6)."""

    values: dict[str, object]
    later: bool = False


def read(reader: Reader, issued: int) -> Claims:
    """K1 to K7: the container; `issued` is the day of iat."""
    count = reader.of(MAP)
    need(count <= PAIRS, "too-many")
    found, facts = Claims({}), 0
    for label in reader.keys(count):
        need(0 <= label <= LABELS, "unknown-key")
        facts += label >= FIRST_FACT
        row = REGISTRY.get(label)
        if row is None:
            reader.later_value()
            found.later = True
            continue
        value = READERS[row.kind](reader, row, issued)
        found.values[row.name] = value
        found.later |= row.kind == "choice" and type(value) is int
    need(facts, "missing-key")
    return found


def name(reader: Reader, row: Row, issued: int) -> str:
    return check_name(reader.text(NAME_BYTES))


def recipient(reader: Reader, row: Row, issued: int) -> str:
    return check_recipient(reader.text(RECIPIENT_BYTES))


def code(reader: Reader, row: Row, issued: int) -> str:
    text = reader.utf8(reader.of(TEXT))
    need(re.fullmatch(row.wire, text), "name-form")
    return text


def birth_date(reader: Reader, row: Row, issued: int) -> str:
    number = reader.number(*row.range())
    year, month, day = number // 10000, number // 100 % 100, number % 100
    need(month > 0 or day == 0, "out-of-range")
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        raise Fault("out-of-range") from None
    return f"{year:04}-{month:02}-{day:02}"


def choice(reader: Reader, row: Row, issued: int) -> str | int:
    """The name of a number; the number itself where a later version has a name for it (K5)."""
    number = reader.number()
    return row.choices().get(number, number)


def number(reader: Reader, row: Row, issued: int) -> int:
    return reader.number(*row.range())


def data_age(reader: Reader, row: Row, issued: int) -> str:
    days = reader.number(*row.range())
    need(days <= issued, "out-of-range")
    return day_text(issued - days)


def day(reader: Reader, row: Row, issued: int) -> str:
    return day_text(reader.number(*row.range()))


def day_or_none(reader: Reader, row: Row, issued: int) -> str:
    found = reader.number(*row.range())
    return day_text(found) if found else "none"


def month(reader: Reader, row: Row, issued: int) -> str:
    return month_text(reader.number(*row.range()))


def flag(reader: Reader, row: Row, issued: int) -> bool:
    value = reader.of(SIMPLE)
    need(value in (FALSE, TRUE), "wrong-type")
    return value == TRUE


def true_only(reader: Reader, row: Row, issued: int) -> bool:
    need(flag(reader, row, issued), "out-of-range")
    return True


def bracket(reader: Reader, row: Row, issued: int) -> list[int | None]:
    reader.fixed_array(2)
    lower = reader.number(0, 99999)
    return [lower, None if reader.is_null() else reader.number(lower + 1, 100000)]


def tariff(reader: Reader, row: Row, issued: int) -> list[str | int]:
    reader.fixed_array(2)
    return [identifier(reader), reader.number(1, 99)]


def identifier(reader: Reader) -> str:
    """The identifier of a tariff grid or of a list (lists.md 1, M2)."""
    text = reader.text(IDENTIFIER_BYTES)
    need(IDENTIFIER.fullmatch(text), "name-form")
    return text


READERS = {
    "name": name, "recipient": recipient, "code": code, "birth-date": birth_date,
    "choice": choice, "number": number, "data-age": data_age, "day": day,
    "day-or-none": day_or_none, "month": month, "true-only": true_only, "flag": flag,
    "bracket": bracket, "tariff": tariff,
}
