"""The daemon on a folder of texts, beside a C program, and its memory by how many wait."""
import importlib.machinery
import importlib.util
import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from frame import registers
from frame.shell import progress

from . import HERE, Column, Table

BESIDE = [Column("floor", "C, files/s", ",.0f"), Column("daemon", "ours, files/s", ",.0f"),
          Column("ratio", "ratio by the clock", ".2f"),
          Column("processor_ratio", "ratio of processor time", ".2f")]
DEPTH = [Column("daemon", "files/s", ",.0f"), Column("megabytes", "peak, MB", ".1f")]
#: Deleted in the same folder before each turn.
MANY = 100_000


def tables(tools):
    titles = "spool: the daemon beside a C program", "growth: memory of the daemon by files waiting"
    if isinstance(tools.justificatif, str):
        return [Table(title, [], [], absent={"all": tools.justificatif}) for title in titles]
    place = registers.Place(tools, tools.folder / "spooled")
    for command in (place.publish(), place.install(0)):
        subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)
    run = loaded(HERE / "spool/run")
    daemon = [tools.programs / "justificatifd", "run", "--lists", place.folder / "lists-0"]
    text = (place.folder / "proof.txt").read_bytes()
    # Not in memory: flushing is what it is about.
    folder = pathlib.Path(tempfile.mkdtemp(prefix="justificatif-spool-", dir="/var/tmp"))
    try:
        deep = [] if tools.is_quick else by_depth(run, folder, daemon, text)
        beside = beside_c(run, folder, daemon, text, tools)
    finally:
        shutil.rmtree(folder)
    return [Table(titles[0], BESIDE, beside, "New folders, one turn each in turn; medians."),
            Table(titles[1], DEPTH, deep, "Two cores, a file for each verdict.")]


def loaded(path):
    loader = importlib.machinery.SourceFileLoader("spool_run", str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("spool_run", loader))
    loader.exec_module(module)
    return module


def beside_c(run, folder, daemon, text, tools):
    rows = []
    plan = [("0", 0)] if tools.is_quick else [("0", 0), ("0,1", 0), ("0,1", MANY)]
    for cores, deleted in plan:
        for mode in ("files", "journal"):
            name = f"{mode}, {'two cores' if ',' in cores else 'one core'}"
            name += f", after {deleted:,} deletions" if deleted else ""
            progress(f"spool: {name}")
            files, rounds = (2_000, 1) if tools.is_quick else (8_000, min(tools.rounds, 3))
            found = run.compare(folder, daemon, text, mode, files, rounds, cores, deleted)
            rows.append({"name": name, **{key: round(found[key], 3) for key in found}})
    return rows


def by_depth(run, folder, daemon, text):
    rows = []
    for files in (100, 1_000, 10_000, 100_000):
        progress(f"spool: memory with {files:,} files waiting")
        spool = folder / f"depth-{files}"
        run.fill(spool, text, files)
        found = peak([*daemon, "--spool", spool], files)
        rows.append({"name": f"{files:,}", **found})
    return rows


def peak(words, files):
    """Files a second, and the memory peak once all were judged."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in words], stderr=subprocess.PIPE, text=True)
    judged = 0
    for line in process.stderr:
        event = json.loads(line)
        judged += event["count"] if event["event"] == "verdicts" else 0
        if judged >= files:
            break
    seconds = time.monotonic() - start
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    kilobytes = int(status.split("VmHWM:")[1].split()[0])
    process.send_signal(signal.SIGTERM)
    process.communicate()
    return {"daemon": round(files / seconds, 1), "megabytes": round(kilobytes / 1024, 1)}
