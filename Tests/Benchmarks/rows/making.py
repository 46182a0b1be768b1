"""The revocation lists that other rows read are made first, and what each took is a row."""
from frame.shell import Failed, progress, spent

from . import Column, Table

#: Name in `speed`, revoked, issued. The last is a country: a hundred million in three months.
SIZES = [("1e3", 10**3, 10**4), ("1e4", 10**4, 10**5), ("1e5", 10**5, 10**6), ("1e6", 10**6, 10**7),
         ("5e6", 5 * 10**6, 5 * 10**7), ("national", 10**6, 10**8)]
QUICK = ("1e3", "1e4")
TITLE = "lists: built and signed in memory, once"
COLUMNS = [
    Column("seconds", "s", ",.2f"), Column("bytes", "bytes", ","),
    Column("bits", "bits a revocation", ".1f"), Column("megabytes", "peak, MB", ",.1f")]
NOTE = "The fingerprints of all issued are in memory: a publisher reads them from its register."


def tables(tools):
    rows, absent = [], {}
    for name, revoked, issued in SIZES:
        if tools.is_quick and name not in QUICK:
            continue
        row = f"{revoked:,} revoked of {issued:,}"
        progress(f"lists: making that of {row}")
        try:
            seconds, _, memory = spent([tools.speed, *tools.sample_lists, "make", name])
        except Failed as failure:
            absent[row] = str(failure)
            continue
        size = (tools.folder / f"{name}.cose").stat().st_size
        rows.append({"name": row, "seconds": round(seconds, 3), "bytes": size,
                     "bits": round(size * 8 / revoked, 2), "megabytes": round(memory / 1024, 1)})
    absent["10,000,000 revoked"] = (
        "over the limits of one list, 16,777,216 bytes and 8,000,000 revocations (Spec/lists.md 1)")
    return [Table(TITLE, COLUMNS, rows, NOTE, absent)]
