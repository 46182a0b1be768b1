"""The measured figures that a country is worked out from, of one run of the benchmark."""
import dataclasses
import math

from frame.results import Missing
from rows import batching, issuing, listing, making, registering, visiting


@dataclasses.dataclass(frozen=True)
class Figures:
    """Rates are of one machine with `assumed.CORES` cores; times are of its processor."""

    #: With a list of a million revocations in memory.
    verify_microseconds: float
    issue_microseconds: float
    #: With rows, pictures and texts on the disk.
    batch_per_second: float
    #: A flush for each row, as the signing service has it.
    file_rows_per_second: float
    server_rows_per_second: float
    file_row_bytes: float
    server_row_bytes: float
    list_bytes: int
    list_load_microseconds: float
    counter_megabytes: float
    #: Seconds and megabytes of publishing, at rows of the register: the two largest measured.
    publish: tuple
    publish_megabytes: tuple
    #: Milliseconds of a visit for a justificatif: portal with page, signing service; and requests.
    portal_milliseconds: float
    signing_milliseconds: float
    requests: float
    #: Milliseconds of the signing service for a person who looks for theirs.
    find_milliseconds: float
    spool_per_second: float

    @classmethod
    def of(cls, results):
        """Throws `Missing`, which names what the run did not measure."""
        rows, size = points(results, "register_bytes")[-1]
        return cls(**{name: results.figure(*where) for name, where in MEASURED.items()},
                   file_row_bytes=size / rows, publish=points(results, "publish_seconds"),
                   publish_megabytes=points(results, "publish_megabytes"))


LOAD = "lists: in memory", "load, 1,000,000 of 100,000,000"
TAKE = visiting.TITLE, visiting.TAKE
#: Table, row and figure of each.
MEASURED = {
    "verify_microseconds": ("growth: verdict, by revocations in the list", "1e6", "microseconds"),
    "issue_microseconds": ("issue: claims to text and picture", issuing.OURS, "microseconds"),
    "batch_per_second": (batching.TITLE, batching.FILES, "per_second"),
    "file_rows_per_second": (batching.TITLE, batching.ONE_BY_ONE, "per_second"),
    "server_rows_per_second": (registering.TITLE, "the register alone, a row each time", "per_second"),
    "server_row_bytes": (registering.TITLE, "the register alone", "row_bytes"),
    "list_bytes": (making.TITLE, "1,000,000 revoked of 100,000,000", "bytes"),
    "list_load_microseconds": (*LOAD, "microseconds"),
    "counter_megabytes": (*LOAD, "megabytes"),
    "portal_milliseconds": (*TAKE, "portal_milliseconds"),
    "signing_milliseconds": (*TAKE, "signing_milliseconds"),
    "requests": (*TAKE, "requests"),
    "find_milliseconds": (visiting.TITLE, visiting.FIND, "signing_milliseconds"),
    "spool_per_second": ("spool: the daemon beside a C program", "files, two cores", "daemon"),
}


def points(results, key):
    """(rows, figure) at the two largest registers."""
    title = listing.GROWTH
    found = [(int(name.replace(",", "")), figure) for name, figure in results.series(title, key)]
    if len(found) < 2:
        raise Missing(f"{title}: {key} of two registers")
    return tuple(found[-2:])


def extended(pair, rows):
    """A figure at more rows than were measured, by the power law through two points."""
    (fewer, low), (more, high) = pair
    slope = math.log(high / low) / math.log(more / fewer)
    return high * (rows / more) ** slope
