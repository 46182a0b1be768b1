"""Whole batches: rows that are on the disk before their files are."""
import datetime
import statistics

from frame.asked import Limit
from frame.shell import progress, run, spent

from . import Column, Table

TITLE = "issue: batches, durable"
COLUMNS = [Column("per_second", "a second", ",.0f"), Column("cores", "cores", "d")]
FILES, FILES_ONE, ALONE, ONE_BY_ONE = (
    "register, picture and text, two cores", "register, picture and text, one core", "register alone",
    "register alone, a row a flush")
LIMITS = [Limit(FILES, "per_second", "a second", least=500),
          Limit(ALONE, "per_second", "rows a second", least=1_000)]
CLAIMS = ('{"family_name": "MARTIN", "first_given_name": "Camille", "birth_date": "1990-03-14", '
          '"qf": 742, "qf_month": "%s", "qf_source": "CNAF", "data_as_of": "%s"}\n')


def tables(tools):
    """By the clock, since a batch waits for the disk."""
    for needed in (tools.justificatif, tools.adding):
        if isinstance(needed, str):
            return [Table(TITLE, COLUMNS, [], absent={"all": needed})]
    turns = 1 if tools.is_quick else 3
    # Of the whole run's folder: not in memory, since flushing is what it is about.
    folder = tools.folder / "batches"
    folder.mkdir()
    batches = Batches(tools, folder, 500 if tools.is_quick else 4_000)
    found = {(name, cores): [] for name, cores, _ in batches.rows}
    for turn in range(turns):
        for name, cores, rate in batches.rows:
            progress(f"issue: {name}, round {turn + 1} of {turns}")
            found[name, cores].append(rate(folder / f"{turn}-{cores}", cores))
    rows = [{"name": name, "cores": cores, "per_second": round(statistics.median(rates), 1)}
            for (name, cores), rates in found.items()]
    return [Table(TITLE, COLUMNS, rows, "By the clock; 128 lines or rows a flush, but for the last row.",
                  asked=[limit.line(rows) for limit in LIMITS])]


class Batches:
    #: Seconds that rows are added to a register for.
    ADDING = 2

    def __init__(self, tools, folder, lines):
        self.program, self.adding = tools.programs / "justificatif-issuer", tools.adding
        self.folder, self.lines = folder, lines
        self.rows = [(FILES, 2, self.issue), (FILES_ONE, 1, self.issue),
                     (ALONE, 1, lambda *place: self.add(*place, 128)),
                     (ONE_BY_ONE, 1, lambda *place: self.add(*place, 1))]
        today = datetime.datetime.now(datetime.timezone.utc).date()
        month = today.replace(day=1) - datetime.timedelta(days=1)
        run([self.program, "key", "new", "--role", "issuer", "--out", folder / "caf"])
        (folder / "lines.jsonl").write_text(CLAIMS % (f"{month:%Y-%m}", today) * lines)

    def issue(self, place, cores):
        """Whole programs: their start counts."""
        _, clock, _ = spent([
            self.program, "issue", "--key", self.folder / "caf.key", "--register", f"{place}.db",
            "--batch", self.folder / "lines.jsonl", "--out-dir", place], cores)
        return self.lines / clock

    def add(self, place, cores, group):
        words = [self.adding, f"{place}.{group}", self.ADDING, group]
        return int(run(["taskset", "-c", f"0-{cores - 1}", *words])) / self.ADDING
