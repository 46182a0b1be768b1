"""The rules of `Spec/` that vectors must try, read from its pages."""

import re

from .registry import SPEC, rows

PAGES = ("token.md", "lists.md", "verdicts.md", "wedge.md")
RULE = re.compile(r"[A-Z]\d{1,2}")
# What no vector can try, and why.
UNTRIED = {
    "limit-sourceBytes": "of the command `lists install`: a vector offers files and no folder",
    "limit-sourceFiles": "the same",
}


def numbered() -> list[str]:
    """`X1` and so on: in bold with a dot, in bold or alone in the first cell of a table."""
    found = []
    for page in PAGES:
        for line in (SPEC / page).read_text(encoding="utf-8").splitlines():
            found += re.findall(r"\*\*([A-Z]\d{1,2})(?:\.\*\*|\*\*,)", line)
            found += re.findall(r"(?:,|one:) \*\*([A-Z]\d{1,2})\*\*", line)
            if line.startswith("|"):
                first = line.split("|")[1].strip().strip("*").split("**")[0]
                if RULE.fullmatch(first):
                    found.append(first)
    return list(dict.fromkeys(found))


def limits() -> list[str]:
    """`limit-NAME` of every row of a table of limits."""
    found = []
    for page in ("token.md", "lists.md"):
        inside = False
        for line in (SPEC / page).read_text(encoding="utf-8").splitlines():
            inside = line == "| name | value | what |" or (inside and line.startswith("|"))
            match = re.match(r"\| `(\w+)` \| \d+ \|", line)
            if inside and match:
                found.append(f"limit-{match[1]}")
    return list(dict.fromkeys(found))


def kinds() -> list[str]:
    """`kind-NAME` of every kind that the registry uses."""
    return list(dict.fromkeys(f"kind-{row['kind']}" for row in rows().values()))


def claims() -> list[str]:
    return [f"claim-{row['name']}" for row in rows().values()]


def everything() -> list[str]:
    """All that a vector must try."""
    return [rule for rule in numbered() + limits() + kinds() + claims() if rule not in UNTRIED]
