"""Revocation lists: loading and looking up in memory; the programs on whole registers."""
import statistics

from frame import registers
from frame.shell import Failed, progress, spent

from . import Column, Family, Row, Table
from .making import QUICK, SIZES

#: How often each register is published, installed from and verified with, by its rows.
TURNS = {10**4: 5, 10**5: 5, 10**6: 2, 10**7: 1}
QUICK_ROWS = 10**4
GROWTH = "growth: lists by rows of the register, whole programs"


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
        return [Table(GROWTH, columns, [], absent={"all": tools.justificatif})]
    note = """One row in a hundred is revoked. From the second turn on, publishing includes the look at
the list before; the largest register has one turn."""
    rows, absent = [], {}
    for count, turns in TURNS.items():
        if tools.is_quick and count > QUICK_ROWS:
            continue
        try:
            rows.append(by_rows(tools, count, min(tools.rounds, turns)))
        except Failed as failure:
            absent[f"{count:,}"] = str(failure)
    return [Table(GROWTH, columns, rows, note, absent)]


def by_rows(tools, count, turns):
    progress(f"lists: a register of {count:,} rows")
    place = registers.Place(tools.programs, tools.folder / f"register-{count}")
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
    return row
