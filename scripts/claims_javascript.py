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


def words(claims: str) -> str:
    """What the counter page calls claims and their values."""
    lines = []
    for row in rows(claims):
        entry: dict[str, object] = {
            "title": [row["title_fr"], row["title_en"]], "kind": row["kind"]}
        if row["source"] == "computed":
            entry["isPredicate"] = True
        if row["unit"]:
            entry["unit"] = row["unit"]
        both = (row["words_fr"], row["words_en"])
        if row["kind"] == "choice":
            names = [pair.split("=")[0] for pair in row["json"].split(" ")]
            spoken = zip(*(text.split("|") for text in both), strict=True)
            entry["choices"] = {name: list(pair) for name, pair in zip(names, spoken, strict=True)}
        elif any(both):
            entry["bound"] = list(both)
        lines.append(f"    {literal(row['name'])}: {literal(entry)},\n")
    return (HEAD.format("Spec/claims.csv") + "/** French, then English. */\n"
            "export const CLAIM_TITLES = {\n" + "".join(lines) + "};\n")
