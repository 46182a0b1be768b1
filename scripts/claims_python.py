"""The Python that is made from the registry of claims (see scripts/claims)."""

import csv
import io

HEAD = '"""Written by scripts/claims from Spec/claims.csv and Spec/folding.csv; change these."""\n\n'
COLUMNS = ("name", "block", "kind", "wire", "json", "requires", "excludes")


def rows(source: str) -> list[dict[str, str]]:
    """The rows of a file of Spec/, by column."""
    return list(csv.DictReader(io.StringIO(source), delimiter=";", quoting=csv.QUOTE_NONE))


def table(comment: str, name: str, entries: list[tuple[object, ...]]) -> str:
    lines = "".join(f"    {entry!r},\n" for entry in entries)
    return f"# {comment}\n{name} = (\n{lines})\n"


def tables(claims: str, folding: str) -> str:
    """What the verifier knows of claims and letters."""
    known = [(int(row["label"]), *(int(row[column]) if column == "block" else row[column]
                                   for column in COLUMNS)) for row in rows(claims)]
    letters = [(row["folded"], row["letters"]) for row in rows(folding)]
    return (HEAD + table(", ".join(("label", *COLUMNS)) + " (Spec/token.md 4.1).", "CLAIM_ROWS", known)
            + table("What is written, and the letters it is written for (Spec/token.md 4.2).",
                    "FOLDING_ROWS", letters))
