"""Verifies a justificatif without a network, by Spec/ alone."""

import datetime
import time

from . import adoption, inputs, roots
from .days import instant_text
from .faults import Fault

__all__ = ["Lists", "verify", "verify_file"]

Instant = datetime.datetime | int | None
"""An aware datetime, or whole seconds since 1970; None is now."""


class Lists(adoption.Kept):
    """Roots, lists in force and high-water marks, in memory (Spec/lists.md 6)."""

    @classmethod
    def pinned(cls, roots_pub: bytes) -> "Lists":
        """Lists of a verifier born with the content of a roots.pub; ValueError if it is refused."""
        try:
            born = roots.pinned(roots_pub)
        except Fault as fault:
            raise ValueError(f"roots.pub: {fault.reason}") from None
        return cls(born, born)

    def install(self, files: list[bytes], at: Instant = None) -> list[str]:
        """Offers files together: `adopted`, `in-force` or the code of the refusal, for each."""
        return adoption.install(self, files, seconds(at))


def verify(text: str, lists: Lists, at: Instant = None,
           recipients: tuple[str, ...] = ()) -> dict[str, object]:
    """The verdict on the text of one QR code (V2 to V16), as an object of Spec/verdicts.md 3."""
    return judged(inputs.judge_code, text.encode("utf-8", "surrogatepass"), lists, at, recipients)


def verify_file(data: bytes, lists: Lists, at: Instant = None,
                recipients: tuple[str, ...] = ()) -> dict[str, object]:
    """The verdict on a file: what a scanner typed, or a picture if zbarimg is installed (V1 to V16)."""
    return judged(inputs.judge_file, data, lists, at, recipients)


def judged(judge, data: bytes, lists: Lists, at: Instant,
           recipients: tuple[str, ...]) -> dict[str, object]:
    """A verdict; where the time is not given, it is the clock's and is kept as observed time (O2)."""
    now = seconds(at)
    verdict = judge(data, lists.setting(now, tuple(recipients)))
    if at is None:
        lists.look_at_clock(now)
    return {"checked_at": instant_text(now)} | verdict


def seconds(at: Instant) -> int:
    """Whole seconds since 1970; ValueError for a datetime without a zone."""
    if at is None:
        return int(time.time())
    if isinstance(at, int):
        return at
    if at.tzinfo is None:
        raise ValueError("an instant needs a zone: datetime.now(timezone.utc)")
    return int(at.timestamp())
