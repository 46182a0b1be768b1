"""What `justificatif verify` of one text costs from start to end, beside a program of nothing."""
from frame.asked import Contest, Limit

from . import HERE, Family, Row

OURS, EMPTY = "justificatif verify", "empty static Swift program"
PRACTICE = HERE.parent.parent / "Vectors/practice"


def family(tools):
    rows = [Row(EMPTY, [tools.empty], 60, is_process=True)]
    absent = {}
    if isinstance(tools.justificatif, str):
        absent[OURS] = tools.justificatif
    else:
        rows.append(Row(OURS, [
            tools.justificatif, "verify", "--lists", tools.lists, "--at", "2026-11-20T09:00:00Z",
            PRACTICE / "quotient-familial.txt"], 60, is_process=True))
    return Family("start: one text, from nothing", rows, absent, [Contest(OURS, EMPTY, most=3)],
                  [Limit(OURS, "megabytes", "peak, MB", most=12)])
