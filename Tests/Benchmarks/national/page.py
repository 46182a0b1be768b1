"""The tables of Spec/scale.md, between marks: `<!-- table: NAME -->` and `<!-- end -->`."""
import math
import re

from . import assumed, needs

NONE = "No figures: `make bench` was not run on this commit or a descendant of it."


def written(page, results, figures):
    """The page with its tables anew; with a sentence in their place where there are no figures."""
    def table(found):
        name = found[1]
        if name == "assumed":
            content = rows(("", ""), assumptions())
        else:
            content = NONE if figures is None else TABLES[name](results, figures)
        return f"<!-- table: {name} -->\n{content}\n<!-- end -->"

    return re.sub(r"<!-- table: (\w+) -->\n.*?\n<!-- end -->", table, page, flags=re.S)


def rows(heading, lines):
    return "\n".join(["| " + " | ".join(heading) + " |", "|---" * len(heading) + "|",
                      *("| " + " | ".join(line) + " |" for line in lines)])


def short(number):
    """Two significant digits, three from a hundred on: more would say more than was measured."""
    if number < 0.01:
        return f"{float(f'{number:.1g}'):f}".rstrip("0")
    if number >= 100:
        digits = len(str(int(number))) - 3
        return f"{round(number, -max(digits, 0)):,.0f}"
    return f"{float(f'{number:.2g}'):g}"


def in_bytes(number):
    for unit, size in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if number >= size:
            return f"{short(number / size)} {unit}"
    return f"{short(number)} bytes"


def in_seconds(number):
    for unit, size in (("s", 1), ("ms", 1e-3)):
        if number >= size:
            return f"{short(number / size)} {unit}"
    return f"{short(number * 1e6)} µs"


def assumptions():
    return [
        ("holders", f"{assumed.HOLDERS:,}"),
        (f"justificatifs in the {assumed.DAYS} days that one can be shown", f"{assumed.PROOFS:,}"),
        ("of these cancelled", f"{assumed.REVOKED:,}"),
        ("places, each of which fetches every publication", f"{assumed.PLACES:,}"),
        ("hours in which all of them have fetched it", f"{assumed.FETCH_HOURS}"),
        ("logins a minute on a first of September, each with one justificatif",
         f"{assumed.LOGINS_A_MINUTE:,}"),
        ("the busiest second, over the mean of the three months", f"{assumed.PEAK} times"),
        ("minutes until a person who closes their space has closed it", f"{assumed.VISIT_MINUTES}"),
        ("cores of a machine", f"{assumed.CORES}"),
        ("line of a web server", f"{assumed.LINE / 1e9:g} Gbit/s"),
    ]


def run(results, _):
    machine = results.machine
    return (f"Commit {machine['commit']}, {machine['date'][:10]}, {machine['processor']}, "
            f"{machine['cores']} cores, load {machine['load_before']} before and "
            f"{machine['load_after']} after.")


def sizes(_, figures):
    a_day = assumed.PLACES * figures.list_bytes
    return rows(("", "each", "the country", ""), [
        ("register that is a file", f"{short(figures.file_row_bytes)} bytes a row",
         in_bytes(figures.file_row_bytes * assumed.PROOFS), "measured at 10,000,000 rows"),
        ("register on a PostgreSQL server, tables and indexes",
         f"{short(figures.server_row_bytes)} bytes a row",
         in_bytes(figures.server_row_bytes * assumed.PROOFS), "measured; its log is not counted"),
        ("one revocation list", f"{figures.list_bytes * 8 / assumed.REVOKED:.1f} bits a revocation",
         in_bytes(figures.list_bytes), "measured, all of it in one list"),
        ("lists to all places, a day", in_bytes(figures.list_bytes), in_bytes(a_day), "calculated"),
        (f"the same, in {assumed.FETCH_HOURS} hours", "",
         f"{short(needs.line(figures) / 1e6)} Mbit/s", "calculated"),
        ("requests of places, three files each", "",
         f"{short(3 * assumed.PLACES / assumed.FETCH_HOURS / 3_600)} a second", "calculated"),
        ("a place that has the list in memory", f"{short(figures.counter_megabytes)} MB", "",
         "measured: peak of loading it"),
    ])


def cores(_, figures):
    def line(what, microseconds, rate, how, often=None):
        return (what, in_seconds(microseconds / 1e6), often or f"{short(rate)} a second",
                short(rate * microseconds / 1e6), how)

    mean, logins, day = needs.MEAN, needs.LOGINS_A_SECOND, 1 / 86_400
    seconds, _ = needs.publishing(figures)
    return rows(("work", "processor, each", "how often", "cores", ""), [
        line("verify a justificatif, each of them once, on the mean day", figures.verify_microseconds,
             mean, "measured"),
        line("claims to PNG, on the mean day", figures.issue_microseconds, mean, "measured"),
        line("a visit, first of September: portal and page", figures.portal_milliseconds * 1_000,
             logins, "measured, one person after the other"),
        line("the same: signing service", figures.signing_milliseconds * 1_000, logins, "measured"),
        line("a visit that finds again, if all do: signing service", figures.find_milliseconds * 1_000,
             logins, "measured, register nearly empty"),
        line("load the list of the country", figures.list_load_microseconds, assumed.PLACES * day,
             "measured", "each place once a day"),
        line("publish from one register", seconds * 1e6, day,
             f"extended from {figures.publish[-1][0]:,} rows", "once a day"),
    ])


def disks(_, figures):
    _, megabytes = needs.publishing(figures)
    days = assumed.PROOFS / figures.batch_per_second / 86_400
    return rows(("", "", ""), [
        ("rows and flushes a second, first of September", short(needs.LOGINS_A_SECOND), "calculated"),
        ("rows a second on a file, a flush each", short(figures.file_rows_per_second), "measured"),
        ("rows a second on a PostgreSQL server, a flush each", short(figures.server_rows_per_second),
         "measured, the server on the same cores"),
        ("all justificatifs in batches with pictures and texts, one machine", f"{short(days)} days",
         f"calculated from {short(figures.batch_per_second)} a second, measured"),
        ("memory peak of publishing from one register", in_bytes(megabytes * 1e6),
         f"extended from {figures.publish[-1][0]:,} rows"),
        ("share of all justificatifs that one list can cancel",
         f"{short(100 * needs.most_revoked(figures))} %", "calculated"),
    ])


def breaks(_, figures):
    return rows(("what", "asked", "one machine", "share", "takes over"), [
        (need.what, f"{short(need.asked)} {need.unit}".rstrip(), short(need.given),
         f"**{short(need.share)}**" if need.share < 1 else short(need.share), need.next)
        for need in needs.needs(figures)])


def verdict(_, figures):
    found = needs.needs(figures)
    lacking = [need for need in found if need.share < 1]
    if not lacking:
        return "Nothing is short on one machine."
    first = lacking[0]
    others = "Nothing else is short." if len(lacking) == 1 else \
        f"{len(lacking)} of {len(found)} rows are short."
    return (f"First of all: {first.what}. One machine gives {short(first.share)} of what is asked, so it "
            f"takes {math.ceil(1 / first.share)}. {others}")


TABLES = {"run": run, "sizes": sizes, "cores": cores, "disks": disks, "breaks": breaks,
          "verdict": verdict}
