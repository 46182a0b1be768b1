"""The JavaScript that is made from the registry of claims (see scripts/claims)."""

import json
import unicodedata

HEAD = "// Written by scripts/claims from {}; change that and run it.\n\n"


def rows(source: str) -> list[dict[str, str]]:
    """The rows of a file of Spec/, by column."""
    lines = [line.split(";") for line in source.rstrip("\n").split("\n")]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def row_of(*values: object) -> list[object]:
    """Without what is empty at its end."""
    kept = list(values)
    while kept and kept[-1] in ("", [], False):
        kept.pop()
    return kept


def table(comment: str, name: str, entries: list[object]) -> str:
    lines = "".join(f"    {literal(entry)},\n" for entry in entries)
    return f"/** {comment} */\nexport const {name} = [\n{lines}];\n"


def without_marks(letter: str) -> str:
    """The base letter as a capital of ASCII, by the canonical decomposition of Unicode; else nothing."""
    base = unicodedata.normalize("NFD", letter)[0]
    return base.upper() if base.isascii() else ""


def tables(claims: str, folding: str) -> str:
    """What the verifier knows of claims and letters."""
    limits = {"choice": "json", "code": "wire", "number": "wire"}
    labels = {row["name"]: int(row["label"]) for row in rows(claims)}
    known = [row_of(int(row["label"]), row["name"], int(row["block"]), row["kind"],
                    row[limits[row["kind"]]] if row["kind"] in limits else "",
                    *([labels[name] for name in row[column].split()]
                      for column in ("requires", "excludes"))) for row in rows(claims)]
    letters = [f"{row['folded']} {others}" for row in rows(folding)
               if (others := "".join(letter for letter in row["letters"]
                                     if without_marks(letter) != row["folded"]))]
    return (HEAD.format("Spec/claims.csv and Spec/folding.csv")
            + table("label, name, block, kind, range or form or choices, labels it requires, labels it excludes "
                    "(token.md 4.1).", "CLAIM_ROWS", known)
            + "\n" + table("What is written, and behind its last space the letters it is written for which are no "
                           "base letter with marks (token.md 4.2).", "FOLDING_ROWS", letters))


def words(claims: str) -> str:
    """What the counter page calls claims and their values."""
    entries = [row_of(row["title_fr"], row["title_en"], row["source"] == "computed", row["unit"],
                      row["words_fr"], row["words_en"]) for row in rows(claims)]
    return (HEAD.format("Spec/claims.csv")
            + table("For each of CLAIM_ROWS of tables.js, in its order: titles in French and English, whether "
                    "it is a predicate, its unit, and words in both: of its choices or of its bound.",
                    "CLAIM_WORDS", entries))
