"""The arithmetic: what the country asks, what one machine gives, and what is short first."""
import dataclasses

from .assumed import (
    CORES, DAYS, FETCH_HOURS, KEPT_MINUTES, KEYS_REMEMBERED, LINE, LIST_BYTES, LIST_REVOKED,
    LOGINS_A_MINUTE, PEAK, PLACES, POCKET_BYTES, PORTAL_REQUESTS, PROOFS, REVOKED, VAULT_PERSONS,
    VISIT_MINUTES)
from .figures import extended

LOGINS_A_SECOND = LOGINS_A_MINUTE / 60
MEAN = PROOFS / DAYS / 86_400


@dataclasses.dataclass(frozen=True)
class Need:
    """Something of which one machine gives `given` and the country asks `asked`, in the same unit."""

    what: str
    unit: str
    asked: float
    given: float
    #: What takes over where it is short.
    next: str

    @property
    def share(self):
        """What one machine gives of what is asked: below 1 it is short."""
        return self.given / self.asked


def needs(figures):
    """The shortest first."""
    visit = (figures.portal_milliseconds + figures.signing_milliseconds) / 1_000
    return sorted([
        Need("persons in the vault of one portal, if nobody closes their space", "persons",
             LOGINS_A_MINUTE * KEPT_MINUTES, VAULT_PERSONS, PORTALS),
        Need(f"persons in the vault, if each closes theirs after {VISIT_MINUTES} minutes", "persons",
             LOGINS_A_MINUTE * VISIT_MINUTES, VAULT_PERSONS, PORTALS),
        Need("requests to one portal", "a second", LOGINS_A_SECOND * figures.requests,
             PORTAL_REQUESTS, PORTALS),
        Need("processor of portal, page and signing service", "cores", LOGINS_A_SECOND * visit, CORES,
             PORTALS),
        Need("processor of the signing service, if all of them look for theirs again", "cores",
             LOGINS_A_SECOND * figures.find_milliseconds / 1_000, CORES, SIGNERS),
        Need("agreements that one signing service remembers", "in 15 minutes",
             LOGINS_A_MINUTE * KEPT_MINUTES, KEYS_REMEMBERED, SIGNERS),
        Need("rows of a first of September in a register that is a file", "a second", LOGINS_A_SECOND,
             figures.file_rows_per_second, POSTGRESQL),
        Need("the same rows on a PostgreSQL server", "a second", LOGINS_A_SECOND,
             figures.server_rows_per_second, "a larger server; it is one machine"),
        Need(f"signing in batches, at {PEAK} times the mean", "a second", MEAN * PEAK,
             figures.batch_per_second, SIGNERS),
        Need("bytes of one revocation list", "bytes", figures.list_bytes, LIST_BYTES, LISTS),
        Need("bytes of lists that a counter page keeps in the browser", "bytes", figures.list_bytes,
             POCKET_BYTES, "the page of a program (`guichet.md` 6), or a page made anew each day"),
        Need("revocations in one list", "", REVOKED, LIST_REVOKED, LISTS),
        Need(f"lists to all places in {FETCH_HOURS} hours, over one line", "Mbit/s",
             line(figures) / 1e6, LINE / 1e6, MIRRORS),
        Need("one back office that verifies everything", "a second", MEAN * PEAK,
             figures.spool_per_second, "a second daemon with a spool of its own"),
    ], key=lambda need: need.share)


PORTALS = "more portals behind HAProxy or nginx, by a cookie"
SIGNERS = "more signing machines on one register"
POSTGRESQL = "PostgreSQL (`register.md` 7)"
LISTS = "a list for each key, up to 256 (`lists.md` 3.3)"
MIRRORS = "a CDN, or mirrors (`distribution.md` 3)"


def line(figures):
    """Bits a second while all places fetch a new list."""
    return PLACES * figures.list_bytes * 8 / (FETCH_HOURS * 3_600)


def most_revoked(figures):
    """Share of `PROOFS` that one list can cancel, at its bytes for each."""
    return min(LIST_BYTES / (figures.list_bytes / REVOKED), LIST_REVOKED) / PROOFS


def publishing(figures):
    """Seconds of processor and megabytes of publishing from the whole register: extended."""
    return extended(figures.publish, PROOFS), extended(figures.publish_megabytes, PROOFS)
