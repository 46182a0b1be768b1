"""Vectors/RULES.md, and section 5 of Vectors/README.md between its marks."""

from . import sections, spec
from .flags import MEANINGS
from .writing import Vector


RULES = """# Rules and files

Every numbered rule of `Spec/`, in its order, then limits, kinds of claims and claims, each with the
files of [Vectors](README.md) that are about it. Written by `VectorMaker`.

"""


UNTRIED = """
What no vector tries:

| rule | why |
|---|---|
"""

SECTIONS = """
Sentences without a number, and what holds them; rules in these sections are in the first table:

"""


def page(text: str, vectors: tuple[Vector, ...]) -> str:
    return between(text, "flags", flags(vectors))


def rules_page(vectors: tuple[Vector, ...]) -> str:
    untried = "".join(f"| {rule} | {why} |\n" for rule, why in spec.UNTRIED.items())
    return RULES + rules(vectors) + UNTRIED + untried + SECTIONS + sections.table()


def between(text: str, name: str, table: str) -> str:
    begin, end = f"<!-- {name}: written by VectorMaker -->\n", f"<!-- end of {name} -->"
    before, rest = text.split(begin)
    return before + begin + "\n" + table + "\n" + end + rest.split(end)[1]


def rules(vectors: tuple[Vector, ...]) -> str:
    """One row a rule, in the order of Spec/: the names of its files."""
    files: dict[str, list[str]] = {rule: [] for rule in spec.everything()}
    for vector in vectors:
        for rule in vector.rules.split():
            files[rule].append(vector.name)
    rows = [f"| {rule} | {len(names)} | {' '.join(f'`{name}`' for name in sorted(names))} |\n"
            for rule, names in files.items()]
    return "| rule | files | their names |\n|---|---|---|\n" + "".join(rows)


def flags(vectors: tuple[Vector, ...]) -> str:
    """One row a flag that is used."""
    count = {flag: 0 for flag in MEANINGS}
    for vector in vectors:
        for flag in vector.flags.split():
            count[flag] += 1
    rows = [f"| `{flag}` | {number} | {MEANINGS[flag]} |\n" for flag, number in count.items() if number]
    return "| flag | files | what the case is about |\n|---|---|---|\n" + "".join(rows)
