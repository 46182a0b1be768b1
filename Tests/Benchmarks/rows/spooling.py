"""The daemon on a folder of texts, beside a C program, and its memory by how many wait."""
import collections
import importlib.machinery
import importlib.util
import pathlib

from frame import shell
from frame.asked import Limit
from frame.shell import progress

from . import HERE, Column, Table

BESIDE = [Column("floor", "C, files/s", ",.0f"), Column("daemon", "ours, files/s", ",.0f"),
          Column("ratio", "ratio by the clock", ".2f"),
          Column("processor_ratio", "ratio of processor time", ".2f")]
DEPTH = [Column("daemon", "files/s", ",.0f"), Column("megabytes", "peak, MB", ".1f")]
NOTE = "New folders, one turn each in turn; medians."
PLAN = [("0", 0), ("0,1", 0)]
#: Cores, and how many files were deleted in the same folder before each turn.
DELETED = [("0,1", 50_000)]
RATIO = "ratio", "ratio to the C program by the clock"
LIMITS = [
    Limit("files, one core", *RATIO, least=0.8),
    Limit("journal, one core", *RATIO, least=0.85,
          why="Spec/decisions/0022-journal-on-one-core.md says why"),
    Limit("files, two cores", *RATIO, least=0.8), Limit("journal, two cores", *RATIO, least=0.85)]

#: What is measured: `spool/run`, a folder on a disk, the daemon's command, the text of each file.
Bench = collections.namedtuple("Bench", "run folder daemon text tools")


def tables(tools):
    """The table that needs many deletions is the last: ext4 is slower for minutes after them."""
    if isinstance(tools.justificatif, str):
        yield Table("spool", [], [], absent={"all": tools.justificatif})
        return
    run, folder = loaded(HERE / "spool/run"), tools.folder / "spooled"
    bench = Bench(run, folder, *run.contestant(tools.programs, folder), tools)
    if not tools.is_quick:
        yield Table("growth: memory of the daemon by files waiting", DEPTH, by_depth(bench),
                    "Two cores, a file for each verdict.")
    rows = beside_c(bench, PLAN)
    yield Table("spool: the daemon beside a C program", BESIDE, rows, NOTE,
                asked=[limit.line(rows) for limit in LIMITS])
    if not tools.is_quick:
        yield Table("spool: the same after many deletions", BESIDE, beside_c(bench, DELETED), NOTE)


def loaded(path):
    loader = importlib.machinery.SourceFileLoader("spool_run", str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("spool_run", loader))
    loader.exec_module(module)
    return module


def beside_c(bench, plan):
    rows = []
    for cores, deleted in plan:
        for mode in ("files", "journal"):
            name = f"{mode}, {'two cores' if ',' in cores else 'one core'}"
            name += f", after {deleted:,} deletions" if deleted else ""
            progress(f"spool: {name}")
            shell.WHOLE.left()
            files, rounds = (2_000, 1) if bench.tools.is_quick else (
                8_000, 1 if deleted else min(bench.tools.rounds, 3))
            found = bench.run.compare(
                bench.folder, bench.daemon, bench.text, mode, files, rounds, cores, deleted)
            rows.append({"name": name, **{key: round(found[key], 3) for key in found}})
    return rows


def by_depth(bench):
    rows = []
    for files in (100, 1_000, 10_000, 100_000):
        progress(f"spool: memory with {files:,} files waiting")
        shell.WHOLE.left()
        spool = bench.folder / f"depth-{files}"
        bench.run.fill(spool, bench.text, files)
        rows.append({"name": f"{files:,}",
                     **peak(bench.run, [*bench.daemon, "--spool", spool], files)})
    return rows


def peak(run, words, files):
    """Files a second, and the memory peak once all were judged."""
    def look(process):
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        kilobytes.append(int(status.split("VmHWM:")[1].split()[0]))

    kilobytes = []
    seconds = run.judged([str(word) for word in words], files, look)
    return {"daemon": round(files / seconds, 1), "megabytes": round(kilobytes[0] / 1024, 1)}
