"""Whole batches: rows that are on the disk before their files are."""
import datetime
import statistics
import tempfile

from frame.shell import progress, run, spent

from . import HERE, Column, Table

CLAIMS = ('{"family_name": "MARTIN", "first_given_name": "Camille", "birth_date": "1990-03-14", '
          '"qf": 742, "qf_month": "%s", "qf_source": "CNAF", "data_as_of": "%s"}\n')


def tables(tools):
    """By the clock, since a batch waits for the disk."""
    title = "issue: batches, durable"
    columns = [Column("per_second", "a second", ",.0f"), Column("cores", "cores", "d")]
    if isinstance(tools.justificatif, str):
        return [Table(title, columns, [], absent={"all": tools.justificatif})]
    progress("issue: building what adds to a register")
    run(["swift", "build", "-c", "release", "--static-swift-stdlib", "-Xswiftc", "-use-ld=lld"],
        HERE / "register")
    turns = 1 if tools.is_quick else 5
    # Not in memory: flushing is what it is about. Nothing is removed before the end.
    with tempfile.TemporaryDirectory(prefix="justificatif-batch-", dir="/var/tmp") as folder:
        batches = Batches(tools, folder, 500 if tools.is_quick else 4_000)
        found = {(name, cores): [] for name, cores, _ in batches.rows}
        for turn in range(turns):
            for name, cores, rate in batches.rows:
                progress(f"issue: {name}, round {turn + 1} of {turns}")
                found[name, cores].append(rate(f"{folder}/{turn}-{cores}", cores))
    return [Table(title, columns, [
        {"name": name, "cores": cores, "per_second": round(statistics.median(rates), 1)}
        for (name, cores), rates in found.items()], "By the clock; 128 lines or rows a flush.")]


class Batches:
    #: Seconds that rows are added to a register for.
    ADDING = 2

    def __init__(self, tools, folder, lines):
        self.program = tools.programs / "justificatif-issuer"
        self.folder, self.lines = folder, lines
        self.rows = [("register, picture and text", 2, self.issue),
                     ("register, picture and text", 1, self.issue), ("register alone", 1, self.add)]
        today = datetime.datetime.now(datetime.timezone.utc).date()
        month = today.replace(day=1) - datetime.timedelta(days=1)
        run([self.program, "key", "new", "--role", "issuer", "--out", f"{folder}/caf"])
        with open(f"{folder}/lines.jsonl", "w") as file:
            file.write(CLAIMS % (month.strftime("%Y-%m"), today) * lines)

    def issue(self, place, cores):
        """Whole programs: their start counts."""
        _, clock, _ = spent([
            self.program, "issue", "--key", f"{self.folder}/caf.key", "--register", f"{place}.db",
            "--batch", f"{self.folder}/lines.jsonl", "--out-dir", place], cores)
        return self.lines / clock

    def add(self, place, cores):
        words = [HERE / "register/.build/release/adding", f"{place}.rows", self.ADDING, 128]
        return int(run(["taskset", "-c", f"0-{cores - 1}", *words])) / self.ADDING
