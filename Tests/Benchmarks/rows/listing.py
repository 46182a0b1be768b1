"""Revocation lists: making, loading and looking up in memory; the programs on whole registers."""
import statistics

from frame import registers
from frame.shell import progress, spent

from . import Column, Family, Row, Table

#: Name in `speed`, revoked, issued. The last is a country: a hundred million in three months.
SIZES = [("1e3", 10**3, 10**4), ("1e4", 10**4, 10**5), ("1e5", 10**5, 10**6), ("1e6", 10**6, 10**7),
         ("5e6", 5 * 10**6, 5 * 10**7), ("national", 10**6, 10**8)]
QUICK = ("1e3", "1e4")


def made(tools):
    """Makes the lists that the other rows read, and says what each took."""
    rows = []
    for name, revoked, issued in SIZES:
        if tools.is_quick and name not in QUICK:
            continue
        progress(f"lists: making that of {revoked:,} revoked of {issued:,}")
        seconds, _, memory = spent([tools.speed, *tools.sample_lists, "make", name])
        size = (tools.folder / f"{name}.cose").stat().st_size
        rows.append({"name": f"{revoked:,} revoked of {issued:,}", "seconds": round(seconds, 3),
                     "bytes": size, "bits": round(size * 8 / revoked, 2),
                     "megabytes": round(memory / 1024, 1)})
    return Table("lists: built and signed in memory, once", [
        Column("seconds", "s", ",.2f"), Column("bytes", "bytes", ","),
        Column("bits", "bits a revocation", ".1f"), Column("megabytes", "peak, MB", ",.1f")], rows,
        "The fingerprints of all issued are in memory: a publisher reads them from its register.",
        {"10,000,000 revoked": "over the limits of one list, Spec/lists.md 1"})


def families(tools):
    speed = [tools.speed, *tools.sample_lists]
    rows = [Row("libsodium alone", [*speed, "libsodium"], 2_000)]
    for name, revoked, issued in SIZES[1:]:
        is_long, of = name not in QUICK, f"{revoked:,} of {issued:,}"
        rows += [
            Row(f"look up, {of}", [*speed, f"list-lookup-{name}"], 100_000, is_long=is_long),
            Row(f"load, {of}", [*speed, "--warm", 1, f"list-load-{name}"],
                max(2, 400_000 // revoked), is_long=is_long)]
    return [Family("lists: in memory", rows)]


def tables(tools):
    """The programs: publishing from a register, installing, and a verdict with the list."""
    title = "growth: lists by rows of the register, whole programs"
    columns = [
        Column("register_bytes", "register, bytes", ","),
        Column("publish_seconds", "publish, s", ",.3f"),
        Column("publish_clock", "by the clock", ",.3f"),
        Column("publish_megabytes", "peak, MB", ",.1f"), Column("bytes", "list, bytes", ","),
        Column("install_seconds", "install, s", ".4f"),
        Column("install_megabytes", "peak, MB", ".1f"),
        Column("verify_seconds", "verify, s", ".4f"),
        Column("verify_megabytes", "peak, MB", ".1f")]
    if isinstance(tools.justificatif, str):
        return [Table(title, columns, [], absent={"all": tools.justificatif})]
    counts = [10**4] if tools.is_quick else [10**4, 10**5, 10**6, 10**7]
    note = "One row in a hundred is revoked. Publishing includes the look at the list before."
    rows = [by_rows(tools, count, min(tools.rounds, 5)) for count in counts]
    return [Table(title, columns, rows, note)]


def by_rows(tools, count, turns):
    progress(f"lists: a register of {count:,} rows")
    place = registers.Place(tools, tools.folder / f"register-{count}")
    place.fill(count)
    found = []
    for turn in range(turns):
        progress(f"lists: register of {count:,} rows, round {turn + 1} of {turns}")
        found.append([spent(words) for words in (
            place.publish(), place.install(turn), place.verify(turn))])
    row = {"name": f"{count:,}", "bytes": place.list.stat().st_size,
           "register_bytes": place.register.stat().st_size}
    for number, what in enumerate(("publish", "install", "verify")):
        row[f"{what}_seconds"] = round(statistics.median(each[number][0] for each in found), 4)
        row[f"{what}_clock"] = round(statistics.median(each[number][1] for each in found), 4)
        row[f"{what}_megabytes"] = round(max(each[number][2] for each in found) / 1024, 1)
    place.remove()
    return row
