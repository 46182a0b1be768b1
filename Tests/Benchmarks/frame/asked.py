"""What is asked of a figure, and whether it is met."""
import dataclasses
import statistics


def times_as_fast(ours, theirs):
    """The median of the ratios of each round."""
    return statistics.median(ratios(ours, theirs))


def ratios(ours, theirs):
    return [b / a for a, b in zip(ours, theirs)]


def line(name, measured, least, most, why="", rounds=()):
    """A row of the table of what is asked. `is_met` is None if nothing was measured.

    `rounds` has the figure of each round: how far they are apart says what the median is worth.
    """
    is_met = None
    if measured is not None:
        is_met = measured >= least if most is None else measured <= most
    return {"name": name, "measured": measured, "least": least, "most": most, "is_met": is_met,
            "why": why, "rounds": [round(one, 3) for one in rounds]}


@dataclasses.dataclass
class Contest:
    """`ours` is at least so many times as fast as `theirs`, or takes at most so many times as long."""

    ours: str
    theirs: str
    least: float | None = None
    most: float | None = None

    def line(self, times):
        """From the times of each round, by the names of rows."""
        ours, theirs = times.get(self.ours), times.get(self.theirs)
        if self.most is None:
            name, pair = f"{self.ours}: times as fast as {self.theirs}", (ours, theirs)
        else:
            name, pair = f"{self.ours}: times as long as {self.theirs}", (theirs, ours)
        found = ratios(*pair) if all(pair) else []
        ratio = round(statistics.median(found), 3) if found else None
        return line(name, ratio, self.least, self.most, rounds=found)


@dataclasses.dataclass
class Limit:
    """A figure of a row is at least or at most so much."""

    row: str
    key: str
    #: What the figure is.
    what: str
    least: float | None = None
    most: float | None = None
    #: Which page says why it is not met, where that is known.
    why: str = ""

    def line(self, rows):
        found = next((row for row in rows if row["name"] == self.row), {})
        return line(f"{self.row}: {self.what}", found.get(self.key), self.least, self.most, self.why)
