"""The lists by which inputs are judged, and the justificatifs that the revocation list speaks of."""

from . import dates, registry, rice
from .keys import key
from .lists import Roots, issuer, revocation_map, revocations, source, trust, trust_map
from .tokens import proof

ROOTS = Roots(1, 2, (key("root-a"), key("root-b"), key("root-c")))
SIGNERS = [key("root-a"), key("root-b")]
SOURCES = [source("absent", key("rev-absent")), source("caf", key("rev-caf"))]
ALL_DAYS = (dates.day_text(0), dates.day_text(dates.LAST_DAY))
LATER = {f"key_{number}": number for number in range(64, 128)}

TRUST = trust(trust_map(7, [
    issuer(key("main")),
    issuer(key("narrow"), (64,)),
    issuer(key("strange"), (64, 128, 1 << 40)),
    issuer(key("blockless"), ()),
    issuer(key("blockzero"), (0,)),
    issuer(key("stolen"), state=1),
    issuer(key("november"), days=("2026-11-10", "2026-11-20")),
    issuer(key("revoking"), source="caf"),
    issuer(key("orphan"), source="absent"),
    issuer(key("later"), **LATER),
], SOURCES), SIGNERS)

SHORT_DATES = ("2026-11-01T00:00:00Z", "2026-11-15T12:00:00Z", "2026-11-25T12:00:00Z")
TRUST_SHORT = trust(trust_map(7, [issuer(key("main")), issuer(key("revoking"), source="caf")],
                              SOURCES, SHORT_DATES), SIGNERS)

TRUST_ALL_DAYS = trust(trust_map(7, [issuer(key("main"), days=ALL_DAYS)], [], (
    ALL_DAYS[0], "2149-06-05", "2149-06-06")), SIGNERS)

TRUST_SCOPE = trust(trust_map(7, [
    issuer(key("jobs"), (96,)),
    issuer(key("health"), (112,)),
    issuer(key("outcast"), (), state=1),
    issuer(key("revoking"), source="caf", state=1),
], SOURCES), SIGNERS)

TRUST_ALL_BLOCKS = trust(trust_map(7, [
    issuer(key("main"), tuple(registry.blocks())),
    issuer(key("narrow"), (64,)),
    issuer(key("blockless"), ()),
], SOURCES), SIGNERS)

TRUST_EACH_BLOCK = trust(trust_map(7, [
    *(issuer(key(f"block-{number}"), (number,)) for number in registry.blocks()),
    *(issuer(key(f"not-block-{number}"), tuple(other for other in registry.blocks() if other != number))
      for number in registry.blocks()),
], []), SIGNERS)

PLACES = {"first": ("2026-08-20", "2026-11-19"), "old": ("2026-11-02", "2026-11-30"),
          "closed": ("2026-11-19", "2026-12-18"), "open": ("2026-11-20", "2026-12-19")}


def cancellable(place: str, number: int):
    """Justificatif number `number` of a place in the window; number 0 is the revoked one."""
    issued, last = PLACES[place]
    return proof(issued=issued, last=last, signer=key("revoking"), cti=bytes([number]) * 16)


def _entry(place: str) -> list[object]:
    issued = {cancellable(place, number).fingerprint for number in range(20)}
    day = dates.day(PLACES[place][0])
    revoked = {cancellable(place, 0).fingerprint}
    return rice.entry(day - dates.day("2026-08-20"), day, issued, revoked)


REVOCATIONS = revocations(revocation_map(
    days=[_entry(place) for place in ("first", "old", "closed")],
    marks=[cancellable("open", 0).fingerprint, bytes(15) + b"\x01", b"\xff" * 16]))

YOUNG = revocations(revocation_map(
    sequence=41, first="2026-11-10",
    marks=[proof(issued="2026-11-20", last="2026-12-20").fingerprint]))

FILES = {
    "roots.pub": (ROOTS.pinned, "three root keys, two of which must sign"),
    "trust.cose": (TRUST.file, "ten issuers, each with something of its own; sequence 7"),
    "trust-short.cose": (TRUST_SHORT.file, "warns from 2026-11-15T12:00:00Z, refuses from "
                         "2026-11-25T12:00:00Z"),
    "trust-all-blocks.cose": (TRUST_ALL_BLOCKS.file, "`main` with every block of blocks.csv, `narrow` "
                              "with block 64, `blockless`"),
    "trust-each-block.cose": (TRUST_EACH_BLOCK.file, "for each block of blocks.csv an issuer of that "
                              "block alone, and one of all others"),
    "trust-all-days.cose": (TRUST_ALL_DAYS.file, "issued on day 0, refuses from day 65535, one "
                            "issuer for all days"),
    "trust-scope.cose": (TRUST_SCOPE.file, "issuers of one block each, one of none that is "
                         "compromised, and `revoking`, which is compromised too"),
    "revocations-caf.cose": (REVOCATIONS.file, "issued 2026-11-20T06:00:00Z, covers 2026-08-20 to "
                             "2026-11-19, warns after 10 days, refuses after 45"),
    "revocations-young.cose": (YOUNG.file, "of the same source, sequence 41, from 2026-11-10 on"),
}
