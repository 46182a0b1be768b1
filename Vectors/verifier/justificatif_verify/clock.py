"""The clock (Spec/lists.md 5): floor, observed time, what the daemon writes down."""

from .revocations import RevocationList
from .trust import TrustList

TOLERANCE, WRITE_EVERY = 2 * 3600, 3600


def signed_floor(trust: TrustList | None, lists: list[RevocationList]) -> int:
    """O1: it is not earlier than the issue of the lists that count."""
    return max([one.issued for one in lists] + ([trust.issued] if trust else []), default=0)


def floor(trust: TrustList | None, lists: list[RevocationList], observed: int | None) -> int:
    """O2, O3: the later of signed floor and observed time, which counts up to refuse after."""
    if observed is None or trust is None:
        return signed_floor(trust, lists)
    return max(signed_floor(trust, lists), min(observed, trust.refuse_after))


def is_suspect(now: int, least: int) -> bool:
    """O3: earlier than the floor by more than 2 hours."""
    return now < least - TOLERANCE


def observe(now: int, trust: TrustList | None, observed: int | None) -> int | None:
    """O2: observed time after the daemon has looked at the clock."""
    if trust is None or not trust.issued <= now < trust.refuse_after:
        return observed
    return now if observed is None or now >= observed + WRITE_EVERY else observed


def accept_now(now: int, trust: TrustList | None, lists: list[RevocationList]) -> int | None:
    """`lists clock --accept-now`: the clock, but not below the signed floor."""
    return max(now, signed_floor(trust, lists)) if trust else None
