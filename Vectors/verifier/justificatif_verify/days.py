"""Days, months and instants (Spec/token.md 2), as numbers and as people write them."""

import datetime
import re

DAY = 86400
LAST_DAY = 65535
LAST_INSTANT = LAST_DAY * DAY
EPOCH = datetime.date(1970, 1, 1)


def day_text(number: int) -> str:
    return str(EPOCH + datetime.timedelta(days=number))


def month_text(number: int) -> str:
    return f"{1970 + number // 12}-{number % 12 + 1:02}"


def instant_text(seconds: int) -> str:
    clock = seconds % DAY
    return (f"{day_text(seconds // DAY)}T{clock // 3600:02}:{clock // 60 % 60:02}:"
            f"{clock % 60:02}Z")


def instant(text: str) -> int:
    """Seconds of `2026-11-03T00:00:00Z`, or of a day for its first second; ValueError else."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z)?", text,
                         re.ASCII)
    if not found:
        raise ValueError(f"not an instant: {text!r}")
    hour, minute, second = (int(part or 0) for part in found.groups()[1:])
    days = (datetime.date.fromisoformat(found[1]) - EPOCH).days
    return days * DAY + hour * 3600 + minute * 60 + second


def add3(day: int) -> int:
    """The same day three calendar months later, or the last one of that month."""
    date = EPOCH + datetime.timedelta(days=day)
    months = date.year * 12 + date.month - 1 + 3
    for day_of_month in (date.day, 30, 29, 28):
        try:
            return (datetime.date(months // 12, months % 12 + 1, day_of_month) - EPOCH).days
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
