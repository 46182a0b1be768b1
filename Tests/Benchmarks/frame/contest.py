"""Contestants that take turns, round by round, so that what disturbs one disturbs all."""
import statistics

from rows import Column, Table

from . import asked
from .shell import Failed, progress, spent

COLUMNS = [Column("microseconds", "µs each", ",.2f"), Column("ratio", "ratio", ".3f"),
           Column("megabytes", "peak, MB", ".1f")]


def measured(family, rounds, is_quick):
    """The table of a family: medians, and medians of the ratios of each round.

    A contestant that fails is absent, with what it said.
    """
    rows = [row for row in family.rows if not (is_quick and row.is_long)]
    times, memory, absent = {row.name: [] for row in rows}, {}, dict(family.absent)
    for turn in range(rounds if rows else 0):
        for row in [row for row in rows if row.name in times]:
            progress(f"{family.title}: round {turn + 1} of {rounds}, {row.name}")
            try:
                microseconds, memory[row.name] = each(row)
                times[row.name].append(microseconds)
            except Failed as failure:
                absent[row.name] = str(failure)
                del times[row.name]
    first = times.get(rows[0].name) if rows else None
    found = [{
        "name": name, "microseconds": round(statistics.median(all_rounds), 3),
        "ratio": round(asked.times_as_fast(all_rounds, first), 4) if first else None,
        "megabytes": round(memory[name] / 1024, 1),
    } for name, all_rounds in times.items()]
    # A quick run asks nothing of what it leaves out.
    known = {row.name for row in rows} | set(absent)
    lines = [contest.line(times) for contest in family.asked
             if {contest.ours, contest.theirs} <= known]
    lines += [limit.line(found) for limit in family.limits]
    return Table(family.title, COLUMNS, found, absent=absent, asked=lines)


def each(row):
    """Microseconds of one time, and the memory peak in kilobytes."""
    def once(words):
        processor, clock, memory = spent(words, row.cores)
        return clock if row.is_by_clock else processor, memory

    if row.is_process:
        runs = [once(row.command) for _ in range(row.times)]
        return statistics.median(time for time, _ in runs) * 1e6, runs[0][1]
    less, memory = once([*row.command, row.times])
    more, _ = once([*row.command, 3 * row.times])
    return max(more - less, 1e-9) / (2 * row.times) * 1e6, memory
