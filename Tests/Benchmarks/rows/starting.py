"""What `justificatif verify` of one text costs from start to end, beside a program of nothing."""
from . import HERE, Family, Row

PRACTICE = HERE.parent.parent / "Vectors/practice"


def family(tools):
    rows = [Row("empty static Swift program", [tools.empty], 60, is_process=True)]
    absent = {}
    if isinstance(tools.justificatif, str):
        absent["justificatif verify"] = tools.justificatif
    else:
        rows.append(Row("justificatif verify", [
            tools.justificatif, "verify", "--lists", tools.lists, "--at", "2026-11-20T09:00:00Z",
            PRACTICE / "quotient-familial.txt"], 60, is_process=True))
    return Family("start: one text, from nothing", rows, absent)
