"""The JavaScript that is made from the registry of claims (see scripts/claims)."""

import json

HEAD = "// Written by scripts/claims from {}; change that and run it.\n\n"


def rows(source: str) -> list[dict[str, str]]:
    """The rows of a file of Spec/, by column."""
    lines = [line.split(";") for line in source.rstrip("\n").split("\n")]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def table(comment: str, name: str, entries: list[list[object]]) -> str:
    lines = "".join(f"    {literal(entry)},\n" for entry in entries)
    return f"/** {comment} */\nexport const {name} = [\n{lines}];\n"


def tables(claims: str, folding: str) -> str:
    """What the verifier knows of claims and letters."""
    columns = ("name", "block", "kind", "wire", "json", "requires", "excludes")
    known = [[int(row["label"]), *(int(row[column]) if column == "block" else row[column]
                                   for column in columns)] for row in rows(claims)]
    letters = [[row["folded"], row["letters"]] for row in rows(folding)]
    return (HEAD.format("Spec/claims.csv and Spec/folding.csv")
            + table(", ".join(("label", *columns)) + " (token.md 4.1).", "CLAIM_ROWS", known)
            + "\n" + table("What is written, and the letters it is written for (token.md 4.2).",
                           "FOLDING_ROWS", letters))
