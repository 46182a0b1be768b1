"""Days, months and instants as the numbers of Spec/token.md section 2."""

import datetime

DAY = 86400
HOUR = 3600
EPOCH = datetime.date(1970, 1, 1)
LAST_DAY = 65535


def day(text: str) -> int:
    """Number of the day `2026-11-02`."""
    return (datetime.date.fromisoformat(text) - EPOCH).days


def day_text(number: int) -> str:
    """`2026-11-02` of a day number."""
    return (EPOCH + datetime.timedelta(days=number)).isoformat()


def month(text: str) -> int:
    """Number of the month `2026-10`."""
    year, number = map(int, text.split("-"))
    return (year - 1970) * 12 + number - 1


def month_text(number: int) -> str:
    """`2026-10` of a month number."""
    return f"{1970 + number // 12:04}-{number % 12 + 1:02}"


def instant(text: str) -> int:
    """Seconds of `2026-11-03T00:00:00Z`, or of the first second of a day."""
    if "T" not in text:
        return day(text) * DAY
    moment = datetime.datetime.fromisoformat(text.removesuffix("Z") + "+00:00")
    return int(moment.timestamp())


def instant_text(seconds: int) -> str:
    """`2026-11-03T00:00:00Z` of an instant."""
    clock = seconds % DAY
    return f"{day_text(seconds // DAY)}T{clock // HOUR:02}:{clock // 60 % 60:02}:{clock % 60:02}Z"


def shifted(text: str, seconds: int) -> str:
    """An instant, so many seconds later."""
    return instant_text(instant(text) + seconds)
