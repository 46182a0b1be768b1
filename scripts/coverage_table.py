"""Reads lcov on standard input: a row a room, then every line no test reached.

    coverage_table.py LEAST
    coverage_table.py --suites    the tests that count, for swift test --filter

The rooms are those that ARCHITECTURE.md calls pure or a door, but for the web services, which are
tried over HTTP and from outside (Tests/Portal, Tests/GuichetServiceTests).

Exits with 1 when some room has less than LEAST percent of its lines covered.
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
SOURCES = ROOT / "Sources"
WEB_SERVICES = {"GuichetService", "PortalService"}
ROOMS = [room for room in re.findall(r"^\| `(\w+)` \| (?:pure|door) \|",
                                     (ROOT / "ARCHITECTURE.md").read_text(), re.M)
         if room not in WEB_SERVICES]
# IssuanceTests holds the tests of Issuing that need keys.
SUITES = [f"{room}Tests" for room in ROOMS] + ["IssuanceTests"]


def lines(report) -> dict[pathlib.Path, dict[int, int]]:
    """How often each line that holds code was run, by file."""
    counts: dict[pathlib.Path, dict[int, int]] = collections.defaultdict(dict)
    path = None
    for entry in report:
        kind, _, rest = entry.strip().partition(":")
        if kind == "SF":
            path = pathlib.Path(rest)
        elif kind == "DA" and path is not None:
            number, count = (int(part) for part in rest.split(",")[:2])
            counts[path][number] = max(count, counts[path].get(number, 0))
    return counts


def room(path: pathlib.Path) -> str | None:
    """The room a file belongs to; none for every other file."""
    try:
        name = path.relative_to(SOURCES).parts[0]
    except ValueError:
        return None
    return name if name in ROOMS else None


def percent(covered: int, count: int) -> float:
    return 100 * covered / count if count else 0


def main() -> int:
    if sys.argv[1:] == ["--suites"]:
        print(f"^({'|'.join(SUITES)})\\.")
        return 0
    least = float(sys.argv[1])
    totals = {name: [0, 0] for name in ROOMS}
    missed = []
    for path, counts in sorted(lines(sys.stdin).items()):
        name = room(path)
        if name is None:
            continue
        totals[name][0] += sum(1 for count in counts.values() if count)
        totals[name][1] += len(counts)
        source = path.read_text(encoding="utf-8").split("\n")
        for number in sorted(number for number, count in counts.items() if not count):
            missed.append((path.relative_to(SOURCES), number, source[number - 1].strip()))
    print(f"{'room':14}{'lines':>7}{'covered':>9}{'%':>8}")
    for name, (covered, count) in totals.items():
        print(f"{name:14}{count:7}{covered:9}{percent(covered, count):8.2f}")
    covered = sum(total[0] for total in totals.values())
    count = sum(total[1] for total in totals.values())
    print(f"{'all':14}{count:7}{covered:9}{percent(covered, count):8.2f}")
    print("\nNot reached by any test:")
    for path, number, text in missed:
        print(f"  {path}:{number}: {text}")
    if not all(count for _, count in totals.values()):
        print("a room without any line: the report is not one of this tree", file=sys.stderr)
        return 1
    low = [name for name, (covered, count) in totals.items() if percent(covered, count) < least]
    if low:
        print(f"\nless than {least:g} % of the lines are covered of {', '.join(low)}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
