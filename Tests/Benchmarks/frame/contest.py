"""Contestants that take turns, round by round, so that what disturbs one disturbs all."""
import statistics

from rows import Column, Table

from .shell import progress, spent

COLUMNS = [Column("microseconds", "µs each", ",.2f"), Column("ratio", "ratio", ".3f"),
           Column("megabytes", "peak, MB", ".1f")]


def measured(family, rounds, is_quick):
    """The table of a family: medians, and medians of the ratios of each round."""
    rows = [row for row in family.rows if not (is_quick and row.is_long)]
    times = {row.name: [] for row in rows}
    memory = {}
    for turn in range(rounds if rows else 0):
        for row in rows:
            progress(f"{family.title}: round {turn + 1} of {rounds}, {row.name}")
            microseconds, memory[row.name] = each(row)
            times[row.name].append(microseconds)
    first = times[rows[0].name] if rows else []
    return Table(family.title, COLUMNS, [{
        "name": row.name, "microseconds": round(statistics.median(times[row.name]), 3),
        "ratio": round(statistics.median(a / b for a, b in zip(first, times[row.name])), 4),
        "megabytes": round(memory[row.name] / 1024, 1),
    } for row in rows], absent=family.absent)


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
